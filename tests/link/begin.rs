//! An address written by hand for a frame says where the page begins, and no more than that.

use bijdragewijzer::scenario::{Edit, Inhoud, Input, Opened, apply, open_link};

use super::example::{codes, offered, publicatie};

fn open(address: &str) -> Opened {
    open_link(&publicatie(), address)
}

/// The scenarios that were taken over whole.
fn taken(opened: &Opened) -> Vec<Input> {
    match &opened.inhoud {
        Inhoud::Vergelijking(all) => {
            all.scenarios.iter().map(|scenario| scenario.afwijkingen().clone()).collect()
        }
        _ => Vec::new(),
    }
}

#[test]
fn an_address_may_name_an_organisation_and_an_uitgangspunt() {
    let opened = open("#/keuzes?deelnemer=zwolle&uitgangspunt=alleen-1&thema=donker");
    assert_eq!(opened.section, "keuzes");
    assert_eq!(codes(&opened.meldingen), [""; 0]);
    let edits = [Edit::Uitgangspunt("alleen-1".into()), Edit::Deelnemer("zwolle".into())];
    assert_eq!(taken(&opened), [edits.into_iter().fold(Input::default(), apply)]);
    assert_eq!(open("https://host/map/index.html#?deelnemer=zwolle").section, "");
    let mailed = open("#/keuzes%3Fdeelnemer%3Dzwolle&amp;uitgangspunt=alleen-1");
    assert_eq!(mailed.section, "keuzes");
    assert_eq!(taken(&mailed), taken(&opened));
}

#[test]
fn the_look_alone_leaves_the_scenario_as_it_is() {
    let opened = open("#/vergelijken?thema=licht");
    assert_eq!(opened.section, "vergelijken");
    assert_eq!(codes(&opened.meldingen), ["F501"]);
    assert!(matches!(opened.inhoud, Inhoud::Geen));
}

#[test]
fn what_does_not_exist_is_named_and_nothing_is_taken_over() {
    let opened = open("#/uw-bijdrage?deelnemer=zwolle&reservering=0");
    assert_eq!(codes(&opened.meldingen), ["F504"]);
    assert_eq!(opened.meldingen[0].gegevens, ["reservering=0"]);
    assert_eq!(offered(&opened).len(), 1);
    let unknown = open("#/uw-bijdrage?deelnemer=heerenveen");
    assert!(!unknown.meldingen.is_empty() && matches!(unknown.inhoud, Inhoud::Geen));
    let twice = open("#/uw-bijdrage?deelnemer=zwolle&deelnemer=dalfsen");
    assert!(!twice.meldingen.is_empty() && !matches!(twice.inhoud, Inhoud::Vergelijking(_)));
}

/// Trackers of mail and social media add a question mark of their own behind a link.
#[test]
fn a_link_with_something_behind_it_is_still_a_link() {
    let opened = open("#/uw-bijdrage/1.gblt-2021~1.d~zwolle.0qpfads?utm_source=nieuwsbrief");
    assert_eq!(codes(&opened.meldingen), [""; 0]);
    assert_eq!(taken(&opened), [apply(Input::default(), Edit::Deelnemer("zwolle".into()))]);
}
