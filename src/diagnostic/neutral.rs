//! Text as it may leave hoshin: what would command a terminal, hide, or turn the direction of the text is shown as its code
//! point, ［U+202E］.

use std::borrow::Cow;

use crate::characters::{hidden_in, shown};

/// A text for one line of output: line breaks and tabs become spaces.
pub(crate) fn line(text: &str) -> Cow<'_, str> {
    let shown = shown(text);
    if shown.contains(['\n', '\t']) {
        Cow::Owned(shown.replace(['\n', '\t'], " "))
    } else {
        shown
    }
}

/// A text whose line breaks and tabs are kept.
pub(crate) fn lines(text: &str) -> Cow<'_, str> {
    shown(text)
}

/// The characters of a text, each with its place and how it is shown.
pub(crate) fn pieces(text: &str) -> impl Iterator<Item = (usize, Cow<'_, str>)> {
    let mut hidden = hidden_in(text).map(|(at, _)| at).peekable();
    text.char_indices().map(move |(at, c)| {
        let piece = text.get(at..at + c.len_utf8()).unwrap_or("");
        match hidden.next_if_eq(&at) {
            // Alone, no character belongs to another.
            Some(_) => (at, shown(piece)),
            None => (at, Cow::Borrowed(piece)),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_to_the_terminal_become_code_points() {
        assert_eq!(line("赤\u{1B}[31m字\r\n次"), "赤［U+001B］[31m字［U+000D］ 次");
        assert_eq!(line("\u{9B}2J\u{7F}"), "［U+009B］2J［U+007F］");
    }

    #[test]
    fn text_cannot_be_reordered_or_hidden() {
        assert_eq!(
            line("許可\u{202E}止禁\u{2069}\u{200B}"),
            "許可［U+202E］止禁［U+2069］［U+200B］"
        );
    }

    #[test]
    fn plain_japanese_is_borrowed_as_it_is() {
        assert!(matches!(line("氏名・葛\u{E0100}\u{3000}１"), Cow::Borrowed(_)));
        assert_eq!(lines("一\n二\u{7}"), "一\n二［U+0007］");
    }

    #[test]
    fn pieces_are_the_text() {
        for text in ["葛\u{E0100}飾\u{202E}\t氏名", "", "👨\u{200D}👩\u{200D}"] {
            let pieces: String = pieces(text).map(|(_, piece)| piece).collect();
            assert_eq!(pieces, shown(text));
        }
    }
}
