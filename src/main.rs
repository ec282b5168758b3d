//! The `hoshin` binary: everything is in [`hoshin::cli`].

use std::process::ExitCode;

#[expect(clippy::disallowed_methods, reason = "this is where the arguments come in")]
fn main() -> ExitCode {
    hoshin::cli::run(std::env::args_os())
}
