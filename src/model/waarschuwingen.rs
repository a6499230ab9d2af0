//! What a user should know of an outcome.

use super::Uitkomst;
use crate::document::Pad;
use crate::melding::{Code, Melding};
use crate::units::notation::with_unit;
use crate::units::{Eenheid, Euro};

/// Warnings that only the amounts can give: more is used of the reservering than was released.
pub fn waarschuwingen(uitkomst: &Uitkomst) -> Vec<Melding> {
    let root = Pad::ROOT;
    let list = root.field("vrijgave");
    let above = uitkomst.reservering.iter().filter_map(|year| {
        let released = year.vrijgave.as_ref()?.euro()?;
        let used = year.uitputting.euro().filter(|used| *used > released)?;
        let euro = |amount: Euro| with_unit(amount.breuk(), Eenheid::Euro);
        Some(Melding::new(
            Code::AboveVrijgave,
            list,
            [year.jaar.to_string(), euro(used), euro(released)],
        ))
    });
    above.collect()
}
