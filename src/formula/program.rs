//! Reading 5: a flat program in binary floating point, for the draws (with `view/chart.rs` and
//! `vragen/onzekerheid.rs` the only place where amounts are not exact).
//!
//! Stated error: a post rounds to the same cent unless its exact value lies within a millionth of a cent
//! of a half; a share is not rounded to the cent. So a total differs from the exact one by at most one
//! cent per post, and a share by at most one cent per post on top of that.

#![expect(
    clippy::disallowed_types,
    reason = "the program for the draws works in binary floating point"
)]

use std::collections::BTreeMap;
use std::rc::Rc;

use super::leaf::Leaf;
use super::sleutel::Sleutel;
use super::{Node, Term};
use crate::units::{Verdeelwijze, Verdeling};

/// A value that the program takes: a leaf of the terms.
pub type Input = Rc<Leaf>;

#[derive(Clone, Copy, Debug)]
enum Op {
    Constant(f64),
    Input(usize),
    Add(usize, usize),
    Sub(usize, usize),
    Mul(usize, usize),
    Div(usize, usize),
    Min(usize, usize),
    Max(usize, usize),
    Round(usize),
}

/// A list of operations, each over earlier ones.
#[derive(Clone, Debug, Default)]
pub struct Program {
    ops: Vec<Op>,
    inputs: Vec<Input>,
    outputs: Vec<Option<usize>>,
}

#[derive(Default)]
struct Compiler {
    program: Program,
    /// The operation of a node, by its address: shared parts are computed once.
    known: BTreeMap<(usize, Option<usize>), Option<usize>>,
    inputs: BTreeMap<String, usize>,
}

impl Program {
    /// Reading 5 of several terms at once. Unknown posts are left out of totals, as in the exact reading.
    pub fn compile<U>(terms: &[Term<U>]) -> Self {
        let mut compiler = Compiler::default();
        for term in terms {
            let output = compiler.node(&term.node, None);
            compiler.program.outputs.push(output);
        }
        compiler.program
    }

    /// The inputs, in the order in which [`Self::run`] takes their values.
    pub fn inputs(&self) -> &[Input] {
        &self.inputs
    }
}

#[expect(
    clippy::disallowed_types,
    clippy::float_arithmetic,
    reason = "the program for the draws works in binary floating point"
)]
impl Program {
    /// The values of the inputs as they are; zero for an unknown one, which no output uses.
    pub fn default_values(&self) -> Vec<f64> {
        self.inputs.iter().map(|leaf| float(leaf.waarde)).collect()
    }

    /// The outcome of every term; nothing for one that depends on an unknown input.
    pub fn run(&self, values: &[f64]) -> Vec<Option<f64>> {
        let mut results: Vec<f64> = Vec::with_capacity(self.ops.len());
        for op in &self.ops {
            let at = |index: usize| results.get(index).copied().unwrap_or(0.0);
            let result = match *op {
                Op::Constant(value) => value,
                Op::Input(index) => values.get(index).copied().unwrap_or(0.0),
                Op::Add(left, right) => at(left) + at(right),
                Op::Sub(left, right) => at(left) - at(right),
                Op::Mul(left, right) => at(left) * at(right),
                Op::Div(left, right) => at(left) / at(right),
                Op::Min(left, right) => at(left).min(at(right)),
                Op::Max(left, right) => at(left).max(at(right)),
                // `round` is half away from zero; the nudge makes an exact half that became a hair less, a half.
                Op::Round(term) => {
                    let cents = at(term) * 100.0;
                    (cents + cents.signum() * 1e-6).round() / 100.0
                }
            };
            results.push(result);
        }
        self.outputs
            .iter()
            .map(|output| output.and_then(|index| results.get(index).copied()))
            .collect()
    }
}

#[expect(
    clippy::disallowed_types,
    reason = "the program for the draws works in binary floating point"
)]
fn float(value: Option<crate::units::Breuk>) -> f64 {
    value
        .and_then(|value| value.exact_decimal(28))
        .and_then(|decimal| decimal.to_string().parse().ok())
        .unwrap_or(0.0)
}

impl Compiler {
    fn push(&mut self, op: Op) -> usize {
        self.program.ops.push(op);
        self.program.ops.len() - 1
    }

    /// The operation that yields the node, for all deelnemers together or for one; nothing when unknown.
    fn node(&mut self, node: &Rc<Node>, deelnemer: Option<usize>) -> Option<usize> {
        let key = (Rc::as_ptr(node).addr(), deelnemer);
        if let Some(known) = self.known.get(&key) {
            return *known;
        }
        let result = self.fresh(node, deelnemer);
        self.known.insert(key, result);
        result
    }

