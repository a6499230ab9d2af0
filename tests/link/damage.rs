//! A damaged link never gives values as if they were the sender's.

use bijdragewijzer::document::Tree;
use bijdragewijzer::melding::{Code, Melding};
use bijdragewijzer::publicatie::{Publicatie, lees};
use bijdragewijzer::scenario::{Edit, Inhoud, Input, apply, link, open_link};
use bijdragewijzer::view::texts::melding_text;

use super::example::{codes, four, offered, publicatie, whole};

/// Opens the text and holds that it gives either what was sent or nothing that passes for it.
fn never_wrong(publicatie: &Publicatie, text: &str, sent: &Tree) {
    let opened = open_link(publicatie, text);
    match whole(&opened) {
        Some(document) => assert_eq!(document, *sent, "{text}"),
        None => assert!(!opened.meldingen.is_empty(), "{text}"),
    }
}

#[test]
fn one_changed_sign_is_found_at_every_place() {
    let publicatie = publicatie();
    let link = four(&publicatie).link(&publicatie);
    for (index, was) in link.char_indices() {
        for sign in "abehjklnsuxz0123579-_.~/ %".chars().filter(|sign| *sign != was) {
            let mut text: Vec<char> = link.chars().collect();
            text[index] = sign;
            let text: String = text.into_iter().collect();
            let opened = open_link(&publicatie, &format!("#/{text}"));
            assert_eq!(whole(&opened), None, "{text}");
            assert!(!opened.meldingen.is_empty());
        }
    }
}

#[test]
fn a_lost_a_doubled_and_a_swapped_sign_are_found_at_every_place() {
    let publicatie = publicatie();
    let sent = four(&publicatie);
    let (link, document) = (sent.link(&publicatie), sent.document());
    for index in 0..link.len() {
        let (before, after) = link.split_at(index);
        never_wrong(&publicatie, &format!("#/{before}{}", &after[1..]), &document);
        never_wrong(&publicatie, &format!("#/{before}{}{after}", &after[..1]), &document);
        if let Some(swapped) = after.get(1..2) {
            let text = format!("#/{before}{swapped}{}{}", &after[..1], &after[2..]);
            never_wrong(&publicatie, &text, &document);
        }
    }
}

#[test]
fn a_link_that_is_cut_says_so_at_every_place() {
    let publicatie = publicatie();
    let link = four(&publicatie).link(&publicatie);
    for end in 2..link.len() {
        let opened = open_link(&publicatie, &format!("https://host/#/{}", &link[..end]));
        let refused: Vec<_> = opened.meldingen.into_iter().filter(Melding::refuses).collect();
        assert_eq!(codes(&refused), ["F502"], "{}", &link[..end]);
        assert!(!matches!(opened.inhoud, Inhoud::Vergelijking(_)));
    }
}

/// What helps is another thing for a link of before than for one of later.
#[test]
fn a_link_of_another_version_says_whether_it_is_older_or_newer() {
    let publicatie = publicatie();
    for (version, remedy) in [
        ("0", "Die versie is te oud. Vraag de afzender om een nieuwe link of om het bestand."),
        ("2", "Open de link met een nieuwere Bijdragewijzer, of neem over wat hier bekend is."),
    ] {
        let text = format!("#/{version}.gblt-2021~1.d~zwolle");
        let opened = open_link(&publicatie, &text);
        let of_version = opened.meldingen.iter().find(|it| it.code == Code::LinkVersie).unwrap();
        let text = melding_text(of_version);
        assert_eq!(
            text,
            format!("De link heeft versie {version}; dit programma leest versie 1. {remedy}")
        );
    }
}

/// `reservering~50` may be the start of 500000.
#[test]
fn of_a_cut_link_the_last_part_is_left_out() {
    let publicatie = publicatie();
    let opened = open_link(&publicatie, "#/1.gblt-2021~1.u~alleen-1.d~zwolle.reservering~50");
    assert_eq!(codes(&opened.meldingen), ["F502"]);
    assert_eq!(opened.meldingen[0].gegevens, ["d~zwolle"]);
    let edits = [Edit::Uitgangspunt("alleen-1".into()), Edit::Deelnemer("zwolle".into())];
    assert_eq!(offered(&opened), [edits.into_iter().fold(Input::default(), apply)]);
}

