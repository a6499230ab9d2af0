//! No text of a picture lies over another or on a line, no bar lies over nought, and on a scale of nothing there is no step.

use bijdragewijzer::view::{
    Align, Drawing, Label, Line, Margins, Pictures, Place, Says, Shape, years_chart,
};
use bijdragewijzer::vragen::Banden;

use super::given::{Given, all, drawings, pictures};

/// What a text covers, in Noto Sans of 14 px: a digit is 8 wide, and so is most of what stands beside it; a point and a
/// space are half as wide.
fn area(label: &Label) -> [i128; 4] {
    let narrow = |sign: &char| " \u{a0}.,".contains(*sign);
    let count = i128::try_from(label.text.chars().count()).unwrap();
    let thin = i128::try_from(label.text.chars().filter(narrow).count()).unwrap();
    let wide = 8 * count - 4 * thin;
    let (x, y) = label.at;
    let left = match label.align {
        Align::Start => x,
        Align::Middle => x - wide / 2,
        Align::End => x - wide,
    };
    [left, left + wide, y - 11, y + 3]
}

fn texts(drawing: &Drawing) -> Vec<&Label> {
    let texts = drawing.shapes.iter().filter_map(|shape| match shape {
        Shape::Text(label) => Some(label),
        _ => None,
    });
    texts.collect()
}

fn overlaps(drawing: &Drawing) -> Vec<String> {
    let texts = texts(drawing);
    let mut found = Vec::new();
    for (index, one) in texts.iter().enumerate() {
        for other in &texts[index + 1..] {
            let ([a, b, c, d], [e, f, g, h]) = (area(one), area(other));
            if a < f && e < b && c < h && g < d {
                found.push(format!(
                    "“{}” at {:?} over “{}” at {:?}",
                    one.text, one.at, other.text, other.at
                ));
            }
        }
    }
    found
}

impl Given {
    fn years(&self) -> Option<Pictures> {
        let last = self.publicatie.overgang.map(|it| it.tot);
        let banden = Banden::ZonderAannamen;
        let margins = Margins::new(&self.uitkomst, self.deelnemer, banden, true);
        years_chart(&self.uitkomst, self.deelnemer, last, margins.band(banden).as_ref())
    }

    /// Every picture, the years too.
    fn pictures(&self) -> Vec<(String, Pictures)> {
        let cards = self.comparisons().into_iter();
        let cards = cards.map(|(name, of)| (name, pictures(&of).clone()));
        let years = self.years().map(|it| (format!("{}: years", self.name), it));
        cards.chain(years).collect()
    }
}

