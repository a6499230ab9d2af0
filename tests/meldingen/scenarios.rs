//! What the parts of a scenario or a vergelijking say of the publicatie and of each other.

use bijdragewijzer::melding::Code;

use crate::geval::{Bron, Geval};

pub(crate) const GALLERY: &[Geval] = &[
    Geval {
        code: Code::YearOutside,
        bron: Bron::Scenario(r#""vrijgave":[{"jaar":2030,"bedrag":"200000.00"}]"#),
        pad: "$.vrijgave[0].jaar",
        titel: "Dit jaar hoort er niet bij",
        zin: "Bij “vrijgave 1, jaar” staat een jaar dat de publicatie niet kent.",
        doen: "Kies een jaar van 2021 tot en met 2025.",
    },
    Geval {
        code: Code::YearTwice,
        bron: Bron::Scenario(
            r#""uitrol":[{"variant":"1","inzet":[{"jaar":2022,"waarde":"0.5"},{"jaar":2022,"waarde":"1"}]}]"#,
        ),
        pad: "$.uitrol[0].inzet[1].jaar",
        titel: "Dit jaar staat er twee keer",
        zin: "Bij “uitrol 1, inzet 2, jaar” staat 2022 voor de tweede keer.",
        doen: "Laat er één staan.",
    },
    Geval {
        code: Code::UnknownId,
        bron: Bron::Scenario(r#""varianten":["1","3"]"#),
        pad: "$.varianten[1]",
        titel: "Deze naam bestaat niet",
        zin: "Bij “varianten 2” staat “3”; dat bestaat niet als variant.",
        doen: "Kies uit: 1, 2a, 2b, hernieuwd, grof.",
    },
    Geval {
        code: Code::IdTwice,
        bron: Bron::Scenario(r#""varianten":["1","1"]"#),
        pad: "$.varianten[1]",
        titel: "Deze naam staat er twee keer",
        zin: "Bij “varianten 2” staat “1” voor de tweede keer.",
        doen: "Laat er één staan.",
    },
    Geval {
        code: Code::MoreFaults,
        bron: Bron::Veel(|| {
            format!(r#"{{"versie":1,"onbekend":[{}]}}"#, vec!["0"; 10_000].join(","))
        }),
        pad: "$",
        titel: "Er zijn meer fouten dan hier staan",
        zin: "Dit zijn de eerste 100 fouten; het document heeft er nog 9900 meer.",
        doen: "Herstel deze en open het opnieuw, of kies een ander document.",
    },
    Geval {
        code: Code::TooMany,
        bron: Bron::Lang(|| {
            format!(r#"{{"versie":1,"onbekend":[{}]}}"#, vec!["0"; 10_001].join(","))
        }),
        pad: "$.onbekend",
        titel: "Te veel regels",
        zin: "Bij “onbekend” staan 10001 regels.",
        doen: "Laat er hoogstens 10000 staan.",
    },
    Geval {
        code: Code::TooFew,
        bron: Bron::Vergelijking(r#"{"versie":1,"scenarios":[]}"#),
        pad: "$.scenarios",
        titel: "Te weinig regels",
        zin: "Bij “scenarios” staat te weinig.",
        doen: "Vul ten minste 1 regel in.",
    },
    Geval {
        code: Code::WeightsZero,
        bron: Bron::Scenario(
            r#""sleutel":{"alle":"eigen","gewichten":[{"deelnemer":"zwolle","waarde":"0"}]}"#,
        ),
        pad: "$.sleutel.gewichten",
        titel: "De gewichten zijn samen nul",
        zin: "Bij “sleutel, gewichten” zijn alle gewichten nul.",
        doen: "Geef ten minste één deelnemer of blok een gewicht boven nul.",
    },
    Geval {
        code: Code::KeyIncomplete,
        bron: Bron::Scenario(r#""sleutel":{"alle":"eigen"}"#),
        pad: "$.sleutel.gewichten",
        titel: "De sleutel is niet compleet",
        zin: "De gekozen sleutel heeft eigen gewichten nodig.",
        doen: "Vul ze in of kies een andere sleutel.",
    },
    Geval {
        code: Code::BandOrder,
        bron: Bron::Scenario(
            r#""parameters":[{"id":"betaald_aandeel","waarde":"0.15","laag":"0.2","hoog":"0.3"}]"#,
        ),
        pad: "$.parameters[0]",
        titel: "Laag, waarde en hoog staan niet op volgorde",
        zin: "Bij “parameters 1” is laag hoger dan de waarde, of de waarde hoger dan hoog.",
        doen: "Zet ze op volgorde.",
    },
    Geval {
        code: Code::TooFewRealised,
        bron: Bron::Scenario(r#""rekenprotocol":{"jaren":3}"#),
        pad: "$.rekenprotocol",
        titel: "Te weinig gerealiseerde jaren",
        zin: "Voor 2021 zijn 3 gerealiseerde jaren nodig; bekend: 2.",
        doen: "Vul jaren aan of kies er minder.",
    },
    Geval {
        code: Code::OtherDriver,
        bron: Bron::Scenario(
            r#""uitrol":[{"variant":"2a","inzet":[{"jaar":2022,"waarde":"0.5"}]}]"#,
        ),
        pad: "$.uitrol[0].inzet",
        titel: "Dit past niet bij deze variant",
        zin: "“inzet” past niet bij deze variant: die werkt met “omvang”.",
        doen: "Gebruik dat, of haal “inzet” weg.",
    },
    Geval {
        code: Code::OneOfTwo,
        bron: Bron::Scenario(
            r#""uitrol":[{"variant":"2a","omvang":[{"jaar":2022,"waarde":"30000","aandeel":"0.25"}]}]"#,
        ),
        pad: "$.uitrol[0].omvang[0]",
        titel: "Kies een van beide",
        zin: "Bij “uitrol 1, omvang 1” staan “waarde” en “aandeel” allebei, of geen van beide.",
        doen: "Geef er één.",
    },
    Geval {
        code: Code::DividesByZero,
        bron: Bron::Scenario(r#""parameters":[{"id":"uitbesteding_basis","waarde":"0"}]"#),
        pad: "$.parameters[0].waarde",
        titel: "Hier kan geen nul staan",
        zin: "Bij “parameters 1, waarde” staat nul, en door dit getal wordt gedeeld.",
        doen: "Kies een getal boven nul.",
    },
    Geval {
        code: Code::OtherPublicatie,
        bron: Bron::Scenario(r#""publicatie":"gblt-2024""#),
        pad: "$.publicatie",
        titel: "Dit hoort bij een andere publicatie",
        zin: "Dit scenario hoort bij “gblt-2024”, maar “gblt-2021” is geladen.",
        doen: "Laad die publicatie, of haal het veld “publicatie” weg.",
    },
    Geval {
        code: Code::SharesOpen,
        // 25,22% + 95%.
        bron: Bron::Scenario(
            r#""sleutel":{"alle":"blok","blokken":[{"blok":"gemeenten","waarde":"0.2522"},{"blok":"waterschappen","waarde":"0.95"}]}"#,
        ),
        pad: "$.sleutel.blokken",
        titel: "De aandelen zijn samen niet 100%",
        zin: "Bij “sleutel, blokken” zijn de aandelen samen 120,22%.",
        doen: "Maak ze samen 100%, of laat er één weg: dat blok krijgt wat overblijft.",
    },
    Geval {
        code: Code::PostIsKnown,
        bron: Bron::Scenario(
            r#""onbekend":[{"post":"uitbesteding","jaar":2022,"bedrag":"40000.00"}]"#,
        ),
        pad: "$.onbekend[0].post",
        titel: "Deze post is al bekend",
        zin: "“uitbesteding” is geen onbekende post.",
        doen: "Geef in plaats daarvan de parameter “uitbesteding_bedrag” een eigen waarde.",
    },
];
