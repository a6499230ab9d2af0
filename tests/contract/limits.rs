//! The limits and notations of the schemas are those of the reader: what is just inside is read, what is just
//! outside is refused.

use bijdragewijzer::document::Tree;
use bijdragewijzer::melding::Code;
use bijdragewijzer::publicatie::{Publicatie, STANDAARD_JSON, lees, standaard};
use bijdragewijzer::scenario::{controleer, controleer_vergelijking};

use crate::schema::{Schemas, fields, read, tree, words};

fn published() -> Publicatie {
    standaard().unwrap()
}

/// The codes of a scenario with this text at the place of the sign `#`.
fn codes(publicatie: &Publicatie, template: &str, value: &Tree) -> Vec<Code> {
    let document = tree(&template.replace('#', &value.to_json()));
    controleer(publicatie, &document).meldingen.iter().map(|melding| melding.code).collect()
}

/// A scenario in which a value of this definition stands.
fn place(definition: &str) -> &'static str {
    match definition {
        "id" => r#"{"versie":1,"uitgangspunt":#}"#,
        "bedrag" => {
            r#"{"versie":1,"bijdragen":[{"deelnemer":"zwolle","jaar":2022,"soort":"zonder_voorstel","bedrag":#}]}"#
        }
        "bedragvanafnul" => r#"{"versie":1,"financiering":{"reservering":#}}"#,
        "aantal" => {
            r#"{"versie":1,"uitrol":[{"variant":"2a","omvang":[{"jaar":2022,"waarde":#}]}]}"#
        }
        "aandeel" => {
            r#"{"versie":1,"uitrol":[{"variant":"1","inzet":[{"jaar":2022,"waarde":#}]}]}"#
        }
        "index" => r#"{"versie":1,"index":#}"#,
        "zaad" => r#"{"versie":1,"onzekerheid":{"zaad":#}}"#,
        other => panic!("no place for {other}"),
    }
}

/// What the notation itself is refused for; whether an id exists is another matter.
const NOTATION: [Code; 5] =
    [Code::BadId, Code::NoNumber, Code::TooManyDecimals, Code::OutOfBounds, Code::WrongType];

#[test]
fn the_reader_agrees_with_the_list_of_notations() {
    let publicatie = published();
    let list = tree(&read("tests/contract/schrijfwijzen.json"));
    for (definition, cases) in fields(Some(&list)) {
        for (kind, refused) in [("goed", false), ("fout", true)] {
            let texts = words(cases.get(kind));
            assert!(!texts.is_empty(), "{definition} {kind}");
            for text in texts {
                let codes = codes(&publicatie, place(definition), &text.into());
                let found = codes.iter().any(|code| NOTATION.contains(code));
                assert_eq!(found, refused, "{definition} {text:?}: {codes:?}");
            }
        }
    }
}

#[test]
fn every_notation_of_the_schema_is_in_the_list() {
    let schemas = Schemas::read();
    let list = tree(&read("tests/contract/schrijfwijzen.json"));
    let defs = schemas.find("scenario", "scenario").get("$defs");
    for (name, _) in fields(defs).iter().filter(|(_, it)| it.get("pattern").is_some()) {
        // A value in the unit of its parameter: any of the others.
        assert!(name == "waarde" || list.get(name).is_some(), "{name} is not in the list");
    }
}

