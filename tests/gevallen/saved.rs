//! A file that the program saved itself, as it comes back: whole, or damaged by what people do to files.

use bijdragewijzer::publicatie::{Publicatie, standaard};
use bijdragewijzer::scenario::{
    Edit, Inhoud, Input, OpenedFile, apply, file, file_name, link, open_file, open_link, too_large,
};
use bijdragewijzer::units::Euro;
use bijdragewijzer::view::texts::{melding_text, melding_title};

use super::files::{HARMLESS, REFUSED, bytes};

fn publicatie() -> Publicatie {
    standaard().unwrap()
}

/// Zwolle under half a million with a reach of its own, beside the proposal.
fn scenarios() -> Vec<Input> {
    let euros = |euros: i128| Some(Euro::from_cents(euros * 100));
    let edits = [
        Edit::Deelnemer("zwolle".into()),
        Edit::Uitgangspunt("voorstel-050".into()),
        Edit::Reservering(euros(600_000)),
        Edit::Parameter("betaald_aandeel".into(), None, None),
        Edit::Naam(Some("Súdwest".to_owned())),
    ];
    let own = edits.into_iter().fold(Input::default(), apply);
    vec![apply(Input::default(), Edit::Deelnemer("zwolle".into())), own]
}

fn saved() -> String {
    file(&publicatie(), &scenarios(), 1)
}

/// The scenarios of a file that is whole, as a link: what the page shows afterwards.
fn whole(opened: &OpenedFile) -> Option<String> {
    let Inhoud::Vergelijking(all) = &opened.inhoud else { return None };
    Some(all.link(&publicatie()))
}

fn codes(opened: &OpenedFile) -> Vec<&'static str> {
    opened.meldingen.iter().map(|it| it.code.text()).collect()
}

fn open(text: &str) -> OpenedFile {
    open_file(&publicatie(), text.as_bytes())
}

/// What was saved, with the publicatie that every scenario of a file names.
fn expected() -> String {
    let publicatie = publicatie();
    let named = scenarios()
        .into_iter()
        .map(|input| Input { publicatie: Some(publicatie.id.clone()), ..input });
    link(&publicatie, &named.collect::<Vec<_>>(), 1)
}

/// The choices are the same, what they cost may not be: said as it is of a link, in the same words.
#[test]
fn a_file_made_with_another_uitgave_opens_with_the_warning_of_a_link() {
    let text = saved();
    assert!(text.contains("\n  \"uitgave\": \"1\",\n"), "{text}");
    let opened = open(&text.replace("\"uitgave\": \"1\"", "\"uitgave\": \"Tweede druk\""));
    assert_eq!(codes(&opened), ["W407"]);
    assert_eq!(opened.meldingen[0].pad, "$.uitgave");
    assert_eq!(whole(&opened), Some(expected()));
    let later = Publicatie { uitgave: "Tweede druk".to_owned(), ..publicatie() };
    let sent = open_link(&publicatie(), &link(&later, &scenarios(), 1));
    assert_eq!(melding_text(&opened.meldingen[0]), melding_text(&sent.meldingen[0]));
}

#[test]
fn a_file_of_before_names_no_uitgave_and_opens_without_a_word() {
    let opened = open(&saved().replace("  \"uitgave\": \"1\",\n", ""));
    assert_eq!(codes(&opened), <[&str; 0]>::default());
    assert_eq!(whole(&opened), Some(expected()));
}

#[test]
fn an_uitgave_that_is_none_is_refused_and_the_rest_offered() {
    for (wrong, code) in [("2", "F104"), ("\"\"", "F118"), ("\"a\\nb\"", "F118"), ("null", "F104")]
    {
        let opened = open(&saved().replace("\"uitgave\": \"1\"", &format!("\"uitgave\": {wrong}")));
        assert_eq!(codes(&opened), [code], "{wrong}");
        assert!(matches!(&opened.inhoud, Inhoud::Aanbod { scenarios, .. } if scenarios.len() == 2));
    }
}

/// Of another publicatie there is nothing to say about the uitgave.
#[test]
fn a_file_for_another_publicatie_says_that_alone() {
    let text = saved()
        .replace("gblt-2021", "gblt-2024")
        .replace("\"uitgave\": \"1\"", "\"uitgave\": \"7\"");
    assert_eq!(codes(&open(&text)), ["F210", "F210"]);
}

#[test]
fn a_file_is_text_that_people_can_read_and_gives_back_what_was_saved() {
    let text = saved();
    assert!(
        text.starts_with("{\n  \"formaat\": \"bijdragewijzer/vergelijking\",\n  \"versie\": 1,\n")
    );
    assert!(text.contains("\n        \"reservering\": \"600000.00\"\n"), "{text}");
    assert!(text.ends_with("}\n"));
    let opened = open(&text);
    assert_eq!(whole(&opened), Some(expected()));
    assert!(opened.meldingen.is_empty(), "{:?}", opened.meldingen);
}

#[test]
fn its_name_says_whose_it_is() {
    assert_eq!(file_name(&scenarios(), 1), "bijdragewijzer-zwolle.json");
    assert_eq!(file_name(&[Input::default()], 0), "bijdragewijzer.json");
}

#[test]
fn what_editors_and_mail_do_to_a_file_does_no_harm() {
    let text = saved();
    let variants = [
        format!("\u{feff}{text}"),
        text.replace('\n', "\r\n"),
        format!("\n\n  {text}\n\n"),
        text.replace("  ", "\t"),
    ];
    for variant in variants {
        assert_eq!(whole(&open(&variant)), Some(expected()), "{variant:?}");
    }
}

