//! Reading 3: the steps by which an amount comes about, for screen, print and the controller.
//!
//! Each step is one post, total, division or named intermediate; what it uses from another step is named
//! by that step's number. The values in a step are exact, so a reader can recompute it from its text.

mod nodes;
mod text;

use std::collections::BTreeMap;
use std::rc::Rc;

use super::amount::amount;
use super::leaf::Leaf;
use super::naam::{Id, Naam};
use super::sleutel::Sleutel;
use super::{Node, Term};
use crate::units::notation::{MINUS, signed, waarde};
use crate::units::unit::{Bedrag, Unit};
use crate::units::{Breuk, Deling, Eenheid, Euro, Verdeelwijze, Verdeling};
use nodes::{among, own_leaves, receiver};
use text::{Binding, Text, atom, infix, leaf_name, node_unit, shown};

/// What a step is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Soort {
    /// A named intermediate, exact.
    Tussenstap,
    /// A post, rounded to the cent.
    Post,
    /// A sum of whole cents.
    Totaal,
    /// A share by largest remainder, and the key.
    Deling(Deling, Id),
}

/// One step of a herleiding.
#[derive(Clone, Debug)]
pub struct Stap {
    /// Its number, from 1; steps use only earlier ones.
    pub nummer: usize,
    /// What is worked out.
    pub naam: Naam,
    /// What kind of step it is.
    pub soort: Soort,
    /// The formula with names: ids, and `[n]` for step n.
    pub formule: String,
    /// The same with the values filled in, in Dutch notation.
    pub uitdrukking: String,
    /// The outcome; nothing when it is onbekend.
    pub waarde: Option<Breuk>,
    /// Whether any of it is known, as [`Term::known`] has it: a total of which nothing is, has nought as its outcome.
    pub is_known: bool,
    /// Whether the outcome is the expression rounded to the cent, half away from zero.
    pub op_centen: bool,
    /// The unit of the outcome.
    pub eenheid: Eenheid,
    /// The values of documents that the step uses.
    pub leaves: Vec<Rc<Leaf>>,
    /// What a total leaves out.
    pub exclusief: Vec<Id>,
}

/// The steps of an amount, each after what it uses; the last one is the amount.
#[derive(Clone, Debug)]
pub struct Herleiding {
    /// Never empty.
    pub stappen: Vec<Stap>,
}

impl<U: Unit> Term<U> {
    /// Reading 3. `naam` is what the whole is called where the term has no name of its own.
    pub fn herleiding(&self, naam: Naam) -> Herleiding {
        let mut writer = Writer { stappen: Vec::new(), numbers: BTreeMap::new() };
        if writer.step(&self.node, U::EENHEID).is_none() {
            writer.expression_step(&self.node, &naam, Soort::Totaal, U::EENHEID);
            writer.judge(&self.node);
        }
        Herleiding { stappen: writer.stappen }
    }
}

struct Writer {
    stappen: Vec<Stap>,
    /// The number of the step of a name, so that shared parts appear once.
    numbers: BTreeMap<String, usize>,
}

impl Writer {
    /// The number of the node's own step, written when it is not there yet; nothing for an unnamed node.
    fn step(&mut self, node: &Rc<Node>, eenheid: Eenheid) -> Option<usize> {
        let before = self.stappen.len();
        let number = self.written(node, eenheid)?;
        if self.stappen.len() > before {
            self.judge(node);
        }
        Some(number)
    }

    /// Whether anything is known of the node, whose own step is the last that was written.
    fn judge(&mut self, node: &Rc<Node>) {
        if let Some(own) = self.stappen.last_mut().filter(|own| !own.exclusief.is_empty()) {
            own.is_known = Term::<Bedrag>::of(Rc::clone(node)).known().is_some();
        }
    }

    fn written(&mut self, node: &Rc<Node>, eenheid: Eenheid) -> Option<usize> {
        match &**node {
            Node::Named { naam, term, .. } => {
                let soort =
                    if eenheid == Eenheid::Euro { Soort::Totaal } else { Soort::Tussenstap };
                Some(self.named_step(term, naam, soort, eenheid))
            }
            Node::Post { naam, term, .. } => {
                Some(self.named_step(term, naam, Soort::Post, Eenheid::Euro))
            }
            Node::Totaal { naam, delen, .. } => Some(self.total_step(node, naam, delen)),
            Node::Share { van, deelnemer } => Some(self.share_step(node, van, *deelnemer)),
            _ => None,
        }
    }

    fn named_step(
        &mut self,
        term: &Rc<Node>,
        naam: &Naam,
        soort: Soort,
        eenheid: Eenheid,
    ) -> usize {
        if let Some(number) = self.numbers.get(&naam.to_string()) {
            return *number;
        }
        self.expression_step(term, naam, soort, eenheid)
    }

