//! A picture with its legend: of its drawings the one for the width of its card.

use bijdragewijzer::view::Pictures;
use yew::prelude::*;

use super::drawing::{drawing, sample};
use crate::ui::browser;
use crate::ui::later::Printed;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) id: &'static str,
    /// What it says.
    pub(crate) title: String,
    pub(crate) of: Pictures,
}

#[component]
pub(crate) fn Picture(props: &Props) -> Html {
    let Props { id, title, of } = props;
    let place = use_node_ref();
    let shown = use_shown(&place);
    let drawings = [
        ("wijd", "bw-chart bw-chart--wide", &of.wide),
        ("midden", "bw-chart bw-chart--middle", &of.middle),
        ("smal", "bw-chart bw-chart--narrow", &of.narrow),
    ];
    let drawings = drawings.into_iter().enumerate();
    let drawings = drawings.filter(|(place, _)| shown.is_none_or(|it| it == *place));
    let drawings = drawings.map(|(_, (size, class, drawn))| {
        drawing(&format!("{id}-{size}"), class, title, &of.text, drawn)
    });
    html! {
        <figure class="bw-figure" ref={place}>
            { for drawings }
            if !of.legend.is_empty() {
                <ul class="bw-legend">{ for of.legend.iter().map(|(key, text)| html! {
                    <li class="bw-legend__item">{ sample(*key) }<span>{ text }</span></li>
                }) }</ul>
            }
        </figure>
    }
}

/// Which of the drawings the style shows in this figure. Nothing while that is to be seen, and on paper, which has a
/// width of its own: then all of them are there.
#[hook]
fn use_shown(figure: &NodeRef) -> Option<usize> {
    let shown = use_state_eq(|| None);
    let printed = use_context::<Printed>().is_some_and(|it| it.0);
    use_effect_with((), {
        let shown = shown.setter();
        move |()| browser::on_resize(move || shown.set(None))
    });
    use_effect_with((figure.clone(), shown.is_none()), {
        let shown = shown.setter();
        move |(figure, unknown)| {
            if *unknown {
                shown.set(browser::first_shown(figure));
            }
        }
    });
    shown.filter(|_| !printed)
}
