//! The true lowest and highest of an amount over the bands of the values it depends on, with the corner.
//!
//! What is bounded. The amount *without its rounding*: no post is rounded, and a share is its exact part of the
//! whole. [`Grens::onafgerond`] is that bound, as an exact fraction of a euro. [`Grens::bedrag`] is the amount
//! to show: what the model itself gives, rounded and divided, when the values of the corner are typed into the
//! scenario; so without bands low, middle and high are the same, to the cent. An amount that is rounded and
//! divided may pass a bound by one cent per post in it (rekenmodel 8).
//!
//! What is a corner. A leaf is one variable: one parameter in one year, wherever the formula uses it, also in
//! two posts or on both sides of a verrekening. Per year are the parameters that the publicatie calls
//! `jaarlijks` (`baten_nieuw`: each year has its own corner) and those with a value for that year alone; every
//! other parameter is one value for all years. A band counts as [`Banden`] says. Which regels count in which
//! year is settled by the scenario's own values and does not move with a band.
//!
//! What is exact. See `search.rs` for the proof that a corner is enough, `slopes.rs` for the signs. Where it is
//! not, or the work would pass its limit, [`Grens::exact`] is false and the bound holds all the same:
//! "hoogstens". The amount of an unknown post does not exist; a total leaves it out and says so in `exclusief`.

mod compile;
mod form;
mod interval;
mod ratio;
mod search;
mod slopes;

use std::rc::Rc;

use super::{Banden, replace::replace};
use crate::formula::{Deel, Id, Leaf, Term};
use crate::model::Uitkomst;
use crate::units::unit::Bedrag;
use crate::units::{Breuk, Euro, Jaar, in_order};
use compile::{Compiler, Variable};
use form::Form;
use ratio::{Ratio, Side};
use search::{Lowest, lowest, weights};
use slopes::Question;

/// An end of a band.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kant {
    /// The lowest value.
    Laag,
    /// The highest value.
    Hoog,
}

impl Kant {
    /// The word in documents.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Laag => "laag",
            Self::Hoog => "hoog",
        }
    }
}

/// A value at one end of its band.
#[derive(Clone, Debug)]
pub struct Hoek {
    /// The value with its band.
    pub leaf: Rc<Leaf>,
    /// At which end.
    pub kant: Kant,
}

impl Hoek {
    /// The value at that end.
    pub fn waarde(&self) -> Option<Breuk> {
        match self.kant {
            Kant::Laag => self.leaf.laag,
            Kant::Hoog => self.leaf.hoog,
        }
    }

    /// Whether the end is where the value stands already: a band may start or stop there.
    pub fn is_midden(&self) -> bool {
        self.waarde() == self.leaf.waarde
    }
}

/// The lowest or the highest.
#[derive(Clone, Debug)]
pub struct Grens {
    /// The bound of the unrounded amount.
    pub onafgerond: Breuk,
    /// The amount to show: at a corner what the model gives there, else the bound in whole cents outward.
    pub bedrag: Euro,
    /// Whether the unrounded amount takes this value, at this corner. If not it is a bound: "hoogstens".
    pub exact: bool,
    /// The corner, what moves the amount most first. Values that make no difference are not in it; without
    /// `exact` only what is settled.
    pub hoek: Vec<Hoek>,
}

/// Low, middle and high of an amount.
#[derive(Clone, Debug)]
pub struct Hoekpunten {
    /// The lowest.
    pub laag: Grens,
    /// The amount itself.
    pub midden: Euro,
    /// The highest.
    pub hoog: Grens,
    /// Unknown posts that all three leave out.
    pub exclusief: Vec<Id>,
}

impl Hoekpunten {
    /// Whether both ends are true corners.
    pub const fn exact(&self) -> bool {
        self.laag.exact && self.hoog.exact
    }
}

