//! What a formula is: written once as a [`Term`], read five ways.
//!
//! | reading | file |
//! | --- | --- |
//! | 1. its exact amount, and what a total leaves out | `amount.rs` |
//! | 2. the unknown inputs it depends on | `unknown.rs` |
//! | 3. its herleiding in numbered steps | `herleiding.rs` |
//! | 4. the same formula in spreadsheet notation | `cell.rs` |
//! | 5. a flat program for the draws | `program.rs` |
//!
//! Knows units and nothing of publicaties, scenarios or texts.

mod amount;
mod cell;
mod herleiding;
mod leaf;
mod naam;
mod program;
mod sleutel;
mod unknown;

use std::cell::OnceCell;
use std::marker::PhantomData;
use std::ops::{Add, Div, Mul, Neg, Sub};
use std::rc::Rc;

pub use amount::Amount;
pub use cell::{Cell, cells};
pub use herleiding::{Herleiding, Soort, Stap};
pub use leaf::{Herkomst, Leaf, Status};
pub use naam::{Deel, Id, Naam};
pub(crate) use naam::{VOORSTEL, cell_word, same_id};
pub use program::{Input, Program};
pub use sleutel::{Sleutel, SleutelBlok};

use crate::units::unit::{Aandeel, Aantal, Bedrag, Unit};
use amount::{Bedragen, Part};

/// A euro amount that is divided over the deelnemers to the cent: a post, or a total of posts.
#[derive(Clone, Copy, Debug)]
pub struct Verdeeld;

/// An expression over values of the publicatie and the scenario, with the unit of its outcome.
///
/// ```
/// use bijdragewijzer::formula::{Leaf, Term};
/// use bijdragewijzer::units::unit::{Aantal, Bedrag};
///
/// let bedrag: Term<Bedrag> = Term::leaf(Leaf::example("uitbesteding_bedrag", "180000"));
/// let omvang: Term<Aantal> = Term::leaf(Leaf::example("omvang", "10000"));
/// let basis: Term<Aantal> = Term::leaf(Leaf::example("basis", "90000"));
/// let post = (bedrag * (omvang / basis)).op_centen();
/// assert_eq!(post.euro().map(|euro| euro.to_string()).as_deref(), Some("20000.00"));
/// ```
///
/// Euros times euros is no amount, so it does not compile:
///
/// ```compile_fail
/// use bijdragewijzer::formula::{Leaf, Term};
/// use bijdragewijzer::units::unit::Bedrag;
///
/// let bedrag: Term<Bedrag> = Term::leaf(Leaf::example("bedrag", "2"));
/// let _ = bedrag.clone() * bedrag;
/// ```
#[derive(Debug)]
pub struct Term<U> {
    pub(crate) node: Rc<Node>,
    unit: PhantomData<U>,
}

/// The grammar. A new kind is a decision (docs/decisions).
#[derive(Debug)]
pub(crate) enum Node {
    /// The sum of nothing.
    Nul,
    /// A value of a document.
    Leaf(Rc<Leaf>),
    /// A named step inside a post, exact and never rounded (the counts of a trechter).
    Named {
        naam: Naam,
        term: Rc<Node>,
        /// Beside the node, so that every other kind stays small: a formula has many.
        waarde: OnceCell<Box<Part>>,
    },
    /// A post: rounded once, divided on its own.
    Post {
        naam: Naam,
        term: Rc<Node>,
        sleutel: Rc<Sleutel>,
        bedragen: OnceCell<Bedragen>,
    },
    /// The sum of the known posts, with the list of what it leaves out.
    Totaal {
        naam: Naam,
        delen: Vec<Rc<Node>>,
        bedragen: OnceCell<Bedragen>,
    },
    /// What one deelnemer gets of a post or total.
    Share {
        van: Rc<Node>,
        deelnemer: usize,
    },
    Plus(Rc<Node>, Rc<Node>),
    Minus(Rc<Node>, Rc<Node>),
    Negative(Rc<Node>),
    Times(Rc<Node>, Rc<Node>),
    DividedBy(Rc<Node>, Rc<Node>),
    Least(Rc<Node>, Rc<Node>),
    Greatest(Rc<Node>, Rc<Node>),
    OpCenten(Rc<Node>),
}

impl<U> Clone for Term<U> {
    fn clone(&self) -> Self {
        Self::of(Rc::clone(&self.node))
    }
}

impl<U> Term<U> {
    pub(crate) fn of(node: Rc<Node>) -> Self {
        Self { node, unit: PhantomData }
    }

    fn new(node: Node) -> Self {
        Self::of(Rc::new(node))
    }

    /// Whether both are the very same term, built once and shared.
    pub fn is_same(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.node, &other.node)
    }
}

