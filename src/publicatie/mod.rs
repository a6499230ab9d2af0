//! What the body publishes: facts with their herkomst, no arithmetic.

mod cijfer;
mod deelnemer;
mod parameter;
mod read;
mod standaard;
mod variant;
mod verdeelsleutel;

pub use cijfer::{Bron, Cijfer, Model, Vraag};
pub(crate) use deelnemer::Basis;
pub use deelnemer::{Bijdrage, BijdrageSoort, BlokNaam, Deelnemer, Reeks};
pub use parameter::{
    BATEN_NIEUW, BATEN_OUD, GEREALISEERDE_BATEN, NEEDED, Parameter, RESULTAAT, Waarde,
};
pub use read::{SHAPES, lees};
pub(crate) use read::{blocks, exists, year_outside};
pub use standaard::{STANDAARD_JSON, standaard};
pub use variant::{
    Buiten, Drijver, JaarDrijver, Keuze, Moment, Optie, Regel, RegelSoort, Startwaarde,
    TrechterStap, Variant,
};
pub use verdeelsleutel::{SleutelSoort, Verdeelsleutel};

use std::rc::Rc;

use crate::formula::{Herkomst, Id};
use crate::scenario::Input;
use crate::units::{Jaar, Periode};

/// Where a publication stands in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// Not yet put to anyone.
    Concept,
    /// Put to the board for its opinion.
    Opinierend,
    /// Decided.
    Vastgesteld,
    /// Replaced by a later one.
    Vervangen,
}

impl Stand {
    /// All, in the order of a life.
    pub const ALL: [Self; 4] =
        [Self::Concept, Self::Opinierend, Self::Vastgesteld, Self::Vervangen];

    /// The word in documents and on screen.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Concept => "concept",
            Self::Opinierend => "opiniërend",
            Self::Vastgesteld => "vastgesteld",
            Self::Vervangen => "vervangen",
        }
    }
}

/// The years covered by an amount kept from a resultaat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dekking {
    /// The years in which it is used.
    pub periode: Periode,
    /// The year whose resultaat it is kept from.
    pub resultaat: Jaar,
}

/// A complete scenario that a user starts from.
#[derive(Clone, Debug)]
pub struct Uitgangspunt {
    /// For example `voorstel`.
    pub id: Id,
    /// What it is called on screen.
    pub naam: String,
    /// What it is, in a sentence.
    pub toelichting: Option<String>,
    /// Where its choices come from.
    pub herkomst: Rc<Herkomst>,
    /// Its choices; what the first uitgangspunt says and this one does not is in it too.
    pub scenario: Input,
}

/// A publication: made by [`lees`] alone, so that everything in it fits together.
#[derive(Clone, Debug)]
pub struct Publicatie {
    /// For example `gblt-2021`.
    pub id: Id,
    /// What it is about.
    pub titel: String,
    /// The body that publishes it.
    pub organisatie: String,
    /// Its edition.
    pub uitgave: String,
    /// The date of what it publishes, `2021-01-27`.
    pub datum: String,
    /// Where it stands in its life.
    pub stand: Stand,
    /// Said beside every answer: what has happened since.
    pub voorbehoud: Option<String>,
    /// The documents its facts come from.
    pub bronnen: Vec<Bron>,
    /// The years of the outcome.
    pub horizon: Periode,
    /// The transition years, in which the structural reservering is settled afterwards.
    pub overgang: Option<Periode>,
    /// The years that an amount kept from a resultaat covers.
    pub dekking: Dekking,
    /// The year whose voorschotten are the bijdrage without the proposal.
    pub basisjaar: Jaar,
    /// The year that an answer speaks of first: the first of the horizon when absent.
    pub antwoordjaar: Option<Jaar>,
    /// The blocks of deelnemers.
    pub blokken: Vec<BlokNaam>,
    /// The columns of published bijdragen, with their herkomst.
    pub reeksen: Vec<Reeks>,
    /// The deelnemers, in the order that settles ties.
    pub deelnemers: Vec<Deelnemer>,
    /// The keys.
    pub sleutels: Vec<Verdeelsleutel>,
    /// Every parameter once.
    pub parameters: Vec<Parameter>,
    /// Choices that switch regels.
    pub keuzes: Vec<Keuze>,
    /// The variants of the proposal.
    pub varianten: Vec<Variant>,
    /// Regels outside the variants: always in the effect.
    pub regels: Vec<Regel>,
    /// Effects outside the exploitation: shown beside, never netted.
    pub buiten: Vec<Buiten>,
    /// The starting points; the first is the proposal.
    pub uitgangspunten: Vec<Uitgangspunt>,
    /// The figures of the proposal, for the reconciliation.
    pub cijfers: Vec<Cijfer>,
    /// Open questions to the body.
    pub vragen: Vec<Vraag>,
}

impl Publicatie {
    /// The parameter with this id.
    pub fn parameter(&self, id: &str) -> Option<&Parameter> {
        self.parameters.iter().find(|parameter| &*parameter.id == id)
    }

    /// The place of a deelnemer in the order.
    pub fn deelnemer(&self, id: &str) -> Option<usize> {
        self.deelnemers.iter().position(|deelnemer| &*deelnemer.id == id)
    }

    /// The variant with this id.
    pub fn variant(&self, id: &str) -> Option<&Variant> {
        self.varianten.iter().find(|variant| &*variant.id == id)
    }

    /// The key with this id.
    pub fn sleutel(&self, id: &str) -> Option<&Verdeelsleutel> {
        self.sleutels.iter().find(|sleutel| &*sleutel.id == id)
    }

    /// The starting point with this id.
    pub fn uitgangspunt(&self, id: &str) -> Option<&Uitgangspunt> {
        self.uitgangspunten.iter().find(|uitgangspunt| &*uitgangspunt.id == id)
    }

    /// The year that the answer is about first; of a publicatie that names none, the first of the horizon.
    pub fn antwoordjaar_or_first(&self) -> Jaar {
        self.antwoordjaar.unwrap_or(self.horizon.van)
    }

    /// The uitgangspunt with this id; the first, the proposal, where none or an unknown one is named.
    pub fn uitgangspunt_or_first(&self, id: Option<&str>) -> Option<&Uitgangspunt> {
        id.and_then(|id| self.uitgangspunt(id)).or_else(|| self.uitgangspunten.first())
    }

    /// Every regel: of the variants in their order, then those outside them.
    pub fn all_regels(&self) -> impl Iterator<Item = &Regel> {
        self.varianten.iter().flat_map(|variant| &variant.regels).chain(&self.regels)
    }

    /// Whether the year is a transition year.
    pub fn is_overgang(&self, jaar: Jaar) -> bool {
        self.overgang.is_some_and(|overgang| overgang.contains(jaar))
    }
}
