//! A word of one revision that takes the place of a shorter one of the other and means more: 生年月日 for 生年.
//!
//! Only what the words themselves make sure counts: units of time beside others of the same thing, lists, and restrictions that
//! are said. That one name begins with another says nothing: 会員番号 is no more than 会員, and 氏名カナ no more than 氏名.

use std::collections::{BTreeMap, BTreeSet};

use super::matching::Matching;
use super::{JointLeaf, Side};
use crate::characters::key;
use crate::vocabulary::{Concept, ConceptId, Dimension, Graph, LeafSet};

/// Joint leaves of such words.
pub(super) struct Longer {
    /// The shorter words.
    pub(super) parts: LeafSet,
    /// What the longer ones mean beside.
    pub(super) rests: LeafSet,
}

/// Lets a longer word stand for the shorter one as well, where that leaves no doubt: both are data without parts, each known to
/// one revision alone, in the same categories.
pub(super) fn merge(leaves: &mut [JointLeaf], old: &Graph, new: &Graph, matching: &Matching) -> Longer {
    let (mut parts, mut rests) = (Vec::new(), Vec::new());
    if new.dimension() == Dimension::Data {
        let gone = Alone::of(old, &matching.new_of_old);
        let come = Alone::of(new, &matching.old_of_new);
        let places = Side::BOTH.map(|side| -> BTreeMap<u32, usize> {
            let alone = leaves
                .iter()
                .enumerate()
                .filter(|(_, leaf)| leaf.on(side.other()).is_none());
            alone
                .filter_map(|(place, leaf)| Some((leaf.on(side)?, place)))
                .collect()
        });
        for (side, shorts, longs) in [(Side::Old, &gone, &come), (Side::New, &come, &gone)] {
            let alike = |short: ConceptId, long: ConceptId| match side {
                Side::Old => matching.stand_alike((old, short), (new, long)),
                Side::New => matching.stand_alike((old, long), (new, short)),
            };
            let pairs = longs.pairs(shorts).into_iter();
            for (short, long) in only(&pairs.filter(|(short, long)| alike(*short, *long)).collect()) {
                let at = |side: Side, leaf: u32| places[side.index()].get(&leaf).copied();
                let (leaf, long_leaf) = (shorts.leaves[&short], longs.leaves[&long]);
                let (Some(part), Some(rest)) = (at(side, leaf), at(side.other(), long_leaf)) else {
                    continue;
                };
                match side {
                    Side::Old => leaves[part].new = Some(long_leaf),
                    Side::New => leaves[part].old = Some(long_leaf),
                }
                parts.push(part as u32);
                rests.push(rest as u32);
            }
        }
    }
    Longer {
        parts: parts.into_iter().collect(),
        rests: rests.into_iter().collect(),
    }
}

/// Those of pairs of which neither stands in another.
fn only(pairs: &BTreeSet<(ConceptId, ConceptId)>) -> Vec<(ConceptId, ConceptId)> {
    let (mut shorts, mut longs) = (BTreeMap::new(), BTreeMap::new());
    for (short, long) in pairs {
        *shorts.entry(*short).or_insert(0) += 1;
        *longs.entry(*long).or_insert(0) += 1;
    }
    let only = pairs
        .iter()
        .filter(|(short, long)| shorts[short] == 1 && longs[long] == 1);
    only.copied().collect()
}

/// The words without parts that one revision alone knows.
struct Alone {
    leaves: BTreeMap<ConceptId, u32>,
    /// By what they are called.
    by_word: BTreeMap<String, Vec<ConceptId>>,
    /// Those that end in units of time, by what stands before these.
    by_stem: BTreeMap<String, Vec<(ConceptId, Vec<char>)>>,
}

impl Alone {
    fn of(graph: &Graph, counterparts: &[Option<ConceptId>]) -> Self {
        let mut alone = Self {
            leaves: BTreeMap::new(),
            by_word: BTreeMap::new(),
            by_stem: BTreeMap::new(),
        };
        for (id, concept) in graph.iter() {
            let Some(leaf) = graph.leaves_of(id).first() else {
                continue;
            };
            if counterparts[id.index()].is_some() || !graph.children(id).is_empty() {
                continue;
            }
            alone.leaves.insert(id, leaf);
            for word in words(concept) {
                alone.by_word.entry(word).or_default().push(id);
            }
        }
        // What two are called by tells neither.
        alone.by_word.retain(|_, ids| ids.len() == 1);
        for (word, ids) in &alone.by_word {
            if let Some((stem, units)) = units(word) {
                let alike = alone.by_stem.entry(stem.to_owned()).or_default();
                alike.extend(ids.iter().map(|id| (*id, units.clone())));
            }
        }
        alone
    }

