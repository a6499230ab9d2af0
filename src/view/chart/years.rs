//! The years of a deelnemer: a line of begroot, a line of na verrekening, and the band around the latter.

use super::room::width;
use super::scale::Scale;
use super::{
    Align, Drawing, Key, Label, Line, Pictures, Place, Says, Shape, Size, Style, label, on_scale,
    place,
};
use crate::model::{JaarTotaal, Uitkomst};
use crate::units::notation::in_sentence;
use crate::units::{Euro, Jaar, in_order};
use crate::view::Direction;

/// The lowest and highest of each year, and how sure they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    /// Laag and hoog of na verrekening, in the order of the years.
    pub ends: Vec<(Euro, Euro)>,
    /// What it is, for the legend.
    pub name: String,
}

type Series = Vec<(Jaar, Euro)>;

/// The years of a deelnemer as a picture; nothing when an amount is onbekend.
pub fn years_chart(
    uitkomst: &Uitkomst,
    deelnemer: usize,
    last_transition: Option<Jaar>,
    band: Option<&Band>,
) -> Option<Pictures> {
    let begroot = amounts(uitkomst, |year| year.begroot.known_share(deelnemer))?;
    let definitief = amounts(uitkomst, |year| year.definitief.known_share(deelnemer))?;
    let band = band.filter(|band| band.ends.len() == definitief.len());
    let text = "Lijn per jaar; dezelfde bedragen staan in de tabel Per jaar.";
    let mut pictures = Pictures::new(text, |size| {
        let picture =
            Years { size, begroot: &begroot, definitief: &definitief, band, last_transition };
        picture.draw()
    });
    pictures.legend = legend_of_lines();
    pictures.legend.extend(band.map(|band| (Key::Band, band.name.clone())));
    Some(pictures)
}

/// What the two lines are, wherever years are drawn as lines.
pub(in crate::view) fn legend_of_lines() -> Vec<(Key, String)> {
    vec![
        (Key::Line(Line::Main), "na verrekening".to_owned()),
        (Key::Line(Line::Second), "begroot".to_owned()),
    ]
}

/// The conclusion that the line of definitief carries.
pub fn years_title(uitkomst: &Uitkomst, deelnemer: usize) -> Option<String> {
    let line = amounts(uitkomst, |year| year.definitief.known_share(deelnemer))?;
    let missing = |year: &JaarTotaal| !year.definitief.share(deelnemer).exclusief().is_empty();
    let known = if uitkomst.totaal.iter().any(missing) { ", voor zover bekend" } else { "" };
    Some(title(&line) + known)
}

fn amounts(uitkomst: &Uitkomst, read: impl Fn(&JaarTotaal) -> Option<Euro>) -> Option<Series> {
    uitkomst.totaal.iter().map(|year| Some((year.jaar, read(year)?))).collect()
}

struct Years<'a> {
    size: Size,
    begroot: &'a [(Jaar, Euro)],
    definitief: &'a [(Jaar, Euro)],
    band: Option<&'a Band>,
    last_transition: Option<Jaar>,
}

