//! References in the wording to retired clauses.

use crate::diagnostic::Diagnostic;
use crate::document::Part;
use crate::resolve::meaning::Resolver;
use crate::resolve::retired::relies_on_retired;
use crate::resolve::sentences::references as say;
use crate::resolve::shown::Built;
use crate::resolve::terms::Shown;
use crate::span::Span;
use crate::syntax::ast::{Inline, Path};
use crate::text::sentence::Name;

/// Reports references in the wording to retired clauses.
pub(super) fn check(built: &Built<'_>, resolver: &mut Resolver<'_, '_, '_, '_>) {
    if !built.document.clauses.iter().any(|clause| clause.retired) {
        return;
    }
    for (all, in_summary) in [(&built.shown, false), (&built.recorded, true)] {
        for shown in all {
            for paragraph in &shown.wording.paragraphs {
                check_inlines(paragraph, shown, in_summary, resolver);
            }
        }
    }
}

fn check_inlines(inlines: &[Inline], shown: &Shown<'_>, in_summary: bool, resolver: &mut Resolver<'_, '_, '_, '_>) {
    for inline in inlines {
        match inline {
            Inline::Reference(path) => {
                if let Ok((clause, part)) = resolver.names.clause_referred(&path.text(), shown.clause)
                    && resolver.names.outline.clause(clause).retired
                    && !(in_summary && part == Part::Number)
                {
                    let place = resolver.names.outline.clause(clause).span;
                    resolver.context.report(in_wording(path, place, in_summary));
                }
            }
            Inline::Link { words, .. } | Inline::Strong { words, .. } => {
                check_inlines(words, shown, in_summary, resolver);
            }
            Inline::Text(_) | Inline::Url(_) => {}
        }
    }
}

fn in_wording(path: &Path, place: Span, in_summary: bool) -> Diagnostic {
    let text = path.text();
    let name = text.strip_suffix(".題").unwrap_or(&text);
    let diagnostic = relies_on_retired(say::refers_to_a_retired_clause(&Name(text.clone())), path.span, place);
    if in_summary {
        let meant = format!("{name}.番号");
        return diagnostic
            .help(say::cite_the_number(&Name(meant.clone())))
            .fix(path.span, meant);
    }
    diagnostic.help(say::refer_to_one_in_force())
}
