//! What the cards of Vergelijken say.

use std::rc::Rc;

use super::*;
use crate::model::Gevonden;
use crate::publicatie::standaard;
use crate::scenario::{Edit, Groep, Wijze, apply};
use crate::units::notation::heel;
use crate::view::direction::Direction;
use crate::view::table::signed;

fn zwolle(test: impl Fn(View<'_>, &Scenario, &Uitkomst)) {
    let publicatie = standaard().unwrap();
    let scenario = Scenario::of_uitgangspunt(&publicatie, "voorstel").unwrap();
    let uitkomst = bereken(&publicatie, &scenario);
    let view = View::new(&publicatie, publicatie.deelnemer("zwolle").unwrap());
    test(view, &scenario, &uitkomst);
}

fn texts(row: &(String, Vec<Cell>)) -> Vec<String> {
    row.1.iter().map(|cell| plain(&cell.text)).collect()
}

fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

fn named<'s>(name: &str, made: &'s (Scenario, Rc<Uitkomst>)) -> NamedScenario<'s> {
    NamedScenario { name: name.to_owned(), scenario: &made.0, uitkomst: &made.1 }
}

/// An uitgangspunt of Zwolle with changes.
fn made(view: View<'_>, uitgangspunt: &str, edits: &[Edit]) -> (Scenario, Rc<Uitkomst>) {
    let input = Input { uitgangspunt: Some(uitgangspunt.into()), ..Input::default() };
    let input = edits.iter().cloned().fold(input, apply);
    computed(view.publicatie, &input).unwrap()
}

fn of_groep(groep: Groep, sleutel: &str) -> Edit {
    Edit::SleutelVan(groep, Some(sleutel.into()))
}

/// The most words of a sentence of the warning.
fn longest(warning: &str) -> usize {
    warning.split(". ").map(|it| it.split_whitespace().count()).max().unwrap_or_default()
}

#[test]
fn a_scenario_is_held_against_both_baselines() {
    zwolle(|view, scenario, uitkomst| {
        let uitkomst = &Rc::new(uitkomst.clone());
        let one = NamedScenario { name: "Voorstel".to_owned(), scenario, uitkomst };
        let all = compare_scenarios(view, &[one]);
        // rekenmodel.md 3: −191.723,46 + 84.583,88 = −107.139,58.
        let row = texts(all.table.rows.first().unwrap());
        assert_eq!(row[..2], ["− 107.140", "+ 84.584"]);
        assert_eq!(all.title, "Voorstel, tegenover nu en ongewijzigd beleid");
        assert!(all.note.unwrap().ends_with(
            "Na verrekening exclusief nog onbekend effect van: lagere invorderbaten door interne sociale incasso; lagere invorderbaten door vroegsignalering."
        ));
    });
}

#[test]
fn the_sign_of_zwolle_does_not_depend_on_the_key_but_the_amount_does() {
    zwolle(|view, scenario, _| {
        let keys = compare_keys(view, scenario);
        assert!(keys.note.as_ref().is_some_and(|it| !it.contains("per groep")), "one key");
        let found: Vec<Vec<String>> = keys.table.rows.iter().map(texts).collect();
        assert!(found.iter().any(|row| row[1] == "− 2.175"), "{found:?}");
        let warned = keys.warning.unwrap();
        assert!(warned.starts_with("Of uw bijdrage verandert"), "better or the same, never worse");
        assert!(plain(&keys.title).ends_with("lager tot gelijk"), "{}", keys.title);
    });
}

#[test]
fn keys_per_groep_have_a_row_of_their_own_in_the_range() {
    zwolle(|view, _, _| {
        // Without the ophoging, which the waterschappen then have, the reservering is left: 84.583,88.
        let (scenario, _) =
            made(view, "voorstel", &[of_groep(Groep::Ophoging, "blok-waterschappen")]);
        let keys = compare_keys(view, &scenario);
        let (name, _) = keys.table.rows.last().unwrap();
        assert_eq!(name, "Uw sleutels per groep");
        let row = texts(keys.table.rows.last().unwrap());
        assert_eq!(row[..2], ["eigen", "+ 84.584"]);
        assert!(plain(&keys.title).ends_with("lager tot € 84.584 hoger"), "{}", keys.title);
        assert!(keys.warning.unwrap().starts_with("Of u beter of slechter uit bent"));
    });
}