impl<U: Unit> Term<U> {
    /// A value of a document. The reader of the document has checked that its unit is `U`.
    pub fn leaf(leaf: impl Into<Rc<Leaf>>) -> Self {
        Self::new(Node::Leaf(leaf.into()))
    }

    /// Gives an exact intermediate value a name and a cell of its own.
    #[must_use]
    pub fn named(self, naam: Naam) -> Self {
        Self::new(Node::Named { naam, term: self.node, waarde: OnceCell::new() })
    }

    /// The smaller of two; of values that leave something out, what is known of them.
    #[must_use]
    pub fn least(self, other: Self) -> Self {
        Self::new(Node::Least(self.node, other.node))
    }

    /// The larger of two.
    #[must_use]
    pub fn greatest(self, other: Self) -> Self {
        Self::new(Node::Greatest(self.node, other.node))
    }
}

impl Term<()> {
    /// A value of a document, of whatever unit.
    pub(crate) fn of_value(leaf: Leaf) -> Self {
        Self::new(Node::Leaf(Rc::new(leaf)))
    }

    /// The same term with its unit. The reader of the document has checked that it is `U`.
    pub(crate) fn in_unit<U: Unit>(&self) -> Term<U> {
        Term::of(Rc::clone(&self.node))
    }
}

impl Term<Bedrag> {
    /// Nothing: the sum of no amounts.
    pub fn nul() -> Self {
        Self::new(Node::Nul)
    }

    /// Rounded to the cent, half away from zero: once, at the end of a post.
    #[must_use]
    pub fn op_centen(self) -> Self {
        Self::new(Node::OpCenten(self.node))
    }

    /// The amount as a post, divided over the deelnemers under this key.
    pub fn post(self, naam: Naam, sleutel: Rc<Sleutel>) -> Term<Verdeeld> {
        Term::new(Node::Post { naam, term: self.node, sleutel, bedragen: OnceCell::new() })
    }
}

impl Term<Verdeeld> {
    /// The sum of posts or totals; unknown posts are left out and listed.
    pub fn totaal(naam: Naam, delen: impl IntoIterator<Item = Self>) -> Self {
        let terms = delen.into_iter();
        let mut delen = Vec::with_capacity(terms.size_hint().1.unwrap_or(0));
        delen.extend(terms.map(|term| term.node));
        Self::new(Node::Totaal { naam, delen, bedragen: OnceCell::new() })
    }

    /// Whether it is a total of nothing.
    pub fn is_empty(&self) -> bool {
        matches!(&*self.node, Node::Totaal { delen, .. } if delen.is_empty())
    }

    /// Whether the total has this very post among its parts.
    pub fn contains(&self, post: &Self) -> bool {
        matches!(&*self.node, Node::Totaal { delen, .. } if delen.iter().any(|deel| Rc::ptr_eq(deel, &post.node)))
    }

    /// What deelnemer `index` (order of the publicatie) gets of it.
    pub fn share(&self, deelnemer: usize) -> Term<Bedrag> {
        Term::new(Node::Share { van: Rc::clone(&self.node), deelnemer })
    }

    /// What one deelnemer gets of it, or the whole amount without one.
    pub fn of_whom(&self, deelnemer: Option<usize>) -> Term<Bedrag> {
        deelnemer.map_or_else(|| self.whole(), |deelnemer| self.share(deelnemer))
    }

    /// The whole amount, of all deelnemers together.
    pub fn whole(&self) -> Term<Bedrag> {
        Term::of(Rc::clone(&self.node))
    }
}

macro_rules! operator {
    ($operator:ident, $method:ident, $node:ident: $($left:ty, $right:ty => $outcome:ty;)+) => {$(
        impl $operator<Term<$right>> for Term<$left> {
            type Output = Term<$outcome>;
            fn $method(self, other: Term<$right>) -> Term<$outcome> {
                Term::new(Node::$node(self.node, other.node))
            }
        }
    )+};
}

operator!(Add, add, Plus:
    Bedrag, Bedrag => Bedrag;
    Aantal, Aantal => Aantal;
    Aandeel, Aandeel => Aandeel;
);
operator!(Sub, sub, Minus:
    Bedrag, Bedrag => Bedrag;
    Aantal, Aantal => Aantal;
    Aandeel, Aandeel => Aandeel;
);
operator!(Mul, mul, Times:
    Bedrag, Aandeel => Bedrag;
    Bedrag, Aantal => Bedrag;
    Aantal, Aandeel => Aantal;
    Aandeel, Aandeel => Aandeel;
);
operator!(Div, div, DividedBy:
    Aantal, Aantal => Aandeel;
    Bedrag, Aantal => Bedrag;
    Bedrag, Bedrag => Aandeel;
);

impl Neg for Term<Bedrag> {
    type Output = Self;
    fn neg(self) -> Self {
        Self::new(Node::Negative(self.node))
    }
}
