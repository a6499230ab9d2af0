//! What sociaal incasseren consists of for all deelnemers together: the posts of each variant.

use super::{Bar, Fill, Key, Pictures, Row, rows};
use crate::formula::Id;
use crate::model::{EFFECT, EFFECT_VAN, LOS, Uitkomst};
use crate::publicatie::{Publicatie, Regel, RegelSoort};
use crate::units::notation::{enumerated, in_sentence};
use crate::units::{Euro, Jaar};
use crate::view::letters::lower_first;
use crate::view::names::causes;
use crate::view::sentence::capitalized;
use crate::view::table::{Cell, Table};
use crate::view::vergelijken::note;
use crate::view::{AmountRef, Comparison, Direction, Names};

/// What something comes to in a year.
struct Year {
    /// Which amount; nothing where it does not count.
    amount: Option<AmountRef>,
    /// What is known of it; nothing where all of it is onbekend.
    euro: Option<Euro>,
}

type Years = Vec<Year>;

/// A post of a variant.
struct Post {
    naam: String,
    soort: RegelSoort,
    years: Years,
}

/// A variant with the posts that it consists of.
struct Part {
    name: String,
    /// Whether its posts are of no variant.
    is_loose: bool,
    years: Years,
    posts: Vec<Post>,
}

/// Every variant with its posts in the last year, and the table of all years; nothing where nothing counts.
pub fn compare_variants(publicatie: &Publicatie, uitkomst: &Uitkomst) -> Option<Comparison> {
    let parts = parts(publicatie, uitkomst);
    let last = uitkomst.totaal.last()?;
    if parts.is_empty() {
        return None;
    }
    let euro = last.effect.known();
    let drawn = drawn(&parts, euro);
    let text = "Per variant een gestapelde balk van zijn posten, en daaronder elke post; dezelfde bedragen staan in de tabel.";
    let mut pictures = Pictures::new(text, |size| rows(&drawn, size, false));
    pictures.legend = legend(&parts);
    let left_out = uitkomst.totaal.iter().flat_map(|year| year.effect.exclusief());
    let left_out = Names::new(publicatie).exclusief(left_out);
    let loose = parts.iter().filter(|part| part.is_loose).flat_map(Part::counting);
    let causes = causes(uitkomst, loose.map(|post| post.naam.clone()));
    let known = if last.effect.exclusief().is_empty() { "" } else { "voor zover bekend " };
    Some(Comparison {
        title: title(&causes, last.jaar, euro, known),
        table: table(uitkomst, &parts),
        note: note([mostly(&parts, euro), left_out]),
        warning: None,
        pictures: Some(pictures),
        outcomes: Vec::new(),
    })
}

/// The last year, which the picture shows.
fn last(years: &Years) -> Option<Euro> {
    years.last().and_then(|year| year.euro)
}

fn is_nothing(euro: Option<Euro>) -> bool {
    euro == Some(Euro::NUL)
}

/// Every chosen variant, and what counts beside them.
fn parts(publicatie: &Publicatie, uitkomst: &Uitkomst) -> Vec<Part> {
    let chosen = |id: &Id| uitkomst.varianten.iter().any(|year| year.variant == *id);
    let variants = publicatie.varianten.iter().filter(|variant| chosen(&variant.id));
    let variants =
        variants.map(|variant| part(uitkomst, &variant.id, &variant.naam, &variant.regels));
    let loose = part(uitkomst, LOS, "Los van een variant", &publicatie.regels);
    variants.chain(Some(loose).filter(|part| !part.posts.is_empty())).collect()
}

fn part(uitkomst: &Uitkomst, id: &str, name: &str, regels: &[Regel]) -> Part {
    let posts = regels.iter().map(|regel| {
        let years = years(uitkomst, |jaar| of_regel(uitkomst, &regel.id, jaar));
        Post { naam: regel.naam.clone(), soort: regel.soort, years }
    });
    let posts = posts.filter(|post| !post.years.iter().all(|year| is_nothing(year.euro)));
    let posts = posts.collect();
    let whole = years(uitkomst, |jaar| Some(of_all(&format!("{EFFECT_VAN}{id}"), jaar)));
    Part { name: name.to_owned(), is_loose: id == LOS, years: whole, posts }
}

fn of_all(post: &str, jaar: Jaar) -> AmountRef {
    AmountRef { post: post.into(), deel: None, jaar, deelnemer: None }
}

fn years(uitkomst: &Uitkomst, of: impl Fn(Jaar) -> Option<AmountRef>) -> Years {
    let year = |jaar: &Jaar| match of(*jaar) {
        None => Year { amount: None, euro: Some(Euro::NUL) },
        Some(amount) => {
            let euro = amount.find(uitkomst).and_then(|found| found.term.known());
            Year { amount: Some(amount), euro }
        }
    };
    uitkomst.jaren.iter().map(year).collect()
}

