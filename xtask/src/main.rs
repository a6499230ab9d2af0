//! The build tool of Bijdragewijzer. `cargo xtask` alone prints what it can do.

mod arguments;
mod browsers;
mod checks;
mod css;
mod disk;
mod dist;
mod first_page;
mod hash;
mod licences;
mod media;
mod modules;
mod npm;
mod paths;
mod policy;
mod program;
mod serve;
mod servers;
mod site;
mod spdx;
mod steps;
mod wasm_target;

use std::process::ExitCode;

use arguments::Arguments;

/// What a task gives back: nothing or a value, or the sentence that says what went wrong.
type Outcome<T = ()> = Result<T, String>;

const HELP: &str = "\
Gebruik: cargo xtask OPDRACHT

  build [--api]                 maakt target/site; met --api alleen de JavaScript-API (target/site/api)
  dist                          maakt dist/: de map voor een server, het losse bestand en het archief
  serve [--port N] [--no-build] bouwt, en toont de pagina op http://127.0.0.1:8080/ (alleen Rust nodig)
  test [--quick]                alles wat de bouwstraat draait; --quick zonder browsers en wasm-builds
  css                           maakt www/css/system.css opnieuw uit de npm-pakketten van xtask/css (Node nodig)
";

fn main() -> ExitCode {
    match run(Arguments::from_command_line()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("\nFout: {sentence}");
            ExitCode::FAILURE
        }
    }
}

fn run(mut arguments: Arguments) -> Outcome {
    match arguments.command().as_deref() {
        Some("build") => {
            let api_only = arguments.flag("--api");
            arguments.nothing_left()?;
            if api_only { site::build_api() } else { site::build() }
        }
        Some("dist") => {
            arguments.nothing_left()?;
            dist::make()
        }
        Some("serve") => {
            let port = arguments.number("--port")?.unwrap_or(serve::DEFAULT_PORT);
            let build_first = !arguments.flag("--no-build");
            arguments.nothing_left()?;
            if build_first {
                site::build()?;
            }
            serve::serve(port)
        }
        Some("test") => {
            let quick = arguments.flag("--quick");
            arguments.nothing_left()?;
            checks::run_all(quick)
        }
        Some("css") => {
            arguments.nothing_left()?;
            css::generate()
        }
        None | Some("help" | "--help" | "-h") => {
            print!("{HELP}");
            Ok(())
        }
        Some(other) => Err(format!("de opdracht '{other}' bestaat niet.\n\n{HELP}")),
    }
}
