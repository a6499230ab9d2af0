//! The answer in every form: each wijze, with something left over, something short or neither, with and without
//! an unknown effect, in the transition and after it, for a bijdrage that falls, rises or stays.
//!
//! The amounts are chosen so that the bijdrage moves by exactly € 100.000; the sums behind them are written out
//! beside each case. `antwoord/vormen.txt` holds all of it to be read as a person would.

#[cfg(test)]
#[path = "antwoord/beside.rs"]
mod beside;
#[cfg(test)]
#[path = "antwoord/conclusies.rs"]
mod conclusies;
#[cfg(test)]
#[path = "antwoord/gevallen.rs"]
mod gevallen;
#[cfg(test)]
#[path = "support/sentences.rs"]
mod sentences;
#[cfg(test)]
#[path = "antwoord/words.rs"]
mod words;

use bijdragewijzer::units::Euro;
use bijdragewijzer::view::{Answer, Direction};
use expect_test::expect_file;

use gevallen::{GEVALLEN, Geval, Richting};
use sentences::{MOST, longest};
use words::lines;

/// Every case, with and without an unknown effect, in every direction.
fn each(check: impl Fn(&Geval, bool, Richting, &Answer)) {
    for geval in &GEVALLEN {
        for unknown in [false, true] {
            for richting in Richting::ALL {
                check(geval, unknown, richting, &geval.answer(unknown, richting));
            }
        }
    }
}

#[test]
fn the_sentence_says_the_direction_the_amount_and_the_year() {
    each(|geval, _, richting, answer| {
        let sentence: String = answer.sentence.iter().map(|piece| piece.text.as_str()).collect();
        let moves = match richting {
            Richting::Daalt => "daalt met €\u{a0}100.000",
            Richting::Stijgt => "stijgt met €\u{a0}100.000",
            Richting::Gelijk => "blijft gelijk",
        };
        assert_eq!(sentence, format!("Uw bijdrage {moves} in {}.", geval.jaar), "{}", geval.naam);
        let marked: Vec<Direction> =
            answer.sentence.iter().filter_map(|piece| piece.direction).collect();
        assert_eq!(marked, [richting.direction()], "{}", geval.naam);
    });
}

#[test]
fn the_sum_adds_up_to_what_the_sentence_says() {
    each(|geval, unknown, richting, answer| {
        let (total, parts) = answer.sum.split_last().unwrap();
        let parts: Vec<Euro> = parts.iter().map(|part| part.euro.unwrap()).collect();
        let name = format!("{}, {unknown}, {richting:?}: {parts:?}", geval.naam);
        assert_eq!(parts.iter().copied().sum::<Euro>(), total.euro.unwrap(), "{name}");
        assert_eq!(total.euro, Some(Euro::from_cents(richting.cents())), "{name}");
    });
}

#[test]
fn what_comes_back_or_is_added_is_said_once_with_its_sign() {
    each(|geval, unknown, richting, answer| {
        let notes: Vec<&str> = answer.sum.iter().filter_map(|part| part.note.as_deref()).collect();
        let about: Vec<String> = notes
            .iter()
            .filter(|note| note.contains("jaarrekening"))
            .map(|note| note.replace('\u{a0}', " "))
            .collect();
        let uitrol = if geval.types_uitrol() || unknown { "uw" } else { "de aangenomen" };
        let known = if unknown { "voor zover bekend €" } else { "€" };
        let expected = geval.verrekening.iter();
        let expected: Vec<String> = expected
            .map(|words| format!("{}, bij {uitrol} uitrol", words.replacen('€', known, 1)))
            .collect();
        assert_eq!(about, expected, "{}, {richting:?}", geval.naam);
    });
}

#[test]
fn what_the_begroting_takes_from_the_varianten_names_the_uitrol_on_which_it_rests() {
    each(|geval, unknown, richting, answer| {
        let name = format!("{}, {richting:?}", geval.naam);
        let uitrol = if geval.types_uitrol() || unknown { "uw" } else { "de aangenomen" };
        let own = answer.sum.iter().find(|part| part.name.starts_with("Uw deel in sociaal"));
        if let Some(note) = own.map(|part| part.note.as_deref().unwrap_or_default()) {
            assert!(note.ends_with(&format!("bij {uitrol} uitrol")), "{name}: {note}");
        }
        let later: Vec<&String> =
            answer.notes.iter().filter(|note| note.contains("uitrol")).collect();
        assert!(later.len() <= 1, "{name}: {later:?}");
        for note in later {
            assert!(note.ends_with(&format!("is berekend met {uitrol} uitrol.")), "{name}: {note}");
        }
    });
}

#[test]
fn an_unknown_effect_is_named_with_the_year_from_which_the_begroting_lacks_it() {
    const POSTS: &str = "kosten van bellen bij een hernieuwd bevel; lagere invorderbaten door bellen bij een hernieuwd bevel";
    each(|geval, unknown, richting, answer| {
        let about: Vec<&String> =
            answer.notes.iter().filter(|note| note.contains("exclusief")).collect();
        let name = format!("{}, {richting:?}", geval.naam);
        if !unknown {
            assert!(about.is_empty(), "{name}: {about:?}");
            return;
        }
        let expected = if let Some(vanaf) = geval.begroot_exclusief_vanaf {
            format!(
                "Na verrekening exclusief nog onbekend effect van: {POSTS}. Vanaf {vanaf} geldt dat ook voor de begroting."
            )
        } else {
            format!("Begroot en na verrekening exclusief nog onbekend effect van: {POSTS}.")
        };
        assert_eq!(about, [&expected], "{name}");
    });
}

/// The key warning and the remarks in the sum as well.
#[test]
fn no_sentence_has_more_than_fifteen_words() {
    each(|geval, _, _, answer| {
        let (count, sentence) = longest(&words::sentences(answer));
        assert!(count <= MOST, "{}: {count} words: {sentence}", geval.naam);
    });
}

#[test]
fn every_form_reads_as_it_was_read_before() {
    let mut all = String::new();
    for geval in &GEVALLEN {
        for unknown in [false, true] {
            for richting in Richting::ALL {
                let with = if unknown { "met een onbekend effect" } else { "alles bekend" };
                all.push_str(&format!("# {}, {with}, {}\n", geval.naam, richting.word()));
                all.push_str(&lines(&geval.answer(unknown, richting)));
                all.push('\n');
            }
        }
    }
    expect_file!["./antwoord/vormen.txt"].assert_eq(&all);
}
