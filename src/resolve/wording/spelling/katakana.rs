//! The long vowel at the end of katakana words: ユーザ and ユーザー.

use std::collections::BTreeMap;
use std::ops::Range;

use super::context::is_beside_company;
use crate::resolve::wording::fold::is_katakana;

/// Words that also end compounds: ウェブブラウザ is spelt like ブラウザ.
const ENDS: &[&str] = &[
    "ユーザ",
    "サーバ",
    "ブラウザ",
    "コンピュータ",
    "プロバイダ",
    "プリンタ",
    "ルータ",
    "フォルダ",
    "ヘッダ",
    "フィルタ",
    "モニタ",
    "ドライバ",
    "センサ",
    "ベンダ",
    "オペレータ",
    "パラメータ",
    "プロセッサ",
    "カウンタ",
    "アダプタ",
    "スキャナ",
    "エディタ",
    "マネージャ",
    "メンバ",
    "センタ",
    "マスタ",
    "カレンダ",
    "メーカ",
    "パートナ",
    "プライバシ",
    "セキュリティ",
    "プロパティ",
    "カテゴリ",
    "メモリ",
    "ディレクトリ",
    "ライブラリ",
    "エントリ",
    "バッテリ",
];

/// The runs of katakana in a text that are no part of a company's name and not in quotation marks.
pub(super) fn runs<'t>(text: &'t str, quoted: impl Fn(usize) -> bool) -> impl Iterator<Item = (Range<usize>, &'t str)> {
    let mut rest = 0;
    std::iter::from_fn(move || {
        let start = rest + text.get(rest..)?.find(is_katakana)?;
        let from = text.get(start..)?;
        let length = from.find(|c| !is_katakana(c)).unwrap_or(from.len());
        rest = start + length;
        Some((start..rest, from.get(..length)?))
    })
    .filter(move |(range, run)| {
        let beside = |at: usize| text.get(..at).unwrap_or("");
        let after = text.get(range.end..).unwrap_or("");
        run.chars().nth(2).is_some() && !quoted(range.start) && !is_beside_company(beside(range.start), after)
    })
}

/// The word that a run is or ends with, without the long vowel at its end, and whether the run has it.
pub(super) fn stem(run: &str) -> (&str, bool) {
    let short = run.trim_end_matches('ー');
    let long = short.len() < run.len();
    let end = ENDS.iter().find(|end| short.ends_with(**end)).copied();
    (end.unwrap_or(short), long)
}

/// Places of words with and without the long vowel, by stem. Only those of which the text has both.
pub(super) fn both<P>(found: impl IntoIterator<Item = (String, bool, P)>) -> Vec<(String, [Vec<P>; 2])> {
    let mut stems: BTreeMap<String, [Vec<P>; 2]> = BTreeMap::new();
    for (stem, long, place) in found {
        stems.entry(stem).or_default()[usize::from(long)].push(place);
    }
    stems
        .into_iter()
        .filter(|(_, places)| places.iter().all(|places| !places.is_empty()))
        .collect()
}
