//! The outcome as HTML: what index.html shows before the page can compute, and without it.
//!
//! A fragment with the classes of our own style sheets, no style and no script in it, and every text escaped.

use crate::model::Uitkomst;
use crate::publicatie::{Publicatie, Verdeelsleutel};
use crate::scenario::{Groep, Scenario};
use crate::units::notation::centen;
use crate::units::{Euro, Jaar};
use crate::view::{AmountRef, Cell, LETTERS, Table, deelnemer_table, facts, year_table};

/// The columns of both tables, as places in a row of [`year_table`].
const COLUMNS: [usize; 5] = [0, 2, 1, 4, 5];

/// All deelnemers in the year of the answer, each deelnemer in every year, and what one must know of it.
pub fn html(publicatie: &Publicatie, scenario: &Scenario, uitkomst: &Uitkomst) -> String {
    let jaar = publicatie.antwoordjaar_or_first();
    [
        all_deelnemers(publicatie, scenario, uitkomst, jaar),
        each_deelnemer(publicatie, uitkomst),
        remarks(publicatie, uitkomst),
    ]
    .concat()
}

/// Text that cannot become markup, between tags or inside quotes.
fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            _ => safe.push(sign),
        }
    }
    safe
}

fn card(id: &str, title: &str, content: &str) -> String {
    format!(
        "<section class=\"bw-card\" aria-labelledby=\"{id}\">\n\
         <h2 class=\"utrecht-heading-2 bw-card__title\" id=\"{id}\">{}</h2>\n{content}</section>\n",
        escape(title)
    )
}

fn all_deelnemers(
    publicatie: &Publicatie,
    scenario: &Scenario,
    uitkomst: &Uitkomst,
    jaar: Jaar,
) -> String {
    let place = uitkomst.jaren.iter().position(|it| *it == jaar).unwrap_or_default();
    let (mut head, mut rows, mut notes) = (String::new(), String::new(), Vec::new());
    for (index, deelnemer) in publicatie.deelnemers.iter().enumerate() {
        let years = year_table(publicatie, uitkomst, index, true);
        if let Some((_, cells)) = years.table.rows.get(place) {
            rows.push_str(&row(&deelnemer.naam, &chosen(cells)));
        }
        notes.extend(years.note);
        head = columns("Deelnemer", &years.table);
    }
    notes.dedup();
    notes.extend(key(publicatie, scenario));
    let title = format!("Het voorstel in {jaar}, per deelnemer");
    let content = format!(
        "<p class=\"bw-card__subtitle\">In euro. {LETTERS}</p>\n{}{}",
        table("start-deelnemers", &title, &head, &rows, &total(publicatie, uitkomst, jaar)),
        notes.iter().map(|text| note(text)).collect::<String>()
    );
    card("start-deelnemers", &title, &content)
}

/// The key that divides, and how sure it is.
fn key(publicatie: &Publicatie, scenario: &Scenario) -> Option<String> {
    let Verdeelsleutel { naam, status, toelichting, .. } =
        publicatie.sleutel(scenario.sleutel(Groep::Ophoging)?)?;
    let more = toelichting.as_ref().map(|text| format!(" {text}")).unwrap_or_default();
    Some(format!("Verdeelsleutel: {naam} (status: {}).{more}", status.word()))
}

fn total(publicatie: &Publicatie, uitkomst: &Uitkomst, jaar: Jaar) -> String {
    let Some(all) = deelnemer_table(publicatie, uitkomst, jaar, true) else {
        return String::new();
    };
    let of = |index| AmountRef::new("bijdrage_nieuw", jaar, index).find(uitkomst)?.term.euro();
    let nieuw: Option<Euro> = (0..publicatie.deelnemers.len()).map(of).sum();
    let nieuw = Cell {
        text: nieuw.map_or_else(|| "onbekend".to_owned(), centen),
        direction: None,
        amount: None,
    };
    let mut cells: Vec<&Cell> = all.total.iter().collect();
    cells.insert(2.min(cells.len()), &nieuw);
    format!("<tfoot class=\"utrecht-table__footer\">\n{}</tfoot>\n", row("Totaal", &cells))
}

/// A deelnemer opens by itself, without a script.
fn each_deelnemer(publicatie: &Publicatie, uitkomst: &Uitkomst) -> String {
    let mut content = String::from(
        "<p class=\"bw-card__subtitle\">Kies een deelnemer voor de bedragen van elk jaar.</p>\n",
    );
    for (index, deelnemer) in publicatie.deelnemers.iter().enumerate() {
        let years = year_table(publicatie, uitkomst, index, true);
        let rows = years.table.rows.iter().map(|(year, cells)| row(year, &chosen(cells)));
        let id = format!("start-{}", deelnemer.id);
        let id = escape(&id);
        content.push_str(&format!(
            "<details class=\"bw-start__years\">\n<summary id=\"{id}\">{}</summary>\n{}{}</details>\n",
            escape(&deelnemer.naam),
            table(&id, &deelnemer.naam, &columns("Jaar", &years.table), &rows.collect::<String>(), ""),
            years.note.as_deref().map(note).unwrap_or_default()
        ));
    }
    card("start-jaren", "Per jaar", &content)
}

