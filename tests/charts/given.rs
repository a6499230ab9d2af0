//! Scenarios that differ in what a picture has to hold: negative, positive, nothing, unknown, few years, many
//! deelnemers.

use std::rc::Rc;

use bijdragewijzer::document::parse;
use bijdragewijzer::model::{Uitkomst, bereken};
use bijdragewijzer::publicatie::{Publicatie, lees, standaard};
use bijdragewijzer::scenario::{Scenario, controleer};
use bijdragewijzer::view::{
    Comparison, Drawing, Fill, Measure, NamedScenario, Pictures, Place, Shape, View,
    compare_combinations, compare_deelnemers, compare_keys, compare_scenarios, compare_variants,
    compare_wijzen, waterfall,
};

/// A scenario with its outcome, seen by one deelnemer.
pub(crate) struct Given {
    pub(crate) name: &'static str,
    pub(crate) publicatie: Publicatie,
    pub(crate) scenario: Scenario,
    pub(crate) uitkomst: Rc<Uitkomst>,
    pub(crate) deelnemer: usize,
}

/// What is given as fields of a scenario.
const OF_THE_PROPOSAL: [(&str, &str, &str); 17] = [
    ("the proposal", "zwolle", ""),
    ("a small deelnemer", "bunschoten", ""),
    (
        "nothing is done",
        "zwolle",
        r#""uitgangspunt": "niets", "parameters": [{"id": "baten_nieuw", "waarde": "4000000"}]"#,
    ),
    (
        "everyone pays more",
        "dalfsen",
        r#""parameters": [{"id": "baten_nieuw", "waarde": "3000000"}]"#,
    ),
    (
        "tens of millions",
        "zwolle",
        r#""parameters": [{"id": "baten_nieuw", "waarde": "150000000"}]"#,
    ),
    ("every year its own", "zwolle", r#""financiering": {"wijze": "jaarlijks", "vertraging": 0}"#),
    (
        "every year its own, two years later",
        "zwolle",
        r#""financiering": {"wijze": "jaarlijks", "vertraging": 2}"#,
    ),
    ("nothing unknown", "zwolle", r#""varianten": ["2a"]"#),
    (
        "nothing unknown, every year its own",
        "dalfsen",
        r#""varianten": ["2a"], "financiering": {"wijze": "jaarlijks"}"#,
    ),
    (
        "one amount before",
        "nijkerk",
        r#""financiering": {"wijze": "incidenteel", "incidenteel": "2000000.00"}"#,
    ),
    ("without variants", "zwolle", r#""varianten": []"#),
    ("what is unknown alone", "zwolle", r#""varianten": ["2b"]"#),
    ("the other key", "dalfsen", r#""sleutel": {"alle": "blok-2019"}"#),
    (
        "all of it for one",
        "zwolle",
        r#""sleutel": {"alle": "eigen", "gewichten": [{"deelnemer": "zwolle", "waarde": "1"}]}"#,
    ),
    (
        "all of it for another",
        "zwolle",
        r#""sleutel": {"alle": "eigen", "gewichten": [{"deelnemer": "dalfsen", "waarde": "1"}]}"#,
    ),
    ("no share under the key", "zwolle", r#""sleutel": {"alle": "blok-waterschappen"}"#),
    (
        "nothing known at all",
        "zwolle",
        r#""varianten": ["2b"], "financiering": {"wijze": "jaarlijks"}, "parameters": [{"id": "baten_nieuw", "waarde": "4000000"}]"#,
    ),
];

const OF_ANOTHER: [(&str, &str, &str); 4] = [
    ("four years", "laagpolder", ""),
    ("who pays nothing", "stadswal", ""),
    ("another start", "noordkust", r#""uitgangspunt": "alleen-loket""#),
    (
        "every year its own, elsewhere",
        "hoogpolder",
        r#""financiering": {"wijze": "jaarlijks", "vertraging": 0}"#,
    ),
];

impl Given {
    fn new(name: &'static str, publicatie: Publicatie, who: &str, fields: &str) -> Self {
        let comma = if fields.is_empty() { "" } else { "," };
        let text = format!(r#"{{"versie": 1{comma} {fields}}}"#);
        let checked = controleer(&publicatie, &parse(text.as_bytes()).unwrap());
        let scenario =
            checked.scenario.unwrap_or_else(|| panic!("{name}: {:?}", checked.meldingen));
        let uitkomst = Rc::new(bereken(&publicatie, &scenario));
        let deelnemer = publicatie.deelnemer(who).unwrap();
        Self { name, publicatie, scenario, uitkomst, deelnemer }
    }

    /// The scenario with this name.
    pub(crate) fn called(name: &str) -> Self {
        all().into_iter().find(|given| given.name == name).unwrap()
    }

    pub(crate) fn view(&self) -> View<'_> {
        View::new(&self.publicatie, self.deelnemer)
    }

    pub(crate) fn waterfall(&self) -> Comparison {
        waterfall(self.view(), &self.uitkomst).unwrap()
    }

    pub(crate) fn keys(&self) -> Comparison {
        compare_keys(self.view(), &self.scenario)
    }

    pub(crate) fn wijzen(&self) -> Comparison {
        compare_wijzen(self.view(), &self.scenario)
    }

    pub(crate) fn variants(&self) -> Option<Comparison> {
        compare_variants(&self.publicatie, &self.uitkomst)
    }

    pub(crate) fn deelnemers(&self, measure: Measure) -> Comparison {
        let jaar = self.view().jaar;
        compare_deelnemers(&self.publicatie, &self.uitkomst, self.deelnemer, jaar, measure)
    }

    pub(crate) fn scenarios(&self) -> Comparison {
        let name = "Dit scenario".to_owned();
        let named = NamedScenario { name, scenario: &self.scenario, uitkomst: &self.uitkomst };
        compare_scenarios(self.view(), &[named])
    }

    pub(crate) fn combinations(&self) -> Comparison {
        compare_combinations(self.view(), &self.scenario)
    }

    /// Every kind of picture with its table, by name.
    pub(crate) fn comparisons(&self) -> Vec<(String, Comparison)> {
        let named = |kind: &str, it| (format!("{}: {kind}", self.name), it);
        let mut all = vec![
            named("waterfall", self.waterfall()),
            named("keys", self.keys()),
            named("wijzen", self.wijzen()),
            named("deelnemers", self.deelnemers(Measure::Euro)),
            named("deelnemers in %", self.deelnemers(Measure::Share)),
        ];
        all.extend(self.variants().map(|it| named("variants", it)));
        all
    }
}

/// Every scenario.
pub(crate) fn all() -> Vec<Given> {
    let proposal = OF_THE_PROPOSAL
        .map(|(name, who, fields)| Given::new(name, standaard().unwrap(), who, fields));
    let another = OF_ANOTHER.map(|(name, who, fields)| Given::new(name, waterkant(), who, fields));
    proposal.into_iter().chain(another).collect()
}

fn waterkant() -> Publicatie {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/publicaties/waterkant-2030.json");
    lees(&parse(&std::fs::read(path).unwrap()).unwrap()).unwrap()
}

pub(crate) fn pictures(of: &Comparison) -> &Pictures {
    of.pictures.as_ref().unwrap()
}

/// Every drawing, by name.
pub(crate) fn drawings(of: &Pictures) -> [(&'static str, &Drawing); 3] {
    [("wide", &of.wide), ("middle", &of.middle), ("narrow", &of.narrow)]
}

/// A bar as it was drawn.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bar {
    pub(crate) at: Place,
    pub(crate) width: i128,
    pub(crate) height: i128,
    pub(crate) fill: Fill,
}

pub(crate) fn bars(drawing: &Drawing) -> Vec<Bar> {
    let bars = drawing.shapes.iter().filter_map(|shape| match shape {
        Shape::Bar { at, width, height, fill } => {
            Some(Bar { at: *at, width: *width, height: *height, fill: *fill })
        }
        _ => None,
    });
    bars.collect()
}

/// The number that a person reads in a text: `− 107.140` is −107140.
pub(crate) fn number(text: &str) -> Option<i64> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let size: i64 = digits.parse().ok()?;
    Some(if text.contains('\u{2212}') { -size } else { size })
}
