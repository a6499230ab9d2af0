//! The sentence that answers: what the bijdrage does in one year, and the years after in the same breath.

use super::direction::{Direction, Piece};
use super::letters::{large, lower_first};
use crate::units::notation::in_sentence;
use crate::units::{Euro, Jaar};

/// "Uw bijdrage daalt met € 107.140 in 2022."
pub(super) fn first(jaar: Jaar, euro: Option<Euro>) -> Vec<Piece> {
    let Some(euro) = euro else {
        return vec![Piece::plain(format!("Wat uw bijdrage in {jaar} doet, is onbekend."))];
    };
    let direction = Direction::of(euro);
    vec![
        Piece::plain("Uw bijdrage "),
        Piece { text: moves(direction, euro), direction: Some(direction) },
        Piece::plain(format!(" in {jaar}.")),
    ]
}

/// "daalt met € 107.140", "blijft gelijk".
fn moves(direction: Direction, euro: Euro) -> String {
    match direction {
        Direction::Same => direction.verb().to_owned(),
        _ => format!("{} met {}", direction.verb(), in_sentence(euro)),
    }
}

/// "Na verrekening daalt uw bijdrage met € 137.383 in 2022."
pub fn settled_sentence(jaar: Jaar, euro: Option<Euro>) -> String {
    let Some(euro) = euro else {
        return format!("Wat er na verrekening van komt in {jaar}, is onbekend.");
    };
    match Direction::of(euro) {
        Direction::Same => format!("Na verrekening blijft uw bijdrage gelijk in {jaar}."),
        direction => {
            let verb = direction.verb();
            format!("Na verrekening {verb} uw bijdrage met {} in {jaar}.", in_sentence(euro))
        }
    }
}

/// Years in a row that read as the same amount.
struct Run {
    from: Jaar,
    to: Jaar,
    euro: Euro,
}

/// Whether a sentence says the same of both: cents that it does not show are no change.
fn reads_the_same(one: Euro, other: Euro) -> bool {
    Direction::of(one) == Direction::of(other) && in_sentence(one) == in_sentence(other)
}

fn runs(years: &[(Jaar, Euro)]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (jaar, euro) in years {
        match runs.last_mut() {
            Some(run) if reads_the_same(run.euro, *euro) => run.to = *jaar,
            _ => runs.push(Run { from: *jaar, to: *jaar, euro: *euro }),
        }
    }
    runs
}

/// What happens after the first year: "Dat blijft zo tot en met 2023; daarna is het € 63.100."
/// Nothing when the first year is the last.
pub(super) fn after(years: &[(Jaar, Euro)]) -> Option<String> {
    let runs = runs(years);
    let (first, later) = runs.split_first()?;
    if later.is_empty() {
        return (first.from < first.to).then(|| format!("Dat blijft zo tot en met {}.", first.to));
    }
    let (lead, later) = if first.from < first.to {
        (format!("Dat blijft zo tot en met {}; ", first.to), later)
    } else {
        (String::new(), later)
    };
    let mut before = Direction::of(first.euro);
    let mut clauses = Vec::with_capacity(later.len());
    for (index, run) in later.iter().enumerate() {
        let when = match (index, lead.is_empty()) {
            (0, false) => "daarna ".to_owned(),
            _ if index + 1 == later.len() && run.from < run.to => format!("vanaf {} ", run.from),
            _ => format!("in {} ", run.from),
        };
        clauses.push(when + &clause(before, run.euro));
        before = Direction::of(run.euro);
    }
    // Two years to a sentence: more is not read in one breath.
    let sentences = clauses.chunks(2).map(|pair| capitalized(&pair.join(" en ")) + ".");
    let sentences = sentences.collect::<Vec<_>>().join(" ");
    Some(if lead.is_empty() { sentences } else { lead + &lower_first(&sentences) })
}

/// What a run of years does, after years of this direction.
fn clause(before: Direction, euro: Euro) -> String {
    match Direction::of(euro) {
        Direction::Same => "blijft zij gelijk".to_owned(),
        direction if direction == before => format!("is het {}", in_sentence(euro)),
        direction => format!("{} zij met {}", direction.verb(), in_sentence(euro)),
    }
}

