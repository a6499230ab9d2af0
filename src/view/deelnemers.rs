//! All deelnemers in one year: who gets what, and that it closes to the cent.

use super::table::{Cell, Table, shown};
use super::{AmountRef, Names};
use crate::formula::{Term, Verdeeld};
use crate::model::{JaarTotaal, Uitkomst};
use crate::publicatie::Publicatie;
use crate::units::{Euro, Jaar};

/// The table of deelnemers in a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeelnemerTable {
    /// A row per deelnemer, in the order of the publicatie.
    pub table: Table,
    /// All together.
    pub total: Vec<Cell>,
    /// Whether every column of effects adds up to its total, to the cent.
    pub closes: bool,
    /// The same in words.
    pub closing: String,
    /// What the columns leave out.
    pub note: Option<String>,
}

/// Which total of a year a column shows.
type Column = (&'static str, fn(&JaarTotaal) -> &Term<Verdeeld>);

const COLUMNS: [Column; 3] = [
    ("begroot", |year| &year.begroot),
    ("verrekening", |year| &year.verrekening),
    ("definitief", |year| &year.definitief),
];

/// The table of a year, in whole euros or to the cent; nothing for a year outside the horizon.
pub fn deelnemer_table(
    publicatie: &Publicatie,
    uitkomst: &Uitkomst,
    jaar: Jaar,
    cents: bool,
) -> Option<DeelnemerTable> {
    let totaal = uitkomst.jaar(jaar)?;
    let count = publicatie.deelnemers.len();
    let oud = |deelnemer: usize| {
        AmountRef::new("bijdrage_oud", jaar, deelnemer).find(uitkomst)?.term.euro()
    };
    let rows = publicatie.deelnemers.iter().enumerate().map(|(deelnemer, it)| {
        let amount = AmountRef::new("bijdrage_oud", jaar, deelnemer);
        let level =
            Cell { text: shown(oud(deelnemer), cents), direction: None, amount: Some(amount) };
        let effects = COLUMNS.map(|(post, read)| {
            let amount = AmountRef::new(post, jaar, deelnemer);
            Cell::difference(read(totaal).known_share(deelnemer), cents, Some(amount))
        });
        (it.naam.clone(), std::iter::once(level).chain(effects).collect())
    });
    let head = [
        "Deelnemer",
        "Bijdrage nu",
        "Verschil begroot",
        "Verrekening jaarrekening",
        "Verschil na verrekening",
    ];
    let table = Table { head: head.map(str::to_owned).to_vec(), rows: rows.collect() };
    let all = AmountRef { post: "bijdrage_oud".into(), deel: None, jaar, deelnemer: None };
    let all_paid = all.find(uitkomst).and_then(|found| found.term.euro());
    let level = Cell { text: shown(all_paid, cents), direction: None, amount: Some(all) };
    let totals = COLUMNS.map(|(post, read)| {
        let amount = AmountRef { post: post.into(), deel: None, jaar, deelnemer: None };
        Cell::difference(read(totaal).known(), cents, Some(amount))
    });
    let closes = COLUMNS.iter().all(|(_, read)| {
        let term = read(totaal);
        let shares = (0..count).map(|deelnemer| term.share_euro(deelnemer));
        term.is_empty() || shares.sum::<Option<Euro>>() == term.euro()
    });
    let (begroot, definitief) = (totaal.begroot.exclusief(), totaal.definitief.exclusief());
    let note = Names::new(publicatie).exclusief_of(begroot, definitief);
    let total = std::iter::once(level).chain(totals).collect();
    let closing = closing(count, closes, cents);
    Some(DeelnemerTable { table, total, closes, closing, note })
}

/// That the columns close is of the amounts to the cent: what is rounded on its own need not add up.
fn closing(count: usize, closes: bool, cents: bool) -> String {
    let rounded = if cents {
        ""
    } else {
        " Afgeronde bedragen kunnen samen enkele euro’s van het totaal verschillen."
    };
    if closes {
        format!(
            "Sluitend: de {count} deelnemers tellen per kolom op tot het totaal, op de cent.{rounded}"
        )
    } else {
        "Niet sluitend: de deelnemers tellen niet op tot het totaal. Meld dit aan de beheerder."
            .to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::bereken;
    use crate::publicatie::standaard;
    use crate::scenario::Scenario;

    #[test]
    fn the_proposal_in_2022_closes_over_eleven_deelnemers() {
        let publicatie = standaard().unwrap();
        let scenario = Scenario::of_uitgangspunt(&publicatie, "voorstel").unwrap();
        let uitkomst = bereken(&publicatie, &scenario);
        let jaar = Jaar::new(2022).unwrap();
        let all = deelnemer_table(&publicatie, &uitkomst, jaar, true).unwrap();
        assert!(all.closes);
        assert_eq!(all.table.rows.len(), 11);
        let text = |cells: &[Cell]| -> Vec<String> {
            cells.iter().map(|cell| cell.text.replace('\u{a0}', " ")).collect()
        };
        let (name, zwolle) = all.table.rows.last().unwrap();
        assert_eq!(name, "Zwolle");
        // rekenmodel.md 7: 2.088.582 of 18.519.327; −950.000 together, begroot.
        assert_eq!(text(zwolle), ["2.088.582,00", "− 107.139,58", "− 30.243,43", "− 137.383,01"]);
        assert_eq!(text(&all.total)[..2], ["18.519.327,00", "− 950.000,00"]);
        assert!(all.note.unwrap().contains("lagere invorderbaten door vroegsignalering"));
        assert!(deelnemer_table(&publicatie, &uitkomst, Jaar::new(2030).unwrap(), true).is_none());
    }
}
