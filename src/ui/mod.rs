//! The page: Yew around the library, which it sees only through what is public.

mod browser;
mod components;
mod pages;
mod state;

use std::rc::Rc;

use bijdragewijzer::melding::Melding;
use bijdragewijzer::publicatie::{Publicatie, standaard};
use bijdragewijzer::view::texts::melding_text;
use yew::prelude::*;

use pages::bijdrage::BijdragePage;

/// Mounts the page in its place in index.html.
pub(crate) fn start() {
    if let Some(root) = browser::mount_point() {
        yew::Renderer::<App>::with_root(root).render();
    }
}

/// The publicatie, read once.
#[derive(Clone)]
pub(crate) struct Source(Rc<Publicatie>);

impl PartialEq for Source {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl std::ops::Deref for Source {
    type Target = Publicatie;
    fn deref(&self) -> &Publicatie {
        &self.0
    }
}

#[component]
fn App() -> Html {
    let read = use_memo((), |()| standaard().map(|publicatie| Source(Rc::new(publicatie))));
    match &*read {
        Ok(source) => html! { <BijdragePage source={source.clone()} /> },
        Err(meldingen) => refused(meldingen),
    }
}

/// A publicatie that does not read is said in full: what, where and what to do.
fn refused(meldingen: &[Melding]) -> Html {
    html! {
        <main class="bw-answers">
            <h1 class="utrecht-heading-1">{ "De publicatie is niet te lezen" }</h1>
            <ul>{ for meldingen.iter().map(|melding| html! {
                <li>{ format!("{}: {}", melding.pad, melding_text(melding)) }</li>
            }) }</ul>
        </main>
    }
}