/// What a regel does to the effect of a year: its post, in the part that the effect counts.
fn of_regel(uitkomst: &Uitkomst, regel: &Id, jaar: Jaar) -> Option<AmountRef> {
    let effect = &uitkomst.jaar(jaar)?.effect;
    let own = uitkomst.posten.iter().filter(|post| post.id == *regel);
    let counted = own
        .filter(|post| post.bedragen.iter().any(|(of, term)| *of == jaar && effect.contains(term)));
    counted.map(|post| of_all(regel, jaar).in_deel(post.deel)).next()
}

impl Post {
    fn name(&self) -> String {
        format!("waarvan {} ({})", lower_first(&self.naam), self.soort.word())
    }

    const fn fill(&self) -> Fill {
        Fill::Part(match self.soort {
            RegelSoort::Meerkosten => 0,
            RegelSoort::Minderbaten => 1,
            RegelSoort::Besparing => 2,
        })
    }
}

impl Part {
    /// The posts that count in the last year, known or not.
    fn counting(&self) -> impl Iterator<Item = &Post> {
        self.posts.iter().filter(|post| !is_nothing(last(&post.years)))
    }

    fn stack(&self) -> Vec<(Fill, Euro)> {
        self.counting().filter_map(|post| Some((post.fill(), last(&post.years)?))).collect()
    }
}

/// The stack of each variant, below it its posts where they stand in the stack, and all together.
fn drawn(parts: &[Part], whole: Option<Euro>) -> Vec<Row> {
    let row =
        |name: String, euro, bar, strong| Row { name, note: None, euro, bar, strong, cents: true };
    let mut rows = Vec::new();
    for part in parts {
        rows.push(row(part.name.clone(), last(&part.years), Bar::Stack(part.stack()), true));
        let (mut left, mut right) = (Euro::NUL, Euro::NUL);
        for post in part.counting() {
            let euro = last(&post.years);
            let side = if euro.is_some_and(|it| it < Euro::NUL) { &mut left } else { &mut right };
            rows.push(row(post.name(), euro, Bar::Piece(post.fill(), *side), false));
            *side = *side + euro.unwrap_or(Euro::NUL);
        }
    }
    let all = parts.iter().flat_map(Part::stack).collect();
    rows.push(row(TOGETHER.to_owned(), whole, Bar::Stack(all), true));
    rows
}

const TOGETHER: &str = "Samen";

/// The kinds of posts that are drawn, and the mark.
fn legend(parts: &[Part]) -> Vec<(Key, String)> {
    let mut legend: Vec<(Key, String)> = Vec::new();
    let counting = parts.iter().flat_map(Part::counting);
    for post in counting.filter(|post| last(&post.years).is_some()) {
        let entry = (Key::Fill(post.fill()), post.soort.word().to_owned());
        if !legend.contains(&entry) {
            legend.push(entry);
        }
    }
    legend.push((Key::Net, "samen".to_owned()));
    legend
}

fn table(uitkomst: &Uitkomst, parts: &[Part]) -> Table {
    let cells = |years: &Years| -> Vec<Cell> {
        let cell = |year: &Year| Cell::difference(year.euro, true, year.amount.clone());
        years.iter().map(cell).collect()
    };
    let rows = parts.iter().flat_map(|part| {
        let posts = part.posts.iter().map(|post| (post.name(), cells(&post.years)));
        std::iter::once((part.name.clone(), cells(&part.years))).chain(posts)
    });
    let names = uitkomst.jaren.iter().map(ToString::to_string);
    let head = std::iter::once("Variant of post".to_owned()).chain(names).collect();
    let whole = years(uitkomst, |jaar| Some(of_all(EFFECT, jaar)));
    Table { head, rows: rows.chain([(TOGETHER.to_owned(), cells(&whole))]).collect() }
}

fn title(causes: &[String], jaar: Jaar, euro: Option<Euro>, known: &str) -> String {
    let what = enumerated(causes);
    let (costs, yields) =
        if causes.len() == 1 { ("kost", "levert") } else { ("kosten", "leveren") };
    capitalized(&match euro.map(|euro| (Direction::of(euro), in_sentence(euro))) {
        None => format!("wat {what} {costs} in {jaar}, is onbekend"),
        Some((Direction::Rises, amount)) => {
            format!("{what} {costs} samen {known}{amount} in {jaar}")
        }
        Some((Direction::Falls, amount)) => {
            format!("{what} {yields} samen {known}{amount} op in {jaar}")
        }
        Some((Direction::Same, _)) => format!("{what} {costs} samen {known}niets in {jaar}"),
    })
}

/// The largest post in the direction of the whole.
fn mostly(parts: &[Part], whole: Option<Euro>) -> Option<String> {
    let direction = whole.map(Direction::of).filter(|it| *it != Direction::Same);
    let posts = parts.iter().flat_map(|part| &part.posts);
    let posts = posts.filter_map(|post| Some((post, last(&post.years)?)));
    let same = posts.filter(|(_, euro)| Some(Direction::of(*euro)) == direction);
    let largest = same.max_by_key(|(_, euro)| euro.abs());
    largest.map(|(post, _)| format!("Dat komt vooral door “{}”.", lower_first(&post.naam)))
}
