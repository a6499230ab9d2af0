//! The lowest and highest of the years on the page, worked out once per outcome.

use std::rc::Rc;

use bijdragewijzer::view::Margins;
use bijdragewijzer::vragen::Banden;
use yew::prelude::*;

use crate::ui::scene::Scene;

/// Lowest, middle and highest, and which bands count in them.
#[derive(Clone)]
pub(crate) struct MarginsOf {
    margins: Rc<Margins>,
    pub(crate) banden: Banden,
}

impl PartialEq for MarginsOf {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.margins, &other.margins) && self.banden == other.banden
    }
}

impl std::ops::Deref for MarginsOf {
    type Target = Margins;
    fn deref(&self) -> &Margins {
        &self.margins
    }
}

impl MarginsOf {
    /// Which bands it is about.
    pub(crate) const fn note(&self) -> &'static str {
        match self.banden {
            Banden::ZonderAannamen => {
                "Laag en hoog volgen uit de banden in de bronnen. Aannamen staan daarbij vast."
            }
            Banden::MetAannamen => {
                "Laag en hoog volgen uit de banden in de bronnen en uit die van aannamen."
            }
        }
    }
}

/// Those of who looks; `wide` asks for those of the begroting too.
#[hook]
pub(crate) fn use_margins(scene: &Scene, banden: Banden, wide: bool) -> MarginsOf {
    let asked = (scene.computed.clone(), scene.deelnemer, banden, wide);
    let margins = use_memo(asked, |(computed, deelnemer, banden, wide)| {
        let known = computed.as_ref().zip(*deelnemer);
        let of = |(computed, deelnemer): (&crate::ui::scene::Computed, usize)| {
            Margins::new(&computed.uitkomst, deelnemer, *banden, *wide)
        };
        known.map(of).unwrap_or_default()
    });
    MarginsOf { margins, banden }
}
