//! The lowest point of an amount over its bands.
//!
//! Why a corner is enough: take a lowest point. A value whose slope keeps one sign can be moved to its lower or
//! higher end, and one in which the amount is a straight line to one of both ends, without the amount rising;
//! one value after the other. So where every value is of one of these two kinds, a corner is lowest.
//!
//! The search is that argument. Values whose slope keeps one sign over the box are fixed at their end at once.
//! What is left is tried at both ends, one value at a time, and looked at again, because a smaller box settles
//! more signs; a box that cannot be lower than what has been found is skipped. A value of neither kind (used
//! twice in a product, or on both sides of a choice between two amounts) stays an interval: then there is a
//! bound and no corner, "hoogstens". The same holds for what is left when the work passes [`MOST_STEPS`].

use super::Kant;
use super::interval::Interval;
use super::ratio::Ratio;
use super::slopes::{Question, Shape, Slope};

/// The most work for one side of one amount, in steps of [`Question::steps`]: some ten values that cannot be
/// settled, or a few milliseconds. Ordinary amounts take below a hundred.
pub(super) const MOST_STEPS: usize = 20_000;

/// Where a value stands in a part of the box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stand {
    /// Anywhere in its band.
    Free,
    /// At one end.
    At(Kant),
    /// It makes no difference.
    Idle,
}

/// The lowest point, or a bound below it.
#[derive(Clone, Debug)]
pub(super) struct Lowest {
    pub(super) bound: Ratio,
    /// Whether the amount takes this value, at this corner.
    pub(super) exact: bool,
    /// The end of each variable; nothing where it makes no difference or is not settled.
    pub(super) corner: Vec<Option<Kant>>,
}

/// A part of the box that is still to be looked at.
struct Part {
    stands: Vec<Stand>,
    /// The amount is nowhere lower, as far as known before looking.
    floor: Ratio,
}

pub(super) fn lowest(question: &Question<'_>) -> Lowest {
    let mut search = Search { question, best: None, steps: 0 };
    let stands = vec![Stand::Free; question.variables.len()];
    let mut parts = vec![Part { stands, floor: Ratio::BEYOND.negative() }];
    while let Some(next) = parts.pop() {
        if search.beats(next.floor) {
            search.settle(next, &mut parts);
        }
    }
    search.best.unwrap_or(Lowest { bound: Ratio::BEYOND.negative(), exact: false, corner: vec![] })
}

struct Search<'q, 'c> {
    question: &'q Question<'c>,
    best: Option<Lowest>,
    steps: usize,
}

impl Search<'_, '_> {
    /// Whether a box that goes no lower than this can still matter.
    fn beats(&self, floor: Ratio) -> bool {
        self.best.as_ref().is_none_or(|best| floor < best.bound)
    }

    fn look(&mut self, stands: &[Stand]) -> Shape {
        let free = stands.iter().filter(|stand| **stand == Stand::Free).count();
        self.steps += self.question.steps(free);
        self.question.look(&within(self.question, stands))
    }

    /// Fixes what is settled; then the box is a corner, or is split in two, or has no corner.
    fn settle(&mut self, mut next: Part, parts: &mut Vec<Part>) {
        loop {
            let shape = self.look(&next.stands);
            let floor = shape.value.lo.max(next.floor);
            if !self.beats(floor) {
                return;
            }
            if !next.stands.contains(&Stand::Free) {
                return self.found(next.stands, floor, shape.value.is_point());
            }
            if self.steps > MOST_STEPS {
                return self.found(next.stands, floor, false);
            }
            if fix(&mut next.stands, &shape.slopes) {
                continue;
            }
            let Some(widest) = self.widest(&next.stands, &shape.slopes) else {
                return self.found(next.stands, floor, false);
            };
            for kant in [Kant::Hoog, Kant::Laag] {
                let mut stands = next.stands.clone();
                if let Some(stand) = stands.get_mut(widest) {
                    *stand = Stand::At(kant);
                }
                parts.push(Part { stands, floor });
            }
            return;
        }
    }

    /// The free straight line that moves the amount most.
    fn widest(&self, stands: &[Stand], slopes: &[Option<Slope>]) -> Option<usize> {
        let moves = |index: usize, slope: Slope| {
            let variable = self.question.variables.get(index)?;
            let band = variable.hoog.plus(variable.laag.negative());
            let reach = slope.range.times(band);
            Some(reach.hi.max(reach.lo.negative()))
        };
        let free = stands.iter().zip(slopes).enumerate().filter_map(|(index, (stand, slope))| {
            let slope = slope.filter(|slope| slope.affine && *stand == Stand::Free)?;
            Some((moves(index, slope)?, index))
        });
        free.max_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1))).map(|(_, index)| index)
    }

    fn found(&mut self, stands: Vec<Stand>, bound: Ratio, exact: bool) {
        let corner = stands.into_iter().map(|stand| match stand {
            Stand::At(kant) => Some(kant),
            Stand::Free | Stand::Idle => None,
        });
        self.best = Some(Lowest { bound, exact, corner: corner.collect() });
    }
}

/// Fixes every free value whose slope keeps one sign; says whether there was one.
fn fix(stands: &mut [Stand], slopes: &[Option<Slope>]) -> bool {
    let mut fixed = false;
    for (stand, slope) in stands.iter_mut().zip(slopes) {
        if *stand != Stand::Free {
            continue;
        }
        *stand = match slope {
            None => Stand::Idle,
            Some(slope) if slope.range.is_nul() => Stand::Idle,
            Some(slope) if slope.range.rises() => Stand::At(Kant::Laag),
            Some(slope) if slope.range.falls() => Stand::At(Kant::Hoog),
            Some(_) => continue,
        };
        fixed = true;
    }
    fixed
}

fn within(question: &Question<'_>, stands: &[Stand]) -> Vec<Interval> {
    let of = |(variable, stand): (&&super::compile::Variable, &Stand)| match stand {
        Stand::Free => Interval { lo: variable.laag.lo, hi: variable.hoog.hi },
        Stand::At(Kant::Laag) => variable.laag,
        Stand::At(Kant::Hoog) => variable.hoog,
        Stand::Idle => variable.waarde,
    };
    question.variables.iter().zip(stands).map(of).collect()
}

/// How much the amount differs when a value moves from its corner to where it stands in the scenario: what
/// the corner is told in the order of. Values that are not settled stand where they do in the scenario.
pub(super) fn weights(question: &Question<'_>, corner: &[Option<Kant>]) -> Vec<Ratio> {
    let stand = |kant: &Option<Kant>| kant.map_or(Stand::Idle, Stand::At);
    let stands: Vec<Stand> = corner.iter().map(stand).collect();
    let at = question.look(&within(question, &stands)).value;
    let of = |index: usize| {
        let mut moved = stands.clone();
        if let Some(stand) = moved.get_mut(index) {
            *stand = Stand::Idle;
        }
        let there = question.look(&within(question, &moved)).value;
        let difference = there.plus(at.negative());
        difference.hi.max(difference.lo.negative())
    };
    (0..stands.len()).map(of).collect()
}
