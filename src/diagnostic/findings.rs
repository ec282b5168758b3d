//! What one compilation found, ready to be drawn.

use super::finding::Diagnostic;
use super::level::Level;
use crate::source::SourceMap;
use crate::span::SourceId;

/// The diagnostics of one compilation, with what it takes to show their places.
///
/// A run over several policies gives one of these for each; every renderer draws a whole run.
#[derive(Debug, Clone, Copy)]
pub struct Findings<'a> {
    /// The sources the diagnostics point into.
    pub sources: &'a SourceMap,
    /// The diagnostics, sorted by place.
    pub diagnostics: &'a [Diagnostic],
    /// The folder from which the sources' names count, as the user would write it; empty for the current folder.
    pub folder: &'a str,
}

impl Findings<'_> {
    /// The path of a source as the user would write it, with `/`.
    #[must_use]
    pub fn path(&self, source: SourceId) -> String {
        join(self.folder, self.sources.get(source).name())
    }
}

/// How many findings of each level there are in a run, those merely counted included.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Hints.
    pub hints: usize,
}

impl Counts {
    /// Counts the findings of a run.
    #[must_use]
    pub fn of(run: &[Findings<'_>]) -> Self {
        let mut counts = Self::default();
        for diagnostic in run.iter().flat_map(|findings| findings.diagnostics) {
            match diagnostic.level {
                Level::Error => counts.errors += 1 + diagnostic.more,
                Level::Warning => counts.warnings += 1 + diagnostic.more,
                Level::Hint => counts.hints += 1 + diagnostic.more,
            }
        }
        counts
    }
}

impl Counts {
    /// All of them.
    #[must_use]
    pub fn all(self) -> usize {
        self.errors + self.warnings + self.hints
    }
}

/// A name as seen from where the folder is named. What stands before the path of a folder in git, `git:REV:`, stays.
pub(crate) fn join(folder: &str, name: &str) -> String {
    if folder.starts_with("git:")
        && let Some((before, path)) = folder.rsplit_once(':')
    {
        return format!("{before}:{}", join(path, name));
    }
    if folder.is_empty() || name.starts_with('/') {
        return name.to_owned();
    }
    let mut parts: Vec<&str> = folder.trim_end_matches('/').split('/').collect();
    for part in name.split('/') {
        match (part, parts.last()) {
            (".", _) => {}
            ("..", Some(last)) if !matches!(*last, "" | "." | "..") => {
                parts.pop();
            }
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::join;

    #[test]
    fn a_name_is_shown_from_where_the_user_stands() {
        assert_eq!(join("", "a.policy"), "a.policy");
        assert_eq!(join("会社/方針", "a.policy"), "会社/方針/a.policy");
        assert_eq!(join("会社/方針", "../語彙/a.policy"), "会社/語彙/a.policy");
        assert_eq!(join("方針", "../a.policy"), "a.policy");
        assert_eq!(join("..", "../a.policy"), "../../a.policy");
        assert_eq!(join("git:v1:", "a.policy"), "git:v1:a.policy");
        assert_eq!(
            join("git:release/1:方針", "../語彙/a.policy"),
            "git:release/1:語彙/a.policy"
        );
        assert_eq!(join("/srv", "a.policy"), "/srv/a.policy");
        assert_eq!(join("/", "../a.policy"), "/../a.policy");
    }
}