/// The amounts of a row under these names.
fn under(table: &Table, row: usize, names: &[&str]) -> Vec<String> {
    let place = |name: &&str| table.head.iter().position(|it| it == name).unwrap();
    let row = texts(&table.rows[row]);
    names.iter().map(|name| row[place(name) - 1].clone()).collect()
}

/// An amount as the table shows it, in cents.
fn cents(text: &str) -> i64 {
    text.replace([' ', '.', ','], "").replace('−', "-").replace('+', "").parse().unwrap()
}

#[test]
fn what_is_kept_once_stands_in_every_table_and_the_parts_make_the_whole() {
    let publicatie = standaard().unwrap();
    let view = View::new(&publicatie, publicatie.deelnemer("dalfsen").unwrap());
    let kept = made(view, "voorstel", &[Edit::Wijze(Some(Wijze::Incidenteel))]);
    let once = "Eenmalig vooraf";

    let scenarios = compare_scenarios(view, &[named("1. Eenmalig", &kept)]);
    let names = ["Na verrekening 2021–2025 tegenover nu", once, "Samen tegenover nu"];
    let shown = under(&scenarios.table, 0, &names);
    // 2.250.000,00 × 466.380 ÷ 18.519.327 = 56.662,696….
    assert_eq!(shown[1], "+ 56.662,70");
    let [settled, kept_once, whole] = [0, 1, 2].map(|at| cents(&shown[at]));
    assert_eq!(settled + kept_once, whole, "{shown:?}");

    let names = ["Na verrekening 2021–2025", once, "Samen"];
    let combinations = compare_combinations(view, &kept.0);
    assert_eq!(under(&combinations.table, 7, &names), shown, "1 + 2A + 2B, as in the scenario");
    let keys = compare_keys(view, &kept.0);
    assert_eq!(under(&keys.table, 0, &names), shown);
    let wijzen = compare_wijzen(view, &kept.0);
    let row = wijzen.table.rows.iter().position(|(name, _)| name == "Eén bedrag uit een resultaat");
    assert_eq!(under(&wijzen.table, row.unwrap(), &names), shown);
    for one in [&scenarios, &combinations, &keys, &wijzen] {
        assert!(one.note.as_ref().unwrap().contains("“Samen” telt dat mee."));
    }
    assert!(wijzen.title.contains("niet het geheel"), "{}", wijzen.title);
}

#[test]
fn nothing_kept_once_needs_no_column() {
    zwolle(|view, scenario, _| {
        for one in [compare_keys(view, scenario), compare_combinations(view, scenario)] {
            assert!(one.table.head.iter().all(|name| name != "Eenmalig vooraf"));
            assert!(!one.note.unwrap().contains("Eenmalig"));
        }
    });
}

#[test]
fn wijzen_that_are_the_same_are_said_to_be_the_same() {
    zwolle(|view, _, _| {
        let spared = [Edit::Sleutel(Some("blok-waterschappen".into()))];
        let wijzen = compare_wijzen(view, &made(view, "voorstel", &spared).0);
        assert_eq!(wijzen.title, "De wijzen verschillen hier niet voor u");
        assert!(!wijzen.note.unwrap().contains("stap"));
        // Nothing is done, but an amount is kept and given back: other years, the same steps in the begroting.
        let wijzen = compare_wijzen(view, &made(view, "niets", &[]).0);
        assert_eq!(wijzen.title, "De wijze verschuift de jaren, niet het geheel");
        assert!(
            wijzen
                .note
                .unwrap()
                .contains("De grootste stap in de begroting is bij elke wijze dezelfde.")
        );
    });
}

