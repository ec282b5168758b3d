//! Whether a sentence deems somebody to consent who has not said so: 「ご利用をもって同意したものとみなします」.
//!
//! Consent is what a person declares (PPC guidelines, general rules, 2-16). What is deemed is found by a small grammar: a word for
//! consent, how it came about (した、いただいた、があった), 「もの」 or 「こと」, と or として, and a verb that makes it so. Nothing else may
//! stand between. A sentence in which the person does something to say so (presses a button, signs) deems nothing.

use std::ops::Range;

use super::known_words::KnownWords;

/// Words for consent.
const CONSENT: [&str; 5] = ["同意", "承諾", "許諾", "了承", "了解"];

static KNOWN: KnownWords<5> = KnownWords::new(CONSENT);

/// How it came about, the longest first where one begins another.
const CAME: &[&str] = &[
    "の意思表示があった",
    "の意思表示をした",
    "の意思を表示した",
    "の意思を示した",
    "をしていただいた",
    "をいただいた",
    "をいただけた",
    "をくださった",
    "をなさった",
    "を頂いた",
    "を与えた",
    "を得られた",
    "を得た",
    "をした",
    "をされた",
    "があった",
    "がある",
    "していただいている",
    "していただけた",
    "していただいた",
    "して頂いた",
    "している",
    "くださった",
    "下さった",
    "なさった",
    "いただいている",
    "いただけた",
    "いただいた",
    "頂けた",
    "頂いた",
    "された",
    "した",
    "する",
    "済みである",
    "済みの",
];

/// What makes it a thing to be deemed.
const THING: &[&str] = &["もの", "こと", "の"];

/// What joins it to the verb.
const AS: &[&str] = &["として", "と", "に"];

/// Verbs that deem.
const DEEMS: &[&str] = &[
    "みな",
    "見な",
    "見做",
    "看做",
    "取り扱",
    "取扱",
    "扱",
    "推定",
    "推認",
    "判断",
    "解釈",
    "理解",
    "考え",
];

/// Verbs that do so only of what has been done: 「同意したものとします」, 「同意したことになります」. 「同意するものとします」 tells people to.
const MAKES: &[&str] = &["し", "す", "さ", "い", "なり", "なる"];

/// What a person does to declare consent.
const DECLARES: &[&str] = &[
    "ボタン",
    "チェック",
    "クリック",
    "タップ",
    "押",
    "署名",
    "サイン",
    "書面",
    "同意書",
    "選択",
    "入力",
    "意思表示",
    "意思を表",
    "「同意",
];

/// How far behind the verb its negation is looked for, in characters.
const FAR: usize = 14;

/// The places where consent is deemed, from the word for it to the verb, one for each sentence.
#[must_use]
pub fn deemed(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    // Most texts do not speak of consent.
    if !KNOWN.are_in(text) {
        return found;
    }
    let mut start = 0;
    for sentence in text.split_inclusive(['。', '\n']) {
        found.extend(in_sentence(sentence).map(|range| start + range.start..start + range.end));
        start += sentence.len();
    }
    found
}

fn in_sentence(sentence: &str) -> Option<Range<usize>> {
    let words = CONSENT.iter().flat_map(|word| sentence.match_indices(word));
    let mut ranges: Vec<Range<usize>> = words
        .filter_map(|(at, word)| {
            let declared = sentence.get(..at)?;
            if DECLARES.iter().any(|word| declared.contains(word)) {
                return None;
            }
            let from = at + word.len();
            let end = deems(sentence.get(from..)?)?;
            Some(at..from + end)
        })
        .collect();
    ranges.sort_by_key(|range| range.start);
    ranges.into_iter().next()
}

/// The end of the verb, if what follows the word for consent deems it.
fn deems(behind: &str) -> Option<usize> {
    let mut rest = Rest { text: behind, at: 0 };
    let came = rest.one_of(CAME);
    let is_past = behind.get(..rest.at)?.ends_with('た');
    let thing = came && rest.one_of(THING);
    if came && !thing || !rest.one_of(AS) {
        return None;
    }
    rest.one_of(&["、", "，"]);
    let verb = rest.at;
    let is_verb = rest.one_of(DEEMS) || is_past && thing && rest.one_of(MAKES);
    let tail = behind.get(verb..)?;
    let end = tail.char_indices().nth(FAR).map_or(tail.len(), |(end, _)| end);
    let tail = tail.get(..end)?;
    let is_negated = ["ません", "ない", "なく", "ず"].iter().any(|word| tail.contains(word));
    if !is_verb || is_negated {
        return None;
    }
    // To the end of the clause.
    let clause = tail.find(['。', '、', '，', '\n', '（', '(']).unwrap_or(tail.len());
    Some(verb + clause)
}