pub(super) fn capitalized(sentence: &str) -> String {
    let mut signs = sentence.chars();
    signs
        .next()
        .map(|first| std::iter::once(large(first)).chain(signs).collect())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn years(euros: &[i128]) -> Vec<(Jaar, Euro)> {
        let start = Jaar::new(2022).unwrap();
        euros
            .iter()
            .zip(0..)
            .map(|(euro, index)| (start.plus(index), Euro::from_cents(euro * 100)))
            .collect()
    }

    fn text(euros: &[i128]) -> String {
        after(&years(euros)).unwrap_or_default().replace('\u{a0}', " ")
    }

    #[test]
    fn the_years_after_are_said_in_one_breath() {
        for (euros, sentence) in [
            (&[-107_140][..], ""),
            (&[-1, -1, -1], "Dat blijft zo tot en met 2024."),
            (
                &[-107_140, -107_140, -63_100, -63_100],
                "Dat blijft zo tot en met 2023; daarna is het € 63.100.",
            ),
            (&[-9, -8, -7, -7], "In 2023 is het € 8 en vanaf 2024 is het € 7."),
            (&[-9, 4], "In 2023 stijgt zij met € 4."),
            (
                &[-9, -9, 4, 0],
                "Dat blijft zo tot en met 2023; daarna stijgt zij met € 4 en in 2025 blijft zij gelijk.",
            ),
            (&[0, 0, 5, 5], "Dat blijft zo tot en met 2023; daarna stijgt zij met € 5."),
            (&[3, 2, 1], "In 2023 is het € 2 en in 2024 is het € 1."),
            (&[-3, 4, 5], "In 2023 stijgt zij met € 4 en in 2024 is het € 5."),
            (&[-3, 0, -5], "In 2023 blijft zij gelijk en in 2024 daalt zij met € 5."),
            (&[9, 8, 7, 6], "In 2023 is het € 8 en in 2024 is het € 7. In 2025 is het € 6."),
            (
                &[9, 9, 8, 7, 6],
                "Dat blijft zo tot en met 2023; daarna is het € 8 en in 2025 is het € 7. In 2026 is het € 6.",
            ),
        ] {
            assert_eq!(text(euros), sentence, "{euros:?}");
        }
    }

    #[test]
    fn years_that_differ_by_cents_alone_are_the_same() {
        let start = Jaar::new(2022).unwrap();
        let cents = [-19_172_346, -19_172_345, -19_172_346, -6_309_959];
        let years = cents.iter().zip(0..);
        let years: Vec<(Jaar, Euro)> =
            years.map(|(cents, at)| (start.plus(at), Euro::from_cents(*cents))).collect();
        let said = after(&years).unwrap().replace('\u{a0}', " ");
        assert_eq!(said, "Dat blijft zo tot en met 2024; daarna is het € 63.100.");
        // A cent up is no cent down.
        let signs = [(start, Euro::from_cents(-1)), (start.plus(1), Euro::from_cents(1))];
        let said = after(&signs).unwrap().replace('\u{a0}', " ");
        assert_eq!(said, "In 2023 stijgt zij met € 0,01.");
    }

    #[test]
    fn what_comes_of_it_after_the_jaarrekening_is_said_for_one_year() {
        let say = |euro: Option<i128>| {
            let euro = euro.map(Euro::from_cents);
            settled_sentence(Jaar::new(2022).unwrap(), euro).replace('\u{a0}', " ")
        };
        let falls = say(Some(-13_738_301));
        assert_eq!(falls, "Na verrekening daalt uw bijdrage met € 137.383 in 2022.");
        assert_eq!(say(Some(0)), "Na verrekening blijft uw bijdrage gelijk in 2022.");
        assert_eq!(say(None), "Wat er na verrekening van komt in 2022, is onbekend.");
    }

    #[test]
    fn the_first_sentence_says_direction_amount_and_year() {
        let say = |euro: i128| {
            let pieces = first(Jaar::new(2022).unwrap(), Some(Euro::from_cents(euro)));
            pieces
                .iter()
                .map(|piece| piece.text.as_str())
                .collect::<String>()
                .replace('\u{a0}', " ")
        };
        assert_eq!(say(-10_713_958), "Uw bijdrage daalt met € 107.140 in 2022.");
        assert_eq!(say(10_713_958), "Uw bijdrage stijgt met € 107.140 in 2022.");
        assert_eq!(say(0), "Uw bijdrage blijft gelijk in 2022.");
    }
}
