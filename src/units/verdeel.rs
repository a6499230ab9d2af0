//! Dividing whole cents over deelnemers so that they add up: largest remainder.

use super::Euro;

/// Weights of which at least one is above zero.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdeling {
    gewichten: Vec<u128>,
    totaal: u64,
}

/// How one share came about: what a controller needs to do it again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deling {
    /// The weight of the receiver and of all together, in hundredths.
    pub gewicht: u128,
    /// See `gewicht`.
    pub totaal: u128,
    /// Whole cents down, without the sign of what is divided.
    pub heel: u128,
    /// What remains of `amount × gewicht`, in parts of `totaal`.
    pub rest: u128,
    /// The place of the remainder, largest first; equal remainders in the order of the publicatie.
    pub rang: usize,
    /// How many cents are left to hand out, one each.
    pub over: usize,
    /// Whether another receiver has the same remainder and the order decided between them.
    pub gelijk: bool,
}

impl Verdeling {
    /// Weights in hundredths, in the order of the publicatie; nothing when none is above zero. Bound: their
    /// sum is below 2^64, far above what the documents allow.
    pub fn new(gewichten: Vec<u128>) -> Option<Self> {
        let totaal = u64::try_from(gewichten.iter().sum::<u128>()).ok()?;
        (totaal > 0).then_some(Self { gewichten, totaal })
    }

    /// The same weight for each; at least one receiver.
    pub fn equal(aantal: usize) -> Self {
        let gewichten = vec![1; aantal.max(1)];
        let totaal = gewichten.iter().map(|_| 1).sum();
        Self { gewichten, totaal }
    }

    /// The weights in hundredths.
    pub fn gewichten(&self) -> &[u128] {
        &self.gewichten
    }

    /// The sum of the weights in hundredths, above zero.
    pub fn totaal(&self) -> u128 {
        self.totaal.into()
    }

    /// How the share of receiver `index` in `cents` comes about.
    pub fn deling(&self, cents: i128, index: usize) -> Option<Deling> {
        let split = Split::of(cents.unsigned_abs(), self);
        let Part { heel, rest } = *split.parts.get(index)?;
        let before = split.parts.iter().take(index).filter(|part| part.rest >= rest).count();
        let after = split.parts.iter().skip(index + 1).filter(|part| part.rest > rest).count();
        let rang = before + after + 1;
        let alike = split.parts.iter().filter(|part| part.rest == rest).count();
        // The order only decides where the last cent falls between equal remainders.
        let first = split.parts.iter().filter(|part| part.rest > rest).count() + 1;
        let gelijk = alike > 1 && rest > 0 && first <= split.over && split.over < first + alike - 1;
        Some(Deling {
            gewicht: *self.gewichten.get(index)?,
            totaal: self.totaal(),
            heel,
            rest: rest.into(),
            rang,
            over: split.over,
            gelijk,
        })
    }
}

/// What one receiver gets. Aligned to a machine word, as [`super::Breuk`] is.
#[derive(Clone, Copy, Debug)]
#[repr(Rust, packed(8))]
struct Part {
    heel: u128,
    rest: u64,
}

/// A division that is being made; its room is used again for the next one.
#[derive(Clone, Debug, Default)]
pub(crate) struct Split {
    /// Whole cents and remainder per receiver.
    parts: Vec<Part>,
    /// Cents left over, fewer than there are remainders above zero.
    over: usize,
    /// The remainders alone, to be put in order.
    order: Vec<u64>,
    /// What each block of a key in two steps gets.
    per_blok: Vec<i128>,
    /// What comes out: the whole, then the share of each.
    bedragen: Vec<Euro>,
}

impl Split {
    fn of(cents: u128, verdeling: &Verdeling) -> Self {
        let mut split = Self::default();
        split.split(cents, verdeling);
        split
    }

