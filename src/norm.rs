//! Norms: what the clauses of a policy permit, forbid and limit, as sets over the vocabulary.
//!
//! Built by `resolve`, judged by nothing here. See `docs/semantics.md` for how each statement becomes norms.

use crate::document::ClauseId;
use crate::span::Span;
use crate::vocabulary::{Attribute, ConceptId, Graph, LeafSet};

macro_rules! acts {
    ($($variant:ident = $word:literal, $english:literal;)+) => {
        /// An act that a norm permits or forbids: the fixed list A of the semantics.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum Act {
            $(#[doc = $word] $variant,)+
        }

        impl Act {
            /// All acts, collection first.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word of the act: 提供.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            /// The English term, as used in the bundle: provide.
            #[must_use]
            pub fn english(self) -> &'static str {
                match self { $(Self::$variant => $english,)+ }
            }

            /// The act of this word.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }

            /// The act of this English term.
            #[must_use]
            pub fn from_english(term: &str) -> Option<Self> {
                match term { $($english => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

acts! {
    Collect = "取得", "collect";
    Use = "利用", "use";
    Provide = "提供", "provide";
    Receive = "受領", "receive";
    Entrust = "委託", "entrust";
    AcceptEntrustment = "受託", "accept_entrustment";
    Share = "共同利用", "share";
    Transmit = "外部送信", "transmit_externally";
    TransferAbroad = "越境", "transfer_abroad";
    Publish = "掲載", "publish";
    Retain = "保管", "retain";
    Erase = "消去", "erase";
}

impl Act {
    /// Whether the act is done with somebody: provided to, received from, entrusted to. The operator does the others
    /// alone, and is their party.
    #[must_use]
    pub fn has_other_party(self) -> bool {
        !matches!(
            self,
            Self::Collect | Self::Use | Self::Publish | Self::Retain | Self::Erase
        )
    }
}

/// A set of acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ActSet(u16);

impl ActSet {
    /// Every act.
    pub const ALL: Self = Self((1 << Act::ALL.len()) - 1);
    /// No act.
    pub const EMPTY: Self = Self(0);

    /// One act.
    #[must_use]
    pub fn single(act: Act) -> Self {
        Self(1 << act as u8)
    }

    /// The set with the act added.
    #[must_use]
    pub fn with(self, act: Act) -> Self {
        Self(self.0 | 1 << act as u8)
    }

    /// Whether the act is in it.
    #[must_use]
    pub fn contains(self, act: Act) -> bool {
        self.0 & (1 << act as u8) != 0
    }

    /// What is in both.
    #[must_use]
    pub fn intersection(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// What is in this set and not in the other.
    #[must_use]
    pub fn difference(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether nothing is in it.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The acts, in their fixed order.
    pub fn iter(self) -> impl Iterator<Item = Act> {
        Act::ALL.iter().copied().filter(move |act| self.contains(*act))
    }
}

impl FromIterator<Act> for ActSet {
    fn from_iter<I: IntoIterator<Item = Act>>(acts: I) -> Self {
        acts.into_iter().fold(Self::EMPTY, Self::with)
    }
}

/// The state data is in when an act is done with it.
///
/// 個人非識別 and 匿名加工 differ in name and in law and are of equal [strength](Self::strength).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Processing {
    /// 生データ: as collected.
    Raw,
    /// 仮名加工情報, APPI article 2(5).
    Pseudonymised,
    /// 個人非識別: the recipient cannot tell the person from the information alone.
    Deidentified,
    /// 匿名加工情報, APPI article 2(6).
    Anonymised,
    /// 統計情報: aggregate.
    Aggregate,
}

impl Processing {
    /// All states, weakest first.
    pub const ALL: [Self; 5] = [
        Self::Raw,
        Self::Pseudonymised,
        Self::Deidentified,
        Self::Anonymised,
        Self::Aggregate,
    ];

    /// How strongly the data is processed, from 0; equal for the two middle states.
    #[must_use]
    pub fn strength(self) -> u8 {
        match self {
            Self::Raw => 0,
            Self::Pseudonymised => 1,
            Self::Deidentified | Self::Anonymised => 2,
            Self::Aggregate => 3,
        }
    }

    /// As written in a source.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Raw => "生データ",
            Self::Pseudonymised => "仮名加工",
            Self::Deidentified => "個人非識別",
            Self::Anonymised => "匿名加工",
            Self::Aggregate => "統計",
        }
    }

    /// The key used in the bundle.
    #[must_use]
    pub fn english(self) -> &'static str {
        match self {
            Self::Raw => "raw",
            Self::Pseudonymised => "pseudonymised",
            Self::Deidentified => "deidentified",
            Self::Anonymised => "anonymised",
            Self::Aggregate => "aggregate",
        }
    }

    /// The state written so.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }

    /// The state of this key.
    #[must_use]
    pub fn from_english(term: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.english() == term)
    }
}

/// What a norm does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Effect {
    /// The acts may be done.
    Permit,
    /// The acts may not be done.
    Forbid,
    /// The acts may not be done for the norm's purposes, which are all those outside the ones the clause names.
    Limit,
}

impl Effect {
    /// The key used in the bundle.
    #[must_use]
    pub fn english(self) -> &'static str {
        match self {
            Self::Permit => "permit",
            Self::Forbid => "forbid",
            Self::Limit => "limit",
        }
    }

    /// Whether the norm refuses what it matches.
    #[must_use]
    pub fn refuses(self) -> bool {
        self != Self::Permit
    }

    /// The state of a norm whose clause names none.
    ///
    /// A permit holds from raw data on. A refusal bites up to pseudonymised data, which is still personal information
    /// (APPI articles 2(5) and 41): 「個人情報を第三者に提供しない」 says nothing of anonymised or aggregate information.
    #[must_use]
    pub fn default_processing(self) -> Processing {
        match self {
            Self::Permit => Processing::Raw,
            Self::Forbid | Self::Limit => Processing::Pseudonymised,
        }
    }
}

