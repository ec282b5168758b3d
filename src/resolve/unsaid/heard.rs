//! What some words of the page tell, as far as it is asked for.

use std::cell::OnceCell;
use std::rc::Rc;

use crate::resolve::labels::Read;
use crate::resolve::meaning::Resolver;
use crate::resolve::words_of::Words;
use crate::vocabulary::{ConceptId, Dimension, Graph, LeafSet};
use crate::wording::fold::key;
use crate::wording::known_words::KnownWords;
use rustc_hash::FxHashSet;

/// What some words tell.
#[derive(Debug)]
pub(super) struct Heard {
    data: LeafSet,
    parties: LeafSet,
    conditions: LeafSet,
    read: Vec<Rc<Read>>,
    /// The first of them as compared.
    texts: OnceCell<Vec<String>>,
    /// They leave a list open, or speak of what stands elsewhere.
    pub(super) leaves_open: bool,
}

/// Words that speak of what stands elsewhere.
static ELSEWHERE: KnownWords<19> = KnownWords::new([
    "上記",
    "前項",
    "前条",
    "前号",
    "同項",
    "同条",
    "当該",
    "これら",
    "下記",
    "次項",
    "次条",
    "別表",
    "各号",
    "に掲げ",
    "に定め",
    // 「冊子に記載して公開します」 is what is done.
    "に記載の",
    "に記載された",
    "に記載する",
    "に記載している",
]);

/// Words that speak of data in general.
static DATA: KnownWords<2> = KnownWords::new(["情報", "データ"]);

/// Words that speak of a purpose.
static PURPOSE: KnownWords<2> = KnownWords::new(["目的", "ため"]);

/// In how many wordings a word is looked for.
const MOST_TEXTS: usize = 64;

impl Heard {
    pub(super) fn of(words: &Words<'_>, resolver: &Resolver<'_, '_, '_, '_>) -> Self {
        let mut data = Vec::new();
        let mut parties = Vec::new();
        let mut conditions = Vec::new();
        let mut heard = Self {
            data: LeafSet::empty(),
            parties: LeafSet::empty(),
            conditions: LeafSet::empty(),
            read: Vec::with_capacity(words.all.len()),
            texts: OnceCell::new(),
            leaves_open: false,
        };
        for (wording, _) in &words.all {
            let read = resolver.labels.read(wording);
            heard.leaves_open |= read.leaves_list_open() || ELSEWHERE.are_in(&read.passage.text);
            for found in &read.found {
                match found.dimension {
                    Dimension::Data => data.extend(&found.concepts),
                    Dimension::Party => parties.extend(&found.concepts),
                    Dimension::Condition => conditions.extend(&found.concepts),
                    Dimension::Purpose => {}
                }
            }
            heard.read.push(read);
        }
        heard.data = told(resolver.names.graph(Dimension::Data), &data);
        heard.parties = told(resolver.names.graph(Dimension::Party), &parties);
        // 「同意（書面の同意を含みます）」 is any consent.
        heard.conditions = resolver.names.graph(Dimension::Condition).leaves_of_all(&conditions);
        heard
    }

    /// Whether they name it, a part of it, or a wider thing of which they tell no parts.
    pub(super) fn names(&self, dimension: Dimension, id: ConceptId, graph: &Graph) -> bool {
        let leaves = graph.leaves_of(id);
        let told = match dimension {
            Dimension::Data => &self.data,
            Dimension::Party => &self.parties,
            Dimension::Condition => &self.conditions,
            Dimension::Purpose => return false,
        };
        match (leaves.len(), leaves.first()) {
            (1, Some(leaf)) => told.contains(leaf),
            _ => told.intersects(leaves),
        }
    }

    /// Whether they name it by itself, not within a wider thing.
    pub(super) fn names_exactly(&self, dimension: Dimension, id: ConceptId) -> bool {
        let found = self.read.iter().flat_map(|read| &read.found);
        let mut named = found.filter(|found| found.dimension == dimension);
        named.any(|found| found.concepts.contains(&id))
    }

    /// Whether they name things of a dimension, and neither it, nor anything that it is in or that is in it, nor leave it open.
    pub(super) fn names_only_others(&self, dimension: Dimension, id: ConceptId, graph: &Graph) -> bool {
        let told = match dimension {
            Dimension::Data => &self.data,
            Dimension::Party => &self.parties,
            Dimension::Condition | Dimension::Purpose => return false,
        };
        let generally = dimension == Dimension::Data && self.speaks_of_data();
        !told.is_empty() && !told.intersects(graph.leaves_of(id)) && !self.leaves_open && !generally
    }

    /// 「お客様の情報」 is how prose calls a category.
    pub(super) fn speaks_of_data(&self) -> bool {
        self.read.iter().any(|read| DATA.are_in(&read.passage.text))
    }

    /// Whether they speak of some purpose.
    pub(super) fn speaks_of_purpose(&self) -> bool {
        self.read.iter().any(|read| PURPOSE.are_in(&read.passage.text))
    }

    /// Whether they name some condition.
    pub(super) fn names_conditions(&self) -> bool {
        !self.conditions.is_empty()
    }

    /// Whether they name some parts of a category and nothing that would stand for the others: not the category, nothing wider,
    /// no 等, and no 「お客様の情報」.
    pub(super) fn names_only_parts(&self, dimension: Dimension, id: ConceptId, graph: &Graph) -> bool {
        let told = match dimension {
            Dimension::Data => &self.data,
            Dimension::Party => &self.parties,
            Dimension::Condition => &self.conditions,
            Dimension::Purpose => return false,
        };
        let leaves = graph.leaves_of(id);
        let rest = graph.own_leaf(id);
        let all_named = leaves.difference(&rest).is_subset(told);
        // All kinds of a condition that are declared are not all that there are.
        let all_named = all_named && dimension != Dimension::Condition;
        let whole = all_named || told.intersects(&rest) || self.leaves_open;
        let generally = match dimension {
            Dimension::Data => self.speaks_of_data(),
            _ => false,
        };
        told.intersects(leaves) && !whole && !generally
    }

    /// Whether they contain a word, as far as they were looked at.
    pub(super) fn contain(&self, label: &str) -> bool {
        let label = key(label);
        // What is not found in the first may be told in the others.
        self.read.len() > MOST_TEXTS || self.texts().iter().any(|text| text.contains(label.as_str()))
    }

    fn texts(&self) -> &[String] {
        let first = self.read.iter().take(MOST_TEXTS);
        self.texts
            .get_or_init(|| first.map(|read| key(&read.passage.text)).collect())
    }
}

/// The leaves that names tell: all of a name's own, but where parts of it are named as well it tells no more than those.
fn told(graph: &Graph, named: &[ConceptId]) -> LeafSet {
    let mut listed: FxHashSet<ConceptId> = FxHashSet::default();
    let mut stack: Vec<ConceptId> = named
        .iter()
        .flat_map(|id| graph.get(*id).parents.iter().copied())
        .collect();
    while let Some(id) = stack.pop() {
        if listed.insert(id) {
            stack.extend(&graph.get(id).parents);
        }
    }
    let innermost = named.iter().filter(|id| !listed.contains(id));
    LeafSet::union_all(innermost.map(|id| graph.leaves_of(*id)))
}
