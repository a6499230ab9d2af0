//! From a term to a [`Form`]: without rounding, a share as its exact part of the whole, unknown posts left out
//! of totals as in the exact reading.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::form::{Atom, Form, Place};
use super::interval::Interval;
use crate::formula::{Leaf, Node, Sleutel, Term};
use crate::units::unit::Bedrag;
use crate::units::{Breuk, Verdeelwijze, Verdeling};
use crate::vragen::Banden;

/// A value with a band: one variable wherever it is used.
#[derive(Clone, Debug)]
pub(super) struct Variable {
    pub(super) leaf: Rc<Leaf>,
    pub(super) laag: Interval,
    pub(super) waarde: Interval,
    pub(super) hoog: Interval,
}

/// The parts of a total by the key that divides them.
type Keyed = Vec<(Rc<Sleutel>, Form)>;

/// Makes forms that share their atoms. The terms must stay alive as long as it does: nodes are known by their
/// address.
pub(super) struct Compiler {
    banden: Banden,
    pub(super) variables: Vec<Variable>,
    pub(super) atoms: Vec<Atom>,
    /// Products by their factors, and the atom of a variable: equal parts are one atom, so that they add up.
    products: BTreeMap<(Place, Place), Place>,
    inverses: BTreeMap<Place, Place>,
    places: Vec<Place>,
    named: BTreeMap<usize, Option<Rc<Form>>>,
    keyed: BTreeMap<usize, Rc<Keyed>>,
}

impl Compiler {
    pub(super) const fn new(banden: Banden) -> Self {
        Self {
            banden,
            variables: Vec::new(),
            atoms: Vec::new(),
            products: BTreeMap::new(),
            inverses: BTreeMap::new(),
            places: Vec::new(),
            named: BTreeMap::new(),
            keyed: BTreeMap::new(),
        }
    }

    /// The form of a term; nothing when it is onbekend.
    pub(super) fn term<U>(&mut self, term: &Term<U>) -> Option<Form> {
        self.node(&term.node)
    }

    fn node(&mut self, node: &Rc<Node>) -> Option<Form> {
        match &**node {
            Node::Nul => Some(Form::NUL),
            Node::Leaf(leaf) => self.leaf(leaf),
            Node::Named { term, .. } | Node::Post { term, .. } => self.shared(node, term),
            Node::Totaal { .. } => {
                let keyed = self.by_key(node);
                Some(keyed.iter().fold(Form::NUL, |sum, (_, form)| sum.plus(form)))
            }
            Node::Share { van, deelnemer } => self.share(van, *deelnemer),
            Node::Plus(left, right) => self.pair(left, right, |_, a, b| a.plus(&b)),
            Node::Minus(left, right) => self.pair(left, right, |_, a, b| a.minus(&b)),
            Node::Times(left, right) => self.pair(left, right, Self::times),
            Node::DividedBy(left, right) => self.quotient(left, right),
            Node::Least(left, right) => self.pair(left, right, Self::least),
            // The larger of two is what the smaller of their opposites is the opposite of.
            Node::Greatest(left, right) => self.pair(left, right, |compiler, a, b| {
                compiler.least(a.negative(), b.negative()).negative()
            }),
            Node::Negative(term) => self.node(term).map(|form| form.negative()),
            Node::OpCenten(term) => self.node(term),
        }
    }

    /// What several terms use is worked out once.
    fn shared(&mut self, node: &Rc<Node>, term: &Rc<Node>) -> Option<Form> {
        let address = Rc::as_ptr(node).addr();
        if let Some(known) = self.named.get(&address) {
            return known.as_deref().cloned();
        }
        let form = self.node(term);
        self.named.insert(address, form.clone().map(Rc::new));
        form
    }

    fn leaf(&mut self, leaf: &Rc<Leaf>) -> Option<Form> {
        let waarde = Interval::of(leaf.waarde?);
        let (true, Some(laag), Some(hoog)) = (self.banden.counts(leaf), leaf.laag, leaf.hoog)
        else {
            return Some(Form::constant(waarde));
        };
        let known = self.variables.iter().position(|variable| same(&variable.leaf, leaf));
        let index = known.unwrap_or(self.variables.len());
        if known.is_none() {
            let (laag, hoog) = (Interval::of(laag), Interval::of(hoog));
            self.variables.push(Variable { leaf: Rc::clone(leaf), laag, waarde, hoog });
            self.places.push(self.atoms.len());
            self.atoms.push(Atom::Variable(index));
        }
        self.places.get(index).map(|place| Form::atom(*place))
    }

    fn pair(
        &mut self,
        left: &Rc<Node>,
        right: &Rc<Node>,
        combine: impl FnOnce(&mut Self, Form, Form) -> Form,
    ) -> Option<Form> {
        let (left, right) = (self.node(left), self.node(right));
        Some(combine(self, left?, right?))
    }

    fn push(&mut self, atom: Atom) -> Place {
        self.atoms.push(atom);
        self.atoms.len() - 1
    }

