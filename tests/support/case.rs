//! A publicatie and a scenario on it: what almost every law speaks of.

use std::fmt;

use bijdragewijzer::document::Tree;
use bijdragewijzer::model::{Uitkomst, bereken};
use bijdragewijzer::publicatie::{Publicatie, lees, standaard};
use bijdragewijzer::scenario::{Scenario, controleer};

use super::dice::Dice;
use super::{publicaties, scenarios};

/// Two documents that go together, as documents and as what the readers make of them.
pub(crate) struct Case {
    pub(crate) publicatie_document: Tree,
    pub(crate) scenario_document: Tree,
    pub(crate) publicatie: Publicatie,
    pub(crate) scenario: Scenario,
}

impl Case {
    /// A random scenario on a random publicatie.
    pub(crate) fn random(dice: &mut Dice<'_>) -> Self {
        let (publicatie_document, publicatie) = publicaties::random(dice);
        let scenario_document = scenarios::accepted(dice, &publicatie);
        Self::of(publicatie_document, publicatie, scenario_document)
    }

    /// A random scenario on the publicatie that is compiled in.
    pub(crate) fn on_the_default(dice: &mut Dice<'_>) -> Self {
        let document =
            bijdragewijzer::document::parse(bijdragewijzer::publicatie::STANDAARD_JSON.as_bytes());
        let publicatie = standaard().unwrap();
        let scenario_document = scenarios::accepted(dice, &publicatie);
        Self::of(document.unwrap(), publicatie, scenario_document)
    }

    /// Two documents as they are.
    pub(crate) fn of_documents(publicatie_document: Tree, scenario_document: Tree) -> Self {
        let publicatie = lees(&publicatie_document);
        let publicatie = publicatie.unwrap_or_else(|meldingen| panic!("{meldingen:?}"));
        Self::of(publicatie_document, publicatie, scenario_document)
    }

    fn of(publicatie_document: Tree, publicatie: Publicatie, scenario_document: Tree) -> Self {
        let scenario = accept(&publicatie, &scenario_document);
        Self { publicatie_document, scenario_document, publicatie, scenario }
    }

    /// What the scenario does to the bijdragen.
    pub(crate) fn uitkomst(&self) -> Uitkomst {
        bereken(&self.publicatie, &self.scenario)
    }
}

/// The scenario of a document that nothing refuses.
pub(crate) fn accept(publicatie: &Publicatie, document: &Tree) -> Scenario {
    let checked = controleer(publicatie, document);
    let Some(scenario) = checked.scenario else {
        panic!("{:?} in {}", checked.meldingen, document.to_json());
    };
    scenario
}

/// A broken law shows its documents, ready to be saved and tried again.
impl fmt::Debug for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "\npublicatie: {}\nscenario: {}\n",
            self.publicatie_document.to_json(),
            self.scenario_document.to_json()
        )
    }
}
