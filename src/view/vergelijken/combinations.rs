//! Every combination of the variants of the proposal.

use super::order::{Measure, Measured, Thing, warning};
use super::sleutels::offered;
use super::{Comparison, View, cell, computed, head};
use crate::formula::Id;
use crate::model::Uitkomst;
use crate::publicatie::{Publicatie, Variant};
use crate::scenario::{Edit, Scenario, apply};
use crate::view::Names;
use crate::view::table::{Cell, Table};

/// Some of the variants, and what comes of them.
struct Combination<'p> {
    variants: Vec<&'p Variant>,
    scenario: Scenario,
    uitkomst: Uitkomst,
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
    let rows = all.iter().filter_map(|it| {
        let totaal = it.uitkomst.jaar(last)?;
        let cells: [Cell; 4] = [
            totaal.effect.euro(),
            view.amount(&it.uitkomst, "begroot", view.jaar),
            view.amount(&it.uitkomst, "definitief", last),
            view.total(&it.uitkomst),
        ]
        .map(cell);
        Some((it.name(|variant| &variant.naam), cells.to_vec()))
    });
    let table = Table {
        head: head([
            "Varianten".to_owned(),
            format!("Effect {last}, alle deelnemers"),
            format!("Begroot {}", view.jaar),
            format!("Na verrekening {last}"),
            format!("Na verrekening {}", view.period()),
        ]),
        rows: rows.collect(),
    };
    let left_out = all.iter().filter_map(|it| it.uitkomst.jaar(last));
    let left_out = left_out.flat_map(|totaal| totaal.effect.exclusief());
    let left_out = left_out.chain(all.iter().flat_map(|it| view.left_out(&it.uitkomst)));
    Comparison {
        title: format!("De {} combinaties van de varianten", all.len()),
        table,
        note: Names::new(publicatie).exclusief(left_out),
        warning: order(view, scenario, &all),
        pictures: None,
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

fn settled(view: View<'_>, uitkomst: &Uitkomst) -> Measured {
    let exclusief = !view.left_out(uitkomst).is_empty();
    Measured { euro: view.total(uitkomst), exclusief }
}

/// By the last column: the years together.
fn order(view: View<'_>, scenario: &Scenario, all: &[Combination<'_>]) -> Option<String> {
    let things = all.iter().map(|it| Thing {
        name: it.name(short),
        scenario: &it.scenario,
        measured: [settled(view, &it.uitkomst)],
    });
    let things: Vec<Thing<'_, 1>> = things.collect();
    let read = |uitkomst: &Uitkomst| [settled(view, uitkomst)];
    warning(view.publicatie, &things, offered(view, scenario), [Measure::Settled], read)
}