impl Years<'_> {
    fn draw(&self) -> Drawing {
        let (left, right, top, bottom) = match self.size {
            Size::Wide => (92, 796, 28, 250),
            Size::Middle => (86, 518, 28, 250),
            Size::Narrow => (22, 292, 28, 250),
        };
        let mut drawing = Drawing::new(self.size.width(), bottom + 36);
        let ends = self.band.into_iter().flat_map(|band| &band.ends);
        let all = self.begroot.iter().chain(self.definitief).map(|(_, euro)| *euro);
        let all = all.chain(ends.flat_map(|(laag, hoog)| [*laag, *hoog])).map(Euro::cents);
        let scale = Scale::new(all, bottom, top);
        // What the longest amount of the scale needs; a phone has none beside its lines.
        let names = scale.grid().map(|cents| width(&on_scale(Euro::from_cents(cents))) + 10);
        let left = if self.size == Size::Narrow { left } else { names.fold(left, i128::max) };
        let step = (right - left) / place(self.begroot.len()).max(1);
        let x = |index: usize| left + step / 2 + step * place(index);
        self.lines(&mut drawing, &scale, (left, right));
        self.transition(&mut drawing, (top, bottom), |index| x(index) + step / 2);
        self.band(&mut drawing, &scale, &x);
        let line = |series: &[(Jaar, Euro)]| -> Vec<Place> {
            let places = series.iter().enumerate();
            places.map(|(index, (_, euro))| (x(index), scale.at(euro.cents()))).collect()
        };
        drawing.line(Line::Second, line(self.begroot));
        drawing.line(Line::Main, line(self.definitief));
        self.points(&mut drawing, &line(self.definitief), bottom + 30);
        self.steps(&mut drawing, &scale, left);
        drawing
    }

    fn lines(&self, drawing: &mut Drawing, scale: &Scale, (left, right): (i128, i128)) {
        let from = if self.size == Size::Narrow { 0 } else { left };
        for cents in scale.grid() {
            let line = if cents == 0 { Line::Zero } else { Line::Grid };
            drawing.line(line, [(from, scale.at(cents)), (right, scale.at(cents))]);
        }
    }

    /// What the lines of the scale are. A phone has no room beside them: there nought and the outer two are named,
    /// above them, where no amount stands.
    fn steps(&self, drawing: &mut Drawing, scale: &Scale, left: i128) {
        let lines: Vec<i128> = scale.grid().collect();
        for cents in &lines {
            let y = scale.at(*cents);
            let is_named =
                *cents == 0 || lines.first() == Some(cents) || lines.last() == Some(cents);
            let (at, align) = match self.size {
                Size::Wide | Size::Middle => ((left - 10, y + 5), Align::End),
                Size::Narrow if is_named => ((0, y - 4), Align::Start),
                Size::Narrow => continue,
            };
            let text = on_scale(Euro::from_cents(*cents));
            drawing.label_with_room(&[Label {
                at,
                text,
                align,
                style: Style::Soft,
                says: Says::Scale,
            }]);
        }
    }

    fn transition(
        &self,
        drawing: &mut Drawing,
        (top, bottom): (i128, i128),
        after: impl Fn(usize) -> i128,
    ) {
        let last = self.last_transition;
        let found = last.and_then(|jaar| self.begroot.iter().position(|(of, _)| *of == jaar));
        let Some(index) = found.filter(|index| index + 1 < self.begroot.len()) else { return };
        let x = after(index);
        drawing.line(Line::Moment, [(x, top - 18), (x, bottom)]);
        let text = "na de overgang";
        if x + 110 < self.size.width() {
            drawing.name((x + 8, top - 8), text, Align::Start, Style::Soft);
        } else {
            drawing.name((x - 8, top - 8), format!("{text} →"), Align::End, Style::Soft);
        }
    }

    fn band(&self, drawing: &mut Drawing, scale: &Scale, x: &impl Fn(usize) -> i128) {
        let Some(band) = self.band else { return };
        let upper = band
            .ends
            .iter()
            .enumerate()
            .map(|(index, (_, hoog))| (x(index), scale.at(hoog.cents())));
        let lower = band
            .ends
            .iter()
            .enumerate()
            .map(|(index, (laag, _))| (x(index), scale.at(laag.cents())));
        let places = upper.chain(lower.rev()).collect();
        drawing.shapes.push(Shape::Band(places));
    }

    /// The points with their amounts.
    fn points(&self, drawing: &mut Drawing, places: &[Place], years_y: i128) {
        for ((jaar, _), at) in self.definitief.iter().zip(places) {
            drawing.shapes.push(Shape::Dot(*at));
            drawing.name((at.0, years_y), jaar.to_string(), Align::Middle, Style::Soft);
        }
        let count = places.len();
        let ends = [Some(0), count.checked_sub(1).filter(|last| *last > 0)];
        // On a phone the ends come first: of the years between them the table has what finds no room.
        let order = ends.into_iter().flatten().chain(1..count.max(1) - 1);
        let names = drawing.shapes.len();
        for index in order {
            drawing.label_with_room(&self.amount_of(index, places));
        }
        // In the order of the years again.
        let amounts = drawing.shapes.split_off(names);
        drawing.shapes.extend(in_order(amounts, |shape| match shape {
            Shape::Text(label) => label.at.0,
            _ => 0,
        }));
    }

    /// The places for the amount of a point, the best first: on the side away from the other line, on the other side,
    /// further off, beside it, and last where the other line may lie between.
    fn amount_of(&self, index: usize, places: &[Place]) -> Vec<Label> {
        let pair = self.definitief.get(index).zip(self.begroot.get(index)).zip(places.get(index));
        let Some((((_, euro), (_, beside)), (x, y))) = pair else { return Vec::new() };
        let [near, other, far, farther] =
            if euro > beside { [-14, 24, -30, 40] } else { [24, -14, 40, -30] };
        // On a phone the ends have the edges: so there is room between them.
        let centred = match self.size {
            Size::Narrow if index == 0 => (-x, Align::Start),
            Size::Narrow if index + 1 == places.len() => (self.size.width() - x, Align::End),
            _ => (0, Align::Middle),
        };
        let (right, left) = ((-8, Align::Start), (8, Align::End));
        let tried = [
            (centred, near),
            (centred, other),
            (centred, far),
            ((12, Align::Start), 5),
            ((-12, Align::End), 5),
            (right, near),
            (left, near),
            (right, other),
            (left, other),
            (centred, farther),
        ];
        let label = |((across, align), down)| Label {
            at: (x + across, y + down),
            text: label(*euro),
            align,
            style: Style::Strong,
            says: Says::Amount,
        };
        tried.map(label).into()
    }
}

