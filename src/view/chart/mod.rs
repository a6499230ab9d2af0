//! Pictures: what they say, as shapes at whole pixels. The page draws them, a table has the same amounts.
//!
//! Each kind has three drawings, with a layout of its own: for a card on a desk, for one beside the choices on a
//! smaller screen, and for a phone. The page shows the one that fills the card with a text of 12 px or more.

mod deelnemers;
mod multiples;
mod room;
mod rows;
mod scale;
mod variants;
mod waterfall;
mod years;

pub use deelnemers::{Measure, compare_deelnemers};
pub(super) use multiples::{Panel, PanelShape, Stated, multiples};
pub(super) use rows::{Bar, Row, rows};
pub use variants::compare_variants;
pub use waterfall::waterfall;
pub(super) use years::legend_of_lines;
pub use years::{Band, years_chart, years_title};

use super::direction::Direction;
use crate::units::Euro;
use crate::units::notation::{MINUS, NO_BREAK_SPACE, heel, signed};

/// For which width it is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// 814 wide.
    Wide,
    /// 520 wide.
    Middle,
    /// 296 wide.
    Narrow,
}

impl Size {
    const fn width(self) -> i128 {
        match self {
            Self::Wide => 814,
            Self::Middle => 520,
            Self::Narrow => 296,
        }
    }
}

/// A picture for every width.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pictures {
    /// What is drawn, for who does not see it.
    pub text: String,
    /// For a desk.
    pub wide: Drawing,
    /// For a smaller screen.
    pub middle: Drawing,
    /// For a phone.
    pub narrow: Drawing,
    /// What the shapes stand for.
    pub legend: Vec<(Key, String)>,
}

impl Pictures {
    pub(super) fn new(text: impl Into<String>, draw: impl Fn(Size) -> Drawing) -> Self {
        let [wide, middle, narrow] = [Size::Wide, Size::Middle, Size::Narrow].map(draw);
        Self { text: text.into(), wide, middle, narrow, legend: Vec::new() }
    }
}

/// A sample in the legend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// A bar.
    Fill(Fill),
    /// A line.
    Line(Line),
    /// The hatched area.
    Band,
    /// The mark of what remains of a stack.
    Net,
}

/// Shapes on a ground, those above last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawing {
    /// Its width.
    pub width: i128,
    /// Its height.
    pub height: i128,
    /// What is drawn.
    pub shapes: Vec<Shape>,
}

/// A place: from the left, from above.
pub type Place = (i128, i128);

/// One shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A line through places.
    Line(Line, Vec<Place>),
    /// A hatched area within places.
    Band(Vec<Place>),
    /// A bar.
    Bar {
        /// Its corner at the upper left.
        at: Place,
        /// Its width.
        width: i128,
        /// Its height.
        height: i128,
        /// How it is filled.
        fill: Fill,
    },
    /// A round point.
    Dot(Place),
    /// The mark of what remains of a stack.
    Net(Place),
    /// A text.
    Text(Label),
}

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// A step of the scale.
    Grid,
    /// Nought.
    Zero,
    /// What the picture is about.
    Main,
    /// What it is held against.
    Second,
    /// A moment between two years.
    Moment,
    /// From a bar to the next.
    Connector,
}

/// How a bar is filled: never by colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// Solid.
    Voordeel,
    /// Hatched.
    Nadeel,
    /// Of someone else.
    Other,
    /// A part of a stack, by its place in the legend.
    Part(usize),
}

impl Fill {
    fn of(euro: Euro) -> Self {
        if euro.cents() > 0 { Self::Nadeel } else { Self::Voordeel }
    }
}

/// A text at its baseline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub at: Place,
    /// What it says.
    pub text: String,
    /// Which side of it stands there.
    pub align: Align,
    /// How it looks.
    pub style: Style,
    /// What it says it of.
    pub says: Says,
}

/// Which side of a text stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// Its start.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// How a text looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Beside the point.
    Soft,
    /// The point.
    Strong,
    /// The letter V.
    Voordeel,
    /// The letter N.
    Nadeel,
}

/// What a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    /// An amount: it stands in the table too.
    Amount,
    /// A step of the scale.
    Scale,
    /// A name, a year, a letter.
    Name,
}

impl Drawing {
    const fn new(width: i128, height: i128) -> Self {
        Self { width, height, shapes: Vec::new() }
    }

    fn line(&mut self, line: Line, places: impl IntoIterator<Item = Place>) {
        self.shapes.push(Shape::Line(line, places.into_iter().collect()));
    }

    fn bar(&mut self, at: Place, width: i128, height: i128, fill: Fill) {
        self.shapes.push(Shape::Bar { at, width, height, fill });
    }

    fn label(
        &mut self,
        at: Place,
        text: impl Into<String>,
        align: Align,
        style: Style,
        says: Says,
    ) {
        self.shapes.push(Shape::Text(Label { at, text: text.into(), align, style, says }));
    }

    fn name(&mut self, at: Place, text: impl Into<String>, align: Align, style: Style) {
        self.label(at, text, align, style, Says::Name);
    }

    /// V or N, beside the amount as it is written.
    fn letter(&mut self, at: Place, euro: Euro, text: &str) {
        let direction = Direction::as_written(euro, text);
        let style = match direction {
            Direction::Falls => Style::Voordeel,
            Direction::Rises => Style::Nadeel,
            Direction::Same => return,
        };
        if let Some((letter, _)) = direction.letter() {
            self.name(at, letter, Align::End, style);
        }
    }

    /// The texts that say an amount.
    pub fn amounts(&self) -> Vec<&str> {
        let mut amounts = Vec::new();
        for shape in &self.shapes {
            match shape {
                Shape::Text(label) if label.says == Says::Amount => amounts.push(&*label.text),
                _ => {}
            }
        }
        amounts
    }
}

/// With its sign and a no-break space, as in a table.
fn label(euro: Euro) -> String {
    super::table::signed(Some(euro), false)
}

/// On a scale a plus says nothing.
fn on_scale(euro: Euro) -> String {
    let text = heel(euro.abs());
    if euro.cents() < 0 { signed(format_args!("{MINUS}{NO_BREAK_SPACE}"), &text) } else { text }
}

/// A text in lines of at most `most` signs, broken between words. No short word stands alone on the last line: then the
/// lines are about as long as each other.
fn wrapped(text: &str, most: usize) -> Vec<String> {
    let lines = filled(text, most);
    let ends_short = lines.last().is_some_and(|line| line.chars().count() < 8);
    let mut shorter = (1..most).map(|most| filled(text, most));
    let even = ends_short.then(|| shorter.find(|it| it.len() <= lines.len())).flatten();
    even.unwrap_or(lines)
}

/// A text in lines that are each as full as they can be.
fn filled(text: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        let room = |line: &String| line.chars().count() + 1 + word.chars().count() <= most;
        match lines.last_mut().filter(|line| room(line)) {
            Some(line) => {
                line.push(' ');
                line.push_str(word);
            }
            None => lines.push(word.to_owned()),
        }
    }
    lines
}

fn place(index: usize) -> i128 {
    i128::try_from(index).unwrap_or(0)
}
