//! The command line as `bijdrage --help` describes it: what goes in, what comes out, where, and with which
//! exit code.

#[cfg(test)]
#[path = "cli/answers.rs"]
mod answers;
#[cfg(test)]
#[path = "cli/calls.rs"]
mod calls;
#[cfg(test)]
#[path = "cli/run.rs"]
mod run;