#[test]
fn no_text_lies_over_another() {
    let mut found = Vec::new();
    for given in all() {
        for (name, of) in given.pictures() {
            for (size, drawing) in drawings(&of) {
                let faults = overlaps(drawing).into_iter();
                found.extend(faults.map(|fault| format!("{name}, {size}: {fault}")));
            }
        }
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

/// The first year and the last say what the line comes to; of those between, the table has what finds no room.
#[test]
fn the_ends_of_the_line_always_have_their_amount() {
    for given in all() {
        let Some(of) = given.years() else { continue };
        let ends = |of: &Drawing| {
            let all = of.amounts();
            [all[0].to_owned(), all[all.len() - 1].to_owned()]
        };
        for (size, drawing) in drawings(&of) {
            assert_eq!(ends(drawing), ends(&of.wide), "{}, {size}", given.name);
        }
    }
}

/// Also where the longest amount is longer than most.
#[test]
fn every_line_of_the_scale_has_its_name_but_on_a_phone() {
    for given in all() {
        let Some(of) = given.years() else { continue };
        for drawing in [&of.wide, &of.middle] {
            let names = texts(drawing).into_iter().filter(|it| it.says == Says::Scale).count();
            let lines = drawing
                .shapes
                .iter()
                .filter(|shape| matches!(shape, Shape::Line(Line::Grid | Line::Zero, _)));
            assert_eq!(names, lines.count(), "{}", given.name);
        }
    }
}

#[test]
fn a_scale_of_nothing_has_nought_alone() {
    for name in ["all of it for another", "no share under the key", "nothing is done"] {
        let of = Given::called(name).years().unwrap();
        for (size, drawing) in drawings(&of) {
            let steps = texts(drawing).into_iter().filter(|it| it.says == Says::Scale);
            let steps: Vec<&str> = steps.map(|it| &*it.text).collect();
            assert!(steps.iter().all(|step| *step == "0"), "{name}, {size}: {steps:?}");
        }
    }
}

/// The corners of a bar, or of what a line covers.
fn covers(places: &[Place]) -> [i128; 4] {
    let (x, y) = (places.iter().map(|it| it.0), places.iter().map(|it| it.1));
    [
        x.clone().min().unwrap_or(0),
        x.max().unwrap_or(0),
        y.clone().min().unwrap_or(0),
        y.max().unwrap_or(0),
    ]
}

/// What is drawn later lies over what is drawn before.
#[test]
fn no_bar_breaks_the_line_of_nought() {
    for given in all() {
        for (name, of) in given.pictures() {
            for (size, drawing) in drawings(&of) {
                let mut lines: Vec<[i128; 4]> = Vec::new();
                for shape in &drawing.shapes {
                    match shape {
                        Shape::Line(Line::Zero, places) => lines.push(covers(places)),
                        Shape::Bar { at: (x, y), width, height, .. } => {
                            let over = lines.iter().find(|[a, b, c, d]| {
                                x <= b && *a <= x + width && y <= d && *c <= y + height
                            });
                            assert_eq!(over, None, "{name}, {size}: {shape:?}");
                        }
                        _ => {}
                    }
                }
            }
        }
    }
}

/// Every drawing of the years, by name.
fn drawings_of_years() -> Vec<(String, Drawing)> {
    let years = all().into_iter().filter_map(|given| Some((given.name, given.years()?)));
    let each = years.flat_map(|(name, of)| {
        drawings(&of).map(|(size, drawing)| (format!("{name}, {size}"), drawing.clone()))
    });
    each.collect()
}

/// Points of one line through the text of another would say its amount of the wrong line.
#[test]
fn no_line_runs_through_an_amount_of_the_years() {
    let mut found = Vec::new();
    for (name, drawing) in drawings_of_years() {
        let lines = drawing.shapes.iter().filter_map(|shape| match shape {
            Shape::Line(Line::Main | Line::Second, places) => Some(places),
            _ => None,
        });
        let steps: Vec<Place> = lines.flat_map(|places| along(places)).collect();
        for label in texts(&drawing).into_iter().filter(|it| it.says == Says::Amount) {
            let [left, right, top, bottom] = area(label);
            let inside = |(x, y): &&Place| left < *x && *x < right && top < *y && *y < bottom;
            if let Some(at) = steps.iter().find(inside) {
                found.push(format!("{name}: “{}” at {at:?}", label.text));
            }
        }
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

/// Two amounts on one line that touch read as one.
#[test]
fn amounts_of_neighbouring_years_stand_apart() {
    let mut found = Vec::new();
    for (name, drawing) in drawings_of_years() {
        let amounts = texts(&drawing).into_iter().filter(|it| it.says == Says::Amount);
        let amounts: Vec<&Label> = amounts.collect();
        for (one, other) in amounts.iter().zip(amounts.iter().skip(1)) {
            let ([_, right, top, bottom], [left, _, above, below]) = (area(one), area(other));
            if top + 4 < below && above + 4 < bottom && left - right < 6 {
                found.push(format!("{name}: {} {}", one.text, other.text));
            }
        }
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

/// Places along a line, sixty-four from each point to the next.
fn along(places: &[Place]) -> Vec<Place> {
    let pairs = places.iter().zip(places.iter().skip(1));
    let steps = pairs.flat_map(|((x, y), (to_x, to_y))| {
        (0..=64).map(move |step| (x + (to_x - x) * step / 64, y + (to_y - y) * step / 64))
    });
    steps.collect()
}
