//! The outcome: plain data, every amount on the way with its term.

use super::REKENMODEL;
use super::bijdrage::{DeelnemerUitkomst, NIEUW, btw_compensatie, nieuw};
use super::buiten_exploitatie::{Buiten, BuitenJaar};
use super::financiering::JaarPosten;
use super::post::Post;
use super::reservering::ReserveringJaar;
use super::uitrol::VariantJaar;
use super::waarden::Waarden;
use crate::formula::{Deel, Id, Naam, Term, Verdeeld};
use crate::publicatie::Publicatie;
use crate::scenario::Groep;
use crate::units::Jaar;
use crate::units::unit::Bedrag;

/// The id of the part of the effect that the begroting contains.
pub const EFFECT_BEGROOT: &str = "effect_begroot";

/// What an outcome was computed with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stempel {
    /// The version of the sums.
    pub rekenmodel: &'static str,
    /// The id of the publicatie.
    pub publicatie: Id,
    /// Its edition.
    pub uitgave: String,
}

impl Stempel {
    pub(super) fn new(publicatie: &Publicatie) -> Self {
        let (publicatie, uitgave) = (Id::clone(&publicatie.id), publicatie.uitgave.clone());
        Self { rekenmodel: REKENMODEL, publicatie, uitgave }
    }
}

/// The totals of a year. Each divides over the deelnemers as a sum of divided posts.
#[derive(Clone, Debug)]
pub struct JaarTotaal {
    /// Which year.
    pub jaar: Jaar,
    /// The effect on the exploitation in this year.
    pub effect: Term<Verdeeld>,
    /// What the begroting says, as a difference with `nu`.
    pub begroot: Term<Verdeeld>,
    /// What is settled in the jaarrekening.
    pub verrekening: Term<Verdeeld>,
    /// Both together.
    pub definitief: Term<Verdeeld>,
    /// Definitief from the first year up to this one.
    pub cumulatief: Term<Verdeeld>,
}

/// What a scenario does to every bijdrage.
#[derive(Clone, Debug)]
pub struct Uitkomst {
    /// What it was computed with.
    pub stempel: Stempel,
    /// The years, in order.
    pub jaren: Vec<Jaar>,
    /// One-off amounts outside the years: what is kept from a resultaat.
    pub eenmalig: Vec<Post>,
    /// Every post.
    pub posten: Vec<Post>,
    /// The totals, in the order of the years.
    pub totaal: Vec<JaarTotaal>,
    /// The reservering in the transition years.
    pub reservering: Vec<ReserveringJaar>,
    /// The chosen variants in every year.
    pub varianten: Vec<VariantJaar>,
    /// The deelnemers, in the order of the publicatie.
    pub deelnemers: Vec<DeelnemerUitkomst>,
    pub(super) buiten: Vec<Buiten>,
}

pub(super) fn totalen(waarden: &Waarden<'_>, jaren: &[JaarPosten]) -> Vec<JaarTotaal> {
    let mut so_far: Option<Term<Verdeeld>> = None;
    // One id for all years.
    let [id_begroot, id_verrekening] = Deel::ALL.map(|deel| Id::from(deel.word()));
    let [id_definitief, id_cumulatief] = ["definitief", "cumulatief"].map(Id::from);
    jaren
        .iter()
        .map(|year| {
            let jaar = year.jaar;
            let naam = |id: &Id| waarden.naam(Id::clone(id), jaar);
            let of = |deel: Deel, id: &Id| {
                let posten = year.posten.iter().filter(move |post| post.deel == deel);
                Term::totaal(naam(id), posten.map(|post| post.bedrag.clone()))
            };
            let begroot = of(Deel::Begroot, &id_begroot);
            let verrekening = of(Deel::Verrekening, &id_verrekening);
            let both = [begroot.clone(), verrekening.clone()];
            let definitief = Term::totaal(naam(&id_definitief), both);
            let with_before = so_far.take().into_iter().chain([definitief.clone()]);
            let cumulatief = Term::totaal(naam(&id_cumulatief), with_before);
            so_far = Some(cumulatief.clone());
            JaarTotaal {
                jaar,
                effect: year.effect.clone(),
                begroot,
                verrekening,
                definitief,
                cumulatief,
            }
        })
        .collect()
}

