//! The outcome as a readable table of text, for the command line.

use std::fmt::Write;

use crate::formula::{Term, Verdeeld};
use crate::model::{JaarTotaal, Uitkomst};
use crate::publicatie::Publicatie;
use crate::units::Euro;
use crate::units::notation::centen;

use super::Names;

const WIDTH: usize = 18;
const LABEL: usize = 44;

/// Which total of a year a row shows.
type Row = (&'static str, fn(&JaarTotaal) -> &Term<Verdeeld>);

/// Totals and deelnemers per year, in cents, with what is left out.
pub fn text_table(uitkomst: &Uitkomst, publicatie: &Publicatie) -> String {
    let mut out = String::new();
    let names = Names::new(publicatie);
    row(
        &mut out,
        &format!("{} — in euro, + nadeel (N), − voordeel (V)", publicatie.titel),
        Vec::new(),
    );
    row(&mut out, "", uitkomst.jaren.iter().map(ToString::to_string).collect());
    let rows: [Row; 4] = [
        ("effect", |year| &year.effect),
        ("begroot", |year| &year.begroot),
        ("verrekening", |year| &year.verrekening),
        ("definitief", |year| &year.definitief),
    ];
    for (id, read) in rows {
        let amounts = uitkomst.totaal.iter().map(|year| shown(read(year).known())).collect();
        row(&mut out, &names.of(id), amounts);
    }
    row(&mut out, "", Vec::new());
    row(&mut out, "Verschil in de begroting per deelnemer", Vec::new());
    for (index, deelnemer) in uitkomst.deelnemers.iter().enumerate() {
        let amounts =
            uitkomst.totaal.iter().map(|year| shown(year.begroot.known_share(index))).collect();
        row(&mut out, &names.receiver(&deelnemer.id), amounts);
    }
    for year in &uitkomst.totaal {
        let left_out = year.definitief.exclusief();
        if !left_out.is_empty() {
            let names: Vec<String> = left_out.iter().map(|id| names.of(id)).collect();
            // Writing to a String cannot fail.
            let _ = writeln!(out, "{}: exclusief nog onbekend: {}", year.jaar, names.join("; "));
        }
    }
    out
}

fn shown(euro: Option<Euro>) -> String {
    match euro {
        None => "onbekend".into(),
        Some(euro) => {
            let letter = match euro.cents().signum() {
                1 => " N",
                -1 => " V",
                _ => "  ",
            };
            centen(euro) + letter
        }
    }
}

fn row(out: &mut String, label: &str, cells: Vec<String>) {
    let _ = write!(out, "{label:LABEL$}");
    for cell in cells {
        let _ = write!(out, "{cell:>WIDTH$}");
    }
    while out.ends_with(' ') {
        out.pop();
    }
    out.push('\n');
}
