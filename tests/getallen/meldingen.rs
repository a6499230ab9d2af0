//! What a field says, word for word: how a text was read, what is asked, and why it was refused.

use bijdragewijzer::units::lezen::{Lezing, Reden, Veld, lees};
use bijdragewijzer::view::lezing::{VeldMelding, gelezen_als, melding, row_melding, vraag};

use super::support::{rows, veld};

fn refused(veld: &Veld, text: &str) -> (Reden, VeldMelding) {
    match lees(text, veld) {
        Lezing::Onleesbaar(fout) => (fout.reden.clone(), melding("Veld", veld, &fout)),
        other => panic!("{text:?} is {other:?}"),
    }
}

/// No-break spaces as ordinary ones, as a person sees them.
fn seen(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

#[test]
fn every_reason_says_what_is_wrong_and_what_helps() {
    for row in rows("meldingen.tsv") {
        let [name, text, expected] = &row[..] else { panic!("three cells: {row:?}") };
        let (_, melding) = refused(&veld(name), text);
        assert_eq!(seen(&melding.text()), *expected, "{text:?}");
    }
}

/// The place of a reason in the list. The compiler asks for a new one here, and the next test for its text.
const fn place(reden: &Reden) -> usize {
    match reden {
        Reden::GeenCijfer => 0,
        Reden::Woord(_) => 1,
        Reden::Teken(_) => 2,
        Reden::AnderCijfer(_) => 3,
        Reden::Groepen => 4,
        Reden::MeerGetallen => 5,
        Reden::MeerCellen => 6,
        Reden::Minteken => 7,
        Reden::Haakje => 8,
        Reden::Wetenschappelijk => 9,
        Reden::Eenheid(_) => 10,
        Reden::TeVeelDecimalen(_) => 11,
        Reden::TeLaag(_) => 12,
        Reden::TeHoog(_) => 13,
    }
}

#[test]
fn the_table_has_every_reason() {
    let mut there = [false; 14];
    for row in rows("meldingen.tsv") {
        there[place(&refused(&veld(&row[0]), &row[1]).0)] = true;
    }
    assert_eq!(there, [true; 14]);
}

#[test]
fn cells_over_years_say_which_of_them_does_not_read() {
    for (cells, room, expected) in [
        (&["100", "200"][..], 5, None),
        (&["100"], 5, None),
        (&["100", "abc"], 1, None),
        (
            &["100", "abc", "300"],
            5,
            Some(
                "Veld: Cel 2 van 3: “abc” hoort niet in een aantal. Typ alleen een aantal, \
                 bijvoorbeeld 13.500. Mogelijk is 0 tot en met 100.000.000.",
            ),
        ),
        (
            &["100", "", "300"],
            5,
            Some("Veld: Cel 2 van 3 is leeg. Vul haar in, of plak de delen apart."),
        ),
        (
            &["100", "1,234"],
            5,
            Some(
                "Veld: Cel 2 van 2, “1,234”, kan 1.234 of 1,234 zijn. \
                 Zet er in het rekenblad één getal van.",
            ),
        ),
        (
            &["1", "2", "3", "4"],
            3,
            Some(
                "Veld: Dit zijn 4 cellen, en vanaf hier zijn er 3 jaren. \
                 Plak ze vanaf een eerder jaar, of plak er minder.",
            ),
        ),
    ] {
        let found = row_melding("Veld", &Veld::aantal(0), cells, room);
        assert_eq!(found.map(|it| seen(&it.text())).as_deref(), expected, "{cells:?}");
    }
}

#[test]
fn no_sentence_is_longer_than_fifteen_words() {
    for table in ["meldingen.tsv", "geweigerd.tsv"] {
        for row in rows(table) {
            let (_, melding) = refused(&veld(&row[0]), &row[1]);
            for text in [&melding.probleem, &melding.remedie] {
                assert!(text.ends_with('.'), "{text}");
                for sentence in seen(text).split(". ") {
                    let words = sentence.split_whitespace().count();
                    assert!(words <= 15, "{words} words: {sentence}");
                }
            }
        }
    }
}

#[test]
fn the_largest_amount_is_named_wherever_a_number_was_far_too_long() {
    let amount = Veld::bedrag();
    let (ones, decimals) = ("1".repeat(256), format!("0,{}", "3".repeat(40)));
    for text in [
        "79228162514264337593543950336",
        "7,9e27",
        "1e99999",
        &ones,
        &decimals,
        "NaN",
        "Infinity",
        "999.999.999.999,99",
    ] {
        let (_, melding) = refused(&amount, text);
        assert!(seen(&melding.remedie).contains("tot en met € 10.000.000.000,00."), "{melding:?}");
    }
}

#[test]
fn what_was_read_is_said_in_full() {
    for (name, text, expected) in [
        ("bedrag", "0,75 mln", "Gelezen als € 750.000,00"),
        ("bedrag", "10,50", "Gelezen als € 10,50"),
        ("bedrag", "2.088.582,50", "Gelezen als € 2.088.582,50"),
        ("bedrag", "(775.000)", "Gelezen als − € 775.000,00"),
        ("bedrag", "-0", "Gelezen als € 0,00"),
        ("aantal", "13,5 duizend", "Gelezen als 13.500"),
        ("gewicht", "€ 0,50", "Gelezen als 0,5"),
        ("aandeel", "60", "Gelezen als 60%"),
        ("index", "-1,25", "Gelezen als −1,25%"),
        ("omvang", "33,33 %", "Gelezen als 33,33%"),
        ("omvang", "33", "Gelezen als 33"),
    ] {
        let Lezing::Waarde(waarde) = lees(text, &veld(name)) else { panic!("{text}") };
        assert_eq!(seen(&gelezen_als(waarde)), expected);
    }
}

#[test]
fn a_question_writes_both_readings_out() {
    for (name, text, expected) in [
        (
            "bedrag",
            "1,234",
            "Veld: Bedoelt u € 1.234,00? “1,234” heeft te veel decimalen voor een bedrag.",
        ),
        (
            "bedrag",
            "-12,345",
            "Veld: Bedoelt u − € 12.345,00? “−12,345” heeft te veel decimalen voor een bedrag.",
        ),
        (
            "bedrag",
            "5.725 mln",
            "Veld: Bedoelt u € 5.725.000.000,00 of € 5.725.000,00? Kies er een, of typ 5.725.000.000,00.",
        ),
        (
            "aantal",
            "13,500",
            "Veld: Bedoelt u 13.500? “13,5” heeft te veel decimalen voor een aantal.",
        ),
        (
            "aandeel",
            "0,6",
            "Veld: Bedoelt u 0,6% of 60%? Kies er een, of typ het procentteken erbij.",
        ),
    ] {
        let veld = veld(name);
        let Lezing::Vraag(readings) = lees(text, &veld) else { panic!("{text}") };
        assert_eq!(seen(&vraag("Veld", &veld, readings).text()), expected);
    }
}
