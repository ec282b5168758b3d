//! Clauses that were retired (章 名前［削除］): nothing may rely on them.
//!
//! Their slot keeps its number and its anchor, so that links from outside lead somewhere. Within the policy a reference to
//! one is a reference to a rule that is gone. Only the summary of a revision may cite the number: 「{名前.番号}を削除しました」.

use super::context::Context;
use super::document::Built;
use super::meaning::Resolver;
use super::outline::Outline;
use super::terms::Shown;
use crate::diagnostic::{Code, Diagnostic, Text};
use crate::document::{ClauseId, Part};
use crate::span::Span;
use crate::syntax::ast::{Inline, Path};

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

/// Reports a name in ［］ whose clause is retired: what it is to do would not be done.
pub(super) fn check_named(outline: &Outline<'_>, clause: ClauseId, path: &Path, context: &mut Context<'_>) {
    let clause = outline.clause(clause);
    if !clause.retired {
        return;
    }
    let text = path.text();
    context.report(
        relies_on_retired(
            Text::new(
                format!("`{text}` は削除された条項です"),
                format!("the clause `{text}` is retired"),
            ),
            path.span,
            clause.span,
        )
        .help(Text::new(
            "名前を外すか、今の条項の名前に直してください",
            "leave it out, or name a clause that is in force",
        )),
    );
}

fn in_wording(path: &Path, place: Span, in_summary: bool) -> Diagnostic {
    let text = path.text();
    let name = text.strip_suffix(".題").unwrap_or(&text);
    let diagnostic = relies_on_retired(
        Text::new(
            format!("`{{{text}}}` は削除された条項を指しています"),
            format!("`{{{text}}}` refers to a retired clause"),
        ),
        path.span,
        place,
    );
    if in_summary {
        let meant = format!("{name}.番号");
        return diagnostic
            .help(Text::new(
                format!("概要では、番号だけを `{{{meant}}}` と書けます"),
                format!("a summary may cite its number: `{{{meant}}}`"),
            ))
            .fix(path.span, meant);
    }
    diagnostic.help(Text::new(
        "参照をなくすか、今の条項を指すように直してください",
        "leave the reference out, or refer to a clause that is in force",
    ))
}

fn relies_on_retired(message: Text, place: Span, clause: Span) -> Diagnostic {
    Diagnostic::new(Code::H0315, message)
        .label(place, Text::empty())
        .label(clause, Text::new("ここで削除", "retired here"))
}
