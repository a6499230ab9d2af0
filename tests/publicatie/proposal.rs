//! The variants with their trechter and regels, the uitgangspunten and the open questions.

use bijdragewijzer::publicatie::standaard;
use bijdragewijzer::scenario::{Groep, Scenario};
use serde_json::Value;

use super::lines::{items, publicatie, same, word, words};

fn regel(regel: &Value) -> String {
    let factoren = items(regel, "factoren").iter().filter_map(Value::as_str);
    let factoren: String = factoren.map(|factor| format!("× {factor}")).collect();
    let bij = &regel["bij"];
    let bij = if bij.is_null() { String::new() } else { words(bij, &["keuze", "optie"]) };
    let line = words(regel, &["id", "soort", "bedrag", "stap", "basis", "moment"]);
    format!("{line} {factoren} {bij}")
}

#[test]
fn every_variant_has_the_regels_of_the_rekenmodel() {
    let p = publicatie();
    let of_varianten = items(&p, "varianten").iter().flat_map(|variant| {
        let id = word(variant, "id");
        items(variant, "regels").iter().map(move |it| format!("{id} {}", regel(it)))
    });
    let others = items(&p, "regels").iter().map(|it| format!("- {}", regel(it)));
    same(
        of_varianten.chain(others).collect::<Vec<_>>(),
        "
        1  capaciteit_inhuur_eerste  meerkosten capaciteit_inhuur_eerste_bedrag  inzet - eerste_jaar  capaciteit inhuur
        1  capaciteit_inhuur_vervolg meerkosten capaciteit_inhuur_vervolg_bedrag inzet - vervolgjaren capaciteit inhuur
        1  capaciteit_in_dienst      meerkosten capaciteit_in_dienst_bedrag      inzet - elk_jaar     capaciteit in_dienst
        1  telefoon                  meerkosten  telefoon_bedrag                 inzet - elk_jaar
        1  dpia                      meerkosten  dpia_bedrag                     -     - eenmalig
        1  minderbaten_1             minderbaten minderbaten_1_bedrag            inzet - elk_jaar
        2a uitbesteding              meerkosten  uitbesteding_bedrag             omvang uitbesteding_basis elk_jaar
        2a minder_dwangbevelen       minderbaten minder_dwangbevelen_bedrag aantal_minder_dwangbevelen minder_dwangbevelen_basis elk_jaar × inbaarheid
        2a minder_hernieuwde_bevelen minderbaten minder_hernieuwde_bevelen_bedrag aantal_minder_hernieuwde_bevelen minder_hernieuwde_bevelen_basis elk_jaar × inbaarheid
        2a besparing_hernieuwde_bevelen besparing besparing_hernieuwde_bevelen_bedrag aantal_minder_hernieuwde_bevelen besparing_hernieuwde_bevelen_basis elk_jaar
        2a besparing_beslag          besparing   besparing_beslag_bedrag aantal_minder_beslag besparing_beslag_basis elk_jaar
        2a beslagkosten              minderbaten beslagkosten_bedrag aantal_minder_beslag - elk_jaar × inbaarheid
        2b aansluiting               meerkosten  aansluiting_bedrag              -     - eenmalig
        2b minderbaten_2b            minderbaten minderbaten_2b_bedrag           -     - elk_jaar
        hernieuwd meerkosten_hernieuwd  meerkosten  meerkosten_hernieuwd_bedrag  inzet - elk_jaar
        hernieuwd minderbaten_hernieuwd minderbaten minderbaten_hernieuwd_bedrag inzet - elk_jaar
        grof minderbaten_grof        minderbaten minderbaten_grof_bedrag         inzet - elk_jaar
        grof meerkosten_grof         meerkosten  meerkosten_grof_bedrag          inzet - elk_jaar
        -  herinnering               minderbaten herinnering_minderbaten         -     - elk_jaar
        ",
    );
}

