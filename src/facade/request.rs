//! What is asked.

use crate::decide::{Elapsed, Question};

/// A request: may this act be done? Made of names as the policy declares them.
///
/// What is left out is left open, and an open request is permitted only where every case of it is: no data named asks about
/// all data, no purpose about every purpose. Without a state of the data it is raw; without conditions nothing holds, unless the
/// request is [closed](Self::closed). A party left out is the operator, where the act needs no other.
///
/// ```
/// let request = hoshin::Request::new("提供").data("氏名").party("運送会社").purpose("配送");
/// # let _ = request;
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request<'a> {
    act: &'a str,
    data: Vec<&'a str>,
    party: Option<&'a str>,
    purpose: Option<&'a str>,
    processing: Option<&'a str>,
    conditions: Vec<&'a str>,
    denied: Vec<&'a str>,
    withdrawn: Vec<&'a str>,
    closed: bool,
    elapsed: Vec<Elapsed<'a>>,
    on: Option<&'a str>,
    route: Option<&'a str>,
}

impl<'a> Request<'a> {
    /// Asks about an act: 取得, 利用, 提供, …, or its key in the bundle (`collect`, `use`, `provide`).
    #[must_use]
    pub fn new(act: &'a str) -> Self {
        Self {
            act,
            data: Vec::new(),
            party: None,
            purpose: None,
            processing: None,
            conditions: Vec::new(),
            denied: Vec::new(),
            withdrawn: Vec::new(),
            closed: false,
            elapsed: Vec::new(),
            on: None,
            route: None,
        }
    }

    /// About this data category as well: all that is named must be permitted.
    #[must_use]
    pub fn data(mut self, name: &'a str) -> Self {
        self.data.push(name);
        self
    }

    /// With this other party.
    #[must_use]
    pub fn party(mut self, name: &'a str) -> Self {
        self.party = Some(name);
        self
    }

    /// For this purpose.
    #[must_use]
    pub fn purpose(mut self, name: &'a str) -> Self {
        self.purpose = Some(name);
        self
    }

    /// With the data in this state: 匿名加工, or its key in the bundle.
    #[must_use]
    pub fn processing(mut self, state: &'a str) -> Self {
        self.processing = Some(state);
        self
    }

    /// Where this condition is known to hold as well.
    #[must_use]
    pub fn condition(mut self, name: &'a str) -> Self {
        self.conditions.push(name);
        self
    }

    /// Where this condition is known not to hold, nor any of its kinds. What is denied cannot be asserted as well.
    #[must_use]
    pub fn denied(mut self, name: &'a str) -> Self {
        self.denied.push(name);
        self
    }

    /// After this condition was withdrawn, with all its kinds: it is sure no longer, even if it is named as one that holds.
    #[must_use]
    pub fn withdrawn(mut self, name: &'a str) -> Self {
        self.withdrawn.push(name);
        self
    }

    /// Where every condition that is neither named nor denied may hold. Then nothing is permitted that one of them would end:
    /// leaving a condition out can no longer permit anything.
    #[must_use]
    pub fn closed(mut self) -> Self {
        self.closed = true;
        self
    }

    /// When so much time has gone since an event: a length of time as ISO 8601 writes it (`P4Y`, `P90D`), or the day of the event,
    /// where the request also says [on](Self::on) which day it asks. Since other events none has.
    #[must_use]
    pub fn elapsed(mut self, event: &'a str, time: &'a str) -> Self {
        self.elapsed.push(Elapsed { event, time });
        self
    }

    /// On this day, as `2026-04-01`. Without it no period that ends on a day is over.
    #[must_use]
    pub fn on(mut self, day: &'a str) -> Self {
        self.on = Some(day);
        self
    }

    /// Collected on this route.
    #[must_use]
    pub fn route(mut self, name: &'a str) -> Self {
        self.route = Some(name);
        self
    }

    pub(super) fn question(&self) -> Question<'_> {
        Question {
            act: self.act,
            data: &self.data,
            party: self.party,
            purpose: self.purpose,
            processing: self.processing,
            conditions: &self.conditions,
            denied: &self.denied,
            withdrawn: &self.withdrawn,
            closed: self.closed,
            elapsed: &self.elapsed,
            on: self.on,
            route: self.route,
        }
    }
}
