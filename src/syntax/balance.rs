//! Brackets, before the grammar: finds 「 { /* that are never closed and closers that close nothing, reports each where
//! it stands, and gives the grammar a text in which they balance. So one missing bracket costs one statement, not the
//! rest of the file. Also here: half-width ｢｣, and the limits on nesting and on files of nothing but marks. What cannot be
//! seen is taken out on the way (`hidden`).
//!
//! `scan` walks the text, `wording` walks each 「」, `braces` pairs { and }; `report` says what is wrong.

mod braces;
mod density;
mod found;
mod report;
mod scan;
mod text;
mod wording;

use super::balanced::{Balanced, apply};
use super::hidden;
use crate::diagnostic::Collector;
use crate::span::SourceId;

pub use report::MAX_NESTING;

use found::Found;
use text::Text;

/// Balances a text. The second part is what was wrong.
pub(super) fn balance(source: SourceId, written: &str) -> (Balanced<'_>, Collector) {
    let text = Text::new(source, written);
    let mut found = Found::default();
    let scanned = scan::scan(text, &mut found);
    let first_letter = |at: usize| {
        let letter = written.get(at..).and_then(|rest| rest.chars().next());
        text.span(at, letter.map_or(0, char::len_utf8))
    };
    let refusal = match scanned.deepest {
        Some(at) => Some(report::too_deep(first_letter(at))),
        None if scanned.density.is_too_great(written.len()) => Some(report::too_dense(first_letter(0))),
        None => None,
    };
    if let Some(refusal) = refusal {
        found.tell(refusal);
        return (Balanced::nothing(), found.diagnostics);
    }
    braces::pair(text, scanned.braces, &mut found);
    let Found {
        mut edits,
        mut diagnostics,
    } = found;
    hidden::take_out(source, written, &scanned.wordings, &mut edits, &mut diagnostics);
    (apply(written, edits), diagnostics)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;

    fn run(text: &str) -> (String, Vec<(Code, usize)>) {
        let (balanced, diagnostics) = balance(SourceId(0), text);
        let found = (diagnostics.into_kept().iter())
            .map(|d| (d.code, d.span().map_or(0, |span| span.range().start)))
            .collect();
        (balanced.text.into_owned(), found)
    }

    #[test]
    fn what_balances_is_left_alone() {
        let text = "方針「a「b」c」{ // {\n \"}\" /* { */ 「\\「 {x}」\n}";
        assert_eq!(run(text), (text.to_owned(), vec![]));
    }

    #[test]
    fn an_unclosed_wording_ends_before_the_next_statement() {
        let (text, found) = run("章 A「題 {\n  「本文\n  続き\n  章 B「題」\n}\n");
        assert_eq!(text, "章 A「題」 {\n  「本文\n  続き」\n  章 B「題」\n}\n");
        assert_eq!(found, vec![(Code::H0101, 5), (Code::H0101, "章 A「題 {\n  ".len())]);
    }

    #[test]
    fn an_unclosed_block_is_found_by_indentation() {
        let (text, found) = run("方針 {\n  章 A {\n    「x」\n  章 B {\n  }\n}\n");
        assert_eq!(text, "方針 {\n  章 A {\n    「x」\n}\n  章 B {\n  }\n}\n");
        assert_eq!(found, vec![(Code::H0102, "方針 {\n  章 A ".len())]);
    }

    #[test]
    fn a_brace_too_many_is_reported_and_ignored() {
        let (text, found) = run("章 A {\n}\n}\n章 B");
        assert_eq!(text, "章 A {\n}\n \n章 B");
        assert_eq!(found, vec![(Code::H0105, "章 A {\n}\n".len())]);
    }

    #[test]
    fn offsets_map_back_over_insertions() {
        let text = "「a\n・b「c」";
        let (balanced, _) = balance(SourceId(0), text);
        let at = balanced.text.find('b').unwrap_or(0);
        assert_eq!(balanced.original(at), text.find('b').unwrap_or(0));
    }

    #[test]
    fn offsets_map_back_over_what_was_taken_out() {
        let text = "章 a\u{200B}b{\n  「c\n  章 \u{3164}d {\n  }\n}\u{2060}";
        let (balanced, _) = balance(SourceId(0), text);
        assert_eq!(balanced.text, "章 ab{\n  「c」\n  章 d {\n  }\n}");
        for letter in ['b', 'c', 'd'] {
            let behind = balanced.text.find(letter).expect("in the text") + 1;
            assert_eq!(balanced.original(behind), text.find(letter).expect("in the text") + 1);
        }
    }

    #[test]
    fn deep_nesting_is_refused() {
        let deep = "x {".repeat(10_000);
        assert_eq!(run(&deep).1, vec![(Code::H0901, 3 * MAX_NESTING + 2)]);
        let quotes = "「".repeat(10_000);
        assert_eq!(run(&quotes).1.len(), 1);
    }

    #[test]
    fn many_unclosed_wordings_stay_linear() {
        let (_, diagnostics) = balance(SourceId(0), &"・「ああああ\n".repeat(20_000));
        assert_eq!(diagnostics.errors(), 20_000);
        assert!(diagnostics.into_kept().iter().all(|found| found.code == Code::H0101));
    }

    #[test]
    fn offsets_map_back_over_many_insertions() {
        let text = "・「ああああ\n・「い「う\n".repeat(500);
        let (balanced, _) = balance(SourceId(0), &text);
        let words = ["あ", "い", "う", "・"];
        for word in words {
            let places = |text: &str| text.match_indices(word).map(|(at, _)| at).collect::<Vec<_>>();
            let mapped: Vec<usize> = places(&balanced.text).iter().map(|at| balanced.original(*at)).collect();
            assert_eq!(mapped, places(&text), "{word}");
        }
    }
}
