//! How a field shows a value, and takes one.

use bijdragewijzer::units::lezen::{Veld, Waarde};
use bijdragewijzer::units::notation::getal;
use bijdragewijzer::units::{Eenheid, Euro};
use bijdragewijzer::view::share;
use rust_decimal::Decimal;

/// A value as it stands in a field.
pub(crate) fn shown(value: Option<Decimal>, veld: Veld, is_share: bool) -> String {
    let Some(value) = value else { return String::new() };
    match veld.eenheid {
        _ if is_share => share(value),
        Eenheid::Aandeel => share(value),
        Eenheid::Euro if !value.fract().is_zero() => getal(value, 2),
        Eenheid::Euro | Eenheid::Aantal => getal(value, 0),
    }
}

/// Whether a reading is a share in a field for a count.
pub(crate) fn is_share(veld: Veld, waarde: Waarde) -> bool {
    waarde.eenheid == Eenheid::Aandeel && veld.eenheid != Eenheid::Aandeel
}

/// An amount as the number in its field.
pub(crate) fn decimal(euro: Euro) -> Option<Decimal> {
    euro.breuk().exact_decimal(2)
}
