//! One file per page.

pub(crate) mod bijdrage;
