//! What comes of a link or a file: the scenarios in it, or what could be read of them.

use super::{Input, Vergelijking, vergelijking};
use crate::document::{Reader, Tree};
use crate::melding::Meldingen;
use crate::publicatie::Publicatie;

/// The scenarios in a link or a file.
#[derive(Clone, Debug)]
pub enum Inhoud {
    /// None that could be read.
    Geen,
    /// All of them, exactly as they were sent.
    Vergelijking(Vergelijking),
    /// What could be read of what is refused: for a person to look at, not to take over unasked.
    Aanbod {
        /// The scenarios without what is refused; any value in them may be another than was sent.
        scenarios: Vec<Input>,
        /// Which of them is on top: its place, from 0.
        bovenaan: usize,
    },
}

/// The vergelijking of a document, or what can be offered of it; adds the meldingen of the reader.
pub(super) fn judged(publicatie: &Publicatie, tree: &Tree, meldingen: &mut Meldingen) -> Inhoud {
    let refused = meldingen.refuses();
    let mut r = Reader::default();
    let read = vergelijking::lees(&mut r, publicatie, tree);
    meldingen.append(r.meldingen);
    let (scenarios, bovenaan) = match read {
        Ok(vergelijking) => {
            if !refused {
                return Inhoud::Vergelijking(vergelijking);
            }
            let inputs = vergelijking.scenarios.iter().map(|scenario| scenario.afwijkingen());
            (inputs.cloned().collect(), vergelijking.bovenaan)
        }
        Err(scenarios) => {
            let place = match tree.get("bovenaan") {
                Some(Tree::Whole(place)) => usize::try_from(place.saturating_sub(1)).unwrap_or(0),
                _ => 0,
            };
            let bovenaan = place.min(scenarios.len().saturating_sub(1));
            (scenarios, bovenaan)
        }
    };
    // Of nothing, the uitgangspunt would remain: that is not what was sent.
    if scenarios.iter().all(|input: &Input| *input == Input::default()) {
        return Inhoud::Geen;
    }
    Inhoud::Aanbod { scenarios, bovenaan }
}