impl Uitkomst {
    /// The totals of a year.
    pub fn jaar(&self, jaar: Jaar) -> Option<&JaarTotaal> {
        self.totaal.iter().find(|totaal| totaal.jaar == jaar)
    }

    /// The place of a deelnemer in the order.
    pub fn deelnemer(&self, id: &str) -> Option<usize> {
        self.deelnemers.iter().position(|deelnemer| &*deelnemer.id == id)
    }

    /// The bijdrage without the proposal of a deelnemer in a year.
    pub fn oud(&self, deelnemer: usize, jaar: Jaar) -> Option<Term<Bedrag>> {
        let years = &self.deelnemers.get(deelnemer)?.jaren;
        years.iter().find(|year| year.jaar == jaar).map(|year| year.oud.clone())
    }

    /// The bijdrage with the scenario: oud + begroot.
    pub fn nieuw(&self, deelnemer: usize, jaar: Jaar) -> Option<Term<Bedrag>> {
        let begroot = self.jaar(jaar)?.begroot.share(deelnemer);
        Some(nieuw(self.oud(deelnemer, jaar)?, begroot))
    }

    /// What a gemeente may compensate of its bijdrage with the scenario.
    pub fn btw_compensatie(&self, deelnemer: usize, jaar: Jaar) -> Option<Term<Bedrag>> {
        let aandeel = self.deelnemers.get(deelnemer)?.btw_aandeel.clone()?;
        let naam = self.naam(NIEUW, jaar, Some(deelnemer));
        Some(btw_compensatie(self.nieuw(deelnemer, jaar)?.named(naam), aandeel))
    }

    /// Effects outside the exploitation, each in every year: beside the bijdrage, never netted.
    pub fn buiten(&self) -> Vec<BuitenJaar> {
        let of = |effect: &Buiten| self.jaren.iter().map(|jaar| effect.in_year(*jaar)).collect();
        self.buiten.iter().flat_map(|effect| -> Vec<_> { of(effect) }).collect()
    }

    /// What is paid in a year when a verrekening is paid the year after.
    pub fn betaald(&self, jaar: Jaar) -> Term<Verdeeld> {
        let begroot = self.jaar(jaar).map(|totaal| totaal.begroot.clone());
        let settled = self.jaar(jaar.minus(1)).map(|totaal| totaal.verrekening.clone());
        Term::totaal(Naam::new("betaald", jaar), begroot.into_iter().chain(settled))
    }

    /// What citizens are spared: the fees that are not charged, the known minderbaten of a year.
    pub fn bespaard(&self, jaar: Jaar) -> Term<Verdeeld> {
        let counted = self.counted(jaar, |post| post.groep == Groep::Baten);
        Term::totaal(Naam::new("bespaard", jaar), counted)
    }

    /// Some of the posts of a year: those that its effect counts.
    pub(super) fn counted<'u>(
        &'u self,
        jaar: Jaar,
        some: impl Fn(&Post) -> bool + 'u,
    ) -> impl Iterator<Item = Term<Verdeeld>> + 'u {
        let effect = self.jaar(jaar).map(|totaal| &totaal.effect);
        let posten = self.posten.iter().filter(move |post| some(post));
        let in_year = posten.flat_map(|post| &post.bedragen).filter(move |(of, _)| *of == jaar);
        in_year
            .map(|(_, term)| term.clone())
            .filter(move |term| effect.is_some_and(|effect| effect.contains(term)))
    }

    /// What of the effect stands in the begroting of a year: the posts of kosten and baten.
    pub fn effect_begroot(&self, jaar: Jaar) -> Term<Verdeeld> {
        let counts = |post: &&Post| {
            post.deel == Deel::Begroot && matches!(post.groep, Groep::Kosten | Groep::Baten)
        };
        let posten = self.posten.iter().filter(counts).flat_map(|post| &post.bedragen);
        Term::totaal(
            Naam::new(EFFECT_BEGROOT, jaar),
            posten.filter(|(of, _)| *of == jaar).map(|(_, bedrag)| bedrag.clone()),
        )
    }
}
