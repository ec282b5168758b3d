//! A word of one revision that takes the place of a shorter one of the other and means more: 生年月日 for 生年.
//!
//! Only what the words themselves make sure counts: units of time beside others of the same thing, lists, and restrictions that
//! are said. That one name begins with another says nothing: 会員番号 is no more than 会員, and 氏名カナ no more than 氏名.

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
    if new.dimension() != Dimension::Data {
        return Longer::of(parts, rests);
    }
    let alone = |graph: &Graph, side: Side| -> Vec<(ConceptId, u32)> {
        let of = |id: ConceptId| graph.leaves_of(id).first().map(|leaf| (id, leaf));
        let counterparts = match side {
            Side::Old => &matching.new_of_old,
            Side::New => &matching.old_of_new,
        };
        let alone = graph.iter().filter(|(id, _)| counterparts[id.index()].is_none());
        alone
            .filter(|(id, _)| graph.children(*id).is_empty())
            .filter_map(|(id, _)| of(id))
            .collect()
    };
    let (gone, come) = (alone(old, Side::Old), alone(new, Side::New));
    for (short, of_short, of_long) in [(Side::Old, &gone, &come), (Side::New, &come, &gone)] {
        let (shorts, longs) = match short {
            Side::Old => (old, new),
            Side::New => (new, old),
        };
        for (id, leaf) in of_short {
            let is_longer = |long: ConceptId, short: ConceptId| {
                let (before, after) = match std::ptr::eq(shorts, old) {
                    true => (short, long),
                    false => (long, short),
                };
                matching.stand_alike((old, before), (new, after))
                    && words(longs.get(long)).iter().any(|long| {
                        let shorter = words(shorts.get(short));
                        shorter.iter().any(|short| contains(long, short))
                    })
            };
            let mut found = of_long.iter().filter(|(long, _)| is_longer(*long, *id));
            let (Some((long, long_leaf)), None) = (found.next(), found.next()) else {
                continue;
            };
            if of_short.iter().filter(|(other, _)| is_longer(*long, *other)).count() > 1 {
                continue;
            }
            let at = |leaf: u32, side: Side| {
                let here = leaves
                    .iter()
                    .position(|one| one.on(side) == Some(leaf) && one.on(side.other()).is_none());
                here.map(|place| place as u32)
            };
            let (Some(part), Some(rest)) = (at(*leaf, short), at(*long_leaf, short.other())) else {
                continue;
            };
            let joint = &mut leaves[part as usize];
            match short {
                Side::Old => joint.new = Some(*long_leaf),
                Side::New => joint.old = Some(*long_leaf),
            }
            parts.push(part);
            rests.push(rest);
        }
    }
    Longer::of(parts, rests)
}

impl Longer {
    fn of(parts: Vec<u32>, rests: Vec<u32>) -> Self {
        Self {
            parts: parts.into_iter().collect(),
            rests: rests.into_iter().collect(),
        }
    }
}

/// What the page calls it, and the name by which rules know it.
fn words(concept: &Concept) -> Vec<String> {
    let name = concept.name.rsplit('.').next().unwrap_or(&concept.name);
    let own = (!concept.anonymous).then_some(name);
    let all = concept.labels.iter().map(String::as_str).chain(own);
    all.map(|word| key(word).into_owned()).collect()
}

/// Whether by its words alone the one means all that the other means, and more.
fn contains(long: &str, short: &str) -> bool {
    long != short
        && (adds_units(long, short) || lists(long, short) || restricts(short, long) || leaves_open(long, short))
}

/// Units of time, the greater first.
const UNITS: [char; 6] = ['年', '月', '日', '時', '分', '秒'];

/// 生年月日 and 生年: the same thing with further units.
fn adds_units(long: &str, short: &str) -> bool {
    let parted = |word: &str| -> (String, Vec<char>) {
        let stem = word.trim_end_matches(UNITS);
        let units = word.chars().skip(stem.chars().count()).collect();
        (stem.to_owned(), units)
    };
    let ((stem, units), (short_stem, fewer)) = (parted(long), parted(short));
    stem == short_stem
        && !fewer.is_empty()
        && fewer.len() < units.len()
        && fewer.iter().all(|unit| units.contains(unit))
}

/// 氏名・住所 and 氏名.
fn lists(long: &str, short: &str) -> bool {
    let mut listed = long.to_owned();
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
    let elements: Vec<&str> = listed.split('・').collect();
    elements.len() > 1 && elements.contains(&short)
}

/// 住所（都道府県のみ） and 住所: what is said of a word takes from it.
fn restricts(restricted: &str, whole: &str) -> bool {
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
    let Some(more) = restricted.strip_prefix(whole) else {
        return false;
    };
    let inside = more
        .strip_prefix(['（', '('])
        .and_then(|more| more.strip_suffix(['）', ')']));
    more == "の一部" || inside.is_some_and(|inside| ENDS.iter().any(|end| inside.ends_with(end)))
}

/// 氏名等 and 氏名.
fn leaves_open(long: &str, short: &str) -> bool {
    long.strip_prefix(short)
        .is_some_and(|more| matches!(more, "等" | "など"))
}

#[cfg(test)]
mod tests {
    use super::contains;

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
