//! Random publicaties: every kind of regel, key and driver, with gaps, zeros and unknowns.

mod deelnemers;
mod varianten;

use bijdragewijzer::document::Tree;
use bijdragewijzer::publicatie::{Publicatie, lees};

use super::dice::Dice;
use super::figures::{amount, basis, count, name, share};
use super::json::{object, set, text};
use super::scenarios;

/// A random publicatie as a document, and as what the reader makes of it.
pub(crate) fn random(dice: &mut Dice<'_>) -> (Tree, Publicatie) {
    let mut document = Draft::new(dice).document();
    // What the starting points can choose from is known once the rest has been read.
    let first = read(&document);
    let mut points = vec![point("u1", scenarios::complete(dice, &first))];
    set(&mut document, "uitgangspunten", Tree::List(points.clone()));
    let more = dice.below(3);
    if more > 0 {
        let first = read(&document);
        for number in 0..more {
            points.push(point(&format!("u{}", number + 2), scenarios::accepted(dice, &first)));
        }
        set(&mut document, "uitgangspunten", Tree::List(points));
    }
    let publicatie = read(&document);
    (document, publicatie)
}

fn point(id: &str, scenario: Tree) -> Tree {
    object(vec![
        ("id", text(id)),
        ("naam", text(format!("Uitgangspunt {id}"))),
        ("herkomst", herkomst()),
        ("scenario", scenario),
    ])
}

fn read(document: &Tree) -> Publicatie {
    lees(document).unwrap_or_else(|meldingen| panic!("{meldingen:?} in {}", document.to_json()))
}

/// A publicatie in the making.
struct Draft<'d, 'r> {
    dice: &'d mut Dice<'r>,
    van: i64,
    tot: i64,
    basisjaar: i64,
    blokken: Vec<String>,
    parameters: Vec<Parameter>,
    keuzes: Vec<(String, Vec<String>)>,
    names: usize,
}

/// A parameter that has been made.
struct Parameter {
    id: String,
    eenheid: &'static str,
    divides: bool,
    document: Tree,
}

impl<'d, 'r> Draft<'d, 'r> {
    fn new(dice: &'d mut Dice<'r>) -> Self {
        let van = dice.between(2_019, 2_024);
        let tot = van + dice.between(0, 5);
        let basisjaar =
            if dice.chance(15) { dice.between(van, tot + 1) } else { van - dice.between(1, 3) };
        let blokken = (0..dice.between(1, 3)).map(|number| format!("blok-{number}")).collect();
        Self {
            dice,
            van,
            tot,
            basisjaar,
            blokken,
            parameters: Vec::new(),
            keuzes: Vec::new(),
            names: 0,
        }
    }

    fn document(mut self) -> Tree {
        self.baten();
        self.keuzes = self.choices();
        let paid = self.deelnemers();
        let varianten: Vec<Tree> =
            (0..self.dice.between(1, 5)).map(|number| self.variant(number)).collect();
        let regels: Vec<Tree> = (0..self.dice.below(3)).map(|_| self.regel(None)).collect();
        let buiten: Vec<Tree> = (0..self.dice.below(2)).map(|_| self.buiten()).collect();
        let keys = self.keys(&paid);
        let mut document = object(vec![
            ("formaat", text("bijdragewijzer/publicatie")),
            ("versie", Tree::Whole(1)),
            ("id", text("proef")),
            ("titel", text(name(self.dice, "Proef"))),
            ("organisatie", text("Proeflichaam")),
            ("uitgave", text("1")),
            ("datum", text("2021-01-27")),
            ("stand", text("concept")),
            (
                "bronnen",
                Tree::List(vec![object(vec![("id", text("bron")), ("titel", text("Bron"))])]),
            ),
            ("horizon", period(self.van, self.tot)),
            ("dekking", self.dekking()),
            ("basisjaar", Tree::Whole(self.basisjaar)),
            ("blokken", self.blokken()),
            ("reeksen", self.reeksen()),
            ("deelnemers", Tree::List(paid.iter().map(|paid| self.deelnemer(paid)).collect())),
            ("verdeelsleutels", Tree::List(keys)),
            ("varianten", Tree::List(varianten)),
            ("regels", Tree::List(regels)),
            ("buiten_exploitatie", Tree::List(buiten)),
            ("keuzes", Tree::List(self.keuzes.iter().map(keuze).collect())),
            ("uitgangspunten", Tree::List(vec![point("u0", start())])),
        ]);
        if self.dice.chance(70) {
            let (van, tot) = self.part();
            set(&mut document, "overgang", period(van, tot));
        }
        let parameters = self.parameters.into_iter().map(|parameter| parameter.document).collect();
        set(&mut document, "parameters", Tree::List(parameters));
        document
    }

