//! Scenarios as a person would type them, and what the answer says of an amount.

use bijdragewijzer::document::parse;
use bijdragewijzer::formula::Deel;
use bijdragewijzer::model::{Uitkomst, bereken};
use bijdragewijzer::publicatie::{Publicatie, standaard};
use bijdragewijzer::scenario::{Scenario, controleer};
use bijdragewijzer::units::{Breuk, Jaar};
use bijdragewijzer::vragen::{Banden, Grens, Hoekpunten, hoekpunten};
use num_bigint::BigInt;
use num_rational::BigRational;

/// The year with this number.
pub(crate) fn jaar(number: i64) -> Jaar {
    Jaar::new(number).unwrap()
}

/// A scenario of these fields on a publicatie.
pub(crate) fn scenario(publicatie: &Publicatie, fields: &str) -> Scenario {
    let comma = if fields.is_empty() { "" } else { "," };
    let text = format!(r#"{{"versie": 1{comma} {fields}}}"#);
    let checked = controleer(publicatie, &parse(text.as_bytes()).unwrap());
    checked.scenario.unwrap_or_else(|| panic!("{:?} in {text}", checked.meldingen))
}

/// A scenario on the publicatie that is compiled in, and what comes of it.
pub(crate) struct Given {
    pub(crate) publicatie: Publicatie,
    pub(crate) scenario: Scenario,
    pub(crate) uitkomst: Uitkomst,
}

impl Given {
    /// The scenario of these fields; none is the proposal.
    pub(crate) fn new(fields: &str) -> Self {
        Self::on(standaard().unwrap(), fields)
    }

    pub(crate) fn on(publicatie: Publicatie, fields: &str) -> Self {
        let scenario = scenario(&publicatie, fields);
        let uitkomst = bereken(&publicatie, &scenario);
        Self { publicatie, scenario, uitkomst }
    }

    /// Low, middle and high of an amount.
    pub(crate) fn answer(&self, id: &str, year: i64, deelnemer: Option<&str>) -> Hoekpunten {
        self.answer_in(id, None, year, deelnemer)
    }

    pub(crate) fn answer_in(
        &self,
        id: &str,
        deel: Option<Deel>,
        year: i64,
        deelnemer: Option<&str>,
    ) -> Hoekpunten {
        let deelnemer = deelnemer.map(|id| self.publicatie.deelnemer(id).unwrap());
        let found = self.uitkomst.zoek(id, deel, jaar(year), deelnemer).unwrap();
        hoekpunten(&found.term, Banden::of(&self.scenario)).unwrap()
    }
}

/// Low, middle and high as they are shown.
pub(crate) fn shown(answer: &Hoekpunten) -> [String; 3] {
    [answer.laag.bedrag, answer.midden, answer.hoog.bedrag].map(|euro| euro.to_string())
}

/// A corner as text: `baten_nieuw 2022 hoog`, what moves the amount most first.
pub(crate) fn corner(grens: &Grens) -> Vec<String> {
    let words = grens.hoek.iter().map(|hoek| {
        let jaar = hoek.leaf.jaar.map(|jaar| format!(" {jaar}")).unwrap_or_default();
        format!("{}{jaar} {}", hoek.leaf.id, hoek.kant.word())
    });
    words.collect()
}

/// An exact value of the model as an exact value of the tests.
pub(crate) fn fraction(breuk: Breuk) -> BigRational {
    let (teller, noemer) = breuk.lowest_terms();
    let whole = |text: String| -> BigInt { text.parse().unwrap() };
    BigRational::new(whole(teller.to_string()), whole(noemer.to_string()))
}

/// A quotient of whole numbers.
pub(crate) fn quotient(teller: i64, noemer: i64) -> BigRational {
    BigRational::new(teller.into(), noemer.into())
}