/// What is still to be read.
struct Rest<'t> {
    text: &'t str,
    at: usize,
}

impl Rest<'_> {
    /// Reads the first of these that stands here.
    fn one_of(&mut self, words: &[&str]) -> bool {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let word = words.iter().find(|word| rest.starts_with(**word));
        self.at += word.map_or(0, |word| word.len());
        word.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::deemed;

    fn found(text: &str) -> Vec<&str> {
        deemed(text).into_iter().filter_map(|range| text.get(range)).collect()
    }

    #[test]
    fn consent_that_is_deemed_is_found() {
        for (text, place) in [
            (
                "本サービスのご利用をもって、本方針に同意したものとみなします。",
                "同意したものとみなします",
            ),
            ("ご利用をもって同意とみなします。", "同意とみなします"),
            (
                "利用を継続された場合、変更に同意いただいたものとみなします。",
                "同意いただいたものとみなします",
            ),
            (
                "変更後に利用された方は、同意されたものと見なします。",
                "同意されたものと見なします",
            ),
            (
                "ご登録の時点で、同意があったものとみなされます。",
                "同意があったものとみなされます",
            ),
            (
                "ご登録いただいた方は、ご承諾をいただいたものとして取り扱います。",
                "承諾をいただいたものとして取り扱います",
            ),
            (
                "引き続きご利用になることで、同意したことになります。",
                "同意したことになります",
            ),
            ("異議がなければ、同意したものとします。", "同意したものとします"),
            (
                "ご連絡がない場合は、ご了承いただいたものとさせていただきます。",
                "了承いただいたものとさせていただきます",
            ),
            (
                "お客様は、同意したものと、みなされることがあります。",
                "同意したものと、みなされることがあります",
            ),
            ("ご利用により、同意するものとみなします。", "同意するものとみなします"),
            (
                "ご利用をもって、同意の意思表示があったものとみなします。",
                "同意の意思表示があったものとみなします",
            ),
            ("保護者の同意を得たものとみなします。", "同意を得たものとみなします"),
            ("ご来店をもって同意したものと推定します。", "同意したものと推定します"),
        ] {
            assert_eq!(found(text), [place], "{text}");
        }
    }

    #[test]
    fn what_is_declared_refused_or_of_something_else_is_not() {
        for text in [
            "ご利用をもって同意したものとはみなしません。",
            "ご回答がないことをもって、同意したものとみなすことはありません。",
            "お客様は、ご利用にあたり、米国への移転に同意するものとします。",
            "同意の意思表示を行うことによって、本方針に同意したものとします。",
            "ご回答がない場合は、同意しないものとみなします。",
            "ご回答がない場合は、同意がないものとして取り扱います。",
            "同意を撤回したものとみなします。",
            "同意を得て取得した閲覧履歴は、個人情報とみなします。",
            "お客様の同意を得たものに限り、提供します。",
            "お客様の同意を得た上で、第三者に提供します。",
            "お客様の同意のもとに提供します。",
            "「同意する」ボタンを押された場合、本方針に同意したものとみなします。",
            "チェックを入れて送信された方は、同意いただいたものとみなします。",
            "同意書に署名いただいた方は、同意されたものとして取り扱います。",
            "同意した方の情報として取り扱います。",
            "同意したものと異なる目的では利用しません。",
            "ご同意いただいた内容に従って取り扱います。",
            "法令に基づく場合は、同意を得ないことがあります。",
            "個人情報とみなします。",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn every_sentence_is_read_by_itself() {
        let text = "同意ボタンがあります。ご利用をもって同意とみなします。\n変更にも同意したものとします。";
        assert_eq!(found(text), ["同意とみなします", "同意したものとします"]);
    }
}