/// Which norms outrank which: riders stand above the rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rank {
    /// An ordinary clause.
    Ordinary,
    /// 特約.
    Rider,
}

/// A norm of a policy; an index into [`crate::policy::Policy::norms`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NormId(pub u32);

/// What a norm says about one dimension.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Scope {
    /// The concepts named, in the order of the source; the top element alone where nothing restricts the dimension.
    pub named: Vec<ConceptId>,
    /// The concepts taken out (除外 outside a 加工; for a limit, the purposes that stay allowed).
    pub except: Vec<ConceptId>,
    /// The leaves: those below `named` that are not below `except`, after 越境 and the like were applied.
    pub leaves: LeafSet,
    /// Read from the wording, not given in ［］.
    pub inferred: bool,
    /// The wording leaves the list open: その他, 等.
    pub open: bool,
}

/// Any one of these conditions suffices.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AnyOf {
    /// The conditions named.
    pub conditions: Vec<ConceptId>,
    /// The leaves below them: it holds when a caller asserts one of these.
    pub leaves: LeafSet,
}

/// What lifts a norm (但し).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Unless {
    /// Any one of these conditions lifts it.
    pub conditions: AnyOf,
    /// Clauses it gives way to: where a norm of one of them matches and is active, this norm does not count.
    pub clauses: Vec<ClauseId>,
}

/// What must be done to data before an act (加工).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transform {
    /// 除外: removed.
    pub drop: Vec<ConceptId>,
    /// 残す: nothing but these may remain. Empty: no bound.
    pub keep: Vec<ConceptId>,
    /// 一般化: the first is replaced by the second.
    pub generalise: Vec<(ConceptId, ConceptId)>,
    /// Where the 加工 is written.
    pub span: Span,
}

impl Transform {
    /// The data leaves that are no longer there once it was applied: those under 除外, and, where 残す sets a bound,
    /// every direct or quasi identifier that is neither kept nor replaced by something that stays.
    #[must_use]
    pub fn removes(&self, data: &Graph) -> LeafSet {
        let dropped = data.leaves_of_all(&self.drop);
        if self.keep.is_empty() {
            return dropped;
        }
        let identifying = data
            .leaves_with(Attribute::DirectIdentifier)
            .union(&data.leaves_with(Attribute::QuasiIdentifier));
        let removed = dropped.union(&identifying.difference(&data.leaves_of_all(&self.keep)));
        let replaced = self
            .generalise
            .iter()
            .filter(|(_, to)| !data.leaves_of(*to).is_subset(&removed))
            .map(|(from, _)| data.leaves_of(*from));
        removed.difference(&LeafSet::union_all(replaced)).union(&dropped)
    }
}

/// Where a norm comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provenance {
    /// The clause that states it: its number, title and anchor are the document's.
    pub clause: ClauseId,
    /// The statement.
    pub span: Span,
    /// The wording that states it, as shown.
    pub wording: String,
}

/// One rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Norm {
    /// Its stable name: the clause's anchor, with a counter where a clause states several.
    pub key: String,
    /// What it does.
    pub effect: Effect,
    /// The acts.
    pub acts: ActSet,
    /// The data categories.
    pub data: Scope,
    /// The other party of the act: recipient, provider, processor; the operator for acts it does alone.
    pub parties: Scope,
    /// The purposes.
    pub purposes: Scope,
    /// For collection: the routes it covers, as indices into the vocabulary's routes. `None`: any.
    pub routes: Option<Vec<u32>>,
    /// For a permit the least state at which it holds; for the others the greatest at which they bite.
    pub processing: Processing,
    /// All of these must hold.
    pub requires: Vec<AnyOf>,
    /// What lifts it.
    pub unless: Unless,
    /// Its rank.
    pub rank: Rank,
    /// Clauses it goes before by declaration (優先).
    pub priority_over: Vec<ClauseId>,
    /// The processing it demands, for a permit at a processed state.
    pub transform: Option<Transform>,
    /// Its legal basis (根拠), as written.
    pub basis: Vec<String>,
    /// How long (期間), as written.
    pub period: Option<String>,
    /// Where it comes from.
    pub provenance: Provenance,
}

impl Norm {
    /// The data leaves a permit with a 加工 covers: those of its scope, with what its 一般化 puts in the place of something in
    /// it, less [what it excepts](Self::excepted_data). Of any other norm, those of its scope. `resolve` stores them in the
    /// scope, so everything after it reads [`Scope::leaves`] alone.
    #[must_use]
    pub fn covered_data(&self, data: &Graph) -> LeafSet {
        let Some(transform) = &self.transform else {
            return self.data.leaves.clone();
        };
        let mut covered = self.data.leaves.clone();
        // A result may itself be replaced: go on until nothing is added, so that covering twice is covering once.
        loop {
            let results = transform
                .generalise
                .iter()
                .filter(|(from, _)| data.leaves_of(*from).intersects(&covered))
                .map(|(_, to)| data.leaves_of(*to));
            let wider = LeafSet::union_all(results.chain([&covered]));
            if wider == covered {
                return covered.difference(&self.excepted_data(data));
            }
            covered = wider;
        }
    }

    /// The data leaves that no linking brings under it: those it takes out by name, and what its 加工 removes.
    #[must_use]
    pub fn excepted_data(&self, data: &Graph) -> LeafSet {
        let named = data.leaves_of_all(&self.data.except);
        match &self.transform {
            Some(transform) => named.union(&transform.removes(data)),
            None => named,
        }
    }
}
