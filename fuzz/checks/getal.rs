//! Reads any text as a number in every field: what is read fits the field and is read back as it is shown;
//! what is refused has its words.

use bijdragewijzer::units::lezen::{Lezing, Veld, lees};
use bijdragewijzer::view::lezing::{in_words, melding, vraag};

pub(crate) fn check(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for veld in [
        Veld::bedrag(),
        Veld::bedrag_from_zero(),
        Veld::gewicht(),
        Veld::aantal(0),
        Veld::aantal_of_aandeel(),
        Veld::aandeel(),
        Veld::index(),
    ] {
        match lees(&text, &veld) {
            Lezing::Leeg => {}
            Lezing::Waarde(waarde) => {
                assert_eq!(veld.refuses(waarde), None, "{text:?}");
                let shown = in_words(waarde);
                assert_eq!(lees(&shown, &veld), Lezing::Waarde(waarde), "{text:?} as {shown:?}");
            }
            Lezing::Vraag(readings) => {
                assert!(readings.iter().any(|it| veld.refuses(*it).is_none()), "{text:?}");
                assert!(!vraag("Veld", &veld, readings).text().is_empty());
            }
            Lezing::Onleesbaar(fout) => {
                assert!(fout.plaats >= 1 && fout.plaats <= text.chars().count() + 1, "{text:?}");
                assert!(!melding("Veld", &veld, &fout).text().is_empty());
            }
        }
    }
}
