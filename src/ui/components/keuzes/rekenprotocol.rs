//! The protocol that derives the budgeted baten from realised ones.

use bijdragewijzer::scenario::{Edit, PROTOCOL_LAG, PROTOCOL_MOST, Rekenprotocol};
use bijdragewijzer::units::lezen::Veld;
use bijdragewijzer::units::{Jaar, each_in_order};
use yew::prelude::*;

use super::marked;
use crate::ui::browser;
use crate::ui::components::choices::of_year;
use crate::ui::components::choices::parts::{Mark, select, way_back};
use crate::ui::components::field::{Field, Takes};
use crate::ui::reading::decimal;
use crate::ui::scene::Scene;
use crate::ui::spread::years_from;

pub(crate) fn view(scene: &Scene) -> Html {
    let protocol = scene.in_force().rekenprotocol.clone();
    let chosen = protocol.as_ref().and_then(|it| it.jaren);
    let edit = scene.edit();
    let onchange = Callback::from(move |event: Event| {
        edit.emit(Edit::Rekenprotocol(
            browser::selected(&event).and_then(|text| text.parse().ok()),
        ));
    });
    let options = (0..=PROTOCOL_MOST).map(|years| {
        let (value, name) = match years {
            0 => (String::new(), "niet gebruiken".to_owned()),
            1 => ("1".to_owned(), "de realisatie van 1 jaar".to_owned()),
            more => (more.to_string(), format!("het gemiddelde van {more} jaar")),
        };
        html! { <option {value} selected={chosen.unwrap_or(0) == years}>{ name }</option> }
    });
    let deviation = scene.deviation(|undo| *undo == Edit::Rekenprotocol(None));
    let past = protocol.as_ref().map(|it| past(scene, it)).unwrap_or_default();
    let typed = protocol.map(|it| it.gerealiseerd).unwrap_or_default();
    let rows = past.iter().map(|jaar| {
        let jaar = *jaar;
        let value = of_year(&typed, jaar).and_then(decimal);
        let takes = Takes::Edit(Edit::Gerealiseerd(jaar, None));
        html! {
            <Field key={jaar.number()} id={format!("gerealiseerd-{jaar}")} label={format!("Gerealiseerde invorderbaten in {jaar}")}
                row={jaar.to_string()} veld={Veld::bedrag_from_zero()} {value} {takes} act={scene.act()}
                years={years_from(past.iter().copied(), jaar)} />
        }
    });
    let content = html! {
        <>
        <div class="bw-card__part bw-card__part--field">
            <label class="utrecht-form-label bw-field__label" for="rekenprotocol-jaren">{ "Raming van de invorderbaten" }</label>
            { select("rekenprotocol-jaren", html! { <>{ for options }</> }, onchange) }
            { way_back(scene, "rekenprotocol-jaren".to_owned(), deviation.as_ref()) }
        </div>
        if chosen.is_some() {
            <p class="bw-choice__help bw-screen-only">{ "Gerealiseerde baten die de publicatie niet heeft, vult u hier in." }</p>
            <div class="bw-years">{ for rows }</div>
        }
        </>
    };
    let text = "Leidt de begrote invorderbaten af uit gerealiseerde jaren, tot twee jaar voor het begrotingsjaar.";
    marked("rekenprotocol", "Rekenprotocol", Mark::Keuze.show(None), text, content)
}

/// The years that a mean uses, from the first budget to the last, and those that were typed beside them.
fn past(scene: &Scene, protocol: &Rekenprotocol) -> Vec<Jaar> {
    let horizon = scene.source().horizon;
    let back = PROTOCOL_LAG + protocol.jaren.unwrap_or(1).saturating_sub(1);
    let (from, to) = (horizon.van.minus(back), horizon.tot.minus(PROTOCOL_LAG));
    let used = (0..).map(|step| from.plus(step)).take_while(|jaar| *jaar <= to);
    let typed = protocol.gerealiseerd.iter().map(|(jaar, _)| *jaar);
    each_in_order(used.chain(typed))
}
