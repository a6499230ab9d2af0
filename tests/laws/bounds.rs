//! Exact up to the bounds of the documents, and a melding beyond them: no wrap, no silent rounding.

use bijdragewijzer::document::{Tree, parse};
use bijdragewijzer::melding::Code;
use bijdragewijzer::model::{Uitkomst, bereken};
use bijdragewijzer::publicatie::{Publicatie, STANDAARD_JSON, lees, standaard};
use bijdragewijzer::scenario::controleer;
use num_bigint::BigInt;

use crate::independent::agrees;
use crate::support::case::{Case, accept};
use crate::support::corners::{Corner, corner, publicatie};
use crate::support::exact::{cents, divide, fraction, whole_weight};
use crate::support::json::{object, set, text};
use crate::support::law::{CASES, holds};
use crate::support::oracle::Oracle;

/// Every amount at the corners of what documents allow, against numbers of any length.
#[test]
fn amounts_are_exact_at_the_bounds() {
    holds("bounds", CASES, corner, |corner| {
        let case = Case::of_documents(publicatie(corner), corner.scenario());
        agrees(&case.uitkomst(), &Oracle::new(&case.publicatie_document, &case.scenario_document))
    });
}

/// The most of everything at once: the largest amount × the largest count × five shares, the most
/// deelnemers with the largest weights, the most years. The sums stay exact to the cent.
#[test]
fn the_most_of_everything_is_exact() {
    for weight in ["10000000000.00", "9999999999.99"] {
        let corner = Corner {
            deelnemers: 2_000,
            years: 50,
            regels: 6,
            weight: weight.to_owned(),
            ..Corner::largest()
        };
        let (uitkomst, oracle) = computed(&corner);
        let regel = corner.regel_cents();
        let all = &regel * BigInt::from(6 * 50);
        let last = uitkomst.totaal.last().unwrap();
        let ophoging = cents(&(oracle.0.clone() - oracle.1.clone())) * BigInt::from(50);
        let expected = all + ophoging;
        assert_eq!(BigInt::from(last.cumulatief.euro().unwrap().cents()), expected);
        let weights = vec![whole_weight(&fraction(weight)); 2_000];
        let share = divide(&regel, &weights).swap_remove(0) * BigInt::from(6 * 50);
        let of_ophoging = cents(&(oracle.0 - oracle.1));
        let share = share + divide(&of_ophoging, &weights).swap_remove(0) * BigInt::from(50);
        assert_eq!(BigInt::from(last.cumulatief.share_euro(0).unwrap().cents()), share);
    }
}

/// Two thousand regels, each at its largest, in fifty years: ten times as many still fit.
#[test]
fn many_regels_are_exact() {
    let corner =
        Corner { deelnemers: 2, years: 50, regels: 500, varianten: 4, ..Corner::largest() };
    let (uitkomst, baten) = computed(&corner);
    let all = corner.regel_cents() * BigInt::from(500 * 4 * 50);
    let ophoging = cents(&(baten.0 - baten.1)) * BigInt::from(50);
    let last = uitkomst.totaal.last().unwrap();
    let found = BigInt::from(last.cumulatief.euro().unwrap().cents());
    assert_eq!(found, all + ophoging);
    assert!(found * BigInt::from(10) < BigInt::from(i128::MAX));
}

type Baten = (crate::support::exact::Fraction, crate::support::exact::Fraction);

fn computed(corner: &Corner) -> (Uitkomst, Baten) {
    let document = publicatie(corner);
    let publicatie = lees(&document).unwrap_or_else(|meldingen| panic!("{meldingen:?}"));
    let scenario = accept(&publicatie, &corner.scenario());
    (bereken(&publicatie, &scenario), corner.baten())
}

/// The bijdrage without the proposal doubles at the highest index, year after year.
#[test]
fn the_highest_index_over_the_most_years_is_exact() {
    let corner = Corner { years: 50, index: Some("1".into()), ..Corner::largest() };
    let case = Case::of_documents(publicatie(&corner), corner.scenario());
    let oracle = Oracle::new(&case.publicatie_document, &case.scenario_document);
    agrees(&case.uitkomst(), &oracle).unwrap();
    let last = *oracle.years.last().unwrap();
    let doubled = whole_weight(&fraction(&corner.weight)) / 100 * BigInt::from(2).pow(50);
    assert_eq!(oracle.bijdrage_oud(0, last), Some(doubled));
}

/// A base year long before the horizon would make the indexed bijdrage grow beyond every bound.
#[test]
fn a_base_year_too_far_away_is_refused() {
    let corner = Corner { years: 50, index: Some("1".into()), ..Corner::largest() };
    let mut document = publicatie(&corner);
    set(&mut document, "basisjaar", Tree::Whole(1_900));
    assert!(codes_of(&document).contains(&Code::BadPeriod), "{:?}", codes_of(&document));
}

/// A trechter is a product too, whether a regel uses its last step or not.
#[test]
fn a_trechter_of_too_many_shares_is_refused() {
    let corner = Corner { unused_steps: 3, ..Corner::largest() };
    assert!(codes_of(&publicatie(&corner)).contains(&Code::TooManyShares));
    let corner = Corner { unused_steps: 2, ..Corner::largest() };
    let case = Case::of_documents(publicatie(&corner), corner.scenario());
    let found = bijdragewijzer::export::uitkomst(&case.uitkomst());
    assert!(found.get("varianten").is_some());
}

