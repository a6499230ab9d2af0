//! What is said above and below the pictures and tables is said in short sentences.

use bijdragewijzer::view::{Comparison, deelnemer_table, other_streams, year_table, years_title};

use super::given::{Given, all};
use super::short::{MOST, longest};

impl Given {
    /// Every title, note and warning, with what it stands on.
    fn said(&self) -> Vec<(String, String)> {
        let mut cards: Vec<(String, Comparison)> = self.comparisons();
        cards.push(("scenarios".to_owned(), self.scenarios()));
        cards.push(("combinations".to_owned(), self.combinations()));
        cards
            .extend(other_streams(self.view(), &self.uitkomst).map(|it| ("beside".to_owned(), it)));
        let mut said = Vec::new();
        for (name, card) in cards {
            let rows = card.table.rows.into_iter().flat_map(|(_, cells)| cells);
            said.extend(rows.map(|cell| (name.clone(), cell.text)));
            let texts = [Some(card.title), card.note, card.warning];
            said.extend(texts.into_iter().flatten().map(|text| (name.clone(), text)));
            let pictures = card.pictures.map(|it| it.text);
            said.extend(pictures.map(|text| (name, text)));
        }
        let (publicatie, uitkomst) = (&self.publicatie, &self.uitkomst);
        said.extend(years_title(uitkomst, self.deelnemer).map(|it| ("years".to_owned(), it)));
        let years = year_table(publicatie, uitkomst, self.deelnemer, false).note;
        said.extend(years.map(|it| ("Per jaar".to_owned(), it)));
        for jaar in &uitkomst.jaren {
            let all = deelnemer_table(publicatie, uitkomst, *jaar, false).unwrap();
            said.push(("Alle deelnemers".to_owned(), all.closing));
            said.extend(all.note.map(|it| ("Alle deelnemers".to_owned(), it)));
        }
        said
    }
}

/// A title is read at a glance: there a name counts with all its words. After a colon stands a list.
#[test]
fn no_title_of_a_picture_has_more_than_fifteen_words_with_the_names_in_it() {
    for given in all() {
        let cards = given.comparisons().into_iter().map(|(_, card)| card.title);
        for title in cards.chain(years_title(&given.uitkomst, given.deelnemer)) {
            let said = title.split(": ").next().unwrap_or_default();
            let count = said.split([' ', '\u{a0}']).filter(|word| *word != "€").count();
            assert!(count <= MOST, "{}: {count} words: {title}", given.name);
        }
    }
}

#[test]
fn no_sentence_has_more_than_fifteen_words() {
    let mut long = Vec::new();
    for given in all() {
        for (name, text) in given.said() {
            let (count, sentence) = longest(&text);
            if count > MOST {
                long.push(format!("{}: {name}: {count} words: {sentence}", given.name));
            }
        }
    }
    assert!(long.is_empty(), "\n{}", long.join("\n"));
}
