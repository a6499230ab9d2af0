//! Files as people send them: what another program did to them is said with its place and a remedy, and only
//! what is harmless is read.

use std::fs;
use std::path::{Path, PathBuf};

use bijdragewijzer::document::parse;
use bijdragewijzer::melding::Melding;
use bijdragewijzer::publicatie::standaard;
use bijdragewijzer::scenario::controleer;
use bijdragewijzer::view::texts::melding_text;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gevallen/bestanden")
}

/// The meldingen of a file, and the scenario as it was read.
fn opened(bytes: &[u8]) -> (Vec<Melding>, Option<String>) {
    match parse(bytes) {
        Ok(tree) => {
            let controle = controleer(&standaard().unwrap(), &tree);
            let read =
                controle.scenario.map(|scenario| scenario.afwijkingen().document().to_json());
            (controle.meldingen, read)
        }
        Err(melding) => (vec![melding], None),
    }
}

pub(crate) fn bytes(name: &str) -> Vec<u8> {
    fs::read(folder().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Files that open as if nothing had happened to them.
pub(crate) const HARMLESS: [&str; 3] = ["bom.json", "crlf.json", "witregels.json"];

/// A file, every code with its path, and what the first melding says.
pub(crate) type Refused = (&'static str, &'static [(&'static str, &'static str)], &'static str);

/// Files that are refused.
pub(crate) const REFUSED: &[Refused] = &[
    ("utf16le.json", &[("F100", "$")], "Sla het bestand op als UTF-8"),
    ("utf16be.json", &[("F100", "$")], "Sla het bestand op als UTF-8"),
    ("latin1.json", &[("F100", "$")], "Sla het bestand op als UTF-8"),
    ("kapotte-utf8.json", &[("F100", "$")], "Sla het bestand op als UTF-8"),
    ("gzip.json", &[("F100", "$")], "een ander bestand zonder leesbare tekst"),
    ("afgekapt.json", &[("F101", "$")], "houdt op bij regel 1, teken 50. Vraag het opnieuw op"),
    ("zonder-slot.json", &[("F101", "$")], "houdt op bij regel 4, teken 0"),
    ("komma-te-veel.json", &[("F101", "$")], "Bij regel 4, teken 1 is de tekst niet te lezen"),
    ("komma-te-weinig.json", &[("F101", "$")], "Bij regel 3, teken 3 is de tekst niet te lezen"),
    (
        "enkele-aanhalingstekens.json",
        &[("F101", "$")],
        "Bij regel 1, teken 3 is de tekst niet te lezen",
    ),
    (
        "krulaanhalingstekens.json",
        &[("F101", "$")],
        "Bij regel 1, teken 3 is de tekst niet te lezen",
    ),
    ("twee-documenten.json", &[("F101", "$")], "Bij regel 2, teken 1 is de tekst niet te lezen"),
    ("webpagina.json", &[("F101", "$")], "Bij regel 1, teken 1 is de tekst niet te lezen"),
    ("nan.json", &[("F101", "$")], "Bij regel 1, teken 25 is de tekst niet te lezen"),
    ("nul-teken.json", &[("F101", "$")], "Bij regel 1, teken 29 is de tekst niet te lezen"),
    ("leeg.json", &[("F101", "$")], "Het bestand is leeg"),
    ("alleen-witregels.json", &[("F101", "$")], "houdt op bij regel 3, teken 0"),
    ("null.json", &[("F104", "$")], "Schrijf daar een object tussen { en }"),
    ("lijst.json", &[("F104", "$")], "In het document staat een lijst"),
    ("tekst.json", &[("F104", "$")], "In het document staat een tekst"),
    ("dubbel-veld.json", &[("F106", "$.financiering.reservering")], "Laat er één staan"),
    (
        "dubbel-onbekend-veld.json",
        &[("F105", "$.reserve"), ("F106", "$.reserve")],
        "Het veld “reserve” bestaat niet",
    ),
    (
        "proto.json",
        &[("F105", "$.__proto__"), ("F105", "$.constructor")],
        "Het veld “__proto__” bestaat niet",
    ),
    ("nieuwere-versie.json", &[("F109", "$.versie")], "Open het met een nieuwere Bijdragewijzer"),
    ("bedrag-als-getal.json", &[("F104", "$.financiering.reservering")], "tussen aanhalingstekens"),
    (
        "uitkomst.json",
        &[("F105", "$.jaren"), ("F108", "$.formaat")],
        "Het veld “jaren” bestaat niet",
    ),
];

#[test]
fn harmless_files_open_as_usual() {
    let expected = r#"{"formaat":"bijdragewijzer/scenario","versie":1,"deelnemer":"dalfsen"}"#;
    for name in HARMLESS {
        assert_eq!(opened(&bytes(name)), (vec![], Some(expected.to_owned())), "{name}");
    }
}

#[test]
fn damaged_files_say_where_and_what_to_do() {
    for (name, expected, words) in REFUSED {
        let (meldingen, read) = opened(&bytes(name));
        let found: Vec<(&str, &str)> =
            meldingen.iter().map(|it| (it.code.text(), it.pad.as_str())).collect();
        assert_eq!(found, *expected, "{name}");
        let text = melding_text(&meldingen[0]);
        assert!(text.contains(words), "{name}: {text}");
        assert_eq!(read, None, "{name}");
    }
}

#[test]
fn every_file_has_its_case() {
    for entry in fs::read_dir(folder()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if name.starts_with('.') {
            continue;
        }
        let known = HARMLESS.contains(&name.as_str()) || REFUSED.iter().any(|(of, ..)| *of == name);
        assert!(known, "{name}");
    }
}

/// A scenario as the program writes it; every place where it can be cut or hit.
const SAVED: &str = include_str!("../contract/golden/scenario-volledig.json");

#[test]
fn a_saved_file_that_is_cut_anywhere_is_refused_with_its_place() {
    let whole = SAVED.trim_end();
    for end in (0..whole.len()).step_by(7).chain([whole.len() - 1]) {
        let (meldingen, read) = opened(&whole.as_bytes()[..end]);
        let codes: Vec<&str> = meldingen.iter().map(|it| it.code.text()).collect();
        // A cut inside a sign of two bytes leaves no text.
        assert!(
            codes == ["F101"] || (codes == ["F100"] && !whole.is_char_boundary(end)),
            "{end}: {codes:?}"
        );
        assert_eq!(read, None, "{end}");
    }
}

#[test]
fn a_saved_file_with_one_byte_changed_never_gives_another_scenario_unnoticed() {
    let (_, sent) = opened(SAVED.as_bytes());
    assert!(sent.is_some());
    for at in (0..SAVED.len()).step_by(3) {
        for byte in [0x00, 0x0b, 0xff, b'\\'] {
            let mut bytes = SAVED.as_bytes().to_vec();
            bytes[at] = byte;
            let (meldingen, read) = opened(&bytes);
            let refused = meldingen.iter().any(Melding::refuses);
            assert_eq!(read.is_none(), refused, "byte {byte:#x} at {at}");
            assert!(refused, "byte {byte:#x} at {at}: {read:?}");
        }
    }
}
