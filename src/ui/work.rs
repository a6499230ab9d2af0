//! The scenarios beside each other, and what came in from a link or a file.

use std::rc::Rc;

use bijdragewijzer::formula::Id;
use bijdragewijzer::melding::{Code, Melding};
use bijdragewijzer::scenario::{Edit, Input, apply, apply_with};

use super::Source;

/// The scenarios beside each other: what a link or a file carries.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Work {
    /// One to four.
    pub(crate) scenarios: Vec<Input>,
    /// The place of the one that is shown and changed.
    pub(crate) top: usize,
}

/// The most scenarios beside each other.
pub(crate) const MOST: usize = 4;

impl Default for Work {
    fn default() -> Self {
        Self { scenarios: vec![Input::default()], top: 0 }
    }
}

impl Work {
    /// What came from elsewhere. That it is for the publicatie of this page goes without saying.
    pub(crate) fn taken(source: &Source, mut scenarios: Vec<Input>, top: usize) -> Self {
        for input in &mut scenarios {
            if input.publicatie.as_ref() == Some(&source.id) {
                input.publicatie = None;
            }
        }
        Self { scenarios, top }
    }

    /// The scenario that is shown.
    pub(crate) fn input(&self) -> Input {
        self.scenarios.get(self.top).cloned().unwrap_or_default()
    }

    /// The same with all that it does not say itself.
    pub(crate) fn in_force(&self, source: &Source) -> Input {
        let input = self.input();
        input.over(&input.basis(source))
    }

    /// The organisation from which all is seen: of the scenario on top, or else the first that is named.
    fn deelnemer(&self) -> Option<Id> {
        let named = || self.scenarios.iter().find_map(|input| input.deelnemer.clone());
        self.input().deelnemer.or_else(named)
    }

    /// Whether its scenarios name more than one deelnemer.
    fn has_other_deelnemers(&self) -> bool {
        let one = self.deelnemer();
        self.scenarios.iter().any(|input| input.deelnemer.is_some() && input.deelnemer != one)
    }

    /// Everyone looks from the same organisation.
    pub(crate) fn seen_from_one(mut self) -> Self {
        let one = self.deelnemer();
        for input in &mut self.scenarios {
            input.deelnemer.clone_from(&one);
        }
        self
    }

    /// Whether someone would miss it: more than the choice of an organisation.
    pub(crate) fn is_own(&self) -> bool {
        let says_more = |input: &Input| {
            Input { deelnemer: None, publicatie: None, ..input.clone() } != Input::default()
        };
        self.scenarios.len() > 1 || self.scenarios.iter().any(says_more)
    }

    pub(crate) fn edited(&self, source: &Source, edit: Edit) -> Self {
        let mut work = self.clone();
        // Everyone looks from the same organisation.
        let all = matches!(edit, Edit::Deelnemer(_));
        for (index, input) in work.scenarios.iter_mut().enumerate() {
            if all || index == self.top {
                *input = apply_with(source, std::mem::take(input), edit.clone()).minimal(source);
            }
        }
        work
    }

    /// With a copy of the shown scenario beside it, where there is room.
    pub(crate) fn with_copy(&self) -> Option<Self> {
        let mut work = self.clone();
        if work.scenarios.len() >= MOST {
            return None;
        }
        let copy = Input { naam: None, ..work.input() };
        work.top += 1;
        work.scenarios.insert(work.top, copy);
        Some(work)
    }

    /// Without one of the scenarios; the last one stays.
    pub(crate) fn without(&self, index: usize) -> Option<Self> {
        let mut work = self.clone();
        if work.scenarios.len() < 2 || index >= work.scenarios.len() {
            return None;
        }
        work.scenarios.remove(index);
        if work.top > index || work.top == work.scenarios.len() {
            work.top = work.top.saturating_sub(1);
        }
        Some(work)
    }
}

/// Whether a scenario is other than what it starts from, in more than what the own organisation pays.
pub(crate) fn deviates(source: &Source, input: &Input) -> bool {
    let back = apply(input.clone(), Edit::Herstel).minimal(source);
    back != input.clone().minimal(source)
}

/// Where scenarios came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// The address of the page.
    Address,
    /// A text that was pasted.
    Link,
    /// With the name of the file.
    File(String),
}

