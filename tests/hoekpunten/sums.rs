//! The amounts of the proposal a second time, straight from the rekenmodel and without any rounding: a share is
//! its exact part of the whole. Nothing of the model is used.

use std::collections::BTreeMap;

use num_rational::BigRational;
use num_traits::{Signed, Zero};

/// An exact value.
pub(crate) type Fraction = BigRational;

/// The years of the proposal.
pub(crate) const YEARS: [i64; 5] = [2021, 2022, 2023, 2024, 2025];
const OVERGANG: [i64; 3] = [2021, 2022, 2023];
const DEKKING: [i64; 3] = [2022, 2023, 2024];

/// The voorschotten of 2019, the waterschappen first.
const VOORSCHOTTEN: [i64; 11] = [
    2_459_329, 2_611_958, 4_049_485, 3_135_501, 1_592_442, 324_946, 466_380, 627_873, 482_123,
    680_708, 2_088_582,
];
const WATERSCHAPPEN: usize = 5;

/// A value and its band, as whole numbers of its last decimal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Band {
    pub(crate) laag: i64,
    pub(crate) waarde: i64,
    pub(crate) hoog: i64,
}

/// A parameter of the rekenmodel: id, decimals, band, whether the band is an aanname.
pub(crate) type Parameter = (&'static str, u32, Band, bool);

const fn of(id: &'static str, waarde: i64) -> Parameter {
    (id, 2, Band { laag: waarde * 100, waarde: waarde * 100, hoog: waarde * 100 }, false)
}

const fn between(id: &'static str, laag: i64, waarde: i64, hoog: i64) -> Parameter {
    (id, 2, Band { laag: laag * 100, waarde: waarde * 100, hoog: hoog * 100 }, false)
}

const fn count(id: &'static str, waarde: i64) -> Parameter {
    (id, 0, Band { laag: waarde, waarde, hoog: waarde }, false)
}

const fn share(id: &'static str, laag: i64, waarde: i64, hoog: i64) -> Parameter {
    (id, 4, Band { laag, waarde, hoog }, true)
}

/// The parameters that an amount can depend on, with the variant that they belong to.
pub(crate) const PARAMETERS: [(&str, Parameter); 24] = [
    ("", between("baten_nieuw", 5_200_000, 5_700_000, 6_200_000)),
    ("1", between("capaciteit_inhuur_eerste_bedrag", 130_500, 155_000, 180_500)),
    ("1", between("capaciteit_inhuur_vervolg_bedrag", 142_500, 145_000, 192_500)),
    ("1", of("telefoon_bedrag", 7_500)),
    ("1", of("dpia_bedrag", 12_000)),
    ("2a", between("uitbesteding_bedrag", 180_000, 180_000, 200_000)),
    ("2a", count("uitbesteding_basis", 90_000)),
    ("2a", of("minder_dwangbevelen_bedrag", 775_000)),
    ("2a", count("minder_dwangbevelen_basis", 13_500)),
    ("2a", of("minder_hernieuwde_bevelen_bedrag", 115_000)),
    ("2a", count("minder_hernieuwde_bevelen_basis", 6_750)),
    ("2a", of("besparing_hernieuwde_bevelen_bedrag", 32_000)),
    ("2a", count("besparing_hernieuwde_bevelen_basis", 6_750)),
    ("2a", of("besparing_beslag_bedrag", 50_000)),
    ("2a", count("besparing_beslag_basis", 3_375)),
    ("2a", ("beslagkosten_bedrag", 2, Band { laag: 0, waarde: 0, hoog: 6_200 }, true)),
    ("2a", share("betaald_aandeel", 500, 1_500, 2_500)),
    ("2a", share("hernieuwd_aandeel", 5_000, 5_000, 5_000)),
    ("2a", share("beslag_aandeel", 5_000, 5_000, 5_000)),
    ("2a", share("inbaarheid", 7_000, 10_000, 10_000)),
    (
        "2a",
        ("dwangbevelen_per_jaar", 0, Band { laag: 80_000, waarde: 90_000, hoog: 110_000 }, false),
    ),
    ("2b", of("aansluiting_bedrag", 10_000)),
    ("grof", of("minderbaten_grof_bedrag", 1_000_000)),
    ("grof", between("meerkosten_grof_bedrag", 100_000, 300_000, 300_000)),
];

/// How far 2A reaches in a year: a count, or ten-thousandths of the dwangbevelen.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Reach {
    Count(i64),
    Share(i64),
}

/// A scenario on the proposal.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    pub(crate) varianten: Vec<&'static str>,
    /// Inzet of 1 and of grof per year, in ten-thousandths.
    pub(crate) inzet: [i64; 5],
    pub(crate) grof: [i64; 5],
    pub(crate) reach: [Reach; 5],
    pub(crate) wijze: &'static str,
    pub(crate) vertraging: i64,
    /// In whole euros.
    pub(crate) reservering: i64,
    pub(crate) incidenteel: i64,
    /// The keys of ophoging, reservering, kosten, baten.
    pub(crate) sleutels: [&'static str; 4],
    /// Typed values, for a year or for all.
    pub(crate) typed: BTreeMap<Place, Band>,
    pub(crate) aannamen: bool,
}

