//! Every published figure ties, to the cent, to a second transcription (tests/sources), and every figure of
//! the proposal is held against the amounts of the model; or it stands in a list with its reason.

#[cfg(test)]
#[path = "reconciliation/bijdragen.rs"]
mod bijdragen;
#[cfg(test)]
#[path = "reconciliation/cijfers.rs"]
mod cijfers;
#[cfg(test)]
#[path = "reconciliation/tables.rs"]
mod tables;
#[cfg(test)]
#[path = "reconciliation/voorstel.rs"]
mod voorstel;
