//! `hoshin build`: the page, the text and the rules of some policies, in a folder.

use std::collections::BTreeMap;
use std::path::Path;

use unicode_normalization::UnicodeNormalization as _;

use super::Outcome;
use super::arguments::BuildArguments;
use super::console::{Console, Stream};
use super::error::CliError;
use super::error_code::CliCode;
use super::files::{self, OutputFolder};
use super::levels::Levels;
use super::page;
use super::policies::{self, Compiled};
use crate::Options;
use crate::bundle::Bundle;
use crate::diagnostic::{Lang, Text};
use crate::opa;
use crate::render::{self, PageOptions};

/// Builds every policy, or nothing where one has errors.
pub(super) fn run(arguments: &BuildArguments, console: &Console) -> Result<Outcome, CliError> {
    let levels = Levels::read(&arguments.levels)?;
    policies::refuse_repetition(&arguments.files)?;
    let stdin_name = arguments.stdin.stdin_name.as_deref();
    let folders = folders(arguments, stdin_name)?;
    let page = page::options(&arguments.page)?;
    let options = Options {
        strict: arguments.levels.strict,
        require_policy: true,
    };
    let mut run = Vec::new();
    for path in &arguments.files {
        let input = policies::open(path, stdin_name)?;
        run.push(policies::compile_one(input, &levels, &options));
    }
    if policies::any_errors(&run) {
        policies::drop_repetition(&mut run);
        policies::report(&run, console)?;
        return Ok(Outcome::Problems);
    }
    let mut output = Vec::new();
    for (compiled, folder) in run.iter().zip(&folders) {
        output.extend(outputs(compiled, folder, &page, arguments.opa));
    }
    OutputFolder::open(&arguments.output)?.replace(&output)?;
    policies::drop_repetition(&mut run);
    policies::report(&run, console)?;
    let shown = files::shown(&arguments.output);
    let one = run.len() == 1;
    console.write(
        Stream::Err,
        &match console.lang {
            Lang::Ja if one => format!("`{shown}` に書き出しました（ページは `{shown}/index.html`）\n"),
            Lang::Ja => format!("`{shown}` に書き出しました\n"),
            Lang::En if one => format!("written to `{shown}`; the page is `{shown}/index.html`\n"),
            Lang::En => format!("written to `{shown}`\n"),
        },
    )?;
    Ok(Outcome::Clean)
}

/// What is written for one policy: path below the output folder, and bytes.
fn outputs(compiled: &Compiled, folder: &str, page: &PageOptions, with_opa: bool) -> Vec<(String, Vec<u8>)> {
    // INVARIANT: with `require_policy`, no policy means an error, and errors have ended the run.
    let Some(policy) = &compiled.compilation.policy else {
        unreachable!("a compilation without errors has a policy");
    };
    let bundle = Bundle::from_policy(policy, &compiled.compilation.sources);
    let mut files = vec![
        ("index.html".to_owned(), render::html(policy, page)),
        ("policy.txt".to_owned(), render::text(policy)),
        ("bundle.json".to_owned(), bundle.to_json()),
    ];
    if with_opa {
        let opa = opa::bundle(policy, bundle.digest()).into_iter();
        files.extend(opa.map(|file| (format!("opa/{}", file.name), file.text)));
    }
    let written = files.into_iter();
    written
        .map(|(name, text)| (format!("{folder}{name}"), text.into_bytes()))
        .collect()
}

/// For each policy the folder it goes to, below the output folder: none for a single one, else one named for the file.
fn folders(arguments: &BuildArguments, stdin_name: Option<&Path>) -> Result<Vec<String>, CliError> {
    if arguments.files.len() == 1 {
        return Ok(vec![String::new()]);
    }
    let mut taken: BTreeMap<String, String> = BTreeMap::new();
    let mut folders = Vec::new();
    for path in &arguments.files {
        let shown = files::shown(path);
        let path = match policies::is_standard_input(path) {
            true => stdin_name.unwrap_or(Path::new("stdin")),
            false => path,
        };
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        if stem.is_empty() || stem.starts_with('.') || stem.contains(char::is_control) {
            return Err(CliError::new(
                CliCode::C0009,
                Text::new(
                    format!("`{shown}` からは出力のフォルダーの名前を作れません"),
                    format!("`{shown}` gives no name for a folder of output"),
                ),
            )
            .help("ファイルの名前を変えてください", "rename the file"));
        }
        // Many file systems take names for equal that differ in case or in how a kana's mark is encoded.
        if let Some(other) = taken.insert(stem.nfc().collect::<String>().to_lowercase(), shown.clone()) {
            return Err(CliError::new(
                CliCode::C0009,
                Text::new(
                    format!("`{other}` と `{shown}` の出力が同じフォルダー `{stem}` になります"),
                    format!("`{other}` and `{shown}` would both go to the folder `{stem}`"),
                ),
            )
            .help(
                "どちらかの名前を変えるか、build を分けてください",
                "rename one of them, or build them apart",
            ));
        }
        folders.push(format!("{stem}/"));
    }
    Ok(folders)
}
