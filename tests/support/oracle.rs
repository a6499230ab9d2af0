//! The rekenmodel a second time, straight from the two documents and in fractions of any length: what every
//! amount must be. Written from the description of the model; nothing of the model itself is used.

mod key;
mod posts;

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use bijdragewijzer::document::Tree;
use num_bigint::BigInt;
use num_traits::{One, Signed, Zero};

pub(crate) use key::Key;
pub(crate) use posts::Post;
use posts::Year;

use super::exact::{Fraction, cents, euro, fraction, whole_weight};
use super::json::{items, whole, word};
use super::merge::{Chosen, Reach};

/// What a scenario comes to.
#[derive(Debug)]
pub(crate) struct Oracle<'t> {
    publicatie: &'t Tree,
    pub(crate) chosen: Chosen,
    pub(crate) years: Vec<i64>,
    keys: BTreeMap<&'static str, Key>,
    /// The proposal under the keys of this scenario, once it is asked for.
    proposal: OnceCell<Vec<Post>>,
}

impl<'t> Oracle<'t> {
    pub(crate) fn new(publicatie: &'t Tree, scenario: &Tree) -> Self {
        Self::over(publicatie, Chosen::new(publicatie, scenario))
    }

    fn over(publicatie: &'t Tree, chosen: Chosen) -> Self {
        let horizon = publicatie.get("horizon").unwrap();
        let years = (whole(horizon, "van").unwrap()..=whole(horizon, "tot").unwrap()).collect();
        let mut oracle =
            Self { publicatie, chosen, years, keys: BTreeMap::new(), proposal: OnceCell::new() };
        let groups = ["ophoging", "reservering", "kosten", "baten"];
        oracle.keys = groups.into_iter().map(|groep| (groep, oracle.made_key(groep))).collect();
        oracle
    }

