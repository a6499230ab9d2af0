//! Three things to know before the answer is used, from the amounts themselves.

use super::Names;
use crate::model::Uitkomst;
use crate::publicatie::Publicatie;
use crate::units::Euro;
use crate::units::notation::in_sentence;

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
    facts.extend(reservering(uitkomst));
    facts.push(unknown(publicatie, uitkomst));
    facts
}

/// Whether the reservering covers the effect in the last year that has one: known part only.
fn reservering(uitkomst: &Uitkomst) -> Option<Fact> {
    let year = uitkomst.reservering.last()?;
    let reserved = year.reservering.euro().filter(|it| *it != Euro::NUL)?;
    let last = uitkomst.jaar(year.jaar)?;
    let effect = last.effect.euro()?;
    let missing = if last.effect.exclusief().is_empty() {
        ""
    } else {
        " Onbekende effecten tellen hierin niet mee."
    };
    let (effect_text, reserved_text) = (in_sentence(effect), in_sentence(reserved));
    let jaar = last.jaar;
    let (title, text) = if effect > reserved {
        let title = format!("{reserved_text} is krap");
        (
            title,
            format!(
                "In {jaar} is het effect {effect_text}: meer dan de reservering van {reserved_text}.{missing}"
            ),
        )
    } else if effect > Euro::NUL {
        let title = format!("{reserved_text} is toereikend");
        (
            title,
            format!(
                "In {jaar} is het effect {effect_text}: niet meer dan de reservering van {reserved_text}.{missing}"
            ),
        )
    } else {
        return None;
    };
    Some(Fact { title, text })
}

fn unknown(publicatie: &Publicatie, uitkomst: &Uitkomst) -> Fact {
    let names = Names::new(publicatie);
    let last = uitkomst.totaal.last();
    let missing = last.and_then(|last| names.left_out(last.effect.exclusief()));
    let outside = "Verschuivingen bij kwijtschelding en oninbaar staan los van deze bijdrage.";
    let Some(missing) = missing else {
        return Fact { title: "Wat ernaast staat".into(), text: outside.into() };
    };
    Fact {
        title: "Niet alles is bekend".into(),
        text: format!("Onbekend is: {missing}. {outside}"),
    }
}
