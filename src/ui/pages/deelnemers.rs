//! Alle deelnemers: who gets what in a year, and that it closes to the cent.

use std::rc::Rc;

use bijdragewijzer::units::Jaar;
use bijdragewijzer::view::{
    AmountRef, Cell, DeelnemerTable, LETTERS, Measure, compare_deelnemers, deelnemer_table,
};
use yew::prelude::*;

use crate::ui::browser;
use crate::ui::components::amount::{Amount, letter};
use crate::ui::components::card::{card, head, number, row_name, table, tick};
use crate::ui::components::choices::parts::{radio, select};
use crate::ui::components::comparison::ComparisonCard;
use crate::ui::components::herleiding::HerleidingPanel;
use crate::ui::components::opens::Opens;
use crate::ui::components::per_inwoner::per_inwoner_card;
use crate::ui::later::{Below, use_later};
use crate::ui::scene::{Props, Scene};
use crate::ui::state::{Action, Place};

#[component]
pub(crate) fn Deelnemers(props: &Props) -> Html {
    let scene = &props.scene;
    let below = use_later(&Rc::new(scene.clone()));
    html! {
        <>
        <h1 class="utrecht-heading-1 bw-hidden">{ "Alle deelnemers" }</h1>
        <Amounts scene={Rc::clone(&below)} />
        if scene.arrived { <Rest scene={below} /> }
        </>
    }
}

/// The year that was chosen, or that of the answer.
fn chosen_year(scene: &Scene) -> Jaar {
    scene.state.jaar.unwrap_or_else(|| scene.source().antwoordjaar_or_first())
}

/// What each of them gets or pays.
#[component]
fn Amounts(props: &Below) -> Html {
    let scene = &props.scene;
    let source = scene.source();
    let open = scene.state.open.as_ref().filter(|(place, _)| *place == Place::Table);
    let open = open.map(|(_, amount)| amount);
    let jaar = chosen_year(scene);
    // Whoever adds up a column needs the cents; the table of years has a choice of its own.
    let cents = use_state(|| true);
    let Some(computed) = &scene.computed else { return Html::default() };
    let Some(all) = deelnemer_table(source, &computed.uitkomst, jaar, *cents) else {
        return Html::default();
    };
    let title = format!("Wat elke deelnemer krijgt of betaalt in {jaar}");
    let unit = if *cents { "In euro." } else { "In euro, afgerond op hele euro’s." };
    let subtitle = format!("{unit} {LETTERS}");
    let on_cents = {
        let cents = cents.clone();
        Callback::from(move |on: bool| cents.set(on))
    };
    let content = html! {
        <>
        <p class="bw-card__note bw-screen-only">{ "Kies een bedrag voor de herleiding." }</p>
        { year_choice(scene, jaar) }
        { rows(scene, &all, open) }
        <div class="bw-ticks">{ tick("centen", "Toon centen", *cents, on_cents) }</div>
        <p class="bw-card__note">{ &all.closing }</p>
        if let Some(note) = &all.note { <p class="bw-card__note">{ note }</p> }
        if let Some(amount) = open {
            <HerleidingPanel source={source.clone()} uitkomst={Rc::clone(&computed.uitkomst)} amount={amount.clone()}
                place={Place::Table} act={scene.act()} />
        }
        </>
    };
    card("deelnemers", &title, Some(&subtitle), content)
}

/// The same per inwoner, and in pictures.
#[component]
fn Rest(props: &Below) -> Html {
    let scene = &props.scene;
    let measure = use_state(|| Measure::Euro);
    let Some((computed, index)) = scene.computed.as_ref().zip(scene.deelnemer) else {
        return Html::default();
    };
    let jaar = chosen_year(scene);
    let all = compare_deelnemers(scene.source(), &computed.uitkomst, index, jaar, *measure);
    html! {
        <>
        { per_inwoner_card(scene, &computed.uitkomst, index, jaar) }
        <ComparisonCard id="naast-elkaar" opens={Opens::new(scene, computed)} own={index}
            subtitle={small(*measure)} comparison={Rc::new(all)}>
            { measure_choice(&measure) }
        </ComparisonCard>
        </>
    }
}