/// Where the values with a band stand: one place for each, in a year where it differs from year to year.
pub(crate) type Point = BTreeMap<Place, Fraction>;

/// A parameter, in a year where it differs from year to year.
pub(crate) type Place = (&'static str, Option<i64>);

/// A post: the place of its group, and its amount.
type Posts = Vec<(usize, Fraction)>;

const OPHOGING: usize = 0;
const RESERVERING: usize = 1;
const KOSTEN: usize = 2;
const BATEN: usize = 3;

pub(crate) fn whole(number: i64) -> Fraction {
    Fraction::from_integer(number.into())
}

pub(crate) fn scaled(number: i64, decimals: u32) -> Fraction {
    Fraction::new(number.into(), 10_i64.pow(decimals).into())
}

pub(crate) fn parameter(id: &str) -> Parameter {
    PARAMETERS.iter().find(|(_, of)| of.0 == id).unwrap().1
}

impl Case {
    /// The one place of a value: of its year when it is one for each year, or typed for that year.
    fn place(&self, id: &'static str, jaar: i64) -> Place {
        let yearly = id == "baten_nieuw" || self.typed.contains_key(&(id, Some(jaar)));
        (id, yearly.then_some(jaar))
    }

    /// The band of a value: as typed, else as published.
    pub(crate) fn band(&self, id: &'static str, jaar: Option<i64>) -> Band {
        let typed = self.typed.get(&(id, jaar)).or_else(|| self.typed.get(&(id, None)));
        typed.copied().unwrap_or(parameter(id).2)
    }

    /// Whether its band counts: one that is ours and not typed only when it is switched on.
    pub(crate) fn counts(&self, id: &'static str, jaar: Option<i64>) -> bool {
        let typed = self.typed.contains_key(&(id, jaar)) || self.typed.contains_key(&(id, None));
        let band = self.band(id, jaar);
        band.laag < band.hoog && (typed || self.aannamen || !parameter(id).3)
    }

    fn has(&self, variant: &str) -> bool {
        self.varianten.contains(&variant)
    }

    /// The sums of this scenario for all together or for one deelnemer, with its values looked up once.
    pub(crate) fn sums(&self, deelnemer: Option<usize>) -> Sums<'_> {
        let mut stands = BTreeMap::new();
        for (id, decimals, ..) in PARAMETERS.map(|(_, parameter)| parameter) {
            for jaar in YEARS {
                let place = self.place(id, jaar);
                stands.insert(
                    (id, jaar),
                    (place, scaled(self.band(place.0, place.1).waarde, decimals)),
                );
            }
        }
        let part = |sleutel| deelnemer.map_or_else(|| whole(1), |index| part(sleutel, index));
        Sums { case: self, stands, parts: self.sleutels.map(part) }
    }
}

/// A scenario that is asked for its amounts at many points.
pub(crate) struct Sums<'c> {
    case: &'c Case,
    /// The place of every value in every year, and the value where the point says nothing of it.
    stands: BTreeMap<(&'static str, i64), (Place, Fraction)>,
    /// Which part of each group is asked for.
    parts: [Fraction; 4],
}

