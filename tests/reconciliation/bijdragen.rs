//! The bijdragen of the second transcription beside those of the publicatie, both ways.

use num_rational::BigRational;
use num_traits::Zero;

use super::tables::{number, publicatie, rows, text};

/// Year, kind, name of the deelnemer, its block, amount.
type Row = [String; 5];

const HEAD: &str = "jaar,soort,deelnemer,type,bedrag";

fn transcribed() -> Vec<Row> {
    let rows = rows("sources/bijdragen.csv", HEAD);
    let mut rows: Vec<Row> = rows.into_iter().map(|row| row.try_into().unwrap()).collect();
    rows.sort();
    rows
}

fn published() -> Vec<Row> {
    let publicatie = publicatie();
    let block_word = |id: &str| match id {
        "waterschappen" => "waterschap",
        "gemeenten" => "gemeente",
        other => panic!("{other} is no block"),
    };
    let mut rows = Vec::new();
    for deelnemer in publicatie["deelnemers"].as_array().unwrap() {
        let block = block_word(deelnemer["blok"].as_str().unwrap());
        for bijdrage in deelnemer["bijdragen"].as_array().unwrap() {
            rows.push([
                bijdrage["jaar"].to_string(),
                text(&bijdrage["soort"]),
                text(&deelnemer["naam"]),
                block.to_owned(),
                text(&bijdrage["bedrag"]),
            ]);
        }
    }
    rows.sort();
    rows
}

#[test]
fn every_bijdrage_of_the_sources_stands_in_the_publicatie() {
    let published = published();
    let missing: Vec<Row> =
        transcribed().into_iter().filter(|row| !published.contains(row)).collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn no_bijdrage_of_the_publicatie_is_without_a_source() {
    let transcribed = transcribed();
    let unsourced: Vec<Row> =
        published().into_iter().filter(|row| !transcribed.contains(row)).collect();
    assert!(unsourced.is_empty(), "{unsourced:#?}");
}

#[test]
fn the_transcription_holds_every_deelnemer_once_in_a_column() {
    let rows = transcribed();
    for pair in rows.windows(2) {
        assert_ne!(pair[0][..3], pair[1][..3]);
    }
    let count = |jaar: &str, soort: &str| {
        rows.iter().filter(|row| row[0] == jaar && row[1] == soort).count()
    };
    for (jaar, soort, deelnemers) in [
        ("2018", "begroting", 11),
        ("2018", "rekening", 11),
        ("2019", "begroting", 11),
        ("2019", "rekening", 11),
        ("2023", "begroting", 9),
        ("2023", "wijziging", 9),
        ("2024", "begroting", 9),
        ("2025", "meerjarenraming", 9),
        ("2026", "meerjarenraming", 9),
        ("2027", "meerjarenraming", 9),
    ] {
        assert_eq!(count(jaar, soort), deelnemers, "{soort} {jaar}");
    }
    assert_eq!(rows.len(), 4 * 11 + 6 * 9);
}

/// Rows that the sources name but that belong to no single deelnemer, or that could not be read.
#[test]
fn what_could_not_be_read_stays_a_gap_and_the_rest_is_named_where_it_belongs() {
    let published = published();
    let rows = rows("sources/bijdragen-totalen.csv", &format!("{HEAD},toelichting"));
    for row in rows {
        let [jaar, soort, deelnemer, _, bedrag, toelichting] = row.try_into().unwrap();
        if bedrag.is_empty() {
            let known = published
                .iter()
                .any(|row| row[0] == jaar && row[1] == soort && row[2] == deelnemer);
            assert!(!known, "{deelnemer} {jaar} {soort}: {toelichting}");
        } else {
            // The part for the Wet digitale overheid is no bijdrage: the column says that it is left out.
            assert_eq!((&*jaar, &*soort, &*bedrag), ("2018", "rekening", "316162.00"));
            let publicatie = publicatie();
            let columns = publicatie["reeksen"].as_array().unwrap();
            let column = columns.iter().find(|it| it["jaar"] == 2018 && it["soort"] == "rekening");
            let paragraaf = text(&column.unwrap()["herkomst"]["paragraaf"]);
            assert!(paragraaf.contains("316.162"), "{paragraaf}");
        }
    }
}

fn total(jaar: &str, soort: &str, block: Option<&str>) -> BigRational {
    let counts =
        |row: &&Row| row[0] == jaar && row[1] == soort && block.is_none_or(|block| row[3] == block);
    let amounts = transcribed();
    amounts.iter().filter(counts).map(|row| number(&row[4]).unwrap()).sum()
}

/// What was settled in a year: the voorschotten minus the jaarrekening.
fn settled(jaar: &str, block: Option<&str>) -> BigRational {
    total(jaar, "begroting", block) - total(jaar, "rekening", block)
}

#[test]
fn the_voorschotten_add_up_to_the_printed_totals() {
    assert_eq!(total("2018", "begroting", None), number("17709954").unwrap());
    assert_eq!(total("2019", "begroting", None), number("18519327").unwrap());
    assert_eq!(total("2019", "rekening", None), number("16455013").unwrap());
    // The one exception: the jaarrekening of 2018 prints a euro more than its rows (16.249.824).
    assert_eq!(total("2018", "rekening", None), number("16249823").unwrap());
}

#[test]
fn the_blocks_of_the_key_of_2019_and_the_resultaten_follow_from_the_sources() {
    let publicatie = publicatie();
    let find = |list: &str, id: &str| {
        publicatie[list].as_array().unwrap().iter().find(|item| item["id"] == id).unwrap().clone()
    };
    let sleutel = find("verdeelsleutels", "blok-2019");
    for (blok, block) in sleutel["blokken"]
        .as_array()
        .unwrap()
        .iter()
        .zip([("waterschappen", "waterschap"), ("gemeenten", "gemeente")])
    {
        assert_eq!(blok["blok"], block.0);
        let weight = number(&text(&blok["waarde"])).unwrap();
        assert_eq!(weight, settled("2019", Some(block.1)), "{}", block.0);
        assert!(weight > BigRational::zero());
    }
    let resultaat = find("parameters", "resultaat");
    let years = resultaat["per_jaar"].as_array().unwrap();
    assert_eq!(years.len(), 2);
    for year in years {
        let jaar = year["jaar"].to_string();
        let stated = number(&text(&year["waarde"])).unwrap();
        // In 2018 the printed total is a euro off its rows, and so is what was settled.
        assert_eq!(stated, settled(&jaar, None), "{jaar}");
    }
}
