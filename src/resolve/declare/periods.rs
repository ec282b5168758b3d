//! 期間: each end of a retention period is a condition that holds from then on, declared by the compiler.
//!
//! So whatever asks for conditions (decisions, checks, the comparison of revisions, other readers of the bundle) knows when a period
//! is over, and that the lapse of a longer one is a kind of the lapse of a shorter one.

use std::collections::BTreeMap;

use super::gathered_period::Gathered;
use super::gathering::Gathering;
use super::report;
use crate::characters;
use crate::resolve::clauses::Scope;
use crate::resolve::context::Context;
use crate::span::Span;
use crate::syntax::ast::{MeaningItem, Path, Statement};
use crate::vocabulary::{
    BUILT_IN_EVENTS, BuiltInEvent, COLLECTED, Concept, Dimension, Lapse, Length, MOST_LAPSES, Origin, nearest_before,
};
use crate::wording::periods::{Bound, Stated, names_of_event, stated};

/// One of its periods, and where it stands.
struct Item<'p> {
    text: String,
    span: Span,
    path: Option<&'p Path>,
}

impl Gathering<'_, '_> {
    /// Reads all 期間, once every name is known.
    pub(super) fn settle_periods(&mut self, context: &mut Context<'_>) {
        let mut lapses: BTreeMap<Lapse, usize> = BTreeMap::new();
        for (scope, statement) in std::mem::take(&mut self.periods) {
            let mut period = Gathered::default();
            for item in self.items_of(statement, context) {
                self.item(&item, scope, &mut period, &mut lapses, context);
                period.written.push(item.text);
            }
            self.period_of.insert(statement.head, period);
        }
        self.order(&lapses);
    }

    fn items_of<'s>(&self, statement: &'s Statement, context: &mut Context<'_>) -> Vec<Item<'s>> {
        let mut items = Vec::new();
        for item in statement.meaning_items() {
            match item {
                MeaningItem::Name(path) => items.push(Item {
                    text: path.text(),
                    span: path.span,
                    path: Some(path),
                }),
                MeaningItem::Date(date) => items.push(Item {
                    text: format!("{}まで", date.text),
                    span: date.span,
                    path: None,
                }),
                other => context.report(report::no_period("", other.span())),
            }
        }
        if items.is_empty()
            && statement.meaning_items().next().is_none()
            && let (Some(text), Some(wording)) = (self.labels(statement).into_iter().next(), statement.wordings.first())
        {
            items.push(Item {
                text,
                span: wording.span,
                path: None,
            });
        }
        items
    }

    fn item(
        &mut self,
        item: &Item<'_>,
        scope: Scope,
        period: &mut Gathered,
        lapses: &mut BTreeMap<Lapse, usize>,
        context: &mut Context<'_>,
    ) {
        if context.is_excused(&item.text) {
            return;
        }
        let text = characters::key(&item.text).into_owned();
        match stated(&text) {
            None => context.report(report::no_period(&item.text, item.span)),
            Some(Stated::Unlimited) => {}
            Some(Stated::Day(day)) => period
                .ends
                .extend(self.lapse(Lapse::Day(day), None, lapses, item, context)),
            Some(Stated::Until(event)) => match self.event(&event, scope) {
                Some(Event::Condition(index)) => {
                    self.names_event(index, item, period);
                    period.ends.push(index);
                }
                Some(Event::Collected) => context.report(report::no_period(&item.text, item.span)),
                None => self.unknown_event(&event, item, context),
            },
            Some(Stated::Length(bound, event, length)) => {
                let Some(event) = event.map_or(Some(Event::Collected), |event| {
                    let found = self.event(&event, scope);
                    if found.is_none() {
                        self.unknown_event(&event, item, context);
                    }
                    found
                }) else {
                    return;
                };
                let index = match event {
                    Event::Condition(index) => {
                        self.names_event(index, item, period);
                        Some(index)
                    }
                    Event::Collected => None,
                };
                let lapse = self.since(index, length);
                let end = self.lapse(lapse, index, lapses, item, context);
                match bound {
                    Bound::AtMost => period.ends.extend(end),
                    Bound::AtLeast => period.at_least.extend(end),
                }
            }
        }
    }

