//! From sources to a policy: the pipeline in one function.

use crate::diagnostic::{self, Diagnostic};
use crate::policy::Policy;
use crate::source::{self, SourceMap};
use crate::span::SourceId;
use crate::syntax::{self, ast};

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
    /// Its bytes, not yet decoded.
    pub bytes: Vec<u8>,
}

/// Why an import could not be loaded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LoadError {
    /// There is no such file.
    NotFound,
    /// The path leaves the project's folder, or is absolute.
    OutsideProject,
    /// It is there and cannot be read: the reason, in the system's words.
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

/// What a run asks for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Options {
    /// Refuse what was only inferred from the wording (`--strict`).
    pub strict: bool,
    /// A 方針 statement must be there: for build and render, not for the check of a vocabulary file.
    pub require_policy: bool,
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
    /// The policy; `None` when errors stand in the way or no 方針 is there.
    pub policy: Option<Policy>,
}

impl Compilation {
    /// Whether an error was found.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        diagnostic::worst(&self.diagnostics) == Some(diagnostic::Level::Error)
    }
}

/// Compiles one policy: decodes, parses, follows imports, resolves.
///
/// Never fails: what is wrong is in [`Compilation::diagnostics`].
pub fn compile(name: &str, bytes: Vec<u8>, loader: &mut dyn Loader, options: &Options) -> Compilation {
    let _ = (loader, options);
    let mut compilation = Compilation::default();
    let id = source::decode(&mut compilation.sources, name, bytes, &mut compilation.diagnostics);
    let parsed = syntax::parse(id, compilation.sources.get(id).text());
    compilation.diagnostics.extend(parsed.diagnostics);
    compilation.files.push((id, parsed.file));
    diagnostic::sort(&mut compilation.diagnostics);
    compilation
}
