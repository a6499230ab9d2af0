//! The cases, with the sums that give them.
//!
//! Only variant 2A runs. At 90.000 calls it costs 180.000 + 775.000 + 115.000 − 32.000 − 50.000 = 988.000,00; at
//! 60.000 each post is two thirds of that, together 658.666,68; at 30.000 a third, 329.333,32; at 10.000 a ninth,
//! 109.777,77 (each post rounded to the cent). Without a choice of ours 10.000 run in 2021, 30.000 in 2022, 60.000
//! in 2023 and 90.000 from 2024 on. All of it is divided under an own key in which Zwolle carries everything, so
//! that no cent of a division stands in the way.

use bijdragewijzer::document::parse;
use bijdragewijzer::model::bereken;
use bijdragewijzer::publicatie::{STANDAARD_JSON, lees};
use bijdragewijzer::scenario::controleer;
use bijdragewijzer::view::{Answer, Direction, answer};

/// What the bijdrage does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Richting {
    Daalt,
    Stijgt,
    Gelijk,
}

impl Richting {
    pub(crate) const ALL: [Self; 3] = [Self::Daalt, Self::Stijgt, Self::Gelijk];

    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Daalt => "daalt",
            Self::Stijgt => "stijgt",
            Self::Gelijk => "blijft gelijk",
        }
    }

    pub(crate) const fn direction(self) -> Direction {
        match self {
            Self::Daalt => Direction::Falls,
            Self::Stijgt => Direction::Rises,
            Self::Gelijk => Direction::Same,
        }
    }

    /// The cents of the bijdrage.
    pub(crate) const fn cents(self) -> i128 {
        match self {
            Self::Daalt => -10_000_000,
            Self::Stijgt => 10_000_000,
            Self::Gelijk => 0,
        }
    }
}

/// One case.
pub(crate) struct Geval {
    pub(crate) naam: &'static str,
    /// The year of the answer.
    pub(crate) jaar: i64,
    /// The part `financiering` of the scenario.
    financiering: &'static str,
    /// Calls in a year, as the user types them.
    omvang: &'static [(i64, &'static str)],
    /// What stands beside the ophoging in the begroting of the year, in cents.
    naast: i128,
    /// What the sum says of the jaarrekening.
    pub(crate) verrekening: Option<&'static str>,
    /// From which later year on the begroting lacks the unknown effect; nothing where that of the answer does.
    pub(crate) begroot_exclusief_vanaf: Option<i64>,
}

const STRUCTUREEL: Geval = Geval {
    naam: "",
    jaar: 2022,
    financiering: "",
    omvang: &[],
    naast: 0,
    verrekening: None,
    begroot_exclusief_vanaf: None,
};

pub(crate) const GEVALLEN: [Geval; 16] = [
    // 750.000,00 − 329.333,32 = 420.666,68 is left over.
    Geval {
        naam: "structureel in de overgang, overschot",
        financiering: r#""wijze": "structureel", "reservering": "750000.00""#,
        naast: 75_000_000,
        verrekening: Some("waarvan € 420.667 terug in de jaarrekening"),
        begroot_exclusief_vanaf: Some(2024),
        ..STRUCTUREEL
    },
    // 329.333,32 − 100.000,00 = 229.333,32 is short.
    Geval {
        naam: "structureel in de overgang, tekort",
        financiering: r#""wijze": "structureel", "reservering": "100000.00""#,
        naast: 10_000_000,
        verrekening: Some("in de jaarrekening komt er € 229.333 bij"),
        begroot_exclusief_vanaf: Some(2024),
        ..STRUCTUREEL
    },
    Geval {
        naam: "structureel in de overgang, precies genoeg",
        financiering: r#""wijze": "structureel", "reservering": "329333.32""#,
        naast: 32_933_332,
        begroot_exclusief_vanaf: Some(2024),
        ..STRUCTUREEL
    },
    // 988.000,00 − 658.666,68 = 329.333,32 more than a year before.
    Geval {
        naam: "structureel na de overgang, tekort",
        jaar: 2024,
        financiering: r#""wijze": "structureel", "vertraging": 1"#,
        naast: 65_866_668,
        verrekening: Some("in de jaarrekening komt er € 329.333 bij"),
        ..STRUCTUREEL
    },
    // Nothing runs in 2024: the 658.666,68 of a year before come back.
    Geval {
        naam: "structureel na de overgang, overschot",
        jaar: 2024,
        financiering: r#""wijze": "structureel", "vertraging": 1"#,
        omvang: &[(2024, "0")],
        naast: 65_866_668,
        verrekening: Some("in de jaarrekening gaat er € 658.667 af"),
        ..STRUCTUREEL
    },
    Geval {
        naam: "structureel na de overgang, precies genoeg",
        jaar: 2024,
        financiering: r#""wijze": "structureel", "vertraging": 1"#,
        omvang: &[(2023, "90000")],
        naast: 98_800_000,
        ..STRUCTUREEL
    },
    // 329.333,32 − 109.777,77 = 219.555,55 more than a year before.
    Geval {
        naam: "jaarlijks in de overgang, tekort",
        financiering: r#""wijze": "jaarlijks", "vertraging": 1"#,
        naast: 10_977_777,
        verrekening: Some("in de jaarrekening komt er € 219.556 bij"),
        ..STRUCTUREEL
    },
    // 658.666,68 − 329.333,32 = 329.333,36 less than a year before.
    Geval {
        naam: "jaarlijks in de overgang, overschot",
        financiering: r#""wijze": "jaarlijks", "vertraging": 1"#,
        omvang: &[(2021, "60000"), (2022, "30000")],
        naast: 65_866_668,
        verrekening: Some("in de jaarrekening gaat er € 329.333 af"),
        ..STRUCTUREEL
    },
    Geval {
        naam: "jaarlijks in de overgang, precies genoeg",
        financiering: r#""wijze": "jaarlijks", "vertraging": 1"#,
        omvang: &[(2021, "30000")],
        naast: 32_933_332,
        ..STRUCTUREEL
    },
    // The begroting of 2022 has the effect of 2020, which is none: all 329.333,32 of 2022 are settled.
    Geval {
        naam: "jaarlijks in de overgang, nog niets begroot",
        financiering: r#""wijze": "jaarlijks", "vertraging": 2"#,
        verrekening: Some("in de jaarrekening komt er € 329.333 bij"),
        begroot_exclusief_vanaf: Some(2023),
        ..STRUCTUREEL
    },
    Geval {
        naam: "jaarlijks na de overgang, zonder vertraging",
        jaar: 2024,
        financiering: r#""wijze": "jaarlijks""#,
        naast: 98_800_000,
        ..STRUCTUREEL
    },
    // 988.000,00 − 658.666,68 = 329.333,32 more than a year before.
    Geval {
        naam: "jaarlijks na de overgang, tekort",
        jaar: 2024,
        financiering: r#""wijze": "jaarlijks", "vertraging": 1"#,
        naast: 65_866_668,
        verrekening: Some("in de jaarrekening komt er € 329.333 bij"),
        ..STRUCTUREEL
    },
    // 658.666,68 − 109.777,77 = 548.888,91 less than a year before.
    Geval {
        naam: "jaarlijks na de overgang, overschot",
        jaar: 2024,
        financiering: r#""wijze": "jaarlijks", "vertraging": 1"#,
        omvang: &[(2024, "10000")],
        naast: 65_866_668,
        verrekening: Some("in de jaarrekening gaat er € 548.889 af"),
        ..STRUCTUREEL
    },
    // 329.333,32 + 658.666,68 + 988.000,00 = 1.976.000,00 is used; 274.000,00 is left over.
    Geval {
        naam: "incidenteel in het laatste jaar, overschot",
        jaar: 2024,
        financiering: r#""wijze": "incidenteel", "incidenteel": "2250000.00""#,
        verrekening: Some("in de jaarrekening gaat er € 274.000 af"),
        ..STRUCTUREEL
    },
    // 1.000.000,00 − 988.000,00 = 12.000,00 is left for 2024; the other 976.000,00 are in the begroting.
    Geval {
        naam: "incidenteel in het laatste jaar, niets over",
        jaar: 2024,
        financiering: r#""wijze": "incidenteel", "incidenteel": "1000000.00""#,
        naast: 97_600_000,
        ..STRUCTUREEL
    },
    Geval {
        naam: "incidenteel in een gedekt jaar",
        financiering: r#""wijze": "incidenteel", "incidenteel": "2250000.00""#,
        ..STRUCTUREEL
    },
];

