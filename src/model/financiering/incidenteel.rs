//! One amount kept from the resultaat of an earlier year.

use super::{INCIDENTEEL, JaarPosten, Maker};
use crate::formula::{Deel, Status, Term};
use crate::model::post::Aard;
use crate::scenario::Groep;
use crate::units::Jaar;
use crate::units::unit::Bedrag;

/// The ids of its posts.
const ONTTREKKING: &str = "onttrekking";
/// See [`ONTTREKKING`].
const REST: &str = "rest";

/// What is taken from what is left: the effect, never less than nothing and never more than there is.
fn onttrekking(effect: Term<Bedrag>, rest: Term<Bedrag>) -> Term<Bedrag> {
    Term::nul().greatest(effect.least(rest))
}

/// The amount that is kept.
pub(super) fn kept(maker: &Maker<'_>) -> Term<Bedrag> {
    let scenario = maker.waarden.scenario;
    let typed = scenario.afwijkingen().financiering.incidenteel.is_some();
    maker.choice(INCIDENTEEL, scenario.incidenteel(), typed, Status::Aanname).op_centen()
}

/// Begroot: ophoging + effect − onttrekking in the covered years. Verrekening: −rest in the last of them.
pub(super) fn years(maker: &Maker<'_>) -> Vec<JaarPosten> {
    let dekking = maker.waarden.publicatie.dekking.periode;
    let mut rest = kept(maker);
    maker
        .waarden
        .years()
        .map(|jaar| year(maker, jaar, dekking.contains(jaar), jaar == dekking.tot, &mut rest))
        .collect()
}

fn year(
    maker: &Maker<'_>,
    jaar: Jaar,
    covered: bool,
    last: bool,
    rest: &mut Term<Bedrag>,
) -> JaarPosten {
    let post = |id, deel, bedrag| {
        maker.post(id, deel, Groep::Reservering, Aard::Incidenteel, jaar, bedrag)
    };
    let mut posten = vec![maker.ophoging(jaar)];
    let current = maker.regels(jaar, jaar, Deel::Begroot);
    let effect = maker.effect(jaar, &current);
    posten.extend(current);
    if covered {
        let taken = onttrekking(effect.whole(), rest.clone())
            .named(maker.waarden.naam("onttrekking_bedrag", jaar));
        posten.push(post(ONTTREKKING, Deel::Begroot, -taken.clone()));
        *rest = (rest.clone() - taken).named(maker.waarden.naam("rest_bedrag", jaar));
    }
    if last {
        posten.push(post(REST, Deel::Verrekening, -rest.clone()));
    }
    JaarPosten { jaar, posten, effect, reservering: None }
}
