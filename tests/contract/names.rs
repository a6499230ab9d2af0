//! One name is one cell: a publicatie in which two things would get the same one is refused, and all faults of
//! a publicatie come out at once.

use bijdragewijzer::document::parse;
use bijdragewijzer::melding::Code;
use bijdragewijzer::publicatie::{STANDAARD_JSON, lees};

/// The meldingen of the default publicatie with other texts in it: code and path.
fn faults(changes: &[(&str, &str)]) -> Vec<(Code, String)> {
    let text = changes.iter().fold(STANDAARD_JSON.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    });
    let meldingen = lees(&parse(text.as_bytes()).unwrap()).err().unwrap_or_default();
    meldingen.into_iter().map(|melding| (melding.code, melding.pad)).collect()
}

#[test]
fn a_regel_with_the_name_of_something_else_is_refused() {
    for (name, why) in [
        ("dpia", "another regel"),
        ("uitbesteding_bedrag", "a parameter"),
        ("uitbesteding-bedrag", "a parameter whose cell is written the same"),
        ("aantal_minder_beslag", "a step of a trechter"),
        ("cumulatief", "a total"),
        ("bijdrage_nieuw", "a bijdrage"),
        ("inzet_1", "a driver"),
        ("telefoon_begroot", "what is taken out again when a year is settled"),
        ("voorstel_telefoon", "a post of the proposal beside the scenario"),
    ] {
        let renamed = format!("\"id\": \"{name}\"");
        let found = faults(&[("\"id\": \"telefoon\"", &renamed)]);
        // The fault is at the later of the two.
        assert!(found.iter().any(|(code, _)| *code == Code::IdTwice), "{name}, {why}: {found:?}");
    }
    assert_eq!(faults(&[]), []);
}

#[test]
fn a_figure_that_names_a_post_that_does_not_exist_is_refused() {
    let found = faults(&[(
        "\"posten\": [\"capaciteit_inhuur_vervolg\", \"telefoon\"]",
        "\"posten\": [\"capaciteit_inhuur_vervolg\", \"telefon\"]",
    )]);
    let [(code, pad)] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(*code, Code::UnknownId);
    assert!(pad.starts_with("$.cijfers[") && pad.ends_with(".model.posten[1]"), "{pad}");
}

#[test]
fn faults_in_every_part_come_out_at_once() {
    let found = faults(&[
        ("\"id\": \"telefoon\"", "\"id\": \"rest\""),
        ("\"wijze\": \"structureel\"", "\"wijze\": \"structurel\""),
        ("\"afgerond_op\"", "\"afgerond_opp\""),
    ]);
    let places: Vec<&str> = found.iter().map(|(_, pad)| pad.as_str()).collect();
    assert!(places.contains(&"$.varianten[0].regels[3].id"), "{found:?}");
    assert!(places.contains(&"$.uitgangspunten[0].scenario.financiering.wijze"), "{found:?}");
    let figure = |pad: &&str| pad.starts_with("$.cijfers[") && pad.ends_with(".afgerond_opp");
    assert!(places.iter().any(figure), "{found:?}");
    // The figures that name `telefoon` are not refused for a name that is wrong elsewhere.
    assert_eq!(found.len(), 3, "{found:?}");
}
