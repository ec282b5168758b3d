//! From sources to a policy: the pipeline in one function.

mod sentences;

use std::collections::{BTreeMap, BTreeSet};

use crate::check::{self, Compared};
use crate::diagnostic::{self, Code, Diagnostic, Text, bounds};
use crate::keyword::Keyword;
use crate::policy::{Policy, Unbound};
use crate::resolve;
pub use crate::resolve::{Occurrences, Options};
use crate::source::sentences as of_sources;
use crate::source::{self, SourceMap};
use crate::span::{SourceId, Span};
use crate::syntax::ast::Quoted;
use crate::syntax::{self, ast};
use crate::text::sentence::{File, Size};
use sentences::{self as say, Files, Reason};

#[cfg(test)]
pub(crate) use sentences::samples;

/// Hands over the sources that 取込 names. The library itself reads no file.
pub trait Loader {
    /// Loads what `importer` (the name of a source already loaded) calls `path`.
    ///
    /// # Errors
    /// A [`LoadError`], which becomes a diagnostic at the 取込.
    fn load(&mut self, importer: &str, path: &str) -> Result<Loaded, LoadError>;
}

/// A source as loaded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded {
    /// Its name, relative and with `/`: it identifies the source, so two imports of one file must give one name.
    pub name: String,
    /// Its bytes, not yet decoded. Of a source that this loader has handed over before they are not looked at.
    pub bytes: Vec<u8>,
}

impl Loaded {
    /// A source by its name, and its bytes.
    #[must_use]
    pub fn new(name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self {
            name: name.into(),
            bytes: bytes.into(),
        }
    }
}

/// Why an import could not be loaded.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LoadError {
    /// There is no such file.
    #[error("there is no such file")]
    NotFound,
    /// The path leaves the project's folder, or is absolute.
    #[error("it lies outside of the project")]
    OutsideProject,
    /// It is a folder, a pipe or a device.
    #[error("it is not a regular file")]
    NotAFile,
    /// It is larger than a source may be.
    #[error("it is larger than a source may be")]
    TooLarge,
    /// It is there and cannot be read: the reason, in the system's words.
    #[error("it cannot be read: {0}")]
    Unreadable(String),
}

/// A loader for sources that import nothing.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoImports;

impl Loader for NoImports {
    fn load(&mut self, _importer: &str, _path: &str) -> Result<Loaded, LoadError> {
        Err(LoadError::NotFound)
    }
}

/// Everything a compilation gives.
#[derive(Debug, Default)]
pub struct Compilation {
    /// The sources read, the entry first.
    pub sources: SourceMap,
    /// The tree of each source.
    pub files: Vec<(SourceId, ast::File)>,
    /// All findings, sorted by place.
    pub diagnostics: Vec<Diagnostic>,
    /// The policy; `None` when errors stand in the way or no 方針 is there. What the checks find is no such error: the policy is
    /// there, and is not published.
    pub policy: Option<Policy>,
    /// The wordings of its chapters that no norm and no notice stands behind.
    pub unbound: Vec<Unbound>,
    /// Its sentences that leave a list or an extent open: 等, その他, 必要な範囲.
    pub open: Vec<Unbound>,
    /// Where names are given and used; empty where errors kept the names from being looked into.
    pub occurrences: Occurrences,
    /// How much the checks compared; `None` where they did not run.
    pub compared: Option<Compared>,
}

impl Compilation {
    /// Whether an error was found.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        diagnostic::worst(&self.diagnostics) == Some(diagnostic::Level::Error)
    }
}

/// Compiles one policy and checks it: decodes, parses, follows imports, resolves, checks.
///
/// Never fails: what is wrong is in [`Compilation::diagnostics`].
pub fn compile(name: &str, bytes: Vec<u8>, loader: &mut dyn Loader, options: &Options) -> Compilation {
    let mut compilation = compile_unchecked(name, bytes, loader, options);
    if let Some(policy) = &compilation.policy {
        let report = check::check(policy);
        compilation.diagnostics.extend(report.diagnostics);
        compilation.compared = Some(report.compared);
        diagnostic::sort(&mut compilation.diagnostics);
    }
    compilation
}

