//! What a command works on that asks what a policy says: a policy, from its source or from its bundle.
//!
//! Which of the two a file is, its content says and not its name: a bundle is JSON and begins with `{`, which no source
//! does.

use std::borrow::Cow;
use std::path::Path;

use super::console::Console;
use super::error::CliError;
use super::error_code::CliCode;
use super::files::{self, Input};
use super::levels::Levels;
use super::policies::{self, Compiled};
use super::sentences::bundle::{self as say, Why};
use crate::bundle::{Bundle, BundleError, PlaceTable, Places};
use crate::compile::Options;
use crate::diagnostic::Text;
use crate::policy::Policy;
use crate::source::{Position, SourceMap};
use crate::span::Span;
use crate::text::sentence::File;

/// A policy that can be relied on, with what is needed to tell where things are written.
#[derive(Debug)]
pub(super) struct Subject {
    /// The file as the user named it.
    pub(super) name: String,
    pub(super) policy: Policy,
    origin: Origin,
}

#[derive(Debug)]
enum Origin {
    Source { folder: String, sources: SourceMap },
    Bundle { bundle: Box<Bundle>, places: PlaceTable },
}

/// What a file turned out to be.
#[derive(Debug)]
pub(super) enum Opened {
    /// A policy without errors. What a source was warned of is not told: that is for `check`.
    Sound(Box<Subject>),
    /// A source with errors.
    Faulty(Box<Compiled>),
}

/// Opens a source or a whole bundle; `-` is standard input.
///
/// # Errors
/// What keeps the file from being read, and `C0016` for a bundle that cannot be relied on.
pub(super) fn open(path: &Path, stdin_name: Option<&Path>) -> Result<Opened, CliError> {
    read(name_of(path, stdin_name), policies::open(path, stdin_name)?)
}

/// Opens what can be asked: a source, or a bundle of either extent.
///
/// # Errors
/// As for [`open`].
pub(super) fn open_to_ask(path: &Path, stdin_name: Option<&Path>) -> Result<Opened, CliError> {
    let input = policies::open(path, stdin_name)?;
    made_of(name_of(path, stdin_name), input, Bundle::to_decidable)
}

fn name_of(path: &Path, stdin_name: Option<&Path>) -> String {
    match policies::is_standard_input(path) {
        true => stdin_name.map_or_else(|| "<stdin>".to_owned(), files::shown),
        false => files::shown(path),
    }
}

/// Makes a policy of what was read, wherever it came from. `name` is what the user calls it.
///
/// # Errors
/// `C0016` for a bundle that cannot be relied on.
pub(super) fn read(name: String, input: Input) -> Result<Opened, CliError> {
    made_of(name, input, Bundle::to_policy)
}

/// Makes a policy of what was read, of a bundle as `rebuild` does.
fn made_of(name: String, input: Input, rebuild: Rebuild) -> Result<Opened, CliError> {
    if files::is_json(&input.bytes) {
        return from_bundle(name, input.bytes, rebuild).map(|subject| Opened::Sound(Box::new(subject)));
    }
    let options = Options {
        strict: false,
        require_policy: true,
    };
    let mut compiled = policies::compile_one(input, &Levels::default(), &options);
    if compiled.compilation.has_errors() {
        return Ok(Opened::Faulty(Box::new(compiled)));
    }
    match compiled.compilation.policy.take() {
        Some(policy) => Ok(Opened::Sound(Box::new(Subject {
            name,
            policy,
            origin: Origin::Source {
                folder: compiled.folder,
                sources: compiled.compilation.sources,
            },
        }))),
        // With `require_policy`, no policy means an error.
        None => Ok(Opened::Faulty(Box::new(compiled))),
    }
}

/// Tells on standard error what is wrong with a source.
pub(super) fn report(compiled: Compiled, console: &Console) -> Result<(), CliError> {
    policies::report(&[compiled], console)
}

impl Subject {
    /// The sources it was compiled from and the folder that their names count from; none for a bundle.
    pub(super) fn sources(&self) -> Option<(&SourceMap, &str)> {
        match &self.origin {
            Origin::Source { folder, sources } => Some((sources, folder)),
            Origin::Bundle { .. } => None,
        }
    }

    /// Whether it was read from a bundle.
    pub(super) fn is_bundle(&self) -> bool {
        matches!(self.origin, Origin::Bundle { .. })
    }

    /// The bundle of the policy: the one that was read, or the one that `build` would write.
    pub(super) fn bundle(&self) -> Cow<'_, Bundle> {
        match &self.origin {
            Origin::Bundle { bundle, .. } => Cow::Borrowed(bundle),
            Origin::Source { sources, .. } => Cow::Owned(Bundle::from_policy(&self.policy, sources)),
        }
    }

    /// Where a span of the policy starts: the source as the user would write its path, line and column. For a bundle the
    /// source's name as the bundle has it.
    pub(super) fn place(&self, span: Span) -> (String, Position) {
        match &self.origin {
            Origin::Source { folder, sources } => {
                let findings = crate::diagnostic::Findings {
                    sources,
                    diagnostics: &[],
                    folder,
                };
                (findings.path(span.source), sources.position(span))
            }
            Origin::Bundle { places, .. } => {
                let source = self.policy.sources.get(span.source.0 as usize);
                (source.cloned().unwrap_or_default(), Places::position(places, span))
            }
        }
    }
}

/// How a policy is rebuilt from a bundle.
type Rebuild = fn(&Bundle) -> Result<Policy, BundleError>;

fn from_bundle(name: String, bytes: Vec<u8>, rebuild: Rebuild) -> Result<Subject, CliError> {
    let bytes = bytes.strip_prefix(files::BYTE_ORDER_MARK).unwrap_or(&bytes);
    let Ok(text) = std::str::from_utf8(bytes) else {
        let message = say::is_not_utf8(&File(name));
        return Err(CliError::new(CliCode::C0016, message).advise(say::build_it_again()));
    };
    let bundle = Bundle::from_json(text).map_err(|error| refused(&name, &error))?;
    let policy = rebuild(&bundle).map_err(|error| refused(&name, &error))?;
    Ok(Subject {
        name,
        policy,
        origin: Origin::Bundle {
            places: bundle.places(),
            bundle: Box::new(bundle),
        },
    })
}

fn refused(name: &str, error: &BundleError) -> CliError {
    let message = error.message();
    let code = error.code();
    let why = Why(Text::new(
        format!("{code}: {}", message.ja),
        format!("{code}: {}", message.en),
    ));
    let advice = match error {
        BundleError::OtherVersion { .. } => say::build_it_or_use_another_hoshin(),
        BundleError::OnlyRuntime => say::a_runtime_serves_asking(),
        BundleError::NotABundle => say::name_a_bundle(),
        _ => say::build_it_again(),
    };
    CliError::new(CliCode::C0016, say::is_no_bundle(&File(name.to_owned()), &why)).advise(advice)
}
