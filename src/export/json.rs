//! Outcome, herleiding and meldingen as documents.

use crate::document::{Tree, object, texts};
use crate::formula::{Herleiding, Id, Leaf, Soort, Stap, Term, Verdeeld};
use crate::melding::{Ernst, Melding};
use crate::model::{
    DeelnemerUitkomst, JaarTotaal, Post, ReserveringJaar, Stabiliteit, Uitkomst, VariantJaar,
};
use crate::publicatie::Publicatie;
use crate::units::notation::waarde;
use crate::units::unit::Bedrag;
use crate::units::{Breuk, Eenheid, Euro, Jaar};
use crate::view::Names;
use crate::view::texts::{melding_text, melding_title};

fn id(id: &Id) -> Tree {
    Tree::from(&**id)
}

fn list<T>(items: impl IntoIterator<Item = T>, write: impl Fn(T) -> Tree) -> Option<Tree> {
    Some(Tree::List(items.into_iter().map(write).collect()))
}

/// An exact value: amounts with two decimals, others as short as they are.
pub(super) fn exact(value: Breuk, eenheid: Eenheid) -> Option<Tree> {
    if eenheid == Eenheid::Euro && value.exact_decimal(2).is_some() {
        return Some(Euro::from_cents(value.to_hundredths()).into());
    }
    value.exact_decimal(28).map(|decimal| decimal.to_string().into())
}

/// One melding: code, ernst, path, and the Dutch sentence.
pub fn melding(melding: &Melding) -> Tree {
    let ernst = match melding.code.ernst() {
        Ernst::Fout => "fout",
        Ernst::Waarschuwing => "waarschuwing",
    };
    object([
        ("code", Some(melding.code.text().into())),
        ("ernst", Some(ernst.into())),
        ("pad", Some(melding.pad.as_str().into())),
        ("titel", Some(melding_title(melding.code).into())),
        ("tekst", Some(melding_text(melding).into())),
    ])
}

/// A list of meldingen.
pub fn meldingen(meldingen: &[Melding]) -> Tree {
    Tree::List(meldingen.iter().map(melding).collect())
}

/// The outcome as a document.
pub fn uitkomst(uitkomst: &Uitkomst) -> Tree {
    object([
        ("formaat", Some("bijdragewijzer/uitkomst".into())),
        ("versie", Some(Tree::Whole(1))),
        (
            "stempel",
            Some(object([
                ("rekenmodel", Some(uitkomst.stempel.rekenmodel.into())),
                ("publicatie", Some(id(&uitkomst.stempel.publicatie))),
                ("uitgave", Some(uitkomst.stempel.uitgave.as_str().into())),
            ])),
        ),
        ("jaren", list(&uitkomst.jaren, |jaar| (*jaar).into())),
        (
            "eenmalig",
            list(uitkomst.eenmalig.iter().flat_map(|post| &post.bedragen), |(jaar, bedrag)| {
                year_amount(*jaar, bedrag.euro())
            }),
        ),
        ("posten", list(&uitkomst.posten, post)),
        ("totaal", list(&uitkomst.totaal, |totaal| jaar_totaal(uitkomst, totaal))),
        (
            "deelnemers",
            list(uitkomst.deelnemers.iter().enumerate(), |(index, of)| {
                deelnemer(uitkomst, index, of)
            }),
        ),
        ("reservering", list(&uitkomst.reservering, reservering)),
        ("stabiliteit", Some(stabiliteit(uitkomst, None))),
        ("varianten", list(&uitkomst.varianten, variant)),
        ("buiten_exploitatie", Some(buiten(uitkomst))),
    ])
}

fn year_amount(jaar: Jaar, bedrag: Option<Euro>) -> Tree {
    object([
        ("jaar", Some(jaar.into())),
        ("bedrag", bedrag.map(Tree::from)),
        ("onbekend", bedrag.is_none().then_some(Tree::Bool(true))),
    ])
}

fn post(post: &Post) -> Tree {
    object([
        ("id", Some(id(&post.id))),
        ("deel", Some(post.deel.word().into())),
        ("groep", Some(post.groep.word().into())),
        ("aard", Some(post.aard.word().into())),
        ("bedragen", list(&post.bedragen, |(jaar, bedrag)| year_amount(*jaar, bedrag.euro()))),
    ])
}

/// The totals have an amount always: what is unknown is left out and listed.
fn total(term: &Term<Verdeeld>, deelnemer: Option<usize>) -> Option<Tree> {
    deelnemer.map_or_else(|| term.euro(), |index| term.share_euro(index)).map(Tree::from)
}

