//! Named scenarios beside each other, against both baselines.

use std::rc::Rc;

use super::order::{Measure, Measured, Thing, warning};
use super::{Comparison, ONCE_NOTE, Outcome, View, WHOLE, differs, note};
use crate::model::Uitkomst;
use crate::scenario::Scenario;
use crate::units::Euro;
use crate::units::notation::enumerated;
use crate::view::table::Table;

/// A scenario with what it is called and what came of it.
#[derive(Clone, Debug)]
pub struct NamedScenario<'s> {
    /// What it is called.
    pub name: String,
    /// The scenario.
    pub scenario: &'s Scenario,
    /// Its outcome.
    pub uitkomst: &'s Rc<Uitkomst>,
}

const NOTE: &str = "Nu: baten zoals tot nu toe begroot, geen sociaal incasseren. Ongewijzigd beleid: wel de hogere raming, geen sociaal incasseren.";

/// Named scenarios against both baselines.
pub fn compare_scenarios(view: View<'_>, scenarios: &[NamedScenario<'_>]) -> Comparison {
    let once = view.keeps_once(scenarios.iter().map(|it| &**it.uitkomst));
    let rows = scenarios.iter().map(|NamedScenario { name, uitkomst, .. }| {
        let jaar = view.jaar;
        let begroot =
            [view.cell(uitkomst, "begroot", jaar), view.own_cost(uitkomst, "begroot", jaar)];
        let cost = view.whole_own_cost(uitkomst, once);
        let cells = begroot.into_iter().chain(view.whole_cells(uitkomst, once)).chain([cost]);
        (name.clone(), cells.collect())
    });
    let rows = rows.collect();
    let last = if once { WHOLE.to_owned() } else { format!("Na verrekening {}", view.period()) };
    let mut head = vec![
        "Scenario".to_owned(),
        format!("Begroot {} tegenover nu", view.jaar),
        format!("Begroot {} tegenover ongewijzigd beleid", view.jaar),
    ];
    head.extend(view.whole_head(once, " tegenover nu"));
    head.push(format!("{last} tegenover ongewijzigd beleid"));
    Comparison {
        title: title(view, scenarios),
        table: Table { head, rows },
        note: note([
            Some(NOTE.to_owned()),
            once.then(|| ONCE_NOTE.to_owned()),
            view.exclusief(scenarios.iter().map(|it| &**it.uitkomst)),
        ]),
        warning: order(view, scenarios),
        pictures: None,
        outcomes: scenarios.iter().map(|it| Outcome(Rc::clone(it.uitkomst))).collect(),
    }
}

fn begroot(view: View<'_>, uitkomst: &Uitkomst) -> Measured {
    Measured::of(view.term(uitkomst, "begroot", view.jaar))
}

/// Where the bijdrage is lowest, as far as is known.
fn title(view: View<'_>, scenarios: &[NamedScenario<'_>]) -> String {
    match scenarios {
        [] => return "Geen van de scenario’s heeft nu een uitkomst".to_owned(),
        [one] => return format!("{}, tegenover nu en ongewijzigd beleid", one.name),
        _ => {}
    }
    let measured = scenarios.iter().map(|it| (&*it.name, begroot(view, it.uitkomst)));
    let measured: Vec<(&str, Measured)> = measured.collect();
    let known = if measured.iter().any(|(_, it)| it.exclusief) { " voor zover bekend" } else { "" };
    let euros = measured.iter().filter_map(|(_, it)| it.euro);
    let (low, high) = (euros.clone().min(), euros.max());
    match low.zip(high) {
        Some((low, high)) if differs(low, high) => {
            let is_low = |euro: Euro| !differs(euro, low);
            let lowest = measured.iter().filter(|(_, it)| it.euro.is_some_and(is_low));
            let lowest: Vec<String> = lowest.map(|(name, _)| format!("“{name}”")).collect();
            let lowest = enumerated(&lowest);
            if same_start(view, scenarios) {
                format!("In {} is de bijdrage{known} het laagst met {lowest}", view.jaar)
            } else {
                format!("Tegenover nu is in {}{known} het gunstigst: {lowest}", view.jaar)
            }
        }
        _ if same_start(view, scenarios) => {
            format!("In {} zijn de scenario’s{known} gelijk voor u", view.jaar)
        }
        _ => format!("Tegenover nu doen de scenario’s in {}{known} hetzelfde", view.jaar),
    }
}

/// Whether the bijdrage that they change is one and the same: a typed bijdrage or index makes it another.
fn same_start(view: View<'_>, scenarios: &[NamedScenario<'_>]) -> bool {
    let mut starts = scenarios.iter().map(|it| it.uitkomst.oud(view.deelnemer, view.jaar)?.euro());
    let first = starts.next();
    starts.all(|it| Some(it) == first)
}

/// Each has keys of its own; what it needs for a key that is typed the others need not have.
fn order(view: View<'_>, scenarios: &[NamedScenario<'_>]) -> Option<String> {
    let things = scenarios.iter().map(|it| Thing {
        name: it.name.clone(),
        scenario: it.scenario,
        measured: [begroot(view, it.uitkomst)],
    });
    let things: Vec<Thing<'_, 1>> = things.collect();
    let keys = view.publicatie.sleutels.iter().filter(|key| key.soort.is_complete());
    let read = |uitkomst: &Uitkomst| [begroot(view, uitkomst)];
    warning(view.publicatie, &things, keys, [Measure::Begroot(view.jaar)], read)
}
