//! A term without its rounding, as a sum of multiples: `constant + Σ factor × atom`.
//!
//! What appears twice with opposite signs falls away exactly, and what has no band is one constant. So an
//! amount depends on few atoms: values with a band, their products, and what `least` and `greatest` choose.

use super::interval::Interval;

/// The place of an atom in the list of all atoms.
pub(super) type Place = usize;

/// A sum of multiples of atoms, in the order of their places; no factor is zero.
#[derive(Clone, Debug)]
pub(super) struct Form {
    pub(super) constant: Interval,
    pub(super) parts: Vec<(Place, Interval)>,
}

/// What a form is a sum of. An atom uses only atoms before it.
#[derive(Clone, Debug)]
pub(super) enum Atom {
    /// A value with a band: its place in the list of variables.
    Variable(usize),
    /// Two atoms multiplied.
    Product(Place, Place),
    /// Two sums multiplied.
    Times(Form, Form),
    /// One divided by a sum.
    Inverse(Form),
    /// The smaller of two sums, and the first minus the second: its sign decides.
    Least { left: Form, right: Form, difference: Form },
}

impl Form {
    pub(super) const NUL: Self = Self::constant(Interval::NUL);

    pub(super) const fn constant(constant: Interval) -> Self {
        Self { constant, parts: Vec::new() }
    }

    pub(super) fn atom(place: Place) -> Self {
        Self { constant: Interval::NUL, parts: vec![(place, Interval::ONE)] }
    }

    /// The value, where no band is in it.
    pub(super) fn as_constant(&self) -> Option<Interval> {
        self.parts.is_empty().then_some(self.constant)
    }

    /// Place and factor, where it is a multiple of one atom.
    pub(super) fn as_multiple(&self) -> Option<(Place, Interval)> {
        match self.parts.as_slice() {
            [part] if self.constant.is_nul() => Some(*part),
            _ => None,
        }
    }

    pub(super) fn plus(&self, other: &Self) -> Self {
        let mut parts = Vec::with_capacity(self.parts.len() + other.parts.len());
        let (mut left, mut right) = (self.parts.iter().peekable(), other.parts.iter().peekable());
        while let (Some((a, factor)), Some((b, added))) = (left.peek(), right.peek()) {
            match a.cmp(b) {
                std::cmp::Ordering::Less => parts.extend(left.next()),
                std::cmp::Ordering::Greater => parts.extend(right.next()),
                std::cmp::Ordering::Equal => {
                    let factor = factor.plus(*added);
                    if !factor.is_nul() {
                        parts.push((*a, factor));
                    }
                    left.next();
                    right.next();
                }
            }
        }
        parts.extend(left);
        parts.extend(right);
        Self { constant: self.constant.plus(other.constant), parts }
    }

    pub(super) fn scaled(&self, by: Interval) -> Self {
        if by.is_nul() {
            return Self::NUL;
        }
        let parts = self.parts.iter().map(|(place, factor)| (*place, factor.times(by)));
        Self { constant: self.constant.times(by), parts: parts.collect() }
    }

    pub(super) fn negative(&self) -> Self {
        let parts = self.parts.iter().map(|(place, factor)| (*place, factor.negative()));
        Self { constant: self.constant.negative(), parts: parts.collect() }
    }

    pub(super) fn minus(&self, other: &Self) -> Self {
        self.plus(&other.negative())
    }
}

impl Atom {
    /// The places of the atoms it uses.
    pub(super) fn uses(&self, see: &mut impl FnMut(Place)) {
        let mut form = |form: &Form| form.parts.iter().for_each(|(place, _)| see(*place));
        match self {
            Self::Variable(_) => {}
            Self::Product(left, right) => {
                see(*left);
                see(*right);
            }
            Self::Times(left, right) => {
                form(left);
                form(right);
            }
            Self::Inverse(divisor) => form(divisor),
            Self::Least { left, right, difference } => {
                [left, right, difference].into_iter().for_each(form);
            }
        }
    }
}
