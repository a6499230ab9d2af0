//! Names in a pasted table: written otherwise they are the same, and near is not.

use bijdragewijzer::document;
use bijdragewijzer::publicatie::{self, Publicatie, STANDAARD_JSON};
use bijdragewijzer::scenario::plakken::{PlakRegel, plaksel};
use bijdragewijzer::units::lezen::Veld;

use super::plakken::short;

/// The default publicatie with other names.
fn renamed(names: &[(&str, &str)]) -> Publicatie {
    let mut json = STANDAARD_JSON.to_owned();
    for (from, to) in names {
        let (old, new) = (format!("\"naam\": \"{from}\""), format!("\"naam\": \"{to}\""));
        assert!(json.contains(&old), "{from}");
        json = json.replace(&old, &new);
    }
    publicatie::lees(&document::parse(json.as_bytes()).unwrap()).unwrap()
}

#[test]
fn names_match_without_regard_to_case_accents_and_kind_of_body() {
    let publicatie = renamed(&[("Dalfsen", "Súdwest-Fryslân"), ("Dronten", "'s-Hertogenbosch")]);
    for (name, id) in [
        ("sudwest fryslan", "dalfsen"),
        ("SÚDWEST-FRYSLÂN", "dalfsen"),
        ("Su\u{301}dwest\u{2011}Frysla\u{302}n", "dalfsen"),
        ("Gemeente Súdwest Fryslân", "dalfsen"),
        ("s-Hertogenbosch", "dronten"),
        ("’s Hertogenbosch", "dronten"),
        ("gemeente\u{a0}Zwolle", "zwolle"),
        ("Waterschap Rijn en Ĳssel", "rijn-en-ijssel"),
        ("Hoogheemraadschap Vechtstromen", "vechtstromen"),
    ] {
        let found = plaksel(&publicatie, &format!("{name}\t1"), &Veld::gewicht(), None);
        assert_eq!(short(&found), [format!("{id} 1")], "{name}");
    }
    // Near is not the same, and a waterschap of that name is another body than the gemeente.
    for name in
        ["Zwol", "Zwolle-Kampen", "Rijn", "waterschap Zwolle", "gemeente Vechtstromen", "gemeente"]
    {
        let found = plaksel(&publicatie, &format!("{name}\t1\nLeusden\t1"), &Veld::gewicht(), None);
        assert_eq!(found.gevonden().count(), 1, "{name}");
        assert!(!matches!(found.regels[0].1, PlakRegel::Gevonden(..)), "{name}");
    }
}

#[test]
fn a_name_that_two_deelnemers_share_is_not_guessed() {
    let publicatie =
        renamed(&[("Dalfsen", "Gemeente Utrecht"), ("Vechtstromen", "Waterschap Utrecht")]);
    let text = "Utrecht;1\ngemeente utrecht;2\nwaterschap Utrecht;3";
    let found = plaksel(&publicatie, text, &Veld::gewicht(), Some(1));
    assert_eq!(short(&found), ["meerduidig Utrecht", "dalfsen 2", "vechtstromen 3"]);
}