/// Compiles one policy without the checks of `check`: decodes, parses, follows imports, resolves.
///
/// Never fails: what is wrong is in [`Compilation::diagnostics`].
pub fn compile_unchecked(name: &str, bytes: Vec<u8>, loader: &mut dyn Loader, options: &Options) -> Compilation {
    let mut compilation = Compilation::default();
    let entry = source::decode(&mut compilation.sources, name, bytes, &mut compilation.diagnostics);
    Imports {
        loader,
        known: BTreeMap::from([(name.to_owned(), entry)]),
        open: Vec::new(),
        followed: BTreeSet::new(),
        bytes: 0,
        stopped: false,
    }
    .read(entry, &mut compilation);
    if compilation
        .files
        .iter()
        .all(|(_, file)| ast::statements(&file.items).next().is_none())
        && compilation.diagnostics.is_empty()
    {
        compilation.diagnostics.push(empty(entry));
    }
    let resolved = resolve::resolve(
        &compilation.files,
        &compilation.sources,
        options,
        &compilation.diagnostics,
    );
    compilation.diagnostics.extend(resolved.diagnostics);
    compilation.policy = resolved.policy;
    compilation.unbound = resolved.unbound;
    compilation.open = resolved.open;
    compilation.occurrences = resolved.occurrences;
    if options.require_policy && compilation.policy.is_none() && !compilation.has_errors() {
        compilation.diagnostics.push(missing_policy(entry));
    }
    drop_consequences_of_a_cut(&mut compilation.diagnostics);
    diagnostic::sort(&mut compilation.diagnostics);
    compilation
}

/// Of a file that is not UTF-8 only what stands before the first bad byte was read: whatever else is found in it, most of all
/// that it ends too early, is told of a text that nobody wrote.
fn drop_consequences_of_a_cut(diagnostics: &mut Vec<Diagnostic>) {
    let cut: Vec<SourceId> = (diagnostics.iter())
        .filter(|found| found.code == Code::H0001)
        .filter_map(|found| Some(found.span()?.source))
        .collect();
    let is_of_cut = |found: &Diagnostic| found.span().is_some_and(|span| cut.contains(&span.source));
    diagnostics.retain(|found| found.code == Code::H0001 || !is_of_cut(found));
}

/// Follows 取込, depth first: what a file imports stands before it.
struct Imports<'l> {
    loader: &'l mut dyn Loader,
    known: BTreeMap<String, SourceId>,
    /// The files being read, from the entry on.
    open: Vec<SourceId>,
    /// The imports followed so far: who imports, and what it calls what it imports.
    followed: BTreeSet<(SourceId, String)>,
    /// How much was imported so far; what is handed over twice counts twice.
    bytes: usize,
    /// Whether too much is imported, so that nothing more is.
    stopped: bool,
}

