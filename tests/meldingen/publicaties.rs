//! What the parts of a publicatie say of each other.

use bijdragewijzer::melding::Code;

use crate::geval::{Bron, Geval};

const PLUS_DEEL: (&str, &str) = (
    r#""parameters": ["#,
    r#""parameters": [{"id":"deel","naam":"Deel","eenheid":"aandeel","waarde":"0.5","status":"aanname","herkomst":{"paragraaf":"voorbeeld"}},"#,
);

pub(crate) const GALLERY: &[Geval] = &[
    Geval {
        code: Code::IdTwice,
        bron: Bron::Publicatie(&[(r#""id": "kosten_a""#, r#""id": "rest""#)]),
        pad: "$.varianten[0].regels[0].id",
        titel: "Deze naam staat er twee keer",
        zin: "Bij “varianten 1, regels 1, id” staat “rest”; die naam is al bezet.",
        doen: "Kies een andere naam.",
    },
    Geval {
        code: Code::KeyHasGap,
        bron: Bron::Publicatie(&[(
            r#""soort": "eigen", "status""#,
            r#""soort": "evenredig", "jaar": 2030, "status""#,
        )]),
        pad: "$.verdeelsleutels[0]",
        titel: "De sleutel heeft een gat",
        zin: "Van Nieuw is over 2030 geen bijdrage bekend.",
        doen: "Kies een ander jaar voor de sleutel.",
    },
    Geval {
        code: Code::EmptyBlock,
        bron: Bron::Publicatie(&[
            (
                r#""blokken": ["#,
                r#""blokken": [{"id":"leeg","naam":"Leeg","enkelvoud":"Niemand"},"#,
            ),
            (
                r#""bijdragen": []"#,
                r#""bijdragen": [{"jaar":2030,"soort":"begroting","bedrag":"5.00"}]"#,
            ),
            (
                r#""soort": "eigen", "status""#,
                r#""soort": "blok", "jaar": 2030, "blokken": [{"blok":"leeg","waarde":"1"},{"blok":"allen","waarde":"1"}], "status""#,
            ),
        ]),
        pad: "$.verdeelsleutels[0].blokken",
        titel: "In dit blok draagt niemand bij",
        zin: "Het blok “leeg” krijgt een deel, maar heeft geen deelnemer met een bijdrage.",
        doen: "Geef dit blok 0.",
    },
    Geval {
        code: Code::UnknownAndValue,
        bron: Bron::Publicatie(&[(
            r#""waarde": "8.00", "status": "aanname""#,
            r#""status": "aanname""#,
        )]),
        pad: "$.parameters[2]",
        titel: "Onbekend en een waarde gaan niet samen",
        zin: "“kosten_bedrag” heeft een waarde en ook de status onbekend, of geen van beide.",
        doen: "Haal de waarde weg of verander de status.",
    },
    Geval {
        code: Code::MissingParameter,
        bron: Bron::Publicatie(&[(r#""id": "baten_nieuw""#, r#""id": "baten_straks""#)]),
        pad: "$.parameters",
        titel: "Een parameter ontbreekt",
        zin: "De formules hebben “baten_nieuw” nodig.",
        doen: "Neem die parameter op.",
    },
    Geval {
        code: Code::OtherUnit,
        bron: Bron::Publicatie(&[(
            r#""naam": "Kosten", "eenheid": "euro""#,
            r#""naam": "Kosten", "eenheid": "aantal""#,
        )]),
        pad: "$.varianten[0].regels[0].bedrag",
        titel: "De eenheid past niet",
        zin: "Bij “varianten 1, regels 1, bedrag” is een parameter met de eenheid euro nodig, maar “kosten_bedrag” heeft aantal.",
        doen: "Verander de eenheid of kies een andere parameter.",
    },
    Geval {
        code: Code::TooManyShares,
        bron: Bron::Publicatie(&[
            PLUS_DEEL,
            (
                r#""stap": "inzet", "#,
                r#""stap": "inzet", "factoren": ["deel","deel","deel","deel","deel"], "#,
            ),
        ]),
        pad: "$.varianten[0].regels[0]",
        titel: "Te veel aandelen in een product",
        zin: "Bij “varianten 1, regels 1” worden 6 aandelen met elkaar vermenigvuldigd.",
        doen: "Laat stappen of factoren weg tot het er hoogstens 5 zijn.",
    },
    Geval {
        code: Code::BadPeriod,
        bron: Bron::Publicatie(&[(
            r#""horizon": { "van": 2031, "tot": 2032 }"#,
            r#""horizon": { "van": 2032, "tot": 2031 }"#,
        )]),
        pad: "$.horizon",
        titel: "Deze periode kan niet",
        zin: "Bij “horizon” ligt het laatste jaar vóór het eerste, of is de periode te lang.",
        doen: "Kies een periode van hoogstens 50 jaar.",
    },
];
