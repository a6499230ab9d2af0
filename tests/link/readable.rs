//! A person who looks at a link recognises what is in it, and it is short.

use bijdragewijzer::scenario::{Edit, Input, address, apply, link};
use bijdragewijzer::units::Euro;

use super::example::{four, publicatie};

fn text(edits: Vec<Edit>) -> String {
    let input = edits.into_iter().fold(Input::default(), apply);
    link(&publicatie(), &[input], 0)
}

/// The last part is the check: any CRC-32 gives the same, `tests/link/check.py` for one.
#[test]
fn a_link_names_what_was_chosen() {
    let proposal = text(vec![Edit::Deelnemer("zwolle".into())]);
    assert_eq!(address("uw-bijdrage", &proposal), "#/uw-bijdrage/1.gblt-2021~1.d~zwolle.0qpfads");
    let half = vec![
        Edit::Uitgangspunt("voorstel".into()),
        Edit::Deelnemer("zwolle".into()),
        Edit::Reservering(Some(Euro::from_cents(50_000_050))),
        Edit::Varianten(Some(Vec::new())),
    ];
    assert_eq!(
        address("/keuzes/", &text(half)),
        "#/keuzes/1.gblt-2021~1.u~voorstel.d~zwolle.varianten.reservering~500000_5.0k0mliz"
    );
    assert_eq!(address("", &text(Vec::new())), "#/1.gblt-2021~1.1i64aq9");
}

#[test]
fn four_scenarios_read_one_after_another() {
    let link = four(&publicatie()).link(&publicatie());
    let expected = [
        "1.gblt-2021~1.bovenaan~3",
        ".n~_nu.u~niets.d~zwolle.index~0_02",
        ".en.n~_voorstel.u~voorstel.d~zwolle.index~0_005",
        ".en.n~_eigen-_a_21m-z_26rnder-2_a.u~voorstel.d~zwolle.varianten~1~2b.inzet~1~j2021~0",
        ".p~betaald_aandeel~0_2.p~baten_nieuw~j2022~5600000~l5300000~h5900000~5650000",
        ".met~zwolle~j2022~2310000_55",
        ".en.n~_eigen-_b.u~voorstel.d~zwolle.varianten.start~2b~2023.reservering~0",
        ".s~baten~blok-2019.onbekend~minderbaten_2b~j2022~-40000",
        ".0qlgdmk",
    ];
    assert_eq!(link, expected.concat());
    assert!(link.len() < 500);
}