    fn split(&mut self, cents: u128, verdeling: &Verdeling) {
        let totaal = verdeling.totaal;
        let small = |value: u128| u64::try_from(value).ok();
        let bits = |value: u64| u64::BITS - value.leading_zeros();
        let fits = small(cents).filter(|cents| bits(*cents) + bits(totaal) <= u64::BITS);
        self.parts.clear();
        self.parts.extend(verdeling.gewichten.iter().map(|gewicht| match fits {
            // Every product fits a machine word: the usual case, and several times faster.
            Some(cents) => {
                let product = cents.wrapping_mul(small(*gewicht).unwrap_or(totaal));
                let heel = product / totaal;
                Part { heel: heel.into(), rest: product - heel.wrapping_mul(totaal) }
            }
            None => {
                let (product, by) = (cents * gewicht, u128::from(totaal));
                Part { heel: product / by, rest: small(product % by).unwrap_or(totaal) }
            }
        }));
        let given: u128 = self.parts.iter().map(|part| part.heel).sum();
        // Each remainder is below one cent, so fewer cents are left than there are receivers.
        self.over = usize::try_from(cents - given).unwrap_or(self.parts.len());
    }

    /// The smallest remainder that still gets a cent, and how many with that very remainder do.
    fn last_cent(&mut self) -> (u64, usize) {
        let Some(last) = self.over.checked_sub(1).filter(|last| *last < self.parts.len()) else {
            return (u64::MAX, 0);
        };
        self.order.clear();
        self.order.extend(self.parts.iter().map(|part| part.rest));
        let (above, least, _) =
            self.order.select_nth_unstable_by(last, |one, other| other.cmp(one));
        (*least, 1 + above.iter().filter(|rest| *rest == least).count())
    }

    /// Gives each receiver, by its place, its share of `cents`.
    fn verdeel(&mut self, cents: i128, verdeling: &Verdeling, mut give: impl FnMut(usize, i128)) {
        self.split(cents.unsigned_abs(), verdeling);
        let (least, mut alike) = self.last_cent();
        for (index, Part { heel, rest }) in self.parts.iter().copied().enumerate() {
            let tie = rest == least && alike > 0;
            alike -= usize::from(tie);
            let cent = i128::from(tie || rest > least);
            let share = i128::try_from(heel).unwrap_or(i128::MAX) + cent;
            give(index, if cents < 0 { -share } else { share });
        }
    }
}

/// Whole cents per weight that add up to `cents`: whole cents down, then one cent each to the largest
/// remainders; ties in the order given. A negative amount is the mirror image of the positive one.
/// Bound: `|cents|` × the sum of the weights below 2^127, far above what the documents allow.
pub fn verdeel(cents: i128, verdeling: &Verdeling) -> Vec<i128> {
    let mut delen = Vec::with_capacity(verdeling.gewichten.len());
    Split::default().verdeel(cents, verdeling, |_, deel| delen.push(deel));
    delen
}

/// One block of a key in two steps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blok {
    /// Places in the publicatie's order, and the weights among them. Nothing where the block carries no
    /// weight itself and its members have none.
    pub leden: Vec<usize>,
    /// See `leden`.
    pub binnen: Option<Verdeling>,
}

/// A key ready to divide: at once, or first over blocks and then inside each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdeelwijze {
    /// One division over all deelnemers.
    Direct(Verdeling),
    /// Two divisions, each by largest remainder.
    PerBlok {
        /// The weights of the blocks.
        blokken: Verdeling,
        /// The blocks, in the order of those weights.
        leden: Vec<Blok>,
        /// How many deelnemers there are.
        aantal: usize,
    },
}

impl Verdeelwijze {
    /// Whole cents per deelnemer that add up to `cents`.
    pub fn verdeel(&self, cents: i128) -> Vec<i128> {
        let mut split = Split::default();
        let delen = self.bedragen(Euro::from_cents(cents), &mut split).iter().skip(1);
        delen.map(|deel| deel.cents()).collect()
    }