    fn since(&self, event: Option<usize>, length: Length) -> Lapse {
        let event = event.map_or(COLLECTED, |index| self.pending[index].concept.name.as_str());
        Lapse::Since {
            event: event.to_owned(),
            length,
        }
    }

    /// The condition that a period is over, declared where it is not yet; below its event, which then happened.
    fn lapse(
        &mut self,
        lapse: Lapse,
        event: Option<usize>,
        lapses: &mut BTreeMap<Lapse, usize>,
        item: &Item<'_>,
        context: &mut Context<'_>,
    ) -> Option<usize> {
        if let Some(known) = lapses.get(&lapse) {
            return Some(*known);
        }
        if lapses.len() == MOST_LAPSES {
            context.report(report::too_many_periods(MOST_LAPSES, item.span));
        }
        if lapses.len() >= MOST_LAPSES {
            return None;
        }
        let concept = Concept {
            lapse: Some(lapse.clone()),
            ..Concept::new(lapse.name(), Origin::BuiltIn)
        };
        let index = self.add(Dimension::Condition, None, event, concept, None);
        lapses.insert(lapse, index);
        Some(index)
    }

    /// Puts each lapse below the shorter ones of the same event, the longest of these only.
    fn order(&mut self, lapses: &BTreeMap<Lapse, usize>) {
        for (lapse, index) in lapses {
            let known = lapses.iter().map(|(lapse, index)| (lapse, *index));
            self.pending[*index].below.extend(nearest_before(lapse, known));
        }
    }

    /// An event by its name: a condition of the policy goes before what the language knows.
    fn event(&mut self, written: &str, scope: Scope) -> Option<Event> {
        let known = names_of_event(written).find_map(BuiltInEvent::find);
        // No condition, even where the policy has one of that name: what is kept was obtained.
        if known.is_some_and(|known| known.name == COLLECTED) {
            return Some(Event::Collected);
        }
        let declared = names_of_event(written).find_map(|name| self.find_name(Dimension::Condition, name, scope));
        if let Some(index) = declared {
            return Some(Event::Condition(index));
        }
        let known = known?;
        let index = self
            .find_name(Dimension::Condition, known.name, None)
            .unwrap_or_else(|| {
                let concept = Concept::new(known.name, Origin::BuiltIn);
                self.add(Dimension::Condition, None, None, concept, None)
            });
        Some(Event::Condition(index))
    }

    /// Records that a period names a declared condition.
    fn names_event(&self, index: usize, item: &Item<'_>, period: &mut Gathered) {
        let Some(last) = item.path.and_then(|path| path.segments.last()) else {
            return;
        };
        let name = &self.pending[index].concept.name;
        let bare = name.rsplit('.').next().unwrap_or(name);
        let span = match last.text.find(bare) {
            Some(at) => {
                let start = last.span.start as usize + at;
                Span::new(last.span.source, start, start + bare.len())
            }
            None => last.span,
        };
        period.events.push((index, span));
    }

    fn unknown_event(&self, event: &str, item: &Item<'_>, context: &mut Context<'_>) {
        let declared = self
            .pending
            .iter()
            .filter(|pending| pending.dimension == Dimension::Condition && pending.scope.is_none())
            .filter(|pending| matches!(pending.concept.origin, Origin::Declared(_)))
            .map(|pending| pending.concept.name.as_str());
        let known = BUILT_IN_EVENTS.iter().map(|event| event.name);
        let names = names_of_event(event).filter_map(|name| {
            let all = || declared.clone().chain(known.clone());
            context.suggestions.nearest(name, all).map(str::to_owned)
        });
        let meant = names.into_iter().next();
        context.report(report::unknown_event(event, meant.as_deref(), item.span));
    }
}

/// What a period is counted from, or ends with.
enum Event {
    /// A condition, by its number.
    Condition(usize),
    /// The data was obtained, which is no condition: it was, where it is kept.
    Collected,
}
