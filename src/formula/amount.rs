//! Reading 1: the exact amount, and what a total leaves out.
//!
//! Numerator and denominator are carried; a post divides once and rounds once. Everything above a post
//! is a sum of whole cents, for all deelnemers at once.

use std::rc::Rc;

use super::naam::Id;
use super::sleutel::Sleutel;
use super::{Node, Term, Verdeeld};
use crate::units::unit::Bedrag;
use crate::units::{Breuk, Euro};

/// The value of a term.
#[derive(Clone, Debug)]
pub struct Amount {
    /// The exact value; nothing when it depends on an unknown input.
    pub waarde: Option<Breuk>,
    /// Unknown posts that a total inside it leaves out.
    missing: Missing,
}

/// A post without an amount, with the key that says whom it touches.
type Gemist = (Id, Rc<Sleutel>);

/// Posts without an amount. Nothing is the usual case.
type Missing = Option<Rc<Vec<Gemist>>>;

impl Amount {
    fn known(waarde: Breuk) -> Self {
        Self { waarde: Some(waarde), missing: None }
    }

    fn combine(self, other: Self, operation: impl FnOnce(Breuk, Breuk) -> Option<Breuk>) -> Self {
        let waarde = match (self.waarde, other.waarde) {
            (Some(left), Some(right)) => operation(left, right),
            _ => None,
        };
        Self { waarde, missing: union(self.missing, &other.missing) }
    }

    fn map(self, operation: impl FnOnce(Breuk) -> Breuk) -> Self {
        Self { waarde: self.waarde.map(operation), missing: self.missing }
    }
}

/// A post or total in whole cents: of all together and of each deelnemer.
#[derive(Clone, Debug)]
pub(crate) struct Bedragen {
    /// Of all together; nothing for an unknown post.
    pub(crate) geheel: Option<Euro>,
    /// Per deelnemer; empty for an unknown post and for a total without posts.
    delen: Vec<Euro>,
    missing: Missing,
}

impl Bedragen {
    fn share(&self, deelnemer: usize) -> Euro {
        self.delen.get(deelnemer).copied().unwrap_or(Euro::NUL)
    }
}

fn union(left: Missing, right: &Missing) -> Missing {
    let Some(added) = right else { return left };
    let Some(mut list) = left else { return Some(Rc::clone(added)) };
    for (id, sleutel) in added.iter() {
        if !list.iter().any(|(known, key)| known == id && Rc::ptr_eq(key, sleutel)) {
            Rc::make_mut(&mut list).push((Rc::clone(id), Rc::clone(sleutel)));
        }
    }
    Some(list)
}

/// The amount of an expression, of all deelnemers together.
pub(crate) fn amount(node: &Node) -> Amount {
    match node {
        Node::Nul => Amount::known(Breuk::NUL),
        Node::Leaf(leaf) => Amount { waarde: leaf.waarde, missing: None },
        Node::Named { term, waarde, .. } => waarde.get_or_init(|| amount(term)).clone(),
        Node::Post { .. } | Node::Totaal { .. } => with_bedragen(node, |bedragen| Amount {
            waarde: bedragen.geheel.map(Euro::breuk),
            missing: bedragen.missing.clone(),
        }),
        Node::Share { van, deelnemer } => {
            with_bedragen(van, |bedragen| share(bedragen, *deelnemer))
        }
        Node::Plus(left, right) => {
            amount(left).combine(amount(right), |left, right| Some(left + right))
        }
        Node::Minus(left, right) => {
            amount(left).combine(amount(right), |left, right| Some(left - right))
        }
        Node::Negative(term) => amount(term).map(|waarde| -waarde),
        Node::Times(left, right) => {
            amount(left).combine(amount(right), |left, right| Some(left * right))
        }
        // Whatever a formula divides by is refused at the door when it is zero.
        Node::DividedBy(left, right) => amount(left).combine(amount(right), Breuk::checked_div),
        Node::Least(left, right) => {
            amount(left).combine(amount(right), |left, right| Some(left.min(right)))
        }
        Node::Greatest(left, right) => {
            amount(left).combine(amount(right), |left, right| Some(left.max(right)))
        }
        Node::OpCenten(term) => {
            amount(term).map(|waarde| Breuk::hundredths(waarde.to_hundredths()))
        }
    }
}

fn share(bedragen: &Bedragen, deelnemer: usize) -> Amount {
    let missing = bedragen.missing.as_ref().and_then(|list| touching(list, deelnemer));
    let unknown = bedragen.geheel.is_none() && missing.is_some();
    let waarde = (!unknown).then(|| bedragen.share(deelnemer).breuk());
    Amount { waarde, missing }
}

