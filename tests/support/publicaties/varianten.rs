//! Random varianten with their uitrol, trechter and regels, and what stands beside the exploitation.

use bijdragewijzer::document::Tree;

use super::Draft;
use crate::support::figures::{count, name, share};
use crate::support::json::{object, set, text, texts};

impl Draft<'_, '_> {
    pub(super) fn variant(&mut self, number: i64) -> Tree {
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
    pub(super) fn regel(&mut self, of: Option<(&str, &[Step])>) -> Tree {
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

    pub(super) fn buiten(&mut self) -> Tree {
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
pub(super) struct Step {
    id: String,
    depth: usize,
    document: Tree,
}
