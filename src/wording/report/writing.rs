//! Spelling, width, punctuation, odd characters.

use std::collections::BTreeMap;

use super::{mark, quoted_en, quoted_ja};
use crate::diagnostic::{Code, Diagnostic, Level, Text};
use crate::wording::passage::{Passage, Place};
use crate::wording::spelling::{Variants, find_variants};
use crate::wording::width::{
    Mix, Mixed, OddCharacter, OddKind, UnevenBrackets, find_mixed, find_odd_characters, find_uneven_brackets,
};

/// Everything there is to say about how a policy is written. All passages of the policy together: what is in the minority
/// shows only in the whole.
#[must_use]
pub fn writing(passages: &[Passage]) -> Vec<Diagnostic> {
    let mut diagnostics: Vec<Diagnostic> = Vec::new();
    diagnostics.extend(find_variants(passages).iter().map(|found| spelling(found, passages)));
    diagnostics.extend(find_mixed(passages).iter().map(|found| mixed(found, passages)));
    let uneven = find_uneven_brackets(passages);
    diagnostics.extend(uneven.iter().map(|found| uneven_brackets(found, passages)));
    diagnostics.extend(odd_characters(&find_odd_characters(passages), passages));
    diagnostics
}

/// One word in two spellings.
#[must_use]
pub fn spelling(found: &Variants, passages: &[Passage]) -> Diagnostic {
    let majority = found.majority.as_str();
    let others: Vec<&str> = found.minority.iter().map(|(form, _)| form.as_str()).collect();
    let diagnostic = Diagnostic::new(
        Code::H0609,
        Text::new(
            format!("`{majority}`が{}とも書かれています", quoted_ja(&others)),
            format!("`{majority}` is also spelt {}", quoted_en(&others)),
        ),
    );
    let minority = found
        .minority
        .iter()
        .map(|(form, places)| (form.as_str(), places.as_slice()));
    with_places(diagnostic, majority, found.count, &found.example, minority, passages)
}

/// Two widths, or two kinds of punctuation.
#[must_use]
pub fn mixed(found: &Mixed, passages: &[Passage]) -> Diagnostic {
    let majority = found.majority;
    let others: Vec<&str> = found.minority.iter().map(|(form, _)| *form).collect();
    let (code, ja, en) = match found.mix {
        Mix::Brackets => (
            Code::H0610,
            "括弧の全角と半角",
            "full-width and half-width brackets are",
        ),
        Mix::Letters => (Code::H0610, "英字の全角と半角", "full-width and half-width letters are"),
        Mix::Digits => (Code::H0610, "数字の全角と半角", "full-width and half-width digits are"),
        Mix::QuotationMarks => (Code::H0615, "引用符", "quotation marks are"),
        Mix::Commas => (Code::H0615, "読点", "commas are"),
        Mix::FullStops => (Code::H0615, "句点", "full stops are"),
    };
    let diagnostic = Diagnostic::new(
        code,
        Text::new(
            format!("{ja}が混在しています（`{majority}`と{}）", quoted_ja(&others)),
            format!("{en} mixed (`{majority}` and {})", quoted_en(&others)),
        ),
    );
    let minority = found.minority.iter().map(|(form, places)| (*form, places.as_slice()));
    with_places(diagnostic, majority, found.count, &found.example, minority, passages)
}

/// Marks the places of the minority and one of the majority, and says how many there are of each.
fn with_places<'a>(
    diagnostic: Diagnostic,
    majority: &str,
    count: usize,
    example: &Place,
    minority: impl Iterator<Item = (&'a str, &'a [Place])>,
    passages: &[Passage],
) -> Diagnostic {
    let mut places: Vec<(&Place, Text)> = Vec::new();
    let mut most = 0;
    for (form, of_form) in minority {
        most = most.max(of_form.len());
        let text = Text::new(
            format!("`{form}`（{} か所）", of_form.len()),
            format!("`{form}` ({})", of_form.len()),
        );
        places.extend(of_form.iter().map(|place| (place, text.clone())));
    }
    places.sort_by_key(|(place, _)| (place.passage, place.range.start));
    let help = match most < count {
        true => Text::new(
            format!("多いほうの`{majority}`に揃えてください"),
            format!("write `{majority}` everywhere, as most places do"),
        ),
        false => Text::new("どちらかに揃えてください", "write it one way everywhere"),
    };
    mark(diagnostic, &places, passages)
        .label(
            example.span(passages),
            Text::new(
                format!("`{majority}`（{count} か所）"),
                format!("`{majority}` ({count})"),
            ),
        )
        .help(help)
}

/// A bracket of one width that is closed by one of the other.
#[must_use]
pub fn uneven_brackets(found: &UnevenBrackets, passages: &[Passage]) -> Diagnostic {
    let open = found.open.text(passages);
    let close = found.close.text(passages);
    let (matching, name) = match open {
        "（" => ("）", "full-width"),
        _ => (")", "half-width"),
    };
    Diagnostic::new(
        Code::H0610,
        Text::new(
            format!("`{open}`が`{close}`で閉じられています"),
            format!("`{open}` is closed by `{close}`"),
        ),
    )
    .label(
        found.close.span(passages),
        Text::new("幅が違います", "of another width"),
    )
    .label(
        found.open.span(passages),
        Text::new("ここで開いています", "opened here"),
    )
    .help(Text::new(
        format!("`{matching}`で閉じてください"),
        format!("close it with the {name} `{matching}`"),
    ))
}

