//! The answer for one deelnemer, in its order: the sentence, the sum that makes it, the key warning, and
//! what it leaves out.

use super::direction::{Direction, Piece};
use super::letters::lower_first;
use super::names::causes;
use super::table::signed;
use super::{AmountRef, Names, sentence};
use crate::formula::{Deel, Id};
use crate::model::{EFFECT_BEGROOT, JaarTotaal, OPHOGING, Post, Uitkomst, bereken};
use crate::publicatie::{Publicatie, SleutelSoort, Verdeelsleutel};
use crate::scenario::{Groep, Scenario};
use crate::units::notation::{enumerated, in_sentence, percentage};
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
    /// Amounts in cents that add up; the last one is their sum.
    pub sum: Vec<SumPart>,
    /// Said as long as the key is not confirmed.
    pub warning: Option<KeyWarning>,
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
    let jaar = publicatie.antwoordjaar_or_first();
    let totaal = uitkomst.jaar(jaar)?;
    let later = uitkomst.totaal.iter().filter(|year| year.jaar >= jaar);
    let years = later.map(|year| Some((year.jaar, year.begroot.known_share(deelnemer)?)));
    let years: Option<Vec<(Jaar, Euro)>> = years.collect();
    let euro = totaal.begroot.known_share(deelnemer);
    let name = publicatie.deelnemers.get(deelnemer)?.naam.clone();
    Some(Answer {
        place: format!("{name}, begroting {jaar}"),
        sentence: sentence::first(jaar, euro),
        after: years.and_then(|years| sentence::after(&years)),
        sum: sum(publicatie, scenario, uitkomst, totaal, deelnemer),
        warning: euro.and_then(|euro| key_warning(publicatie, scenario, deelnemer, jaar, euro)),
        notes: notes(publicatie, scenario, uitkomst, jaar, deelnemer),
    })
}

/// From whose side every sign and letter is read: "gezien vanuit uw gemeente".
pub fn point_of_view(publicatie: &Publicatie, deelnemer: usize) -> Option<String> {
    let blok = &publicatie.deelnemers.get(deelnemer)?.blok;
    let blok = publicatie.blokken.iter().find(|it| it.id == *blok)?;
    Some(format!("gezien vanuit uw {}", lower_first(&blok.enkelvoud)))
}

/// Less is the rounding of shares to cents, and decides nothing.
const A_EURO: Euro = Euro::from_cents(100);

fn key_warning(
    publicatie: &Publicatie,
    scenario: &Scenario,
    deelnemer: usize,
    jaar: Jaar,
    euro: Euro,
) -> Option<KeyWarning> {
    let under = |key: &Verdeelsleutel| {
        let under = bereken(publicatie, &scenario.under_key(Id::clone(&key.id)));
        under.jaar(jaar)?.begroot.share_euro(deelnemer)
    };
    let others = other_keys(publicatie, scenario)?;
    let others = others.filter_map(|key| Some((key, under(key)?)));
    // The one under which it is most another amount.
    let (other, there) = others.max_by_key(|(_, there)| (*there - euro).abs())?;
    if (there - euro).abs() < A_EURO {
        let same = if there == euro {
            "is het bedrag hier hetzelfde"
        } else {
            "scheelt het hier minder dan een euro"
        };
        return Some(KeyWarning {
            title: "De verdeelsleutel is niet bevestigd.".to_owned(),
            text: format!("Met de sleutel “{}” {same}.", other.naam),
        });
    }
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
    let exact =
        format!("Op de cent: {} tegen {}.", signed(Some(there), true), signed(Some(euro), true));
    Some(KeyWarning {
        title: "De verdeelsleutel beslist mee.".to_owned(),
        text: format!(
            "Met de sleutel “{}” {moves}{instead}. {exact} {} heeft de sleutel niet bevestigd.",
            other.naam, publicatie.organisatie
        ),
    })
}

