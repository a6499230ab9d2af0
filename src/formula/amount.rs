//! Reading 1: the exact amount, and what a total leaves out.
//!
//! Numerator and denominator are carried; a post divides once and rounds once. Everything above a post
//! is a sum of whole cents, for all deelnemers at once.

use std::rc::Rc;

use super::naam::{Id, same_id};
use super::sleutel::Sleutel;
use super::{Node, Term, Verdeeld};
use crate::units::unit::Bedrag;
use crate::units::{Breuk, Compact, Euro};

/// The value of a term.
#[derive(Clone, Debug)]
pub struct Amount {
    /// The exact value; nothing when it depends on an unknown input.
    pub waarde: Option<Breuk>,
}

/// A post without an amount, with the key that says whom it touches.
type Gemist = (Id, Rc<Sleutel>);

/// Posts without an amount. Nothing is the usual case.
type Missing = Option<Rc<Vec<Gemist>>>;

/// The value of a part, on its way to the whole.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    waarde: Option<Compact>,
    /// Unknown posts that a total inside it leaves out.
    missing: Missing,
}

impl Part {
    fn new(waarde: Option<&Breuk>) -> Self {
        Self { waarde: waarde.map(Compact::from), missing: None }
    }

    fn combine(self, other: Self, operation: impl FnOnce(Breuk, Breuk) -> Option<Breuk>) -> Self {
        let waarde = match (&self.waarde, &other.waarde) {
            (Some(left), Some(right)) => operation(left.breuk(), right.breuk()),
            _ => None,
        };
        let waarde = waarde.as_ref().map(Compact::from);
        Self { waarde, missing: union(self.missing, &other.missing) }
    }

    fn map(self, operation: impl FnOnce(Breuk) -> Breuk) -> Self {
        let waarde = self.waarde.map(|waarde| Compact::from(&operation(waarde.breuk())));
        Self { waarde, ..self }
    }

    fn cents(&self) -> Option<i128> {
        self.waarde.as_ref().map(|waarde| waarde.breuk().to_hundredths())
    }
}

/// A post or total in whole cents.
#[derive(Clone, Debug)]
pub(crate) struct Bedragen {
    /// Of all together, then of each deelnemer; empty for a total without posts. Nothing for an unknown
    /// post. What is the same is shared.
    bedragen: Option<Rc<[Euro]>>,
    missing: Missing,
}

impl Bedragen {
    /// Of all together; nothing for an unknown post.
    fn geheel(&self) -> Option<Euro> {
        self.bedragen.as_ref().map(|bedragen| bedragen.first().copied().unwrap_or(Euro::NUL))
    }

    /// Of one deelnemer; nothing where an unknown post touches it.
    fn share(&self, deelnemer: usize) -> Option<Euro> {
        let Some(bedragen) = &self.bedragen else {
            let touched = self.missing.iter().flat_map(|list| list.iter()).any(touches(deelnemer));
            return (!touched).then_some(Euro::NUL);
        };
        Some(bedragen.get(deelnemer + 1).copied().unwrap_or(Euro::NUL))
    }
}

fn union(left: Missing, right: &Missing) -> Missing {
    let Some(added) = right else { return left };
    let Some(mut list) = left else { return Some(Rc::clone(added)) };
    for (id, sleutel) in added.iter() {
        if !list.iter().any(|(known, key)| Rc::ptr_eq(key, sleutel) && same_id(known, id)) {
            Rc::make_mut(&mut list).push((Rc::clone(id), Rc::clone(sleutel)));
        }
    }
    Some(list)
}

/// The amount of an expression, of all deelnemers together.
pub(crate) fn amount(node: &Node) -> Amount {
    Amount { waarde: part(node).waarde.map(|waarde| waarde.breuk()) }
}

fn part(node: &Node) -> Part {
    match node {
        Node::Nul => Part::new(Some(&Breuk::NUL)),
        Node::Leaf(leaf) => Part::new(leaf.waarde.as_ref()),
        Node::Named { term, waarde, .. } => {
            Part::clone(waarde.get_or_init(|| Box::new(part(term))))
        }
        Node::Post { .. } | Node::Totaal { .. } => with_bedragen(node, |bedragen| Part {
            missing: bedragen.missing.clone(),
            ..Part::new(bedragen.geheel().map(Euro::breuk).as_ref())
        }),
        Node::Share { van, deelnemer } => with_bedragen(van, |bedragen| Part {
            missing: bedragen.missing.as_ref().and_then(|list| touching(list, *deelnemer)),
            ..Part::new(bedragen.share(*deelnemer).map(Euro::breuk).as_ref())
        }),
        Node::Plus(left, right) => {
            part(left).combine(part(right), |left, right| Some(left + right))
        }
        Node::Minus(left, right) => {
            part(left).combine(part(right), |left, right| Some(left - right))
        }
        Node::Negative(term) => part(term).map(|waarde| -waarde),
        Node::Times(left, right) => {
            part(left).combine(part(right), |left, right| Some(left * right))
        }
        // Whatever a formula divides by is refused at the door when it is zero.
        Node::DividedBy(left, right) => part(left).combine(part(right), Breuk::checked_div),
        Node::Least(left, right) => {
            part(left).combine(part(right), |left, right| Some(left.min(right)))
        }
        Node::Greatest(left, right) => {
            part(left).combine(part(right), |left, right| Some(left.max(right)))
        }
        Node::OpCenten(term) => part(term).map(|waarde| Breuk::hundredths(waarde.to_hundredths())),
    }
}

/// Whether a post touches the deelnemer.
fn touches(deelnemer: usize) -> impl Fn(&Gemist) -> bool {
    move |(_, sleutel)| sleutel.carries(deelnemer)
}

