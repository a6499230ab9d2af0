//! The table beside a picture: folded away on the screen until it is asked for, open on paper.

use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// What the table is of, for its button.
    pub(crate) name: String,
    /// Whether someone came for an amount in it: then it is open.
    pub(crate) asked: bool,
    pub(crate) children: Html,
}

#[component]
pub(crate) fn Beside(props: &Props) -> Html {
    let open = use_state(|| props.asked);
    {
        let open = open.clone();
        use_effect_with(props.asked, move |asked| {
            if *asked {
                open.set(true);
            }
        });
    }
    let onclick = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let words = if *open { "Verberg de tabel" } else { "Toon de bedragen als tabel" };
    html! {
        <div class="bw-beside">
            <button type="button" class="bw-link-button bw-beside__button" {onclick}
                aria-expanded={if *open { "true" } else { "false" }}>
                { words }<span class="bw-hidden">{ format!(": {}", props.name) }</span>
            </button>
            <div class={classes!("bw-beside__table", (!*open).then_some("bw-beside__table--closed"))}>
                { props.children.clone() }
            </div>
        </div>
    }
}
