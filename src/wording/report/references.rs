//! References typed by hand.

use crate::diagnostic::{Code, Diagnostic, Text};
use crate::span::Span;
use crate::wording::fold::key;
use crate::wording::passage::Passage;
use crate::wording::references::{Mention, MentionKind, Target};
use crate::wording::sentences::references::{self as say, Number, Reference, Title, Typed};

/// What to say about a typed reference; nothing about 前条 and 上記2. `clause` is where the clause that it names stands.
#[must_use]
pub fn typed_reference(
    mention: &Mention,
    passage: &Passage,
    targets: &[Target<'_>],
    clause: Option<Span>,
) -> Option<Diagnostic> {
    let typed = passage.text.get(mention.range.clone())?;
    let place = passage.span(mention.range.clone());
    let target = mention.clause.and_then(|clause| targets.get(clause));
    let reference = Typed(typed.to_owned());
    let (code, message, label) = match mention.kind {
        MentionKind::Relative | MentionKind::Nearby => return None,
        MentionKind::HardTyped => (Code::H0607, say::typed_by_hand(&reference), say::goes_stale()),
        MentionKind::StaleNumber => (Code::H0608, say::number_of_another(&reference), now(target)),
        MentionKind::StaleTitle => (Code::H0608, say::title_of_another(&reference), now(target)),
        MentionKind::Missing => (Code::H0608, say::no_such_clause(&reference), say::this_reference()),
    };
    let mut diagnostic = Diagnostic::new(code, message).label(place, label);
    if let Some(clause) = clause {
        diagnostic = diagnostic.label(clause, say::the_clause());
    }
    diagnostic = diagnostic.help(match &mention.suggestion {
        Some(reference) => say::write_it_so(&Reference(reference.clone())),
        None if target.is_some() => say::name_the_clause(),
        None => say::find_the_clause(),
    });
    match (&mention.suggestion, target) {
        (Some(reference), Some(target)) if prints_the_same(typed, target) => Some(diagnostic.fix(place, reference)),
        _ => Some(diagnostic),
    }
}

fn now(target: Option<&Target<'_>>) -> Text {
    target.map_or_else(Text::empty, |target| {
        say::now(&Number(target.full.to_owned()), &Title(target.title.to_owned()))
    })
}

/// Whether the reference would print what is typed, width and white space apart: only then is the correction certain.
fn prints_the_same(typed: &str, target: &Target<'_>) -> bool {
    let Target { full, bare, title, .. } = target;
    let number = match target.word {
        Some(word) => format!("第{bare}{word}"),
        None => full.trim_end_matches(['.', '．']).to_owned(),
    };
    let printed = [format!("{full}{title}"), format!("{full}（{title}）"), number];
    let typed = key(typed);
    printed.iter().any(|printed| key(printed) == typed)
}
