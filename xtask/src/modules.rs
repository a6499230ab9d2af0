//! The WebAssembly modules: compiled by cargo, then given the JavaScript that loads them.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use wasm_bindgen_cli_support::Bindgen;

use crate::program::{cargo, output, program, run};
use crate::wasm_target::{self, TRIPLE};
use crate::{Outcome, paths};

/// One module: which binary, with which feature, in which profile, and for what kind of script.
pub(crate) struct Module {
    binary: &'static str,
    feature: &'static str,
    profile: &'static str,
    script: Script,
}

/// How the JavaScript beside a module is loaded.
enum Script {
    /// A classic script that defines `wasm_bindgen`: it runs from a server, from a share and inside one file.
    Classic,
    /// An ES module, for whoever imports it.
    EsModule,
}

/// The page. Small first: its sums are few.
pub(crate) const PAGE: Module =
    Module { binary: "pagina", feature: "app", profile: "pagina", script: Script::Classic };

/// The JavaScript API, which the worker loads too. Fast first: it does the long work.
pub(crate) const API: Module =
    Module { binary: "rekenkern", feature: "js", profile: "release", script: Script::EsModule };

impl Module {
    /// Compiles the module and writes `<binary>.js` and `<binary>_bg.wasm` into the folder.
    pub(crate) fn build(&self, folder: &Path) -> Outcome {
        wasm_target::ensure()?;
        let arguments = [
            "build",
            "--target",
            TRIPLE,
            "--bin",
            self.binary,
            "--features",
            self.feature,
            "--profile",
            self.profile,
        ];
        let mut command = cargo(&arguments);
        command.env("CARGO_ENCODED_RUSTFLAGS", neutral_paths()?);
        run(command)?;
        let compiled = paths::target()
            .join(TRIPLE)
            .join(self.profile)
            .join(self.binary)
            .with_extension("wasm");
        self.bind(&compiled, folder)
            .map_err(|sentence| format!("wasm-bindgen op {}: {sentence}", compiled.display()))
    }

    fn bind(&self, compiled: &Path, folder: &Path) -> Outcome {
        let mut bindgen = Bindgen::new();
        match self.script {
            Script::Classic => bindgen.no_modules(true),
            Script::EsModule => bindgen.web(true),
        }
        .map_err(|error| format!("{error:#}"))?
        .input_path(compiled)
        .out_name(self.binary)
        .typescript(false)
        // The API's `init()` without arguments looks beside itself; the page is told where its module is.
        .omit_default_module_path(matches!(self.script, Script::Classic))
        .remove_name_section(true)
        .remove_producers_section(true);
        bindgen.generate(folder).map_err(|error| format!("{error:#}"))
    }
}

/// Compiler flags that keep the folders of this machine out of what is delivered, so that the same source gives the
/// same bytes everywhere.
fn neutral_paths() -> Outcome<OsString> {
    let mut folders = vec![(paths::root(), "/src")];
    folders.extend(crate_folders().into_iter().map(|folder| (folder, "/crates")));
    let sysroot = output(program("rustc", &["--print", "sysroot"]))?;
    folders.push((PathBuf::from(sysroot.trim()), "/rust"));
    let flags: Vec<OsString> = folders
        .into_iter()
        .map(|(folder, name)| {
            let mut flag = OsString::from("--remap-path-prefix=");
            flag.push(folder);
            flag.push("=");
            flag.push(name);
            flag
        })
        .collect();
    Ok(flags.join("\u{1f}".as_ref()))
}

/// Where cargo unpacks crates: one folder for each registry it has used.
fn crate_folders() -> Vec<PathBuf> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|folder| folder.join(".cargo")));
    let Some(entries) =
        home.and_then(|folder| fs::read_dir(folder.join("registry").join("src")).ok())
    else {
        return Vec::new();
    };
    let mut folders: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    folders.sort();
    folders
}
