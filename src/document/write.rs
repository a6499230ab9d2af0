//! Small helpers to write a tree.

use super::Tree;

impl From<&str> for Tree {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Tree {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<bool> for Tree {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<i64> for Tree {
    fn from(value: i64) -> Self {
        Self::Whole(value)
    }
}

impl From<crate::units::Jaar> for Tree {
    fn from(jaar: crate::units::Jaar) -> Self {
        Self::Whole(i64::from(jaar.number()))
    }
}

impl From<crate::units::Euro> for Tree {
    fn from(euro: crate::units::Euro) -> Self {
        Self::Text(euro.to_string())
    }
}

impl From<Vec<Tree>> for Tree {
    fn from(items: Vec<Tree>) -> Self {
        Self::List(items)
    }
}

/// An object of fields in this order; fields without a value are left out.
pub fn object<const N: usize>(fields: [(&str, Option<Tree>); N]) -> Tree {
    let fields = fields.into_iter().filter_map(|(name, tree)| Some((name.to_owned(), tree?)));
    Tree::Object(fields.collect())
}

/// A list of texts.
pub fn texts<T: AsRef<str>>(texts: impl IntoIterator<Item = T>) -> Tree {
    Tree::List(texts.into_iter().map(|text| Tree::from(text.as_ref())).collect())
}
