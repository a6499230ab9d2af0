//! The default publicatie is complete: everything that the rekenmodel names is there with its value, its band,
//! its status and its herkomst, and nothing else. The check lists are typed from the description of the model
//! and the proposal, not from the publicatie; what is not known is a gap, and stays one.

#[cfg(test)]
#[path = "publicatie/facts.rs"]
mod facts;
#[cfg(test)]
#[path = "publicatie/herkomst.rs"]
mod herkomst;
#[cfg(test)]
#[path = "publicatie/lines.rs"]
mod lines;
#[cfg(test)]
#[path = "publicatie/proposal.rs"]
mod proposal;
