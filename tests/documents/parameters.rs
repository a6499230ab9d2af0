//! docs/parameters.md, made from the default publicatie.

use std::fmt::Write;

use bijdragewijzer::formula::{Herkomst, Status};
use bijdragewijzer::publicatie::{
    Drijver, Parameter, Publicatie, SleutelSoort, Startwaarde, Variant, Verdeelsleutel, Waarde,
};
use bijdragewijzer::units::notation::{getal, waarde};
use bijdragewijzer::units::{Breuk, Eenheid};

/// The whole page.
pub(crate) fn page(publicatie: &Publicatie) -> String {
    let mut out = format!(
        "# Parameters\n\n\
         Deze bladzijde is gemaakt uit de publicatie `{}` en wordt niet met de hand gewijzigd.\n\
         Verander de publicatie in `www/publicaties` en draai `UPDATE_EXPECT=1 cargo test --test documents`.\n\
         Wat de woorden betekenen, staat in de [woordenlijst](glossary.md).\n\n",
        publicatie.id
    );
    out.push_str(&statuses(publicatie));
    out.push_str("\n## Waarden\n\n");
    row(
        &mut out,
        &["id", "naam", "waarde", "band", "eenheid", "status", "herkomst", "toelichting"],
    );
    out.push_str("| --- | --- | ---: | ---: | --- | --- | --- | --- |\n");
    for parameter in &publicatie.parameters {
        parameter_row(&mut out, parameter);
    }
    out.push_str(
        "\n## Uitrol zolang het scenario niets anders zegt\n\n\
         Elke waarde die niet uit het voorstel komt, is een aanname.\n\n",
    );
    row(&mut out, &["variant", "naam", "drijver", "jaar", "waarde", "status"]);
    out.push_str("| --- | --- | --- | --- | ---: | --- |\n");
    for variant in &publicatie.varianten {
        uitrol_rows(&mut out, variant);
    }
    out.push_str("\n## Verdeelsleutels\n\n");
    row(&mut out, &["id", "naam", "gewichten", "status", "herkomst", "toelichting"]);
    out.push_str("| --- | --- | --- | --- | --- | --- |\n");
    for sleutel in &publicatie.sleutels {
        sleutel_row(&mut out, sleutel);
    }
    out.push_str("\n## Bronnen\n\n");
    row(&mut out, &["id", "titel", "datum", "vindplaats"]);
    out.push_str("| --- | --- | --- | --- |\n");
    for bron in &publicatie.bronnen {
        let or_dash = |text: &Option<String>| text.clone().unwrap_or_else(|| "–".into());
        row(
            &mut out,
            &[&code(&bron.id), &bron.titel, &or_dash(&bron.datum), &or_dash(&bron.vindplaats)],
        );
    }
    out
}

fn statuses(publicatie: &Publicatie) -> String {
    let meaning = |status: Status| match status {
        Status::Bron => "staat in het voorstel",
        Status::Openbaar => "staat in een andere openbare bron",
        Status::Afgeleid => "uit bronnen berekend",
        Status::Aanname => "van ons",
        Status::Eigen => "door de gebruiker ingevuld",
        Status::Onbekend => "niemand heeft het gezegd",
    };
    let mut out = String::from("| status | betekenis | parameters |\n| --- | --- | ---: |\n");
    for status in Status::ALL {
        let count = publicatie.parameters.iter().filter(|it| it.status == status).count();
        row(&mut out, &[status.word(), meaning(status), &count.to_string()]);
    }
    out
}

fn row(out: &mut String, cells: &[&str]) {
    let cells: Vec<String> = cells.iter().map(|cell| cell.replace('|', "\\|")).collect();
    // Writing to a String cannot fail.
    let _ = writeln!(out, "| {} |", cells.join(" | "));
}

fn code(id: &str) -> String {
    format!("`{id}`")
}

fn herkomst(herkomst: &Herkomst) -> String {
    match &herkomst.bron {
        Some(bron) => format!("`{bron}`: {}", herkomst.paragraaf),
        None => herkomst.paragraaf.to_string(),
    }
}

fn parameter_row(out: &mut String, parameter: &Parameter) {
    let one = |value: Breuk| waarde(value, parameter.eenheid);
    let values = |read: &dyn Fn(Waarde) -> Option<String>| {
        let years = parameter.per_jaar.iter();
        let years = years.filter_map(|(jaar, value)| Some(format!("{jaar}: {}", read(*value)?)));
        let all: Vec<String> = parameter.waarde.and_then(read).into_iter().chain(years).collect();
        if all.is_empty() { "–".to_owned() } else { all.join("; ") }
    };
    let band = values(&|value| {
        (value.laag < value.hoog).then(|| format!("{} tot {}", one(value.laag), one(value.hoog)))
    });
    let shown = values(&|value| Some(one(value.waarde)));
    let eenheid = if parameter.jaarlijks {
        format!("{}, per jaar", parameter.eenheid.word())
    } else {
        parameter.eenheid.word().to_owned()
    };
    row(
        out,
        &[
            &code(&parameter.id),
            &parameter.naam,
            &shown,
            &band,
            &eenheid,
            parameter.status.word(),
            &herkomst(&parameter.herkomst),
            parameter.toelichting.as_deref().unwrap_or("–"),
        ],
    );
}

fn uitrol_rows(out: &mut String, variant: &Variant) {
    let (id, naam, drijver) = (code(&variant.id), &variant.naam, variant.drijver.word());
    match &variant.uitrol {
        Startwaarde::PerJaar(years) => {
            for year in years {
                let value = getal(year.waarde, 0);
                let jaar = year.jaar.to_string();
                row(out, &[&id, naam, drijver, &jaar, &value, year.status.word()]);
            }
        }
        Startwaarde::Vanaf(jaar) => {
            let jaar = format!("vanaf {jaar}");
            row(out, &[&id, naam, Drijver::Start.word(), &jaar, "–", Status::Aanname.word()]);
        }
    }
}

fn sleutel_row(out: &mut String, sleutel: &Verdeelsleutel) {
    let gewichten = match &sleutel.soort {
        SleutelSoort::Evenredig(jaar) => format!("de voorschotten van {jaar}"),
        SleutelSoort::Blok { jaar, blokken } => {
            let weights = blokken
                .iter()
                .map(|(id, weight)| format!("{id} {}", waarde(weight.breuk(), Eenheid::Euro)));
            let weights: Vec<String> = weights.collect();
            let first = if weights.is_empty() {
                "blokken uit het scenario".to_owned()
            } else {
                weights.join(", ")
            };
            format!("{first}; daarbinnen de voorschotten van {jaar}")
        }
        SleutelSoort::Eigen => "uit het scenario".to_owned(),
    };
    row(
        out,
        &[
            &code(&sleutel.id),
            &sleutel.naam,
            &gewichten,
            sleutel.status.word(),
            &herkomst(&sleutel.herkomst),
            sleutel.toelichting.as_deref().unwrap_or("–"),
        ],
    );
}
