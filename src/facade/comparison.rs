//! Two revisions compared.

use std::fmt;

use super::policy::Policy;
use crate::diff::decisions::Class;
use crate::diff::sections::example;
use crate::diff::{self, json, summary};
use crate::render::comparison::{self, ComparisonOptions};
use crate::text::Lang;

/// Which way a revision goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Direction {
    /// 広くなる: something becomes permitted, or is no longer forbidden.
    Wider,
    /// 狭くなる: something is no longer permitted, or becomes forbidden.
    Narrower,
    /// 広くも狭くもなる: both.
    Both,
    /// 文言のみ: the words changed, no decision did.
    WordingOnly,
    /// 並べ替え: only places and numbers changed.
    Rearranged,
    /// 名前のみ: something got a name of its own, or lost it, and is decided as before.
    Named,
    /// 比べきれていない: the search was cut off, so nobody knows.
    NotCompared,
}

/// What tells two revisions apart.
pub struct Comparison<'p> {
    inner: diff::Comparison<'p>,
}

/// Something that the later revision permits and the earlier does not, from one clause or one word.
pub struct Widening<'c> {
    inner: diff::Widening<'c>,
}

/// Compares two revisions of a policy: wording, and every decision.
///
/// ```
/// use hoshin::{Policy, diff};
///
/// fn may_publish(published: &Policy, revised: &Policy) -> bool {
///     let comparison = diff(published, revised);
///     comparison.is_complete() && comparison.widenings().all(|one| one.is_acknowledged())
/// }
/// ```
#[must_use]
pub fn diff<'p>(old: &'p Policy, new: &'p Policy) -> Comparison<'p> {
    Comparison {
        inner: diff::compare(old.resolved(), new.resolved(), &diff::Options::default()),
    }
}

impl Comparison<'_> {
    /// Whether all decisions were compared. Where not, there may be more than is told, and nothing may be concluded from what
    /// is missing.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.inner.decisions.complete
    }

    /// Whether the two say the same in the same order and decide alike. Never where the comparison is not complete.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.inner.is_empty()
    }

    /// Which way the revision as a whole goes; none where nothing is different.
    #[must_use]
    pub fn direction(&self) -> Option<Direction> {
        self.inner.class().map(|class| match class {
            Class::Wider => Direction::Wider,
            Class::Narrower => Direction::Narrower,
            Class::Incomparable => Direction::Both,
            Class::WordingOnly => Direction::WordingOnly,
            Class::Rearranged => Direction::Rearranged,
            Class::Named => Direction::Named,
            Class::NotCompared => Direction::NotCompared,
        })
    }

    /// What becomes wider.
    pub fn widenings(&self) -> impl Iterator<Item = Widening<'_>> {
        self.inner.widenings().into_iter().map(|inner| Widening { inner })
    }

    /// The 新旧対照表 as an HTML page, the new revision in the left column as is usual.
    #[must_use]
    pub fn html(&self) -> String {
        comparison::html(&self.inner.table, &ComparisonOptions::default())
    }

    /// A draft of the 改定 statement, in the language of sources.
    #[must_use]
    pub fn draft(&self) -> String {
        summary::source(&self.inner)
    }

    /// Everything as JSON, `hoshin.diff/1`. `old` and `new` name the revisions in it.
    #[must_use]
    pub fn to_json(&self, old: &str, new: &str) -> String {
        json::render(&[json::Compared {
            old,
            new,
            comparison: &self.inner,
            fails: Vec::new(),
        }])
    }
}

impl Widening<'_> {
    /// What becomes permitted, in sentences.
    pub fn statements(&self, lang: Lang) -> impl Iterator<Item = &str> {
        self.inner.statements.iter().map(move |one| one.text.get(lang))
    }

    /// One request that is decided otherwise.
    #[must_use]
    pub fn example(&self, lang: Lang) -> String {
        example(self.inner.first()).get(lang).to_owned()
    }

    /// Whether readers of the page can see it: not where only ［］ or the vocabulary changed.
    #[must_use]
    pub fn is_visible(&self) -> bool {
        self.inner.visible
    }

    /// Whether an 承認 in the later revision answers for it.
    #[must_use]
    pub fn is_acknowledged(&self) -> bool {
        !self.inner.acknowledged_by.is_empty()
    }
}

impl fmt::Debug for Comparison<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Comparison")
            .field("direction", &self.direction())
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Widening<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let told: Vec<&str> = self.statements(Lang::En).collect();
        f.debug_struct("Widening")
            .field("statements", &told)
            .finish_non_exhaustive()
    }
}
