//! `hoshin completions` and `hoshin man`: what is made from the arguments' own definition.

use std::path::Path;

use clap::CommandFactory as _;
use clap_complete::Shell;

use super::arguments::Arguments;
use super::console::Console;
use super::error::CliError;
use super::files;

/// Prints a shell's completions.
pub(super) fn completions(shell: Shell, console: &Console) -> Result<(), CliError> {
    // clap_complete panics where it cannot write; it can always write here.
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "hoshin", &mut script);
    console.print(&String::from_utf8_lossy(&script))
}

/// Prints the manual page, or writes one for each command into a folder.
pub(super) fn man(folder: Option<&Path>, console: &Console) -> Result<(), CliError> {
    let mut command = Arguments::command();
    command.build();
    match folder {
        None => console.print(&String::from_utf8_lossy(&page(&command))),
        Some(folder) => {
            let mut pages = vec![("hoshin.1".to_owned(), page(&command))];
            for subcommand in command.get_subcommands() {
                pages.push((format!("hoshin-{}.1", subcommand.get_name()), page(subcommand)));
            }
            files::write_into(folder, &pages)
        }
    }
}

fn page(command: &clap::Command) -> Vec<u8> {
    let mut roff = Vec::new();
    // INVARIANT: a Vec takes all bytes.
    let result = clap_mangen::Man::new(command.clone()).render(&mut roff);
    debug_assert!(result.is_ok(), "{result:?}");
    roff
}
