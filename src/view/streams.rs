//! Money that moves beside the bijdrage: in the deelnemer's own tax income, and what citizens are spared. It
//! stands beside the answer and is never added to it.

use super::table::{Cell, Table, shown};
use super::{AmountRef, Comparison, Names, View};
use crate::formula::{Id, Leaf, Term};
use crate::model::Uitkomst;
use crate::units::Euro;
use crate::units::unit::Bedrag;

const TITLE: &str = "Ernaast, niet opgeteld";
const DEELNEMER: &str = "uw eigen belastingopbrengst";
const BURGERS: &str = "alle deelnemers samen";
const NOTE: &str = "Dit hoort niet bij uw bijdrage en wordt nergens bij opgeteld.";
const WHO: &str = "Vorderingen draagt de deelnemer zelf. De lagere invorderkosten zijn een voordeel voor burgers.";

/// The other streams in the year of the answer; nothing where the publicatie knows none.
pub fn other_streams(view: View<'_>, uitkomst: &Uitkomst) -> Option<Comparison> {
    let names = Names::new(view.publicatie);
    let of_year = uitkomst.buiten().into_iter().filter(|it| it.jaar == view.jaar);
    let shifts: Vec<(Id, Term<Bedrag>)> = of_year.map(|it| (it.id, it.bedrag)).collect();
    let spared =
        AmountRef { post: "bespaard".into(), deel: None, jaar: view.jaar, deelnemer: None };
    let whole = spared.find(uitkomst)?.term;
    if shifts.is_empty() && uitkomst.bespaard(view.jaar).is_empty() {
        return None;
    }
    let own = shifts.iter().map(|(id, bedrag)| {
        let name = names.of(&format!("{id}_vorderingen"));
        (format!("{name}: {DEELNEMER}"), cell(bedrag.euro(), None))
    });
    let citizens = format!("{}: {BURGERS}", names.of(&spared.post));
    let citizens = (citizens, cell(whole.known(), Some(spared)));
    let rows = own.chain([citizens]).collect();
    let head = vec!["Geldstroom".to_owned(), format!("Bedrag in {}", view.jaar)];
    let notes = [
        Some(NOTE.to_owned()),
        (!shifts.is_empty()).then(|| WHO.to_owned()),
        asked(names, shifts.iter().map(|(_, bedrag)| bedrag)),
        names.exclusief(whole.exclusief()),
    ];
    Some(Comparison {
        title: TITLE.to_owned(),
        table: Table { head, rows },
        note: Some(notes.into_iter().flatten().collect::<Vec<_>>().join(" ")),
        warning: None,
        pictures: None,
        outcomes: Vec::new(),
    })
}

/// Neither a voordeel nor a nadeel of the bijdrage: without sign and without letter.
fn cell(euro: Option<Euro>, amount: Option<AmountRef>) -> Vec<Cell> {
    vec![Cell { text: shown(euro, true), direction: None, amount }]
}

