//! Time that has gone, as a 検証 puts it: 退会から4年の経過.

use crate::characters;
use crate::resolve::meaning::Resolver;
use crate::vocabulary::{BuiltInEvent, COLLECTED, ConceptId, Dimension, Lapse, Length, nearest_before};
use crate::wording::periods::{Bound, Stated, names_of_event, stated};

/// How long ago an event was.
pub(super) struct Elapsed {
    /// `None` of what the policy counts nothing from, and of 取得, which is no condition.
    condition: Option<ConceptId>,
    lapse: Lapse,
}

/// Reads one. `None` of another condition, and of an event that neither the policy nor the language knows.
pub(super) fn read(written: &str, resolver: &Resolver<'_, '_, '_, '_>) -> Option<Elapsed> {
    let written = characters::key(written);
    let gone = written.strip_suffix("の経過")?;
    let Stated::Length(Bound::AtMost, event, length) = stated(gone)? else {
        return None;
    };
    let since = |event: &str, condition| Elapsed {
        condition,
        lapse: Lapse::Since {
            event: event.to_owned(),
            length,
        },
    };
    let Some(event) = event else {
        return Some(since(COLLECTED, None));
    };
    let known = names_of_event(&event).find_map(BuiltInEvent::find);
    if known.is_some_and(|known| known.name == COLLECTED) {
        return Some(since(COLLECTED, None));
    }
    let mut names = names_of_event(&event);
    match names.find_map(|name| resolver.names.find(Dimension::Condition, name, None)) {
        Some(id) => Some(since(
            &resolver.names.graph(Dimension::Condition).get(id).name,
            Some(id),
        )),
        None => Some(since(known?.name, None)),
    }
}

/// The ends of periods that are over by then, the longest of them; where none is, the event.
///
/// # Errors
/// The period of which the time that has gone does not say whether it is over: 90日 after 3か月.
pub(super) fn over(elapsed: &Elapsed, resolver: &Resolver<'_, '_, '_, '_>) -> Result<Vec<ConceptId>, String> {
    let Lapse::Since { event, length: gone } = &elapsed.lapse else {
        return Ok(Vec::new());
    };
    let conditions = resolver.names.graph(Dimension::Condition);
    let all = || {
        conditions
            .iter()
            .filter_map(|(id, concept)| Some((concept.lapse.as_ref()?, id)))
    };
    let of_event = all().filter_map(|(lapse, id)| match lapse {
        Lapse::Since { event: of, length } if of == event => Some((*length, id)),
        _ => None,
    });
    let undecided = |length: &Length| !length.is_at_least(*gone) && !gone.is_at_least(*length);
    let of_event: Vec<(Length, ConceptId)> = of_event.collect();
    if let Some((length, _)) = of_event.iter().find(|(length, _)| undecided(length)) {
        return Err(length.to_string());
    }
    let over = nearest_before(&elapsed.lapse, all());
    Ok(match over.is_empty() {
        true => elapsed.condition.into_iter().collect(),
        false => over,
    })
}
