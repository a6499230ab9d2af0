//! Budget years.

use std::fmt;

/// A budget year, for example 2022.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Jaar(u16);

impl Jaar {
    /// The first and last year that a document may name.
    pub const FIRST: u16 = 1900;
    /// See [`Self::FIRST`].
    pub const LAST: u16 = 2200;

    /// A year between 1900 and 2200.
    pub fn new(jaar: i64) -> Option<Self> {
        u16::try_from(jaar).ok().filter(|jaar| (Self::FIRST..=Self::LAST).contains(jaar)).map(Self)
    }

    /// The number of the year.
    pub const fn number(self) -> u16 {
        self.0
    }

    /// The year `years` later; the last possible year at most.
    #[must_use]
    pub const fn plus(self, years: u16) -> Self {
        Self(self.0.saturating_add(years))
    }

    /// The year `years` earlier.
    #[must_use]
    pub const fn minus(self, years: u16) -> Self {
        Self(self.0.saturating_sub(years))
    }
}

impl fmt::Display for Jaar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Something for every year: one for all, and those of years that have their own.
#[derive(Clone, Debug)]
pub struct PerJaar<T> {
    /// For every year that has none of its own.
    pub algemeen: T,
    /// Those of single years.
    pub eigen: Vec<(Jaar, T)>,
}

impl<T> PerJaar<T> {
    /// What holds in a year.
    pub fn in_year(&self, jaar: Jaar) -> &T {
        let own = self.eigen.iter().find(|(year, _)| *year == jaar);
        own.map_or(&self.algemeen, |(_, own)| own)
    }
}

/// A run of consecutive years, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Periode {
    /// The first year.
    pub van: Jaar,
    /// The last year, never before the first.
    pub tot: Jaar,
}

impl Periode {
    /// Whether the year lies in the period.
    pub fn contains(self, jaar: Jaar) -> bool {
        self.van <= jaar && jaar <= self.tot
    }

    /// The years in order.
    pub fn years(self) -> impl DoubleEndedIterator<Item = Jaar> {
        (self.van.0..=self.tot.0).map(Jaar)
    }

    /// The number of years.
    pub fn len(self) -> usize {
        usize::from(self.tot.0.saturating_sub(self.van.0)) + 1
    }

    /// A period has at least one year.
    pub const fn is_empty(self) -> bool {
        false
    }
}
