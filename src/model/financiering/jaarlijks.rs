//! Each year's effect, with the usual delay between plan and execution.

use super::{JaarPosten, Maker};
use crate::formula::Deel;
use crate::units::Jaar;

/// Begroot: ophoging + effect(t − vertraging). Verrekening: effect(t) − effect(t − vertraging).
pub(super) fn year(maker: &Maker<'_>, jaar: Jaar) -> JaarPosten {
    let vertraging = maker.waarden.scenario.vertraging();
    let mut posten = vec![maker.ophoging(jaar)];
    let current = if vertraging == 0 {
        // What is budgeted is what happens: nothing is left to settle.
        maker.regels(jaar, jaar, Deel::Begroot)
    } else {
        let planned = jaar.minus(vertraging);
        posten.extend(maker.regels(planned, jaar, Deel::Begroot));
        posten.extend(maker.settled(planned, jaar));
        maker.regels(jaar, jaar, Deel::Verrekening)
    };
    let effect = maker.effect(jaar, &current);
    posten.extend(current);
    JaarPosten { jaar, posten, effect, reservering: None }
}
