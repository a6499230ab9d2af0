//! What a user should know of an outcome.

use super::Uitkomst;
use crate::document::Pad;
use crate::melding::{Code, Melding};
use crate::scenario::Scenario;
use crate::units::notation::with_unit;
use crate::units::{Eenheid, Euro};

/// Warnings that only the amounts can give: more is used of the reservering than was released.
/// The path is that of the user's own vrijgave of the year, where there is one.
pub fn waarschuwingen(scenario: &Scenario, uitkomst: &Uitkomst) -> Vec<Melding> {
    let root = Pad::ROOT;
    let list = root.field("vrijgave");
    let own = &scenario.afwijkingen().vrijgave;
    let above = uitkomst.reservering.iter().filter_map(|year| {
        let released = year.vrijgave.as_ref()?.euro()?;
        let used = year.uitputting.euro().filter(|used| *used > released)?;
        let euro = |amount: Euro| with_unit(amount.breuk(), Eenheid::Euro);
        let gegevens = [year.jaar.to_string(), euro(used), euro(released)];
        Some(match own.iter().position(|(jaar, _)| *jaar == year.jaar) {
            Some(index) => Melding::new(Code::AboveVrijgave, list.item(index), gegevens),
            None => Melding::new(Code::AboveVrijgave, list, gegevens),
        })
    });
    above.collect()
}
