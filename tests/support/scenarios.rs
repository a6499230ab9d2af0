//! Random scenarios on a publicatie: deviations of every field, in every combination.

use bijdragewijzer::document::Tree;
use bijdragewijzer::publicatie::{
    BijdrageSoort, Drijver, Parameter, Publicatie, SleutelSoort, Variant,
};
use bijdragewijzer::scenario::controleer;
use bijdragewijzer::units::Eenheid;

use super::dice::Dice;
use super::figures::{amount, amount_from_zero, basis, count, index, name, share, weight};
use super::json::{object, set, text, texts};

/// A scenario that says all that a first starting point has to say.
///
/// It types no bijdrage that contains the proposal: it is the proposal.
pub(crate) fn complete(dice: &mut Dice<'_>, publicatie: &Publicatie) -> Tree {
    let mut scenario = Draft { dice, publicatie, complete: true }.document();
    let checked = controleer(publicatie, &scenario);
    if checked.scenario.is_none() {
        scenario = checked.input.document();
    }
    scenario
}

/// A scenario that the door lets through: as drawn, or without what it refuses.
pub(crate) fn accepted(dice: &mut Dice<'_>, publicatie: &Publicatie) -> Tree {
    let scenario = random(dice, publicatie);
    let checked = controleer(publicatie, &scenario);
    if checked.scenario.is_some() { scenario } else { checked.input.document() }
}

/// A scenario as drawn; now and then its parts do not fit together.
pub(crate) fn random(dice: &mut Dice<'_>, publicatie: &Publicatie) -> Tree {
    Draft { dice, publicatie, complete: false }.document()
}

struct Draft<'d, 'r, 'p> {
    dice: &'d mut Dice<'r>,
    publicatie: &'p Publicatie,
    complete: bool,
}

