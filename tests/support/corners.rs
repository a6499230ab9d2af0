//! Publicaties at the corners of what a document may hold.

use bijdragewijzer::document::Tree;
use num_bigint::BigInt;

use super::dice::Dice;
use super::exact::{Fraction, cents, fraction};
use super::json::{object, set, text, texts};
use super::publicaties::{herkomst, key, period};

/// How large everything is.
#[derive(Clone, Debug)]
pub(crate) struct Corner {
    pub(crate) deelnemers: usize,
    pub(crate) years: i64,
    pub(crate) varianten: usize,
    /// Regels of each variant, all alike.
    pub(crate) regels: usize,
    pub(crate) bedrag: String,
    pub(crate) omvang: String,
    /// Whether the omvang is a share of that number.
    pub(crate) of_total: Option<String>,
    pub(crate) basis: Option<String>,
    pub(crate) share: String,
    /// Steps of the trechter that the regels use.
    pub(crate) steps: usize,
    /// Steps after those.
    pub(crate) unused_steps: usize,
    pub(crate) factoren: usize,
    pub(crate) weight: String,
    /// The weight of the first deelnemer, where it is another.
    pub(crate) first_weight: Option<String>,
    pub(crate) baten: [String; 2],
    pub(crate) index: Option<String>,
    pub(crate) btw: Option<String>,
    pub(crate) wijze: &'static str,
}

const LARGEST: &str = "10000000000";

impl Corner {
    /// The widest product that a document can ask for.
    pub(crate) fn largest() -> Self {
        Self {
            deelnemers: 3,
            years: 2,
            varianten: 1,
            regels: 1,
            bedrag: "9999999999.99".into(),
            omvang: "99999999".into(),
            of_total: None,
            basis: None,
            share: "0.9999".into(),
            steps: 2,
            unused_steps: 0,
            factoren: 2,
            weight: "9999999999.99".into(),
            first_weight: None,
            baten: [LARGEST.into(), format!("-{LARGEST}")],
            index: None,
            btw: None,
            wijze: "jaarlijks",
        }
    }

    /// What one regel comes to.
    pub(crate) fn regel_cents(&self) -> BigInt {
        let mut amount = fraction(&self.bedrag) * fraction(&self.omvang);
        for _ in 0..self.steps + self.factoren {
            amount *= fraction(&self.share);
        }
        if let Some(basis) = &self.basis {
            amount /= fraction(basis);
        }
        cents(&amount)
    }

    /// The baten until now and those of the proposal.
    pub(crate) fn baten(&self) -> (Fraction, Fraction) {
        (fraction(&self.baten[0]), fraction(&self.baten[1]))
    }

    /// A scenario that says only what the publicatie does not.
    pub(crate) fn scenario(&self) -> Tree {
        let mut scenario = object(vec![("versie", Tree::Whole(1))]);
        if let Some(index) = &self.index {
            set(&mut scenario, "index", text(index.as_str()));
        }
        if let (Some(_), 1) = (&self.of_total, self.varianten) {
            let omvang = (VAN..VAN + self.years).map(|jaar| {
                object(vec![("jaar", Tree::Whole(jaar)), ("aandeel", text(self.share.as_str()))])
            });
            let uitrol =
                object(vec![("variant", text("v0")), ("omvang", Tree::List(omvang.collect()))]);
            set(&mut scenario, "uitrol", Tree::List(vec![uitrol]));
        }
        scenario
    }
}

/// A corner at random.
pub(crate) fn corner(dice: &mut Dice<'_>) -> Corner {
    let pick = |dice: &mut Dice<'_>, of: &[&str]| (*dice.pick(of)).to_owned();
    let amounts = [LARGEST, "-10000000000", "9999999999.99", "-9999999999.99", "0.01", "0"];
    let counts = ["100000000", "99999999", "1", "0"];
    let of_total = dice.chance(40).then(|| pick(dice, &["100000000", "99999999"]));
    // The share of a total is one of the five.
    let most = 5 - 1;
    let steps = usize::try_from(dice.between(0, most)).unwrap();
    let factoren = usize::try_from(dice.between(0, most)).unwrap().min(4 - steps);
    Corner {
        deelnemers: usize::try_from(dice.between(1, 4)).unwrap(),
        years: dice.between(1, 3),
        varianten: 1,
        regels: 1,
        bedrag: pick(dice, &amounts),
        omvang: pick(dice, &counts),
        of_total,
        basis: dice.chance(60).then(|| pick(dice, &["1", "99999989", "100000000"])),
        share: pick(dice, &["1", "0.9999", "0.3333", "0.0001", "0"]),
        steps,
        unused_steps: 4 - steps,
        factoren,
        weight: pick(dice, &[LARGEST, "9999999999.99", "0.01"]),
        first_weight: Some(pick(dice, &[LARGEST, "9999999999.97", "0.01"])),
        baten: [pick(dice, &amounts), pick(dice, &amounts)],
        index: dice.chance(50).then(|| pick(dice, &["1", "-1", "0.9999", "-0.0001"])),
        btw: None,
        wijze: dice.pick::<&str>(&["structureel", "jaarlijks", "incidenteel"]),
    }
}

/// The first year.
const VAN: i64 = 2_021;

