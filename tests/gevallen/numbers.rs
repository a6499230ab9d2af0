//! Numbers that are too large, too long or no numbers: a melding that says what is possible, never a panic,
//! never another value.

use bijdragewijzer::document::{Tree, object, parse};
use bijdragewijzer::export;
use bijdragewijzer::model::bereken;
use bijdragewijzer::publicatie::{Publicatie, standaard};
use bijdragewijzer::scenario::{Controle, controleer};
use bijdragewijzer::view::texts::melding_text;

/// Where an amount can stand, with the lowest that is possible there.
#[derive(Clone, Copy, Debug)]
enum Place {
    Reservering,
    Bijdrage,
}

fn scenario(place: Place, amount: Tree) -> Tree {
    let (name, value) = match place {
        Place::Reservering => ("financiering", object([("reservering", Some(amount))])),
        Place::Bijdrage => {
            let own = object([
                ("deelnemer", Some("zwolle".into())),
                ("jaar", Some(Tree::Whole(2022))),
                ("bedrag", Some(amount)),
                ("soort", Some("zonder_voorstel".into())),
            ]);
            ("bijdragen", Tree::List(vec![own]))
        }
    };
    object([("versie", Some(Tree::Whole(1))), (name, Some(value))])
}

fn checked(publicatie: &Publicatie, place: Place, amount: &str) -> Controle {
    controleer(publicatie, &scenario(place, amount.into()))
}

fn long(digit: &str) -> String {
    digit.repeat(300)
}

#[test]
fn a_number_too_large_names_the_largest_that_is_possible() {
    let publicatie = standaard().unwrap();
    let large = [
        "79228162514264337593543950335".to_owned(),
        "79228162514264337593543950336".to_owned(),
        "340282366920938463463374607431768211456".to_owned(),
        "10000000000.01".to_owned(),
        "999999999999.99".to_owned(),
        "10000000000000000000.00".to_owned(),
        long("9"),
        long("1"),
        "1".to_owned() + &"0".repeat(28),
    ];
    for amount in large {
        for (place, lowest) in [(Place::Reservering, "0"), (Place::Bijdrage, "−10 miljard")] {
            let controle = checked(&publicatie, place, &amount);
            assert!(controle.scenario.is_none(), "{amount}");
            assert_eq!(controle.meldingen.len(), 1, "{amount}: {:?}", controle.meldingen);
            let text = melding_text(&controle.meldingen[0]);
            let remedy = format!("Kies een getal van {lowest} tot en met 10 miljard.");
            assert!(text.ends_with(&remedy), "{text}");
        }
    }
}

#[test]
fn more_decimals_than_cents_are_refused_not_rounded() {
    let publicatie = standaard().unwrap();
    let small = [
        "0.001".to_owned(),
        "0.005".to_owned(),
        format!("0.{}", "1".repeat(40)),
        format!("5.{}1", "0".repeat(300)),
    ];
    for amount in small {
        let controle = checked(&publicatie, Place::Reservering, &amount);
        let texts: Vec<String> = controle.meldingen.iter().map(melding_text).collect();
        assert!(
            texts.len() == 1 && texts[0].ends_with("Schrijf hoogstens 2 decimalen."),
            "{texts:?}"
        );
    }
}

#[test]
fn what_is_no_number_is_never_taken_for_one() {
    let publicatie = standaard().unwrap();
    for amount in [
        "7.9e27",
        "7,9e27",
        "1e99999",
        "1E5",
        "NaN",
        "nan",
        "Infinity",
        "-Infinity",
        "0x10",
        "1_000",
        "",
        " ",
        "-",
        "--1",
        "1 000",
        "1\u{a0}000",
        "1.000.000",
        "€ 1",
        "½",
        "１",
        "1\u{0}",
        "+5",
    ] {
        for place in [Place::Reservering, Place::Bijdrage] {
            let controle = checked(&publicatie, place, amount);
            let codes: Vec<&str> = controle.meldingen.iter().map(|it| it.code.text()).collect();
            assert_eq!(codes, ["F110"], "{amount:?}");
            assert!(melding_text(&controle.meldingen[0]).contains("bijvoorbeeld 750000.00"));
        }
    }
}

#[test]
fn a_number_without_quotes_is_refused_however_it_is_written() {
    let publicatie = standaard().unwrap();
    for number in ["750000", "750000.00", "7.9e27", "79228162514264337593543950336", "-0", "1e308"]
    {
        let text = format!(r#"{{"versie":1,"financiering":{{"reservering":{number}}}}}"#);
        let controle = controleer(&publicatie, &parse(text.as_bytes()).unwrap());
        let found: Vec<_> =
            controle.meldingen.iter().map(|it| (it.code.text(), it.pad.as_str())).collect();
        assert_eq!(found, [("F104", "$.financiering.reservering")], "{number}");
    }
}

#[test]
fn minus_nothing_is_nothing() {
    let publicatie = standaard().unwrap();
    for amount in ["-0", "-0.00", "0", "0.00", "000"] {
        let controle = checked(&publicatie, Place::Reservering, amount);
        assert_eq!(controle.meldingen, [], "{amount}");
        let written = controle.input.document().to_json();
        assert!(written.contains(r#""reservering":"0.00""#), "{amount}: {written}");
    }
}

/// The largest amounts in every place at once are computed, and come out exactly.
#[test]
fn the_largest_amounts_are_computed_exactly() {
    let publicatie = standaard().unwrap();
    for (amount, nieuw) in
        [("10000000000", "9999050000.00"), ("-10000000000.00", "-10000950000.00")]
    {
        let text = format!(
            r#"{{"versie":1,"sleutel":{{"alle":"eigen","gewichten":[{{"deelnemer":"zwolle","waarde":"10000000000"}}]}},
            "bijdragen":[{{"deelnemer":"zwolle","jaar":2022,"bedrag":"{amount}","soort":"zonder_voorstel"}}]}}"#
        );
        let controle = controleer(&publicatie, &parse(text.as_bytes()).unwrap());
        let outcome = bereken(&publicatie, &controle.scenario.unwrap());
        let json = export::uitkomst(&outcome).to_json();
        assert!(json.contains(&format!(r#""nieuw":"{nieuw}""#)), "{amount}");
    }
}
