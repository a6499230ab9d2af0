//! The expression of a step, as text: with names and with values, and with no more brackets than it needs.

use crate::formula::Node;
use crate::formula::leaf::Leaf;
use crate::formula::naam::prefix;
use crate::units::notation::{MINUS, waarde};
use crate::units::{Breuk, Eenheid};

/// How tightly an expression binds, loosest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Binding {
    Sum,
    Product,
    Atom,
}

/// An expression twice: with names and with values.
pub(super) struct Text {
    pub(super) formule: String,
    pub(super) uitdrukking: String,
    pub(super) binding: Binding,
    pub(super) eenheid: Eenheid,
}

impl Text {
    /// In brackets, where what is around it binds tighter, or as tight where that matters.
    pub(super) fn wrapped(self, within: Binding, strict: bool) -> Self {
        if self.binding < within || (strict && self.binding == within) {
            Self {
                formule: format!("({})", self.formule),
                uitdrukking: format!("({})", self.uitdrukking),
                binding: Binding::Atom,
                eenheid: self.eenheid,
            }
        } else {
            self
        }
    }
}

pub(super) fn infix(
    left: Text,
    sign: char,
    right: Text,
    binding: Binding,
    eenheid: Eenheid,
) -> Text {
    let strict = sign == MINUS || sign == '÷';
    let (left, right) = (left.wrapped(binding, false), right.wrapped(binding, strict));
    let value = if right.uitdrukking.starts_with(MINUS) {
        format!("({})", right.uitdrukking)
    } else {
        right.uitdrukking
    };
    Text {
        formule: format!("{} {sign} {}", left.formule, right.formule),
        uitdrukking: format!("{} {sign} {value}", left.uitdrukking),
        binding,
        eenheid,
    }
}

pub(super) fn atom(formule: String, uitdrukking: String, eenheid: Eenheid) -> Text {
    Text { formule, uitdrukking, binding: Binding::Atom, eenheid }
}

pub(super) fn shown(value: Option<Breuk>, eenheid: Eenheid) -> String {
    value.map_or_else(|| "onbekend".into(), |value| waarde(value, eenheid))
}

pub(super) fn leaf_name(leaf: &Leaf) -> String {
    let jaar = leaf.jaar.map(|jaar| format!(" {jaar}")).unwrap_or_default();
    let deelnemer = leaf.deelnemer.as_ref().map(|id| format!(" {id}")).unwrap_or_default();
    format!("{}{}{jaar}{deelnemer}", prefix(leaf.voorstel), leaf.id)
}

/// The unit of a node, where the node itself tells it.
pub(super) fn node_unit(node: &Node) -> Option<Eenheid> {
    match node {
        Node::Leaf(leaf) => Some(leaf.eenheid),
        Node::Post { .. } | Node::Totaal { .. } | Node::Share { .. } | Node::OpCenten(_) => {
            Some(Eenheid::Euro)
        }
        Node::Named { term, .. } | Node::Negative(term) => node_unit(term),
        Node::Plus(left, _)
        | Node::Minus(left, _)
        | Node::Least(left, _)
        | Node::Greatest(left, _) => node_unit(left),
        Node::Times(left, right) => match (node_unit(left)?, node_unit(right)?) {
            (Eenheid::Euro, _) => Some(Eenheid::Euro),
            (Eenheid::Aantal, _) => Some(Eenheid::Aantal),
            _ => Some(Eenheid::Aandeel),
        },
        Node::DividedBy(left, right) => match (node_unit(left)?, node_unit(right)?) {
            (Eenheid::Euro, Eenheid::Aantal) => Some(Eenheid::Euro),
            _ => Some(Eenheid::Aandeel),
        },
        Node::Nul => None,
    }
}
