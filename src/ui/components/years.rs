//! The table of years: the amounts, or their lowest, middle and highest.

use std::rc::Rc;

use bijdragewijzer::model::Uitkomst;
use bijdragewijzer::view::{AmountRef, LETTERS, Names, YearTable};
use yew::prelude::*;

use super::card::tick;
use super::herleiding::HerleidingPanel;
use super::margins::MarginsOf;
use super::year_row::{MARGINS, YEARS, head, row};
use crate::ui::Source;
use crate::ui::state::{Action, Place};

#[derive(Properties)]
pub(crate) struct Props {
    pub(crate) source: Source,
    pub(crate) years: YearTable,
    pub(crate) uitkomst: Rc<Uitkomst>,
    pub(crate) deelnemer: usize,
    pub(crate) cents: bool,
    pub(crate) open: Option<(Place, AmountRef)>,
    pub(crate) act: Callback<Action>,
    /// Lowest, middle and highest.
    pub(crate) margins: MarginsOf,
    /// Whether their columns are shown.
    pub(crate) wide: bool,
    pub(crate) on_wide: Callback<bool>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        self.source == other.source
            && Rc::ptr_eq(&self.uitkomst, &other.uitkomst)
            && self.years == other.years
            && self.open == other.open
            && self.margins == other.margins
            && self.wide == other.wide
    }
}

#[component]
pub(crate) fn YearsCard(props: &Props) -> Html {
    let opened = use_state(|| None::<String>);
    let open =
        props.open.as_ref().filter(|(place, _)| *place == Place::Years).map(|(_, amount)| amount);
    let unit = if props.cents { "In euro." } else { "In euro, afgerond op hele euro’s." };
    let margins = || props.margins.table(&props.uitkomst, props.deelnemer, props.cents);
    let table = if props.wide { margins() } else { props.years.table.clone() };
    let columns = if props.wide { MARGINS } else { YEARS };
    let rows = table
        .rows
        .iter()
        .map(|(year, cells)| row(year, cells, &table, &columns, open, &props.act, &opened));
    let head = table.head.iter().enumerate().map(|(index, name)| head(index, name, &columns));
    html! {
        <section class="bw-card" aria-labelledby="per-jaar">
            <h2 class="utrecht-heading-2 bw-card__title" id="per-jaar">{ "Per jaar" }</h2>
            <p class="bw-card__subtitle">
                { format!("{unit} {LETTERS}") }
                <span class="bw-screen-only">{ " Kies een bedrag voor de herleiding." }</span>
            </p>
            <section class="utrecht-table-container bw-table-scroll" aria-label="Tabel per jaar" tabindex="0">
                <table class="utrecht-table bw-table bw-table--per-year" role="table" aria-labelledby="per-jaar">
                    <thead class="utrecht-table__header" role="rowgroup">
                        <tr class="utrecht-table__row" role="row">{ for head }</tr>
                    </thead>
                    <tbody class="utrecht-table__body" role="rowgroup">{ for rows }</tbody>
                </table>
            </section>
            <div class="bw-ticks">
                { tick("centen", "Toon centen", props.cents, props.act.reform(Action::Cents)) }
                { tick("laag-hoog", "Toon laag en hoog", props.wide, props.on_wide.clone()) }
            </div>
            if let Some(amount) = open {
                { corner(&props.margins.lines(&props.uitkomst, amount, Names::new(&props.source))) }
                <HerleidingPanel source={props.source.clone()} uitkomst={Rc::clone(&props.uitkomst)}
                    amount={amount.clone()} place={Place::Years} act={props.act.clone()} />
            }
            if let Some(why) = &props.years.no_share { <p class="bw-card__note">{ why }</p> }
            if let Some(note) = &props.years.note { <p class="bw-card__note">{ note }</p> }
            if props.wide { <p class="bw-card__note">{ props.margins.note() }</p> }
        </section>
    }
}

/// How low and how high an open amount can become, and with which values.
fn corner(lines: &[String]) -> Html {
    if lines.is_empty() {
        return Html::default();
    }
    html! {
        <div class="bw-corner">
            <h3 class="utrecht-heading-3 bw-corner__title">{ "Hoe laag en hoog het kan worden" }</h3>
            <ul class="bw-corner__lines">{ for lines.iter().map(|line| html! { <li>{ line }</li> }) }</ul>
        </div>
    }
}