/// The posts of the list that touch the deelnemer; nothing where none does.
fn touching(list: &Rc<Vec<Gemist>>, deelnemer: usize) -> Missing {
    let touches = |(_, sleutel): &&Gemist| sleutel.carries(deelnemer);
    match list.iter().filter(touches).count() {
        0 => None,
        all if all == list.len() => Some(Rc::clone(list)),
        _ => Some(Rc::new(list.iter().filter(touches).cloned().collect())),
    }
}

/// Reads the cents of a post or total. Each is worked out once and kept.
fn with_bedragen<T>(node: &Node, read: impl FnOnce(&Bedragen) -> T) -> T {
    match node {
        Node::Post { naam, term, sleutel, bedragen } => {
            read(bedragen.get_or_init(|| post(&naam.id, amount(term), sleutel)))
        }
        Node::Totaal { delen, bedragen, .. } => read(bedragen.get_or_init(|| totaal(delen))),
        // Only posts and totals carry the unit `Verdeeld`.
        _ => read(&Bedragen { geheel: Some(Euro::NUL), delen: Vec::new(), missing: None }),
    }
}

fn post(id: &Id, amount: Amount, sleutel: &Rc<Sleutel>) -> Bedragen {
    let Some(waarde) = amount.waarde else {
        let missing = Some(Rc::new(vec![(Rc::clone(id), Rc::clone(sleutel))]));
        return Bedragen { geheel: None, delen: Vec::new(), missing };
    };
    let cents = waarde.to_hundredths();
    // What the amount leaves out touches whoever shares in this post.
    let missing = amount.missing.map(|list| {
        Rc::new(list.iter().map(|(id, _)| (Rc::clone(id), Rc::clone(sleutel))).collect())
    });
    Bedragen { geheel: Some(Euro::from_cents(cents)), delen: sleutel.bedragen(cents), missing }
}

fn totaal(delen: &[Rc<Node>]) -> Bedragen {
    let mut sum = Bedragen { geheel: Some(Euro::NUL), delen: Vec::new(), missing: None };
    for deel in delen {
        with_bedragen(deel, |bedragen| {
            sum.geheel = sum.geheel.map(|euro| euro + bedragen.geheel.unwrap_or(Euro::NUL));
            if sum.delen.is_empty() {
                sum.delen.clone_from(&bedragen.delen);
            } else {
                for (total, euro) in sum.delen.iter_mut().zip(&bedragen.delen) {
                    *total = *total + *euro;
                }
            }
            sum.missing = union(sum.missing.take(), &bedragen.missing);
        });
    }
    debug_assert!(sum.delen.is_empty() || sum.geheel == Some(sum.delen.iter().copied().sum()));
    sum
}

fn ids(missing: &Missing) -> Vec<Id> {
    let mut ids: Vec<Id> = Vec::new();
    for (id, _) in missing.iter().flat_map(|list| list.iter()) {
        if !ids.contains(id) {
            ids.push(Rc::clone(id));
        }
    }
    ids
}

impl<U> Term<U> {
    /// Reading 1: the exact value, nothing when it depends on an unknown input.
    pub fn amount(&self) -> Amount {
        amount(&self.node)
    }

    /// The ids of the unknown posts that the total, or a total inside the term, leaves out.
    pub fn exclusief(&self) -> Vec<Id> {
        match &*self.node {
            Node::Post { .. } | Node::Totaal { .. } => {
                with_bedragen(&self.node, |bedragen| ids(&bedragen.missing))
            }
            node => ids(&amount(node).missing),
        }
    }
}

impl Term<Bedrag> {
    /// The amount in whole cents; nothing when it depends on an unknown input.
    pub fn euro(&self) -> Option<Euro> {
        amount(&self.node).waarde.map(|waarde| Euro::from_cents(waarde.to_hundredths()))
    }
}

impl Term<Verdeeld> {
    /// The amount of all deelnemers together; nothing for an unknown post.
    pub fn euro(&self) -> Option<Euro> {
        with_bedragen(&self.node, |bedragen| bedragen.geheel)
    }

    /// The amount of one deelnemer; nothing where an unknown post touches it.
    pub fn share_euro(&self, deelnemer: usize) -> Option<Euro> {
        with_bedragen(&self.node, |bedragen| match (bedragen.geheel, &bedragen.missing) {
            (None, Some(missing))
                if missing.iter().any(|(_, sleutel)| sleutel.carries(deelnemer)) =>
            {
                None
            }
            _ => Some(bedragen.share(deelnemer)),
        })
    }
}
