//! The page: Yew around the library, which it sees only through what is public.

mod action;
mod app;
mod browser;
mod components;
mod inwoners;
mod later;
mod opening;
mod pages;
mod place;
mod reading;
mod scene;
mod spread;
mod state;
mod steps;
mod work;

use std::rc::Rc;

use bijdragewijzer::publicatie::Publicatie;

/// Mounts the page in its place in index.html.
pub(crate) fn start() {
    if let Some(root) = browser::mount_point() {
        yew::Renderer::<app::App>::with_root(root).render();
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