    fn expression_step(
        &mut self,
        term: &Rc<Node>,
        naam: &Naam,
        soort: Soort,
        eenheid: Eenheid,
    ) -> usize {
        // The rounding of a post is said by the step itself, not by a function in its text.
        let inner = if let Node::OpCenten(inner) = &**term { inner } else { term };
        let text = self.text(inner, eenheid);
        let mut leaves = Vec::new();
        own_leaves(inner, &mut leaves);
        let value = amount(term);
        let exclusief = Term::<Bedrag>::of(Rc::clone(term)).exclusief();
        let op_centen = soort == Soort::Post || matches!(&**term, Node::OpCenten(_));
        let nummer = self.push(naam, soort, text, value.waarde, leaves, exclusief);
        if let Some(stap) = self.stappen.last_mut() {
            stap.op_centen = op_centen;
        }
        nummer
    }

    fn push(
        &mut self,
        naam: &Naam,
        soort: Soort,
        text: Text,
        waarde: Option<Breuk>,
        leaves: Vec<Rc<Leaf>>,
        exclusief: Vec<Id>,
    ) -> usize {
        let nummer = self.stappen.len() + 1;
        self.numbers.insert(naam.to_string(), nummer);
        let (formule, uitdrukking, eenheid) = (text.formule, text.uitdrukking, text.eenheid);
        let naam = naam.clone();
        self.stappen.push(Stap {
            nummer,
            naam,
            soort,
            formule,
            uitdrukking,
            waarde,
            is_known: waarde.is_some(),
            op_centen: false,
            eenheid,
            leaves,
            exclusief,
        });
        nummer
    }

    fn total_step(&mut self, node: &Rc<Node>, naam: &Naam, delen: &[Rc<Node>]) -> usize {
        if let Some(number) = self.numbers.get(&naam.to_string()) {
            return *number;
        }
        let text = self.sum(delen);
        let exclusief = Term::<super::Verdeeld>::of(Rc::clone(node)).exclusief();
        self.push(naam, Soort::Totaal, text, amount(node).waarde, Vec::new(), exclusief)
    }

    /// The known amounts added up; what is unknown is left out and named by the step's `exclusief`.
    fn sum(&mut self, delen: &[Rc<Node>]) -> Text {
        let mut sum: Option<Text> = None;
        for deel in delen {
            let text = self.text(deel, Eenheid::Euro);
            if amount(deel).waarde.is_none() {
                continue;
            }
            sum = Some(match sum {
                None => text,
                Some(before) => infix(before, '+', text, Binding::Sum, Eenheid::Euro),
            });
        }
        sum.unwrap_or_else(|| atom("0".into(), "0,00".into(), Eenheid::Euro))
    }

    fn share_step(&mut self, node: &Rc<Node>, van: &Rc<Node>, deelnemer: usize) -> usize {
        match &**van {
            Node::Post { naam, sleutel, .. } => {
                self.post_share(node, van, naam, sleutel, deelnemer)
            }
            Node::Totaal { naam, delen, .. } => {
                let shares: Vec<Rc<Node>> = delen
                    .iter()
                    .map(|deel| Rc::new(Node::Share { van: Rc::clone(deel), deelnemer }))
                    .collect();
                let id = shares.iter().chain([node]).find_map(|node| receiver(node, deelnemer));
                let naam = Naam { deelnemer: id, ..naam.clone() };
                if let Some(number) = self.numbers.get(&naam.to_string()) {
                    return *number;
                }
                let text = self.sum(&shares);
                let term = Term::<Bedrag>::of(Rc::clone(node));
                let exclusief = term.exclusief();
                self.push(&naam, Soort::Totaal, text, amount(node).waarde, Vec::new(), exclusief)
            }
            // Only posts and totals are divided.
            _ => self.stappen.len(),
        }
    }

    fn post_share(
        &mut self,
        node: &Rc<Node>,
        post: &Rc<Node>,
        naam: &Naam,
        sleutel: &Rc<Sleutel>,
        deelnemer: usize,
    ) -> usize {
        let own = Naam { deelnemer: sleutel.deelnemers.get(deelnemer).cloned(), ..naam.clone() };
        if let Some(number) = self.numbers.get(&own.to_string()) {
            return *number;
        }
        let whole = self.step(post, Eenheid::Euro).unwrap_or(0);
        let exclusief = Term::<Bedrag>::of(Rc::clone(node)).exclusief();
        let value = amount(node).waarde;
        let Some(cents) = amount(post).waarde.map(Breuk::to_hundredths) else {
            // Who has no weight gets nothing of an amount that no one knows either.
            let text = if sleutel.carries(deelnemer) {
                atom(format!("[{whole}]"), "onbekend".into(), Eenheid::Euro)
            } else {
                atom("0".into(), "0,00".into(), Eenheid::Euro)
            };
            return self.push(&own, Soort::Totaal, text, value, Vec::new(), exclusief);
        };
        match &sleutel.wijze {
            Verdeelwijze::Direct(verdeling) => {
                self.division(&own, cents, whole, verdeling, deelnemer, &sleutel.id, exclusief)
            }
            Verdeelwijze::PerBlok { blokken, leden, .. } => {
                let found = leden.iter().enumerate().find_map(|(index, blok)| {
                    let place = blok.leden.iter().position(|lid| *lid == deelnemer)?;
                    Some((index, place, blok.binnen.as_ref()?))
                });
                let Some((index, place, binnen)) = found else {
                    let text = atom("0".into(), "0,00".into(), Eenheid::Euro);
                    return self.push(&own, Soort::Totaal, text, value, Vec::new(), exclusief);
                };
                let blok = sleutel.blokken.get(index).map(|blok| Rc::clone(&blok.id));
                let block = Naam { deelnemer: blok, ..naam.clone() };
                let part = crate::units::verdeel(cents, blokken).get(index).copied().unwrap_or(0);
                let number = match self.numbers.get(&block.to_string()) {
                    Some(number) => *number,
                    None => {
                        self.division(&block, cents, whole, blokken, index, &sleutel.id, Vec::new())
                    }
                };
                self.division(&own, part, number, binnen, place, &sleutel.id, exclusief)
            }
        }
    }

