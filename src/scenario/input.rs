//! A scenario document: everything in it may be absent and then comes from the uitgangspunt.

use std::mem;

use rust_decimal::Decimal;

use super::BijdrageSoort;
use crate::formula::Id;
use crate::units::{Breuk, Euro, Jaar, in_order};

/// The way in which sociaal incasseren is financed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wijze {
    /// A reservering in the transition years: the proposal.
    Structureel,
    /// Each year's effect: the usual way.
    Jaarlijks,
    /// One amount kept from a resultaat.
    Incidenteel,
}

impl Wijze {
    /// All, the proposal first.
    pub const ALL: [Self; 3] = [Self::Structureel, Self::Jaarlijks, Self::Incidenteel];

    /// The word in documents and on screen.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Structureel => "structureel",
            Self::Jaarlijks => "jaarlijks",
            Self::Incidenteel => "incidenteel",
        }
    }
}

/// A group of posts that can have a key of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Groep {
    /// The higher estimate of the baten.
    Ophoging,
    /// Reservering, onttrekking, rest and the one-off amount.
    Reservering,
    /// Meerkosten and besparingen.
    Kosten,
    /// Minderbaten.
    Baten,
}

impl Groep {
    /// All, in the order of a scenario.
    pub const ALL: [Self; 4] = [Self::Ophoging, Self::Reservering, Self::Kosten, Self::Baten];

    /// The word in documents and on screen.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Ophoging => "ophoging",
            Self::Reservering => "reservering",
            Self::Kosten => "kosten",
            Self::Baten => "baten",
        }
    }
}

/// How many documents a variant reaches in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Omvang {
    /// A count.
    Aantal(Decimal),
    /// A share of the number in a year.
    Aandeel(Decimal),
}

/// The uitrol of one variant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Uitrol {
    /// Which variant.
    pub variant: Id,
    /// Inzet per year.
    pub inzet: Vec<(Jaar, Decimal)>,
    /// Omvang per year.
    pub omvang: Vec<(Jaar, Omvang)>,
    /// The year from which it runs.
    pub start: Option<Jaar>,
}

/// How it is financed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Financiering {
    /// The wijze.
    pub wijze: Option<Wijze>,
    /// The structural reservering a year.
    pub reservering: Option<Euro>,
    /// The delay in budget years, 0 to 2.
    pub vertraging: Option<u16>,
    /// The amount kept once from a resultaat.
    pub incidenteel: Option<Euro>,
}

/// Which key divides which group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SleutelKeuze {
    /// The key of every group that has none of its own.
    pub alle: Option<Id>,
    /// The key of a group.
    pub per_groep: Vec<(Groep, Id)>,
    /// Shares of the blocks, for every group whose key leaves them to the scenario.
    pub blokken: Vec<(Id, Decimal)>,
    /// Weights of deelnemers, likewise; one that is not named weighs nothing.
    pub gewichten: Vec<(Id, Euro)>,
}

impl SleutelKeuze {
    /// The key of a group.
    pub fn of_groep(&self, groep: Groep) -> Option<&Id> {
        self.per_groep.iter().find(|(of, _)| *of == groep).map(|(_, id)| id).or(self.alle.as_ref())
    }
}

/// An own value of a parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EigenWaarde {
    /// Which parameter.
    pub id: Id,
    /// In which year; every year without one of its own when absent.
    pub jaar: Option<Jaar>,
    /// The value.
    pub waarde: Breuk,
    /// Its band; the value itself when absent.
    pub laag: Option<Breuk>,
    /// See `laag`.
    pub hoog: Option<Breuk>,
}

/// A what-if for a post that is onbekend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EigenPost {
    /// Which post.
    pub post: Id,
    /// In which year.
    pub jaar: Jaar,
    /// The whole post: + when the bijdrage rises.
    pub bedrag: Euro,
}

/// The protocol that derives the budgeted baten from realised ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rekenprotocol {
    /// Over how many realised years the mean is taken.
    pub jaren: Option<u16>,
    /// Realised baten beside those of the publicatie.
    pub gerealiseerd: Vec<(Jaar, Euro)>,
}

/// An own bijdrage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EigenBijdrage {
    /// Of which deelnemer.
    pub deelnemer: Id,
    /// In which year.
    pub jaar: Jaar,
    /// The amount.
    pub bedrag: Euro,
    /// Without or with the proposal.
    pub soort: BijdrageSoort,
}

/// How a simulation draws.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Onzekerheid {
    /// The seed.
    pub zaad: Option<u64>,
    /// The number of draws.
    pub trekkingen: Option<u32>,
    /// Whether the bands with status aanname count too.
    pub aannamen: Option<bool>,
}

