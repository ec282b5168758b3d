//! Bullets that have only a name: they show nothing, since only 「」 appears on the page.

use super::meaning::Resolver;
use crate::keyword::Keyword;
use crate::syntax::ast::{Mark, Statement};
use crate::vocabulary::Dimension;
use crate::wording::report;

/// Reports every bullet of a list of the page that has a name and no wording.
pub(super) fn check(block: &Statement, resolver: &mut Resolver<'_, '_, '_, '_>) {
    for child in block.children() {
        if child.kind == Keyword::Test {
            continue;
        }
        let bullet = child.mark.is_some_and(|(mark, _)| mark == Mark::Bullet) && child.keyword.is_none();
        let listed = match child.kind {
            Keyword::Entry | Keyword::Purpose => block.kind.element_kind() == child.kind,
            // Elsewhere a condition is declared and shows nothing.
            Keyword::Condition => block.kind == Keyword::Cases,
            _ => false,
        };
        if let Some(name) = child
            .name
            .as_ref()
            .filter(|_| bullet && listed && child.wordings.is_empty())
        {
            let label = label(&name.text, resolver);
            resolver.context.report(report::bare_bullet(
                &name.text,
                &label,
                !child.meanings.is_empty(),
                name.span,
            ));
        }
        check(child, resolver);
    }
}

/// How the page would call what a name stands for.
fn label(name: &str, resolver: &Resolver<'_, '_, '_, '_>) -> String {
    let found = Dimension::ALL.into_iter().find_map(|dimension| {
        let graph = resolver.names.graph(dimension);
        graph.find(name).map(|id| graph.get(id).label().to_owned())
    });
    found.unwrap_or_else(|| name.to_owned())
}
