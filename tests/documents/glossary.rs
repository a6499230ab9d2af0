//! docs/glossary.md: which words have a row, and which words the contract and the code use.

use std::collections::BTreeSet;

use bijdragewijzer::document::Tree;
use bijdragewijzer::export;
use bijdragewijzer::formula::{Deel, Naam, Status};
use bijdragewijzer::model::{Aard, Uitkomst};
use bijdragewijzer::publicatie::{self, Drijver, Moment, Publicatie, RegelSoort, Stand};
use bijdragewijzer::scenario::{self, Groep, Wijze};
use bijdragewijzer::units::Eenheid;
use bijdragewijzer::vragen::{Banden, hoekpunten};

use crate::amounts::Model;
use crate::files::{below, between, read};

/// The head of the table.
pub(crate) const HEAD: &str =
    "| term in code | betekenis in één zin | herkomst | English gloss | niet te verwarren met |";

/// A row: the spellings of its term, and its other cells.
pub(crate) struct Row {
    pub(crate) terms: Vec<String>,
    pub(crate) cells: Vec<String>,
}

/// The rows of the table.
pub(crate) fn rows(text: &str) -> Vec<Row> {
    let after = text.split_once(HEAD).map_or("", |(_, after)| after);
    let lines = after.lines().skip(2).take_while(|line| line.starts_with('|'));
    lines
        .map(|line| {
            let inner = line.trim().trim_start_matches('|').trim_end_matches('|');
            let cells: Vec<String> = inner.split('|').map(|cell| cell.trim().to_owned()).collect();
            let first = cells.first().map_or("", String::as_str);
            let terms = between(first, "`", "`").into_iter().map(str::to_owned).collect();
            Row { terms, cells }
        })
        .collect()
}

/// The words of a name: `BijdrageSoort`, `baten_nieuw` and `blok-2019` alike.
fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut before_is_lower = false;
    for sign in name.chars() {
        let begins = sign.is_uppercase() && before_is_lower;
        if !sign.is_alphanumeric() || begins {
            words.push(String::new());
        }
        if sign.is_alphanumeric()
            && let Some(word) = words.last_mut()
        {
            word.extend(sign.to_lowercase());
        }
        before_is_lower = sign.is_lowercase() || sign.is_ascii_digit();
    }
    words.retain(|word| !word.is_empty());
    words
}

/// The words of a name without a row; years and amounts are no words. The longest term counts first.
pub(crate) fn without_row(name: &str, terms: &BTreeSet<Vec<String>>) -> Vec<String> {
    let words = words(name);
    let mut rest = words.as_slice();
    let mut missing = Vec::new();
    while let Some((first, after)) = rest.split_first() {
        let known = terms.iter().filter(|term| rest.starts_with(term)).map(Vec::len).max();
        let number = first.len() > 1 && first.chars().all(|sign| sign.is_ascii_digit());
        if known.is_none() && !number {
            missing.push(first.clone());
        }
        rest = known.and_then(|length| rest.get(length..)).unwrap_or(after);
    }
    missing
}

/// The terms of all rows, as words.
pub(crate) fn terms(rows: &[Row]) -> BTreeSet<Vec<String>> {
    rows.iter().flat_map(|row| &row.terms).map(|term| words(term)).collect()
}

/// Every name that a reader of the contract meets, and where.
pub(crate) fn names(model: &Model) -> BTreeSet<String> {
    let publicatie = &model.publicatie;
    let mut names: BTreeSet<String> = of_publicatie(publicatie);
    names.extend(contract_words());
    for shape in publicatie::SHAPES.iter().chain(scenario::SHAPES).chain([&&scenario::VERGELIJKING])
    {
        names.insert(shape.name.to_owned());
        names.extend(shape.fields.iter().map(|field| field.name.to_owned()));
    }
    keys(&export::parameters(publicatie), &mut names);
    for uitkomst in model.outcomes() {
        names.extend(uitkomst.posten.iter().chain(&uitkomst.eenmalig).map(|it| it.id.to_string()));
        keys(&export::uitkomst(uitkomst), &mut names);
        of_herleidingen(uitkomst, publicatie, &mut names);
        let effect = uitkomst.totaal.first().map(|year| year.effect.whole());
        let corners = effect.and_then(|term| hoekpunten(&term, Banden::MetAannamen));
        keys(&export::hoekpunten(corners.as_ref(), publicatie), &mut names);
    }
    names
}

