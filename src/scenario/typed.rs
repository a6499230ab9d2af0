//! A change as a field makes it: which value it is about, and another value for it.

use super::{Edit, Omvang};
use crate::units::lezen::Waarde;
use crate::units::{Breuk, Eenheid, Euro, Jaar};

impl Edit {
    /// The change of the same value to what was read; nothing takes the value away. A change that no field makes stays
    /// as it is. The reader refuses parts of a cent; an amount with them would count as nothing.
    #[must_use]
    pub fn with(self, read: Option<Waarde>) -> Self {
        let number = read.map(|it| it.getal);
        let euro = number.and_then(Euro::from_decimal);
        let breuk = number.map(Breuk::from_decimal);
        match self {
            Self::Inzet(id, jaar, _) => Self::Inzet(id, jaar, number),
            Self::Omvang(id, jaar, _) => Self::Omvang(id, jaar, read.map(omvang)),
            Self::Reservering(_) => Self::Reservering(euro),
            Self::Incidenteel(_) => Self::Incidenteel(euro),
            Self::Vrijgave(jaar, _) => Self::Vrijgave(jaar, euro),
            Self::Blok(id, _) => Self::Blok(id, number),
            Self::Gewicht(id, _) => Self::Gewicht(id, euro),
            Self::Parameter(id, jaar, _) => Self::Parameter(id, jaar, breuk),
            Self::Laag(id, jaar, _) => Self::Laag(id, jaar, breuk),
            Self::Hoog(id, jaar, _) => Self::Hoog(id, jaar, breuk),
            Self::Onbekend(post, jaar, _) => Self::Onbekend(post, jaar, euro),
            Self::Gerealiseerd(jaar, _) => Self::Gerealiseerd(jaar, euro),
            Self::Bijdrage(id, jaar, _) => Self::Bijdrage(id, jaar, euro.map(|it| (it, None))),
            Self::Index(_) => Self::Index(number),
            Self::Deelnemer(_)
            | Self::Naam(_)
            | Self::Uitgangspunt(_)
            | Self::Herstel
            | Self::Voorstel
            | Self::Varianten(_)
            | Self::Start(..)
            | Self::UitrolTerug(_)
            | Self::Optie(..)
            | Self::Wijze(_)
            | Self::Vertraging(_)
            | Self::Sleutel(_)
            | Self::SleutelVan(..)
            | Self::Gewichten(_)
            | Self::Rekenprotocol(_)
            | Self::Aannamen(_) => self,
        }
    }

    /// The same change for another year: what is pasted goes over more years.
    #[must_use]
    pub fn in_year(self, jaar: Jaar) -> Self {
        match self {
            Self::Inzet(id, _, inzet) => Self::Inzet(id, jaar, inzet),
            Self::Omvang(id, _, omvang) => Self::Omvang(id, jaar, omvang),
            Self::Vrijgave(_, bedrag) => Self::Vrijgave(jaar, bedrag),
            Self::Parameter(id, _, waarde) => Self::Parameter(id, Some(jaar), waarde),
            Self::Onbekend(post, _, bedrag) => Self::Onbekend(post, jaar, bedrag),
            Self::Gerealiseerd(_, bedrag) => Self::Gerealiseerd(jaar, bedrag),
            Self::Bijdrage(id, _, own) => Self::Bijdrage(id, jaar, own),
            other => other,
        }
    }

    /// Whether both change the same value: what is typed key by key is one change.
    pub fn same_place(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Inzet(a, y, _), Self::Inzet(b, z, _)) => a == b && y == z,
            (Self::Omvang(a, y, _), Self::Omvang(b, z, _)) => a == b && y == z,
            (Self::Parameter(a, y, _), Self::Parameter(b, z, _))
            | (Self::Laag(a, y, _), Self::Laag(b, z, _))
            | (Self::Hoog(a, y, _), Self::Hoog(b, z, _)) => a == b && y == z,
            (Self::Onbekend(a, y, _), Self::Onbekend(b, z, _)) => a == b && y == z,
            (Self::Bijdrage(a, y, _), Self::Bijdrage(b, z, _)) => a == b && y == z,
            (Self::Vrijgave(y, _), Self::Vrijgave(z, _))
            | (Self::Gerealiseerd(y, _), Self::Gerealiseerd(z, _)) => y == z,
            (Self::Blok(a, _), Self::Blok(b, _)) | (Self::Gewicht(a, _), Self::Gewicht(b, _)) => {
                a == b
            }
            (Self::Naam(_), Self::Naam(_))
            | (Self::Reservering(_), Self::Reservering(_))
            | (Self::Incidenteel(_), Self::Incidenteel(_))
            | (Self::Index(_), Self::Index(_)) => true,
            _ => false,
        }
    }
}

