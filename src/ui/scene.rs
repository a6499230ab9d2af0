//! What every part of the page works with: the state, the outcome of each scenario, and the way to change it.

use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

use bijdragewijzer::melding::Melding;
use bijdragewijzer::model::{Uitkomst, bereken, waarschuwingen};
use bijdragewijzer::scenario::{Edit, Inhoud, Input, Scenario, controleer_input, link, open_link};
use bijdragewijzer::view::{Deviation, deviations};
use yew::prelude::*;

use super::components::frame::ANSWERS;
use super::state::{Action, Section, State};
use super::work::{Work, deviates};
use super::{Source, browser};

/// A scenario with its outcome.
#[derive(Clone)]
pub(crate) struct Computed {
    pub(crate) scenario: Rc<Scenario>,
    pub(crate) uitkomst: Rc<Uitkomst>,
}

impl PartialEq for Computed {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.uitkomst, &other.uitkomst)
    }
}

/// A scenario as the user made it, with what the model says of it.
#[derive(Clone, PartialEq)]
pub(crate) struct Judged {
    pub(crate) input: Input,
    pub(crate) meldingen: Rc<Vec<Melding>>,
    pub(crate) deviations: Rc<Vec<Deviation>>,
    /// Nothing when a melding refuses it.
    pub(crate) computed: Option<Computed>,
}

/// How many scenarios are remembered that may come back by undo.
const KEPT: usize = 16;

/// The scenarios that were judged last, so that an unchanged one is not computed again.
#[derive(Default)]
pub(crate) struct Cache(RefCell<Vec<Judged>>);

impl Cache {
    pub(crate) fn judge(&self, source: &Source, input: &Input) -> Judged {
        let known = self.0.borrow().iter().find(|it| it.input == *input).cloned();
        known.unwrap_or_else(|| {
            let controle = controleer_input(source, input);
            let mut meldingen = controle.meldingen;
            let computed = controle.scenario.map(|scenario| {
                let uitkomst = bereken(source, &scenario);
                meldingen.extend(waarschuwingen(&scenario, &uitkomst));
                Computed { uitkomst: Rc::new(uitkomst), scenario: Rc::new(scenario) }
            });
            let meldingen = Rc::new(meldingen);
            let deviations = Rc::new(deviations(source, input));
            let judged = Judged { input: input.clone(), meldingen, deviations, computed };
            let mut cache = self.0.borrow_mut();
            cache.truncate(KEPT - 1);
            cache.insert(0, judged.clone());
            judged
        })
    }
}

/// What the scenarios show, in their order, and then what scenarios showed that undo may bring back.
#[derive(Default)]
pub(crate) struct Outcomes(RefCell<Vec<(Input, Option<Computed>)>>);

impl Outcomes {
    /// Follows a change. A scenario that cannot be computed shows its own last outcome, wherever it stands now and
    /// whatever it is called: what is the same shows the same, and what is new was changed in its place.
    pub(crate) fn follow(&self, judged: &[Judged]) {
        let before = self.0.take();
        let unnamed = |input: &Input| Input { naam: None, ..input.clone() };
        let kept = |place: usize, input: &Input| {
            let same = before.iter().find(|(it, _)| it == input);
            same.or(before.get(place)).and_then(|(_, outcome)| outcome.clone())
        };
        let now = judged.iter().enumerate().map(|(place, it)| {
            let input = unnamed(&it.input);
            let outcome = it.computed.clone().or_else(|| kept(place, &input));
            (input, outcome)
        });
        let mut now: Vec<_> = now.collect();
        for old in before {
            if now.iter().all(|(input, _)| *input != old.0) {
                now.push(old);
            }
        }
        now.truncate(KEPT);
        *self.0.borrow_mut() = now;
    }

    /// The last outcome of the scenario at this place that could be computed.
    pub(crate) fn at(&self, place: usize) -> Option<Computed> {
        self.0.borrow().get(place).and_then(|(_, outcome)| outcome.clone())
    }
}

/// The first uitgangspunt, in words that follow "van" or "naar".
pub(crate) const PROPOSAL: &str = "het voorstel";

/// What a part of the page is given. What tells two of them apart soonest stands first.
#[derive(Clone, PartialEq)]
pub(crate) struct Scene {
    /// The last outcome of the scenario on top that could be computed.
    pub(crate) computed: Option<Computed>,
    /// It says the state as it is when it is asked; all else here is of when the page was drawn.
    pub(crate) state: UseReducerHandle<State>,
    /// Every scenario of the comparison, in its order.
    pub(crate) judged: Rc<Vec<Judged>>,
    /// Whether the scenario on top cannot be computed, so that the outcome is of before.
    pub(crate) stale: bool,
    /// The place of the organisation that looks.
    pub(crate) deelnemer: Option<usize>,
    /// Whether the section shows more than its first card.
    pub(crate) arrived: bool,
    /// Whether it is being printed: then nothing waits.
    pub(crate) printed: bool,
    /// Makes a change. It is one for as long as the page is there: what is given it is not drawn anew for it.
    pub(crate) act: Callback<Action>,
}

