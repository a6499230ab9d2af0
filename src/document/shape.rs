//! Which fields an object of a document has: the reader refuses others, the JSON Schema is held against it.

/// One field of an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// Whether it must be there.
    pub required: bool,
}

/// The fields of one kind of object.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// Its name in the schema's `$defs`.
    pub name: &'static str,
    /// Its fields, in the order in which they are written.
    pub fields: &'static [Field],
}

/// A field that must be there.
pub(crate) const fn needs(name: &'static str) -> Field {
    Field { name, required: true }
}

/// A field that may be absent.
pub(crate) const fn may(name: &'static str) -> Field {
    Field { name, required: false }
}
