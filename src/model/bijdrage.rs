//! The bijdrage of a deelnemer without the proposal, and what it may compensate of it.

use std::rc::Rc;

use super::bereken_beside;
use super::waarden::Waarden;
use crate::formula::{Herkomst, Id, Leaf, Naam, Status, Term};
use crate::publicatie::{Basis, BijdrageSoort as Kolom, Deelnemer, Publicatie};
use crate::scenario::BijdrageSoort;
use crate::units::unit::{Aandeel, Bedrag};
use crate::units::{Breuk, Eenheid, Euro, Jaar};

/// The id of the bijdrage without the proposal.
pub const OUD: &str = "bijdrage_oud";
/// The id of the bijdrage with the scenario.
pub const NIEUW: &str = "bijdrage_nieuw";
/// The id of what a gemeente may compensate.
pub const BTW_COMPENSATIE: &str = "btw_compensatie";

/// The bijdrage without the proposal in one year.
#[derive(Clone, Debug)]
pub struct BijdrageJaar {
    /// Which year.
    pub jaar: Jaar,
    /// The amount; nothing known of a deelnemer without a published or typed bijdrage.
    pub oud: Term<Bedrag>,
    /// Whether the user typed it.
    pub eigen: bool,
}

/// One deelnemer.
#[derive(Clone, Debug)]
pub struct DeelnemerUitkomst {
    /// Its id.
    pub id: Id,
    /// Its bijdrage without the proposal, in every year.
    pub jaren: Vec<BijdrageJaar>,
    /// The share of its bijdrage that it may compensate; nothing where it has none.
    pub btw_aandeel: Option<Term<Aandeel>>,
}

/// The bijdrage of the year before, indexed and rounded to the cent.
fn geindexeerd(vorig: Term<Bedrag>, index: Term<Aandeel>) -> Term<Bedrag> {
    (vorig.clone() + vorig * index).op_centen()
}

/// The bijdrage without the proposal, from one in which it is contained.
fn zonder_voorstel(getypt: Term<Bedrag>, begroot_voorstel: Term<Bedrag>) -> Term<Bedrag> {
    getypt - begroot_voorstel
}

/// The bijdrage with the scenario.
pub(super) fn nieuw(oud: Term<Bedrag>, begroot: Term<Bedrag>) -> Term<Bedrag> {
    oud + begroot
}

/// What a gemeente may compensate of its bijdrage.
pub(super) fn btw_compensatie(nieuw: Term<Bedrag>, aandeel: Term<Aandeel>) -> Term<Bedrag> {
    (nieuw * aandeel).op_centen()
}

pub(super) fn deelnemers(waarden: &Waarden<'_>) -> Vec<DeelnemerUitkomst> {
    let publicatie = waarden.publicatie;
    let with_proposal = waarden
        .scenario
        .volledig()
        .bijdragen
        .iter()
        .any(|own| own.soort == BijdrageSoort::MetVoorstel);
    // The proposal under the same keys, worked out only when someone typed a bijdrage that contains it.
    let voorstel = with_proposal.then(|| {
        let proposal = waarden.scenario.voorstel_under_same_keys(publicatie);
        bereken_beside(publicatie, &proposal, Some(waarden.scenario))
    });
    let maker = Maker { waarden, voorstel, index: index(waarden) };
    let deelnemers = publicatie.deelnemers.iter().enumerate();
    deelnemers
        .map(|(place, deelnemer)| DeelnemerUitkomst {
            id: Id::clone(&deelnemer.id),
            jaren: maker.years(place, deelnemer),
            btw_aandeel: basis(publicatie, deelnemer).btw_aandeel.clone(),
        })
        .collect()
}

struct Maker<'a> {
    waarden: &'a Waarden<'a>,
    voorstel: Option<super::Uitkomst>,
    /// The index; nothing when it is zero.
    index: Option<Term<Aandeel>>,
}