    /// The same as amounts, after that of all together, in the room of an earlier division.
    pub(crate) fn bedragen<'s>(&self, bedrag: Euro, split: &'s mut Split) -> &'s [Euro] {
        let cents = bedrag.cents();
        let mut bedragen = std::mem::take(&mut split.bedragen);
        bedragen.clear();
        bedragen.push(bedrag);
        match self {
            Self::Direct(verdeling) => {
                split.verdeel(cents, verdeling, |_, deel| bedragen.push(Euro::from_cents(deel)));
            }
            Self::PerBlok { blokken, leden, aantal } => {
                bedragen.resize(aantal + 1, Euro::NUL);
                let mut per_blok = std::mem::take(&mut split.per_blok);
                per_blok.clear();
                split.verdeel(cents, blokken, |_, deel| per_blok.push(deel));
                for (cents, blok) in per_blok.iter().zip(leden) {
                    let Some(binnen) = &blok.binnen else { continue };
                    split.verdeel(*cents, binnen, |lid, deel| {
                        let plaats =
                            blok.leden.get(lid).and_then(|index| bedragen.get_mut(index + 1));
                        if let Some(plaats) = plaats {
                            *plaats = Euro::from_cents(deel);
                        }
                    });
                }
                split.per_blok = per_blok;
            }
        }
        split.bedragen = bedragen;
        &split.bedragen
    }

    /// Whether each deelnemer has a weight above zero, in the order of the publicatie.
    pub fn dragers(&self) -> Vec<bool> {
        match self {
            Self::Direct(verdeling) => verdeling.gewichten.iter().map(|it| *it > 0).collect(),
            Self::PerBlok { blokken, leden, aantal } => {
                let mut dragers = vec![false; *aantal];
                for (blok, gewicht) in leden.iter().zip(&blokken.gewichten) {
                    let binnen = blok.binnen.iter().flat_map(|binnen| &binnen.gewichten);
                    for (lid, within) in blok.leden.iter().zip(binnen) {
                        if let Some(drager) = dragers.get_mut(*lid) {
                            *drager = *gewicht > 0 && *within > 0;
                        }
                    }
                }
                dragers
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(gewichten: &[u128], cents: i128, expected: &[i128]) {
        let verdeling = Verdeling::new(gewichten.to_vec()).unwrap();
        assert_eq!(verdeel(cents, &verdeling), expected, "{gewichten:?} {cents}");
        let mirror: Vec<i128> = expected.iter().map(|deel| -deel).collect();
        assert_eq!(verdeel(-cents, &verdeling), mirror, "{gewichten:?} -{cents}");
        let large: Vec<u128> = gewichten.iter().map(|gewicht| gewicht * 10_u128.pow(14)).collect();
        assert_eq!(verdeel(cents, &Verdeling::new(large).unwrap()), expected, "wide {gewichten:?}");
        for (index, deel) in expected.iter().enumerate() {
            let deling = verdeling.deling(cents, index).unwrap();
            let extra = u128::from(deling.rang <= deling.over);
            assert_eq!(i128::try_from(deling.heel + extra).unwrap(), deel.abs(), "{deling:?}");
        }
    }

    #[test]
    fn it_divides_by_largest_remainder() {
        check(&[0, 11, 5], 8, &[0, 6, 2]);
        check(&[11, 5, 0], 8, &[6, 2, 0]);
        check(&[0, 2, 4, 5, 8, 81], 10, &[0, 0, 0, 1, 1, 8]);
        check(&[5, 4], 1000, &[556, 444]);
        check(&[1, 1], 7, &[4, 3]);
        check(&[5, 5, 5], 2, &[1, 1, 0]);
        check(&[600, 600, 100, 100], 7, &[3, 3, 1, 0]);
        check(&[1; 11], 107, &[10, 10, 10, 10, 10, 10, 10, 10, 9, 9, 9]);
        check(&[7], 0, &[0]);
    }

    #[test]
    fn equal_remainders_are_named_only_where_the_order_decided() {
        let tie = Verdeling::new(vec![5, 5, 5]).unwrap();
        assert!((0..3).all(|index| tie.deling(2, index).unwrap().gelijk));
        assert!((0..3).all(|index| !tie.deling(3, index).unwrap().gelijk));
        let middle = Verdeling::new(vec![600, 600, 100, 100]).unwrap();
        assert_eq!(
            (0..4).map(|index| middle.deling(7, index).unwrap().gelijk).collect::<Vec<_>>(),
            [false, false, true, true]
        );
    }

    #[test]
    fn weights_that_are_all_zero_are_no_verdeling() {
        assert_eq!(Verdeling::new(vec![0, 0]), None);
        assert_eq!(Verdeling::new(vec![]), None);
    }

    #[test]
    fn two_steps_close_too() {
        let wijze = Verdeelwijze::PerBlok {
            blokken: Verdeling::new(vec![95, 5]).unwrap(),
            leden: vec![
                Blok { leden: vec![0, 2], binnen: Verdeling::new(vec![1, 2]) },
                Blok { leden: vec![1], binnen: Verdeling::new(vec![3]) },
            ],
            aantal: 3,
        };
        assert_eq!(wijze.verdeel(100), [32, 5, 63]);
        assert_eq!(wijze.dragers(), [true; 3]);
    }
}
