//! What an answer rests on: the choices of the scenario in words.

use super::deviations::{Deviation, euros, key_name, omvang_text, share, vertraging_name};
use super::letters::lower_first;
use crate::model::{Uitkomst, VariantJaar};
use crate::publicatie::{Drijver, Publicatie, Variant};
use crate::scenario::{Groep, Input, Scenario, Wijze};
use crate::units::notation::{as_written, in_sentence, waarde};
use crate::units::{Eenheid, Euro, Jaar};

/// A choice and what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// What is chosen.
    pub name: String,
    /// The choice.
    pub value: String,
}

/// The choices of a scenario, in the order of the screen, and at the end the names of what deviates.
pub fn basis(
    publicatie: &Publicatie,
    scenario: &Scenario,
    uitkomst: &Uitkomst,
    own: &[Deviation],
) -> Vec<Given> {
    let given = |name: &str, value: String| Given { name: name.to_owned(), value };
    let chosen = scenario.afwijkingen().uitgangspunt.as_deref();
    let uitgangspunt = publicatie.uitgangspunt_or_first(chosen);
    let mut list: Vec<Given> =
        uitgangspunt.map(|it| given("Uitgangspunt", it.naam.clone())).into_iter().collect();
    let chosen = publicatie.varianten.iter().filter(|variant| scenario.has_variant(&variant.id));
    for variant in chosen {
        let years = uitkomst.varianten.iter().filter(|year| year.variant == variant.id);
        list.push(given(&variant.naam, rollout_of(years)));
    }
    list.push(given("Financiering", financing(scenario).to_owned()));
    let amount = match scenario.wijze() {
        Wijze::Structureel => Some(("Reservering per jaar", exact(scenario.reservering()))),
        Wijze::Incidenteel => Some(("Bewaard uit het resultaat", exact(scenario.incidenteel()))),
        Wijze::Jaarlijks => None,
    };
    list.extend(amount.map(|(name, value)| given(name, value)));
    if scenario.vertraging() > 0 {
        list.push(given("Vertraging in de begroting", vertraging_name(scenario.vertraging())));
    }
    list.extend(keys(publicatie, scenario));
    if !own.is_empty() {
        let names: Vec<String> = own.iter().map(|it| lower_first(&it.name)).collect();
        list.push(given("Afwijkend van het uitgangspunt", names.join(", ")));
    }
    list
}

/// What was typed with cents is said with them.
fn exact(euro: Euro) -> String {
    if euro.cents() % 100 == 0 { in_sentence(euro) } else { euros(euro) }
}

/// The key, or the key of each group of posts where they differ.
fn keys(publicatie: &Publicatie, scenario: &Scenario) -> Vec<Given> {
    let of = |groep: Groep| {
        let key = scenario.sleutel(groep).and_then(|id| publicatie.sleutel(id));
        key.map(|it| it.naam.clone())
    };
    let named = |name: String, groep: Groep| Some(Given { name, value: of(groep)? });
    let first = of(Groep::Ophoging);
    if Groep::ALL.iter().all(|groep| of(*groep) == first) {
        return named("Verdeelsleutel".to_owned(), Groep::Ophoging).into_iter().collect();
    }
    let each = Groep::ALL.iter();
    each.filter_map(|it| named(key_name(*it), *it)).collect()
}

const fn financing(scenario_wijze: &Scenario) -> &'static str {
    match scenario_wijze.volledig().financiering.wijze {
        Some(Wijze::Jaarlijks) => "jaarlijks bijramen",
        Some(Wijze::Incidenteel) => "één bedrag uit een resultaat",
        _ => "structurele reservering",
    }
}

/// The uitrol that was computed.
fn rollout_of<'y>(years: impl Iterator<Item = &'y VariantJaar>) -> String {
    in_one_breath(years.filter_map(|year| {
        let shown = match (year.inzet(), year.omvang()) {
            (Some(inzet), _) => as_written(inzet.amount().waarde?, Eenheid::Aandeel),
            (_, Some(omvang)) => waarde(omvang.amount().waarde?, Eenheid::Aantal),
            _ => if year.actief { "loopt" } else { "nog niet" }.to_owned(),
        };
        Some((shown, year.jaar))
    }))
}

/// The uitrol of a variant in a scenario that has one for every year: "50% in 2021, 100% vanaf 2022".
pub fn rollout(scenario: &Input, variant: &Variant) -> String {
    let Some(uitrol) = scenario.uitrol.iter().find(|it| it.variant == variant.id) else {
        return String::new();
    };
    match variant.drijver {
        Drijver::Inzet => in_one_breath(uitrol.inzet.iter().map(|(jaar, it)| (share(*it), *jaar))),
        Drijver::Omvang => {
            in_one_breath(uitrol.omvang.iter().map(|(jaar, it)| (omvang_text(*it), *jaar)))
        }
        Drijver::Start => uitrol.start.map(|jaar| format!("vanaf {jaar}")).unwrap_or_default(),
    }
}

/// "50% in 2021, 100% vanaf 2022", "10.000 in 2021, 30.000 in 2022 …".
fn in_one_breath(years: impl Iterator<Item = (String, Jaar)>) -> String {
    let mut parts: Vec<(String, Jaar, Jaar)> = Vec::new();
    for (shown, jaar) in years {
        match parts.last_mut() {
            Some((before, _, to)) if *before == shown => *to = jaar,
            _ => parts.push((shown, jaar, jaar)),
        }
    }
    let last = parts.len();
    let texts = parts.iter().enumerate().map(|(index, (shown, from, to))| {
        match (from < to, index + 1 == last) {
            (false, _) => format!("{shown} in {from}"),
            (true, true) => format!("{shown} vanaf {from}"),
            (true, false) => format!("{shown} van {from} tot en met {to}"),
        }
    });
    texts.collect::<Vec<_>>().join(", ")
}