fn left_out(term: &Term<Verdeeld>, deelnemer: Option<usize>) -> Option<Tree> {
    let ids = deelnemer.map_or_else(|| term.exclusief(), |index| term.share(index).exclusief());
    Some(texts(&ids))
}

fn exclusief(totaal: &JaarTotaal, deelnemer: Option<usize>) -> Tree {
    object([
        ("effect", left_out(&totaal.effect, deelnemer)),
        ("begroot", left_out(&totaal.begroot, deelnemer)),
        ("verrekening", left_out(&totaal.verrekening, deelnemer)),
        ("definitief", left_out(&totaal.definitief, deelnemer)),
    ])
}

fn jaar_totaal(uitkomst: &Uitkomst, totaal: &JaarTotaal) -> Tree {
    object([
        ("jaar", Some(totaal.jaar.into())),
        ("effect", total(&totaal.effect, None)),
        ("begroot", total(&totaal.begroot, None)),
        ("verrekening", total(&totaal.verrekening, None)),
        ("definitief", total(&totaal.definitief, None)),
        ("cumulatief", total(&totaal.cumulatief, None)),
        ("betaald", total(&uitkomst.betaald(totaal.jaar), None)),
        ("exclusief", Some(exclusief(totaal, None))),
    ])
}

fn amount(term: Option<Term<Bedrag>>) -> Option<Tree> {
    term?.euro().map(Tree::from)
}

fn deelnemer(uitkomst: &Uitkomst, index: usize, of: &DeelnemerUitkomst) -> Tree {
    object([
        ("id", Some(id(&of.id))),
        ("jaren", list(&uitkomst.totaal, |totaal| deelnemer_jaar(uitkomst, totaal, index))),
        ("stabiliteit", Some(stabiliteit(uitkomst, Some(index)))),
    ])
}

fn deelnemer_jaar(uitkomst: &Uitkomst, totaal: &JaarTotaal, index: usize) -> Tree {
    let jaar = totaal.jaar;
    let oud = uitkomst.oud(index, jaar);
    let unknown = oud.as_ref().is_none_or(|oud| oud.euro().is_none());
    object([
        ("jaar", Some(jaar.into())),
        ("oud", amount(oud)),
        ("onbekend", unknown.then_some(Tree::Bool(true))),
        ("effect", total(&totaal.effect, Some(index))),
        ("begroot", total(&totaal.begroot, Some(index))),
        ("nieuw", amount(uitkomst.nieuw(index, jaar))),
        ("verrekening", total(&totaal.verrekening, Some(index))),
        ("definitief", total(&totaal.definitief, Some(index))),
        ("cumulatief", total(&totaal.cumulatief, Some(index))),
        ("betaald", total(&uitkomst.betaald(jaar), Some(index))),
        ("btw_compensatie", amount(uitkomst.btw_compensatie(index, jaar))),
        ("exclusief", Some(exclusief(totaal, Some(index)))),
    ])
}

fn reservering(of: &ReserveringJaar) -> Tree {
    let known = |term: &Term<Bedrag>| term.euro().map(Tree::from);
    object([
        ("jaar", Some(of.jaar.into())),
        ("reservering", known(&of.reservering)),
        ("vrijgave", of.vrijgave.as_ref().and_then(known)),
        ("uitputting", known(&of.uitputting)),
        ("rest", known(&of.rest)),
        ("tekort", known(&of.tekort)),
        ("exclusief", Some(texts(of.uitputting.exclusief()))),
    ])
}

fn stabiliteit(uitkomst: &Uitkomst, deelnemer: Option<usize>) -> Tree {
    let [begroot, definitief] = uitkomst.stabiliteit(deelnemer);
    let of = |maat: &Stabiliteit| {
        object([
            ("grootste_stap", maat.grootste_stap.euro().map(Tree::from)),
            ("met_eerste_stap", maat.met_eerste_stap.euro().map(Tree::from)),
            ("spreiding", maat.spreiding.euro().map(Tree::from)),
        ])
    };
    object([("begroot", Some(of(&begroot))), ("definitief", Some(of(&definitief)))])
}

