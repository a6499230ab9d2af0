//! Opening choices in an address, as someone writes them by hand for a frame:
//! `#/uw-bijdrage?deelnemer=zwolle&uitgangspunt=voorstel&thema=licht`.
//!
//! They have no check, so they may only say where to begin: an organisation and an uitgangspunt. The look is
//! the page's own affair and is passed over here.

use crate::document::{Tree, shown};
use crate::melding::{Code, Melding, Meldingen};

/// The choices of an address.
pub(super) struct Begin<'t> {
    /// The part of the address that is the page's own.
    pub(super) section: &'t str,
    /// The document that a file would hold; nothing when there is no choice in it for a scenario.
    pub(super) tree: Option<Tree>,
    pub(super) meldingen: Meldingen,
}

/// The choices after the first `?` behind a section; nothing when the text has another form.
pub(super) fn begin(text: &str) -> Option<Begin<'_>> {
    let (_, after) = text.split_once('#')?;
    let (section, choices) = after.split_once('?')?;
    let plain = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '_' | '/');
    if !section.chars().all(plain) {
        return None;
    }
    let mut fields = vec![("versie".to_owned(), Tree::Whole(1))];
    let mut meldingen = Meldingen::default();
    for choice in choices.split('&').filter(|choice| !choice.is_empty()) {
        match choice.split_once('=') {
            // A second time too: the reader says that it stands there twice.
            Some((name @ ("deelnemer" | "uitgangspunt"), value)) => {
                fields.push((name.to_owned(), value.into()));
            }
            Some(("thema", "licht" | "donker")) => {}
            _ => meldingen.push(Melding::new(Code::LinkPart, "$", [shown(choice)])),
        }
    }
    let says_something = fields.len() > 1 || meldingen.refuses();
    let tree = says_something.then(|| {
        let scenarios = Tree::List(vec![Tree::Object(fields)]);
        Tree::Object(vec![
            ("versie".to_owned(), Tree::Whole(1)),
            ("scenarios".to_owned(), scenarios),
        ])
    });
    Some(Begin { section: section.trim_matches('/'), tree, meldingen })
}
