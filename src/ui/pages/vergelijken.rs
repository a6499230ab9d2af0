//! Vergelijken: scenarios, keys, wijzen and combinations beside each other.

use std::rc::Rc;

use bijdragewijzer::view::{
    Comparison, NamedScenario, View, compare_combinations, compare_keys, compare_scenarios,
    compare_variants, compare_wijzen,
};
use yew::prelude::*;

use crate::ui::components::card::card;
use crate::ui::components::comparison::ComparisonCard;
use crate::ui::components::naam::{NAAM, Naam};
use crate::ui::components::opens::Opens;
use crate::ui::later::{Below, use_later};
use crate::ui::scene::{Computed, Props, Scene};
use crate::ui::state::{Action, MOST};

#[component]
pub(crate) fn Vergelijken(props: &Props) -> Html {
    let scene = &props.scene;
    let outcomes = use_later(&Rc::new(scene.clone()));
    // All of it in one stroke would keep a slow processor too long.
    let rest = use_later(&outcomes);
    html! {
        <>
        <h1 class="utrecht-heading-1 bw-hidden">{ "Vergelijken" }</h1>
        { scenarios(scene) }
        if scene.arrived {
            <Outcomes scene={outcomes} /><Ways scene={Rc::clone(&rest)} /><Combinations scene={rest} />
        }
        </>
    }
}

/// What comes of them, and of the scenario on top under other keys.
#[component]
fn Outcomes(props: &Below) -> Html {
    let scene = &props.scene;
    let keys = use_of_top(scene, |view, it| Some(compare_keys(view, &it.scenario)));
    let named = use_named(scene);
    let parts = named.as_ref().as_ref().zip(keys.as_ref().as_ref()).zip(scene.deelnemer);
    let Some(((named, keys), index)) = parts else { return Html::default() };
    let jaar = View::new(scene.source(), index).jaar;
    html! {
        <>
        <ComparisonCard id="scenarios" opens={opens(scene)} comparison={Rc::clone(named)} class="bw-table--list"
            subtitle="Verschil met de bijdrage nu, in euro" />
        <ComparisonCard id="sleutels" opens={opens(scene)} comparison={Rc::clone(keys)} numbers_from={2} class="bw-table--list"
            subtitle={format!("Verschil in de begroting van {jaar} per verdeelsleutel, in euro")} />
        </>
    }
}

/// The scenario on top under the other wijzen, and what it consists of.
#[component]
fn Ways(props: &Below) -> Html {
    let scene = &props.scene;
    let wijzen = use_of_top(scene, |view, it| Some(compare_wijzen(view, &it.scenario)));
    let variants = use_of_top(scene, |view, it| compare_variants(view.publicatie, &it.uitkomst));
    let last = scene.source().horizon.tot;
    html! {
        <>
        if let Some(wijzen) = &*wijzen {
            <ComparisonCard id="wijzen" opens={opens(scene)} comparison={Rc::clone(wijzen)} turned="Jaar of maat"
                subtitle="Verschil na verrekening per jaar, in euro; alle vakken op één schaal" />
        }
        if let Some(variants) = &*variants {
            <ComparisonCard id="varianten" opens={opens(scene)} comparison={Rc::clone(variants)}
                subtitle={format!("Effect in {last} per variant en post, voor alle deelnemers samen, in euro")} />
        }
        </>
    }
}

/// Every combination of the variants.
#[component]
fn Combinations(props: &Below) -> Html {
    let scene = &props.scene;
    let all = use_of_top(scene, |view, it| Some(compare_combinations(view, &it.scenario)));
    html! {
        if let Some(all) = &*all {
            <ComparisonCard id="combinaties" opens={opens(scene)} comparison={Rc::clone(all)} class="bw-table--list" subtitle="In euro" />
        }
    }
}

/// With which amounts open their herleiding.
fn opens(scene: &Scene) -> Option<Opens> {
    scene.computed.as_ref().map(|computed| Opens::new(scene, computed))
}

/// What follows from the scenario on top alone, worked out once per outcome.
#[hook]
fn use_of_top(
    scene: &Scene,
    compare: fn(View<'_>, &Computed) -> Option<Comparison>,
) -> Rc<Option<Rc<Comparison>>> {
    let source = scene.source().clone();
    use_memo((scene.computed.clone(), scene.deelnemer), move |(computed, index)| {
        let (computed, index) = computed.as_ref().zip(*index)?;
        compare(View::new(&source, index), computed).map(Rc::new)
    })
}

/// The scenarios beside each other. Each has its outcome already; what is worked out here is their order under
/// other keys.
#[hook]
fn use_named(scene: &Scene) -> Rc<Option<Rc<Comparison>>> {
    let whole = scene.clone();
    use_memo((Rc::clone(&scene.judged), scene.deelnemer), move |(judged, index)| {
        let view = View::new(whole.source(), (*index)?);
        let scenarios = judged.iter().zip(&whole.state.work.scenarios).enumerate();
        let named = scenarios.filter_map(|(place, (judged, input))| {
            let (computed, name) = (judged.computed.as_ref()?, whole.name(place, input));
            let (scenario, uitkomst) = (&*computed.scenario, &computed.uitkomst);
            Some(NamedScenario { name, scenario, uitkomst })
        });
        Some(Rc::new(compare_scenarios(view, &named.collect::<Vec<_>>())))
    })
}

/// Puts a copy beside the others. The one that makes them all takes the button away: the focus goes to its name.
fn copy(scene: &Scene) -> Callback<MouseEvent> {
    if scene.state.work.scenarios.len() + 1 < MOST {
        scene.on(Action::Copy)
    } else {
        scene.on_and_focus(Action::Copy, NAAM)
    }
}

/// Takes a scenario away; the focus goes to the name of the one that is then shown.
fn remove(scene: &Scene, place: usize) -> Callback<MouseEvent> {
    scene.on_and_focus(Action::Remove(place), NAAM)
}

fn scenarios(scene: &Scene) -> Html {
    let work = &scene.state.work;
    let rows = work.scenarios.iter().enumerate().map(|(place, input)| {
        let id = format!("scenario-{place}");
        let top = place == work.top;
        html! {
            <li class="bw-scenario" key={place}>
                <div class="bw-option">
                    <input class="utrecht-radio-button utrecht-radio-button--html-input" type="radio" name="scenario"
                        id={id.clone()} checked={top} onchange={scene.on::<Event>(Action::Top(place))} />
                    <label class="utrecht-form-label utrecht-form-label--radio bw-option__label" for={id}>{ scene.name(place, input) }</label>
                    if work.scenarios.len() > 1 {
                        <button type="button" class="bw-link-button bw-option__more" onclick={remove(scene, place)}>
                            { "weg" }<span class="bw-hidden">{ format!(": {}", scene.name(place, input)) }</span>
                        </button>
                    }
                </div>
            </li>
        }
    });
    let content = html! {
        <>
        <ul class="bw-scenarios">{ for rows }</ul>
        <Naam scene={scene.clone()} />
        if work.scenarios.len() < MOST {
            <button type="button" class="utrecht-button bw-card__action" onclick={copy(scene)}>
                { "Zet een kopie ernaast" }
            </button>
        }
        </>
    };
    let text = "Hoogstens vier naast elkaar. De keuzes gaan over het gekozen scenario.";
    card("naast-elkaar", "Scenario’s", Some(text), content)
}
