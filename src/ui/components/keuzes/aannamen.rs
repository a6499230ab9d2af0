//! The parameters: what the sums rest on, each with its value, band and status.

use bijdragewijzer::formula::{Id, Status};
use bijdragewijzer::publicatie::{BATEN_NIEUW, Parameter};
use bijdragewijzer::scenario::{Edit, Input};
use bijdragewijzer::units::lezen::Veld;
use bijdragewijzer::units::notation::as_written;
use bijdragewijzer::units::{Eenheid, Jaar};
use rust_decimal::Decimal;
use yew::prelude::*;

use super::{band, per_jaar};
use crate::ui::components::card::card;
use crate::ui::components::choices::parts::{Mark, way_back};
use crate::ui::components::field::{Field, Takes};
use crate::ui::scene::Scene;

pub(crate) fn view(scene: &Scene) -> Html {
    let parameters = &scene.source().parameters;
    // What holds for past years alone is a record, not an assumption.
    let editable = |it: &&Parameter| it.waarde.is_some() || it.per_jaar.is_empty();
    let of = |kinds: &'static [Status]| {
        parameters.iter().filter(editable).filter(|it| kinds.contains(&it.status)).map(
            |it| html! { <Row key={it.id.to_string()} scene={scene.clone()} id={it.id.clone()} /> },
        )
    };
    let fields = |rows: Vec<Html>| html! { <div class="bw-row bw-row--choices bw-row--aligned">{ for rows }</div> };
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

#[derive(PartialEq, Properties)]
struct RowProps {
    scene: Scene,
    id: Id,
}

/// A parameter, and where it may differ from year to year its values per year.
#[component]
fn Row(props: &RowProps) -> Html {
    let open = use_state(|| false);
    let per_year = format!("parameter-{}-", props.id);
    let sought = props.scene.state.sought.as_ref().is_some_and(|id| id.starts_with(&per_year));
    {
        let open = open.clone();
        use_effect_with(sought, move |sought| {
            if *sought {
                open.set(true);
            }
        });
    }
    let (scene, input) = (&props.scene, props.scene.in_force());
    let Some(parameter) = scene.source().parameter(&props.id) else { return Html::default() };
    let own = input.parameters.iter().any(|it| it.id == parameter.id);
    let published = parameter.waarde.filter(|it| it.laag < it.hoog).map(|it| {
        let shown = |value| as_written(value, parameter.eenheid);
        format!("Band: {} tot {}", shown(it.laag), shown(it.hoog))
    });
    let (mark, word) = match (own, parameter.status) {
        (true, _) => (Mark::Keuze, Status::Eigen),
        (_, Status::Aanname | Status::Onbekend) => (Mark::Aanname, parameter.status),
        _ => (Mark::Gegeven, parameter.status),
    };
    let onclick = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let follows = "Volgt uit het rekenprotocol. Wie hier iets invult, wijkt ervan af.";
    let help =
        if follows_protocol(&input, parameter) { Some(follows.to_owned()) } else { published };
    let own_band = band::fields(scene, parameter, None, veld(parameter));
    html! {
        <div class={classes!("bw-parameter", own.then_some("bw-choice--deviates"))}>
            <span class="bw-choice__corner">{ mark.show(Some(word.word())) }</span>
            <Field id={format!("parameter-{}", parameter.id)} label={parameter.naam.clone()} veld={veld(parameter)} {help}
                value={in_general(&input, parameter)} takes={Takes::Edit(Edit::Parameter(parameter.id.clone(), None, None))} act={scene.act()} />
            <div class="bw-parameter__below">
                if let Some(fields) = own_band { <div class="bw-years">{ fields }</div> }
                { back(scene, parameter, None) }
                if parameter.jaarlijks {
                    <button type="button" class="bw-link-button bw-parameter__more" {onclick}
                        aria-expanded={if *open { "true" } else { "false" }}>
                        { "per jaar" }<span class="bw-hidden">{ format!(" voor {}", parameter.naam) }</span>
                    </button>
                    if *open { { per_jaar::view(scene, &input, parameter) } }
                }
            </div>
        </div>
    }
}

pub(super) fn veld(parameter: &Parameter) -> Veld {
    match parameter.eenheid {
        Eenheid::Euro => Veld::bedrag(),
        Eenheid::Aandeel => Veld::aandeel(),
        Eenheid::Aantal => Veld::aantal(0),
    }
}

/// Whether a rekenprotocol says what it is, year by year, instead of the publicatie.
fn follows_protocol(input: &Input, parameter: &Parameter) -> bool {
    let counts = input.rekenprotocol.as_ref().is_some_and(|protocol| protocol.jaren.is_some());
    counts && &*parameter.id == BATEN_NIEUW
}

/// The value of every year that has none of its own.
pub(super) fn in_general(input: &Input, parameter: &Parameter) -> Option<Decimal> {
    let own = input.parameters.iter().find(|it| it.id == parameter.id && it.jaar.is_none());
    let published = parameter.waarde.filter(|_| !follows_protocol(input, parameter));
    let value = own.map(|it| it.waarde).or(published.map(|it| it.waarde));
    value.and_then(|value| value.exact_decimal(4))
}

/// The way back to what the publicatie says.
pub(super) fn back(scene: &Scene, parameter: &Parameter, jaar: Option<Jaar>) -> Html {
    let deviation = scene.deviation_of(&Edit::Parameter(parameter.id.clone(), jaar, None));
    let year = jaar.map(|jaar| format!("-{jaar}")).unwrap_or_default();
    way_back(scene, format!("parameter-{}{year}", parameter.id), deviation.as_ref())
}
