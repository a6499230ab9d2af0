//! The tables of the test and the publicatie, each as it stands in its file.

use std::fs;
use std::path::Path;

use num_bigint::BigInt;
use num_rational::BigRational;
use serde_json::Value;

/// The rows of a CSV file below tests/, without the head, which must be this one.
pub(crate) fn rows(path: &str, head: &str) -> Vec<Vec<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(path);
    let text = fs::read_to_string(path).unwrap();
    let (first, rest) = text.split_once('\n').unwrap();
    assert_eq!(first, head);
    let columns = head.split(',').count();
    let rows: Vec<Vec<String>> = rest.lines().map(cells).collect();
    for row in &rows {
        assert_eq!(row.len(), columns, "{row:?}");
    }
    assert!(!rows.is_empty());
    rows
}

/// The cells of a line; a cell with a comma stands between quotes.
fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    for sign in line.chars() {
        match sign {
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            _ => cells.last_mut().unwrap().push(sign),
        }
    }
    cells
}

/// The file that is compiled in as the default publicatie.
pub(crate) fn publicatie() -> Value {
    serde_json::from_str(bijdragewijzer::publicatie::STANDAARD_JSON).unwrap()
}

/// What stands at a path such as `varianten/2a/uitrol/2021/waarde`: an item of a list goes by its id, its
/// variant or its year.
pub(crate) fn at<'v>(publicatie: &'v Value, path: &str) -> Option<&'v Value> {
    path.split('/').try_fold(publicatie, |value, step| match value {
        Value::Array(items) => items.iter().find(|item| goes_by(item, step)),
        _ => value.get(step),
    })
}

fn goes_by(item: &Value, step: &str) -> bool {
    let named = ["id", "variant"].iter().any(|field| item[*field].as_str() == Some(step));
    named || item["jaar"].as_i64().is_some_and(|jaar| jaar.to_string() == step)
}

/// The text of a value: of a number what it is written as.
pub(crate) fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// The exact value of a number as documents write it; nothing when it is a date or a word.
pub(crate) fn number(text: &str) -> Option<BigRational> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let digits: BigInt = format!("{whole}{decimals}").parse().ok()?;
    let scale = decimals.bytes().fold(BigInt::from(1), |scale, _| scale * 10);
    Some(BigRational::new(digits, scale))
}
