//! One walk along a text: its number, its sign, and the words and signs around it.

use super::parts::{Getal, Mark};
use super::{Fout, Reden};

/// What stands in a text.
#[derive(Debug, Default)]
pub(super) struct Gezien {
    /// The number, where there is one.
    pub(super) getal: Option<Getal>,
    /// Whether it is below zero.
    pub(super) negative: bool,
    /// Whether `,-` or `,=` follows: no cents.
    pub(super) tail: bool,
    /// The power of ten of a word such as `mln`, and its place.
    pub(super) word: Option<(i32, usize)>,
    /// The place of a euro sign.
    pub(super) euro: Option<usize>,
    /// The place of a percent sign.
    pub(super) percent: Option<usize>,
    /// Whether anything but space stands there.
    pub(super) anything: bool,
    /// Whether a plus stands before the number.
    plus: bool,
    bracket: Bracket,
    /// Whether a point or comma with nothing behind it ends the number, as in a copied sentence.
    full_stop: bool,
    space_before: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Bracket {
    #[default]
    None,
    Open(usize),
    Closed,
}

/// The longest piece of an unknown word that is told.
const LONGEST: usize = 20;

/// Walks along a text.
pub(super) fn scan(text: &str) -> Result<Gezien, Fout> {
    let mut signs = Signs { rest: text.chars(), at: 0, new_cell: false };
    let mut gezien = Gezien::default();
    while let Some(sign) = signs.next() {
        let at = signs.at;
        if sign.is_whitespace() {
            gezien.space_before = true;
            continue;
        }
        // A euro sign may stand in a cell of its own, before its amount.
        if signs.new_cell && (gezien.getal.is_some() || gezien.has_sign()) {
            return Err(Reden::MeerCellen.at(at));
        }
        signs.new_cell = false;
        gezien.take(sign, &mut signs).map_err(|reden| reden.at(at))?;
        (gezien.anything, gezien.space_before) = (true, false);
    }
    match gezien.bracket {
        Bracket::Open(at) => Err(Reden::Haakje.at(at)),
        _ => Ok(gezien),
    }
}

impl Gezien {
    fn take(&mut self, sign: char, signs: &mut Signs<'_>) -> Result<(), Reden> {
        let at = signs.at;
        match sign {
            '0'..='9' => self.number(sign, signs),
            '.' | ',' if signs.digit_follows() => self.number(sign, signs),
            '.' if self.getal.is_some() && !self.full_stop => {
                self.full_stop = true;
                Ok(())
            }
            '+' if self.getal.is_none() && !self.has_sign() => {
                self.plus = true;
                Ok(())
            }
            '(' if self.getal.is_none() && !self.has_sign() => {
                self.bracket = Bracket::Open(at);
                Ok(())
            }
            ')' if self.getal.is_some() && matches!(self.bracket, Bracket::Open(_)) => {
                (self.bracket, self.negative) = (Bracket::Closed, true);
                Ok(())
            }
            '(' | ')' => Err(Reden::Haakje),
            '€' if self.euro.is_none() => {
                self.euro = Some(at);
                Ok(())
            }
            '%' if self.takes_a_word() => {
                self.percent = Some(at);
                Ok(())
            }
            // A spreadsheet puts it before what it must take as text.
            '\'' | '’' if !self.anything => Ok(()),
            _ if is_minus(sign) => self.minus(),
            _ if sign.is_ascii_alphabetic() => self.letters(sign, signs),
            _ if sign.is_numeric() => Err(Reden::AnderCijfer(sign)),
            _ => Err(Reden::Teken(sign)),
        }
    }

    const fn has_sign(&self) -> bool {
        self.negative || self.plus || !matches!(self.bracket, Bracket::None)
    }

    const fn takes_a_word(&self) -> bool {
        self.getal.is_some() && self.word.is_none() && self.percent.is_none() && !self.tail
    }

    /// Before the number or right behind it, but once; and not where it may be the tail of `750,-`, or
    /// the dash of an empty cell.
    const fn minus(&mut self) -> Result<(), Reden> {
        let behind = self.getal.is_some();
        if self.has_sign() || self.tail || self.full_stop || (behind && self.space_before) {
            return Err(Reden::Minteken);
        }
        self.negative = true;
        Ok(())
    }

