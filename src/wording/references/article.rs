//! 第3条, 第３章（題）, 本ポリシー第7条: citations with a unit.

use std::ops::Range;

use super::known::{Reading, References, UNITS, unit_of};
use super::similar::begins_with_something_like;
use super::target::{Mention, MentionKind};
use super::whose::{Whose, whose};
use crate::wording::fold::key;
use crate::wording::numeral;

/// A citation as it stands in the text.
struct Citation {
    /// 第 up to the first unit: 第5条 of 第5条第2項.
    range: Range<usize>,
    /// The end of all its parts.
    end: usize,
    number: usize,
    unit: char,
    /// 第27条の2
    branch: bool,
}

/// Finds the citations that concern this policy, and returns where citations stand, foreign ones too.
pub(super) fn find(
    references: &References<'_>,
    reading: &Reading<'_>,
    here: Option<usize>,
    found: &mut Vec<Mention>,
) -> Vec<Range<usize>> {
    let mut cited: Vec<Range<usize>> = Vec::new();
    let mut last: Option<(usize, Whose)> = None;
    let mut past = 0;
    for (at, _) in reading.text.match_indices('第') {
        if at < past {
            continue;
        }
        let Some(citation) = read(reading, at) else {
            continue;
        };
        past = citation.end;
        let whose = whose(reading, citation.range.start, last);
        last = Some((citation.end, whose));
        let mention = match whose {
            Whose::Foreign => None,
            _ if citation.branch || reading.quotes.contain(at) => None,
            _ => judge(references, reading, &citation, whose, here),
        };
        let range = mention.as_ref().map_or(citation.range.clone(), |m| m.range.clone());
        cited.push(range.start..range.end.max(citation.end));
        found.extend(mention);
    }
    cited
}

/// 第 number unit, and the parts behind it.
fn read(reading: &Reading<'_>, at: usize) -> Option<Citation> {
    let (number, unit, mut end) = part(reading, at)?;
    let range = at..end;
    let mut branch = false;
    loop {
        let rest = reading.from(end);
        let more = rest.strip_prefix('の').and_then(numeral::leading);
        if let Some((_, length)) = more {
            branch |= end == range.end;
            end += 'の'.len_utf8() + length;
        } else if let Some((_, _, further)) = part(reading, end) {
            end = further;
        } else {
            break;
        }
    }
    Some(Citation {
        range,
        end,
        number,
        unit,
        branch,
    })
}

/// One part of a citation: 第5条, 2項. Returns number, unit and end.
fn part(reading: &Reading<'_>, at: usize) -> Option<(usize, char, usize)> {
    let rest = reading.from(at);
    let words = rest.trim_start();
    let digits = words.strip_prefix('第').unwrap_or(words).trim_start();
    let (number, length) = numeral::leading(digits)?;
    let behind = digits.get(length..)?;
    let unit = behind.trim_start().chars().next().filter(|c| UNITS.contains(c))?;
    let spaces = behind.len() - behind.trim_start().len();
    let end = at + (rest.len() - digits.len()) + length + spaces + unit.len_utf8();
    Some((number, unit, end))
}

fn judge(
    references: &References<'_>,
    reading: &Reading<'_>,
    citation: &Citation,
    whose: Whose,
    here: Option<usize>,
) -> Option<Mention> {
    let own = candidates(references, citation, whose, here)?;
    let titled = (citation.end == citation.range.end)
        .then(|| title_behind(reading, citation.end))
        .flatten();
    if let Some(titled) = titled
        && let Some(mention) = judge_titled(references, reading, citation, own, whose, &titled)
    {
        return Some(mention);
    }
    match (own, whose) {
        (_, Whose::Doubtful | Whose::Foreign) => None,
        (Some(clause), _) => {
            Some(references.mention(MentionKind::HardTyped, citation.range.clone(), Some(clause), false))
        }
        // 「0. 事業者情報」: a heading of this number, typed by hand.
        (None, _) if references.typed.contains(&citation.number) => None,
        (None, _) => Some(references.mention(MentionKind::Missing, citation.range.clone(), None, false)),
    }
}

/// The clause that a citation names: `Some(None)` if there is none of that number, `None` if that cannot be said.
fn candidates(
    references: &References<'_>,
    citation: &Citation,
    whose: Whose,
    here: Option<usize>,
) -> Option<Option<usize>> {
    let Some(numbers) = references.units.get(&citation.unit) else {
        let chapter = matches!(citation.unit, '条' | '章' | '項');
        return (whose == Whose::Ours && chapter).then(|| references.chapters.get(&citation.number).copied());
    };
    match numbers.get(&citation.number).map(Vec::as_slice) {
        Some([only]) => Some(Some(*only)),
        Some(several) => {
            let parent = here.and_then(|here| references.targets[here].parent);
            let siblings = |index: &&usize| {
                let of = references.targets[**index].parent;
                of.is_some() && (of == here || of == parent)
            };
            several.iter().find(siblings).map(|index| Some(*index))
        }
        // Numbers below chapters begin anew in every chapter: a missing one may belong elsewhere.
        None => {
            let first = numbers.values().flatten().next()?;
            let of_chapters = references.targets[*first].level == Some(crate::document::OutlineLevel::Chapter);
            of_chapters.then_some(None)
        }
    }
}

/// A title behind a citation: （題）, or 題 itself.
struct Titled<'t> {
    words: &'t str,
    /// The end of the title with its bracket.
    end: usize,
    /// The clauses with exactly this title.
    clauses: &'t [u32],
}

fn title_behind<'t>(reading: &'t Reading<'_>, at: usize) -> Option<Titled<'t>> {
    let rest = reading.from(at);
    let inner = rest.trim_start();
    let start = at + rest.len() - inner.len();
    let Some(bracket) = inner.chars().next().filter(|c| "（(".contains(*c)) else {
        let (range, clauses) = reading.title_at(at)?;
        return Some(Titled {
            words: reading.text.get(range.clone())?,
            end: range.end,
            clauses,
        });
    };
    let from = start + bracket.len_utf8();
    let close = reading
        .from(from)
        .char_indices()
        .take(80)
        .find(|(_, c)| "）)".contains(*c));
    let (length, c) = close?;
    let words = reading.from(from).get(..length)?;
    let exact = reading
        .title_at(from)
        .filter(|(range, _)| range.end == from + words.trim_end().len());
    Some(Titled {
        words,
        end: from + length + c.len_utf8(),
        clauses: exact.map_or(&[], |(_, clauses)| clauses),
    })
}

fn judge_titled(
    references: &References<'_>,
    reading: &Reading<'_>,
    citation: &Citation,
    own: Option<usize>,
    whose: Whose,
    titled: &Titled<'_>,
) -> Option<Mention> {
    let range = citation.range.start..titled.end;
    if let Some(own) = own
        && (titled.clauses.contains(&(own as u32)) || key(references.targets[own].title) == key(titled.words))
    {
        return Some(references.mention(MentionKind::HardTyped, range, Some(own), true));
    }
    if whose == Whose::Doubtful {
        return None;
    }
    let counted_alike = |index: &&u32| unit_of(&references.targets[**index as usize]) == Some(citation.unit);
    if let Some(other) = titled.clauses.iter().find(counted_alike) {
        return Some(references.mention(MentionKind::StaleNumber, range, Some(*other as usize), true));
    }
    let own = own?;
    let bracketed = reading.until(titled.end).ends_with(['）', ')']);
    let like = begins_with_something_like(titled.words, references.targets[own].title)?;
    (bracketed && like == titled.words.len())
        .then(|| references.mention(MentionKind::StaleTitle, range, Some(own), true))
}