/// A scenario document as read: every part of it is sound, some may be absent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Input {
    /// The publicatie it was made for.
    pub publicatie: Option<Id>,
    /// What the user calls it.
    pub naam: Option<String>,
    /// The starting point.
    pub uitgangspunt: Option<Id>,
    /// The deelnemer it is looked at from.
    pub deelnemer: Option<Id>,
    /// The variants that are chosen.
    pub varianten: Option<Vec<Id>>,
    /// The uitrol of variants.
    pub uitrol: Vec<Uitrol>,
    /// Choice and option.
    pub keuzes: Vec<(Id, Id)>,
    /// The financing.
    pub financiering: Financiering,
    /// What the board releases of the reservering.
    pub vrijgave: Vec<(Jaar, Euro)>,
    /// The keys.
    pub sleutel: SleutelKeuze,
    /// Own values of parameters.
    pub parameters: Vec<EigenWaarde>,
    /// What-ifs for unknown posts.
    pub onbekend: Vec<EigenPost>,
    /// The protocol for the budgeted baten.
    pub rekenprotocol: Option<Rekenprotocol>,
    /// Own bijdragen.
    pub bijdragen: Vec<EigenBijdrage>,
    /// The yearly index of the bijdrage without the proposal.
    pub index: Option<Decimal>,
    /// The simulation.
    pub onzekerheid: Onzekerheid,
}

/// The entries of `over`, and those of `base` that `over` does not replace.
fn merged<T: Clone>(over: &[T], base: &[T], same: impl Fn(&T, &T) -> bool) -> Vec<T> {
    let kept = base.iter().filter(|entry| !over.iter().any(|own| same(own, entry)));
    kept.chain(over).cloned().collect()
}

impl Input {
    /// These deviations laid over a base.
    #[must_use]
    pub fn over(&self, base: &Self) -> Self {
        Self {
            publicatie: self.publicatie.clone().or_else(|| base.publicatie.clone()),
            naam: self.naam.clone(),
            uitgangspunt: self.uitgangspunt.clone(),
            deelnemer: self.deelnemer.clone().or_else(|| base.deelnemer.clone()),
            varianten: self.varianten.clone().or_else(|| base.varianten.clone()),
            uitrol: self.merged_uitrol(&base.uitrol),
            keuzes: merged(&self.keuzes, &base.keuzes, |own, other| own.0 == other.0),
            financiering: Financiering {
                wijze: self.financiering.wijze.or(base.financiering.wijze),
                reservering: self.financiering.reservering.or(base.financiering.reservering),
                vertraging: self.financiering.vertraging.or(base.financiering.vertraging),
                incidenteel: self.financiering.incidenteel.or(base.financiering.incidenteel),
            },
            vrijgave: merged(&self.vrijgave, &base.vrijgave, |own, other| own.0 == other.0),
            sleutel: self.merged_sleutel(&base.sleutel),
            parameters: merged(&self.parameters, &base.parameters, |own, other| {
                own.id == other.id && own.jaar == other.jaar
            }),
            onbekend: merged(&self.onbekend, &base.onbekend, |own, other| {
                own.post == other.post && own.jaar == other.jaar
            }),
            rekenprotocol: self.merged_rekenprotocol(base.rekenprotocol.as_ref()),
            bijdragen: merged(&self.bijdragen, &base.bijdragen, |own, other| {
                own.deelnemer == other.deelnemer && own.jaar == other.jaar
            }),
            index: self.index.or(base.index),
            onzekerheid: Onzekerheid {
                zaad: self.onzekerheid.zaad.or(base.onzekerheid.zaad),
                trekkingen: self.onzekerheid.trekkingen.or(base.onzekerheid.trekkingen),
                aannamen: self.onzekerheid.aannamen.or(base.onzekerheid.aannamen),
            },
        }
    }

    fn merged_uitrol(&self, base: &[Uitrol]) -> Vec<Uitrol> {
        let mut uitrol = base.to_vec();
        for own in &self.uitrol {
            match uitrol.iter_mut().find(|known| known.variant == own.variant) {
                Some(known) => {
                    known.inzet = merged(&own.inzet, &known.inzet, |own, other| own.0 == other.0);
                    known.omvang =
                        merged(&own.omvang, &known.omvang, |own, other| own.0 == other.0);
                    known.start = own.start.or(known.start);
                }
                None => uitrol.push(own.clone()),
            }
        }
        for of in &mut uitrol {
            of.inzet = in_order(mem::take(&mut of.inzet), |(jaar, _)| *jaar);
            of.omvang = in_order(mem::take(&mut of.omvang), |(jaar, _)| *jaar);
        }
        uitrol
    }

    fn merged_sleutel(&self, base: &SleutelKeuze) -> SleutelKeuze {
        let (own, other) = (&self.sleutel, base);
        let or = |list: &Vec<(Id, Decimal)>, base: &Vec<(Id, Decimal)>| {
            if list.is_empty() { base.clone() } else { list.clone() }
        };
        SleutelKeuze {
            alle: own.alle.clone().or_else(|| other.alle.clone()),
            per_groep: merged(&own.per_groep, &other.per_groep, |own, other| own.0 == other.0),
            blokken: or(&own.blokken, &other.blokken),
            gewichten: if own.gewichten.is_empty() {
                other.gewichten.clone()
            } else {
                own.gewichten.clone()
            },
        }
    }

    fn merged_rekenprotocol(&self, base: Option<&Rekenprotocol>) -> Option<Rekenprotocol> {
        match (&self.rekenprotocol, base) {
            (Some(own), Some(base)) => Some(Rekenprotocol {
                jaren: own.jaren.or(base.jaren),
                gerealiseerd: merged(&own.gerealiseerd, &base.gerealiseerd, |own, other| {
                    own.0 == other.0
                }),
            }),
            (own, base) => own.clone().or_else(|| base.cloned()),
        }
    }
}
