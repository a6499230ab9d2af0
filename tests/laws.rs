//! What must always hold: laws over random publicaties and random scenarios on them.
//!
//! Each law is held against at least 2.000 cases (the division against 20.000), the same ones in every run.
//! `LAWS_TIMES=500 cargo test --release --test laws` tries 500 times as many.

#[cfg(test)]
#[path = "support/mod.rs"]
mod support;

#[cfg(test)]
#[path = "laws/baselines.rs"]
mod baselines;
#[cfg(test)]
#[path = "laws/bounds.rs"]
mod bounds;
#[cfg(test)]
#[path = "laws/conservation.rs"]
mod conservation;
#[cfg(test)]
#[path = "laws/costs.rs"]
mod costs;
#[cfg(test)]
#[path = "laws/division.rs"]
mod division;
#[cfg(test)]
#[path = "laws/hostile.rs"]
mod hostile;
#[cfg(test)]
#[path = "laws/independent.rs"]
mod independent;
#[cfg(test)]
#[path = "laws/minus_nul.rs"]
mod minus_nul;
#[cfg(test)]
#[path = "laws/order.rs"]
mod order;
#[cfg(test)]
#[path = "laws/round_trips.rs"]
mod round_trips;
#[cfg(test)]
#[path = "laws/sums.rs"]
mod sums;
#[cfg(test)]
#[path = "laws/unknown.rs"]
mod unknown;
#[cfg(test)]
#[path = "laws/wild.rs"]
mod wild;
