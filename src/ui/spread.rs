//! A row or column of a spreadsheet, pasted over the fields of a table of years.

use bijdragewijzer::scenario::plakken::cellen;
use bijdragewijzer::units::Jaar;
use bijdragewijzer::units::lezen::{Lezing, Veld, Waarde, lees};

/// The years from one on.
pub(crate) fn years_from(years: impl Iterator<Item = Jaar>, first: Jaar) -> Vec<Jaar> {
    years.filter(|jaar| *jaar >= first).collect()
}

/// What was pasted.
pub(crate) enum Pasted {
    /// One cell: the browser puts it in the field.
    One,
    /// A value for each field.
    Values(Vec<Waarde>),
    /// More cells that do not fit, as one text that reads as such.
    Unfit(String),
}

/// Reads a pasted text as values for the fields from one on.
pub(crate) fn read(text: &str, veld: Veld, years: &[Jaar]) -> Pasted {
    let rows = cellen(text);
    let all = || rows.iter().flatten().map(|cell| cell.trim());
    let (heads, cells) = with_years(&rows).unwrap_or_else(|| (Vec::new(), all().collect()));
    let filled = without_ends(cells);
    let is_next = |(head, year): (&Jaar, &Jaar)| head == year;
    if heads.len() > years.len() || !heads.iter().zip(years).all(is_next) {
        return Pasted::Unfit(all().collect::<Vec<_>>().join("\t"));
    }
    if filled.len() < 2 {
        return Pasted::One;
    }
    let value = |cell: &&str| match lees(cell, &veld) {
        Lezing::Waarde(waarde) => Some(waarde),
        // An empty cell between others would move the years after it.
        _ => None,
    };
    let values: Option<Vec<Waarde>> = filled.iter().map(value).collect();
    match values {
        Some(values) if values.len() <= years.len() => Pasted::Values(values),
        _ => Pasted::Unfit(filled.join("\t")),
    }
}

/// The years and the cells of a table that names years above the values, or before each.
fn with_years(rows: &[Vec<String>]) -> Option<(Vec<Jaar>, Vec<&str>)> {
    let above = match rows {
        [heads, values] if heads.len() == values.len() => Some(heads.iter().zip(values).collect()),
        _ => None,
    };
    let before =
        rows.iter().map(|row| Some((row.first()?, row.get(1).filter(|_| row.len() == 2)?)));
    let before = before.collect::<Option<Vec<(&String, &String)>>>();
    [above, before].into_iter().flatten().find_map(named)
}

/// Pairs of which the first of each is the next year.
fn named<'t>(pairs: Vec<(&'t String, &'t String)>) -> Option<(Vec<Jaar>, Vec<&'t str>)> {
    let heads = pairs.iter().map(|(head, _)| Jaar::new(head.trim().parse().ok()?));
    let heads: Vec<Jaar> = heads.collect::<Option<_>>()?;
    let mut follow = heads.iter().zip(heads.iter().skip(1));
    let runs = heads.len() > 1 && follow.all(|(one, next)| one.plus(1) == *next);
    runs.then(|| (heads, pairs.into_iter().map(|(_, value)| value.trim()).collect()))
}

/// The cells without empty ones before and after them.
fn without_ends(mut cells: Vec<&str>) -> Vec<&str> {
    while cells.last().is_some_and(|cell| cell.is_empty()) {
        cells.pop();
    }
    cells.into_iter().skip_while(|cell| cell.is_empty()).collect()
}
