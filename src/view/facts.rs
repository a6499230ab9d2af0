//! Three things to know before the answer is used, from the amounts themselves.

use super::Names;
use crate::formula::Id;
use crate::model::Uitkomst;
use crate::publicatie::{Publicatie, RegelSoort};
use crate::units::notation::in_sentence;
use crate::units::{Euro, Jaar};

/// One thing to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it comes down to.
    pub title: String,
    /// The explanation.
    pub text: String,
}

/// The facts beside an answer.
pub fn facts(publicatie: &Publicatie, uitkomst: &Uitkomst) -> Vec<Fact> {
    let mut facts = Vec::new();
    if let Some(text) = &publicatie.voorbehoud {
        facts.push(Fact { title: "Voorbeeldbedragen".into(), text: text.clone() });
    }
    facts.extend(reservering(publicatie, uitkomst));
    facts.push(unknown(publicatie, uitkomst));
    facts
}

/// The effect beside the reservering in a year that has one: the known part, and whether that is all.
struct Held {
    jaar: Jaar,
    reserved: Euro,
    effect: Option<Euro>,
    complete: bool,
    /// Whether what is left out can make the effect smaller.
    may_fall: bool,
}

impl Held {
    fn known(&self) -> Euro {
        self.effect.unwrap_or(Euro::NUL)
    }
}

fn held(publicatie: &Publicatie, uitkomst: &Uitkomst) -> Vec<Held> {
    let saves = |id: &Id| {
        let regel = publicatie.all_regels().find(|regel| regel.id == *id);
        regel.is_some_and(|regel| regel.soort == RegelSoort::Besparing)
    };
    let years = uitkomst.reservering.iter().filter_map(|year| {
        let reserved = year.reservering.euro().filter(|it| *it != Euro::NUL)?;
        let effect = &uitkomst.jaar(year.jaar)?.effect;
        let left_out = effect.exclusief();
        Some(Held {
            jaar: year.jaar,
            reserved,
            effect: effect.known(),
            complete: left_out.is_empty(),
            may_fall: left_out.iter().any(saves),
        })
    });
    years.collect()
}

/// Whether the reservering covers the effect in every year that has one. A verdict that an unknown effect could
/// overturn is none.
fn reservering(publicatie: &Publicatie, uitkomst: &Uitkomst) -> Option<Fact> {
    let years = held(publicatie, uitkomst);
    // Of equals the first year.
    let short = years.iter().rev().filter(|it| it.known() > it.reserved && !it.may_fall);
    if let Some(worst) = short.max_by_key(|it| it.known() - it.reserved) {
        return Some(too_small(worst));
    }
    let highest = years.iter().rev().max_by_key(|it| it.known())?;
    let reserved = in_sentence(highest.reserved);
    if years.iter().any(|it| !it.complete) {
        let title = format!("Of {reserved} genoeg is, is niet te zeggen");
        return Some(Fact { title, text: known_so_far(highest) });
    }
    (highest.known() > Euro::NUL).then(|| Fact {
        title: format!("{reserved} is toereikend"),
        text: format!(
            "Het hoogste effect is {}, in {}: niet meer dan de reservering van {reserved}.",
            in_sentence(highest.known()),
            highest.jaar
        ),
    })
}

fn too_small(year: &Held) -> Fact {
    let (effect, reserved) = (in_sentence(year.known()), in_sentence(year.reserved));
    let jaar = year.jaar;
    let missing = if year.complete { "" } else { MISSING };
    Fact {
        title: format!("{reserved} is niet genoeg"),
        text: format!(
            "In {jaar} is het effect {effect}: meer dan de reservering van {reserved}.{missing}"
        ),
    }
}

const MISSING: &str = " Onbekende effecten tellen hierin niet mee.";

fn known_so_far(highest: &Held) -> String {
    match highest.effect.filter(|euro| *euro > Euro::NUL) {
        Some(effect) => format!(
            "Het hoogste bekende effect is {}, in {}.{MISSING}",
            in_sentence(effect),
            highest.jaar
        ),
        None => "Van geen jaar met een reservering is het effect bekend.".to_owned(),
    }
}

fn unknown(publicatie: &Publicatie, uitkomst: &Uitkomst) -> Fact {
    let names = Names::new(publicatie);
    let missing = names.left_out(uitkomst.totaal.iter().flat_map(|year| year.effect.exclusief()));
    let outside = "Verschuivingen bij kwijtschelding en oninbaar staan los van deze bijdrage.";
    let Some(missing) = missing else {
        return Fact { title: "Wat ernaast staat".into(), text: outside.into() };
    };
    Fact {
        title: "Niet alles is bekend".into(),
        text: format!("Onbekend is: {missing}. {outside}"),
    }
}
