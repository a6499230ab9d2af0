//! All deelnemers as small pictures on one scale: mine in colour, the others grey.

use super::{Panel, PanelShape, Pictures, Stated, multiples};
use crate::model::Uitkomst;
use crate::publicatie::Publicatie;
use crate::units::notation::{as_difference, percentage};
use crate::units::{Euro, Jaar};
use crate::view::table::{Cell, Table, signed, why_no_share};
use crate::view::vergelijken::with_exclusief;
use crate::view::{AmountRef, Comparison, Direction, Names};

/// What the heights are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Amounts.
    Euro,
    /// Shares of the bijdrage without the proposal.
    Share,
}

/// An effect, held against the bijdrage without the proposal.
struct Effect {
    euro: Option<Euro>,
    oud: Option<Euro>,
}

impl Effect {
    fn of(uitkomst: &Uitkomst, deelnemer: usize, jaar: Jaar) -> Self {
        let euro = uitkomst.jaar(jaar).and_then(|year| year.definitief.known_share(deelnemer));
        let oud = uitkomst.oud(deelnemer, jaar).and_then(|term| term.euro());
        Self { euro, oud }
    }

    fn text(&self, measure: Measure) -> String {
        match (measure, self.euro.zip(self.oud)) {
            (Measure::Euro, _) => signed(self.euro, false),
            (Measure::Share, None) => "onbekend".to_owned(),
            (Measure::Share, Some((euro, oud))) => {
                percentage(euro, oud).map_or_else(|| "n.v.t.".to_owned(), |it| as_difference(&it))
            }
        }
    }

    /// In cents, or in thousandths of a percent. What is no share has no height, and is not unknown either.
    fn height(&self, measure: Measure) -> Option<i128> {
        let cents = self.euro?.cents();
        match measure {
            Measure::Euro => Some(cents),
            Measure::Share => Some((cents * 100_000).checked_div(self.oud?.cents()).unwrap_or(0)),
        }
    }

    /// Whether there is no bijdrage to be a share of.
    fn is_no_share(&self, measure: Measure) -> bool {
        measure == Measure::Share && self.oud == Some(Euro::NUL)
    }

    /// For its letter.
    fn said(&self, measure: Measure) -> Option<Euro> {
        self.euro.filter(|_| !self.is_no_share(measure))
    }

    fn cell(&self, measure: Measure) -> Cell {
        Cell::written(self.text(measure), self.said(measure), None)
    }
}

/// Every deelnemer in every year, na verrekening; `own` is who looks, `jaar` the year that is named.
pub fn compare_deelnemers(
    publicatie: &Publicatie,
    uitkomst: &Uitkomst,
    own: usize,
    jaar: Jaar,
    measure: Measure,
) -> Comparison {
    let all = publicatie.deelnemers.iter().enumerate();
    let panels = all.clone().map(|(deelnemer, it)| {
        let years = uitkomst.jaren.iter();
        let height = |jaar: Jaar| Effect::of(uitkomst, deelnemer, jaar).height(measure);
        let now = Effect::of(uitkomst, deelnemer, jaar);
        let stated =
            Stated { name: jaar.to_string(), text: now.text(measure), effect: now.said(measure) };
        Panel {
            name: it.naam.clone(),
            years: years.map(|jaar| (*jaar, height(*jaar))).collect(),
            lines: vec![stated],
            shape: if deelnemer == own { PanelShape::Own } else { PanelShape::Other },
        }
    });
    let panels: Vec<Panel> = panels.collect();
    let rows = all.map(|(deelnemer, it)| {
        let years = uitkomst.jaren.iter();
        let cells = years.map(|jaar| Cell {
            // A share is no amount of the model.
            amount: (measure == Measure::Euro)
                .then(|| AmountRef::new("definitief", *jaar, deelnemer)),
            ..Effect::of(uitkomst, deelnemer, *jaar).cell(measure)
        });
        (it.naam.clone(), cells.collect())
    });
    let years = uitkomst.jaren.iter().map(ToString::to_string);
    let head = std::iter::once("Deelnemer".to_owned()).chain(years).collect();
    let left_out = uitkomst.totaal.iter().flat_map(|year| year.definitief.exclusief());
    let no_share = (0..publicatie.deelnemers.len()).any(|deelnemer| {
        let mut years = uitkomst.jaren.iter();
        years.any(|jaar| Effect::of(uitkomst, deelnemer, *jaar).is_no_share(measure))
    });
    let text =
        "Per deelnemer een balk per jaar, op één schaal; dezelfde bedragen staan in de tabel.";
    Comparison {
        title: title(publicatie, uitkomst, jaar),
        table: Table { head, rows: rows.collect() },
        note: with_why(Names::new(publicatie).exclusief(left_out), no_share),
        warning: None,
        pictures: Some(Pictures::new(text, |size| multiples(&panels, size, [4, 3, 2]))),
        outcomes: Vec::new(),
    }
}

/// Why a share is not there, before what the amounts leave out.
fn with_why(note: Option<String>, no_share: bool) -> Option<String> {
    if no_share { Some(with_exclusief(&why_no_share(), note)) } else { note }
}

/// "In 2022 dalen 10 van de 11 bijdragen, 1 stijgt": as many as there are.
fn title(publicatie: &Publicatie, uitkomst: &Uitkomst, jaar: Jaar) -> String {
    let count = publicatie.deelnemers.len();
    let effects = (0..count).filter_map(|index| Effect::of(uitkomst, index, jaar).euro);
    let directions: Vec<Direction> = effects.map(Direction::of).collect();
    let words = [
        (Direction::Falls, "daalt", "dalen"),
        (Direction::Rises, "stijgt", "stijgen"),
        (Direction::Same, "blijft gelijk", "blijven gelijk"),
    ];
    let parts = words.into_iter().filter_map(|(direction, one, more)| {
        let number = directions.iter().filter(|found| **found == direction).count();
        let verb = if number == 1 { one } else { more };
        (number > 0).then_some((number, verb))
    });
    let parts: Vec<(usize, &str)> = parts.collect();
    let left_out = uitkomst.jaar(jaar).is_some_and(|year| !year.definitief.exclusief().is_empty());
    let settled = if left_out { "na verrekening en voor zover bekend" } else { "na verrekening" };
    match parts.as_slice() {
        [] => format!("Wat er in {jaar} verandert, is onbekend"),
        [(number, verb)] if *number == count && count > 1 => {
            format!("Alle {count} bijdragen {verb} in {jaar}, {settled}")
        }
        parts => {
            let parts: Vec<String> =
                parts.iter().map(|(number, verb)| format!("{number} {verb}")).collect();
            format!("Van de {count} bijdragen in {jaar}, {settled}: {}", parts.join(", "))
        }
    }
}
