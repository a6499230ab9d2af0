//! Verantwoording: what the numbers rest on, and whether they tie and close.

use std::rc::Rc;

use bijdragewijzer::formula::Status;
use bijdragewijzer::model::REKENMODEL;
use bijdragewijzer::view::letters::in_small;
use bijdragewijzer::view::{
    Deviation, FigureRow, ParameterRow, closings, figure_rows, parameter_rows, releases,
    series_rows, words,
};
use bijdragewijzer::vragen::Oordeel;
use yew::prelude::*;

use crate::ui::components::card::{card, head_of, labelled, row_name, table};
use crate::ui::components::choices::parts::{Mark, select};
use crate::ui::scene::{Props, Scene};
use crate::ui::{Source, browser};

#[component]
pub(crate) fn Verantwoording(props: &Props) -> Html {
    let scene = &props.scene;
    html! {
        <>
        <h1 class="utrecht-heading-1 bw-hidden">{ "Verantwoording" }</h1>
        { checks(scene) }
        if scene.arrived { <Grounds source={scene.source().clone()} own={scene.deviations()} /> }
        </>
    }
}

/// What stands apart from the scenario is not drawn again when that changes.
#[derive(PartialEq, Properties)]
struct GroundsProps {
    source: Source,
    /// What the scenario has instead.
    own: Rc<Vec<Deviation>>,
}

#[derive(PartialEq, Properties)]
struct FiguresProps {
    source: Source,
}

/// What the numbers rest on, whatever was chosen.
#[component]
fn Grounds(props: &GroundsProps) -> Html {
    let source = &props.source;
    html! {
        <>
        <Figures source={source.clone()} />
        <Parameters source={source.clone()} own={Rc::clone(&props.own)} />
        { questions(source) }
        { sources(source) }
        { glossary() }
        { changes() }
        </>
    }
}

fn checks(scene: &Scene) -> Html {
    let Some(computed) = &scene.computed else { return Html::default() };
    let list = closings(&computed.uitkomst);
    let all = list.iter().all(|it| it.holds);
    let title =
        if all { "Alle bedragen sluiten, op de cent" } else { "Niet alle bedragen sluiten" };
    let items = list.into_iter().map(|it| {
        let (class, word) =
            if it.holds { ("bw-badge--ok", "klopt") } else { ("bw-badge--error", "klopt niet") };
        html! {
            <li>
                <span class={classes!("utrecht-data-badge", "bw-badge", class)}>{ word }</span>
                { format!(" {}.", it.text) }
            </li>
        }
    });
    let of = if scene.stale {
        "Gecontroleerd op uw scenario van vóór de fout."
    } else {
        "Gecontroleerd op uw scenario, bij elke wijziging opnieuw."
    };
    card("sluitend", title, Some(of), html! { <ul class="bw-list">{ for items }</ul> })
}

#[component]
fn Figures(props: &FiguresProps) -> Html {
    let chosen = use_state(|| None::<Oordeel>);
    let rows = use_memo(props.source.clone(), |source| figure_rows(source));
    let count = |verdict: Oordeel| rows.iter().filter(|row| row.verdict == verdict).count();
    let differ = count(Oordeel::Afwijkend);
    let title = format!("{differ} van de {} gepubliceerde cijfers wijken af", rows.len());
    let options = Oordeel::ALL.map(|it| html! {
        <option value={it.word()} selected={*chosen == Some(it)}>{ format!("{} ({})", it.word(), count(it)) }</option>
    });
    let options = html! {
        <><option value="" selected={chosen.is_none()}>{ format!("alle ({})", rows.len()) }</option>{ for options }</>
    };
    let onchange = {
        let chosen = chosen.clone();
        Callback::from(move |event: Event| {
            let word = browser::selected(&event);
            chosen.set(Oordeel::ALL.into_iter().find(|it| Some(it.word()) == word.as_deref()));
        })
    };
    let shown = rows.iter().filter(|row| chosen.is_none_or(|it| row.verdict == it)).map(figure);
    let content = html! {
        <>
        <div class="bw-inline">
            <label class="utrecht-form-label" for="oordeel">{ "Oordeel" }</label>
            { select("oordeel", options, onchange) }
        </div>
        { table("aansluiting", "Aansluiting", "bw-table--notes", figures_head(), html! { <>{ for shown }</> }, Html::default()) }
        </>
    };
    let text = "Elk cijfer van het voorstel naast dat van het model. Afgerond: gelijk na de afronding van het voorstel.";
    card("aansluiting", &title, Some(text), content)
}

