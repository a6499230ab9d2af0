//! The picture of the years, drawn for a desk and for a phone; the table below has the same amounts.

use bijdragewijzer::view::{Chart, Mark};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) wide: Chart,
    pub(crate) narrow: Chart,
}

#[component]
pub(crate) fn ChartCard(props: &Props) -> Html {
    html! {
        <section class="bw-card" aria-labelledby="beeld">
            <h2 class="utrecht-heading-2 bw-card__title" id="beeld">{ &props.wide.title }</h2>
            <p class="bw-card__subtitle">{ "Verschil met de bijdrage nu, in euro per jaar" }</p>
            <figure class="bw-figure">
                { drawing(&props.wide, "wijd", true) }
                { drawing(&props.narrow, "smal", false) }
            </figure>
        </section>
    }
}

fn drawing(chart: &Chart, id: &str, wide: bool) -> Html {
    let (title, desc) = (format!("{id}-titel"), format!("{id}-tekst"));
    let class = if wide { "bw-chart bw-chart--wide" } else { "bw-chart bw-chart--narrow" };
    html! {
        <svg {class} viewBox={format!("0 0 {} {}", chart.width, chart.height)} role="img"
            aria-labelledby={format!("{title} {desc}")}>
            <title id={title}>{ &chart.title }</title>
            <desc id={desc}>{ "Lijn per jaar; dezelfde bedragen staan in de tabel Per jaar." }</desc>
            <g aria-hidden="true">
                { for chart.grid.iter().map(|(y, label)| grid(chart, *y, label)) }
                { for chart.transition.iter().map(|x| transition(chart, *x)) }
                <polyline class="bw-chart__line bw-chart__line--second" points={points(&chart.begroot)} />
                <polyline class="bw-chart__line" points={points(&chart.definitief)} />
                { for chart.definitief.iter().map(|mark| point(chart, mark)) }
                { if wide { direct_names(chart) } else { legend() } }
            </g>
        </svg>
    }
}

fn points(marks: &[Mark]) -> String {
    marks.iter().map(|mark| format!("{},{}", mark.x, mark.y)).collect::<Vec<_>>().join(" ")
}

fn grid(chart: &Chart, y: i128, label: &str) -> Html {
    let class = if y == chart.zero { "bw-chart__zero" } else { "bw-chart__grid" };
    html! {
        <>
        <path {class} d={format!("M{} {y}H{}", chart.left, chart.right)} />
        <text class="bw-chart__text bw-chart__text--end" x={(chart.left - 10).to_string()} y={(y + 5).to_string()}>
            { label }
        </text>
        </>
    }
}

fn transition(chart: &Chart, x: i128) -> Html {
    let y = chart.years_y - 22;
    html! {
        <>
        <path class="bw-chart__moment" d={format!("M{x} 34V{y}")} />
        <text class="bw-chart__text bw-chart__text--ground" x={(x + 8).to_string()} y={(y - 2).to_string()}>
            { "na de overgang" }
        </text>
        </>
    }
}

fn point(chart: &Chart, mark: &Mark) -> Html {
    let x = mark.x.to_string();
    html! {
        <>
        <circle class="bw-chart__point" cx={x.clone()} cy={mark.y.to_string()} r="6" />
        <text class="bw-chart__text bw-chart__text--strong bw-chart__text--ground bw-chart__text--middle"
            x={x.clone()} y={mark.label_y.to_string()}>{ &mark.label }</text>
        <text class="bw-chart__text bw-chart__text--middle" {x} y={chart.years_y.to_string()}>{ mark.jaar.to_string() }</text>
        </>
    }
}

/// The names beside the ends of the lines.
fn direct_names(chart: &Chart) -> Html {
    let name = |mark: Option<&Mark>, offset: i128| mark.map(|mark| (mark.x, mark.y + offset));
    let end = name(chart.definitief.last(), 5);
    let start = name(chart.begroot.first(), -10);
    html! {
        <>
        { for end.map(|(x, y)| html! {
            <text class="bw-chart__text bw-chart__text--strong" x={(x + 20).to_string()} y={y.to_string()}>
                { "na verrekening" }
            </text>
        }) }
        { for start.map(|(x, y)| html! {
            <text class="bw-chart__text bw-chart__text--ground" x={(x - 24).to_string()} y={y.to_string()}>{ "begroot" }</text>
        }) }
        </>
    }
}

fn legend() -> Html {
    html! {
        <>
        <path class="bw-chart__line" d="M0 10h22" /><circle class="bw-chart__point" cx="11" cy="10" r="5" />
        <text class="bw-chart__text bw-chart__text--strong" x="30" y="14">{ "na verrekening" }</text>
        <path class="bw-chart__line bw-chart__line--second" d="M150 10h22" />
        <text class="bw-chart__text" x="180" y="14">{ "begroot" }</text>
        </>
    }
}
