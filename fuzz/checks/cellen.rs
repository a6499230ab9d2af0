//! Reads any text as a pasted table: every row comes back in its place, no deelnemer is found twice, and what
//! is found and what is missing are all of them.

use std::collections::BTreeSet;

use bijdragewijzer::publicatie::{Publicatie, standaard};
use bijdragewijzer::scenario::plakken::{PlakRegel, plaksel};
use bijdragewijzer::units::lezen::Veld;
use bijdragewijzer::view::lezing::{plaksel_text, regel_text};

thread_local! {
    static PUBLICATIE: Publicatie = standaard().unwrap();
}

pub(crate) fn check(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    PUBLICATIE.with(|publicatie| {
        for veld in [Veld::bedrag(), Veld::gewicht()] {
            for kolom in [None, Some(1)] {
                let read = plaksel(publicatie, &text, &veld, kolom);
                let mut found = BTreeSet::new();
                for (place, (number, regel)) in read.regels.iter().enumerate() {
                    assert_eq!(*number, place + 1);
                    let _ = regel_text(publicatie, &read, &veld, *number, regel);
                    if let PlakRegel::Gevonden(id, _) = regel {
                        assert!(found.insert(id.clone()), "{id} twice");
                        assert!(!read.ontbreekt.contains(id), "{id} found and missing");
                    }
                }
                assert!(!plaksel_text(publicatie, &read).is_empty());
            }
        }
    });
}
