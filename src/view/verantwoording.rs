//! What the numbers rest on: every parameter, every figure of the proposal beside the model's, and whether
//! the amounts close.

use super::Names;
use crate::formula::{Herkomst, Status};
use crate::model::Uitkomst;
use crate::publicatie::{Parameter, Publicatie};
use crate::units::notation::as_written;
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

/// All parameters of a publicatie, in its order.
pub fn parameter_rows(publicatie: &Publicatie) -> Vec<ParameterRow> {
    let names = Names::new(publicatie);
    let row = |parameter: &Parameter| ParameterRow {
        id: parameter.id.to_string(),
        name: parameter.naam.clone(),
        value: all_values(parameter),
        band: parameter.waarde.filter(|it| it.laag < it.hoog).map(|it| {
            let shown = |value| as_written(value, parameter.eenheid);
            format!("{} tot {}", shown(it.laag), shown(it.hoog))
        }),
        status: parameter.status,
        source: source(&names, &parameter.herkomst),
        note: parameter.toelichting.clone(),
    };
    publicatie.parameters.iter().map(row).collect()
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
    use crate::model::bereken;
    use crate::publicatie::standaard;
    use crate::scenario::Scenario;

    #[test]
    fn every_parameter_has_a_source_and_unknown_is_said() {
        let publicatie = standaard().unwrap();
        let rows = parameter_rows(&publicatie);
        assert_eq!(rows.len(), publicatie.parameters.len());
        assert!(rows.iter().all(|row| !row.source.is_empty()));
        let unknown = rows.iter().find(|row| row.id == "minderbaten_2b_bedrag").unwrap();
        assert_eq!((&*unknown.value, unknown.status), ("onbekend", Status::Onbekend));
    }

    #[test]
    fn the_proposal_closes() {
        let publicatie = standaard().unwrap();
        let scenario = Scenario::of_uitgangspunt(&publicatie, "voorstel").unwrap();
        let checks = closings(&bereken(&publicatie, &scenario));
        assert!(checks.iter().all(|check| check.holds), "{checks:?}");
    }
}