    /// Some years of the horizon in a row.
    fn part(&mut self) -> (i64, i64) {
        let van = self.dice.between(self.van, self.tot);
        (van, self.dice.between(van, self.tot))
    }

    fn dekking(&mut self) -> Tree {
        let (van, tot) = self.part();
        let resultaat = self.van - self.dice.between(-1, 2);
        object(vec![
            ("van", Tree::Whole(van)),
            ("tot", Tree::Whole(tot)),
            ("resultaat", Tree::Whole(resultaat)),
        ])
    }

    fn blokken(&self) -> Tree {
        let blok = |id: &String| {
            object(vec![
                ("id", text(id.as_str())),
                ("naam", text(format!("Alle van {id}"))),
                ("enkelvoud", text(format!("Een van {id}"))),
            ])
        };
        Tree::List(self.blokken.iter().map(blok).collect())
    }

    /// The year of the keys, a second year with keys, and a year with gaps.
    fn years(&self) -> [i64; 3] {
        [self.basisjaar, self.basisjaar - 1, self.basisjaar + 4]
    }

    fn reeksen(&self) -> Tree {
        let reeks = |jaar: i64| {
            object(vec![
                ("jaar", Tree::Whole(jaar)),
                ("soort", text("begroting")),
                ("naam", text(format!("Begroting {jaar}"))),
                ("status", text("openbaar")),
                ("herkomst", herkomst()),
            ])
        };
        Tree::List(self.years().into_iter().map(reeks).collect())
    }

    fn choices(&mut self) -> Vec<(String, Vec<String>)> {
        (0..self.dice.below(3))
            .map(|number| {
                let opties = (0..self.dice.between(1, 3)).map(|optie| format!("optie{optie}"));
                (format!("keuze{number}"), opties.collect())
            })
            .collect()
    }

    /// The baten that every publicatie has, and the figures of the past that it may have.
    fn baten(&mut self) {
        let figures = |dice: &mut Dice<'_>| object(vec![("waarde", text(amount(dice)))]);
        let oud = figures(self.dice);
        self.add("baten_oud", "euro", false, oud);
        let mut nieuw = object(Vec::new());
        if !self.dice.chance(3) {
            nieuw = figures(self.dice);
            self.vary(&mut nieuw, "euro", false);
        }
        self.add("baten_nieuw", "euro", false, nieuw);
        if self.dice.chance(60) {
            let years: Vec<Tree> = (self.van - 4..self.van)
                .map(|jaar| {
                    object(vec![("jaar", Tree::Whole(jaar)), ("waarde", text(amount(self.dice)))])
                })
                .collect();
            let past =
                object(vec![("per_jaar", Tree::List(years)), ("jaarlijks", Tree::Bool(true))]);
            self.add("gerealiseerde_baten", "euro", false, past.clone());
            self.add("resultaat", "euro", false, past);
        }
    }

    fn add(&mut self, id: &str, eenheid: &'static str, divides: bool, figures: Tree) {
        let Tree::Object(figures) = figures else { panic!("figures of {id}") };
        let unknown = !figures.iter().any(|(name, _)| name == "waarde" || name == "per_jaar");
        let status =
            if unknown { "onbekend" } else { *self.dice.pick(&["bron", "aanname", "afgeleid"]) };
        let mut document = object(vec![
            ("id", text(id)),
            ("naam", text(name(self.dice, id))),
            ("eenheid", text(eenheid)),
            ("status", text(status)),
            ("herkomst", herkomst()),
        ]);
        for (name, value) in figures {
            set(&mut document, &name, value);
        }
        self.parameters.push(Parameter { id: id.to_owned(), eenheid, divides, document });
    }

