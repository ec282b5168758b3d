//! How many findings are kept and shown, in every format alike: of one code in a file, of a run. What is left out is counted,
//! and said. How long one finding is: `length`.

use std::collections::HashMap;

use super::code::Code;
use super::finding::Diagnostic;
use super::findings::{Counts, Findings};
use super::level::Level;
use super::sentences as say;
use crate::span::SourceId;
use crate::text::Lang;

pub(crate) use super::length::names;

/// Most findings of one code kept of one file; the last of them counts the rest.
pub const MOST_OF_A_CODE: usize = 1000;

/// Most findings that any format lists in one run. GitHub shows no more of a SARIF log either.
pub const MOST_IN_A_RUN: usize = 5000;

/// Findings of one source as they come. Of each code the first [`MOST_OF_A_CODE`] are kept; the others are counted only, so
/// that a file of rubbish takes no more room than its text.
#[derive(Debug, Default)]
pub struct Collector {
    kept: Vec<Diagnostic>,
    tallies: HashMap<(Code, Option<SourceId>), Tally>,
    errors: usize,
}

/// How many of one code in one source are kept, and where the last of them stands.
#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    kept: usize,
    last: usize,
}

impl Collector {
    /// Takes a finding.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.errors += usize::from(diagnostic.level == Level::Error) * (1 + diagnostic.more);
        let tally = self.tallies.entry(diagnostic.group()).or_default();
        if tally.kept < MOST_OF_A_CODE {
            *tally = Tally {
                kept: tally.kept + 1,
                last: self.kept.len(),
            };
            self.kept.push(diagnostic);
        } else {
            self.kept[tally.last].more += 1 + diagnostic.more;
        }
    }

    /// How many errors were found, the ones merely counted included.
    #[must_use]
    pub fn errors(&self) -> usize {
        self.errors
    }

    /// The last finding kept.
    pub(crate) fn last_mut(&mut self) -> Option<&mut Diagnostic> {
        self.kept.last_mut()
    }

    /// What was kept, in the order in which it came.
    #[must_use]
    pub fn into_kept(self) -> Vec<Diagnostic> {
        self.kept
    }
}

impl Extend<Diagnostic> for Collector {
    fn extend<T: IntoIterator<Item = Diagnostic>>(&mut self, diagnostics: T) {
        for diagnostic in diagnostics {
            self.push(diagnostic);
        }
    }
}

/// Keeps of sorted findings the first [`MOST_OF_A_CODE`] of each code in each file; the last of them counts the others.
pub(super) fn keep_the_first(diagnostics: &mut Vec<Diagnostic>) {
    if diagnostics.len() <= MOST_OF_A_CODE && diagnostics.iter().all(|diagnostic| diagnostic.more == 0) {
        return;
    }
    let mut more: HashMap<(Code, Option<SourceId>), usize> = HashMap::new();
    for diagnostic in diagnostics.iter_mut() {
        *more.entry(diagnostic.group()).or_default() += std::mem::take(&mut diagnostic.more);
    }
    diagnostics.dedup();
    let mut kept: HashMap<(Code, Option<SourceId>), usize> = HashMap::new();
    diagnostics.retain(|diagnostic| {
        let kept = kept.entry(diagnostic.group()).or_default();
        *kept += 1;
        if *kept > MOST_OF_A_CODE {
            *more.entry(diagnostic.group()).or_default() += 1;
        }
        *kept <= MOST_OF_A_CODE
    });
    for diagnostic in diagnostics.iter_mut().rev() {
        diagnostic.more = more.remove(&diagnostic.group()).unwrap_or_default();
    }
}

/// Of each compilation of a run the findings to list, by their index: at most this many in all, the gravest first.
pub(super) fn chosen(run: &[Findings<'_>], most: usize, hints: bool) -> Vec<Vec<usize>> {
    let mut left = most;
    let mut chosen = vec![Vec::new(); run.len()];
    for level in [Level::Error, Level::Warning, Level::Hint] {
        if level == Level::Hint && !hints {
            continue;
        }
        for (findings, indices) in run.iter().zip(&mut chosen) {
            let of_level = (0..findings.diagnostics.len()).filter(|&index| findings.diagnostics[index].level == level);
            let before = indices.len();
            indices.extend(of_level.take(left));
            left -= indices.len() - before;
        }
    }
    for indices in &mut chosen {
        indices.sort_unstable();
    }
    chosen
}

/// The findings that a format for programs lists, run by run.
pub(super) fn listed<'a>(run: &[Findings<'a>]) -> Vec<(Findings<'a>, Vec<&'a Diagnostic>)> {
    let chosen = chosen(run, MOST_IN_A_RUN, true);
    let of = |(findings, indices): (&Findings<'a>, Vec<usize>)| {
        let listed = indices.into_iter().map(|index| &findings.diagnostics[index]);
        (*findings, listed.collect())
    };
    run.iter().zip(chosen).map(of).collect()
}

/// How many findings of a run are not among those listed.
pub(super) fn omitted(run: &[Findings<'_>], listed: &[(Findings<'_>, Vec<&Diagnostic>)]) -> usize {
    let shown: usize = listed.iter().map(|(_, shown)| shown.len()).sum();
    Counts::of(run).all() - shown
}

/// The sentence that says how many findings are not listed.
pub(super) fn omission(number: usize, lang: Lang) -> String {
    let said = match number {
        1 => say::one_finding_too_many(),
        several => say::findings_too_many(&several),
    };
    said.get(lang).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Text, sort};
    use crate::span::Span;

    fn at(code: Code, source: u32, place: usize) -> Diagnostic {
        Diagnostic::new(code, Text::new("文", "text")).label(Span::new(SourceId(source), place, place), Text::empty())
    }

    #[test]
    fn what_is_not_kept_is_counted() {
        let mut collector = Collector::default();
        for place in 0..MOST_OF_A_CODE + 7 {
            collector.push(at(Code::H0106, 0, place));
        }
        collector.push(at(Code::H0106, 1, 0));
        collector.push(at(Code::H0206, 0, 0));
        assert_eq!(collector.errors(), MOST_OF_A_CODE + 8);
        let kept = collector.into_kept();
        assert_eq!(kept.len(), MOST_OF_A_CODE + 2);
        let more: Vec<usize> = kept.iter().map(|kept| kept.more).filter(|more| *more > 0).collect();
        assert_eq!((more, kept[MOST_OF_A_CODE - 1].more), (vec![7], 7));
    }

    #[test]
    fn the_last_in_the_text_counts_the_others_of_its_code() {
        let mut found: Vec<Diagnostic> = (0..MOST_OF_A_CODE + 5)
            .rev()
            .map(|place| at(Code::H0106, 0, place))
            .collect();
        found[3].more = 10;
        sort(&mut found);
        assert_eq!(found.len(), MOST_OF_A_CODE);
        assert_eq!(
            found.last().map(|last| (last.more, last.span())),
            Some((15, at(Code::H0106, 0, MOST_OF_A_CODE - 1).span()))
        );
        assert_eq!(found.iter().filter(|found| found.more > 0).count(), 1);
    }
}
