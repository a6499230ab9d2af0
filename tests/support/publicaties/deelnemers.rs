//! Random deelnemers with their amounts, and the keys that are made of those.

use bijdragewijzer::document::Tree;

use super::{Draft, herkomst, key};
use crate::support::figures::{amount_from_zero, name, weight};
use crate::support::json::{object, set, text};

/// The amounts of one deelnemer: of the year of the keys, of a second year, of a year that no key uses.
pub(super) struct Paid {
    id: String,
    blok: String,
    key_year: String,
    second: String,
    gap: Option<String>,
}

impl Draft<'_, '_> {
    pub(super) fn deelnemers(&mut self) -> Vec<Paid> {
        let most = if self.dice.chance(15) { 14 } else { 5 };
        let mut paid: Vec<Paid> = (0..self.dice.between(1, most))
            .map(|number| Paid {
                id: (*self.dice.pick(&["deelnemer", "water-schap", "ge_meente", "9"])).to_owned()
                    + &number.to_string(),
                blok: self.dice.pick(&self.blokken).clone(),
                key_year: amount_from_zero(self.dice),
                second: amount_from_zero(self.dice),
                gap: self.dice.chance(60).then(|| amount_from_zero(self.dice)),
            })
            .collect();
        if paid.iter().all(|paid| paid.key_year == "0.00") {
            paid[0].key_year = "1.00".into();
        }
        if paid.iter().all(|paid| paid.second == "0.00") {
            paid[0].second = "0.01".into();
        }
        paid
    }

    pub(super) fn deelnemer(&mut self, paid: &Paid) -> Tree {
        let [key_year, second, gap] = self.years();
        let bijdrage = |jaar: i64, bedrag: &str| {
            object(vec![
                ("jaar", Tree::Whole(jaar)),
                ("soort", text("begroting")),
                ("bedrag", text(bedrag)),
            ])
        };
        let mut bijdragen =
            vec![bijdrage(key_year, &paid.key_year), bijdrage(second, &paid.second)];
        bijdragen.extend(paid.gap.as_ref().map(|bedrag| bijdrage(gap, bedrag)));
        let mut deelnemer = object(vec![
            ("id", text(paid.id.as_str())),
            ("naam", text(name(self.dice, &paid.id))),
            ("blok", text(paid.blok.as_str())),
            ("bijdragen", Tree::List(bijdragen)),
        ]);
        if self.dice.chance(20) {
            // No more can be compensated than is paid.
            let part = if self.dice.chance(50) { paid.key_year.as_str() } else { "0.00" };
            let btw = object(vec![("bedrag", text(part)), ("herkomst", herkomst())]);
            set(&mut deelnemer, "btw_compensatie", btw);
        }
        deelnemer
    }

    pub(super) fn keys(&mut self, paid: &[Paid]) -> Vec<Tree> {
        let [key_year, second, _] = self.years();
        let mut keys = vec![
            key("evenredig", "evenredig", vec![("jaar", Tree::Whole(key_year))]),
            key("evenredig-2", "evenredig", vec![("jaar", Tree::Whole(second))]),
            key("blok", "blok", vec![("jaar", Tree::Whole(key_year))]),
            key("eigen", "eigen", Vec::new()),
        ];
        let weights: Vec<(String, String)> = self
            .blokken
            .clone()
            .into_iter()
            .map(|blok| {
                // Only a block of which someone carries weight can have weight itself.
                let carried = paid.iter().any(|paid| paid.blok == blok && paid.key_year != "0.00");
                let weight = if carried { weight(self.dice) } else { "0".into() };
                (blok, weight)
            })
            .collect();
        if weights.iter().any(|(_, weight)| weight != "0") {
            let blokken = weights.iter().map(|(blok, weight)| {
                object(vec![("blok", text(blok.as_str())), ("waarde", text(weight.as_str()))])
            });
            let fields =
                vec![("jaar", Tree::Whole(key_year)), ("blokken", Tree::List(blokken.collect()))];
            keys.push(key("blok-vast", "blok", fields));
        }
        keys
    }
}
