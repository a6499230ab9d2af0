//! Vergelijken: scenarios, keys, wijzen and combinations beside each other.

use bijdragewijzer::model::Uitkomst;
use bijdragewijzer::scenario::{Edit, Input};
use bijdragewijzer::view::{
    Comparison, View, compare_combinations, compare_keys, compare_scenarios, compare_wijzen,
};
use yew::prelude::*;

use super::bijdrage::ask;
use crate::ui::browser;
use crate::ui::components::amount::letter;
use crate::ui::components::card::{card, head, number, row_name, table};
use crate::ui::components::meldingen::Meldingen;
use crate::ui::scene::{Props, Scene};
use crate::ui::state::{Action, MOST};

#[component]
pub(crate) fn Vergelijken(props: &Props) -> Html {
    let scene = &props.scene;
    let Some((computed, index)) = scene.computed.as_ref().zip(scene.deelnemer) else {
        return ask();
    };
    let view = View::new(scene.source(), index);
    let named: Vec<(String, &Uitkomst)> = scene
        .judged
        .iter()
        .zip(&scene.state.work.scenarios)
        .enumerate()
        .filter_map(|(place, (judged, input))| {
            Some((name(scene, place, input), &*judged.computed.as_ref()?.uitkomst))
        })
        .collect();
    html! {
        <>
        <h1 class="utrecht-heading-1 bw-hidden">{ "Vergelijken" }</h1>
        <Meldingen scene={scene.clone()} />
        { scenarios(scene) }
        { shown("scenarios", &compare_scenarios(view, &named), 1) }
        { shown("sleutels", &compare_keys(view, &computed.scenario), 2) }
        { shown("wijzen", &compare_wijzen(view, &computed.scenario), 1) }
        { shown("combinaties", &compare_combinations(view, &computed.scenario), 1) }
        </>
    }
}

/// What a scenario is called: its own name, or its uitgangspunt.
fn name(scene: &Scene, place: usize, input: &Input) -> String {
    let source = scene.source();
    let start = input.uitgangspunt.as_deref().and_then(|id| source.uitgangspunt(id));
    let start = start.or_else(|| source.uitgangspunten.first()).map(|it| it.naam.clone());
    let name = input.naam.clone().or(start).unwrap_or_default();
    format!("{}. {name}", place + 1)
}

fn scenarios(scene: &Scene) -> Html {
    let work = &scene.state.work;
    let rows = work.scenarios.iter().enumerate().map(|(place, input)| {
        let id = format!("scenario-{place}");
        let top = place == work.top;
        html! {
            <li class="bw-scenario" key={place}>
                <div class="bw-option">
                    <input class="utrecht-radio-button utrecht-radio-button--html-input" type="radio" name="scenario"
                        id={id.clone()} checked={top} onchange={scene.on::<Event>(Action::Top(place))} />
                    <label class="utrecht-form-label utrecht-form-label--radio bw-option__label" for={id}>{ name(scene, place, input) }</label>
                    if work.scenarios.len() > 1 {
                        <button type="button" class="bw-link-button bw-option__more" onclick={scene.on::<MouseEvent>(Action::Remove(place))}>
                            { "weg" }<span class="bw-hidden">{ format!(": {}", name(scene, place, input)) }</span>
                        </button>
                    }
                </div>
            </li>
        }
    });
    let edit = scene.edit();
    let rename = Callback::from(move |event: InputEvent| {
        let text = browser::text(&event).unwrap_or_default();
        let text = text.trim();
        edit.emit(Edit::Naam((!text.is_empty()).then(|| text.to_owned())));
    });
    let content = html! {
        <>
        <ul class="bw-scenarios">{ for rows }</ul>
        <div class="bw-inline">
            <label class="utrecht-form-label" for="naam">{ "Naam van het gekozen scenario" }</label>
            <input class="utrecht-textbox utrecht-textbox--html-input" type="text" id="naam" maxlength="60" autocomplete="off"
                value={scene.input().naam.unwrap_or_default()} oninput={rename} onblur={scene.on::<FocusEvent>(Action::Settle)} />
        </div>
        if work.scenarios.len() < MOST {
            <button type="button" class="utrecht-button bw-card__action" onclick={scene.on::<MouseEvent>(Action::Copy)}>
                { "Zet een kopie ernaast" }
            </button>
        }
        </>
    };
    let text = "Hoogstens vier naast elkaar. De keuzes hiernaast gaan over het gekozen scenario.";
    card("naast-elkaar", "Scenario’s", Some(text), content)
}

fn shown(id: &str, comparison: &Comparison, numbers_from: usize) -> Html {
    let names: Vec<&str> = comparison.table.head.iter().map(String::as_str).collect();
    let rows = comparison.table.rows.iter().map(|(name, cells)| {
        let cells = cells.iter().map(|cell| number(html! { <span>{ &cell.text }{ letter(cell.direction) }</span> }));
        html! { <tr class="utrecht-table__row" key={name.clone()}>{ row_name(html! { { name } }) }{ for cells }</tr> }
    });
    let warning =
        "Of u beter of slechter uit bent, hangt af van de sleutel. Vraag GBLT welke geldt.";
    let content = html! {
        <>
        if comparison.warns { <p class="bw-card__note"><strong>{ "Let op. " }</strong>{ warning }</p> }
        { table(id, &comparison.title, "", head(&names, numbers_from), html! { <>{ for rows }</> }, Html::default()) }
        { for comparison.note.iter().map(|note| html! { <p class="bw-card__note">{ note }</p> }) }
        </>
    };
    card(id, &comparison.title, None, content)
}
