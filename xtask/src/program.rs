//! Running another program and reading what it says.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::{Outcome, paths};

/// A program that will run in the root of the checkout.
pub(crate) fn program(name: impl AsRef<OsStr>, arguments: &[&str]) -> Command {
    let mut command = Command::new(name);
    command.args(arguments).current_dir(paths::root()).stdin(Stdio::null());
    command
}

/// The cargo that started this tool.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    program(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()), arguments)
}

/// Runs it with its output on the screen; a failure names the whole command.
pub(crate) fn run(mut command: Command) -> Outcome {
    let status =
        command.status().map_err(|error| format!("{} start niet: {error}", line(&command)))?;
    if status.success() { Ok(()) } else { Err(format!("{} ging mis ({status}).", line(&command))) }
}

/// Runs it and gives back what it wrote to standard output.
pub(crate) fn output(mut command: Command) -> Outcome<String> {
    command.stderr(Stdio::inherit());
    let answer =
        command.output().map_err(|error| format!("{} start niet: {error}", line(&command)))?;
    if !answer.status.success() {
        return Err(format!("{} ging mis ({}).", line(&command), answer.status));
    }
    Ok(String::from_utf8_lossy(&answer.stdout).into_owned())
}

/// The first of these programs that is on the search path.
pub(crate) fn find(names: &[&str]) -> Option<PathBuf> {
    let search_path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&search_path).collect();
    names
        .iter()
        .find_map(|name| folders.iter().map(|folder| folder.join(name)).find(|path| is_file(path)))
}

fn is_file(path: &Path) -> bool {
    path.is_file() || path.with_extension("exe").is_file()
}

/// The command as a person would type it.
fn line(command: &Command) -> String {
    let mut words = vec![name(command.get_program())];
    words.extend(command.get_args().map(|word| word.to_string_lossy().into_owned()));
    words.join(" ")
}

fn name(program: &OsStr) -> String {
    Path::new(program).file_stem().unwrap_or(program).to_string_lossy().into_owned()
}