/// Low, middle and high of one amount; nothing when it is onbekend.
pub fn hoekpunten(term: &Term<Bedrag>, banden: Banden) -> Option<Hoekpunten> {
    kolommen(std::slice::from_ref(term), banden).pop().flatten()
}

/// Low, middle and high of each of these amounts, for the columns of a table; nothing for one that is
/// onbekend. What the amounts share is worked out once.
pub fn kolommen(terms: &[Term<Bedrag>], banden: Banden) -> Vec<Option<Hoekpunten>> {
    let mut compiler = Compiler::new(banden);
    let forms: Vec<Option<Form>> = terms.iter().map(|term| compiler.term(term)).collect();
    let answer = |(term, form): (&Term<Bedrag>, Option<Form>)| answer(term, &compiler, form?);
    terms.iter().zip(forms).map(answer).collect()
}

/// Low, middle and high of an amount in every year that has it, addressed as a herleiding is.
pub fn hoekpunten_per_jaar(
    uitkomst: &Uitkomst,
    id: &str,
    deel: Option<Deel>,
    deelnemer: Option<usize>,
    banden: Banden,
) -> Vec<(Jaar, Option<Hoekpunten>)> {
    let found = uitkomst
        .jaren
        .iter()
        .filter_map(|jaar| Some((*jaar, uitkomst.zoek(id, deel, *jaar, deelnemer)?.term)));
    let (jaren, terms): (Vec<Jaar>, Vec<Term<Bedrag>>) = found.unzip();
    jaren.into_iter().zip(kolommen(&terms, banden)).collect()
}

fn answer(term: &Term<Bedrag>, compiler: &Compiler, form: Form) -> Option<Hoekpunten> {
    let midden = term.euro()?;
    let question = Question::new(&compiler.atoms, &compiler.variables, form);
    let opposite = question.opposite();
    let (low, high) = (lowest(&question), lowest(&opposite));
    let laag = grens(term, &question, &low, low.bound, Side::Down);
    let hoog = grens(term, &opposite, &high, high.bound.negative(), Side::Up);
    Some(Hoekpunten { laag, midden, hoog, exclusief: term.exclusief() })
}

/// The bound with its corner; `side` is where its cents give way when there is no corner to show.
fn grens(
    term: &Term<Bedrag>,
    question: &Question<'_>,
    found: &Lowest,
    bound: Ratio,
    side: Side,
) -> Grens {
    let hoek = hoek(question, found);
    let at_corner = || replace(term, &|leaf| at(&hoek, leaf)).euro();
    let shown = found.exact.then(at_corner).flatten();
    let bedrag = shown.unwrap_or_else(|| Euro::from_cents(bound.cents(side)));
    Grens { onafgerond: bound.breuk(), bedrag, exact: found.exact, hoek }
}

/// The settled values, what moves the amount most first.
fn hoek(question: &Question<'_>, lowest: &Lowest) -> Vec<Hoek> {
    let weights = weights(question, &lowest.corner);
    let all = question.variables.iter().zip(&lowest.corner).zip(weights);
    let of = |((variable, kant), weight): ((&&Variable, &Option<Kant>), _)| {
        let hoek = Hoek { leaf: Rc::clone(&variable.leaf), kant: (*kant)? };
        Some((weight, hoek))
    };
    let hoek = in_order(all.filter_map(of), |(weight, _)| std::cmp::Reverse(*weight));
    hoek.into_iter().map(|(_, hoek)| hoek).collect()
}

/// The leaf with its value at the corner; nothing for one that the corner does not move.
fn at(hoek: &[Hoek], leaf: &Rc<Leaf>) -> Option<Rc<Leaf>> {
    let found = hoek.iter().find(|hoek| compile::same(&hoek.leaf, leaf))?;
    let waarde = found.waarde()?;
    (leaf.waarde != Some(waarde))
        .then(|| Rc::new(Leaf { waarde: Some(waarde), ..Leaf::clone(leaf) }))
}
