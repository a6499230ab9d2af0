//! The file: a vergelijking as JSON that people can read, and opening what someone chose as such a file.

use super::contents::judged;
use super::{Inhoud, Input, vergelijking};
use crate::document::{MAX_BYTES, Tree, object, parse};
use crate::melding::{Code, Melding, Meldingen};
use crate::publicatie::Publicatie;

/// What came of opening a file.
#[derive(Clone, Debug)]
pub struct OpenedFile {
    /// What is to be said about it.
    pub meldingen: Vec<Melding>,
    /// The scenarios in it.
    pub inhoud: Inhoud,
}

/// The text of the file with scenarios, of which one is on top. Every scenario names its publicatie, so that
/// another one refuses it; the file names the uitgave, so that another one warns.
pub fn file(publicatie: &Publicatie, scenarios: &[Input], bovenaan: usize) -> String {
    let named = scenarios.iter().map(|input| {
        let of = input.publicatie.clone().or_else(|| Some(publicatie.id.clone()));
        Input { publicatie: of, ..input.clone() }
    });
    let named: Vec<Input> = named.collect();
    vergelijking::document(Some(&publicatie.uitgave), &named, bovenaan).to_readable_json()
}

/// The name of that file: `bijdragewijzer-zwolle.json`.
pub fn file_name(scenarios: &[Input], bovenaan: usize) -> String {
    let deelnemer = scenarios.get(bovenaan).and_then(|input| input.deelnemer.as_deref());
    let whose = deelnemer.map(|id| format!("-{id}")).unwrap_or_default();
    format!("bijdragewijzer{whose}.json")
}

/// Opens the bytes of a file: a vergelijking, or a single scenario.
pub fn open_file(publicatie: &Publicatie, bytes: &[u8]) -> OpenedFile {
    let tree = match parse(bytes) {
        Ok(tree) => tree,
        Err(melding) => return OpenedFile { meldingen: vec![melding], inhoud: Inhoud::Geen },
    };
    let mut meldingen = Meldingen::default();
    if is_vergelijking(&tree) {
        let inhoud = judged(publicatie, &tree, &mut meldingen);
        return OpenedFile { meldingen: essential(meldingen.close()), inhoud };
    }
    // A scenario by itself is one of one.
    let around =
        object([("versie", Some(Tree::Whole(1))), ("scenarios", Some(Tree::List(vec![tree])))]);
    let inhoud = judged(publicatie, &around, &mut meldingen);
    let mut meldingen = meldingen.close();
    for melding in &mut meldingen {
        melding.pad = melding.pad.replacen("$.scenarios[0]", "$", 1);
        // A file is of either kind.
        if melding.code == Code::OtherFormaat {
            melding.gegevens.insert(0, vergelijking::FORMAAT.to_owned());
        }
    }
    OpenedFile { meldingen: essential(meldingen), inhoud }
}

/// The melding for a file that is too large to be read at all; nothing for another.
pub fn too_large(bytes: u64) -> Option<Melding> {
    let most = u64::try_from(MAX_BYTES).unwrap_or(u64::MAX);
    (bytes > most).then(|| Melding::new(Code::TooLarge, "$", []))
}

fn is_vergelijking(tree: &Tree) -> bool {
    match tree.get("formaat") {
        Some(Tree::Text(formaat)) => formaat == vergelijking::FORMAAT,
        _ => tree.get("scenarios").is_some(),
    }
}

/// Of another kind of document its kind alone is worth saying.
fn essential(meldingen: Vec<Melding>) -> Vec<Melding> {
    match meldingen.iter().find(|it| it.code == Code::OtherFormaat) {
        Some(kind) => vec![kind.clone()],
        None => meldingen,
    }
}
