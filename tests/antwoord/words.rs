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

/// All of it but the names and the amounts of the sum.
pub(crate) fn sentences(answer: &Answer) -> String {
    let mut said: Vec<&str> = Vec::new();
    let sentence: String = answer.sentence.iter().map(|piece| piece.text.as_str()).collect();
    said.push(&sentence);
    said.extend(answer.after.iter().map(String::as_str));
    said.extend(answer.sum.iter().filter_map(|part| part.note.as_deref()));
    said.extend(answer.warning.iter().flat_map(|it| [it.title.as_str(), it.text.as_str()]));
    said.extend(answer.notes.iter().map(String::as_str));
    said.join(". ")
}
