//! Things beside each other in a card: the conclusion, the picture, the table and what one should know.

use std::rc::Rc;

use bijdragewijzer::view::{Cell, Comparison, Direction};
use yew::prelude::*;

use super::amount::{Amount, letter};
use super::beside::Beside;
use super::card::{head, labelled, row_name, table};
use super::herleiding::HerleidingPanel;
use super::opens::Opens;
use super::picture::Picture;
use crate::ui::place::Pointed;
use crate::ui::state::{Action, Place};

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) id: &'static str,
    pub(crate) comparison: Rc<Comparison>,
    /// In which unit, and of what.
    #[prop_or_default]
    pub(crate) subtitle: Option<String>,
    /// From which column on there are numbers.
    #[prop_or(1)]
    pub(crate) numbers_from: usize,
    /// What the columns are as rows, where those stand beside each other better than below each other.
    #[prop_or_default]
    pub(crate) turned: Option<&'static str>,
    /// How a phone shows it: as a list where there are few rows with long names, else as a table that scrolls.
    #[prop_or_default]
    pub(crate) class: &'static str,
    /// Whether the table is folded away under the picture.
    #[prop_or(true)]
    pub(crate) folds: bool,
    /// The row that is about who looks.
    #[prop_or_default]
    pub(crate) own: Option<usize>,
    /// Above the picture.
    #[prop_or_default]
    pub(crate) children: Html,
    /// With which amounts open their herleiding.
    #[prop_or_default]
    pub(crate) opens: Option<Opens>,
}

#[component]
pub(crate) fn ComparisonCard(props: &Props) -> Html {
    let it = &props.comparison;
    let turned = props.turned.map(|corner| it.table.turned(corner));
    let of = turned.as_ref().unwrap_or(&it.table);
    let open = props.opens.as_ref().and_then(|opens| opens.open.as_ref());
    // More cards have amounts that open: the herleiding stands in the one that shows the amount.
    let open = open.filter(|pointed| shows(props, pointed));
    let act = props.opens.as_ref().map(|opens| &opens.act);
    let rows = of.rows.iter().enumerate().map(|(index, (name, cells))| {
        let own = (props.own == Some(index)).then_some("bw-table__row--own");
        let cells = cells.iter().enumerate().map(|(column, it)| {
            let head = of.head.get(column + 1).map_or("", String::as_str);
            if column + 1 < props.numbers_from {
                return labelled(head, false, html! { { &it.text } });
            }
            let place = if props.turned.is_some() { column } else { index };
            let place = Place::in_table(props.id, place);
            // What has no letter keeps the place of one where others below or above it have one.
            let direction = it.direction.or(of.has_letters(column).then_some(Direction::Same));
            let label = format!("{head}, {name}");
            labelled(head, true, amount(it, direction, label, place, open, act))
        });
        html! {
            <tr class={classes!("utrecht-table__row", own)} role="row" key={index}>
                { row_name(html! { { name } }) }{ for cells }
            </tr>
        }
    });
    let shown = html! {
        <>
        { table(props.id, &it.title, props.class, head(of, props.numbers_from), html! { <>{ for rows }</> }, Html::default()) }
        if let Some(((place, amount), opens)) = open.zip(props.opens.as_ref()) {
            <HerleidingPanel source={opens.source.clone()} uitkomst={opens.outcome(it, *place)}
                amount={amount.clone()} place={*place} act={opens.act.clone()} />
        }
        </>
    };
    html! {
        <section class="bw-card bw-card--long" aria-labelledby={props.id}>
            <h2 class="utrecht-heading-2 bw-card__title" id={props.id}>{ &it.title }</h2>
            if let Some(text) = &props.subtitle { <p class="bw-card__subtitle">{ text }</p> }
            if let Some(warning) = &it.warning { <p class="bw-card__note"><strong>{ "Let op. " }</strong>{ warning }</p> }
            { props.children.clone() }
            if let Some(of) = &it.pictures { <Picture id={props.id} title={it.title.clone()} of={of.clone()} /> }
            if props.folds && it.pictures.is_some() {
                <Beside name={it.title.clone()} asked={open.is_some()}>{ shown }</Beside>
            } else {
                { shown }
            }
            if let Some(note) = &it.note { <p class="bw-card__note">{ note }</p> }
        </section>
    }
}

fn shows(props: &Props, (at, amount): &Pointed) -> bool {
    let mut rows = props.comparison.table.rows.iter().enumerate();
    rows.any(|(row, (_, cells))| {
        Place::in_table(props.id, row) == *at
            && cells.iter().any(|cell| cell.amount.as_ref() == Some(amount))
    })
}

fn amount(
    cell: &Cell,
    direction: Option<Direction>,
    label: String,
    place: Place,
    open: Option<&Pointed>,
    act: Option<&Callback<Action>>,
) -> Html {
    match cell.amount.as_ref().zip(act) {
        Some((of, act)) => html! {
            <Amount text={cell.text.clone()} amount={of.clone()} {direction} {place}
                open={open.is_some_and(|(at, amount)| *at == place && amount == of)} {label} act={act.clone()} />
        },
        None => html! { <span>{ &cell.text }{ letter(direction) }</span> },
    }
}