#[test]
fn three_wijzen_and_eight_combinations() {
    zwolle(|view, scenario, _| {
        let wijzen = compare_wijzen(view, scenario);
        assert_eq!((wijzen.table.rows.len(), wijzen.warning), (3, None));
        let all = compare_combinations(view, scenario);
        assert_eq!((all.table.rows.len(), all.warning), (8, None));
        // rekenmodel.md 5: 1.140.500 in 2025 with 1 and 2A; 2B adds nothing that is known.
        assert_eq!(texts(all.table.rows.last().unwrap())[0], "+ 1.140.500");
    });
}

#[test]
fn scenarios_under_other_keys_are_warned_for_when_one_key_turns_them() {
    zwolle(|view, _, _| {
        let whole = made(view, "voorstel", &[]);
        let half = made(view, "voorstel-050", &[Edit::Sleutel(Some("blok-2019".into()))]);
        let all = compare_scenarios(view, &[named("1. Heel", &whole), named("2. Half", &half)]);
        // 107.140 against 1.200.000 by 2.174,80 of 950.000; under one key half a reservering is lower.
        assert_eq!(all.title, "In 2022 is de bijdrage het laagst met “1. Heel”");
        assert_eq!(
            all.warning.as_deref(),
            Some(
                "De sleutel bepaalt de volgorde in 2022. Met uw sleutels is “1. Heel” lager dan “2. Half”. Met overal “Evenredig met de bijdrage 2019” is het andersom."
            )
        );
    });
}

#[test]
fn equal_amounts_are_no_order() {
    zwolle(|view, _, _| {
        let own = made(view, "voorstel", &[]);
        let spared = made(view, "voorstel", &[Edit::Sleutel(Some("blok-waterschappen".into()))]);
        let all = compare_scenarios(view, &[named("1. Eigen", &own), named("2. Niets", &spared)]);
        assert_eq!(all.title, "In 2022 is de bijdrage het laagst met “1. Eigen”");
        assert_eq!(all.warning, None, "under one key they are the same");
        let none = compare_scenarios(view, &[]);
        assert_eq!(none.title, "Geen van de scenario’s heeft nu een uitkomst");
        let same = compare_scenarios(view, &[named("1. Een", &own), named("2. Twee", &own)]);
        assert_eq!(same.title, "In 2022 zijn de scenario’s gelijk voor u");
        let higher = made(view, "niets", &[Edit::Reservering(Some(Euro::from_cents(200_000_000)))]);
        let three = [named("1. Een", &own), named("2. Twee", &own), named("3. Duur", &higher)];
        let three = compare_scenarios(view, &three);
        assert_eq!(three.title, "In 2022 is de bijdrage het laagst met “1. Een” en “2. Twee”");
    });
}

#[test]
fn an_order_that_leaves_something_out_is_not_called_certain() {
    zwolle(|view, _, _| {
        // Jaarlijks has the unknown minderbaten of variant 1 in the begroting of 2022.
        let yearly = Edit::Wijze(Some(Wijze::Jaarlijks));
        let edits = [yearly, Edit::Sleutel(Some("blok-2019".into()))];
        let one = made(view, "voorstel", &edits[..1]);
        let other = made(view, "alleen-2a", &edits);
        let all = compare_scenarios(view, &[named("1. Alles", &one), named("2. Bellen", &other)]);
        assert_eq!(all.title, "In 2022 is de bijdrage voor zover bekend het laagst met “1. Alles”");
        assert_eq!(
            all.warning.as_deref(),
            Some(
                "Voor zover bekend bepaalt de sleutel de volgorde in 2022. Met uw sleutels is “1. Alles” lager dan “2. Bellen”. Met overal “Evenredig met de bijdrage 2019” is het andersom. Wat onbekend is, kan dit nog omdraaien."
            )
        );
    });
}