/// What the small pictures show.
const fn small(measure: Measure) -> &'static str {
    match measure {
        Measure::Euro => {
            "Verschil na verrekening per jaar, in euro; alle vakken op één schaal. Gekleurd: uw organisatie."
        }
        Measure::Share => {
            "Verschil na verrekening als deel van de bijdrage nu; alle vakken op één schaal. Gekleurd: uw organisatie."
        }
    }
}

fn measure_choice(measure: &UseStateHandle<Measure>) -> Html {
    let options = [
        ("maat-euro", "In euro", Measure::Euro),
        ("maat-deel", "In % van de bijdrage nu", Measure::Share),
    ];
    let options = options.into_iter().map(|(id, name, of)| {
        let chosen = measure.clone();
        let onchange = Callback::from(move |_: Event| chosen.set(of));
        radio("maat", id, name, None, **measure == of, onchange)
    });
    html! {
        <fieldset class="utrecht-form-fieldset utrecht-form-fieldset--html-fieldset bw-ticks">
            <legend class="bw-hidden">{ "Maat van de vakken" }</legend>
            { for options }
        </fieldset>
    }
}

fn year_choice(scene: &Scene, jaar: Jaar) -> Html {
    let options = scene.source().horizon.years().map(|it| {
        html! {
            <option value={it.to_string()} selected={it == jaar}>{ it.to_string() }</option>
        }
    });
    let (act, first) = (scene.act(), scene.source().antwoordjaar_or_first());
    let onchange = Callback::from(move |event: Event| {
        let year = browser::selected(&event).and_then(|text| text.parse().ok());
        if let Some(year) = year.and_then(Jaar::new) {
            act.emit(Action::Year(Some(year).filter(|it| *it != first)));
        }
    });
    html! {
        <div class="bw-inline">
            <label class="utrecht-form-label" for="deelnemers-jaar">{ "Jaar" }</label>
            { select("deelnemers-jaar", html! { <>{ for options }</> }, onchange) }
        </div>
    }
}

fn rows(scene: &Scene, all: &DeelnemerTable, open: Option<&AmountRef>) -> Html {
    let names: Vec<&str> = all.table.head.iter().map(String::as_str).collect();
    let cells = |cells: &[Cell], whose: &str| {
        let act = scene.act();
        let shown = cells.iter().enumerate().map(|(index, it)| {
            let name = names.get(index + 1).copied().unwrap_or_default();
            amount(it, format!("{name}, {whose}"), open, &act)
        });
        html! { <>{ for shown }</> }
    };
    let body = all.table.rows.iter().enumerate().map(|(index, (name, row))| {
        let own = (scene.deelnemer == Some(index)).then_some("bw-table__row--own");
        html! {
            <tr class={classes!("utrecht-table__row", own)} role="row" key={name.clone()}>
                { row_name(html! { { name } }) }{ cells(row, name) }
            </tr>
        }
    });
    let foot = html! {
        <tfoot class="utrecht-table__footer" role="rowgroup">
            <tr class="utrecht-table__row" role="row">{ row_name(html! { { "Totaal" } }) }{ cells(&all.total, "totaal") }</tr>
        </tfoot>
    };
    table(
        "deelnemers",
        "Alle deelnemers",
        "",
        head(&all.table, 1),
        html! { <>{ for body }</> },
        foot,
    )
}

fn amount(cell: &Cell, label: String, open: Option<&AmountRef>, act: &Callback<Action>) -> Html {
    number(match &cell.amount {
        Some(of) => html! {
            <Amount text={cell.text.clone()} amount={of.clone()} direction={cell.direction} place={Place::Table}
                open={open == Some(of)} {label} act={act.clone()} />
        },
        None => html! { <span>{ &cell.text }{ letter(cell.direction) }</span> },
    })
}