    /// Values of single years, a band, and sometimes no value for the other years.
    fn vary(&mut self, figures: &mut Tree, eenheid: &str, divides: bool) {
        if self.dice.chance(25) {
            let years: Vec<i64> = (self.van..=self.tot).collect();
            let years: Vec<Tree> = self
                .dice
                .some(&years, 50)
                .into_iter()
                .map(|jaar| {
                    let waarde = value(self.dice, eenheid, divides);
                    object(vec![("jaar", Tree::Whole(*jaar)), ("waarde", text(waarde))])
                })
                .collect();
            set(figures, "per_jaar", Tree::List(years));
        }
        if self.dice.chance(20) {
            set(figures, "jaarlijks", Tree::Bool(true));
        }
        if self.dice.chance(30)
            && let Some(Tree::Text(waarde)) = figures.get("waarde").cloned()
        {
            set(figures, "laag", text(waarde.clone()));
            let top = match eenheid {
                "euro" => "10000000000",
                "aantal" => "100000000",
                _ => "1",
            };
            set(figures, "hoog", text(top));
        }
    }

    /// The id of a parameter in this unit: mostly a new one, now and then one that is in use already.
    fn parameter(&mut self, eenheid: &'static str, divides: bool) -> String {
        let known: Vec<&str> = self
            .parameters
            .iter()
            .filter(|known| known.eenheid == eenheid && known.divides == divides)
            // Figures of the past are no amounts of a regel.
            .filter(|known| !["gerealiseerde_baten", "resultaat"].contains(&known.id.as_str()))
            .map(|known| known.id.as_str())
            .collect();
        if !known.is_empty() && self.dice.chance(15) {
            return (*self.dice.pick(&known)).to_owned();
        }
        self.names += 1;
        let id = format!("{eenheid}_{}", self.names);
        let mut figures = object(Vec::new());
        if !self.dice.chance(12) {
            set(&mut figures, "waarde", text(value(self.dice, eenheid, divides)));
            self.vary(&mut figures, eenheid, divides);
        }
        self.add(&id, eenheid, divides, figures);
        id
    }
}

fn value(dice: &mut Dice<'_>, eenheid: &str, divides: bool) -> String {
    match (eenheid, divides) {
        ("euro", _) => amount(dice),
        ("aantal", true) => basis(dice),
        ("aantal", false) => count(dice),
        _ => share(dice),
    }
}

pub(crate) fn period(van: i64, tot: i64) -> Tree {
    object(vec![("van", Tree::Whole(van)), ("tot", Tree::Whole(tot))])
}

pub(crate) fn herkomst() -> Tree {
    object(vec![("bron", text("bron")), ("paragraaf", text("1"))])
}

pub(crate) fn key(id: &str, soort: &str, fields: Vec<(&str, Tree)>) -> Tree {
    let mut key = object(vec![
        ("id", text(id)),
        ("naam", text(format!("Sleutel {id}"))),
        ("soort", text(soort)),
        ("status", text("openbaar")),
        ("herkomst", herkomst()),
    ]);
    for (name, value) in fields {
        set(&mut key, name, value);
    }
    key
}

fn keuze((id, opties): &(String, Vec<String>)) -> Tree {
    let optie = |id: &String| object(vec![("id", text(id.as_str())), ("naam", text(id.as_str()))]);
    object(vec![
        ("id", text(id.as_str())),
        ("naam", text(id.as_str())),
        ("opties", Tree::List(opties.iter().map(optie).collect())),
    ])
}

/// The smallest complete scenario.
fn start() -> Tree {
    object(vec![
        ("versie", Tree::Whole(1)),
        ("varianten", Tree::List(Vec::new())),
        (
            "financiering",
            object(vec![
                ("wijze", text("structureel")),
                ("reservering", text("0.00")),
                ("incidenteel", text("0.00")),
            ]),
        ),
        ("sleutel", object(vec![("alle", text("evenredig"))])),
    ])
}
