//! What revisions are called: in addresses, in sentences, in the list of them.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization as _;

use super::current::Current;
use crate::characters;
use crate::cli::revision::{self, Revision};
use crate::document::{DateKind, link};
use crate::policy::Policy;

/// What the revisions are called in addresses, in their order: by their dates; where there are none, by their files.
pub(super) fn ids(earlier: &[Revision], current: &Current<'_>) -> Vec<String> {
    let earlier = earlier.iter().map(|revision| (revision.policy(), &revision.origin));
    let mut taken = BTreeSet::new();
    earlier
        .chain([(current.policy, current.origin)])
        .map(|(policy, origin)| {
            let id = match revision::date_of(policy) {
                Some(date) => date.to_string(),
                None => file_name(&origin.short_name()),
            };
            // Of two revisions of one day the later is the second.
            let candidates = (2..).map(|number| format!("{id}-{number}"));
            let free = std::iter::once(id.clone())
                .chain(candidates)
                .find(|candidate| taken.insert(candidate.nfc().collect::<String>().to_lowercase()));
            free.unwrap_or(id)
        })
        .collect()
}

/// The dates that tell a revision from others.
pub(super) fn dates(policy: &Policy) -> Vec<(DateKind, jiff::civil::Date)> {
    let Some(day) = revision::date_of(policy) else {
        return Vec::new();
    };
    let mut dates: Vec<_> = policy
        .metadata
        .dates
        .iter()
        .copied()
        .filter(|(_, date)| *date == day)
        .collect();
    dates.extend(
        policy
            .metadata
            .dates
            .iter()
            .filter(|(kind, date)| *kind == DateKind::Effective && *date > day),
    );
    dates.dedup();
    dates
}

/// What a revision is called in a sentence: 2025年4月1日改定.
pub(super) fn called(policy: &Policy, id: &str) -> String {
    match dates(policy).first() {
        Some((kind, date)) => format!("{}年{}月{}日{}", date.year(), date.month(), date.day(), kind.word()),
        None => id.to_owned(),
    }
}

/// A name as part of an address.
pub(super) fn encoded(id: &str) -> String {
    link::fragment(id).trim_start_matches('#').to_owned()
}

/// A name that every file system takes and that leads nowhere else.
fn file_name(text: &str) -> String {
    const LENGTH: usize = 60;
    let safe = |c: char| {
        if (c.is_alphanumeric() && characters::kind(c).is_none()) || matches!(c, '-' | '_' | '.') {
            c
        } else {
            '_'
        }
    };
    let name: String = text.nfc().map(safe).take(LENGTH).collect();
    let name = name.trim_start_matches('.').trim_end_matches('.');
    if name.is_empty() {
        "_".to_owned()
    } else {
        name.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_leaves_its_folder() {
        assert_eq!(file_name("../../etc/passwd"), "_.._etc_passwd");
        assert_eq!(file_name(".."), "_");
        assert_eq!(file_name("a b<c>"), "a_b_c_");
        assert_eq!(file_name("初版"), "初版");
        assert_eq!(file_name("初\u{3164}版\u{202E}"), "初_版_");
        assert_eq!(file_name("v1.0"), "v1.0");
    }
}
