//! Outcomes as they are really written have exactly the fields of the schema: none is unknown, none is never
//! there, and what the schema requires is always there.

use bijdragewijzer::document::Tree;
use bijdragewijzer::export;
use bijdragewijzer::model::bereken;
use bijdragewijzer::publicatie::{Publicatie, standaard};
use bijdragewijzer::scenario::controleer;

use crate::schema::{Schemas, Seen, fields, tree, walk, words};

/// Scenarios that together bring out every field of an outcome.
pub(crate) fn documents(publicatie: &Publicatie) -> Vec<Tree> {
    let points = publicatie.uitgangspunten.iter().map(|point| point.id.to_string());
    let wijzen = ["structureel", "jaarlijks", "incidenteel"];
    let mut texts: Vec<String> = points
        .flat_map(|id| {
            wijzen.map(|wijze| {
                format!(
                    r#"{{"versie":1,"uitgangspunt":"{id}","financiering":{{"wijze":"{wijze}"}}}}"#
                )
            })
        })
        .collect();
    texts.push(
        r#"{"versie":1,"vrijgave":[{"jaar":2021,"bedrag":"200000.00"}],
            "parameters":[{"id":"dossiers","waarde":"1000"},{"id":"gemiddelde_vordering","waarde":"150.00"}]}"#
            .to_owned(),
    );
    // A year of which nothing is known: its steps are not there.
    texts.push(
        r#"{"versie":1,"varianten":["2b"],"financiering":{"wijze":"jaarlijks"},
            "parameters":[{"id":"baten_nieuw","waarde":"4000000"}]}"#
            .to_owned(),
    );
    texts.iter().map(|text| tree(text)).collect()
}

pub(crate) fn outcomes(publicatie: &Publicatie) -> Vec<Tree> {
    let of = |document: &Tree| {
        let controle = controleer(publicatie, document);
        let scenario = controle.scenario.unwrap_or_else(|| panic!("{:?}", controle.meldingen));
        export::uitkomst(&bereken(publicatie, &scenario))
    };
    documents(publicatie).iter().map(of).collect()
}

fn seen(schemas: &Schemas) -> Seen {
    let mut seen = Seen::default();
    for outcome in outcomes(&standaard().unwrap()) {
        walk(schemas, "uitkomst", &outcome, &mut seen);
    }
    seen
}

#[test]
fn an_outcome_fits_the_schema() {
    let seen = seen(&Schemas::read());
    assert!(seen.faults.is_empty(), "\n{}\n", seen.faults.join("\n"));
}

#[test]
fn no_field_of_the_schema_is_never_written() {
    let schemas = Schemas::read();
    let seen = seen(&schemas);
    let mut never = Vec::new();
    for (name, schema) in schemas.objects("uitkomst") {
        for (field, _) in fields(schema.get("properties")) {
            if !seen.fields.contains_key(&(name.to_owned(), field.clone())) {
                never.push(format!("{name}.{field}"));
            }
        }
    }
    // A bijdrage without the proposal is known for every deelnemer of the default publicatie.
    assert_eq!(never, ["deelnemer_jaar.onbekend"]);
}

#[test]
fn what_is_always_written_is_required() {
    let schemas = Schemas::read();
    let seen = seen(&schemas);
    for (name, schema) in schemas.objects("uitkomst") {
        let required = words(schema.get("required"));
        for (field, _) in fields(schema.get("properties")) {
            let times = seen.fields.get(&(name.to_owned(), field.clone())).copied().unwrap_or(0);
            let always = times == seen.objects[name];
            let known = name == "deelnemer_jaar" && ["oud", "nieuw"].contains(&field.as_str());
            assert_eq!(always, required.contains(&field.as_str()) || known, "{name}.{field}");
        }
    }
}

#[test]
fn the_default_publicatie_fits_the_schema() {
    let mut seen = Seen::default();
    let document = tree(bijdragewijzer::publicatie::STANDAARD_JSON);
    walk(&Schemas::read(), "publicatie", &document, &mut seen);
    assert!(seen.faults.is_empty(), "\n{}\n", seen.faults.join("\n"));
}
