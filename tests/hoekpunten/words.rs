//! The corner in words, and as a document.

use bijdragewijzer::export;
use bijdragewijzer::units::notation::NO_BREAK_SPACE;
use bijdragewijzer::view::{Names, hoek_lines};
use bijdragewijzer::vragen::{Banden, Hoekpunten, hoekpunten};

use super::given::Given;
use super::sentences::{MOST, longest};

fn lines(given: &Given, answer: &Hoekpunten) -> Vec<String> {
    let lines = hoek_lines(answer, Names::new(&given.publicatie)).into_iter();
    lines.map(|line| line.replace(NO_BREAK_SPACE, " ")).collect()
}

#[test]
fn a_sentence_says_how_far_and_with_which_values() {
    let given = Given::new("");
    let expected = [
        "Laagst − € 163.529, met: “Begrote invorderbaten voortaan” in 2022 op het hoogst (€ 6.200.000).",
        "Hoogst − € 50.750, met: “Begrote invorderbaten voortaan” in 2022 op het laagst (€ 5.200.000).",
    ];
    assert_eq!(lines(&given, &given.answer("begroot", 2022, Some("zwolle"))), expected);
}

/// Lowest: 5 × −2.200.000; 91.000 and 4 × 150.000 for variant 1 and the one-offs; 28 ÷ 9 times 360.333⅓ for 2A
/// with 5 % that pay and 70 % inbaar. Capaciteit stands lower in two values; uitbesteding stands at its lowest.
#[test]
fn years_of_one_value_are_said_together_and_values_that_stand_still_are_not_said() {
    let given = Given::new(r#""onzekerheid": {"aannamen": true}"#);
    let expected = [
        "Laagst − € 9.187.963, met: “Aandeel dat na bellen betaalt zonder dwangbevel” op het laagst (0,05); “Begrote invorderbaten voortaan” in 2021 tot en met 2025 op het hoogst (€ 6.200.000); “Deel van de kosten dat anders zou zijn ontvangen” op het laagst (0,7); nog 2 andere waarden.",
        "Exclusief nog onbekend: Lagere invorderbaten door interne sociale incasso; Lagere invorderbaten door vroegsignalering.",
    ];
    let said = lines(&given, &given.answer("cumulatief", 2025, None));
    assert_eq!([&said[0], &said[2]], [expected[0], expected[1]]);
}

/// Of every total in every year, for all together and for one, with and without the bands of aannamen.
#[test]
fn no_sentence_has_more_than_fifteen_words() {
    for aannamen in [false, true] {
        let given = Given::new(&format!(r#""onzekerheid": {{"aannamen": {aannamen}}}"#));
        for post in ["effect", "begroot", "verrekening", "definitief", "cumulatief"] {
            for (jaar, who) in (2021..=2025).flat_map(|jaar| [(jaar, None), (jaar, Some("zwolle"))])
            {
                for line in lines(&given, &given.answer(post, jaar, who)) {
                    let (count, sentence) = longest(&line);
                    assert!(count <= MOST, "{post} {jaar}: {count} words: {sentence}");
                }
            }
        }
    }
}

#[test]
fn a_bound_without_a_corner_is_called_one() {
    let given = Given::new("");
    let [begroot, _] = given.uitkomst.stabiliteit(None);
    let answer = hoekpunten(&begroot.spreiding, Banden::ZonderAannamen).unwrap();
    let said = lines(&given, &answer);
    assert_eq!(said[1], "Hoogstens € 1.458.000; het kan zijn dat het zo hoog niet komt.");
    assert!(said[0].starts_with("Niet lager dan "), "{}", said[0]);
}

#[test]
fn an_amount_without_bands_says_so() {
    let given = Given::new("");
    let answer = given.answer("reservering", 2022, None);
    assert_eq!(lines(&given, &answer), ["Dit bedrag hangt niet af van een waarde met een band."]);
}

#[test]
fn the_document_holds_amounts_corners_and_what_is_left_out() {
    let given = Given::new("");
    let answer = given.answer("begroot", 2022, None);
    let document = export::hoekpunten(Some(&answer), &given.publicatie).to_json();
    let start = r#"{"formaat":"bijdragewijzer/hoekpunten","versie":1,"laag":"-1450000.00","midden":"-950000.00","hoog":"-450000.00","exact":true,"hoek_laag":[{"parameter":"baten_nieuw","jaar":2022,"waarde":"6200000.00","kant":"hoog"}],"hoek_hoog":[{"parameter":"baten_nieuw","jaar":2022,"waarde":"5200000.00","kant":"laag"}],"exclusief":[],"tekst":["#;
    assert!(document.starts_with(start), "{document}");
    let unknown = export::hoekpunten(None, &given.publicatie).to_json();
    assert_eq!(unknown, r#"{"formaat":"bijdragewijzer/hoekpunten","versie":1,"onbekend":true}"#);
}
