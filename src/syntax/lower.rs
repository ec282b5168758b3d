//! From the grammar's pairs to the tree. Every statement has one shape, so one function lowers them all.

mod lowering;
mod meaning;
mod mistake;
mod unknown;
mod wording;

use pest::iterators::{Pair, Pairs};

use super::ast::{Body, Comment, File, Item, Mark, Meaning, MeaningItem, Name, Path, Quoted, Statement};
use super::balanced::Balanced;
use super::grammar::Rule;
use crate::diagnostic::Collector;
use crate::keyword::Keyword;
use crate::span::{SourceId, Span};

use lowering::{Lowering, unreachable_rule};

/// Lowers a parsed file.
pub(super) fn file(
    source: SourceId,
    balanced: &Balanced<'_>,
    pairs: Pairs<'_, Rule>,
    diagnostics: &mut Collector,
) -> File {
    let mut lowering = Lowering {
        source,
        balanced,
        diagnostics,
    };
    let children = pairs.flat_map(Pair::into_inner);
    File {
        items: lowering.items(children, Keyword::Unknown, 0),
    }
}

/// What a statement says besides its keyword, while its parts are being gathered.
#[derive(Default)]
struct Parts {
    name: Option<Name>,
    statement: Option<(usize, usize)>,
    meanings: Vec<super::ast::Meaning>,
    wordings: Vec<super::ast::Wording>,
    strings: Vec<Quoted>,
    body: Option<Body>,
    comments: Vec<Comment>,
}

