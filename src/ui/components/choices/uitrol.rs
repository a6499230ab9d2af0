//! The uitrol of a variant: a small table of a year and its value, that can be pasted into.

mod slider;
mod start;

use bijdragewijzer::formula::Id;
use bijdragewijzer::publicatie::Drijver;
use bijdragewijzer::scenario::{Edit, Omvang};
use bijdragewijzer::units::Jaar;
use bijdragewijzer::units::lezen::Veld;
use yew::prelude::*;

use self::slider::slider;
use self::start::start;
use super::parts::{Mark, way_back};
use crate::ui::components::field::{Field, Takes};
use crate::ui::scene::Scene;
use crate::ui::spread::years_from;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) scene: Scene,
    pub(crate) variant: Id,
    /// The first part of the ids of its fields, where it stands twice.
    pub(crate) place: &'static str,
    /// Whether there is room for a slider beside each field.
    #[prop_or_default]
    pub(crate) slides: bool,
}

#[component]
pub(crate) fn Uitrol(props: &Props) -> Html {
    let scene = &props.scene;
    let Some(variant) = scene.source().variant(&props.variant) else { return Html::default() };
    if variant.drijver == Drijver::Start {
        return start(props, &variant.naam);
    }
    let in_force = scene.in_force();
    let known = in_force.uitrol.iter().find(|it| it.variant == props.variant);
    let rows = scene.source().horizon.years().map(|jaar| {
        let inzet = known.and_then(|it| of_year(&it.inzet, jaar));
        let omvang = known.and_then(|it| of_year(&it.omvang, jaar));
        let (value, is_share) = match omvang {
            Some(Omvang::Aandeel(share)) => (Some(share), true),
            Some(Omvang::Aantal(count)) => (Some(count), false),
            None => (inzet, false),
        };
        let veld = veld(variant.drijver);
        let id = format!("{}-uitrol-{}-{jaar}", props.place, variant.id);
        let edit = edit(props, variant.drijver, jaar);
        let deviation = scene.deviation_of(&edit);
        html! {
            <key={jaar.number()}>
            <Field id={id.clone()} label={format!("{} in {jaar}", variant.naam)} row={jaar.to_string()} {veld} {value} {is_share}
                takes={Takes::Edit(edit)} act={scene.act()} years={years_from(scene.source().horizon.years(), jaar)} />
            // As `if`: a slider that goes while someone types a percentage leaves the field in its place.
            if let Some(slider) = slider(props, variant, jaar, &id, value.filter(|_| !is_share)) { { slider } }
            { way_back(scene, id, deviation.as_ref()) }
            </>
        }
    });
    let help = match variant.drijver {
        Drijver::Inzet => "Inzet per jaar in procenten. Een rij of kolom uit Excel plakken kan.",
        _ => {
            "Aantal per jaar, of een percentage als bereik. Een rij of kolom uit Excel plakken kan."
        }
    };
    html! {
        <>
        <p class="bw-choice__help">{ help }</p>
        <div class={classes!("bw-years", props.slides.then_some("bw-years--sliders"))}>{ for rows }</div>
        </>
    }
}

fn veld(drijver: Drijver) -> Veld {
    if drijver == Drijver::Inzet { Veld::aandeel() } else { Veld::aantal_of_aandeel() }
}

/// Whether someone typed an uitrol for this variant.
pub(super) fn uitrol_is_typed(scene: &Scene, id: &Id) -> bool {
    scene.input().uitrol.iter().any(|it| it.variant == *id)
}

/// An uitrol is an aanname until someone types one.
pub(crate) fn uitrol_mark(scene: &Scene, id: &Id) -> Html {
    if uitrol_is_typed(scene, id) {
        Mark::Keuze.show(Some("eigen"))
    } else {
        Mark::Aanname.show(None)
    }
}

pub(crate) fn of_year<T: Copy>(entries: &[(Jaar, T)], jaar: Jaar) -> Option<T> {
    entries.iter().find(|(year, _)| *year == jaar).map(|(_, value)| *value)
}

/// The change of a year.
fn edit(props: &Props, drijver: Drijver, jaar: Jaar) -> Edit {
    let id = props.variant.clone();
    match drijver {
        Drijver::Inzet => Edit::Inzet(id, jaar, None),
        _ => Edit::Omvang(id, jaar, None),
    }
}
