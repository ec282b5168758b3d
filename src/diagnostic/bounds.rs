//! How much is kept and shown, in every format alike: of one sentence, of one finding, of one code in a file, of a run.
//! What is left out is counted, and said.

use std::collections::HashMap;

use unicode_width::UnicodeWidthChar as _;

use super::findings::Counts;
use super::{Code, Diagnostic, Findings, Lang, Level, Text};
use crate::span::SourceId;

/// Most findings of one code kept of one file; the last of them counts the rest.
pub const MOST_OF_A_CODE: usize = 1000;

/// Most findings that any format lists in one run. GitHub shows no more of a SARIF log either.
pub const MOST_IN_A_RUN: usize = 5000;

/// Most places marked by one finding.
pub(super) const MOST_LABELS: usize = 20;

/// Most characters of what is quoted in `…`.
const MOST_QUOTED: usize = 120;

/// Most characters of a sentence.
const MOST_LETTERS: usize = 800;

/// Most bytes of a correction; a longer one is no slip of the pen.
pub(super) const MOST_REPLACED: usize = 4000;

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

    /// How many findings are kept. One more after each push that was no mere count.
    #[must_use]
    pub fn len(&self) -> usize {
        self.kept.len()
    }

    /// Whether nothing was found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.kept.is_empty()
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
    match lang {
        Lang::Ja => format!("ほか {number} 件の指摘は、多すぎるため示していません（件数には数えています）"),
        Lang::En => format!("{number} more findings are too many to list; they are counted"),
    }
}

/// Names in one sentence: the first few, and how many others there are.
pub(crate) fn names<'n>(names: impl IntoIterator<Item = &'n str>, separators: [&str; 2]) -> Text {
    const MOST: usize = 10;
    let mut names = names.into_iter();
    let shown: Vec<&str> = names.by_ref().take(MOST).collect();
    let rest = names.count();
    let [mut ja, mut en] = separators.map(|separator| shown.join(separator));
    if rest > 0 {
        ja.push_str(&format!(" ほか {rest} 件"));
        en.push_str(&format!(" and {rest} more"));
    }
    Text::new(ja, en)
}

/// A sentence of a length that people read: what it quotes is cut, and then the whole.
pub(super) fn clipped(text: Text) -> Text {
    Text {
        ja: clipped_sentence(text.ja),
        en: clipped_sentence(text.en),
    }
}

fn clipped_sentence(sentence: String) -> String {
    if sentence.len() <= MOST_QUOTED {
        return sentence;
    }
    let quotes_cut: Vec<String> = sentence
        .split('`')
        .enumerate()
        .map(|(index, part)| match index % 2 {
            1 => cut(part, MOST_QUOTED),
            _ => part.to_owned(),
        })
        .collect();
    cut(&quotes_cut.join("`"), MOST_LETTERS)
}

/// The first characters of a text, and `…` where that is not all. What takes no room of its own (a variation selector, an
/// accent) is not parted from the character before it.
pub(crate) fn cut(text: &str, most: usize) -> String {
    let Some((mut end, _)) = text.char_indices().nth(most) else {
        return text.to_owned();
    };
    let joined = |c: char| c.width() == Some(0);
    while text.get(end..).and_then(|rest| rest.chars().next()).is_some_and(joined) {
        let Some((before, _)) = text.get(..end).and_then(|start| start.char_indices().next_back()) else {
            break;
        };
        end = before;
    }
    format!("{}…", text.get(..end).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
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
        super::super::sort(&mut found);
        assert_eq!(found.len(), MOST_OF_A_CODE);
        assert_eq!(
            found.last().map(|last| (last.more, last.span())),
            Some((15, at(Code::H0106, 0, MOST_OF_A_CODE - 1).span()))
        );
        assert_eq!(found.iter().filter(|found| found.more > 0).count(), 1);
    }

    #[test]
    fn long_names_and_long_sentences_are_cut() {
        let name = "長".repeat(5000);
        let told = clipped(Text::new(format!("`{name}` がありません"), format!("no `{name}`")));
        assert_eq!(told.ja, format!("`{}…` がありません", "長".repeat(MOST_QUOTED)));
        assert_eq!(told.en, format!("no `{}…`", "長".repeat(MOST_QUOTED)));
        let told = clipped(Text::new(name, "short"));
        assert_eq!(told.ja.chars().count(), MOST_LETTERS + 1);
    }

    #[test]
    fn nothing_is_cut_off_its_character() {
        assert_eq!(cut("葛\u{E0100}城", 1), "…");
        assert_eq!(cut("葛\u{E0100}城", 2), "葛\u{E0100}…");
        assert_eq!(cut("葛\u{E0100}城", 3), "葛\u{E0100}城");
    }

    #[test]
    fn of_many_names_the_rest_is_counted() {
        let many = ["甲"; 12];
        assert_eq!(
            names(many, ["、", ", "]).ja,
            format!("{} ほか 2 件", ["甲"; 10].join("、"))
        );
        assert_eq!(names(["甲", "乙"], ["、", ", "]).en, "甲, 乙");
    }
}
