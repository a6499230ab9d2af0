//! Bars that lie down, one below the other: a name, a bar, an amount with its letter.

use std::mem;

use super::scale::Scale;
use super::{Align, Drawing, Fill, Line, Place, Says, Shape, Size, Style, place, wrapped};
use crate::units::{Euro, in_order};
use crate::view::table::signed;

/// A bar with what stands beside it.
#[derive(Clone, Debug)]
pub(in crate::view) struct Row {
    /// What it is.
    pub(in crate::view) name: String,
    /// A remark under the name.
    pub(in crate::view) note: Option<String>,
    /// The amount; nothing when it is onbekend.
    pub(in crate::view) euro: Option<Euro>,
    /// What the bar is made of.
    pub(in crate::view) bar: Bar,
    /// Whether its name stands out.
    pub(in crate::view) strong: bool,
    /// Whether its amount is one that a reader adds up.
    pub(in crate::view) cents: bool,
}

/// What a bar is made of.
#[derive(Clone, Debug)]
pub(in crate::view) enum Bar {
    /// The amount, from here.
    From(Euro),
    /// The amount as one part of a stack, from where it begins there.
    Piece(Fill, Euro),
    /// None: the name is a heading above the rows that follow.
    Heading,
    /// Parts on either side of nought; a mark shows what remains.
    Stack(Vec<(Fill, Euro)>),
}

impl Row {
    /// A heading above the rows that follow.
    pub(in crate::view) fn heading(name: &str) -> Self {
        let (name, bar) = (name.to_owned(), Bar::Heading);
        Self { name, note: None, euro: None, bar, strong: false, cents: false }
    }

    /// Whether there is a bar to draw.
    fn is_drawn(&self) -> bool {
        let [from, to] = self.ends();
        from != to && self.euro.is_some()
    }

    fn amount(&self) -> i128 {
        self.euro.unwrap_or(Euro::NUL).cents()
    }

    /// How far the bar goes to either side.
    fn ends(&self) -> [i128; 2] {
        match &self.bar {
            Bar::From(from) | Bar::Piece(_, from) => [from.cents(), from.cents() + self.amount()],
            Bar::Heading => [0, 0],
            Bar::Stack(parts) => {
                let side = |sign: i128| {
                    let cents = parts.iter().map(|(_, euro)| euro.cents());
                    cents.filter(|cents| cents.signum() == sign).sum()
                };
                [side(-1), side(1)]
            }
        }
    }
}

const LINE: i128 = 18;
const BAR: i128 = 18;

struct Layout {
    /// Where the bars may stand.
    left: i128,
    right: i128,
    /// Where amounts end, and letters.
    amount: i128,
    letter: i128,
    /// The most signs on a line of a name.
    signs: usize,
    /// Whether the bar stands under the name.
    below: bool,
}

impl Layout {
    fn of(size: Size, rows: &[Row]) -> Self {
        match size {
            Size::Wide => {
                Self { left: 288, right: 660, amount: 790, letter: 812, signs: 34, below: false }
            }
            Size::Middle => {
                Self { left: 196, right: 380, amount: 500, letter: 518, signs: 25, below: false }
            }
            Size::Narrow => {
                let signs = if rows.iter().any(|row| row.cents) { 20 } else { 23 };
                Self { left: 1, right: 294, amount: 276, letter: 295, signs, below: true }
            }
        }
    }
}

