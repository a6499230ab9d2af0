//! An amount that is asked for by name, as the command line and the JS API do: found, or a melding that
//! says what there is. The path of such a melding is the name of the argument.

use crate::document::shown;
use crate::formula::Deel;
use crate::melding::{Code, Melding};
use crate::model::{
    BTW_COMPENSATIE, EFFECT, EFFECT_BEGROOT, GEVOLGEN, Gevonden, NIEUW, OUD, Post, Uitkomst,
};
use crate::publicatie::Publicatie;
use crate::units::Jaar;

/// The totals of a year.
const TOTALEN: [&str; 9] = [
    EFFECT,
    "begroot",
    "verrekening",
    "definitief",
    "cumulatief",
    "betaald",
    EFFECT_BEGROOT,
    "bespaard",
    OUD,
];

/// The amounts that only a deelnemer has.
const VAN_DEELNEMER: [&str; 2] = [NIEUW, BTW_COMPENSATIE];

/// What is asked, as it came.
#[derive(Clone, Copy, Debug)]
pub struct Vraag<'v> {
    /// The id of a post or total.
    pub post: &'v str,
    /// The year.
    pub jaar: i64,
    /// The id of a deelnemer; the whole when absent.
    pub deelnemer: Option<&'v str>,
    /// `begroot` or `verrekening`.
    pub deel: Option<&'v str>,
}

/// The amount.
///
/// # Errors
/// What is wrong with the question, and what could have been asked.
pub fn gevraagd(
    uitkomst: &Uitkomst,
    publicatie: &Publicatie,
    vraag: &Vraag<'_>,
) -> Result<Gevonden, Melding> {
    let deelnemer = match vraag.deelnemer {
        Some(id) => Some(publicatie.deelnemer(id).ok_or_else(|| {
            let known = publicatie.deelnemers.iter().map(|it| it.id.to_string());
            unknown("deelnemer", "deelnemer", id, known.take(MOST))
        })?),
        None => None,
    };
    let deel = match vraag.deel {
        Some(word) => Some(Deel::from_word(word).ok_or_else(|| {
            not_allowed("deel", word, Deel::ALL.into_iter().map(|deel| deel.word().to_owned()))
        })?),
        None => None,
    };
    let jaar = Jaar::new(vraag.jaar);
    let found = jaar.and_then(|jaar| uitkomst.zoek(vraag.post, deel, jaar, deelnemer));
    found.ok_or_else(|| why_not(uitkomst, vraag, deel, deelnemer.is_some()))
}

/// A list of more than this helps no one.
const MOST: usize = 60;

fn why_not(
    uitkomst: &Uitkomst,
    vraag: &Vraag<'_>,
    deel: Option<Deel>,
    of_deelnemer: bool,
) -> Melding {
    let posten = || uitkomst.posten.iter().chain(&uitkomst.eenmalig);
    let same: Vec<&Post> = posten().filter(|post| &*post.id == vraag.post).collect();
    let is_total = TOTALEN.iter().chain(&GEVOLGEN).any(|id| *id == vraag.post);
    let is_own = VAN_DEELNEMER.contains(&vraag.post);
    if is_own && !of_deelnemer {
        return Melding::new(Code::MissingField, "deelnemer", ["deelnemer".to_owned()]);
    }
    let inside = uitkomst.jaren.iter().any(|jaar| i64::from(jaar.number()) == vraag.jaar);
    if same.is_empty() && !((is_total || is_own) && !inside) {
        let mut known: Vec<String> = Vec::new();
        let own = VAN_DEELNEMER.into_iter().filter(|_| of_deelnemer);
        let names = posten().map(|post| post.id.to_string());
        for id in names.chain(TOTALEN.into_iter().chain(GEVOLGEN).chain(own).map(str::to_owned)) {
            if !known.contains(&id) && id != vraag.post {
                known.push(id);
            }
        }
        return unknown(
            "post",
            "bedrag in deze uitkomst",
            vraag.post,
            known.into_iter().take(MOST),
        );
    }
    let delen = same.iter().map(|post| post.deel);
    if let Some(deel) = deel.filter(|deel| !same.is_empty() && !delen.clone().any(|of| of == *deel))
    {
        return not_allowed("deel", deel.word(), delen.map(|of| of.word().to_owned()));
    }
    let years: Vec<Jaar> = if same.is_empty() {
        uitkomst.jaren.clone()
    } else {
        let of_deel = same.iter().filter(|post| deel.is_none_or(|deel| post.deel == deel));
        of_deel.flat_map(|post| post.bedragen.iter().map(|(jaar, _)| *jaar)).collect()
    };
    let mut years: Vec<String> = years.iter().map(ToString::to_string).collect();
    years.sort();
    years.dedup();
    not_allowed("jaar", &vraag.jaar.to_string(), years.into_iter())
}

fn unknown(pad: &str, what: &str, found: &str, known: impl Iterator<Item = String>) -> Melding {
    let known: Vec<String> = known.collect();
    Melding::new(Code::UnknownId, pad, [what.to_owned(), shown(found), known.join(", ")])
}

fn not_allowed(pad: &str, found: &str, allowed: impl Iterator<Item = String>) -> Melding {
    let allowed: Vec<String> = allowed.collect();
    Melding::new(Code::NotAllowed, pad, [allowed.join(", "), shown(found)])
}