#[test]
fn what_is_left_of_a_changed_link_is_an_offer() {
    let publicatie = publicatie();
    let link = four(&publicatie).link(&publicatie).replace("varianten~1~2b", "varianten~1~9");
    let opened = open_link(&publicatie, &link);
    assert_eq!(codes(&opened.meldingen), ["F116", "F503"]);
    assert_eq!(offered(&opened).len(), 4);
    assert_eq!(offered(&opened)[3].varianten, Some(Vec::new()));
    let Inhoud::Aanbod { bovenaan, .. } = opened.inhoud else { panic!("no offer") };
    assert_eq!(bovenaan, 2);
}

/// Of a link of which nothing is left, the proposal would remain: that is not what was sent.
#[test]
fn the_proposal_is_never_offered_in_place_of_what_was_lost() {
    let opened = open_link(&publicatie(), "#/keuzes/1.gblt-2021~1.reserv");
    assert!(matches!(opened.inhoud, Inhoud::Geen));
}

/// Puts a right check at the end: for links that no program of ours has written.
fn forged(text: &str) -> String {
    // The remainder of CRC-32, bit by bit from the definition.
    let mut rest = 0xFFFF_FFFF_u32;
    for byte in text.bytes() {
        for bit in 0..8 {
            let odd = (rest ^ (u32::from(byte) >> bit)) & 1;
            rest = (rest >> 1) ^ (0xEDB8_8320 * odd);
        }
    }
    let mut number = !rest;
    let mut check = String::new();
    for _ in 0..7 {
        check.insert(0, char::from_digit(number % 36, 36).unwrap());
        number /= 36;
    }
    format!("#/{text}.{check}")
}

#[test]
fn a_renamed_parameter_is_named_and_the_rest_is_offered() {
    let publicatie = publicatie();
    let link = forged("1.gblt-2021~1.d~zwolle.p~oude_naam~0_2.reservering~500000");
    let opened = open_link(&publicatie, &link);
    assert_eq!(codes(&opened.meldingen), ["F116"]);
    assert_eq!(opened.meldingen[0].pad, "$.scenarios[0].parameters[0].id");
    assert_eq!(offered(&opened)[0].financiering.reservering.unwrap().to_string(), "500000.00");
    assert_eq!(offered(&opened)[0].deelnemer.as_deref(), Some("zwolle"));
}

#[test]
fn a_part_of_later_is_named_and_the_rest_is_offered() {
    let publicatie = publicatie();
    for part in
        ["kleur~rood", "d~zwolle~dalfsen", "d~dronten", "p~betaald_aandeel~j2022", "blokken~a"]
    {
        let opened = open_link(&publicatie, &forged(&format!("1.gblt-2021~1.d~zwolle.{part}")));
        assert_eq!(codes(&opened.meldingen), ["F504"], "{part}");
        assert_eq!(opened.meldingen[0].gegevens, [part]);
        assert_eq!(offered(&opened)[0].deelnemer.as_deref(), Some("zwolle"));
    }
}

#[test]
fn a_later_version_says_so() {
    let opened = open_link(&publicatie(), &forged("2.gblt-2021~1.d~zwolle.kleur~rood"));
    assert_eq!(codes(&opened.meldingen), ["F504", "F505"]);
    assert_eq!(offered(&opened).len(), 1);
    assert_eq!(whole(&opened), None);
}

#[test]
fn another_publicatie_says_so() {
    let publicatie = publicatie();
    let opened = open_link(&publicatie, &forged("1.gblt-2022~1.publicatie.d~zwolle"));
    assert_eq!(codes(&opened.meldingen), ["F210", "F506"]);
    assert_eq!(opened.meldingen[0].gegevens, ["gblt-2021", "gblt-2022"]);
    assert_eq!(offered(&opened)[0].deelnemer.as_deref(), Some("zwolle"));
}

/// The choices are the sender's; what they cost may not be.
#[test]
fn another_uitgave_opens_with_a_warning() {
    let mut document =
        bijdragewijzer::document::parse(bijdragewijzer::publicatie::STANDAARD_JSON.as_bytes())
            .unwrap();
    crate::support::json::set(&mut document, "uitgave", "Tweede druk".into());
    let later = lees(&document).unwrap();
    let input = apply(Input::default(), Edit::Deelnemer("zwolle".into()));
    let opened = open_link(&publicatie(), &link(&later, &[input], 0));
    assert_eq!(codes(&opened.meldingen), ["W407"]);
    assert_eq!(opened.meldingen[0].gegevens, ["1", "Tweede druk"]);
    assert!(whole(&opened).is_some());
}
