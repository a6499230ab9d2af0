//! Cases worked out by hand, in the order of the rekenmodel.

use bijdragewijzer::document::parse;
use bijdragewijzer::formula::Deel;
use bijdragewijzer::publicatie::{STANDAARD_JSON, lees};
use bijdragewijzer::vragen::{Banden, hoekpunten, hoekpunten_per_jaar, kolommen};

use super::given::{Given, corner, fraction, jaar, quotient, shown};

/// "Het saldo blijft in alle jaren positief" is 1,7 − 0,75: middle +0,95 mln; lowest 5,2 − 4,0 − 0,75 = +0,45.
#[test]
fn in_the_transition_the_saldo_stays_above_nothing() {
    let answer = Given::new("").answer("begroot", 2022, None);
    assert_eq!(shown(&answer), ["-1450000.00", "-950000.00", "-450000.00"]);
    assert_eq!(corner(&answer.hoog), ["baten_nieuw 2022 laag"]);
    assert_eq!(corner(&answer.laag), ["baten_nieuw 2022 hoog"]);
    assert!(answer.exact() && answer.exclusief.is_empty());
    assert_eq!(fraction(answer.hoog.onafgerond), quotient(-450_000, 1));
}

/// After it, with the grove raming: 5,2 − 4,0 − 1,0 − 0,3 = −0,10 mln. Its meerkosten go down to 0,1 mln, so the
/// other end is 6,2 − 4,0 − 1,0 − 0,1 = +1,10 mln.
#[test]
fn after_the_transition_the_saldo_of_the_grove_raming_can_fall_below_nothing() {
    let answer = Given::new(r#""uitgangspunt": "grof""#).answer("begroot", 2024, None);
    assert_eq!(shown(&answer), ["-1100000.00", "-400000.00", "100000.00"]);
    assert_eq!(corner(&answer.hoog), ["baten_nieuw 2024 laag", "meerkosten_grof_bedrag hoog"]);
    assert_eq!(corner(&answer.laag), ["baten_nieuw 2024 hoog", "meerkosten_grof_bedrag laag"]);
    assert!(answer.hoog.hoek[1].is_midden(), "300.000 is where it stands already");
}

/// After it, on the default uitrol: −559.500 with 500.000 of the baten either way, capaciteit 142.500 to 192.500
/// for 145.000, and uitbesteding up to 200.000 for 180.000.
#[test]
fn after_the_transition_the_proposal_can_cost_a_little() {
    let answer = Given::new("").answer("begroot", 2024, None);
    assert_eq!(shown(&answer), ["-1062000.00", "-559500.00", "8000.00"]);
    let high = [
        "baten_nieuw 2024 laag",
        "capaciteit_inhuur_vervolg_bedrag hoog",
        "uitbesteding_bedrag hoog",
    ];
    assert_eq!(corner(&answer.hoog), high);
    assert_eq!(
        answer.exclusief.iter().map(|id| &**id).collect::<Vec<_>>(),
        ["minderbaten_1", "minderbaten_2b"]
    );
}

/// Zwolle carries 2.088.582 of 18.519.327. Highest: −1.200.000 gives −135.334,21 and the reservering +84.583,88.
#[test]
fn a_share_is_exact_and_shown_as_the_model_divides_it() {
    let answer = Given::new("").answer("begroot", 2022, Some("zwolle"));
    assert_eq!(shown(&answer), ["-163528.83", "-107139.58", "-50750.33"]);
    assert_eq!(
        fraction(answer.laag.onafgerond),
        quotient(2_088_582, 18_519_327) * quotient(-1_450_000, 1).numer()
    );
    assert_eq!(
        fraction(answer.hoog.onafgerond),
        quotient(2_088_582, 18_519_327) * quotient(-450_000, 1).numer()
    );
}

/// Effect 2021, highest: 90.250 + 3.750 + 12.000 + 10.000 and (200 + 775 + 115 − 32 − 50) thousand ÷ 9 = 112.000:
/// 228.000 unrounded. The posts 22.222,22 + 86.111,11 + 12.777,78 − 3.555,56 − 5.555,56 make 111.999,99.
/// Lowest: 65.250 + 25.750 and 988 thousand ÷ 9.
#[test]
fn rounded_posts_may_pass_the_bound_by_a_cent_each() {
    let answer = Given::new("").answer("effect", 2021, None);
    assert_eq!(shown(&answer), ["200777.77", "213027.77", "227999.99"]);
    assert_eq!(fraction(answer.hoog.onafgerond), quotient(228_000, 1));
    assert_eq!(fraction(answer.laag.onafgerond), quotient(91_000 * 9 + 988_000, 9));
}

/// Effect 2025 with the bands that are ours. Lowest: 5 % of 90.000 pay, 70 % of it would have come in:
/// 142.500 + 7.500 + 180.000 + 180.833⅓ + 26.833⅓ − 10.666⅔ − 16.666⅔. Highest: 25 %, all, and 62 for each of
/// 5.625 beslagen: 192.500 + 7.500 + 200.000 + 1.291.666⅔ + 191.666⅔ − 53.333⅓ − 83.333⅓ + 348.750.
#[test]
fn bands_of_ours_count_only_when_they_are_switched_on() {
    let on = Given::new(r#""onzekerheid": {"aannamen": true}"#).answer("effect", 2025, None);
    assert_eq!(shown(&on), ["510333.32", "1140500.00", "2095416.68"]);
    assert_eq!(fraction(on.laag.onafgerond), quotient(1_531_000, 3));
    assert_eq!(fraction(on.hoog.onafgerond), quotient(6_286_250, 3));
    let high = [
        "betaald_aandeel hoog",
        "beslagkosten_bedrag hoog",
        "capaciteit_inhuur_vervolg_bedrag hoog",
        "uitbesteding_bedrag hoog",
        "inbaarheid hoog",
    ];
    assert_eq!(corner(&on.hoog), high);
    let off = Given::new("").answer("effect", 2025, None);
    assert_eq!(shown(&off), ["1138000.00", "1140500.00", "1208000.00"]);
}

/// What is budgeted and settled again is one value: only the year's own effect is left in definitief.
/// 2023 with a delay of a year: ophoging −1.700.000 and the effect of 2023, 811.166,68; in begroot that of 2022.
#[test]
fn a_value_is_the_same_wherever_it_is_used() {
    let given = Given::new(r#""financiering": {"wijze": "jaarlijks", "vertraging": 1}"#);
    let answer = given.answer("definitief", 2023, None);
    // Capaciteit 142.500 to 192.500; uitbesteding 60.000 of 90.000: 120.000 to 133.333⅓.
    assert_eq!(
        fraction(answer.hoog.onafgerond),
        quotient(-1_200_000 * 3 + 2_433_500 + 47_500 * 3 + 40_000, 3)
    );
    assert_eq!(
        fraction(answer.laag.onafgerond),
        quotient(-2_200_000 * 3 + 2_433_500 - 2_500 * 3, 3)
    );
    // Of the verrekening only the difference in reach is left: 30.000 of 90.000 more, and no capaciteit.
    let settled = given.answer_in("verrekening", Some(Deel::Verrekening), 2023, None);
    assert_eq!(corner(&settled.hoog), ["uitbesteding_bedrag hoog"]);
}

/// Each year of the baten is a value of its own, so their ends add up over the years; other values do not
/// differ from year to year.
#[test]
fn years_of_the_baten_move_apart_and_other_values_together() {
    let answer = Given::new("").answer("cumulatief", 2025, None);
    // −4.712.972,23 with 5 × 500.000; capaciteit 25.500 × 0,5 and 4 × 47.500; uitbesteding 20.000 × 28 ÷ 9.
    let middle = quotient(-4_713_000 * 9 + 250, 9);
    let high = quotient(2_500_000 + 12_750 + 190_000, 1) + quotient(20_000 * 28, 9);
    assert_eq!(fraction(answer.hoog.onafgerond), middle + high);
    let baten = corner(&answer.hoog).into_iter().filter(|hoek| hoek.starts_with("baten_nieuw"));
    assert_eq!(baten.count(), 5);
    assert_eq!(answer.hoog.hoek.len(), 8);
}

/// Net 6⅔ × the share that pays × (M − 82.000), with M from 0 to 115.000: the sign is not settled, and both ends
/// want the highest share. 180.000 − 136.666⅔ and 200.000 + 55.000.
#[test]
fn a_value_whose_sign_is_not_settled_is_tried_at_both_ends() {
    let given = Given::new(
        r#""uitgangspunt": "alleen-2a", "parameters": [
            {"id": "minder_dwangbevelen_bedrag", "waarde": "0"},
            {"id": "minder_hernieuwde_bevelen_bedrag", "waarde": "57500", "laag": "0", "hoog": "115000"},
            {"id": "betaald_aandeel", "waarde": "0.15", "laag": "0.05", "hoog": "0.25"}]"#,
    );
    let answer = given.answer("effect", 2025, None);
    assert!(answer.exact());
    assert_eq!(fraction(answer.laag.onafgerond), quotient(130_000, 3));
    assert_eq!(fraction(answer.hoog.onafgerond), quotient(255_000, 1));
    for (grens, bedrag) in [(&answer.laag, "laag"), (&answer.hoog, "hoog")] {
        let corner = corner(grens);
        assert!(corner.contains(&"betaald_aandeel hoog".to_owned()), "{corner:?}");
        assert!(
            corner.contains(&format!("minder_hernieuwde_bevelen_bedrag {bedrag}")),
            "{corner:?}"
        );
    }
}

/// With one amount kept from the resultaat of 2020 nothing is left of the effect in begroot 2022: 2.250.000
/// covers it at either end. In 2024 what is left decides: 2.250.000 − effect 2022 − effect 2023.
#[test]
fn an_amount_that_is_used_up_still_has_true_corners() {
    let given = Given::new(r#""financiering": {"wijze": "incidenteel"}"#);
    let covered = given.answer("begroot", 2022, None);
    assert_eq!(shown(&covered), ["-2200000.00", "-1700000.00", "-1200000.00"]);
    assert_eq!(corner(&covered.hoog), ["baten_nieuw 2024 laag".replace("2024", "2022")]);
    let used_up = given.answer("begroot", 2024, None);
    assert!(used_up.exact());
    // Highest: −1.200.000 + 1.208.000 − (2.250.000 − 536.000 − 3⅓… ): three effects at their highest, together
    // 481.833⅓ + 811.166⅔ + 1.140.500 + 3 × 47.500 + 20.000 × (3 + 6 + 9) ÷ 9, less 2.250.000.
    assert_eq!(
        fraction(used_up.hoog.onafgerond),
        quotient(-1_200_000 + 2_433_500 + 142_500 + 40_000 - 2_250_000, 1)
    );
    assert_eq!(
        fraction(used_up.laag.onafgerond),
        quotient(-2_200_000 + 2_433_500 - 7_500 - 2_250_000, 1)
    );
}

/// The spread over the years is the highest year minus the lowest. Highest: 8.000 in 2024 and −1.450.000 in 2022.
/// Which year is highest is not settled, so no corner is claimed.
#[test]
fn where_no_corner_is_proven_a_bound_is_given_and_said_to_be_one() {
    let given = Given::new("");
    let [begroot, _] = given.uitkomst.stabiliteit(None);
    let answer = hoekpunten(&begroot.spreiding, Banden::of(&given.scenario)).unwrap();
    assert!(!answer.exact() && !answer.hoog.exact && !answer.laag.exact);
    assert_eq!(answer.midden.to_string(), "390500.00");
    assert_eq!(answer.hoog.bedrag.to_string(), "1458000.00");
    assert!(answer.laag.bedrag <= answer.midden);
}

/// A share that counts twice in one product, as the square of a share from 0,7 to 1: still a corner, because a
/// square of what is not below nothing only rises. 2025: 1.937.500 × 0,15… at 1 and at 0,49.
#[test]
fn a_value_that_is_used_twice_has_a_corner_when_its_sign_is_settled() {
    let twice = STANDAARD_JSON.replacen(r#"["inbaarheid"]"#, r#"["inbaarheid", "inbaarheid"]"#, 1);
    assert_ne!(twice, STANDAARD_JSON);
    let publicatie = lees(&parse(twice.as_bytes()).unwrap()).unwrap();
    let given = Given::on(publicatie, r#""onzekerheid": {"aannamen": true}"#);
    let answer = given.answer("minder_dwangbevelen", 2025, None);
    assert!(answer.exact());
    // 775.000 × 90.000 × 0,05 ÷ 13.500 × 0,49 and 775.000 × 90.000 × 0,25 ÷ 13.500.
    assert_eq!(fraction(answer.laag.onafgerond), quotient(775_000 * 49, 300));
    assert_eq!(fraction(answer.hoog.onafgerond), quotient(775_000 * 5, 3));
}

/// An unknown post has no lowest and no highest, and neither is it nothing.
#[test]
fn what_is_unknown_stays_unknown() {
    let given = Given::new("");
    let found = given.uitkomst.zoek("minderbaten_2b", None, jaar(2022), None).unwrap();
    assert!(hoekpunten(&found.term, Banden::MetAannamen).is_none());
    let answer = given.answer("verrekening", 2022, Some("zwolle"));
    assert_eq!(
        answer.exclusief.iter().map(|id| &**id).collect::<Vec<_>>(),
        ["minderbaten_1", "minderbaten_2b"]
    );
}

/// Without bands that count low, middle and high are one amount, to the cent.
#[test]
fn without_bands_all_three_are_the_amount_itself() {
    let given = Given::new(r#""parameters": [{"id": "baten_nieuw", "waarde": "5700000"}]"#);
    for deelnemer in given.publicatie.deelnemers.iter().map(|it| &*it.id) {
        let answer = given.answer("begroot", 2022, Some(deelnemer));
        let [low, middle, high] = shown(&answer);
        assert!(low == middle && middle == high && answer.exact() && answer.hoog.hoek.is_empty());
    }
}

/// The columns of a table are the answers one by one.
#[test]
fn the_columns_of_a_table_are_the_same_answers() {
    let given = Given::new(r#""onzekerheid": {"aannamen": true}"#);
    let banden = Banden::of(&given.scenario);
    let zwolle = given.publicatie.deelnemer("zwolle");
    let years = hoekpunten_per_jaar(&given.uitkomst, "definitief", None, zwolle, banden);
    assert_eq!(years.len(), 5);
    for (jaar, answer) in years {
        let one = given.answer("definitief", i64::from(jaar.number()), Some("zwolle"));
        assert_eq!(shown(&answer.unwrap()), shown(&one));
    }
    assert!(kolommen(&[], banden).is_empty());
}
