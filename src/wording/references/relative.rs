//! 前条, 次項; 上記2.

use super::known::{Reading, References, unit_of};
use super::target::{Mention, MentionKind};
use crate::wording::known_words::KnownWords;
use crate::wording::numeral;

/// Words for what stands near.
const NEARBY: [&str; 4] = ["上記", "前記", "下記", "後記"];

static KNOWN: KnownWords<4> = KnownWords::new(NEARBY);

pub(super) fn find(references: &References<'_>, reading: &Reading<'_>, here: Option<usize>, found: &mut Vec<Mention>) {
    for (at, word) in reading.text.match_indices(['前', '次']) {
        if let Some(mention) = relative(references, reading, at, word == "次", here) {
            found.push(mention);
        }
    }
    if !KNOWN.are_in(reading.text) {
        return;
    }
    for word in NEARBY {
        for (at, _) in reading.text.match_indices(word) {
            let from = at + word.len();
            let rest = reading.from(from);
            let digits = rest.trim_start().trim_start_matches(['（', '(']);
            let Some((_, length)) = numeral::leading(digits).filter(|_| !digits.starts_with(['一', '二', '三']))
            else {
                continue;
            };
            let end = from + (rest.len() - digits.len()) + length;
            let end = end
                + reading
                    .from(end)
                    .chars()
                    .next()
                    .filter(|c| "）)".contains(*c))
                    .map_or(0, char::len_utf8);
            let taken = found
                .iter()
                .rev()
                .take(8)
                .any(|mention| mention.range.start < end && at < mention.range.end);
            if !taken && !reading.quotes.contain(at) {
                found.push(references.mention(MentionKind::Nearby, at..end, None, false));
            }
        }
    }
}

/// 前条 and its like. Words that only begin so are none: 前条件, 次項目, 以前.
fn relative(
    references: &References<'_>,
    reading: &Reading<'_>,
    at: usize,
    next: bool,
    here: Option<usize>,
) -> Option<Mention> {
    let mut chars = reading.from(at).chars();
    let (relation, unit) = (chars.next()?, chars.next()?);
    if !matches!(unit, '条' | '項' | '章' | '節') || reading.quotes.contain(at) {
        return None;
    }
    let follows = chars.next();
    let before = reading.until(at).chars().next_back();
    if follows.is_some_and(|c| "件例約理目立度".contains(c)) || before.is_some_and(|c| "以事従年順".contains(c))
    {
        return None;
    }
    let range = at..at + relation.len_utf8() + unit.len_utf8();
    let kind = MentionKind::Relative;
    let Some(counted) = here.and_then(|here| ancestor(references, here, unit)) else {
        return Some(references.mention(kind, range, None, false));
    };
    let parent = references.targets[counted].parent;
    let siblings = |index: &usize| {
        references.targets[*index].parent == parent && unit_of(&references.targets[*index]) == Some(unit)
    };
    let neighbour = match next {
        true => (counted + 1..references.targets.len()).find(siblings),
        false => (0..counted).rev().find(siblings),
    };
    Some(match neighbour {
        Some(clause) => references.mention(kind, range, Some(clause), false),
        None => references.mention(MentionKind::Missing, range, None, false),
    })
}

/// The clause counted by `unit` that `here` is or stands in.
fn ancestor(references: &References<'_>, here: usize, unit: char) -> Option<usize> {
    let mut clause = here;
    for _ in 0..references.targets.len() {
        if unit_of(&references.targets[clause]) == Some(unit) {
            return Some(clause);
        }
        clause = references.targets[clause].parent?;
    }
    None
}