/// The keys that need nothing from the user, to hold the answer against: the first one of another kind than the key that
/// is used, or all of them where that one is the user's own.
fn other_keys<'p>(
    publicatie: &'p Publicatie,
    scenario: &Scenario,
) -> Option<impl Iterator<Item = &'p Verdeelsleutel>> {
    let used = publicatie.sleutel(scenario.sleutel(Groep::Ophoging)?)?;
    let is_own = !used.soort.is_complete();
    let in_blocks = |key: &Verdeelsleutel| matches!(key.soort, SleutelSoort::Blok { .. });
    let complete = publicatie.sleutels.iter().filter(|key| key.soort.is_complete());
    let others = complete.filter(move |key| is_own || in_blocks(key) != in_blocks(used));
    Some(others.take(if is_own { usize::MAX } else { 1 }))
}

fn sum(
    publicatie: &Publicatie,
    scenario: &Scenario,
    uitkomst: &Uitkomst,
    totaal: &JaarTotaal,
    deelnemer: usize,
) -> Vec<SumPart> {
    let jaar = totaal.jaar;
    let at = |post: &str| AmountRef::new(post, jaar, deelnemer);
    let part = |name: &str, amount: AmountRef, note: Option<String>| {
        let euro = amount.find(uitkomst)?.term.known();
        Some(SumPart { name: name.to_owned(), amount, euro, note })
    };
    let ophoging = at(OPHOGING).in_deel(Deel::Begroot);
    let euro = |amount: &AmountRef| amount.find(uitkomst)?.term.euro();
    let raming = raming(uitkomst, jaar);
    let reserved = euro(&at("reservering").in_deel(Deel::Begroot));
    let settled = settled(scenario, uitkomst, totaal, deelnemer, reserved);
    let zonder = Some("zonder sociaal incasseren".to_owned());
    let mut parts = vec![
        part(raming, ophoging, zonder),
        part(
            "Uw deel in de reservering",
            at("reservering").in_deel(Deel::Begroot),
            settled.clone(),
        ),
        part("Uw deel in de onttrekking", at("onttrekking").in_deel(Deel::Begroot), None),
    ];
    let in_budget = !uitkomst.effect_begroot(jaar).is_empty();
    // Also where the begroting has nothing of it yet, and all of it is settled.
    let settled_alone = reserved.is_none() && settled.is_some();
    if in_budget || settled_alone {
        let deel = if in_budget { Deel::Begroot } else { Deel::Verrekening };
        let causes = enumerated(&causes(uitkomst, los(publicatie, uitkomst, jaar, deel)));
        let note = settled.or_else(|| Some(format!("bij {}", uitrol(scenario, uitkomst, jaar)?)));
        parts.push(part(&format!("Uw deel in {causes}"), at(EFFECT_BEGROOT), note));
    }
    let oud = uitkomst.oud(deelnemer, jaar).and_then(|oud| oud.euro());
    let share = totaal.begroot.share_euro(deelnemer).zip(oud).and_then(|(begroot, oud)| {
        let moves = Direction::of(begroot) != Direction::Same;
        moves.then(|| {
            Some(format!("{} van {}", percentage(begroot.abs(), oud)?, in_sentence(oud)))
        })?
    });
    parts.push(part(&format!("Samen, begroting {jaar}"), at("begroot"), share));
    parts.into_iter().flatten().collect()
}

/// The names of the regels outside the variants that make an amount in a part of the year.
fn los(publicatie: &Publicatie, uitkomst: &Uitkomst, jaar: Jaar, deel: Deel) -> Vec<String> {
    let counts = |post: &&Post| {
        let mut years = post.bedragen.iter().filter(|(of, _)| *of == jaar);
        let is_of = post.deel == deel && uitkomst.is_los(post);
        is_of && years.any(|(_, term)| term.known() != Some(Euro::NUL))
    };
    let posten = uitkomst.posten.iter().filter(counts);
    Names::new(publicatie).each_once(posten.map(|post| post.id.clone()))
}

