//! Any document gives an uitkomst or meldingen, never a panic: damaged ones, wild ones, bytes, hostile ones.

use bijdragewijzer::document::{Tree, parse};
use bijdragewijzer::export;
use bijdragewijzer::melding::{Code, Melding};
use bijdragewijzer::model::{bereken, waarschuwingen};
use bijdragewijzer::publicatie::{Publicatie, lees, standaard};
use bijdragewijzer::scenario::{controleer, controleer_vergelijking};
use bijdragewijzer::view::texts::{melding_text, melding_title};
use proptest::test_runner::TestCaseResult;
use proptest::{prop_assert, prop_assert_eq};

use crate::support::case::Case;
use crate::support::dice::Dice;
use crate::support::json::{object, text};
use crate::support::law::{CASES, holds};

/// Documents of the right shape with something wrong in them.
#[test]
fn no_damaged_document_makes_it_panic() {
    holds("damaged", CASES, damaged, |(publicatie, scenario)| {
        let publicatie = match lees(publicatie) {
            Ok(publicatie) => publicatie,
            Err(meldingen) => return refused(&meldingen),
        };
        every_door(&publicatie, scenario)
    });
}

/// Half of them keep the publicatie whole, so that the scenario is judged at all.
pub(crate) fn damaged(dice: &mut Dice<'_>) -> (Tree, Tree) {
    let case = Case::random(dice);
    let (publicatie, scenario) = (case.publicatie_document, case.scenario_document);
    let publicatie = if dice.chance(50) { mutated(dice, &publicatie) } else { publicatie };
    let scenario = if dice.chance(80) { mutated(dice, &scenario) } else { scenario };
    (publicatie, scenario)
}

/// Trees of any shape, with now and then a word that a document knows.
#[test]
fn no_wild_tree_makes_it_panic() {
    let standaard = standaard().unwrap();
    holds("wild", CASES, |dice| wild(dice, 5), |tree| every_door(&standaard, tree));
}

#[test]
fn no_bytes_make_it_panic() {
    let standaard = standaard().unwrap();
    holds("bytes", CASES, bytes, |bytes| match parse(bytes) {
        Ok(tree) => every_door(&standaard, &tree),
        Err(melding) => refused(&[melding]),
    });
}

/// Bytes of JSON with some of them changed, cut off, or nothing like JSON at all.
fn bytes(dice: &mut Dice<'_>) -> Vec<u8> {
    let mut bytes = wild(dice, 4).to_json().into_bytes();
    if dice.chance(10) {
        bytes = (0..dice.below(60)).map(|_| u8::try_from(dice.below(256)).unwrap()).collect();
    }
    for _ in 0..dice.below(4) {
        let place = usize::try_from(dice.below(u64::try_from(bytes.len()).unwrap() + 1)).unwrap();
        match dice.below(4) {
            0 => bytes.truncate(place),
            1 => bytes.insert(place, u8::try_from(dice.below(256)).unwrap()),
            2 => bytes.insert(place, *dice.pick(b"{}[]\",:-0\\")),
            _ => {
                if let Some(byte) = bytes.get_mut(place) {
                    *byte ^= 1 << dice.below(8);
                }
            }
        }
    }
    bytes
}

/// A document as a publicatie, as a scenario and as a vergelijking.
fn every_door(publicatie: &Publicatie, tree: &Tree) -> TestCaseResult {
    if let Err(meldingen) = lees(tree) {
        refused(&meldingen)?;
    }
    if let Err(geweigerd) = controleer_vergelijking(publicatie, tree) {
        refused(&geweigerd.meldingen)?;
    }
    let controle = controleer(publicatie, tree);
    let Some(scenario) = controle.scenario else { return refused(&controle.meldingen) };
    let uitkomst = bereken(publicatie, &scenario);
    for melding in controle.meldingen.iter().chain(&waarschuwingen(&scenario, &uitkomst)) {
        prop_assert!(!melding.refuses());
        readable(melding)?;
    }
    let document = export::uitkomst(&uitkomst);
    prop_assert_eq!(&parse(document.to_json().as_bytes()).unwrap(), &document);
    Ok(())
}

