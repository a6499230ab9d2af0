//! What a herleiding asks of a node.

use std::rc::Rc;

use crate::formula::Node;
use crate::formula::leaf::Leaf;
use crate::formula::naam::Id;

/// The values that a smallest or largest is of, in order, however it was put together.
pub(super) fn among(node: &Node) -> Vec<&Rc<Node>> {
    let (left, right) = match node {
        Node::Least(left, right) | Node::Greatest(left, right) => (left, right),
        _ => return Vec::new(),
    };
    let same = |it: &Node| std::mem::discriminant(it) == std::mem::discriminant(node);
    let parts = [left, right].into_iter();
    parts.flat_map(|it| if same(it) { among(it) } else { vec![it] }).collect()
}

/// The id of the deelnemer of a share, as its key names it.
pub(super) fn receiver(node: &Node, deelnemer: usize) -> Option<Id> {
    match node {
        Node::Share { van, .. } => receiver(van, deelnemer),
        Node::Post { sleutel, .. } => sleutel.deelnemers.get(deelnemer).cloned(),
        Node::Totaal { delen, .. } => delen.iter().find_map(|deel| receiver(deel, deelnemer)),
        _ => None,
    }
}

/// The leaves of an expression that stand in its own step, not in an earlier one.
pub(super) fn own_leaves(node: &Node, leaves: &mut Vec<Rc<Leaf>>) {
    match node {
        Node::Leaf(leaf) => leaves.push(Rc::clone(leaf)),
        Node::Negative(term) | Node::OpCenten(term) => own_leaves(term, leaves),
        Node::Plus(left, right)
        | Node::Minus(left, right)
        | Node::Times(left, right)
        | Node::DividedBy(left, right)
        | Node::Least(left, right)
        | Node::Greatest(left, right) => {
            own_leaves(left, leaves);
            own_leaves(right, leaves);
        }
        _ => {}
    }
}
