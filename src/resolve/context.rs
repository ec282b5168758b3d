//! What all passes share: the trees, the options, what is found, and which names are missed by nobody.

use std::collections::HashSet;

use super::options::Options;
use crate::characters;
use crate::diagnostic::{Code, Collector, Diagnostic};
use crate::keyword::Keyword;
use crate::span::SourceId;
use crate::syntax::Suggestions;
use crate::syntax::ast::{File, Statement, statements};

/// What all passes share.
pub(super) struct Context<'a> {
    pub(super) files: &'a [(SourceId, File)],
    pub(super) options: &'a Options,
    pub(super) diagnostics: Collector,
    /// What is found is passed over: the same is judged elsewhere.
    pub(super) muted: bool,
    /// What was probably meant, as long as the run may search for it.
    pub(super) suggestions: Suggestions,
    /// The keys of names that stand in statements which could not be read: not missed where they are used.
    pub(super) poisoned: HashSet<String>,
    /// What is refused without standing in the way of anything: meaning read from wording, under `--strict`.
    pub(super) refused: Vec<Diagnostic>,
    /// A file was not imported, or a brace is missing: what seems to be missing may only be elsewhere.
    pub(super) incomplete: bool,
}

impl<'a> Context<'a> {
    /// Begins a run over the trees of some files, of which `before` was found already.
    pub(super) fn new(files: &'a [(SourceId, File)], options: &'a Options, before: &[Diagnostic]) -> Self {
        let mut poisoned = HashSet::new();
        for (_, file) in files {
            for statement in statements(&file.items) {
                gather_poisoned(statement, false, &mut poisoned);
            }
        }
        Self {
            files,
            options,
            diagnostics: Collector::default(),
            muted: false,
            suggestions: Suggestions::default(),
            poisoned,
            refused: Vec::new(),
            incomplete: before.iter().any(|d| explains_absence(d.code)),
        }
    }

    pub(super) fn report(&mut self, diagnostic: Diagnostic) {
        if !self.muted {
            self.diagnostics.push(diagnostic);
        }
    }

    /// Refuses something that is understood all the same: it is reported when all else was looked at.
    pub(super) fn refuse(&mut self, diagnostic: Diagnostic) {
        if !self.muted {
            self.refused.push(diagnostic);
        }
    }

    /// Everything found.
    pub(super) fn into_found(mut self) -> Vec<Diagnostic> {
        for refused in std::mem::take(&mut self.refused) {
            self.diagnostics.push(refused);
        }
        self.diagnostics.into_kept()
    }

    /// Whether a name that is not found goes without a report, since something else was reported that explains it.
    pub(super) fn is_excused(&self, name: &str) -> bool {
        self.incomplete || self.poisoned.contains(&*characters::key(name))
    }

    pub(super) fn has_errors(&self) -> bool {
        self.diagnostics.errors() > 0
    }
}

/// What keeps declarations from being where they are looked for.
fn explains_absence(code: Code) -> bool {
    matches!(
        code,
        Code::H0001
            | Code::H0004
            | Code::H0005
            | Code::H0006
            | Code::H0102
            | Code::H0105
            | Code::H0901
            | Code::H0902
            | Code::H0903
            | Code::H0905
            | Code::H0906
    )
}

fn gather_poisoned(statement: &Statement, inside: bool, poisoned: &mut HashSet<String>) {
    let inside = inside || statement.kind == Keyword::Unknown;
    if inside && let Some(name) = &statement.name {
        poisoned.insert(characters::key(&name.text).into_owned());
    }
    for child in statement.children() {
        gather_poisoned(child, inside, poisoned);
    }
}