impl Lowering<'_> {
    /// The items of a block (or of the file) that belongs to a statement of kind `parent` and begins at `from`.
    fn items<'i>(&mut self, pairs: impl Iterator<Item = Pair<'i, Rule>>, parent: Keyword, from: usize) -> Vec<Item> {
        let mut items: Vec<Item> = Vec::new();
        let mut end = from;
        let mut statement_on_line = false;
        let mut after_junk = false;
        for pair in pairs {
            let (start, stop) = (pair.as_span().start(), pair.as_span().end());
            let newlines = self.newlines(end, start);
            let same_line = newlines == 0 && !items.is_empty();
            if newlines > 1 && !items.is_empty() {
                items.push(Item::Blank);
            }
            if !same_line {
                statement_on_line = false;
            }
            end = stop;
            let goes_on = std::mem::take(&mut after_junk) && newlines <= 1;
            match pair.as_rule() {
                Rule::EOI => {
                    if matches!(items.last(), Some(Item::Blank)) {
                        items.pop();
                    }
                }
                Rule::line_comment | Rule::block_comment => {
                    let trailing = newlines == 0 && (!items.is_empty() || from > 0);
                    items.push(Item::Comment(self.comment(&pair, trailing)));
                }
                Rule::junk | Rule::stray => {
                    let span = self.span(&pair);
                    after_junk = true;
                    match self.diagnostics.last_mut() {
                        // What runs over lines, or into another mark, is one fault.
                        Some(last) if goes_on => mistake::more_junk(span, last),
                        _ => mistake::junk(pair.as_str(), span, self.diagnostics),
                    }
                }
                Rule::typed_number => {
                    let span = pair
                        .into_inner()
                        .next()
                        .map_or_else(|| self.span_of(start, stop), |p| self.span(&p));
                    mistake::typed_number(span, self.diagnostics);
                }
                Rule::bare_text => {
                    let span = self.span(&pair);
                    mistake::bare_text(pair.as_str(), span, self.diagnostics);
                }
                Rule::detached_block => self.detached_block(pair, &mut items, parent),
                Rule::unknown if statement_on_line && pair.as_str() == "削除" => self.bare_retired(&pair, &mut items),
                rule => {
                    let marked = matches!(rule, Rule::element | Rule::marked_construct | Rule::marked_unknown);
                    let crowded = statement_on_line && !marked;
                    let statement = self.statement(pair, parent, crowded);
                    statement_on_line = true;
                    items.push(Item::Statement(Box::new(statement)));
                }
            }
        }
        // The tree is kept to the end, and most blocks hold few items.
        items.shrink_to_fit();
        items
    }

    /// `{` on a line of its own belongs to the statement before it.
    fn detached_block(&mut self, pair: Pair<'_, Rule>, items: &mut Vec<Item>, parent: Keyword) {
        let start = pair.as_span().start();
        let brace = pair.as_str().chars().next().map_or(0, char::len_utf8);
        let brace = self.span_of(start, start + brace);
        let owner = items.iter_mut().rev().find_map(|item| match item {
            Item::Statement(statement) => Some(statement),
            Item::Comment(_) | Item::Blank => None,
        });
        match owner {
            Some(statement) if statement.body.is_none() => {
                mistake::detached_block(brace, statement.head, self.diagnostics);
                let kind = statement.kind;
                statement.body = pair.into_inner().next().map(|block| self.block(block, kind));
            }
            _ => {
                mistake::block_without_statement(brace, self.diagnostics);
                if let Some(block) = pair.into_inner().next() {
                    items.extend(self.block(block, parent).items);
                }
            }
        }
    }

    /// 章 名前 削除, as an amending act writes it, is taken for 章 名前［削除］.
    fn bare_retired(&mut self, pair: &Pair<'_, Rule>, items: &mut [Item]) {
        let word = self.name(pair);
        mistake::word_after_statement(&word, self.diagnostics);
        if let Some(Item::Statement(statement)) = items.last_mut() {
            let span = word.span;
            let path = Path {
                segments: vec![word],
                span,
            };
            statement.meanings.push(Meaning {
                items: vec![MeaningItem::Name(path)],
                span,
            });
        }
    }

    fn block(&mut self, pair: Pair<'_, Rule>, parent: Keyword) -> Body {
        let whole = pair.as_span();
        let mut inner: Vec<Pair<'_, Rule>> = pair.into_inner().collect();
        let close = inner
            .pop()
            .map_or_else(|| self.span_of(whole.end(), whole.end()), |p| self.span(&p));
        let mut inner = inner.into_iter();
        let (open, from) = match inner.next() {
            Some(brace) => (self.span(&brace), brace.as_span().end()),
            None => (self.span_of(whole.start(), whole.start()), whole.start()),
        };
        Body {
            items: self.items(inner, parent, from),
            open,
            close,
        }
    }

    /// Lowers one statement. `crowded`: another statement stands before it on its line.
    fn statement(&mut self, pair: Pair<'_, Rule>, parent: Keyword, crowded: bool) -> Statement {
        let whole = pair.as_span();
        let rule = pair.as_rule();
        let mut children = pair.into_inner().peekable();
        let mark = match children.peek().map(Pair::as_rule) {
            Some(Rule::bullet | Rule::note | Rule::mistyped_mark) => children.next().map(|mark| self.mark(&mark)),
            _ => None,
        };
        let mut comments = Vec::new();
        while let Some(comment) = children.next_if(|child| child.as_rule() == Rule::block_comment) {
            comments.push(self.comment(&comment, false));
        }
        // A marked construct wraps the construct it marks.
        let mut rule = rule;
        if matches!(rule, Rule::marked_construct | Rule::marked_unknown)
            && let Some(inner) = children.next()
        {
            rule = inner.as_rule();
            children = inner.into_inner().peekable();
        }
        let mut keyword = None;
        let mut kind = match rule {
            Rule::element => match mark {
                Some((Mark::Note, _)) => Keyword::Prose,
                _ => parent.element_kind(),
            },
            Rule::paragraph => Keyword::Prose,
            Rule::unknown => Keyword::Unknown,
            _ => {
                let word = children.next();
                keyword = word.as_ref().map(|word| self.span(word));
                word.and_then(|word| Keyword::from_word(word.as_str()))
                    .unwrap_or(Keyword::Unknown)
            }
        };
        let word = match rule {
            Rule::unknown => children.next(),
            _ => None,
        };
        let unknown = word
            .as_ref()
            .map(|word| self.unknown(word, parent, crowded, mark.is_none()));
        if let Some(unknown) = &unknown {
            kind = unknown.kind;
            keyword = unknown.keyword;
        }
        let mut parts = self.parts(
            children,
            &mut kind,
            &mut keyword,
            mark.map(|(mark, _)| mark),
            whole.start(),
        );
        if let Some(name) = unknown.and_then(|unknown| unknown.name)
            && parts.name.is_none()
        {
            parts.name = Some(name);
        }
        comments.append(&mut parts.comments);
        let (head_end, end) = parts.statement.unwrap_or((whole.end(), whole.end()));
        let head = self.span_of(whole.start(), head_end);
        if crowded && rule != Rule::unknown {
            mistake::same_line(head, self.diagnostics);
        }
        Statement {
            mark,
            kind,
            keyword,
            name: parts.name,
            meanings: parts.meanings,
            wordings: parts.wordings,
            strings: parts.strings,
            body: parts.body,
            comments,
            span: self.span_of(whole.start(), end),
            head,
        }
    }

    fn mark(&mut self, pair: &Pair<'_, Rule>) -> (Mark, Span) {
        let span = self.span(pair);
        match pair.as_rule() {
            Rule::note => (Mark::Note, span),
            Rule::bullet => (Mark::Bullet, span),
            _ => {
                mistake::mark(pair.as_str(), span, self.diagnostics);
                (Mark::Bullet, span)
            }
        }
    }

    /// Gathers the parts after keyword and mark, and lowers the block once it is known what it belongs to.
    fn parts<'i>(
        &mut self,
        children: impl Iterator<Item = Pair<'i, Rule>>,
        kind: &mut Keyword,
        keyword: &mut Option<Span>,
        mark: Option<Mark>,
        start: usize,
    ) -> Parts {
        let mut parts = Parts::default();
        let (mut head_end, mut end) = (start, start);
        for child in children {
            let stop = child.as_span().end();
            let in_head = !matches!(child.as_rule(), Rule::block | Rule::mistyped_end);
            match child.as_rule() {
                Rule::mistyped_name => {
                    let name = self.name(&child);
                    parts.name = Some(mistake::name_with_mark(name, self.diagnostics));
                }
                Rule::name => self.element_name(&child, kind, keyword, mark, &mut parts),
                Rule::meaning | Rule::open_meaning | Rule::mistyped_meaning => {
                    let meaning = self.meaning(child, &mut parts.comments);
                    push(&mut parts.meanings, meaning);
                }
                Rule::wording => push(&mut parts.wordings, self.wording(child)),
                Rule::mistyped_wording if takes_a_string(*kind) => {
                    let quoted = self.mistyped_string(child);
                    parts.strings.push(quoted);
                }
                Rule::mistyped_wording => parts.wordings.push(self.mistyped_wording(child)),
                Rule::string => push(&mut parts.strings, self.quoted(child)),
                Rule::open_string => {
                    let span = self.span(&child);
                    mistake::open_string(span, self.diagnostics);
                    let text = child.as_str().trim_start_matches('"').trim_end().to_owned();
                    parts.strings.push(Quoted { text, span });
                }
                Rule::block_comment => {
                    let comment = self.comment(&child, false);
                    parts.comments.push(comment);
                }
                Rule::block => parts.body = Some(self.block(child, *kind)),
                Rule::mistyped_end => mistake::statement_end(child.as_str(), self.span(&child), self.diagnostics),
                rule => unreachable_rule(rule),
            }
            if in_head {
                head_end = stop;
            }
            end = stop;
        }
        if end > start {
            // A head of a mark alone, or of a keyword alone, ends where that ends.
            parts.statement = Some((if head_end > start { head_end } else { end }, end));
        }
        parts
    }

    /// The name of an element; a keyword stands alone where the block decides nothing: ・特約「…」 in a chapter.
    fn element_name(
        &mut self,
        pair: &Pair<'_, Rule>,
        kind: &mut Keyword,
        keyword: &mut Option<Span>,
        mark: Option<Mark>,
        parts: &mut Parts,
    ) {
        let undecided = mark.is_some() && *kind == Keyword::Prose && keyword.is_none();
        match Keyword::from_word(pair.as_str()) {
            Some(word) if undecided => {
                *kind = word;
                *keyword = Some(self.span(pair));
            }
            _ => parts.name = Some(self.name(pair)),
        }
    }
}

/// Adds to what mostly stays alone: a vector would make room for four, and the tree is kept to the end.
fn push<T>(all: &mut Vec<T>, one: T) {
    if all.is_empty() {
        all.reserve_exact(1);
    }
    all.push(one);
}

/// Statements that hold a string where others hold wording.
fn takes_a_string(kind: Keyword) -> bool {
    matches!(
        kind,
        Keyword::Import | Keyword::PreviousRevision | Keyword::Acknowledgement
    )
}
