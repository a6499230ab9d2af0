//! What the numbers rest on: every parameter, every figure of the proposal beside the model's, and whether
//! the amounts close.

use super::{Deviation, Names};
use crate::formula::{Herkomst, Id, Status};
use crate::model::Uitkomst;
use crate::publicatie::{BATEN_NIEUW, Parameter, Publicatie};
use crate::scenario::Edit;
use crate::units::notation::{NO_BREAK_SPACE, as_written};
use crate::units::{Breuk, Eenheid, Euro};
use crate::vragen::{Oordeel, aansluiting};

/// A parameter in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParameterRow {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Its value, with the years that have one of their own.
    pub value: String,
    /// Its band; nothing where it has none.
    pub band: Option<String>,
    /// How sure it is.
    pub status: Status,
    /// Document and paragraph.
    pub source: String,
    /// What one should know of it.
    pub note: Option<String>,
    /// What the scenario has instead, as it was typed.
    pub own: Option<String>,
}

/// A figure of the proposal beside the model's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureRow {
    /// What it is about.
    pub name: String,
    /// Where it stands.
    pub source: String,
    /// As the proposal has it.
    pub published: String,
    /// As the model has it.
    pub model: Option<String>,
    /// How they relate.
    pub verdict: Oordeel,
    /// Why they differ.
    pub reason: Option<String>,
}

/// Whether the amounts of an outcome close.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closing {
    /// What was checked.
    pub text: String,
    /// Whether it holds.
    pub holds: bool,
}

pub(super) fn source(names: &Names<'_>, herkomst: &Herkomst) -> String {
    let bron = herkomst.bron.as_ref().map(|bron| format!("{}, ", names.bron(bron)));
    format!("{}{}", bron.unwrap_or_default(), herkomst.paragraaf)
}

/// All parameters of a publicatie, in its order, each with what a scenario has instead.
pub fn parameter_rows(publicatie: &Publicatie, own: &[Deviation]) -> Vec<ParameterRow> {
    let names = Names::new(publicatie);
    let row = |parameter: &Parameter| ParameterRow {
        id: parameter.id.to_string(),
        name: parameter.naam.clone(),
        value: all_values(parameter),
        band: parameter.waarde.filter(|it| it.laag < it.hoog).map(|it| {
            let shown = |value| as_written(value, parameter.eenheid);
            format!("{}{NO_BREAK_SPACE}tot {}", shown(it.laag), shown(it.hoog))
        }),
        status: parameter.status,
        source: source(&names, &parameter.herkomst),
        note: parameter.toelichting.clone(),
        own: own_value(&parameter.id, own),
    };
    publicatie.parameters.iter().map(row).collect()
}

/// What was typed instead of a parameter, or of the whole post that it is the amount of, or makes it otherwise.
fn own_value(id: &Id, own: &[Deviation]) -> Option<String> {
    let typed = own.iter().filter_map(|it| {
        let jaar = match &it.undo {
            Edit::Parameter(of, jaar, _) if of == id => *jaar,
            Edit::Onbekend(post, jaar, _) if **id == *format!("{post}_bedrag") => Some(*jaar),
            Edit::Rekenprotocol(_) if **id == *BATEN_NIEUW => {
                return Some(format!("volgens het rekenprotocol ({})", it.value));
            }
            _ => return None,
        };
        Some(jaar.map_or_else(|| it.value.clone(), |jaar| format!("{jaar}: {}", it.value)))
    });
    let typed: Vec<String> = typed.collect();
    (!typed.is_empty()).then(|| typed.join("; "))
}

fn all_values(parameter: &Parameter) -> String {
    let shown = |value: Breuk| as_written(value, parameter.eenheid);
    let general = parameter.waarde.map(|it| shown(it.waarde));
    let yearly =
        parameter.per_jaar.iter().map(|(jaar, it)| format!("{jaar}: {}", shown(it.waarde)));
    let all: Vec<String> = general.into_iter().chain(yearly).collect();
    if all.is_empty() { "onbekend".to_owned() } else { all.join("; ") }
}

/// Every figure of the proposal beside the model's.
pub fn figure_rows(publicatie: &Publicatie) -> Vec<FigureRow> {
    let names = Names::new(publicatie);
    let rows = aansluiting(publicatie).into_iter().map(|it| {
        let shown = |value: Breuk| figure(value, it.cijfer.eenheid);
        FigureRow {
            name: it.cijfer.onderwerp.clone(),
            source: source(&names, &it.cijfer.herkomst),
            published: shown(it.cijfer.waarde),
            model: it.model.map(shown),
            verdict: it.oordeel,
            reason: it.cijfer.reden.clone(),
        }
    });
    rows.collect()
}

/// With its sign; cents only where there are any.
fn figure(value: Breuk, eenheid: Eenheid) -> String {
    let text = as_written(value, eenheid);
    text.strip_suffix(",00").map(str::to_owned).unwrap_or(text)
}

