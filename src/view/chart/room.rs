//! Whether a text has room in a drawing: no two texts of a picture may lie over each other.

use super::{Align, Drawing, Label, Line, Place, Shape};

/// How wide a text of 14 px is: digits and most letters are 8, points and spaces half of that.
pub(super) fn width(text: &str) -> i128 {
    let sign = |sign: char| if matches!(sign, ' ' | '\u{a0}' | '.' | ',') { 4 } else { 8 };
    text.chars().map(sign).sum()
}

/// What a text covers: from the left to the right, from above to below.
#[derive(Clone, Copy, Debug)]
struct Area {
    x: (i128, i128),
    y: (i128, i128),
}

impl Area {
    fn of(label: &Label) -> Self {
        let wide = width(&label.text);
        let (x, y) = label.at;
        let left = match label.align {
            Align::Start => x,
            Align::Middle => x - wide / 2,
            Align::End => x - wide,
        };
        Self { x: (left, left + wide), y: (y - 12, y + 4) }
    }

    const fn overlaps(self, other: Self) -> bool {
        self.x.0 < other.x.1 && other.x.0 < self.x.1 && self.y.0 < other.y.1 && other.y.0 < self.y.1
    }

    const fn holds(self, other: Self) -> bool {
        self.x.0 <= other.x.0
            && other.x.1 <= self.x.1
            && self.y.0 <= other.y.0
            && other.y.1 <= self.y.1
    }

    /// Whether the line from one place to another runs through it.
    fn is_crossed(self, (x, y): Place, (to_x, to_y): Place) -> bool {
        let around = Self { x: (x.min(to_x), x.max(to_x)), y: (y.min(to_y), y.max(to_y)) };
        let (left, right) = self.x;
        let (top, bottom) = self.y;
        let side = |across: i128, down: i128| {
            ((to_x - x) * (down - y) - (to_y - y) * (across - x)).signum()
        };
        let first = side(left, top);
        let others = [side(right, top), side(left, bottom), side(right, bottom)];
        self.overlaps(around) && others.iter().any(|other| *other != first)
    }
}

impl Drawing {
    /// Whether the text lies within the drawing and clear of every other text.
    pub(super) fn has_room(&self, label: &Label) -> bool {
        let area = Area::of(label);
        let mut texts = self.shapes.iter().filter_map(|shape| match shape {
            Shape::Text(other) => Some(Area::of(other)),
            _ => None,
        });
        let within = Area { x: (0, self.width), y: (0, self.height) };
        // Two amounts at about one height, closer than this, read as one.
        let beside = Area { x: (area.x.0 - 6, area.x.1 + 6), y: (area.y.0 + 4, area.y.1 - 4) };
        within.holds(area) && !texts.any(|other| area.overlaps(other) || beside.overlaps(other))
    }

    /// Whether no line of amounts runs through the text.
    fn is_clear(&self, label: &Label) -> bool {
        let area = Area::of(label);
        !self.shapes.iter().any(|shape| match shape {
            Shape::Line(Line::Main | Line::Second, places) => places
                .windows(2)
                .any(|ends| matches!(ends, [from, to] if area.is_crossed(*from, *to))),
            _ => false,
        })
    }

    /// Adds the first of these that has room, one that is clear of the lines if there is any.
    pub(super) fn label_with_room(&mut self, labels: &[Label]) {
        let mut with_room = labels.iter().filter(|label| self.has_room(label));
        let clear = with_room.clone().find(|label| self.is_clear(label));
        let found = clear.or_else(|| with_room.next()).cloned();
        self.shapes.extend(found.map(Shape::Text));
    }
}
