//! What a claim handles, and who handles it, as far as the words tell for certain.
//!
//! 「予約システムを利用します」 handles no data, and 「お客様は、サービスを利用できます」 is no act of the operator. What is not known for
//! certain to be something else may be data: a word that is in no list here tells nothing.

use std::ops::Range;

use super::fold::is_hiragana;
use super::polarity::{Claim, Verb};

/// What an act is done to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Object {
    /// The words name it here, in bytes of the text.
    Named(Range<usize>),
    /// They name nothing: 「速やかに削除します」.
    Unnamed,
}

/// Nouns for what is no data, as the last word of what is handled.
const NO_DATA: &[&str] = &[
    "サービス",
    "サイト",
    "ホームページ",
    "ページ",
    "フォーム",
    "システム",
    "ツール",
    "ソフトウェア",
    "ソフトウエア",
    "ソフト",
    "アプリ",
    "アプリケーション",
    "プログラム",
    "ソースコード",
    "設計図",
    "仕様",
    "機能",
    "技術",
    "仕組み",
    "AI",
    "ＡＩ",
    "人工知能",
    "API",
    "SSL",
    "TLS",
    "クラウド",
    "サーバー",
    "サーバ",
    "データセンター",
    "データセンタ",
    "広告",
    "バナー",
    "同意",
    "承諾",
    "承認",
    "許可",
    "許諾",
    "認証",
    "マーク",
    "権限",
    "一覧",
    "ポリシー",
    "方針",
    "規約",
    "規程",
    "規定",
    "約款",
    "契約",
    "手続",
    "手続き",
    "方法",
    "様式",
    "窓口",
    "センター",
    "商品",
    "製品",
    "景品",
    "賞品",
    "特典",
    "クーポン",
    "施設",
    "店舗",
    "設備",
    "誓約書",
    "申請書",
    "請求書",
    "代替手段",
    "機会",
    "体制",
    "措置",
    "通知",
    "お知らせ",
    "告知",
    "案内",
    "改定",
    "変更",
];

/// What the law has published of data: 「加工した情報の項目を公表します」.
const ABOUT_DATA: &[&str] = &["項目", "目的", "方法", "内容", "旨"];

/// Nouns for data, as the last word of what is handled.
const DATA: &[&str] = &[
    "情報",
    "データ",
    "データベース",
    "記録",
    "履歴",
    "名簿",
    "内容",
    "ログ",
    "識別子",
];

/// Those whom the data is about, as the topic of a sentence.
const PERSONS: &[&str] = &[
    "お客様は",
    "お客さまは",
    "皆様は",
    "皆さまは",
    "ユーザーは",
    "ユーザは",
    "利用者は",
    "会員は",
    "本人は",
    "本人または代理人は",
    "本人又は代理人は",
    "請求者は",
    "申込者は",
    "保護者は",
    "親権者は",
];

/// How far back the words before an act are gone through, in bytes, so that the cost stays linear.
const BEFORE: usize = 900;

/// What the act of a claim is done to.
#[must_use]
pub fn object(text: &str, claim: &Claim) -> Object {
    let from = claim
        .clause
        .start
        .max(text.ceil_char_boundary(claim.words.start.saturating_sub(BEFORE)));
    let before = text.get(from..claim.words.start).unwrap_or("");
    let end = named_end(text, claim, before);
    match end.map(|end| noun(before.get(..end).unwrap_or(""))) {
        Some(noun) if !noun.is_empty() => Object::Named(from + noun.start..from + noun.end),
        _ => Object::Unnamed,
    }
}

/// Where the words for the object end, among those before the act.
fn named_end(text: &str, claim: &Claim, before: &str) -> Option<usize> {
    // 一覧開示します, 情報提供を行います: one word.
    let compound = NO_DATA.iter().any(|word| before.ends_with(word));
    if compound || is_information(text, claim, before) {
        return Some(before.len());
    }
    // 個人情報の利用を行います
    if let Some(noun) = before.strip_suffix('の') {
        return Some(noun.len());
    }
    let plain = without_asides(before);
    let word = text.get(claim.words.clone()).unwrap_or("");
    let passive = ["され", "られ"].iter().any(|ending| word.contains(ending));
    // 「地域の方を対象として提供されています」: what is provided is no object.
    if let Some(at) = plain.rfind('を').filter(|_| !passive) {
        let between = plain.get(at + 'を'.len_utf8()..).unwrap_or("");
        return (!OF_ANOTHER.iter().any(|word| between.contains(word))).then_some(at);
    }
    if let Some(at) = passive.then(|| plain.rfind('が')).flatten() {
        return Some(at);
    }
    // 位置情報は取得しません, 位置情報については取得しません; 当社は is who does it.
    let mut topics = plain.match_indices('は').map(|(at, _)| at).collect::<Vec<_>>();
    topics.reverse();
    topics.into_iter().find_map(|at| {
        let noun = plain.get(..at)?;
        let noun = noun
            .strip_suffix("について")
            .or_else(|| noun.strip_suffix("に関して"))
            .unwrap_or(noun);
        let is_noun = noun.chars().next_back().is_some_and(|c| !is_hiragana(c));
        let acts = is_someone(noun);
        (is_noun && !acts).then_some(noun.len())
    })
}

