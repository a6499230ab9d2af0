//! One formula, read five ways: the exact amount, what it leaves out, the herleiding that a person can do
//! again, the cells of a spreadsheet and the flat program say the same of every amount.
//!
//! Each reading is evaluated by a small calculator of this test, which knows the notation and no formula. So a
//! second formula cannot live beside the term.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test")]

#[cfg(test)]
#[path = "readings/flat.rs"]
mod flat;
#[cfg(test)]
#[path = "readings/sentence.rs"]
mod sentence;
#[cfg(test)]
#[path = "readings/sheet.rs"]
mod sheet;
#[cfg(test)]
#[expect(dead_code, reason = "the laws use more of it")]
#[path = "support/mod.rs"]
mod support;

use std::collections::BTreeMap;

use bijdragewijzer::formula::{Herleiding, Naam, Stap, Term, Verdeeld, cells};
use bijdragewijzer::model::{JaarTotaal, Uitkomst};
use bijdragewijzer::scenario::BijdrageSoort;
use bijdragewijzer::units::Jaar;
use bijdragewijzer::units::unit::Bedrag;
use bijdragewijzer::view::Names;
use num_bigint::BigInt;
use num_traits::{Signed, Zero};
use proptest::test_runner::{TestCaseError, TestCaseResult};
use proptest::{prop_assert, prop_assert_eq};

use sentence::{Outcome, recomputed, uses_earlier_steps};
use sheet::{Sheet, Value};
use support::case::Case;
use support::exact::euro;
use support::law::{CASES, holds};

/// An amount: its name, its cell inside other amounts, its term, its exact cents, how many cents a program may
/// be off, and its size.
struct Amount {
    naam: Naam,
    cell: Option<String>,
    term: Term<Bedrag>,
    cents: Option<BigInt>,
    roundings: usize,
    size: BigInt,
}

/// Every post, every total and every bijdrage, of all together and of each deelnemer. Bijdragen that are
/// typed with the proposal in them have a test of their own.
fn amounts(case: &Case) -> Vec<Amount> {
    let uitkomst = &case.uitkomst();
    let mut amounts = Vec::new();
    let each: Vec<Option<usize>> =
        std::iter::once(None).chain((0..uitkomst.deelnemers.len()).map(Some)).collect();
    for post in uitkomst.posten.iter().chain(&uitkomst.eenmalig) {
        for (jaar, bedrag) in &post.bedragen {
            let naam = Naam::new(post.id.clone(), *jaar).in_deel(post.deel);
            for deelnemer in &each {
                amounts.push(verdeeld(uitkomst, naam.clone(), bedrag, *deelnemer, &[bedrag]));
            }
        }
    }
    for totaal in &uitkomst.totaal {
        for (id, term) in totals(totaal) {
            let posts = posts(uitkomst, totaal, id);
            for deelnemer in &each {
                amounts.push(verdeeld(
                    uitkomst,
                    Naam::new(id, totaal.jaar),
                    term,
                    *deelnemer,
                    &posts,
                ));
            }
        }
        amounts.extend(bijdragen(case, uitkomst, totaal, false));
    }
    amounts.extend(uitkomst.reservering.iter().flat_map(|of| {
        let posts = posts(uitkomst, uitkomst.jaar(of.jaar).unwrap(), "effect");
        [&of.uitputting, &of.rest, &of.tekort]
            .map(|term| single(Naam::new("reservering", of.jaar), term.clone(), &posts))
    }));
    amounts
}

/// Amounts whose sheets and herleidingen have every other amount in them: the last cumulatief has every post
/// and every total but the effect.
fn ends(amounts: &[Amount]) -> Vec<&Amount> {
    let cumulative = amounts.iter().filter(|amount| &*amount.naam.id == "cumulatief");
    let last = cumulative.map(|amount| amount.naam.jaar).max();
    let inside = ["begroot", "verrekening", "definitief"];
    let is_end = |amount: &&Amount| {
        let naam = &amount.naam;
        let of_posts = amount.cell.is_some() && naam.deel.is_some() && &*naam.id != "incidenteel";
        let total = inside.contains(&&*naam.id);
        let earlier = &*naam.id == "cumulatief" && Some(naam.jaar) != last;
        !(of_posts || total || earlier)
    };
    amounts.iter().filter(is_end).collect()
}

