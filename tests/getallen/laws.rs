//! What holds for every number and every text.

use bijdragewijzer::units::lezen::{Lezing, Veld, Waarde, lees};
use bijdragewijzer::units::notation::{
    as_written, centen, getal, heel, in_sentence, in_sum, percentage, waarde,
};
use bijdragewijzer::units::{Breuk, Eenheid, Euro};
use bijdragewijzer::view::lezing::in_words;
use bijdragewijzer::view::share;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::TestCaseResult;
use rust_decimal::Decimal;

use super::support::{every_veld, holds};

/// Cents of every size up to the bounds, either sign.
fn cents() -> impl Strategy<Value = i64> {
    let sizes: Vec<i64> = (0..=12).map(|power| 10_i64.pow(power)).collect();
    select(sizes).prop_flat_map(|size| -size..=size)
}

/// A whole number of at most this size, small ones as often as large ones.
fn up_to(most: i64) -> impl Strategy<Value = i64> {
    select(vec![9, 99, 9_999, 999_999, most]).prop_flat_map(move |size| 0..=size.min(most))
}

fn value(text: &str, veld: &Veld) -> Result<Decimal, TestCaseError> {
    match lees(text, veld) {
        Lezing::Waarde(waarde) => Ok(waarde.getal),
        other => Err(TestCaseError::fail(format!("{text:?} in {:?} is {other:?}", veld.eenheid))),
    }
}

#[test]
fn an_amount_is_read_back_in_every_style_in_which_it_is_written() {
    holds(cents(), |cents| {
        let (euro, exact) = (Euro::from_cents(cents.into()), Decimal::new(cents, 2));
        let veld = Veld::bedrag();
        let written = [
            centen(euro),
            in_sum(euro),
            getal(exact, 2),
            waarde(euro.breuk(), Eenheid::Euro),
            as_written(euro.breuk(), Eenheid::Euro),
            in_words(Waarde { getal: exact, eenheid: Eenheid::Euro }),
        ];
        for text in written {
            prop_assert_eq!(value(&text, &veld)?, exact, "{}", text);
        }
        let whole = Decimal::new(cents / 100, 0);
        let euro = Euro::from_cents(i128::from(cents / 100) * 100);
        prop_assert_eq!(value(&heel(euro), &veld)?, whole, "{}", heel(euro));
        prop_assert_eq!(value(&in_sentence(euro), &veld)?, whole.abs(), "{}", in_sentence(euro));
        Ok(())
    });
}

#[test]
fn a_count_is_read_back_as_it_is_written() {
    holds((up_to(100_000_000), 0..10_000_i64), |(whole, tenthousandths)| {
        let count = Decimal::new(whole, 0);
        for text in [getal(count, 0), waarde(Breuk::from_decimal(count), Eenheid::Aantal)] {
            prop_assert_eq!(value(&text, &Veld::aantal(0))?, count, "{}", text);
        }
        // Inside a trechter a count may have decimals. Three of them behind a small number are asked.
        let count = Decimal::new(whole.min(99_999_999) * 10_000 + tenthousandths, 4);
        let text = waarde(Breuk::from_decimal(count), Eenheid::Aantal);
        match lees(&text, &Veld::aantal(4)) {
            Lezing::Waarde(waarde) => prop_assert_eq!(waarde.getal, count, "{}", text),
            Lezing::Vraag([_, second]) => {
                prop_assert_eq!(second.getal, count, "{}", text);
                prop_assert_eq!(count.normalize().scale(), 3, "{}", text);
                prop_assert!(count < Decimal::ONE_THOUSAND, "{}", text);
            }
            other => prop_assert!(false, "{} is {:?}", text, other),
        }
        Ok(())
    });
}

#[test]
fn a_share_is_read_back_as_it_is_written() {
    holds((-10_000..=10_000_i64, 1..=1_000_000_i128), |(hundredths, of)| {
        let exact = Decimal::new(hundredths, 4);
        let veld = Veld::index();
        for text in [
            share(exact),
            as_written(Breuk::from_decimal(exact), Eenheid::Aandeel),
            in_words(Waarde { getal: exact, eenheid: Eenheid::Aandeel }),
        ] {
            prop_assert_eq!(value(&text, &veld)?, exact, "{}", text);
        }
        // As a factor in a formula it has no percent sign: the other way in which it can be meant is asked.
        match lees(&waarde(Breuk::from_decimal(exact), Eenheid::Aandeel), &veld) {
            Lezing::Vraag([_, second]) => prop_assert_eq!(second.getal, exact),
            Lezing::Waarde(_) => prop_assert!(exact.is_zero() || exact.abs() == Decimal::ONE),
            other => prop_assert!(false, "{:?}", other),
        }
        // One decimal of a percentage: what is read is what stands there.
        let (deel, geheel) = (Euro::from_cents(of * 7 / 10), Euro::from_cents(of));
        let text = percentage(deel, geheel).unwrap();
        let tenths: i64 = text.trim_end_matches('%').replace(',', "").parse().unwrap();
        let scale = if text.contains(',') { 3 } else { 2 };
        prop_assert_eq!(value(&text, &veld)?, Decimal::new(tenths, scale), "{}", text);
        Ok(())
    });
}