/// What stands between an object and an act that is done to something else: 「承認を得たうえで委託します」「フォームを利用して取得します」.
const OF_ANOTHER: &[&str] = &[
    "た",
    "通じて",
    "用いて",
    "用い、",
    "経て",
    "基に",
    "もとに",
    "除いて",
    "除き",
    "含め",
    "踏まえ",
    "利用して",
    "使用して",
    "使って",
    "介して",
    "もって",
];

/// 「情報提供を行います」: others are informed of something.
fn is_information(text: &str, claim: &Claim, before: &str) -> bool {
    let word = text.get(claim.words.clone()).unwrap_or("");
    before.ends_with("情報") && word.starts_with("提供")
}

/// Whether a noun is who acts, or when or where: no thing that is handled.
fn is_someone(noun: &str) -> bool {
    let others = [
        "社",
        "店",
        "法人",
        "団体",
        "者",
        "組合",
        "会",
        "省",
        "庁",
        "園",
        "院",
        "校",
        "様",
        "ユーザー",
        "ユーザ",
        "本人",
        "場合",
        "とき",
        "際",
        "時",
        "後",
        "原則",
        "現在",
        "現時点",
    ];
    others.iter().any(|word| noun.ends_with(word))
}

/// The text with what stands in brackets blanked out, byte for byte.
fn without_asides(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut depth = 0_usize;
    for c in text.chars() {
        let opens = matches!(c, '（' | '(' | '「' | '『');
        let closes = matches!(c, '）' | ')' | '」' | '』');
        depth += usize::from(opens);
        match depth > 0 {
            true => plain.extend(std::iter::repeat_n(' ', c.len_utf8())),
            false => plain.push(c),
        }
        depth = depth.saturating_sub(usize::from(closes));
    }
    plain
}

/// The last noun of some words, in bytes of them: without 等 and brackets behind it.
fn noun(words: &str) -> Range<usize> {
    let mut end = words.len();
    loop {
        let rest = words.get(..end).unwrap_or("");
        let trimmed = rest.trim_end();
        let trimmed = trimmed.strip_suffix("など").unwrap_or(trimmed);
        let trimmed = trimmed.strip_suffix('等').unwrap_or(trimmed);
        let trimmed = match trimmed.chars().next_back() {
            Some('）' | ')') => trimmed
                .rfind(['（', '('])
                .and_then(|at| trimmed.get(..at))
                .unwrap_or(trimmed),
            // 生成AI「名前」 is known by what stands before the name.
            Some('」') => match trimmed.rfind('「').and_then(|at| trimmed.get(..at)) {
                Some(before)
                    if before
                        .chars()
                        .next_back()
                        .is_some_and(|c| !is_hiragana(c) && !is_mark(c)) =>
                {
                    before
                }
                _ => trimmed.strip_suffix('」').unwrap_or(trimmed),
            },
            _ => trimmed,
        };
        if trimmed.len() == end {
            break;
        }
        end = trimmed.len();
    }
    let head = words.get(..end).unwrap_or("");
    let start = head.rfind(is_mark).map_or(0, |at| {
        at + head.get(at..).and_then(|c| c.chars().next()).map_or(0, char::len_utf8)
    });
    start..end
}

fn is_mark(c: char) -> bool {
    matches!(c, '、' | '，' | '。' | '「' | '（' | '(' | '\n' | '：' | ':')
}

/// Whether what a claim is done to stands for no data.
#[must_use]
pub fn is_no_data(text: &str, claim: &Claim, noun: &str) -> bool {
    let is_any = |words: &[&str]| words.iter().any(|word| noun.ends_with(word));
    let before = text.get(..claim.words.start).unwrap_or("");
    let what_is_known = claim.verb == Verb::Publish && is_any(ABOUT_DATA);
    is_any(NO_DATA) || what_is_known || is_information(text, claim, before)
}

/// Whether a noun says that it stands for data.
#[must_use]
pub fn is_data(noun: &str) -> bool {
    DATA.iter().any(|word| noun.ends_with(word))
}

