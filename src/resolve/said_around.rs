//! Paragraphs that state a rule without words, which stands beside them: 「次の場合を除き、…提供しません。」, its cases as bullets, and
//! a 提供しない with nothing but ［］. The rule is compared with them, so the machine vouches for them as far as for its own words.

use std::collections::HashSet;

use super::coverage::introduces;
use super::labels::Labels;
use super::shown::Counted;
use super::turned::{stated, verbs};
use crate::keyword::Keyword;
use crate::norm::Act;
use crate::span::Span;
use crate::syntax::ast::{Mark, Statement, Wording};

/// Binds the wordings that state such rules.
pub(super) fn bind(root: &Statement, counted: &mut [Counted<'_>], labels: &Labels<'_>) {
    let mut stating = HashSet::new();
    visit(root, labels, &mut stating);
    for counted in counted {
        counted.bound |= stating.contains(&counted.wording.span);
    }
}

fn visit(block: &Statement, labels: &Labels<'_>, stating: &mut HashSet<Span>) {
    let acts: Vec<Act> = (block.children())
        .filter(|child| is_wordless(child))
        .filter_map(|child| Some(stated(child.kind)?.0))
        .collect();
    let states = |wording: &Wording| {
        let read = labels.read(wording);
        (read.claims().iter()).any(|claim| acts.iter().any(|act| verbs(*act).contains(&claim.verb)))
    };
    stating.extend(block.wordings.iter().filter(|one| states(one)).map(|one| one.span));
    let mut lists = false;
    for child in block.children() {
        if child.kind == Keyword::Prose {
            let is_item = child.mark.is_some_and(|(mark, _)| mark == Mark::Bullet);
            for wording in &child.wordings {
                if states(wording) || lists && is_item {
                    stating.insert(wording.span);
                }
                if !is_item {
                    lists = states(wording) && introduces(&labels.read(wording).passage.text);
                }
            }
        } else if child.kind != Keyword::Test {
            visit(child, labels, stating);
        }
    }
}

fn is_wordless(statement: &Statement) -> bool {
    statement.wordings.is_empty() && statement.children().all(is_wordless)
}
