//! A bar is as long as its amount says, on the right side of nought, and everything fits in the drawing.

use bijdragewijzer::view::{Align, Comparison, Drawing, Fill, Line, Measure, Shape};

use super::given::{Bar, Given, all, bars, drawings, number, pictures};

/// Lengths against amounts: the longest bar sets what a euro is.
#[track_caller]
fn in_proportion(what: &str, lengths: &[(i64, i64)]) {
    let Some((most, longest)) = lengths.iter().max_by_key(|(amount, _)| *amount) else { return };
    for (amount, length) in lengths {
        // A pixel of rounding at each end, and one that is too small still has a pixel.
        let due = amount * longest / most;
        assert!(
            (length - due).abs() <= 2,
            "{what}: {amount} is {length} long, {most} is {longest}"
        );
    }
}

fn length(bar: &Bar) -> i64 {
    i64::try_from(bar.width).unwrap()
}

#[test]
fn bars_of_a_waterfall_and_of_keys_are_in_proportion() {
    for given in all() {
        for (kind, of) in [("waterfall", given.waterfall()), ("keys", given.keys())] {
            for (size, drawing) in drawings(pictures(&of)) {
                let amounts = drawing.amounts();
                let known: Vec<i64> =
                    amounts.into_iter().filter_map(number).filter(|amount| *amount != 0).collect();
                let drawn = bars(drawing);
                let what = format!("{}: {kind}, {size}", given.name);
                // Cents that show as nought still have a bar of one pixel.
                let long: Vec<&Bar> = drawn.iter().filter(|bar| bar.width > 1).collect();
                assert!(long.len() <= known.len() && known.len() <= drawn.len(), "{what}");
                if drawn.len() == known.len() {
                    let sizes = known.iter().map(|amount| amount.abs());
                    in_proportion(&what, &sizes.zip(drawn.iter().map(length)).collect::<Vec<_>>());
                    for (amount, bar) in known.iter().zip(&drawn) {
                        let fill = if *amount > 0 { Fill::Nadeel } else { Fill::Voordeel };
                        assert_eq!(bar.fill, fill, "{what}: {amount}");
                    }
                }
            }
        }
    }
}

#[test]
fn a_waterfall_is_a_chain() {
    let given = Given::called("the proposal");
    let of = given.waterfall();
    let drawn = bars(&pictures(&of).wide);
    let (ophoging, reservering, begroot) = (drawn[0], drawn[1], drawn[2]);
    // Down to its end, back up from there, and the total from nought to where that came.
    assert_eq!(reservering.at.0, ophoging.at.0);
    assert_eq!(begroot.at.0, reservering.at.0 + reservering.width);
    assert_eq!(begroot.at.0 + begroot.width, ophoging.at.0 + ophoging.width);
}

/// The amounts of a table, row by row, in the columns of its years.
fn of_years(given: &Given, of: &Comparison) -> Vec<i64> {
    let years = given.uitkomst.jaren.len();
    let cells = of.table.rows.iter().flat_map(|(_, cells)| cells.iter().take(years));
    cells.filter_map(|cell| number(&cell.text)).collect()
}

#[test]
fn bars_of_deelnemers_share_one_scale_and_those_of_who_looks_say_their_side() {
    for given in all() {
        let of = given.deelnemers(Measure::Euro);
        let mut amounts = of_years(&given, &of);
        amounts.retain(|amount| *amount != 0);
        let drawn = bars(&pictures(&of).wide);
        assert_eq!(drawn.len(), amounts.len(), "{}", given.name);
        let heights = drawn.iter().map(|bar| i64::try_from(bar.height).unwrap());
        let sizes: Vec<(i64, i64)> = amounts.iter().map(|it| it.abs()).zip(heights).collect();
        in_proportion(&format!("{}: deelnemers", given.name), &sizes);
        let own = drawn.iter().zip(&amounts).filter(|(bar, _)| bar.fill != Fill::Other);
        assert!(own.clone().count() <= given.uitkomst.jaren.len(), "{}", given.name);
        for (bar, amount) in own {
            assert_eq!(bar.fill == Fill::Nadeel, *amount > 0, "{}", given.name);
        }
    }
}

#[test]
fn points_of_wijzen_share_one_scale_and_stand_on_the_right_side_of_nought() {
    for given in all() {
        let of = given.wijzen();
        let amounts = of_years(&given, &of);
        let picture = &pictures(&of).wide;
        let zero = picture.shapes.iter().find_map(|shape| match shape {
            Shape::Line(Line::Zero, places) => Some(places[0].1),
            _ => None,
        });
        let dots = picture.shapes.iter().filter_map(|shape| match shape {
            Shape::Dot((_, y)) => Some(i64::try_from(zero.unwrap() - y).unwrap()),
            _ => None,
        });
        let dots: Vec<i64> = dots.collect();
        assert_eq!(dots.len(), amounts.len(), "{}", given.name);
        let sizes = amounts.iter().map(|it| it.abs()).zip(dots.iter().map(|it| it.abs()));
        let sizes: Vec<(i64, i64)> = sizes.filter(|(amount, _)| *amount != 0).collect();
        in_proportion(&format!("{}: wijzen", given.name), &sizes);
        for (amount, up) in amounts.iter().zip(&dots) {
            assert!(*up == 0 || (*up > 0) == (*amount > 0), "{}: {amount}, {up}", given.name);
        }
    }
}

