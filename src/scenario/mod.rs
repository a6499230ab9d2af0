//! What the user chooses: an uitgangspunt and the deviations from it.

mod basis;
mod check;
mod contents;
mod controleer;
mod edit;
mod file;
mod input;
mod link;
pub mod plakken;
mod read;
mod shapes;
mod sleutelkeuze;
mod typed;
mod vergelijking;
mod write;

pub use check::{PROTOCOL_LAG, PROTOCOL_MOST, check_complete};
pub(crate) use check::{realised, types_baten};
pub use contents::Inhoud;
pub use controleer::{Controle, controleer, controleer_input};
pub use edit::{Edit, apply};
pub use file::{OpenedFile, file, file_name, open_file, too_large};
pub use input::{
    EigenBijdrage, EigenPost, EigenWaarde, Financiering, Groep, Input, Omvang, Onzekerheid,
    Rekenprotocol, SleutelKeuze, Uitrol, Wijze,
};
pub use link::{Opened, address, link, open_link};
pub(crate) use read::header;
pub use read::lees;
pub use shapes::SHAPES;
pub use sleutelkeuze::apply_with;
pub use vergelijking::{VERGELIJKING, Vergelijking, controleer_vergelijking};

use crate::formula::Id;
use crate::publicatie::Publicatie;
use crate::units::Euro;

/// The kind of a bijdrage that a user types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BijdrageSoort {
    /// Without the proposal: the bijdrage oud.
    ZonderVoorstel,
    /// From an ontwerpbegroting, which already contains the proposal.
    MetVoorstel,
}

impl BijdrageSoort {
    /// Both.
    pub const ALL: [Self; 2] = [Self::ZonderVoorstel, Self::MetVoorstel];

    /// The word in documents.
    pub const fn word(self) -> &'static str {
        match self {
            Self::ZonderVoorstel => "zonder_voorstel",
            Self::MetVoorstel => "met_voorstel",
        }
    }
}

/// A scenario that can be computed: made by [`controleer`] alone.
#[derive(Clone, Debug)]
pub struct Scenario {
    afwijkingen: Input,
    volledig: Input,
}

impl Scenario {
    /// The scenario of an uitgangspunt without deviations.
    pub fn of_uitgangspunt(publicatie: &Publicatie, id: &str) -> Option<Self> {
        let uitgangspunt = publicatie.uitgangspunt(id)?;
        let afwijkingen =
            Input { uitgangspunt: Some(Id::clone(&uitgangspunt.id)), ..Input::default() };
        Some(Self { volledig: afwijkingen.over(&uitgangspunt.scenario), afwijkingen })
    }

    /// The proposal under the keys of this scenario and without any other deviation.
    pub fn voorstel_under_same_keys(&self, publicatie: &Publicatie) -> Self {
        let own = Input { sleutel: self.volledig.sleutel.clone(), ..Input::default() };
        let volledig = match publicatie.uitgangspunten.first() {
            Some(voorstel) => own.over(&voorstel.scenario),
            None => own.clone(),
        };
        Self { afwijkingen: own, volledig }
    }

    /// The same scenario with another key for every group; one that needs weights of the user finds those
    /// of this scenario.
    #[must_use]
    pub fn under_key(&self, id: Id) -> Self {
        let under = |input: &Input| {
            let sleutel = SleutelKeuze {
                alle: Some(Id::clone(&id)),
                per_groep: Vec::new(),
                ..input.sleutel.clone()
            };
            Input { sleutel, ..input.clone() }
        };
        Self { afwijkingen: under(&self.afwijkingen), volledig: under(&self.volledig) }
    }

    /// What the user said.
    pub const fn afwijkingen(&self) -> &Input {
        &self.afwijkingen
    }

    /// The same with all that comes from the uitgangspunt.
    pub const fn volledig(&self) -> &Input {
        &self.volledig
    }

    /// The wijze of financing; the check has seen to it that there is one.
    pub fn wijze(&self) -> Wijze {
        self.volledig.financiering.wijze.unwrap_or(Wijze::Structureel)
    }

    /// The structural reservering a year.
    pub fn reservering(&self) -> Euro {
        self.volledig.financiering.reservering.unwrap_or(Euro::NUL)
    }

    /// The amount kept once from a resultaat.
    pub fn incidenteel(&self) -> Euro {
        self.volledig.financiering.incidenteel.unwrap_or(Euro::NUL)
    }

    /// The delay in budget years: 0 with the wijze incidenteel, which has none.
    pub fn vertraging(&self) -> u16 {
        if self.wijze() == Wijze::Incidenteel {
            0
        } else {
            self.volledig.financiering.vertraging.unwrap_or(0)
        }
    }

    /// The id of the key of a group.
    pub fn sleutel(&self, groep: Groep) -> Option<&Id> {
        self.volledig.sleutel.of_groep(groep)
    }

    /// Whether a variant is chosen.
    pub fn has_variant(&self, id: &str) -> bool {
        self.volledig.varianten.iter().flatten().any(|chosen| &**chosen == id)
    }
}
