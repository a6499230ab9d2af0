//! What an answer rests on: the choices of the scenario in words.

use crate::model::{Uitkomst, VariantJaar};
use crate::publicatie::Publicatie;
use crate::scenario::{Groep, Scenario, Wijze};
use crate::units::notation::{in_sentence, waarde};
use crate::units::{Breuk, Eenheid};

/// A choice and what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// What is chosen.
    pub name: String,
    /// The choice.
    pub value: String,
}

/// The choices of a scenario, in the order of the screen.
pub fn basis(publicatie: &Publicatie, scenario: &Scenario, uitkomst: &Uitkomst) -> Vec<Given> {
    let given = |name: &str, value: String| Given { name: name.to_owned(), value };
    let chosen = scenario.afwijkingen().uitgangspunt.as_deref();
    let uitgangspunt = chosen
        .and_then(|id| publicatie.uitgangspunt(id))
        .or_else(|| publicatie.uitgangspunten.first());
    let mut list: Vec<Given> =
        uitgangspunt.map(|it| given("Uitgangspunt", it.naam.clone())).into_iter().collect();
    let chosen = publicatie.varianten.iter().filter(|variant| scenario.has_variant(&variant.id));
    for variant in chosen {
        let years = uitkomst.varianten.iter().filter(|year| year.variant == variant.id);
        list.push(given(&variant.naam, rollout(years)));
    }
    list.push(given("Financiering", financing(scenario).to_owned()));
    let amount = match scenario.wijze() {
        Wijze::Structureel => Some(("Reservering per jaar", in_sentence(scenario.reservering()))),
        Wijze::Incidenteel => {
            Some(("Bewaard uit het resultaat", in_sentence(scenario.incidenteel())))
        }
        Wijze::Jaarlijks => None,
    };
    list.extend(amount.map(|(name, value)| given(name, value)));
    let key = scenario.sleutel(Groep::Ophoging).and_then(|id| publicatie.sleutel(id));
    list.extend(key.map(|key| given("Verdeelsleutel", key.naam.clone())));
    list
}

const fn financing(scenario_wijze: &Scenario) -> &'static str {
    match scenario_wijze.volledig().financiering.wijze {
        Some(Wijze::Jaarlijks) => "jaarlijks bijramen",
        Some(Wijze::Incidenteel) => "één bedrag uit een resultaat",
        _ => "structurele reservering",
    }
}

/// "50% in 2021, 100% vanaf 2022", "10.000 in 2021, 30.000 in 2022 …".
fn rollout<'y>(years: impl Iterator<Item = &'y VariantJaar>) -> String {
    let mut parts: Vec<(String, u16, u16)> = Vec::new();
    for year in years {
        let shown = match (year.inzet(), year.omvang()) {
            (Some(inzet), _) => inzet
                .amount()
                .waarde
                .map(|share| format!("{}%", waarde(share * Breuk::whole(100), Eenheid::Aantal))),
            (_, Some(omvang)) => omvang.amount().waarde.map(|count| waarde(count, Eenheid::Aantal)),
            _ => Some(if year.actief { "loopt" } else { "nog niet" }.to_owned()),
        };
        let (Some(shown), jaar) = (shown, year.jaar.number()) else { continue };
        match parts.last_mut() {
            Some((before, _, to)) if *before == shown => *to = jaar,
            _ => parts.push((shown, jaar, jaar)),
        }
    }
    let last = parts.len();
    let texts = parts.iter().enumerate().map(|(index, (shown, from, to))| {
        let open = index + 1 == last && from < to;
        if open { format!("{shown} vanaf {from}") } else { format!("{shown} in {from}") }
    });
    texts.collect::<Vec<_>>().join(", ")
}
