//! Every corner of random scenarios, one by one, beside the answer; and points inside, which never lie outside.

use std::collections::BTreeMap;

use bijdragewijzer::model::bereken;
use bijdragewijzer::publicatie::{Publicatie, standaard};
use bijdragewijzer::vragen::{Banden, Grens, Hoekpunten, hoekpunten};

use super::given::{fraction, jaar, scenario};
use super::sums::{
    Band, Case, Fraction, PARAMETERS, Place, Point, Reach, Sums, YEARS, parameter, scaled,
    within_cents,
};

const SCENARIOS: u64 = 2_500;
/// More values with a band than this make more corners than a test can try.
const MOST_BANDS: usize = 8;
/// A post can be a cent off, and each of its shares: 13 regels, budgeted and settled, and 3 more.
const MOST_CENTS: i64 = 2 * (2 * 13 + 3);

/// The same rolls in every run (splitmix64).
struct Rolls(u64);

impl Rolls {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn between(&mut self, low: i64, high: i64) -> i64 {
        low + i64::try_from(self.roll() % u64::try_from(high - low + 1).unwrap()).unwrap()
    }

    fn chance(&mut self, percent: i64) -> bool {
        self.between(1, 100) <= percent
    }

    fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        items[usize::try_from(self.roll() % u64::try_from(items.len()).unwrap()).unwrap()]
    }
}

fn case(rolls: &mut Rolls) -> Case {
    let varianten: Vec<&str> =
        ["1", "2a", "2b", "grof"].into_iter().filter(|_| rolls.chance(65)).collect();
    let sleutel =
        |rolls: &mut Rolls| rolls.pick(&["evenredig-2019", "blok-2019", "blok-waterschappen"]);
    let one = sleutel(rolls);
    let sleutels = if rolls.chance(60) { [one; 4] } else { [0; 4].map(|_| sleutel(rolls)) };
    let shares = |rolls: &mut Rolls| [0; 5].map(|_| rolls.pick(&[0, 2_500, 5_000, 10_000, 3_333]));
    let mut case = Case {
        inzet: shares(rolls),
        grof: shares(rolls),
        reach: [0; 5].map(|_| {
            if rolls.chance(60) {
                Reach::Count(rolls.between(0, 90_000))
            } else {
                Reach::Share(rolls.between(0, 10_000))
            }
        }),
        wijze: rolls.pick(&["structureel", "jaarlijks", "incidenteel"]),
        vertraging: rolls.between(0, 2),
        reservering: rolls.between(0, 1_500_000),
        incidenteel: rolls.between(0, 3_000_000),
        typed: BTreeMap::new(),
        aannamen: rolls.chance(50),
        varianten,
        sleutels,
    };
    let most = rolls.pick(&[0, 1, 2, 4]);
    for _ in 0..most {
        let (_, parameter) = rolls.pick(&PARAMETERS);
        let band = typed(rolls, parameter.0);
        let year = rolls.chance(30).then(|| rolls.pick(&YEARS));
        case.typed.insert((parameter.0, year), band);
    }
    case
}

/// A typed value, with or without a band of its own; amounts may be below zero.
fn typed(rolls: &mut Rolls, id: &'static str) -> Band {
    let (_, decimals, published, _) = parameter(id);
    let (lowest, highest) = match decimals {
        0 => (1_000, 150_000),
        4 => (0, 10_000),
        _ => (-published.hoog / 2, published.hoog * 2 + 10_000),
    };
    let mut values = [0; 3].map(|_| rolls.between(lowest, highest));
    values.sort_unstable();
    let [laag, waarde, hoog] = values;
    if rolls.chance(70) {
        Band { laag, waarde, hoog }
    } else {
        Band { laag: waarde, waarde, hoog: waarde }
    }
}

fn decimal(value: i64, decimals: u32) -> String {
    let sign = if value < 0 { "-" } else { "" };
    let one = 10_u64.pow(decimals);
    let (whole, rest) = (value.unsigned_abs() / one, value.unsigned_abs() % one);
    match decimals {
        0 => format!("{sign}{whole}"),
        _ => format!("{sign}{whole}.{rest:0width$}", width = usize::try_from(decimals).unwrap()),
    }
}

