//! The effect of sociaal incasseren on the exploitation: meerkosten − besparingen + minderbaten.

use std::rc::Rc;

use super::post::Aard;
use super::regel::regel;
use super::uitrol::VariantJaar;
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

/// Every regel in every year that it counts, in the order of the publicatie.
pub(super) fn regels(waarden: &Waarden<'_>, uitrol: &[VariantJaar]) -> Vec<RegelJaar> {
    let mut regels = Vec::new();
    for variant in &waarden.publicatie.varianten {
        let years: Vec<_> = uitrol.iter().filter(|year| year.variant == variant.id).collect();
        for of in variant.regels.iter().filter(|of| !years.is_empty() && chosen(waarden, of)) {
            let bron = RegelBron::new(waarden, of);
            let years = years.iter().filter(|year| counts(of, year));
            regels.extend(years.map(|year| bron.in_year(Some(year), year.jaar)));
        }
    }
    for of in waarden.publicatie.regels.iter().filter(|of| chosen(waarden, of)) {
        let bron = RegelBron::new(waarden, of);
        regels.extend(waarden.years().map(|jaar| bron.in_year(None, jaar)));
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
fn chosen(waarden: &Waarden<'_>, regel: &Regel) -> bool {
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
    bedrag: Rc<Waarde>,
    basis: Option<Rc<Waarde>>,
    factoren: Vec<Rc<Waarde>>,
}

impl<'a> RegelBron<'a> {
    fn new(waarden: &'a Waarden<'a>, of: &'a Regel) -> Self {
        Self {
            waarden,
            of,
            bedrag: waarden.parameter(&of.bedrag),
            basis: of.basis.as_ref().map(|basis| waarden.parameter(basis)),
            factoren: of.factoren.iter().map(|factor| waarden.parameter(factor)).collect(),
        }
    }

    fn in_year(&self, year: Option<&VariantJaar>, jaar: Jaar) -> RegelJaar {
        let of = self.of;
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
                of.stap.as_ref().and_then(|stap| year?.schaal(stap)),
                self.basis.as_ref().map(|basis| basis.in_year(jaar).in_unit()),
                self.factoren.iter().map(|factor| factor.in_year(jaar).in_unit()),
            ),
        };
        RegelJaar {
            id: Id::clone(&of.id),
            groep: groep(of.soort),
            aard: aard(of.moment),
            jaar,
            bedrag,
        }
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
