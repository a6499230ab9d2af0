//! Dividing whole cents over deelnemers so that they add up: largest remainder.

/// Weights of which at least one is above zero.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdeling {
    gewichten: Vec<u128>,
    totaal: u128,
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
    /// Weights in hundredths, in the order of the publicatie; nothing when none is above zero.
    pub fn new(gewichten: Vec<u128>) -> Option<Self> {
        let totaal = gewichten.iter().sum();
        (totaal > 0).then_some(Self { gewichten, totaal })
    }

    /// The same weight for each; at least one receiver.
    pub fn equal(aantal: usize) -> Self {
        let gewichten = vec![1; aantal.max(1)];
        let totaal = gewichten.iter().sum();
        Self { gewichten, totaal }
    }

    /// The weights in hundredths.
    pub fn gewichten(&self) -> &[u128] {
        &self.gewichten
    }

    /// The sum of the weights in hundredths, above zero.
    pub const fn totaal(&self) -> u128 {
        self.totaal
    }

    /// How the share of receiver `index` in `cents` comes about.
    pub fn deling(&self, cents: i128, index: usize) -> Option<Deling> {
        let split = split(cents.unsigned_abs(), self);
        let (heel, rest) = *split.parts.get(index)?;
        let before = split.parts.iter().take(index).filter(|part| part.1 >= rest).count();
        let after = split.parts.iter().skip(index + 1).filter(|part| part.1 > rest).count();
        let rang = before + after + 1;
        let alike = split.parts.iter().filter(|part| part.1 == rest).count();
        // The order only decides where the last cent falls between equal remainders.
        let first = split.parts.iter().filter(|part| part.1 > rest).count() + 1;
        let gelijk = alike > 1 && rest > 0 && first <= split.over && split.over < first + alike - 1;
        Some(Deling {
            gewicht: *self.gewichten.get(index)?,
            totaal: self.totaal,
            heel,
            rest,
            rang,
            over: split.over,
            gelijk,
        })
    }
}

struct Split {
    /// Whole cents and remainder per receiver.
    parts: Vec<(u128, u128)>,
    /// Cents left over, fewer than there are remainders above zero.
    over: usize,
}

fn split(cents: u128, verdeling: &Verdeling) -> Split {
    let small = u64::try_from(verdeling.totaal).ok().filter(|totaal| {
        cents.checked_mul(u128::from(*totaal)).is_some_and(|most| u64::try_from(most).is_ok())
    });
    let parts: Vec<(u128, u128)> = match (small, u64::try_from(cents)) {
        // Every product fits a machine word: the usual case, and several times faster.
        (Some(totaal), Ok(cents)) => verdeling
            .gewichten
            .iter()
            .map(|gewicht| {
                let product = cents * u64::try_from(*gewicht).unwrap_or(totaal);
                (u128::from(product / totaal), u128::from(product % totaal))
            })
            .collect(),
        _ => verdeling
            .gewichten
            .iter()
            .map(|gewicht| (cents * gewicht / verdeling.totaal, cents * gewicht % verdeling.totaal))
            .collect(),
    };
    let given: u128 = parts.iter().map(|part| part.0).sum();
    // Each remainder is below one cent, so fewer cents are left than there are receivers.
    let over = usize::try_from(cents - given).unwrap_or(parts.len());
    Split { parts, over }
}

/// Whole cents per weight that add up to `cents`: whole cents down, then one cent each to the largest
/// remainders; ties in the order given. A negative amount is the mirror image of the positive one.
/// Bound: `|cents|` × the sum of the weights below 2^127, far above what the documents allow.
pub fn verdeel(cents: i128, verdeling: &Verdeling) -> Vec<i128> {
    let split = split(cents.unsigned_abs(), verdeling);
    let sign = cents.signum();
    let mut delen: Vec<i128> =
        split.parts.iter().map(|part| sign * i128::try_from(part.0).unwrap_or(i128::MAX)).collect();
    if split.over > 0 {
        let mut order: Vec<(usize, u128)> =
            split.parts.iter().map(|part| part.1).enumerate().collect();
        // A stable sort keeps ties in their order.
        order.sort_by_key(|(_, rest)| std::cmp::Reverse(*rest));
        for (index, _) in order.into_iter().take(split.over) {
            if let Some(deel) = delen.get_mut(index) {
                *deel += sign;
            }
        }
    }
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
        match self {
            Self::Direct(verdeling) => verdeel(cents, verdeling),
            Self::PerBlok { blokken, leden, aantal } => {
                let mut delen = vec![0; *aantal];
                for (bedrag, blok) in verdeel(cents, blokken).into_iter().zip(leden) {
                    let Some(binnen) = &blok.binnen else { continue };
                    for (deel, index) in verdeel(bedrag, binnen).into_iter().zip(&blok.leden) {
                        if let Some(plaats) = delen.get_mut(*index) {
                            *plaats = deel;
                        }
                    }
                }
                delen
            }
        }
    }

    /// Whether the deelnemer has a weight above zero.
    pub fn carries(&self, index: usize) -> bool {
        match self {
            Self::Direct(verdeling) => {
                verdeling.gewichten.get(index).is_some_and(|gewicht| *gewicht > 0)
            }
            Self::PerBlok { blokken, leden, .. } => {
                leden.iter().zip(&blokken.gewichten).any(|(blok, gewicht)| {
                    *gewicht > 0
                        && blok
                            .leden
                            .iter()
                            .zip(blok.binnen.iter().flat_map(|binnen| &binnen.gewichten))
                            .any(|(lid, gewicht)| *lid == index && *gewicht > 0)
                })
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
        assert!((0..3).all(|index| wijze.carries(index)));
    }
}
