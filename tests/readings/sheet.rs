//! A small spreadsheet: it evaluates the cells of a term exactly, and knows nothing of the model.

use std::collections::BTreeMap;

use bijdragewijzer::formula::Cell;
use num_bigint::BigInt;
use num_traits::{One, Signed, Zero};

use crate::support::exact::{Fraction, fraction};

/// What a cell holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    Number(Fraction),
    Text(String),
    Truth(bool),
    /// A cell that no one has filled.
    Empty,
    /// `#VALUE!` and the like.
    Error,
}

/// Evaluated cells by name.
#[derive(Debug, Default)]
pub(crate) struct Sheet {
    cells: BTreeMap<String, (String, Value)>,
}

impl Sheet {
    /// Evaluates cells in their order: each may use only what stands before it.
    pub(crate) fn add(&mut self, cells: &[Cell]) {
        for cell in cells {
            let known =
                self.cells.get(&cell.naam).map(|(formule, value)| (formule.clone(), value.clone()));
            if known.as_ref().is_some_and(|(formule, _)| *formule == cell.formule) {
                continue;
            }
            let value = match (cell.invoer, cell.formule.as_str()) {
                (true, "") => Value::Empty,
                (true, number) => Value::Number(fraction(number)),
                (false, formule) => self.evaluate(formule),
            };
            // One name is one cell: a deelnemer without weight may write its zero in a shorter way.
            if let Some((formule, known)) = known {
                assert_eq!(known, value, "{}: {formule} and {}", cell.naam, cell.formule);
            }
            self.cells.insert(cell.naam.clone(), (cell.formule.clone(), value));
        }
    }

    /// The value of a cell.
    pub(crate) fn value(&self, naam: &str) -> Option<&Value> {
        self.cells.get(naam).map(|(_, value)| value)
    }

    fn evaluate(&self, formule: &str) -> Value {
        let mut parser = Parser { sheet: self, rest: formule };
        let value = parser.comparison();
        assert!(parser.rest.is_empty(), "{formule}: stops at {}", parser.rest);
        value
    }
}

struct Parser<'s> {
    sheet: &'s Sheet,
    rest: &'s str,
}

