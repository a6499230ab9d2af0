//! Where someone is on the page, and how the address says so: a section, and the herleiding that is open.

use bijdragewijzer::formula::{Deel, Id};
use bijdragewijzer::units::Jaar;
use bijdragewijzer::view::AmountRef;

use super::Source;

/// Where an amount was pointed at: its herleiding opens there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// Under the sum.
    Sum,
    /// Under the table of years.
    Years,
    /// Under a table of another section.
    Table,
    /// Under the amounts per inwoner.
    Inwoner,
    /// Under a table of things beside each other: its id, and the row, because each may be of another outcome.
    Row(&'static str, usize),
}

/// The tables of things beside each other whose amounts open.
const BESIDE: [&str; 6] =
    ["scenarios", "sleutels", "wijzen", "varianten", "combinaties", "naast-elkaar"];

impl Place {
    /// The first part of the id of its buttons.
    pub(crate) fn word(self) -> String {
        match self {
            Self::Sum => "som".to_owned(),
            Self::Years => YEARS.to_owned(),
            Self::Table => "tabel".to_owned(),
            Self::Inwoner => "inwoner".to_owned(),
            Self::Row(table, row) => format!("{table}-{}", row + 1),
        }
    }

    /// Where the amounts of a row of this table open.
    pub(crate) fn in_table(table: &'static str, row: usize) -> Self {
        if BESIDE.contains(&table) { Self::Row(table, row) } else { Self::Table }
    }

    /// The row that a word of an address names: `sleutels-3`.
    fn row(word: &str) -> Option<Self> {
        let (table, row) = word.rsplit_once('-')?;
        let table = BESIDE.into_iter().find(|it| *it == table)?;
        Some(Self::Row(table, row.parse::<usize>().ok()?.checked_sub(1)?))
    }
}

/// A section of the page, with an address of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Section {
    #[default]
    Bijdrage,
    Keuzes,
    Vergelijken,
    Deelnemers,
    Verantwoording,
}

impl Section {
    pub(crate) const ALL: [Self; 5] =
        [Self::Bijdrage, Self::Keuzes, Self::Vergelijken, Self::Deelnemers, Self::Verantwoording];

    /// Its address after `#/`.
    pub(crate) const fn id(self) -> &'static str {
        match self {
            Self::Bijdrage => "uw-bijdrage",
            Self::Keuzes => "keuzes",
            Self::Vergelijken => "vergelijken",
            Self::Deelnemers => "alle-deelnemers",
            Self::Verantwoording => "verantwoording",
        }
    }

    /// Its name.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Bijdrage => "Uw bijdrage",
            Self::Keuzes => "Keuzes",
            Self::Vergelijken => "Vergelijken",
            Self::Deelnemers => "Alle deelnemers",
            Self::Verantwoording => "Verantwoording",
        }
    }

    /// The section of an address: its first part.
    pub(crate) fn of(address: &str) -> Option<Self> {
        let first = address.split('/').next().unwrap_or_default();
        Self::ALL.into_iter().find(|section| section.id() == first)
    }
}

/// The amount whose herleiding is open, and where.
pub(crate) type Pointed = (Place, AmountRef);

/// What stands in an address for an amount of the table of years.
const YEARS: &str = "jaren";

/// What stands in an address for an amount of the waterfall, which is a table under the answer.
const WATERFALL: &str = "opbouw";

/// What stands in an address for all deelnemers together.
const TOGETHER: &str = "samen";

/// A section with its open herleiding as part of an address: `uw-bijdrage/herleiding/reservering/2022/zwolle`; with
/// the year that Alle deelnemers shows instead of its first: `alle-deelnemers/2024`.
pub(crate) fn written(
    source: &Source,
    section: Section,
    open: Option<&Pointed>,
    jaar: Option<Jaar>,
) -> String {
    // The number of inwoners is in no address, so what rests on it cannot be opened from one.
    let open = open.filter(|(place, _)| *place != Place::Inwoner);
    // An amount of the table says by itself of which year the table is.
    let jaar = jaar.filter(|_| {
        section == Section::Deelnemers && !open.is_some_and(|(place, _)| *place == Place::Table)
    });
    let section_and_year =
        section.id().to_owned() + &jaar.map_or_else(String::new, |it| format!("/{it}"));
    let Some((place, amount)) = open else { return section_and_year };
    let index = amount.deelnemer.and_then(|index| source.deelnemers.get(index));
    let whose = index.map_or(TOGETHER, |deelnemer| &*deelnemer.id);
    let kind = match (section, place) {
        (_, Place::Years | Place::Row(..)) => place.word(),
        (Section::Bijdrage, Place::Table) => WATERFALL.to_owned(),
        _ => "herleiding".to_owned(),
    };
    let deel = amount.deel.map(|deel| format!("/{}", deel.word())).unwrap_or_default();
    format!("{section_and_year}/{kind}/{}{deel}/{}/{whose}", amount.post, amount.jaar)
}

/// The parts of an address after its section, and the year among them that Alle deelnemers shows.
fn parts(address: &str) -> (Option<Jaar>, Vec<&str>) {
    let mut parts = address.split('/').skip(1).peekable();
    let jaar = parts.peek().and_then(|it| Jaar::new(it.parse().ok()?));
    (jaar, parts.skip(usize::from(jaar.is_some())).collect())
}

/// The year that an address chooses in Alle deelnemers, by itself or with an amount of its table.
pub(crate) fn year(source: &Source, address: &str) -> Option<Jaar> {
    if Section::of(address)? != Section::Deelnemers {
        return None;
    }
    let jaar = match (pointed(source, address), parts(address)) {
        (Some((Place::Table, amount)), _) => Some(amount.jaar),
        (None, (_, unread)) if !unread.is_empty() => None,
        (_, (jaar, _)) => jaar,
    };
    let jaar = source.horizon.years().find(|it| Some(*it) == jaar);
    // The first that it shows needs no choice.
    jaar.filter(|it| *it != source.antwoordjaar_or_first())
}

/// The herleiding that an address opens.
pub(crate) fn pointed(source: &Source, address: &str) -> Option<Pointed> {
    let section = Section::of(address)?;
    let (shown, parts) = parts(address);
    if shown.is_some() && section != Section::Deelnemers {
        return None;
    }
    let (kind, post, deel, jaar, whose) = match *parts {
        [kind, post, jaar, whose] => (kind, post, None, jaar, whose),
        [kind, post, deel, jaar, whose] => (kind, post, Some(Deel::from_word(deel)?), jaar, whose),
        _ => return None,
    };
    let place = match (section, kind) {
        (Section::Bijdrage, YEARS) => Place::Years,
        (Section::Bijdrage, WATERFALL) => Place::Table,
        (Section::Bijdrage | Section::Keuzes, "herleiding") => Place::Sum,
        (_, "herleiding") => Place::Table,
        (Section::Vergelijken | Section::Deelnemers, kind) => Place::row(kind)?,
        _ => return None,
    };
    let deelnemer = match whose {
        TOGETHER => None,
        id => Some(source.deelnemer(id)?),
    };
    let jaar = Jaar::new(jaar.parse().ok()?)?;
    Some((place, AmountRef { post: Id::from(post), deel, jaar, deelnemer }))
}