/// The closing checks of an outcome: every post and total over the deelnemers, in every year.
pub fn closings(uitkomst: &Uitkomst) -> Vec<Closing> {
    let count = uitkomst.deelnemers.len();
    let closes = |term: &crate::formula::Term<crate::formula::Verdeeld>| {
        let shares = (0..count).map(|deelnemer| term.share_euro(deelnemer));
        term.euro().is_none() || term.is_empty() || shares.sum::<Option<Euro>>() == term.euro()
    };
    let posts: Vec<bool> = uitkomst
        .posten
        .iter()
        .flat_map(|post| post.bedragen.iter().map(|(_, term)| closes(term)))
        .collect();
    let totals: Vec<bool> = uitkomst
        .totaal
        .iter()
        .flat_map(|year| [&year.begroot, &year.verrekening, &year.definitief].map(closes))
        .collect();
    let parts = uitkomst.totaal.iter().all(|year| {
        let sum = year.begroot.euro().zip(year.verrekening.euro()).map(|(one, two)| one + two);
        sum == year.definitief.euro()
    });
    let check = |checks: &[bool], what: &str| Closing {
        text: format!("{} {what}: de {count} deelnemers tellen op tot het geheel", checks.len()),
        holds: checks.iter().all(|it| *it),
    };
    vec![
        check(&posts, "bedragen van posten"),
        check(&totals, "totalen"),
        Closing {
            text: "Elk jaar: begroot en verrekening zijn samen het verschil na verrekening"
                .to_owned(),
            holds: parts,
        },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::parse;
    use crate::model::bereken;
    use crate::publicatie::standaard;
    use crate::scenario::{Scenario, controleer};
    use crate::view::deviations;

    #[test]
    fn every_parameter_has_a_source_and_unknown_is_said() {
        let publicatie = standaard().unwrap();
        let rows = parameter_rows(&publicatie, &[]);
        assert_eq!(rows.len(), publicatie.parameters.len());
        assert!(rows.iter().all(|row| !row.source.is_empty()));
        let unknown = rows.iter().find(|row| row.id == "minderbaten_2b_bedrag").unwrap();
        assert_eq!((&*unknown.value, unknown.status), ("onbekend", Status::Onbekend));
    }

    #[test]
    fn what_was_typed_stands_beside_what_was_published() {
        let publicatie = standaard().unwrap();
        let text = r#"{"versie": 1, "parameters": [{"id": "betaald_aandeel", "waarde": "0.2"},
            {"id": "baten_nieuw", "jaar": 2022, "waarde": "5600000"}],
            "onbekend": [{"post": "minderbaten_2b", "jaar": 2023, "bedrag": "40000.00"}]}"#;
        let controle = controleer(&publicatie, &parse(text.as_bytes()).unwrap());
        let input = controle.scenario.unwrap().afwijkingen().clone();
        let rows = parameter_rows(&publicatie, &deviations(&publicatie, &input));
        let own: Vec<(&str, &str, String)> = rows
            .iter()
            .filter_map(|row| {
                Some((&*row.id, &*row.value, row.own.as_ref()?.replace('\u{a0}', " ")))
            })
            .collect();
        assert_eq!(
            own,
            [
                ("baten_nieuw", "€\u{a0}5.700.000,00", "2022: € 5.600.000,00".to_owned()),
                ("betaald_aandeel", "15%", "20%".to_owned()),
                ("minderbaten_2b_bedrag", "onbekend", "2023: € 40.000,00".to_owned()),
            ]
        );
    }

    #[test]
    fn baten_that_a_protocol_makes_are_no_longer_those_that_were_published() {
        let publicatie = standaard().unwrap();
        let text = r#"{"versie": 1, "rekenprotocol": {"jaren": 2, "gerealiseerd":
            [{"jaar": 2020, "bedrag": "5100000.00"}, {"jaar": 2021, "bedrag": "5100000.00"}, {"jaar": 2022, "bedrag": "5100000.00"}, {"jaar": 2023, "bedrag": "5100000.00"}]}}"#;
        let controle = controleer(&publicatie, &parse(text.as_bytes()).unwrap());
        let input = controle.scenario.unwrap().afwijkingen().clone();
        let rows = parameter_rows(&publicatie, &deviations(&publicatie, &input));
        let own: Vec<(&str, &str)> =
            rows.iter().filter_map(|row| Some((&*row.id, row.own.as_deref()?))).collect();
        let [("baten_nieuw", own)] = own[..] else { panic!("{own:?}") };
        assert!(
            own.starts_with("volgens het rekenprotocol (gemiddelde van 2 jaar; 2020: "),
            "{own}"
        );
    }

    #[test]
    fn the_proposal_closes() {
        let publicatie = standaard().unwrap();
        let scenario = Scenario::of_uitgangspunt(&publicatie, "voorstel").unwrap();
        let checks = closings(&bereken(&publicatie, &scenario));
        assert!(checks.iter().all(|check| check.holds), "{checks:?}");
    }
}