fn totals(totaal: &JaarTotaal) -> [(&'static str, &Term<Verdeeld>); 5] {
    [
        ("effect", &totaal.effect),
        ("begroot", &totaal.begroot),
        ("verrekening", &totaal.verrekening),
        ("definitief", &totaal.definitief),
        ("cumulatief", &totaal.cumulatief),
    ]
}

/// The posts that could stand in a total of this year: all of them, and for `cumulatief` those before too.
fn posts<'u>(uitkomst: &'u Uitkomst, totaal: &JaarTotaal, id: &str) -> Vec<&'u Term<Verdeeld>> {
    let counts = |jaar| if id == "cumulatief" { jaar <= totaal.jaar } else { jaar == totaal.jaar };
    let all = uitkomst.posten.iter().flat_map(|post| &post.bedragen);
    all.filter(|(jaar, _)| counts(*jaar)).map(|(_, bedrag)| bedrag).collect()
}

fn cents(term: &Term<Bedrag>) -> Option<BigInt> {
    term.euro().map(|euro| BigInt::from(euro.cents()))
}

fn size(posts: &[&Term<Verdeeld>]) -> BigInt {
    let sizes = posts.iter().filter_map(|post| post.euro());
    sizes.map(|euro| BigInt::from(euro.cents()).abs()).sum()
}

fn single(naam: Naam, term: Term<Bedrag>, posts: &[&Term<Verdeeld>]) -> Amount {
    Amount {
        naam,
        cell: None,
        cents: cents(&term),
        term,
        roundings: 2 * posts.len() + 2,
        size: size(posts),
    }
}

fn verdeeld(
    uitkomst: &Uitkomst,
    naam: Naam,
    term: &Term<Verdeeld>,
    deelnemer: Option<usize>,
    posts: &[&Term<Verdeeld>],
) -> Amount {
    let naam = match deelnemer {
        Some(index) => naam.of_deelnemer(uitkomst.deelnemers[index].id.clone()),
        None => naam,
    };
    // A share can be a cent off for each of the two steps of its key.
    let per_post = if deelnemer.is_some() { 3 } else { 1 };
    let amount = single(naam, flat::of(term, deelnemer), posts);
    let cell = match (amount.naam.deel, deelnemer) {
        // A share of a total is named by the place of the deelnemer.
        (None, Some(index)) => {
            let whole = Naam { deelnemer: None, ..amount.naam.clone() };
            format!("{whole}_deel_{}", index + 1)
        }
        _ => amount.naam.to_string(),
    };
    Amount { cell: Some(cell), roundings: per_post * posts.len(), ..amount }
}

/// Whether the bijdrage of a deelnemer is typed with the proposal in it.
fn contains_proposal(case: &Case, deelnemer: usize, jaar: Jaar) -> bool {
    let id = &case.publicatie.deelnemers[deelnemer].id;
    let own = case.scenario.volledig().bijdragen.iter();
    let mut own = own.filter(|own| own.deelnemer == *id && own.jaar == jaar);
    own.any(|own| own.soort == BijdrageSoort::MetVoorstel)
}

/// Oud and nieuw of each deelnemer, and what it may compensate.
fn bijdragen(
    case: &Case,
    uitkomst: &Uitkomst,
    totaal: &JaarTotaal,
    with_proposal: bool,
) -> Vec<Amount> {
    let mut amounts = Vec::new();
    for (index, of) in uitkomst.deelnemers.iter().enumerate() {
        if contains_proposal(case, index, totaal.jaar) != with_proposal {
            continue;
        }
        let terms = [
            ("bijdrage_oud", uitkomst.oud(index, totaal.jaar)),
            ("bijdrage_nieuw", uitkomst.nieuw(index, totaal.jaar)),
            ("btw_compensatie", uitkomst.btw_compensatie(index, totaal.jaar)),
        ];
        for (id, term) in terms {
            let Some(term) = term else { continue };
            let naam = Naam::new(id, totaal.jaar).of_deelnemer(of.id.clone());
            amounts.push(single(naam, term, &posts(uitkomst, totaal, id)));
        }
    }
    amounts
}

