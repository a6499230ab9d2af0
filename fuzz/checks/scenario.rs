//! Opens any bytes as a file: every melding has its text, and what is taken over computes, and comes back the
//! same by file and by link.

use bijdragewijzer::model::{bereken, waarschuwingen};
use bijdragewijzer::publicatie::{Publicatie, standaard};
use bijdragewijzer::scenario::{Inhoud, Input, file, open_file, open_link};
use bijdragewijzer::view::texts::melding_text;

thread_local! {
    static PUBLICATIE: Publicatie = standaard().unwrap();
}

pub(crate) fn check(bytes: &[u8]) {
    PUBLICATIE.with(|publicatie| {
        let opened = open_file(publicatie, bytes);
        for melding in &opened.meldingen {
            assert!(!melding_text(melding).is_empty(), "{melding:?}");
        }
        let Inhoud::Vergelijking(vergelijking) = opened.inhoud else {
            assert!(opened.meldingen.iter().any(|melding| melding.refuses()));
            return;
        };
        for scenario in &vergelijking.scenarios {
            let uitkomst = bereken(publicatie, scenario);
            for melding in waarschuwingen(scenario, &uitkomst) {
                assert!(!melding_text(&melding).is_empty(), "{melding:?}");
            }
        }
        let inputs: Vec<Input> =
            vergelijking.scenarios.iter().map(|it| it.afwijkingen().clone()).collect();
        let text = file(publicatie, &inputs, vergelijking.bovenaan);
        let Inhoud::Vergelijking(saved) = open_file(publicatie, text.as_bytes()).inhoud else {
            panic!("{text} does not open");
        };
        let link = saved.link(publicatie);
        let Inhoud::Vergelijking(sent) = open_link(publicatie, &link).inhoud else {
            panic!("{link} does not open");
        };
        let inputs: Vec<Input> = sent.scenarios.iter().map(|it| it.afwijkingen().clone()).collect();
        assert_eq!(file(publicatie, &inputs, sent.bovenaan), text);
    });
}
