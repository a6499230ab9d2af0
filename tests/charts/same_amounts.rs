//! A picture says nothing that its table does not say, and leaves out no amount that it is about.

use bijdragewijzer::view::{Comparison, Measure, Shape};

use super::given::{Given, all, drawings, pictures};

fn table_texts(of: &Comparison) -> Vec<&str> {
    of.table.rows.iter().flat_map(|(_, cells)| cells).map(|cell| &*cell.text).collect()
}

#[test]
fn every_amount_in_a_picture_stands_in_its_table() {
    for given in all() {
        for (name, of) in given.comparisons() {
            let table = table_texts(&of);
            for (size, drawing) in drawings(pictures(&of)) {
                assert!(!drawing.amounts().is_empty(), "{name}, {size} says nothing");
                for amount in drawing.amounts() {
                    assert!(table.contains(&amount), "{name}, {size}: {amount} in {table:?}");
                }
            }
        }
    }
}

#[test]
fn no_text_with_a_number_escapes_the_table_by_calling_itself_a_name() {
    for given in all() {
        let mut known: Vec<String> = given.uitkomst.jaren.iter().map(ToString::to_string).collect();
        known.extend(given.publicatie.varianten.iter().map(|it| it.naam.clone()));
        // Nought of a scale.
        known.push("0".to_owned());
        for (name, of) in given.comparisons() {
            let texts = pictures(&of).wide.shapes.iter().filter_map(|shape| match shape {
                Shape::Text(label) => Some(label),
                _ => None,
            });
            let in_table = |text: &str| of.table.rows.iter().any(|(row, _)| row.contains(text));
            for label in texts.filter(|it| it.text.contains(|sign: char| sign.is_ascii_digit())) {
                let amount = pictures(&of).wide.amounts().contains(&&*label.text);
                let text = label.text.trim_end_matches(" (gekozen)");
                let known = known.iter().any(|it| it == text) || in_table(text);
                assert!(amount || known, "{name}: {text}");
            }
        }
    }
}

#[test]
fn a_waterfall_says_its_whole_table_in_order() {
    for given in all() {
        let of = given.waterfall();
        for (size, drawing) in drawings(pictures(&of)) {
            assert_eq!(drawing.amounts(), table_texts(&of), "{}, {size}", given.name);
        }
    }
}

#[test]
fn the_bars_of_keys_say_their_column_in_order() {
    for given in all() {
        let keys = given.keys();
        let begroot: Vec<&str> = keys.table.rows.iter().map(|(_, cells)| &*cells[1].text).collect();
        for (_, drawing) in drawings(pictures(&keys)) {
            assert_eq!(drawing.amounts(), begroot, "{}", given.name);
        }
    }
}

/// The posts that count in that year: the table has those of the other years too.
#[test]
fn the_stacks_and_their_posts_say_the_last_year_in_order() {
    for given in all() {
        let Some(of) = given.variants() else { continue };
        let rows = of.table.rows.iter().map(|(name, cells)| (name, &*cells.last().unwrap().text));
        let counts = |name: &str, text: &str| !name.starts_with("waarvan ") || text != "0,00";
        let year: Vec<&str> =
            rows.filter(|(name, text)| counts(name, text)).map(|(_, text)| text).collect();
        for (_, drawing) in drawings(pictures(&of)) {
            assert_eq!(drawing.amounts(), year, "{}", given.name);
        }
    }
}

#[test]
fn small_pictures_name_the_answer_year_of_every_deelnemer() {
    for given in all() {
        for measure in [Measure::Euro, Measure::Share] {
            let of = given.deelnemers(measure);
            let jaar = given.view().jaar.to_string();
            let column = of.table.head.iter().position(|head| *head == jaar).unwrap() - 1;
            let year: Vec<&str> =
                of.table.rows.iter().map(|(_, cells)| &*cells[column].text).collect();
            for (_, drawing) in drawings(pictures(&of)) {
                assert_eq!(drawing.amounts(), year, "{}", given.name);
            }
        }
    }
}

/// The cents themselves, from what the model says: not by way of another view.
#[test]
fn the_proposal_for_zwolle_in_2022_adds_up_as_rekenmodel_says() {
    let given = Given::called("the proposal");
    let of = given.waterfall();
    let said = |row: &str| {
        let found =
            of.table.rows.iter().find(|(name, _)| name == row).unwrap_or_else(|| panic!("{row}"));
        found.1[0].text.replace('\u{a0}', " ")
    };
    // rekenmodel.md 3 and 7.
    assert_eq!(said("Hogere raming van de baten"), "− 191.723,46");
    assert_eq!(said("Reservering"), "+ 84.583,88");
    assert_eq!(said("Reservering, in de jaarrekening"), "− 84.583,88");
    assert_eq!(said("Verschil in de begroting"), "− 107.139,58");
    assert_eq!(said("Verschil na verrekening"), "− 137.383,01");
}

/// 145.000 and 7.500; 180.000 and 775.000 and 115.000 less 32.000 and 50.000 (rekenmodel.md 5).
#[test]
fn the_posts_of_the_proposal_in_2025_are_those_of_rekenmodel() {
    let of = Given::called("the proposal").variants().unwrap();
    let rows = of.table.rows.iter().map(|(name, cells)| (&**name, &*cells.last().unwrap().text));
    let said: Vec<String> = rows
        .filter(|(_, text)| *text != "0,00")
        .map(|(name, text)| format!("{name}: {}", text.replace('\u{a0}', " ")))
        .collect();
    assert_eq!(
        said,
        [
            "1 Interne sociale incasso: + 152.500,00",
            "waarvan inhuur 2 fte, vervolgjaren (meerkosten): + 145.000,00",
            "waarvan speciaal telefoonnummer (meerkosten): + 7.500,00",
            "waarvan lagere invorderbaten door interne sociale incasso (minderbaten): onbekend",
            "2A Voorbellen: + 988.000,00",
            "waarvan uitbesteding van het voorbellen (meerkosten): + 180.000,00",
            "waarvan minder dwangbevelen (minderbaten): + 775.000,00",
            "waarvan minder hernieuwde bevelen (minderbaten): + 115.000,00",
            "waarvan besparing op hernieuwde bevelen (besparing): − 32.000,00",
            "waarvan besparing op beslagopdrachten (besparing): − 50.000,00",
            "2B Vroegsignalering: onbekend",
            "waarvan lagere invorderbaten door vroegsignalering (minderbaten): onbekend",
            "Samen: + 1.140.500,00",
        ]
    );
}
