//! The core against the same sums in bare cents, over the whole grid: every amount is the same cent.

#![expect(clippy::unwrap_used, reason = "a test")]
#![expect(unreachable_pub, reason = "modules that the benchmarks use too")]

#[path = "../benches/kaal/mod.rs"]
mod kaal;
#[path = "../benches/raster/mod.rs"]
mod raster;

use bijdragewijzer::formula::{Deel, Term, Verdeeld};
use bijdragewijzer::model::{Uitkomst, bereken};
use kaal::{Getallen, TOTALEN};

/// The whole and the share of each deelnemer.
fn cents(term: &Term<Verdeeld>, aantal: usize) -> Vec<i128> {
    let shares = (0..aantal).map(|deelnemer| term.share_euro(deelnemer));
    std::iter::once(term.euro()).chain(shares).map(|euro| euro.unwrap().cents()).collect()
}

fn wide(cents: &[i64]) -> Vec<i128> {
    cents.iter().map(|cents| i128::from(*cents)).collect()
}

/// Every known post: place of its year, part, and cents; in an order that both can be put in.
fn posten(uitkomst: &Uitkomst, aantal: usize) -> Vec<(usize, Deel, Vec<i128>)> {
    let mut posten = Vec::new();
    for post in uitkomst.posten.iter().chain(&uitkomst.eenmalig) {
        for (jaar, term) in post.bedragen.iter().filter(|(_, term)| term.euro().is_some()) {
            let place = uitkomst.jaren.iter().position(|of| of == jaar);
            posten.push((place.unwrap_or(uitkomst.jaren.len()), post.deel, cents(term, aantal)));
        }
    }
    posten.sort();
    posten
}

fn check(uitkomst: &Uitkomst, bare: &kaal::Uitkomst, aantal: usize) {
    let mut bare_posten: Vec<_> = bare
        .posten
        .iter()
        .zip(bare.delen.chunks(aantal))
        .map(|(post, delen)| {
            (post.jaar, post.deel, [vec![i128::from(post.cents)], wide(delen)].concat())
        })
        .collect();
    bare_posten.sort();
    assert_eq!(posten(uitkomst, aantal), bare_posten);

    let width = 1 + aantal;
    for (totaal, bare) in uitkomst.totaal.iter().zip(bare.totalen.chunks(TOTALEN * width)) {
        let terms = [
            &totaal.effect,
            &totaal.begroot,
            &totaal.verrekening,
            &totaal.definitief,
            &totaal.cumulatief,
        ];
        for (term, bare) in terms.into_iter().zip(bare.chunks(width)) {
            // A total of no posts at all has no shares either.
            assert_eq!(cents(term, aantal), wide(bare), "{}", totaal.jaar);
        }
    }
    let years = uitkomst.jaren.iter().zip(bare.oud.chunks(aantal).zip(bare.nieuw.chunks(aantal)));
    for (jaar, (oud, nieuw)) in years {
        for (deelnemer, (oud, nieuw)) in oud.iter().zip(nieuw).enumerate() {
            let term = uitkomst.oud(deelnemer, *jaar).unwrap();
            assert_eq!(term.euro().unwrap().cents(), i128::from(*oud));
            let term = uitkomst.nieuw(deelnemer, *jaar).unwrap();
            assert_eq!(term.euro().unwrap().cents(), i128::from(*nieuw));
        }
    }
    assert_eq!(raster::som(uitkomst), bare.som());
}

#[test]
fn the_core_gives_the_same_cents_as_bare_sums() {
    for aantal in [raster::ELF, 100] {
        let publicatie = raster::publicatie(aantal);
        let getallen = Getallen::new(&publicatie);
        for geval in raster::gevallen(&publicatie) {
            let uitkomst = bereken(&publicatie, &geval.scenario);
            check(&uitkomst, &kaal::bereken(&getallen, &geval.keuze), aantal);
        }
    }
}