/// Years that differ by less than a euro read as the same amount.
fn without_cents(line: &[(Jaar, Euro)]) -> Vec<(Jaar, Euro)> {
    let mut last = None;
    let read = line.iter().map(|(jaar, euro)| {
        let same = last.filter(|it| (*euro - *it).cents().abs() < 100);
        (*jaar, *last.insert(same.unwrap_or(*euro)))
    });
    read.collect()
}

/// What becomes of it over the years: one way, the same, or back and forth.
fn title(definitief: &[(Jaar, Euro)]) -> String {
    let definitief = &without_cents(definitief);
    let (Some((_, first)), Some((end, last))) = (definitief.first(), definitief.last()) else {
        return String::new();
    };
    let amount = in_sentence(*last);
    if definitief.iter().all(|(_, euro)| euro == first) {
        return match Direction::of(*last) {
            Direction::Same => "Na verrekening blijft de bijdrage elk jaar gelijk".to_owned(),
            Direction::Falls => format!("Na verrekening is de daling elk jaar {amount}"),
            Direction::Rises => format!("Na verrekening is de stijging elk jaar {amount}"),
        };
    }
    if !one_way(definitief) {
        return back_and_forth(definitief);
    }
    let run = definitief.iter().rev().take_while(|(_, euro)| euro == last).last();
    let since = match run.map_or(*end, |(jaar, _)| *jaar) {
        from if from == *end => format!("in {end}"),
        from => format!("vanaf {from}"),
    };
    let (fell, falls) = (first.cents() < 0, last < first);
    let name = if fell { "daling" } else { "stijging" };
    match (first.cents().signum(), last.cents().signum()) {
        (-1, 1) => format!("Na verrekening wordt de daling een stijging, {amount} {since}"),
        (1, -1) => format!("Na verrekening wordt de stijging een daling, {amount} {since}"),
        (0, 1) => format!("Na verrekening stijgt de bijdrage, tot {amount} meer {since}"),
        (0, _) => format!("Na verrekening daalt de bijdrage, tot {amount} minder {since}"),
        (_, 0) => format!("Na verrekening verdwijnt de {name}, tot niets {since}"),
        _ if fell == falls => {
            format!("Na verrekening wordt de {name} groter, tot {amount} {since}")
        }
        _ => format!("Na verrekening wordt de {name} kleiner, tot {amount} {since}"),
    }
}

fn one_way(line: &[(Jaar, Euro)]) -> bool {
    let pairs = || line.iter().zip(line.iter().skip(1));
    pairs().all(|((_, before), (_, after))| before <= after)
        || pairs().all(|((_, before), (_, after))| before >= after)
}

