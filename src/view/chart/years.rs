//! The years of a deelnemer: a line of begroot, a line of na verrekening, and the band around the latter.

use super::scale::Scale;
use super::{
    Align, Drawing, Key, Line, Pictures, Place, Says, Shape, Size, Style, label, on_scale, place,
};
use crate::model::{JaarTotaal, Uitkomst};
use crate::units::notation::in_sentence;
use crate::units::{Euro, Jaar};

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
    let begroot = amounts(uitkomst, |year| year.begroot.share_euro(deelnemer))?;
    let definitief = amounts(uitkomst, |year| year.definitief.share_euro(deelnemer))?;
    let band = band.filter(|band| band.ends.len() == definitief.len());
    let text = "Lijn per jaar; dezelfde bedragen staan in de tabel Per jaar.";
    let mut pictures = Pictures::new(text, |size| {
        let picture =
            Years { size, begroot: &begroot, definitief: &definitief, band, last_transition };
        picture.draw()
    });
    pictures.legend = vec![
        (Key::Line(Line::Main), "na verrekening".to_owned()),
        (Key::Line(Line::Second), "begroot".to_owned()),
    ];
    pictures.legend.extend(band.map(|band| (Key::Band, band.name.clone())));
    Some(pictures)
}

/// The conclusion that the line of definitief carries.
pub fn years_title(uitkomst: &Uitkomst, deelnemer: usize) -> Option<String> {
    let line = amounts(uitkomst, |year| year.definitief.share_euro(deelnemer))?;
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
            Size::Narrow => (22, 292, 28, 250),
        };
        let mut drawing = Drawing::new(self.size.width(), bottom + 36);
        let ends = self.band.into_iter().flat_map(|band| &band.ends);
        let all = self.begroot.iter().chain(self.definitief).map(|(_, euro)| *euro);
        let all = all.chain(ends.flat_map(|(laag, hoog)| [*laag, *hoog])).map(Euro::cents);
        let scale = Scale::new(all, bottom, top);
        let step = (right - left) / place(self.begroot.len()).max(1);
        let x = |index: usize| left + step / 2 + step * place(index);
        self.grid(&mut drawing, &scale, (left, right));
        self.transition(&mut drawing, (top, bottom), |index| x(index) + step / 2);
        self.band(&mut drawing, &scale, &x);
        let line = |series: &[(Jaar, Euro)]| -> Vec<Place> {
            let places = series.iter().enumerate();
            places.map(|(index, (_, euro))| (x(index), scale.at(euro.cents()))).collect()
        };
        drawing.line(Line::Second, line(self.begroot));
        drawing.line(Line::Main, line(self.definitief));
        self.points(&mut drawing, &line(self.definitief), bottom + 30);
        drawing
    }

    /// The lines of the scale. A phone has no room beside them: there the outer two are named, above them.
    fn grid(&self, drawing: &mut Drawing, scale: &Scale, (left, right): (i128, i128)) {
        let lines: Vec<i128> = scale.grid().collect();
        for cents in &lines {
            let (y, is_zero) = (scale.at(*cents), *cents == 0);
            let line = if is_zero { Line::Zero } else { Line::Grid };
            let text = on_scale(Euro::from_cents(*cents));
            match self.size {
                Size::Wide => {
                    drawing.line(line, [(left, y), (right, y)]);
                    drawing.label((left - 10, y + 5), text, Align::End, Style::Soft, Says::Scale);
                }
                Size::Narrow => {
                    drawing.line(line, [(0, y), (right, y)]);
                    if is_zero || lines.first() == Some(cents) || lines.last() == Some(cents) {
                        drawing.label((0, y - 4), text, Align::Start, Style::Soft, Says::Scale);
                    }
                }
            }
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

    /// The points with their amounts: on a desk on the side away from the other line; on a phone, where
    /// labels of neighbours would touch, they take turns.
    fn points(&self, drawing: &mut Drawing, places: &[Place], years_y: i128) {
        let pairs = self.definitief.iter().zip(self.begroot).zip(places).enumerate();
        for (index, (((jaar, euro), (_, beside)), (x, y))) in pairs {
            let above = if self.size == Size::Wide { euro > beside } else { index % 2 == 1 };
            let label_y = if above { y - 14 } else { y + 24 };
            drawing.shapes.push(Shape::Dot((*x, *y)));
            drawing.label((*x, label_y), label(*euro), Align::Middle, Style::Strong, Says::Amount);
            drawing.name((*x, years_y), jaar.to_string(), Align::Middle, Style::Soft);
        }
    }
}

fn title(definitief: &[(Jaar, Euro)]) -> String {
    let (Some((_, first)), Some((_, last))) = (definitief.first(), definitief.last()) else {
        return String::new();
    };
    let from = definitief.iter().find(|(_, euro)| euro == last).map(|(jaar, _)| *jaar);
    let since = from.map(|jaar| format!(" vanaf {jaar}")).unwrap_or_default();
    let amount = in_sentence;
    match (first.cents().signum(), last.cents().signum()) {
        _ if first == last => {
            "Na verrekening is het verschil in het laatste jaar gelijk aan het eerste".to_owned()
        }
        (-1, -1) if first < last => {
            format!("De daling wordt kleiner, tot {}{since}", amount(*last))
        }
        (-1, -1) => format!("De daling wordt groter, tot {}{since}", amount(*last)),
        (1, 1) if first < last => format!("De stijging wordt groter, tot {}{since}", amount(*last)),
        (1, 1) => format!("De stijging wordt kleiner, tot {}{since}", amount(*last)),
        (-1, 1) => format!("De daling wordt een stijging, tot {}{since}", amount(*last)),
        (1, -1) => format!("De stijging wordt een daling, tot {}{since}", amount(*last)),
        (_, 0) => format!("Het verschil loopt terug tot niets{since}"),
        (_, -1) => format!("De bijdrage daalt, tot {} minder{since}", amount(*last)),
        _ => format!("De bijdrage stijgt, tot {} meer{since}", amount(*last)),
    }
}
