//! What the bijdrage of a deelnemer is for each of its inwoners.

use std::num::NonZeroU32;

use super::direction::Direction;
use super::table::Cell;
use super::{AmountRef, Names};
use crate::model::{Gevonden, NIEUW, OUD, Uitkomst};
use crate::publicatie::Publicatie;
use crate::units::notation::{NO_BREAK_SPACE, centen, in_sum};
use crate::units::{Euro, Jaar};

/// Amounts per inwoner, with what they come down to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PerInwoner {
    /// The conclusion.
    pub title: String,
    /// From the bijdrage nu by the difference in the begroting to nieuw, and from that difference by the
    /// verrekening to the one na verrekening.
    pub amounts: Vec<(String, Cell)>,
    /// How they are rounded, and what they leave out.
    pub note: String,
}

const BEGROOT: &str = "begroot";
const DEFINITIEF: &str = "definitief";

/// Why a sum may be a cent beside the same amount divided at once.
const ROUNDED: &str = "Elk deel is afgerond op centen; de sommen tellen de afgeronde delen op.";

impl AmountRef {
    /// The amount for each of so many inwoners of the deelnemer.
    pub fn per_inwoner(&self, uitkomst: &Uitkomst, inwoners: NonZeroU32) -> Option<Gevonden> {
        uitkomst.per_inwoner(&self.post, self.jaar, self.deelnemer?, inwoners)
    }
}

/// The amounts of a year per inwoner, to the cent; nothing for a year outside the horizon.
pub fn per_inwoner(
    publicatie: &Publicatie,
    uitkomst: &Uitkomst,
    deelnemer: usize,
    jaar: Jaar,
    inwoners: NonZeroU32,
) -> Option<PerInwoner> {
    let at = |post: &str| AmountRef::new(post, jaar, deelnemer);
    let amount = |name: &str, post: &str, is_effect: bool| {
        let amount = at(post);
        let term = amount.per_inwoner(uitkomst, inwoners)?.term;
        let euro = term.known();
        let text = euro.map_or_else(
            || "onbekend".to_owned(),
            |euro| if is_effect { in_sum(euro) } else { level(euro) },
        );
        let effect = euro.filter(|_| is_effect);
        Some((name.to_owned(), Cell::written(text, effect, Some(amount))))
    };
    let amounts = vec![
        amount("Bijdrage nu", OUD, false)?,
        amount("Verschil in de begroting", BEGROOT, true)?,
        amount("Bijdrage nieuw, begroot", NIEUW, false)?,
        amount("Verrekening in de jaarrekening", "verrekening", true)?,
        amount("Verschil na verrekening", DEFINITIEF, true)?,
    ];
    let whole = at(DEFINITIEF).find(uitkomst)?.term;
    let each = at(DEFINITIEF).per_inwoner(uitkomst, inwoners)?.term;
    let title = title(jaar, whole.known(), each.known(), !each.exclusief().is_empty());
    let begroot = at(NIEUW).find(uitkomst)?.term.exclusief();
    let left_out = Names::new(publicatie).exclusief_of(begroot, each.exclusief());
    let note = left_out.map_or_else(|| ROUNDED.to_owned(), |it| format!("{ROUNDED} {it}"));
    Some(PerInwoner { title, amounts, note })
}

fn level(euro: Euro) -> String {
    format!("€{NO_BREAK_SPACE}{}", centen(euro))
}

