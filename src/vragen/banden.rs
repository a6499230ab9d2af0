//! Which bands count in corners and draws.

use crate::formula::{Leaf, Status};
use crate::scenario::Scenario;

/// The bands that count: those of the sources and of the user, and ours only when the user switched them on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Banden {
    /// Those with status bron, openbaar, afgeleid or eigen.
    ZonderAannamen,
    /// Those with status aanname too.
    MetAannamen,
}

impl Banden {
    /// What the scenario says of it.
    pub fn of(scenario: &Scenario) -> Self {
        if scenario.volledig().onzekerheid.aannamen == Some(true) {
            Self::MetAannamen
        } else {
            Self::ZonderAannamen
        }
    }

    /// Whether the value has a band that counts.
    pub fn counts(self, leaf: &Leaf) -> bool {
        let allowed = match leaf.status {
            Status::Bron | Status::Openbaar | Status::Afgeleid | Status::Eigen => true,
            Status::Aanname => self == Self::MetAannamen,
            Status::Onbekend => false,
        };
        allowed && leaf.waarde.is_some() && leaf.laag < leaf.hoog
    }
}
