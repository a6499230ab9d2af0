//! What must hold for every link, over random scenarios on random publicaties.

use bijdragewijzer::document::Tree;
use bijdragewijzer::publicatie::Publicatie;
use bijdragewijzer::scenario::{
    Inhoud, Input, Vergelijking, controleer_vergelijking, file, link, open_file, open_link,
};
use proptest::{prop_assert, prop_assert_eq};

use super::example::{accepted, codes, publicatie, whole};
use crate::support::dice::Dice;
use crate::support::json::{object, set, text};
use crate::support::law::{CASES, holds};
use crate::support::{publicaties, scenarios};

/// A vergelijking that the door lets through, and the publicatie it is for.
#[derive(Debug)]
struct Case {
    publicatie: Publicatie,
    document: Tree,
}

fn some_publicatie(dice: &mut Dice<'_>) -> Publicatie {
    if dice.chance(50) { publicatie() } else { publicaties::random(dice).1 }
}

/// One to four scenarios, each with a name in whatever script, or none.
fn some_vergelijking(
    dice: &mut Dice<'_>,
    publicatie: &Publicatie,
    scenario: fn(&mut Dice<'_>, &Publicatie) -> Tree,
) -> Tree {
    let mut list = Vec::new();
    for _ in 0..dice.between(1, 4) {
        let mut scenario = scenario(dice, publicatie);
        if dice.chance(60) {
            set(&mut scenario, "naam", text(name(dice)));
        }
        if dice.chance(10) {
            set(&mut scenario, "financiering", object(Vec::new()));
        }
        list.push(scenario);
    }
    let bovenaan = dice.between(1, i64::try_from(list.len()).unwrap());
    object(vec![
        ("versie", Tree::Whole(1)),
        ("scenarios", Tree::List(list)),
        ("bovenaan", Tree::Whole(bovenaan)),
    ])
}

/// A name of one to forty characters; the reader refuses control characters and a name of spaces alone.
fn name(dice: &mut Dice<'_>) -> String {
    let mut name = String::from("n");
    for _ in 0..dice.below(40) {
        let (low, high) = *dice.pick(&[
            (0x20, 0x7e),
            (0x20, 0x20),
            (0x61, 0x7a),
            (0x41, 0x5a),
            (0xa1, 0x24f),
            (0x300, 0x36f),
            (0x2000, 0x206f),
            (0x1_f300, 0x1_faff),
            (0x10_0000, 0x10_ffff),
        ]);
        let sign = u32::try_from(dice.between(low, high)).unwrap();
        name.extend(char::from_u32(sign).filter(|sign| !sign.is_control()));
    }
    name
}

fn case(dice: &mut Dice<'_>) -> Case {
    let publicatie = some_publicatie(dice);
    let document = some_vergelijking(dice, &publicatie, scenarios::accepted);
    Case { publicatie, document }
}

#[test]
fn a_link_gives_back_its_input() {
    holds("a_link_gives_back_its_input", CASES, case, |case| {
        let sent = accepted(&case.publicatie, &case.document);
        let link = sent.link(&case.publicatie);
        let opened = open_link(&case.publicatie, &link);
        let Inhoud::Vergelijking(received) = &opened.inhoud else {
            panic!("{link}: {:?}", opened.meldingen);
        };
        prop_assert_eq!(received.bovenaan, sent.bovenaan);
        prop_assert_eq!(received.scenarios.len(), sent.scenarios.len());
        for (received, sent) in received.scenarios.iter().zip(&sent.scenarios) {
            prop_assert_eq!(received.afwijkingen(), sent.afwijkingen());
            prop_assert_eq!(received.volledig(), sent.volledig());
        }
        prop_assert_eq!(received.document().to_json(), sent.document().to_json());
        prop_assert_eq!(received.link(&case.publicatie), link);
        Ok(())
    });
}

/// Opened from a file, sent as a link, opened elsewhere and saved there: the same file, field for field.
#[test]
fn a_file_sent_as_a_link_is_the_same_file() {
    holds("a_file_sent_as_a_link_is_the_same_file", CASES, case, |case| {
        let publicatie = &case.publicatie;
        let opened = open_file(publicatie, case.document.to_json().as_bytes());
        let sent = vergelijking(opened.inhoud).unwrap();
        let opened = open_link(publicatie, &sent.link(publicatie));
        let received = vergelijking(opened.inhoud).unwrap();
        prop_assert_eq!(saved(publicatie, &received), saved(publicatie, &sent));
        // And that file says what the first one did.
        let reread = open_file(publicatie, saved(publicatie, &received).as_bytes());
        let reread = vergelijking(reread.inhoud).unwrap();
        for (one, other) in reread.scenarios.iter().zip(&sent.scenarios) {
            prop_assert_eq!(
                one.volledig(),
                &Input { publicatie: Some(publicatie.id.clone()), ..other.volledig().clone() }
            );
        }
        Ok(())
    });
}

fn vergelijking(inhoud: Inhoud) -> Option<Vergelijking> {
    if let Inhoud::Vergelijking(all) = inhoud { Some(all) } else { None }
}

fn saved(publicatie: &Publicatie, all: &Vergelijking) -> String {
    let inputs: Vec<Input> = all.scenarios.iter().map(|it| it.afwijkingen().clone()).collect();
    file(publicatie, &inputs, all.bovenaan)
}

#[test]
fn a_link_has_only_signs_that_mail_leaves_alone() {
    holds("a_link_has_only_signs_that_mail_leaves_alone", CASES, case, |case| {
        let link = accepted(&case.publicatie, &case.document).link(&case.publicatie);
        let safe = |sign: char| {
            sign.is_ascii_lowercase() || sign.is_ascii_digit() || "-_.~".contains(sign)
        };
        prop_assert!(link.chars().all(safe), "{link}");
        prop_assert!(link.ends_with(|sign: char| sign.is_ascii_alphanumeric()), "{link}");
        for pair in ["..", "--", "~~", "__"] {
            prop_assert!(!link.contains(pair), "{pair} in {link}");
        }
        Ok(())
    });
}

/// Scenarios that do not fit together are refused as a file with the same words is.
#[test]
fn a_link_is_judged_as_a_file_is() {
    let make = |dice: &mut Dice<'_>| {
        let publicatie = some_publicatie(dice);
        let document = some_vergelijking(dice, &publicatie, scenarios::random);
        Case { publicatie, document }
    };
    holds("a_link_is_judged_as_a_file_is", CASES, make, |case| {
        let Err(file) = controleer_vergelijking(&case.publicatie, &case.document) else {
            return Ok(());
        };
        // What was read of the file, put in a link: the parts that do not fit have been left out.
        let link = link(&case.publicatie, &file.scenarios, 0);
        let opened = open_link(&case.publicatie, &link);
        let documents: Vec<Tree> = file.scenarios.iter().map(|input| input.document()).collect();
        let same = object(vec![("versie", Tree::Whole(1)), ("scenarios", Tree::List(documents))]);
        match controleer_vergelijking(&case.publicatie, &same) {
            Ok((vergelijking, meldingen)) => {
                prop_assert_eq!(whole(&opened), Some(vergelijking.document()));
                prop_assert_eq!(opened.meldingen, meldingen);
            }
            Err(again) => {
                prop_assert_eq!(codes(&opened.meldingen), codes(&again.meldingen));
                prop_assert!(!matches!(opened.inhoud, Inhoud::Vergelijking(_)));
            }
        }
        Ok(())
    });
}
