//! What ties an element of the page to its clause and its norms: `id`, `data-rule`, the permalink.

use maud::{Markup, html};

use super::drawing::Page;
use crate::document::{Binding, ClauseId, Part, link};
use crate::norm::NormId;

/// What identifies an element.
pub(super) struct Identity {
    pub(super) id: Option<String>,
    pub(super) rule: Option<String>,
    /// The ids of the clauses that the element stands for, beside its own.
    pub(super) also: Markup,
}

impl Page<'_> {
    /// The link that a heading offers to those who want to point at it.
    pub(super) fn permalink(&self, clause: ClauseId) -> Markup {
        const LENGTH: usize = 40;
        let words = self.policy.document.reference(clause, Part::Full);
        let mut label: String = words.chars().take(LENGTH).collect();
        if label.len() < words.len() {
            label.push('…');
        }
        html! {
            a.permalink href=(link::fragment(self.anchors.id(clause))) aria-label={ "「" (label) "」へのリンク" } { "¶" }
        }
    }

    pub(super) fn identity(&mut self, binding: &Binding) -> Identity {
        self.place(binding.clause, &binding.norms)
    }

    /// Gives an element what identifies it. The first element of a clause gets the clause's id.
    pub(super) fn place(&mut self, clause: Option<ClauseId>, norms: &[NormId]) -> Identity {
        let first = clause.filter(|clause| self.placed.insert(*clause));
        let also = if first.is_some() {
            self.anchors.unstated(first)
        } else {
            &[]
        };
        Identity {
            id: first.map(|clause| self.anchors.id(clause).to_owned()),
            rule: self.rule(norms.iter().chain(also)),
            also: if first.is_some() {
                self.hidden(first)
            } else {
                Markup::default()
            },
        }
    }

    /// The keys of norms, as `data-rule` holds them.
    pub(super) fn rule<'n>(&self, norms: impl IntoIterator<Item = &'n NormId>) -> Option<String> {
        let norms = norms
            .into_iter()
            .filter_map(|norm| self.policy.norms.get(norm.0 as usize));
        let keys: Vec<&str> = norms.map(|norm| norm.key.as_str()).collect();
        (!keys.is_empty()).then(|| keys.join(" "))
    }

    /// Places to jump to: for the clauses that show nothing themselves, and under the ids of earlier revisions.
    pub(super) fn hidden(&self, clause: Option<ClauseId>) -> Markup {
        html! {
            @for hidden in self.anchors.hidden(clause) { span id=(self.anchors.id(*hidden)) {} }
            @for former in self.anchors.former(clause) { span id=(former) {} }
        }
    }
}