    fn times(&mut self, left: Form, right: Form) -> Form {
        if let Some(factor) = left.as_constant() {
            return right.scaled(factor);
        }
        if let Some(factor) = right.as_constant() {
            return left.scaled(factor);
        }
        let (Some((a, times)), Some((b, by))) = (left.as_multiple(), right.as_multiple()) else {
            return Form::atom(self.push(Atom::Times(left, right)));
        };
        let key = (a.min(b), a.max(b));
        let place = match self.products.get(&key) {
            Some(place) => *place,
            None => {
                let place = self.push(Atom::Product(key.0, key.1));
                self.products.insert(key, place);
                place
            }
        };
        Form::atom(place).scaled(times.times(by))
    }

    fn quotient(&mut self, left: &Rc<Node>, right: &Rc<Node>) -> Option<Form> {
        let divisor = Term::<Bedrag>::of(Rc::clone(right)).amount();
        divisor.waarde.filter(|divisor| !divisor.is_zero())?;
        self.pair(left, right, |compiler, left, right| {
            let inverse = compiler.inverse(right);
            compiler.times(left, inverse)
        })
    }

    fn inverse(&mut self, divisor: Form) -> Form {
        if let Some(divisor) = divisor.as_constant() {
            return Form::constant(divisor.inverse());
        }
        let Some((place, factor)) = divisor.as_multiple() else {
            return Form::atom(self.push(Atom::Inverse(divisor)));
        };
        let made = match self.inverses.get(&place) {
            Some(made) => *made,
            None => {
                let made = self.push(Atom::Inverse(Form::atom(place)));
                self.inverses.insert(place, made);
                made
            }
        };
        Form::atom(made).scaled(factor.inverse())
    }

    fn least(&mut self, left: Form, right: Form) -> Form {
        let difference = left.minus(&right);
        match difference.as_constant() {
            Some(difference) if difference.falls() => left,
            Some(difference) if difference.rises() => right,
            _ => Form::atom(self.push(Atom::Least { left, right, difference })),
        }
    }

    /// The known posts of a post or total, added up by the key that divides them.
    fn by_key(&mut self, node: &Rc<Node>) -> Rc<Keyed> {
        let address = Rc::as_ptr(node).addr();
        if let Some(known) = self.keyed.get(&address) {
            return Rc::clone(known);
        }
        let mut keyed = Keyed::new();
        match &**node {
            Node::Post { sleutel, .. } => {
                keyed.extend(self.node(node).map(|form| (Rc::clone(sleutel), form)));
            }
            Node::Totaal { delen, .. } => {
                for deel in delen {
                    for (sleutel, form) in self.by_key(deel).iter() {
                        match keyed.iter_mut().find(|(key, _)| Rc::ptr_eq(key, sleutel)) {
                            Some((_, sum)) => *sum = sum.plus(form),
                            None => keyed.push((Rc::clone(sleutel), form.clone())),
                        }
                    }
                }
            }
            // Only posts and totals are divided.
            _ => {}
        }
        let keyed = Rc::new(keyed);
        self.keyed.insert(address, Rc::clone(&keyed));
        keyed
    }

    fn share(&mut self, van: &Rc<Node>, deelnemer: usize) -> Option<Form> {
        if let Node::Post { sleutel, .. } = &**van
            && sleutel.carries(deelnemer)
        {
            // An unknown post touches whoever shares in it.
            self.node(van)?;
        }
        let keyed = self.by_key(van);
        Some(keyed.iter().fold(Form::NUL, |sum, (sleutel, form)| {
            sum.plus(&form.scaled(part(sleutel, deelnemer)))
        }))
    }
}

/// One leaf is one variable: the same value with the same band, of the same year and deelnemer.
pub(super) fn same(left: &Rc<Leaf>, right: &Rc<Leaf>) -> bool {
    let band = |leaf: &Leaf| -> [Option<Breuk>; 3] { [leaf.laag, leaf.waarde, leaf.hoog] };
    Rc::ptr_eq(left, right)
        || (left.id == right.id
            && left.jaar == right.jaar
            && left.deelnemer == right.deelnemer
            && band(left) == band(right))
}

/// Which part of a post a deelnemer carries: exact, before the cents are divided.
fn part(sleutel: &Sleutel, deelnemer: usize) -> Interval {
    let of = |verdeling: &Verdeling, index: usize| {
        let gewicht = verdeling.gewichten().get(index).copied().unwrap_or(0);
        Interval::quotient(gewicht, verdeling.totaal())
    };
    match &sleutel.wijze {
        Verdeelwijze::Direct(verdeling) => of(verdeling, deelnemer),
        Verdeelwijze::PerBlok { blokken, leden, .. } => leden
            .iter()
            .enumerate()
            .find_map(|(index, blok)| {
                let place = blok.leden.iter().position(|lid| *lid == deelnemer)?;
                Some(of(blokken, index).times(of(blok.binnen.as_ref()?, place)))
            })
            .unwrap_or(Interval::NUL),
    }
}
