//! Does the arithmetic again that the lines of a herleiding state, from their text alone.

use std::collections::BTreeMap;

use num_bigint::BigInt;
use num_traits::{One, Signed, Zero};

use crate::support::exact::{Fraction, cents, euro, fraction};

/// What a line says is the outcome; nothing when it says onbekend.
pub(crate) type Outcome = Option<Fraction>;

/// The line of one step without its number and name: `a × b = c, afgerond op centen`.
///
/// Gives the outcome, when the arithmetic of the line yields it.
pub(crate) fn recomputed(line: &str) -> Result<Outcome, String> {
    let end = [", afgerond op centen", ". Hele centen", ". Exclusief"];
    let cut = end.iter().filter_map(|end| line.find(end)).min().unwrap_or(line.len());
    let (says, how) = line.split_at(cut);
    // What is its outcome already is said once.
    let (expression, outcome) = says.split_once(" = ").unwrap_or((says, says));
    let mut parser = Parser { rest: expression };
    let value = parser.sum()?;
    if !parser.rest.is_empty() {
        return Err(format!("stops at {}", parser.rest));
    }
    let outcome = if outcome == "onbekend" { None } else { Some(dutch(outcome)?) };
    let expected = match value {
        None => None,
        Some(value) if how.starts_with(", afgerond op centen") => Some(euro(&cents(&value))),
        Some(value) if how.starts_with(". Hele centen") => Some(shared(&value, how)?),
        Some(value) => Some(value),
    };
    if expected == outcome { Ok(outcome) } else { Err(format!("gives {expected:?}")) }
}

/// `Hele centen naar beneden: 1,23. Centen over: 2; plaats van de rest: 1; dus een cent erbij.`
fn shared(value: &Fraction, how: &str) -> Result<Fraction, String> {
    let after = |label: &str| {
        let (_, rest) = how.split_once(label)?;
        Some(rest.split(['.', ';']).next().unwrap_or(rest).trim().to_owned())
    };
    let (_, down) = how.split_once("naar beneden").ok_or("no whole cents")?;
    let (sign, down) = down.split_once(": ").ok_or("no amount")?;
    let (down, _) = down.split_once(". ").ok_or("no end")?;
    let down = dutch(down)?;
    let whole = (value.abs() * BigInt::from(100)).floor() / BigInt::from(100);
    if whole != down {
        return Err(format!("{whole} is not {down}"));
    }
    let exact = whole == value.abs();
    let extra = match (after("Centen over: "), after("plaats van de rest: ")) {
        (Some(over), Some(place)) => {
            let number = |text: String| text.parse::<usize>().map_err(|_| text);
            let gets = number(place)? <= number(over)?;
            let said = how.contains("dus een cent erbij");
            if gets != said || gets == how.contains("dus geen cent erbij") || (gets && exact) {
                return Err(format!("place and cents do not fit: {how}"));
            }
            gets
        }
        _ if how.contains("Er blijven geen centen over") && exact => false,
        _ => return Err(format!("nothing of what is left: {how}")),
    };
    let share = if extra { whole + Fraction::new(BigInt::one(), BigInt::from(100)) } else { whole };
    let share = share * value.signum();
    let said = if share.is_negative() { ", zonder minteken" } else { "" };
    if sign == said { Ok(share) } else { Err(format!("the sign is not said right: {how}")) }
}

/// A number as people write it: `−1.234.567,89`.
pub(crate) fn dutch(text: &str) -> Result<Fraction, String> {
    let (sign, digits) = text.strip_prefix('−').map_or((1, text), |digits| (-1, digits));
    let plain = digits.replace('.', "").replace(',', ".");
    let fits = !plain.is_empty() && plain.chars().all(|sign| sign.is_ascii_digit() || sign == '.');
    if !fits || grouped(digits) != digits {
        return Err(format!("{text:?} is no number"));
    }
    Ok(fraction(&plain) * BigInt::from(sign))
}

/// The digits with a point before every three of the whole.
fn grouped(digits: &str) -> String {
    let (whole, decimals) = digits.split_once(',').map_or((digits, None), |(a, b)| (a, Some(b)));
    let bare: String = whole.replace('.', "");
    let mut out = String::new();
    for (index, digit) in bare.chars().enumerate() {
        if index > 0 && (bare.len() - index).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    decimals.map_or(out.clone(), |decimals| format!("{out},{decimals}"))
}

struct Parser<'t> {
    rest: &'t str,
}

