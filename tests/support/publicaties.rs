//! Random publicaties: every kind of regel, key and driver, with gaps, zeros and unknowns.

use bijdragewijzer::document::Tree;
use bijdragewijzer::publicatie::{Publicatie, lees};

use super::dice::Dice;
use super::figures::{amount, amount_from_zero, basis, count, name, share, weight};
use super::json::{object, set, text, texts};
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

/// The amounts of one deelnemer: of the year of the keys, of a second year, of a year that no key uses.
struct Paid {
    id: String,
    blok: String,
    key_year: String,
    second: String,
    gap: Option<String>,
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

    fn deelnemers(&mut self) -> Vec<Paid> {
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

    fn deelnemer(&mut self, paid: &Paid) -> Tree {
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

    fn keys(&mut self, paid: &[Paid]) -> Vec<Tree> {
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

    fn variant(&mut self, number: i64) -> Tree {
        let drijver = *self.dice.pick(&["inzet", "omvang", "start"]);
        let id = format!("v{number}");
        let steps = if drijver == "omvang" { self.trechter(&id) } else { Vec::new() };
        let regels: Vec<Tree> =
            (0..self.dice.between(0, 3)).map(|_| self.regel(Some((drijver, &steps)))).collect();
        let mut variant = object(vec![
            ("id", text(id.as_str())),
            ("naam", text(name(self.dice, &id))),
            ("drijver", text(drijver)),
            ("regels", Tree::List(regels)),
        ]);
        if !steps.is_empty() {
            let trechter = steps.iter().map(|step| step.document.clone()).collect();
            set(&mut variant, "trechter", Tree::List(trechter));
        }
        if drijver == "start" {
            let start = self.dice.between(self.van, self.tot);
            set(&mut variant, "start", Tree::Whole(start));
        } else {
            let uitrol = self.uitrol(drijver);
            set(&mut variant, "uitrol", uitrol);
        }
        if drijver == "omvang" && self.dice.chance(70) {
            set(&mut variant, "jaartotaal", text(self.parameter("aantal", false)));
        }
        if self.dice.chance(20) {
            set(&mut variant, "fte", text(self.parameter("aantal", false)));
        }
        if number > 0 && self.dice.chance(20) {
            set(&mut variant, "dubbel_met", texts(["v0"]));
        }
        variant
    }

    fn uitrol(&mut self, drijver: &str) -> Tree {
        let years: Vec<i64> = (self.van..=self.tot).collect();
        let years: Vec<Tree> = self
            .dice
            .some(&years, 80)
            .into_iter()
            .map(|jaar| {
                let waarde = if drijver == "inzet" { share(self.dice) } else { count(self.dice) };
                object(vec![("jaar", Tree::Whole(*jaar)), ("waarde", text(waarde))])
            })
            .collect();
        Tree::List(years)
    }

    fn trechter(&mut self, variant: &str) -> Vec<Step> {
        let mut steps: Vec<Step> = Vec::new();
        for number in 0..self.dice.below(4) {
            let before = self.dice.below(number + 1);
            let van = usize::try_from(before).unwrap().checked_sub(1).map(|place| &steps[place]);
            let depth = van.map_or(0, |step| step.depth) + 1;
            let van = van.map_or_else(|| "omvang".to_owned(), |step| step.id.clone());
            let id = format!("aantal_{variant}_{number}");
            let document = object(vec![
                ("id", text(id.as_str())),
                ("naam", text(format!("Stap {number}"))),
                ("van", text(van)),
                ("aandeel", text(self.parameter("aandeel", false))),
            ]);
            steps.push(Step { id, depth, document });
        }
        steps
    }

    /// A regel of a variant with this driver and these steps, or one outside the variants.
    fn regel(&mut self, of: Option<(&str, &[Step])>) -> Tree {
        self.names += 1;
        let id = format!("regel_{}", self.names);
        let mut regel = object(vec![
            ("id", text(id.as_str())),
            ("naam", text(name(self.dice, &id))),
            ("soort", text(*self.dice.pick(&["meerkosten", "besparing", "minderbaten"]))),
            ("bedrag", text(self.parameter("euro", false))),
            (
                "moment",
                text(*self.dice.pick(&[
                    "elk_jaar",
                    "elk_jaar",
                    "eerste_jaar",
                    "vervolgjaren",
                    "eenmalig",
                ])),
            ),
        ]);
        let mut shares = 0;
        if let Some((drijver, steps)) = of.filter(|(drijver, _)| *drijver != "start")
            && self.dice.chance(80)
        {
            let places: Vec<(&str, usize)> = std::iter::once((drijver, 0))
                .chain(steps.iter().map(|step| (step.id.as_str(), step.depth)))
                .collect();
            let (stap, depth) = *self.dice.pick(&places);
            shares = depth + 1;
            set(&mut regel, "stap", text(stap));
            if drijver == "omvang" && self.dice.chance(70) {
                set(&mut regel, "basis", text(self.parameter("aantal", true)));
            }
        }
        let most = u64::try_from(5 - shares).unwrap().min(2);
        let factoren: Vec<String> =
            (0..self.dice.below(most + 1)).map(|_| self.parameter("aandeel", false)).collect();
        if !factoren.is_empty() {
            set(&mut regel, "factoren", texts(factoren));
        }
        if !self.keuzes.is_empty() && self.dice.chance(30) {
            let (keuze, opties) = self.dice.pick(&self.keuzes);
            let optie = self.dice.pick(opties);
            let bij =
                object(vec![("keuze", text(keuze.as_str())), ("optie", text(optie.as_str()))]);
            set(&mut regel, "bij", bij);
        }
        regel
    }

    fn buiten(&mut self) -> Tree {
        object(vec![
            ("id", text("buiten")),
            ("naam", text("Buiten de exploitatie")),
            ("aantal", text(self.parameter("aantal", false))),
            ("aandeel", text(self.parameter("aandeel", false))),
            ("bedrag", text(self.parameter("euro", false))),
        ])
    }
}

/// A step of a trechter, and how many shares lead to it.
struct Step {
    id: String,
    depth: usize,
    document: Tree,
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
