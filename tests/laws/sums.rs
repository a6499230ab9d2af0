//! What is divided adds up again, to the cent: for every post, every total, every year and every key.

use bijdragewijzer::formula::{Term, Verdeeld};
use bijdragewijzer::model::{JaarTotaal, Uitkomst, bereken};
use bijdragewijzer::scenario::controleer;
use bijdragewijzer::units::{Euro, Jaar};
use proptest::prop_assert_eq;
use proptest::test_runner::TestCaseResult;

use crate::support::case::Case;
use crate::support::json::{set, text};
use crate::support::law::{CASES, holds};

/// Under the keys of the scenario, and under every key of the publicatie that the scenario has weights for.
#[test]
fn every_post_sums_over_deelnemers_to_its_total() {
    holds("sums", CASES, Case::random, |case| {
        adds_up(&case.uitkomst())?;
        for key in &case.publicatie.sleutels {
            let mut document = case.scenario_document.clone();
            let mut sleutel =
                document.get("sleutel").cloned().unwrap_or_else(crate::support::json::empty);
            for groep in ["alle", "ophoging", "reservering", "kosten", "baten"] {
                set(&mut sleutel, groep, text(&*key.id));
            }
            set(&mut document, "sleutel", sleutel);
            if let Some(scenario) = controleer(&case.publicatie, &document).scenario {
                adds_up(&bereken(&case.publicatie, &scenario))?;
            }
        }
        Ok(())
    });
}

fn adds_up(uitkomst: &Uitkomst) -> TestCaseResult {
    for post in uitkomst.posten.iter().chain(&uitkomst.eenmalig) {
        for (jaar, bedrag) in &post.bedragen {
            closes(uitkomst, &format!("{} {jaar}", post.id), bedrag)?;
        }
    }
    for totaal in &uitkomst.totaal {
        for (name, term) in totals(uitkomst, totaal) {
            closes(uitkomst, &format!("{name} {}", totaal.jaar), &term)?;
        }
        is_the_sum_of_its_posts(uitkomst, totaal)?;
    }
    Ok(())
}

fn totals(uitkomst: &Uitkomst, totaal: &JaarTotaal) -> Vec<(&'static str, Term<Verdeeld>)> {
    let jaar = totaal.jaar;
    vec![
        ("effect", totaal.effect.clone()),
        ("begroot", totaal.begroot.clone()),
        ("verrekening", totaal.verrekening.clone()),
        ("definitief", totaal.definitief.clone()),
        ("cumulatief", totaal.cumulatief.clone()),
        ("betaald", uitkomst.betaald(jaar)),
        ("bespaard", uitkomst.bespaard(jaar)),
        ("effect_begroot", uitkomst.effect_begroot(jaar)),
    ]
}

/// The shares of a known amount add up to it; of an unknown one each is unknown, or nothing at all.
fn closes(uitkomst: &Uitkomst, name: &str, term: &Term<Verdeeld>) -> TestCaseResult {
    let shares: Vec<Option<Euro>> =
        (0..uitkomst.deelnemers.len()).map(|index| term.share_euro(index)).collect();
    match term.euro() {
        Some(whole) => {
            let sum: Option<Euro> = shares.iter().copied().sum::<Option<Euro>>();
            prop_assert_eq!(sum, Some(whole), "{}", name);
        }
        None => {
            prop_assert_eq!(shares.iter().flatten().copied().sum::<Euro>(), Euro::NUL, "{}", name);
        }
    }
    Ok(())
}

/// No total is rounded again: it is the sum of its rounded posts.
fn is_the_sum_of_its_posts(uitkomst: &Uitkomst, totaal: &JaarTotaal) -> TestCaseResult {
    let sum = |deel: &str, read: &dyn Fn(&Term<Verdeeld>) -> Option<Euro>| -> Euro {
        let posten = uitkomst.posten.iter().filter(|post| post.deel.word() == deel);
        let in_year = posten.flat_map(|post| &post.bedragen).filter(|(of, _)| *of == totaal.jaar);
        in_year.filter_map(|(_, bedrag)| read(bedrag)).sum()
    };
    for (deel, term) in [("begroot", &totaal.begroot), ("verrekening", &totaal.verrekening)] {
        prop_assert_eq!(Some(sum(deel, &|post| post.euro())), term.euro());
        for index in 0..uitkomst.deelnemers.len() {
            let shares = sum(deel, &|post| post.share_euro(index));
            prop_assert_eq!(Some(shares), term.share_euro(index));
        }
    }
    let jaar: Jaar = totaal.jaar;
    prop_assert_eq!(
        totaal.definitief.euro(),
        totaal.begroot.euro().zip(totaal.verrekening.euro()).map(|(a, b)| a + b),
        "{}",
        jaar
    );
    Ok(())
}
