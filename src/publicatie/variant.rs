//! The variants: a trechter and regels, as data.

use rust_decimal::Decimal;

use crate::formula::{Id, Status};
use crate::units::Jaar;

/// What makes a variant larger or smaller from year to year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drijver {
    /// A share between 0 and 1.
    Inzet,
    /// A count.
    Omvang,
    /// A year from which it runs.
    Start,
}

impl Drijver {
    /// All, in the order of a scenario.
    pub const ALL: [Self; 3] = [Self::Inzet, Self::Omvang, Self::Start];

    /// The word in documents.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Inzet => "inzet",
            Self::Omvang => "omvang",
            Self::Start => "start",
        }
    }
}

/// The uitrol that holds where the scenario says nothing.
#[derive(Clone, Debug)]
pub enum Startwaarde {
    /// Inzet or omvang per year; a year that is not named is 0.
    PerJaar(Vec<JaarDrijver>),
    /// The first year.
    Vanaf(Jaar),
}

/// Inzet or omvang of a year.
#[derive(Clone, Copy, Debug)]
pub struct JaarDrijver {
    /// The year.
    pub jaar: Jaar,
    /// The inzet or omvang.
    pub waarde: Decimal,
    /// How sure it is: aanname unless the publicatie says otherwise.
    pub status: Status,
}

/// A step of a trechter: the step before times a share.
#[derive(Clone, Debug)]
pub struct TrechterStap {
    /// For example `aantal_minder_dwangbevelen`.
    pub id: Id,
    /// What it is called.
    pub naam: String,
    /// The step before, or `omvang`.
    pub van: Id,
    /// The parameter with the share.
    pub aandeel: Id,
}

/// What a regel does to the exploitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RegelSoort {
    /// Costs: the bijdrage rises.
    Meerkosten,
    /// Saves: the bijdrage falls.
    Besparing,
    /// Brings in less: the bijdrage rises.
    Minderbaten,
}

impl RegelSoort {
    /// All.
    pub const ALL: [Self; 3] = [Self::Meerkosten, Self::Besparing, Self::Minderbaten];

    /// The word in documents and on screen.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Meerkosten => "meerkosten",
            Self::Besparing => "besparing",
            Self::Minderbaten => "minderbaten",
        }
    }
}

/// In which years of its variant a regel counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// Every year that the variant runs.
    ElkJaar,
    /// The first year that it runs.
    EersteJaar,
    /// The years after the first.
    Vervolgjaren,
    /// Once, in the first year.
    Eenmalig,
}

impl Moment {
    /// All.
    pub const ALL: [Self; 4] =
        [Self::ElkJaar, Self::EersteJaar, Self::Vervolgjaren, Self::Eenmalig];

    /// The word in documents.
    pub const fn word(self) -> &'static str {
        match self {
            Self::ElkJaar => "elk_jaar",
            Self::EersteJaar => "eerste_jaar",
            Self::Vervolgjaren => "vervolgjaren",
            Self::Eenmalig => "eenmalig",
        }
    }
}

/// What a variant costs, saves or loses: ± bedrag × stap × factoren ÷ basis.
#[derive(Clone, Debug)]
pub struct Regel {
    /// Its id, also of its post.
    pub id: Id,
    /// What it is called on screen.
    pub naam: String,
    /// Its sign and group.
    pub soort: RegelSoort,
    /// The parameter with the amount.
    pub bedrag: Id,
    /// The driver or step it is proportional to; nothing for an amount as it stands.
    pub stap: Option<Id>,
    /// The parameter with the number that the amount belongs to.
    pub basis: Option<Id>,
    /// Parameters with shares it is multiplied by.
    pub factoren: Vec<Id>,
    /// When it counts.
    pub moment: Moment,
    /// The choice and option under which it counts; always without.
    pub bij: Option<(Id, Id)>,
}

/// A variant of the proposal.
#[derive(Clone, Debug)]
pub struct Variant {
    /// For example `2a`.
    pub id: Id,
    /// What it is called on screen.
    pub naam: String,
    /// What it is, in a sentence.
    pub toelichting: Option<String>,
    /// What makes it larger or smaller.
    pub drijver: Drijver,
    /// The parameter with the number of documents in a year, for an omvang given as a share and for the
    /// warning above it.
    pub jaartotaal: Option<Id>,
    /// The parameter with the staff at full inzet: shown, never summed.
    pub fte: Option<Id>,
    /// The uitrol where the scenario says nothing.
    pub uitrol: Startwaarde,
    /// Its trechter.
    pub trechter: Vec<TrechterStap>,
    /// Its regels.
    pub regels: Vec<Regel>,
    /// Variants that count the same thing: together they give a warning.
    pub dubbel_met: Vec<Id>,
}

/// A choice that switches regels; the first option is the default.
#[derive(Clone, Debug)]
pub struct Keuze {
    /// For example `capaciteit`.
    pub id: Id,
    /// What it is called on screen.
    pub naam: String,
    /// Its options.
    pub opties: Vec<Optie>,
}

/// An option of a choice.
#[derive(Clone, Debug)]
pub struct Optie {
    /// For example `inhuur`.
    pub id: Id,
    /// What it is called on screen.
    pub naam: String,
}

/// An effect outside the exploitation: dossiers × share, and × claim when that is known.
#[derive(Clone, Debug)]
pub struct Buiten {
    /// For example `kwijtschelding`.
    pub id: Id,
    /// What it is called.
    pub naam: String,
    /// The parameter with the number of dossiers.
    pub aantal: Id,
    /// The parameter with the share of them.
    pub aandeel: Id,
    /// The parameter with the average claim.
    pub bedrag: Id,
}
