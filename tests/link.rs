//! The link: what is put in comes out, what mail does to it does no harm, and what is damaged is never taken
//! over as if it were whole.
//!
//! `link/golden/` holds links that must open for ever; a change of the format may add files, not edit them.

#[cfg(test)]
#[expect(dead_code, reason = "the laws need more of it")]
#[path = "support/mod.rs"]
mod support;

#[cfg(test)]
mod link {
    mod begin;
    mod damage;
    mod example;
    mod golden;
    mod hostile;
    mod laws;
    mod mail;
    mod readable;
}
