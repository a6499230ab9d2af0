//! A reservering in the transition years: the proposal.

use super::{JaarPosten, Maker, jaarlijks};
use crate::formula::{Deel, Status};
use crate::model::post::Aard;
use crate::scenario::Groep;
use crate::units::Jaar;

/// The id of its posts.
const RESERVERING: &str = "reservering";

/// In the transition: begroot ophoging + R, verrekening effect − R (− a refund, + a shortfall; that a
/// shortfall is settled too is an interpretation). After it as each year's effect.
pub(super) fn year(maker: &Maker<'_>, jaar: Jaar) -> JaarPosten {
    if !maker.waarden.publicatie.is_overgang(jaar) {
        return jaarlijks::year(maker, jaar);
    }
    let scenario = maker.waarden.scenario;
    let typed = scenario.afwijkingen().financiering.reservering.is_some();
    let reservering = maker.choice(RESERVERING, scenario.reservering(), typed, Status::Bron);
    let post = |deel, bedrag| {
        maker.post(RESERVERING, deel, Groep::Reservering, Aard::Structureel, jaar, bedrag)
    };
    let mut posten = vec![
        maker.ophoging(jaar),
        post(Deel::Begroot, reservering.clone().op_centen()),
        post(Deel::Verrekening, (-reservering.clone()).op_centen()),
    ];
    let current = maker.regels(jaar, jaar, Deel::Verrekening);
    let effect = maker.effect(jaar, &current);
    posten.extend(current);
    JaarPosten { jaar, posten, effect, reservering: Some(reservering) }
}
