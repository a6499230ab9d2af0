//! The answer as lines of text, and its sentences.

use bijdragewijzer::units::notation::in_sum;
use bijdragewijzer::view::Answer;

/// The answer as it is read, from top to bottom.
pub(crate) fn lines(answer: &Answer) -> String {
    let mut lines = vec![answer.place.clone()];
    lines.push(answer.sentence.iter().map(|piece| piece.text.as_str()).collect());
    lines.extend(answer.after.clone());
    for part in &answer.sum {
        let euro = part.euro.map_or_else(|| "onbekend".to_owned(), in_sum);
        let note = part.note.as_ref().map(|note| format!(" ({note})")).unwrap_or_default();
        lines.push(format!("  {euro}  {}{note}", part.name));
    }
    lines.extend(
        answer.warning.iter().map(|warning| format!("! {} {}", warning.title, warning.text)),
    );
    lines.extend(answer.notes.iter().map(|note| format!("* {note}")));
    lines.iter().map(|line| line.replace('\u{a0}', " ") + "\n").collect()
}

/// The longest sentence of the answer, by its words; what stands after a colon is a list.
pub(crate) fn longest_sentence(answer: &Answer) -> (usize, String) {
    let mut text: String = answer.sentence.iter().map(|piece| piece.text.as_str()).collect();
    for part in answer.after.iter().chain(&answer.notes) {
        text.push(' ');
        text.push_str(part);
    }
    let sentences = text.split(". ").flat_map(|sentence| sentence.split("; "));
    sentences
        .map(|sentence| {
            let said = sentence.split(": ").next().unwrap_or(sentence);
            (said.split_whitespace().count(), sentence.to_owned())
        })
        .max()
        .unwrap_or_default()
}