/// Whether the topic of a clause is whom the data is about: 「お客様は、…」, and nothing behind it that is another topic.
#[must_use]
pub fn is_done_by_the_person(text: &str, claim: &Claim) -> bool {
    let from = text.ceil_char_boundary(claim.words.start.saturating_sub(BEFORE));
    let before = text.get(from..claim.words.start).unwrap_or("");
    let before = before.rsplit(['。', '\n']).next().unwrap_or("");
    let plain = without_asides(before);
    let topic = PERSONS
        .iter()
        .filter_map(|person| Some(plain.rfind(person)? + person.len()))
        .max();
    let behind = topic.and_then(|end| plain.get(end..));
    behind.is_some_and(|behind| {
        !["社は", "店は", "法人は", "団体は"]
            .iter()
            .any(|other| behind.contains(other))
    })
}

/// Whether words speak of what persons may ask for of their own data.
#[must_use]
pub fn speaks_of_requests(text: &str) -> bool {
    ["開示", "請求", "求め", "権利"].iter().any(|word| text.contains(word))
}

/// Whether a claim says itself that a request of the person is answered: 「開示のご請求には、電子ファイルを提供します」.
#[must_use]
pub fn answers_a_request(text: &str, claim: &Claim) -> bool {
    let clause = text.get(claim.clause.clone()).unwrap_or("");
    let asked = [
        "開示のご請求",
        "開示の請求",
        "開示請求",
        "開示等の請求",
        "開示等のご請求",
        "開示の求め",
        "開示等の求め",
    ];
    asked.iter().any(|word| clause.contains(word)) && is_for_the_person(text, claim)
}

/// Whether a claim is of handing data over to nobody but whom the person names, among words that speak of requests.
#[must_use]
pub fn is_for_the_person(text: &str, claim: &Claim) -> bool {
    let clause = text.get(claim.clause.clone()).unwrap_or("");
    claim.verb == Verb::Provide && (!clause.contains("第三者") || clause.contains("指定"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::polarity::claims;

    fn object_of(text: &str) -> Vec<String> {
        let found = claims(text);
        let object = |claim: &Claim| match object(text, claim) {
            Object::Named(range) => text.get(range).unwrap_or("").to_owned(),
            Object::Unnamed => "–".to_owned(),
        };
        found.iter().map(object).collect()
    }

    #[test]
    fn what_is_handled_is_found() {
        for (text, objects) in [
            ("当店は、予約システムを利用しています。", &["予約システム"][..]),
            (
                "当店は、外部の地図サービス（みほん地図等）を利用しています。",
                &["外部の地図サービス"],
            ),
            (
                "この仕組みの設計図を資料として公開することがあります。",
                &["この仕組みの設計図"],
            ),
            ("送信先を、別のページで一覧開示します。", &["別のページで一覧"]),
            ("当店は、生成AI「みほん」をAPI経由で利用し、要約します。", &["生成AI"]),
            ("お客様の同意を取得します。", &["お客様の同意"]),
            ("位置情報は取得しません。", &["位置情報"]),
            ("位置情報については、取得しません。", &["位置情報"]),
            ("個人情報の利用を行います。", &["個人情報"]),
            ("端末に氏名が記録されます。", &["端末に氏名"]),
            ("本サービスは、地域の方を対象として提供されます。", &["本サービス"]),
            ("保管期間が終わった後は、速やかに削除します。", &["–"]),
            ("当店は、速やかに廃棄します。", &["–"]),
        ] {
            assert_eq!(object_of(text), objects, "{text}");
        }
    }

    #[test]
    fn what_is_no_data_is_known_by_its_last_word() {
        let none = |text: &str| {
            let claim = claims(text).pop().expect("something is claimed");
            let Object::Named(range) = object(text, &claim) else {
                return false;
            };
            is_no_data(text, &claim, text.get(range).unwrap_or(""))
        };
        for text in [
            "予約システムを利用します。",
            "お客様の同意を取得します。",
            "送信先を別のページで一覧開示します。",
            "設計図を公開します。",
            "お知らせの情報提供を行います。",
            "加工した情報の項目を公表します。",
            "案内の窓口を作成し、公表しております。",
        ] {
            assert!(none(text), "{text}");
        }
        for text in [
            "システムの利用履歴を利用します。",
            "広告識別子を利用します。",
            "個人情報を提供します。",
            "次の項目を提供します。",
            "写真を公表します。",
            "みほん解析を利用します。",
            "承認を得たうえで、委託します。",
            "フォームを利用して取得します。",
        ] {
            assert!(!none(text), "{text}");
        }
    }

    #[test]
    fn the_person_acts_where_the_sentence_is_about_the_person() {
        let by_person = |text: &str| {
            claims(text)
                .first()
                .is_some_and(|claim| is_done_by_the_person(text, claim))
        };
        assert!(by_person("お客様は、位置情報を利用することができます。"));
        for text in [
            "当店は、お客様の情報を利用します。",
            "お客様は、当店が情報を利用することに同意します。",
            "お客様の情報は、広告に利用します。",
            "お客様は当店の会員です。情報を利用します。",
        ] {
            assert!(!by_person(text), "{text}");
        }
    }
}