/// The document.
pub(crate) fn publicatie(corner: &Corner) -> Tree {
    let tot = VAN + corner.years - 1;
    object(vec![
        ("formaat", text("bijdragewijzer/publicatie")),
        ("versie", Tree::Whole(1)),
        ("id", text("grens")),
        ("titel", text("Grens")),
        ("organisatie", text("Proeflichaam")),
        ("uitgave", text("1")),
        ("datum", text("2021-01-27")),
        ("stand", text("concept")),
        ("bronnen", Tree::List(vec![object(vec![("id", text("bron")), ("titel", text("Bron"))])])),
        ("horizon", period(VAN, tot)),
        ("overgang", period(VAN, VAN)),
        ("dekking", dekking(tot)),
        ("basisjaar", Tree::Whole(VAN - 1)),
        ("blokken", Tree::List(vec![named("blok")])),
        ("reeksen", Tree::List(vec![reeks()])),
        ("deelnemers", deelnemers(corner)),
        (
            "verdeelsleutels",
            Tree::List(vec![key("sleutel", "evenredig", vec![("jaar", Tree::Whole(VAN - 1))])]),
        ),
        ("parameters", parameters(corner)),
        (
            "varianten",
            Tree::List((0..corner.varianten).map(|number| variant(corner, number)).collect()),
        ),
        ("uitgangspunten", Tree::List(vec![point(corner)])),
    ])
}

fn dekking(tot: i64) -> Tree {
    let mut dekking = period(VAN, tot);
    set(&mut dekking, "resultaat", Tree::Whole(VAN - 1));
    dekking
}

fn named(id: &str) -> Tree {
    object(vec![("id", text(id)), ("naam", text(id)), ("enkelvoud", text(id))])
}

fn reeks() -> Tree {
    object(vec![
        ("jaar", Tree::Whole(VAN - 1)),
        ("soort", text("begroting")),
        ("naam", text("Begroting")),
        ("status", text("openbaar")),
        ("herkomst", herkomst()),
    ])
}

fn deelnemers(corner: &Corner) -> Tree {
    let deelnemer = |number: usize| {
        let first = corner.first_weight.as_ref().filter(|_| number == 0);
        let bijdrage = object(vec![
            ("jaar", Tree::Whole(VAN - 1)),
            ("soort", text("begroting")),
            ("bedrag", text(first.unwrap_or(&corner.weight).as_str())),
        ]);
        let mut deelnemer = object(vec![
            ("id", text(format!("d{number}"))),
            ("naam", text(format!("Deelnemer {number}"))),
            ("blok", text("blok")),
            ("bijdragen", Tree::List(vec![bijdrage])),
        ]);
        if let Some(btw) = &corner.btw {
            let btw = object(vec![("bedrag", text(btw.as_str())), ("herkomst", herkomst())]);
            set(&mut deelnemer, "btw_compensatie", btw);
        }
        deelnemer
    };
    Tree::List((0..corner.deelnemers).map(deelnemer).collect())
}

fn parameters(corner: &Corner) -> Tree {
    let parameter = |id: &str, eenheid: &str, waarde: &str| {
        object(vec![
            ("id", text(id)),
            ("naam", text(id)),
            ("eenheid", text(eenheid)),
            ("waarde", text(waarde)),
            ("status", text("bron")),
            ("herkomst", herkomst()),
        ])
    };
    let mut parameters = vec![
        parameter("baten_oud", "euro", &corner.baten[0]),
        parameter("baten_nieuw", "euro", &corner.baten[1]),
        parameter("bedrag", "euro", &corner.bedrag),
        parameter("aandeel", "aandeel", &corner.share),
    ];
    parameters.extend(corner.basis.as_ref().map(|basis| parameter("basis", "aantal", basis)));
    parameters.extend(corner.of_total.as_ref().map(|total| parameter("totaal", "aantal", total)));
    Tree::List(parameters)
}

fn variant(corner: &Corner, number: usize) -> Tree {
    let step_id = |step: usize| {
        if step == 0 { "omvang".to_owned() } else { format!("stap_{number}_{step}") }
    };
    let steps = (1..=corner.steps + corner.unused_steps).map(|step| {
        object(vec![
            ("id", text(step_id(step))),
            ("naam", text("Stap")),
            ("van", text(step_id(step - 1))),
            ("aandeel", text("aandeel")),
        ])
    });
    let regels = (0..corner.regels).map(|regel| {
        let mut regel = object(vec![
            ("id", text(format!("regel_{number}_{regel}"))),
            ("naam", text("Regel")),
            ("soort", text("meerkosten")),
            ("bedrag", text("bedrag")),
            ("stap", text(step_id(corner.steps))),
            ("factoren", texts(vec!["aandeel"; corner.factoren])),
            ("moment", text("elk_jaar")),
        ]);
        if corner.basis.is_some() {
            set(&mut regel, "basis", text("basis"));
        }
        regel
    });
    let uitrol = (VAN..VAN + corner.years).map(|jaar| {
        object(vec![("jaar", Tree::Whole(jaar)), ("waarde", text(corner.omvang.as_str()))])
    });
    let mut variant = object(vec![
        ("id", text(format!("v{number}"))),
        ("naam", text("Variant")),
        ("drijver", text("omvang")),
        ("uitrol", Tree::List(uitrol.collect())),
        ("trechter", Tree::List(steps.collect())),
        ("regels", Tree::List(regels.collect())),
    ]);
    if corner.of_total.is_some() {
        set(&mut variant, "jaartotaal", text("totaal"));
    }
    variant
}

fn point(corner: &Corner) -> Tree {
    let financiering = object(vec![
        ("wijze", text(corner.wijze)),
        ("reservering", text(LARGEST)),
        ("incidenteel", text(LARGEST)),
    ]);
    let chosen = (0..corner.varianten).map(|number| format!("v{number}"));
    let scenario = object(vec![
        ("versie", Tree::Whole(1)),
        ("varianten", texts(chosen)),
        ("financiering", financiering),
        ("sleutel", object(vec![("alle", text("sleutel"))])),
    ]);
    object(vec![
        ("id", text("u")),
        ("naam", text("Uitgangspunt")),
        ("herkomst", herkomst()),
        ("scenario", scenario),
    ])
}
