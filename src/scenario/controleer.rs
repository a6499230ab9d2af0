//! The door: a scenario document becomes a [`Scenario`], or meldingen say why not.

use super::check::{check_complete, warnings};
use super::{Input, Scenario, SleutelKeuze, lees};
use crate::document::{Pad, Reader, Tree};
use crate::melding::Melding;
use crate::publicatie::Publicatie;

/// What came of checking a document.
#[derive(Clone, Debug)]
pub struct Controle {
    /// All faults and warnings, in the order of the document.
    pub meldingen: Vec<Melding>,
    /// The scenario, when nothing refuses.
    pub scenario: Option<Scenario>,
    /// The document without its refused parts: what can be taken over.
    pub input: Input,
}

/// Checks a scenario document against a publicatie: every melding at once.
pub fn controleer(publicatie: &Publicatie, tree: &Tree) -> Controle {
    let mut reader = Reader::default();
    let (scenario, input) = checked(&mut reader, publicatie, tree);
    Controle { meldingen: reader.meldingen.close(), scenario, input }
}

/// The scenario, and the document without its refused parts; what is wrong is in the reader, which is new.
pub(super) fn checked(
    reader: &mut Reader,
    publicatie: &Publicatie,
    tree: &Tree,
) -> (Option<Scenario>, Input) {
    let Some(mut input) = lees(reader, tree, &Pad::ROOT, publicatie) else {
        return (None, Input::default());
    };
    let volledig = over_uitgangspunt(&input, publicatie);
    // A reader of its own: its list is not full, so that each part that is refused is left out.
    let mut whole = Reader::default();
    check_complete(&mut whole, &volledig, &Pad::ROOT, publicatie);
    for melding in whole.meldingen.iter() {
        leave_out(&mut input, &melding.pad);
    }
    reader.meldingen.append(whole.meldingen);
    input.publicatie = input.publicatie.filter(|id| *id == publicatie.id);
    warnings(reader, tree, &input, &volledig, publicatie);
    let scenario = (!reader.refuses()).then(|| Scenario { afwijkingen: input.clone(), volledig });
    (scenario, input)
}

/// The same for an [`Input`] that a screen has put together: it passes the same walk.
pub fn controleer_input(publicatie: &Publicatie, input: &Input) -> Controle {
    controleer(publicatie, &input.document())
}

fn over_uitgangspunt(input: &Input, publicatie: &Publicatie) -> Input {
    let base = publicatie.uitgangspunt_or_first(input.uitgangspunt.as_deref());
    base.map_or_else(|| input.clone(), |base| input.over(&base.scenario))
}

/// Takes out the part that a check of the whole refused.
fn leave_out(input: &mut Input, pad: &str) {
    if pad.starts_with("$.sleutel") {
        input.sleutel = SleutelKeuze::default();
    } else if pad.starts_with("$.rekenprotocol") {
        input.rekenprotocol = None;
    }
}
