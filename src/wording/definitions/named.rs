//! …を「X」といいます, without 以下.

use std::collections::BTreeSet;

use super::naming::{Force, naming};
use super::reading::{Definition, Form, Reading, is_collective, scope_before, tail};

pub(super) fn find(reading: &Reading<'_>, found: &mut Vec<Definition>) {
    let claimed: BTreeSet<usize> = found.iter().map(|definition| definition.term_range.start).collect();
    for quote in reading.quotes.all() {
        let Some((len, force)) = naming(reading.from(quote.whole.end)) else {
            continue;
        };
        if claimed.contains(&quote.inner.start) {
            continue;
        }
        let before = tail(reading.until(quote.whole.start), 12).trim_end_matches(['、', '，', ' ']);
        let collective = is_collective(before);
        let takes_name = before.ends_with('を') || (collective && before.ends_with('て'));
        // 「これを「X」とします」 names; 「件名を「X」とします」 sets a value.
        let names = force == Force::Names || before.ends_with("これを") || before.ends_with("これらを") || collective;
        if !takes_name || !names {
            continue;
        }
        let form = if collective { Form::Collective } else { Form::Named };
        let scope = scope_before(reading, quote.whole.start);
        found.extend(reading.define(quote, quote.whole.start..quote.whole.end + len, form, &scope));
    }
}