#[test]
fn beside_the_points_of_a_wijze_runs_what_is_begroot() {
    let given = Given::called("the proposal");
    let of = given.wijzen();
    let lines = pictures(&of).wide.shapes.iter().filter_map(|shape| match shape {
        Shape::Line(Line::Second, places) => Some(places.iter().map(|(_, y)| *y).collect()),
        _ => None,
    });
    let lines: Vec<Vec<i128>> = lines.collect();
    // Of structureel the same in the transition, and less of a daling after it: −107.139,58 and −63.099,59.
    let [structureel, jaarlijks, _] = &*lines else { panic!("{} lines", lines.len()) };
    assert!(structureel[0] == structureel[1] && structureel[1] == structureel[2]);
    assert!(structureel[2] > structureel[3] && structureel[3] == structureel[4]);
    // Of jaarlijks what is begroot is what it becomes: the points lie on it.
    let picture = &pictures(&of).wide;
    let dots = picture.shapes.iter().filter_map(|shape| match shape {
        Shape::Dot((_, y)) => Some(*y),
        _ => None,
    });
    assert_eq!(dots.skip(5).take(5).collect::<Vec<_>>(), *jaarlijks);
}

/// First the pieces of a stack, then each of its posts by itself, where it stands in the stack.
#[test]
fn a_stack_is_made_of_the_posts_below_it_in_proportion() {
    for given in all() {
        let Some(of) = given.variants() else { continue };
        let mut drawn = bars(&pictures(&of).wide).into_iter();
        let mut sizes = Vec::new();
        let (_, rows) = of.table.rows.split_last().unwrap();
        let posts = |from: usize| {
            let posts = rows[from..].iter().take_while(|(name, _)| name.starts_with("waarvan "));
            let amounts = posts.filter_map(|(_, cells)| number(&cells.last().unwrap().text));
            amounts.filter(|amount| *amount != 0).collect::<Vec<i64>>()
        };
        for (place, (name, _)) in rows.iter().enumerate() {
            if name.starts_with("waarvan ") {
                continue;
            }
            let amounts = posts(place + 1);
            let pieces: Vec<Bar> = drawn.by_ref().take(amounts.len()).collect();
            for (amount, piece) in amounts.iter().zip(&pieces) {
                let alone = drawn.next().unwrap();
                let what = format!("{}: {name}, {amount}", given.name);
                let (x, width) = (alone.at.0, alone.width);
                assert_eq!((x, width, alone.fill), (piece.at.0, piece.width, piece.fill), "{what}");
                sizes.push((amount.abs(), length(piece)));
            }
        }
        let together: usize = drawn.count();
        assert_eq!(together, sizes.len(), "{}: all pieces together", given.name);
        in_proportion(&format!("{}: variants", given.name), &sizes);
    }
}

/// The widest of Noto Sans at 14 px, rounded up: digits and the usual letters are narrower than this.
const SIGN: i128 = 8;

#[track_caller]
fn fits(what: &str, drawing: &Drawing) {
    let (width, height) = (drawing.width, drawing.height);
    for shape in &drawing.shapes {
        match shape {
            Shape::Bar { at: (x, y), width: long, height: high, .. } => {
                assert!(
                    *x >= 0 && x + long <= width && *y >= 0 && y + high <= height,
                    "{what}: {shape:?}"
                );
            }
            Shape::Text(label) => {
                let long = SIGN * i128::try_from(label.text.chars().count()).unwrap();
                let (from, to) = match label.align {
                    Align::Start => (label.at.0, label.at.0 + long),
                    Align::Middle => (label.at.0 - long / 2, label.at.0 + long / 2),
                    Align::End => (label.at.0 - long, label.at.0),
                };
                assert!(
                    from >= -8 && to <= width + 8,
                    "{what}: {} runs out of {width}",
                    label.text
                );
                assert!(
                    label.at.1 > 0 && label.at.1 <= height,
                    "{what}: {} at {:?}",
                    label.text,
                    label.at
                );
            }
            Shape::Line(Line::Zero, places) => {
                assert!(places.iter().all(|(x, _)| *x >= 0 && *x <= width), "{what}");
            }
            _ => {}
        }
    }
}

#[test]
fn everything_fits_on_a_desk_and_on_a_phone() {
    for given in all() {
        for (name, of) in given.comparisons() {
            for (size, drawing) in drawings(pictures(&of)) {
                fits(&format!("{name}, {size}"), drawing);
            }
        }
    }
}

#[test]
fn every_width_has_a_drawing_of_its_own() {
    for (name, of) in Given::called("the proposal").comparisons() {
        let all = drawings(pictures(&of)).map(|(_, drawing)| drawing);
        assert_eq!(all.map(|it| it.width), [814, 520, 296], "{name}");
        let [wide, middle, narrow] = all.map(|it| &it.shapes);
        assert!(wide != middle && middle != narrow, "{name}");
    }
}
