//! Opens any text as a link. What is taken over must be written as a link that opens to the same.

use bijdragewijzer::publicatie::{Publicatie, standaard};
use bijdragewijzer::scenario::{Inhoud, open_link};

thread_local! {
    static PUBLICATIE: Publicatie = standaard().unwrap();
}

pub(crate) fn check(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    PUBLICATIE.with(|publicatie| {
        let opened = open_link(publicatie, &text);
        let Inhoud::Vergelijking(vergelijking) = opened.inhoud else {
            assert!(!opened.meldingen.is_empty());
            return;
        };
        let link = vergelijking.link(publicatie);
        let Inhoud::Vergelijking(again) = open_link(publicatie, &link).inhoud else {
            panic!("{link} does not open");
        };
        assert_eq!(again.document(), vergelijking.document());
        assert_eq!(again.link(publicatie), link);
    });
}
