//! Whether the order of what stands beside each other depends on the key.

use super::{View, differs};
use crate::formula::{Id, Term};
use crate::model::{Uitkomst, bereken};
use crate::publicatie::{Publicatie, Verdeelsleutel};
use crate::scenario::{Groep, Scenario};
use crate::units::unit::Bedrag;
use crate::units::{Euro, Jaar, in_order};

/// In what a card puts its things in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Measure {
    /// The difference in the begroting of a year.
    Begroot(Jaar),
    /// The difference na verrekening, over all years.
    Settled,
    /// The same with what is kept once.
    Whole,
    /// The largest step in the begroting.
    Step,
    /// The same with the step from nu.
    StepFromNow,
}

/// What is known of a thing in one measure.
#[derive(Clone, Copy, Debug)]
pub(super) struct Measured {
    pub(super) euro: Option<Euro>,
    /// Whether it leaves out what is unknown.
    pub(super) exclusief: bool,
}

impl Measured {
    pub(super) fn of(term: Option<Term<Bedrag>>) -> Self {
        let exclusief = term.as_ref().is_some_and(|term| !term.exclusief().is_empty());
        Self { euro: term.and_then(|term| term.known()), exclusief }
    }

    /// All years na verrekening, with what is kept once before them.
    pub(super) fn whole(view: View<'_>, uitkomst: &Uitkomst) -> Self {
        Self { euro: view.whole(uitkomst), exclusief: !view.left_out(uitkomst).is_empty() }
    }

    /// Whether it is lower by more than divided cents.
    fn is_below(self, other: Self) -> bool {
        self.euro.zip(other.euro).is_some_and(|(own, other)| own < other && differs(own, other))
    }
}

/// What a card puts in order, as it stands there.
pub(super) struct Thing<'s, const N: usize> {
    /// What it is called in a sentence.
    pub(super) name: String,
    pub(super) scenario: &'s Scenario,
    /// One for each measure.
    pub(super) measured: [Measured; N],
}

/// The things under the same keys.
struct Standing<'p, const N: usize> {
    /// The one key for all; the keys that were chosen when absent.
    key: Option<&'p Verdeelsleutel>,
    measured: Vec<[Measured; N]>,
}

/// What to say where the order depends on the key: which two change places in the first measure in which two do,
/// and under which keys. The things are held against each other as they stand, and all under each of the keys.
pub(super) fn warning<'p, const N: usize>(
    publicatie: &'p Publicatie,
    things: &[Thing<'_, N>],
    keys: impl Iterator<Item = &'p Verdeelsleutel>,
    measures: [Measure; N],
    read: impl Fn(&Uitkomst) -> [Measured; N],
) -> Option<String> {
    if under_one_key(publicatie, things) {
        return None;
    }
    first_turn(things, &standings(publicatie, things, keys, read), measures)
}

/// The things as they stand, and all under each of the keys.
fn standings<'p, const N: usize>(
    publicatie: &'p Publicatie,
    things: &[Thing<'_, N>],
    keys: impl Iterator<Item = &'p Verdeelsleutel>,
    read: impl Fn(&Uitkomst) -> [Measured; N],
) -> Vec<Standing<'p, N>> {
    let under = |key: &'p Verdeelsleutel| {
        let again = |thing: &Thing<'_, N>| {
            read(&bereken(publicatie, &thing.scenario.under_key(Id::clone(&key.id))))
        };
        Standing { key: Some(key), measured: things.iter().map(again).collect() }
    };
    let chosen =
        Standing { key: None, measured: things.iter().map(|thing| thing.measured).collect() };
    std::iter::once(chosen).chain(keys.map(under)).collect()
}