/// The rows as a drawing; with `chained` a line leads from each bar to the next, where no name stands between.
pub(in crate::view) fn rows(rows: &[Row], size: Size, chained: bool) -> Drawing {
    let layout = Layout::of(size, rows);
    let scale = Scale::tight(rows.iter().flat_map(Row::ends), layout.left, layout.right);
    let mut drawing = Drawing::new(size.width(), 0);
    let mut y = 4;
    let mut joint: Option<Place> = None;
    for row in rows {
        let text = texts(&mut drawing, &layout, row, y);
        let bar = if layout.below { y + text + 4 } else { y };
        if row.is_drawn() {
            if let Some((x, above)) = joint.filter(|_| chained && !layout.below) {
                drawing.line(Line::Connector, [(x, above), (x, bar)]);
            }
            draw_bar(&mut drawing, &scale, row, bar);
            let [_, end] = row.ends();
            joint = Some((scale.at(end), bar + BAR));
        }
        if layout.below && row.is_drawn() {
            // Where text stands above the bar, a line through all would run through the text.
            drawing.line(Line::Zero, [(scale.zero(), bar - 2), (scale.zero(), bar + BAR + 2)]);
        }
        y += match (layout.below, row.is_drawn()) {
            (true, true) => text + BAR + 20,
            (true, false) => text + 14,
            (false, _) => text.max(BAR) + 14,
        };
    }
    drawing.height = y - 8;
    if !layout.below {
        drawing.line(Line::Zero, [(scale.zero(), 0), (scale.zero(), y - 8)]);
    }
    // Connectors lie under bars, bars under the line of nought, and that under texts.
    drawing.shapes = in_order(mem::take(&mut drawing.shapes), |shape| match shape {
        Shape::Line(Line::Zero, _) => 2,
        Shape::Line(..) | Shape::Band(_) => 0,
        Shape::Bar { .. } => 1,
        Shape::Dot(_) | Shape::Net(_) => 3,
        Shape::Text(_) => 4,
    });
    drawing
}

/// Writes name, note, amount and letter; gives the height of the name with its note.
fn texts(drawing: &mut Drawing, layout: &Layout, row: &Row, y: i128) -> i128 {
    let style = if row.strong { Style::Strong } else { Style::Soft };
    let note = row.note.as_deref().map(|note| wrapped(note, layout.signs)).unwrap_or_default();
    let name = wrapped(&row.name, layout.signs).into_iter().map(|line| (line, style));
    let lines: Vec<_> = name.chain(note.into_iter().map(|line| (line, Style::Soft))).collect();
    let height = place(lines.len()) * LINE;
    for (index, (line, style)) in lines.into_iter().enumerate() {
        drawing.name((0, y + 14 + place(index) * LINE), line, Align::Start, style);
    }
    let at = (layout.amount, y + 14);
    match row.euro {
        None if matches!(row.bar, Bar::Heading) => {}
        None => drawing.label(at, "onbekend", Align::End, Style::Soft, Says::Amount),
        Some(euro) => {
            let text = signed(Some(euro), row.cents);
            drawing.letter((layout.letter, y + 14), euro, &text);
            drawing.label(at, text, Align::End, Style::Strong, Says::Amount);
        }
    }
    height
}

fn draw_bar(drawing: &mut Drawing, scale: &Scale, row: &Row, y: i128) {
    match &row.bar {
        Bar::Heading => {}
        Bar::From(from) => {
            let fill = Fill::of(row.euro.unwrap_or(Euro::NUL));
            piece(drawing, scale, (from.cents(), from.cents() + row.amount()), y, fill);
        }
        Bar::Piece(fill, from) => {
            piece(drawing, scale, (from.cents(), from.cents() + row.amount()), y, *fill);
        }
        Bar::Stack(parts) => {
            let (mut left, mut right) = (0, 0);
            for (fill, euro) in parts {
                let start = if euro.cents() < 0 { &mut left } else { &mut right };
                let end = *start + euro.cents();
                piece(drawing, scale, (*start, end), y, *fill);
                *start = end;
            }
            if row.euro.is_some() && !parts.is_empty() {
                drawing.shapes.push(Shape::Net((scale.at(row.amount()), y + BAR / 2)));
            }
        }
    }
}

/// A bar from one amount to another. Too small for a pixel is still not nothing.
fn piece(drawing: &mut Drawing, scale: &Scale, (from, to): (i128, i128), y: i128, fill: Fill) {
    if from == to {
        return;
    }
    let (one, other) = (scale.at(from), scale.at(to));
    let width = (other - one).abs().max(1);
    drawing.bar((one.min(other), y), width, BAR, fill);
}
