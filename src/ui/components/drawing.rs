//! Draws the shapes of a picture, and samples of what they stand for.

use bijdragewijzer::view::{Align, Drawing, Fill, Key, Label, Line, Place, Shape, Style};
use yew::prelude::*;

/// A drawing; `id` is its own, `title` what the picture says, `text` what is drawn.
pub(crate) fn drawing(
    id: &str,
    class: &'static str,
    title: &str,
    text: &str,
    of: &Drawing,
) -> Html {
    let (title_id, text_id, hatch) =
        (format!("{id}-titel"), format!("{id}-tekst"), format!("{id}-arcering"));
    html! {
        <svg key={class} {class} viewBox={format!("0 0 {} {}", of.width, of.height)} role="img"
            aria-labelledby={format!("{title_id} {text_id}")}>
            <title id={title_id}>{ title }</title>
            <desc id={text_id}>{ text }</desc>
            <pattern id={hatch.clone()} width="7" height="7" patternUnits="userSpaceOnUse">
                <path class="bw-chart__hatch" d="M-1 1L1-1M0 7L7 0M6 8L8 6" />
            </pattern>
            <g aria-hidden="true">{ for of.shapes.iter().map(|it| shape(it, &hatch)) }</g>
        </svg>
    }
}

fn shape(of: &Shape, hatch: &str) -> Html {
    match of {
        Shape::Line(line, places) => {
            html! { <polyline class={line_class(*line)} points={points(places)} /> }
        }
        Shape::Band(places) => html! {
            <polygon class="bw-chart__band" fill={format!("url(#{hatch})")} points={points(places)} />
        },
        Shape::Bar { at: (x, y), width, height, fill } => bar((*x, *y), *width, *height, *fill),
        Shape::Dot((x, y)) => html! {
            <circle class="bw-chart__point" cx={x.to_string()} cy={y.to_string()} r="6" />
        },
        Shape::Net(place) => net(*place),
        Shape::Text(label) => text(label),
    }
}

fn points(places: &[Place]) -> String {
    places.iter().map(|(x, y)| format!("{x},{y}")).collect::<Vec<_>>().join(" ")
}

/// A bar; what is a nadeel is hatched, so that it is told apart without colour.
fn bar((x, y): Place, width: i128, height: i128, fill: Fill) -> Html {
    let class = format!("bw-chart__bar {}", fill_class(fill));
    let hatched = matches!(fill, Fill::Nadeel | Fill::Part(2 | 6)) && width > 2;
    html! {
        <>
        <rect {class} x={x.to_string()} y={y.to_string()} width={width.to_string()} height={height.to_string()} />
        if hatched { <path class="bw-chart__stripe" d={stripes((x, y), width, height)} /> }
        </>
    }
}

/// Slanting lines within a bar.
fn stripes((x, y): Place, width: i128, height: i128) -> String {
    let mut path = String::new();
    let mut from = 6;
    while from < width + height {
        // From the upper or right side down to the left or lower side.
        let (right, top) = if from < width { (from, 0) } else { (width, from - width) };
        let (left, bottom) = if from < height { (0, from) } else { (from - height, height) };
        path.push_str(&format!("M{} {}L{} {}", x + right, y + top, x + left, y + bottom));
        from += 7;
    }
    path
}

/// A diamond.
fn net((x, y): Place) -> Html {
    html! { <path class="bw-chart__net" d={format!("M{} {y}L{x} {}L{} {y}L{x} {}Z", x - 8, y - 8, x + 8, y + 8)} /> }
}

fn text(label: &Label) -> Html {
    let align = match label.align {
        Align::Start => "",
        Align::Middle => " bw-chart__text--middle",
        Align::End => " bw-chart__text--end",
    };
    let style = match label.style {
        Style::Soft => "",
        Style::Strong => " bw-chart__text--strong",
        Style::Voordeel => " bw-chart__text--voordeel",
        Style::Nadeel => " bw-chart__text--nadeel",
    };
    let (x, y) = label.at;
    html! {
        <text class={format!("bw-chart__text bw-chart__text--ground{align}{style}")} x={x.to_string()} y={y.to_string()}>
            { &label.text }
        </text>
    }
}

const fn line_class(line: Line) -> &'static str {
    match line {
        Line::Grid => "bw-chart__grid",
        Line::Zero => "bw-chart__zero",
        Line::Main => "bw-chart__line",
        Line::Second => "bw-chart__line bw-chart__line--second",
        Line::Moment | Line::Connector => "bw-chart__moment",
    }
}

const fn fill_class(fill: Fill) -> &'static str {
    match fill {
        Fill::Voordeel => "bw-chart__bar--voordeel",
        Fill::Nadeel => "bw-chart__bar--nadeel",
        Fill::Other => "bw-chart__bar--other",
        Fill::Part(place) => match place % 4 {
            0 => "bw-chart__bar--part-1",
            1 => "bw-chart__bar--part-2",
            2 => "bw-chart__bar--part-3",
            _ => "bw-chart__bar--part-4",
        },
    }
}

/// A sample for the legend.
pub(crate) fn sample(key: Key) -> Html {
    let content = match key {
        Key::Fill(fill) => bar((1, 1), 24, 14, fill),
        Key::Line(line) => html! { <polyline class={line_class(line)} points="0,8 26,8" /> },
        Key::Band => html! {
            <><rect class="bw-chart__band" x="1" y="1" width="24" height="14" fill="none" />
            <path class="bw-chart__hatch" d={stripes((1, 1), 24, 14)} /></>
        },
        Key::Net => net((13, 8)),
    };
    html! { <svg class="bw-legend__sample" viewBox="0 0 26 16" aria-hidden="true">{ content }</svg> }
}