impl Scene {
    pub(crate) fn source(&self) -> &Source {
        &self.state.source
    }

    /// What a scenario is called: its place, and its own name or that of its uitgangspunt, which alone would
    /// promise the amounts of the uitgangspunt.
    pub(crate) fn name(&self, place: usize, input: &Input) -> String {
        let start = self.source().uitgangspunt_or_first(input.uitgangspunt.as_deref());
        let start = start.map(|it| it.naam.as_str()).unwrap_or_default();
        let place = place + 1;
        match &input.naam {
            Some(name) => format!("{place}. {name}"),
            None if deviates(self.source(), input) => format!("{place}. {start}, gewijzigd"),
            None => format!("{place}. {start}"),
        }
    }

    /// The scenario on top as the user made it.
    pub(crate) fn input(&self) -> Input {
        self.state.work.input()
    }

    /// The same with all that it does not say itself.
    pub(crate) fn in_force(&self) -> Rc<Input> {
        Rc::clone(&self.state.in_force)
    }

    /// The meldingen about the scenario on top.
    pub(crate) fn meldingen(&self) -> Rc<Vec<Melding>> {
        self.judged.get(self.state.work.top).map(|it| Rc::clone(&it.meldingen)).unwrap_or_default()
    }

    /// What deviates in the scenario on top.
    pub(crate) fn deviations(&self) -> Rc<Vec<Deviation>> {
        self.judged.get(self.state.work.top).map(|it| Rc::clone(&it.deviations)).unwrap_or_default()
    }

    /// The deviation of the value that this change is about.
    pub(crate) fn deviation_of(&self, edit: &Edit) -> Option<Deviation> {
        self.deviation(|undo| undo.same_place(edit))
    }

    /// The deviation that this change takes away.
    pub(crate) fn deviation(&self, undone: impl Fn(&Edit) -> bool) -> Option<Deviation> {
        self.deviations().iter().find(|it| undone(&it.undo)).cloned()
    }

    /// What the scenario on top starts from, in words that follow "van" or "naar".
    pub(crate) fn start(&self) -> String {
        let source = self.source();
        let first = source.uitgangspunten.first().map(|it| &it.id);
        let chosen = source.uitgangspunt_or_first(self.input().uitgangspunt.as_deref());
        match chosen.filter(|it| Some(&it.id) != first) {
            Some(other) => format!("“{}”", other.naam),
            None => PROPOSAL.to_owned(),
        }
    }

    /// Whether every scenario can be computed.
    pub(crate) fn is_whole(&self) -> bool {
        self.judged.iter().all(|it| it.computed.is_some())
    }

    /// The scenarios that a link and a file carry: without what is refused, as who opens them would be offered.
    pub(crate) fn carried(&self) -> Cow<'_, Work> {
        let work = &self.state.work;
        if self.is_whole() {
            return Cow::Borrowed(work);
        }
        let text = link(self.source(), &work.scenarios, work.top);
        match open_link(self.source(), &text).inhoud {
            Inhoud::Aanbod { scenarios, bovenaan } => {
                Cow::Owned(Work::taken(self.source(), scenarios, bovenaan))
            }
            Inhoud::Geen | Inhoud::Vergelijking(_) => Cow::Borrowed(work),
        }
    }

    /// What stands in the address after `#`.
    pub(crate) fn address(&self) -> String {
        self.state.address_of(&self.carried())
    }

    /// Whether a list stands above the answer of what was not read.
    pub(crate) fn has_refusals(&self) -> bool {
        let listed = self.state.section != Section::Verantwoording && self.deelnemer.is_some();
        let refused = || self.meldingen().iter().any(Melding::refuses);
        listed && (!self.state.faults.is_empty() || refused())
    }

    /// Whether the answer on the page is of before what does not read or cannot be computed.
    pub(crate) fn is_of_before(&self) -> bool {
        self.stale || !self.state.faults.is_empty()
    }

    pub(crate) fn act(&self) -> Callback<Action> {
        self.act.clone()
    }

    pub(crate) fn edit(&self) -> Callback<Edit> {
        self.act().reform(Action::Edit)
    }

    /// Makes a change when an event comes.
    pub(crate) fn on<E: 'static>(&self, action: Action) -> Callback<E> {
        self.act().reform(move |_: E| action.clone())
    }

    /// Makes a change that takes the pressed button away: the focus goes to the element with this id, or where a phone
    /// does not show that to the answers.
    pub(crate) fn on_and_focus(&self, action: Action, id: &'static str) -> Callback<MouseEvent> {
        let act = self.act();
        Callback::from(move |_: MouseEvent| {
            act.emit(action.clone());
            browser::focus(id);
            if !browser::has_focus(id) {
                browser::focus(ANSWERS);
            }
        })
    }
}

/// The one property of most parts.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) scene: Scene,
}
