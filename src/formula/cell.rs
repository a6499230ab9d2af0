//! Reading 4: the same formula in spreadsheet notation, cell by cell.
//!
//! Names are those of the herleiding; functions are the English ones that files store. A post that
//! depends on an unknown input says "onbekend" until its input cell holds a number, and SUM skips it.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::amount::amount;
use super::naam::{Naam, cell_word};
use super::sleutel::Sleutel;
use super::{Node, Term};
use crate::units::{Breuk, Verdeelwijze};

/// One cell: a name and what it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Its name, unique in the workbook.
    pub naam: String,
    /// A formula without the equals sign; for an input its value, or nothing when it is onbekend.
    pub formule: String,
    /// Whether it is an input: a value of a document.
    pub invoer: bool,
}

/// Reading 4: every cell that `term` needs, inputs first, each after what it uses; the last is the term.
pub fn cells<U>(term: &Term<U>, naam: &str) -> Vec<Cell> {
    let mut sheet = Sheet { cells: Vec::new(), known: BTreeSet::new() };
    let formule = sheet.formula(&term.node);
    if formule != naam {
        sheet.cell(naam.into(), formule, false);
    }
    sheet.cells.sort_by_key(|cell| !cell.invoer);
    sheet.cells
}

struct Sheet {
    cells: Vec<Cell>,
    known: BTreeSet<String>,
}

impl Sheet {
    fn cell(&mut self, naam: String, formule: String, invoer: bool) {
        if self.known.insert(naam.clone()) {
            self.cells.push(Cell { naam, formule, invoer });
        }
    }

    fn formula(&mut self, node: &Rc<Node>) -> String {
        match &**node {
            Node::Nul => "0".into(),
            Node::Leaf(leaf) => {
                let value = leaf.waarde.map(decimal_text).unwrap_or_default();
                self.cell(leaf.to_string(), value, true);
                leaf.to_string()
            }
            Node::Named { naam, term, .. } => self.named(naam, term),
            Node::Post { naam, term, .. } => self.named(naam, term),
            Node::Totaal { naam, delen, .. } => {
                if !self.known.contains(&naam.to_string()) {
                    let sum = self.sum(delen);
                    self.cell(naam.to_string(), sum, false);
                }
                naam.to_string()
            }
            Node::Share { van, deelnemer } => self.share(van, *deelnemer),
            Node::Plus(left, right) => self.infix(left, '+', right),
            Node::Minus(left, right) => self.infix(left, '-', right),
            Node::Times(left, right) => self.infix(left, '*', right),
            Node::DividedBy(left, right) => self.infix(left, '/', right),
            Node::Negative(term) => format!("(-{})", self.formula(term)),
            Node::Least(left, right) => self.call("MIN", left, right),
            Node::Greatest(left, right) => self.call("MAX", left, right),
            Node::OpCenten(term) => format!("ROUND({},2)", self.formula(term)),
        }
    }

    fn named(&mut self, naam: &Naam, term: &Rc<Node>) -> String {
        if !self.known.contains(&naam.to_string()) {
            let unknown = Term::<()>::of(Rc::clone(term)).unknowns();
            let formule = self.formula(term);
            let formule = match unknown.as_slice() {
                [] => formule,
                leaves if amount(term).waarde.is_none() => {
                    let tests: Vec<String> =
                        leaves.iter().map(|leaf| format!("ISNUMBER({leaf})")).collect();
                    format!("IF(AND({}),{formule},\"onbekend\")", tests.join(","))
                }
                _ => formule,
            };
            self.cell(naam.to_string(), formule, false);
        }
        naam.to_string()
    }

    fn sum(&mut self, delen: &[Rc<Node>]) -> String {
        let names: Vec<String> = delen.iter().map(|deel| self.formula(deel)).collect();
        if names.is_empty() { "0".into() } else { format!("SUM({})", names.join(",")) }
    }

    fn infix(&mut self, left: &Rc<Node>, sign: char, right: &Rc<Node>) -> String {
        // A product is written before its quotient, so the sheet multiplies first and divides last.
        if let (Node::DividedBy(above, below), '*') = (&**right, sign) {
            return format!(
                "({}*{}/{})",
                self.formula(left),
                self.formula(above),
                self.formula(below)
            );
        }
        format!("({}{sign}{})", self.formula(left), self.formula(right))
    }

    fn call(&mut self, name: &str, left: &Rc<Node>, right: &Rc<Node>) -> String {
        format!("{name}({},{})", self.formula(left), self.formula(right))
    }

    fn share(&mut self, van: &Rc<Node>, deelnemer: usize) -> String {
        match &**van {
            Node::Post { naam, sleutel, .. } => self.post_share(van, naam, sleutel, deelnemer),
            Node::Totaal { naam, delen, .. } => {
                let name = format!("{naam}_deel_{}", deelnemer + 1);
                if self.known.contains(&name) {
                    return name;
                }
                let shares: Vec<Rc<Node>> = delen
                    .iter()
                    .map(|deel| Rc::new(Node::Share { van: Rc::clone(deel), deelnemer }))
                    .collect();
                let sum = self.sum(&shares);
                self.cell(name.clone(), sum, false);
                name
            }
            _ => "0".into(),
        }
    }

