//! The words on the command line: one command, then flags and numbers in any order.

use crate::Outcome;

pub(crate) struct Arguments {
    words: Vec<String>,
}

impl Arguments {
    pub(crate) fn from_command_line() -> Self {
        Self { words: std::env::args().skip(1).collect() }
    }

    /// The first word, taken out.
    pub(crate) fn command(&mut self) -> Option<String> {
        if self.words.is_empty() { None } else { Some(self.words.remove(0)) }
    }

    /// Whether the flag was given; takes it out.
    pub(crate) fn flag(&mut self, name: &str) -> bool {
        let before = self.words.len();
        self.words.retain(|word| word != name);
        self.words.len() < before
    }

    /// The number after `name`; takes both out.
    pub(crate) fn number(&mut self, name: &str) -> Outcome<Option<u16>> {
        let Some(place) = self.words.iter().position(|word| word == name) else {
            return Ok(None);
        };
        self.words.remove(place);
        if place == self.words.len() {
            return Err(format!("na {name} hoort een getal."));
        }
        let word = self.words.remove(place);
        word.parse().map(Some).map_err(|_| {
            format!("na {name} hoort een getal van 0 tot en met 65535, niet '{word}'.")
        })
    }

    /// Refuses a word that nobody asked for: a typing error must not pass silently.
    pub(crate) fn nothing_left(&self) -> Outcome {
        match self.words.first() {
            None => Ok(()),
            Some(word) => Err(format!("'{word}' is hier niet bekend; zie cargo xtask help.")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arguments(words: &[&str]) -> Arguments {
        Arguments { words: words.iter().map(ToString::to_string).collect() }
    }

    #[test]
    fn flags_and_numbers_stand_in_any_order() {
        let mut given = arguments(&["serve", "--no-build", "--port", "81"]);
        assert_eq!(given.command().as_deref(), Some("serve"));
        assert_eq!(given.number("--port"), Ok(Some(81)));
        assert!(given.flag("--no-build"));
        assert_eq!(given.nothing_left(), Ok(()));
    }

    #[test]
    fn a_missing_or_wrong_number_and_an_unknown_word_are_refused() {
        assert!(arguments(&["--port"]).number("--port").is_err());
        assert!(arguments(&["--port", "x"]).number("--port").is_err());
        assert!(arguments(&["--prot"]).nothing_left().is_err());
    }
}
