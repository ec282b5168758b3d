//! References typed by hand.

use crate::diagnostic::{Code, Diagnostic, Text};
use crate::span::Span;
use crate::wording::fold::key;
use crate::wording::passage::Passage;
use crate::wording::references::{Mention, MentionKind, Target};

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
    let (code, message, label) = match mention.kind {
        MentionKind::Relative | MentionKind::Nearby => return None,
        MentionKind::HardTyped => (
            Code::H0607,
            Text::new(
                format!("参照`{typed}`が手で書かれています"),
                format!("the reference `{typed}` is typed by hand"),
            ),
            Text::new(
                "番号や題が変わると古くなります",
                "goes stale when numbers or titles change",
            ),
        ),
        MentionKind::StaleNumber => (
            Code::H0608,
            Text::new(
                format!("参照`{typed}`の番号が、その題の条項の番号と合いません"),
                format!("the number in `{typed}` is not that of the clause with this title"),
            ),
            now(target),
        ),
        MentionKind::StaleTitle => (
            Code::H0608,
            Text::new(
                format!("参照`{typed}`の題が、その番号の条項の題と合いません"),
                format!("the title in `{typed}` is not that of the clause with this number"),
            ),
            now(target),
        ),
        MentionKind::Missing => (
            Code::H0608,
            Text::new(
                format!("参照`{typed}`に当たる条項がありません"),
                format!("there is no clause for the reference `{typed}`"),
            ),
            Text::new("この参照", "this reference"),
        ),
    };
    let mut diagnostic = Diagnostic::new(code, message).label(place, label);
    if let Some(clause) = clause {
        diagnostic = diagnostic.label(clause, Text::new("参照先の条項", "the clause"));
    }
    diagnostic = match &mention.suggestion {
        Some(reference) => diagnostic.help(Text::new(
            format!("`{reference}`と書けば、番号と題は自動で入ります"),
            format!("write `{reference}`; number and title are filled in"),
        )),
        None if target.is_some() => diagnostic.help(Text::new(
            "条項に名前を付け、`{名前}`で参照してください",
            "give the clause a name and refer to it by `{name}`",
        )),
        None => diagnostic.help(Text::new(
            "参照先を確かめ、`{名前}`で参照してください",
            "find out which clause is meant and refer to it by `{name}`",
        )),
    };
    match (&mention.suggestion, target) {
        (Some(reference), Some(target)) if prints_the_same(typed, target) => Some(diagnostic.fix(place, reference)),
        _ => Some(diagnostic),
    }
}

fn now(target: Option<&Target<'_>>) -> Text {
    target.map_or_else(Text::empty, |target| {
        let printed = format!("{} {}", target.full, target.title);
        Text::new(format!("今は`{printed}`です"), format!("now `{printed}`"))
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
