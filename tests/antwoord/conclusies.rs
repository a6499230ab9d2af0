//! What stands above a comparison never says more than the amounts in it: what is unknown, what a cent makes, and what
//! all years together do.

use std::rc::Rc;

use bijdragewijzer::document::parse;
use bijdragewijzer::model::{Uitkomst, bereken};
use bijdragewijzer::publicatie::{Publicatie, standaard};
use bijdragewijzer::scenario::{Inhoud, Scenario, controleer, open_link};
use bijdragewijzer::units::Jaar;
use bijdragewijzer::view::{
    AmountRef, Comparison, NamedScenario, Names, View, answer, compare_keys, compare_scenarios,
    compare_variants, facts,
};

fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

/// The scenarios of a link, with their outcomes.
fn opened(publicatie: &Publicatie, link: &str) -> Vec<(Scenario, Rc<Uitkomst>)> {
    let Inhoud::Vergelijking(all) = open_link(publicatie, link).inhoud else {
        panic!("{link} does not open whole")
    };
    let computed = all.scenarios.into_iter().map(|scenario| {
        let uitkomst = bereken(publicatie, &scenario);
        (scenario, Rc::new(uitkomst))
    });
    computed.collect()
}

fn keys(deelnemer: &str, link: &str) -> Comparison {
    let publicatie = standaard().unwrap();
    let view = View::new(&publicatie, publicatie.deelnemer(deelnemer).unwrap());
    compare_keys(view, &opened(&publicatie, link)[0].0)
}

/// In 2022 the effect of 2B alone is unknown, so under no key but one without a share the amount is known.
#[test]
fn under_keys_of_which_one_is_unknown_nothing_is_concluded() {
    let link =
        "1.gblt-2021~1.d~dronten.varianten~2b~hernieuwd.w~jaarlijks.p~baten_nieuw~4000000.099gai4";
    let it = keys("dronten", link);
    assert_eq!(it.title, "Wat de sleutel met uw bijdrage doet, is niet te zeggen");
    assert_eq!(it.warning, None);
}

/// The begroting of 2022 is the ophoging, which falls under every key; what the waterschappen pay for the rest is not.
#[test]
fn a_sign_that_turns_over_all_years_is_warned_for() {
    let link = "1.gblt-2021~1.d~vechtstromen.w~jaarlijks.vertraging~2.s~blok-waterschappen.s~ophoging~blok.blokken~gemeenten~0_9~waterschappen~0_1.08h5lbl";
    let it = keys("vechtstromen", link);
    let whole = it.table.head.iter().position(|name| name.starts_with("Na verrekening")).unwrap();
    let mut letters: Vec<&str> = Vec::new();
    for (_, cells) in &it.table.rows {
        letters.push(if cells[whole - 1].text.starts_with('+') { "N" } else { "V" });
    }
    assert!(letters.contains(&"N") && letters.contains(&"V"), "{letters:?}");
    assert_eq!(
        it.warning.as_deref(),
        Some(
            "Of u over alle jaren beter of slechter uit bent, hangt af van de sleutel. Vraag welke sleutel geldt."
        )
    );
}

/// 1.700.003 of reservering is 3 euro more than the ophoging takes off: of no deelnemer it makes a euro.
#[test]
fn less_than_a_euro_decides_nothing() {
    let it = keys("zwolle", "1.gblt-2021~1.d~zwolle.reservering~1700003.1120o9f");
    assert_eq!(it.title, "Onder elke sleutel: gelijk");
    assert_eq!(it.warning, None);
}

#[test]
fn scenarios_that_change_another_bijdrage_are_held_against_now() {
    let publicatie = standaard().unwrap();
    let link = "1.gblt-2021~1.n~_a-index-0.d~zwolle.en.n~_b-index-5.d~zwolle.index~0_05.en.n~_c-eigen-hoog.d~zwolle.reservering~500000.zonder~zwolle~j2022~2500000.1di9upc";
    let all = opened(&publicatie, link);
    let view = View::new(&publicatie, publicatie.deelnemer("zwolle").unwrap());
    let of = |places: &[usize]| {
        let named = places.iter().map(|at| {
            let (scenario, uitkomst) = &all[*at];
            NamedScenario { name: format!("{}.", at + 1), scenario, uitkomst }
        });
        plain(&compare_scenarios(view, &named.collect::<Vec<_>>()).title)
    };
    assert_eq!(of(&[0, 1, 2]), "Tegenover nu is in 2022 het gunstigst: “3.”");
    assert_eq!(of(&[0, 1]), "Tegenover nu doen de scenario’s in 2022 hetzelfde");
}

/// With an inzet for 2025 alone the minderbaten of that year are known, and those of the four before are not.
#[test]
fn what_is_unknown_in_any_year_is_named_beside_the_answer() {
    let publicatie = standaard().unwrap();
    let all = opened(&publicatie, "1.gblt-2021~1.d~zwolle.varianten~1.inzet~1~j2025~0.1leon2a");
    let facts = facts(&publicatie, &all[0].1);
    let last = facts.last().unwrap();
    assert_eq!(last.title, "Niet alles is bekend");
    assert!(
        last.text.contains("lagere invorderbaten door interne sociale incasso"),
        "{}",
        last.text
    );
}

