//! What the laws and the readings share: random documents, a second model, exact arithmetic.

pub(crate) mod case;
pub(crate) mod corners;
pub(crate) mod dice;
pub(crate) mod exact;
pub(crate) mod figures;
pub(crate) mod json;
pub(crate) mod law;
pub(crate) mod merge;
pub(crate) mod oracle;
pub(crate) mod publicaties;
pub(crate) mod scenarios;
