//! A pasted key is a proposal: every row has its word, and nothing is taken over.

use bijdragewijzer::formula::Id;
use bijdragewijzer::publicatie::{self, Publicatie};
use bijdragewijzer::scenario::plakken::{PlakRegel, Plaksel, cellen, plaksel};
use bijdragewijzer::units::Eenheid;
use bijdragewijzer::units::lezen::{Reden, Veld};
use bijdragewijzer::view::lezing::{plaksel_text, regel_text};
use proptest::prelude::*;
use proptest::sample::select;
use rust_decimal::Decimal;

use super::support::holds;

fn standaard() -> Publicatie {
    publicatie::standaard().unwrap()
}

fn pasted(text: &str) -> Plaksel {
    plaksel(&standaard(), text, &Veld::gewicht(), None)
}

/// The rows in short: `zwolle 2088582`, `leeg`.
pub(crate) fn short(plaksel: &Plaksel) -> Vec<String> {
    let short = |regel: &PlakRegel| match regel {
        PlakRegel::Kop => "kop".to_owned(),
        PlakRegel::Leeg => "leeg".to_owned(),
        PlakRegel::Totaal(None) => "totaal".to_owned(),
        PlakRegel::Totaal(Some(total)) => format!("totaal {}", total.normalize()),
        PlakRegel::Gevonden(id, bedrag) => format!("{id} {}", bedrag.normalize()),
        PlakRegel::Onbekend(name) => format!("onbekend {name}"),
        PlakRegel::Meerduidig(name) => format!("meerduidig {name}"),
        PlakRegel::Dubbel(id) => format!("dubbel {id}"),
        PlakRegel::ZonderBedrag(id) => format!("{id} zonder bedrag"),
        PlakRegel::Vraag(id, [first, second]) => {
            format!("{id} vraag {} of {}", first.getal, second.getal)
        }
        PlakRegel::Onleesbaar(id, fout) => format!("{id} {:?}", fout.reden),
    };
    plaksel.regels.iter().map(|(_, regel)| short(regel)).collect()
}

/// The key that most will paste: a column of names and a column of bijdragen, with all that comes along. A
/// spreadsheet ends its lines with two signs; the checkout does not keep those.
fn eigen_sleutel() -> Plaksel {
    pasted(&include_str!("eigen-sleutel.csv").replace('\n', "\r\n"))
}

#[test]
fn a_key_from_a_spreadsheet_is_matched_name_by_name() {
    let plaksel = eigen_sleutel();
    assert_eq!(
        short(&plaksel),
        [
            "kop",
            "drents-overijsselse-delta 2459329",
            "rijn-en-ijssel 2611958",
            "vallei-en-veluwe 4049485",
            "vechtstromen 3135501",
            "zuiderzeeland 1592442",
            "bunschoten 324946",
            "dalfsen 466380",
            "dronten 627873",
            "leusden 482123",
            "nijkerk 680708",
            "zwolle 2088582",
            "leeg",
            "totaal 18519327",
            "onbekend Heerenveen",
        ]
    );
    assert_eq!(plaksel.som().to_string(), "18519327.00");
    assert!(plaksel.ontbreekt.is_empty());
    assert_eq!(plaksel.kolommen, [(1, "Bijdrage 2019".to_owned())]);
}

#[test]
fn what_is_said_about_it_names_the_row_and_the_reason() {
    let (publicatie, veld) = (standaard(), Veld::gewicht());
    let plaksel = eigen_sleutel();
    let said = plaksel
        .regels
        .iter()
        .filter_map(|(nummer, regel)| regel_text(&publicatie, &plaksel, &veld, *nummer, regel));
    assert_eq!(
        said.collect::<Vec<_>>(),
        [
            "Regel 1 is de kop.",
            "Regel 13 is leeg.",
            "Regel 14 is een totaal en geen deelnemer. De gevonden regels tellen ook op tot 18.519.327,00.",
            "Regel 15: “Heerenveen” is geen deelnemer.",
        ]
    );
    assert_eq!(
        plaksel_text(&publicatie, &plaksel),
        "11 van de 11 deelnemers gevonden. Er is nog niets overgenomen."
    );
}

#[test]
fn the_same_key_is_read_from_a_table_a_memo_and_a_pdf() {
    for (between, end) in [("\t", "\r\n"), ("\t", "\n"), (";", "\r"), (" ", "\n"), (", ", "\r\n")] {
        let text =
            format!("Vechtstromen{between}3.135.501{end}Rijn en IJssel{between}€ 2.611.958{end}");
        assert_eq!(
            short(&pasted(&text)),
            ["vechtstromen 3135501", "rijn-en-ijssel 2611958"],
            "{text:?}"
        );
    }
    // Columns before the name and empty cells behind the amount.
    let text = "nr\tNaam\tGewicht\t\n1\tZwolle\t5\t\n2\tDalfsen\t7\t\n";
    assert_eq!(
        short(&plaksel(&standaard(), text, &Veld::gewicht(), Some(2))),
        ["kop", "zwolle 5", "dalfsen 7"]
    );
}

#[test]
fn with_more_than_one_column_of_amounts_the_column_is_asked() {
    let publicatie = standaard();
    let text = "Deelnemer;2018;2019\nZwolle;1.900.000;2.088.582\nDalfsen;422.609;466.380";
    let open = plaksel(&publicatie, text, &Veld::gewicht(), None);
    assert_eq!((open.kolom, open.regels.len()), (None, 0));
    assert_eq!(
        plaksel_text(&publicatie, &open),
        "Er zijn 2 kolommen met getallen: “2018”, “2019”. Kies er een."
    );
    let chosen = plaksel(&publicatie, text, &Veld::gewicht(), Some(2));
    assert_eq!(short(&chosen), ["kop", "zwolle 2088582", "dalfsen 466380"]);
}