/// The scenario as a document; values of `typed` besides its own.
fn document(case: &Case, typed: &BTreeMap<Place, Band>) -> String {
    let list = |items: Vec<String>| items.join(", ");
    let per_year = |value: &dyn Fn(usize) -> String| {
        let years = YEARS.iter().enumerate();
        list(
            years.map(|(index, year)| format!(r#"{{"jaar": {year}, {}}}"#, value(index))).collect(),
        )
    };
    let inzet =
        |of: [i64; 5]| per_year(&|index| format!(r#""waarde": "{}""#, decimal(of[index], 4)));
    let reach = per_year(&|index| match case.reach[index] {
        Reach::Count(count) => format!(r#""waarde": "{count}""#),
        Reach::Share(share) => format!(r#""aandeel": "{}""#, decimal(share, 4)),
    });
    let parameters = typed.iter().map(|((id, year), band)| {
        let text = |value| decimal(value, parameter(id).1);
        let year = year.map(|year| format!(r#""jaar": {year}, "#)).unwrap_or_default();
        let (laag, waarde, hoog) = (text(band.laag), text(band.waarde), text(band.hoog));
        format!(
            r#"{{"id": "{id}", {year}"waarde": "{waarde}", "laag": "{laag}", "hoog": "{hoog}"}}"#
        )
    });
    let varianten = case.varianten.iter().map(|id| format!("\"{id}\""));
    let [ophoging, reservering, kosten, baten] = case.sleutels;
    format!(
        r#""varianten": [{}], "uitrol": [{{"variant": "1", "inzet": [{}]}}, {{"variant": "grof", "inzet": [{}]}},
        {{"variant": "2a", "omvang": [{reach}]}}],
        "financiering": {{"wijze": "{}", "vertraging": {}, "reservering": "{}", "incidenteel": "{}"}},
        "sleutel": {{"ophoging": "{ophoging}", "reservering": "{reservering}", "kosten": "{kosten}", "baten": "{baten}"}},
        "parameters": [{}], "onzekerheid": {{"aannamen": {}}}"#,
        list(varianten.collect()),
        inzet(case.inzet),
        inzet(case.grof),
        case.wijze,
        case.vertraging,
        case.reservering,
        case.incidenteel,
        list(parameters.collect()),
        case.aannamen,
    )
}

/// The values with a band that an amount of this year can depend on: two ends for each.
fn bands(case: &Case, year: i64) -> Vec<(Place, [Fraction; 2])> {
    let mut bands = Vec::new();
    for (variant, (id, decimals, ..)) in PARAMETERS {
        if !variant.is_empty() && !case.varianten.contains(&variant) {
            continue;
        }
        let mut places = vec![(id, None)];
        if id == "baten_nieuw" {
            places = vec![(id, Some(year))];
        } else {
            places.extend(
                case.typed.keys().filter(|key| key.0 == id && key.1.is_some_and(|of| of <= year)),
            );
        }
        for place in places.into_iter().filter(|place| case.counts(place.0, place.1)) {
            let band = case.band(place.0, place.1);
            bands.push((place, [band.laag, band.hoog].map(|end| scaled(end, decimals))));
        }
    }
    bands
}

/// One question about one scenario, and its answer.
struct Asked {
    case: Case,
    what: &'static str,
    year: i64,
    deelnemer: Option<usize>,
    answer: Hoekpunten,
}

impl Asked {
    fn new(publicatie: &Publicatie, rolls: &mut Rolls) -> Self {
        let case = case(rolls);
        let what = rolls.pick(&["effect", "begroot", "verrekening", "definitief"]);
        let year = rolls.pick(&YEARS);
        let deelnemer = rolls.chance(70).then(|| usize::try_from(rolls.between(0, 10)).unwrap());
        let scenario = scenario(publicatie, &document(&case, &case.typed));
        let uitkomst = bereken(publicatie, &scenario);
        let found = uitkomst.zoek(what, None, jaar(year), deelnemer).unwrap();
        let answer = hoekpunten(&found.term, Banden::of(&scenario)).unwrap();
        Self { case, what, year, deelnemer, answer }
    }

    fn sums(&self) -> Sums<'_> {
        self.case.sums(self.deelnemer)
    }

    fn says(&self) -> String {
        format!("{} {} {:?} in {:?}", self.what, self.year, self.deelnemer, self.case)
    }

    /// The corner typed into the scenario, and what the model then says.
    fn typed_corner(&self, publicatie: &Publicatie, grens: &Grens) -> String {
        let mut typed = self.case.typed.clone();
        for hoek in &grens.hoek {
            let id = parameter(&hoek.leaf.id).0;
            let year = hoek.leaf.jaar.map(|jaar| i64::from(jaar.number()));
            let one = Fraction::from_integer(10_i64.pow(parameter(id).1).into());
            let value: i64 =
                (fraction(hoek.waarde().unwrap()) * one).to_integer().to_string().parse().unwrap();
            typed.insert((id, year), Band { laag: value, waarde: value, hoog: value });
        }
        let scenario = scenario(publicatie, &document(&self.case, &typed));
        let found =
            bereken(publicatie, &scenario).zoek(self.what, None, jaar(self.year), self.deelnemer);
        found.unwrap().term.euro().unwrap().to_string()
    }
}

/// The lowest and highest of all corners.
fn tried(asked: &Asked, bands: &[(Place, [Fraction; 2])]) -> [Fraction; 2] {
    let sums = asked.sums();
    let amounts = (0..1_usize << bands.len()).map(|corner| {
        let ends = bands.iter().enumerate();
        let point = ends.map(|(bit, (place, ends))| (*place, ends[corner >> bit & 1].clone()));
        sums.amount(&point.collect(), asked.what, asked.year)
    });
    let (mut lowest, mut highest): (Option<Fraction>, Option<Fraction>) = (None, None);
    for amount in amounts {
        lowest = Some(lowest.map_or_else(|| amount.clone(), |so_far| so_far.min(amount.clone())));
        highest = Some(highest.map_or_else(|| amount.clone(), |so_far| so_far.max(amount.clone())));
    }
    [lowest.unwrap(), highest.unwrap()]
}

#[test]
fn no_corner_lies_outside_and_what_is_called_exact_is_one_of_them() {
    let publicatie = standaard().unwrap();
    let (mut tries, mut exact, mut sides) = (0, 0, 0);
    for seed in 0..SCENARIOS {
        let asked = Asked::new(&publicatie, &mut Rolls(seed));
        let bands = bands(&asked.case, asked.year);
        if bands.len() > MOST_BANDS {
            continue;
        }
        tries += 1;
        let [lowest, highest] = tried(&asked, &bands);
        let (laag, hoog) = (&asked.answer.laag, &asked.answer.hoog);
        let (low, high) = (fraction(laag.onafgerond), fraction(hoog.onafgerond));
        let says = || format!("seed {seed}: {}\n{low} {lowest}\n{high} {highest}", asked.says());
        assert!(low <= lowest && highest <= high, "{}", says());
        assert!(!laag.exact || low == lowest, "{}", says());
        assert!(!hoog.exact || high == highest, "{}", says());
        exact += usize::from(laag.exact) + usize::from(hoog.exact);
        sides += 2;
    }
    println!("{tries} scenarios, {exact} of {sides} sides exact");
    assert!(tries >= 2_000, "{tries}");
    // Only an amount that is used up in one corner and not in another leaves a bound without a corner.
    assert!(exact * 100 >= sides * 98 && exact < sides, "{exact} of {sides}");
}

#[test]
fn points_inside_never_lie_outside() {
    let publicatie = standaard().unwrap();
    for seed in 0..SCENARIOS {
        let mut rolls = Rolls(seed);
        let asked = Asked::new(&publicatie, &mut rolls);
        let bands = bands(&asked.case, asked.year);
        let sums = asked.sums();
        let low = fraction(asked.answer.laag.onafgerond);
        let high = fraction(asked.answer.hoog.onafgerond);
        for _ in 0..5 {
            let inside = bands.iter().map(|(place, [low, high])| {
                (*place, low + (high - low) * scaled(rolls.between(0, 1_000), 3))
            });
            let amount = sums.amount(&inside.collect(), asked.what, asked.year);
            assert!(low <= amount && amount <= high, "seed {seed}: {amount} {}", asked.says());
        }
        let middle = sums.amount(&Point::new(), asked.what, asked.year);
        assert!(low <= middle && middle <= high, "seed {seed}: {}", asked.says());
    }
}

#[test]
fn the_amount_shown_is_what_the_model_gives_when_the_corner_is_typed() {
    let publicatie = standaard().unwrap();
    for seed in 0..SCENARIOS {
        let asked = Asked::new(&publicatie, &mut Rolls(seed));
        for grens in
            [&asked.answer.laag, &asked.answer.hoog].into_iter().filter(|grens| grens.exact)
        {
            let typed = asked.typed_corner(&publicatie, grens);
            assert_eq!(grens.bedrag.to_string(), typed, "seed {seed}: {}", asked.says());
            let (shown, exact) = (fraction(grens.bedrag.breuk()), fraction(grens.onafgerond));
            assert!(within_cents(&shown, &exact, MOST_CENTS), "seed {seed}: {}", asked.says());
        }
    }
}
