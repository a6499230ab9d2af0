//! Commands in documents: a block marked `console` holds a command and, below it, what it really says.

use std::process::Command;

use crate::files::root;

/// How a reader starts the program from a checkout.
const PROGRAM: &str = "$ cargo run --quiet -- ";

/// The text with the output of every command made anew.
pub(crate) fn with_output(text: &str) -> Result<String, String> {
    let mut out = String::new();
    let mut inside = false;
    for line in text.split_inclusive('\n') {
        let closes = line.starts_with("```");
        if !inside || closes || line.starts_with("$ ") {
            out.push_str(line);
        }
        if inside && line.starts_with("$ ") {
            out.push_str(&output(line.trim_end())?);
        }
        inside = line.trim_end() == "```console" || (inside && !closes);
    }
    Ok(out)
}

fn output(line: &str) -> Result<String, String> {
    let arguments =
        line.strip_prefix(PROGRAM).ok_or_else(|| format!("\"{line}\" is not run by the test"))?;
    let answer = Command::new(env!("CARGO_BIN_EXE_bijdrage"))
        .args(arguments.split_whitespace())
        .current_dir(root())
        .output()
        .map_err(|error| format!("{line}: {error}"))?;
    if !answer.status.success() {
        return Err(format!("{line}: {}", String::from_utf8_lossy(&answer.stderr)));
    }
    String::from_utf8(answer.stdout).map_err(|error| format!("{line}: {error}"))
}