/// The lowest and the highest year, in the order of the years.
fn back_and_forth(line: &[(Jaar, Euro)]) -> String {
    let said = |(jaar, euro): &(Jaar, Euro)| {
        let amount = in_sentence(*euro);
        match Direction::of(*euro) {
            Direction::Same => format!("gelijk ({jaar})"),
            Direction::Falls => format!("{amount} lager ({jaar})"),
            Direction::Rises => format!("{amount} hoger ({jaar})"),
        }
    };
    // Of equals the first year, as the lowest is.
    let ends = [
        line.iter().min_by_key(|(_, euro)| *euro),
        line.iter().rev().max_by_key(|(_, euro)| *euro),
    ]
    .into_iter()
    .flatten();
    let ends = in_order(ends, |(jaar, _)| *jaar);
    format!(
        "Na verrekening per jaar: van {}",
        ends.into_iter().map(said).collect::<Vec<_>>().join(" tot ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::notation::NO_BREAK_SPACE;

    fn say(euros: &[i128]) -> String {
        let start = Jaar::new(2021).unwrap();
        let years = euros.iter().zip(0..);
        let line: Vec<(Jaar, Euro)> =
            years.map(|(euro, place)| (start.plus(place), Euro::from_cents(euro * 100))).collect();
        title(&line).replace(NO_BREAK_SPACE, " ")
    }

    #[test]
    fn cents_alone_make_no_back_and_forth() {
        let start = Jaar::new(2021).unwrap();
        let cents = [-19_172_346, -19_172_347, -19_172_346].into_iter().zip(0..);
        let line: Vec<(Jaar, Euro)> =
            cents.map(|(cents, place)| (start.plus(place), Euro::from_cents(cents))).collect();
        let said = title(&line).replace(NO_BREAK_SPACE, " ");
        assert_eq!(said, "Na verrekening is de daling elk jaar € 191.723");
    }

    #[test]
    fn the_title_is_true_of_every_year() {
        for (euros, sentence) in [
            (&[-9, -7, -6, -6][..], "Na verrekening wordt de daling kleiner, tot € 6 vanaf 2023"),
            (&[-9, -7, -6], "Na verrekening wordt de daling kleiner, tot € 6 in 2023"),
            (&[-6, -7, -9], "Na verrekening wordt de daling groter, tot € 9 in 2023"),
            (&[6, 7, 9, 9], "Na verrekening wordt de stijging groter, tot € 9 vanaf 2023"),
            (&[9, 7, 6], "Na verrekening wordt de stijging kleiner, tot € 6 in 2023"),
            (&[-9, 0, 4, 4], "Na verrekening wordt de daling een stijging, € 4 vanaf 2023"),
            (&[9, 0, -4], "Na verrekening wordt de stijging een daling, € 4 in 2023"),
            (&[-9, -4, 0], "Na verrekening verdwijnt de daling, tot niets in 2023"),
            (&[0, 4, 4], "Na verrekening stijgt de bijdrage, tot € 4 meer vanaf 2022"),
            (&[0, -4], "Na verrekening daalt de bijdrage, tot € 4 minder in 2022"),
            (&[-42, -42], "Na verrekening is de daling elk jaar € 42"),
            (&[42, 42], "Na verrekening is de stijging elk jaar € 42"),
            (&[0, 0], "Na verrekening blijft de bijdrage elk jaar gelijk"),
            // Back and forth: neither end of the line is the whole of it.
            (
                &[-37, 37, -22, 54, -14],
                "Na verrekening per jaar: van € 37 lager (2021) tot € 54 hoger (2024)",
            ),
            (
                &[-37, -42, -42, -14],
                "Na verrekening per jaar: van € 42 lager (2022) tot € 14 lager (2024)",
            ),
            (&[5, 0, 5], "Na verrekening per jaar: van € 5 hoger (2021) tot gelijk (2022)"),
        ] {
            assert_eq!(say(euros), sentence, "{euros:?}");
        }
    }
}
