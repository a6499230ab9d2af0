//! Runs the program as a person does.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use bijdragewijzer::document::{Tree, parse};

/// What came of a call.
pub(crate) struct Done {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) errors: String,
}

pub(crate) fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bijdrage"));
    command.current_dir(env!("CARGO_MANIFEST_DIR"));
    command
}

/// The program with these arguments and nothing on the standard input.
pub(crate) fn bijdrage(arguments: &[&str]) -> Done {
    with_input(arguments, "")
}

/// The program with a text on the standard input.
pub(crate) fn with_input(arguments: &[&str], text: &str) -> Done {
    let mut child = program()
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that does not read it may have gone already.
    let _ = child.stdin.take().unwrap().write_all(text.as_bytes());
    let output = child.wait_with_output().unwrap();
    Done {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).unwrap(),
        errors: String::from_utf8(output.stderr).unwrap(),
    }
}

impl Done {
    /// The one line of JSON on the standard output.
    #[track_caller]
    pub(crate) fn json(&self) -> Tree {
        assert!(self.out.ends_with('\n') && self.out.matches('\n').count() == 1, "{:?}", self.out);
        parse(self.out.as_bytes()).unwrap()
    }

    /// The codes of the meldingen, a line of JSON each.
    #[track_caller]
    pub(crate) fn codes(&self) -> Vec<String> {
        self.errors.lines().map(|line| text(&parse(line.as_bytes()).unwrap(), "code")).collect()
    }

    /// Exit code 0 and nothing to say.
    #[track_caller]
    pub(crate) fn fine(self) -> Self {
        assert_eq!((self.code, self.errors.as_str()), (Some(0), ""));
        self
    }
}

pub(crate) fn text(tree: &Tree, field: &str) -> String {
    match tree.get(field) {
        Some(Tree::Text(text)) => text.clone(),
        other => panic!("{field} is {other:?}"),
    }
}

pub(crate) fn items<'t>(tree: &'t Tree, field: &str) -> &'t [Tree] {
    match tree.get(field) {
        Some(Tree::List(items)) => items,
        other => panic!("{field} is {other:?}"),
    }
}

/// A file of this test with these contents, written anew.
pub(crate) fn file(name: &str, contents: impl AsRef<[u8]>) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, contents).unwrap();
    path.into_os_string().into_string().unwrap()
}
