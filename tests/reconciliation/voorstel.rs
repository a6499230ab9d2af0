//! Every figure of the proposal, typed a second time, beside its counterpart in the publicatie; and back.

use num_rational::BigRational;

use super::tables::{at, number, publicatie, rows, text};

/// A figure of the proposal.
struct Figure {
    onderwerp: String,
    waarde: String,
    /// Where the publicatie has it; a minus before a path means the opposite sign.
    tegenhangers: Vec<String>,
    /// Why it has no counterpart.
    reden: String,
}

/// The figures in the order of the document, with the explicit mapping of reconciliation/voorstel.csv.
fn figures() -> Vec<Figure> {
    let sources = rows("sources/voorstel.csv", "plaats,onderwerp,jaar,waarde,eenheid,tekst");
    let mapping = rows("reconciliation/voorstel.csv", "onderwerp,tegenhanger,reden");
    assert_eq!(sources.len(), mapping.len(), "a figure without a line in the mapping, or twice");
    let pairs = sources.into_iter().zip(mapping);
    pairs
        .map(|(source, mapped)| {
            let [onderwerp, tegenhanger, reden] = mapped.try_into().unwrap();
            assert_eq!(source[1], onderwerp, "the mapping follows the order of the document");
            let tegenhangers = tegenhanger.split_whitespace().map(str::to_owned).collect();
            Figure { onderwerp, waarde: source[3].clone(), tegenhangers, reden }
        })
        .collect()
}

#[test]
fn every_figure_is_mapped_or_says_why_not() {
    for figure in figures() {
        let mapped = !figure.tegenhangers.is_empty();
        assert_ne!(mapped, !figure.reden.is_empty(), "{}", figure.onderwerp);
    }
}

#[test]
fn every_figure_is_its_counterpart_in_the_publicatie() {
    let publicatie = publicatie();
    let mut problems = Vec::new();
    let mut held = 0;
    for figure in figures() {
        for path in &figure.tegenhangers {
            held += 1;
            let (opposite, place) =
                path.strip_prefix('-').map_or((false, &**path), |it| (true, it));
            let Some(found) = at(&publicatie, place) else {
                problems.push(format!("{}: nothing stands at {place}", figure.onderwerp));
                continue;
            };
            let found = text(found);
            let same = match (number(&figure.waarde), number(&found)) {
                (Some(source), Some(found)) => source == if opposite { -found } else { found },
                _ => figure.waarde == found,
            };
            if !same {
                problems
                    .push(format!("{}: {} but {path} is {found}", figure.onderwerp, figure.waarde));
            }
        }
    }
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
    assert!(held > 100, "{held}");
}

/// What the publicatie has beside the figures that the proposal prints, and why.
const NOT_PRINTED: [(&str, &str); 2] = [
    ("cijfers/saldo", "het voorstel noemt de twee bedragen en niet de uitkomst"),
    ("cijfers/jaarrekening_2018", "staat in de jaarstukken 2018, niet in het voorstel"),
];

#[test]
fn every_figure_and_every_value_from_the_proposal_in_the_publicatie_is_mapped_to() {
    let publicatie = publicatie();
    let reached: Vec<String> = figures()
        .into_iter()
        .flat_map(|figure| figure.tegenhangers)
        .map(|path| path.trim_start_matches('-').to_owned())
        .collect();
    let mut unreached = Vec::new();
    for cijfer in publicatie["cijfers"].as_array().unwrap() {
        let place = format!("cijfers/{}", cijfer["id"].as_str().unwrap());
        let elsewhere = NOT_PRINTED.iter().any(|(known, _)| *known == place);
        if reached.contains(&format!("{place}/waarde")) == elsewhere {
            unreached.push(place);
        }
    }
    for parameter in publicatie["parameters"].as_array().unwrap() {
        let place = format!("parameters/{}/waarde", parameter["id"].as_str().unwrap());
        if parameter["status"] == "bron" && !reached.contains(&place) {
            unreached.push(place);
        }
    }
    assert!(unreached.is_empty(), "{unreached:#?}");
}

/// What is derived, done again with the figures of the proposal itself.
#[test]
fn every_derived_value_follows_from_the_figures_of_the_proposal() {
    let publicatie = publicatie();
    let figures = figures();
    let of = |onderwerp: &str| -> BigRational {
        let figure = figures.iter().find(|figure| figure.onderwerp == onderwerp).unwrap();
        number(&figure.waarde).unwrap()
    };
    let stated = |path: &str| number(&text(at(&publicatie, path).unwrap())).unwrap();
    let share = |part: &str, whole: &str| of(part) / of(whole);
    let telefoon_en_dpia = of("kosten_telefoonnummer") + of("dpia_kosten");
    let derived = [
        ("betaald_aandeel/waarde", share("minder_dwangbevelen_aantal", "dwangbevelen_grondslag")),
        (
            "hernieuwd_aandeel/waarde",
            share("minder_hernieuwde_bevelen_aantal", "minder_dwangbevelen_aantal"),
        ),
        (
            "beslag_aandeel/waarde",
            share(
                "besparing_ccp_beslagopdrachten_aantal",
                "besparing_ccp_hernieuwde_bevelen_aantal",
            ),
        ),
        (
            "contact_zonder_afspraak_aandeel/waarde",
            share("klanten_contact_zonder_betaalafspraak", "dwangbevelen_grondslag"),
        ),
        (
            "overig_aandeel/waarde",
            number("1").unwrap()
                - of("pilot_aandeel_kwijtschelding")
                - of("pilot_aandeel_oninbaar"),
        ),
        ("baten_nieuw/laag", of("baten_verwacht_systematiek") - of("baten_schommeling")),
        ("baten_nieuw/hoog", of("baten_verwacht_systematiek") + of("baten_schommeling")),
        (
            "capaciteit_inhuur_eerste_bedrag/laag",
            of("interne_incasso_kosten_laag") - &telefoon_en_dpia,
        ),
        (
            "capaciteit_inhuur_eerste_bedrag/hoog",
            of("interne_incasso_kosten_hoog") - &telefoon_en_dpia,
        ),
        (
            "capaciteit_inhuur_vervolg_bedrag/laag",
            of("interne_incasso_kosten_laag") - of("kosten_telefoonnummer"),
        ),
        (
            "capaciteit_inhuur_vervolg_bedrag/hoog",
            of("interne_incasso_kosten_hoog") - of("kosten_telefoonnummer"),
        ),
    ];
    let all_derived = publicatie["parameters"].as_array().unwrap().iter();
    for parameter in all_derived.filter(|parameter| parameter["status"] == "afgeleid") {
        let path = format!("{}/waarde", parameter["id"].as_str().unwrap());
        assert!(derived.iter().any(|(known, _)| **known == path), "{path} is not derived again");
    }
    for (path, value) in derived {
        assert_eq!(stated(&format!("parameters/{path}")), value, "{path}");
    }
}
