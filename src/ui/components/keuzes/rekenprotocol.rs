//! The protocol that derives the budgeted baten from realised ones.

use bijdragewijzer::scenario::Edit;
use bijdragewijzer::units::Jaar;
use bijdragewijzer::units::lezen::Veld;
use rust_decimal::Decimal;
use yew::prelude::*;

use crate::ui::browser;
use crate::ui::components::card::card;
use crate::ui::components::choices::of_year;
use crate::ui::components::choices::parts::select;
use crate::ui::components::field::Field;
use crate::ui::reading::{decimal, euro};
use crate::ui::scene::Scene;
use crate::ui::spread::Spread;

pub(crate) fn view(scene: &Scene) -> Html {
    let protocol = scene.in_force().rekenprotocol;
    let chosen = protocol.as_ref().and_then(|it| it.jaren);
    let edit = scene.edit();
    let onchange = Callback::from(move |event: Event| {
        edit.emit(Edit::Rekenprotocol(
            browser::selected(&event).and_then(|text| text.parse().ok()),
        ));
    });
    let names = [
        "niet gebruiken",
        "de realisatie van 1 jaar",
        "het gemiddelde van 2 jaar",
        "het gemiddelde van 3 jaar",
    ];
    let options = names.iter().zip(0_u16..).map(|(name, years)| {
        html! {
            <option value={if years == 0 { String::new() } else { years.to_string() }}
                selected={chosen.unwrap_or(0) == years}>{ *name }</option>
        }
    });
    let typed = protocol.map(|it| it.gerealiseerd).unwrap_or_default();
    let rows = past(scene).map(|jaar| {
        let value = of_year(&typed, jaar).and_then(decimal);
        let edit = scene.edit().reform(move |value: Option<Decimal>| Edit::Gerealiseerd(jaar, value.and_then(euro)));
        let spread = Spread::years(scene, past(scene), jaar, |jaar, waarde| Edit::Gerealiseerd(jaar, euro(waarde.getal)));
        html! {
            <Field key={jaar.number()} id={format!("gerealiseerd-{jaar}")} label={format!("Gerealiseerde invorderbaten in {jaar}")}
                row={jaar.to_string()} veld={Veld::bedrag_from_zero()} {value} {edit} act={scene.act()} {spread} />
        }
    });
    let content = html! {
        <>
        <div class="bw-card__part">
            <label class="utrecht-form-label bw-field__label" for="rekenprotocol-jaren">{ "Raming van de invorderbaten" }</label>
            { select("rekenprotocol-jaren", html! { <>{ for options }</> }, onchange) }
        </div>
        if chosen.is_some() {
            <p class="bw-choice__help">{ "Gerealiseerde baten die de publicatie niet heeft, vult u hier in." }</p>
            <div class="bw-years">{ for rows }</div>
        }
        </>
    };
    let text = "Leidt de begrote invorderbaten af uit gerealiseerde jaren, tot twee jaar voor het begrotingsjaar.";
    card("rekenprotocol", "Rekenprotocol", Some(text), content)
}

/// The years before the last one, that can have been realised when a budget is made.
fn past(scene: &Scene) -> impl Iterator<Item = Jaar> {
    let (from, to) = (scene.source().basisjaar, scene.source().horizon.tot);
    (0..50).map(move |step| from.plus(step)).take_while(move |jaar| *jaar < to)
}