/// A count, or a reach in percent.
fn omvang(read: Waarde) -> Omvang {
    match read.eenheid {
        Eenheid::Aandeel => Omvang::Aandeel(read.getal),
        Eenheid::Euro | Eenheid::Aantal => Omvang::Aantal(read.getal),
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::*;
    use crate::scenario::{Input, apply};

    fn jaar(number: i64) -> Jaar {
        Jaar::new(number).unwrap()
    }

    fn read(text: &str, eenheid: Eenheid) -> Option<Waarde> {
        Some(Waarde { getal: text.parse().unwrap(), eenheid })
    }

    /// What a field can change, with a value that it takes.
    fn fields() -> Vec<(Edit, Option<Waarde>)> {
        use Eenheid::{Aandeel, Aantal, Euro};
        let year = jaar(2022);
        let id = || "2a".into();
        vec![
            (Edit::Inzet(id(), year, None), read("0.6", Aandeel)),
            (Edit::Omvang(id(), year, None), read("8000", Aantal)),
            (Edit::Omvang(id(), year, None), read("0.1", Aandeel)),
            (Edit::Reservering(None), read("750000", Euro)),
            (Edit::Incidenteel(None), read("750000", Euro)),
            (Edit::Vrijgave(year, None), read("750000", Euro)),
            (Edit::Blok(id(), None), read("0.6", Aandeel)),
            (Edit::Gewicht(id(), None), read("12", Euro)),
            (Edit::Parameter(id(), None, None), read("0.6", Aandeel)),
            (Edit::Parameter(id(), Some(year), None), read("0.6", Aandeel)),
            (Edit::Laag(id(), None, None), read("0.5", Aandeel)),
            (Edit::Hoog(id(), None, None), read("0.7", Aandeel)),
            (Edit::Onbekend(id(), year, None), read("-1000.50", Euro)),
            (Edit::Gerealiseerd(year, None), read("4000000", Euro)),
            (Edit::Bijdrage(id(), year, None), read("2100000", Euro)),
            (Edit::Index(None), read("0.02", Aandeel)),
        ]
    }

    /// With an own value, which a band belongs to.
    fn start() -> Input {
        let own = Edit::Parameter("2a".into(), None, Some(Breuk::whole(1)));
        apply(Input::default(), own)
    }

    #[test]
    fn what_was_read_changes_the_value_of_the_field_and_emptying_it_takes_that_away() {
        for (field, value) in fields() {
            let typed = field.clone().with(value);
            assert!(typed.same_place(&field), "{typed:?}");
            let changed = apply(start(), typed.clone());
            assert_ne!(changed, start(), "{typed:?}");
            assert_eq!(apply(changed, typed.with(None)), apply(start(), field));
        }
    }

    #[test]
    fn a_count_and_a_reach_are_different_values_of_one_field() {
        let field = Edit::Omvang("2b".into(), jaar(2022), None);
        let reach = field.clone().with(read("0.1", Eenheid::Aandeel));
        let share = Omvang::Aandeel(Decimal::new(1, 1));
        assert_eq!(reach, Edit::Omvang("2b".into(), jaar(2022), Some(share)));
        let count = field.with(read("8000", Eenheid::Aantal));
        let eight = Omvang::Aantal(Decimal::from(8000));
        assert_eq!(count, Edit::Omvang("2b".into(), jaar(2022), Some(eight)));
    }

    #[test]
    fn what_is_pasted_is_the_same_change_of_the_years_after_it() {
        let per_year = |field: &Edit| format!("{field:?}").contains("Jaar");
        for (field, value) in fields().into_iter().filter(|(field, _)| per_year(field)) {
            let next = field.clone().in_year(jaar(2023));
            assert!(!next.same_place(&field), "{field:?}");
            let input = [field.clone(), next.clone()].map(|edit| edit.with(value));
            let input = input.into_iter().fold(start(), apply);
            let [first, second] = [field, next].map(|edit| apply(input.clone(), edit));
            assert_ne!(first, input);
            assert_ne!(second, input);
            assert_ne!(first, second);
        }
    }
}
