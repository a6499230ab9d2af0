//! The parameters: what the sums rest on, each with its value, band and status.

use bijdragewijzer::formula::Status;
use bijdragewijzer::publicatie::Parameter;
use bijdragewijzer::scenario::Edit;
use bijdragewijzer::units::lezen::Veld;
use bijdragewijzer::units::{Breuk, Eenheid};
use bijdragewijzer::view::value_text;
use rust_decimal::Decimal;
use yew::prelude::*;

use crate::ui::components::card::card;
use crate::ui::components::choices::parts::Mark;
use crate::ui::components::field::Field;
use crate::ui::scene::Scene;

pub(crate) fn view(scene: &Scene) -> Html {
    let parameters = &scene.source().parameters;
    // What holds for past years alone is a record, not an assumption.
    let editable = |it: &&Parameter| it.waarde.is_some() || it.per_jaar.is_empty();
    let of = |kinds: &'static [Status]| {
        parameters
            .iter()
            .filter(editable)
            .filter(|it| kinds.contains(&it.status))
            .map(|it| row(scene, it))
    };
    let fields = |rows: Vec<Html>| html! { <div class="bw-row bw-row--choices">{ for rows }</div> };
    let (assumed, known) = (
        of(&[Status::Aanname, Status::Onbekend]).collect(),
        of(&[Status::Bron, Status::Openbaar, Status::Afgeleid]).collect(),
    );
    let assumed_text =
        "Deze waarden zijn van ons of zijn onbekend. Vul uw eigen waarde in als u die heeft.";
    let known_text =
        "Deze waarden staan in een bron of volgen daaruit. Afwijken mag; het wordt gemerkt.";
    html! {
        <>
        { card("aannamen", "Aannamen", Some(assumed_text), fields(assumed)) }
        { card("gegevens", "Gegevens", Some(known_text), fields(known)) }
        </>
    }
}

fn row(scene: &Scene, parameter: &Parameter) -> Html {
    let input = scene.in_force();
    let own = input.parameters.iter().find(|it| it.id == parameter.id && it.jaar.is_none());
    let value = own.map(|it| it.waarde).or(parameter.waarde.map(|it| it.waarde));
    let veld = match parameter.eenheid {
        Eenheid::Euro => Veld::bedrag(),
        Eenheid::Aandeel => Veld::aandeel(),
        Eenheid::Aantal => Veld::aantal(0),
    };
    let id = parameter.id.clone();
    let edit = scene.edit().reform(move |value: Option<Decimal>| {
        Edit::Parameter(id.clone(), None, value.map(Breuk::from_decimal))
    });
    let band = parameter.waarde.filter(|it| it.laag < it.hoog).map(|it| {
        let shown = |value| value_text(value, parameter.eenheid);
        format!("Band: {} tot {}", shown(it.laag), shown(it.hoog))
    });
    let (mark, word) = match (own.is_some(), parameter.status) {
        (true, _) => (Mark::Keuze, Status::Eigen),
        (_, Status::Aanname | Status::Onbekend) => (Mark::Aanname, parameter.status),
        _ => (Mark::Gegeven, parameter.status),
    };
    html! {
        <div class={classes!("bw-parameter", own.is_some().then_some("bw-choice--deviates"))} key={parameter.id.to_string()}>
            <span class="bw-choice__corner">{ mark.show(Some(word.word())) }</span>
            <Field id={format!("parameter-{}", parameter.id)} label={parameter.naam.clone()} {veld} help={band}
                value={value.and_then(|value| value.exact_decimal(4))} {edit} act={scene.act()} />
        </div>
    }
}