    /// The shorter of others and the longer of these that means more.
    fn pairs(&self, shorts: &Self) -> BTreeSet<(ConceptId, ConceptId)> {
        let mut pairs = BTreeSet::new();
        for (word, longs) in &self.by_word {
            for part in parts_of(word) {
                let shorts = shorts.by_word.get(part.as_str()).into_iter().flatten();
                pairs.extend(shorts.flat_map(|short| longs.iter().map(move |long| (*short, *long))));
            }
        }
        for (word, shorts) in &shorts.by_word {
            let longs = unrestricted(word)
                .and_then(|whole| self.by_word.get(whole))
                .into_iter()
                .flatten();
            pairs.extend(longs.flat_map(|long| shorts.iter().map(move |short| (*short, *long))));
        }
        for (stem, longs) in &self.by_stem {
            let shorts = shorts.by_stem.get(stem).map_or(&[][..], Vec::as_slice);
            for (long, units) in longs {
                let fewer = shorts.iter().filter(|(_, fewer)| has_more(units, fewer));
                pairs.extend(fewer.map(|(short, _)| (*short, *long)));
            }
        }
        pairs
    }
}

/// What the page calls it, and the name by which rules know it.
fn words(concept: &Concept) -> BTreeSet<String> {
    let name = concept.name.rsplit('.').next().unwrap_or(&concept.name);
    let own = (!concept.anonymous).then_some(name);
    let all = concept.labels.iter().map(String::as_str).chain(own);
    all.map(|word| key(word).into_owned()).collect()
}

/// Units of time, the greater first.
const UNITS: [char; 6] = ['年', '月', '日', '時', '分', '秒'];

/// A word that ends in units of time, each once: what stands before them, and they. 生年月日 and 生年 are the same thing with more
/// of them or fewer.
fn units(word: &str) -> Option<(&str, Vec<char>)> {
    let stem = word.trim_end_matches(UNITS);
    let units: Vec<char> = word.chars().skip(stem.chars().count()).collect();
    let once = units.iter().collect::<BTreeSet<_>>().len() == units.len();
    (!units.is_empty() && once).then_some((stem, units))
}

fn has_more(units: &[char], fewer: &[char]) -> bool {
    fewer.len() < units.len() && fewer.iter().all(|unit| units.contains(unit))
}

/// What a word names one by one, 氏名 and 住所 of 氏名・住所, or leaves open: 氏名 of 氏名等.
fn parts_of(word: &str) -> BTreeSet<String> {
    let mut listed = word.to_owned();
    for joint in [
        "および",
        "及び",
        "ならびに",
        "並びに",
        "または",
        "又は",
        "、",
        "，",
        ",",
        "/",
        "／",
    ] {
        listed = listed.replace(joint, "・");
    }
    let open = ["等", "など"].into_iter().filter_map(|end| word.strip_suffix(end));
    let listed = listed.split('・').filter(|_| listed.contains('・'));
    let parts = listed.chain(open).filter(|part| !part.is_empty());
    parts.map(str::to_owned).collect()
}

/// What a word takes something from: 住所 of 住所（都道府県のみ）, of 住所の一部.
fn unrestricted(word: &str) -> Option<&str> {
    const ENDS: [&str; 8] = [
        "のみ",
        "だけ",
        "まで",
        "に限る",
        "に限ります",
        "を除く",
        "以外",
        "を含まない",
    ];
    if let Some(whole) = word.strip_suffix("の一部") {
        return Some(whole);
    }
    let (whole, inside) = word.strip_suffix(['）', ')'])?.split_once(['（', '('])?;
    ENDS.iter().any(|end| inside.ends_with(end)).then_some(whole)
}

#[cfg(test)]
mod tests {
    use super::{has_more, parts_of, units, unrestricted};

    /// Whether by its words alone the one means all that the other means, and more.
    fn contains(long: &str, short: &str) -> bool {
        let more = match (units(long), units(short)) {
            (Some((stem, units)), Some((same, fewer))) => stem == same && has_more(&units, &fewer),
            _ => false,
        };
        more || parts_of(long).contains(short) || unrestricted(short) == Some(long)
    }

    #[test]
    fn words_that_mean_more() {
        for (long, short) in [
            ("生年月日", "生年"),
            ("生年月日", "生年月"),
            ("誕生年月日", "誕生日"),
            ("氏名・住所", "氏名"),
            ("氏名および電話番号", "電話番号"),
            ("住所", "住所（都道府県のみ）"),
            ("住所", "住所の一部"),
            ("氏名等", "氏名"),
        ] {
            assert!(contains(long, short), "{long} {short}");
            assert!(!contains(short, long), "{short} {long}");
        }
    }

    #[test]
    fn words_of_which_nothing_is_sure() {
        for (one, other) in [
            ("会員番号", "会員"),
            ("氏名カナ", "氏名"),
            ("購入履歴", "履歴"),
            ("健康診断の結果", "健康"),
            ("住所（自宅）", "住所"),
            ("平日", "休日"),
            ("生年", "没年"),
        ] {
            assert!(!contains(one, other), "{one} {other}");
            assert!(!contains(other, one), "{other} {one}");
        }
    }
}
