//! What deviates from the uitgangspunt, and the way back for each and for all.

use bijdragewijzer::scenario::Edit;
use bijdragewijzer::view::deviations;
use yew::prelude::*;

use crate::ui::components::card::{card, cell, head, row_name, table};
use crate::ui::scene::Scene;
use crate::ui::state::Action;

pub(crate) fn view(scene: &Scene) -> Html {
    let list = deviations(scene.source(), &scene.input());
    if list.is_empty() {
        let text = "Het scenario volgt het uitgangspunt. Wat u hieronder verandert, staat hier met de weg terug.";
        return card(
            "afwijkingen",
            "Geen afwijkingen van het uitgangspunt",
            Some(text),
            Html::default(),
        );
    }
    let title = match list.len() {
        1 => "1 afwijking van het uitgangspunt".to_owned(),
        more => format!("{more} afwijkingen van het uitgangspunt"),
    };
    let rows = list.into_iter().map(|it| {
        let name = it.name.clone();
        let undo = scene.on::<MouseEvent>(Action::Edit(it.undo));
        html! {
            <tr class="utrecht-table__row">
                { row_name(html! { { it.name } }) }
                { cell(html! { { it.value } }) }
                { cell(html! { { it.before.unwrap_or_else(|| "niet ingevuld".to_owned()) } }) }
                { cell(html! {
                    <button type="button" class="bw-link-button" onclick={undo}>
                        { "terug" }<span class="bw-hidden">{ format!(": {name}") }</span>
                    </button>
                }) }
            </tr>
        }
    });
    let head = head(&["Keuze of aanname", "Nu", "Was", "Weg terug"], 9);
    let onclick = scene.on::<MouseEvent>(Action::Edit(Edit::Herstel));
    let content = html! {
        <>
        { table("afwijkingen", "Afwijkingen", "", head, html! { <>{ for rows }</> }, Html::default()) }
        <button type="button" class="utrecht-button bw-card__action" {onclick}>{ "Alles terug naar het uitgangspunt" }</button>
        </>
    };
    card("afwijkingen", &title, None, content)
}
