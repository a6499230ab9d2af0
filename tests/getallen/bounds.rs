//! A field takes exactly what a document may say: a typed value is never refused afterwards.

use bijdragewijzer::document::{Pad, Reader, Tree};
use bijdragewijzer::units::Breuk;
use bijdragewijzer::units::lezen::{Lezing, lees};

use super::support::veld;

/// What a document makes of a number.
fn in_document(name: &str, text: &str) -> Option<Breuk> {
    let (mut reader, tree, pad) = (Reader::default(), Tree::from(text), Pad::ROOT);
    let value = match name {
        "bedrag" => reader.euro(&tree, &pad).map(|euro| euro.breuk()),
        "bedrag vanaf nul" => reader.euro_from_zero(&tree, &pad).map(|euro| euro.breuk()),
        "gewicht" => reader.gewicht(&tree, &pad).map(|euro| euro.breuk()),
        "aantal" => reader.aantal(&tree, &pad).map(Breuk::from_decimal),
        "aandeel" => reader.aandeel(&tree, &pad).map(Breuk::from_decimal),
        "index" => reader.index(&tree, &pad).map(Breuk::from_decimal),
        _ => panic!("{name}"),
    };
    value.filter(|_| reader.meldingen.close().is_empty())
}

/// What a field makes of the same number, typed as it is typed there.
fn in_field(name: &str, typed: &str) -> Option<Breuk> {
    match lees(typed, &veld(name)) {
        Lezing::Waarde(waarde) => Some(Breuk::from_decimal(waarde.getal)),
        _ => None,
    }
}

#[test]
fn a_field_and_a_document_have_the_same_bounds() {
    for (name, in_a_document, typed, taken) in [
        ("bedrag", "10000000000", "10.000.000.000", true),
        ("bedrag", "10000000000.01", "10.000.000.000,01", false),
        ("bedrag", "-10000000000.00", "−10.000.000.000,00", true),
        ("bedrag", "-10000000000.01", "−10.000.000.000,01", false),
        ("bedrag", "0.01", "0,01", true),
        ("bedrag", "0.001", "0,001", false),
        ("bedrag vanaf nul", "0", "0", true),
        ("bedrag vanaf nul", "-0.01", "-0,01", false),
        ("bedrag vanaf nul", "10000000000", "10 miljard", true),
        ("bedrag vanaf nul", "10000000000.01", "10.000.000.000,01", false),
        ("gewicht", "10000000000", "10.000.000.000", true),
        ("gewicht", "10000000000.01", "10.000.000.000,01", false),
        ("gewicht", "-0.01", "-0,01", false),
        ("gewicht", "0.25", "0,25", true),
        ("gewicht", "0.255", "0,255", false),
        ("aantal", "100000000", "100.000.000", true),
        ("aantal", "100000001", "100.000.001", false),
        ("aantal", "-1", "-1", false),
        ("aantal", "0.5", "0,5", false),
        ("aandeel", "1", "100%", true),
        ("aandeel", "1.0001", "100,01%", false),
        ("aandeel", "0.0001", "0,01%", true),
        ("aandeel", "0.00001", "0,001%", false),
        ("aandeel", "-0.0001", "-0,01%", false),
        ("index", "-1", "-100%", true),
        ("index", "-1.0001", "-100,01%", false),
        ("index", "1", "100%", true),
        ("index", "1.0001", "100,01%", false),
    ] {
        let (document, field) = (in_document(name, in_a_document), in_field(name, typed));
        assert_eq!(document, field, "{name} {typed}");
        assert_eq!(field.is_some(), taken, "{name} {typed}");
    }
}
