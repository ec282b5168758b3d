//! What a decision says.

use crate::norm::{NormId, Processing};
use crate::policy::Expected;
use crate::vocabulary::LeafSet;

/// What the norms say about a request exactly as it was put. Ordered by strictness.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// A permit decides.
    Permitted,
    /// No norm decides; callers treat it as a refusal.
    NotStated,
    /// A forbid or limit decides.
    Forbidden,
}

impl Verdict {
    /// All verdicts, from the loosest on.
    pub const ALL: [Self; 3] = [Self::Permitted, Self::NotStated, Self::Forbidden];
}

/// One of the five answers, with what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// 許可
    Permitted,
    /// 条件付き許可: permitted as soon as one of these sets is asserted as well.
    UnderConditions {
        /// All minimal sets of further conditions.
        conditions: Vec<ConditionSet>,
    },
    /// 加工すれば許可
    IfProcessed {
        /// The least states of the data at which it is permitted, any one of them.
        states: Vec<Processing>,
        /// The norms whose transforms say what to do, where they do.
        transforms: Vec<NormId>,
        /// What must be asserted besides, any one of these sets; a single empty set where processing alone is enough.
        conditions: Vec<ConditionSet>,
    },
    /// 禁止
    Forbidden {
        /// The norms that refuse it.
        by: Vec<NormId>,
    },
    /// 定めなし
    NotStated {
        /// The permits for the act that miss the request on the fewest dimensions, at most
        /// [`NEAREST`](super::NEAREST), in the order of the norms. Empty: nothing permits the act at all.
        nearest: Vec<Miss>,
    },
}

impl Answer {
    /// Which of the five it is.
    #[must_use]
    pub fn kind(&self) -> Expected {
        match self {
            Self::Permitted => Expected::Permitted,
            Self::UnderConditions { .. } => Expected::PermittedUnderConditions,
            Self::IfProcessed { .. } => Expected::PermittedIfProcessed,
            Self::Forbidden { .. } => Expected::Forbidden,
            Self::NotStated { .. } => Expected::NotStated,
        }
    }
}

/// Conditions to assert together. Each member is a set of condition leaves of which any one will do, so one value stands
/// for every choice of one leaf from each. For a request that leaves open whether something holds, what must be ruled out
/// besides.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Hash)]
pub struct ConditionSet {
    /// One leaf of each of these.
    pub all_of: Vec<LeafSet>,
    /// All of these must be known not to hold.
    pub none_of: LeafSet,
}

impl ConditionSet {
    /// Whether nothing is asked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all_of.is_empty() && self.none_of.is_empty()
    }
}

/// One way to have the request permitted, no smaller one being enough.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// The states the data must be brought to, any one of them; empty: it may stay as it is.
    pub states: Vec<Processing>,
    /// What must be asserted besides what already is.
    pub conditions: ConditionSet,
    /// The permits that then decide.
    pub permits: Vec<NormId>,
}

/// What would end a permission, nothing less being enough.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ending {
    /// What would have to be asserted besides what already is.
    pub conditions: ConditionSet,
    /// The verdict that the request then has: forbidden, or not stated.
    pub verdict: Verdict,
    /// The norms that then refuse; where none does, the permits that then fall away. Sorted.
    pub by: Vec<NormId>,
}

/// A point of the request: one leaf in every dimension.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Point {
    /// The data leaf.
    pub data: u32,
    /// The party leaf.
    pub party: u32,
    /// The purpose leaf.
    pub purpose: u32,
    /// The route that was asked about, or the one that makes the difference; `None` where routes make none.
    pub route: Option<u32>,
}

/// A permit that does not reach the request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Miss {
    /// The permit.
    pub norm: NormId,
    /// On which dimensions it misses, in their fixed order.
    pub on: Vec<Missed>,
}

/// A dimension on which a permit misses a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Missed {
    /// It is about other data.
    Data,
    /// It is about another party.
    Party,
    /// It is for another purpose.
    Purpose,
    /// It is about another route of collection.
    Route,
    /// It holds only for data processed further.
    Processing,
    /// Its conditions are not met.
    Conditions,
}

impl Missed {
    /// The Japanese word for the dimension.
    #[must_use]
    #[cfg(any(test, feature = "internals"))]
    pub fn word(self) -> &'static str {
        match self {
            Self::Data => "情報",
            Self::Party => "相手方",
            Self::Purpose => "目的",
            Self::Route => "経路",
            Self::Processing => "加工の状態",
            Self::Conditions => "条件",
        }
    }

    /// The key used in JSON.
    #[must_use]
    pub fn english(self) -> &'static str {
        match self {
            Self::Data => "data",
            Self::Party => "party",
            Self::Purpose => "purpose",
            Self::Route => "route",
            Self::Processing => "processing",
            Self::Conditions => "conditions",
        }
    }
}

