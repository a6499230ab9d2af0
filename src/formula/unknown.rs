//! Reading 2: the unknown inputs that a term depends on, also through what its totals leave out.

use std::rc::Rc;

use super::leaf::Leaf;
use super::{Node, Term};

/// Visits every node below and including this one, parts before the whole.
pub(crate) fn visit(node: &Rc<Node>, see: &mut impl FnMut(&Rc<Node>)) {
    match &**node {
        Node::Nul | Node::Leaf(_) => {}
        Node::Named { term, .. }
        | Node::Post { term, .. }
        | Node::Negative(term)
        | Node::OpCenten(term) => {
            visit(term, see);
        }
        Node::Share { van, .. } => visit(van, see),
        Node::Totaal { delen, .. } => delen.iter().for_each(|deel| visit(deel, see)),
        Node::Plus(left, right)
        | Node::Minus(left, right)
        | Node::Times(left, right)
        | Node::DividedBy(left, right)
        | Node::Least(left, right)
        | Node::Greatest(left, right) => {
            visit(left, see);
            visit(right, see);
        }
    }
    see(node);
}

impl<U> Term<U> {
    /// Every value the term starts from, once, in the order of the formula.
    pub fn leaves(&self) -> Vec<Rc<Leaf>> {
        let mut leaves: Vec<Rc<Leaf>> = Vec::new();
        visit(&self.node, &mut |node| {
            if let Node::Leaf(leaf) = &**node
                && !leaves.iter().any(|known| known.to_string() == leaf.to_string())
            {
                leaves.push(Rc::clone(leaf));
            }
        });
        leaves
    }

    /// Reading 2: the unknown inputs it depends on.
    pub fn unknowns(&self) -> Vec<Rc<Leaf>> {
        self.leaves().into_iter().filter(|leaf| leaf.waarde.is_none()).collect()
    }
}
