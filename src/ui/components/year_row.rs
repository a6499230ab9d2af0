//! The rows of the table of years. Roles are said aloud, because a phone shows rows as blocks.

use bijdragewijzer::view::{AmountRef, Cell, Table};
use yew::prelude::*;

use super::amount::{Amount, letter};
use crate::ui::state::{Action, Place};

/// What the columns after the year hold.
pub(crate) struct Columns {
    /// Whether an amount carries a letter.
    letters: [bool; 6],
    /// The one that a phone shows without opening the year.
    main: usize,
}

pub(crate) const YEARS: Columns =
    Columns { letters: [false, false, true, false, true, true], main: 5 };
pub(crate) const MARGINS: Columns = Columns { letters: [true; 6], main: 4 };

impl Columns {
    fn has_letter(&self, column: usize) -> bool {
        self.letters.get(column).copied().unwrap_or(false)
    }
}

pub(crate) fn head(index: usize, name: &str, columns: &Columns) -> Html {
    let number = "utrecht-table__header-cell--numeric-column bw-table__cell--number";
    let column = index.checked_sub(1);
    let class = classes!(
        "utrecht-table__header-cell",
        column.map(|_| number),
        column.filter(|it| columns.has_letter(*it)).map(|_| "bw-table__cell--with-letter"),
        column.filter(|it| *it == columns.main).map(|_| "bw-table__cell--main"),
    );
    html! { <th scope="col" role="columnheader" {class}>{ name }</th> }
}

pub(crate) fn row(
    year: &str,
    cells: &[Cell],
    table: &Table,
    columns: &Columns,
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
        let name = table.head.get(index + 1).map_or("", String::as_str);
        cell(it, name, year, index == columns.main, open, act)
    });
    let class = classes!("utrecht-table__row", is_open.then_some("bw-table__row--open"));
    html! {
        <tr {class} role="row" key={year.to_owned()}>
            <th scope="row" role="rowheader" class="utrecht-table__header-cell">
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
    main: bool,
    open: Option<&AmountRef>,
    act: &Callback<Action>,
) -> Html {
    let class = classes!(
        "utrecht-table__cell",
        "utrecht-table__cell--numeric-column",
        "bw-table__cell--number",
        main.then_some("bw-table__cell--strong bw-table__cell--main")
    );
    let inside = match &cell.amount {
        Some(amount) => html! {
            <Amount text={cell.text.clone()} amount={amount.clone()} direction={cell.direction} place={Place::Years}
                open={open == Some(amount)} label={format!("{name} {year}")} act={act.clone()} />
        },
        None => html! { <span>{ &cell.text }{ letter(cell.direction) }</span> },
    };
    html! { <td {class} role="cell" data-label={name.to_owned()}>{ inside }</td> }
}