fn refused(meldingen: &[Melding]) -> TestCaseResult {
    prop_assert!(meldingen.iter().any(Melding::refuses));
    meldingen.iter().try_for_each(readable)
}

/// A melding has a place and a sentence, and nothing in them can disturb what stands around them.
fn readable(melding: &Melding) -> TestCaseResult {
    let sentence = melding_text(melding);
    prop_assert!(melding.pad.starts_with('$'), "{:?}", melding);
    prop_assert!(!sentence.is_empty() && !melding_title(melding.code).is_empty());
    let disturbs = |sign: char| sign.is_control() || matches!(sign, '\u{202a}'..='\u{202e}');
    prop_assert!(!sentence.chars().any(disturbs), "{:?}", sentence);
    Ok(())
}

/// A document with one to four changes in it.
pub(crate) fn mutated(dice: &mut Dice<'_>, tree: &Tree) -> Tree {
    let mut tree = tree.clone();
    for _ in 0..dice.between(1, 4) {
        damage(dice, &mut tree);
    }
    tree
}

/// Goes down a random way and changes what stands at its end.
fn damage(dice: &mut Dice<'_>, tree: &mut Tree) {
    let below = match tree {
        Tree::List(items) => items.len(),
        Tree::Object(fields) => fields.len(),
        _ => 0,
    };
    if below == 0 || dice.chance(15) {
        *tree = if dice.chance(60) { leaf(dice) } else { wild(dice, 2) };
        return;
    }
    let place = usize::try_from(dice.below(u64::try_from(below).unwrap())).unwrap();
    match (tree, dice.below(12)) {
        (Tree::List(items), 0) => drop(items.remove(place)),
        (Tree::List(items), 1) => items.push(items[place].clone()),
        (Tree::List(items), 2) => items.swap(0, place),
        (Tree::Object(fields), 0) => drop(fields.remove(place)),
        (Tree::Object(fields), 1) => fields.push(fields[place].clone()),
        (Tree::Object(fields), 2) => fields[place].0 = (*dice.pick(WORDS)).to_owned(),
        (Tree::List(items), _) => damage(dice, &mut items[place]),
        (Tree::Object(fields), _) => damage(dice, &mut fields[place].1),
        _ => {}
    }
}

/// Words that documents know, and some that none does.
const WORDS: &[&str] = &[
    "formaat",
    "versie",
    "id",
    "jaar",
    "waarde",
    "bedrag",
    "aandeel",
    "varianten",
    "uitrol",
    "sleutel",
    "alle",
    "parameters",
    "laag",
    "hoog",
    "scenarios",
    "bovenaan",
    "financiering",
    "wijze",
    "",
    "\u{202e}",
    "a b",
    "__proto__",
];

/// Values at which a reader could stumble.
fn leaf(dice: &mut Dice<'_>) -> Tree {
    match dice.below(6) {
        0 => Tree::Null,
        1 => Tree::Bool(dice.chance(50)),
        2 => Tree::Whole(*dice.pick(&[0, 1, -1, 2021, 2200, 1900, 99_999, i64::MAX, i64::MIN])),
        3 => Tree::Other((*dice.pick(&["0.5", "18446744073709551615", "-0"])).to_owned()),
        _ => text(*dice.pick(TEXTS)),
    }
}

const TEXTS: &[&str] = &[
    "",
    " ",
    "0",
    "-0",
    "1",
    "-1",
    "0.5",
    "0.00001",
    "1.0001",
    "NaN",
    "Infinity",
    "1e400",
    "10000000000",
    "10000000000.01",
    "-10000000000",
    "100000000",
    "100000001",
    "79228162514264337593543950336",
    "0.0000000000000000000000000000000001",
    "00000000000000000000000000000000000000000001",
    "1,5",
    "+1",
    ".5",
    "5.",
    "onbekend",
    "bron",
    "eigen",
    "inzet",
    "omvang",
    "omvang_v0",
    "structureel",
    "evenredig",
    "blok-0",
    "v0",
    "u0",
    "effect",
    "a\u{0}b",
    "\u{202e}gnp.exe",
    "\u{feff}",
    "<img src=x onerror=alert(1)>",
    "Een zin met\nnog een regel",
    "bijdragewijzer/scenario",
    "bijdragewijzer/publicatie",
];

