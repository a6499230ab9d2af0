//! The same scenario under the three wijzen, with the yardsticks of stability.

use super::order::{Measure, Measured, Thing, warning};
use super::sleutels::offered;
use std::rc::Rc;

use super::{Comparison, ONCE, ONCE_NOTE, Outcome, View, WHOLE, computed, differs, note};
use crate::model::Uitkomst;
use crate::scenario::{Edit, Scenario, Wijze, apply};
use crate::units::notation::{enumerated, heel, in_sentence};
use crate::units::{Euro, Jaar};
use crate::view::Names;
use crate::view::chart::{Panel, PanelShape, Pictures, Stated, legend_of_lines, multiples};
use crate::view::deviations::wijze_name;
use crate::view::table::{Cell, Table, signed};

/// A wijze with what it gives.
struct UnderWijze {
    wijze: Wijze,
    scenario: Scenario,
    uitkomst: Rc<Uitkomst>,
    /// All years, with what is kept once from a resultaat before them.
    whole: Measured,
    /// The largest step, without and with the one from nu, and the spread: begroot, then na verrekening.
    steps: [[Measured; 3]; 2],
}

fn under_wijze(view: View<'_>, scenario: &Scenario, wijze: Wijze) -> Option<UnderWijze> {
    let input = apply(scenario.afwijkingen().clone(), Edit::Wijze(Some(wijze)));
    let (scenario, uitkomst) = computed(view.publicatie, &input)?;
    let (whole, steps) = (Measured::whole(view, &uitkomst), steps(view, &uitkomst));
    Some(UnderWijze { wijze, scenario, uitkomst, whole, steps })
}

/// The yardsticks by the ids of their amounts: begroot, then na verrekening.
const STEPS: [[&str; 3]; 2] = [
    ["grootste_stap_begroot", "met_eerste_stap_begroot", "spreiding_begroot"],
    ["grootste_stap_definitief", "met_eerste_stap_definitief", "spreiding_definitief"],
];

/// Made together: looked up one by one, the years would be gone through for each.
fn steps(view: View<'_>, uitkomst: &Uitkomst) -> [[Measured; 3]; 2] {
    let yardsticks = uitkomst.stabiliteit(Some(view.deelnemer));
    yardsticks.map(|it| {
        [it.grootste_stap, it.met_eerste_stap, it.spreiding].map(|it| Measured::of(Some(it)))
    })
}

fn step(step: Measured) -> String {
    step.euro.map_or_else(|| "onbekend".to_owned(), heel)
}

const NOTE: &str =
    "Per jaar na verrekening, tegenover nu. Spreiding is het hoogste jaar min het laagste.";

/// The same scenario under the three wijzen, year by year, with the yardsticks of stability.
pub fn compare_wijzen(view: View<'_>, scenario: &Scenario) -> Comparison {
    let jaren: Vec<Jaar> = view.publicatie.horizon.years().collect();
    let all = Wijze::ALL.into_iter().filter_map(|wijze| under_wijze(view, scenario, wijze));
    let all: Vec<UnderWijze> = all.collect();
    let keeps_once = view.keeps_once(all.iter().map(|it| &*it.uitkomst));
    let rows = all.iter().map(|it| {
        let years = jaren.iter().map(|jaar| view.cell(&it.uitkomst, "definitief", *jaar));
        let plain = |(measured, id): (Measured, &str)| Cell {
            text: step(measured),
            direction: None,
            amount: Some(view.of_all_years(&it.uitkomst, id)),
        };
        let steps = it.steps.into_iter().flatten().zip(STEPS.into_iter().flatten()).map(plain);
        let whole = view.whole_cells(&it.uitkomst, keeps_once);
        (wijze_name(it.wijze).to_owned(), years.chain(whole).chain(steps).collect())
    });
    let yardsticks = [
        "Grootste stap begroot",
        "Stap vanaf nu, begroot",
        "Spreiding begroot",
        "Grootste stap na verrekening",
        "Stap vanaf nu, na verrekening",
        "Spreiding na verrekening",
    ];
    let names = std::iter::once("Wijze".to_owned())
        .chain(jaren.iter().map(ToString::to_string))
        .chain(if keeps_once { view.whole_head(true, "") } else { vec![WHOLE.to_owned()] })
        .chain(yardsticks.map(str::to_owned));
    let same = are_same(view, &all);
    let left_out = all.iter().flat_map(|it| view.left_out(&it.uitkomst));
    let left_out = Names::new(view.publicatie).exclusief(left_out);
    Comparison {
        title: if same { SAME.to_owned() } else { title(&all) },
        table: Table { head: names.collect(), rows: rows.collect() },
        note: note([
            Some(NOTE.to_owned()),
            keeps_once.then(|| ONCE_NOTE.to_owned()),
            steadiest(&all).filter(|_| !same),
            left_out,
        ]),
        warning: order(view, scenario, &all),
        pictures: (!all.is_empty()).then(|| pictures(view, scenario, &all, keeps_once)),
        outcomes: all.into_iter().map(|it| Outcome(it.uitkomst)).collect(),
    }
}

/// What the title and the note put in order: the whole, and the steps in the begroting.
fn order(view: View<'_>, scenario: &Scenario, all: &[UnderWijze]) -> Option<String> {
    let things = all.iter().map(|it| Thing {
        name: wijze_name(it.wijze).to_owned(),
        scenario: &it.scenario,
        measured: [it.whole, it.steps[0][0], it.steps[0][1]],
    });
    let things: Vec<Thing<'_, 3>> = things.collect();
    let measures = [Measure::Whole, Measure::Step, Measure::StepFromNow];
    warning(view.publicatie, &things, offered(view, scenario), measures, |uitkomst| {
        let [[step, from_now, _], _] = steps(view, uitkomst);
        [Measured::whole(view, uitkomst), step, from_now]
    })
}

