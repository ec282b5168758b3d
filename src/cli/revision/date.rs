//! The day that tells a revision from others.

use jiff::civil::Date;

use crate::document::DateKind;
use crate::policy::Policy;

/// The day a policy dates from: its newest 改定 or 最終改定, else when it was established or came into force.
pub(in crate::cli) fn date_of(policy: &Policy) -> Option<Date> {
    let newest = |kinds: &[DateKind]| {
        let dates = policy.metadata.dates.iter();
        dates
            .filter(|(kind, _)| kinds.contains(kind))
            .map(|(_, date)| *date)
            .max()
    };
    newest(&[DateKind::Revised, DateKind::LastRevised])
        .or_else(|| newest(&[DateKind::Established]))
        .or_else(|| newest(&[DateKind::Effective]))
}