/// A field of the document, how often in a hundred it stands there, and what writes it.
type Field<D> = (&'static str, u64, fn(&mut D) -> Option<Tree>);

impl Draft<'_, '_, '_> {
    /// Whether a field is there: always in a complete scenario.
    fn says(&mut self, percent: u64) -> bool {
        let says = self.dice.chance(percent);
        says || self.complete
    }

    fn document(mut self) -> Tree {
        let mut scenario = object(vec![("versie", Tree::Whole(1))]);
        self.header(&mut scenario);
        let fields: [Field<Self>; 9] = [
            ("uitrol", 60, Self::uitrol),
            ("keuzes", 50, Self::keuzes),
            ("vrijgave", 25, Self::vrijgave),
            ("parameters", 55, Self::parameters),
            ("onbekend", 50, Self::onbekend),
            ("rekenprotocol", 15, Self::rekenprotocol),
            ("bijdragen", 40, Self::bijdragen),
            ("index", 35, Self::index),
            ("onzekerheid", 15, Self::onzekerheid),
        ];
        if self.says(65) {
            let varianten = self.varianten();
            set(&mut scenario, "varianten", varianten);
        }
        if self.says(75) {
            let financiering = self.financiering();
            set(&mut scenario, "financiering", financiering);
        }
        if self.says(70) {
            let sleutel = self.sleutel();
            set(&mut scenario, "sleutel", sleutel);
        }
        for (field, percent, make) in fields {
            if self.dice.chance(percent)
                && let Some(value) = make(&mut self)
            {
                set(&mut scenario, field, value);
            }
        }
        scenario
    }

    fn header(&mut self, scenario: &mut Tree) {
        if self.dice.chance(40) {
            set(scenario, "formaat", text("bijdragewijzer/scenario"));
        }
        if self.dice.chance(30) {
            set(scenario, "publicatie", text(&*self.publicatie.id));
        }
        if self.dice.chance(30) {
            set(scenario, "naam", text(name(self.dice, "Wat als")));
        }
        if !self.complete && self.dice.chance(50) {
            let point = self.dice.pick(&self.publicatie.uitgangspunten);
            set(scenario, "uitgangspunt", text(&*point.id));
        }
        if self.dice.chance(20) {
            let deelnemer = self.dice.pick(&self.publicatie.deelnemers);
            set(scenario, "deelnemer", text(&*deelnemer.id));
        }
    }

    fn years(&self) -> Vec<i64> {
        self.publicatie.horizon.years().map(|jaar| i64::from(jaar.number())).collect()
    }

    fn some_years(&mut self, percent: u64) -> Vec<i64> {
        let years = self.years();
        self.dice.some(&years, percent).into_iter().copied().collect()
    }

    /// An entry for some of the years, and nothing where there are none.
    fn per_year(
        &mut self,
        percent: u64,
        mut entry: impl FnMut(&mut Self) -> Vec<(&'static str, Tree)>,
    ) -> Option<Tree> {
        let years = self.some_years(percent);
        let entries = years.into_iter().map(|jaar| {
            let mut fields = vec![("jaar", Tree::Whole(jaar))];
            fields.extend(entry(self));
            object(fields)
        });
        let entries: Vec<Tree> = entries.collect();
        (!entries.is_empty()).then_some(Tree::List(entries))
    }

    fn varianten(&mut self) -> Tree {
        texts(self.dice.some(&self.publicatie.varianten, 75).iter().map(|variant| &*variant.id))
    }

    fn uitrol(&mut self) -> Option<Tree> {
        let chosen = self.dice.some(&self.publicatie.varianten, 60);
        let entries: Vec<Tree> =
            chosen.into_iter().map(|variant| self.uitrol_of(variant)).collect();
        (!entries.is_empty()).then_some(Tree::List(entries))
    }

    fn uitrol_of(&mut self, variant: &Variant) -> Tree {
        let mut uitrol = object(vec![("variant", text(&*variant.id))]);
        let of_total = variant.jaartotaal.is_some();
        let driver = match variant.drijver {
            Drijver::Inzet => self.per_year(60, |draft| vec![("waarde", text(share(draft.dice)))]),
            Drijver::Omvang => self.per_year(60, |draft| {
                if of_total && draft.dice.chance(50) {
                    vec![("aandeel", text(share(draft.dice)))]
                } else {
                    vec![("waarde", text(count(draft.dice)))]
                }
            }),
            Drijver::Start => {
                let years = self.years();
                Some(Tree::Whole(*self.dice.pick(&years)))
            }
        };
        if let Some(driver) = driver {
            set(&mut uitrol, variant.drijver.word(), driver);
        }
        uitrol
    }

    fn keuzes(&mut self) -> Option<Tree> {
        let chosen = self.dice.some(&self.publicatie.keuzes, 70);
        let fields: Vec<(String, Tree)> = chosen
            .into_iter()
            .map(|keuze| (keuze.id.to_string(), text(&*self.dice.pick(&keuze.opties).id)))
            .collect();
        (!fields.is_empty()).then_some(Tree::Object(fields))
    }

    fn financiering(&mut self) -> Tree {
        let mut financiering = object(Vec::new());
        if self.says(70) {
            let wijze = *self.dice.pick(&["structureel", "jaarlijks", "incidenteel"]);
            set(&mut financiering, "wijze", text(wijze));
        }
        if self.says(50) {
            set(&mut financiering, "reservering", text(amount_from_zero(self.dice)));
        }
        if self.dice.chance(60) {
            set(&mut financiering, "vertraging", Tree::Whole(self.dice.between(0, 2)));
        }
        if self.says(50) {
            set(&mut financiering, "incidenteel", text(amount_from_zero(self.dice)));
        }
        financiering
    }

    fn vrijgave(&mut self) -> Option<Tree> {
        self.per_year(50, |draft| vec![("bedrag", text(amount_from_zero(draft.dice)))])
    }

    fn sleutel(&mut self) -> Tree {
        let keys: Vec<&str> = self.publicatie.sleutels.iter().map(|key| &*key.id).collect();
        let mut sleutel = object(Vec::new());
        if self.says(70) {
            set(&mut sleutel, "alle", text(*self.dice.pick(&keys)));
        }
        for groep in ["ophoging", "reservering", "kosten", "baten"] {
            if self.dice.chance(25) {
                set(&mut sleutel, groep, text(*self.dice.pick(&keys)));
            }
        }
        if self.says(85) {
            let gewichten = self.gewichten();
            set(&mut sleutel, "gewichten", gewichten);
        }
        if self.says(85)
            && let Some(blokken) = self.blokken()
        {
            set(&mut sleutel, "blokken", blokken);
        }
        sleutel
    }

    /// Weights of some deelnemers, never all zero.
    fn gewichten(&mut self) -> Tree {
        let mut chosen = self.dice.some(&self.publicatie.deelnemers, 80);
        if chosen.is_empty() {
            chosen.extend(self.publicatie.deelnemers.first());
        }
        let mut weights: Vec<String> = chosen.iter().map(|_| weight(self.dice)).collect();
        if weights.iter().all(|weight| weight == "0") {
            weights[0] = "1".into();
        }
        let entry = |(of, weight): (&&bijdragewijzer::publicatie::Deelnemer, &String)| {
            object(vec![("deelnemer", text(&*of.id)), ("waarde", text(weight.as_str()))])
        };
        Tree::List(chosen.iter().zip(&weights).map(entry).collect())
    }

    /// Shares of the blocks, none for a block that no one in it carries.
    fn blokken(&mut self) -> Option<Tree> {
        let years: Vec<_> = self
            .publicatie
            .sleutels
            .iter()
            .filter_map(|key| match &key.soort {
                SleutelSoort::Blok { jaar, blokken } if blokken.is_empty() => Some(*jaar),
                _ => None,
            })
            .collect();
        let carried = |blok: &str| {
            years.iter().all(|jaar| {
                let members = self.publicatie.deelnemers.iter().filter(|of| &*of.blok == blok);
                members
                    .filter_map(|of| of.bijdrage(*jaar, BijdrageSoort::Begroting))
                    .any(|bedrag| bedrag.cents() > 0)
            })
        };
        let open: Vec<bool> =
            self.publicatie.blokken.iter().map(|blok| carried(&blok.id)).collect();
        let last = open.iter().rposition(|open| *open)?;
        // In ten thousandths: what is left is for the last.
        let mut left = 10_000;
        let mut shares = Vec::new();
        for (place, open) in open.iter().enumerate() {
            let part = match open {
                true if place == last => left,
                true => self.dice.between(0, left),
                false => 0,
            };
            left -= part;
            shares.push(format!("{}.{:04}", part / 10_000, part % 10_000));
        }
        let entry = |(blok, share): (&bijdragewijzer::publicatie::BlokNaam, &String)| {
            object(vec![("blok", text(&*blok.id)), ("waarde", text(share.as_str()))])
        };
        Some(Tree::List(self.publicatie.blokken.iter().zip(&shares).map(entry).collect()))
    }

    fn parameters(&mut self) -> Option<Tree> {
        let years = self.years();
        let mut entries: Vec<(String, Option<i64>, Tree)> = Vec::new();
        for _ in 0..self.dice.between(1, 5) {
            let parameter = self.dice.pick(&self.publicatie.parameters);
            let jaar = self.dice.chance(50).then(|| *self.dice.pick(&years));
            if entries.iter().any(|(id, year, _)| **id == *parameter.id && *year == jaar) {
                continue;
            }
            let waarde = self.value(parameter);
            let mut entry = object(vec![("id", text(&*parameter.id))]);
            if let Some(jaar) = jaar {
                set(&mut entry, "jaar", Tree::Whole(jaar));
            }
            set(&mut entry, "waarde", text(waarde.as_str()));
            if self.dice.chance(25) {
                set(&mut entry, "laag", text(waarde.as_str()));
            }
            entries.push((parameter.id.to_string(), jaar, entry));
        }
        Some(Tree::List(entries.into_iter().map(|(_, _, entry)| entry).collect()))
    }

    fn value(&mut self, parameter: &Parameter) -> String {
        let divides =
            self.publicatie.all_regels().any(|regel| regel.basis.as_ref() == Some(&parameter.id));
        match parameter.eenheid {
            Eenheid::Euro => amount(self.dice),
            Eenheid::Aantal if divides => basis(self.dice),
            Eenheid::Aantal => count(self.dice),
            Eenheid::Aandeel => share(self.dice),
        }
    }

    fn onbekend(&mut self) -> Option<Tree> {
        let unknown: Vec<_> = self
            .publicatie
            .all_regels()
            .filter(|regel| {
                let bedrag = self.publicatie.parameter(&regel.bedrag);
                bedrag.is_some_and(|bedrag| bedrag.waarde.is_none() && bedrag.per_jaar.is_empty())
            })
            .collect();
        let mut entries = Vec::new();
        for regel in unknown {
            for jaar in self.some_years(30) {
                entries.push(object(vec![
                    ("post", text(&*regel.id)),
                    ("jaar", Tree::Whole(jaar)),
                    ("bedrag", text(amount(self.dice))),
                ]));
            }
        }
        (!entries.is_empty()).then_some(Tree::List(entries))
    }

    fn rekenprotocol(&mut self) -> Option<Tree> {
        let first = *self.years().first()?;
        let mut past: Vec<Tree> = Vec::new();
        for jaar in first - 5..first + 2 {
            if self.dice.chance(70) {
                past.push(object(vec![
                    ("jaar", Tree::Whole(jaar)),
                    ("bedrag", text(amount(self.dice))),
                ]));
            }
        }
        Some(object(vec![
            ("jaren", Tree::Whole(self.dice.between(1, 3))),
            ("gerealiseerd", Tree::List(past)),
        ]))
    }

    fn bijdragen(&mut self) -> Option<Tree> {
        let chosen = self.dice.some(&self.publicatie.deelnemers, 60);
        let mut entries = Vec::new();
        for deelnemer in chosen {
            for jaar in self.some_years(50) {
                let kinds: &[&str] = if self.complete {
                    &["zonder_voorstel"]
                } else {
                    &["zonder_voorstel", "met_voorstel"]
                };
                entries.push(object(vec![
                    ("deelnemer", text(&*deelnemer.id)),
                    ("jaar", Tree::Whole(jaar)),
                    ("bedrag", text(amount(self.dice))),
                    ("soort", text(*self.dice.pick(kinds))),
                ]));
            }
        }
        (!entries.is_empty()).then_some(Tree::List(entries))
    }

    fn index(&mut self) -> Option<Tree> {
        Some(text(index(self.dice)))
    }

    fn onzekerheid(&mut self) -> Option<Tree> {
        Some(object(vec![
            ("zaad", text(self.dice.roll().to_string())),
            ("trekkingen", Tree::Whole(self.dice.between(100, 1_000_000))),
            ("aannamen", Tree::Bool(self.dice.chance(50))),
        ]))
    }
}
