//! What a user should know; the outcome stands.

use bijdragewijzer::melding::Code;

use crate::geval::{Bron, Geval};

pub(crate) const GALLERY: &[Geval] = &[
    Geval {
        code: Code::OutsideBand,
        bron: Bron::Scenario(r#""parameters":[{"id":"baten_nieuw","waarde":"7000000.00"}]"#),
        pad: "$.parameters[0].waarde",
        titel: "Buiten de band",
        zin: "De waarde van “Begrote invorderbaten voortaan” ligt buiten de gepubliceerde band. Die loopt van €\u{a0}5.200.000,00 tot €\u{a0}6.200.000,00.",
        doen: "Er wordt wel mee gerekend; controleer de waarde.",
    },
    Geval {
        code: Code::DelayIgnored,
        bron: Bron::Scenario(
            r#""financiering":{"wijze":"incidenteel","incidenteel":"1000000.00","vertraging":2}"#,
        ),
        pad: "$.financiering.vertraging",
        titel: "De vertraging telt niet mee",
        zin: "Bij een incidenteel bedrag is er geen vertraging; de gekozen vertraging telt niet mee.",
        doen: "Zet haar op 0 of kies een andere wijze.",
    },
    Geval {
        code: Code::OmvangAbove,
        bron: Bron::Scenario(
            r#""uitrol":[{"variant":"2a","omvang":[{"jaar":2022,"waarde":"120000"}]}]"#,
        ),
        pad: "$.uitrol[0].omvang[0]",
        titel: "Meer dan er in een jaar zijn",
        zin: "Voor 2022 is 120.000 gekozen, maar er zijn er 90.000 in een jaar.",
        doen: "Er wordt wel mee gerekend; controleer het aantal.",
    },
    Geval {
        code: Code::CountsTwice,
        bron: Bron::Scenario(r#""varianten":["1","grof"]"#),
        pad: "$.varianten",
        titel: "Mogelijk dubbel geteld",
        zin: "De varianten “1 Interne sociale incasso” en “Grove raming” ramen ten dele hetzelfde.",
        doen: "Samen tellen zij effecten dubbel; kies liever een van beide.",
    },
    Geval {
        code: Code::AboveVrijgave,
        bron: Bron::Scenario(r#""vrijgave":[{"jaar":2021,"bedrag":"200000.00"}]"#),
        pad: "$.vrijgave[0]",
        titel: "Meer gebruikt dan vrijgegeven",
        zin: "In 2021 gaat €\u{a0}213.027,77 van de reservering op, maar er is €\u{a0}200.000,00 vrijgegeven.",
        doen: "Verhoog de vrijgave of beperk de uitrol.",
    },
    Geval {
        code: Code::AboveResultaat,
        bron: Bron::Scenario(
            r#""financiering":{"wijze":"incidenteel","incidenteel":"2250000.00"}"#,
        ),
        pad: "$.financiering.incidenteel",
        titel: "Meer dan elk bekend resultaat",
        zin: "€\u{a0}2.250.000,00 is meer dan het hoogste bekende resultaat, €\u{a0}2.064.314,00.",
        doen: "Controleer of dit bedrag er is.",
    },
    Geval {
        code: Code::OutsideBand,
        // The band of betaald_aandeel has no source: it is an assumption, and a percentage.
        bron: Bron::Scenario(r#""parameters":[{"id":"betaald_aandeel","waarde":"0.3"}]"#),
        pad: "$.parameters[0].waarde",
        titel: "Buiten de band",
        zin: "De waarde van “Aandeel dat na bellen betaalt zonder dwangbevel” ligt buiten de aangenomen band. Die loopt van 5% tot 25%.",
        doen: "Er wordt wel mee gerekend; controleer de waarde.",
    },
    Geval {
        code: Code::SharesAbove,
        // 90% + 20% + 35%.
        bron: Bron::Scenario(r#""parameters":[{"id":"kwijtschelding_aandeel","waarde":"0.9"}]"#),
        pad: "$.parameters[0].waarde",
        titel: "Samen meer dan alles",
        zin: "In 2021 zijn “Recht op kwijtschelding”, “Direct oninbaar” en “Anders afgehandeld” samen 145% van hetzelfde aantal.",
        doen: "Er wordt wel mee gerekend; maak ze samen hoogstens 100%.",
    },
];
