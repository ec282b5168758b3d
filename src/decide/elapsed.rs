//! Which retention periods are over, by how much time has gone since an event or by the days of a calendar.
//!
//! No clock is read: a request says when it asks about.

use jiff::civil::Date;

use super::names::Names;
use super::question::{Question, RequestPart, Unresolved, Why};
use crate::policy::Policy;
use crate::vocabulary::{BuiltInEvent, COLLECTED, ConceptId, Lapse, Length};

/// The ends of periods that a policy knows, each a condition.
#[derive(Debug, Clone, Default)]
pub(super) struct Lapses {
    /// In the order of the vocabulary.
    known: Vec<(Lapse, ConceptId)>,
    /// What the conditions are called that are events.
    events: Vec<(ConceptId, String)>,
}

/// What the passing of time says of conditions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Passed {
    /// The events, which happened, and the periods that are over.
    pub(super) asserted: Vec<ConceptId>,
    /// The periods that are not.
    pub(super) denied: Vec<ConceptId>,
}

/// How much time has gone since an event.
#[derive(Debug, Clone, Copy)]
enum Gone {
    Length(Length),
    /// From a day to a day.
    Days(Date, Date),
}

impl Lapses {
    pub(super) fn of(policy: &Policy) -> Self {
        let conditions = &policy.vocabulary.conditions;
        let known = conditions.iter();
        let known: Vec<_> = known
            .filter_map(|(id, concept)| Some((concept.lapse.clone()?, id)))
            .collect();
        let events = match known.is_empty() {
            true => Vec::new(),
            false => conditions
                .iter()
                .map(|(id, concept)| (id, concept.name.clone()))
                .collect(),
        };
        Self { known, events }
    }

    /// What the times of a question say.
    pub(super) fn passed(&self, question: &Question<'_>, names: &Names) -> Result<Passed, Vec<Unresolved>> {
        let mut passed = Passed::default();
        let mut errors = Vec::new();
        let day = question.on.and_then(|word| {
            let day = read_day(word);
            if day.is_none() {
                errors.push(unresolved(RequestPart::Day, word, Why::NoDay));
            }
            day
        });
        for elapsed in question.elapsed {
            let (happened, event) = match self.event(elapsed.event, names) {
                Ok(found) => found,
                Err(error) => {
                    errors.push(error);
                    continue;
                }
            };
            let gone = match (Length::from_iso(elapsed.time), read_day(elapsed.time), day) {
                (Some(length), ..) => Gone::Length(length),
                (None, Some(since), Some(day)) if since <= day => Gone::Days(since, day),
                (None, Some(_), Some(_)) => {
                    errors.push(unresolved(RequestPart::Elapsed, elapsed.time, Why::NotYet));
                    continue;
                }
                (None, Some(_), None) if question.on.is_none() => {
                    errors.push(unresolved(RequestPart::Elapsed, elapsed.time, Why::OnWhichDay));
                    continue;
                }
                // The day was faulty, and was told.
                (None, Some(_), None) => continue,
                (None, None, _) => {
                    errors.push(unresolved(RequestPart::Elapsed, elapsed.time, Why::NoTime));
                    continue;
                }
            };
            let mut of_event = Passed::default();
            for (lapse, id) in &self.known {
                let Lapse::Since { event: of, length } = lapse else {
                    continue;
                };
                if *of != event {
                    continue;
                }
                match is_over(*length, gone) {
                    Some(true) => of_event.asserted.push(*id),
                    Some(false) => of_event.denied.push(*id),
                    None => errors.push(unresolved(
                        RequestPart::Elapsed,
                        elapsed.time,
                        Why::Undecided(length.to_string()),
                    )),
                }
            }
            // What is over happened: the end of a period is a kind of its event.
            if of_event.asserted.is_empty() {
                passed.asserted.extend(happened);
            }
            passed.asserted.append(&mut of_event.asserted);
            passed.denied.append(&mut of_event.denied);
        }
        for (lapse, id) in &self.known {
            if let (Lapse::Day(last), Some(day)) = (lapse, day) {
                match day > *last {
                    true => passed.asserted.push(*id),
                    false => passed.denied.push(*id),
                }
            }
        }
        match errors.is_empty() {
            true => Ok(self.shortest(passed)),
            false => Err(errors),
        }
    }

    /// The same in fewer words: the longest periods that are over say it of the shorter ones, the shortest that are not of the longer.
    fn shortest(&self, passed: Passed) -> Passed {
        let lapse = |id: &ConceptId| self.known.iter().find(|(_, known)| known == id).map(|(lapse, _)| lapse);
        let implies = |one: &ConceptId, other: &ConceptId| match (lapse(one), lapse(other)) {
            (Some(one), Some(other)) => one.implies(other) && !other.implies(one),
            _ => false,
        };
        let asserted = |id: &&ConceptId| !passed.asserted.iter().any(|longer| implies(longer, id));
        let denied = |id: &&ConceptId| !passed.denied.iter().any(|shorter| implies(id, shorter));
        Passed {
            asserted: passed.asserted.iter().filter(asserted).copied().collect(),
            denied: passed.denied.iter().filter(denied).copied().collect(),
        }
    }

    /// An event by what a caller calls it: the condition that it is, and its name. That data was obtained is no condition.
    fn event(&self, word: &str, names: &Names) -> Result<(Option<ConceptId>, String), Unresolved> {
        let known = BuiltInEvent::find(word).map(|event| event.name.to_owned());
        if known.as_deref() == Some(COLLECTED) {
            return Ok((None, COLLECTED.to_owned()));
        }
        match (names.condition(RequestPart::Event, word), known) {
            (Ok(id), _) => {
                let name = self.events.iter().find(|(event, _)| *event == id);
                Ok((Some(id), name.map(|(_, name)| name.clone()).unwrap_or_default()))
            }
            // The policy counts nothing from it.
            (Err(_), Some(known)) => Ok((None, known)),
            (Err(error), None) => Err(*error),
        }
    }
}

/// Whether a period is over. `None` where the time that has gone does not say: 90日 after 3か月.
fn is_over(period: Length, gone: Gone) -> Option<bool> {
    match gone {
        Gone::Length(gone) if period.is_at_least(gone) => Some(false),
        Gone::Length(gone) => gone.is_longer(period).then_some(true),
        Gone::Days(..) if period.hours > 0 => None,
        // Where the calendar ends it is not over.
        Gone::Days(event, day) => Some(period.last_day(event).is_some_and(|last| day > last)),
    }
}

fn read_day(word: &str) -> Option<Date> {
    let day: Date = word.parse().ok()?;
    (day.to_string() == word).then_some(day)
}

fn unresolved(part: RequestPart, word: &str, why: Why) -> Unresolved {
    Unresolved {
        part,
        word: word.to_owned(),
        why,
    }
}
