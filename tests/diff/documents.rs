//! Documents made at random, and revisions of them: things dropped, added, moved, reworded, renamed.

use hoshin::internals::document::{
    Binding, Block, Clause, ClauseId, Document, ListItem, Number, OutlineLevel, Part, Run, TableRow, default_style,
};
use hoshin::internals::span::{SourceId, Span};
use proptest::prelude::*;
use proptest::sample::Index;

/// A part of a page before it has numbers.
#[derive(Debug, Clone)]
struct Node {
    kind: Kind,
    name: u8,
    words: Vec<usize>,
    children: Vec<Node>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Section,
    Group,
    Plain,
    Paragraph,
    Note,
    Item,
    Row,
}

/// What an editor does to a page.
#[derive(Debug, Clone)]
enum Edit {
    Drop(Index),
    Add(Index, Node),
    Move(Index, Index),
    Reword(Index, Index, usize),
    Rename(Index, u8),
}

const WORDS: &[&str] = &[
    "当店は、",
    "お客様の",
    "個人情報を",
    "氏名および住所",
    "電話番号、",
    "2026年4月1日から",
    "３年間",
    "第10条に",
    "保管します。",
    "提供しません。",
    "<b>&\"|`",
    "か\u{3099}",
    "\n",
    " ",
    "",
];

/// Up to a few dozen parts.
pub(super) fn documents() -> impl Strategy<Value = Document> {
    trees().prop_map(|tree| document(&tree))
}

/// A document and a revision of it.
pub(super) fn revisions() -> impl Strategy<Value = (Document, Document)> {
    let edit = prop_oneof![
        any::<Index>().prop_map(Edit::Drop),
        (any::<Index>(), leaf()).prop_map(|(at, node)| Edit::Add(at, node)),
        (any::<Index>(), any::<Index>()).prop_map(|(from, to)| Edit::Move(from, to)),
        (any::<Index>(), any::<Index>(), 0..WORDS.len()).prop_map(|(at, word, new)| Edit::Reword(at, word, new)),
        (any::<Index>(), any::<u8>()).prop_map(|(at, name)| Edit::Rename(at, name)),
    ];
    (trees(), prop::collection::vec(edit, 0..6)).prop_map(|(tree, edits)| {
        let old = document(&tree);
        let mut tree = tree;
        for edit in edits {
            apply(&mut tree, edit);
        }
        (old, document(&tree))
    })
}

fn leaf() -> impl Strategy<Value = Node> {
    let kinds = vec![Kind::Paragraph, Kind::Paragraph, Kind::Note, Kind::Item, Kind::Row];
    let words = prop::collection::vec(0..WORDS.len() + 3, 0..7);
    (prop::sample::select(kinds), any::<u8>(), words).prop_map(|(kind, name, words)| Node {
        kind,
        name,
        words,
        children: Vec::new(),
    })
}

fn trees() -> impl Strategy<Value = Node> {
    let inner = leaf().prop_recursive(3, 40, 6, |inner| {
        let kinds = vec![Kind::Section, Kind::Section, Kind::Group, Kind::Plain, Kind::Item];
        let words = prop::collection::vec(0..WORDS.len(), 0..3);
        (
            prop::sample::select(kinds),
            any::<u8>(),
            words,
            prop::collection::vec(inner, 0..6),
        )
            .prop_map(|(kind, name, words, children)| Node {
                kind,
                name,
                words,
                children,
            })
    });
    prop::collection::vec(inner, 0..7).prop_map(|children| Node {
        kind: Kind::Plain,
        name: 0,
        words: vec![1],
        children,
    })
}

/// The places of a tree, as paths from the root.
fn places(node: &Node, path: &mut Vec<usize>, found: &mut Vec<Vec<usize>>) {
    for (index, child) in node.children.iter().enumerate() {
        path.push(index);
        found.push(path.clone());
        places(child, path, found);
        path.pop();
    }
}

fn at<'n>(node: &'n mut Node, path: &[usize]) -> &'n mut Node {
    path.iter().fold(node, |node, index| &mut node.children[*index])
}

fn pick(tree: &Node, index: &Index) -> Option<Vec<usize>> {
    let mut found = Vec::new();
    places(tree, &mut Vec::new(), &mut found);
    (!found.is_empty()).then(|| found[index.index(found.len())].clone())
}

fn take(tree: &mut Node, path: &[usize]) -> Node {
    let (last, parent) = path.split_last().expect("a path to something");
    at(tree, parent).children.remove(*last)
}

fn put(tree: &mut Node, beside: &Index, node: Node) {
    match pick(tree, beside) {
        Some(path) => {
            let (last, parent) = path.split_last().expect("a path to something");
            at(tree, parent).children.insert(*last, node);
        }
        None => tree.children.push(node),
    }
}

