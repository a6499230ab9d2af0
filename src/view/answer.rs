//! The answer for one deelnemer, in its order: the sentence, the key warning, the sum that makes it, and
//! what it leaves out.

use super::direction::{Direction, Piece};
use super::{AmountRef, Names, sentence};
use crate::formula::{Deel, Id};
use crate::model::{EFFECT_BEGROOT, JaarTotaal, Uitkomst, bereken};
use crate::publicatie::{Publicatie, SleutelSoort};
use crate::scenario::{Groep, Scenario};
use crate::units::notation::{centen, in_sentence, percentage};
use crate::units::{Euro, Jaar};

/// What the page says first.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// Who and when: "Zwolle, begroting 2022".
    pub place: String,
    /// The sentence.
    pub sentence: Vec<Piece>,
    /// The years after, when there are any.
    pub after: Option<String>,
    /// Said as long as the key is not confirmed.
    pub warning: Option<KeyWarning>,
    /// Amounts in cents that add up; the last one is their sum.
    pub sum: Vec<SumPart>,
    /// What one should know of these amounts.
    pub notes: Vec<String>,
}

/// The same sentence under another key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyWarning {
    /// Its opening words.
    pub title: String,
    /// The sentence.
    pub text: String,
}

/// One amount of the sum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SumPart {
    /// What it is.
    pub name: String,
    /// Which amount, for its herleiding.
    pub amount: AmountRef,
    /// The amount; nothing when it is onbekend.
    pub euro: Option<Euro>,
    /// A remark under it.
    pub note: Option<String>,
}

/// The answer for a deelnemer.
pub fn answer(
    publicatie: &Publicatie,
    scenario: &Scenario,
    uitkomst: &Uitkomst,
    deelnemer: usize,
) -> Option<Answer> {
    let jaar = publicatie.antwoordjaar.unwrap_or(publicatie.horizon.van);
    let totaal = uitkomst.jaar(jaar)?;
    let years: Vec<(Jaar, Euro)> = uitkomst
        .totaal
        .iter()
        .filter(|year| year.jaar >= jaar)
        .filter_map(|year| Some((year.jaar, year.begroot.share_euro(deelnemer)?)))
        .collect();
    let (_, euro) = *years.first()?;
    let name = publicatie.deelnemers.get(deelnemer)?.naam.clone();
    Some(Answer {
        place: format!("{name}, begroting {jaar}"),
        sentence: sentence::first(jaar, euro),
        after: sentence::after(&years),
        warning: key_warning(publicatie, scenario, deelnemer, jaar, euro),
        sum: sum(uitkomst, totaal, deelnemer),
        notes: notes(publicatie, uitkomst, deelnemer),
    })
}

fn key_warning(
    publicatie: &Publicatie,
    scenario: &Scenario,
    deelnemer: usize,
    jaar: Jaar,
    euro: Euro,
) -> Option<KeyWarning> {
    let other = other_key(publicatie, scenario)?;
    let under = bereken(publicatie, &scenario.under_key(Id::clone(&other.id)));
    let there = under.jaar(jaar)?.begroot.share_euro(deelnemer)?;
    let (here, elsewhere) = (Direction::of(euro), Direction::of(there));
    let moves = match elsewhere {
        Direction::Same => "blijft uw bijdrage gelijk".to_owned(),
        direction => format!("{} uw bijdrage met {}", direction.verb(), in_sentence(there)),
    };
    let instead = match here {
        Direction::Same => "; nu blijft zij gelijk".to_owned(),
        _ if here == elsewhere => format!(" in plaats van {}", in_sentence(euro)),
        _ => format!("; nu {} zij met {}", here.verb(), in_sentence(euro)),
    };
    let exact = format!("{} tegen {}", centen(there), centen(euro));
    Some(KeyWarning {
        title: "De verdeelsleutel beslist mee.".to_owned(),
        text: format!(
            "Met de sleutel “{}” {moves}{instead} ({exact}). {} heeft de sleutel niet bevestigd.",
            other.naam, publicatie.organisatie
        ),
    })
}

