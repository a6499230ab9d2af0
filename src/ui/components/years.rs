//! The table of years.

use std::rc::Rc;

use bijdragewijzer::model::Uitkomst;
use bijdragewijzer::view::{AmountRef, Cell, YearTable};
use yew::prelude::*;

use super::amount::{Amount, letter};
use super::herleiding::HerleidingPanel;
use crate::ui::state::{Action, Place};
use crate::ui::{Source, browser};

#[derive(Properties)]
pub(crate) struct Props {
    pub(crate) source: Source,
    pub(crate) years: YearTable,
    pub(crate) uitkomst: Rc<Uitkomst>,
    pub(crate) cents: bool,
    pub(crate) open: Option<(Place, AmountRef)>,
    pub(crate) act: Callback<Action>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        self.source == other.source
            && Rc::ptr_eq(&self.uitkomst, &other.uitkomst)
            && self.years == other.years
            && self.open == other.open
    }
}

#[component]
pub(crate) fn YearsCard(props: &Props) -> Html {
    let opened = use_state(|| None::<String>);
    let open =
        props.open.as_ref().filter(|(place, _)| *place == Place::Years).map(|(_, amount)| amount);
    let onchange =
        props.act.reform(|event: Event| Action::Cents(browser::checked(&event).unwrap_or(false)));
    let unit = if props.cents { "In euro." } else { "In euro, afgerond op hele euro’s." };
    let table = &props.years.table;
    let rows = table
        .rows
        .iter()
        .map(|(year, cells)| row(year, cells, &table.head, open, &props.act, &opened));
    html! {
        <section class="bw-card" aria-labelledby="per-jaar">
            <h2 class="utrecht-heading-2 bw-card__title" id="per-jaar">{ "Per jaar" }</h2>
            <p class="bw-card__subtitle">
                { format!("{unit} V = voordeel (lagere bijdrage), N = nadeel. Kies een bedrag voor de herleiding.") }
            </p>
            <section class="utrecht-table-container bw-table-scroll" aria-label="Tabel per jaar" tabindex="0">
                <table class="utrecht-table bw-table bw-table--per-year" aria-labelledby="per-jaar">
                    <thead class="utrecht-table__header">
                        <tr class="utrecht-table__row">{ for table.head.iter().enumerate().map(head) }</tr>
                    </thead>
                    <tbody class="utrecht-table__body">{ for rows }</tbody>
                </table>
            </section>
            <div class="bw-option">
                <input class="utrecht-checkbox utrecht-checkbox--html-input" type="checkbox" id="centen"
                    checked={props.cents} {onchange} />
                <label class="utrecht-form-label utrecht-form-label--checkbox bw-option__label" for="centen">
                    { "Toon centen" }
                </label>
            </div>
            if let Some(amount) = open {
                <HerleidingPanel source={props.source.clone()} uitkomst={Rc::clone(&props.uitkomst)}
                    amount={amount.clone()} place={Place::Years} act={props.act.clone()} />
            }
            { for props.years.note.iter().map(|note| html! { <p class="bw-card__note">{ note }</p> }) }
        </section>
    }
}

/// The columns whose amounts carry a letter.
const DIFFERENCES: [usize; 3] = [3, 5, 6];

fn head((index, name): (usize, &String)) -> Html {
    let number = "utrecht-table__header-cell--numeric-column bw-table__cell--number";
    let class = classes!(
        "utrecht-table__header-cell",
        (index > 0).then_some(number),
        DIFFERENCES.contains(&index).then_some("bw-table__cell--with-letter")
    );
    html! { <th scope="col" {class}>{ name }</th> }
}

fn row(
    year: &str,
    cells: &[Cell],
    head: &[String],
    open: Option<&AmountRef>,
    act: &Callback<Action>,
    opened: &UseStateHandle<Option<String>>,
) -> Html {
    let is_open = opened.as_deref() == Some(year);
    let onclick = {
        let (opened, year) = (opened.clone(), year.to_owned());
        Callback::from(move |_: MouseEvent| opened.set((!is_open).then(|| year.clone())))
    };
    let cells = cells.iter().enumerate().map(|(index, it)| {
        let name = head.get(index + 1).map_or("", String::as_str);
        cell(it, name, year, index == 5, open, act)
    });
    html! {
        <tr class={classes!("utrecht-table__row", is_open.then_some("bw-table__row--open"))} key={year.to_owned()}>
            <th scope="row" class="utrecht-table__header-cell">
                <span class="bw-table__year">{ year }</span>
                <button type="button" class="bw-table__toggle" {onclick}
                    aria-expanded={if is_open { "true" } else { "false" }}>{ year }</button>
            </th>
            { for cells }
        </tr>
    }
}

fn cell(
    cell: &Cell,
    name: &str,
    year: &str,
    strong: bool,
    open: Option<&AmountRef>,
    act: &Callback<Action>,
) -> Html {
    let class = classes!(
        "utrecht-table__cell",
        "utrecht-table__cell--numeric-column",
        "bw-table__cell--number",
        strong.then_some("bw-table__cell--strong")
    );
    let inside = match &cell.amount {
        Some(amount) => html! {
            <Amount text={cell.text.clone()} amount={amount.clone()} direction={cell.direction} place={Place::Years}
                open={open == Some(amount)} label={format!("{name} {year}")} act={act.clone()} />
        },
        None => html! { <span>{ &cell.text }{ letter(cell.direction) }</span> },
    };
    html! { <td {class} data-label={name.to_owned()}>{ inside }</td> }
}
