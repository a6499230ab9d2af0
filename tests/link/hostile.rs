//! Texts that are no link, or one made to do harm: nothing panics, nothing is taken over, and a long text
//! takes no more than its length in work.

use std::fs;
use std::path::Path;

use bijdragewijzer::publicatie::Publicatie;
use bijdragewijzer::scenario::{Opened, open_link};

use super::example::{publicatie, whole};

/// Opens the text in the ways in which a page or a person would hand it over.
fn open_all(publicatie: &Publicatie, text: &str) -> Vec<Opened> {
    let ways = [
        text.to_owned(),
        format!("#{text}"),
        format!("#/keuzes/{text}"),
        format!("https://host.example/?url={text}"),
    ];
    ways.iter().map(|text| open_link(publicatie, text)).collect()
}

fn harmless(name: &str, publicatie: &Publicatie, text: &str) {
    for opened in open_all(publicatie, text) {
        assert!(whole(&opened).is_none(), "{name}");
        assert!(!opened.meldingen.is_empty(), "{name}");
        let plain = |sign: char| sign.is_ascii_alphanumeric() || "-_/".contains(sign);
        assert!(opened.section.chars().all(plain), "{name}: {}", opened.section);
    }
}

#[test]
fn the_corpus_does_no_harm() {
    let publicatie = publicatie();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/link/hostile");
    let mut count = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        // Bytes that are no text reach the page as replacement signs.
        let bytes = fs::read(&path).unwrap();
        harmless(&path.display().to_string(), &publicatie, &String::from_utf8_lossy(&bytes));
        for line in String::from_utf8_lossy(&bytes).lines() {
            harmless(line, &publicatie, line);
            count += 1;
        }
    }
    assert!(count > 40, "{count} lines");
}

/// Each of these would take many minutes if the work grew with the square of the length.
#[test]
fn a_long_text_is_work_in_proportion() {
    let publicatie = publicatie();
    for piece in [
        "a",
        ".",
        "~",
        "/",
        "#",
        "%",
        "&",
        "%25",
        "&amp;",
        "&#",
        "1.",
        "/1.",
        "/1.a",
        "#/1.a",
        "1.a~1.",
        ".en",
        ".u~",
        ".u~voorstel",
        ".reservering~1",
        ".k~capaciteit~inhuur",
        ".uitrol~1",
        ".inzet~1~j2021~0",
        ".p~betaald_aandeel~0",
        "~j2021~1",
        ".0000000",
        ".zonder~zwolle~j2022~1",
        ".varianten",
        ".n~a",
        "\u{200b}",
        "\u{2013}",
        " ",
    ] {
        for start in ["", "#/keuzes/", "1.gblt-2021~1", "#/1.gblt-2021~1.p~betaald_aandeel"] {
            let text = start.to_owned() + &piece.repeat(300_000 / piece.len());
            let opened = open_link(&publicatie, &text);
            assert!(whole(&opened).is_none() && !opened.meldingen.is_empty(), "{start}{piece}");
        }
    }
}

/// Names that differ each time, so that looking back for one that stands there twice would show.
#[test]
fn many_different_names_are_work_in_proportion() {
    let publicatie = publicatie();
    for key in ["k~", "p~", "uitrol~", "zonder~", "onbekend~", "s~", "kleur", "met~"] {
        let parts: String = (0..30_000).map(|number| format!(".{key}x{number}~1")).collect();
        let opened = open_link(&publicatie, &format!("1.gblt-2021~1{parts}"));
        assert!(whole(&opened).is_none() && !opened.meldingen.is_empty(), "{key}");
    }
}

#[test]
fn a_text_beyond_every_limit_is_refused_unread() {
    let opened = open_link(&publicatie(), &"1.gblt-2021~1.".repeat(100_000));
    assert_eq!(opened.meldingen[0].code.text(), "F507");
}
