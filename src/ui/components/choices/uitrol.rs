//! The uitrol of a variant: a small table of a year and its value, that can be pasted into.

use bijdragewijzer::formula::Id;
use bijdragewijzer::publicatie::Drijver;
use bijdragewijzer::scenario::{Edit, Omvang};
use bijdragewijzer::units::lezen::Veld;
use bijdragewijzer::units::{Eenheid, Jaar};
use rust_decimal::Decimal;
use yew::prelude::*;

use super::parts::{Mark, select, way_back};
use crate::ui::browser;
use crate::ui::components::field::Field;
use crate::ui::scene::Scene;
use crate::ui::spread::Spread;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) scene: Scene,
    pub(crate) variant: Id,
    /// The first part of the ids of its fields, where it stands twice.
    pub(crate) place: &'static str,
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
        let veld = if variant.drijver == Drijver::Inzet { Veld::aandeel() } else { Veld::aantal_of_aandeel() };
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
        <div class="bw-years">{ for rows }</div>
        </>
    }
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

/// A variant that only starts.
fn start(props: &Props, naam: &str) -> Html {
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
