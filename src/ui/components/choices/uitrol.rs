//! The uitrol of a variant: a small table of a year and its value, that can be pasted into.

mod slider;
mod start;

use bijdragewijzer::formula::Id;
use bijdragewijzer::publicatie::Drijver;
use bijdragewijzer::scenario::{Edit, Omvang};
use bijdragewijzer::units::lezen::Veld;
use bijdragewijzer::units::{Eenheid, Jaar};
use rust_decimal::Decimal;
use yew::prelude::*;

use self::slider::slider;
use self::start::start;
use super::parts::{Mark, way_back};
use crate::ui::components::field::Field;
use crate::ui::scene::Scene;
use crate::ui::spread::Spread;

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
        let deviation = scene.deviation(|undo| match undo {
            Edit::Inzet(of, year, _) | Edit::Omvang(of, year, _) => *of == props.variant && *year == jaar,
            _ => false,
        });
        html! {
            <key={jaar.number()}>
            <Field id={id.clone()} label={format!("{} in {jaar}", variant.naam)} row={jaar.to_string()} {veld} {value} {is_share}
                edit={edit(scene, &props.variant, variant.drijver, jaar)}
                edit_share={edit_share(scene, &props.variant, variant.drijver, jaar)} act={scene.act()}
                spread={spread(props, variant.drijver, jaar)} />
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

fn edit(scene: &Scene, id: &Id, drijver: Drijver, jaar: Jaar) -> Callback<Option<Decimal>> {
    let id = id.clone();
    scene.edit().reform(move |value: Option<Decimal>| match drijver {
        Drijver::Inzet => Edit::Inzet(id.clone(), jaar, value),
        _ => Edit::Omvang(id.clone(), jaar, value.map(Omvang::Aantal)),
    })
}

/// A reach in percent, for a variant with a count.
fn edit_share(scene: &Scene, id: &Id, drijver: Drijver, jaar: Jaar) -> Option<Callback<Decimal>> {
    let id = id.clone();
    let to = move |share| Edit::Omvang(id.clone(), jaar, Some(Omvang::Aandeel(share)));
    (drijver == Drijver::Omvang).then(|| scene.edit().reform(to))
}

/// What is pasted over the years from one on.
fn spread(props: &Props, drijver: Drijver, jaar: Jaar) -> Spread {
    let (years, id) = (props.scene.source().horizon.years(), props.variant.clone());
    let stem = format!("{}-uitrol-{id}", props.place);
    Spread::years(&props.scene, &stem, years, jaar, move |jaar, waarde| {
        match (drijver, waarde.eenheid) {
            (Drijver::Inzet, _) => Edit::Inzet(id.clone(), jaar, Some(waarde.getal)),
            (_, Eenheid::Aandeel) => {
                Edit::Omvang(id.clone(), jaar, Some(Omvang::Aandeel(waarde.getal)))
            }
            _ => Edit::Omvang(id.clone(), jaar, Some(Omvang::Aantal(waarde.getal))),
        }
    })
}