#[test]
fn rows_that_do_not_read_are_told_and_not_filled_in() {
    let text = "Zwolle;abc\nDalfsen;\nLeusden;1,234\nDronten;-5\nNijkerk;12,345.6,7\nBunschoten;5\ngemeente Bunschoten;6\n;9\nTotaal;n.v.t.";
    let plaksel = pasted(text);
    assert_eq!(
        short(&plaksel),
        [
            "zwolle Woord(\"abc\")",
            "dalfsen zonder bedrag",
            "leusden vraag 1234 of 1.234",
            "dronten TeLaag(Aantal)",
            "nijkerk Groepen",
            "dubbel bunschoten",
            "dubbel bunschoten",
            "onbekend ",
            "totaal",
        ]
    );
    assert_eq!(plaksel.gevonden().count(), 0);
    // A row without an amount, without a name, or of a total leaves nothing to ask.
    let unclear: Vec<usize> = plaksel
        .regels
        .iter()
        .filter(|(_, regel)| regel.is_unclear())
        .map(|(place, _)| *place)
        .collect();
    assert_eq!(unclear, [1, 3, 4, 5, 6, 7]);
    let (publicatie, veld) = (standaard(), Veld::gewicht());
    let said = plaksel
        .regels
        .iter()
        .filter_map(|(nummer, regel)| regel_text(&publicatie, &plaksel, &veld, *nummer, regel));
    assert_eq!(
        said.collect::<Vec<_>>(),
        [
            "Regel 1, Zwolle: “abc” hoort niet in een gewicht. Typ alleen een gewicht, bijvoorbeeld 2.088.582. Mogelijk is 0 tot en met 10.000.000.000.",
            "Regel 2: Dalfsen heeft geen bedrag.",
            "Regel 3, Leusden: Bedoelt u 1.234? Typ 1.234,00 of 1,23.",
            "Regel 4, Dronten: Dit gewicht is te laag. Mogelijk is 0 tot en met 10.000.000.000.",
            "Regel 5, Nijkerk: De punt, komma of spatie op plaats 7 past niet in een getal. Typ het getal als 1.234.567,89 of zonder punten.",
            "Regel 6: Bunschoten staat er meer dan één keer.",
            "Regel 7: Bunschoten staat er meer dan één keer.",
            "Regel 8 heeft geen naam.",
            "Regel 9 is een totaal en geen deelnemer.",
        ]
    );
}

#[test]
fn a_total_that_differs_from_the_rows_says_so() {
    let plaksel = pasted("Zwolle;5\nDalfsen;7,50\nTotaal;13");
    let (nummer, regel) = plaksel.regels.last().unwrap();
    let said = regel_text(&standaard(), &plaksel, &Veld::gewicht(), *nummer, regel).unwrap();
    assert_eq!(
        said,
        "Regel 3 is een totaal en geen deelnemer. De gevonden regels tellen op tot 12,50."
    );
    let missing = plaksel_text(&standaard(), &plaksel);
    assert!(missing.starts_with("2 van de 11 deelnemers gevonden."), "{missing}");
    assert!(
        missing.contains("Niet in de tabel: Drents Overijsselse Delta, Rijn en IJssel,"),
        "{missing}"
    );
}

#[test]
fn no_pasted_text_panics_and_every_row_is_accounted_for() {
    let publicatie = standaard();
    let pieces = [
        "Zwolle",
        "gemeente ",
        "Dalfsen",
        "Totaal",
        "Deelnemer",
        "\t",
        ";",
        "\n",
        "\r\n",
        "\"",
        "1.234",
        "1,234",
        "5",
        "-",
        "€ ",
        " ",
        "x",
        "é",
        "\u{202e}",
    ];
    let text =
        prop::collection::vec(select(pieces.to_vec()), 0..24).prop_map(|pieces| pieces.concat());
    holds((text, any::<bool>()), |(text, choose)| {
        let plaksel = plaksel(&publicatie, &text, &Veld::gewicht(), choose.then_some(1));
        if plaksel.kolom.is_some() {
            prop_assert_eq!(plaksel.regels.len(), cellen(&text).len());
        }
        let mut found: Vec<&Id> = plaksel.gevonden().map(|(id, _)| id).collect();
        let count = found.len();
        found.sort();
        found.dedup();
        prop_assert_eq!(found.len(), count, "a deelnemer twice in {:?}", text);
        prop_assert!(found.iter().all(|id| !plaksel.ontbreekt.contains(id)));
        Ok(())
    });
}

#[test]
fn an_amount_that_is_negative_stays_negative_where_the_field_takes_it() {
    let found = plaksel(&standaard(), "Zwolle;(107.139,58)\nDalfsen;−5", &Veld::bedrag(), None);
    let amounts: Vec<Decimal> = found
        .regels
        .iter()
        .map(|(_, regel)| match regel {
            PlakRegel::Gevonden(_, bedrag) => *bedrag,
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(amounts, [Decimal::new(-10_713_958, 2), Decimal::from(-5)]);
    let refused = pasted("Zwolle;(107.139,58)");
    let PlakRegel::Onleesbaar(_, fout) = &refused.regels[0].1 else { panic!("{refused:?}") };
    assert_eq!(fout.reden, Reden::TeLaag(Eenheid::Aantal));
}
