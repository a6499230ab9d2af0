//! One file per section.

pub(crate) mod bijdrage;
pub(crate) mod deelnemers;
pub(crate) mod keuzes;
pub(crate) mod verantwoording;
pub(crate) mod vergelijken;