fn figures_head() -> Html {
    head_of(&[
        ("Cijfer", false),
        (PUBLISHED, true),
        (MODEL, true),
        (VERDICT, false),
        (REASON, false),
    ])
}

/// What the columns of figures are called, on a phone beside each cell.
const PUBLISHED: &str = "Voorstel";
const MODEL: &str = "Model";
const VERDICT: &str = "Oordeel";
const REASON: &str = "Vindplaats en reden";

fn figure(row: &FigureRow) -> Html {
    let class = match row.verdict {
        Oordeel::Gelijk | Oordeel::Afgerond => "bw-badge--ok",
        Oordeel::Afwijkend => "bw-badge--warning",
        Oordeel::Geen => "",
    };
    html! {
        <tr class="utrecht-table__row" role="row">
            { row_name(html! { { &row.name } }) }
            { labelled(PUBLISHED, true, html! { { &row.published } }) }
            { labelled(MODEL, true, html! { { row.model.as_deref().unwrap_or("–") } }) }
            { labelled(VERDICT, false, html! { <span class={classes!("utrecht-data-badge", "bw-badge", class)}>{ row.verdict.word() }</span> }) }
            { labelled(REASON, false, html! { <>{ &row.source }{ for row.reason.iter().map(|text| html! { <span class="bw-table__note">{ text }</span> }) }</> }) }
        </tr>
    }
}

#[component]
fn Parameters(props: &GroundsProps) -> Html {
    let words = use_state(String::new);
    let chosen = use_state(|| None::<Status>);
    let rows = use_memo((props.source.clone(), Rc::clone(&props.own)), |(source, own)| {
        [parameter_rows(source, own), series_rows(source)].concat()
    });
    let found = |row: &&ParameterRow| {
        let note = row.note.as_deref().unwrap_or_default();
        let status = row.status.word();
        let band = row.band.as_deref().unwrap_or_default();
        let own = row.own.as_deref().unwrap_or_default();
        let all = [&*row.name, &row.id, &row.source, note, status, &row.value, band, own];
        let text = in_small(&all.join(" "));
        let typed = row.own.as_ref().map(|_| Status::Eigen);
        chosen.is_none_or(|it| row.status == it || typed == Some(it))
            && in_small(&words).split_whitespace().all(|word| text.contains(word))
    };
    let shown: Vec<Html> = rows.iter().filter(found).map(parameter).collect();
    let oninput = {
        let words = words.clone();
        Callback::from(move |event: InputEvent| {
            words.set(browser::text(&event).unwrap_or_default())
        })
    };
    let onchange = {
        let chosen = chosen.clone();
        Callback::from(move |event: Event| {
            let word = browser::selected(&event);
            chosen.set(Status::ALL.into_iter().find(|it| Some(it.word()) == word.as_deref()));
        })
    };
    let options = Status::ALL.map(|it| html! { <option value={it.word()} selected={*chosen == Some(it)}>{ it.word() }</option> });
    let options = html! { <><option value="" selected={chosen.is_none()}>{ "alle" }</option>{ for options }</> };
    let (count, none) = (format!("{} van {} getallen", shown.len(), rows.len()), shown.is_empty());
    let content = html! {
        <>
        <div class="bw-inline">
            <label class="utrecht-form-label" for="zoek">{ "Zoek" }</label>
            <input class="utrecht-textbox utrecht-textbox--html-input" type="text" id="zoek" autocomplete="off" value={(*words).clone()} {oninput} />
            <label class="utrecht-form-label" for="status">{ "Status" }</label>
            { select("status", options, onchange) }
            <span class="bw-number">{ count }</span>
        </div>
        { table("getallen", "Getallen", "bw-table--notes", head_of(&["Naam", VALUE, BAND, STATUS, SOURCE].map(|name| (name, false))),
            html! { <>{ for shown }</> }, Html::default()) }
        if none { <p class="bw-card__note">{ "Niets gevonden. Zoek met minder woorden, of met een andere status." }</p> }
        </>
    };
    card(
        "getallen",
        "Elk getal met zijn herkomst",
        Some(
            "Aanname en onbekend zijn niet uit een bron; de rest wel, of volgt daaruit. Eigen is wat u zelf invulde.",
        ),
        content,
    )
}

