//! The conclusion above a picture: true for what is drawn, whatever it is.

use bijdragewijzer::view::{Drawing, Key, Measure, Shape, year_table};

use super::given::{Given, all, drawings, pictures};
use super::short::MOST;

fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

#[test]
fn a_waterfall_says_what_becomes_of_the_bijdrage_and_why() {
    let title = |name: &str| plain(&Given::called(name).waterfall().title);
    assert_eq!(
        title("the proposal"),
        "Na verrekening daalt uw bijdrage 2022, voor zover bekend, met € 137.383"
    );
    let note = plain(&Given::called("the proposal").waterfall().note.unwrap());
    assert!(note.starts_with("Dat komt vooral door “hogere raming van de baten”. "), "{note}");
    assert!(
        title("everyone pays more")
            .starts_with("Na verrekening stijgt uw bijdrage 2022, voor zover bekend, met")
    );
    assert_eq!(title("nothing is done"), "In 2022 verandert er voor u niets");
    assert_eq!(title("who pays nothing"), "In 2030 verandert er voor u niets");
}

#[test]
fn the_stack_says_what_it_costs_as_far_as_is_known() {
    let title = |name: &str| plain(&Given::called(name).variants().unwrap().title);
    assert_eq!(
        title("the proposal"),
        "Sociaal incasseren kost samen voor zover bekend € 1.140.500 in 2025"
    );
    let note = Given::called("the proposal").variants().unwrap().note.unwrap();
    assert!(note.starts_with("Dat komt vooral door “minder dwangbevelen”. "), "{note}");
    // Vroegsignalering alone: that it costs nothing is not known.
    let unknown = "Wat sociaal incasseren kost in 2025, is onbekend";
    assert_eq!(title("what is unknown alone"), unknown);
    assert!(Given::called("without variants").variants().is_none());
}

/// All together: −950.000 and then −1.700.000 with a reservering of 750.000, −1.700.000 every year without one. So
/// the largest steps are 750.000 against 0, and from nu 950.000 against 1.700.000.
#[test]
fn what_each_yardstick_calls_steady_is_a_sentence_of_its_own() {
    let note = Given::called("without variants").wijzen().note.unwrap();
    let expected = "Wat stabiel heet, hangt af van de maat. In de begroting geven “Jaarlijks bijramen” en “Eén bedrag uit een resultaat” de kleinste stap. Met de stap vanaf nu is dat “Structurele reservering”.";
    assert!(note.contains(expected), "{note}");
    // With the names in it, as it is read aloud.
    for given in all() {
        let note = given.wijzen().note.unwrap();
        let said =
            note.split(". ").filter(|it| it.contains("kleinste stap") || it.contains("vanaf nu"));
        for sentence in said {
            assert!(sentence.split_whitespace().count() <= MOST, "{}: {sentence}", given.name);
        }
    }
}

/// Each year its own effect, and of four years nothing is known: a step to or from those is not known either.
#[test]
fn a_step_to_a_year_that_is_onbekend_is_onbekend_and_none_is_called_the_smallest() {
    let wijzen = Given::called("nothing known at all").wijzen();
    let row = wijzen.table.rows.iter().find(|(name, _)| name == "Jaarlijks bijramen").unwrap();
    let unknown: Vec<bool> = row.1.iter().map(|cell| cell.text == "onbekend").collect();
    assert_eq!(unknown[..5], [false, true, true, true, true], "the years");
    assert_eq!(unknown[unknown.len() - 6..], [true; 6], "the yardsticks");
    let note = wijzen.note.unwrap();
    assert!(note.contains("Welke wijze de kleinste stap geeft, is niet te zeggen."), "{note}");
    assert!(!note.contains("De kleinste stap"), "{note}");
}

#[test]
fn an_unknown_effect_is_named_under_what_leaves_it_out() {
    for name in ["the proposal", "what is unknown alone", "four years"] {
        let note = Given::called(name).variants().unwrap().note.unwrap();
        assert!(note.contains("Exclusief nog onbekend effect van: "), "{name}: {note}");
    }
    let waterfall = Given::called("the proposal").waterfall();
    assert!(waterfall.note.unwrap().contains("lagere invorderbaten door vroegsignalering"));
    let unknown = waterfall.table.rows.iter().filter(|(_, cells)| cells[0].text == "onbekend");
    assert_eq!(unknown.count(), 2);
}

#[test]
fn deelnemers_are_counted() {
    let title = |name: &str| Given::called(name).deelnemers(Measure::Euro).title;
    assert_eq!(
        title("the proposal"),
        "Alle 11 bijdragen dalen in 2022, na verrekening en voor zover bekend"
    );
    assert_eq!(
        title("nothing is done"),
        "Alle 11 bijdragen blijven gelijk in 2022, na verrekening"
    );
    assert_eq!(
        title("four years"),
        "Van de 5 bijdragen in 2030, na verrekening: 4 dalen, 1 blijft gelijk"
    );
}

#[test]
fn a_share_of_nothing_is_not_a_share() {
    let given = Given::called("who pays nothing");
    let of = given.deelnemers(Measure::Share);
    let own = of.table.rows.iter().find(|(name, _)| name == "Stadswal").unwrap();
    assert!(own.1.iter().all(|cell| cell.text == "n.v.t." && cell.direction.is_none()), "{own:?}");
    let why = "N.v.t.: van een bijdrage van € 0 is geen % te geven.";
    assert!(plain(&of.note.unwrap()).starts_with(why));
    let texts = |of: &Drawing| -> Vec<String> {
        let texts = of.shapes.iter().filter_map(|shape| match shape {
            Shape::Text(label) => Some(label.text.clone()),
            _ => None,
        });
        texts.collect()
    };
    for (size, drawing) in drawings(of.pictures.as_ref().unwrap()) {
        let said = texts(drawing);
        let place = said.iter().position(|text| text == "n.v.t.").unwrap();
        // After it come the years of the same picture, without a letter and without a question mark.
        assert!(
            said[place + 1..].iter().all(|text| text.parse::<u16>().is_ok()),
            "{size}: {said:?}"
        );
    }
    let years = |given: &Given| {
        let uitkomst = &given.uitkomst;
        year_table(&given.publicatie, uitkomst, given.deelnemer, false).no_share
    };
    assert_eq!(years(&given).map(|text| plain(&text)).as_deref(), Some(why));
    let paying = Given::called("the proposal");
    assert_eq!(years(&paying), None);
    assert!(!paying.deelnemers(Measure::Share).note.unwrap().contains("N.v.t."));
    assert!(!given.deelnemers(Measure::Euro).note.unwrap_or_default().contains("N.v.t."));
}

#[test]
fn every_fill_in_a_stack_is_in_its_legend() {
    for given in all() {
        let Some(of) = given.variants() else { continue };
        let fills: Vec<Key> = pictures(&of).legend.iter().map(|(key, _)| *key).collect();
        for bar in super::given::bars(&pictures(&of).wide) {
            assert!(fills.contains(&Key::Fill(bar.fill)), "{}: {:?}", given.name, bar.fill);
        }
    }
}