#[test]
fn what_is_no_json_any_more_is_refused_with_its_place() {
    let text = saved();
    let end = text.trim_end();
    let variants = [
        text[..text.len() / 2].to_owned(),
        end[..end.len() - 1].to_owned(),
        format!("{},}}", &end[..end.len() - 1]),
        format!("{text}{{}}"),
        text.replace('"', "\u{201d}"),
        text.replace('"', "'"),
        format!("{text}\n{text}"),
        format!("{}\0{}", &text[..20], &text[20..]),
    ];
    for variant in variants {
        let opened = open(&variant);
        assert_eq!(codes(&opened), ["F101"], "{variant:?}");
        assert!(matches!(opened.inhoud, Inhoud::Geen), "{variant:?}");
        let said = melding_text(&opened.meldingen[0]);
        assert!(said.contains("regel ") && said.contains("teken "), "{said}");
    }
    let mut broken = text.as_bytes().to_vec();
    broken.splice(20..20, [0xc3, 0x28]);
    assert_eq!(codes(&open_file(&publicatie(), &broken)), ["F100"]);
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked: Vec<u8> = [0xff, 0xfe].into_iter().chain(wide).collect();
    assert_eq!(codes(&open_file(&publicatie(), &marked)), ["F100"]);
}

#[test]
fn an_amount_as_a_number_is_named_and_the_rest_is_offered() {
    let opened = open(&saved().replace("\"600000.00\"", "600000.00"));
    assert_eq!(codes(&opened), ["F104"]);
    assert_eq!(opened.meldingen[0].pad, "$.scenarios[1].financiering.reservering");
    let Inhoud::Aanbod { scenarios: offered, bovenaan } = opened.inhoud else {
        panic!("{opened:?}")
    };
    assert_eq!((offered.len(), bovenaan), (2, 1));
    assert_eq!(offered[1].financiering.reservering, None);
    assert_eq!(offered[1].uitgangspunt, scenarios()[1].uitgangspunt);
    assert_eq!(offered[1].naam.as_deref(), Some("Súdwest"));
}

#[test]
fn every_fault_is_said_at_once_and_the_rest_is_kept() {
    let text = saved()
        .replace("\"600000.00\"", "\"zes ton\"")
        .replace("\"bovenaan\": 2", "\"bovenaan\": 3")
        .replace("\"naam\"", "\"titel\"");
    let opened = open(&text);
    assert_eq!(codes(&opened), ["F105", "F110", "F112"]);
    assert!(matches!(opened.inhoud, Inhoud::Aanbod { .. }));
}

#[test]
fn a_parameter_with_a_name_of_before_is_named_and_left_out() {
    let text = r#"{"versie": 1, "deelnemer": "zwolle", "parameters": [
        {"id": "oude_naam", "waarde": "0.3"}, {"id": "betaald_aandeel", "waarde": "0.2"}]}"#;
    let opened = open(text);
    assert_eq!(codes(&opened), ["F116"]);
    assert_eq!(opened.meldingen[0].pad, "$.parameters[0].id");
    assert!(melding_text(&opened.meldingen[0]).contains("“oude_naam”"));
    let Inhoud::Aanbod { scenarios, .. } = opened.inhoud else { panic!("{opened:?}") };
    let kept: Vec<&str> = scenarios[0].parameters.iter().map(|own| &*own.id).collect();
    assert_eq!(kept, ["betaald_aandeel"]);
}

#[test]
fn a_later_version_says_so_and_an_older_one_too() {
    let later = open(&saved().replacen("\"versie\": 1", "\"versie\": 2", 1));
    assert_eq!(codes(&later), ["F109"]);
    assert_eq!(melding_title(later.meldingen[0].code), "Gemaakt met een nieuwere versie");
    assert!(whole(&later).is_none());
    let older = open(&saved().replacen("\"versie\": 1", "\"versie\": 0", 1));
    assert_eq!(codes(&older), ["F113"]);
    assert!(whole(&older).is_none());
}

#[test]
fn a_file_for_another_publicatie_is_refused() {
    let opened = open(&saved().replace("\"gblt-2021\"", "\"gblt-2030\""));
    assert_eq!(codes(&opened), ["F210", "F210"]);
    assert!(whole(&opened).is_none());
}

#[test]
fn a_scenario_by_itself_opens_as_one_of_one() {
    for name in HARMLESS {
        let opened = open_file(&publicatie(), &bytes(name));
        let Inhoud::Vergelijking(all) = opened.inhoud else { panic!("{name}: {opened:?}") };
        assert_eq!((all.scenarios.len(), all.bovenaan), (1, 0), "{name}");
    }
}

#[test]
fn a_file_that_is_no_scenario_never_opens_and_its_paths_are_its_own() {
    for (name, expected, _) in REFUSED {
        let opened = open_file(&publicatie(), &bytes(name));
        assert!(whole(&opened).is_none(), "{name}");
        let found: Vec<(&str, &str)> =
            opened.meldingen.iter().map(|it| (it.code.text(), it.pad.as_str())).collect();
        // Of another kind of document only its kind is said.
        let kind: Vec<_> = expected.iter().filter(|(code, _)| *code == "F108").copied().collect();
        let expected = if kind.is_empty() { expected.to_vec() } else { kind };
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn a_file_of_more_than_a_megabyte_is_not_read_at_all() {
    assert!(too_large(1_000_000).is_none());
    assert_eq!(too_large(1_000_001).map(|it| it.code.text()), Some("F102"));
}
