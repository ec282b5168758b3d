//! The `hoshin` binary: everything is in [`hoshin::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    hoshin::cli::run(std::env::args_os())
}
