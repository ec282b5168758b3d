//! Statements that fit their block and would be read by nobody there.

use crate::diagnostic::Text;
use crate::keyword::Keyword::*;
use crate::keyword::Kind;
use crate::resolve::kinds::is_clause_of_acts;
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
    let part = matches!(child, Items | Recipient | Provider | Destination | Purpose);
    match parent.kind {
        Purpose if bound && in_clause => Some(Text::new(
            "条項の中では、目的ごとに分けられません。目的ごとに条項を分けてください",
            "inside a clause it cannot be said of one purpose; write a clause for each",
        )),
        Purpose if bound && !is_stated(around) => Some(Text::new(
            "下位の目的には付けられません。章の直下の目的に書いてください",
            "it cannot be said of a sub-purpose; say it of the purpose in the chapter",
        )),
        Processing if whole && part => Some(Text::new(
            "利用目的の加工は、その目的の全体に掛かります。分けるときは目的を分けてください",
            "the processing of a stated purpose is of all of it; write two purposes",
        )),
        kind if in_clause && rule && (kind == GroupHeading || kind.kind() == Kind::Notice) => Some(Text::new(
            "条項の中の見出しには、文言だけを書けます。条項の直下に書いてください",
            "a heading inside a clause holds wording alone; write it in the clause itself",
        )),
        Policy if child == Purpose && untitled => Some(Text::new(
            "見出しのない目的は、章の中に書いてください",
            "a purpose without a title stands in a chapter",
        )),
        Row if around.iter().any(|outer| outer.kind == Rider) => Some(Text::new(
            "特約の中の表には、文言だけを書けます。特約の直下に書いてください",
            "a table inside a rider holds wording alone; write it in the rider itself",
        )),
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
