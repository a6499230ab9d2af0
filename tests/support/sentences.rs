//! How long a sentence is for who reads it.

/// The most words of a sentence on the page.
pub(crate) const MOST: usize = 15;

/// The longest sentence of a text, by its words. A name between quotes is one word; what stands after a colon is
/// a list, which is as long as it is.
pub(crate) fn longest(text: &str) -> (usize, String) {
    let text = with_short_names(text);
    let sentences = [". ", "? ", "! ", "; "].iter().fold(vec![&*text], |parts, end| {
        parts.into_iter().flat_map(|part| part.split(end)).collect()
    });
    let said =
        sentences.into_iter().map(|sentence| sentence.split(": ").next().unwrap_or(sentence));
    said.map(|said| (said.split_whitespace().count(), said.to_owned())).max().unwrap_or_default()
}

/// Each name between quotes as one sign.
fn with_short_names(text: &str) -> String {
    let mut short = String::new();
    let mut inside = false;
    for sign in text.chars() {
        match sign {
            '“' => inside = true,
            '”' => {
                inside = false;
                short.push('X');
            }
            _ if inside => {}
            _ => short.push(sign),
        }
    }
    short
}

#[test]
fn a_sentence_ends_at_a_full_stop_and_a_list_begins_at_a_colon() {
    let text = "Eén twee. Drie “vier vijf” zes: zeven acht negen tien; elf.";
    assert_eq!(longest(text), (3, "Drie X zes".to_owned()));
    assert_eq!(longest("Een; twee drie"), (2, "twee drie".to_owned()));
}