#[test]
fn combinations_turn_when_the_baten_have_another_key_than_the_kosten() {
    zwolle(|view, _, _| {
        // Of 2A Zwolle then bears the kosten alone: 305.000 against 703.000 of variant 1, all deelnemers together.
        let (scenario, _) = made(view, "voorstel", &[of_groep(Groep::Baten, "blok-waterschappen")]);
        let warned = compare_combinations(view, &scenario).warning.unwrap();
        assert_eq!(
            warned,
            "Voor zover bekend bepaalt de sleutel de volgorde na verrekening. Met uw sleutels is “2A” lager dan “1”. Met overal “Evenredig met de bijdrage 2019” is het andersom. Wat onbekend is, kan dit nog omdraaien."
        );
        assert!(longest(&warned) <= 15);
    });
}

#[test]
fn wijzen_turn_in_their_steps_when_the_kosten_have_another_key() {
    zwolle(|view, _, _| {
        // Largest steps, all deelnemers together: 750.000 to 890.000 of baten against 296.667 from 2022 to 2023;
        // with the kosten 390.500 against 329.333 (rekenmodel.md 6).
        let (scenario, _) =
            made(view, "voorstel", &[of_groep(Groep::Kosten, "blok-waterschappen")]);
        let warned = compare_wijzen(view, &scenario).warning.unwrap();
        assert_eq!(
            warned,
            "Voor zover bekend bepaalt de sleutel de volgorde van de grootste stappen. Met uw sleutels geeft “Structurele reservering” een kleinere stap dan “Jaarlijks bijramen”. Met overal “Evenredig met de bijdrage 2019” is het andersom. Wat onbekend is, kan dit nog omdraaien."
        );
        assert!(longest(&warned) <= 15);
    });
}

#[test]
fn typed_weights_that_differ_are_other_keys() {
    zwolle(|view, _, _| {
        let own = |weight: i128| {
            let sleutel = Edit::Sleutel(Some("eigen".into()));
            let of = |id: &str, euro| Edit::Gewicht(id.into(), Some(Euro::from_cents(euro)));
            [sleutel, of("zwolle", weight), of("dalfsen", 100)]
        };
        let (half, tenth) = (own(100), own(10));
        let whole = made(view, "voorstel", &half);
        let less = made(view, "voorstel-050", &tenth);
        let scenarios = [named("1. Heel", &whole), named("2. Half", &less)];
        let warned = compare_scenarios(view, &scenarios).warning.unwrap();
        assert!(warned.starts_with("De sleutel bepaalt de volgorde in 2022."), "{warned}");
        let less = made(view, "voorstel-050", &half);
        let scenarios = [named("1. Heel", &whole), named("2. Half", &less)];
        assert_eq!(compare_scenarios(view, &scenarios).warning, None, "one key for both");
    });
}

/// Vroegsignalering alone: of its effect nothing is known but that it comes.
#[test]
fn an_effect_of_which_nothing_is_known_is_not_nought() {
    zwolle(|view, scenario, _| {
        let of = compare_combinations(view, scenario);
        let text = |name: &str| {
            let row = of.table.rows.iter().find(|(of, _)| of == name).unwrap();
            (row.1[0].text.as_str(), row.1[0].direction)
        };
        assert_eq!(text("2B Vroegsignalering"), ("onbekend", Some(Direction::Same)));
        assert_eq!(text("Geen variant"), ("0", Some(Direction::Same)));
    });
}

/// What is added to ongewijzigd beleid, where each year has its own effect and all of it is unknown.
#[test]
fn a_cost_of_which_nothing_is_known_is_not_nought() {
    zwolle(|view, scenario, _| {
        let only = |variants: &[&str]| {
            let variants = variants.iter().map(|id| Id::from(*id)).collect();
            let input = apply(scenario.afwijkingen().clone(), Edit::Varianten(Some(variants)));
            apply(input, Edit::Wijze(Some(Wijze::Jaarlijks)))
        };
        let cost = |variants: &[&str]| {
            let (scenario, uitkomst) = computed(view.publicatie, &only(variants)).unwrap();
            let name = "Eigen".to_owned();
            let one = NamedScenario { name, scenario: &scenario, uitkomst: &uitkomst };
            compare_scenarios(view, &[one]).table.rows[0].1[1].text.clone()
        };
        assert_eq!((&*cost(&["2b"]), &*cost(&[])), ("onbekend", "0"));
    });
}

