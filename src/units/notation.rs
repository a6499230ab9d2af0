//! How people write numbers: € 1.234.567,89 · 12,5%. Only for showing; nothing shown is computed with.

use std::fmt;

use rust_decimal::Decimal;

use super::{Breuk, Eenheid, Euro};

/// The minus sign of running text. Spreadsheets do not read it: files use the ASCII hyphen.
pub const MINUS: char = '\u{2212}';

/// The space that keeps a sign and its amount on one line.
pub const NO_BREAK_SPACE: char = '\u{a0}';

/// A decimal with points between thousands and a decimal comma, in at least `decimals` places.
pub fn getal(decimal: Decimal, decimals: u32) -> String {
    let decimal = decimal.normalize();
    let text = decimal.abs().to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let mut out = String::new();
    if decimal.is_sign_negative() && !decimal.is_zero() {
        out.push(MINUS);
    }
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    let places = usize::try_from(decimals).unwrap_or(0).max(fraction.len());
    if places > 0 {
        out.push(',');
        out.push_str(fraction);
        out.extend(std::iter::repeat_n('0', places - fraction.len()));
    }
    out
}

/// An amount to the cent without a sign for euro: `−107.139,58`.
pub fn centen(euro: Euro) -> String {
    decimal(euro.breuk(), 2).map_or_else(|| euro.to_string(), |decimal| getal(decimal, 2))
}

/// An amount in whole euros, half away from zero: `−107.140`.
pub fn heel(euro: Euro) -> String {
    decimal(euro.breuk(), 0).map_or_else(|| euro.to_string(), |decimal| getal(decimal, 0))
}

/// A written number with a sign before it. Nothing has no sign, in however many places it is written.
pub fn signed(sign: impl fmt::Display, written: &str) -> String {
    let nothing = written.bytes().all(|byte| matches!(byte, b'0' | b',' | b'.' | b'%'));
    if nothing { written.to_owned() } else { format!("{sign}{written}") }
}

/// In a sentence, without sign: `€ 107.140`. The direction is said in words.
pub fn in_sentence(euro: Euro) -> String {
    let whole = heel(euro.abs());
    // Less than half a euro is not nothing.
    let amount = if whole == "0" && euro != Euro::NUL { centen(euro.abs()) } else { whole };
    format!("€{NO_BREAK_SPACE}{amount}")
}

/// In a sum, with its sign: `− € 191.723,46`, `+ € 84.583,88`, `€ 0,00`.
pub fn in_sum(euro: Euro) -> String {
    let amount = format!("€{NO_BREAK_SPACE}{}", centen(euro.abs()));
    match euro.cents().signum() {
        -1 => format!("{MINUS}{NO_BREAK_SPACE}{amount}"),
        1 => format!("+{NO_BREAK_SPACE}{amount}"),
        _ => amount,
    }
}

/// A written number as a difference: `− 107.140`, `+ 6.898`, `− 5,1%`, `0`.
pub fn as_difference(written: &str) -> String {
    match written.strip_prefix(MINUS) {
        Some(size) => format!("{MINUS}{NO_BREAK_SPACE}{size}"),
        None => signed(format_args!("+{NO_BREAK_SPACE}"), written),
    }
}

/// `deel` as a percentage of `geheel`, one decimal: `5,1%`. Nothing where there is nothing to divide by.
pub fn percentage(deel: Euro, geheel: Euro) -> Option<String> {
    let hundred = Breuk::whole(100);
    let ratio = (deel.breuk() * hundred).checked_div(geheel.breuk())?;
    decimal(ratio, 1).map(|decimal| format!("{}%", getal(decimal, 1)))
}

/// A value with the sign of its unit, where it has one: `€ 5.200.000,00`, `− € 12,50`, `90.000`.
pub fn with_unit(breuk: Breuk, eenheid: Eenheid) -> String {
    let value = waarde(breuk, eenheid);
    match (eenheid, value.strip_prefix(MINUS)) {
        (Eenheid::Euro, Some(value)) => format!("{MINUS}{NO_BREAK_SPACE}€{NO_BREAK_SPACE}{value}"),
        (Eenheid::Euro, None) => format!("€{NO_BREAK_SPACE}{value}"),
        _ => value,
    }
}

/// A value as people write it: a share in percent, `5%`, and the rest with the sign of its unit.
pub fn as_written(breuk: Breuk, eenheid: Eenheid) -> String {
    match eenheid {
        Eenheid::Aandeel => format!("{}%", waarde(breuk * Breuk::whole(100), eenheid)),
        _ => with_unit(breuk, eenheid),
    }
}