fn variant(of: &VariantJaar) -> Tree {
    let count = |value: Option<Breuk>| value.and_then(|value| exact(value, Eenheid::Aantal));
    object([
        ("variant", Some(id(&of.variant))),
        ("jaar", Some(of.jaar.into())),
        ("actief", Some(of.actief.into())),
        ("inzet", of.inzet().and_then(|inzet| exact(inzet.amount().waarde?, Eenheid::Aandeel))),
        ("omvang", count(of.omvang().and_then(|omvang| omvang.amount().waarde))),
        (
            "trechter",
            (!of.trechter.is_empty()).then(|| {
                Tree::Object(
                    of.trechter
                        .iter()
                        .filter_map(|(step, term)| {
                            Some((step.to_string(), count(term.amount().waarde)?))
                        })
                        .collect(),
                )
            }),
        ),
        ("fte", count(of.fte().and_then(|fte| fte.amount().waarde))),
    ])
}

fn buiten(uitkomst: &Uitkomst) -> Tree {
    object([
        (
            "verschuivingen",
            list(&uitkomst.buiten(), |of| {
                let aantal = of.aantal.amount().waarde;
                object([
                    ("id", Some(id(&of.id))),
                    ("jaar", Some(of.jaar.into())),
                    ("dossiers", aantal.and_then(|aantal| exact(aantal, Eenheid::Aantal))),
                    ("bedrag", of.bedrag.euro().map(Tree::from)),
                    ("onbekend", of.bedrag.euro().is_none().then_some(Tree::Bool(true))),
                ])
            }),
        ),
        (
            "bespaard",
            list(&uitkomst.jaren, |jaar| {
                let bespaard = uitkomst.bespaard(*jaar);
                object([
                    ("jaar", Some((*jaar).into())),
                    ("bedrag", bespaard.euro().map(Tree::from)),
                    ("exclusief", Some(texts(bespaard.exclusief()))),
                ])
            }),
        ),
    ])
}

/// A herleiding as a document: every step with its formula, its values and where they come from.
pub fn herleiding(herleiding: &Herleiding, publicatie: &Publicatie) -> Tree {
    let names = Names::new(publicatie);
    object([
        ("formaat", Some("bijdragewijzer/herleiding".into())),
        ("versie", Some(Tree::Whole(1))),
        ("stappen", list(&herleiding.stappen, |stap| step(stap, &names))),
    ])
}

fn step(stap: &Stap, names: &Names<'_>) -> Tree {
    object([
        ("nummer", i64::try_from(stap.nummer).ok().map(Tree::Whole)),
        ("naam", Some(names.step(stap).into())),
        ("id", Some(id(&stap.naam.id))),
        ("deel", stap.naam.deel.map(|deel| deel.word().into())),
        ("jaar", Some(stap.naam.jaar.into())),
        ("deelnemer", stap.naam.deelnemer.as_ref().map(id)),
        (
            "soort",
            Some(match stap.soort {
                Soort::Tussenstap => "tussenstap".into(),
                Soort::Post => "post".into(),
                Soort::Totaal => "totaal".into(),
                Soort::Deling(..) => "deling".into(),
            }),
        ),
        ("formule", Some(stap.formule.as_str().into())),
        ("tekst", Some(names.sentence(stap).into())),
        ("bedrag", stap.waarde.and_then(|value| exact(value, stap.eenheid))),
        ("onbekend", stap.waarde.is_none().then_some(Tree::Bool(true))),
        (
            "gegevens",
            (!stap.leaves.is_empty())
                .then(|| Tree::List(stap.leaves.iter().map(|leaf| gegeven(leaf, names)).collect())),
        ),
        ("exclusief", (!stap.exclusief.is_empty()).then(|| texts(&stap.exclusief))),
    ])
}

fn gegeven(leaf: &Leaf, names: &Names<'_>) -> Tree {
    object([
        ("id", Some(id(&leaf.id))),
        ("naam", Some(names.leaf(leaf).into())),
        ("jaar", leaf.jaar.map(Tree::from)),
        ("deelnemer", leaf.deelnemer.as_ref().map(id)),
        ("eenheid", Some(leaf.eenheid.word().into())),
        ("waarde", leaf.waarde.and_then(|value| exact(value, leaf.eenheid))),
        (
            "getoond",
            Some(
                leaf.waarde
                    .map_or_else(|| "onbekend".into(), |value| waarde(value, leaf.eenheid))
                    .into(),
            ),
        ),
        ("status", Some(leaf.status.word().into())),
        ("bron", leaf.herkomst.bron.as_ref().map(|bron| names.bron(bron).into())),
        ("paragraaf", Some((&*leaf.herkomst.paragraaf).into())),
    ])
}
