//! What the model makes of a case: its amounts by the names that the tables use.

use bijdragewijzer::document::parse;
use bijdragewijzer::formula::{Deel, Id, Term};
use bijdragewijzer::model::{ReserveringJaar, Stabiliteit, Uitkomst, bereken, waarschuwingen};
use bijdragewijzer::publicatie::{Publicatie, STANDAARD_JSON, lees};
use bijdragewijzer::scenario::controleer;
use bijdragewijzer::units::unit::{Aantal, Bedrag};
use bijdragewijzer::units::{Breuk, Jaar};

use super::case::{Case, Verwacht};
use super::files;

/// The totals, and the amounts of one deelnemer: they stand in no part, so that a table gives none.
const TOTALS: [&str; 11] = [
    "effect",
    "begroot",
    "verrekening",
    "definitief",
    "cumulatief",
    "betaald",
    "effect_begroot",
    "bespaard",
    "bijdrage_oud",
    "bijdrage_nieuw",
    "btw_compensatie",
];

/// An amount or count of the outcome.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Found {
    /// As documents write it; nothing when it is onbekend.
    pub(crate) bedrag: Option<String>,
    /// What it leaves out.
    pub(crate) exclusief: Vec<Id>,
}

/// The outcome of a case with the codes of its warnings, or what refuses it.
pub(crate) fn outcome(case: &Case) -> Result<(Uitkomst, Vec<String>), String> {
    let publicatie = publicatie(&case.publicatie)?;
    let tree = parse(case.scenario.as_bytes()).map_err(|melding| format!("{melding:?}"))?;
    let checked = controleer(&publicatie, &tree);
    let scenario = checked.scenario.ok_or_else(|| format!("{:?}", checked.meldingen))?;
    let uitkomst = bereken(&publicatie, &scenario);
    let after = waarschuwingen(&scenario, &uitkomst);
    let all = checked.meldingen.iter().chain(&after);
    let codes = all.map(|melding| melding.code.to_string()).collect();
    Ok((uitkomst, codes))
}

fn publicatie(name: &str) -> Result<Publicatie, String> {
    let text = if name == "gblt-2021" {
        STANDAARD_JSON.to_owned()
    } else {
        files::read(&format!("tests/publicaties/{name}.json"))?
    };
    let tree = parse(text.as_bytes()).map_err(|melding| format!("{melding:?}"))?;
    lees(&tree).map_err(|meldingen| format!("{meldingen:?}"))
}

/// What the outcome has under the names of this line, or why it has nothing.
pub(crate) fn found(uitkomst: &Uitkomst, wanted: &Verwacht) -> Result<Found, String> {
    let unknown = || format!("{} is no post of this outcome", wanted.post);
    let deelnemer = wanted.deelnemer.as_deref();
    let place = match deelnemer {
        Some(id) => Some(uitkomst.deelnemer(id).ok_or_else(|| format!("{id} is no deelnemer"))?),
        None => None,
    };
    let Some(jaar) = wanted.jaar else {
        let maat = wanted.deel.as_deref().and_then(|line| yardstick(uitkomst, place, line));
        return maat
            .and_then(|maat| of_yardstick(&maat, &wanted.post))
            .map(|it| euros(&it))
            .ok_or_else(unknown);
    };
    let jaar = Jaar::new(jaar).ok_or_else(|| format!("{jaar} is no year"))?;
    let is_beside = place.is_none() && wanted.deel.is_none();
    if let Some(found) = is_beside.then(|| beside(uitkomst, &wanted.post, jaar)).flatten() {
        return Ok(found);
    }
    let deel = wanted.deel.as_deref().and_then(Deel::from_word);
    if deel.is_some() == TOTALS.contains(&&*wanted.post) {
        return Err(format!("{} with deel {:?}", wanted.post, wanted.deel));
    }
    let found = uitkomst.zoek(&wanted.post, deel, jaar, place).ok_or_else(unknown)?;
    Ok(euros(&found.term))
}

fn euros(term: &Term<Bedrag>) -> Found {
    Found { bedrag: term.euro().map(|euro| euro.to_string()), exclusief: term.exclusief() }
}

fn count(term: &Term<Aantal>) -> Found {
    let short = |value: Breuk| value.exact_decimal(8).map(|it| it.normalize().to_string());
    let amount = term.amount();
    Found { bedrag: amount.waarde.and_then(short), exclusief: Vec::new() }
}

/// `grootste_stap` and the like have no year: they are about a whole line.
fn yardstick(uitkomst: &Uitkomst, place: Option<usize>, line: &str) -> Option<Stabiliteit> {
    let [begroot, definitief] = uitkomst.stabiliteit(place);
    match line {
        "begroot" => Some(begroot),
        "definitief" => Some(definitief),
        _ => None,
    }
}

fn of_yardstick(maat: &Stabiliteit, id: &str) -> Option<Term<Bedrag>> {
    match id {
        "grootste_stap" => Some(maat.grootste_stap.clone()),
        "met_eerste_stap" => Some(maat.met_eerste_stap.clone()),
        "spreiding" => Some(maat.spreiding.clone()),
        _ => None,
    }
}

/// What stands beside the posts: the reservering, the counts of a trechter, the staff, and what is outside
/// the exploitation.
fn beside(uitkomst: &Uitkomst, id: &str, jaar: Jaar) -> Option<Found> {
    let mut reserveringen = uitkomst.reservering.iter();
    let of_reservering = reserveringen.find(|of| of.jaar == jaar).and_then(|of| part(of, id));
    if let Some(found) = of_reservering {
        return Some(euros(&found));
    }
    for of in uitkomst.varianten.iter().filter(|of| of.jaar == jaar) {
        if let Some((_, aantal)) = of.trechter.iter().find(|(step, _)| &**step == id) {
            return Some(count(aantal));
        }
        if id == format!("fte_{}", of.variant) {
            return of.fte().as_ref().map(count);
        }
        if id == format!("omvang_{}", of.variant) {
            return of.omvang().map(count);
        }
    }
    uitkomst.buiten().iter().filter(|of| of.jaar == jaar).find_map(|of| {
        match id.strip_prefix(&*of.id)? {
            "_dossiers" => Some(count(&of.aantal)),
            "_vorderingen" => Some(euros(&of.bedrag)),
            _ => None,
        }
    })
}

fn part(of: &ReserveringJaar, id: &str) -> Option<Term<Bedrag>> {
    match id {
        "vrijgave" => of.vrijgave.clone(),
        "uitputting" => Some(of.uitputting.clone()),
        "reservering_rest" => Some(of.rest.clone()),
        "reservering_tekort" => Some(of.tekort.clone()),
        _ => None,
    }
}