fn apply(tree: &mut Node, edit: Edit) {
    match edit {
        Edit::Drop(index) => {
            if let Some(path) = pick(tree, &index) {
                take(tree, &path);
            }
        }
        Edit::Add(index, node) => put(tree, &index, node),
        Edit::Move(from, to) => {
            if let Some(path) = pick(tree, &from) {
                let node = take(tree, &path);
                put(tree, &to, node);
            }
        }
        Edit::Reword(index, word, new) => {
            if let Some(path) = pick(tree, &index) {
                let words = &mut at(tree, &path).words;
                if words.is_empty() {
                    words.push(new);
                } else {
                    let place = word.index(words.len());
                    words[place] = new;
                }
            }
        }
        Edit::Rename(index, name) => {
            if let Some(path) = pick(tree, &index) {
                at(tree, &path).name = name;
            }
        }
    }
}

fn document(tree: &Node) -> Document {
    let mut document = Document {
        title: "個人情報の取扱いについて".to_owned(),
        style: default_style(),
        ..Document::default()
    };
    document.blocks = blocks(&tree.children, None, 0, &mut document);
    document
}

fn blocks(nodes: &[Node], parent: Option<ClauseId>, depth: usize, document: &mut Document) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut number = 0;
    for node in nodes {
        match node.kind {
            Kind::Section => {
                number += 1;
                let level = OutlineLevel::ALL[depth.min(2)];
                let clause = clause(node, parent, Some((level, number)), document);
                let children = self::blocks(&node.children, Some(clause), depth + 1, document);
                blocks.push(Block::Section {
                    clause,
                    level,
                    norms: Vec::new(),
                    children,
                });
            }
            Kind::Group => {
                let binding = binding(node, parent, document);
                let title = runs(node, document);
                let children = self::blocks(&node.children, binding.clause.or(parent), depth, document);
                blocks.push(Block::Group {
                    binding,
                    title,
                    children,
                });
            }
            Kind::Plain => {
                let binding = binding(node, parent, document);
                let children = self::blocks(&node.children, binding.clause.or(parent), depth, document);
                blocks.push(Block::Plain { binding, children });
            }
            Kind::Paragraph => blocks.push(Block::Paragraph {
                binding: binding(node, parent, document),
                runs: runs(node, document),
            }),
            Kind::Note => blocks.push(Block::Note {
                binding: binding(node, parent, document),
                runs: runs(node, document),
            }),
            Kind::Item => {
                let item = ListItem {
                    binding: binding(node, parent, document),
                    runs: runs(node, document),
                    children: self::blocks(&node.children, parent, depth, document),
                };
                match blocks.last_mut() {
                    Some(Block::List(items)) => items.push(item),
                    _ => blocks.push(Block::List(vec![item])),
                }
            }
            Kind::Row => {
                let row = TableRow {
                    binding: Binding::default(),
                    cells: vec![vec![Run::Text("欄".to_owned())], runs(node, document)],
                };
                match blocks.last_mut() {
                    Some(Block::Table { rows, .. }) => rows.push(row),
                    _ => blocks.push(Block::Table {
                        caption: Vec::new(),
                        columns: Vec::new(),
                        rows: vec![row],
                    }),
                }
            }
        }
    }
    blocks
}

/// Some are clauses and some are not.
fn binding(node: &Node, parent: Option<ClauseId>, document: &mut Document) -> Binding {
    Binding {
        clause: node
            .name
            .is_multiple_of(3)
            .then(|| clause(node, parent, None, document)),
        norms: Vec::new(),
    }
}

fn clause(
    node: &Node,
    parent: Option<ClauseId>,
    number: Option<(OutlineLevel, usize)>,
    document: &mut Document,
) -> ClauseId {
    let id = ClauseId(document.clauses.len() as u32);
    let title = runs(node, document);
    document.clauses.push(Clause {
        keyword: "章",
        kind: "chapter",
        // Names are unique as in any compiled document; half of the clauses have none.
        name: node
            .name
            .is_multiple_of(2)
            .then(|| format!("名{}", node.name))
            .filter(|name| document.find(name).is_none()),
        anchor: format!("a{}", id.0),
        number: number.map(|(level, number)| {
            let pattern = document.style(level).pattern;
            let bare = pattern.bare(number, None);
            Number {
                level,
                full: pattern.full(&bare),
                bare,
            }
        }),
        title,
        headed: number.is_some(),
        retired: false,
        parent,
        span: Span::new(SourceId(0), 0, 0),
    });
    id
}

/// Words; what is beyond the list refers to a clause that is there.
fn runs(node: &Node, document: &Document) -> Vec<Run> {
    let run = |word: &usize| match WORDS.get(*word) {
        Some(words) => Some(Run::Text((*words).to_owned())),
        None => {
            let count = document.clauses.len();
            let clause = ClauseId((node.name as usize % count.max(1)) as u32);
            let part = [Part::Full, Part::Number, Part::Title][(*word - WORDS.len()) % 3];
            (count > 0).then_some(Run::Reference { clause, part })
        }
    };
    node.words.iter().filter_map(run).collect()
}
