//! Numbers as officials type and paste them: every spelling beside its value, what is asked, what is
//! refused and in which words, and pasted tables.
//!
//! The tables in `tests/getallen/` are written by hand. The laws hold against 4.000 texts each, the same
//! ones in every run.

#[cfg(test)]
mod getallen {
    mod bounds;
    mod cellen;
    mod laws;
    mod length;
    mod meldingen;
    mod namen;
    mod plakken;
    mod schrijfwijzen;
    mod support;
}
