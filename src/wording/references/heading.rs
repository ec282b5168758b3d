//! 「3. 第三者への提供」: a number as headings carry it, with a title behind it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::known::{Reading, References};
use super::pattern::{Pattern, half_width, half_width_text};
use super::similar::begins_with_something_like;
use super::target::{Mention, MentionKind};
use crate::wording::numeral;

/// A number in the text, with the marks that a pattern gives it.
struct Token {
    range: Range<usize>,
    bare: String,
}

pub(super) fn find(
    references: &References<'_>,
    reading: &Reading<'_>,
    cited: &[Range<usize>],
    found: &mut Vec<Mention>,
) {
    if !references
        .numbered
        .keys()
        .any(|pattern| pattern.has_marks_in(reading.text))
    {
        return;
    }
    let lists = Lists::of(references, reading);
    let mut titled: BTreeSet<usize> = BTreeSet::new();
    for (range, clauses) in reading.titles().values() {
        if reading.quotes.contain(range.start) || overlaps(cited, range) {
            continue;
        }
        if let Some(mention) = with_title(references, reading, range, clauses, &lists) {
            titled.insert(mention.range.start);
            found.push(mention);
        }
    }
    with_changed_title(references, reading, cited, &titled, &lists, found);
}

/// How many clauses of one title are tried. Nobody can tell more of them apart by a number.
const MOST_OF_A_TITLE: usize = 500;

/// A title with a number before it.
fn with_title(
    references: &References<'_>,
    reading: &Reading<'_>,
    title: &Range<usize>,
    clauses: &[u32],
    lists: &Lists<'_>,
) -> Option<Mention> {
    let mut stale = None;
    for clause in clauses.iter().take(MOST_OF_A_TITLE).map(|id| *id as usize) {
        let Some(pattern) = references.patterns[clause]
            .as_ref()
            .filter(|pattern| pattern.is_marked())
        else {
            continue;
        };
        let Some(token) = token_before(reading, title.start, pattern) else {
            continue;
        };
        if lists.hold(pattern) {
            continue;
        }
        let range = token.range.start..title.end;
        if token.bare == half_width_text(references.targets[clause].bare) {
            return Some(references.mention(MentionKind::HardTyped, range, Some(clause), true));
        }
        stale.get_or_insert_with(|| references.mention(MentionKind::StaleNumber, range, Some(clause), true));
    }
    stale
}

/// A number as an existing clause has it, with words behind it that are nearly, but not quite, its title.
fn with_changed_title(
    references: &References<'_>,
    reading: &Reading<'_>,
    cited: &[Range<usize>],
    titled: &BTreeSet<usize>,
    lists: &Lists<'_>,
    found: &mut Vec<Mention>,
) {
    for (pattern, tokens) in &lists.tokens {
        if lists.hold(pattern) || tokens.is_empty() {
            continue;
        }
        let Some(clauses) = references.numbered.get(pattern) else {
            continue;
        };
        for token in tokens {
            let begins = reading.until(token.range.start).ends_with('\n') || token.range.start == 0;
            let known = titled.contains(&token.range.start) || overlaps(cited, &token.range);
            if begins || known || reading.quotes.contain(token.range.start) {
                continue;
            }
            let Some(clause) = clauses.get(&token.bare).copied() else {
                continue;
            };
            let rest = reading.from(token.range.end);
            let words = rest.trim_start();
            if let Some(length) = begins_with_something_like(words, references.targets[clause].title) {
                let end = token.range.end + (rest.len() - words.len()) + length;
                let range = token.range.start..end;
                found.push(references.mention(MentionKind::StaleTitle, range, Some(clause), true));
            }
        }
    }
}

/// The numbers in a passage, by the pattern they are written in.
struct Lists<'r> {
    tokens: BTreeMap<&'r Pattern, Vec<Token>>,
    /// The patterns in which the passage numbers things itself: (1)…、(2)….
    own: BTreeSet<&'r Pattern>,
}

