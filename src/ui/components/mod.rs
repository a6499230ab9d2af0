//! One file per control.

pub(crate) mod amount;
pub(crate) mod answer;
pub(crate) mod beside;
pub(crate) mod card;
pub(crate) mod chart;
pub(crate) mod choices;
pub(crate) mod comparison;
pub(crate) mod dossier;
pub(crate) mod drawing;
pub(crate) mod facts;
pub(crate) mod field;
pub(crate) mod file;
pub(crate) mod frame;
pub(crate) mod given;
pub(crate) mod herleiding;
pub(crate) mod keuzes;
pub(crate) mod link;
pub(crate) mod margins;
pub(crate) mod meldingen;
pub(crate) mod offer;
pub(crate) mod opens;
pub(crate) mod per_inwoner;
pub(crate) mod status;
pub(crate) mod year_row;
pub(crate) mod years;
