//! How the number of a clause is written.

use std::collections::BTreeMap;

use super::target::Target;

/// How a clause's number is written: what stands before and behind the number itself.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Pattern {
    pub(super) before: String,
    pub(super) after: String,
}

impl Pattern {
    pub(super) fn of(target: &Target<'_>) -> Option<Self> {
        let (before, after) = target.full.split_once(target.bare)?;
        (!target.bare.is_empty()).then(|| Self {
            before: before.chars().map(half_width).collect(),
            after: after.chars().map(half_width).collect(),
        })
    }

    /// Whether the pattern alone tells that a number is meant as one of a clause. 第3条 is a citation: [`super::article`]
    /// knows whose.
    pub(super) fn is_marked(&self) -> bool {
        !(self.before.is_empty() && self.after.is_empty()) && self.before != "第"
    }

    /// Whether a text has the marks at all, width apart: most have none, and no number of this pattern.
    pub(super) fn has_marks_in(&self, text: &str) -> bool {
        let mut marks = self.before.chars().chain(self.after.chars());
        marks.all(|mark| text.chars().any(|c| half_width(c) == mark))
    }
}

/// The targets by how their number is written and by their number; the first, where two agree.
pub(super) fn by_number(
    targets: &[Target<'_>],
    patterns: &[Option<Pattern>],
) -> BTreeMap<Pattern, BTreeMap<String, usize>> {
    let mut numbered: BTreeMap<Pattern, BTreeMap<String, usize>> = BTreeMap::new();
    for (index, (target, pattern)) in targets.iter().zip(patterns).enumerate() {
        if let Some(pattern) = pattern.as_ref().filter(|pattern| pattern.is_marked()) {
            let numbers = numbered.entry(pattern.clone()).or_default();
            numbers.entry(half_width_text(target.bare)).or_insert(index);
        }
    }
    numbered
}

pub(super) fn half_width(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

pub(super) fn half_width_text(text: &str) -> String {
    text.chars().map(half_width).collect()
}
