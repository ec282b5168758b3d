//! How long one finding is, in every format alike: its sentences, what they quote, its places.

use unicode_width::UnicodeWidthChar as _;

use super::sentences::{self as say, FirstNames};
use crate::text::Text;

/// Most places marked by one finding.
pub(super) const MOST_LABELS: usize = 20;

/// Most characters of what is quoted in `…`.
const MOST_QUOTED: usize = 120;

/// Most characters of a sentence.
const MOST_LETTERS: usize = 800;

/// Most bytes of a correction; a longer one is no slip of the pen.
pub(super) const MOST_REPLACED: usize = 4000;

/// Names in one sentence: the first few, and how many others there are.
pub(crate) fn names<'n>(names: impl IntoIterator<Item = &'n str>, separators: [&str; 2]) -> Text {
    const MOST: usize = 10;
    let mut names = names.into_iter();
    let shown: Vec<&str> = names.by_ref().take(MOST).collect();
    let rest = names.count();
    let [ja, en] = separators.map(|separator| shown.join(separator));
    let shown = Text::new(ja, en);
    match rest {
        0 => shown,
        rest => say::and_more(&FirstNames(shown), &rest),
    }
}

/// A sentence of a length that people read: what it quotes is cut, and then the whole.
pub(super) fn clipped(text: Text) -> Text {
    Text {
        ja: clipped_sentence(text.ja),
        en: clipped_sentence(text.en),
    }
}

fn clipped_sentence(sentence: String) -> String {
    if sentence.len() <= MOST_QUOTED {
        return sentence;
    }
    let quotes_cut: Vec<String> = sentence
        .split('`')
        .enumerate()
        .map(|(index, part)| match index % 2 {
            1 => cut(part, MOST_QUOTED),
            _ => part.to_owned(),
        })
        .collect();
    cut(&quotes_cut.join("`"), MOST_LETTERS)
}

/// The first characters of a text, and `…` where that is not all. What takes no room of its own (a variation selector, an
/// accent) is not parted from the character before it.
pub(crate) fn cut(text: &str, most: usize) -> String {
    let Some((mut end, _)) = text.char_indices().nth(most) else {
        return text.to_owned();
    };
    let joined = |c: char| c.width() == Some(0);
    while text.get(end..).and_then(|rest| rest.chars().next()).is_some_and(joined) {
        let Some((before, _)) = text.get(..end).and_then(|start| start.char_indices().next_back()) else {
            break;
        };
        end = before;
    }
    format!("{}…", text.get(..end).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_names_and_long_sentences_are_cut() {
        let name = "長".repeat(5000);
        let told = clipped(Text::new(format!("`{name}` がありません"), format!("no `{name}`")));
        assert_eq!(told.ja, format!("`{}…` がありません", "長".repeat(MOST_QUOTED)));
        assert_eq!(told.en, format!("no `{}…`", "長".repeat(MOST_QUOTED)));
        let told = clipped(Text::new(name, "short"));
        assert_eq!(told.ja.chars().count(), MOST_LETTERS + 1);
    }

    #[test]
    fn nothing_is_cut_off_its_character() {
        assert_eq!(cut("葛\u{E0100}城", 1), "…");
        assert_eq!(cut("葛\u{E0100}城", 2), "葛\u{E0100}…");
        assert_eq!(cut("葛\u{E0100}城", 3), "葛\u{E0100}城");
    }

    #[test]
    fn of_many_names_the_rest_is_counted() {
        let many = ["甲"; 12];
        assert_eq!(
            names(many, ["、", ", "]).ja,
            format!("{} ほか 2 件", ["甲"; 10].join("、"))
        );
        assert_eq!(names(["甲", "乙"], ["、", ", "]).en, "甲, 乙");
    }
}