/// What the columns of numbers are called, likewise.
const VALUE: &str = "Waarde";
const BAND: &str = "Laag tot hoog";
const STATUS: &str = "Status";
const SOURCE: &str = "Herkomst";

fn parameter(row: &ParameterRow) -> Html {
    let mark = match row.status {
        Status::Aanname | Status::Onbekend => Mark::Aanname,
        _ => Mark::Gegeven,
    };
    html! {
        <tr class="utrecht-table__row" role="row" key={row.id.clone()}>
            { row_name(html! { { &row.name } }) }
            { labelled(VALUE, false, html! { <>
                <span class="bw-number bw-number--list">{ &row.value }</span>
                { for row.own.iter().map(|own| html! { <span class="bw-table__note">{ Mark::Keuze.show(Some("eigen")) }{ format!(" {own}") }</span> }) }
            </> }) }
            { labelled(BAND, false, html! { { row.band.as_deref().unwrap_or("–") } }) }
            { labelled(STATUS, false, mark.show(Some(row.status.word()))) }
            { labelled(SOURCE, false, html! { <>{ &row.source }{ for row.note.iter().map(|text| html! { <span class="bw-table__note">{ text }</span> }) }</> }) }
        </tr>
    }
}

fn questions(source: &Source) -> Html {
    let items = source.vragen.iter().map(|it| html! {
        <li><strong>{ &it.vraag }</strong>{ for it.waarom.iter().map(|text| html! { <>{ " " }{ text }</> }) }</li>
    });
    let title = format!("Open vragen aan {}", source.organisatie);
    card("vragen", &title, None, html! { <ol class="bw-list bw-prose">{ for items }</ol> })
}

fn sources(source: &Source) -> Html {
    let items = source.bronnen.iter().map(|it| html! {
        <li>{ &it.titel }{ for it.datum.iter().map(|text| html! { <>{ ", " }{ text }</> }) }</li>
    });
    card("bronnen", "Bronnen", None, html! { <ul class="bw-list">{ for items }</ul> })
}

fn glossary() -> Html {
    let items = words().map(|word| {
        html! {
            <div class="bw-words__pair">
                <dt class="bw-words__name">{ word.name }</dt>
                <dd class="bw-words__meaning">{ word.meaning }</dd>
            </div>
        }
    });
    card(
        "woorden",
        "Woordenlijst",
        Some("De woorden van deze pagina, elk in één zin."),
        html! { <dl class="bw-words">{ for items }</dl> },
    )
}

fn changes() -> Html {
    let all = releases().into_iter().map(|release| {
        let parts = release.parts.into_iter().map(|(name, items)| {
            html! {
                <>
                <h4 class="bw-card__subtitle bw-card__part">{ name }</h4>
                <ul class="bw-list">{ for items.into_iter().map(|item| html! { <li>{ item }</li> }) }</ul>
                </>
            }
        });
        html! { <><h3 class="utrecht-heading-3 bw-card__part">{ release.title }</h3>{ for parts }</> }
    });
    let kenmerk = browser::release().map(|mark| format!(", kenmerk {mark}")).unwrap_or_default();
    let text = format!(
        "Dit is Bijdragewijzer {}{kenmerk}, met rekenmodel {REKENMODEL}.",
        env!("CARGO_PKG_VERSION")
    );
    card("versie", "Versie en wijzigingen", Some(&text), html! { <><Verify />{ for all }</> })
}

/// The button with which an administrator sees that the files are those of the release.
#[component]
fn Verify() -> Html {
    let said = use_state(String::new);
    {
        let said = said.clone();
        use_effect_with((), move |()| browser::on_verified(move |sentence| said.set(sentence)));
    }
    let onclick = {
        let said = said.clone();
        Callback::from(move |_: MouseEvent| {
            said.set("De bestanden worden gecontroleerd.".to_owned());
            browser::verify();
        })
    };
    html! {
        <div class="bw-verify">
            <button type="button" class="utrecht-button" {onclick}>{ "Controleer deze versie" }</button>
            <p class="bw-choice__help" role="status">{ &*said }</p>
        </div>
    }
}
