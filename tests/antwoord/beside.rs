//! What stands beside the answer: on what it rests, what one should know, and what another key does.

use bijdragewijzer::document::parse;
use bijdragewijzer::model::bereken;
use bijdragewijzer::publicatie::standaard;
use bijdragewijzer::scenario::controleer;
use bijdragewijzer::view::{answer, basis, deviations, facts};

/// Zwolle in the proposal, changed by these parts of a scenario document: its basis, its facts, its key warning and
/// the name of its first amount.
struct Beside {
    basis: Vec<(String, String)>,
    facts: Vec<(String, String)>,
    warning: String,
    first: String,
    after: Option<String>,
    notes: Vec<String>,
}

fn beside(changes: &str) -> Beside {
    beside_of(&format!(r#","uitgangspunt":"voorstel"{changes}"#))
}

fn beside_of(fields: &str) -> Beside {
    let source = standaard().unwrap();
    let document = format!(r#"{{"versie":1,"deelnemer":"zwolle"{fields}}}"#);
    let controle = controleer(&source, &parse(document.as_bytes()).unwrap());
    let scenario = controle.scenario.unwrap_or_else(|| panic!("{:?}", controle.meldingen));
    let uitkomst = bereken(&source, &scenario);
    let zwolle = source.deelnemer("zwolle").unwrap();
    let answer = answer(&source, &scenario, &uitkomst, zwolle).unwrap();
    let plain = |text: &str| text.replace('\u{a0}', " ");
    let own = deviations(&source, scenario.afwijkingen());
    let basis = basis(&source, &scenario, &uitkomst, &own);
    let facts = facts(&source, &uitkomst);
    Beside {
        basis: basis.iter().map(|it| (it.name.clone(), plain(&it.value))).collect(),
        facts: facts.iter().map(|it| (plain(&it.title), plain(&it.text))).collect(),
        warning: answer.warning.map(|it| plain(&format!("{} {}", it.title, it.text))).unwrap(),
        first: answer.sum[0].name.clone(),
        after: answer.after.as_deref().map(plain),
        notes: answer.notes.iter().map(|note| plain(note)).collect(),
    }
}

impl Beside {
    fn rests_on(&self, name: &str) -> Option<&str> {
        self.basis.iter().find(|(known, _)| known == name).map(|(_, value)| &**value)
    }
}

#[test]
fn a_proposal_rests_on_one_key_and_deviates_nowhere() {
    let it = beside("");
    assert_eq!(it.rests_on("Verdeelsleutel"), Some("Evenredig met de bijdrage 2019"));
    assert_eq!(it.rests_on("Afwijkend van het uitgangspunt"), None);
    assert_eq!(it.rests_on("Vertraging in de begroting"), None);
}

#[test]
fn groups_with_a_key_of_their_own_are_named_with_it() {
    let it = beside(r#","sleutel":{"ophoging":"blok-waterschappen"}"#);
    assert_eq!(it.rests_on("Verdeelsleutel"), None);
    assert_eq!(it.rests_on("Sleutel voor hogere raming"), Some("Alleen de waterschappen"));
    let others = ["reservering", "meerkosten en besparingen", "minderbaten"];
    for group in others.map(|group| format!("Sleutel voor {group}")) {
        assert_eq!(it.rests_on(&group), Some("Evenredig met de bijdrage 2019"), "{group}");
    }
}

#[test]
fn all_that_deviates_is_named() {
    let it = beside(
        r#","financiering":{"vertraging":1},"parameters":[{"id":"dpia_bedrag","waarde":"9000.00"}],"index":"0.02""#,
    );
    assert_eq!(it.rests_on("Vertraging in de begroting"), Some("1 begrotingsjaar"));
    let named = it.rests_on("Afwijkend van het uitgangspunt").unwrap();
    assert!(named.contains("vertraging"), "{named}");
    assert_eq!(named.matches(", ").count(), 2, "three things: {named}");
}

#[test]
fn the_years_of_an_uitrol_stand_in_their_order_and_none_is_left_out() {
    let it = beside(
        r#","uitrol":[{"variant":"2a","omvang":[{"jaar":2024,"waarde":"90000"},{"jaar":2022,"waarde":"20000"},
            {"jaar":2023,"waarde":"20000"},{"jaar":2025,"waarde":"80000"}]}]"#,
    );
    let uitrol = "10.000 in 2021, 20.000 van 2022 tot en met 2023, 90.000 in 2024, 80.000 in 2025";
    assert_eq!(it.rests_on("2A Voorbellen"), Some(uitrol), "{:?}", it.basis);
}

/// In 2023, the last year with a reservering, the effect is 811.166,67; see `examples/`.
#[test]
fn a_reservering_is_held_against_the_effect_of_a_year_that_has_one() {
    let short =
        |it: &Beside| it.facts.iter().find(|(title, _)| title.ends_with("is niet genoeg")).cloned();
    let (title, text) = short(&beside("")).unwrap();
    assert_eq!(title, "€ 750.000 is niet genoeg");
    assert!(text.starts_with("In 2023 is het effect € 811.167: meer dan"), "{text}");
    let nothing = beside(r#","financiering":{"reservering":"0.00"}"#);
    assert_eq!(short(&nothing), None, "nothing was reserved");
}

impl Beside {
    /// What is said of the reservering.
    fn reservering(&self) -> Option<(&str, &str)> {
        let found = self.facts.iter().find(|(title, _)| title.contains('€'));
        found.map(|(title, text)| (&**title, &**text))
    }
}

/// In 2021 90.000 calls cost 988.000 and the approach of group 1, with its first year, 174.500: together with 10.000 for
/// the aansluiting 1.172.500. In 2022 there are the telephone number and the later years of the approach.
#[test]
fn of_the_years_with_too_little_the_worst_is_named() {
    let changes = r#","uitgangspunt":"volledig","uitrol":[{"variant":"2a","omvang":[{"jaar":2023,"waarde":"0"}]}]"#;
    let it = beside_of(changes);
    let (title, text) = it.reservering().unwrap();
    assert_eq!(title, "€ 750.000 is niet genoeg");
    assert!(text.starts_with("In 2021 is het effect € 1.172.500: meer dan"), "{text}");
}

/// 2A alone, 30.000 calls in 2022 and none in 2023: a third of 988.000 at most, and nothing unknown.
#[test]
fn enough_in_every_year_is_said_where_nothing_is_left_out() {
    let uitrol = r#""uitrol":[{"variant":"2a","omvang":[{"jaar":2023,"waarde":"0"}]}]"#;
    let it = beside(&format!(r#","varianten":["2a"],{uitrol}"#));
    assert_eq!(
        it.reservering(),
        Some((
            "€ 750.000 is toereikend",
            "Het hoogste effect is € 329.333, in 2022: niet meer dan de reservering van € 750.000."
        ))
    );
    // The lower fees of vroegsignalering are unknown, and could be the rest of it.
    let it = beside(&format!(r#","varianten":["2a","2b"],{uitrol}"#));
    assert_eq!(
        it.reservering(),
        Some((
            "Of € 750.000 genoeg is, is niet te zeggen",
            "Het hoogste bekende effect is € 329.333, in 2022. Onbekende effecten tellen hierin niet mee."
        ))
    );
    let it = beside(
        r#","varianten":["hernieuwd"],"uitrol":[{"variant":"hernieuwd","inzet":[{"jaar":2021,"waarde":"1"}]}]"#,
    );
    assert_eq!(
        it.reservering(),
        Some((
            "Of € 750.000 genoeg is, is niet te zeggen",
            "Van geen jaar met een reservering is het effect bekend."
        ))
    );
}

/// Of 2.250.000 Zwolle forgoes 2.088.582 ÷ 18.519.327: 253.752,30.
#[test]
fn what_is_kept_once_is_said_with_the_answer() {
    let said = "U krijgt eenmalig € 253.752 van het resultaat van 2020 niet uitgekeerd. Dat bedrag telt in de jaren niet mee.";
    let it = beside(r#","financiering":{"wijze":"incidenteel"}"#);
    assert!(it.notes.iter().any(|note| note == said), "{:?}", it.notes);
    assert!(beside("").notes.iter().all(|note| !note.contains("eenmalig")));
    let none = beside(
        r#","financiering":{"wijze":"incidenteel"},"sleutel":{"alle":"blok-waterschappen"}"#,
    );
    assert!(none.notes.iter().all(|note| !note.contains("eenmalig")), "{:?}", none.notes);
    // 2022 and 2023 differ by a cent, which nobody reads.
    let after = it.after.unwrap();
    assert!(after.starts_with("Dat blijft zo tot en met 2023"), "{after}");
}

/// With one part in eight Zwolle carries 118.750 of the 950.000; under the key of the waterschappen alone it carries
/// nothing, which is further from it than the 2.174,80 under the key of the verrekening of 2019.
#[test]
fn an_own_key_is_held_against_the_key_that_differs_most() {
    let own = r#","sleutel":{"alle":"eigen","gewichten":[{"deelnemer":"zwolle","waarde":"1"},{"deelnemer":"dalfsen","waarde":"7"}]}"#;
    let it = beside(own);
    assert!(it.warning.contains("“Alleen de waterschappen”"), "{}", it.warning);
    assert!(
        it.warning.contains("blijft uw bijdrage gelijk; nu daalt zij met € 118.750"),
        "{}",
        it.warning
    );
}

#[test]
fn who_has_no_share_still_reads_that_the_raming_is_higher() {
    let it = beside(r#","sleutel":{"alle":"blok-waterschappen"}"#);
    assert_eq!(it.first, "Hogere raming van de baten");
    let lower = beside(r#","parameters":[{"id":"baten_nieuw","waarde":"3000000.00"}]"#);
    assert_eq!(lower.first, "Lagere raming van de baten");
}
