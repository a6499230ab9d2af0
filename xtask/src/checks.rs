//! Everything that must be right before a change lands; the build server and a developer run the same.

use std::ffi::OsString;

use crate::program::{cargo, output, program, run};
use crate::steps::{self, Step};
use crate::wasm_target::{self, TRIPLE};
use crate::{Outcome, browsers, disk, dist, licences, npm, paths, servers};

/// What `--quick` runs.
const WITHOUT_BROWSERS: [Step; 10] = [
    ("opmaak", formatting),
    ("clippy, model en bouwgereedschap", clippy_host),
    ("het doel voor de browser", wasm_target::ensure),
    ("clippy, JavaScript-API", clippy_js),
    ("clippy, pagina", clippy_app),
    ("het model kent geen browser", no_browser_crates),
    ("tests van het model", test_model),
    ("tests van het bouwgereedschap", test_xtask),
    ("documentatie", documentation),
    ("licenties en herkomst", licences::check),
];

const WITH_BROWSERS: [Step; 4] = [
    ("de leveringen: map, bestand en archief", dist::make),
    ("npm-pakketten van de tests", npm::ensure_test_packages),
    ("browsertests", browser_tests),
    ("nog een keer gebouwd, byte voor byte gelijk", dist::twice),
];

/// Crates that only the page and the API need.
const BROWSER_CRATES: [&str; 6] =
    ["yew", "gloo", "web-sys", "js-sys", "wasm-bindgen", "serde-wasm-bindgen"];

/// Runs all steps, or those that need no browser.
pub(crate) fn run_all(quick: bool) -> Outcome {
    let mut steps = WITHOUT_BROWSERS.to_vec();
    if !quick {
        steps.extend(WITH_BROWSERS);
    }
    steps::run(&steps)
}

fn formatting() -> Outcome {
    run(cargo(&["fmt", "--all", "--", "--check"]))
}

fn clippy_host() -> Outcome {
    run(cargo(&["clippy", "--locked", "--workspace", "--all-targets", "--", "-D", "warnings"]))
}

fn clippy_js() -> Outcome {
    clippy_module("js", "rekenkern")
}

fn clippy_app() -> Outcome {
    clippy_module("app", "pagina")
}

fn clippy_module(feature: &str, binary: &str) -> Outcome {
    let chosen = ["--target", TRIPLE, "--features", feature, "--lib", "--bin", binary];
    run(cargo(&[&["clippy", "--locked"][..], &chosen, &["--", "-D", "warnings"]].concat()))
}

/// A bare `cargo test` must stay quick and simple: it compiles the model and its tests alone.
fn no_browser_crates() -> Outcome {
    let tree =
        output(cargo(&["tree", "--locked", "--edges", "normal,build,dev", "--prefix", "none"]))?;
    let name = |line: &str| line.split(' ').next().unwrap_or_default().to_owned();
    let found: Vec<String> =
        tree.lines().map(name).filter(|name| BROWSER_CRATES.contains(&name.as_str())).collect();
    match found.first() {
        None => {
            println!("cargo tree noemt geen van: {}.", BROWSER_CRATES.join(", "));
            Ok(())
        }
        Some(name) => Err(format!(
            "zonder features hangt het model af van {name}; zie cargo tree --invert {name}."
        )),
    }
}

fn test_model() -> Outcome {
    run(cargo(&["test", "--locked"]))
}

fn test_xtask() -> Outcome {
    run(cargo(&["test", "--locked", "--profile", "xtask", "--package", "xtask"]))
}

fn documentation() -> Outcome {
    let mut command = cargo(&["doc", "--locked", "--workspace", "--no-deps"]);
    command.env("RUSTDOCFLAGS", "-D warnings");
    run(command)
}

fn browser_tests() -> Outcome {
    let browsers = browsers::ensure()?;
    servers::ensure()?;
    let folder = paths::root().join("tests").join("browser");
    let tests: Vec<OsString> = disk::names(&folder)?
        .into_iter()
        .filter(|name| name.ends_with(".test.mjs"))
        .map(|name| folder.join(name).into_os_string())
        .collect();
    if tests.is_empty() {
        return Err("in tests/browser staat geen enkele test.".into());
    }
    // One more than the processors of a small machine: a test waits for the page as often as it works.
    let mut command =
        program(npm::node()?, &["--test", "--test-concurrency=3", "--test-reporter=spec"]);
    command.args(tests).env("CHROMIUM", browsers.chromium).env("FIREFOX", browsers.firefox);
    // The tests of the model have built it a moment ago.
    command.env("BIJDRAGE", paths::target().join("debug").join("bijdrage"));
    run(command)
}
