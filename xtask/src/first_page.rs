//! What index.html shows before the page can compute: amounts from the same core, through the command line.

use crate::Outcome;
use crate::program::{cargo, output};

/// Where the amounts go.
const PLACE: &str = "<!-- bedragen:";

/// The page with the amounts of the proposal in their place.
pub(crate) fn with_amounts(page: &str) -> Outcome<String> {
    let run = ["run", "--locked", "--quiet", "--profile", "xtask", "--bin", "bijdrage", "--"];
    let amounts = output(cargo(&[&run[..], &["bereken", "--html"]].concat()))?;
    filled(page, &amounts)
        .ok_or_else(|| format!("in index.html ontbreekt de regel die met {PLACE} begint."))
}

/// The page with its comment replaced; nothing when it has none.
fn filled(page: &str, amounts: &str) -> Option<String> {
    let (before, rest) = page.split_once(PLACE)?;
    let (_, after) = rest.split_once("-->\n")?;
    Some([before, amounts, after].concat())
}

#[cfg(test)]
mod tests {
    use super::filled;

    #[test]
    fn the_comment_gives_way_to_the_amounts() {
        let page = "<main>\n<!-- bedragen: hier -->\n</main>";
        assert_eq!(filled(page, "<p>1</p>\n").as_deref(), Some("<main>\n<p>1</p>\n</main>"));
        assert_eq!(filled("<main></main>", ""), None);
    }
}