const SAME: &str = "De wijzen verschillen hier niet voor u";

/// Whether every amount of every year is the same under all.
fn are_same(view: View<'_>, all: &[UnderWijze]) -> bool {
    let amounts = |it: &UnderWijze| -> Option<Vec<Euro>> {
        let posts = ["begroot", "definitief"].into_iter();
        let years = posts.flat_map(|post| it.uitkomst.jaren.iter().map(move |jaar| (post, *jaar)));
        let years = years.map(|(post, jaar)| view.amount(&it.uitkomst, post, jaar));
        years.chain([view.once(&it.uitkomst)]).collect()
    };
    let mut found = all.iter().map(amounts);
    let Some(Some(first)) = found.next() else { return false };
    let is_same = |other: Vec<Euro>| first.iter().zip(&other).all(|(a, b)| !differs(*a, *b));
    found.all(|other| other.is_some_and(is_same))
}

/// Whether the wijzen differ in the whole, or in the years alone.
fn title(all: &[UnderWijze]) -> String {
    let whole: Vec<Euro> = all.iter().filter_map(|it| it.whole.euro).collect();
    let (low, high) = (whole.iter().min(), whole.iter().max());
    match low.zip(high) {
        Some((low, high)) if differs(*low, *high) => {
            format!("De wijze verandert ook het geheel: tot {} verschil", in_sentence(*high - *low))
        }
        Some(_) => "De wijze verschuift de jaren, niet het geheel".to_owned(),
        None => "Onder elke wijze is het geheel onbekend".to_owned(),
    }
}

/// Which wijze has the smallest step in the begroting, by both yardsticks. One that is unknown may be the smallest.
fn steadiest(all: &[UnderWijze]) -> Option<String> {
    if all.iter().any(|it| it.steps[0].iter().any(|step| step.euro.is_none())) {
        return Some("Welke wijze de kleinste stap geeft, is niet te zeggen.".to_owned());
    }
    let best = |read: fn(&UnderWijze) -> Option<Euro>| {
        let steps = all.iter().filter_map(|it| Some((it.wijze, read(it)?)));
        let steps: Vec<(Wijze, Euro)> = steps.collect();
        let least = steps.iter().map(|(_, euro)| *euro).min()?;
        let names = steps.iter().filter(|(_, euro)| !differs(*euro, least));
        Some(names.map(|(wijze, _)| format!("“{}”", wijze_name(*wijze))).collect::<Vec<_>>())
    };
    let between = best(|it| it.steps[0][0].euro)?;
    let with_first = best(|it| it.steps[0][1].euro)?;
    Some(if between == with_first && between.len() == all.len() {
        "De grootste stap in de begroting is bij elke wijze dezelfde.".to_owned()
    } else if between == with_first {
        let give = verb(&between, "geeft", "geven");
        let names = enumerated(&between);
        format!(
            "De kleinste stap in de begroting {give} {names}. Met de stap vanaf nu is dat ook zo."
        )
    } else {
        let (give, is) = (verb(&between, "geeft", "geven"), verb(&with_first, "is", "zijn"));
        // Three names would make the sentence too long.
        let listed = |names: &[String]| {
            if names.len() == all.len() { "alle wijzen".to_owned() } else { enumerated(names) }
        };
        let (between, with_first) = (listed(&between), listed(&with_first));
        format!(
            "Wat stabiel heet, hangt af van de maat. In de begroting {give} {between} de kleinste stap. Met de stap vanaf nu {is} dat {with_first}."
        )
    })
}

const fn verb(names: &[String], one: &'static str, more: &'static str) -> &'static str {
    if names.len() == 1 { one } else { more }
}

fn pictures(view: View<'_>, scenario: &Scenario, all: &[UnderWijze], keeps_once: bool) -> Pictures {
    let own = scenario.volledig().financiering.wijze;
    let panels: Vec<Panel> = all
        .iter()
        .map(|it| {
            let line = |post| {
                let years = it.uitkomst.jaren.iter();
                let cents = |jaar| view.amount(&it.uitkomst, post, jaar).map(Euro::cents);
                years.map(|jaar| (*jaar, cents(*jaar))).collect()
            };
            let stated =
                |name: &str, text: String| Stated { name: name.to_owned(), text, effect: None };
            let names = [
                ["Grootste stap begroot", "met de stap vanaf nu", "Spreiding begroot"],
                ["Stap na verrekening", "met de stap vanaf nu", "Spreiding verrekend"],
            ];
            let yardsticks = names.into_iter().flatten().zip(it.steps.into_iter().flatten());
            let yardsticks = yardsticks.map(|(name, measured)| stated(name, step(measured)));
            let amount =
                |name, euro| Stated { effect: euro, ..stated(name, signed(euro, keeps_once)) };
            // The years and what is kept once make the whole, to the cent.
            let parts = [
                amount("Jaren samen", view.total(&it.uitkomst)),
                amount(ONCE, view.once(&it.uitkomst)),
            ];
            let parts = parts.into_iter().filter(|_| keeps_once);
            let chosen = if own == Some(it.wijze) { " (gekozen)" } else { "" };
            Panel {
                name: format!("{}{chosen}", wijze_name(it.wijze)),
                years: line("definitief"),
                shape: PanelShape::Lines(line("begroot")),
                lines: parts.chain([amount(WHOLE, it.whole.euro)]).chain(yardsticks).collect(),
            }
        })
        .collect();
    let text =
        "Per wijze een lijn over de jaren, op één schaal; dezelfde bedragen staan in de tabel.";
    let mut pictures = Pictures::new(text, |size| multiples(&panels, size, [3, 1, 1]));
    pictures.legend = legend_of_lines();
    pictures
}
