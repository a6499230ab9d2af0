//! The uitrol of a variant that only starts: its first year.

use bijdragewijzer::scenario::Edit;
use bijdragewijzer::units::Jaar;
use yew::prelude::*;

use super::Props;
use crate::ui::browser;
use crate::ui::components::choices::parts::{select, way_back};

pub(super) fn start(props: &Props, naam: &str) -> Html {
    let (scene, id) = (&props.scene, &props.variant);
    let in_force = scene.in_force();
    let chosen = in_force.uitrol.iter().find(|it| it.variant == *id).and_then(|it| it.start);
    let onchange = {
        let (edit, id) = (scene.edit(), id.clone());
        Callback::from(move |event: Event| {
            let year = browser::selected(&event).and_then(|text| text.parse().ok());
            edit.emit(Edit::Start(id.clone(), year.and_then(Jaar::new)));
        })
    };
    let options = scene.source().horizon.years().map(|jaar| html! {
        <option value={jaar.to_string()} selected={chosen == Some(jaar)}>{ jaar.to_string() }</option>
    });
    let field = format!("{}-start-{id}", props.place);
    let deviation = scene.deviation(|undo| matches!(undo, Edit::Start(of, _) if of == id));
    html! {
        <>
        <label class="utrecht-form-label" for={field.clone()}>{ "Loopt vanaf" }<span class="bw-hidden">{ format!(": {naam}") }</span></label>
        { select(&field, html! { <>{ for options }</> }, onchange) }
        { way_back(scene, field, deviation.as_ref()) }
        </>
    }
}
