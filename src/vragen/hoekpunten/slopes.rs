//! How an amount moves with each band: its range over a box of values, and for every value with a band an
//! interval of slopes.
//!
//! The claim about a slope `[a, b]` in a value v: for any two points of the box that differ in v alone, by
//! h > 0, the amount differs by at least a·h and at most b·h. It holds for v itself with `[1, 1]` and goes
//! through every operation, without any calculus:
//!
//! - a sum: the differences add up;
//! - a product: f'g' − fg = (f' − f)·g' + f·(g' − g);
//! - an inverse: 1/g' − 1/g = −(g' − g) ÷ (g'·g);
//! - the smaller of two: its difference lies between the two differences.
//!
//! A slope that is nowhere below zero proves that the amount does not fall when v rises, wherever the other
//! values are. Besides, `affine` says that the amount is a straight line in v when the others stand still.

use super::compile::Variable;
use super::form::{Atom, Form, Place};
use super::interval::Interval;

#[derive(Clone, Copy, Debug)]
pub(super) struct Slope {
    pub(super) range: Interval,
    pub(super) affine: bool,
}

/// The range of a part, and its slope in every variable of the question; nothing where it does not depend on it.
#[derive(Clone, Debug)]
pub(super) struct Shape {
    pub(super) value: Interval,
    pub(super) slopes: Vec<Option<Slope>>,
}

/// One amount: the atoms and variables it depends on, and no others.
pub(super) struct Question<'c> {
    atoms: &'c [Atom],
    /// The places of its atoms, each after what it uses.
    order: Vec<Place>,
    /// Its variables, in the order of the formula.
    pub(super) variables: Vec<&'c Variable>,
    output: Form,
}

impl<'c> Question<'c> {
    pub(super) fn new(atoms: &'c [Atom], variables: &'c [Variable], output: Form) -> Self {
        let mut used = vec![false; atoms.len()];
        let mut see = |place: Place| {
            if let Some(used) = used.get_mut(place) {
                *used = true;
            }
        };
        output.parts.iter().for_each(|(place, _)| see(*place));
        for (place, atom) in atoms.iter().enumerate().rev() {
            if used.get(place) == Some(&true) {
                atom.uses(&mut |place| {
                    if let Some(used) = used.get_mut(place) {
                        *used = true;
                    }
                });
            }
        }
        let order: Vec<Place> =
            used.iter().enumerate().filter(|(_, used)| **used).map(|(place, _)| place).collect();
        let of = |place: &Place| match atoms.get(*place) {
            Some(Atom::Variable(index)) => variables.get(*index),
            _ => None,
        };
        let variables = order.iter().filter_map(of).collect();
        Self { atoms, order, variables, output }
    }

    /// The opposite of the amount: its lowest point is the highest of the amount.
    pub(super) fn opposite(&self) -> Self {
        Self {
            atoms: self.atoms,
            order: self.order.clone(),
            variables: self.variables.clone(),
            output: self.output.negative(),
        }
    }

    /// How much work one look takes, in steps.
    pub(super) fn steps(&self, free: usize) -> usize {
        (self.order.len() + self.output.parts.len()) * (free + 1)
    }

    /// Range and slopes of the amount over a box: an interval for each variable.
    pub(super) fn look(&self, within: &[Interval]) -> Shape {
        let mut shapes: Vec<Shape> = Vec::with_capacity(self.order.len());
        let mut next = 0;
        for place in &self.order {
            let shape = match self.atoms.get(*place) {
                Some(Atom::Variable(_)) | None => {
                    next += 1;
                    variable(within, next - 1)
                }
                Some(atom) => self.atom(atom, &shapes, within.len()),
            };
            shapes.push(shape);
        }
        self.form(&self.output, &shapes, within.len())
    }