#[test]
fn the_trechter_of_2a_has_three_steps() {
    let p = publicatie();
    let steps = items(&p, "varianten").iter().flat_map(|variant| {
        let id = word(variant, "id");
        let steps = items(variant, "trechter").iter();
        steps.map(move |step| format!("{id} {}", words(step, &["id", "van", "aandeel"])))
    });
    same(
        steps.collect::<Vec<_>>(),
        "
        2a aantal_minder_dwangbevelen       omvang                           betaald_aandeel
        2a aantal_minder_hernieuwde_bevelen aantal_minder_dwangbevelen       hernieuwd_aandeel
        2a aantal_minder_beslag             aantal_minder_hernieuwde_bevelen beslag_aandeel
        ",
    );
}

#[test]
fn the_uitrol_is_an_aanname_except_for_the_pilot() {
    let p = publicatie();
    let found = items(&p, "varianten").iter().map(|variant| {
        let years = items(variant, "uitrol").iter();
        let years: Vec<String> =
            years.map(|year| words(year, &["jaar", "waarde", "status"])).collect();
        format!(
            "{} | {} | {}",
            words(variant, &["id", "drijver", "jaartotaal", "fte"]),
            years.join(", "),
            word(variant, "start")
        )
    });
    // A value that names no status is an aanname; so is a start.
    same(
        found.collect::<Vec<_>>(),
        "
        1         inzet  - fte_interne_incasso   | 2021 0.5 -, 2022 1 -, 2023 1 -, 2024 1 -, 2025 1 - | -
        2a        omvang dwangbevelen_per_jaar - | 2021 10000 bron, 2022 30000 -, 2023 60000 -, 2024 90000 -, 2025 90000 - | -
        2b        start  - -                     | | 2021
        hernieuwd inzet  - -                     | 2021 1 -, 2022 1 -, 2023 1 -, 2024 1 -, 2025 1 - | -
        grof      inzet  - -                     | 2021 0.25 -, 2022 0.5 -, 2023 0.75 -, 2024 1 -, 2025 1 - | -
        ",
    );
}