/// The ophoging and what is kept from the resultaat leave a cent of rounding: in whole euros that is nothing, and
/// nothing is no nadeel.
#[test]
fn what_is_shown_as_nought_has_no_letter() {
    for cents in [-49, -1, 1, 49] {
        let whole = Cell::difference(Some(Euro::from_cents(cents)), false, None);
        assert_eq!((&*whole.text, whole.direction), ("0", Some(Direction::Same)), "{cents}");
    }
    let cent = Cell::difference(Some(Euro::from_cents(1)), true, None);
    assert_eq!((&*cent.text, cent.direction), ("+\u{a0}0,01", Some(Direction::Rises)));
    zwolle(|view, scenario, _| {
        let input = apply(scenario.afwijkingen().clone(), Edit::Wijze(Some(Wijze::Incidenteel)));
        let (scenario, uitkomst) = computed(view.publicatie, &input).unwrap();
        let one =
            NamedScenario { name: "Eigen".to_owned(), scenario: &scenario, uitkomst: &uitkomst };
        let cells = &compare_scenarios(view, &[one]).table.rows[0].1;
        let nought: Vec<&Cell> = cells.iter().filter(|cell| cell.text == "0").collect();
        assert_eq!(nought.len(), 1, "{cells:?}");
        assert_eq!(nought[0].direction, Some(Direction::Same));
    });
}

/// Weights that the scenario gives are the user's own, whatever the publicatie says of them.
#[test]
fn an_own_key_is_called_eigen() {
    zwolle(|view, scenario, _| {
        let input = apply(scenario.afwijkingen().clone(), Edit::Sleutel(Some("eigen".into())));
        let input = apply(input, Edit::Gewicht("zwolle".into(), Some(Euro::from_cents(100))));
        let (scenario, _) = computed(view.publicatie, &input).unwrap();
        let of = compare_keys(view, &scenario);
        let own = of.table.rows.iter().find(|(name, _)| name == "Eigen sleutel").unwrap();
        assert_eq!(own.1[0].text, "eigen");
    });
}

/// What a cell shows is the amount that it opens, of the outcome of its row.
#[test]
fn each_cell_shows_the_amount_that_it_opens() {
    zwolle(|view, scenario, uitkomst| {
        let uitkomst = Rc::new(uitkomst.clone());
        let one = NamedScenario { name: "Voorstel".to_owned(), scenario, uitkomst: &uitkomst };
        let all = [
            compare_scenarios(view, &[one]),
            compare_keys(view, scenario),
            compare_wijzen(view, scenario),
            compare_combinations(view, scenario),
        ];
        for comparison in all {
            assert_eq!(comparison.outcomes.len(), comparison.table.rows.len());
            let rows = comparison.table.rows.iter().zip(&comparison.outcomes);
            let mut count = 0;
            for ((name, cells), Outcome(uitkomst)) in rows {
                for cell in cells {
                    let Some(amount) = &cell.amount else { continue };
                    let Gevonden { naam, term: found } = amount.find(uitkomst).unwrap();
                    let steps = found.herleiding(naam).stappen;
                    let step = Names::new(view.publicatie).value(steps.last().unwrap());
                    assert_eq!(step == "onbekend", cell.text == "onbekend", "{name}: {amount:?}");
                    let mut shown = [false, true].map(|cents| signed(found.euro(), cents)).to_vec();
                    // A yardstick is a size: it has no direction.
                    shown.extend(found.euro().filter(|_| cell.direction.is_none()).map(heel));
                    let unknown = cell.text == "onbekend" && !found.exclusief().is_empty();
                    let says = unknown || shown.contains(&cell.text);
                    assert!(says, "{name}: {amount:?}, {}", cell.text);
                    count += 1;
                }
            }
            assert!(count > 1, "{}", comparison.title);
        }
    });
}
