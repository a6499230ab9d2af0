//! The parts of the text of a melding: where, and what may stand there.

/// A path as people read it: `$.uitrol[0].inzet[1].waarde` is the waarde of the second inzet of the first uitrol.
pub(super) fn place(pad: &str) -> String {
    let steps = pad.trim_start_matches('$').replace("[\"", ".").replace("\"]", "");
    let steps: Vec<String> =
        steps.split('.').filter(|step| !step.is_empty()).map(numbered).collect();
    if steps.is_empty() {
        "In het document".into()
    } else {
        format!("Bij “{}”", steps.join(", "))
    }
}

/// `inzet[1]` as `inzet 2`: people count from one.
fn numbered(step: &str) -> String {
    let Some((name, index)) = step.trim_end_matches(']').split_once('[') else {
        return step.to_owned();
    };
    let place = index.parse::<usize>().map_or_else(|_| index.to_owned(), |it| (it + 1).to_string());
    format!("{name} {place}")
}

pub(super) fn possible(words: &str) -> String {
    if words.is_empty() { "Er zijn er geen.".into() } else { format!("Kies uit: {words}.") }
}

pub(super) fn wanted(what: &str) -> String {
    match what {
        "getal als tekst" => "een getal tussen aanhalingstekens, zoals \"750000.00\"".into(),
        "tekst" => "een tekst tussen aanhalingstekens".into(),
        "lijst" => "een lijst tussen [ en ]".into(),
        "object" => "een object tussen { en }".into(),
        "geheel getal" => "een geheel getal zonder aanhalingstekens".into(),
        _ => what.to_owned(),
    }
}

pub(super) fn with_article(word: &str) -> String {
    match word {
        "null" | "waar of onwaar" => word.to_owned(),
        _ => format!("een {word}"),
    }
}

/// A limit in words where its noughts cannot be counted at a glance.
pub(super) fn large(limit: &str) -> String {
    let words = [("000000000", "miljard"), ("000000", "miljoen")];
    let found = words.into_iter().find_map(|(noughts, word)| {
        let count = limit.strip_suffix(noughts).filter(|count| !count.is_empty())?;
        Some(format!("{count} {word}"))
    });
    found.unwrap_or_else(|| limit.to_owned()).replace('-', "−")
}
