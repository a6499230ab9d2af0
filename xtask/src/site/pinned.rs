//! A file that carries its hash in its name, and is pinned by it where it is loaded.

use crate::Outcome;
use crate::hash::{sha256, sri};

/// How many hexadecimal digits of the hash stand in a name.
const DIGITS: usize = 12;

pub(crate) struct Pinned {
    stem: &'static str,
    ending: &'static str,
    bytes: Vec<u8>,
}

impl Pinned {
    pub(crate) fn new(stem: &'static str, ending: &'static str, bytes: Vec<u8>) -> Self {
        Self { stem, ending, bytes }
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// `pagina.0123456789ab.js`
    pub(crate) fn name(&self) -> String {
        format!("{}.{}.{}", self.stem, short(&self.bytes), self.ending)
    }

    /// Its place in the site.
    pub(crate) fn path(&self) -> String {
        format!("assets/{}", self.name())
    }

    /// The page with this name for the plain one, wherever it loads the file; pinned: with the hash beside it.
    pub(crate) fn placed_in(&self, page: &str, pinned: bool) -> Outcome<String> {
        let plain = format!("\"assets/{}.{}\"", self.stem, self.ending);
        if !page.contains(&plain) {
            return Err(format!("index.html laadt {plain} niet."));
        }
        let hash =
            if pinned { format!(" integrity=\"{}\"", sri(&self.bytes)) } else { String::new() };
        Ok(page.replace(&plain, &format!("\"{}\"{hash}", self.path())))
    }
}

/// The first digits of the SHA-256 of the bytes.
pub(super) fn short(bytes: &[u8]) -> String {
    sha256(bytes).chars().take(DIGITS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_loads_the_name_with_the_hash_and_pins_it() {
        let file = Pinned::new("pagina", "js", b"abc".to_vec());
        let page = "<script src=\"assets/pagina.js\"></script>";
        assert_eq!(
            file.placed_in(page, false).as_deref(),
            Ok("<script src=\"assets/pagina.ba7816bf8f01.js\"></script>")
        );
        assert!(
            file.placed_in(page, true).is_ok_and(|it| it.contains(".js\" integrity=\"sha384-"))
        );
        assert!(file.placed_in("<p></p>", false).is_err());
    }
}
