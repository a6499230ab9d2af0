//! A table of weights pasted from a spreadsheet: what was read of it, and taking that over.

use bijdragewijzer::scenario::Edit;
use bijdragewijzer::scenario::plakken::{Plaksel, plaksel};
use bijdragewijzer::units::Euro;
use bijdragewijzer::units::lezen::Veld;
use bijdragewijzer::units::notation::getal;
use bijdragewijzer::view::lezing::{plaksel_text, regel_text};
use yew::prelude::*;

use crate::ui::browser;
use crate::ui::components::card::{head_of, number, row_name, table};
use crate::ui::components::choices::parts::select;
use crate::ui::reading::decimal;
use crate::ui::scene::{Props, Scene};
use crate::ui::state::Action;

const TEXT: &str = "gewichten-plakken";
const COLUMN: &str = "gewichten-kolom";

#[component]
pub(crate) fn Plakken(props: &Props) -> Html {
    let scene = &props.scene;
    let (text, column) = (use_state(String::new), use_state(|| None::<usize>));
    let oninput = {
        let (text, column) = (text.clone(), column.clone());
        Callback::from(move |event: InputEvent| {
            text.set(browser::text(&event).unwrap_or_default());
            column.set(None);
        })
    };
    let found = (!text.trim().is_empty())
        .then(|| plaksel(scene.source(), &text, &Veld::gewicht(), *column));
    html! {
        <div class={classes!("bw-paste", text.is_empty().then_some("bw-screen-only"))}>
            <label class="utrecht-form-label bw-field__label" for={TEXT}>{ "Plak gewichten uit Excel" }</label>
            <textarea class="utrecht-textbox utrecht-textbox--html-input bw-area" id={TEXT} rows="4" spellcheck="false"
                aria-describedby="gewichten-plakken-uitleg" value={(*text).clone()} {oninput} />
            <p class="bw-choice__help" id="gewichten-plakken-uitleg">
                { "Een kolom met namen en een kolom met getallen. Er verandert niets voordat u overneemt." }
            </p>
            // It is there before its sentence, so that a screen reader hears that.
            <p role="status">{ found.as_ref().map(|found| plaksel_text(scene.source(), found)) }</p>
            if let Some(found) = found { { preview(scene, &found, &text, &column) } }
        </div>
    }
}

fn preview(
    scene: &Scene,
    found: &Plaksel,
    text: &UseStateHandle<String>,
    column: &UseStateHandle<Option<usize>>,
) -> Html {
    let veld = Veld::gewicht();
    let lines = found
        .regels
        .iter()
        .filter_map(|(place, regel)| regel_text(scene.source(), found, &veld, *place, regel))
        .map(|line| html! { <li>{ line }</li> });
    html! {
        <>
        if found.kolommen.len() > 1 { { columns(found, column) } }
        { matched(scene, found) }
        <ul class="bw-list">{ for lines }</ul>
        { accept(scene, found, text) }
        </>
    }
}

fn columns(found: &Plaksel, column: &UseStateHandle<Option<usize>>) -> Html {
    let options = found.kolommen.iter().map(|(place, heading)| {
        let name = if heading.is_empty() { format!("kolom {}", place + 1) } else { heading.clone() };
        html! { <option value={place.to_string()} selected={found.kolom == Some(*place)}>{ name }</option> }
    });
    let options = html! {
        <><option value="" selected={found.kolom.is_none()}>{ "Kies een kolom" }</option>{ for options }</>
    };
    let onchange = {
        let column = column.clone();
        Callback::from(move |event: Event| {
            column.set(browser::selected(&event).and_then(|place| place.parse().ok()));
        })
    };
    html! {
        <div class="bw-inline">
            <label class="utrecht-form-label" for={COLUMN}>{ "Kolom met gewichten" }</label>
            { select(COLUMN, options, onchange) }
        </div>
    }
}

/// The deelnemers that were found, with their weights.
fn matched(scene: &Scene, found: &Plaksel) -> Html {
    let rows: Vec<Html> = found
        .gevonden()
        .filter_map(|(id, gewicht)| {
            let index = scene.source().deelnemer(id)?;
            let deelnemer = scene.source().deelnemers.get(index)?;
            let text = decimal(gewicht).map(|value| getal(value, 0)).unwrap_or_default();
            Some(html! {
                <tr class="utrecht-table__row" key={id.to_string()}>
                    { row_name(html! { { &deelnemer.naam } }) }{ number(html! { { text } }) }
                </tr>
            })
        })
        .collect();
    if rows.is_empty() {
        return Html::default();
    }
    table(
        "gewichten-gevonden",
        "Gevonden gewichten",
        "bw-table--narrow",
        head_of(&[("Deelnemer", false), ("Gewicht", true)]),
        html! { <>{ for rows }</> },
        Html::default(),
    )
}

/// Taking over is for a table of which every row about a deelnemer reads: the rest would divide otherwise.
fn accept(scene: &Scene, found: &Plaksel, text: &UseStateHandle<String>) -> Html {
    let gewichten: Vec<_> = found.gevonden().map(|(id, gewicht)| (id.clone(), gewicht)).collect();
    if found.regels.iter().any(|(_, regel)| regel.is_unclear()) {
        return html! { <p class="bw-melding">{ "Verbeter eerst de regels hierboven. Daarna kunt u overnemen." }</p> };
    }
    if gewichten.iter().all(|(_, gewicht)| *gewicht == Euro::NUL) {
        return Html::default();
    }
    let count = gewichten.len();
    let (act, text) = (scene.act(), text.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        act.emit(Action::Edit(Edit::Gewichten(gewichten.clone())));
        act.emit(Action::Say(format!("{count} gewichten overgenomen.")));
        text.set(String::new());
        browser::focus(TEXT);
    });
    let missing =
        (!found.ontbreekt.is_empty()).then_some("Wie niet in de tabel staat, krijgt geen gewicht.");
    html! {
        <>
        { for missing.map(|text| html! { <p class="bw-choice__help">{ text }</p> }) }
        <button type="button" class="utrecht-button bw-card__action" {onclick}>{ "Overnemen" }</button>
        </>
    }
}
