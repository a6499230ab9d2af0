//! From amounts in cents to pixels along one axis that always holds nought.

/// From an amount to a place on an axis.
pub(super) struct Scale {
    low: i128,
    high: i128,
    /// The lowest line, and from each to the next.
    first: i128,
    step: i128,
    /// Where the lowest and the highest stand.
    from: i128,
    to: i128,
}

impl Scale {
    /// A round step, so that two to five lines hold all amounts and nought.
    pub(super) fn new(amounts: impl IntoIterator<Item = i128>, from: i128, to: i128) -> Self {
        let (low, high) = ends(amounts);
        let span = (high - low).max(100);
        let mut step = 100;
        while span / step >= 4 {
            // 1, 2, 5, 10, 20, 50 …
            let digits = step.to_string();
            step = if digits.starts_with('2') { step / 2 * 5 } else { step * 2 };
        }
        let down = if low < 0 { (low - step + 1) / step * step } else { 0 };
        let up = if high > 0 { (high + step - 1) / step * step } else { 0 };
        if down == up {
            return Self::of_nothing(from, to);
        }
        Self { low: down, high: up, first: down, step, from, to }
    }

    /// The same without room to spare: the longest amount fills the axis.
    pub(super) fn tight(amounts: impl IntoIterator<Item = i128>, from: i128, to: i128) -> Self {
        let (low, high) = ends(amounts);
        let high = if low == high { low + 1 } else { high };
        Self { low, high, first: low, step: high - low, from, to }
    }

    /// The line of nought alone, in the middle: nothing says how much a length would be.
    const fn of_nothing(from: i128, to: i128) -> Self {
        Self { low: -1, high: 1, first: 0, step: 2, from, to }
    }

    pub(super) fn at(&self, cents: i128) -> i128 {
        self.from + (cents - self.low) * (self.to - self.from) / (self.high - self.low)
    }

    pub(super) fn zero(&self) -> i128 {
        self.at(0)
    }

    /// The lines of the scale.
    pub(super) fn grid(&self) -> impl Iterator<Item = i128> {
        let (first, step) = (self.first, self.step);
        (0..=(self.high - first) / step).map(move |line| first + line * step)
    }
}

/// The lowest and the highest, nought among them.
fn ends(amounts: impl IntoIterator<Item = i128>) -> (i128, i128) {
    amounts.into_iter().fold((0, 0), |(low, high), cents| (low.min(cents), high.max(cents)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nought_is_always_on_it_and_amounts_stand_where_they_should() {
        let scale = Scale::new([-16_000_000, -4_000_000], 400, 0);
        assert_eq!(
            scale.grid().collect::<Vec<_>>(),
            [-20_000_000, -15_000_000, -10_000_000, -5_000_000, 0]
        );
        assert_eq!((scale.zero(), scale.at(-16_000_000)), (0, 320));
        let rises = Scale::new([7_000], 0, 100);
        assert_eq!((rises.zero(), rises.at(8_000)), (0, 100));
    }

    #[test]
    fn nothing_at_all_has_a_scale_too() {
        for amounts in [&[][..], &[0, 0]] {
            let scale = Scale::new(amounts.iter().copied(), 0, 100);
            assert_eq!(scale.grid().collect::<Vec<_>>(), [0], "no other line has a meaning");
            assert_eq!(scale.zero(), 50);
        }
        assert_eq!(Scale::tight([0], 0, 100).zero(), 0);
    }
}
