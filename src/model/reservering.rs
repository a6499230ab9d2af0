//! Vrijgave, uitputting, rest and tekort of the reservering in the transition years.

use super::financiering::JaarPosten;
use super::waarden::Waarden;
use crate::formula::Term;
use crate::units::Jaar;
use crate::units::unit::Bedrag;

/// The reservering of one year.
#[derive(Clone, Debug)]
pub struct ReserveringJaar {
    /// Which year.
    pub jaar: Jaar,
    /// What is reserved.
    pub reservering: Term<Bedrag>,
    /// What the board releases, where the user typed it.
    pub vrijgave: Option<Term<Bedrag>>,
    /// What is used of it.
    pub uitputting: Term<Bedrag>,
    /// What is left and goes back.
    pub rest: Term<Bedrag>,
    /// What the effect is more than the reservering.
    pub tekort: Term<Bedrag>,
}

/// What is used: the effect, never less than nothing and never more than is reserved.
fn uitputting(effect: Term<Bedrag>, reservering: Term<Bedrag>) -> Term<Bedrag> {
    Term::nul().greatest(effect.least(reservering))
}

fn tekort(effect: Term<Bedrag>, reservering: Term<Bedrag>) -> Term<Bedrag> {
    Term::nul().greatest(effect - reservering)
}

pub(super) fn reserveringen(waarden: &Waarden<'_>, jaren: &[JaarPosten]) -> Vec<ReserveringJaar> {
    let years = jaren.iter().filter_map(|year| Some((year, year.reservering.clone()?)));
    years.map(|(year, reservering)| of_year(waarden, year, reservering)).collect()
}

fn of_year(waarden: &Waarden<'_>, year: &JaarPosten, reservering: Term<Bedrag>) -> ReserveringJaar {
    let jaar = year.jaar;
    let effect = year.effect.whole();
    let naam = |id: &str| waarden.naam(id, jaar);
    let used = uitputting(effect.clone(), reservering.clone()).named(naam("uitputting"));
    let typed = waarden.scenario.volledig().vrijgave.iter().find(|(of, _)| *of == jaar);
    ReserveringJaar {
        jaar,
        vrijgave: typed
            .map(|(_, bedrag)| Term::leaf(waarden.own_amount("vrijgave", jaar, *bedrag))),
        rest: (reservering.clone() - used.clone()).named(naam("reservering_rest")),
        tekort: tekort(effect, reservering.clone()).named(naam("reservering_tekort")),
        uitputting: used,
        reservering: reservering.named(naam("reservering_bedrag")),
    }
}
