//! Documents put together and taken apart as trees.

use bijdragewijzer::document::Tree;

/// An object of these fields.
pub(crate) fn object(fields: Vec<(&str, Tree)>) -> Tree {
    Tree::Object(fields.into_iter().map(|(name, tree)| (name.to_owned(), tree)).collect())
}

/// A text.
pub(crate) fn text(text: impl Into<String>) -> Tree {
    Tree::Text(text.into())
}

/// A list of texts.
pub(crate) fn texts<T: AsRef<str>>(texts: impl IntoIterator<Item = T>) -> Tree {
    Tree::List(texts.into_iter().map(|item| text(item.as_ref())).collect())
}

/// Gives a field of an object this value, whether it was there or not.
pub(crate) fn set(tree: &mut Tree, name: &str, value: Tree) {
    let Tree::Object(fields) = tree else { panic!("{tree:?} is no object") };
    match fields.iter_mut().find(|(field, _)| field == name) {
        Some((_, old)) => *old = value,
        None => fields.push((name.to_owned(), value)),
    }
}

/// The items of a list field; none where it is absent.
pub(crate) fn items<'t>(tree: &'t Tree, name: &str) -> &'t [Tree] {
    match tree.get(name) {
        Some(Tree::List(items)) => items,
        _ => &[],
    }
}

/// A text field.
pub(crate) fn word<'t>(tree: &'t Tree, name: &str) -> Option<&'t str> {
    match tree.get(name) {
        Some(Tree::Text(text)) => Some(text),
        _ => None,
    }
}

/// A whole number field.
pub(crate) fn whole(tree: &Tree, name: &str) -> Option<i64> {
    match tree.get(name) {
        Some(Tree::Whole(value)) => Some(*value),
        _ => None,
    }
}

/// An object without fields.
pub(crate) fn empty() -> Tree {
    Tree::Object(Vec::new())
}
