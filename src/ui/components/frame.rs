//! The frame of the page: header, two columns, footer, and the one status sentence.

use bijdragewijzer::model::REKENMODEL;
use yew::prelude::*;

use super::status::Status;
use crate::ui::{Source, browser};

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) source: Source,
    pub(crate) choices: Html,
    pub(crate) children: Html,
    pub(crate) status: Option<String>,
}

#[component]
pub(crate) fn Frame(props: &Props) -> Html {
    let source = &props.source;
    let print = Callback::from(|_: MouseEvent| browser::print());
    let stamp = format!(
        "Bijdragewijzer {} · rekenmodel {REKENMODEL} · publicatie {} · wat u invult blijft op dit apparaat",
        env!("CARGO_PKG_VERSION"),
        source.id
    );
    html! {
        <div class="utrecht-page-layout">
            <a class="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#antwoord">{ "Naar het antwoord" }</a>
            <header class="utrecht-page-header bw-header">
                <div class="utrecht-page-header__content">
                    <p class="bw-header__name"><strong>{ "Bijdragewijzer" }</strong>{ " " }{ &source.titel }</p>
                    <p class="bw-header__status">
                        { format!("Voorstel {}, {} ", source.organisatie, date(&source.datum)) }
                        <span class="utrecht-data-badge bw-badge bw-badge--warning">{ source.stand.word() }</span>
                    </p>
                    <div class="bw-header__actions">
                        <button type="button" class="utrecht-button" onclick={print}>{ "Afdrukken" }</button>
                    </div>
                </div>
            </header>
            <div class="utrecht-page-body">
                <div class="utrecht-page-body__content bw-columns">
                    { props.choices.clone() }
                    <main class="bw-answers" id="antwoord" tabindex="-1">{ props.children.clone() }</main>
                </div>
            </div>
            <footer class="utrecht-page-footer bw-footer">
                <div class="utrecht-page-footer__content"><p class="bw-footer__stamp">{ stamp }</p></div>
            </footer>
            <Status text={props.status.clone()} />
        </div>
    }
}

/// "2021-01-27" as "27 januari 2021"; another form stays as it is.
fn date(iso: &str) -> String {
    const MONTHS: [&str; 12] = [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ];
    let mut parts = iso.split('-');
    let (Some(year), Some(month), Some(day)) = (parts.next(), parts.next(), parts.next()) else {
        return iso.to_owned();
    };
    let name = month.parse::<usize>().ok().and_then(|month| MONTHS.get(month.checked_sub(1)?));
    name.map_or_else(
        || iso.to_owned(),
        |name| format!("{} {name} {year}", day.trim_start_matches('0')),
    )
}