fn fails(what: String) -> TestCaseError {
    TestCaseError::fail(what)
}

/// The sheet gives the same cents, and "onbekend" where there is no amount.
#[test]
fn the_sheet_recalculates_to_the_same_cents() {
    holds("sheet", CASES, Case::random, |case| in_a_sheet(&amounts(case)));
}

/// The lines that a person reads, done again one by one, end in the same amount.
#[test]
fn the_herleiding_can_be_done_again_from_its_text() {
    holds("herleiding", CASES, Case::random, |case| by_hand(case, &amounts(case)));
}

/// The program for the draws stays within its stated error, and is silent where there is no amount.
#[test]
fn the_program_stays_within_its_stated_error() {
    holds("program", CASES, Case::random, |case| in_a_program(&amounts(case)));
}

/// The posts of the proposal under the same keys stand beside those of the scenario, under the same names.
#[test]
fn a_bijdrage_that_contains_the_proposal_reads_the_same() {
    holds("met voorstel", CASES, Case::random, |case| {
        let uitkomst = case.uitkomst();
        uitkomst.totaal.iter().try_for_each(|totaal| {
            bijdragen(case, &uitkomst, totaal, true).iter().try_for_each(|amount| {
                let amount = std::slice::from_ref(amount);
                in_a_sheet(amount)?;
                by_hand(case, amount)?;
                in_a_program(amount)
            })
        })
    });
}

/// The ends as the parts of one term, each under a name of its own: one workbook, one herleiding.
fn together(ends: &[&Amount]) -> Option<Term<Bedrag>> {
    let named =
        ends.iter().enumerate().map(|(number, end)| end.term.clone().named(name(number, end)));
    named.reduce(|all, end| all + end)
}

fn name(number: usize, end: &Amount) -> Naam {
    Naam::new(format!("uitkomst_{number}"), end.naam.jaar)
}

/// All amounts in one workbook, where one name is one cell; and the last of them in one of its own.
fn in_a_sheet(amounts: &[Amount]) -> TestCaseResult {
    let ends = ends(amounts);
    let (Some(all), Some(last)) = (together(&ends), ends.last()) else { return Ok(()) };
    let mut sheet = Sheet::default();
    sheet.add(&cells(&all, "alles"));
    for (number, end) in ends.iter().enumerate() {
        same(end, sheet.value(&name(number, end).to_string()))?;
    }
    sheet.add(&cells(&last.term, "laatste"));
    let inside = amounts.iter().filter_map(|amount| Some((amount, amount.cell.as_ref()?)));
    inside.into_iter().try_for_each(|(amount, cell)| same(amount, sheet.value(cell)))
}

fn same(amount: &Amount, value: Option<&Value>) -> TestCaseResult {
    let expected = amount.cents.as_ref().map(|cents| Value::Number(euro(cents)));
    match (value, expected) {
        (Some(value), Some(expected)) => prop_assert_eq!(value, &expected, "{}", amount.naam),
        (Some(Value::Text(text)), None) => prop_assert_eq!(text, "onbekend", "{}", amount.naam),
        // A sum with an unknown part has no amount of its own in a sheet: it says so with a fault.
        (Some(Value::Error | Value::Empty), None) => {}
        (value, _) => prop_assert!(false, "{} is {:?}", amount.naam, value),
    }
    Ok(())
}

