//! Lists that someone typed, in words: paper has all that the amounts rest on.

use super::Names;
use crate::formula::Id;
use crate::scenario::Rekenprotocol;
use crate::units::notation::{in_sentence, waarde};
use crate::units::{Breuk, Eenheid, Euro};

/// Over how many years, and the realised baten that were typed for them.
pub(super) fn protocol_text(protocol: &Rekenprotocol) -> String {
    let over = match protocol.jaren {
        Some(1) => "realisatie van 1 jaar".to_owned(),
        Some(years) => format!("gemiddelde van {years} jaar"),
        None => "aan".to_owned(),
    };
    let realised = protocol.gerealiseerd.iter();
    let realised = realised.map(|(jaar, euro)| format!("{jaar}: {}", in_sentence(*euro)));
    std::iter::once(over).chain(realised).collect::<Vec<_>>().join("; ")
}

/// Who has which weight; who has none is not named.
pub(super) fn weights_text(names: &Names<'_>, weights: &[(Id, Euro)]) -> String {
    let written = |weight: Euro| waarde(Breuk::hundredths(weight.cents()), Eenheid::Aantal);
    let each = weights.iter().map(|(id, it)| format!("{} {}", names.receiver(id), written(*it)));
    each.collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publicatie::standaard;
    use crate::units::Jaar;

    fn plain(text: &str) -> String {
        text.replace('\u{a0}', " ")
    }

    #[test]
    fn the_realised_baten_stand_with_their_years() {
        let of = |jaar, euros: i128| (Jaar::new(jaar).unwrap(), Euro::from_cents(euros * 100));
        let gerealiseerd = vec![of(2020, 4_100_000), of(2021, 3_500_000)];
        let text = protocol_text(&Rekenprotocol { jaren: Some(2), gerealiseerd });
        assert_eq!(plain(&text), "gemiddelde van 2 jaar; 2020: € 4.100.000; 2021: € 3.500.000");
    }

    #[test]
    fn every_own_weight_is_named() {
        let publicatie = standaard().unwrap();
        let weights = [("zwolle", 100), ("dalfsen", 750)]
            .map(|(id, cents)| (Id::from(id), Euro::from_cents(cents)));
        let text = weights_text(&Names::new(&publicatie), &weights);
        assert_eq!(text, "Zwolle 1; Dalfsen 7,5");
    }
}