    fn shape<'s>(&self, shapes: &'s [Shape], place: Place) -> Option<&'s Shape> {
        self.order.binary_search(&place).ok().and_then(|index| shapes.get(index))
    }

    fn atom(&self, atom: &Atom, shapes: &[Shape], count: usize) -> Shape {
        let nothing = || Shape { value: Interval::NUL, slopes: vec![None; count] };
        let at = |place: Place| self.shape(shapes, place).cloned().unwrap_or_else(nothing);
        match atom {
            Atom::Variable(_) => nothing(),
            Atom::Product(left, right) => product(&at(*left), &at(*right)),
            Atom::Times(left, right) => {
                product(&self.form(left, shapes, count), &self.form(right, shapes, count))
            }
            Atom::Inverse(divisor) => inverse(self.form(divisor, shapes, count)),
            Atom::Least { left, right, difference } => {
                let sign = self.form(difference, shapes, count).value;
                if sign.falls() {
                    self.form(left, shapes, count)
                } else if sign.rises() {
                    self.form(right, shapes, count)
                } else {
                    least(&self.form(left, shapes, count), &self.form(right, shapes, count))
                }
            }
        }
    }

    fn form(&self, form: &Form, shapes: &[Shape], count: usize) -> Shape {
        let mut sum = Shape { value: form.constant, slopes: vec![None; count] };
        for (place, factor) in &form.parts {
            let Some(shape) = self.shape(shapes, *place) else { continue };
            sum.value = sum.value.plus(shape.value.times(*factor));
            for (slope, added) in sum.slopes.iter_mut().zip(&shape.slopes) {
                let Some(added) = added else { continue };
                let range = added.range.times(*factor);
                *slope = Some(match slope {
                    None => Slope { range, affine: added.affine },
                    Some(known) => Slope {
                        range: known.range.plus(range),
                        affine: known.affine && added.affine,
                    },
                });
            }
        }
        sum
    }
}

/// A variable that the box has fixed is a constant.
fn variable(within: &[Interval], index: usize) -> Shape {
    let value = within.get(index).copied().unwrap_or(Interval::NUL);
    let mut slopes = vec![None; within.len()];
    if let Some(slope) = slopes.get_mut(index).filter(|_| !value.is_point()) {
        *slope = Some(Slope { range: Interval::ONE, affine: true });
    }
    Shape { value, slopes }
}

fn product(left: &Shape, right: &Shape) -> Shape {
    let slope = |(a, b): (&Option<Slope>, &Option<Slope>)| {
        let by_right = |slope: &Slope| slope.range.times(right.value);
        let by_left = |slope: &Slope| slope.range.times(left.value);
        match (a, b) {
            (None, None) => None,
            (Some(a), None) => Some(Slope { range: by_right(a), affine: a.affine }),
            (None, Some(b)) => Some(Slope { range: by_left(b), affine: b.affine }),
            // The value is in both factors: no straight line.
            (Some(a), Some(b)) => {
                Some(Slope { range: by_right(a).plus(by_left(b)), affine: false })
            }
        }
    };
    let slopes = left.slopes.iter().zip(&right.slopes).map(slope).collect();
    Shape { value: left.value.times(right.value), slopes }
}

fn inverse(divisor: Shape) -> Shape {
    let value = divisor.value.inverse();
    let by = value.times(value).negative();
    let slope = |slope: Slope| Slope { range: slope.range.times(by), affine: false };
    Shape { value, slopes: divisor.slopes.into_iter().map(|it| it.map(slope)).collect() }
}

/// Over this box either of the two can be the smaller one.
fn least(left: &Shape, right: &Shape) -> Shape {
    let slope = |(a, b): (&Option<Slope>, &Option<Slope>)| {
        let range = |slope: &Option<Slope>| slope.map_or(Interval::NUL, |slope| slope.range);
        (a.is_some() || b.is_some())
            .then(|| Slope { range: range(a).hull(range(b)), affine: false })
    };
    let slopes = left.slopes.iter().zip(&right.slopes).map(slope).collect();
    Shape { value: left.value.least(right.value), slopes }
}
