//! `www/model.d.ts` has every function and every field, and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use bijdragewijzer::document::{Shape, Tree};
use bijdragewijzer::export::{self, Vraag, gevraagd};
use bijdragewijzer::melding::{Code, Melding};
use bijdragewijzer::model::bereken;
use bijdragewijzer::publicatie::{self, Publicatie, standaard};
use bijdragewijzer::scenario::{self, Scenario, VERGELIJKING};
use bijdragewijzer::vragen::Banden;

use crate::schema::{Schemas, fields, items, read, words};

/// A field, and whether it must be there.
type Fields = BTreeMap<String, bool>;

fn source() -> String {
    read("www/model.d.ts")
}

/// The interfaces of the file: `export interface Name {`, then a line for each field, then `}`.
fn interfaces() -> BTreeMap<String, Fields> {
    let mut found = BTreeMap::new();
    let source = source();
    let mut lines = source.lines();
    while let Some(line) = lines.next() {
        let Some(name) =
            line.strip_prefix("export interface ").and_then(|it| it.strip_suffix(" {"))
        else {
            continue;
        };
        let body = lines.by_ref().take_while(|line| *line != "}");
        let declared =
            body.filter_map(|line| line.strip_suffix(';').and_then(|line| line.split_once(": ")));
        let fields =
            declared.map(|(name, _)| name.trim()).map(|name| match name.strip_suffix('?') {
                Some(name) => (name.to_owned(), false),
                None => (name.to_owned(), true),
            });
        assert!(found.insert(name.to_owned(), fields.collect()).is_none(), "{name} twice");
    }
    found
}

/// `btw_compensatie` as TypeScript writes the name of a type.
fn pascal(name: &str) -> String {
    name.split('_')
        .map(|word| {
            let (first, rest) = word.split_at(1);
            first.to_uppercase() + rest
        })
        .collect()
}

fn of_shape(shape: &Shape) -> (String, Fields) {
    let fields = shape.fields.iter().map(|field| (field.name.to_owned(), field.required));
    (pascal(shape.name), fields.collect())
}

/// The objects of an outcome, from its schema, which is held against what is really written.
fn of_outcome(schemas: &Schemas) -> Vec<(String, Fields)> {
    let of = |(name, schema): (&str, &Tree)| {
        let required: BTreeSet<&str> = words(schema.get("required")).into_iter().collect();
        let fields = fields(schema.get("properties")).iter();
        let fields = fields.map(|(field, _)| (field.clone(), required.contains(field.as_str())));
        (pascal(name), fields.collect())
    };
    schemas.objects("uitkomst").into_iter().map(of).collect()
}

/// The fields that documents of one kind have: required is what all of them have.
fn observed<'t>(documents: impl IntoIterator<Item = &'t Tree>) -> Fields {
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    let mut count = 0;
    for document in documents {
        count += 1;
        for (name, _) in fields(Some(document)) {
            *times.entry(name.clone()).or_default() += 1;
        }
    }
    assert!(count > 0);
    times.into_iter().map(|(name, seen)| (name, seen == count)).collect()
}

/// Every herleiding of the proposal: of each amount, in each year, of the whole and of two deelnemers.
fn herleidingen(publicatie: &Publicatie) -> Vec<Tree> {
    let mut found = Vec::new();
    for point in &publicatie.uitgangspunten {
        let scenario = Scenario::of_uitgangspunt(publicatie, &point.id).unwrap();
        let uitkomst = bereken(publicatie, &scenario);
        let posten =
            uitkomst.posten.iter().map(|post| (post.id.to_string(), Some(post.deel.word())));
        let own =
            ["definitief", "bijdrage_nieuw", "btw_compensatie"].map(|id| (id.to_owned(), None));
        for (post, deel) in posten.chain(own) {
            for deelnemer in [None, Some("zwolle"), Some("vechtstromen")] {
                let vraag = Vraag { post: &post, jaar: 2022, deelnemer, deel };
                if let Ok(amount) = gevraagd(&uitkomst, publicatie, &vraag) {
                    found
                        .push(export::herleiding(&amount.term.herleiding(amount.naam), publicatie));
                }
            }
        }
    }
    found
}

/// Hoekpunten of amounts that depend on a band of one year, on one for all years, and on nothing known.
fn hoekpunten(publicatie: &Publicatie) -> Vec<Tree> {
    let scenario = Scenario::of_uitgangspunt(publicatie, "voorstel").unwrap();
    let uitkomst = bereken(publicatie, &scenario);
    let ask = |post: &str| {
        let vraag = Vraag { post, jaar: 2022, deelnemer: None, deel: None };
        let amount = gevraagd(&uitkomst, publicatie, &vraag).unwrap();
        let answer = bijdragewijzer::vragen::hoekpunten(&amount.term, Banden::of(&scenario));
        export::hoekpunten(answer.as_ref(), publicatie)
    };
    ["ophoging", "uitbesteding", "definitief", "minderbaten_2b"].map(ask).into()
}