/// A tree of any shape.
fn wild(dice: &mut Dice<'_>, depth: usize) -> Tree {
    let branches = if depth == 0 { 0 } else { 55 };
    if !dice.chance(branches) {
        return leaf(dice);
    }
    let count = dice.below(6);
    if dice.chance(40) {
        return Tree::List((0..count).map(|_| wild(dice, depth - 1)).collect());
    }
    let field = |dice: &mut Dice<'_>| ((*dice.pick(WORDS)).to_owned(), wild(dice, depth - 1));
    Tree::Object((0..count).map(|_| field(dice)).collect())
}

/// What a document can be made of to break its reader, and the melding that each gives.
#[test]
fn hostile_documents_have_a_melding_each() {
    let publicatie = standaard().unwrap();
    let scenario = |rest: &str| format!("{{\"versie\":1{rest}}}").into_bytes();
    let amount = |text: &str| scenario(&format!(",\"financiering\":{{\"reservering\":{text}}}"));
    let million = format!("{{\"deelnemers\":[{}]}}", vec!["{}"; 1_000_000].join(","));
    let deep = "[".repeat(10_000) + &"]".repeat(10_000);
    let digits = format!("\"{}\"", "9".repeat(5_000));
    for (bytes, code) in [
        (million.into_bytes(), Code::TooLarge),
        (deep.clone().into_bytes(), Code::TooDeep),
        (scenario(&format!(",\"naam\":{deep}")), Code::TooDeep),
        (scenario(",\"naam\":\"a\",\"naam\":\"b\""), Code::DuplicateField),
        (scenario(",\"versie\":1"), Code::DuplicateField),
        (amount("NaN"), Code::NoJson),
        (amount("1e400"), Code::NoJson),
        (amount("\"NaN\""), Code::NoNumber),
        (amount("\"1e400\""), Code::NoNumber),
        (amount("-0"), Code::WrongType),
        (amount("\"--0\""), Code::NoNumber),
        (amount("12.5"), Code::WrongType),
        (amount(&digits), Code::OutOfBounds),
        (amount("99999999999999999999999"), Code::WrongType),
        (scenario(",\"naam\":\"\\ud800\""), Code::NoJson),
        (scenario(",\"naam\":\"\\u0000\""), Code::BadText),
        (scenario(",\"\\u202e\":1"), Code::UnknownField),
        ("\u{feff}\u{feff}{\"versie\":1}".as_bytes().to_vec(), Code::NoJson),
        (b"\xed\xa0\x80".to_vec(), Code::Encoding),
        (Vec::new(), Code::NoJson),
    ] {
        let start: String = String::from_utf8_lossy(&bytes).chars().take(60).collect();
        let meldingen = match parse(&bytes) {
            Err(melding) => vec![melding],
            Ok(tree) => controleer(&publicatie, &tree).meldingen,
        };
        let codes: Vec<Code> = meldingen.iter().map(|melding| melding.code).collect();
        assert_eq!(codes, [code], "{start}");
        refused(&meldingen).unwrap();
    }
}

/// A byte order mark, a name that runs from right to left and a minus before zero do no harm.
#[test]
fn odd_but_honest_documents_are_read() {
    let publicatie = standaard().unwrap();
    for text in [
        "\u{feff}{\"versie\":1}",
        "{\"versie\":1,\"naam\":\"\u{202e}omgekeerd\"}",
        "{\"versie\":1,\"financiering\":{\"reservering\":\"-0\"}}",
        "{\"versie\":1,\"financiering\":{\"reservering\":\"-0.00\"}}",
    ] {
        let controle = controleer(&publicatie, &parse(text.as_bytes()).unwrap());
        assert!(controle.scenario.is_some(), "{text}: {:?}", controle.meldingen);
    }
}

/// A list that came in another way than as text has its own limit.
#[test]
fn a_million_deelnemers_are_too_many_in_any_form() {
    let one = object(vec![("id", text("a"))]);
    let document = object(vec![("deelnemers", Tree::List(vec![one; 1_000_000]))]);
    let meldingen = lees(&document).unwrap_err();
    assert!(meldingen.iter().any(|melding| melding.code == Code::TooMany), "{}", meldingen.len());
    assert!(meldingen.len() < 100);
}
