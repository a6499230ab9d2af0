//! What the own organisation pays in the year of the answer.

use bijdragewijzer::publicatie::BijdrageSoort as Reekssoort;
use bijdragewijzer::scenario::{BijdrageSoort, Edit};
use bijdragewijzer::units::lezen::Veld;
use bijdragewijzer::units::{Euro, Jaar};
use yew::prelude::*;

use super::parts::{Mark, select, way_back};
use crate::ui::browser;
use crate::ui::components::field::{Field, Takes};
use crate::ui::reading::decimal;
use crate::ui::scene::Scene;

pub(super) fn view(scene: &Scene) -> Html {
    let source = scene.source();
    let jaar = source.antwoordjaar_or_first();
    let Some(deelnemer) = scene.deelnemer.and_then(|at| source.deelnemers.get(at)) else {
        return Html::default();
    };
    let base = deelnemer.bijdrage(source.basisjaar, Reekssoort::Begroting);
    let own = own_bijdrage(scene, jaar);
    let mark =
        if own.is_some() { Mark::Keuze.show(Some("eigen")) } else { Mark::Gegeven.show(None) };
    let label = match own.map(|it| it.1) {
        Some(BijdrageSoort::MetVoorstel) => format!("Bijdrage {jaar} met voorstel"),
        _ => "Bijdrage nu".to_owned(),
    };
    let help = match own {
        Some(_) => format!("Uw eigen bedrag van {jaar}."),
        None => format!("Voorschot {}. Vul uw bijdrage van {jaar} in.", source.basisjaar),
    };
    html! {
        <div class={classes!("bw-choice", own.is_some().then_some("bw-choice--deviates"))}>
            <span class="bw-choice__corner">{ mark }</span>
            // One year stands here: a row for more of them would change years out of sight.
            { bijdrage_field(scene, "bijdrage", label, jaar, base, Some(help), Vec::new()) }
            if own.is_some() {
                { soort(scene, "soort", jaar) }
            }
            { bijdrage_back(scene, "bijdrage", jaar) }
        </div>
    }
}

/// What the user typed for the organisation that looks.
pub(crate) fn own_bijdrage(scene: &Scene, jaar: Jaar) -> Option<(Euro, BijdrageSoort)> {
    let input = scene.input();
    let id = input.deelnemer.as_ref()?;
    let own = input.bijdragen.iter().find(|it| it.deelnemer == *id && it.jaar == jaar)?;
    Some((own.bedrag, own.soort))
}

/// The field for the bijdrage of a year.
pub(crate) fn bijdrage_field(
    scene: &Scene,
    id: &str,
    label: String,
    jaar: Jaar,
    base: Option<Euro>,
    help: Option<String>,
    years: Vec<Jaar>,
) -> Html {
    let Some(deelnemer) = scene.input().deelnemer else { return Html::default() };
    let takes = Takes::Edit(Edit::Bijdrage(deelnemer, jaar, None));
    let value = own_bijdrage(scene, jaar).map(|it| it.0).or(base).and_then(decimal);
    html! {
        <Field id={id.to_owned()} {label} veld={Veld::bedrag_from_zero()} {value} {takes} act={scene.act()} {help} {years} />
    }
}

/// The way back to what the publicatie says of the bijdrage of a year.
pub(crate) fn bijdrage_back(scene: &Scene, id: &str, jaar: Jaar) -> Html {
    let own = scene.input().deelnemer.map(|own| Edit::Bijdrage(own, jaar, None));
    let deviation = own.and_then(|own| scene.deviation_of(&own));
    way_back(scene, id.to_owned(), deviation.as_ref())
}

/// Whether the typed bijdrage already contains the proposal.
pub(crate) fn soort(scene: &Scene, id: &str, jaar: Jaar) -> Html {
    let Some(((_, chosen), deelnemer)) = own_bijdrage(scene, jaar).zip(scene.input().deelnemer)
    else {
        return Html::default();
    };
    let of = scene.clone();
    let onchange = Callback::from(move |event: Event| {
        let word = browser::selected(&event);
        let soort = BijdrageSoort::ALL.into_iter().find(|it| Some(it.word()) == word.as_deref());
        if let Some((soort, (bedrag, _))) = soort.zip(own_bijdrage(&of, jaar)) {
            of.edit().emit(Edit::Bijdrage(deelnemer.clone(), jaar, Some((bedrag, Some(soort)))));
        }
    });
    let name = |soort: BijdrageSoort| match soort {
        BijdrageSoort::ZonderVoorstel => "zonder het voorstel",
        BijdrageSoort::MetVoorstel => "met het voorstel erin (ontwerpbegroting)",
    };
    let options = BijdrageSoort::ALL.map(|it| {
        html! {
            <option value={it.word()} selected={chosen == it}>{ name(it) }</option>
        }
    });
    html! {
        <div class="bw-choice__second">
            <label class="utrecht-form-label" for={id.to_owned()}>{ format!("Dit bedrag voor {jaar} is") }</label>
            { select(id, html! { <>{ for options }</> }, onchange) }
        </div>
    }
}
