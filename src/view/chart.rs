//! The picture of the years: lines of begroot and na verrekening, as marks at whole pixels.

use crate::model::{JaarTotaal, Uitkomst};
use crate::units::notation::{MINUS, NO_BREAK_SPACE, heel};
use crate::units::{Euro, Jaar};

/// For which width it is drawn. A phone gets a layout of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// 814 by 300.
    Wide,
    /// 328 by 320.
    Narrow,
}

/// A point of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The year.
    pub jaar: Jaar,
    /// Its place.
    pub x: i128,
    /// See `x`.
    pub y: i128,
    /// What stands beside it: the amount that the table shows.
    pub label: String,
    /// The place of the label's baseline.
    pub label_y: i128,
}

/// The picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// What it shows, as a conclusion.
    pub title: String,
    /// Width and height.
    pub width: i128,
    /// See `width`.
    pub height: i128,
    /// Where the lines begin and end, from left to right.
    pub left: i128,
    /// See `left`.
    pub right: i128,
    /// Heights of the grid lines with their amounts; the one of zero among them.
    pub grid: Vec<(i128, String)>,
    /// The height of zero.
    pub zero: i128,
    /// Na verrekening.
    pub definitief: Vec<Mark>,
    /// Begroot.
    pub begroot: Vec<Mark>,
    /// Between the last transition year and the next.
    pub transition: Option<i128>,
    /// The baseline of the years.
    pub years_y: i128,
}

struct Frame {
    width: i128,
    height: i128,
    left: i128,
    right: i128,
    top: i128,
    bottom: i128,
}

impl Size {
    const fn frame(self) -> Frame {
        match self {
            Self::Wide => {
                Frame { width: 814, height: 300, left: 92, right: 676, top: 44, bottom: 256 }
            }
            Self::Narrow => {
                Frame { width: 328, height: 324, left: 66, right: 324, top: 84, bottom: 280 }
            }
        }
    }
}

/// The years of a deelnemer as a picture.
pub fn chart(
    uitkomst: &Uitkomst,
    deelnemer: usize,
    last_transition: Option<Jaar>,
    size: Size,
) -> Option<Chart> {
    let begroot = amounts(uitkomst, |year| year.begroot.share_euro(deelnemer))?;
    let definitief = amounts(uitkomst, |year| year.definitief.share_euro(deelnemer))?;
    let frame = size.frame();
    let scale = Scale::new(begroot.iter().chain(&definitief).map(|(_, euro)| *euro), &frame);
    let columns = i128::try_from(begroot.len()).ok()?;
    let step = (frame.right - frame.left) / columns.max(1);
    let x = |index: usize| frame.left + step / 2 + step * i128::try_from(index).unwrap_or(0);
    let marks = |line: &[(Jaar, Euro)], other: &[(Jaar, Euro)]| -> Vec<Mark> {
        let pairs = line.iter().zip(other).enumerate();
        pairs
            .map(|(index, ((jaar, euro), (_, beside)))| {
                // On a phone labels of neighbours would touch, so they take turns.
                let above = if size == Size::Wide { euro > beside } else { index % 2 == 1 };
                mark(&scale, *jaar, x(index), *euro, above)
            })
            .collect()
    };
    let position = last_transition.and_then(|jaar| begroot.iter().position(|(of, _)| *of == jaar));
    let transition =
        position.filter(|index| index + 1 < begroot.len()).map(|index| x(index) + step / 2);
    Some(Chart {
        title: title(&definitief),
        width: frame.width,
        height: frame.height,
        left: frame.left,
        right: frame.right,
        grid: scale.grid(),
        zero: scale.y(Euro::NUL),
        definitief: marks(&definitief, &begroot),
        begroot: marks(&begroot, &definitief),
        transition,
        years_y: frame.height - 8,
    })
}

fn amounts(
    uitkomst: &Uitkomst,
    read: impl Fn(&JaarTotaal) -> Option<Euro>,
) -> Option<Vec<(Jaar, Euro)>> {
    uitkomst.totaal.iter().map(|year| Some((year.jaar, read(year)?))).collect()
}

/// A point with its label: on a desk on the side away from the other line.
fn mark(scale: &Scale, jaar: Jaar, x: i128, euro: Euro, above: bool) -> Mark {
    let y = scale.y(euro);
    let label_y = if above { y - 14 } else { y + 24 };
    Mark { jaar, x, y, label: label(euro), label_y }
}

fn label(euro: Euro) -> String {
    let text = heel(euro.abs());
    match euro.cents().signum() {
        -1 => format!("{MINUS}{NO_BREAK_SPACE}{text}"),
        1 => format!("+{NO_BREAK_SPACE}{text}"),
        _ => text,
    }
}

struct Scale {
    low: i128,
    high: i128,
    step: i128,
    top: i128,
    bottom: i128,
}

impl Scale {
    /// A round step so that two to five grid lines hold all amounts and zero.
    fn new(amounts: impl Iterator<Item = Euro>, frame: &Frame) -> Self {
        let (mut low, mut high) = (0, 0);
        for euro in amounts {
            low = low.min(euro.cents());
            high = high.max(euro.cents());
        }
        let span = (high - low).max(100);
        let mut step = 100;
        while span / step >= 4 {
            // 1, 2, 5, 10, 20, 50 …
            let digits = step.to_string();
            step = if digits.starts_with('2') { step / 2 * 5 } else { step * 2 };
        }
        let down = if low < 0 { (low - step + 1) / step * step } else { 0 };
        let up = if high > 0 { (high + step - 1) / step * step } else { 0 };
        let (down, up) = if down == up { (0, step) } else { (down, up) };
        Self { low: down, high: up, step, top: frame.top, bottom: frame.bottom }
    }

    fn y(&self, euro: Euro) -> i128 {
        self.bottom - (euro.cents() - self.low) * (self.bottom - self.top) / (self.high - self.low)
    }

    fn grid(&self) -> Vec<(i128, String)> {
        let lines = (self.high - self.low) / self.step;
        (0..=lines)
            .map(|line| {
                let euro = Euro::from_cents(self.low + line * self.step);
                (self.y(euro), label(euro).replace('+', "").trim_start().to_owned())
            })
            .collect()
    }
}

/// The conclusion that the line of definitief carries.
fn title(definitief: &[(Jaar, Euro)]) -> String {
    let amount = crate::units::notation::in_sentence;
    let (Some((_, first)), Some((_, last))) = (definitief.first(), definitief.last()) else {
        return String::new();
    };
    let from = definitief.iter().find(|(_, euro)| euro == last).map(|(jaar, _)| *jaar);
    let since = from.map(|jaar| format!(" vanaf {jaar}")).unwrap_or_default();
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
