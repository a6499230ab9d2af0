//! The digits of a number and the marks between them: which of the marks is the decimal one.

use rust_decimal::Decimal;

use super::{Fout, Reden};
use crate::units::Eenheid;

/// Digits in a row, and what stands between them.
#[derive(Debug, Default)]
pub(super) struct Getal {
    /// The digits alone.
    pub(super) digits: String,
    /// The points, commas and spaces between them.
    pub(super) marks: Vec<Mark>,
    /// At which character the number begins.
    pub(super) at: usize,
}

/// A point, comma or space inside a number.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    pub(super) sign: char,
    /// How many digits stand before it.
    pub(super) before: usize,
    pub(super) at: usize,
}

/// How many of the digits are the whole part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Split {
    /// This many.
    Decimal(usize),
    /// All, or this many: the mark can be read both ways.
    Either(usize),
}

/// The most digits on either side of the comma that are looked at: more is outside every field.
const MOST: i32 = 13;

impl Getal {
    /// The value when the first `whole` digits are the whole part, times ten to the power `shift`.
    pub(super) fn value(
        &self,
        whole: usize,
        shift: i32,
        negative: bool,
        eenheid: Eenheid,
    ) -> Result<Decimal, Reden> {
        let outside = || if negative { Reden::TeLaag(eenheid) } else { Reden::TeHoog(eenheid) };
        let digits = self.digits.trim_start_matches('0');
        let leading = self.digits.len() - digits.len();
        let digits = digits.trim_end_matches('0');
        let count = |length: usize| i32::try_from(length).map_err(|_| outside());
        let point = count(whole)? - count(leading)? + shift;
        let places = count(digits.len())? - point;
        if digits.is_empty() {
            return Ok(Decimal::ZERO);
        }
        if point > MOST {
            return Err(outside());
        }
        if places > MOST {
            // A percentage has two decimals fewer than the share that it is; `refuses` counts as a share.
            return Err(Reden::TeVeelDecimalen(places.unsigned_abs()));
        }
        let mantissa: i128 =
            digits.bytes().fold(0, |sum, digit| sum * 10 + i128::from(digit - b'0'));
        let mantissa = if negative { -mantissa } else { mantissa };
        let zeros = places.min(0).unsigned_abs();
        let mantissa = mantissa * 10_i128.pow(zeros);
        Decimal::try_from_i128_with_scale(mantissa, places.max(0).unsigned_abs())
            .map_err(|_| outside())
    }
}

/// Which mark is the decimal one.
///
/// With two kinds of marks the last is, and the others group in threes. With one kind, more than one mark
/// only groups. That leaves a single point or comma: a comma is decimal and a point groups three digits,
/// as Dutch writes them, but `1,234` may come from elsewhere and `1.234 mln` from a keypad: asked.
pub(super) fn split(
    getal: &Getal,
    tail: bool,
    word: bool,
    eenheid: Eenheid,
) -> Result<Split, Fout> {
    let all = getal.digits.len();
    let Some((last, others)) = getal.marks.split_last() else { return Ok(Split::Decimal(all)) };
    let alike = others.iter().all(|mark| mark.sign == last.sign);
    if last.sign == ' ' || (alike && !others.is_empty()) {
        grouped(getal, &getal.marks, all)?;
        return Ok(Split::Decimal(all));
    }
    if !others.is_empty() {
        grouped(getal, others, last.before)?;
        return whole_with_tail(tail, last, Split::Decimal(last.before));
    }
    // A percentage has no thousands.
    let groups =
        eenheid != Eenheid::Aandeel && grouped(getal, std::slice::from_ref(last), all).is_ok();
    match (groups, last.sign) {
        (true, _) if tail => Ok(Split::Decimal(all)),
        (true, '.') if !word => Ok(Split::Decimal(all)),
        (true, ',') if word => Ok(Split::Decimal(last.before)),
        (true, _) => Ok(Split::Either(last.before)),
        (false, _) => whole_with_tail(tail, last, Split::Decimal(last.before)),
    }
}

/// A tail says that there are no cents: `12,50,-` is not a number.
const fn whole_with_tail(tail: bool, last: &Mark, split: Split) -> Result<Split, Fout> {
    if tail { Err(Reden::Groepen.at(last.at)) } else { Ok(split) }
}

/// Whether the marks are alike and group the first `end` digits in threes, behind one to three that do
/// not begin with a zero.
fn grouped(getal: &Getal, marks: &[Mark], end: usize) -> Result<(), Fout> {
    let Some(first) = marks.first() else { return Ok(()) };
    let starts_well = (1..=3).contains(&first.before) && !getal.digits.starts_with('0');
    if !starts_well {
        return Err(Reden::Groepen.at(first.at));
    }
    let ends = marks.iter().skip(1).map(|mark| mark.before).chain([end]);
    let fault = marks
        .iter()
        .zip(ends)
        .find(|(mark, end)| mark.sign != first.sign || end.saturating_sub(mark.before) != 3);
    fault.map_or(Ok(()), |(mark, _)| Err(Reden::Groepen.at(mark.at)))
}
