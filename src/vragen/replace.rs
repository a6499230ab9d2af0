//! The same term with other values in it: how a question asks again without a formula of its own.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::formula::{Leaf, Node, Term};

/// The term in which every leaf that `other` gives an answer for is replaced by it. What does not depend on
/// such a leaf stays the very same, with the amounts it has already worked out.
pub(super) fn replace<U>(term: &Term<U>, other: &dyn Fn(&Rc<Leaf>) -> Option<Rc<Leaf>>) -> Term<U> {
    Term::of(Replacer { other, known: BTreeMap::new() }.node(&term.node))
}

struct Replacer<'o> {
    other: &'o dyn Fn(&Rc<Leaf>) -> Option<Rc<Leaf>>,
    /// The replacement of a node, by its address: shared parts stay shared.
    known: BTreeMap<usize, Rc<Node>>,
}

impl Replacer<'_> {
    fn node(&mut self, node: &Rc<Node>) -> Rc<Node> {
        let address = Rc::as_ptr(node).addr();
        if let Some(known) = self.known.get(&address) {
            return Rc::clone(known);
        }
        let made = self.fresh(node).map_or_else(|| Rc::clone(node), Rc::new);
        self.known.insert(address, Rc::clone(&made));
        made
    }

    /// The replaced node; nothing where all in it stays as it is.
    fn fresh(&mut self, node: &Rc<Node>) -> Option<Node> {
        match &**node {
            Node::Nul => None,
            Node::Leaf(leaf) => (self.other)(leaf).map(Node::Leaf),
            Node::Named { naam, term, .. } => {
                let term = self.changed(term)?;
                Some(Node::Named { naam: naam.clone(), term, waarde: OnceCell::new() })
            }
            Node::Post { naam, term, sleutel, .. } => {
                let (naam, sleutel, term) = (naam.clone(), Rc::clone(sleutel), self.changed(term)?);
                Some(Node::Post { naam, term, sleutel, bedragen: OnceCell::new() })
            }
            Node::Totaal { naam, delen, .. } => {
                let made: Vec<Rc<Node>> = delen.iter().map(|deel| self.node(deel)).collect();
                let same = made.iter().zip(delen).all(|(made, deel)| Rc::ptr_eq(made, deel));
                let naam = naam.clone();
                (!same).then(|| Node::Totaal { naam, delen: made, bedragen: OnceCell::new() })
            }
            Node::Share { van, deelnemer } => {
                Some(Node::Share { van: self.changed(van)?, deelnemer: *deelnemer })
            }
            Node::Plus(left, right) => self.pair(left, right, Node::Plus),
            Node::Minus(left, right) => self.pair(left, right, Node::Minus),
            Node::Times(left, right) => self.pair(left, right, Node::Times),
            Node::DividedBy(left, right) => self.pair(left, right, Node::DividedBy),
            Node::Least(left, right) => self.pair(left, right, Node::Least),
            Node::Greatest(left, right) => self.pair(left, right, Node::Greatest),
            Node::Negative(term) => self.changed(term).map(Node::Negative),
            Node::OpCenten(term) => self.changed(term).map(Node::OpCenten),
        }
    }

    fn changed(&mut self, node: &Rc<Node>) -> Option<Rc<Node>> {
        Some(self.node(node)).filter(|made| !Rc::ptr_eq(made, node))
    }

    fn pair(
        &mut self,
        left: &Rc<Node>,
        right: &Rc<Node>,
        kind: fn(Rc<Node>, Rc<Node>) -> Node,
    ) -> Option<Node> {
        let made = (self.node(left), self.node(right));
        let same = Rc::ptr_eq(&made.0, left) && Rc::ptr_eq(&made.1, right);
        (!same).then(|| kind(made.0, made.1))
    }
}
