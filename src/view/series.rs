//! The published bijdragen and the weights of the keys, as rows of the list of numbers.

use super::Names;
use super::verantwoording::{ParameterRow, source};
use crate::publicatie::{Publicatie, Reeks, SleutelSoort, Verdeelsleutel};
use crate::units::Euro;
use crate::units::notation::{NO_BREAK_SPACE, getal, in_sentence};

/// What each deelnemer paid, one row per published column, and then the keys that have weights of their own.
pub fn series_rows(publicatie: &Publicatie) -> Vec<ParameterRow> {
    let series = publicatie.reeksen.iter().map(|reeks| of_reeks(publicatie, reeks));
    let keys = publicatie.sleutels.iter().filter_map(|key| of_key(publicatie, key));
    series.chain(keys).collect()
}

fn of_reeks(publicatie: &Publicatie, reeks: &Reeks) -> ParameterRow {
    let paid = publicatie.deelnemers.iter().map(|it| {
        let bedrag = it.bijdrage(reeks.jaar, reeks.soort);
        (it.naam.as_str(), bedrag)
    });
    ParameterRow {
        id: format!("{}-{}", reeks.soort.word(), reeks.jaar),
        name: reeks.naam.clone(),
        value: listed(paid, in_sentence),
        band: None,
        status: reeks.status,
        source: source(&Names::new(publicatie), &reeks.herkomst),
        note: None,
        own: None,
    }
}

/// A key whose blocks have published weights; another follows from the bijdragen, or is the user's own.
fn of_key(publicatie: &Publicatie, key: &Verdeelsleutel) -> Option<ParameterRow> {
    let SleutelSoort::Blok { blokken, .. } = &key.soort else { return None };
    let named = publicatie.blokken.iter().filter_map(|blok| {
        let (_, weight) = blokken.iter().find(|(id, _)| *id == blok.id)?;
        Some((blok.naam.as_str(), Some(*weight)))
    });
    (!blokken.is_empty()).then(|| ParameterRow {
        id: key.id.to_string(),
        name: format!("Sleutel: {}", key.naam),
        value: listed(named, weight),
        band: None,
        status: key.status,
        source: source(&Names::new(publicatie), &key.herkomst),
        note: key.toelichting.clone(),
        own: None,
    })
}

/// A weight says how much beside the others, in no unit.
fn weight(weight: Euro) -> String {
    let exact = weight.breuk().exact_decimal(2);
    exact.map_or_else(|| weight.to_string(), |exact| getal(exact, 0))
}

/// "Dalfsen € 466.380; …; samen € 18.519.327"; what is not known is said, and then there is no sum.
fn listed<'n>(
    each: impl Iterator<Item = (&'n str, Option<Euro>)> + Clone,
    written: fn(Euro) -> String,
) -> String {
    let amount = |euro: Option<Euro>| euro.map_or_else(|| "onbekend".to_owned(), written);
    let all: Option<Euro> = each.clone().map(|(_, euro)| euro).sum();
    let sum = all.map(|all| format!("samen{NO_BREAK_SPACE}{}", written(all)));
    let each = each.map(|(name, euro)| format!("{name}{NO_BREAK_SPACE}{}", amount(euro)));
    each.chain(sum).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formula::Status;
    use crate::publicatie::standaard;

    fn row(id: &str) -> ParameterRow {
        let rows = series_rows(&standaard().unwrap());
        let row = rows.into_iter().find(|row| row.id == id).unwrap();
        ParameterRow { value: row.value.replace('\u{a0}', " "), ..row }
    }

    /// Betaalde voorschotten 2019, `bron/bijdragen.csv`.
    #[test]
    fn the_voorschotten_that_the_keys_rest_on_are_listed_with_their_source() {
        let row = row("begroting-2019");
        assert_eq!(row.name, "Betaalde voorschotten 2019");
        assert!(row.value.contains("Dalfsen € 466.380"), "{}", row.value);
        assert!(row.value.ends_with("samen € 18.519.327"), "{}", row.value);
        assert!(row.source.contains("betaalde voorschotten"), "{}", row.source);
        assert_eq!(row.status, Status::Openbaar);
    }

    #[test]
    fn what_is_not_published_is_unknown_and_has_no_sum() {
        let row = row("begroting-2023");
        assert!(row.value.contains("Zwolle onbekend"), "{}", row.value);
        assert!(!row.value.contains("samen"), "{}", row.value);
    }

    #[test]
    fn a_key_with_published_weights_says_them() {
        let row = row("blok-2019");
        assert_eq!(row.value, "Waterschappen 2.053.746; Gemeenten 10.568; samen 2.064.314");
    }
}
