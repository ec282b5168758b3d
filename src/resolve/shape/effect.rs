//! Statements that fit their block and would be read by nobody there.

use crate::diagnostic::Text;
use crate::keyword::Keyword::*;
use crate::keyword::Kind;
use crate::resolve::kinds::{act_of, is_clause_of_acts};
use crate::resolve::sentences::places as say;
use crate::syntax::ast::Statement;

/// Why a statement would be read by nobody here, though its keyword fits the block: what to do instead.
///
/// INVARIANT: what is accepted has an effect. A condition that nobody reads would widen what is permitted.
pub(super) fn without_effect(statement: &Statement, around: &[&Statement]) -> Option<Text> {
    let (parent, above) = around.split_last()?;
    let child = statement.kind;
    let untitled = statement.name.is_none() && statement.wordings.is_empty();
    let in_clause = above
        .iter()
        .any(|outer| is_clause_of_acts(outer.kind) || outer.kind == Rider);
    let rule = is_clause_of_acts(child) || matches!(child, Purpose | Route | Rider | Linking);
    let bound = matches!(child, Items | Cases | Unless | Processing | LegalBasis | Period);
    let whole = above.last().is_some_and(|outer| outer.kind == Purpose);
    let other = matches!(child, Recipient | Provider | Destination);
    let alone = |outer: &&&Statement| act_of(outer.kind).is_some_and(|act| !act.has_other_party());
    let part = matches!(child, Items | Recipient | Provider | Destination | Purpose);
    match parent.kind {
        Purpose if bound && in_clause => Some(say::split_the_clause()),
        Purpose if bound && !is_stated(around) => Some(say::say_it_of_the_stated_purpose()),
        Processing if whole && part => Some(say::split_the_purpose()),
        Processing if other && above.last().as_ref().is_some_and(alone) => Some(say::nobody_else_does_it()),
        kind if in_clause && rule && (kind == GroupHeading || kind.kind() == Kind::Notice) => {
            Some(say::heading_holds_wording_alone())
        }
        Policy if child == Purpose && untitled => Some(say::untitled_purpose_stands_in_a_chapter()),
        Row if around.iter().any(|outer| outer.kind == Rider) => Some(say::table_of_a_rider_holds_wording_alone()),
        _ => None,
    }
}

/// Whether the last of these blocks is a purpose that the policy states: one in a chapter, or in a mere group there.
fn is_stated(around: &[&Statement]) -> bool {
    let mut blocks = around.iter().rev();
    blocks.next();
    blocks
        .find(|outer| outer.kind != Purpose || outer.name.is_some() || !outer.wordings.is_empty())
        .is_none_or(|outer| !matches!(outer.kind, Purpose | Examples))
}