/// Names in a sentence: `A`, `A en B`, `A, B en C`.
pub fn enumerated<S: AsRef<str>>(names: &[S]) -> String {
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    match &*names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} en {last}", first.join(", ")),
    }
}

/// A value of a formula, exact: amounts to the cent, counts and shares as they are.
pub fn waarde(breuk: Breuk, eenheid: Eenheid) -> String {
    let places = if eenheid == Eenheid::Euro { 2 } else { 0 };
    breuk
        .exact_decimal(28)
        .or_else(|| breuk.rounded_decimal(6))
        .map_or_else(|| breuk.to_hundredths().to_string(), |decimal| getal(decimal, places))
}

fn decimal(breuk: Breuk, decimals: u32) -> Option<Decimal> {
    breuk.rounded_decimal(decimals)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_listed_and_shares_are_written_as_in_a_sentence() {
        for (names, listed) in
            [(&[][..], ""), (&["A"], "A"), (&["A", "B"], "A en B"), (&["A", "B", "C"], "A, B en C")]
        {
            assert_eq!(enumerated(names), listed);
        }
        let quarter = Breuk::from_decimal("0.2522".parse().unwrap());
        assert_eq!(as_written(quarter, Eenheid::Aandeel), "25,22%");
        assert_eq!(as_written(Breuk::whole(5), Eenheid::Euro), "€\u{a0}5,00");
    }

    #[test]
    fn amounts_read_as_dutch_officials_write_them() {
        for (cents, exact, whole) in [
            (-10_713_958, "−107.139,58", "−107.140"),
            (0, "0,00", "0"),
            (-40, "−0,40", "0"),
            (123, "1,23", "1"),
            (100_000, "1.000,00", "1.000"),
            (123_456_789, "1.234.567,89", "1.234.568"),
        ] {
            assert_eq!(centen(Euro::from_cents(cents)), exact);
            assert_eq!(heel(Euro::from_cents(cents)), whole);
        }
        assert_eq!(in_sum(Euro::from_cents(8_458_388)), "+\u{a0}€\u{a0}84.583,88");
        assert_eq!(in_sum(Euro::from_cents(-1)), "−\u{a0}€\u{a0}0,01");
        assert_eq!(in_sentence(Euro::from_cents(-10_713_958)), "€\u{a0}107.140");
        for (written, difference) in
            [("−5,1%", "−\u{a0}5,1%"), ("6.898", "+\u{a0}6.898"), ("0", "0"), ("0,0%", "0,0%")]
        {
            assert_eq!(as_difference(written), difference);
        }
    }

    #[test]
    fn nothing_has_no_sign() {
        for written in ["0", "0,0", "0,00", "0,000000", "0,0%"] {
            assert_eq!(signed(MINUS, written), written);
        }
        for written in ["0,01", "10", "0,01%", "onbekend", "(0,00 − 1,00)"] {
            assert_eq!(signed(MINUS, written), format!("−{written}"));
        }
        assert_eq!(getal("-0.00".parse().unwrap(), 2), "0,00");
        let tiny = Breuk::whole(-1).checked_div(Breuk::whole(3_000_000_000)).unwrap();
        for eenheid in [Eenheid::Euro, Eenheid::Aantal, Eenheid::Aandeel] {
            assert!(!waarde(tiny, eenheid).contains(MINUS), "{eenheid:?}");
        }
        assert_eq!(percentage(Euro::from_cents(-1), Euro::from_cents(1_000_000)).unwrap(), "0,0%");
    }

    #[test]
    fn a_share_of_nothing_is_not_a_percentage() {
        let (deel, geheel) = (Euro::from_cents(-10_713_958), Euro::from_cents(208_858_200));
        assert_eq!(percentage(deel, geheel).as_deref(), Some("−5,1%"));
        assert_eq!(percentage(deel, Euro::NUL), None);
    }

    #[test]
    fn values_of_a_formula_are_shown_exactly() {
        let decimal = |text: &str| Breuk::from_decimal(text.parse().unwrap());
        assert_eq!(waarde(decimal("180000"), Eenheid::Euro), "180.000,00");
        assert_eq!(waarde(decimal("1687.5"), Eenheid::Aantal), "1.687,5");
        assert_eq!(waarde(decimal("0.15"), Eenheid::Aandeel), "0,15");
        assert_eq!(with_unit(decimal("5200000"), Eenheid::Euro), "€\u{a0}5.200.000,00");
        assert_eq!(with_unit(decimal("-12.5"), Eenheid::Euro), "−\u{a0}€\u{a0}12,50");
        assert_eq!(with_unit(decimal("90000"), Eenheid::Aantal), "90.000");
    }
}
