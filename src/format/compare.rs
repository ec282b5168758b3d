//! Whether two trees mean and say the same, wherever their parts stand.

use super::print::comment_text;
use crate::span::Span;
use crate::syntax::ast::{
    Comment, File, Inline, Item, Meaning, MeaningItem, Path, Quoted, Statement, Value, Wording, WrittenDate,
};

/// The first statement of `before` that `after` does not have in its place; `None` when the trees mean the same.
pub(super) fn changed_meaning(before: &File, after: &File) -> Option<Span> {
    let before = flatten(&before.items);
    let after = flatten(&after.items);
    let at = (0..before.len().max(after.len())).find(|&index| match (before.get(index), after.get(index)) {
        (Some(before), Some(after)) => !before.same_as(after),
        _ => true,
    })?;
    let place = before.get(at).or(before.last());
    Some(place.map_or(Span::default(), |flat| flat.statement.head))
}

/// The first comment of `before` that `after` lacks, or any of `before` when `after` has one more; `None` when both
/// have the same comments.
pub(super) fn changed_comment(before: &File, after: &File) -> Option<Span> {
    let before = comments(&before.items);
    let mut left = comments(&after.items);
    for (text, span) in &before {
        match left.binary_search_by(|(other, _)| other.cmp(text)) {
            Ok(index) => drop(left.remove(index)),
            Err(_) => return Some(*span),
        }
    }
    left.first()
        .map(|_| before.first().map_or(Span::default(), |(_, span)| *span))
}

/// A statement with its place in the tree, so that equal lists mean equal trees.
struct Flat<'a> {
    depth: usize,
    statement: &'a Statement,
}

impl Flat<'_> {
    fn same_as(&self, other: &Self) -> bool {
        self.depth == other.depth
            && self.statement.body.is_some() == other.statement.body.is_some()
            && erased(self.statement) == erased(other.statement)
    }
}

fn flatten(items: &[Item]) -> Vec<Flat<'_>> {
    let mut flat = Vec::new();
    collect(items, 0, &mut flat);
    flat
}

fn collect<'a>(items: &'a [Item], depth: usize, flat: &mut Vec<Flat<'a>>) {
    for item in items {
        if let Item::Statement(statement) = item {
            flat.push(Flat { depth, statement });
            if let Some(body) = &statement.body {
                collect(&body.items, depth + 1, flat);
            }
        }
    }
}

/// The head of a statement without places and comments. Erasing rather than comparing part by part means that a part
/// added to the tree is compared without anybody thinking of it.
fn erased(statement: &Statement) -> Statement {
    let mut head = Statement {
        mark: statement.mark.map(|(mark, _)| (mark, Span::default())),
        keyword: statement.keyword.map(|_| Span::default()),
        name: statement.name.clone(),
        meanings: statement.meanings.clone(),
        wordings: statement.wordings.clone(),
        strings: statement.strings.clone(),
        kind: statement.kind,
        body: None,
        comments: Vec::new(),
        span: Span::default(),
        head: Span::default(),
    };
    if let Some(name) = &mut head.name {
        name.span = Span::default();
    }
    head.meanings.iter_mut().for_each(erase_meaning);
    head.wordings.iter_mut().for_each(erase_wording);
    head.strings.iter_mut().for_each(erase_quoted);
    head
}

fn erase_meaning(meaning: &mut Meaning) {
    meaning.span = Span::default();
    for item in &mut meaning.items {
        match item {
            MeaningItem::Name(path) => erase_path(path),
            MeaningItem::Date(date) => erase_date(date),
            MeaningItem::Arrow(from, to) => {
                erase_path(from);
                erase_path(to);
            }
            MeaningItem::Pair(key, value) => {
                key.span = Span::default();
                match value {
                    Value::Name(path) => erase_path(path),
                    Value::Quoted(quoted) => erase_quoted(quoted),
                    Value::Date(date) => erase_date(date),
                }
            }
        }
    }
}

fn erase_wording(wording: &mut Wording) {
    wording.span = Span::default();
    wording.paragraphs.iter_mut().flatten().for_each(erase_inline);
}

fn erase_inline(inline: &mut Inline) {
    match inline {
        Inline::Text(words) => words.span = Span::default(),
        Inline::Reference(path) => erase_path(path),
        Inline::Url(quoted) => erase_quoted(quoted),
        Inline::Link { words, target, span } => {
            words.iter_mut().for_each(erase_inline);
            erase_quoted(target);
            *span = Span::default();
        }
        Inline::Strong { words, span } => {
            words.iter_mut().for_each(erase_inline);
            *span = Span::default();
        }
    }
}

fn erase_path(path: &mut Path) {
    path.span = Span::default();
    for segment in &mut path.segments {
        segment.span = Span::default();
    }
}

fn erase_quoted(quoted: &mut Quoted) {
    quoted.span = Span::default();
}

fn erase_date(date: &mut WrittenDate) {
    date.span = Span::default();
}

/// All comments, sorted by their words.
fn comments(items: &[Item]) -> Vec<(String, Span)> {
    let mut found = Vec::new();
    collect_comments(items, &mut found);
    found.sort();
    found
}

fn collect_comments(items: &[Item], found: &mut Vec<(String, Span)>) {
    for item in items {
        match item {
            Item::Blank => {}
            Item::Comment(comment) => found.push(with_place(comment)),
            Item::Statement(statement) => {
                found.extend(statement.comments.iter().map(with_place));
                if let Some(body) = &statement.body {
                    collect_comments(&body.items, found);
                }
            }
        }
    }
}

fn with_place(comment: &Comment) -> (String, Span) {
    (comment_text(comment), comment.span)
}
