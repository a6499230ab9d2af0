//! The frame of the page: header, two columns, footer, and the one status sentence.

use bijdragewijzer::model::REKENMODEL;
use yew::prelude::*;

use super::actions::actions;
use super::meldingen;
use super::status::{self, Status};
use crate::ui::browser;
use crate::ui::scene::Scene;
use crate::ui::state::Section;

/// The part with the answers: what closes itself there leaves the focus on it.
pub(crate) const ANSWERS: &str = "antwoord";

/// The row of sections, which a phone scrolls sideways.
const SECTIONS: &str = "onderdelen";

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) scene: Scene,
    pub(crate) choices: Option<Html>,
    pub(crate) children: Html,
    pub(crate) status: status::Props,
}

#[component]
pub(crate) fn Frame(props: &Props) -> Html {
    let source = props.scene.source();
    let section = props.scene.state.section;
    let single = section == Section::Verantwoording;
    use_effect_with(section, |_| browser::show_current(SECTIONS));
    let release = use_memo((), |()| browser::release());
    let release = release.as_ref().as_ref().map(|mark| format!(" ({mark})")).unwrap_or_default();
    let stamp = format!(
        "Bijdragewijzer {}{release} · rekenmodel {REKENMODEL} · publicatie {} · wat u invult blijft op dit apparaat",
        env!("CARGO_PKG_VERSION"),
        source.id
    );
    html! {
        <div class="utrecht-page-layout">
            <a class="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#antwoord" onclick={skip(ANSWERS)}>
                { "Naar het antwoord" }
            </a>
            if props.scene.has_refusals() {
                <a class="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#meldingen-titel" onclick={skip(meldingen::TITLE)}>
                    { "Naar de meldingen" }
                </a>
            }
            <header class="utrecht-page-header bw-header">
                <div class="utrecht-page-header__content">
                    <p class="bw-header__name"><strong>{ "Bijdragewijzer" }</strong>{ " " }{ &source.titel }</p>
                    <p class="bw-header__status">
                        { format!("Voorstel {}, {} ", source.organisatie, date(&source.datum)) }
                        <span class="utrecht-data-badge bw-badge bw-badge--warning">{ source.stand.word() }</span>
                    </p>
                    { actions(&props.scene) }
                    { sections(&props.scene) }
                </div>
            </header>
            <div class="utrecht-page-body">
                <div class={classes!("utrecht-page-body__content", "bw-columns", single.then_some("bw-columns--single"))}>
                    if let Some(choices) = &props.choices { { choices.clone() } }
                    <main class="bw-answers" id={ANSWERS} tabindex="-1">{ props.children.clone() }</main>
                </div>
            </div>
            <footer class="utrecht-page-footer bw-footer">
                <div class="utrecht-page-footer__content"><p class="bw-footer__stamp">{ stamp }</p></div>
            </footer>
            <Status ..props.status.clone() />
        </div>
    }
}

/// The address after `#` is of the section, so this link moves the focus itself.
fn skip(to: &'static str) -> Callback<MouseEvent> {
    Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        browser::show(to);
        browser::focus(to);
    })
}

fn sections(scene: &Scene) -> Html {
    let current = scene.state.section;
    let links = Section::ALL.map(|section| {
        html! {
            <li>
                <a class="bw-sections__link" href={format!("#/{}", section.id())}
                    aria-current={(section == current).then_some("page")}>{ section.name() }</a>
            </li>
        }
    });
    html! { <nav class="bw-sections" aria-label="Onderdelen"><ul class="bw-sections__list" id={SECTIONS}>{ for links }</ul></nav> }
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
