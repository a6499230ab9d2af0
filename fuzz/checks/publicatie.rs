//! Reads any bytes as a publicatie: every melding has its text, and with what is read the first uitgangspunt
//! computes.

use bijdragewijzer::document::parse;
use bijdragewijzer::export;
use bijdragewijzer::model::bereken;
use bijdragewijzer::publicatie::lees;
use bijdragewijzer::scenario::{Input, controleer_input};
use bijdragewijzer::view::texts::melding_text;

pub(crate) fn check(bytes: &[u8]) {
    let Ok(tree) = parse(bytes) else { return };
    match lees(&tree) {
        Ok(publicatie) => {
            let controle = controleer_input(&publicatie, &Input::default());
            if let Some(scenario) = controle.scenario {
                export::uitkomst(&bereken(&publicatie, &scenario));
            }
        }
        Err(meldingen) => {
            assert!(meldingen.iter().any(|melding| melding.refuses()));
            for melding in meldingen {
                assert!(!melding_text(&melding).is_empty(), "{melding:?}");
            }
        }
    }
}
