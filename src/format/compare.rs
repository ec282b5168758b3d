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
    let changed = first_difference(&before, &after, Flat::same_as)?;
    Some(changed.map_or(Span::default(), |flat| flat.statement.head))
}

/// A comment of `before` that `after` lacks, or where it has one more; `None` when both have the same comments.
pub(super) fn changed_comment(before: &File, after: &File) -> Option<Span> {
    let before = comments(&before.items);
    let after = comments(&after.items);
    let changed = first_difference(&before, &after, |(one, _), (other, _)| one == other)?;
    Some(changed.map_or(Span::default(), |(_, span)| *span))
}

/// The first of `before` that has no equal in its place: `Some(None)` when there is none to point at.
fn first_difference<'a, T>(before: &'a [T], after: &[T], same: impl Fn(&T, &T) -> bool) -> Option<Option<&'a T>> {
    let at = (0..before.len().max(after.len())).find(|&index| match (before.get(index), after.get(index)) {
        (Some(one), Some(other)) => !same(one, other),
        _ => true,
    })?;
    Some(before.get(at).or(before.last()))
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
            MeaningItem::Together(paths) => paths.iter_mut().for_each(erase_path),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::SourceId;
    use crate::syntax;

    fn tree(text: &str) -> File {
        let parsed = syntax::parse(SourceId(0), text);
        assert_eq!(parsed.diagnostics, vec![], "{text}");
        parsed.file
    }

    fn changed<'t>(before: &'t str, after: &str) -> Option<&'t str> {
        let place = changed_meaning(&tree(before), &tree(after))?;
        before.get(place.range())
    }

    #[test]
    fn layout_comments_and_blank_lines_change_no_meaning() {
        let before = "章 A［x→y］「題\n 続き」{ // c\n\n ・「{当社}は**明記**」 }";
        let after = "/* d */ 章  A 「題\r\n　　続き」 [x -> y] {\n\n\n・「{ 当社 }は**明記**」}\n";
        assert_eq!(changed(before, after), None);
    }

    #[test]
    fn each_part_of_a_statement_counts() {
        let before = "目次\n・章 A［x、国名＝y］「題」\"a\" { 目次 }";
        let head = "・章 A［x、国名＝y］「題」\"a\"";
        for after in [
            "目次\n章 A［x、国名＝y］「題」\"a\" { 目次 }",
            "目次\n※章 A［x、国名＝y］「題」\"a\" { 目次 }",
            "目次\n・節 A［x、国名＝y］「題」\"a\" { 目次 }",
            "目次\n・章 B［x、国名＝y］「題」\"a\" { 目次 }",
            "目次\n・章 A［国名＝y、x］「題」\"a\" { 目次 }",
            "目次\n・章 A［x、国名＝\"y\"］「題」\"a\" { 目次 }",
            "目次\n・章 A［x、国名＝y］「題。」\"a\" { 目次 }",
            "目次\n・章 A［x、国名＝y］「題」「題」\"a\" { 目次 }",
            "目次\n・章 A［x、国名＝y］「題」\"b\" { 目次 }",
            "目次\n・章 A［x、国名＝y］「題」\"a\"\n目次",
            "目次\n・章 A［x、国名＝y］「題」\"a\" {}\n目次",
        ] {
            assert!(changed(before, after).is_some(), "{after}");
        }
        assert_eq!(
            changed(before, "目次\n・章 B［x、国名＝y］「題」\"a\" { 目次 }"),
            Some(head)
        );
        assert_eq!(changed(before, &format!("{before}\n目次")), Some("目次"));
    }

    #[test]
    fn each_piece_of_wording_counts() {
        let before = "「a{当社}[b](https://c)**d**<https://e>\n\nf」";
        for after in [
            "「a{当社.題}[b](https://c)**d**<https://e>\n\nf」",
            "「a{当社}[x](https://c)**d**<https://e>\n\nf」",
            "「a{当社}[b](https://x)**d**<https://e>\n\nf」",
            "「a{当社}[b](https://c)**x**<https://e>\n\nf」",
            "「a{当社}[b](https://c)d<https://e>\n\nf」",
            "「a{当社}[b](https://c)**d**<https://x>\n\nf」",
            "「a{当社}[b](https://c)**d**<https://e>\nf」",
        ] {
            assert_eq!(changed(before, after), Some(before), "{after}");
        }
    }

    #[test]
    fn comments_are_counted_wherever_they_stand() {
        let lost = |before: &str, after: &str| {
            changed_comment(&tree(before), &tree(after)).map(|span| before.get(span.range()).map(str::to_owned))
        };
        let before = "章 /* a */ A { // b \r\n } /* c\r\n d */";
        assert_eq!(lost(before, "/* c\n d */\n// b\n/* a */\n章 A {}"), None);
        assert_eq!(
            lost(before, "// b\n/* a */\n章 A {}"),
            Some(Some("/* c\r\n d */".to_owned()))
        );
        assert_eq!(lost("// a\n// a", "// a"), Some(Some("// a".to_owned())));
        assert_eq!(lost("// a", "// a\n// b"), Some(Some("// a".to_owned())));
    }
}