    fn fresh(&mut self, node: &Rc<Node>, deelnemer: Option<usize>) -> Option<usize> {
        match &**node {
            Node::Nul => Some(self.push(Op::Constant(0.0))),
            Node::Leaf(leaf) => self.leaf(leaf),
            Node::Named { term, .. } => self.node(term, deelnemer),
            Node::Post { term, sleutel, .. } => self.post(term, sleutel, deelnemer),
            Node::Totaal { delen, .. } => self.sum(delen, deelnemer),
            Node::Share { van, deelnemer } => self.node(van, Some(*deelnemer)),
            Node::Plus(left, right) => self.pair(left, right, deelnemer, Op::Add),
            Node::Minus(left, right) => self.pair(left, right, deelnemer, Op::Sub),
            Node::Times(left, right) => self.pair(left, right, deelnemer, Op::Mul),
            Node::DividedBy(left, right) => self.quotient(left, right, deelnemer),
            Node::Least(left, right) => self.pair(left, right, deelnemer, Op::Min),
            Node::Greatest(left, right) => self.pair(left, right, deelnemer, Op::Max),
            Node::Negative(term) => {
                let term = self.node(term, deelnemer)?;
                let nul = self.push(Op::Constant(0.0));
                Some(self.push(Op::Sub(nul, term)))
            }
            Node::OpCenten(term) => {
                let term = self.node(term, deelnemer)?;
                Some(self.push(Op::Round(term)))
            }
        }
    }

    fn leaf(&mut self, leaf: &Rc<Leaf>) -> Option<usize> {
        leaf.waarde?;
        let next = self.program.inputs.len();
        let index = *self.inputs.entry(leaf.to_string()).or_insert(next);
        if index == next {
            self.program.inputs.push(Rc::clone(leaf));
        }
        Some(self.push(Op::Input(index)))
    }

    fn pair(
        &mut self,
        left: &Rc<Node>,
        right: &Rc<Node>,
        deelnemer: Option<usize>,
        op: fn(usize, usize) -> Op,
    ) -> Option<usize> {
        let (left, right) = (self.node(left, deelnemer), self.node(right, deelnemer));
        Some(self.push(op(left?, right?)))
    }

    fn quotient(
        &mut self,
        left: &Rc<Node>,
        right: &Rc<Node>,
        deelnemer: Option<usize>,
    ) -> Option<usize> {
        super::amount::amount(right).waarde.filter(|divisor| !divisor.is_zero())?;
        self.pair(left, right, deelnemer, Op::Div)
    }

    fn sum(&mut self, delen: &[Rc<Node>], deelnemer: Option<usize>) -> Option<usize> {
        let mut sum = self.push(Op::Constant(0.0));
        for deel in delen {
            if let Some(known) = self.node(deel, deelnemer) {
                sum = self.push(Op::Add(sum, known));
            }
        }
        Some(sum)
    }

    fn post(
        &mut self,
        term: &Rc<Node>,
        sleutel: &Sleutel,
        deelnemer: Option<usize>,
    ) -> Option<usize> {
        let whole = self.node(term, None);
        let Some(deelnemer) = deelnemer else { return whole };
        if !sleutel.carries(deelnemer) {
            return Some(self.push(Op::Constant(0.0)));
        }
        let whole = whole?;
        let share = self.push(Op::Constant(share_of(sleutel, deelnemer)));
        Some(self.push(Op::Mul(whole, share)))
    }
}

#[expect(
    clippy::disallowed_types,
    clippy::float_arithmetic,
    reason = "the program for the draws works in binary floating point"
)]
fn share_of(sleutel: &Sleutel, deelnemer: usize) -> f64 {
    let part = |verdeling: &Verdeling, index: usize| {
        let gewicht = verdeling.gewichten().get(index).copied().unwrap_or(0);
        decimal(gewicht) / decimal(verdeling.totaal())
    };
    match &sleutel.wijze {
        Verdeelwijze::Direct(verdeling) => part(verdeling, deelnemer),
        Verdeelwijze::PerBlok { blokken, leden, .. } => leden
            .iter()
            .enumerate()
            .find_map(|(index, blok)| {
                let place = blok.leden.iter().position(|lid| *lid == deelnemer)?;
                Some(part(blokken, index) * part(blok.binnen.as_ref()?, place))
            })
            .unwrap_or(0.0),
    }
}

#[expect(
    clippy::disallowed_types,
    reason = "the program for the draws works in binary floating point"
)]
fn decimal(gewicht: u128) -> f64 {
    gewicht.to_string().parse().unwrap_or(0.0)
}
