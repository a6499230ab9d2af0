//! The publicatie as lines to hold a check list against: one line for each thing, fields in a fixed order.

use serde_json::Value;

/// The file that is compiled in as the default publicatie.
pub(crate) fn publicatie() -> Value {
    serde_json::from_str(bijdragewijzer::publicatie::STANDAARD_JSON).unwrap()
}

/// The items of a list; none where it is absent.
pub(crate) fn items<'v>(value: &'v Value, list: &str) -> &'v [Value] {
    value[list].as_array().map_or(&[], Vec::as_slice)
}

/// A text field; `-` where it is absent. Of a number or a truth what is written.
pub(crate) fn word(value: &Value, field: &str) -> String {
    match &value[field] {
        Value::Null => "-".into(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// Several fields, parted by a space.
pub(crate) fn words(value: &Value, fields: &[&str]) -> String {
    fields.iter().map(|field| word(value, field)).collect::<Vec<_>>().join(" ")
}

/// A line with single spaces.
fn plain(line: &str) -> String {
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Fails unless the lines are those of the check list, in its order.
#[track_caller]
pub(crate) fn same(found: impl IntoIterator<Item = String>, check_list: &str) {
    let found: Vec<String> = found.into_iter().map(|line| plain(&line)).collect();
    let wanted: Vec<String> =
        check_list.lines().map(plain).filter(|line| !line.is_empty()).collect();
    let missing: Vec<_> = wanted.iter().filter(|line| !found.contains(line)).collect();
    let extra: Vec<_> = found.iter().filter(|line| !wanted.contains(line)).collect();
    assert!(
        missing.is_empty() && extra.is_empty(),
        "\nmissing from the publicatie: {missing:#?}\nnot in the check list: {extra:#?}"
    );
    assert_eq!(found, wanted, "in another order, or twice");
}