/// Odd characters, each kept to one finding however often it occurs.
#[must_use]
pub fn odd_characters(found: &[OddCharacter], passages: &[Passage]) -> Vec<Diagnostic> {
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

fn odd_character(kind: OddKind, text: &str, group: &[&OddCharacter], passages: &[Passage]) -> Diagnostic {
    let shown = shown(kind, text);
    let (what_ja, what_en) = what(kind, text);
    let places: Vec<(&Place, Text)> = group
        .iter()
        .map(|odd| (&odd.place, Text::new("この文字", "this character")))
        .collect();
    let message = Text::new(format!("{what_ja}{shown}があります"), format!("{what_en} {shown}"));
    let mut diagnostic = mark(Diagnostic::new(Code::H0611, message), &places, passages).note(why(kind));
    let suggestion = group.first().and_then(|odd| odd.suggestion.as_deref());
    diagnostic = diagnostic.help(match (kind, suggestion) {
        (OddKind::ExtensionKanji, Some(to)) => Text::new(
            format!("`{to}`に改めるか、氏名などの正しい表記であればそのままにしてください"),
            format!("write `{to}`, or keep it where a name is rightly written so"),
        ),
        (OddKind::ExtensionKanji, None) => Text::new(
            "氏名などの正しい表記でなければ、一般の漢字に改めてください",
            "write an ordinary kanji, unless a name is rightly written so",
        ),
        (_, Some(" ")) => Text::new(
            "普通の空白にするか、取り除いてください",
            "write an ordinary space, or remove it",
        ),
        (_, Some(to)) => Text::new(format!("`{to}`と書いてください"), format!("write `{to}`")),
        (_, None) => Text::new("正しい文字に改めてください", "write the character that is meant"),
    });
    if kind == OddKind::ExtensionKanji {
        diagnostic.level = Level::Hint;
    } else if let (Some(suggestion), [only]) = (suggestion, group) {
        diagnostic = diagnostic.fix(only.place.span(passages), suggestion);
    }
    diagnostic
}

/// The character as a message shows it: by its number where it shows nothing itself.
fn shown(kind: OddKind, text: &str) -> String {
    let visible = !matches!(kind, OddKind::Space | OddKind::PrivateUse | OddKind::Unassigned);
    if visible {
        return format!("`{text}`");
    }
    let mut numbers: Vec<String> = text.chars().map(|c| format!("U+{:04X}", c as u32)).collect();
    numbers.dedup();
    format!("`{}`", numbers.join(" "))
}

fn what(kind: OddKind, text: &str) -> (&'static str, &'static str) {
    let is_mark = |letter: char| ('\u{FF61}'..='\u{FF65}').contains(&letter);
    match kind {
        OddKind::HalfWidthKana if text.chars().all(is_mark) => ("半角の記号", "half-width punctuation"),
        OddKind::HalfWidthKana => ("半角カタカナ", "half-width katakana"),
        OddKind::Composite => (
            "複数の文字を一字に組んだ環境依存文字",
            "platform-dependent composite character",
        ),
        OddKind::Radical => ("漢字ではなく部首の文字", "a radical in the place of a kanji:"),
        OddKind::CompatibilityKanji => ("互換漢字", "compatibility kanji"),
        OddKind::ExtensionKanji => ("環境依存の漢字", "platform-dependent kanji"),
        OddKind::CombiningMark => ("濁点などが分かれた文字", "a letter with its mark apart:"),
        OddKind::PrivateUse => ("外字", "a private-use character:"),
        OddKind::Unassigned => ("文字の割り当てがない番号", "a code point without a character:"),
        OddKind::Replacement => ("文字化けの跡", "the trace of a decoding error:"),
        OddKind::Space => ("普通の空白ではない空白", "an unusual space:"),
    }
}

fn why(kind: OddKind) -> Text {
    match kind {
        OddKind::HalfWidthKana => Text::new(
            "検索や読み上げで別の文字として扱われます",
            "search and screen readers take it for other letters",
        ),
        OddKind::Radical | OddKind::CompatibilityKanji => Text::new(
            "見た目は同じでも別の文字で、検索に当たりません。PDF から写した文に多く見られます",
            "it looks like the kanji and is another character; text copied from a PDF often has it",
        ),
        OddKind::CombiningMark => Text::new(
            "検索に当たらず、表示が崩れることがあります",
            "search misses it, and it may be drawn badly",
        ),
        OddKind::Space => Text::new(
            "普通の空白と見分けがつかず、検索に当たりません",
            "it looks like a space, and search misses it",
        ),
        OddKind::Replacement => Text::new("元の文字が失われています", "the original character is lost"),
        OddKind::Composite | OddKind::ExtensionKanji | OddKind::PrivateUse | OddKind::Unassigned => Text::new(
            "環境によって表示されないか、別の文字に見えます",
            "some machines show it wrongly or not at all",
        ),
    }
}