impl Origin {
    /// What its opening is called, for undo.
    pub(crate) const fn step(&self) -> &'static str {
        match self {
            Self::Address | Self::Link => "link geopend",
            Self::File(_) => "bestand geopend",
        }
    }

    /// What was opened.
    pub(crate) fn opened(&self) -> String {
        match self {
            Self::Address | Self::Link => "De link is geopend.".to_owned(),
            Self::File(name) => format!("Geopend: {name}."),
        }
    }
}

/// Scenarios that came in whole, or were accepted as they are.
#[derive(Clone, Debug)]
pub(crate) struct Arrival {
    pub(crate) work: Work,
    pub(crate) origin: Origin,
    /// What is to be said about them; refusals only when a person took over the rest.
    pub(crate) meldingen: Rc<Vec<Melding>>,
}

/// What did not come through whole: what is to be said of it, and what could be read.
#[derive(Clone, Debug)]
pub(crate) struct Offer {
    pub(crate) origin: Origin,
    pub(crate) meldingen: Rc<Vec<Melding>>,
    pub(crate) work: Option<Work>,
}

impl PartialEq for Offer {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.meldingen, &other.meldingen)
    }
}

/// What is said of a scenario that was opened, or of all of them.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Warning {
    /// Its path is one in the scenario.
    pub(crate) melding: Melding,
    /// The scenario as it came; nothing where it is about none of them.
    scenario: Option<Input>,
}

impl Warning {
    fn new(melding: &Melding, scenarios: &[Input]) -> Self {
        let found = scenarios.iter().enumerate().find_map(|(place, scenario)| {
            let rest = melding.pad.strip_prefix(&format!("$.scenarios[{place}]"))?;
            Some((Melding { pad: format!("${rest}"), ..melding.clone() }, scenario.clone()))
        });
        match found {
            Some((melding, scenario)) => Self { melding, scenario: Some(scenario) },
            None => Self { melding: melding.clone(), scenario: None },
        }
    }

    /// The scenario that it is about, with its place among these. Of one that is no longer there as it came it
    /// need not hold; then there is none.
    pub(crate) fn place<'w>(&self, work: &'w Work) -> Option<(usize, &'w Input)> {
        let whole = |input: &Input| Input { deelnemer: None, ..input.clone() };
        let scenario = self.scenario.as_ref().map(whole)?;
        work.scenarios.iter().enumerate().find(|(_, input)| whole(input) == scenario)
    }

    /// Whether it is about all that was opened.
    pub(crate) const fn is_of_all(&self) -> bool {
        self.scenario.is_none()
    }
}

/// What is said about scenarios that were opened, until it is dismissed.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Notice {
    pub(crate) text: String,
    pub(crate) warnings: Vec<Warning>,
    /// The number of steps at which the work that was replaced is there again; nothing when none was.
    pub(crate) back_to: Option<usize>,
}

impl Notice {
    /// What is to be said of an arrival after so many steps; nothing when all went as one expects.
    pub(crate) fn of(arrival: &Arrival, before: &Work, steps: usize) -> Option<Self> {
        let now = &arrival.work.clone().seen_from_one();
        let replaced = before.is_own() && before != now;
        let shown = format!("$.scenarios[{}]", now.top);
        // What is wrong with the scenario on top stands above it as long as it holds. In a file of one scenario
        // that is all but what is said of the file itself.
        let of_one = !arrival.meldingen.iter().any(|it| it.pad.starts_with("$.scenarios"));
        let of_top =
            |it: &Melding| it.pad.starts_with(&shown) || (of_one && it.code != Code::OtherUitgave);
        // That any value may be another is said as long as they are there.
        let beside = |it: &&Melding| it.code.is_of_whole_link() || (!it.refuses() && !of_top(it));
        let warnings = arrival.meldingen.iter().filter(beside);
        let warnings: Vec<Warning> = warnings.map(|it| Warning::new(it, &now.scenarios)).collect();
        let is_link = matches!(arrival.origin, Origin::Address | Origin::Link);
        let differ = arrival.work.has_other_deelnemers();
        if is_link && !replaced && !differ && warnings.is_empty() {
            return None;
        }
        let same = if before == now { " Het is wat hier al stond." } else { "" };
        let back = if replaced { " Uw eerdere werk komt terug met Ongedaan maken." } else { "" };
        let seen = if differ {
            " De scenario’s noemen verschillende deelnemers. U ziet ze vanuit één organisatie."
        } else {
            ""
        };
        let text = format!("{}{same}{seen}{back}", arrival.origin.opened());
        Some(Self { text, warnings, back_to: replaced.then_some(steps) })
    }
}