#[test]
fn the_grove_raming_counts_the_same_as_the_variants() {
    let p = publicatie();
    let found =
        items(&p, "varianten").iter().map(|it| format!("{} {}", word(it, "id"), it["dubbel_met"]));
    same(
        found.collect::<Vec<_>>(),
        "
        1         [\"grof\"]
        2a        [\"grof\"]
        2b        [\"grof\"]
        hernieuwd null
        grof      null
        ",
    );
}

#[test]
fn the_one_choice_is_how_the_capaciteit_is_hired() {
    let p = publicatie();
    let found = items(&p, "keuzes").iter().map(|keuze| {
        let opties = items(keuze, "opties").iter().map(|optie| word(optie, "id"));
        format!("{} {}", word(keuze, "id"), opties.collect::<Vec<_>>().join(" "))
    });
    same(found.collect::<Vec<_>>(), "capaciteit inhuur in_dienst");
}

#[test]
fn what_lies_outside_the_exploitation_is_a_share_of_the_dossiers() {
    let p = publicatie();
    let fields = ["id", "aantal", "aandeel", "bedrag"];
    let found = items(&p, "buiten_exploitatie").iter().map(|it| words(it, &fields));
    same(
        found.collect::<Vec<_>>(),
        "
        kwijtschelding dossiers kwijtschelding_aandeel gemiddelde_vordering
        oninbaar       dossiers oninbaar_aandeel       gemiddelde_vordering
        overig         dossiers overig_aandeel         gemiddelde_vordering
        ",
    );
}

/// An uitgangspunt with all that it takes over from the first.
fn complete(id: &str) -> String {
    let publicatie = standaard().unwrap();
    let scenario = Scenario::of_uitgangspunt(&publicatie, id).unwrap();
    let all = scenario.volledig();
    let varianten: Vec<String> = all.varianten.iter().flatten().map(ToString::to_string).collect();
    let keuzes: Vec<&str> = all.keuzes.iter().map(|(_, optie)| &**optie).collect();
    let keys: Vec<&str> =
        Groep::ALL.iter().map(|groep| &**scenario.sleutel(*groep).unwrap()).collect();
    assert!(keys.iter().all(|key| *key == keys[0]), "{id}: {keys:?}");
    assert!(all.index.is_none_or(|index| index.is_zero()), "{id}");
    assert!(all.parameters.is_empty() && all.bijdragen.is_empty(), "{id}");
    assert!(all.onbekend.is_empty() && all.rekenprotocol.is_none(), "{id}");
    format!(
        "{id} [{}] {} {} {} {} {} {}",
        varianten.join(" "),
        keuzes.join(" "),
        scenario.wijze().word(),
        scenario.reservering(),
        scenario.vertraging(),
        scenario.incidenteel(),
        keys[0]
    )
}

#[test]
fn the_uitgangspunten_are_the_nine_of_the_rekenmodel() {
    let p = publicatie();
    let found = items(&p, "uitgangspunten").iter().map(|it| complete(&word(it, "id")));
    same(
        found.collect::<Vec<_>>(),
        "
        voorstel     [1 2a 2b] inhuur structureel 750000.00 0 2250000.00 evenredig-2019
        voorstel-050 [1 2a 2b] inhuur structureel 500000.00 0 2250000.00 evenredig-2019
        alleen-1     [1]       inhuur structureel 750000.00 0 2250000.00 evenredig-2019
        alleen-2a    [2a]      inhuur structureel 750000.00 0 2250000.00 evenredig-2019
        alleen-2b    [2b]      inhuur structureel 750000.00 0 2250000.00 evenredig-2019
        proef        [2a]      inhuur structureel 750000.00 0 2250000.00 evenredig-2019
        volledig     [1 2a 2b] inhuur structureel 750000.00 0 2250000.00 evenredig-2019
        grof         [grof]    inhuur structureel 750000.00 0 2250000.00 evenredig-2019
        niets        []        inhuur structureel 0.00      0 2250000.00 evenredig-2019
        ",
    );
}

#[test]
fn the_pilot_and_the_full_scope_have_an_uitrol_of_their_own() {
    let p = publicatie();
    let found = items(&p, "uitgangspunten").iter().flat_map(|uitgangspunt| {
        let id = word(uitgangspunt, "id");
        items(&uitgangspunt["scenario"], "uitrol").iter().map(move |own| {
            let years = items(own, "inzet").iter().chain(items(own, "omvang"));
            let values: Vec<String> = years.map(|year| words(year, &["jaar", "waarde"])).collect();
            format!("{id} {} {}", word(own, "variant"), values.join(" "))
        })
    });
    same(
        found.collect::<Vec<_>>(),
        "
        proef    2a 2021 10000 2022 0 2023 0 2024 0 2025 0
        volledig 1  2021 1 2022 1 2023 1 2024 1 2025 1
        volledig 2a 2021 90000 2022 90000 2023 90000 2024 90000 2025 90000
        ",
    );
}

/// What each of the eight open questions is about, in their order.
const QUESTIONS: [[&str; 2]; 8] = [
    ["verdeelsleutel", "reservering"],
    ["2018 en 2019", "waterschappen"],
    ["reservering", "grondslag"],
    ["775.000", "50.000"],
    ["economische effecten", "rekenprotocol"],
    ["2B", "oninbaar"],
    ["tekort", "overschot"],
    ["gemeente", "zevende"],
];

#[test]
fn the_eight_open_questions_to_gblt_are_there_with_why_they_matter() {
    let p = publicatie();
    let vragen = items(&p, "vragen");
    assert_eq!(vragen.len(), QUESTIONS.len());
    for (vraag, about) in vragen.iter().zip(QUESTIONS) {
        let text = word(vraag, "vraag");
        assert!(about.iter().all(|part| text.contains(part)), "{text}: {about:?}");
        assert!(vraag["waarom"].is_string(), "{text}");
    }
}
