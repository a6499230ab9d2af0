//! An entry of the gallery, and how its document is read.

use bijdragewijzer::document::{Tree, parse};
use bijdragewijzer::melding::{Code, Melding, Meldingen};
use bijdragewijzer::model::{bereken, waarschuwingen};
use bijdragewijzer::publicatie::{Publicatie, lees, standaard};
use bijdragewijzer::scenario::{controleer, controleer_vergelijking, open_link};

#[derive(Clone, Copy)]
pub(crate) struct Geval {
    pub(crate) code: Code,
    pub(crate) bron: Bron,
    pub(crate) pad: &'static str,
    pub(crate) titel: &'static str,
    /// Where, and what is wrong.
    pub(crate) zin: &'static str,
    /// What to do.
    pub(crate) doen: &'static str,
}

impl Geval {
    pub(crate) fn tekst(&self) -> String {
        format!("{} {}", self.zin, self.doen)
    }
}

/// The document that brings it out.
#[derive(Clone, Copy)]
pub(crate) enum Bron {
    /// The bytes of a file.
    Bytes(&'static [u8]),
    /// The bytes of a file too long to write down.
    Lang(fn() -> String),
    /// The bytes of a file with more faults than are listed: the melding that closes the list.
    Veel(fn() -> String),
    /// The fields of a scenario after its versie.
    Scenario(&'static str),
    /// A whole document.
    Document(&'static str),
    Vergelijking(&'static str),
    /// The small publicatie of `tests/contract/golden`, with these pieces replaced by others.
    Publicatie(&'static [(&'static str, &'static str)]),
    Link(fn(&Publicatie) -> String),
}

const KLEIN: &str = include_str!("../contract/golden/publicatie-klein.json");

impl Bron {
    pub(crate) fn meldingen(self) -> Vec<Melding> {
        let publicatie = standaard().unwrap();
        match self {
            Self::Bytes(bytes) => of_bytes(&publicatie, bytes),
            Self::Lang(text) => of_bytes(&publicatie, text().as_bytes()),
            Self::Veel(text) => of_bytes(&publicatie, text().as_bytes()).split_off(Meldingen::MOST),
            Self::Scenario(fields) => {
                of_bytes(&publicatie, format!(r#"{{"versie":1,{fields}}}"#).as_bytes())
            }
            Self::Document(text) => of_bytes(&publicatie, text.as_bytes()),
            Self::Vergelijking(text) => {
                let tree = parse(text.as_bytes()).unwrap();
                controleer_vergelijking(&publicatie, &tree).unwrap_err().meldingen
            }
            Self::Publicatie(edits) => of_publicatie(edits),
            Self::Link(text) => open_link(&publicatie, &text(&publicatie)).meldingen,
        }
    }
}

fn of_bytes(publicatie: &Publicatie, bytes: &[u8]) -> Vec<Melding> {
    let tree: Tree = match parse(bytes) {
        Ok(tree) => tree,
        Err(melding) => return vec![melding],
    };
    let controle = controleer(publicatie, &tree);
    let mut meldingen = controle.meldingen;
    if let Some(scenario) = controle.scenario {
        meldingen.extend(waarschuwingen(&scenario, &bereken(publicatie, &scenario)));
    }
    meldingen
}

fn of_publicatie(edits: &[(&str, &str)]) -> Vec<Melding> {
    let text = edits.iter().fold(KLEIN.to_owned(), |text, (old, new)| {
        assert!(text.contains(old), "{old} is not in the small publicatie");
        text.replace(old, new)
    });
    lees(&parse(text.as_bytes()).unwrap()).unwrap_err()
}
