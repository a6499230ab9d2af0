//! The effect on the exploitation, of sociaal incasseren and of what stands outside the variants: meerkosten −
//! besparingen + minderbaten.

use std::rc::Rc;

use super::post::Aard;
use super::regel::regel;
use super::uitrol::{VariantJaar, chosen};
use super::waarden::{Waarde, Waarden};
use crate::formula::{Id, Naam, Term, Verdeeld};
use crate::publicatie::{Moment, Regel, RegelSoort};
use crate::scenario::Groep;
use crate::units::Jaar;
use crate::units::unit::Bedrag;

/// The id of its total.
pub const EFFECT: &str = "effect";

/// A regel that counts in a year.
#[derive(Clone, Debug)]
pub(super) struct RegelJaar {
    pub(super) id: Id,
    pub(super) groep: Groep,
    pub(super) aard: Aard,
    pub(super) jaar: Jaar,
    pub(super) bedrag: Term<Bedrag>,
}

/// The effect of a year: the sum of its known regels.
pub(super) fn effect(
    naam: Naam,
    regels: impl IntoIterator<Item = Term<Verdeeld>>,
) -> Term<Verdeeld> {
    Term::totaal(naam, regels)
}

/// Every regel that counts, year by year and in the order of the publicatie.
pub(super) fn regels(waarden: &Waarden<'_>, uitrol: &[VariantJaar]) -> Vec<RegelJaar> {
    let horizon = waarden.publicatie.horizon.len();
    let of_varianten = chosen(waarden)
        .zip(uitrol.chunks(horizon))
        .flat_map(|(variant, years)| variant.regels.iter().map(move |of| (of, Some(years))));
    let of_all = waarden.publicatie.regels.iter().map(|of| (of, None));
    let bronnen: Vec<RegelBron<'_>> = of_varianten
        .chain(of_all)
        .filter(|(of, _)| holds(waarden, of))
        .map(|(of, years)| RegelBron::new(waarden, of, years))
        .collect();
    let mut regels = Vec::with_capacity(bronnen.len() * horizon);
    for (place, jaar) in waarden.years().enumerate() {
        regels.extend(bronnen.iter().filter_map(|bron| bron.in_year(place, jaar)));
    }
    regels
}

fn counts(regel: &Regel, year: &VariantJaar) -> bool {
    year.actief
        && match regel.moment {
            Moment::ElkJaar => true,
            Moment::EersteJaar | Moment::Eenmalig => year.eerste,
            Moment::Vervolgjaren => !year.eerste,
        }
}

/// Whether the choice under which the regel counts is made.
fn holds(waarden: &Waarden<'_>, regel: &Regel) -> bool {
    let Some((keuze, optie)) = &regel.bij else { return true };
    let made =
        waarden.scenario.volledig().keuzes.iter().find(|(id, _)| id == keuze).map(|(_, made)| made);
    let first = || {
        waarden.publicatie.keuzes.iter().find(|it| it.id == *keuze)?.opties.first().map(|it| &it.id)
    };
    made.or_else(first) == Some(optie)
}

/// A regel and the parameters it is made of.
struct RegelBron<'a> {
    waarden: &'a Waarden<'a>,
    of: &'a Regel,
    /// Its variant in every year, for a regel of a variant.
    uitrol: Option<&'a [VariantJaar]>,
    /// What it is proportional to, as a place in the trechter; nothing for a regel that does not scale.
    stap: Option<Option<usize>>,
    bedrag: Rc<Waarde>,
    basis: Option<Rc<Waarde>>,
    factoren: Vec<Rc<Waarde>>,
}

impl<'a> RegelBron<'a> {
    fn new(waarden: &'a Waarden<'a>, of: &'a Regel, uitrol: Option<&'a [VariantJaar]>) -> Self {
        // The steps are the same in every year.
        let steps = uitrol.and_then(|years| years.first()).map(|year| &year.trechter);
        let place = |stap: &Id| steps?.iter().position(|(step, _)| step == stap);
        Self {
            waarden,
            of,
            uitrol,
            stap: of.stap.as_ref().map(place),
            bedrag: waarden.parameter(&of.bedrag),
            basis: of.basis.as_ref().map(|basis| waarden.parameter(basis)),
            factoren: of.factoren.iter().map(|factor| waarden.parameter(factor)).collect(),
        }
    }

    /// The regel in the year at this place of the horizon; nothing where it does not count.
    fn in_year(&self, place: usize, jaar: Jaar) -> Option<RegelJaar> {
        let of = self.of;
        let year = match self.uitrol {
            Some(years) => Some(years.get(place).filter(|year| counts(of, year))?),
            None => None,
        };
        let mut typed = self.waarden.scenario.volledig().onbekend.iter();
        let bedrag = match typed.find(|own| own.post == of.id && own.jaar == jaar) {
            // A what-if of the user is the whole post.
            Some(own) => {
                let leaf = self.waarden.own_amount(Id::clone(&of.id), jaar, own.bedrag);
                Term::leaf(leaf).op_centen()
            }
            None => regel(
                of.soort,
                self.bedrag.in_year(jaar).in_unit(),
                self.stap.and_then(|stap| year?.schaal(stap)),
                self.basis.as_ref().map(|basis| basis.in_year(jaar).in_unit()),
                self.factoren.iter().map(|factor| factor.in_year(jaar).in_unit()),
            ),
        };
        Some(RegelJaar {
            id: Id::clone(&of.id),
            groep: groep(of.soort),
            aard: aard(of.moment),
            jaar,
            bedrag,
        })
    }
}

fn groep(soort: RegelSoort) -> Groep {
    match soort {
        RegelSoort::Meerkosten | RegelSoort::Besparing => Groep::Kosten,
        RegelSoort::Minderbaten => Groep::Baten,
    }
}

fn aard(moment: Moment) -> Aard {
    match moment {
        Moment::ElkJaar | Moment::Vervolgjaren => Aard::Structureel,
        Moment::EersteJaar | Moment::Eenmalig => Aard::Incidenteel,
    }
}
