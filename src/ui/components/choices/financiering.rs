//! How it is financed: the wijze, its amount, and the delay.

use bijdragewijzer::scenario::{Edit, Wijze};
use bijdragewijzer::units::lezen::Veld;
use bijdragewijzer::view::{vertraging_name, wijze_name};
use yew::prelude::*;

use super::parts::{Mark, select, single, way_back};
use crate::ui::browser;
use crate::ui::components::field::{Field, Takes};
use crate::ui::reading::decimal;
use crate::ui::scene::Scene;

pub(super) fn view(scene: &Scene) -> Html {
    let in_force = scene.in_force().financiering;
    html! {
        <>
        { amount(scene, in_force.wijze) }
        { wijze(scene, in_force.wijze) }
        if in_force.wijze != Some(Wijze::Incidenteel) {
            { vertraging(scene, in_force.vertraging) }
        }
        </>
    }
}

fn amount(scene: &Scene, wijze: Option<Wijze>) -> Html {
    let in_force = scene.in_force().financiering;
    let (id, label, value, edit) = match wijze {
        Some(Wijze::Jaarlijks) => return Html::default(),
        Some(Wijze::Incidenteel) => (
            "incidenteel",
            "Bewaard uit het resultaat",
            in_force.incidenteel,
            Edit::Incidenteel(None),
        ),
        _ => ("reservering", "Reservering per jaar", in_force.reservering, Edit::Reservering(None)),
    };
    let deviation = scene.deviation_of(&edit);
    html! {
        <div class={classes!("bw-choice", deviation.is_some().then_some("bw-choice--deviates"))}>
            <span class="bw-choice__corner">{ Mark::Keuze.show(None) }</span>
            <Field {id} label={label} veld={Veld::bedrag_from_zero()} value={value.and_then(decimal)}
                takes={Takes::Edit(edit)} act={scene.act()} />
            { way_back(scene, id.to_owned(), deviation.as_ref()) }
        </div>
    }
}

fn wijze(scene: &Scene, chosen: Option<Wijze>) -> Html {
    let deviation = scene.deviation(|undo| *undo == Edit::Wijze(None));
    let edit = scene.edit();
    let onchange = Callback::from(move |event: Event| {
        let word = browser::selected(&event);
        let wijze = Wijze::ALL.into_iter().find(|it| Some(it.word()) == word.as_deref());
        edit.emit(Edit::Wijze(wijze));
    });
    let options = Wijze::ALL.into_iter().map(|it| {
        html! {
            <option value={it.word()} selected={chosen == Some(it)}>{ wijze_name(it) }</option>
        }
    });
    let content = html! {
        <>
        <div class="bw-choice__head">
            <label class="utrecht-form-label bw-choice__name" for="wijze">{ "Financiering" }</label>
            { Mark::Keuze.show(None) }
        </div>
        { select("wijze", html! { <>{ for options }</> }, onchange) }
        { way_back(scene, "wijze".to_owned(), deviation.as_ref()) }
        </>
    };
    single(deviation.is_some(), content)
}

fn vertraging(scene: &Scene, chosen: Option<u16>) -> Html {
    let deviation = scene.deviation(|undo| *undo == Edit::Vertraging(None));
    let edit = scene.edit();
    let onchange = Callback::from(move |event: Event| {
        let years = browser::selected(&event).and_then(|text| text.parse().ok());
        edit.emit(Edit::Vertraging(years));
    });
    let options = [0, 1, 2].map(|years| html! {
        <option value={years.to_string()} selected={chosen.unwrap_or(0) == years}>{ vertraging_name(years) }</option>
    });
    let content = html! {
        <>
        <div class="bw-choice__head">
            <label class="utrecht-form-label bw-choice__name" for="vertraging">{ "Vertraging in de begroting" }</label>
            { Mark::Keuze.show(None) }
        </div>
        { select("vertraging", html! { <>{ for options }</> }, onchange) }
        { way_back(scene, "vertraging".to_owned(), deviation.as_ref()) }
        </>
    };
    single(deviation.is_some(), content)
}