    fn letters(&mut self, first: char, signs: &mut Signs<'_>) -> Result<(), Reden> {
        let at = signs.at;
        let mut word = String::from(first);
        while let Some(letter) = signs.peek().filter(char::is_ascii_alphabetic) {
            word.push(letter);
            if word.len() > LONGEST {
                return Err(Reden::Woord(word));
            }
            signs.next();
        }
        let is = |known: &[&str]| known.iter().any(|known| word.eq_ignore_ascii_case(known));
        if is(&["eur", "euro"]) && self.euro.is_none() {
            self.euro = Some(at);
            return Ok(());
        }
        if self.takes_a_word() {
            if is(&["e"]) && signs.power_follows() {
                return Err(Reden::Wetenschappelijk);
            }
            if is(&["procent", "pct"]) {
                self.percent = Some(at);
                return Ok(());
            }
            let power = match () {
                () if is(&["k", "duizend"]) => Some(3),
                () if is(&["ton"]) => Some(5),
                () if is(&["mln", "miljoen"]) => Some(6),
                () if is(&["mld", "miljard"]) => Some(9),
                () => None,
            };
            if let Some(power) = power {
                self.word = Some((power, at));
                return Ok(());
            }
        }
        Err(Reden::Woord(word))
    }

    fn number(&mut self, first: char, signs: &mut Signs<'_>) -> Result<(), Reden> {
        if self.getal.is_some() {
            return Err(Reden::MeerGetallen);
        }
        let mut getal = Getal { at: signs.at, ..Getal::default() };
        getal.take(first, signs.at);
        while let Some(sign) = signs.peek() {
            match sign {
                '0'..='9' => {}
                '.' | ',' if signs.digit_follows_next() => {}
                _ if sign.is_whitespace()
                    && !is_end_of_cell(sign)
                    && signs.digit_follows_next() => {}
                ',' if signs.after_next(|sign| is_minus(sign) || sign == '=') => {
                    signs.next();
                    self.tail = true;
                    signs.tail();
                    break;
                }
                '.' | ',' => {
                    signs.next();
                    self.full_stop = true;
                    break;
                }
                _ => break,
            }
            signs.next();
            getal.take(sign, signs.at);
        }
        self.getal = Some(getal);
        Ok(())
    }
}

impl Getal {
    fn take(&mut self, sign: char, at: usize) {
        if sign.is_ascii_digit() {
            self.digits.push(sign);
        } else {
            let sign = if sign.is_whitespace() { ' ' } else { sign };
            self.marks.push(Mark { sign, before: self.digits.len(), at });
        }
    }
}

/// The signs of a text, without those that nobody sees.
#[derive(Clone)]
struct Signs<'t> {
    rest: std::str::Chars<'t>,
    /// The place of the last one, counted from 1 in the text as it came.
    at: usize,
    /// Whether an end of a cell or line was passed since the last sign.
    new_cell: bool,
}

impl Iterator for Signs<'_> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        loop {
            let sign = self.rest.next()?;
            self.at += 1;
            self.new_cell |= is_end_of_cell(sign);
            if !is_unseen(sign) {
                return Some(sign);
            }
        }
    }
}

impl Signs<'_> {
    fn peek(&self) -> Option<char> {
        self.clone().next()
    }

    fn digit_follows(&self) -> bool {
        self.peek().is_some_and(|sign| sign.is_ascii_digit())
    }

    fn after_next(&self, is: impl Fn(char) -> bool) -> bool {
        self.clone().nth(1).is_some_and(is)
    }

    fn digit_follows_next(&self) -> bool {
        self.after_next(|sign| sign.is_ascii_digit())
    }

    /// `27`, `+5` or `-3`, as behind the `e` of a power of ten.
    fn power_follows(&self) -> bool {
        let signed = |sign| sign == '+' || is_minus(sign);
        self.digit_follows() || (self.peek().is_some_and(signed) && self.digit_follows_next())
    }

    /// Passes `-`, `--`, `=` or `==`.
    fn tail(&mut self) {
        for _ in 0..2 {
            if self.peek().is_some_and(|sign| is_minus(sign) || sign == '=') {
                self.next();
            }
        }
    }
}

/// The hyphens and dashes with which a minus is typed and pasted.
const fn is_minus(sign: char) -> bool {
    matches!(sign, '-' | '\u{2010}'..='\u{2014}' | '\u{2212}')
}

/// What a table puts between cells and rows.
const fn is_end_of_cell(sign: char) -> bool {
    matches!(sign, '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Marks that come along with a paste and change nothing that is seen. Those that turn the order of the
/// digits around are not among them.
const fn is_unseen(sign: char) -> bool {
    matches!(
        sign,
        '\u{feff}'
            | '\u{200b}'
            | '\u{200e}'
            | '\u{2060}'
            | '\u{202a}'
            | '\u{202c}'
            | '\u{2066}'
            | '\u{2069}'
    )
}