/// What the functions hand back beside documents, as they are really written.
fn of_answers() -> Vec<(String, Fields)> {
    let publicatie = standaard().unwrap();
    let melding = export::melding(&Melding::new(Code::TooLarge, "$", []));
    let register = export::parameters(&publicatie);
    let herleidingen = herleidingen(&publicatie);
    let steps = || herleidingen.iter().flat_map(|it| items(it.get("stappen")));
    let leaves = steps().flat_map(|step| items(step.get("gegevens")));
    let corners = hoekpunten(&publicatie);
    let ends =
        corners.iter().flat_map(|it| [it.get("hoek_laag"), it.get("hoek_hoog")]).flat_map(items);
    vec![
        ("Hoekpunten".into(), observed(&corners)),
        ("Hoek".into(), observed(ends)),
        ("Melding".into(), observed([&melding])),
        ("ParameterGegeven".into(), observed(items(Some(&register)))),
        ("Herleiding".into(), observed(&herleidingen)),
        ("Stap".into(), observed(steps())),
        ("Gegeven".into(), observed(leaves)),
    ]
}

/// The answers themselves, from the source of the API: `object([("meldingen", …), ("uitkomst", …)])`.
fn of_functions(source: &str) -> Vec<(String, Fields)> {
    let mut answers = Vec::new();
    for name in ["parameters", "controleer", "bereken", "herleiding", "hoekpunten"] {
        let body = source.split_once(&format!("pub fn {name}(")).unwrap().1;
        let body = body.split_once("\n}\n").unwrap().0;
        // The first piece stands before any field; a field is a text at the start of a pair.
        let pairs = body.split("(\"").skip(1).chain(body.split("(\n                \"").skip(1));
        let fields =
            pairs.filter_map(|pair| pair.split_once("\",")).map(|(field, _)| field.to_owned());
        // Only the meldingen are there whatever happens.
        let fields = fields.map(|field| (field.clone(), field == "meldingen"));
        answers.push((format!("{}Antwoord", pascal(name)), fields.collect()));
    }
    answers
}

#[test]
fn every_interface_has_the_fields_that_are_really_there() {
    let declared = interfaces();
    let shapes = scenario::SHAPES.iter().chain(publicatie::SHAPES).copied().chain([&VERGELIJKING]);
    let mut real: BTreeMap<String, Fields> = shapes.map(of_shape).collect();
    real.extend(of_outcome(&Schemas::read()));
    real.extend(of_answers());
    real.extend(of_functions(&read("src/js.rs")));
    for (name, fields) in &real {
        assert_eq!(declared.get(name), Some(fields), "the fields of {name}");
    }
    let names: BTreeSet<&String> = declared.keys().collect();
    assert_eq!(names, real.keys().collect(), "the interfaces");
}

/// The functions of a source: their names with the names of their arguments.
fn functions(source: &str, open: &str) -> BTreeMap<String, Vec<String>> {
    let mut found = BTreeMap::new();
    for rest in source.split(open).skip(1) {
        let (name, rest) = rest.split_once('(').unwrap();
        let arguments = rest.split_once(')').unwrap().0;
        let names = arguments.split(',').filter_map(|argument| argument.split_once(':'));
        let names = names.map(|(name, _)| name.trim().trim_end_matches('?').to_owned());
        found.insert(name.to_owned(), names.collect());
    }
    found
}

#[test]
fn every_function_is_declared_with_its_arguments() {
    let real = functions(&read("src/js.rs"), "#[wasm_bindgen]\npub fn ");
    let mut declared = functions(&source(), "export function ");
    // What the build adds to load the module.
    assert!(declared.remove("initSync").is_some());
    assert!(source().contains("export default function init("));
    assert!(real.len() >= 5, "{real:?}");
    assert_eq!(declared, real);
}

/// A literal union names exactly the words of the reader.
#[test]
fn the_words_are_those_of_the_reader() {
    let line = |name: &str, words: Vec<&str>| {
        let words: Vec<String> = words.into_iter().map(|word| format!("\"{word}\"")).collect();
        let line = format!("export type {name} = {};", words.join(" | "));
        assert!(source().contains(&line), "{line}");
    };
    line("Wijze", scenario::Wijze::ALL.map(scenario::Wijze::word).to_vec());
    line("Groep", scenario::Groep::ALL.map(scenario::Groep::word).to_vec());
    line(
        "Deel",
        bijdragewijzer::formula::Deel::ALL.map(bijdragewijzer::formula::Deel::word).to_vec(),
    );
    line(
        "Eenheid",
        bijdragewijzer::units::Eenheid::ALL.map(bijdragewijzer::units::Eenheid::word).to_vec(),
    );
    line(
        "Status",
        bijdragewijzer::formula::Status::ALL.iter().map(|status| status.word()).collect(),
    );
}