    fn find(&self, list: &str, id: &str) -> &'t Tree {
        items(self.publicatie, list).iter().find(|item| word(item, "id") == Some(id)).unwrap()
    }

    fn within(&self, period: &str, jaar: i64) -> bool {
        self.publicatie.get(period).is_some_and(|period| {
            (whole(period, "van").unwrap()..=whole(period, "tot").unwrap()).contains(&jaar)
        })
    }

    /// A parameter in a year: typed for the year, typed for all, published for the year, published for all.
    pub(crate) fn value(&self, id: &str, jaar: i64) -> Option<Fraction> {
        let typed = |year| self.chosen.parameters.get(&(id.to_owned(), year)).cloned();
        let parameter = self.find("parameters", id);
        let mut years = items(parameter, "per_jaar").iter();
        let published = years
            .find(|entry| whole(entry, "jaar") == Some(jaar))
            .or(Some(parameter))
            .and_then(|entry| word(entry, "waarde"));
        typed(Some(jaar)).or_else(|| typed(None)).or_else(|| published.map(fraction))
    }

    /// Inzet or omvang of a variant in a year; nothing when it is onbekend, or when the variant only starts.
    pub(crate) fn driver(&self, variant: &Tree, jaar: i64) -> Option<Fraction> {
        let id = word(variant, "id")?.to_owned();
        let published = || {
            let mut years = items(variant, "uitrol").iter();
            let entry = years.find(|entry| whole(entry, "jaar") == Some(jaar));
            entry.and_then(|entry| word(entry, "waarde")).map_or_else(Fraction::zero, fraction)
        };
        match word(variant, "drijver")? {
            "inzet" => Some(self.chosen.inzet.get(&(id, jaar)).cloned().unwrap_or_else(published)),
            "omvang" => match self.chosen.omvang.get(&(id, jaar)) {
                Some(Reach::Share(share)) => {
                    self.value(word(variant, "jaartotaal")?, jaar).map(|total| total * share)
                }
                Some(Reach::Count(count)) => Some(count.clone()),
                None => Some(published()),
            },
            _ => None,
        }
    }

    /// Whether a variant runs in a year. A share above zero of a number that no one knows is not nothing.
    pub(crate) fn runs(&self, variant: &Tree, jaar: i64) -> bool {
        let id = word(variant, "id").unwrap().to_owned();
        if word(variant, "drijver") == Some("start") {
            let start = self.chosen.start.get(&id).copied().or_else(|| whole(variant, "start"));
            return start.is_some_and(|start| jaar >= start);
        }
        match (self.driver(variant, jaar), self.chosen.omvang.get(&(id, jaar))) {
            (Some(driver), _) => driver.is_positive(),
            (None, Some(Reach::Share(share))) => share.is_positive(),
            (None, _) => false,
        }
    }

    /// The count of a step of the trechter.
    pub(crate) fn step(&self, variant: &Tree, id: &str, jaar: i64) -> Option<Fraction> {
        let step = items(variant, "trechter").iter().find(|step| word(step, "id") == Some(id));
        let Some(step) = step else { return self.driver(variant, jaar) };
        let before = self.step(variant, word(step, "van")?, jaar)?;
        Some(before * self.value(word(step, "aandeel")?, jaar)?)
    }

    /// Whether the choice under which a regel counts is made.
    fn is_chosen(&self, regel: &Tree) -> bool {
        let Some(bij) = regel.get("bij") else { return true };
        let keuze = word(bij, "keuze").unwrap();
        let first = || word(&items(self.find("keuzes", keuze), "opties")[0], "id");
        self.chosen.keuzes.get(keuze).map(String::as_str).or_else(first) == word(bij, "optie")
    }

    /// ± bedrag × step × factors ÷ basis, or what the user says of the whole post.
    fn amount(&self, regel: &Tree, variant: Option<&Tree>, jaar: i64) -> Option<Fraction> {
        let id = word(regel, "id")?.to_owned();
        if let Some(own) = self.chosen.onbekend.get(&(id, jaar)) {
            return Some(own.clone());
        }
        let mut amount = self.value(word(regel, "bedrag")?, jaar)?;
        if let Some(step) = word(regel, "stap") {
            amount *= self.step(variant?, step, jaar)?;
        }
        for factor in items(regel, "factoren") {
            let Tree::Text(factor) = factor else { return None };
            amount *= self.value(factor, jaar)?;
        }
        if let Some(basis) = word(regel, "basis") {
            amount /= self.value(basis, jaar)?;
        }
        Some(if word(regel, "soort") == Some("besparing") { -amount } else { amount })
    }

    /// The regels that count in a year: id, group, cents.
    pub(crate) fn regels(&self, jaar: i64) -> Vec<(String, &'static str, Option<BigInt>)> {
        let mut counted = Vec::new();
        let mut count = |regel: &Tree, variant: Option<&Tree>| {
            let groep =
                if word(regel, "soort") == Some("minderbaten") { "baten" } else { "kosten" };
            let amount = self.amount(regel, variant, jaar).map(|amount| cents(&amount));
            counted.push((word(regel, "id").unwrap().to_owned(), groep, amount));
        };
        for variant in items(self.publicatie, "varianten") {
            let chosen =
                self.chosen.varianten.iter().any(|id| Some(id.as_str()) == word(variant, "id"));
            if !chosen || !self.runs(variant, jaar) {
                continue;
            }
            let first = !self.years.iter().any(|year| *year < jaar && self.runs(variant, *year));
            for regel in items(variant, "regels").iter().filter(|regel| self.is_chosen(regel)) {
                let counts = match word(regel, "moment").unwrap() {
                    "elk_jaar" => true,
                    "vervolgjaren" => !first,
                    _ => first,
                };
                if counts {
                    count(regel, Some(variant));
                }
            }
        }
        for regel in items(self.publicatie, "regels").iter().filter(|regel| self.is_chosen(regel)) {
            count(regel, None);
        }
        counted
    }

    fn baten_nieuw(&self, jaar: i64) -> Option<Fraction> {
        let typed = |year| self.chosen.parameters.contains_key(&("baten_nieuw".to_owned(), year));
        let Some(needed) =
            self.chosen.protocol_years.filter(|_| !typed(None) && !typed(Some(jaar)))
        else {
            return self.value("baten_nieuw", jaar);
        };
        let mut realised = self.chosen.realised.clone();
        let parameters = items(self.publicatie, "parameters").iter();
        for past in parameters.filter(|it| word(it, "id") == Some("gerealiseerde_baten")) {
            for entry in items(past, "per_jaar") {
                let year = whole(entry, "jaar")?;
                realised.entry(year).or_insert_with(|| fraction(word(entry, "waarde").unwrap()));
            }
        }
        let needed = usize::try_from(needed).unwrap();
        let usable: Vec<_> = realised.range(..=jaar - 2).rev().take(needed).collect();
        let sum: Fraction = usable.iter().map(|(_, amount)| *amount).sum();
        Some(sum / BigInt::from(needed))
    }

    fn ophoging(&self, jaar: i64) -> Option<BigInt> {
        Some(cents(&(self.value("baten_oud", jaar)? - self.baten_nieuw(jaar)?)))
    }

    fn money(&self, field: &str) -> BigInt {
        let Some(Tree::Text(amount)) = self.chosen.financiering.get(field) else {
            panic!("{field}")
        };
        cents(&fraction(amount))
    }

    pub(crate) fn wijze(&self) -> &str {
        let Some(Tree::Text(wijze)) = self.chosen.financiering.get("wijze") else {
            panic!("wijze")
        };
        wijze
    }

    fn vertraging(&self) -> i64 {
        match self.chosen.financiering.get("vertraging") {
            Some(Tree::Whole(years)) if self.wijze() != "incidenteel" => *years,
            _ => 0,
        }
    }

    /// The reservering of a transition year; nothing in other years and under other wijzen.
    pub(crate) fn reservering(&self, jaar: i64) -> Option<BigInt> {
        let reserves = self.wijze() == "structureel" && self.within("overgang", jaar);
        reserves.then(|| self.money("reservering"))
    }

    /// What is known of the effect of a year.
    pub(crate) fn effect(&self, jaar: i64) -> BigInt {
        self.regels(jaar).into_iter().filter_map(|(_, _, amount)| amount).sum()
    }

    /// The amount that is kept once, with the year whose resultaat it is kept from.
    pub(crate) fn one_off(&self) -> Option<(i64, BigInt)> {
        let dekking = self.publicatie.get("dekking").unwrap();
        let kept = self.wijze() == "incidenteel";
        kept.then(|| (whole(dekking, "resultaat").unwrap(), self.money("incidenteel")))
    }

    /// Every post of every year.
    pub(crate) fn posts(&self) -> Vec<Post> {
        let mut posts = Vec::new();
        let mut rest = self.one_off().map(|(_, kept)| (kept, BTreeSet::new()));
        for jaar in &self.years {
            let mut year = Year { jaar: *jaar, posts: Vec::new() };
            year.post("ophoging", "begroot", "ophoging", self.ophoging(*jaar));
            match &mut rest {
                Some((left, leaves_out)) => self.covered(&mut year, left, leaves_out),
                None => self.budgeted(&mut year),
            }
            posts.append(&mut year.posts);
        }
        posts
    }

    /// Structureel and jaarlijks.
    fn budgeted(&self, year: &mut Year) {
        let delay = self.vertraging();
        if let Some(reserved) = self.reservering(year.jaar) {
            year.post("reservering", "begroot", "reservering", Some(reserved.clone()));
            year.post("reservering", "verrekening", "reservering", Some(-reserved));
            year.regels(self.regels(year.jaar), "verrekening");
        } else if delay == 0 {
            year.regels(self.regels(year.jaar), "begroot");
        } else {
            let planned = year.jaar - delay;
            if self.years.contains(&planned) {
                year.regels(self.regels(planned), "begroot");
                for (id, groep, amount) in self.regels(planned) {
                    let back = amount.map(|amount| -amount);
                    year.post(&format!("{id}_begroot"), "verrekening", groep, back);
                }
            }
            year.regels(self.regels(year.jaar), "verrekening");
        }
    }

    /// Incidenteel: what is left pays for the effect in the covered years, and goes back after the last.
    fn covered(&self, year: &mut Year, left: &mut BigInt, leaves_out: &mut BTreeSet<String>) {
        year.regels(self.regels(year.jaar), "begroot");
        if !self.within("dekking", year.jaar) {
            return;
        }
        let unknown = self.regels(year.jaar).into_iter().filter(|(_, _, amount)| amount.is_none());
        leaves_out.extend(unknown.map(|(id, _, _)| id));
        let taken = self.effect(year.jaar).min(left.clone()).max(BigInt::zero());
        *left -= &taken;
        year.post("onttrekking", "begroot", "reservering", Some(-taken));
        year.leave_out(leaves_out);
        if !self.within("dekking", year.jaar + 1) {
            year.post("rest", "verrekening", "reservering", Some(-left.clone()));
            year.leave_out(leaves_out);
        }
    }

    fn advance(deelnemer: &Tree, jaar: i64) -> Option<Fraction> {
        let mut paid = items(deelnemer, "bijdragen").iter();
        let found = paid.find(|entry| {
            whole(entry, "jaar") == Some(jaar) && word(entry, "soort") == Some("begroting")
        });
        found.and_then(|entry| word(entry, "bedrag")).map(fraction)
    }

    /// The key of a group of posts.
    pub(crate) fn key(&self, groep: &str) -> &Key {
        &self.keys[groep]
    }

    fn made_key(&self, groep: &str) -> Key {
        let id =
            self.chosen.sleutel.get(groep).or_else(|| self.chosen.sleutel.get("alle")).unwrap();
        let key = self.find("verdeelsleutels", id);
        let deelnemers = items(self.publicatie, "deelnemers");
        let weight = |deelnemer: &Tree| match whole(key, "jaar") {
            Some(jaar) => Self::advance(deelnemer, jaar),
            None => self.chosen.gewichten.get(word(deelnemer, "id").unwrap()).cloned(),
        };
        let weights: Vec<BigInt> = deelnemers
            .iter()
            .map(|it| weight(it).as_ref().map_or_else(BigInt::zero, whole_weight))
            .collect();
        if word(key, "soort") != Some("blok") {
            let all = weights.into_iter().enumerate().collect();
            return Key { blokken: vec![(BigInt::one(), all)], deelnemers: deelnemers.len() };
        }
        let fixed = items(key, "blokken");
        let of_block = |blok: &str| -> Fraction {
            if fixed.is_empty() {
                return self.chosen.blokken.get(blok).cloned().unwrap_or_else(Fraction::zero);
            }
            let found = fixed.iter().find(|entry| word(entry, "blok") == Some(blok));
            found.and_then(|it| word(it, "waarde")).map_or_else(Fraction::zero, fraction)
        };
        let blokken = items(self.publicatie, "blokken").iter().map(|blok| {
            let id = word(blok, "id").unwrap();
            let members = weights.iter().cloned().enumerate();
            let members =
                members.filter(|(index, _)| word(&deelnemers[*index], "blok") == Some(id));
            (whole_weight(&of_block(id)), members.collect())
        });
        Key { blokken: blokken.collect(), deelnemers: deelnemers.len() }
    }

    /// The bijdrage without the proposal, in cents; nothing when it is onbekend.
    pub(crate) fn bijdrage_oud(&self, deelnemer: usize, jaar: i64) -> Option<BigInt> {
        let tree = &items(self.publicatie, "deelnemers")[deelnemer];
        let id = word(tree, "id").unwrap().to_owned();
        match self.chosen.bijdragen.get(&(id, jaar)) {
            Some((typed, soort)) if soort == "zonder_voorstel" => Some(cents(typed)),
            Some((typed, _)) => {
                let proposal = self.proposal.get_or_init(|| {
                    let chosen = self.chosen.proposal_under_these_keys(self.publicatie);
                    Oracle::over(self.publicatie, chosen).posts()
                });
                Some(cents(typed) - self.begroot(proposal, deelnemer, jaar))
            }
            None => self.indexed(tree, jaar),
        }
    }

    fn indexed(&self, deelnemer: &Tree, jaar: i64) -> Option<BigInt> {
        let base = whole(self.publicatie, "basisjaar")?;
        let mut amount = cents(&Self::advance(deelnemer, base)?);
        let rise = Fraction::one() + self.chosen.index.clone().unwrap_or_else(Fraction::zero);
        for _ in base..jaar {
            amount = cents(&(euro(&amount) * &rise));
        }
        Some(amount)
    }

    /// What the begroting of a year does to one deelnemer.
    fn begroot(&self, posts: &[Post], deelnemer: usize, jaar: i64) -> BigInt {
        let posts = posts.iter().filter(|post| post.jaar == jaar && post.deel == "begroot");
        posts.filter_map(|post| self.shares(post)).map(|shares| shares[deelnemer].clone()).sum()
    }

    /// What every deelnemer gets of a post; nothing when it is onbekend.
    pub(crate) fn shares(&self, post: &Post) -> Option<Vec<BigInt>> {
        post.cents.as_ref().map(|cents| self.key(post.groep).divide(cents))
    }
}
