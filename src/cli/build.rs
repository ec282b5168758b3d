//! `hoshin build`: the page, the text and the rules of some policies, in a folder.

use std::collections::BTreeMap;
use std::path::Path;

use unicode_normalization::UnicodeNormalization as _;

use super::archive::{Archive, Current};
use super::arguments::BuildArguments;
use super::console::{Console, Stream};
use super::error::CliError;
use super::error_code::CliCode;
use super::files;
use super::levels::Levels;
use super::outcome::Outcome;
use super::page;
use super::policies::{self, Compiled};
use super::revision;
use super::sentences::{done, options, writing as say};
use crate::bundle::Bundle;
use crate::characters::hidden_in;
use crate::compile::Options;
use crate::conformance::{Conformance, Digests};
use crate::diagnostic::neutral;
use crate::opa;
use crate::render::{self, PageOptions};
use crate::text::sentence::File;

/// Builds every policy, or nothing where one has errors.
pub(super) fn run(arguments: &BuildArguments, console: &Console) -> Result<Outcome, CliError> {
    let levels = Levels::read(&arguments.levels)?;
    policies::refuse_repetition(&arguments.files)?;
    let stdin_name = arguments.stdin.stdin_name.as_deref();
    refuse_one_archive_for_many(arguments)?;
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
    let mut archived = false;
    for ((compiled, folder), path) in run.iter().zip(&folders).zip(&arguments.files) {
        let (files, with_archive) = outputs(compiled, path, arguments, &page, console)?;
        archived |= with_archive;
        output.extend(
            files
                .into_iter()
                .map(|(name, bytes)| (format!("{folder}{name}"), bytes)),
        );
    }
    files::replace_folder(&arguments.output, &output)?;
    policies::drop_repetition(&mut run);
    policies::report(&run, console)?;
    let folder = files::named(&arguments.output);
    let told = match (run.len() == 1, archived) {
        (true, true) => done::written_with_archive(&folder),
        (true, false) => done::written_one(&folder),
        (false, _) => done::written_several(&folder),
    };
    console.write(Stream::Err, &format!("{}\n", neutral::line(told.get(console.lang))))?;
    Ok(Outcome::Clean)
}

/// Path below a folder, and bytes.
type Files = Vec<(String, Vec<u8>)>;

/// What is written for one policy: path below its folder, and bytes. Says whether other revisions are among it.
fn outputs(
    compiled: &Compiled,
    path: &Path,
    arguments: &BuildArguments,
    page: &PageOptions,
    console: &Console,
) -> Result<(Files, bool), CliError> {
    // INVARIANT: with `require_policy`, no policy means an error, and errors have ended the run.
    let Some(policy) = &compiled.compilation.policy else {
        unreachable!("a compilation without errors has a policy");
    };
    let bundle = Bundle::from_policy(policy, &compiled.compilation.sources);
    let json = |bundle: &Bundle| match arguments.pretty {
        true => bundle.to_pretty_json().into_bytes(),
        false => bundle.to_json().into_bytes(),
    };
    let files = vec![
        ("policy.txt", render::text(policy).into_bytes()),
        ("bundle.json", json(&bundle)),
    ];
    let origin = revision::origin_of(path, arguments.stdin.stdin_name.as_deref());
    let current = Current {
        name: &files::shown(path),
        policy,
        origin: &origin,
        files,
    };
    let archive = match arguments.no_archive {
        true => None,
        false => Some(Archive::of(&current, arguments.archive.as_deref(), console)?),
    };
    let opa = match arguments.opa {
        true => opa::bundle(policy, bundle.digest()),
        false => Vec::new(),
    };
    let opa = opa.into_iter();
    let opa = opa.map(|file| (format!("opa/{}", file.name), file.text.into_bytes()));
    let (mut files, archived): (Files, bool) = match archive.filter(|archive| archive.is_wanted(&current)) {
        Some(archive) => (archive.files(&current, page), true),
        None => {
            let html = ("index.html", render::html(policy, page).into_bytes());
            let files = current.files.into_iter().chain([html]);
            (files.map(|(name, bytes)| (name.to_owned(), bytes)).collect(), false)
        }
    };
    files.extend(opa);
    let runtime = Bundle::runtime(policy, &compiled.compilation.sources);
    if arguments.runtime {
        files.push(("runtime.json".to_owned(), json(&runtime)));
    }
    if arguments.conformance {
        let digests = Digests {
            whole: bundle.digest(),
            runtime: runtime.digest(),
        };
        let file = Conformance::of(policy, digests);
        let text = if arguments.pretty {
            file.to_pretty_json()
        } else {
            file.to_json()
        };
        files.push(("conformance.json".to_owned(), text.into_bytes()));
    }
    Ok((files, archived))
}

/// A folder of revisions is that of one policy.
fn refuse_one_archive_for_many(arguments: &BuildArguments) -> Result<(), CliError> {
    if arguments.archive.is_none() || arguments.files.len() == 1 {
        return Ok(());
    }
    Err(CliError::new(CliCode::C0001, options::one_archive_for_many()).advise(options::build_them_apart()))
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
        if stem.is_empty() || stem.starts_with('.') || hidden_in(&stem).next().is_some() {
            return Err(CliError::new(CliCode::C0009, say::no_folder_name(&File(shown))).advise(say::rename_the_file()));
        }
        // Many file systems take names for equal that differ in case or in how a kana's mark is encoded.
        if let Some(other) = taken.insert(stem.nfc().collect::<String>().to_lowercase(), shown.clone()) {
            return Err(CliError::new(
                CliCode::C0009,
                say::same_folder(&File(other), &File(shown), &File(stem.to_string())),
            )
            .advise(say::rename_or_build_apart()));
        }
        folders.push(format!("{stem}/"));
    }
    Ok(folders)
}