/// Groups digits in threes with a sign of one's own choice: written here a second time, on purpose.
fn grouped(whole: &str, sign: &str) -> String {
    let mut out = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push_str(sign);
        }
        out.push(digit);
    }
    out
}

#[test]
fn an_amount_means_the_same_in_whatever_way_it_is_spelled() {
    let minus = select(vec!["-#", "− #", "–#", "(#)", "#-", "- € #", "€ -#", "€ (#)", "# €-"]);
    let plus =
        select(vec!["#", "€ #", "€#", "EUR #", "# euro", "+ #", "\u{feff}#\t", " # \r\n", "'#"]);
    let marks = select(vec![
        ("", ","),
        (".", ","),
        (" ", ","),
        ("\u{202f}", ","),
        ("\u{a0}", "."),
        (",", "."),
    ]);
    holds((cents(), minus, plus, marks), |(cents, minus, plus, (thousands, decimal))| {
        let whole = grouped(&(cents.unsigned_abs() / 100).to_string(), thousands);
        let number = format!("{whole}{decimal}{:02}", cents.unsigned_abs() % 100);
        let text = if cents < 0 { minus } else { plus }.replace('#', &number);
        prop_assert_eq!(value(&text, &Veld::bedrag())?, Decimal::new(cents, 2), "{}", text);
        Ok(())
    });
}

#[test]
fn a_word_multiplies_exactly() {
    let words = select(vec![
        ("k", 3),
        (" duizend", 3),
        (" ton", 5),
        (" mln", 6),
        (" mln.", 6),
        (" miljoen", 6),
        (" mld", 9),
    ]);
    holds((1..=999_999_999_i64, words), |(cents, (word, power))| {
        // Written with so many decimals that it is the same amount of cents.
        let digits = format!("{cents:0>width$}", width = power + 3);
        let (whole, fraction) = digits.split_at(digits.len() - power - 2);
        let text = format!("{whole},{fraction}{word}");
        prop_assert_eq!(value(&text, &Veld::bedrag())?, Decimal::new(cents, 2), "{}", text);
        Ok(())
    });
}

/// Texts of the signs that numbers are made of, and now and then any other sign.
fn texts() -> impl Strategy<Value = String> {
    let usual: Vec<char> =
        "00123456789.,.,   -−–()€%kKe+'=\u{a0}\u{202f}\u{200b}\u{feff}\t\n５½".chars().collect();
    let words =
        select(vec!["mln", "duizend", "ton", "EUR", "euro", "1.234", "000", "NaN", ",-", "1e5"]);
    let piece = prop_oneof![
        8 => select(usual).prop_map(String::from),
        2 => words.prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

fn significant(digits: impl Iterator<Item = char>) -> String {
    digits.filter(char::is_ascii_digit).collect::<String>().trim_matches('0').to_owned()
}

const MINUSES: [char; 7] =
    ['-', '\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2014}', '\u{2212}'];

/// Whether a person sees a minus or bracket, other than the tail of `750,-`.
fn shows_a_sign(text: &str) -> bool {
    let mut text = text.replace(['\u{200b}', '\u{feff}'], "");
    for minus in MINUSES {
        text = text.replace(&format!(",{minus}{minus}"), ",").replace(&format!(",{minus}"), ",");
    }
    text.contains(MINUSES) || text.contains('(')
}

/// Whatever is read has all the digits of the text in their order, and its sign.
fn check(text: &str, veld: &Veld, waarde: Waarde) -> TestCaseResult {
    let digits = significant(waarde.getal.mantissa().to_string().chars());
    prop_assert_eq!(&digits, &significant(text.chars()), "{:?} is {}", text, waarde.getal);
    let negative = shows_a_sign(text) && !waarde.getal.is_zero();
    prop_assert_eq!(waarde.getal.is_sign_negative(), negative, "{:?} is {}", text, waarde.getal);
    prop_assert!(waarde.eenheid == veld.eenheid || veld.ook == Some(waarde.eenheid));
    Ok(())
}

#[test]
fn no_text_panics_and_none_loses_a_digit_or_a_sign() {
    holds(texts(), |text| {
        for veld in every_veld() {
            match lees(&text, &veld) {
                Lezing::Leeg => {
                    prop_assert!(!text.chars().any(|sign| sign.is_ascii_graphic()), "{:?}", text)
                }
                Lezing::Waarde(waarde) => {
                    check(&text, &veld, waarde)?;
                    prop_assert!(veld.refuses(waarde).is_none(), "{:?} is {}", text, waarde.getal);
                }
                Lezing::Vraag(readings) => {
                    prop_assert!(readings[0].getal != readings[1].getal);
                    prop_assert!(readings.iter().any(|waarde| veld.refuses(*waarde).is_none()));
                    for waarde in readings {
                        check(&text, &veld, waarde)?;
                    }
                }
                Lezing::Onleesbaar(fout) => {
                    prop_assert!(
                        (1..=text.chars().count()).contains(&fout.plaats),
                        "{:?} {:?}",
                        text,
                        fout
                    );
                }
            }
        }
        Ok(())
    });
}

#[test]
fn no_unicode_panics() {
    holds(prop::collection::vec(any::<char>(), 0..40), |signs| {
        let text: String = signs.into_iter().collect();
        for veld in every_veld() {
            lees(&text, &veld);
        }
        Ok(())
    });
}