impl Sums<'_> {
    fn value<'p>(&'p self, point: &'p Point, id: &'static str, jaar: i64) -> &'p Fraction {
        let (place, stands) = &self.stands[&(id, jaar)];
        point.get(place).unwrap_or(stands)
    }

    /// What each regel costs, saves or loses in a year; nothing before the first.
    #[expect(clippy::too_many_lines, reason = "a list of sums")]
    fn effect(&self, point: &Point, jaar: i64) -> Posts {
        let Some(index) = YEARS.iter().position(|year| *year == jaar) else { return Vec::new() };
        let value = |id| self.value(point, id, jaar);
        let mut posts = Posts::new();
        if self.case.has("1") && self.case.inzet[index] > 0 {
            let inzet = scaled(self.case.inzet[index], 4);
            let first = self.case.inzet[..index].iter().all(|before| *before == 0);
            let moment = if first {
                "capaciteit_inhuur_eerste_bedrag"
            } else {
                "capaciteit_inhuur_vervolg_bedrag"
            };
            posts.push((KOSTEN, value(moment) * &inzet));
            posts.push((KOSTEN, value("telefoon_bedrag") * &inzet));
            if first {
                posts.push((KOSTEN, value("dpia_bedrag").clone()));
            }
        }
        if self.case.has("2a") {
            let omvang = match self.case.reach[index] {
                Reach::Count(count) => whole(count),
                Reach::Share(share) => value("dwangbevelen_per_jaar") * scaled(share, 4),
            };
            let dwangbevelen = &omvang * value("betaald_aandeel");
            let hernieuwde = &dwangbevelen * value("hernieuwd_aandeel");
            let beslag = &hernieuwde * value("beslag_aandeel");
            let inbaar = value("inbaarheid");
            let per = |bedrag, basis| value(bedrag) / value(basis);
            posts.extend([
                (KOSTEN, per("uitbesteding_bedrag", "uitbesteding_basis") * omvang),
                (
                    BATEN,
                    per("minder_dwangbevelen_bedrag", "minder_dwangbevelen_basis")
                        * dwangbevelen
                        * inbaar,
                ),
                (
                    BATEN,
                    per("minder_hernieuwde_bevelen_bedrag", "minder_hernieuwde_bevelen_basis")
                        * &hernieuwde
                        * inbaar,
                ),
                (
                    KOSTEN,
                    -per(
                        "besparing_hernieuwde_bevelen_bedrag",
                        "besparing_hernieuwde_bevelen_basis",
                    ) * hernieuwde,
                ),
                (KOSTEN, -per("besparing_beslag_bedrag", "besparing_beslag_basis") * &beslag),
                (BATEN, value("beslagkosten_bedrag") * beslag * inbaar),
            ]);
        }
        if self.case.has("2b") && jaar == YEARS[0] {
            posts.push((KOSTEN, value("aansluiting_bedrag").clone()));
        }
        if self.case.has("grof") {
            let inzet = scaled(self.case.grof[index], 4);
            posts.push((BATEN, value("minderbaten_grof_bedrag") * &inzet));
            posts.push((KOSTEN, value("meerkosten_grof_bedrag") * inzet));
        }
        posts
    }

    /// The posts of begroot and of verrekening.
    fn financing(&self, point: &Point, jaar: i64) -> [Posts; 2] {
        let mut begroot =
            vec![(OPHOGING, whole(4_000_000) - self.value(point, "baten_nieuw", jaar))];
        let opposite = |posts: Posts| posts.into_iter().map(|(groep, bedrag)| (groep, -bedrag));
        let mut verrekening = Posts::new();
        if self.case.wijze == "incidenteel" {
            begroot.extend(self.effect(point, jaar));
            let mut rest = whole(self.case.incidenteel);
            for year in DEKKING.into_iter().filter(|year| *year <= jaar) {
                let effect = total(&self.effect(point, year));
                let taken = effect.min(rest.clone()).max(Fraction::zero());
                rest -= &taken;
                if year == jaar {
                    begroot.push((RESERVERING, -taken));
                }
            }
            if jaar == DEKKING[2] {
                verrekening.push((RESERVERING, -rest));
            }
        } else if self.case.wijze == "structureel" && OVERGANG.contains(&jaar) {
            begroot.push((RESERVERING, whole(self.case.reservering)));
            verrekening.push((RESERVERING, -whole(self.case.reservering)));
            verrekening.extend(self.effect(point, jaar));
        } else {
            let planned = self.effect(point, jaar - self.case.vertraging);
            begroot.extend(planned.clone());
            verrekening.extend(self.effect(point, jaar));
            verrekening.extend(opposite(planned));
        }
        [begroot, verrekening]
    }

    /// An amount without rounding.
    pub(crate) fn amount(&self, point: &Point, what: &str, jaar: i64) -> Fraction {
        let [begroot, verrekening] = self.financing(point, jaar);
        let posts = match what {
            "effect" => self.effect(point, jaar),
            "begroot" => begroot,
            "verrekening" => verrekening,
            _ => [begroot, verrekening].concat(),
        };
        let mut groups = [0; 4].map(|_| Fraction::zero());
        for (groep, bedrag) in posts {
            groups[groep] += bedrag;
        }
        groups.iter().zip(&self.parts).map(|(bedrag, part)| bedrag * part).sum()
    }
}

fn total(posts: &Posts) -> Fraction {
    posts.iter().map(|(_, bedrag)| bedrag).sum()
}

/// Which part a deelnemer carries under a key.
fn part(sleutel: &str, deelnemer: usize) -> Fraction {
    let (water, gemeenten) = VOORSCHOTTEN.split_at(WATERSCHAPPEN);
    let of = |weights: &[i64], index: usize| {
        Fraction::new(weights[index].into(), weights.iter().sum::<i64>().into())
    };
    let blocks = match sleutel {
        "evenredig-2019" => return of(&VOORSCHOTTEN, deelnemer),
        "blok-2019" => [2_053_746, 10_568],
        "blok-waterschappen" => [1, 0],
        other => panic!("{other}"),
    };
    if deelnemer < WATERSCHAPPEN {
        of(&blocks, 0) * of(water, deelnemer)
    } else {
        of(&blocks, 1) * of(gemeenten, deelnemer - WATERSCHAPPEN)
    }
}

/// An amount in euros as far from another as so many cents at most.
pub(crate) fn within_cents(left: &Fraction, right: &Fraction, cents: i64) -> bool {
    (left - right).abs() <= scaled(cents, 2)
}
