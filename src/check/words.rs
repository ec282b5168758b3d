//! Clauses, names and lists as the findings show them.

use crate::decide::explain::phrases::{self, Of};
use crate::decide::explain::{Citation, cite, cite_clause};
use crate::diagnostic::Text;
use crate::document::ClauseId;
use crate::norm::{Act, NormId};
use crate::policy::Policy;
use crate::text::sentence::{ActName, Clause, Clauses, Items};
use crate::vocabulary::{ConceptId, Graph};

use super::sentences::lists as say;
use super::subject::Subject;

pub(super) use crate::decide::explain::names::{described, leaf, name};

/// How many of a list are shown before the rest is counted.
const MOST: usize = 5;

/// How many clauses are cited before the rest is counted.
const CITED: usize = 3;

/// How much of a title or wording is shown.
const LETTERS: usize = 24;

impl Subject<'_> {
    /// The clause of a norm: 3.(1)「加盟店への提供」, 第5条「当社は、上記のほか…」.
    pub(super) fn cited(&self, id: NormId) -> Clause {
        let citation = cite(self.policy, id);
        let exception = citation.exception;
        let clause = self.shown(citation, self.clause_of(id));
        match exception {
            true => Clause(say::proviso(&clause)),
            false => clause,
        }
    }

    /// A clause, whether or not it states a norm.
    pub(super) fn cited_clause(&self, clause: ClauseId) -> Clause {
        self.shown(cite_clause(&self.policy.document, clause, ""), clause)
    }

    fn shown(&self, citation: Citation, clause: ClauseId) -> Clause {
        let words = citation
            .wording
            .into_iter()
            .chain(citation.title)
            .find(|words| !words.is_empty());
        // A clause without a word is known by what it is.
        let words = words.unwrap_or_else(|| self.policy.document.clause(clause).keyword.to_owned());
        let shown: String = words.chars().take(LETTERS).collect();
        let more = if shown.len() < words.len() && !shown.ends_with('…') {
            "…"
        } else {
            ""
        };
        let cited = format!("{}「{shown}{more}」", citation.number.unwrap_or_default());
        Clause(Text::new(cited.clone(), cited))
    }

    /// The clauses of some norms, each once.
    pub(super) fn cited_all(&self, ids: &[NormId]) -> Clauses {
        let mut cited: Vec<Text> = ids.iter().map(|id| self.cited(*id).0).collect();
        cited.dedup();
        let shown = phrases::joined(&cited[..cited.len().min(CITED)], "、", ", ");
        Clauses(match cited.len().saturating_sub(CITED) {
            0 => shown,
            rest => say::clauses_and_more(&Clauses(shown), &cited.len(), &rest),
        })
    }

    /// How an editor can name the clause of a norm in 但し or 優先; `None` where it has no name yet.
    pub(super) fn callable(&self, id: NormId) -> Option<&str> {
        let clause = self.policy.document.clause(self.clause_of(id));
        clause
            .name
            .as_deref()
            .map(|name| name.rsplit('.').next().unwrap_or(name))
    }
}

/// 「A」「B」 and, where there are more than a few, how many more.
pub(super) fn quoted<S: AsRef<str>>(names: &[S]) -> Text {
    let shown = || names.iter().take(MOST).map(AsRef::as_ref);
    let rest = names.len().saturating_sub(MOST);
    let ja = phrases::quoted(shown());
    match rest {
        0 => Text::new(ja, phrases::listed(shown(), Of::All)),
        _ => {
            let shown = Items(Text::new(ja, shown().collect::<Vec<_>>().join(", ")));
            say::names_and_more(&shown, &names.len(), &rest)
        }
    }
}

/// The names of some concepts.
pub(super) fn names(graph: &Graph, ids: &[ConceptId]) -> Vec<String> {
    ids.iter().map(|id| name(graph, *id).to_owned()).collect()
}

/// The act as a noun: 「提供」.
pub(super) fn act(act: Act) -> ActName {
    ActName(Text::new(act.word(), act.english().replace('_', " ")))
}

/// The acts of a policy's norms in one word where it is one.
pub(super) fn act_of(policy: &Policy, id: NormId) -> ActName {
    let norm = &policy.norms[id.0 as usize];
    let mut acts = norm.acts.iter();
    match (acts.next(), acts.next()) {
        (Some(one), None) => act(one),
        _ => ActName(say::handling()),
    }
}
