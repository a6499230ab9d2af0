//! The sums that a reader does by hand, done again in exact fractions that share nothing with the model.
//!
//! A line of a `reken` block is `words: expression = value`, exact, or `≈ value`, rounded half away from
//! zero to the decimals shown.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, Zero};

const MINUS: char = '\u{2212}';

/// What is wrong with a line; nothing when it is right.
pub(crate) fn fault(line: &str) -> Option<String> {
    let sum = line.rsplit_once(": ").map_or(line, |(_, sum)| sum);
    let (expression, value, exact) = match (sum.split_once(" = "), sum.split_once(" ≈ ")) {
        (Some((expression, value)), None) => (expression, value, true),
        (None, Some((expression, value))) => (expression, value, false),
        _ => return Some(format!("no sum: {line}")),
    };
    let Some(outcome) = evaluate(expression) else { return Some(format!("not readable: {line}")) };
    let Some(stated) = evaluate(value) else { return Some(format!("no value: {line}")) };
    let decimals = value.split_once(',').map_or(0, |(_, fraction)| fraction.trim().len());
    let found = if exact { outcome.clone() } else { rounded(&outcome, decimals) };
    (found != stated).then(|| format!("{line}: the outcome is {}", rounded(&outcome, decimals + 4)))
}

fn rounded(value: &BigRational, decimals: usize) -> BigRational {
    let scale = (0..decimals).fold(BigInt::from(1), |scale, _| scale * 10);
    let scaled = value.abs() * BigRational::from_integer(scale.clone());
    let half = BigRational::new(BigInt::from(1), BigInt::from(2));
    let whole = (scaled + half).floor() / BigRational::from_integer(scale);
    if value.is_negative() { -whole } else { whole }
}

/// The value of an expression in Dutch notation.
fn evaluate(text: &str) -> Option<BigRational> {
    let signs: Vec<char> = text.chars().filter(|sign| !sign.is_whitespace()).collect();
    let mut parser = Parser { signs, at: 0 };
    let value = parser.sum()?;
    (parser.at == parser.signs.len()).then_some(value)
}

struct Parser {
    signs: Vec<char>,
    at: usize,
}

impl Parser {
    fn take(&mut self, wanted: char) -> bool {
        let found = self.signs.get(self.at) == Some(&wanted);
        self.at += usize::from(found);
        found
    }

    fn sum(&mut self) -> Option<BigRational> {
        let mut value = self.product()?;
        loop {
            if self.take('+') {
                value += self.product()?;
            } else if self.take(MINUS) {
                value -= self.product()?;
            } else {
                return Some(value);
            }
        }
    }

    fn product(&mut self) -> Option<BigRational> {
        let mut value = self.factor()?;
        loop {
            if self.take('×') {
                value *= self.factor()?;
            } else if self.take('÷') {
                let divisor = self.factor()?;
                if divisor.is_zero() {
                    return None;
                }
                value /= divisor;
            } else {
                return Some(value);
            }
        }
    }

    fn factor(&mut self) -> Option<BigRational> {
        if self.take(MINUS) {
            return self.factor().map(|value| -value);
        }
        if self.take('(') {
            let value = self.sum()?;
            return self.take(')').then_some(value);
        }
        self.number()
    }

    fn number(&mut self) -> Option<BigRational> {
        let (mut digits, mut fraction, mut after) = (String::new(), 0, false);
        while let Some(sign) = self.signs.get(self.at) {
            match sign {
                '0'..='9' => {
                    digits.push(*sign);
                    fraction += usize::from(after);
                }
                '.' if !after => {}
                ',' if !after => after = true,
                _ => break,
            }
            self.at += 1;
        }
        let scale = (0..fraction).fold(BigInt::from(1), |scale, _| scale * 10);
        Some(BigRational::new(digits.parse().ok()?, scale))
    }
}