    #[expect(clippy::too_many_arguments, reason = "one division, every figure of it named")]
    fn division(
        &mut self,
        naam: &Naam,
        cents: i128,
        whole: usize,
        verdeling: &Verdeling,
        index: usize,
        sleutel: &Id,
        exclusief: Vec<Id>,
    ) -> usize {
        let Some(deling) = verdeling.deling(cents, index) else { return whole };
        let hundredths = |gewicht: u128| {
            waarde(Breuk::hundredths(i128::try_from(gewicht).unwrap_or(i128::MAX)), Eenheid::Euro)
        };
        let (gewicht, totaal) = (hundredths(deling.gewicht), hundredths(deling.totaal));
        let euro = waarde(Breuk::hundredths(cents), Eenheid::Euro);
        let text = Text {
            formule: format!("[{whole}] × gewicht ÷ som van de gewichten"),
            uitdrukking: format!("{euro} × {gewicht} ÷ {totaal}"),
            binding: Binding::Product,
            eenheid: Eenheid::Euro,
        };
        let extra = u128::from(deling.rang <= deling.over);
        let share = i128::try_from(deling.heel + extra).unwrap_or(i128::MAX) * cents.signum();
        let value = Some(Euro::from_cents(share).breuk());
        let soort = Soort::Deling(deling, Rc::clone(sleutel));
        self.push(naam, soort, text, value, Vec::new(), exclusief)
    }

    fn text(&mut self, node: &Rc<Node>, eenheid: Eenheid) -> Text {
        if let Some(number) = self.step(node, node_unit(node).unwrap_or(eenheid)) {
            let (value, eenheid) = self
                .stappen
                .get(number.saturating_sub(1))
                .map_or((None, eenheid), |stap| (stap.waarde, stap.eenheid));
            return atom(format!("[{number}]"), shown(value, eenheid), eenheid);
        }
        match &**node {
            Node::Leaf(leaf) => {
                atom(leaf_name(leaf), shown(leaf.waarde, leaf.eenheid), leaf.eenheid)
            }
            Node::Plus(left, right) => self.infix(left, '+', right, Binding::Sum, eenheid),
            Node::Minus(left, right) => self.infix(left, MINUS, right, Binding::Sum, eenheid),
            Node::Times(left, right) => self.infix(left, '×', right, Binding::Product, eenheid),
            Node::DividedBy(left, right) => self.infix(left, '÷', right, Binding::Product, eenheid),
            Node::Negative(term) => {
                let text = self.text(term, eenheid).wrapped(Binding::Product, true);
                let (formule, uitdrukking) = (&text.formule, &text.uitdrukking);
                let uitdrukking = if uitdrukking.starts_with(MINUS) {
                    format!("{MINUS}({uitdrukking})")
                } else {
                    signed(MINUS, uitdrukking)
                };
                Text {
                    formule: format!("{MINUS}{formule}"),
                    uitdrukking,
                    binding: Binding::Sum,
                    eenheid,
                }
            }
            Node::Least(..) => self.call("kleinste van", node, eenheid),
            Node::Greatest(..) => self.call("grootste van", node, eenheid),
            Node::OpCenten(term) => {
                let text = self.text(term, eenheid);
                let call = |inner: &str| format!("op centen ({inner})");
                atom(call(&text.formule), call(&text.uitdrukking), eenheid)
            }
            _ => atom("0".into(), shown(Some(Breuk::NUL), eenheid), eenheid),
        }
    }

    fn infix(
        &mut self,
        left: &Rc<Node>,
        sign: char,
        right: &Rc<Node>,
        binding: Binding,
        eenheid: Eenheid,
    ) -> Text {
        let left = self.text(left, eenheid);
        let right = self.text(right, eenheid);
        infix(left, sign, right, binding, eenheid)
    }

    fn call(&mut self, name: &str, node: &Node, eenheid: Eenheid) -> Text {
        let texts: Vec<Text> = among(node).into_iter().map(|it| self.text(it, eenheid)).collect();
        let call = |part: fn(&Text) -> &str| {
            let parts: Vec<&str> = texts.iter().map(part).collect();
            format!("{name} ({})", parts.join("; "))
        };
        atom(call(|it| &it.formule), call(|it| &it.uitdrukking), eenheid)
    }
}