/// A value while it is worked out; nothing once something onbekend came into it.
type Known = Result<Option<Fraction>, String>;

impl Parser<'_> {
    fn takes(&mut self, sign: &str) -> bool {
        let rest = self.rest.strip_prefix(sign);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn sum(&mut self) -> Known {
        let mut left = self.product()?;
        loop {
            let minus = self.takes(" − ");
            if !minus && !self.takes(" + ") {
                return Ok(left);
            }
            let right = self.product()?;
            left = left.zip(right).map(|(a, b)| if minus { a - b } else { a + b });
        }
    }

    fn product(&mut self) -> Known {
        let digit = |rest: &str| rest.starts_with(|sign: char| sign.is_ascii_digit());
        // At a number the minus is its sign; before anything else it turns what follows round.
        if let Some(rest) = self.rest.strip_prefix('−').filter(|rest| !digit(rest)) {
            self.rest = rest;
            let turned = self.atom()?.map(|value| -value);
            return self.factors(turned);
        }
        let first = self.atom()?;
        self.factors(first)
    }

    fn factors(&mut self, mut left: Option<Fraction>) -> Known {
        loop {
            let divides = self.takes(" ÷ ");
            if !divides && !self.takes(" × ") {
                return Ok(left);
            }
            let right = self.atom()?;
            if divides && right.as_ref().is_some_and(Zero::is_zero) {
                return Err("divides by zero".to_owned());
            }
            left = left.zip(right).map(|(a, b)| if divides { a / b } else { a * b });
        }
    }

    fn atom(&mut self) -> Known {
        if self.takes("onbekend") {
            return Ok(None);
        }
        for (name, larger) in [("kleinste van (", false), ("grootste van (", true)] {
            if self.takes(name) {
                let left = self.sum()?;
                if !self.takes("; ") {
                    return Err(format!("no ; at {}", self.rest));
                }
                let right = self.closed()?;
                return Ok(left.zip(right).map(|(a, b)| if larger { a.max(b) } else { a.min(b) }));
            }
        }
        if self.takes("op centen (") {
            return Ok(self.closed()?.map(|value| euro(&cents(&value))));
        }
        if self.takes("(") {
            return self.closed();
        }
        let part = |sign: char| sign.is_ascii_digit() || "−.,".contains(sign);
        let end = self.rest.find(|sign| !part(sign)).unwrap_or(self.rest.len());
        let (number, rest) = self.rest.split_at(end);
        self.rest = rest;
        dutch(number).map(Some)
    }

    fn closed(&mut self) -> Known {
        let inner = self.sum()?;
        if self.takes(")") { Ok(inner) } else { Err(format!("no ) at {}", self.rest)) }
    }
}

/// The names and numbers of a formula or of its values, in order.
fn atoms(text: &str) -> Vec<String> {
    let mut text = text.to_owned();
    for call in ["kleinste van", "grootste van", "op centen"] {
        text = text.replace(call, "");
    }
    // A minus at a number is its sign; between two values it stands by itself.
    let text = text.replace(" − ", " + ").replace("−(", "(");
    text.split(['+', '×', '÷', '(', ')', ';'])
        .map(|atom| atom.trim().to_owned())
        .filter(|atom| !atom.is_empty())
        .collect()
}

/// Where the formula names an earlier step, the values show the outcome of that step.
pub(crate) fn uses_earlier_steps(
    formule: &str,
    uitdrukking: &str,
    earlier: &BTreeMap<usize, Outcome>,
) -> Result<(), String> {
    if !formule.contains('[') {
        return Ok(());
    }
    for (name, value) in atoms(formule).iter().zip(atoms(uitdrukking)) {
        let name = name.trim_start_matches('−');
        let Some(number) = name.strip_prefix('[').and_then(|name| name.strip_suffix(']')) else {
            continue;
        };
        let step = number.parse().map_err(|_| format!("{number} is no step"))?;
        let outcome = earlier.get(&step).ok_or(format!("step {step} is not there yet"))?;
        let shown = if value == "onbekend" { None } else { Some(dutch(&value)?) };
        let same = shown.as_ref().map(Signed::abs) == outcome.as_ref().map(Signed::abs);
        if !same {
            return Err(format!("step {step} is {outcome:?}, but {value} stands in {uitdrukking}"));
        }
    }
    Ok(())
}
