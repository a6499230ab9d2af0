//! What deviates from the uitgangspunt, and the way back for each and for all.

use bijdragewijzer::scenario::Edit;
use bijdragewijzer::view::Deviation;
use yew::prelude::*;

use crate::ui::components::card::{card, head_of, labelled, row_name, table};
use crate::ui::components::choices::parts::all_back;
use crate::ui::scene::Scene;
use crate::ui::state::Action;

/// The id of its title, which says how many there are.
const CARD: &str = "afwijkingen";

/// What the columns are called, on a phone beside each cell.
const NOW: &str = "Nu";
const BEFORE: &str = "Was";

pub(crate) fn view(scene: &Scene) -> Html {
    let list = scene.deviations();
    let back = html! { <p class="bw-ways-back">{ all_back(scene, "utrecht-button", CARD) }</p> };
    if list.is_empty() {
        let text = "Het scenario volgt het uitgangspunt. Wat u hieronder verandert, staat hier met de weg terug.";
        return card(CARD, "Geen afwijkingen van het uitgangspunt", Some(text), back);
    }
    let title = match list.len() {
        1 => "1 afwijking van het uitgangspunt".to_owned(),
        more => format!("{more} afwijkingen van het uitgangspunt"),
    };
    let rows = list.iter().cloned().map(|it| {
        let name = it.name.clone();
        let undo = scene.on_and_focus(Action::Edit(it.undo), CARD);
        html! {
            <tr class="utrecht-table__row" role="row">
                { row_name(html! { { it.name } }) }
                { labelled(NOW, false, html! { { it.value } }) }
                { labelled(BEFORE, false, html! { { it.before.unwrap_or_else(|| "niet ingevuld".to_owned()) } }) }
                { labelled("", false, html! {
                    <button type="button" class="bw-link-button" onclick={undo}>
                        { "terug" }<span class="bw-hidden">{ format!(" ({name})") }</span>
                    </button>
                }) }
            </tr>
        }
    });
    let is_own = |it: &Deviation| matches!(it.undo, Edit::Bijdrage(..) | Edit::Index(_));
    let some_stay = list.iter().any(is_own) && !list.iter().all(is_own);
    let head = head_of(&["Keuze of aanname", NOW, BEFORE, "Weg terug"].map(|name| (name, false)));
    let content = html! {
        <>
        { table(CARD, "Afwijkingen", "bw-table--list", head, html! { <>{ for rows }</> }, Html::default()) }
        { back }
        if some_stay {
            <p class="bw-card__note">{ "Uw eigen bijdragen en de index blijven daarbij staan." }</p>
        }
        </>
    };
    card(CARD, &title, None, content)
}
