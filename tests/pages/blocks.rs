//! Pieces of documents that no source could hold, for policies put together by hand.

use hoshin::internals::document::{Binding, Block, ClauseId, OutlineLevel, Run};
use hoshin::internals::norm::{Act, NormId};
use hoshin::internals::policy::Policy;

use crate::support::policy::{Draft, Words, words};

/// A policy in the making, without chapters.
pub(crate) fn draft(title: &str, official_name: &str) -> Draft {
    let mut vocabulary = Words::new();
    vocabulary.party("当社", &[]);
    let mut draft = Draft::new(vocabulary);
    draft.operator("当社", official_name);
    draft.policy.metadata.title = title.to_owned();
    draft.policy.document.title = title.to_owned();
    draft
}

/// A policy that holds these blocks and no clause.
pub(crate) fn policy(blocks: Vec<Block>) -> Policy {
    let mut draft = draft("方針", "株式会社見本商店");
    draft.policy.document.blocks = blocks;
    draft.finish().0
}

/// Adds a norm of the clause; only its key and its clause matter to a rendering.
pub(crate) fn norm(draft: &mut Draft, clause: ClauseId) -> NormId {
    draft.permit(clause, Act::Use);
    NormId(draft.policy.norms.len() as u32 - 1)
}

pub(crate) fn chapter(clause: ClauseId, norms: &[NormId], children: Vec<Block>) -> Block {
    Block::Section {
        clause,
        level: OutlineLevel::Chapter,
        norms: norms.to_vec(),
        children,
    }
}

/// A group that is no clause of its own.
pub(crate) fn group(title: Vec<Run>, children: Vec<Block>) -> Block {
    Block::Group {
        binding: Binding::default(),
        title,
        children,
    }
}

pub(crate) fn note(runs: Vec<Run>) -> Block {
    Block::Note {
        binding: Binding::default(),
        runs,
    }
}

pub(crate) fn link(shown: &str, target: &str) -> Run {
    Run::Link {
        words: words(shown),
        target: target.to_owned(),
    }
}

pub(crate) fn definition(term: &str) -> Run {
    Run::Definition {
        words: term.to_owned(),
        anchor: format!("用語-{term}"),
    }
}

pub(crate) fn term(term: &str) -> Run {
    Run::Term {
        words: term.to_owned(),
        anchor: format!("用語-{term}"),
    }
}
