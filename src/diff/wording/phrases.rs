//! From a list of differing words to passages that read as phrases.
//!
//! A comparison of words alone underlines like confetti: 「［お客様］の［情報］を」. So a short stretch that is the same only by
//! chance or by grammar joins the changes around it, and an insertion that fits at several places is shown where it is a
//! whole sentence or list element. (The same two steps as in Neil Fraser's "Diff Strategies", semantic clean-up and
//! semantic alignment, with measures for Japanese.)

use std::ops::Range;

use super::tokens::Tokens;

/// A stretch of words of both sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Segment {
    pub(super) same: bool,
    pub(super) old: Range<usize>,
    pub(super) new: Range<usize>,
}

impl Segment {
    fn is_replacement(&self) -> bool {
        !self.old.is_empty() && !self.new.is_empty()
    }
}

/// Characters a stretch may have to be taken for glue between two changes.
const GLUE: usize = 2;
/// A stretch of one word, so short, is chance when both neighbours are long.
const CHANCE: usize = 3;
/// Joining two changes can make room for the next; after so many times it is left.
const ROUNDS: usize = 8;

pub(super) fn joined(segments: Vec<Segment>, old: &Tokens, new: &Tokens) -> Vec<Segment> {
    let mut segments = merged(segments);
    shift(&mut segments, old, new);
    for _ in 0..ROUNDS {
        let absorbed: Vec<bool> = (0..segments.len())
            .map(|at| is_absorbed(&segments, at, old, new))
            .collect();
        if !absorbed.contains(&true) {
            break;
        }
        for (segment, absorbed) in segments.iter_mut().zip(absorbed) {
            segment.same &= !absorbed;
        }
        segments = merged(segments);
    }
    segments
}

/// Neighbours of one kind made one.
fn merged(segments: Vec<Segment>) -> Vec<Segment> {
    let mut merged: Vec<Segment> = Vec::new();
    for segment in segments {
        match merged.last_mut() {
            Some(last) if last.same == segment.same => {
                last.old.end = segment.old.end;
                last.new.end = segment.new.end;
            }
            _ => merged.push(segment),
        }
    }
    merged
}

fn is_absorbed(segments: &[Segment], at: usize, old: &Tokens, new: &Tokens) -> bool {
    let segment = &segments[at];
    let neighbours = at
        .checked_sub(1)
        .and_then(|before| segments.get(before))
        .zip(segments.get(at + 1));
    let Some((before, after)) = neighbours.filter(|_| segment.same) else {
        return false;
    };
    let size = |segment: &Segment| count(old.text(segment.old.clone())).max(count(new.text(segment.new.clone())));
    let text = new.text(segment.new.clone());
    let length = size(segment);
    let both = before.is_replacement() && after.is_replacement();
    if text.chars().all(|c| !is_content(c)) {
        // Between sentences there is an end of a sentence; it parts two changes unless all around it was rewritten.
        return length <= GLUE && (both || !text.contains('。'));
    }
    let neighbour = size(before).min(size(after));
    let is_word = segment.new.len() == 1;
    both && (length == 1 && neighbour >= 2 || is_word && length <= CHANCE && neighbour >= 6 * length)
}

fn count(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

/// What carries meaning: everything but kana that inflects or joins, and marks.
fn is_content(c: char) -> bool {
    c.is_alphanumeric() && !matches!(c, '\u{3041}'..='\u{309F}')
}

/// Moves insertions and deletions to the best of the places where they fit.
fn shift(segments: &mut [Segment], old: &Tokens, new: &Tokens) {
    for at in 1..segments.len().saturating_sub(1) {
        let [before, change, after] = &segments[at - 1..=at + 1] else {
            continue;
        };
        if change.same || change.is_replacement() || !before.same || !after.same {
            continue;
        }
        let (tokens, range) = if change.old.is_empty() {
            (new, change.new.clone())
        } else {
            (old, change.old.clone())
        };
        // A stretch that is the same on both sides must not vanish: two changes would run into each other.
        let most_left = before.old.len().saturating_sub(1);
        let most_right = after.old.len().saturating_sub(1);
        let mut best = (quality(tokens, &range), 0_isize);
        let mut slid = range.clone();
        for left in 1..=most_left {
            if tokens.keys[slid.start - 1] != tokens.keys[slid.end - 1] {
                break;
            }
            slid = slid.start - 1..slid.end - 1;
            best = best.max((quality(tokens, &slid), -(left as isize)));
        }
        slid = range.clone();
        for right in 1..=most_right {
            if tokens.keys[slid.start] != tokens.keys[slid.end] {
                break;
            }
            slid = slid.start + 1..slid.end + 1;
            best = best.max((quality(tokens, &slid), right as isize));
        }
        let by = |place: usize| place.saturating_add_signed(best.1);
        for segment in [at - 1, at, at + 1] {
            let [is_first, is_last] = [segment == at - 1, segment == at + 1];
            let segment = &mut segments[segment];
            for range in [&mut segment.old, &mut segment.new] {
                if !is_first {
                    range.start = by(range.start);
                }
                if !is_last {
                    range.end = by(range.end);
                }
            }
        }
    }
}

/// How well words read as one passage.
fn quality(tokens: &Tokens, words: &Range<usize>) -> i32 {
    let last = |text: &str| text.trim_end().chars().next_back();
    let edge = |c: Option<char>| match c {
        None | Some('。') => 4,
        Some('、' | '，' | ',' | '・' | '；') => 2,
        _ => 0,
    };
    let before = last(tokens.text(words.start.saturating_sub(1)..words.start));
    let text = tokens.text(words.clone());
    let begins_with_kana = text
        .chars()
        .next()
        .is_some_and(|c| matches!(c, '\u{3041}'..='\u{309F}'));
    edge(before) + edge(last(text)) - i32::from(begins_with_kana)
}