impl<'r> Lists<'r> {
    fn of(references: &'r References<'_>, reading: &Reading<'_>) -> Self {
        let mut tokens: BTreeMap<&'r Pattern, Vec<Token>> = references
            .numbered
            .keys()
            .map(|pattern| (pattern, Vec::new()))
            .collect();
        let mut past = 0;
        for (at, c) in reading.text.char_indices() {
            if at < past || numeral::arabic(c).is_none() {
                continue;
            }
            let digits = reading.from(at);
            past = at + digits.find(|c| numeral::arabic(c).is_none()).unwrap_or(digits.len());
            for (pattern, found) in &mut tokens {
                let rest = reading.from(past);
                if let (Some(behind), true) = (strip(rest, &pattern.after), stands_free(reading, at, pattern)) {
                    let next = behind.chars().next();
                    // 3.5 is a quantity, not clause 3.
                    if pattern.after != "." || next.is_none_or(|c| numeral::arabic(c).is_none()) {
                        found.push(Token {
                            range: at - before_length(reading, at, pattern)..past + rest.len() - behind.len(),
                            bare: half_width_text(reading.text.get(at..past).unwrap_or("")),
                        });
                    }
                }
            }
        }
        let numbers = |tokens: &[Token], wanted: &str| tokens.iter().any(|token| token.bare == wanted);
        let own = (tokens.iter())
            .filter(|(_, tokens)| numbers(tokens, "1") && numbers(tokens, "2"))
            .map(|(pattern, _)| *pattern)
            .collect();
        Self { tokens, own }
    }

    /// Whether the passage numbers things itself in this pattern.
    fn hold(&self, pattern: &Pattern) -> bool {
        self.own.contains(pattern)
    }
}

/// The number of this pattern that ends right before `at`, white space, a bracket and a quotation mark apart.
fn token_before(reading: &Reading<'_>, at: usize, pattern: &Pattern) -> Option<Token> {
    let words = reading.until(at).trim_end();
    let words = words.strip_suffix(['（', '(', '【', '[']).unwrap_or(words).trim_end();
    let end = words.len();
    let words = strip_back(words, &pattern.after)?;
    let start = words
        .char_indices()
        .rev()
        .take(12)
        .take_while(|(_, c)| is_number_part(*c))
        .last()
        .map(|(start, _)| start)?;
    let bare = half_width_text(words.get(start..)?);
    if !bare.starts_with(|c: char| c.is_alphanumeric()) || !stands_free(reading, start, pattern) {
        return None;
    }
    Some(Token {
        range: start - before_length(reading, start, pattern)..end,
        bare,
    })
}

/// Whether a number that starts at `at` has the marks of the pattern before it, and is not the end of another word.
fn stands_free(reading: &Reading<'_>, at: usize, pattern: &Pattern) -> bool {
    let Some(before) = strip_back(reading.until(at), &pattern.before) else {
        return false;
    };
    let last = before.chars().next_back();
    !pattern.before.is_empty()
        || last.is_none_or(|c| !c.is_ascii_alphanumeric() && !matches!(c, '.' | '-' | '(' | '（' | '第' | '．'))
}

fn before_length(reading: &Reading<'_>, at: usize, pattern: &Pattern) -> usize {
    let until = reading.until(at);
    strip_back(until, &pattern.before).map_or(0, |before| until.len() - before.len())
}

fn is_number_part(c: char) -> bool {
    numeral::arabic(c).is_some()
        || numeral::circled(c).is_some()
        || matches!(c, '-' | '.' | '一'..='十' | 'a'..='z' | 'A'..='Z' | 'ア'..='ン') && !matches!(c, 'ー')
}

/// Takes `marks` off the start of a text, width apart.
fn strip<'t>(text: &'t str, marks: &str) -> Option<&'t str> {
    let mut rest = text.chars();
    marks
        .chars()
        .all(|mark| rest.next().is_some_and(|c| half_width(c) == mark))
        .then_some(rest.as_str())
}

fn strip_back<'t>(text: &'t str, marks: &str) -> Option<&'t str> {
    let mut rest = text.chars();
    marks
        .chars()
        .rev()
        .all(|mark| rest.next_back().is_some_and(|c| half_width(c) == mark))
        .then_some(rest.as_str())
}

fn overlaps(cited: &[Range<usize>], range: &Range<usize>) -> bool {
    let next = cited.partition_point(|citation| citation.end <= range.start);
    cited.get(next).is_some_and(|citation| citation.start < range.end)
}
