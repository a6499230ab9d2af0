//! Cells in a pasted text: where they end, and what quotes hold together.

use bijdragewijzer::scenario::plakken::cellen;
use proptest::prelude::*;
use proptest::sample::select;

use super::support::holds;

#[test]
fn quotes_hold_what_would_divide_cells() {
    for (text, expected) in [
        ("\"a;b\";c", vec![vec!["a;b", "c"]]),
        ("\"a\"\"b\";\"\"", vec![vec!["a\"b", ""]]),
        ("\"a\r\nb\";c\r\nd", vec![vec!["a\r\nb", "c"], vec!["d"]]),
        ("5\" buis;c", vec![vec!["5\" buis", "c"]]),
        ("\"open;c\nd", vec![vec!["\"open", "c"], vec!["d"]]),
        ("a\tb;c", vec![vec!["a", "b;c"]]),
        ("a;;\n;\n", vec![vec!["a", "", ""], vec!["", ""]]),
        ("\u{feff}", vec![]),
        ("", vec![]),
        ("\n", vec![vec![""]]),
    ] {
        assert_eq!(cellen(text), expected, "{text:?}");
    }
}

#[test]
fn cells_come_back_as_they_were_written() {
    let sign = select("ab1 \t;\"\r\n,é.".chars().collect::<Vec<_>>());
    let cell =
        prop::collection::vec(sign, 0..6).prop_map(|signs| signs.into_iter().collect::<String>());
    let rows = prop::collection::vec(prop::collection::vec(cell, 2..4), 1..5);
    holds(rows, |rows| {
        let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
        let lines = rows.iter().map(|row| row.iter().map(quoted).collect::<Vec<_>>().join("\t"));
        prop_assert_eq!(cellen(&lines.collect::<Vec<_>>().join("\r\n")), rows);
        Ok(())
    });
}
