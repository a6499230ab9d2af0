//! The order of the deelnemers decides only where a cent falls between equal remainders.

use bijdragewijzer::model::bereken;
use num_bigint::BigInt;
use proptest::{prop_assert, prop_assert_eq};

use crate::support::case::Case;
use crate::support::law::{CASES, holds};
use crate::support::oracle::Oracle;

#[test]
fn order_of_deelnemers_changes_only_ties() {
    holds("order", CASES, Case::random, |case| {
        let oracle = Oracle::new(&case.publicatie_document, &case.scenario_document);
        let mut publicatie = case.publicatie.clone();
        publicatie.deelnemers.reverse();
        let (forth, back) = (case.uitkomst(), bereken(&publicatie, &case.scenario));
        let last = forth.deelnemers.len() - 1;
        prop_assert_eq!(forth.posten.len(), back.posten.len());
        for (one, other) in forth.posten.iter().zip(&back.posten) {
            prop_assert_eq!(&one.id, &other.id);
            let key = oracle.key(one.groep.word());
            for ((jaar, one), (_, other)) in one.bedragen.iter().zip(&other.bedragen) {
                prop_assert_eq!(one.euro(), other.euro());
                let Some(whole) = one.euro() else { continue };
                let tie = key.order_decides(&BigInt::from(whole.cents()));
                for index in 0..=last {
                    let share = one.share_euro(index).unwrap().cents();
                    let same = other.share_euro(last - index).unwrap().cents();
                    let off = (share - same).abs();
                    prop_assert!(off == 0 || (tie && off == 1), "{} {}: {}", jaar, index, off);
                }
            }
        }
        for (one, other) in forth.totaal.iter().zip(&back.totaal) {
            prop_assert_eq!(one.cumulatief.euro(), other.cumulatief.euro());
        }
        Ok(())
    });
}
