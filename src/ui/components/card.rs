//! A card with its title, and a table inside one.

use bijdragewijzer::view::Table;
use yew::prelude::*;

use crate::ui::browser;

/// A card: the title says what is in it, or what it comes down to. What takes itself away leaves the focus there.
pub(crate) fn card(id: &str, title: &str, subtitle: Option<&str>, content: Html) -> Html {
    html! {
        <section class="bw-card" aria-labelledby={id.to_owned()}>
            <h2 class="utrecht-heading-2 bw-card__title" id={id.to_owned()} tabindex="-1">{ title }</h2>
            // As `if`: where it comes or goes the title keeps its place, and with it the focus.
            if let Some(text) = subtitle { <p class="bw-card__subtitle">{ text }</p> }
            { content }
        </section>
    }
}

/// A table that scrolls by itself where it is wider than the page. Roles are said aloud, because a phone
/// shows rows as blocks.
pub(crate) fn table(
    id: &str,
    name: &str,
    class: &'static str,
    head: Html,
    rows: Html,
    foot: Html,
) -> Html {
    html! {
        <section class="utrecht-table-container bw-table-scroll" aria-label={format!("Tabel: {name}")} tabindex="0">
            <table class={classes!("utrecht-table", "bw-table", class)} role="table" aria-labelledby={id.to_owned()}>
                <thead class="utrecht-table__header" role="rowgroup">{ head }</thead>
                <tbody class="utrecht-table__body" role="rowgroup">{ rows }</tbody>
                { foot }
            </table>
        </section>
    }
}

/// The head of a table; from one column on there are numbers, of which a name leaves the room of a letter below it.
pub(crate) fn head(of: &Table, numbers_from: usize) -> Html {
    let names = of.head.iter().enumerate().map(|(index, name)| {
        let has_letters = index.checked_sub(1).is_some_and(|it| of.has_letters(it));
        let class = if has_letters { WITH_LETTER } else { NUMBER };
        column(name, (index >= numbers_from).then_some(class))
    });
    html! { <tr class="utrecht-table__row" role="row">{ for names }</tr> }
}

/// The head of a table by the names of its columns, and whether each has numbers.
pub(crate) fn head_of(names: &[(&str, bool)]) -> Html {
    let names = names.iter().map(|(name, numbers)| column(name, numbers.then_some(NUMBER)));
    html! { <tr class="utrecht-table__row" role="row">{ for names }</tr> }
}

const NUMBER: &str = "bw-table__cell--number";
const WITH_LETTER: &str = "bw-table__cell--number bw-table__cell--with-letter";

/// The name of a column; of one with numbers, how they stand.
fn column(name: &str, numbers: Option<&'static str>) -> Html {
    let numbers =
        numbers.map(|class| classes!("utrecht-table__header-cell--numeric-column", class));
    html! { <th scope="col" role="columnheader" class={classes!("utrecht-table__header-cell", numbers)}>{ name }</th> }
}

/// The name of a row.
pub(crate) fn row_name(content: Html) -> Html {
    html! { <th scope="row" role="rowheader" class="utrecht-table__header-cell">{ content }</th> }
}

/// A cell with a number.
pub(crate) fn number(content: Html) -> Html {
    html! { <td class="utrecht-table__cell utrecht-table__cell--numeric-column bw-table__cell--number" role="cell">{ content }</td> }
}

/// A cell that a phone may show below the one before, with the name of its column.
pub(crate) fn labelled(label: &str, number: bool, content: Html) -> Html {
    let class = number.then_some("utrecht-table__cell--numeric-column bw-table__cell--number");
    html! { <td class={classes!("utrecht-table__cell", class)} role="cell" data-label={label.to_owned()}>{ content }</td> }
}

/// A switch: a checkbox with its label.
pub(crate) fn tick(id: &'static str, label: &str, checked: bool, on: Callback<bool>) -> Html {
    let onchange = on.reform(|event: Event| browser::checked(&event).unwrap_or(false));
    html! {
        <div class="bw-option">
            <input class="utrecht-checkbox utrecht-checkbox--html-input" type="checkbox" {id} {checked} {onchange} />
            <label class="utrecht-form-label utrecht-form-label--checkbox bw-option__label" for={id}>{ label }</label>
        </div>
    }
}
