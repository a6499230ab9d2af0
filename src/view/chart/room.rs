//! Whether a text has room in a drawing: no two texts of a picture may lie over each other.

use super::{Align, Drawing, Label, Shape};

/// What a text covers: from the left to the right, from above to below.
#[derive(Clone, Copy, Debug)]
struct Area {
    x: (i128, i128),
    y: (i128, i128),
}

impl Area {
    /// Of a text of 14 px: digits and most letters are 8 wide, points and spaces half of that.
    fn of(label: &Label) -> Self {
        let sign = |sign: char| if matches!(sign, ' ' | '\u{a0}' | '.' | ',') { 4 } else { 8 };
        let wide: i128 = label.text.chars().map(sign).sum();
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
}

impl Drawing {
    /// Whether the text lies within the drawing and over no other text.
    pub(super) fn has_room(&self, label: &Label) -> bool {
        let area = Area::of(label);
        let mut texts = self.shapes.iter().filter_map(|shape| match shape {
            Shape::Text(other) => Some(Area::of(other)),
            _ => None,
        });
        area.y.0 >= 0 && area.y.1 <= self.height && !texts.any(|other| area.overlaps(other))
    }

    /// Adds the first of these that has room; gives whether there was one.
    pub(super) fn label_with_room(&mut self, labels: impl IntoIterator<Item = Label>) -> bool {
        let found = labels.into_iter().find(|label| self.has_room(label));
        let is_found = found.is_some();
        self.shapes.extend(found.map(Shape::Text));
        is_found
    }
}
