//! 個人番号, which has a law of its own: what a policy says of personal information in general does not concern it.

use super::concept::Concept;
use super::graph::Graph;
use super::leaf_set::LeafSet;
use crate::characters::key;

/// How it is called.
const NAMES: [&str; 4] = ["個人番号", "マイナンバー", "特定個人情報", "特定個人情報等"];

/// The law that says what may be done with it: 行政手続における特定の個人を識別するための番号の利用等に関する法律. hoshin does not know it.
pub const NUMBER_ACT: &str = "番号法";

/// Whether a data category is 個人番号, by its name or one of its labels.
#[must_use]
pub fn is_individual_number(concept: &Concept) -> bool {
    let name = concept.name.rsplit('.').next().unwrap_or(&concept.name);
    let mut names = std::iter::once(name).chain(concept.labels.iter().map(String::as_str));
    names.any(|name| NAMES.contains(&&*key(name)))
}

/// The leaves of the data that is 個人番号.
#[must_use]
pub fn individual_numbers(data: &Graph) -> LeafSet {
    let found = data.iter().filter(|(_, concept)| is_individual_number(concept));
    LeafSet::union_all(found.map(|(id, _)| data.leaves_of(id)))
}