impl<'s> Parser<'s> {
    fn takes(&mut self, sign: &str) -> bool {
        let rest = self.rest.strip_prefix(sign);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn comparison(&mut self) -> Value {
        let left = self.sum();
        for sign in [">=", "<=", ">", "<", "="] {
            if !self.takes(sign) {
                continue;
            }
            let (Value::Number(left), Value::Number(right)) = (left, self.sum()) else {
                return Value::Error;
            };
            return Value::Truth(match sign {
                ">=" => left >= right,
                "<=" => left <= right,
                ">" => left > right,
                "<" => left < right,
                _ => left == right,
            });
        }
        left
    }

    fn sum(&mut self) -> Value {
        let mut left = self.product();
        loop {
            if self.takes("+") {
                left = both(left, self.product(), |left, right| Some(left + right));
            } else if self.takes("-") {
                left = both(left, self.product(), |left, right| Some(left - right));
            } else {
                return left;
            }
        }
    }

    fn product(&mut self) -> Value {
        let mut left = self.atom();
        loop {
            if self.takes("*") {
                left = both(left, self.atom(), |left, right| Some(left * right));
            } else if self.takes("/") {
                let divide = |left, right: Fraction| (!right.is_zero()).then(|| left / right);
                left = both(left, self.atom(), divide);
            } else {
                return left;
            }
        }
    }

    fn atom(&mut self) -> Value {
        if self.takes("-") {
            return both(Value::Number(Fraction::zero()), self.atom(), |nul, right| {
                Some(nul - right)
            });
        }
        if self.takes("(") {
            let inner = self.comparison();
            assert!(self.takes(")"), "no ) at {}", self.rest);
            return inner;
        }
        if self.takes("\"") {
            let (text, rest) = self.rest.split_once('"').unwrap();
            self.rest = rest;
            return Value::Text(text.to_owned());
        }
        let end = self.rest.find(|sign: char| !(sign.is_alphanumeric() || "_.".contains(sign)));
        let (word, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        assert!(!word.is_empty(), "nothing at {}", self.rest);
        self.rest = rest;
        if self.takes("(") {
            let arguments = self.arguments();
            return call(word, &arguments);
        }
        if word.starts_with(|sign: char| sign.is_ascii_digit())
            && word.chars().all(|sign| sign.is_ascii_digit() || sign == '.')
        {
            return Value::Number(fraction(word));
        }
        let value = self.sheet.value(word);
        value.unwrap_or_else(|| panic!("{word} is used before it is there")).clone()
    }

    fn arguments(&mut self) -> Vec<Value> {
        let mut arguments = Vec::new();
        loop {
            arguments.push(self.comparison());
            if self.takes(")") {
                return arguments;
            }
            assert!(self.takes(","), "no , at {}", self.rest);
        }
    }
}

/// Arithmetic on two numbers; a cell that is empty counts as zero, a text is a fault.
fn both(
    left: Value,
    right: Value,
    operation: impl FnOnce(Fraction, Fraction) -> Option<Fraction>,
) -> Value {
    match (number(left), number(right)) {
        (Some(left), Some(right)) => operation(left, right).map_or(Value::Error, Value::Number),
        _ => Value::Error,
    }
}

fn number(value: Value) -> Option<Fraction> {
    match value {
        Value::Number(number) => Some(number),
        Value::Empty => Some(Fraction::zero()),
        _ => None,
    }
}

/// The functions as spreadsheets define them.
fn call(name: &str, arguments: &[Value]) -> Value {
    match (name, arguments) {
        ("ABS" | "SIGN" | "INT" | "ROUND" | "MOD" | "MIN" | "MAX", values)
            if values.contains(&Value::Empty) =>
        {
            // A cell that is empty counts as zero.
            let filled = values.iter().cloned();
            let filled = filled.map(|value| number(value.clone()).map_or(value, Value::Number));
            call(name, &filled.collect::<Vec<Value>>())
        }
        ("SUM", values) => sum(values),
        ("AND", values) => Value::Truth(values.iter().all(|value| *value == Value::Truth(true))),
        ("ISNUMBER", [value]) => Value::Truth(matches!(value, Value::Number(_))),
        ("IF", [Value::Truth(true), then, _]) => then.clone(),
        ("IF", [Value::Truth(false), _, other]) => other.clone(),
        ("ABS", [Value::Number(number)]) => Value::Number(number.abs()),
        ("SIGN", [Value::Number(number)]) => Value::Number(number.signum()),
        ("INT", [Value::Number(number)]) => Value::Number(number.floor()),
        ("ROUND", [Value::Number(number), Value::Number(places)]) => {
            Value::Number(round(number, &places.to_integer()))
        }
        ("MOD", [Value::Number(number), Value::Number(by)]) if by.is_positive() => {
            Value::Number(number - by * (number / by).floor())
        }
        ("MIN", [Value::Number(left), Value::Number(right)]) => {
            Value::Number(left.min(right).clone())
        }
        ("MAX", [Value::Number(left), Value::Number(right)]) => {
            Value::Number(left.max(right).clone())
        }
        (_, values)
            if values.iter().any(|value| matches!(value, Value::Error | Value::Text(_))) =>
        {
            Value::Error
        }
        _ => panic!("{name} of {arguments:?}"),
    }
}

/// Texts and empty cells are skipped, faults are not.
fn sum(values: &[Value]) -> Value {
    let mut sum = Fraction::zero();
    for value in values {
        match value {
            Value::Number(number) => sum += number,
            Value::Error => return Value::Error,
            _ => {}
        }
    }
    Value::Number(sum)
}

/// Half away from zero.
fn round(number: &Fraction, places: &BigInt) -> Fraction {
    let scale = if *places == BigInt::from(2) { BigInt::from(100) } else { BigInt::one() };
    let half = Fraction::new(BigInt::one(), BigInt::from(2));
    let rounded = (number.abs() * &scale + half).floor() / &scale;
    rounded * number.signum()
}