fn remarks(publicatie: &Publicatie, uitkomst: &Uitkomst) -> String {
    let items: String = facts(publicatie, uitkomst)
        .iter()
        .map(|fact| {
            format!(
                "<li class=\"bw-fact\"><h3 class=\"utrecht-heading-3 bw-fact__title\">{}</h3>\
                 <p class=\"bw-fact__text\">{}</p></li>\n",
                escape(&fact.title),
                escape(&fact.text)
            )
        })
        .collect();
    card("start-weten", "Goed om te weten", &format!("<ul class=\"bw-facts\">\n{items}</ul>\n"))
}

fn note(text: &str) -> String {
    format!("<p class=\"bw-card__note\">{}</p>\n", escape(text))
}

/// The cells that are shown, in the order of the columns.
fn chosen(cells: &[Cell]) -> Vec<&Cell> {
    COLUMNS.iter().filter_map(|place| cells.get(*place)).collect()
}

/// The head: what a row is of, and the names of the columns.
fn columns(first: &str, of: &Table) -> String {
    let start = format!("<th scope=\"col\" class=\"utrecht-table__header-cell\">{first}</th>");
    let others = COLUMNS.iter().filter_map(|place| {
        let letter = if of.has_letters(*place) { " bw-table__cell--with-letter" } else { "" };
        Some(format!(
            "<th scope=\"col\" class=\"utrecht-table__header-cell bw-table__cell--number{letter}\">{}</th>",
            escape(of.head.get(place + 1)?)
        ))
    });
    std::iter::once(start).chain(others).collect()
}

fn row(name: &str, cells: &[&Cell]) -> String {
    let cells: String = cells.iter().copied().map(cell).collect();
    format!(
        "<tr class=\"utrecht-table__row\"><th scope=\"row\" class=\"utrecht-table__header-cell\">{}</th>{cells}</tr>\n",
        escape(name)
    )
}

/// An amount with its letter. A translator leaves amounts as they are.
fn cell(cell: &Cell) -> String {
    let letter = cell.direction.map(|direction| {
        direction.letter().map_or_else(
            || "<span class=\"bw-vn\"></span>".to_owned(),
            |(letter, word)| {
                format!(
                    "<span class=\"bw-vn bw-vn--{word}\">{letter}<span class=\"bw-hidden\"> ({word})</span></span>"
                )
            },
        )
    });
    format!(
        "<td class=\"utrecht-table__cell bw-table__cell--number\" translate=\"no\">{}{}</td>",
        escape(&cell.text),
        letter.unwrap_or_default()
    )
}

/// A table that scrolls by itself; the element with the id names it.
fn table(named_by: &str, name: &str, head: &str, rows: &str, foot: &str) -> String {
    let name = escape(name);
    format!(
        "<section class=\"utrecht-table-container bw-table-scroll\" aria-label=\"Tabel: {name}\" tabindex=\"0\">\n\
         <table class=\"utrecht-table bw-table\" aria-labelledby=\"{named_by}\">\n\
         <thead class=\"utrecht-table__header\"><tr class=\"utrecht-table__row\">{head}</tr></thead>\n\
         <tbody class=\"utrecht-table__body\">\n{rows}</tbody>\n{foot}</table>\n</section>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::bereken;
    use crate::publicatie::standaard;

    #[test]
    fn a_hostile_name_stays_text() {
        let mut publicatie = standaard().unwrap();
        publicatie.deelnemers.first_mut().unwrap().naam = "<img src=x onerror='a'>\" & b".into();
        let scenario = Scenario::of_uitgangspunt(&publicatie, "voorstel").unwrap();
        let text = html(&publicatie, &scenario, &bereken(&publicatie, &scenario));
        assert!(!text.contains("<img"));
        assert!(text.contains("&lt;img src=x onerror=&#39;a&#39;&gt;&quot; &amp; b"));
    }

    #[test]
    fn nothing_in_it_needs_an_exception_of_the_policy() {
        let publicatie = standaard().unwrap();
        let scenario = Scenario::of_uitgangspunt(&publicatie, "voorstel").unwrap();
        let text = html(&publicatie, &scenario, &bereken(&publicatie, &scenario));
        for forbidden in ["style=", "<style", "<script", " on", "href", "src="] {
            let inside_tags = text.split('<').filter_map(|piece| piece.split('>').next());
            assert!(inside_tags.into_iter().all(|tag| !tag.contains(forbidden)), "{forbidden}");
        }
        assert_eq!(text.matches("<details").count(), publicatie.deelnemers.len());
    }
}
