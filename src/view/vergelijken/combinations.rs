//! Every combination of the variants of the proposal.

use std::rc::Rc;

use super::order::{Measure, Measured, Thing, warning};
use super::sleutels::offered;
use super::{Comparison, ONCE_NOTE, Outcome, View, computed, difference, note};
use crate::formula::Id;
use crate::model::Uitkomst;
use crate::publicatie::{Publicatie, Variant};
use crate::scenario::{Edit, Scenario, apply};
use crate::view::table::Table;
use crate::view::{AmountRef, Names};

/// Some of the variants, and what comes of them.
struct Combination<'p> {
    variants: Vec<&'p Variant>,
    scenario: Scenario,
    uitkomst: Rc<Uitkomst>,
}

impl<'p> Combination<'p> {
    fn new(
        publicatie: &'p Publicatie,
        scenario: &Scenario,
        variants: Vec<&'p Variant>,
    ) -> Option<Self> {
        let chosen = variants.iter().map(|variant| Id::clone(&variant.id)).collect();
        let input = apply(scenario.afwijkingen().clone(), Edit::Varianten(Some(chosen)));
        let (scenario, uitkomst) = computed(publicatie, &input)?;
        Some(Self { variants, scenario, uitkomst })
    }

    fn name(&self, of: fn(&Variant) -> &str) -> String {
        let names: Vec<&str> = self.variants.iter().map(|variant| of(variant)).collect();
        if names.is_empty() { "Geen variant".to_owned() } else { names.join(" + ") }
    }
}

/// "2A" of "2A Voorbellen": what a sentence calls a variant whose name begins with its id.
fn short(variant: &Variant) -> &str {
    let first = variant.naam.split(' ').next().unwrap_or_default();
    if first.eq_ignore_ascii_case(&variant.id) { first } else { &variant.naam }
}

/// Every combination of the variants of the proposal.
pub fn compare_combinations(view: View<'_>, scenario: &Scenario) -> Comparison {
    let publicatie = view.publicatie;
    let last = publicatie.horizon.tot;
    let all = all(publicatie, scenario);
    let once = view.keeps_once(all.iter().map(|it| &*it.uitkomst));
    let rows = all.iter().map(|it| {
        let effect = AmountRef { deelnemer: None, ..AmountRef::new("effect", last, 0) };
        let cells = [
            difference(&it.uitkomst, effect, false),
            view.cell(&it.uitkomst, "begroot", view.jaar),
            view.cell(&it.uitkomst, "definitief", last),
        ];
        let cells = cells.into_iter().chain(view.whole_cells(&it.uitkomst, once));
        (it.name(|variant| &variant.naam), cells.collect())
    });
    let rows = rows.collect();
    let mut head = vec![
        "Varianten".to_owned(),
        format!("Effect {last}, alle deelnemers"),
        format!("Begroot {}", view.jaar),
        format!("Na verrekening {last}"),
    ];
    head.extend(view.whole_head(once, ""));
    let left_out = all.iter().filter_map(|it| it.uitkomst.jaar(last));
    let left_out = left_out.flat_map(|totaal| totaal.effect.exclusief());
    let left_out = left_out.chain(all.iter().flat_map(|it| view.left_out(&it.uitkomst)));
    Comparison {
        title: format!("De {} combinaties van de varianten", all.len()),
        table: Table { head, rows },
        note: note([
            once.then(|| ONCE_NOTE.to_owned()),
            Names::new(publicatie).exclusief(left_out),
        ]),
        warning: order(view, scenario, &all, if once { Measure::Whole } else { Measure::Settled }),
        pictures: None,
        outcomes: all.into_iter().map(|it| Outcome(it.uitkomst)).collect(),
    }
}

fn all<'p>(publicatie: &'p Publicatie, scenario: &Scenario) -> Vec<Combination<'p>> {
    let proposal = publicatie.uitgangspunten.first();
    let ids = proposal.iter().flat_map(|it| it.scenario.varianten.iter().flatten());
    let variants: Vec<&Variant> = ids.filter_map(|id| publicatie.variant(id)).collect();
    let count = 1_usize << variants.len().min(6);
    let chosen = |combination: usize| {
        let variants = variants.iter().enumerate();
        variants.filter(move |(place, _)| combination & (1 << place) != 0).map(|(_, it)| *it)
    };
    (0..count)
        .filter_map(|it| Combination::new(publicatie, scenario, chosen(it).collect()))
        .collect()
}

/// By the last column: the years together, with what is kept once.
fn order(
    view: View<'_>,
    scenario: &Scenario,
    all: &[Combination<'_>],
    measure: Measure,
) -> Option<String> {
    let things = all.iter().map(|it| Thing {
        name: it.name(short),
        scenario: &it.scenario,
        measured: [Measured::whole(view, &it.uitkomst)],
    });
    let things: Vec<Thing<'_, 1>> = things.collect();
    let read = |uitkomst: &Uitkomst| [Measured::whole(view, uitkomst)];
    warning(view.publicatie, &things, offered(view, scenario), [measure], read)
}
