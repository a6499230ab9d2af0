//! The schemas have the fields that the reader has: the same names, in the same order, the same ones required.

use bijdragewijzer::document::{Shape, Tree};
use bijdragewijzer::formula::{Deel, Status};
use bijdragewijzer::model::Aard;
use bijdragewijzer::publicatie::{self, Drijver, Moment, RegelSoort, Stand};
use bijdragewijzer::scenario::{self, BijdrageSoort, Groep, VERGELIJKING, Wijze};
use bijdragewijzer::units::{Eenheid, Jaar};

use crate::schema::{Schemas, fields, word, words};

fn shapes() -> Vec<(&'static str, Vec<&'static Shape>)> {
    vec![
        ("scenario", scenario::SHAPES.to_vec()),
        ("vergelijking", vec![&VERGELIJKING]),
        ("publicatie", publicatie::SHAPES.to_vec()),
    ]
}

#[test]
fn every_object_has_the_fields_that_the_reader_knows() {
    let schemas = Schemas::read();
    for (file, shapes) in shapes() {
        for shape in shapes {
            let schema = schemas.find(file, shape.name);
            let names: Vec<&str> = shape.fields.iter().map(|field| field.name).collect();
            let found: Vec<&str> =
                fields(schema.get("properties")).iter().map(|(name, _)| name.as_str()).collect();
            assert_eq!(found, names, "the fields of {} in {file}", shape.name);
            let needed = shape.fields.iter().filter(|field| field.required);
            let needed: Vec<&str> = needed.map(|field| field.name).collect();
            assert_eq!(words(schema.get("required")), needed, "what {} needs", shape.name);
        }
    }
}

#[test]
fn no_object_of_a_schema_is_unknown_to_the_reader() {
    let schemas = Schemas::read();
    for (file, shapes) in shapes() {
        for (name, _) in schemas.objects(file) {
            assert!(shapes.iter().any(|shape| shape.name == name), "{name} in {file} has no shape");
        }
    }
}

#[test]
fn no_object_of_a_schema_takes_other_fields() {
    let schemas = Schemas::read();
    for file in crate::schema::FILES {
        for (name, schema) in schemas.objects(file) {
            let open = schema.get("additionalProperties");
            assert_eq!(open, Some(&Tree::Bool(false)), "{name} in {file}");
            assert_eq!(word(schema.get("type")), "object", "{name} in {file}");
        }
    }
}

/// The words of an enumeration: of a definition itself, or of a field of an object.
fn enumeration<'s>(schemas: &'s Schemas, file: &str, path: &str) -> Vec<&'s str> {
    let (name, field) = path.split_once('.').unwrap_or((path, ""));
    let schema = schemas.find(file, name);
    let of = if field.is_empty() {
        Some(schema)
    } else {
        schema.get("properties").and_then(|it| it.get(field))
    };
    words(of.and_then(|of| of.get("enum")))
}

#[test]
fn the_words_are_those_of_the_reader() {
    let schemas = Schemas::read();
    let check = |file: &str, path: &str, words: Vec<&str>| {
        assert_eq!(enumeration(&schemas, file, path), words, "{path} in {file}");
    };
    check("scenario", "financiering.wijze", Wijze::ALL.map(Wijze::word).to_vec());
    check("scenario", "eigenbijdrage.soort", BijdrageSoort::ALL.map(BijdrageSoort::word).to_vec());
    let published = Status::ALL.iter().filter(|status| **status != Status::Eigen);
    check("publicatie", "status", published.map(|status| status.word()).collect());
    check("publicatie", "eenheid", Eenheid::ALL.map(Eenheid::word).to_vec());
    check("publicatie", "publicatie.stand", Stand::ALL.map(Stand::word).to_vec());
    check("publicatie", "variant.drijver", Drijver::ALL.map(Drijver::word).to_vec());
    check("publicatie", "regel.soort", RegelSoort::ALL.map(RegelSoort::word).to_vec());
    check("publicatie", "regel.moment", Moment::ALL.map(Moment::word).to_vec());
    check("publicatie", "model.deel", Deel::ALL.map(Deel::word).to_vec());
    let columns = publicatie::BijdrageSoort::ALL.map(publicatie::BijdrageSoort::word);
    check("publicatie", "bijdrage.soort", columns.to_vec());
    check("publicatie", "reeks.soort", columns.to_vec());
    check("uitkomst", "post.deel", Deel::ALL.map(Deel::word).to_vec());
    check("uitkomst", "post.groep", Groep::ALL.map(Groep::word).to_vec());
    check("uitkomst", "post.aard", [Aard::Structureel, Aard::Incidenteel].map(Aard::word).to_vec());
}

#[test]
fn the_years_are_those_of_the_reader() {
    let schemas = Schemas::read();
    for file in ["scenario", "uitkomst"] {
        let jaar = schemas.find(file, "jaar");
        assert_eq!(jaar.get("minimum"), Some(&Tree::Whole(Jaar::FIRST.into())));
        assert_eq!(jaar.get("maximum"), Some(&Tree::Whole(Jaar::LAST.into())));
    }
}
