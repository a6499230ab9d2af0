//! What changed per release, as CHANGELOG.md says it.

/// A release, or the one that is being made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Release {
    /// Its number, and when it came out.
    pub title: String,
    /// Each kind of change with what changed.
    pub parts: Vec<(String, Vec<String>)>,
}

/// Every release, the newest first.
pub fn releases() -> Vec<Release> {
    read(include_str!("../../CHANGELOG.md"))
}

fn read(text: &str) -> Vec<Release> {
    let mut releases: Vec<Release> = Vec::new();
    for line in text.lines() {
        if let Some(title) = line.strip_prefix("## ") {
            releases.push(Release { title: plain(title), parts: Vec::new() });
        }
        let Some(release) = releases.last_mut() else { continue };
        if let Some(name) = line.strip_prefix("### ") {
            release.parts.push((plain(name), Vec::new()));
        } else if let Some((item, (_, items))) =
            line.strip_prefix("- ").zip(release.parts.last_mut())
        {
            items.push(plain(item));
        }
    }
    releases
}

/// Without the marks of the file.
fn plain(text: &str) -> String {
    text.replace(['`', '*'], "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_release_has_its_kinds_of_change() {
        let text = "# Wijzigingen\n\nUitleg.\n\n## 1.2.0, 3 mei\n\n### Rekenmodel\n\n- De `index` is *anders*.\n- Nog iets.\n\n### Techniek\n\n- Sneller.\n\n## 1.1.0\n";
        let part = |name: &str, items: &[&str]| {
            (name.to_owned(), items.iter().map(|item| (*item).to_owned()).collect())
        };
        let newest = Release {
            title: "1.2.0, 3 mei".to_owned(),
            parts: vec![
                part("Rekenmodel", &["De index is anders.", "Nog iets."]),
                part("Techniek", &["Sneller."]),
            ],
        };
        let before = Release { title: "1.1.0".to_owned(), parts: Vec::new() };
        assert_eq!(read(text), [newest, before]);
    }

    #[test]
    fn no_sentence_has_more_than_fifteen_words() {
        let releases = releases();
        let items = releases.iter().flat_map(|it| it.parts.iter().flat_map(|(_, items)| items));
        for sentence in items.flat_map(|item| item.split(['.', ';'])) {
            let words = sentence.split_whitespace().count();
            assert!(words <= 15, "{words} words: {sentence}");
        }
    }

    #[test]
    fn every_release_says_what_it_did_to_the_amounts() {
        let releases = releases();
        assert!(!releases.is_empty());
        for release in releases {
            let names: Vec<&str> = release.parts.iter().map(|(name, _)| name.as_str()).collect();
            assert_eq!(names.first(), Some(&"Rekenmodel"), "{}", release.title);
            assert!(release.parts.iter().all(|(_, items)| !items.is_empty()), "{}", release.title);
        }
    }
}