impl Maker<'_> {
    fn years(&self, place: usize, deelnemer: &Deelnemer) -> Vec<BijdrageJaar> {
        let base = self.waarden.publicatie.basisjaar;
        let horizon = self.waarden.publicatie.horizon;
        let mut chain = basis(self.waarden.publicatie, deelnemer).voorschot.clone();
        let mut years = Vec::with_capacity(horizon.len());
        // A horizon that starts at or before the base year keeps the base for those years.
        let early = horizon.years().take_while(|jaar| *jaar <= base);
        years.extend(early.map(|jaar| self.typed(place, deelnemer, jaar, chain.clone())));
        let mut jaar = base.plus(1);
        while jaar <= horizon.tot {
            if let Some(index) = &self.index {
                let naam = Naam::new(OUD, jaar).of_deelnemer(Id::clone(&deelnemer.id));
                chain = geindexeerd(chain, index.clone()).named(naam);
            }
            if horizon.contains(jaar) {
                years.push(self.typed(place, deelnemer, jaar, chain.clone()));
            }
            jaar = jaar.plus(1);
        }
        years
    }

    /// A typed amount replaces that year only.
    fn typed(
        &self,
        place: usize,
        deelnemer: &Deelnemer,
        jaar: Jaar,
        chain: Term<Bedrag>,
    ) -> BijdrageJaar {
        let own = self.waarden.scenario.volledig().bijdragen.iter();
        let Some(own) =
            own.into_iter().find(|own| own.deelnemer == deelnemer.id && own.jaar == jaar)
        else {
            return BijdrageJaar { jaar, oud: chain, eigen: false };
        };
        // Another name than the published one: that of the base year can stand beside it.
        let leaf = self.waarden.own_amount("eigen_bijdrage", jaar, own.bedrag);
        let typed = Term::leaf(Leaf { deelnemer: Some(Id::clone(&deelnemer.id)), ..leaf });
        let oud = match (own.soort, &self.voorstel) {
            (BijdrageSoort::MetVoorstel, Some(voorstel)) => {
                let begroot = voorstel.jaar(jaar).map(|totaal| totaal.begroot.share(place));
                zonder_voorstel(typed, begroot.unwrap_or_else(Term::nul))
            }
            _ => typed,
        };
        BijdrageJaar { jaar, oud, eigen: true }
    }
}

/// What every scenario starts from: the published voorschot of the base year.
fn basis<'p>(publicatie: &Publicatie, deelnemer: &'p Deelnemer) -> &'p Basis {
    deelnemer.basis.get_or_init(|| {
        let voorschot = published(publicatie, deelnemer);
        Basis { btw_aandeel: btw_aandeel(deelnemer, &voorschot), voorschot: Term::leaf(voorschot) }
    })
}

fn published(publicatie: &Publicatie, deelnemer: &Deelnemer) -> Leaf {
    let base = publicatie.basisjaar;
    let mut reeksen = publicatie.reeksen.iter();
    let reeks = reeksen.find(|it| it.jaar == base && it.soort == Kolom::Begroting);
    let value = deelnemer.bijdrage(base, Kolom::Begroting).map(Euro::breuk);
    let none = || Rc::new(Herkomst { bron: None, paragraaf: "niet gevonden".into() });
    Leaf {
        id: "bijdrage".into(),
        jaar: Some(base),
        deelnemer: Some(Id::clone(&deelnemer.id)),
        voorstel: false,
        eenheid: Eenheid::Euro,
        waarde: value,
        laag: value,
        hoog: value,
        status: value.and(reeks).map_or(Status::Onbekend, |reeks| reeks.status),
        herkomst: reeks.map_or_else(none, |reeks| Rc::clone(&reeks.herkomst)),
    }
}

fn btw_aandeel(deelnemer: &Deelnemer, voorschot: &Leaf) -> Option<Term<Aandeel>> {
    let (inschatting, herkomst) = deelnemer.btw.as_ref()?;
    if !voorschot.waarde.is_some_and(Breuk::is_positive) {
        return None;
    }
    let value = Some(inschatting.breuk());
    let leaf = Leaf {
        id: "btw_inschatting".into(),
        waarde: value,
        laag: value,
        hoog: value,
        status: Status::Openbaar,
        herkomst: Rc::clone(herkomst),
        ..voorschot.clone()
    };
    Some(Term::<Bedrag>::leaf(leaf) / Term::<Bedrag>::leaf(voorschot.clone()))
}

fn index(waarden: &Waarden<'_>) -> Option<Term<Aandeel>> {
    let index = waarden.scenario.volledig().index.filter(|index| !index.is_zero())?;
    let typed = waarden.scenario.afwijkingen().index.is_some();
    let value = Breuk::from_decimal(index);
    Some(Term::leaf(waarden.choice("index", Eenheid::Aandeel, value, typed, Status::Aanname)))
}