#[test]
fn a_herleiding_names_an_unknown_effect_once() {
    let publicatie = standaard().unwrap();
    // A year later the begroting holds the effect of the year before, which is taken out again in the verrekening.
    let document = br#"{"versie":1,"uitgangspunt":"voorstel","financiering":{"vertraging":1}}"#;
    let controle = controleer(&publicatie, &parse(document).unwrap());
    let scenario = controle.scenario.unwrap();
    let uitkomst = bereken(&publicatie, &scenario);
    let zwolle = publicatie.deelnemer("zwolle").unwrap();
    let found =
        AmountRef::new("definitief", Jaar::new(2025).unwrap(), zwolle).find(&uitkomst).unwrap();
    let herleiding = found.term.herleiding(found.naam);
    let names = Names::new(&publicatie);
    let last = names.sentence(herleiding.stappen.last().unwrap());
    let (_, left_out) = last.split_once("Exclusief nog onbekend: ").unwrap();
    let mut seen: Vec<&str> = left_out.split("; ").collect();
    let count = seen.len();
    seen.dedup();
    assert_eq!((seen.len(), count), (2, 2), "{left_out}");
}

/// The kosteloze herinnering was decided apart: ongewijzigd beleid has it too, and it is no sociaal incasseren.
#[test]
fn what_stands_outside_the_variants_is_not_called_sociaal_incasseren() {
    let publicatie = standaard().unwrap();
    let zwolle = publicatie.deelnemer("zwolle").unwrap();
    for (varianten, part, title) in [
        ("[]", "Uw deel in “Kosteloze herinnering”", "“Kosteloze herinnering” kost samen € 50.000"),
        (
            r#"["2a"]"#,
            "Uw deel in sociaal incasseren en “Kosteloze herinnering”",
            "Sociaal incasseren en “Kosteloze herinnering” kosten samen € 1.038.000",
        ),
    ] {
        let document = format!(
            r#"{{"versie":1,"varianten":{varianten},"financiering":{{"wijze":"jaarlijks"}},
            "parameters":[{{"id":"herinnering_minderbaten","waarde":"50000.00"}}]}}"#
        );
        let scenario =
            controleer(&publicatie, &parse(document.as_bytes()).unwrap()).scenario.unwrap();
        let uitkomst = bereken(&publicatie, &scenario);
        let answer = answer(&publicatie, &scenario, &uitkomst, zwolle).unwrap();
        let names: Vec<&str> = answer.sum.iter().map(|part| &*part.name).collect();
        assert_eq!(names[1], part, "{names:?}");
        let variants = compare_variants(&publicatie, &uitkomst).unwrap();
        assert_eq!(plain(&variants.title), format!("{title} in 2025"));
    }
}

#[test]
fn ongewijzigd_beleid_has_the_kosteloze_herinnering_too() {
    let publicatie = standaard().unwrap();
    let document = br#"{"versie":1,"uitgangspunt":"niets","financiering":{"wijze":"jaarlijks"},
        "parameters":[{"id":"herinnering_minderbaten","waarde":"50000.00"}]}"#;
    let scenario = controleer(&publicatie, &parse(document).unwrap()).scenario.unwrap();
    let uitkomst = bereken(&publicatie, &scenario);
    let at = |id: &str| {
        let found = uitkomst.zoek(id, None, Jaar::new(2022).unwrap(), None).unwrap();
        found.term.euro().unwrap().to_string()
    };
    // −1.700.000 and 50.000; nothing of it is what sociaal incasseren costs.
    assert_eq!(at("definitief"), "-1650000.00");
    assert_eq!(at("definitief_tegenover_ongewijzigd"), "0.00");
}

/// A year later the begroting of 2022 holds the effect of 2021: a herinnering of 2022 alone is settled, and no part of it.
#[test]
fn what_is_settled_alone_is_not_called_a_part_of_the_begroting() {
    let publicatie = standaard().unwrap();
    let zwolle = publicatie.deelnemer("zwolle").unwrap();
    for (jaar, part) in [
        (2022, "Uw deel in sociaal incasseren"),
        (2021, "Uw deel in sociaal incasseren en “Kosteloze herinnering”"),
    ] {
        let document = format!(
            r#"{{"versie":1,"varianten":["2a"],"financiering":{{"wijze":"jaarlijks","vertraging":1}},
            "parameters":[{{"id":"herinnering_minderbaten","jaar":{jaar},"waarde":"50000.00"}}]}}"#
        );
        let scenario =
            controleer(&publicatie, &parse(document.as_bytes()).unwrap()).scenario.unwrap();
        let uitkomst = bereken(&publicatie, &scenario);
        let answer = answer(&publicatie, &scenario, &uitkomst, zwolle).unwrap();
        assert_eq!(answer.sum[1].name, part, "{jaar}");
    }
}