impl Imports<'_> {
    fn read(&mut self, id: SourceId, compilation: &mut Compilation) {
        let parsed = syntax::parse(id, compilation.sources.get(id).text());
        compilation.diagnostics.extend(parsed.diagnostics);
        self.open.push(id);
        for statement in ast::statements(&parsed.file.items).filter(|s| s.kind == Keyword::Import) {
            if let Some(path) = statement.strings.first() {
                self.import(id, path, compilation);
            }
        }
        self.open.pop();
        compilation.files.push((id, parsed.file));
    }

    fn import(&mut self, importer: SourceId, path: &Quoted, compilation: &mut Compilation) {
        // A chain of imports is as deep as a call; nobody needs a hundred.
        if self.open.len() > MAX_IMPORT_DEPTH {
            let deep = import_fault(Code::H0902, path, say::too_deep(), say::use_fewer_levels());
            compilation.diagnostics.push(deep);
            return;
        }
        // What the same file has named before was followed then, and its fault was told then.
        if self.stopped || !self.followed.insert((importer, path.text.clone())) {
            return;
        }
        if self.followed.len() > MAX_IMPORTS {
            self.stop(path, say::too_many(&MAX_IMPORTS), compilation);
            return;
        }
        let name = compilation.sources.get(importer).name().to_owned();
        let loaded = match self.loader.load(&name, &path.text) {
            Ok(loaded) => loaded,
            Err(error) => {
                compilation.diagnostics.push(not_loaded(path, &error));
                return;
            }
        };
        self.bytes = self.bytes.saturating_add(loaded.bytes.len());
        if self.bytes > MAX_IMPORTED_BYTES {
            let limit = Size(source::mebibytes(MAX_IMPORTED_BYTES));
            self.stop(path, say::too_much(&limit), compilation);
            return;
        }
        match self.known.get(&loaded.name) {
            Some(known) if self.open.contains(known) => {
                let open = (self.open.iter()).skip_while(|open| *open != known);
                let open = open.chain(std::iter::once(known));
                let cycle = bounds::names(open.map(|open| compilation.sources.get(*open).name()), [" → ", " → "]);
                compilation.diagnostics.push(import_fault(
                    Code::H0005,
                    path,
                    say::lead_back(&Files(cycle)),
                    say::take_one_out(),
                ));
            }
            Some(_) => {}
            None => {
                self.bytes += loaded.bytes.len();
                let id = source::decode(
                    &mut compilation.sources,
                    &loaded.name,
                    loaded.bytes,
                    &mut compilation.diagnostics,
                );
                self.known.insert(loaded.name, id);
                self.read(id, compilation);
            }
        }
    }

    /// Says that too much is imported, and imports nothing more.
    fn stop(&mut self, path: &Quoted, message: Text, compilation: &mut Compilation) {
        self.stopped = true;
        let help = say::import_only_what_is_needed();
        compilation
            .diagnostics
            .push(import_fault(Code::H0902, path, message, help));
    }
}

/// How long a chain of imports may be.
const MAX_IMPORT_DEPTH: usize = 64;

/// How many imports of one policy are followed; what a file imports twice counts once.
pub const MAX_IMPORTS: usize = 4096;

/// How much one policy may import in all, in bytes.
pub const MAX_IMPORTED_BYTES: usize = 128 << 20;

fn not_loaded(path: &Quoted, error: &LoadError) -> Diagnostic {
    let file = File(path.text.clone());
    let (code, message, help) = match error {
        LoadError::NotFound => (Code::H0004, say::not_found(&file), say::write_the_path()),
        LoadError::NotAFile => (Code::H0004, say::not_a_file(&file), say::only_files()),
        LoadError::TooLarge => {
            let limit = Size(source::mebibytes(source::MAX_SOURCE_BYTES));
            (
                Code::H0902,
                of_sources::too_large(&file, &limit),
                of_sources::split_it(),
            )
        }
        LoadError::Unreadable(reason) => {
            let reason = Reason(reason.clone());
            (Code::H0004, say::unreadable(&file, &reason), say::check_the_file())
        }
        LoadError::OutsideProject => (Code::H0006, say::outside_project(&file), say::keep_it_inside()),
    };
    import_fault(code, path, message, help)
}

fn import_fault(code: Code, path: &Quoted, message: Text, help: Text) -> Diagnostic {
    Diagnostic::new(code, message)
        .label(path.span, Text::empty())
        .help(help)
}

fn empty(entry: SourceId) -> Diagnostic {
    Diagnostic::new(Code::H0003, say::holds_nothing())
        .label(Span::new(entry, 0, 0), Text::empty())
        .help(say::begin_with_a_policy())
}

fn missing_policy(entry: SourceId) -> Diagnostic {
    Diagnostic::new(Code::H0310, say::no_policy())
        .label(Span::new(entry, 0, 0), Text::empty())
        .note(say::what_becomes_a_page())
        .help(say::name_the_policy())
}
