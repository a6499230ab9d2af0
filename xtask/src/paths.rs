//! Where things are: the checkout, the target folder, the site that is built.

use std::path::{Path, PathBuf};

/// Names another checkout than the one in which this tool was compiled.
pub(crate) const ROOT: &str = "BIJDRAGEWIJZER_ROOT";

/// The root of the checkout.
pub(crate) fn root() -> PathBuf {
    if let Some(root) = std::env::var_os(ROOT) {
        return root.into();
    }
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// Where cargo puts what it builds.
pub(crate) fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// The folder that a static host can serve as it is.
pub(crate) fn site() -> PathBuf {
    target().join("site")
}

/// Where the deliveries go.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// The folder with the design system's packages.
pub(crate) fn css_packages() -> PathBuf {
    root().join("xtask").join("css")
}

/// The static files of the page.
pub(crate) fn www() -> PathBuf {
    root().join("www")
}
