//! Small pictures of years beside each other, all on one scale.

use super::scale::Scale;
use super::{Align, Drawing, Fill, Line, Place, Says, Shape, Size, Style, place, wrapped};
use crate::units::{Euro, Jaar};

/// One small picture.
#[derive(Clone, Debug)]
pub(in crate::view) struct Panel {
    /// Whose it is.
    pub(in crate::view) name: String,
    /// The heights of the years, in any one unit; nothing where it is onbekend.
    pub(in crate::view) years: Heights,
    /// How they are drawn.
    pub(in crate::view) shape: PanelShape,
    /// Names with amounts, under the name.
    pub(in crate::view) lines: Vec<Stated>,
}

/// A height for each year.
type Heights = Vec<(Jaar, Option<i128>)>;

/// How the years of a panel are drawn.
#[derive(Clone, Debug)]
pub(in crate::view) enum PanelShape {
    /// Bars of who looks.
    Own,
    /// Bars of another: grey.
    Other,
    /// A line, beside this one that it is held against.
    Lines(Heights),
}

impl Panel {
    fn heights(&self) -> impl Iterator<Item = i128> {
        let second = match &self.shape {
            PanelShape::Lines(second) => &**second,
            PanelShape::Own | PanelShape::Other => &[],
        };
        self.years.iter().chain(second).filter_map(|(_, height)| *height)
    }
}

/// An amount with its name.
#[derive(Clone, Debug)]
pub(in crate::view) struct Stated {
    /// What it is.
    pub(in crate::view) name: String,
    /// As in the table.
    pub(in crate::view) text: String,
    /// For its letter.
    pub(in crate::view) effect: Option<Euro>,
}

const GAP: i128 = 28;
const LINE: i128 = 19;
const PLOT: i128 = 84;
/// Between the texts and the picture.
const ABOVE: i128 = 22;

/// The panels in rows of `columns`: on a desk, on a smaller screen, on a phone.
pub(in crate::view) fn multiples(panels: &[Panel], size: Size, columns: [usize; 3]) -> Drawing {
    let [wide, middle, narrow] = columns;
    let columns = match size {
        Size::Wide => wide,
        Size::Middle => middle,
        Size::Narrow => narrow,
    };
    let columns = columns.clamp(1, panels.len().max(1));
    let width = (size.width() - GAP * (place(columns) - 1)) / place(columns);
    let signs = usize::try_from(width / 8).unwrap_or(1);
    let heights: Vec<i128> = panels.iter().flat_map(Panel::heights).collect();
    let mut drawing = Drawing::new(size.width(), 0);
    let mut top = 0;
    for row in panels.chunks(columns) {
        let names = row.iter().map(|panel| wrapped(&panel.name, signs).len()).max().unwrap_or(1);
        let lines = row.iter().map(|panel| panel.lines.len()).max().unwrap_or(0);
        let plot = top + place(names + lines) * LINE + ABOVE;
        for (column, panel) in row.iter().enumerate() {
            let left = place(column) * (width + GAP);
            head(&mut drawing, panel, (left, top), width, names);
            let scale = Scale::tight(heights.iter().copied(), plot + PLOT, plot);
            plot_of(&mut drawing, panel, &scale, (left, width), plot + PLOT + LINE);
        }
        top = plot + PLOT + LINE + GAP;
    }
    drawing.height = top - GAP + 6;
    drawing
}

fn head(
    drawing: &mut Drawing,
    panel: &Panel,
    (left, top): (i128, i128),
    width: i128,
    names: usize,
) {
    let signs = usize::try_from(width / 8).unwrap_or(1);
    for (index, line) in wrapped(&panel.name, signs).into_iter().enumerate() {
        let y = top + 14 + place(index) * LINE;
        drawing.name((left, y), line, Align::Start, Style::Strong);
    }
    for (index, stated) in panel.lines.iter().enumerate() {
        let y = top + 14 + place(names + index) * LINE;
        drawing.name((left, y), stated.name.clone(), Align::Start, Style::Soft);
        let end = left + width - 18;
        drawing.label((end, y), stated.text.clone(), Align::End, Style::Strong, Says::Amount);
        if let Some(euro) = stated.effect {
            drawing.letter((left + width, y), euro, &stated.text);
        }
    }
}

/// The years under a panel's name. Those that are onbekend are a question mark.
fn plot_of(
    drawing: &mut Drawing,
    panel: &Panel,
    scale: &Scale,
    (left, width): (i128, i128),
    years_y: i128,
) {
    let step = width / place(panel.years.len()).max(1);
    let middle = |index: usize| left + step * place(index) + step / 2;
    let zero = [(left, scale.zero()), (left + width, scale.zero())];
    match &panel.shape {
        PanelShape::Own => bars(drawing, panel, scale, (step, &middle), zero, Fill::of),
        PanelShape::Other => bars(drawing, panel, scale, (step, &middle), zero, |_| Fill::Other),
        PanelShape::Lines(second) => {
            drawing.line(Line::Zero, zero);
            let (end, above) = (left + width, scale.zero() - 4);
            drawing.label((end, above), "0", Align::End, Style::Soft, Says::Scale);
            line(drawing, Line::Second, second, scale, &middle);
            for at in line(drawing, Line::Main, &panel.years, scale, &middle) {
                drawing.shapes.push(Shape::Dot(at));
            }
        }
    }
    for (index, (_, height)) in panel.years.iter().enumerate() {
        if height.is_none() {
            drawing.name((middle(index), scale.zero() - 4), "?", Align::Middle, Style::Soft);
        }
    }
    // All years where they fit, else the first and the last.
    let every = step >= 40;
    let last = panel.years.len().saturating_sub(1);
    for (index, (jaar, _)) in panel.years.iter().enumerate() {
        let (x, align) = match index {
            _ if every => (middle(index), Align::Middle),
            0 => (left, Align::Start),
            _ if index == last => (left + width, Align::End),
            _ => continue,
        };
        drawing.name((x, years_y), jaar.to_string(), align, Style::Soft);
    }
}

fn bars(
    drawing: &mut Drawing,
    panel: &Panel,
    scale: &Scale,
    (step, middle): (i128, &impl Fn(usize) -> i128),
    line: [Place; 2],
    fill: impl Fn(Euro) -> Fill,
) {
    let wide = (step * 2 / 3).max(2);
    for (index, (_, height)) in panel.years.iter().enumerate() {
        if let Some(height) = height.filter(|height| *height != 0) {
            let (zero, end) = (scale.zero(), scale.at(height));
            let at = (middle(index) - wide / 2, zero.min(end));
            drawing.bar(at, wide, (end - zero).abs().max(1), fill(Euro::from_cents(height)));
        }
    }
    drawing.line(Line::Zero, line);
}

/// A line through the years that are known, broken at one that is not; gives its places.
fn line(
    drawing: &mut Drawing,
    kind: Line,
    heights: &[(Jaar, Option<i128>)],
    scale: &Scale,
    middle: &impl Fn(usize) -> i128,
) -> Vec<Place> {
    let places = heights.iter().enumerate();
    let places = places.map(|(index, (_, it))| it.map(|it| (middle(index), scale.at(it))));
    let places: Vec<Option<Place>> = places.collect();
    for part in places.split(Option::is_none).filter(|part| part.len() > 1) {
        drawing.line(kind, part.iter().flatten().copied());
    }
    places.into_iter().flatten().collect()
}