/// A whole number of the scenario schema: the definition, the field, and a scenario in which it stands.
const WHOLE: [(&str, &str, &str); 4] = [
    ("financiering", "vertraging", r#"{"versie":1,"financiering":{"vertraging":#}}"#),
    ("onzekerheid", "trekkingen", r#"{"versie":1,"onzekerheid":{"trekkingen":#}}"#),
    ("rekenprotocol", "jaren", r#"{"versie":1,"rekenprotocol":{"jaren":#}}"#),
    (
        "jaar",
        "",
        r#"{"versie":1,"rekenprotocol":{"jaren":1,"gerealiseerd":[{"jaar":#,"bedrag":"1"}]}}"#,
    ),
];

#[test]
fn whole_numbers_have_the_limits_of_the_reader() {
    let schemas = Schemas::read();
    let publicatie = published();
    for (name, field, template) in WHOLE {
        let schema = schemas.find("scenario", name);
        let schema = if field.is_empty() {
            schema
        } else {
            schema.get("properties").unwrap().get(field).unwrap()
        };
        let (Some(Tree::Whole(min)), Some(Tree::Whole(max))) =
            (schema.get("minimum"), schema.get("maximum"))
        else {
            panic!("{name} {field} has no limits")
        };
        for (value, refused) in [(min - 1, true), (*min, false), (*max, false), (max + 1, true)] {
            let codes = codes(&publicatie, template, &Tree::Whole(value));
            assert_eq!(
                codes.contains(&Code::OutOfBounds),
                refused,
                "{name} {field} {value}: {codes:?}"
            );
        }
    }
}

/// Whether a list of this many items is refused for its length alone.
fn too_many(field: &str, item: &str, count: usize) -> bool {
    let list = vec![item; count].join(",");
    let document = tree(&format!(r#"{{"versie":1,"{field}":[{list}]}}"#));
    let pad = format!("$.{field}");
    let meldingen = controleer(&published(), &document).meldingen;
    meldingen.iter().any(|melding| melding.code == Code::TooMany && melding.pad == pad)
}

#[test]
fn lists_of_a_scenario_have_the_limit_of_the_reader() {
    let schemas = Schemas::read();
    let properties = schemas.find("scenario", "scenario").get("properties");
    let lists: Vec<&(String, Tree)> =
        fields(properties).iter().filter(|(_, it)| it.get("items").is_some()).collect();
    assert_eq!(lists.len(), 6, "lists in a scenario");
    for (name, schema) in lists {
        let Some(Tree::Whole(most)) = schema.get("maxItems") else { panic!("{name} has no limit") };
        let most = usize::try_from(*most).unwrap();
        assert!(!too_many(name, "0", most) && too_many(name, "0", most + 1), "{name}");
    }
}

#[test]
fn a_vergelijking_holds_one_to_four() {
    let schemas = Schemas::read();
    let schema = schemas.find("vergelijking", "vergelijking").get("properties").unwrap();
    let list = schema.get("scenarios").unwrap();
    assert_eq!(
        (list.get("minItems"), list.get("maxItems")),
        (Some(&Tree::Whole(1)), Some(&Tree::Whole(4)))
    );
    let place = schema.get("bovenaan").unwrap();
    assert_eq!(
        (place.get("minimum"), place.get("maximum")),
        (Some(&Tree::Whole(1)), Some(&Tree::Whole(4)))
    );
    let publicatie = published();
    let accepted = |count: usize, place: usize| {
        let scenarios = vec![r#"{"versie":1}"#; count].join(",");
        let text = format!(r#"{{"versie":1,"scenarios":[{scenarios}],"bovenaan":{place}}}"#);
        controleer_vergelijking(&publicatie, &tree(&text)).is_ok()
    };
    assert!(accepted(1, 1) && accepted(4, 4) && accepted(4, 1));
    assert!(
        !accepted(0, 1) && !accepted(5, 1) && !accepted(4, 0) && !accepted(4, 5) && !accepted(2, 3)
    );
}

/// The codes of the default publicatie with a field put in place of another.
fn published_with(field: &str, value: &str) -> Vec<Code> {
    let mut document = tree(STANDAARD_JSON);
    let Tree::Object(fields) = &mut document else { panic!("an object") };
    fields.iter_mut().find(|(name, _)| name == field).unwrap().1 = tree(value);
    lees(&document)
        .map_or_else(|meldingen| meldingen.iter().map(|it| it.code).collect(), |_| Vec::new())
}

#[test]
fn lists_of_a_publicatie_have_the_limits_of_the_reader() {
    let schemas = Schemas::read();
    let properties = schemas.find("publicatie", "publicatie").get("properties");
    for (name, schema) in fields(properties).iter().filter(|(_, it)| it.get("items").is_some()) {
        let most = if name == "deelnemers" { 2_000 } else { 500 };
        let written = Tree::Whole(i64::try_from(most).unwrap());
        assert_eq!(schema.get("maxItems"), Some(&written), "{name}");
        let list = |count: usize| format!("[{}]", vec!["0"; count].join(","));
        // Starting points and figures are read once all else is sound, which a list of noughts is not.
        if !["uitgangspunten", "cijfers"].contains(&name.as_str()) {
            assert!(!published_with(name, &list(most)).contains(&Code::TooMany), "{name}");
        }
        assert!(published_with(name, &list(most + 1)).contains(&Code::TooMany), "{name}");
    }
}

#[test]
fn texts_have_the_limits_of_the_reader() {
    let schemas = Schemas::read();
    let longest = |schema: &Tree| match schema.get("maxLength") {
        Some(Tree::Whole(most)) => usize::try_from(*most).unwrap(),
        other => panic!("{other:?}"),
    };
    let naam = schemas.find("scenario", "scenario").get("properties").unwrap().get("naam").unwrap();
    let publicatie = published();
    let template = r#"{"versie":1,"naam":#}"#;
    // Characters, not bytes.
    let text = |count: usize| Tree::from("ú".repeat(count));
    assert_eq!(codes(&publicatie, template, &text(longest(naam))), []);
    assert_eq!(codes(&publicatie, template, &text(longest(naam) + 1)), [Code::BadText]);
    let most = longest(schemas.find("publicatie", "tekst"));
    assert_eq!(published_with("titel", &text(most).to_json()), []);
    assert_eq!(published_with("titel", &text(most + 1).to_json()), [Code::BadText]);
}