    fn post_share(
        &mut self,
        post: &Rc<Node>,
        naam: &Naam,
        sleutel: &Sleutel,
        deelnemer: usize,
    ) -> String {
        let whole = self.formula(post);
        let own = |id: &str| format!("{naam}_{}", cell_word(id));
        let Some(id) = sleutel.deelnemers.get(deelnemer) else { return "0".into() };
        let name = own(id);
        if self.known.contains(&name) {
            return name;
        }
        let key = cell_word(&sleutel.id);
        match &sleutel.wijze {
            Verdeelwijze::Direct(verdeling) => {
                let receivers: Vec<String> = sleutel.deelnemers.iter().map(|id| own(id)).collect();
                let weights = self.weights(&key, &sleutel.deelnemers, verdeling.gewichten());
                self.division(&whole, &naam.to_string(), &receivers, &weights);
            }
            Verdeelwijze::PerBlok { blokken, leden, .. } => {
                let ids: Vec<_> = sleutel.blokken.iter().map(|blok| Rc::clone(&blok.id)).collect();
                let blocks: Vec<String> = ids.iter().map(|id| own(id)).collect();
                let weights = self.weights(&key, &ids, blokken.gewichten());
                self.division(&whole, &naam.to_string(), &blocks, &weights);
                for (blok, block) in leden.iter().zip(&blocks) {
                    if !blok.leden.contains(&deelnemer) {
                        continue;
                    }
                    let Some(binnen) = &blok.binnen else {
                        self.cell(name.clone(), "0".into(), false);
                        continue;
                    };
                    let ids: Vec<_> = blok
                        .leden
                        .iter()
                        .filter_map(|lid| sleutel.deelnemers.get(*lid).cloned())
                        .collect();
                    let receivers: Vec<String> = ids.iter().map(|id| own(id)).collect();
                    let weights = self.weights(&key, &ids, binnen.gewichten());
                    self.division(block, block, &receivers, &weights);
                }
            }
        }
        name
    }

    /// The weights as input cells. Whole hundredths, so that a sheet's products stay exact.
    fn weights(&mut self, key: &str, ids: &[super::Id], weights: &[u128]) -> Vec<String> {
        let names: Vec<String> =
            ids.iter().map(|id| format!("gewicht_{key}_{}", cell_word(id))).collect();
        let common = weights.iter().fold(0, |common, weight| gcd(common, *weight)).max(1);
        for (name, weight) in names.iter().zip(weights) {
            self.cell(name.clone(), (weight / common).to_string(), true);
        }
        names
    }

    /// Largest remainder in cells: whole cents, remainder, rank with ties by order, and the share.
    fn division(&mut self, whole: &str, stem: &str, receivers: &[String], weights: &[String]) {
        let cents = format!("{stem}_centen");
        if self.known.contains(&cents) {
            return;
        }
        self.cell(cents.clone(), format!("ROUND(ABS({whole})*100,0)"), false);
        let total = format!("{stem}_gewichten");
        self.cell(total.clone(), format!("SUM({})", weights.join(",")), false);
        for (receiver, weight) in receivers.iter().zip(weights) {
            self.cell(format!("{receiver}_heel"), format!("INT({cents}*{weight}/{total})"), false);
            self.cell(format!("{receiver}_rest"), format!("MOD({cents}*{weight},{total})"), false);
        }
        let whole_cents: Vec<String> =
            receivers.iter().map(|receiver| format!("{receiver}_heel")).collect();
        let over = format!("{stem}_over");
        self.cell(over.clone(), format!("{cents}-SUM({})", whole_cents.join(",")), false);
        for (index, (receiver, weight)) in receivers.iter().zip(weights).enumerate() {
            let mut rank = String::from("1");
            for (other, name) in receivers.iter().enumerate().filter(|(other, _)| *other != index) {
                let sign = if other < index { ">=" } else { ">" };
                rank.push_str(&format!("+IF({name}_rest{sign}{receiver}_rest,1,0)"));
            }
            self.cell(format!("{receiver}_rang"), rank, false);
            let share = format!(
                "IF({weight}=0,0,IF(ISNUMBER({whole}),SIGN({whole})*({receiver}_heel+IF({receiver}_rang<={over},1,0))/100,\"onbekend\"))"
            );
            self.cell(receiver.clone(), share, false);
        }
    }
}

fn gcd(a: u128, b: u128) -> u128 {
    if b == 0 { a } else { gcd(b, a % b) }
}

fn decimal_text(value: Breuk) -> String {
    value.exact_decimal(28).map(|decimal| decimal.to_string()).unwrap_or_default()
}