/// What to fill in where an amount is unknown, by the names of the fields.
fn asked<'t>(names: Names<'_>, terms: impl Iterator<Item = &'t Term<Bedrag>>) -> Option<String> {
    let mut fields: Vec<String> = Vec::new();
    for leaf in terms.flat_map(|term| term.unknowns()) {
        // The field is of all years, and of the scenario and the voorstel alike.
        let of_field = Leaf { jaar: None, voorstel: false, ..Leaf::clone(&leaf) };
        let field = format!("“{}”", names.leaf(&of_field));
        if !fields.contains(&field) {
            fields.push(field);
        }
    }
    let list = fields.join("; ");
    (!fields.is_empty()).then(|| format!("Vul bij Keuzes in wat nog ontbreekt: {list}."))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::parse;
    use crate::model::bereken;
    use crate::publicatie::standaard;
    use crate::scenario::controleer;

    fn said(fields: &str) -> Comparison {
        let publicatie = standaard().unwrap();
        let text = format!(r#"{{ "versie": 1{fields} }}"#);
        let scenario = controleer(&publicatie, &parse(text.as_bytes()).unwrap()).scenario.unwrap();
        let uitkomst = bereken(&publicatie, &scenario);
        other_streams(View::new(&publicatie, 10), &uitkomst).unwrap()
    }

    fn amounts(of: &Comparison) -> Vec<(&str, &str)> {
        let rows = of.table.rows.iter();
        rows.map(|(name, cells)| (&**name, &*cells[0].text)).collect()
    }

    #[test]
    fn what_nobody_filled_in_is_unknown_and_asked_for() {
        let of = said("");
        // 258.333,33 + 38.333,33: a third of 775.000 and of 115.000.
        assert_eq!(
            amounts(&of),
            [
                ("Kwijtschelding, vorderingen: uw eigen belastingopbrengst", "onbekend"),
                ("Direct oninbaar, vorderingen: uw eigen belastingopbrengst", "onbekend"),
                ("Anders afgehandeld, vorderingen: uw eigen belastingopbrengst", "onbekend"),
                ("Lagere invorderkosten voor burgers: alle deelnemers samen", "296.666,66"),
            ]
        );
        assert_eq!(
            of.note.unwrap(),
            "Dit hoort niet bij uw bijdrage en wordt nergens bij opgeteld. \
             Vorderingen draagt de deelnemer zelf. De lagere invorderkosten zijn een voordeel voor burgers. \
             Vul bij Keuzes in wat nog ontbreekt: “Gemiddelde vordering per dossier”; “Afgehandelde dossiers per jaar”. \
             Exclusief nog onbekend effect van: lagere invorderbaten door interne sociale incasso; lagere invorderbaten door vroegsignalering."
        );
    }

    /// With a bijdrage that contains the voorstel, the same value is asked for twice: of the scenario and of the voorstel.
    #[test]
    fn a_field_is_asked_for_by_the_name_that_it_has() {
        let of = said(
            r#", "bijdragen": [{ "deelnemer": "dalfsen", "jaar": 2022, "bedrag": "442455.75", "soort": "met_voorstel" }]"#,
        );
        let asked = "Vul bij Keuzes in wat nog ontbreekt: “Gemiddelde vordering per dossier”; “Afgehandelde dossiers per jaar”.";
        assert!(of.note.as_deref().unwrap().contains(asked), "{:?}", of.note);
    }

    #[test]
    fn what_is_filled_in_gives_amounts_that_are_no_effect_on_the_bijdrage() {
        let of = said(
            r#", "varianten": ["2a"], "parameters": [{ "id": "dossiers", "waarde": "1000" }, { "id": "gemiddelde_vordering", "waarde": "400.00" }]"#,
        );
        // 45%, 20% and 35% of 1.000 dossiers of 400.
        let shifts: Vec<&str> = amounts(&of).into_iter().take(3).map(|(_, text)| text).collect();
        assert_eq!(shifts, ["180.000,00", "80.000,00", "140.000,00"]);
        let note = of.note.as_deref().unwrap();
        assert!(!note.contains("Vul bij Keuzes") && !note.contains("xclusief"), "{note}");
        let cells = of.table.rows.iter().flat_map(|(_, cells)| cells);
        assert!(cells.clone().all(|cell| cell.direction.is_none()));
        let opens: Vec<&AmountRef> = cells.filter_map(|cell| cell.amount.as_ref()).collect();
        assert_eq!(opens.len(), 1, "what citizens are spared opens its herleiding");
        assert_eq!((&*opens[0].post, opens[0].deelnemer), ("bespaard", None));
    }

    #[test]
    fn a_saving_of_which_nothing_is_known_is_not_nought() {
        let of = said(r#", "varianten": ["2b"]"#);
        assert_eq!(amounts(&of).last().unwrap().1, "onbekend");
        let none = said(r#", "varianten": []"#);
        assert_eq!(amounts(&none).last().unwrap().1, "0,00");
    }
}