/// A key of another kind that needs nothing from the user, to hold the answer against.
fn other_key<'p>(
    publicatie: &'p Publicatie,
    scenario: &Scenario,
) -> Option<&'p crate::publicatie::Verdeelsleutel> {
    let kind = |soort: &SleutelSoort| match soort {
        SleutelSoort::Evenredig(_) => 0,
        SleutelSoort::Blok { .. } => 1,
        SleutelSoort::Eigen => 2,
    };
    let used = publicatie.sleutel(scenario.sleutel(Groep::Ophoging)?)?;
    publicatie
        .sleutels
        .iter()
        .find(|key| key.soort.is_complete() && kind(&key.soort) != kind(&used.soort))
}

fn sum(uitkomst: &Uitkomst, totaal: &JaarTotaal, deelnemer: usize) -> Vec<SumPart> {
    let jaar = totaal.jaar;
    let at = |post: &str| AmountRef::new(post, jaar, deelnemer);
    let part = |name: &str, amount: AmountRef, note: Option<String>| {
        let euro = amount.find(uitkomst)?.term.euro();
        Some(SumPart { name: name.to_owned(), amount, euro, note })
    };
    let settled = settled(uitkomst, totaal, deelnemer);
    let zonder = Some("zonder sociaal incasseren".to_owned());
    let mut parts = vec![
        part("Hogere raming van de baten", at("ophoging").in_deel(Deel::Begroot), zonder),
        part(
            "Uw deel in de reservering",
            at("reservering").in_deel(Deel::Begroot),
            settled.clone(),
        ),
        part("Uw deel in de onttrekking", at("onttrekking").in_deel(Deel::Begroot), None),
    ];
    let in_budget = !uitkomst.effect_begroot(jaar).is_empty();
    if in_budget {
        parts.push(part("Uw deel in sociaal incasseren", at(EFFECT_BEGROOT), settled));
    }
    let oud = uitkomst.oud(deelnemer, jaar).and_then(|oud| oud.euro());
    let share = totaal.begroot.share_euro(deelnemer).zip(oud).and_then(|(begroot, oud)| {
        Some(format!("{} van {}", percentage(begroot.abs(), oud)?, in_sentence(oud)))
    });
    parts.push(part(&format!("Samen, begroting {jaar}"), at("begroot"), share));
    parts.into_iter().flatten().collect()
}

/// What of it comes back or is added in the jaarrekening: it rests on the uitrol, an assumption.
fn settled(uitkomst: &Uitkomst, totaal: &JaarTotaal, deelnemer: usize) -> Option<String> {
    let euro = totaal.verrekening.share_euro(deelnemer)?;
    let amount = in_sentence(euro);
    let words = match Direction::of(euro) {
        Direction::Falls => format!("waarvan {amount} terug in de jaarrekening"),
        Direction::Rises => format!("in de jaarrekening komt er {amount} bij"),
        Direction::Same => return None,
    };
    let typed = uitkomst.varianten.iter().all(|year| year.jaar != totaal.jaar);
    Some(if typed { words } else { format!("{words}, bij de aangenomen uitrol") })
}

fn notes(publicatie: &Publicatie, uitkomst: &Uitkomst, deelnemer: usize) -> Vec<String> {
    let names = Names::new(publicatie);
    let mut notes: Vec<String> = publicatie.voorbehoud.iter().cloned().collect();
    let mut missing: Vec<Id> = Vec::new();
    for year in &uitkomst.totaal {
        for id in year.definitief.share(deelnemer).exclusief() {
            if !missing.contains(&id) {
                missing.push(id);
            }
        }
    }
    if !missing.is_empty() {
        let list: Vec<String> = missing.iter().map(|id| lower_first(&names.of(id))).collect();
        notes.push(format!(
            "Na verrekening exclusief nog onbekend effect van: {}.",
            list.join("; ")
        ));
    }
    notes
}

pub(super) fn lower_first(name: &str) -> String {
    let mut signs = name.chars();
    signs.next().map(|first| first.to_lowercase().chain(signs).collect()).unwrap_or_default()
}
