//! Characters that would command a terminal or reorder its text, made visible and harmless.

use std::borrow::Cow;

/// One character as it may be printed. Tabs stay; the caller sees to line breaks.
///
/// Control characters become their pictures (␛), bidirectional controls and invisible marks the replacement character
/// (�), so that a source cannot hide or rearrange what a reviewer reads.
pub(crate) fn character(character: char) -> char {
    match character {
        '\t' => '\t',
        '\u{0}'..='\u{1F}' => char::from_u32(0x2400 + character as u32).unwrap_or('\u{FFFD}'),
        '\u{7F}' => '\u{2421}',
        '\u{80}'..='\u{9F}' => '\u{FFFD}',
        // Bidirectional marks, embeddings, overrides and isolates.
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => '\u{FFFD}',
        // Line and paragraph separators, and what takes no room and joins nothing.
        '\u{2028}' | '\u{2029}' | '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}' => '\u{FFFD}',
        _ => character,
    }
}

/// A text for one line of output: line breaks and tabs become spaces.
pub(crate) fn line(text: &str) -> Cow<'_, str> {
    replace(text, |c| matches!(c, '\n' | '\t').then_some(' '))
}

/// A text whose line breaks are kept.
pub(crate) fn lines(text: &str) -> Cow<'_, str> {
    replace(text, |c| (c == '\n').then_some('\n'))
}

fn replace(text: &str, exception: impl Fn(char) -> Option<char>) -> Cow<'_, str> {
    let shown = |c: char| exception(c).unwrap_or_else(|| character(c));
    if text.chars().all(|c| shown(c) == c) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.chars().map(shown).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_to_the_terminal_become_pictures() {
        assert_eq!(line("赤\u{1B}[31m字\r\n次"), "赤␛[31m字␍ 次");
        assert_eq!(line("\u{9B}2J\u{7F}"), "\u{FFFD}2J␡");
    }

    #[test]
    fn text_cannot_be_reordered_or_hidden() {
        assert_eq!(
            line("許可\u{202E}止禁\u{2069}\u{200B}"),
            "許可\u{FFFD}止禁\u{FFFD}\u{FFFD}"
        );
    }

    #[test]
    fn plain_japanese_is_borrowed_as_it_is() {
        assert!(matches!(line("氏名・葛\u{E0100}飾\u{3000}１"), Cow::Borrowed(_)));
        assert_eq!(lines("一\n二\u{7}"), "一\n二␇");
    }
}