/// A decision with its reasons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The answer.
    pub answer: Answer,
    /// What the norms say about the request exactly as put.
    pub verdict: Verdict,
    /// The norms that decided: what permits, what refuses, or, for 条件付き許可 and 加工すれば許可, what permits once the
    /// answer's terms are met. Sorted; empty for 定めなし.
    pub decided_by: Vec<NormId>,
    /// The norms of the opposite effect that apply as well and do not prevail: a refusal that gave way or is outranked, a
    /// permit that is refused; for 条件付き許可 and 加工すれば許可 what refuses until the terms are met. Sorted.
    pub overridden: Vec<NormId>,
    /// The refusals that make way for a duty by law (法令上の義務) that the request asserts, and for nothing else. Sorted.
    pub set_aside: Vec<NormId>,
    /// Of what is forbidden: a duty by law might let a permit decide that is refused now. It is no way, since every policy makes way
    /// for one.
    pub but_for_duty: bool,
    /// The first leaf with the strictest verdict; `None` when all is permitted.
    pub place: Option<Point>,
    /// Whether every other leaf asked about has that verdict too.
    pub uniform: bool,
    /// Whether that is the verdict whatever conditions hold of those that the request leaves open. Always, where it leaves
    /// none open.
    pub certain: bool,
    /// Everything that would turn the answer into 許可, each way minimal: less processing comes first, then fewer
    /// conditions. Empty when it is already permitted or nothing would.
    pub ways: Vec<Way>,
    /// Whether `ways` is all there is; false only when the search was cut off at [`LIMIT`](super::LIMIT) steps.
    pub complete: bool,
    /// Of what is permitted: everything that would end it, each minimal, fewest conditions first. Only conditions that the
    /// request neither asserts nor denies nor leaves possible.
    pub ended_by: Vec<Ending>,
    /// Whether `ended_by` is all there is.
    pub ended_by_complete: bool,
    /// Of a 禁止 or 定めなし: how it differs within the request.
    pub parts: Parts,
}

/// A request in parts that have different answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parts {
    /// The parts, the largest first. Together they are the request, and no leaf is in two of them. Empty where the answer is
    /// the same for all of it.
    pub parts: Vec<Part>,
    /// Whether they were told apart; false where a request is about so much that it was not tried.
    pub complete: bool,
}

impl Default for Parts {
    fn default() -> Self {
        Self {
            parts: Vec::new(),
            complete: true,
        }
    }
}

/// A part of a request: what is in each of the sets, as leaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What the answer to it is.
    pub answer: PartAnswer,
    /// Data.
    pub data: LeafSet,
    /// Parties.
    pub parties: LeafSet,
    /// Purposes.
    pub purposes: LeafSet,
    /// Routes of collection, by number; empty where they make no difference.
    pub routes: LeafSet,
    /// The norms that decide somewhere in it. Sorted; empty for 定めなし.
    pub decided_by: Vec<NormId>,
}

impl Part {
    /// How many leaves it has, combinations counted.
    #[must_use]
    pub fn size(&self) -> u64 {
        let sets = [&self.data, &self.parties, &self.purposes];
        let leaves = sets.iter().map(|set| set.len() as u64);
        let routes = (self.routes.len() as u64).max(1);
        leaves.chain([routes]).fold(1, u64::saturating_mul)
    }
}

/// The answer to a part.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct PartAnswer {
    /// Which of the five it is.
    pub kind: Expected,
    /// The states of the data, any one of them, where it is to be processed.
    pub states: Vec<Processing>,
    /// What must be asserted, any one of these sets; empty where nothing would help or nothing is needed.
    pub conditions: Vec<ConditionSet>,
}

impl Decision {
    /// Whether the answer itself speaks of a way: the terms of a 条件付き許可 or 加工すれば許可. The other ways stand beside it.
    #[must_use]
    pub fn answer_speaks_of(&self, way: &Way) -> bool {
        match &self.answer {
            Answer::UnderConditions { conditions } => way.states.is_empty() && conditions.contains(&way.conditions),
            Answer::IfProcessed { states, conditions, .. } => {
                !way.states.is_empty()
                    && way.states.iter().all(|state| states.contains(state))
                    && conditions.contains(&way.conditions)
            }
            _ => false,
        }
    }
}
