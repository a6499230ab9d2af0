//! Every spelling has the value that a person means by it.

use bijdragewijzer::units::lezen::{Lezing, Reden, Waarde, lees};
use rust_decimal::Decimal;

use super::support::{rows, veld};

/// An outcome as the table writes it: `750000`, `leeg`, `vraag 1234 of 1.234`, `fout Teken('x') op 4`. A
/// share that was typed in a field for a count ends in `van het geheel`.
fn written(lezing: &Lezing, share_in_count: bool) -> String {
    let number = |waarde: Waarde| {
        let of = if share_in_count { " van het geheel" } else { "" };
        format!("{}{of}", waarde.getal.normalize())
    };
    match lezing {
        Lezing::Leeg => "leeg".to_owned(),
        Lezing::Waarde(waarde) => number(*waarde),
        Lezing::Vraag([first, second]) => {
            format!("vraag {} of {}", number(*first), number(*second))
        }
        Lezing::Onleesbaar(fout) => format!("fout {:?} op {}", fout.reden, fout.plaats),
    }
}

fn compare(table: &str, least: usize) {
    let mut problems = Vec::new();
    let rows = rows(table);
    for row in &rows {
        let [name, text, expected, ..] = &row[..] else { panic!("a row of three cells: {row:?}") };
        let lezing = lees(text, &veld(name));
        let share = matches!(lezing, Lezing::Waarde(it) if it.eenheid != veld(name).eenheid);
        let found = written(&lezing, share);
        if found != *expected {
            problems.push(format!("{name} {text:?}: {found}, not {expected}"));
        }
    }
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
    assert!(rows.len() >= least, "the table {table} was not read whole");
}

#[test]
fn every_spelling_has_its_value() {
    compare("schrijfwijzen.tsv", 90);
}

#[test]
fn what_is_pasted_from_a_spreadsheet_a_memo_or_a_pdf_has_its_value() {
    compare("geplakt.tsv", 40);
}

#[test]
fn what_cannot_be_read_is_refused_with_its_place() {
    compare("geweigerd.tsv", 60);
}

#[test]
fn every_width_of_space_separates_thousands() {
    let mut widths = 0;
    for code in (0..=0x3000).filter(|code| !(0x09..=0x0d).contains(code)) {
        let Some(space) = char::from_u32(code).filter(|sign| sign.is_whitespace()) else {
            continue;
        };
        if matches!(code, 0x85 | 0x2028 | 0x2029) {
            continue;
        }
        widths += 1;
        let text = format!("€{space}1{space}234{space}567,89{space}");
        assert_eq!(written(&lees(&text, &veld("bedrag")), false), "1234567.89", "U+{code:04X}");
    }
    assert!(widths >= 16, "{widths} widths of space were tried");
}

/// A count typed key by key: at no moment does it read as a number of another size than its digits say.
#[test]
fn a_number_that_is_being_typed_never_jumps() {
    let amount = veld("bedrag");
    for (text, states) in [
        ("10,50", ["1", "10", "10", "10.5", "10.5"].as_slice()),
        ("-5", &["fout", "-5"]),
        ("13.500", &["1", "13", "13", "13.5", "13.5", "13500"]),
        ("1,234", &["1", "1", "1.2", "1.23", "vraag"]),
    ] {
        for (length, expected) in (1..).zip(states) {
            let found = written(&lees(&text[..length], &amount), false);
            let found = found.split(' ').next().unwrap();
            assert_eq!(found, *expected, "{}", &text[..length]);
        }
    }
}

#[test]
fn a_refused_text_leaves_no_trace() {
    let amount = veld("bedrag");
    let long = "1".repeat(256);
    let decimals = format!("0,{}", "7".repeat(40));
    for text in ["7,9e27", "1e99999", &long, &decimals, "NaN", "Infinity", "999.999.999.999,99"] {
        assert!(matches!(lees(text, &amount), Lezing::Onleesbaar(_)), "{text}");
        let after =
            Lezing::Waarde(Waarde { getal: Decimal::from(750_000), eenheid: amount.eenheid });
        assert_eq!(lees("750.000", &amount), after);
    }
    let Lezing::Onleesbaar(fout) = lees(&decimals, &amount) else { panic!("{decimals}") };
    assert_eq!(fout.reden, Reden::TeVeelDecimalen(40));
}

#[test]
fn minus_zero_is_zero() {
    for text in ["-0", "−0,00", "(0)", "0-", "-0%"] {
        for name in ["bedrag", "index"] {
            if let Lezing::Waarde(waarde) = lees(text, &veld(name)) {
                assert!(waarde.getal.is_zero() && waarde.getal.is_sign_positive(), "{text}");
            }
        }
    }
    assert_eq!(written(&lees("-0", &veld("bedrag vanaf nul")), false), "0");
}
