//! A scenario with all that comes from its starting point, laid together from the documents.

use std::collections::BTreeMap;

use bijdragewijzer::document::Tree;

use super::exact::{Fraction, fraction};
use super::json::{items, whole, word};

/// How far a variant reaches in a year.
#[derive(Clone, Debug)]
pub(crate) enum Reach {
    /// A count.
    Count(Fraction),
    /// A share of the number in a year.
    Share(Fraction),
}

/// What a scenario says once nothing is left unsaid.
#[derive(Clone, Debug, Default)]
pub(crate) struct Chosen {
    pub(crate) varianten: Vec<String>,
    pub(crate) inzet: BTreeMap<(String, i64), Fraction>,
    pub(crate) omvang: BTreeMap<(String, i64), Reach>,
    pub(crate) start: BTreeMap<String, i64>,
    pub(crate) keuzes: BTreeMap<String, String>,
    pub(crate) financiering: BTreeMap<&'static str, Tree>,
    pub(crate) vrijgave: BTreeMap<i64, Fraction>,
    pub(crate) sleutel: BTreeMap<&'static str, String>,
    pub(crate) blokken: BTreeMap<String, Fraction>,
    pub(crate) gewichten: BTreeMap<String, Fraction>,
    pub(crate) parameters: BTreeMap<(String, Option<i64>), Fraction>,
    pub(crate) onbekend: BTreeMap<(String, i64), Fraction>,
    pub(crate) protocol_years: Option<i64>,
    pub(crate) realised: BTreeMap<i64, Fraction>,
    pub(crate) bijdragen: BTreeMap<(String, i64), (Fraction, String)>,
    pub(crate) index: Option<Fraction>,
}

fn number(tree: &Tree, name: &str) -> Fraction {
    fraction(word(tree, name).unwrap())
}

fn year(tree: &Tree) -> i64 {
    whole(tree, "jaar").unwrap()
}

fn id(tree: &Tree, name: &str) -> String {
    word(tree, name).unwrap().to_owned()
}

impl Chosen {
    /// A scenario over its starting point over the proposal.
    pub(crate) fn new(publicatie: &Tree, scenario: &Tree) -> Self {
        let points = items(publicatie, "uitgangspunten");
        let mut chosen = Self::default();
        chosen.lay(points[0].get("scenario").unwrap());
        let named = word(scenario, "uitgangspunt");
        if let Some(point) = points.iter().find(|point| word(point, "id") == named) {
            chosen.lay(point.get("scenario").unwrap());
        }
        chosen.lay(scenario);
        chosen
    }

    /// The proposal under the keys of this scenario, and nothing else of it.
    pub(crate) fn proposal_under_these_keys(&self, publicatie: &Tree) -> Self {
        let mut chosen = Self::default();
        chosen.lay(items(publicatie, "uitgangspunten")[0].get("scenario").unwrap());
        chosen.sleutel.clone_from(&self.sleutel);
        chosen.blokken.clone_from(&self.blokken);
        chosen.gewichten.clone_from(&self.gewichten);
        chosen
    }

    /// Lays a document over what is there.
    fn lay(&mut self, document: &Tree) {
        if document.get("varianten").is_some() {
            let names = items(document, "varianten").iter();
            self.varianten = names
                .map(|name| if let Tree::Text(name) = name { name.clone() } else { String::new() })
                .collect();
        }
        for uitrol in items(document, "uitrol") {
            self.lay_uitrol(uitrol);
        }
        if let Some(Tree::Object(fields)) = document.get("keuzes") {
            for (keuze, optie) in fields {
                let Tree::Text(optie) = optie else { panic!("{optie:?}") };
                self.keuzes.insert(keuze.clone(), optie.clone());
            }
        }
        if let Some(financiering) = document.get("financiering") {
            for field in ["wijze", "reservering", "vertraging", "incidenteel"] {
                self.financiering.extend(financiering.get(field).map(|it| (field, it.clone())));
            }
        }
        if let Some(sleutel) = document.get("sleutel") {
            self.lay_sleutel(sleutel);
        }
        self.lay_figures(document);
    }

    fn lay_uitrol(&mut self, uitrol: &Tree) {
        let variant = id(uitrol, "variant");
        for entry in items(uitrol, "inzet") {
            self.inzet.insert((variant.clone(), year(entry)), number(entry, "waarde"));
        }
        for entry in items(uitrol, "omvang") {
            let reach = match word(entry, "aandeel") {
                Some(share) => Reach::Share(fraction(share)),
                None => Reach::Count(number(entry, "waarde")),
            };
            self.omvang.insert((variant.clone(), year(entry)), reach);
        }
        self.start.extend(whole(uitrol, "start").map(|start| (variant, start)));
    }

    fn lay_sleutel(&mut self, sleutel: &Tree) {
        for field in ["alle", "ophoging", "reservering", "kosten", "baten"] {
            self.sleutel.extend(word(sleutel, field).map(|key| (field, key.to_owned())));
        }
        let of = |list: &[Tree], name: &str| -> BTreeMap<String, Fraction> {
            list.iter().map(|entry| (id(entry, name), number(entry, "waarde"))).collect()
        };
        let blokken = of(items(sleutel, "blokken"), "blok");
        if !blokken.is_empty() {
            self.blokken = blokken;
        }
        let gewichten = of(items(sleutel, "gewichten"), "deelnemer");
        if !gewichten.is_empty() {
            self.gewichten = gewichten;
        }
    }

    fn lay_figures(&mut self, document: &Tree) {
        for entry in items(document, "vrijgave") {
            self.vrijgave.insert(year(entry), number(entry, "bedrag"));
        }
        for entry in items(document, "parameters") {
            let key = (id(entry, "id"), whole(entry, "jaar"));
            self.parameters.insert(key, number(entry, "waarde"));
        }
        for entry in items(document, "onbekend") {
            self.onbekend.insert((id(entry, "post"), year(entry)), number(entry, "bedrag"));
        }
        if let Some(protocol) = document.get("rekenprotocol") {
            self.protocol_years = whole(protocol, "jaren").or(self.protocol_years);
            for entry in items(protocol, "gerealiseerd") {
                self.realised.insert(year(entry), number(entry, "bedrag"));
            }
        }
        for entry in items(document, "bijdragen") {
            let key = (id(entry, "deelnemer"), year(entry));
            self.bijdragen.insert(key, (number(entry, "bedrag"), id(entry, "soort")));
        }
        if let Some(index) = word(document, "index") {
            self.index = Some(fraction(index));
        }
    }
}
