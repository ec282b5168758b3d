//! The one program that hoshin starts: git, to be told what a repository holds.
//!
//! The repository may be anybody's. Its configuration may name programs for git to run: hooks, a file system monitor,
//! transports, filters, a pager. Nothing of it may run, so several [`barriers`] stand before it, none of which relies on
//! another, and only commands are used that read objects and names: no file is checked out, compared or fetched.
//!
//! Arguments never pass through a shell, nothing that begins with `-` is handed on, and what git says is bounded.
#![expect(
    clippy::disallowed_methods,
    reason = "git is a program; this is the only place that starts one"
)]

mod barriers;
mod object;
mod program;
mod refusal;
mod repository;
#[cfg(all(test, unix))]
mod tests;
mod tree;

use std::io::{self, Read as _, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use super::error::CliError;
use super::error_code::CliCode;
use super::sentences::git::{self as say, GitCommand};
use crate::diagnostic::Text;

pub(super) use object::Object;
pub(super) use repository::Repository;
pub(super) use tree::TreeEntry;

/// The most that git may answer to a question about names: a repository with hundreds of thousands of files.
const MOST: u64 = 64 << 20;

/// What git answered, or how it refused to.
type Answer<T> = Result<T, Refused>;

/// That git did not answer.
#[derive(Debug, Default, PartialEq, Eq)]
struct Refused {
    code: Option<i32>,
    /// The first line of what it complains of.
    said: String,
}

/// A git that knows only the folder it is run in, asks nothing, fetches nothing and runs nothing.
fn git(folder: &Path) -> Result<Command, CliError> {
    let mut command = Command::new(program::find().ok_or_else(not_found)?);
    for barrier in barriers::all() {
        barrier.stand(&mut command);
    }
    command
        // What it says is shown to people and in part understood by hoshin.
        .env("LC_ALL", "C")
        .args(["-c", "core.quotePath=false"])
        .stdin(Stdio::null());
    if !folder.as_os_str().is_empty() {
        command.current_dir(folder);
    }
    Ok(command)
}

/// Asks git, and reads no more than `most` bytes of the answer.
///
/// # Errors
/// `C0020` where git cannot be started, `C0039` where the answer is longer.
fn ask_for(folder: &Path, arguments: &[&str], most: u64) -> Result<Answer<Vec<u8>>, CliError> {
    answer_of(git(folder)?, arguments, most)
}

fn answer_of(mut command: Command, arguments: &[&str], most: u64) -> Result<Answer<Vec<u8>>, CliError> {
    command.args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(not_started)?;
    let complaint = child.stderr.take().map(|stderr| {
        // Read beside the answer: else each could wait for the other. One who goes on and on is not listened to.
        std::thread::spawn(move || {
            let mut said = Vec::new();
            let _ = stderr.take(1 << 16).read_to_end(&mut said);
            said
        })
    });
    let answer = read(&mut child, most).map_err(not_started)?;
    if answer.len() as u64 > most {
        end(&mut child);
        return Err(too_long(arguments));
    }
    let status = child.wait().map_err(not_started)?;
    if status.success() {
        return Ok(Ok(answer));
    }
    let said = complaint.and_then(|thread| thread.join().ok()).unwrap_or_default();
    let said = String::from_utf8_lossy(&said)
        .lines()
        .next()
        .unwrap_or_default()
        .to_owned();
    let code = status.code();
    Ok(Err(Refused { code, said }))
}

/// Asks git for text.
fn ask(folder: &Path, arguments: &[&str]) -> Result<Answer<String>, CliError> {
    let answer = ask_for(folder, arguments, MOST)?;
    Ok(answer.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()))
}

/// Hands git one line and reads the beginning of its answer.
fn ask_line(folder: &Path, arguments: &[&str], line: &str, most: u64) -> Result<Vec<u8>, CliError> {
    let mut command = git(folder)?;
    command
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    let mut child = command.spawn().map_err(not_started)?;
    // One short line: it fits into the pipe. A git that has ended already answers nothing.
    if let Some(mut stdin) = child.stdin.take() {
        let _ = stdin.write_all(format!("{line}\n").as_bytes());
    }
    let answer = read(&mut child, most).map_err(not_started);
    // One that still has something to say is not listened to.
    end(&mut child);
    answer
}

/// What a child says, one byte more than allowed at most.
fn read(child: &mut Child, most: u64) -> io::Result<Vec<u8>> {
    let mut answer = Vec::new();
    if let Some(stdout) = child.stdout.take() {
        stdout.take(most.saturating_add(1)).read_to_end(&mut answer)?;
    }
    Ok(answer)
}

fn end(child: &mut Child) {
    // It may have ended by itself.
    let _ = child.kill();
    let _ = child.wait();
}

fn not_found() -> CliError {
    not_started(io::ErrorKind::NotFound.into())
}

fn not_started(error: io::Error) -> CliError {
    let message = match error.kind() {
        io::ErrorKind::NotFound => say::git_not_found(),
        _ => say::git_cannot_be_run(),
    };
    CliError::new(CliCode::C0020, message)
        .advise(say::install_git())
        .caused_by(error)
}

fn too_long(arguments: &[&str]) -> CliError {
    let asked = arguments.first().copied().unwrap_or_default();
    unusable(say::answer_is_too_long(&GitCommand(asked.to_owned())))
}

/// An answer of git that nothing can be made of.
fn unusable(message: Text) -> CliError {
    CliError::new(CliCode::C0039, message).advise(say::check_the_repository())
}
