//! One file per control.

pub(crate) mod amount;
pub(crate) mod answer;
pub(crate) mod card;
pub(crate) mod chart;
pub(crate) mod choices;
pub(crate) mod facts;
pub(crate) mod field;
pub(crate) mod frame;
pub(crate) mod given;
pub(crate) mod herleiding;
pub(crate) mod keuzes;
pub(crate) mod link;
pub(crate) mod meldingen;
pub(crate) mod status;
pub(crate) mod years;
