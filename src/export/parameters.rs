//! The parameters of a publicatie as data: for a form, a page or another program.

use super::json::exact;
use crate::document::{Tree, object};
use crate::publicatie::{Parameter, Publicatie, Waarde};
use crate::units::{Eenheid, Jaar};

/// Every parameter with unit, value, band, herkomst and status.
pub fn parameters(publicatie: &Publicatie) -> Tree {
    Tree::List(publicatie.parameters.iter().map(parameter).collect())
}

fn parameter(parameter: &Parameter) -> Tree {
    let of = |read: fn(Waarde) -> crate::units::Breuk| {
        parameter.waarde.and_then(|waarde| exact(read(waarde), parameter.eenheid))
    };
    object([
        ("id", Some((&*parameter.id).into())),
        ("naam", Some(parameter.naam.as_str().into())),
        ("eenheid", Some(parameter.eenheid.word().into())),
        ("waarde", of(|waarde| waarde.waarde)),
        ("laag", of(|waarde| waarde.laag)),
        ("hoog", of(|waarde| waarde.hoog)),
        (
            "per_jaar",
            (!parameter.per_jaar.is_empty()).then(|| {
                let years = parameter
                    .per_jaar
                    .iter()
                    .map(|(jaar, waarde)| year(*jaar, *waarde, parameter.eenheid));
                Tree::List(years.collect())
            }),
        ),
        ("jaarlijks", Some(parameter.jaarlijks.into())),
        ("status", Some(parameter.status.word().into())),
        ("bron", parameter.herkomst.bron.as_deref().map(Tree::from)),
        ("paragraaf", Some((&*parameter.herkomst.paragraaf).into())),
        ("toelichting", parameter.toelichting.as_deref().map(Tree::from)),
    ])
}

fn year(jaar: Jaar, waarde: Waarde, eenheid: Eenheid) -> Tree {
    object([
        ("jaar", Some(jaar.into())),
        ("waarde", exact(waarde.waarde, eenheid)),
        ("laag", exact(waarde.laag, eenheid)),
        ("hoog", exact(waarde.hoog, eenheid)),
    ])
}