/// What can be compensated is a part of the bijdrage: never more than all of it.
#[test]
fn a_compensation_above_the_bijdrage_is_refused() {
    let corner =
        Corner { btw: Some("10000000000.00".into()), weight: "0.01".into(), ..Corner::largest() };
    assert!(codes_of(&publicatie(&corner)).contains(&Code::OutOfBounds));
}

fn codes_of(document: &Tree) -> Vec<Code> {
    match lees(document) {
        Ok(_) => Vec::new(),
        Err(meldingen) => meldingen.iter().map(|melding| melding.code).collect(),
    }
}

/// One cent, one document, one deelnemer too much: each is refused, in a scenario and in a publicatie.
#[test]
fn what_is_beyond_the_bounds_is_refused() {
    let publicatie = standaard().unwrap();
    for (field, code) in [
        (r#""financiering":{"reservering":"10000000000.01"}"#, Code::OutOfBounds),
        (r#""financiering":{"reservering":"0.001"}"#, Code::TooManyDecimals),
        (r#""financiering":{"reservering":"-0.01"}"#, Code::OutOfBounds),
        (r#""financiering":{"vertraging":3}"#, Code::OutOfBounds),
        (
            r#""uitrol":[{"variant":"2a","omvang":[{"jaar":2021,"waarde":"100000001"}]}]"#,
            Code::OutOfBounds,
        ),
        (
            r#""uitrol":[{"variant":"2a","omvang":[{"jaar":2021,"waarde":"0.5"}]}]"#,
            Code::TooManyDecimals,
        ),
        (
            r#""uitrol":[{"variant":"1","inzet":[{"jaar":2021,"waarde":"1.0001"}]}]"#,
            Code::OutOfBounds,
        ),
        (
            r#""uitrol":[{"variant":"1","inzet":[{"jaar":2021,"waarde":"0.00001"}]}]"#,
            Code::TooManyDecimals,
        ),
        (
            r#""sleutel":{"gewichten":[{"deelnemer":"zwolle","waarde":"10000000000.01"}]}"#,
            Code::OutOfBounds,
        ),
        (r#""parameters":[{"id":"baten_nieuw","waarde":"-10000000000.01"}]"#, Code::OutOfBounds),
        (
            r#""bijdragen":[{"deelnemer":"zwolle","jaar":2022,"bedrag":"10000000000.01","soort":"zonder_voorstel"}]"#,
            Code::OutOfBounds,
        ),
        (r#""rekenprotocol":{"jaren":51}"#, Code::OutOfBounds),
        (r#""index":"1.0001""#, Code::OutOfBounds),
        (r#""index":"0.00001""#, Code::TooManyDecimals),
    ] {
        let text = format!("{{\"versie\":1,{field}}}");
        let controle = controleer(&publicatie, &parse(text.as_bytes()).unwrap());
        let refusing = controle.meldingen.iter().filter(|melding| melding.refuses());
        let codes: Vec<Code> = refusing.map(|melding| melding.code).collect();
        assert!(codes.contains(&code), "{field}: {codes:?}");
        assert!(controle.scenario.is_none(), "{field}");
    }
}

#[test]
fn a_publicatie_beyond_the_bounds_is_refused() {
    let largest = Corner::largest;
    for (corner, code) in [
        (Corner { deelnemers: 2_001, ..largest() }, Code::TooMany),
        (Corner { years: 51, ..largest() }, Code::BadPeriod),
        (Corner { weight: "10000000000.01".into(), ..largest() }, Code::OutOfBounds),
        (Corner { bedrag: "-10000000000.01".into(), ..largest() }, Code::OutOfBounds),
        (Corner { omvang: "100000001".into(), ..largest() }, Code::OutOfBounds),
        (Corner { basis: Some("100000001".into()), ..largest() }, Code::OutOfBounds),
        (Corner { basis: Some("0".into()), ..largest() }, Code::DividesByZero),
        (Corner { share: "1.0001".into(), ..largest() }, Code::OutOfBounds),
        (Corner { factoren: 3, ..largest() }, Code::TooManyShares),
    ] {
        let codes = codes_of(&publicatie(&corner));
        assert!(codes.contains(&code), "{corner:?}: {codes:?}");
    }
}

/// The publicatie that is compiled in lies far within the bounds, and so does one of the largest text.
#[test]
fn a_text_of_one_megabyte_is_the_most() {
    let room = bijdragewijzer::document::MAX_BYTES - STANDAARD_JSON.len();
    let padded = |spaces: usize| format!("{STANDAARD_JSON}{}", " ".repeat(spaces));
    let read: Publicatie = lees(&parse(padded(room).as_bytes()).unwrap()).unwrap();
    assert_eq!(&*read.id, "gblt-2021");
    assert_eq!(parse(padded(room + 1).as_bytes()).unwrap_err().code, Code::TooLarge);
    let unrelated = object(vec![("id", text("a"))]);
    assert!(lees(&unrelated).is_err());
}
