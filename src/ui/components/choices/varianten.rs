//! Which variants are chosen, and under each its uitrol per year.

use bijdragewijzer::formula::Id;
use bijdragewijzer::publicatie::Variant;
use bijdragewijzer::scenario::{Edit, Input};
use bijdragewijzer::view::{Deviation, rollout};
use yew::prelude::*;

use super::parts::{Mark, group, way_back};
use super::uitrol::{Uitrol, uitrol_is_typed, uitrol_mark};
use crate::ui::scene::{Props, Scene};

#[component]
pub(super) fn Varianten(props: &Props) -> Html {
    let scene = &props.scene;
    let source = scene.source();
    let (own, in_force) = (scene.input(), scene.in_force());
    let open = use_state(|| None::<Id>);
    let main = |variant: &&Variant| {
        let proposal = source.uitgangspunten.first().and_then(|it| it.scenario.varianten.as_ref());
        proposal.is_none_or(|ids| ids.contains(&variant.id)) || chosen(&in_force, &variant.id)
    };
    let options = source
        .varianten
        .iter()
        .filter(main)
        .map(|variant| option(scene, variant, &in_force, &open));
    let deviates = own.varianten.is_some() || !own.uitrol.is_empty();
    let content = html! {
        <>
        { for options }
        { variants_back(scene, "variant") }
        </>
    };
    group("Varianten", Mark::Keuze.show(None), deviates, content)
}

/// The way back to the variants of the uitgangspunt; the boxes have ids that begin with this.
pub(crate) fn variants_back(scene: &Scene, ids: &str) -> Html {
    let first = scene.source().varianten.first().map(|it| format!("{ids}-{}", it.id));
    let deviation = scene.deviation(|undo| *undo == Edit::Varianten(None));
    way_back(scene, first.unwrap_or_default(), deviation.as_ref())
}

/// The uitrol in one breath, and whether it is ours or typed. All of it goes back at once here; in its table each
/// year does.
fn uitrol(scene: &Scene, variant: &Variant, in_force: &Input) -> Html {
    let before = scene.input().basis(scene.source());
    let typed = uitrol_is_typed(scene, &variant.id);
    let deviation = typed.then(|| Deviation {
        name: format!("Uitrol van {}", variant.naam),
        value: rollout(in_force, variant),
        before: Some(rollout(&before, variant)),
        undo: Edit::UitrolTerug(variant.id.clone()),
    });
    html! {
        <div class="bw-option__help">
            <span id={format!("variant-{}-uitleg", variant.id)}>{ rollout(in_force, variant) }</span>
            { " " }{ uitrol_mark(scene, &variant.id) }
            { way_back(scene, format!("variant-{}", variant.id), deviation.as_ref()) }
        </div>
    }
}

pub(crate) fn chosen(input: &Input, id: &Id) -> bool {
    input.varianten.iter().flatten().any(|it| it == id)
}

/// Switches a variant; the others stay as they are then.
pub(crate) fn switch(scene: &Scene, id: &Id) -> Callback<Event> {
    let (of, id) = (scene.clone(), id.clone());
    scene.edit().reform(move |_: Event| {
        let in_force = of.in_force();
        let variants = of.source().varianten.iter().map(|it| it.id.clone());
        let switched = variants.filter(|it| chosen(&in_force, it) != (*it == id));
        Edit::Varianten(Some(switched.collect()))
    })
}

fn option(
    scene: &Scene,
    variant: &Variant,
    in_force: &Input,
    open: &UseStateHandle<Option<Id>>,
) -> Html {
    let id = format!("variant-{}", variant.id);
    let checked = chosen(in_force, &variant.id);
    let is_open = open.as_ref() == Some(&variant.id);
    let onclick = {
        let (open, id) = (open.clone(), variant.id.clone());
        Callback::from(move |_: MouseEvent| open.set((!is_open).then(|| id.clone())))
    };
    html! {
        <div class="bw-option">
            <input class="utrecht-checkbox utrecht-checkbox--html-input" type="checkbox" id={id.clone()}
                {checked} onchange={switch(scene, &variant.id)} aria-describedby={format!("{id}-uitleg")} />
            <label class="utrecht-form-label utrecht-form-label--checkbox bw-option__label" for={id}>{ &variant.naam }</label>
            <button type="button" class="bw-link-button bw-option__more" {onclick}
                aria-expanded={if is_open { "true" } else { "false" }}>
                { "uitrol" }<span class="bw-hidden">{ format!(" van {}", variant.naam) }</span>
            </button>
            { uitrol(scene, variant, in_force) }
            if is_open {
                <div class="bw-option__panel"><Uitrol scene={scene.clone()} variant={variant.id.clone()} place="naast" /></div>
            }
        </div>
    }
}
