//! Characters that do not belong into a text.

use std::collections::BTreeMap;

use super::mark;
use crate::diagnostic::{Code, Diagnostic, Level, Text};
use crate::wording::passage::{Passage, Place};
use crate::wording::sentences::unusual::{self as say, Instead, Numbers, Shown};
use crate::wording::width::{OddCharacter, OddKind};

/// Odd characters, each kept to one finding however often it occurs.
#[must_use]
pub fn odd_characters(found: &[OddCharacter], passages: &[&Passage]) -> Vec<Diagnostic> {
    let mut groups: BTreeMap<(OddKind, &str), Vec<&OddCharacter>> = BTreeMap::new();
    for odd in found {
        groups
            .entry((odd.kind, odd.place.text(passages)))
            .or_default()
            .push(odd);
    }
    groups
        .into_iter()
        .map(|((kind, text), group)| odd_character(kind, text, &group, passages))
        .collect()
}

fn odd_character(kind: OddKind, text: &str, group: &[&OddCharacter], passages: &[&Passage]) -> Diagnostic {
    let places: Vec<(&Place, Text)> = group.iter().map(|odd| (&odd.place, say::this_character())).collect();
    let suggestion = group.first().and_then(|odd| odd.suggestion.as_deref());
    let mut diagnostic = mark(Diagnostic::new(Code::H0611, what(kind, text)), &places, passages)
        .note(why(kind))
        .help(instead(kind, suggestion));
    if kind == OddKind::ExtensionKanji {
        diagnostic.level = Level::Hint;
    } else if let (Some(suggestion), [only]) = (suggestion, group) {
        diagnostic = diagnostic.fix(only.place.span(passages), suggestion);
    }
    diagnostic
}

fn instead(kind: OddKind, suggestion: Option<&str>) -> Text {
    let written = |to: &str| Instead(to.to_owned());
    match (kind, suggestion) {
        (OddKind::ExtensionKanji, Some(to)) => say::change_it_or_keep_the_name(&written(to)),
        (OddKind::ExtensionKanji, None) => say::ordinary_kanji_unless_a_name(),
        (_, Some(" ")) => say::ordinary_space(),
        (_, Some(to)) => say::write_instead(&written(to)),
        (_, None) => say::write_what_is_meant(),
    }
}

/// The numbers of what shows nothing itself.
fn numbers(text: &str) -> Numbers {
    let mut numbers: Vec<String> = text.chars().map(|c| format!("U+{:04X}", c as u32)).collect();
    numbers.dedup();
    Numbers(numbers.join(" "))
}

fn what(kind: OddKind, text: &str) -> Text {
    let shown = Shown(text.to_owned());
    let is_mark = |letter: char| ('\u{FF61}'..='\u{FF65}').contains(&letter);
    match kind {
        OddKind::HalfWidthKana if text.chars().all(is_mark) => say::half_width_marks(&shown),
        OddKind::HalfWidthKana => say::half_width_kana(&shown),
        OddKind::Composite => say::composite(&shown),
        OddKind::Radical => say::radical(&shown),
        OddKind::CompatibilityKanji => say::compatibility_kanji(&shown),
        OddKind::ExtensionKanji => say::extension_kanji(&shown),
        OddKind::CombiningMark => say::combining_mark(&shown),
        OddKind::PrivateUse => say::private_use(&numbers(text)),
        OddKind::Unassigned => say::unassigned(&numbers(text)),
        OddKind::Replacement => say::replacement(&shown),
        OddKind::Space => say::space(&numbers(text)),
    }
}

fn why(kind: OddKind) -> Text {
    match kind {
        OddKind::HalfWidthKana => say::taken_for_other_letters(),
        OddKind::Radical | OddKind::CompatibilityKanji => say::looks_like_the_kanji(),
        OddKind::CombiningMark => say::may_be_drawn_badly(),
        OddKind::Space => say::looks_like_a_space(),
        OddKind::Replacement => say::character_is_lost(),
        OddKind::Composite | OddKind::ExtensionKanji | OddKind::PrivateUse | OddKind::Unassigned => {
            say::not_shown_everywhere()
        }
    }
}
