//! Small pictures of years beside each other, all on one scale.

use super::scale::Scale;
use super::{Align, Drawing, Fill, Line, Says, Size, Style, place, wrapped};
use crate::units::{Euro, Jaar};

/// One small picture.
#[derive(Clone, Debug)]
pub(in crate::view) struct Panel {
    /// Whose it is.
    pub(in crate::view) name: String,
    /// The heights of the years, in any one unit; nothing where it is onbekend.
    pub(in crate::view) years: Vec<(Jaar, Option<i128>)>,
    /// Names with amounts, under the name.
    pub(in crate::view) lines: Vec<Stated>,
    /// Whether it is about who looks; others are grey.
    pub(in crate::view) own: bool,
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

/// The panels in rows of `columns` (on a desk, on a phone).
pub(in crate::view) fn multiples(panels: &[Panel], size: Size, columns: (usize, usize)) -> Drawing {
    let columns = match size {
        Size::Wide => columns.0,
        Size::Narrow => columns.1,
    };
    let columns = columns.clamp(1, panels.len().max(1));
    let width = (size.width() - GAP * (place(columns) - 1)) / place(columns);
    let signs = usize::try_from(width / 8).unwrap_or(1);
    let heights = panels.iter().flat_map(|panel| panel.years.iter().filter_map(|(_, it)| *it));
    let heights: Vec<i128> = heights.collect();
    let mut drawing = Drawing::new(size.width(), 0);
    let mut top = 0;
    for row in panels.chunks(columns) {
        let names = row.iter().map(|panel| wrapped(&panel.name, signs).len()).max().unwrap_or(1);
        let lines = row.iter().map(|panel| panel.lines.len()).max().unwrap_or(0);
        let plot = top + place(names + lines) * LINE + 10;
        for (column, panel) in row.iter().enumerate() {
            let left = place(column) * (width + GAP);
            head(&mut drawing, panel, (left, top), width, names);
            let scale = Scale::tight(heights.iter().copied(), plot + PLOT, plot);
            bars(&mut drawing, panel, &scale, (left, width), plot + PLOT + LINE);
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
            drawing.letter((left + width, y), euro);
        }
    }
}

fn bars(
    drawing: &mut Drawing,
    panel: &Panel,
    scale: &Scale,
    (left, width): (i128, i128),
    years_y: i128,
) {
    let count = place(panel.years.len()).max(1);
    let step = width / count;
    for (index, (_, height)) in panel.years.iter().enumerate() {
        let x = left + step * place(index) + step / 6;
        let wide = (step * 2 / 3).max(2);
        match height {
            None => drawing.name((x + wide / 2, scale.zero() - 4), "?", Align::Middle, Style::Soft),
            Some(0) => {}
            Some(height) => {
                let (zero, end) = (scale.zero(), scale.at(*height));
                let fill =
                    if panel.own { Fill::of(Euro::from_cents(*height)) } else { Fill::Other };
                drawing.bar((x, zero.min(end)), wide, (end - zero).abs().max(1), fill);
            }
        }
    }
    drawing.line(Line::Zero, [(left, scale.zero()), (left + step * count, scale.zero())]);
    let mut name = |jaar: &Jaar, index: usize| {
        let x = left + step * place(index) + step / 2;
        drawing.name((x, years_y), jaar.to_string(), Align::Middle, Style::Soft);
    };
    // All years where they fit, else the first and the last.
    let every = step >= 40;
    let last = panel.years.len().saturating_sub(1);
    for (index, (jaar, _)) in panel.years.iter().enumerate() {
        if every || index == 0 || index == last {
            name(jaar, index);
        }
    }
}