fn title(jaar: Jaar, whole: Option<Euro>, each: Option<Euro>, exclusief: bool) -> String {
    let known = if exclusief { ", voor zover bekend," } else { "" };
    let Some((whole, each)) = whole.zip(each) else {
        return format!("Wat de bijdrage in {jaar} per inwoner doet, is onbekend");
    };
    let direction = Direction::of(whole);
    if direction == Direction::Same {
        return format!("Na verrekening blijft de bijdrage in {jaar}{known} gelijk");
    }
    // Less than half a cent is not nothing.
    let size = match each {
        Euro::NUL => "nog geen cent".to_owned(),
        _ => format!("met {}", level(each.abs())),
    };
    format!("Na verrekening {} de bijdrage in {jaar}{known} {size} per inwoner", direction.verb())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::bereken;
    use crate::publicatie::standaard;
    use crate::scenario::Scenario;

    fn said(uitgangspunt: &str, deelnemer: &str, jaar: i64, inwoners: u32) -> Option<PerInwoner> {
        let publicatie = standaard().unwrap();
        let scenario = Scenario::of_uitgangspunt(&publicatie, uitgangspunt).unwrap();
        let uitkomst = bereken(&publicatie, &scenario);
        let place = publicatie.deelnemer(deelnemer).unwrap();
        let inwoners = NonZeroU32::new(inwoners).unwrap();
        per_inwoner(&publicatie, &uitkomst, place, Jaar::new(jaar).unwrap(), inwoners)
    }

    fn plain(text: &str) -> String {
        text.replace('\u{a0}', " ")
    }

    #[test]
    fn zwolle_in_2022_pays_less_per_inwoner() {
        let said = said("voorstel", "zwolle", 2022, 125_000).unwrap();
        assert_eq!(
            plain(&said.title),
            "Na verrekening daalt de bijdrage in 2022, voor zover bekend, met € 1,10 per inwoner"
        );
        // 2.088.582,00 and −107.139,58 and −30.243,43, divided by 125.000; 16,71 − 0,86 = 15,85 and
        // −0,86 − 0,24 = −1,10.
        let amounts = said.amounts.iter().map(|(_, cell)| plain(&cell.text));
        assert_eq!(
            amounts.collect::<Vec<_>>(),
            ["€ 16,71", "− € 0,86", "€ 15,85", "− € 0,24", "− € 1,10"]
        );
        let directions: Vec<_> = said.amounts.iter().map(|(_, cell)| cell.direction).collect();
        let falls = Some(Direction::Falls);
        assert_eq!(directions, [None, falls, None, falls, falls]);
        assert_eq!(
            said.note,
            "Elk deel is afgerond op centen; de sommen tellen de afgeronde delen op. Na verrekening exclusief nog onbekend effect van: lagere invorderbaten door interne sociale incasso; lagere invorderbaten door vroegsignalering."
        );
    }

    #[test]
    fn nothing_unknown_nothing_left_out_and_small_is_not_nothing() {
        let half = said("niets", "zwolle", 2022, 100_000_000).unwrap();
        // −191.723,46 over a hundred million: 0,19 cent.
        assert_eq!(
            plain(&half.title),
            "Na verrekening daalt de bijdrage in 2022 nog geen cent per inwoner"
        );
        let (_, settled) = half.amounts.last().unwrap();
        assert_eq!(plain(&settled.text), "€ 0,00");
        assert_eq!(settled.direction, Some(Direction::Same));
        assert!(!half.note.contains("exclusief"), "{}", half.note);
        assert!(said("voorstel", "zwolle", 2030, 1).is_none());
    }

    #[test]
    fn what_is_shown_of_dalfsen_adds_up() {
        let said = said("voorstel", "dalfsen", 2022, 28_906).unwrap();
        // 466.380,00 and −23.924,25 and −6.753,35, divided by 28.906: 16,134…, −0,827… and −0,233….
        let amounts = said.amounts.iter().map(|(_, cell)| plain(&cell.text));
        assert_eq!(
            amounts.collect::<Vec<_>>(),
            ["€ 16,13", "− € 0,83", "€ 15,30", "− € 0,23", "− € 1,06"]
        );
    }

    #[test]
    fn no_sentence_has_more_than_fifteen_words() {
        for inwoners in [1, 125_000, 100_000_000] {
            let title = said("voorstel", "zwolle", 2022, inwoners).unwrap().title;
            assert!(title.split_whitespace().count() <= 15, "{title}");
        }
    }
}
