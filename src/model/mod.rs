//! The sums. One file per amount; cannot fail; contains no facts.

mod baten;
mod bijdrage;
mod buiten_exploitatie;
mod effect;
mod financiering;
mod per_inwoner;
mod post;
mod regel;
mod reservering;
mod stabiliteit;
mod uitkomst;
mod uitrol;
mod verdeling;
mod waarden;
mod waarschuwingen;
mod zoek;

pub use baten::OPHOGING;
pub use bijdrage::{BTW_COMPENSATIE, BijdrageJaar, DeelnemerUitkomst, NIEUW, OUD};
pub use buiten_exploitatie::BuitenJaar;
pub use effect::EFFECT;
pub use financiering::ZOALS_BEGROOT;
pub use per_inwoner::{INWONERS, PER_INWONER};
pub use post::{Aard, Post};
pub use reservering::ReserveringJaar;
pub use stabiliteit::Stabiliteit;
pub use uitkomst::{EFFECT_BEGROOT, JaarTotaal, Stempel, Uitkomst};
pub use uitrol::VariantJaar;
pub use waarschuwingen::waarschuwingen;
pub use zoek::{EFFECT_VAN, GEHEEL, GEVOLGEN, Gevonden, LOS, TEGENOVER_ONGEWIJZIGD};

use crate::publicatie::Publicatie;
use crate::scenario::Scenario;

/// The version of the sums. Another version may give other amounts for the same documents.
pub const REKENMODEL: &str = "1";

/// What the scenario does to the bijdrage of every deelnemer, in the order of the proposal.
///
/// Total: it returns for every publicatie and scenario, which cannot be made from bad input. The same
/// documents give the same bytes. + is a higher bijdrage (nadeel), − a lower one (voordeel).
pub fn bereken(publicatie: &Publicatie, scenario: &Scenario) -> Uitkomst {
    bereken_beside(publicatie, scenario, None)
}

/// The same, for the proposal beside another scenario: the names say which of both an amount is of.
fn bereken_beside(
    publicatie: &Publicatie,
    scenario: &Scenario,
    beside: Option<&Scenario>,
) -> Uitkomst {
    let waarden = waarden::Waarden::new(publicatie, scenario, beside);
    let sleutels = verdeling::Sleutels::new(publicatie, scenario);
    let uitrol = uitrol::uitrol(&waarden);
    let regels = effect::regels(&waarden, &uitrol);
    let jaren = financiering::jaren(&waarden, &sleutels, &regels);
    let eenmalig = financiering::eenmalig(&waarden, &sleutels);
    let posten = post::collect(jaren.iter().flat_map(|jaar| &jaar.posten), jaren.len());
    let totaal = uitkomst::totalen(&waarden, &jaren);
    let reservering = reservering::reserveringen(&waarden, &jaren);
    let deelnemers = bijdrage::deelnemers(&waarden);
    let buiten = buiten_exploitatie::buiten_exploitatie(&waarden);
    Uitkomst {
        stempel: Stempel::new(publicatie),
        jaren: publicatie.horizon.years().collect(),
        eenmalig,
        posten,
        totaal,
        reservering,
        varianten: uitrol,
        deelnemers,
        buiten,
    }
}
