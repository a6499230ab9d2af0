//! One to four named scenarios side by side: what a link or a saved file can carry.

use super::controleer::checked;
use super::{Input, Scenario, header};
use crate::document::{MAX_TEXT, Pad, Reader, Shape, Tree, may, needs, object, shown};
use crate::melding::{Code, Melding};
use crate::publicatie::Publicatie;

pub(super) const FORMAAT: &str = "bijdragewijzer/vergelijking";

/// The most scenarios beside each other.
const MAX_SCENARIOS: usize = 4;

/// Its shape, for its JSON Schema.
pub const VERGELIJKING: Shape = Shape {
    name: "vergelijking",
    fields: &[may("formaat"), needs("versie"), may("uitgave"), needs("scenarios"), may("bovenaan")],
};

/// Scenarios side by side.
#[derive(Clone, Debug)]
pub struct Vergelijking {
    /// One to four, in their order.
    pub scenarios: Vec<Scenario>,
    /// Which of them is on top: its place, from 0.
    pub bovenaan: usize,
}

/// A vergelijking that is refused.
#[derive(Clone, Debug)]
pub struct Geweigerd {
    /// Why: every melding, with its path in the document.
    pub meldingen: Vec<Melding>,
    /// What could be read: the scenarios without their refused parts.
    pub scenarios: Vec<Input>,
}

/// Checks a vergelijking: every melding of every scenario, with its path in this document.
///
/// # Errors
/// What is wrong with it, and what could be read.
pub fn controleer_vergelijking(
    p: &Publicatie,
    tree: &Tree,
) -> Result<(Vergelijking, Vec<Melding>), Geweigerd> {
    let mut r = Reader::default();
    match lees(&mut r, p, tree) {
        Ok(vergelijking) => Ok((vergelijking, r.meldingen.close())),
        Err(scenarios) => Err(Geweigerd { meldingen: r.meldingen.close(), scenarios }),
    }
}

/// The same, with the meldingen in the reader, which is new; of one that is refused what could be read.
pub(super) fn lees(
    r: &mut Reader,
    p: &Publicatie,
    tree: &Tree,
) -> Result<Vergelijking, Vec<Input>> {
    let mut checks: Vec<(Option<Scenario>, Input)> = Vec::new();
    let mut bovenaan = 0;
    let root = Pad::ROOT;
    if let Some(o) = r.object(tree, &root, &VERGELIJKING)
        && header(r, &o, &root, FORMAAT).is_some()
        && let Some(list) = o.get("scenarios")
    {
        let pad = root.field("scenarios");
        let items = r.list(list, &pad, MAX_SCENARIOS);
        if items.is_empty() && matches!(list, Tree::List(items) if items.is_empty()) {
            r.report(Code::TooFew, &pad, ["1".into()]);
        }
        for (index, item) in items.iter().enumerate() {
            let mut own = Reader::default();
            checks.push(checked(&mut own, p, item));
            own.meldingen.place(&pad.item(index));
            r.meldingen.append(own.meldingen);
        }
        // Of another publicatie the uitgave says nothing.
        let elsewhere =
            |item: &Tree| matches!(item.get("publicatie"), Some(Tree::Text(id)) if **id != *p.id);
        r.field(&o, &root, "uitgave", |r, tree, pad| {
            let made_with = r.text(tree, pad, MAX_TEXT)?;
            let warning = other_uitgave(p, made_with, pad);
            warning.filter(|_| !items.iter().any(elsewhere)).map(|it| r.meldingen.push(it))
        });
        let last = i64::try_from(items.len()).unwrap_or(1).max(1);
        let place =
            r.field(&o, &root, "bovenaan", |r, tree, pad| r.whole(tree, pad, 1, last)).unwrap_or(1);
        bovenaan = usize::try_from(place - 1).unwrap_or(0);
    }
    let (scenarios, inputs): (Vec<_>, Vec<_>) = checks.into_iter().unzip();
    match scenarios.into_iter().collect() {
        Some(scenarios) if !r.refuses() => Ok(Vergelijking { scenarios, bovenaan }),
        _ => Err(inputs),
    }
}

impl Vergelijking {
    /// The document.
    pub fn document(&self) -> Tree {
        let inputs: Vec<Input> =
            self.scenarios.iter().map(|scenario| scenario.afwijkingen().clone()).collect();
        document(None, &inputs, self.bovenaan)
    }
}

/// The warning that something was made with another uitgave of the publicatie than this one.
pub(super) fn other_uitgave(p: &Publicatie, made_with: &str, pad: &Pad<'_>) -> Option<Melding> {
    let gegevens = [shown(&p.uitgave), shown(made_with)];
    (made_with != p.uitgave).then(|| Melding::new(Code::OtherUitgave, pad, gegevens))
}

/// The document of scenarios as they are, valid or not, and the uitgave that they were made with.
pub(super) fn document(uitgave: Option<&str>, scenarios: &[Input], bovenaan: usize) -> Tree {
    let place = i64::try_from(bovenaan + 1).unwrap_or(1);
    object([
        ("formaat", Some(FORMAAT.into())),
        ("versie", Some(Tree::Whole(1))),
        ("uitgave", uitgave.map(Tree::from)),
        ("scenarios", Some(Tree::List(scenarios.iter().map(Input::document).collect()))),
        ("bovenaan", Some(Tree::Whole(place))),
    ])
}