impl Geval {
    pub(crate) const fn types_uitrol(&self) -> bool {
        !self.omvang.is_empty()
    }

    /// The answer for Zwolle. The baten are typed: 4.000.000,00 and what stands beside the ophoging, so that
    /// nothing is left of them but what the direction asks.
    pub(crate) fn answer(&self, unknown: bool, richting: Richting) -> Answer {
        let text = STANDAARD_JSON.replacen(
            "\"antwoordjaar\": 2022",
            &format!("\"antwoordjaar\": {}", self.jaar),
            1,
        );
        assert!(text.contains(&format!("\"antwoordjaar\": {}", self.jaar)), "no antwoordjaar");
        let publicatie = lees(&parse(text.as_bytes()).unwrap()).unwrap();
        let document = parse(self.document(unknown, richting).as_bytes()).unwrap();
        let controle = controleer(&publicatie, &document);
        let scenario = controle.scenario.unwrap_or_else(|| panic!("{:?}", controle.meldingen));
        let uitkomst = bereken(&publicatie, &scenario);
        let zwolle = publicatie.deelnemer("zwolle").unwrap();
        answer(&publicatie, &scenario, &uitkomst, zwolle).unwrap()
    }

    fn document(&self, unknown: bool, richting: Richting) -> String {
        let baten = 400_000_000 + self.naast - richting.cents();
        let omvang: Vec<String> = self
            .omvang
            .iter()
            .map(|(jaar, count)| format!(r#"{{ "jaar": {jaar}, "waarde": "{count}" }}"#))
            .collect();
        let mut uitrol = Vec::new();
        if self.types_uitrol() {
            uitrol.push(format!(r#"{{ "variant": "2a", "omvang": [{}] }}"#, omvang.join(", ")));
        }
        let mut varianten = vec![r#""2a""#];
        if unknown {
            varianten.push(r#""hernieuwd""#);
            let inzet: Vec<String> = (2021..=2025)
                .map(|jaar| format!(r#"{{ "jaar": {jaar}, "waarde": "1" }}"#))
                .collect();
            uitrol
                .push(format!(r#"{{ "variant": "hernieuwd", "inzet": [{}] }}"#, inzet.join(", ")));
        }
        format!(
            r#"{{ "versie": 1, "varianten": [{}], "uitrol": [{}], "financiering": {{ {} }},
              "sleutel": {{ "alle": "eigen", "gewichten": [{{ "deelnemer": "zwolle", "waarde": "1" }}] }},
              "parameters": [{{ "id": "baten_nieuw", "waarde": "{}.{:02}" }}] }}"#,
            varianten.join(", "),
            uitrol.join(", "),
            self.financiering,
            baten / 100,
            baten % 100
        )
    }
}
