//! Keys in bare cents: weights, and the division by largest remainder.

use bijdragewijzer::publicatie::{Publicatie, SleutelSoort};

use super::voorschotten;

/// Weights: at once, or first over blocks.
pub enum Sleutel {
    Direct(Vec<u64>),
    PerBlok { blokken: Vec<u64>, leden: Vec<(Vec<usize>, Vec<u64>)> },
}

impl Sleutel {
    pub fn new(publicatie: &Publicatie, id: &str) -> Self {
        let weight = |cents: &i64| u64::try_from(*cents).unwrap();
        match &publicatie.sleutel(id).unwrap().soort {
            SleutelSoort::Blok { jaar, blokken } => {
                let weights = voorschotten(publicatie, *jaar);
                let leden = publicatie.blokken.iter().map(|blok| {
                    let deelnemers = publicatie.deelnemers.iter().enumerate();
                    let leden: Vec<usize> = deelnemers
                        .filter(|(_, deelnemer)| deelnemer.blok == blok.id)
                        .map(|(index, _)| index)
                        .collect();
                    let gewichten = leden.iter().map(|index| weight(&weights[*index])).collect();
                    (leden, gewichten)
                });
                Self::PerBlok {
                    blokken: blokken.iter().map(|(_, it)| it.cents().try_into().unwrap()).collect(),
                    leden: leden.collect(),
                }
            }
            SleutelSoort::Evenredig(jaar) => {
                Self::Direct(voorschotten(publicatie, *jaar).iter().map(weight).collect())
            }
            SleutelSoort::Eigen => unreachable!("the grid has no own weights"),
        }
    }
}

/// Largest remainder; ties in the order given. `rests` is room to work in.
pub(super) fn verdeel(cents: i64, gewichten: &[u64], rests: &mut Vec<u64>, delen: &mut [i64]) {
    let (total, sign) = (gewichten.iter().sum::<u64>(), cents.signum());
    let cents = cents.unsigned_abs();
    let mut over = cents;
    rests.clear();
    for (deel, gewicht) in delen.iter_mut().zip(gewichten) {
        let product = cents * gewicht;
        let heel = product / total;
        rests.push(product - heel * total);
        over -= heel;
        *deel = sign * i64::try_from(heel).unwrap();
    }
    let mut over = usize::try_from(over).unwrap();
    if over == 0 {
        return;
    }
    // The smallest remainder that still gets a cent; those above it all do.
    let (above, least, _) = rests.select_nth_unstable_by(over - 1, |one, other| other.cmp(one));
    let least = *least;
    let alike = 1 + above.iter().filter(|rest| **rest == least).count();
    over = alike;
    for (deel, gewicht) in delen.iter_mut().zip(gewichten) {
        let rest = cents * gewicht - deel.unsigned_abs() * total;
        if rest > least {
            *deel += sign;
        } else if rest == least && over > 0 {
            *deel += sign;
            over -= 1;
        }
    }
}
