//! The pictures of the page: every amount in one stands in its table, bars are as long as their amounts, no text
//! runs out of the drawing, and none of it was made for one proposal.

#[cfg(test)]
mod charts {
    mod adds_up;
    mod exclusief;
    mod given;
    mod lengths;
    mod overlap;
    mod same_amounts;
    mod sentences;
    #[path = "../support/sentences.rs"]
    mod short;
    mod words;
    mod years;
}