/// The posts of the list that touch the deelnemer; nothing where none does.
fn touching(list: &Rc<Vec<Gemist>>, deelnemer: usize) -> Missing {
    let touched = || list.iter().filter(|post| touches(deelnemer)(post));
    match touched().count() {
        0 => None,
        all if all == list.len() => Some(Rc::clone(list)),
        _ => Some(Rc::new(touched().cloned().collect())),
    }
}

/// Reads the cents of a post or total. Each is worked out once and kept.
fn with_bedragen<T>(node: &Node, read: impl FnOnce(&Bedragen) -> T) -> T {
    match node {
        Node::Post { bedragen, .. } | Node::Totaal { bedragen, .. } => {
            read(bedragen.get_or_init(|| work_out(node)))
        }
        node => read(&work_out(node)),
    }
}

fn work_out(node: &Node) -> Bedragen {
    match node {
        Node::Post { naam, term, sleutel, .. } => post(&naam.id, part(term), sleutel),
        Node::Totaal { delen, .. } => totaal(delen),
        // Only posts and totals carry the unit `Verdeeld`.
        _ => totaal(&[]),
    }
}

fn post(id: &Id, part: Part, sleutel: &Rc<Sleutel>) -> Bedragen {
    let Some(cents) = part.cents() else {
        let missing = Some(Rc::new(vec![(Rc::clone(id), Rc::clone(sleutel))]));
        return Bedragen { bedragen: None, missing };
    };
    // What the amount leaves out touches whoever shares in this post.
    let missing = part.missing.map(|list| {
        Rc::new(list.iter().map(|(id, _)| (Rc::clone(id), Rc::clone(sleutel))).collect())
    });
    Bedragen { bedragen: Some(sleutel.bedragen(Euro::from_cents(cents))), missing }
}

fn totaal(delen: &[Rc<Node>]) -> Bedragen {
    let mut sum: Option<Rc<[Euro]>> = None;
    let mut missing = None;
    for deel in delen {
        with_bedragen(deel, |bedragen| {
            if let Some(added) = bedragen.bedragen.as_ref().filter(|added| !added.is_empty()) {
                match &mut sum {
                    Some(sum) => add(sum, added),
                    None => sum = Some(Rc::clone(added)),
                }
            }
            missing = union(missing.take(), &bedragen.missing);
        });
    }
    let sum = sum.unwrap_or_else(|| Rc::from([]));
    debug_assert!(sum.len() < 2 || sum.first().copied() == Some(sum.iter().skip(1).copied().sum()));
    Bedragen { bedragen: Some(sum), missing }
}

fn add(sum: &mut Rc<[Euro]>, added: &[Euro]) {
    for (total, euro) in Rc::make_mut(sum).iter_mut().zip(added) {
        *total = *total + *euro;
    }
}

/// Whether some amount in it is known to be more or less than nought: parts that cancel out are known, as is a post
/// that was worked out from what is known, and a total of which every part is unknown is not.
fn knows(node: &Node, deelnemer: Option<usize>) -> bool {
    match node {
        Node::Totaal { delen, .. } => delen.iter().any(|deel| knows(deel, deelnemer)),
        Node::Post { .. } => with_bedragen(node, |bedragen| {
            let euro = deelnemer.map_or_else(|| bedragen.geheel(), |index| bedragen.share(index));
            euro.is_some_and(|euro| euro != Euro::NUL || bedragen.missing.is_some())
        }),
        Node::Share { van, deelnemer } => knows(van, Some(*deelnemer)),
        Node::Named { term, .. } | Node::Negative(term) | Node::OpCenten(term) => {
            knows(term, deelnemer)
        }
        Node::Plus(left, right)
        | Node::Minus(left, right)
        | Node::Times(left, right)
        | Node::DividedBy(left, right)
        | Node::Least(left, right)
        | Node::Greatest(left, right) => knows(left, deelnemer) || knows(right, deelnemer),
        Node::Nul => false,
        Node::Leaf(leaf) => leaf.waarde.is_some_and(|waarde| waarde != Breuk::NUL),
    }
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
            node => ids(&part(node).missing),
        }
    }
}

impl Term<Bedrag> {
    /// The amount in whole cents; nothing when it depends on an unknown input.
    pub fn euro(&self) -> Option<Euro> {
        part(&self.node).cents().map(Euro::from_cents)
    }

    /// What is known of it, to be shown: as [`euro`](Self::euro), and nothing where it leaves something out and no
    /// part of it is known to be more or less than nought.
    pub fn known(&self) -> Option<Euro> {
        let shown = |euro: &Euro| *euro != Euro::NUL || self.exclusief().is_empty();
        self.euro().filter(|euro| shown(euro) || knows(&self.node, None))
    }
}

impl Term<Verdeeld> {
    /// The amount of all deelnemers together; nothing for an unknown post.
    pub fn euro(&self) -> Option<Euro> {
        with_bedragen(&self.node, Bedragen::geheel)
    }

    /// The amount of one deelnemer; nothing where an unknown post touches it.
    pub fn share_euro(&self, deelnemer: usize) -> Option<Euro> {
        with_bedragen(&self.node, |bedragen| bedragen.share(deelnemer))
    }

    /// What is known of it for all deelnemers together; see [`Term::known`].
    pub fn known(&self) -> Option<Euro> {
        self.whole().known()
    }

    /// What is known of it for one deelnemer; see [`Term::known`].
    pub fn known_share(&self, deelnemer: usize) -> Option<Euro> {
        self.share(deelnemer).known()
    }
}
