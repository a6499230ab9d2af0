//! The picture of the years: its points are the amounts of the table of years, its band the lowest and highest.

use bijdragewijzer::units::Euro;
use bijdragewijzer::view::{Band, Drawing, Margins, Place, Shape, year_table, years_chart};
use bijdragewijzer::vragen::{Banden, Hoekpunten, hoekpunten_per_jaar};

use super::given::{Given, all, drawings, number};

/// Where no year is known there is nothing to draw.
fn with_a_line() -> impl Iterator<Item = Given> {
    all().into_iter().filter(|given| given.name != "nothing known at all")
}

/// Na verrekening is the last column.
fn definitief(given: &Given) -> Vec<String> {
    let years = year_table(&given.publicatie, &given.uitkomst, given.deelnemer, false);
    years.table.rows.iter().map(|(_, cells)| cells.last().unwrap().text.clone()).collect()
}

fn margins(given: &Given, banden: Banden) -> Margins {
    Margins::new(&given.uitkomst, given.deelnemer, banden, true)
}

/// What the core itself answers, one amount at a time.
fn asked(given: &Given, post: &str, banden: Banden) -> Vec<Hoekpunten> {
    let years = hoekpunten_per_jaar(&given.uitkomst, post, None, Some(given.deelnemer), banden);
    years.into_iter().map(|(_, found)| found.unwrap()).collect()
}

#[test]
fn its_points_say_the_last_column_of_the_table_of_years() {
    for given in with_a_line() {
        for banden in [Banden::ZonderAannamen, Banden::MetAannamen] {
            let band = margins(&given, banden).band(banden);
            let last = given.publicatie.overgang.map(|it| it.tot);
            let of = years_chart(&given.uitkomst, given.deelnemer, last, band.as_ref()).unwrap();
            for (size, drawing) in drawings(&of) {
                assert_eq!(drawing.amounts(), definitief(&given), "{}, {size}", given.name);
            }
        }
    }
}

fn dots(drawing: &Drawing) -> Vec<Place> {
    let dots = drawing.shapes.iter().filter_map(|shape| match shape {
        Shape::Dot(place) => Some(*place),
        _ => None,
    });
    dots.collect()
}

#[test]
fn a_higher_amount_stands_higher() {
    for given in with_a_line() {
        let of = years_chart(&given.uitkomst, given.deelnemer, None, None).unwrap();
        let amounts: Vec<i64> = definitief(&given).iter().filter_map(|text| number(text)).collect();
        let heights: Vec<i128> = dots(&of.wide).iter().map(|(_, y)| *y).collect();
        assert_eq!(heights.len(), amounts.len(), "{}", given.name);
        for (one, y) in amounts.iter().zip(&heights) {
            for (other, below) in amounts.iter().zip(&heights) {
                // A pixel may be more than the difference, so equal heights are allowed.
                assert!(one <= other || y <= below, "{}: {one} under {other}", given.name);
            }
        }
    }
}

#[test]
fn the_band_holds_every_point_and_is_what_the_core_answers() {
    for given in with_a_line() {
        for banden in [Banden::ZonderAannamen, Banden::MetAannamen] {
            let asked = asked(&given, "definitief", banden);
            let ends: Vec<(Euro, Euro)> =
                asked.iter().map(|it| (it.laag.bedrag, it.hoog.bedrag)).collect();
            let Some(Band { ends: shown, .. }) = margins(&given, banden).band(banden) else {
                assert!(ends.iter().all(|(laag, hoog)| laag == hoog), "{}", given.name);
                continue;
            };
            assert_eq!(shown, ends, "{}", given.name);
            for (it, (laag, hoog)) in asked.iter().zip(&shown) {
                assert!(*laag <= it.midden && it.midden <= *hoog, "{}", given.name);
            }
        }
    }
}

#[test]
fn the_columns_laag_midden_hoog_are_those_of_the_core() {
    let given = Given::called("the proposal");
    let table =
        margins(&given, Banden::ZonderAannamen).table(&given.uitkomst, given.deelnemer, false);
    let year = |year: &str| -> Vec<String> {
        let (_, cells) = table.rows.iter().find(|(name, _)| name == year).unwrap();
        cells.iter().map(|cell| cell.text.replace('\u{a0}', " ")).collect()
    };
    // baten_nieuw from 5,2 to 6,2 mln moves Zwolle's share of the ophoging by 500.000 × 2.088.582 ÷ 18.519.327.
    assert_eq!(year("2022")[..3], ["− 163.529", "− 107.140", "− 50.750"]);
    assert_eq!(year("2023")[3..], ["− 156.912", "− 100.241", "− 36.991"]);
    let opened =
        table.rows.iter().flat_map(|(_, cells)| cells).filter(|cell| cell.amount.is_some());
    assert_eq!(opened.count(), 2 * table.rows.len(), "the middle opens, its ends are told with it");
}

#[test]
fn a_bound_that_need_not_be_reached_is_called_one() {
    let given = Given::called("one amount before");
    let table = margins(&given, Banden::MetAannamen).table(&given.uitkomst, given.deelnemer, false);
    let bounds: Vec<bool> =
        asked(&given, "begroot", Banden::MetAannamen).iter().map(|it| it.hoog.exact).collect();
    assert!(bounds.contains(&false), "the case has no bound to show");
    for ((_, cells), exact) in table.rows.iter().zip(bounds) {
        assert_eq!(cells[2].text.starts_with("hoogstens "), !exact, "{}", cells[2].text);
    }
}

/// The middle is the amount of the table of years, also where that is onbekend; then it has no ends either.
#[test]
fn what_is_onbekend_in_the_table_of_years_has_no_laag_and_hoog() {
    for given in all() {
        let table =
            margins(&given, Banden::MetAannamen).table(&given.uitkomst, given.deelnemer, false);
        for ((_, cells), shown) in table.rows.iter().zip(definitief(&given)) {
            assert_eq!(cells[4].text, shown, "{}", given.name);
            let ends = [3, 5].map(|at| cells[at].text == "onbekend");
            assert_eq!(ends, [shown == "onbekend"; 2], "{}", given.name);
        }
        let unknown = table.rows.iter().flat_map(|(_, cells)| cells);
        let unknown = unknown.filter(|cell| cell.text == "onbekend").count();
        // Six cells in each of four years: of 2021 the cost of the aansluiting is known.
        let expected = if given.name == "nothing known at all" { 4 * 6 } else { 0 };
        assert_eq!(unknown, expected, "{}", given.name);
    }
}