fn first_turn<const N: usize>(
    things: &[Thing<'_, N>],
    standings: &[Standing<'_, N>],
    measures: [Measure; N],
) -> Option<String> {
    let names: Vec<&str> = things.iter().map(|thing| &*thing.name).collect();
    let mut measures = measures.into_iter().enumerate();
    measures.find_map(|(at, measure)| Some(turn(&names, standings, at)?.text(measure)))
}

/// Whether all posts of all things are divided under one and the same key. Then each is that share of its
/// total, under whatever key, and no key can turn the order: nothing has to be computed.
fn under_one_key<const N: usize>(publicatie: &Publicatie, things: &[Thing<'_, N>]) -> bool {
    let Some(first) = things.first().map(|thing| thing.scenario) else { return true };
    let key = first.sleutel(Groep::Ophoging);
    let weights = |scenario: &Scenario| {
        let own = &scenario.volledig().sleutel;
        (own.aandelen(publicatie), own.gewichten.clone())
    };
    let typed = key.and_then(|id| publicatie.sleutel(id)).is_some_and(|it| !it.soort.is_complete());
    things.iter().map(|thing| thing.scenario).all(|scenario| {
        Groep::ALL.iter().all(|groep| scenario.sleutel(*groep) == key)
            && (!typed || weights(scenario) == weights(first))
    })
}

/// A thing under two keys.
#[derive(Clone, Copy)]
struct Both<'n> {
    name: &'n str,
    here: Measured,
    there: Measured,
}

impl Both<'_> {
    const fn is_exclusief(self) -> bool {
        self.here.exclusief || self.there.exclusief
    }
}

/// Two things that change places.
struct Turn<'a> {
    /// The one that is lower under the first key.
    low: &'a str,
    high: &'a str,
    keys: [Option<&'a Verdeelsleutel>; 2],
    /// Whether an amount of them leaves something out.
    exclusief: bool,
}

/// The first turn in a measure: of the keys that were chosen and of the lowest thing, when there is one.
fn turn<'a, const N: usize>(
    names: &[&'a str],
    standings: &[Standing<'a, N>],
    at: usize,
) -> Option<Turn<'a>> {
    let pairs = standings.iter().enumerate();
    let mut pairs =
        pairs.flat_map(|(place, one)| standings.iter().skip(place + 1).map(move |it| (one, it)));
    pairs.find_map(|(one, other)| {
        let both = names.iter().zip(one.measured.iter().zip(&other.measured));
        let both = both.filter_map(|(name, (here, there))| {
            Some(Both { name, here: *here.get(at)?, there: *there.get(at)? })
        });
        let here: Vec<Both<'a>> = in_order(both, |it| it.here.euro);
        let there = in_order(here.iter().copied(), |it| it.there.euro);
        here.iter().find_map(|low| {
            let high = there
                .iter()
                .find(|high| low.here.is_below(high.here) && high.there.is_below(low.there))?;
            let exclusief = low.is_exclusief() || high.is_exclusief();
            Some(Turn { low: low.name, high: high.name, keys: [one.key, other.key], exclusief })
        })
    })
}

impl Turn<'_> {
    /// Sentences of at most fifteen words: what depends, how it is, and how it can be.
    fn text(&self, measure: Measure) -> String {
        let (low, high) = (self.low, self.high);
        let order = match measure {
            Measure::Begroot(jaar) => format!("volgorde in {jaar}"),
            Measure::Settled => "volgorde na verrekening".to_owned(),
            Measure::Whole => "volgorde van het geheel".to_owned(),
            Measure::Step => "volgorde van de grootste stappen".to_owned(),
            Measure::StepFromNow => "volgorde van de stappen vanaf nu".to_owned(),
        };
        let [here, there] = self.keys.map(with_key);
        let compared = match measure {
            Measure::Step | Measure::StepFromNow => {
                format!("{here} geeft “{low}” een kleinere stap dan “{high}”.")
            }
            _ => format!("{here} is “{low}” lager dan “{high}”."),
        };
        let inverted = format!("{there} is het andersom.");
        if self.exclusief {
            format!(
                "Voor zover bekend bepaalt de sleutel de {order}. {compared} {inverted} Wat onbekend is, kan dit nog omdraaien."
            )
        } else {
            format!("De sleutel bepaalt de {order}. {compared} {inverted}")
        }
    }
}

fn with_key(key: Option<&Verdeelsleutel>) -> String {
    key.map_or_else(|| "Met uw sleutels".to_owned(), |key| format!("Met overal “{}”", key.naam))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publicatie::standaard;
    use crate::view::View;

    #[test]
    fn one_key_for_all_turns_no_order() {
        let publicatie = standaard().unwrap();
        let scenarios = publicatie
            .uitgangspunten
            .iter()
            .map(|it| Scenario::of_uitgangspunt(&publicatie, &it.id).unwrap());
        let scenarios: Vec<Scenario> = scenarios.collect();
        for deelnemer in 0..publicatie.deelnemers.len() {
            let view = View::new(&publicatie, deelnemer);
            let read =
                |uitkomst: &Uitkomst| [Measured { euro: view.total(uitkomst), exclusief: false }];
            let things = scenarios.iter().zip(&publicatie.uitgangspunten).map(|(scenario, it)| {
                let measured = read(&bereken(&publicatie, scenario));
                Thing { name: it.naam.clone(), scenario, measured }
            });
            let things: Vec<Thing<'_, 1>> = things.collect();
            assert!(under_one_key(&publicatie, &things));
            let keys = publicatie.sleutels.iter().filter(|key| key.soort.is_complete());
            let standings = standings(&publicatie, &things, keys, read);
            let found = first_turn(&things, &standings, [Measure::Settled]);
            assert_eq!(found, None, "deelnemer {deelnemer}");
        }
    }
}
