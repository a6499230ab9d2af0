//! What is measured: a publicatie of ten years, the 72 scenarios of the grid, and reading every amount.

#![expect(clippy::unwrap_used, reason = "the documents are made here: what is read is there")]

use bijdragewijzer::document::{Tree, parse};
use bijdragewijzer::model::Uitkomst;
use bijdragewijzer::publicatie::{Publicatie, STANDAARD_JSON, lees};
use bijdragewijzer::scenario::{Scenario, Wijze, controleer};

use super::kaal::{Keuze, Sleutel};

/// The keys of the grid.
pub const SLEUTELS: [&str; 3] = ["evenredig-2019", "blok-2019", "blok-waterschappen"];

/// The deelnemers of the default publicatie.
pub const ELF: usize = 11;

const JAREN: std::ops::RangeInclusive<i64> = 2021..=2030;

/// One scenario of the grid: for the core and for the bare sums.
pub struct Geval {
    pub scenario: Scenario,
    pub keuze: Keuze,
}

/// The document of the default publicatie over ten years, with so many deelnemers.
pub fn document(deelnemers: usize) -> Tree {
    let mut tree = parse(STANDAARD_JSON.as_bytes()).unwrap();
    *field(field(&mut tree, "horizon"), "tot") = Tree::Whole(*JAREN.end());
    for variant in list(field(&mut tree, "varianten")) {
        // A year beyond the published uitrol goes on as its last one.
        let Tree::Object(fields) = variant else { unreachable!() };
        let Some((_, uitrol)) = fields.iter_mut().find(|(name, _)| name == "uitrol") else {
            continue;
        };
        let years = list(uitrol);
        let last = years.last().unwrap().get("waarde").unwrap().clone();
        let missing = JAREN.skip(years.len());
        years.extend(
            missing.map(|jaar| object([("jaar", Tree::Whole(jaar)), ("waarde", last.clone())])),
        );
    }
    if deelnemers != ELF {
        *list(field(&mut tree, "deelnemers")) = (1..=deelnemers).map(deelnemer).collect();
    }
    tree
}

/// A deelnemer that does not exist, with a bijdrage of its own.
fn deelnemer(number: usize) -> Tree {
    let blok = if number.is_multiple_of(2) { "gemeenten" } else { "waterschappen" };
    let bijdrage = |jaar: i64, bedrag: usize| {
        object([
            ("jaar", Tree::Whole(jaar)),
            ("soort", "begroting".into()),
            ("bedrag", Tree::Text(format!("{bedrag}.00"))),
        ])
    };
    let bedrag = 100_000 + number * 7_919 % 3_000_000;
    object([
        ("id", Tree::Text(format!("deelnemer-{number}"))),
        ("naam", Tree::Text(format!("Deelnemer {number}"))),
        ("blok", blok.into()),
        ("bijdragen", Tree::List(vec![bijdrage(2018, bedrag), bijdrage(2019, bedrag + number)])),
    ])
}

pub fn publicatie(deelnemers: usize) -> Publicatie {
    lees(&document(deelnemers)).unwrap()
}

/// A scenario document: these varianten, this wijze and this key, the rest as the proposal.
pub fn scenario(varianten: &[&str], wijze: Wijze, sleutel: &str) -> Tree {
    let varianten = varianten.iter().map(|id| Tree::from(*id)).collect();
    object([
        ("versie", Tree::Whole(1)),
        ("varianten", Tree::List(varianten)),
        ("financiering", object([("wijze", wijze.word().into())])),
        ("sleutel", object([("alle", sleutel.into())])),
    ])
}

/// The 8 combinations of varianten × 3 wijzen × 3 keys.
pub fn gevallen(publicatie: &Publicatie) -> Vec<Geval> {
    let mut gevallen = Vec::new();
    for combination in 0..8 {
        let [variant_1, variant_2a, variant_2b] = [1, 2, 4].map(|bit| combination & bit != 0);
        let varianten: Vec<&str> = [("1", variant_1), ("2a", variant_2a), ("2b", variant_2b)]
            .into_iter()
            .filter_map(|(id, chosen)| chosen.then_some(id))
            .collect();
        for wijze in Wijze::ALL {
            for id in SLEUTELS {
                let document = scenario(&varianten, wijze, id);
                let scenario = controleer(publicatie, &document).scenario.unwrap();
                let sleutel = Sleutel::new(publicatie, id);
                let keuze = Keuze { variant_1, variant_2a, variant_2b, wijze, sleutel };
                gevallen.push(Geval { scenario, keuze });
            }
        }
    }
    gevallen
}

/// Reads every amount: posts, totals, oud and nieuw, of all together and of each deelnemer.
pub fn som(uitkomst: &Uitkomst) -> i128 {
    let mut som = 0;
    let mut tel = |euro: Option<bijdragewijzer::units::Euro>| {
        som += euro.map_or(0, bijdragewijzer::units::Euro::cents);
    };
    let aantal = uitkomst.deelnemers.len();
    let posten = uitkomst.posten.iter().chain(&uitkomst.eenmalig).flat_map(|post| &post.bedragen);
    let totalen = uitkomst
        .totaal
        .iter()
        .flat_map(|it| [&it.effect, &it.begroot, &it.verrekening, &it.definitief, &it.cumulatief]);
    for term in posten.map(|(_, term)| term).chain(totalen) {
        tel(term.euro());
        (0..aantal).for_each(|deelnemer| tel(term.share_euro(deelnemer)));
    }
    for (deelnemer, of) in uitkomst.deelnemers.iter().enumerate() {
        for year in &of.jaren {
            tel(year.oud.euro());
            tel(uitkomst.nieuw(deelnemer, year.jaar).and_then(|nieuw| nieuw.euro()));
        }
    }
    som
}

fn object<const N: usize>(fields: [(&str, Tree); N]) -> Tree {
    Tree::Object(fields.into_iter().map(|(name, tree)| (name.to_owned(), tree)).collect())
}

fn field<'t>(tree: &'t mut Tree, name: &str) -> &'t mut Tree {
    let Tree::Object(fields) = tree else { unreachable!() };
    fields.iter_mut().find(|(field, _)| field == name).map(|(_, tree)| tree).unwrap()
}

fn list(tree: &mut Tree) -> &mut Vec<Tree> {
    let Tree::List(items) = tree else { unreachable!() };
    items
}
