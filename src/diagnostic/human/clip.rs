//! Which parts of a long line are worth showing.

use std::ops::Range;

use unicode_width::UnicodeWidthChar as _;

/// The parts of `line` to show so that every offset of `marks` is in sight and the whole stays near `budget` columns.
///
/// `marks` are byte offsets in the line, sorted, on character boundaries. The parts come in order, apart from one
/// another; a line that fits is one part. The work depends on the budget and the marks, not on the line's length.
pub(super) fn parts(line: &str, marks: &[usize], budget: usize) -> Vec<Range<usize>> {
    if fits(line, budget) {
        return std::iter::once(0..line.len()).collect();
    }
    let mut parts = Vec::new();
    for &mark in marks {
        push_merging(&mut parts, mark..mark, line, budget / 2);
    }
    if parts.is_empty() {
        parts.push(0..0);
    }
    let used: usize = parts.iter().map(|part| columns_within(line, part, budget)).sum();
    let margin = (budget.saturating_sub(used) / (2 * parts.len())).max(8);
    let mut wide = Vec::new();
    for part in parts {
        let (start, spare) = back(line, part.start, margin);
        let (end, _) = forth(line, part.end, margin + spare);
        push_merging(&mut wide, start..end, line, 4);
    }
    wide
}

/// Adds a part, joined to the one before it where at most `gap` columns lie between them.
fn push_merging(parts: &mut Vec<Range<usize>>, part: Range<usize>, line: &str, gap: usize) {
    match parts.last_mut() {
        Some(last) if part.start <= last.end || forth(line, last.end, gap).0 >= part.start => {
            last.end = last.end.max(part.end);
        }
        _ => parts.push(part),
    }
}

/// Whether a line needs no cutting. Looks at no more of it than could fit.
fn fits(line: &str, budget: usize) -> bool {
    forth(line, 0, budget).0 == line.len()
}

fn columns_within(line: &str, part: &Range<usize>, most: usize) -> usize {
    let text = line.get(part.clone()).unwrap_or_default();
    text.chars().map(width).sum::<usize>().min(most)
}

/// The offset that lies `columns` before `from`, and the columns left over at the start of the line.
fn back(line: &str, from: usize, mut columns: usize) -> (usize, usize) {
    let mut at = from;
    for (start, character) in line.get(..from).unwrap_or_default().char_indices().rev() {
        match columns.checked_sub(width(character)) {
            Some(rest) => (at, columns) = (start, rest),
            None => return (at, 0),
        }
    }
    (at, columns)
}

/// The offset that lies `columns` after `from`, and the columns left over at the end of the line.
fn forth(line: &str, from: usize, mut columns: usize) -> (usize, usize) {
    let mut at = from;
    for character in line.get(from..).unwrap_or_default().chars() {
        match columns.checked_sub(width(character)) {
            Some(rest) => (at, columns) = (at + character.len_utf8(), rest),
            None => return (at, 0),
        }
    }
    (at, columns)
}

/// Columns of one character; a tab counts as its widest, and what takes no room as one so that walks end.
fn width(character: char) -> usize {
    match character {
        '\t' => 4,
        _ => character.width().unwrap_or(1).max(1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(line: &str, marks: &[usize], budget: usize) -> String {
        let parts = parts(line, marks, budget);
        parts
            .iter()
            .map(|part| line.get(part.clone()).expect("a part of the line"))
            .collect::<Vec<_>>()
            .join("|")
    }

    #[test]
    fn a_line_that_fits_is_left_whole() {
        assert_eq!(shown("氏名・住所", &[0, 6], 10), "氏名・住所");
        assert_eq!(shown("", &[0], 10), "");
    }

    #[test]
    fn a_long_line_is_cut_around_the_mark() {
        let line = "あ".repeat(500) + "印" + &"い".repeat(500);
        let cut = shown(&line, &[1500, 1503], 42);
        assert_eq!(cut, "あ".repeat(10) + "印" + &"い".repeat(10));
    }

    #[test]
    fn room_not_needed_on_the_left_goes_to_the_right() {
        let line = "印".to_owned() + &"い".repeat(500);
        assert_eq!(shown(&line, &[0, 3], 42), "印".to_owned() + &"い".repeat(20));
    }

    #[test]
    fn both_ends_of_a_long_mark_are_shown() {
        let line = "a".repeat(1000);
        assert_eq!(parts(&line, &[100, 900], 40), [90..110, 890..910]);
    }

    #[test]
    fn the_end_of_the_line_can_be_marked() {
        let line = "a".repeat(1000);
        assert_eq!(shown(&line, &[1000], 40).len(), 20);
        assert_eq!(parts(&line, &[1000], 40).first().map(|part| part.end), Some(1000));
    }
}
