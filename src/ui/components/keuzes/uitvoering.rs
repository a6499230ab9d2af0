//! All variants with their uitrol per year, and how they are carried out.

use bijdragewijzer::formula::Id;
use bijdragewijzer::publicatie::{Keuze, Variant};
use bijdragewijzer::scenario::{Edit, Input};
use yew::prelude::*;

use super::marked;
use crate::ui::components::choices::parts::{Mark, group, radio, way_back};
use crate::ui::components::choices::{Uitrol, chosen, switch, uitrol_mark, variants_back};
use crate::ui::scene::Scene;
use crate::ui::state::Action;

pub(crate) fn view(scene: &Scene) -> Html {
    let in_force = scene.in_force();
    let variants = scene.source().varianten.iter().map(|it| variant(scene, it, &in_force));
    let keuzes = scene.source().keuzes.iter().map(|it| keuze(scene, it, &in_force));
    let content = html! {
        <>
        <div class="bw-row bw-row--choices">{ for variants }</div>
        { variants_back(scene, "kaart-variant") }
        { for keuzes }
        </>
    };
    let text =
        "Een variant telt mee in de jaren waarin zij loopt. De uitrol na 2021 is een aanname.";
    marked("uitvoering", "Varianten en uitrol", Mark::Keuze.show(None), text, content)
}

fn variant(scene: &Scene, variant: &Variant, in_force: &Input) -> Html {
    let id = format!("kaart-variant-{}", variant.id);
    let help_id = format!("{id}-uitleg");
    let checked = chosen(in_force, &variant.id);
    html! {
        <div class="bw-variant">
            <div class="bw-option">
                <input class="utrecht-checkbox utrecht-checkbox--html-input" type="checkbox" id={id.clone()} {checked}
                    onchange={switch(scene, &variant.id)} aria-describedby={help_id.clone()} />
                <label class="utrecht-form-label utrecht-form-label--checkbox bw-option__label" for={id}>{ &variant.naam }</label>
                <p class="bw-option__help" id={help_id}>{ variant.toelichting.clone().unwrap_or_default() }</p>
            </div>
            if checked {
                <div class="bw-option__panel">
                    <span class="bw-choice__corner">{ uitrol_mark(scene, &variant.id) }</span>
                    <Uitrol scene={scene.clone()} variant={variant.id.clone()} place="kaart" slides=true />
                </div>
            }
        </div>
    }
}

fn keuze(scene: &Scene, keuze: &Keuze, in_force: &Input) -> Html {
    let chosen: Option<&Id> =
        in_force.keuzes.iter().find(|(id, _)| *id == keuze.id).map(|(_, it)| it);
    let chosen = chosen.or(keuze.opties.first().map(|it| &it.id));
    let options = keuze.opties.iter().map(|it| {
        let id = format!("keuze-{}-{}", keuze.id, it.id);
        let edit = Edit::Optie(keuze.id.clone(), Some(it.id.clone()));
        radio(
            &keuze.id,
            &id,
            &it.naam,
            None,
            chosen == Some(&it.id),
            scene.on::<Event>(Action::Edit(edit)),
        )
    });
    let undone = |undo: &Edit| matches!(undo, Edit::Optie(of, _) if *of == keuze.id);
    let deviation = scene.deviation(undone);
    let basis = scene.input().basis(scene.source()).keuzes;
    let before = basis.iter().find(|(id, _)| *id == keuze.id).map(|(_, it)| it);
    let before = before.or(keuze.opties.first().map(|it| &it.id)).cloned().unwrap_or_default();
    let content = html! {
        <>
        { for options }
        { way_back(scene, format!("keuze-{}-{before}", keuze.id), deviation.as_ref()) }
        </>
    };
    group(&keuze.naam, Mark::Keuze.show(None), deviation.is_some(), content)
}
