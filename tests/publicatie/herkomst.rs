//! Every fact says where it comes from and how sure it is.

use std::collections::BTreeSet;

use serde_json::Value;

use super::lines::{items, publicatie, word};

/// Everything that has a herkomst, with what it is called.
fn sourced(publicatie: &Value) -> Vec<(String, &Value)> {
    let lists = ["parameters", "verdeelsleutels", "reeksen", "uitgangspunten", "cijfers"];
    let mut all: Vec<(String, &Value)> = lists
        .iter()
        .flat_map(|list| items(publicatie, list))
        .map(|it| (format!("{} {}", word(it, "id"), word(it, "naam")), it))
        .collect();
    let btw =
        items(publicatie, "deelnemers").iter().map(|it| (word(it, "id"), &it["btw_compensatie"]));
    all.extend(btw.filter(|(_, btw)| !btw.is_null()));
    all
}

#[test]
fn everything_names_a_document_with_a_paragraph_or_is_an_aanname_in_words() {
    let p = publicatie();
    let known: BTreeSet<String> = items(&p, "bronnen").iter().map(|it| word(it, "id")).collect();
    let all = sourced(&p);
    assert!(all.len() > 100, "{}", all.len());
    for (name, fact) in all {
        let herkomst = &fact["herkomst"];
        assert!(word(herkomst, "paragraaf").len() > 3, "{name} names no paragraph");
        if herkomst["bron"].is_null() {
            assert_eq!(word(fact, "status"), "aanname", "{name} names no document");
        } else {
            assert!(known.contains(&word(herkomst, "bron")), "{name}: an unknown document");
        }
    }
}

/// The paragraph of an uitgangspunt goes to all that it sets, also to what is no aanname.
#[test]
fn the_paragraph_of_an_uitgangspunt_is_a_place_and_no_remark() {
    for uitgangspunt in items(&publicatie(), "uitgangspunten") {
        let paragraaf = word(&uitgangspunt["herkomst"], "paragraaf");
        assert!(!paragraaf.contains("aanname"), "{}: {paragraaf}", word(uitgangspunt, "id"));
    }
}

#[test]
fn every_document_is_used_and_says_what_it_is() {
    let p = publicatie();
    let used: BTreeSet<String> =
        sourced(&p).iter().map(|(_, fact)| word(&fact["herkomst"], "bron")).collect();
    for bron in items(&p, "bronnen") {
        assert!(used.contains(&word(bron, "id")), "{bron} is not used");
        assert!(bron["titel"].is_string() && bron["datum"].is_string(), "{bron}");
    }
}

#[test]
fn every_parameter_key_and_column_has_a_status_of_the_list() {
    let p = publicatie();
    for list in ["parameters", "verdeelsleutels", "reeksen"] {
        for fact in items(&p, list) {
            let status = word(fact, "status");
            let known = ["bron", "openbaar", "afgeleid", "aanname", "onbekend"];
            assert!(known.contains(&&*status), "{fact}");
        }
    }
}

#[test]
fn what_the_proposal_states_comes_from_the_proposal_and_what_is_public_from_elsewhere() {
    let p = publicatie();
    for parameter in items(&p, "parameters") {
        let from_proposal = word(&parameter["herkomst"], "bron") == "voorstel-2021";
        match &*word(parameter, "status") {
            "bron" | "onbekend" => assert!(from_proposal, "{parameter}"),
            "openbaar" => assert!(!from_proposal, "{parameter}"),
            _ => {}
        }
    }
}

#[test]
fn what_is_unknown_has_no_value_and_says_so() {
    let p = publicatie();
    for parameter in items(&p, "parameters").iter().filter(|it| it["status"] == "onbekend") {
        for field in ["waarde", "laag", "hoog", "per_jaar"] {
            assert!(parameter[field].is_null(), "{parameter}");
        }
        assert!(parameter["toelichting"].is_string(), "{parameter}");
    }
}

#[test]
fn a_band_surrounds_its_value() {
    let publicatie = bijdragewijzer::publicatie::standaard().unwrap();
    let mut bands = 0;
    for parameter in &publicatie.parameters {
        for waarde in parameter.waarde.iter().chain(parameter.per_jaar.iter().map(|(_, it)| it)) {
            assert!(
                waarde.laag <= waarde.waarde && waarde.waarde <= waarde.hoog,
                "{}",
                parameter.id
            );
            bands += usize::from(waarde.laag < waarde.hoog);
        }
    }
    assert_eq!(bands, 9, "the rekenmodel gives nine bands");
}

#[test]
fn no_id_stands_twice_in_its_list() {
    let p = publicatie();
    for list in ["bronnen", "blokken", "deelnemers", "verdeelsleutels", "parameters", "varianten"]
        .into_iter()
        .chain(["keuzes", "uitgangspunten", "cijfers", "buiten_exploitatie"])
    {
        let ids: Vec<String> = items(&p, list).iter().map(|it| word(it, "id")).collect();
        let once: BTreeSet<&String> = ids.iter().collect();
        assert_eq!(once.len(), ids.len(), "{list}: {ids:?}");
        assert!(!ids.is_empty(), "{list}");
    }
}
