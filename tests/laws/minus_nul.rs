//! Nothing has no sign: no text that a person or a program takes away holds a minus before a zero.

use bijdragewijzer::export;
use bijdragewijzer::formula::cells;
use bijdragewijzer::scenario::{Scenario, controleer};
use bijdragewijzer::units::Jaar;
use bijdragewijzer::view::{
    self, NamedScenario, Names, View, answer, compare_scenarios, deelnemer_table, facts,
    hoek_lines, text_table, waterfall, year_table,
};
use bijdragewijzer::vragen::{Banden, hoekpunten};
use proptest::prop_assert;
use proptest::test_runner::TestCaseResult;

use crate::support::case::Case;
use crate::support::law::{CASES, holds};

/// A minus that is a sign (not a hyphen in a word, not one number less another), and then only noughts.
fn minus_zero(text: &str) -> Option<String> {
    let text = text.replace("\\u{a0}", "\u{a0}");
    let signs: Vec<char> = text.chars().collect();
    signs.iter().enumerate().find_map(|(place, sign)| {
        if !matches!(sign, '-' | '\u{2212}') {
            return None;
        }
        let before = place.checked_sub(1).map(|before| signs[before]);
        if before.is_some_and(|sign| sign.is_alphanumeric() || matches!(sign, ')' | '_')) {
            return None;
        }
        let number: String = signs[place + 1..]
            .iter()
            .skip_while(|sign| matches!(sign, '\u{a0}' | '€'))
            .take_while(|sign| sign.is_ascii_digit() || matches!(sign, '.' | ','))
            .collect();
        let nothing =
            number.starts_with('0') && !number.contains(|sign| ('1'..='9').contains(&sign));
        nothing.then(|| signs[place.saturating_sub(30)..].iter().take(60).collect())
    })
}

fn clean(text: &str) -> TestCaseResult {
    let found = minus_zero(text);
    prop_assert!(found.is_none(), "{:?}", found);
    Ok(())
}

#[test]
fn a_minus_before_nothing_is_found() {
    for text in [
        "−0,00",
        "a = −\u{a0}€\u{a0}0,00",
        "\"-0.00\"",
        "-0",
        "(−0,00)",
        "− 0,00".replace(' ', "\u{a0}").as_str(),
    ] {
        assert!(minus_zero(text).is_some(), "{text}");
    }
    for text in ["−0,01", "5,00 − 0,00", "2021-01-27", "d-0", "(a)-0", "0,00", "−10,00", "-0.05"]
    {
        assert!(minus_zero(text).is_none(), "{text}");
    }
}

#[test]
fn nothing_has_no_sign_on_the_default_publicatie() {
    holds("minus_nul_default", CASES / 4, Case::on_the_default, every_text);
}

#[test]
fn nothing_has_no_sign_in_any_text() {
    holds("minus_nul", CASES, Case::random, every_text);
}

/// Of one year and one deelnemer each: which, differs from case to case.
fn every_text(case: &Case) -> TestCaseResult {
    let (publicatie, uitkomst) = (&case.publicatie, case.uitkomst());
    let document = export::uitkomst(&uitkomst).to_json();
    clean(&document)?;
    let pick = |count: usize| document.len() % count;
    let jaar = uitkomst.jaren[pick(uitkomst.jaren.len())];
    let deelnemer = pick(publicatie.deelnemers.len());
    for id in ["begroot", "definitief", "bijdrage_nieuw"] {
        for of in [None, Some(deelnemer)] {
            amount(case, id, jaar, of)?;
        }
    }
    clean(&text_table(&uitkomst, publicatie))?;
    clean(&export::html(publicatie, &case.scenario, &uitkomst))?;
    for cents in [false, true] {
        clean(&format!("{:?}", year_table(publicatie, &uitkomst, deelnemer, cents)))?;
        clean(&format!("{:?}", deelnemer_table(publicatie, &uitkomst, jaar, cents)))?;
    }
    clean(&format!("{:?}", answer(publicatie, &case.scenario, &uitkomst, deelnemer)))?;
    clean(&format!("{:?}", facts(publicatie, &uitkomst)))?;
    let view = View { jaar, ..View::new(publicatie, deelnemer) };
    let uitkomst = std::rc::Rc::new(uitkomst);
    let named =
        NamedScenario { name: "Nu".to_owned(), scenario: &case.scenario, uitkomst: &uitkomst };
    clean(&format!("{:?}", compare_scenarios(view, &[named])))?;
    clean(&format!("{:?}", waterfall(view, &uitkomst)))?;
    clean(&format!("{:?}", view::deviations(publicatie, case.scenario.afwijkingen())))?;
    written(&case.scenario, case)
}

fn amount(case: &Case, id: &str, jaar: Jaar, deelnemer: Option<usize>) -> TestCaseResult {
    let uitkomst = case.uitkomst();
    let Some(found) = uitkomst.zoek(id, None, jaar, deelnemer) else { return Ok(()) };
    let herleiding = found.term.herleiding(found.naam);
    let names = Names::new(&case.publicatie);
    clean(&export::herleiding(&herleiding, &case.publicatie).to_json())?;
    clean(&names.lines(&herleiding).join("\n"))?;
    for cell in cells(&found.term, id) {
        clean(&cell.formule)?;
    }
    let corners = hoekpunten(&found.term, Banden::MetAannamen);
    clean(&export::hoekpunten(corners.as_ref(), &case.publicatie).to_json())?;
    clean(&corners.map(|corners| hoek_lines(&corners, names).join("\n")).unwrap_or_default())
}

/// The scenario as a file and as meldingen.
fn written(scenario: &Scenario, case: &Case) -> TestCaseResult {
    let document = scenario.afwijkingen().document();
    clean(&document.to_json())?;
    let meldingen = controleer(&case.publicatie, &document).meldingen;
    clean(&export::meldingen(&meldingen).to_json())
}