/// All amounts of all together, of the first two deelnemers and of the last: those between read alike.
fn by_hand(case: &Case, amounts: &[Amount]) -> TestCaseResult {
    let names = Names::new(&case.publicatie);
    let last = case.publicatie.deelnemers.len() - 1;
    let mut ends = ends(amounts);
    ends.retain(|end| {
        let place = end.naam.deelnemer.as_ref().and_then(|id| case.publicatie.deelnemer(id));
        place.is_none_or(|place| place < 2 || place == last)
    });
    let (Some(all), Some(last)) = (together(&ends), ends.last()) else { return Ok(()) };
    let done = done_again(&names, &all.herleiding(Naam::new("alles", last.naam.jaar)))?;
    for (number, end) in ends.iter().enumerate() {
        let outcome = done.get(&name(number, end).to_string());
        prop_assert_eq!(outcome, Some(&end.cents.as_ref().map(euro)), "{}", end.naam);
    }
    let alone = last.term.herleiding(last.naam.clone());
    let name = alone.stappen.last().unwrap().naam.to_string();
    let outcome = done_again(&names, &alone)?.remove(&name);
    prop_assert_eq!(outcome, Some(last.cents.as_ref().map(euro)), "{}", last.naam);
    Ok(())
}

/// The outcome of every step by its name.
fn done_again(
    names: &Names<'_>,
    herleiding: &Herleiding,
) -> Result<BTreeMap<String, Outcome>, TestCaseError> {
    let mut outcomes: BTreeMap<usize, Outcome> = BTreeMap::new();
    let mut by_name = BTreeMap::new();
    for (stap, line) in herleiding.stappen.iter().zip(names.lines(herleiding)) {
        let name = format!("[{}] {} = ", stap.nummer, names.step(stap));
        let says = line.strip_prefix(&name);
        let says = says.ok_or_else(|| fails(format!("{line} does not begin with {name}")))?;
        let outcome = line_again(stap, says).map_err(|it| fails(format!("{line}: {it}")))?;
        uses_earlier_steps(&stap.formule, &stap.uitdrukking, &outcomes)
            .map_err(|fault| fails(format!("{line}: {fault}")))?;
        outcomes.insert(stap.nummer, outcome.clone());
        by_name.insert(stap.naam.to_string(), outcome);
    }
    Ok(by_name)
}

/// One line: its arithmetic gives what it says, and that is the exact amount of its step.
fn line_again(stap: &Stap, says: &str) -> Result<Outcome, String> {
    let outcome = recomputed(says)?;
    if !says.starts_with(&stap.uitdrukking) {
        return Err(format!("does not begin with {}", stap.uitdrukking));
    }
    let exact = stap.waarde.map(|value| {
        let (teller, noemer) = value.lowest_terms();
        format!("{teller}/{noemer}")
    });
    let again = outcome.as_ref().map(|it| format!("{}/{}", it.numer(), it.denom()));
    if again == exact { Ok(outcome) } else { Err(format!("is {exact:?}")) }
}

fn in_a_program(amounts: &[Amount]) -> TestCaseResult {
    let terms: Vec<Term<Bedrag>> = amounts.iter().map(|amount| amount.term.clone()).collect();
    amounts.iter().zip(flat::run(&terms)).try_for_each(|(amount, found)| {
        let size = &amount.size + amount.cents.as_ref().map_or_else(BigInt::zero, Signed::abs);
        let name = amount.naam.to_string();
        flat::agrees(&name, found, amount.cents.as_ref(), amount.roundings, &size)
    })
}

/// What an amount leaves out is what has no amount below it.
#[test]
fn a_total_of_known_posts_leaves_nothing_out() {
    holds("exclusief", CASES, Case::random, |case| -> TestCaseResult {
        let uitkomst = case.uitkomst();
        for totaal in &uitkomst.totaal {
            for (id, term) in totals(totaal) {
                let unknown = term.whole().unknowns().len();
                prop_assert_eq!(
                    term.exclusief().is_empty(),
                    unknown == 0,
                    "{} {}",
                    id,
                    totaal.jaar
                );
            }
        }
        Ok(())
    });
}