fn of_publicatie(p: &Publicatie) -> BTreeSet<String> {
    let regels = p.all_regels().map(|it| &it.id);
    let steps = p.varianten.iter().flat_map(|it| &it.trechter).map(|it| &it.id);
    let opties = p.keuzes.iter().flat_map(|it| &it.opties).map(|it| &it.id);
    let ids = p
        .parameters
        .iter()
        .map(|it| &it.id)
        .chain(regels)
        .chain(steps)
        .chain(opties)
        .chain(p.keuzes.iter().map(|it| &it.id))
        .chain(p.varianten.iter().map(|it| &it.id))
        .chain(p.sleutels.iter().map(|it| &it.id))
        .chain(p.blokken.iter().map(|it| &it.id))
        .chain(p.buiten.iter().map(|it| &it.id))
        .chain(p.uitgangspunten.iter().map(|it| &it.id));
    ids.map(ToString::to_string).collect()
}

/// The words that stand as values in documents.
fn contract_words() -> Vec<String> {
    let mut words: Vec<&str> = Vec::new();
    words.extend(Status::ALL.map(Status::word));
    words.extend(Deel::ALL.map(Deel::word));
    words.extend(Eenheid::ALL.map(Eenheid::word));
    words.extend(Groep::ALL.map(Groep::word));
    words.extend([Aard::Structureel, Aard::Incidenteel].map(Aard::word));
    words.extend(RegelSoort::ALL.map(RegelSoort::word));
    words.extend(Moment::ALL.map(Moment::word));
    words.extend(Drijver::ALL.map(Drijver::word));
    words.extend(Wijze::ALL.map(Wijze::word));
    words.extend(Stand::ALL.map(Stand::word));
    words.extend(publicatie::BijdrageSoort::ALL.map(publicatie::BijdrageSoort::word));
    words.extend(scenario::BijdrageSoort::ALL.map(scenario::BijdrageSoort::word));
    words.into_iter().map(str::to_owned).collect()
}

/// The names of the steps and values of every total and of the bijdrage of one deelnemer.
fn of_herleidingen(uitkomst: &Uitkomst, publicatie: &Publicatie, names: &mut BTreeSet<String>) {
    let ids = ["definitief", "effect", "bespaard", "betaald", "cumulatief", "btw_compensatie"];
    let place = uitkomst.deelnemers.len().checked_sub(1);
    for jaar in &uitkomst.jaren {
        let found = ids.iter().filter_map(|id| uitkomst.zoek(id, None, *jaar, place));
        let mut herleidingen: Vec<_> =
            found.map(|found| found.term.herleiding(found.naam)).collect();
        let naam = || Naam::new("effect", *jaar);
        for year in uitkomst.reservering.iter().filter(|year| year.jaar == *jaar) {
            let terms = [&year.reservering, &year.uitputting, &year.rest, &year.tekort];
            herleidingen.extend(terms.map(|term| term.herleiding(naam())));
        }
        let buiten = uitkomst.buiten().into_iter().filter(|year| year.jaar == *jaar);
        herleidingen.extend(buiten.map(|year| year.bedrag.herleiding(naam())));
        for herleiding in herleidingen {
            keys(&export::herleiding(&herleiding, publicatie), names);
            for stap in &herleiding.stappen {
                names.insert(stap.naam.id.to_string());
                names.extend(stap.leaves.iter().map(|leaf| leaf.id.to_string()));
            }
        }
    }
}

/// The names of the fields of a document, at every depth.
fn keys(tree: &Tree, names: &mut BTreeSet<String>) {
    match tree {
        Tree::Object(fields) => {
            for (name, tree) in fields {
                names.insert(name.clone());
                keys(tree, names);
            }
        }
        Tree::List(items) => items.iter().for_each(|item| keys(item, names)),
        _ => {}
    }
}

/// Every name in the code and the publicaties, as `_word_word_`.
pub(crate) fn names_in_use() -> Result<BTreeSet<String>, String> {
    let mut names = BTreeSet::new();
    for path in below("src", "rs").into_iter().chain(below("www/publicaties", "json")) {
        let text = read(&path)?;
        let split = text.split(|sign: char| !(sign.is_alphanumeric() || matches!(sign, '_' | '-')));
        names.extend(split.filter(|name| !name.is_empty()).map(bounded));
    }
    Ok(names)
}

/// A name with a bar before and after each word.
pub(crate) fn bounded(name: &str) -> String {
    format!("_{}_", words(name).join("_"))
}
