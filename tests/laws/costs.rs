//! What costs more never makes the bijdragen together lower.

use bijdragewijzer::document::Tree;
use bijdragewijzer::formula::{Term, Verdeeld};
use bijdragewijzer::model::{JaarTotaal, bereken};
use bijdragewijzer::publicatie::{Publicatie, RegelSoort};
use num_traits::ToPrimitive;
use proptest::{prop_assert, prop_assert_eq};

use crate::support::case::{Case, accept};
use crate::support::dice::Dice;
use crate::support::exact::cents;
use crate::support::figures::euros;
use crate::support::json::{items, object, set, text, word};
use crate::support::law::{CASES, holds};
use crate::support::oracle::Oracle;

/// A case, and by how much the amount of one of its regels rises.
#[derive(Debug)]
struct Dearer {
    case: Case,
    rise: i64,
    which: u64,
}

fn dearer(dice: &mut Dice<'_>) -> Dearer {
    let case = Case::random(dice);
    let rise = dice.between(0, 100_000_000);
    Dearer { case, rise, which: u64::from(dice.roll()) }
}

/// The totals only rise. A deelnemer can pay a cent less for each division: largest remainder is not monotone.
#[test]
fn more_meerkosten_never_lower_the_effect() {
    holds("meerkosten", CASES, dearer, |dearer| {
        let case = &dearer.case;
        let candidates = candidates(&case.publicatie);
        if candidates.is_empty() {
            return Ok(());
        }
        let place = dearer.which % u64::try_from(candidates.len()).unwrap();
        let parameter = &candidates[usize::try_from(place).unwrap()];
        let document = raised(case, parameter, dearer.rise);
        let oracle = Oracle::new(&case.publicatie_document, &case.scenario_document);
        let divisions = i128::from(oracle.key("kosten").steps() + oracle.key("baten").steps());
        let divisions = divisions * i128::try_from(case.publicatie.all_regels().count()).unwrap();
        let before = case.uitkomst();
        let after = bereken(&case.publicatie, &accept(&case.publicatie, &document));
        for (before, after) in before.totaal.iter().zip(&after.totaal) {
            prop_assert_eq!(before.jaar, after.jaar);
            let parts: [fn(&JaarTotaal) -> &Term<Verdeeld>; 4] =
                [|it| &it.effect, |it| &it.begroot, |it| &it.definitief, |it| &it.cumulatief];
            for part in parts {
                let (lower, higher) = (part(before).euro(), part(after).euro());
                prop_assert!(lower <= higher, "{:?} > {:?}", lower, higher);
            }
            // Of the other totals a deelnemer can get less: what is taken from a reservering has its own key.
            for index in 0..case.publicatie.deelnemers.len() {
                let share = |totaal: &JaarTotaal| totaal.effect.share_euro(index).unwrap().cents();
                prop_assert!(share(after) >= share(before) - divisions);
            }
        }
        Ok(())
    });
}

/// Amounts that only regels use that make the bijdrage higher.
fn candidates(publicatie: &Publicatie) -> Vec<String> {
    let lowers = |id: &str| {
        let mut saved = publicatie.all_regels().filter(|it| it.soort == RegelSoort::Besparing);
        saved.any(|regel| &*regel.bedrag == id)
    };
    let dear = publicatie.all_regels().filter(|regel| regel.soort != RegelSoort::Besparing);
    dear.map(|regel| regel.bedrag.to_string())
        .filter(|id| !lowers(id) && !id.starts_with("baten_"))
        .filter(|id| publicatie.parameter(id).is_some_and(|it| it.waarde.is_some()))
        .collect()
}

/// The scenario with a higher amount in every year in which it has one.
fn raised(case: &Case, parameter: &str, rise: i64) -> Tree {
    let oracle = Oracle::new(&case.publicatie_document, &case.scenario_document);
    let mut document = case.scenario_document.clone();
    let of = |entry: &&Tree| word(entry, "id") == Some(parameter);
    let mut entries: Vec<Tree> =
        items(&document, "parameters").iter().filter(|entry| !of(entry)).cloned().collect();
    for jaar in &oracle.years {
        let Some(value) = oracle.value(parameter, *jaar) else { continue };
        let value = cents(&value).to_i64().unwrap();
        // Amounts above ten thousand million are refused.
        let higher = (value + rise).min(1_000_000_000_000);
        entries.push(object(vec![
            ("id", text(parameter)),
            ("jaar", Tree::Whole(*jaar)),
            ("waarde", text(euros(higher))),
        ]));
    }
    set(&mut document, "parameters", Tree::List(entries));
    document
}
