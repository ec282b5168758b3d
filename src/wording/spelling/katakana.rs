//! The long vowel at the end of katakana words: ユーザ and ユーザー.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::context::is_beside_company;
use crate::wording::fold::is_katakana;
use crate::wording::passage::{Passage, Place};
use crate::wording::quotes::Quotes;

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

/// The runs of katakana of a policy, by the word that they are or end with, without and with a long vowel at its end.
#[derive(Default)]
pub(super) struct Runs<'t> {
    by_stem: FxHashMap<&'t str, [Vec<Place>; 2]>,
}

impl<'t> Runs<'t> {
    /// Adds the runs of a passage, quotations apart.
    pub(super) fn read(&mut self, passage: usize, text: &'t str, quoted: &Quotes) {
        for range in runs(text) {
            let run = text.get(range.clone()).unwrap_or("");
            let long = run.ends_with('ー');
            let stem = stem(run);
            // Two letters are too few to tell words apart: カナ and カナー.
            if stem.len() > 2 * "ア".len() && !quoted.contain(range.start) {
                self.by_stem.entry(stem).or_default()[usize::from(long)].push(Place { passage, range });
            }
        }
    }

    /// The words that are written both ways, names of companies apart.
    pub(super) fn both(self, passages: &[&Passage]) -> Vec<(&'t str, [Vec<Place>; 2])> {
        let both = |places: &[Vec<Place>; 2]| places.iter().all(|places| !places.is_empty());
        let found = (self.by_stem.into_iter())
            .filter(|(_, places)| both(places))
            .map(|(stem, places)| (stem, places.map(|places| without_names(places, passages))))
            .filter(|(_, places)| both(places));
        let mut found: Vec<_> = found.collect();
        found.sort_unstable_by_key(|(stem, _)| *stem);
        found
    }
}

fn without_names(mut places: Vec<Place>, passages: &[&Passage]) -> Vec<Place> {
    places.retain(|place| {
        let text = passages[place.passage].text.as_str();
        let before = text.get(..place.range.start).unwrap_or("");
        let after = text.get(place.range.end..).unwrap_or("");
        !is_beside_company(before, after)
    });
    places
}

fn runs(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + text.get(from..)?.find(is_katakana)?;
        let rest = text.get(start..)?;
        from = start + rest.find(|c| !is_katakana(c)).unwrap_or(rest.len());
        Some(start..from)
    })
}

/// The word that a run is or ends with, without the long vowel at its end.
fn stem(run: &str) -> &str {
    let short = run.trim_end_matches('ー');
    let last = short.as_bytes().last_chunk::<3>();
    let may_end = |end: &&&str| end.as_bytes().last_chunk() == last && short.ends_with(**end);
    let end = ENDS.iter().find(may_end).copied();
    end.and_then(|end| short.get(short.len() - end.len()..))
        .unwrap_or(short)
}
