//! Whether a revision says when it was made: with a date after its 旧版's, which it keeps in the history.

use jiff::civil::Date;

use super::Comparison;
use crate::diagnostic::{Code, Diagnostic, Level};
use crate::document::DateKind;
use crate::policy::{Policy, RevisionEntry};

mod sentences;

use self::sentences as say;
use self::sentences::Day;
#[cfg(test)]
pub(super) use self::sentences::samples;

/// What is wrong with the dates of a revision beside those of its 旧版, which was published. Two changes of one revision that is
/// being prepared bear the same date rightly.
#[must_use]
pub fn findings(comparison: &Comparison<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let (Some(old), new) = (newest(comparison.old), newest(comparison.new)) else {
        return found;
    };
    if let Some(new) = new.filter(|new| new.date <= old.date && !comparison.is_empty()) {
        found.push(not_later(new, old.date));
    }
    if let Some(new) = new
        && new.date > old.date
        && !comparison.is_empty()
        && !comparison.new.revisions.iter().any(|entry| entry.date == old.date)
    {
        let mut dropped = dropped(new, old.date);
        // Who shows the last date alone replaces it each time: that may be meant.
        if !keeps_history(comparison.new) {
            dropped.level = Level::Hint;
        }
        found.push(dropped);
    }
    found
}

/// The last revision of a policy.
fn newest(policy: &Policy) -> Option<&RevisionEntry> {
    policy.revisions.iter().max_by_key(|entry| entry.date)
}

/// Whether it lists its revisions.
fn keeps_history(policy: &Policy) -> bool {
    policy.revisions.iter().any(|entry| entry.kind == DateKind::Revised)
}

fn not_later(entry: &RevisionEntry, old: Date) -> Diagnostic {
    let earlier = Day(entry.date.strftime("%Y年%-m月%-d日").to_string());
    let old_day = Day(old.strftime("%Y年%-m月%-d日").to_string());
    let title = match entry.date == old {
        true => say::same_date(&earlier),
        false => say::earlier_date(&earlier, &old_day),
    };
    Diagnostic::new(Code::H0711, title)
        .label(entry.span, say::dated_here())
        .help(say::write_the_day_of_this_revision())
}

fn dropped(entry: &RevisionEntry, old: Date) -> Diagnostic {
    let old = Day(old.strftime("%Y年%-m月%-d日").to_string());
    Diagnostic::new(Code::H0712, say::date_is_gone(&old))
        .label(entry.span, say::after_it())
        .help(say::keep_it(&old))
}
