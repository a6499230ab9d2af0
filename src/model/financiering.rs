//! Begroot and verrekening: chooses among the three wijzen.

mod incidenteel;
mod jaarlijks;
mod structureel;

use super::baten::{OPHOGING, Ophoging};
use super::effect::{EFFECT, RegelJaar, effect};
use super::post::{Aard, Post, PostJaar};
use super::verdeling::Sleutels;
use super::waarden::Waarden;
use crate::formula::{Deel, Id, Status, Term, Verdeeld};
use crate::scenario::{Groep, Wijze};
use crate::units::unit::Bedrag;
use crate::units::{Eenheid, Euro, Jaar};

/// The id of the amount kept from a resultaat, a one-off.
pub(super) const INCIDENTEEL: &str = "incidenteel";

/// What the id of a regel ends with where what was budgeted of it is taken out again.
pub const ZOALS_BEGROOT: &str = "_begroot";

/// The posts of a year, and the effect they rest on.
pub(super) struct JaarPosten {
    pub(super) jaar: Jaar,
    pub(super) posten: Vec<PostJaar>,
    pub(super) effect: Term<Verdeeld>,
    /// The reservering of a transition year.
    pub(super) reservering: Option<Term<Bedrag>>,
}

/// What a wijze needs to make the posts of a year.
struct Maker<'a> {
    waarden: &'a Waarden<'a>,
    sleutels: &'a Sleutels,
    /// In the order of their years.
    regels: &'a [RegelJaar],
    ophoging: Ophoging,
    /// The ids of what every year has: one of each.
    id_ophoging: Id,
    id_effect: Id,
}

impl<'a> Maker<'a> {
    fn new(waarden: &'a Waarden<'a>, sleutels: &'a Sleutels, regels: &'a [RegelJaar]) -> Self {
        Self {
            waarden,
            sleutels,
            regels,
            ophoging: Ophoging::new(waarden),
            id_ophoging: OPHOGING.into(),
            id_effect: EFFECT.into(),
        }
    }

    fn post(
        &self,
        id: impl Into<Id>,
        deel: Deel,
        groep: Groep,
        aard: Aard,
        jaar: Jaar,
        bedrag: Term<Bedrag>,
    ) -> PostJaar {
        PostJaar::new(self.waarden.naam(id, jaar), deel, groep, aard, bedrag, self.sleutels)
    }

    fn ophoging(&self, jaar: Jaar) -> PostJaar {
        let bedrag = self.ophoging.in_year(self.waarden, jaar);
        let id = Id::clone(&self.id_ophoging);
        self.post(id, Deel::Begroot, Groep::Ophoging, Aard::Structureel, jaar, bedrag)
    }

    /// The effect of a year whose regels stand in these posts.
    fn effect(&self, jaar: Jaar, regels: &[PostJaar]) -> Term<Verdeeld> {
        let naam = self.waarden.naam(Id::clone(&self.id_effect), jaar);
        effect(naam, regels.iter().map(|post| post.bedrag.clone()))
    }

    fn regels_of(&self, of: Jaar) -> &[RegelJaar] {
        let from = self.regels.partition_point(|regel| regel.jaar < of);
        let regels = self.regels.get(from..).unwrap_or_default();
        regels.get(..regels.partition_point(|regel| regel.jaar == of)).unwrap_or_default()
    }

    /// The regels of year `of` as posts of `jaar`.
    fn regels(&self, of: Jaar, jaar: Jaar, deel: Deel) -> Vec<PostJaar> {
        let regels = self.regels_of(of).iter();
        regels
            .map(|regel| {
                let id = Id::clone(&regel.id);
                self.post(id, deel, regel.groep, regel.aard, jaar, regel.bedrag.clone())
            })
            .collect()
    }

    /// The regels of year `of`, budgeted in `jaar`, taken out again when `jaar` is settled.
    fn settled(&self, of: Jaar, jaar: Jaar) -> Vec<PostJaar> {
        let regels = self.regels_of(of).iter();
        regels
            .map(|regel| {
                let id = format!("{}{ZOALS_BEGROOT}", regel.id);
                let back = -regel.bedrag.clone();
                self.post(id, Deel::Verrekening, regel.groep, regel.aard, jaar, back)
            })
            .collect()
    }

    fn choice(&self, id: &str, bedrag: Euro, typed: bool, status: Status) -> Term<Bedrag> {
        Term::leaf(self.waarden.choice(id, Eenheid::Euro, bedrag.breuk(), typed, status))
    }
}

/// The posts of every year under the wijze of the scenario.
pub(super) fn jaren(
    waarden: &Waarden<'_>,
    sleutels: &Sleutels,
    regels: &[RegelJaar],
) -> Vec<JaarPosten> {
    let maker = Maker::new(waarden, sleutels, regels);
    match waarden.scenario.wijze() {
        Wijze::Structureel => waarden.years().map(|jaar| structureel::year(&maker, jaar)).collect(),
        Wijze::Jaarlijks => waarden.years().map(|jaar| jaarlijks::year(&maker, jaar)).collect(),
        Wijze::Incidenteel => incidenteel::years(&maker),
    }
}

/// The amount kept from a resultaat, as a one-off in that year (not paid out); empty under another wijze.
pub(super) fn eenmalig(waarden: &Waarden<'_>, sleutels: &Sleutels) -> Vec<Post> {
    if waarden.scenario.wijze() != Wijze::Incidenteel {
        return Vec::new();
    }
    let maker = Maker::new(waarden, sleutels, &[]);
    let jaar = waarden.publicatie.dekking.resultaat;
    let bedrag = incidenteel::kept(&maker);
    let post = maker.post(
        INCIDENTEEL,
        Deel::Verrekening,
        Groep::Reservering,
        Aard::Incidenteel,
        jaar,
        bedrag,
    );
    super::post::collect(std::iter::once(&post), 1)
}