/// What the ophoging of all together is called, also for who has no share in it: baten that are estimated higher make
/// the bijdrage fall.
pub(super) fn raming(uitkomst: &Uitkomst, jaar: Jaar) -> &'static str {
    let all = AmountRef { post: OPHOGING.into(), deel: Some(Deel::Begroot), jaar, deelnemer: None };
    match all.find(uitkomst).and_then(|it| it.term.euro()).map(Direction::of) {
        Some(Direction::Rises) => "Lagere raming van de baten",
        Some(Direction::Same) => "Gelijke raming van de baten",
        Some(Direction::Falls) | None => "Hogere raming van de baten",
    }
}

/// What of it comes back or is added in the jaarrekening: it rests on the uitrol, which is assumed or typed.
fn settled(
    scenario: &Scenario,
    uitkomst: &Uitkomst,
    totaal: &JaarTotaal,
    deelnemer: usize,
    reserved: Option<Euro>,
) -> Option<String> {
    let term = totaal.verrekening.share(deelnemer);
    let euro = term.known()?;
    let known = if term.exclusief().is_empty() { "" } else { "voor zover bekend " };
    let amount = format!("{known}{}", in_sentence(euro));
    let words = match Direction::of(euro) {
        // What comes back is a part of what was paid only where that is at least as much.
        Direction::Falls if reserved.is_some_and(|paid| paid.cents() >= euro.abs().cents()) => {
            format!("waarvan {amount} terug in de jaarrekening")
        }
        Direction::Falls => format!("in de jaarrekening gaat er {amount} af"),
        Direction::Rises => format!("in de jaarrekening komt er {amount} bij"),
        Direction::Same => return None,
    };
    Some(match uitrol(scenario, uitkomst, totaal.jaar) {
        Some(uitrol) => format!("{words}, bij {uitrol}"),
        None => words,
    })
}

/// On which uitrol an effect of a year rests; nothing where no variant runs.
fn uitrol(scenario: &Scenario, uitkomst: &Uitkomst, jaar: Jaar) -> Option<&'static str> {
    let runs = uitkomst.varianten.iter().any(|year| year.jaar == jaar);
    let assumed = scenario.afwijkingen().uitrol.is_empty();
    runs.then_some(if assumed { "de aangenomen uitrol" } else { "uw uitrol" })
}

/// What the begrotingen of later years take from the varianten rests on the uitrol, which nobody has confirmed.
fn later_uitrol(scenario: &Scenario, uitkomst: &Uitkomst, jaar: Jaar) -> Option<String> {
    let mut later = uitkomst.jaren.iter().copied().filter(|later| *later > jaar);
    let first = later.find(|later| !uitkomst.effect_begroot(*later).is_empty())?;
    let uitrol = uitrol(scenario, uitkomst, first)?;
    Some(format!("De begroting vanaf {first} is berekend met {uitrol}."))
}

fn notes(
    publicatie: &Publicatie,
    scenario: &Scenario,
    uitkomst: &Uitkomst,
    jaar: Jaar,
    deelnemer: usize,
) -> Vec<String> {
    let left_out = Names::new(publicatie).exclusief_of_years(&uitkomst.totaal, jaar, deelnemer);
    let once = kept_once(uitkomst, deelnemer);
    // Where the year of the answer has it too, it stands beside that amount.
    let later = uitkomst.effect_begroot(jaar).is_empty();
    let uitrol = later.then(|| later_uitrol(scenario, uitkomst, jaar)).flatten();
    publicatie.voorbehoud.iter().cloned().chain(once).chain(uitrol).chain(left_out).collect()
}

/// What the deelnemer forgoes once so that an amount is there to take from: no part of any year.
fn kept_once(uitkomst: &Uitkomst, deelnemer: usize) -> Option<String> {
    let kept = uitkomst.eenmalig.iter().flat_map(|post| &post.bedragen);
    let (jaar, euro) =
        kept.filter_map(|(jaar, term)| Some((jaar, term.known_share(deelnemer)?))).next()?;
    (euro != Euro::NUL).then(|| {
        format!(
            "U krijgt eenmalig {} van het resultaat van {jaar} niet uitgekeerd. Dat bedrag telt in de jaren niet mee.",
            in_sentence(euro)
        )
    })
}
