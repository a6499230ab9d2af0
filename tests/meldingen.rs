//! The gallery of meldingen: every code brought out by a real document, with its exact text.
//!
//! A text says where, what is wrong (`zin`) and what to do (`doen`). The same entries make
//! `docs/meldingen.md`: `UPDATE_EXPECT=1 cargo test --test meldingen` writes it anew.

#[cfg(test)]
#[path = "meldingen/geval.rs"]
mod geval;
#[cfg(test)]
#[path = "meldingen/links.rs"]
mod links;
#[cfg(test)]
#[path = "meldingen/page.rs"]
mod page;
#[cfg(test)]
#[path = "meldingen/publicaties.rs"]
mod publicaties;
#[cfg(test)]
#[path = "meldingen/scenarios.rs"]
mod scenarios;
#[cfg(test)]
#[path = "support/sentences.rs"]
mod sentences;
#[cfg(test)]
#[path = "meldingen/values.rs"]
mod values;
#[cfg(test)]
#[path = "meldingen/warnings.rs"]
mod warnings;

use std::collections::BTreeSet;

use bijdragewijzer::melding::{Code, Ernst};
use bijdragewijzer::view::texts::{melding_text, melding_title};
use expect_test::expect_file;
use geval::Geval;

/// Every entry, in the order of the codes.
fn gallery() -> Vec<Geval> {
    let mut gallery = [
        values::GALLERY,
        scenarios::GALLERY,
        publicaties::GALLERY,
        links::GALLERY,
        warnings::GALLERY,
    ]
    .concat();
    gallery.sort_by_key(|geval| geval.code);
    gallery
}

#[test]
fn every_code_has_an_entry() {
    let shown: BTreeSet<Code> = gallery().iter().map(|geval| geval.code).collect();
    let absent: Vec<&Code> = Code::ALL.iter().filter(|code| !shown.contains(code)).collect();
    assert!(absent.is_empty(), "codes without an entry in the gallery: {absent:?}");
}

#[test]
fn every_document_gives_its_melding_with_its_exact_text() {
    let mut faults = Vec::new();
    for geval in gallery() {
        let meldingen = geval.bron.meldingen();
        let found: Vec<(Code, &str)> =
            meldingen.iter().map(|it| (it.code, it.pad.as_str())).collect();
        if found != [(geval.code, geval.pad)] {
            faults.push(format!("{}: {found:?} at {}", geval.code, geval.pad));
            continue;
        }
        let read = (melding_title(geval.code), melding_text(&meldingen[0]));
        if read != (geval.titel, geval.tekst()) {
            faults.push(format!("{}: {read:#?}", geval.code));
        }
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn every_text_says_what_is_wrong_and_what_to_do() {
    for geval in gallery() {
        assert!(
            !geval.titel.ends_with('.') && geval.titel.chars().count() <= 60,
            "{}",
            geval.titel
        );
        for sentence in [geval.zin, geval.doen] {
            assert!(
                sentence.ends_with(['.', ':']) && !sentence.contains("  "),
                "{}: {sentence}",
                geval.code
            );
            assert!(!sentence.to_lowercase().contains("ongeldig"), "{}: {sentence}", geval.code);
        }
    }
}

#[test]
fn no_sentence_has_more_than_fifteen_words() {
    let texts = gallery().into_iter().map(|geval| {
        let (count, sentence) = sentences::longest(&geval.tekst());
        (count, format!("{}: {count} words: {sentence}", geval.code))
    });
    let long: Vec<String> =
        texts.filter(|(count, _)| *count > sentences::MOST).map(|(_, it)| it).collect();
    assert!(long.is_empty(), "\n{}", long.join("\n"));
}

#[test]
fn the_letter_of_a_code_says_whether_it_refuses() {
    let mut texts = BTreeSet::new();
    for code in Code::ALL {
        let expected = if code.text().starts_with('W') { Ernst::Waarschuwing } else { Ernst::Fout };
        assert_eq!(code.ernst(), expected, "{code}");
        assert!(texts.insert(code.text()), "{code} stands there twice");
        assert_eq!(code.text().len(), 4, "{code}");
    }
}

#[test]
fn the_page_of_meldingen_is_current() {
    let page = page::page(&gallery());
    expect_file![concat!(env!("CARGO_MANIFEST_DIR"), "/docs/meldingen.md")].assert_eq(&page);
}
