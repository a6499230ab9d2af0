//! The lowest and highest of an amount over its bands, and the corner in words.
//!
//! `worked` holds cases that are written out by hand, `corners` tries every corner of random scenarios with
//! the sums of `sums`, which share nothing with the model.

#[cfg(test)]
mod hoekpunten {
    mod corners;
    mod given;
    #[path = "../support/sentences.rs"]
    mod sentences;
    mod sums;
    mod words;
    mod worked;
}
