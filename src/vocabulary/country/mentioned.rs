//! The countries that a text names as such: not 米国法, ウインドウ or EU域内.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::table::{COUNTRIES, REGIONS};
use super::{Named, named};

/// A country or a region in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Where.
    pub range: Range<usize>,
    /// What.
    pub named: &'static Named,
}

/// Every name by its first letter, the longest first.
static NAMES: LazyLock<BTreeMap<char, Vec<&'static str>>> = LazyLock::new(|| {
    let names = COUNTRIES.iter().map(|(_, names)| names);
    let mut all: BTreeMap<char, Vec<&'static str>> = BTreeMap::new();
    for name in names.chain(REGIONS.iter().map(|(names, _)| names)).copied().flatten() {
        if let Some(first) = name.chars().next() {
            all.entry(first).or_default().push(name);
        }
    }
    for names in all.values_mut() {
        names.sort_by_key(|name| usize::MAX - name.len());
    }
    all
});

/// The kanji that go on from the name of a country and leave it one: 米国所在, 米国等, 米国及び.
const GOES_ON: [char; 6] = ['所', '等', '及', '並', '又', '在'];

/// The countries that a text names, in their order.
#[must_use]
pub fn mentioned(text: &str) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut past = 0;
    let mut before = None;
    for (at, first) in text.char_indices() {
        let preceding = before.replace(first);
        if at < past {
            continue;
        }
        let rest = text.get(at..).unwrap_or_default();
        let names = NAMES.get(&first).into_iter().flatten();
        let Some(name) = names.copied().find(|name| rest.starts_with(name)) else {
            continue;
        };
        past = at + name.len();
        let following = rest.get(name.len()..).and_then(|after| after.chars().next());
        let alone = !preceding.is_some_and(is_letter)
            && following.is_none_or(|next| !is_letter(next) || GOES_ON.contains(&next));
        if let Some(named) = named(name).filter(|_| alone) {
            found.push(Mention { range: at..past, named });
        }
    }
    found
}

/// What would make another word of a name: kana and marks part words.
fn is_letter(c: char) -> bool {
    matches!(c, 'ァ'..='ヺ' | 'ー' | '一'..='鿿' | '々') || c.is_ascii_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_stands_by_itself() {
        for (text, expected) in [
            ("米国とドイツ連邦共和国", vec!["米国", "ドイツ連邦共和国"]),
            ("アメリカ・カナダ", vec!["アメリカ", "カナダ"]),
            (
                "米国法に基づき、EU域内の利用者の、ウインドウのタイミング、中国地方、英国人",
                vec![],
            ),
            ("米国カリフォルニア州", vec![]),
            ("USA、UK", vec!["USA", "UK"]),
            ("BONUS", vec![]),
            ("ボスニア・ヘルツェゴビナ", vec!["ボスニア・ヘルツェゴビナ"]),
        ] {
            let found = mentioned(text).into_iter();
            let found: Vec<&str> = found.filter_map(|told| text.get(told.range)).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
