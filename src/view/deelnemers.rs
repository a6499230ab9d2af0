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
    /// Whether every column of effects of which something is known adds up to its total, to the cent; never where
    /// none is.
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
    let known = COLUMNS.iter().map(|(_, read)| read(totaal)).filter(|term| term.known().is_some());
    let known: Vec<&Term<Verdeeld>> = known.collect();
    let adds_up = |term: &&Term<Verdeeld>| {
        let shares = (0..count).map(|deelnemer| term.share_euro(deelnemer));
        term.is_empty() || shares.sum::<Option<Euro>>() == term.euro()
    };
    let closes = !known.is_empty() && known.iter().all(adds_up);
    let (begroot, definitief) = (totaal.begroot.exclusief(), totaal.definitief.exclusief());
    let note = Names::new(publicatie).exclusief_of(begroot, definitief);
    let total = std::iter::once(level).chain(totals).collect();
    let closing = closing(count, known.len(), closes, cents);
    Some(DeelnemerTable { table, total, closes, closing, note })
}

/// That the columns close is of the amounts to the cent: what is rounded on its own need not add up.
fn closing(count: usize, known: usize, closes: bool, cents: bool) -> String {
    if known == 0 {
        return "Of de kolommen sluiten, is niet te zeggen: er is niets van bekend.".to_owned();
    }
    let unknown = if known == COLUMNS.len() {
        ""
    } else {
        " Bij een totaal dat onbekend is, is dat niet te zeggen."
    };
    let rounded = if cents {
        ""
    } else {
        " Afgeronde bedragen kunnen samen enkele euro’s van het totaal verschillen."
    };
    if closes {
        format!(
            "Sluitend: de {count} deelnemers tellen per kolom op tot het totaal, op de cent.{unknown}{rounded}"
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
    use crate::scenario::{Edit, Input, Scenario, Wijze, apply, controleer_input};
    use crate::units::Breuk;

    /// Vroegsignalering alone, of which no amount after 2021 is known, with the effect of each year so many years
    /// later in the begroting.
    fn of_the_unknown_alone(jaar: i64, later: u16, edits: &[Edit]) -> DeelnemerTable {
        let publicatie = standaard().unwrap();
        let own = [
            Edit::Varianten(Some(vec!["2b".into()])),
            Edit::Wijze(Some(Wijze::Jaarlijks)),
            Edit::Vertraging(Some(later)),
        ];
        let input = own.iter().chain(edits).cloned().fold(Input::default(), apply);
        let scenario = controleer_input(&publicatie, &input).scenario.unwrap();
        let uitkomst = bereken(&publicatie, &scenario);
        deelnemer_table(&publicatie, &uitkomst, Jaar::new(jaar).unwrap(), true).unwrap()
    }

    #[test]
    fn what_is_onbekend_is_not_said_to_close() {
        // Baten of 4.000.000 are what is budgeted now, so that leaves only the unknown: of 2022 in the begroting of
        // 2023, and of 2023 less that in the verrekening.
        let baten = Breuk::hundredths(400_000_000);
        let edits = [Edit::Parameter("baten_nieuw".into(), None, Some(baten))];
        let none = of_the_unknown_alone(2023, 1, &edits);
        assert!(none.total[1..].iter().all(|cell| cell.text == "onbekend"), "{:?}", none.total);
        assert!(!none.closes);
        assert_eq!(
            none.closing,
            "Of de kolommen sluiten, is niet te zeggen: er is niets van bekend."
        );
        // In 2022 the begroting is two years behind, and has the raming of the baten alone.
        let some = of_the_unknown_alone(2022, 2, &[]);
        let totals: Vec<bool> = some.total.iter().map(|cell| cell.text == "onbekend").collect();
        assert_eq!(totals, [false, false, true, false]);
        assert!(some.closes);
        assert_eq!(
            some.closing,
            "Sluitend: de 11 deelnemers tellen per kolom op tot het totaal, op de cent. Bij een totaal dat onbekend is, is dat niet te zeggen."
        );
    }

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
