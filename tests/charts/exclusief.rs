//! Beside amounts that leave out an unknown effect it is named, and where nothing is left out nothing is said.
//!
//! What an amount leaves out is what the core says of the very outcomes that are shown.

use std::collections::BTreeSet;

use bijdragewijzer::formula::Id;
use bijdragewijzer::model::{Uitkomst, bereken};
use bijdragewijzer::scenario::{Edit, Wijze, apply, controleer_input};
use bijdragewijzer::view::{
    Measure, Names, deelnemer_table, other_streams, year_table, years_title,
};

use super::given::{Given, all};

type Missing = BTreeSet<String>;

/// What is taken out again of an unknown effect is the same unknown effect.
fn plain(ids: impl IntoIterator<Item = Id>) -> Missing {
    ids.into_iter().map(|id| id.trim_end_matches("_begroot").to_owned()).collect()
}

impl Given {
    fn under(&self, edit: Edit) -> Uitkomst {
        let input = apply(self.scenario.afwijkingen().clone(), edit);
        bereken(&self.publicatie, &controleer_input(&self.publicatie, &input).scenario.unwrap())
    }

    fn settled(&self, uitkomst: &Uitkomst) -> Missing {
        let years = uitkomst.totaal.iter().map(|year| year.definitief.share(self.deelnemer));
        plain(years.flat_map(|term| term.exclusief()))
    }

    /// What stands beside each other under other choices.
    fn settled_under(&self, edits: impl IntoIterator<Item = Edit>) -> Missing {
        edits.into_iter().flat_map(|edit| self.settled(&self.under(edit))).collect()
    }

    /// All variants of the proposal at once: what any of the combinations can lack.
    fn all_variants(&self) -> Uitkomst {
        let proposal = &self.publicatie.uitgangspunten[0].scenario;
        self.under(Edit::Varianten(proposal.varianten.clone()))
    }

    /// Every card with amounts: what it says, and what its amounts leave out.
    fn cards(&self) -> Vec<(&'static str, Option<String>, Missing)> {
        let (own, who) = (&self.uitkomst, self.deelnemer);
        let jaar = self.view().jaar;
        let year = own.jaar(jaar).unwrap();
        let years = year_table(&self.publicatie, own, who, false);
        let others = deelnemer_table(&self.publicatie, own, jaar, true).unwrap();
        let keys = self.publicatie.sleutels.iter().filter(|key| key.soort.is_complete());
        let wijzen = Wijze::ALL.map(|wijze| Edit::Wijze(Some(wijze)));
        let whole = |read: fn(&bijdragewijzer::model::JaarTotaal) -> Vec<Id>| {
            plain(own.totaal.iter().flat_map(read))
        };
        let combinations = self.all_variants();
        let last = combinations.totaal.last().unwrap().effect.exclusief();
        let mut cards = vec![
            ("Per jaar", years.note, self.settled(own)),
            ("Alle deelnemers", others.note, plain(year.definitief.exclusief())),
            ("waterfall", self.waterfall().note, plain(year.definitief.share(who).exclusief())),
            (
                "small pictures",
                self.deelnemers(Measure::Euro).note,
                whole(|year| year.definitief.exclusief()),
            ),
            (
                "small pictures in %",
                self.deelnemers(Measure::Share).note,
                whole(|year| year.definitief.exclusief()),
            ),
            ("scenarios", self.scenarios().note, self.settled(own)),
            (
                "keys",
                self.keys().note,
                keys.flat_map(|key| {
                    let under = self.scenario.under_key(Id::clone(&key.id));
                    self.settled(&bereken(&self.publicatie, &under))
                })
                .collect(),
            ),
            ("wijzen", self.wijzen().note, self.settled_under(wijzen)),
            (
                "combinations",
                self.combinations().note,
                self.settled(&combinations).into_iter().chain(plain(last)).collect(),
            ),
        ];
        let effect = whole(|year| year.effect.exclusief());
        let spared = plain(own.bespaard(jaar).exclusief());
        cards.extend(other_streams(self.view(), own).map(|it| ("beside", it.note, spared)));
        cards.extend(self.variants().map(|it| ("variants", it.note, effect)));
        cards
    }
}

#[test]
fn what_is_left_out_is_named_and_nothing_else() {
    for given in all() {
        let names = Names::new(&given.publicatie);
        for (card, note, missing) in given.cards() {
            let note = note.unwrap_or_default().to_lowercase();
            let what = format!("{}: {card}: {note}", given.name);
            assert_eq!(
                note.contains("exclusief nog onbekend effect van"),
                !missing.is_empty(),
                "{what}"
            );
            for id in &missing {
                assert!(note.contains(&names.of(id).to_lowercase()), "{what} lacks {id}");
            }
        }
    }
}

/// The begroot columns lack it too: from the first year where each year has its own effect, and after the
/// transition where it has a reservering.
#[test]
fn the_table_of_years_says_from_which_year_on_the_begroting_lacks_it() {
    const POSTS: &str = "lagere invorderbaten door interne sociale incasso; lagere invorderbaten door vroegsignalering";
    let note = |name: &str| {
        let given = Given::called(name);
        year_table(&given.publicatie, &given.uitkomst, given.deelnemer, false).note.unwrap()
    };
    assert_eq!(
        note("the proposal"),
        format!(
            "Na verrekening exclusief nog onbekend effect van: {POSTS}. Vanaf 2024 geldt dat ook voor de begroting."
        )
    );
    assert_eq!(
        note("every year its own"),
        format!("Begroot en na verrekening exclusief nog onbekend effect van: {POSTS}.")
    );
    assert_eq!(
        note("every year its own, two years later"),
        format!(
            "Na verrekening exclusief nog onbekend effect van: {POSTS}. Vanaf 2023 geldt dat ook voor de begroting."
        )
    );
}

/// A conclusion that an unknown effect can change says so itself.
#[test]
fn a_conclusion_is_called_known_as_far_as_it_goes() {
    for given in all() {
        let (own, who) = (&given.uitkomst, given.deelnemer);
        let year = own.jaar(given.view().jaar).unwrap();
        let titles = [
            (given.waterfall().title, !year.definitief.share(who).exclusief().is_empty()),
            (given.deelnemers(Measure::Euro).title, !year.definitief.exclusief().is_empty()),
            (given.deelnemers(Measure::Share).title, !year.definitief.exclusief().is_empty()),
        ];
        // Where nothing is known there is no line, and the other titles say so.
        if given.name == "nothing known at all" {
            assert_eq!(years_title(own, who), None);
            assert!(given.waterfall().title.ends_with("is onbekend"));
            continue;
        }
        let years = (years_title(own, who).unwrap(), !given.settled(own).is_empty());
        for (title, leaves_out) in titles.into_iter().chain([years]) {
            assert_eq!(title.contains("voor zover bekend"), leaves_out, "{}: {title}", given.name);
        }
    }
}
