//! Every choice, assumption and given that does not stand beside the answer.

pub(crate) mod aannamen;
pub(crate) mod afwijkingen;
pub(crate) mod bijdragen;
pub(crate) mod gewichten;
pub(crate) mod onbekend;
pub(crate) mod plakken;
pub(crate) mod rekenprotocol;
pub(crate) mod sleutels;
pub(crate) mod uitvoering;
pub(crate) mod vrijgave;
