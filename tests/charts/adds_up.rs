//! Whoever adds up what is shown, finds the total that is shown.

use bijdragewijzer::view::{Cell, deelnemer_table};

use super::given::{Given, all};

/// The cents that a person reads: `− 107.139,58` is −10713958. Nothing for what is not known.
fn cents(text: &str) -> Option<i64> {
    if text == "onbekend" {
        return None;
    }
    let (whole, cents) = text.split_once(',').unwrap_or_else(|| panic!("{text} has no cents"));
    assert_eq!(cents.len(), 2, "{text}");
    let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
    let size: i64 = (digits + cents).parse().unwrap();
    Some(if text.starts_with('\u{2212}') { -size } else { size })
}

fn added<'c>(cells: impl IntoIterator<Item = &'c Cell>) -> i64 {
    cells.into_iter().filter_map(|cell| cents(&cell.text)).sum()
}

/// To the total that is shown; where that is not known, none of the parts is more or less than nought.
#[track_caller]
fn adds_up<'c>(what: &str, cells: impl IntoIterator<Item = &'c Cell>, total: &Cell) {
    assert_eq!(added(cells), cents(&total.text).unwrap_or_default(), "{what}");
}

#[test]
fn the_columns_of_alle_deelnemers_add_up() {
    for given in all() {
        for jaar in &given.uitkomst.jaren {
            let it = deelnemer_table(&given.publicatie, &given.uitkomst, *jaar, true).unwrap();
            for (column, total) in it.total.iter().enumerate() {
                let shown = it.table.rows.iter().map(|(_, cells)| &cells[column]);
                let what = format!("{}, {jaar}: {}", given.name, it.table.head[column + 1]);
                adds_up(&what, shown, total);
            }
            for (name, cells) in &it.table.rows {
                let what = format!("{}, {jaar}: {name}", given.name);
                adds_up(&what, &cells[1..3], &cells[3]);
            }
        }
    }
}

/// The proposal in 2022: the whole euros are one more than the total.
#[test]
fn rounded_amounts_are_not_said_to_close() {
    let given = Given::called("the proposal");
    let closing = |cents| {
        let jaar = given.view().jaar;
        deelnemer_table(&given.publicatie, &given.uitkomst, jaar, cents).unwrap().closing
    };
    let exact = "Sluitend: de 11 deelnemers tellen per kolom op tot het totaal, op de cent.";
    assert_eq!(closing(true), exact);
    assert_eq!(
        closing(false),
        format!(
            "{exact} Afgeronde bedragen kunnen samen enkele euro’s van het totaal verschillen."
        )
    );
}

#[test]
fn the_steps_of_a_waterfall_add_up() {
    for given in all() {
        let mut so_far = 0;
        for (name, cells) in &given.waterfall().table.rows {
            let shown = cents(&cells[0].text);
            if ["Verschil in de begroting", "Verschil na verrekening"].contains(&&**name) {
                assert_eq!(shown.unwrap_or_default(), so_far, "{}: {name}", given.name);
                let none_known = given.name == "nothing known at all";
                assert_eq!(shown.is_none(), none_known, "{}: {name}", given.name);
            } else {
                so_far += shown.unwrap_or_default();
            }
        }
    }
}

/// The posts to their variant, the variants to what it is together, in every year.
#[test]
fn the_posts_and_the_variants_add_up() {
    for given in all() {
        let Some(of) = given.variants() else { continue };
        let ((_, together), rows) = of.table.rows.split_last().unwrap();
        for (column, total) in together.iter().enumerate() {
            let what = format!("{}, {}", given.name, of.table.head[column + 1]);
            let in_column = |posts: bool| {
                let rows = rows.iter().filter(move |(name, _)| is_post(name) == posts);
                added(rows.map(|(_, cells)| &cells[column]))
            };
            let shown = cents(&total.text).unwrap_or_default();
            assert_eq!((in_column(true), in_column(false)), (shown, shown), "{what}");
            let starts = rows.iter().enumerate().filter(|(_, (name, _))| !is_post(name));
            for (start, (name, cells)) in starts {
                let posts = rows[start + 1..].iter().take_while(|(name, _)| is_post(name));
                let posts = added(posts.map(|(_, cells)| &cells[column]));
                let net = cents(&cells[column].text).unwrap_or_default();
                assert_eq!(posts, net, "{what}: {name}");
            }
        }
    }
}

fn is_post(name: &str) -> bool {
    name.starts_with("waarvan ")
}
