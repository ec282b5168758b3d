//! Pass 2: the clauses of the document with their paths, anchors and numbers, and how each statement appears.
//!
//! Numbers depend on the structure alone, so they are known before any name is resolved, and references can be
//! printed wherever they stand.

use std::collections::{BTreeMap, HashMap};

use rustc_hash::FxHashMap;

use super::context::Context;
use super::kinds::{act_of, is_retired};
use super::sentences::{declarations, page as said};
use super::style;
use crate::characters::key;
use crate::diagnostic::{Code, Diagnostic, Text};
use crate::document::{Clause, ClauseId, Number, OutlineLevel, Style};
use crate::keyword::{Keyword, acts, dates, frames, levels, notices, pages, parts, prohibitions, revisions};
use crate::span::Span;
use crate::syntax::ast::{Inline, Mark, Statement, Wording};
use crate::text::sentence::Name;

/// How a statement appears on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Appearance {
    /// A numbered heading.
    Numbered(OutlineLevel),
    /// A `[…]` heading.
    Group,
    /// A paragraph, and what is inside.
    Paragraph,
    /// A bullet.
    Bullet,
    /// A `※` note.
    Note,
    /// Only what is inside.
    Plain,
    /// A table.
    Table,
    /// A date line.
    Date,
    /// The table of contents.
    Contents,
    /// Nothing: pure meaning.
    Hidden,
}

/// The clauses, before their titles are resolved.
#[derive(Debug)]
pub(super) struct Outline<'a> {
    pub(super) style: Style,
    pub(super) clauses: Vec<Clause>,
    pub(super) statements: Vec<&'a Statement>,
    of: FxHashMap<Span, ClauseId>,
}

impl Outline<'_> {
    /// The clause a statement is, if it is one.
    pub(super) fn clause_of(&self, statement: &Statement) -> Option<ClauseId> {
        self.of.get(&statement.head).copied()
    }

    pub(super) fn clause(&self, id: ClauseId) -> &Clause {
        &self.clauses[id.0 as usize]
    }
}

/// How a statement appears in the block of `parent`.
pub(super) fn appearance(statement: &Statement, parent: Keyword) -> Appearance {
    use Keyword as K;
    let kind = statement.kind;
    let worded = !statement.wordings.is_empty();
    match kind {
        K::Chapter => return Appearance::Numbered(OutlineLevel::Chapter),
        K::Section => return Appearance::Numbered(OutlineLevel::Section),
        K::Subsection => return Appearance::Numbered(OutlineLevel::Subsection),
        K::Contents => return Appearance::Contents,
        dates!() => return Appearance::Date,
        K::Table => return Appearance::Table,
        // These declare or bind, and their wording is a label; a condition in 場合 is a bullet of its list.
        K::Data
        | K::Party
        | K::DefinedTerm
        | K::Operator
        | K::Import
        | K::Test
        | K::Columns
        | K::Row
        | K::Acknowledgement => {
            return Appearance::Hidden;
        }
        K::Condition if parent != K::Cases => return Appearance::Hidden,
        K::Forbid | K::Permit if !worded => return Appearance::Hidden,
        // How these appear is a matter of their parts.
        acts!() | prohibitions!() | notices!() => {}
        K::Policy
        | K::Address
        | K::Representative
        | K::Summary
        | K::PreviousRevision
        | K::Numbering
        | K::LevelWords
        | K::GroupHeading
        | K::Purpose
        | K::Examples
        | K::Condition
        | K::Cases
        | K::Route
        | parts!()
        | K::Rider
        | K::Target
        | K::Limit
        | K::Acts
        | K::Forbid
        | K::Permit
        | K::Priority
        | K::Linking
        | K::Expected
        | K::Prose
        | K::Entry
        | K::Unknown => {}
    }
    match statement.mark {
        Some((Mark::Bullet, _)) if worded => return Appearance::Bullet,
        Some((Mark::Note, _)) if worded => return Appearance::Note,
        _ => {}
    }
    if !worded {
        return if statement.body.is_some() {
            Appearance::Plain
        } else {
            Appearance::Hidden
        };
    }
    let block = statement.body.is_some();
    match kind {
        K::GroupHeading | K::Summary => Appearance::Group,
        K::Purpose => match parent {
            K::Policy | K::Chapter => Appearance::Numbered(OutlineLevel::Section),
            K::Section => Appearance::Numbered(OutlineLevel::Subsection),
            _ if block => Appearance::Group,
            _ => Appearance::Paragraph,
        },
        // A heading over nothing would be a sentence in brackets.
        K::Entrust | K::AcceptEntrustment | K::TransferAbroad if block && shows_something(statement) => {
            Appearance::Group
        }
        K::Entrust | K::AcceptEntrustment | K::TransferAbroad => Appearance::Paragraph,
        K::Items | K::Cases | K::Recipient | K::Provider | K::Destination if block => Appearance::Group,
        // A sentence does not become a heading because something is said in ［］ beneath it.
        kind if act_of(kind).is_some()
            && statement.wordings.first().is_some_and(is_sentence)
            && !shows_something(statement) =>
        {
            Appearance::Paragraph
        }
        kind if block && act_of(kind).is_some() => match parent {
            K::Chapter => Appearance::Numbered(OutlineLevel::Section),
            K::Section => Appearance::Numbered(OutlineLevel::Subsection),
            _ => Appearance::Group,
        },
        _ => Appearance::Paragraph,
    }
}

/// Whether a wording is a sentence, not a title.
pub(super) fn is_sentence(wording: &Wording) -> bool {
    let last = wording.paragraphs.last().and_then(|paragraph| paragraph.last());
    matches!(last, Some(Inline::Text(words)) if words.text.ends_with(['。', '．']))
}

/// Whether anything in the block appears on the page.
fn shows_something(statement: &Statement) -> bool {
    statement
        .children()
        .any(|child| appearance(child, statement.kind) != Appearance::Hidden)
}

/// Whether a statement is a clause: something others can refer to, or that norms and notices come from.
fn is_clause(statement: &Statement, parent: Keyword) -> bool {
    use Keyword as K;
    match statement.kind {
        levels!() | acts!() | prohibitions!() | notices!() | K::Rider | K::Linking => true,
        K::GroupHeading | K::Table | K::Row | K::Prose => statement.name.is_some(),
        // The group of routes, not each route.
        K::Route => parent != K::Route,
        K::Purpose => {
            let outside_clauses = matches!(
                parent,
                K::Policy | K::Chapter | K::Section | K::Subsection | K::GroupHeading
            );
            outside_clauses
                && statement.keyword.is_some()
                && (statement.name.is_some() || !statement.wordings.is_empty())
        }
        dates!()
        | frames!()
        | revisions!()
        | pages!()
        | K::Columns
        | K::DefinedTerm
        | K::Data
        | K::Party
        | K::Examples
        | K::Condition
        | K::Cases
        | parts!()
        | K::Target
        | K::Limit
        | K::Acts
        | K::Forbid
        | K::Permit
        | K::Priority
        | K::Test
        | K::Expected
        | K::Entry
        | K::Unknown => false,
    }
}

/// Lays out the clauses of the 方針.
pub(super) fn outline<'a>(root: Option<&'a Statement>, context: &mut Context<'_>) -> Outline<'a> {
    let mut outline = Outline {
        style: style::style(root, context),
        clauses: Vec::new(),
        statements: Vec::new(),
        of: FxHashMap::default(),
    };
    let mut taken = HashMap::new();
    if let Some(root) = root {
        let mut counters = BTreeMap::new();
        walk(root, None, &mut counters, &mut taken, &mut outline, context);
    }
    outline
}

fn walk<'a>(
    block: &'a Statement,
    parent: Option<ClauseId>,
    counters: &mut BTreeMap<OutlineLevel, usize>,
    taken: &mut HashMap<String, Span>,
    outline: &mut Outline<'a>,
    context: &mut Context<'_>,
) {
    let mut unnamed: BTreeMap<Keyword, usize> = BTreeMap::new();
    for child in block.children() {
        if matches!(
            child.kind,
            Keyword::Test | Keyword::Data | Keyword::Party | Keyword::Operator | Keyword::Unknown
        ) {
            continue;
        }
        let appearance = appearance(child, block.kind);
        let number = match appearance {
            Appearance::Numbered(level) => Some(count(level, parent, counters, outline)),
            _ => None,
        };
        let mut inside = parent;
        if is_clause(child, block.kind) {
            let position = unnamed.entry(child.kind).or_insert(0);
            if child.name.is_none() {
                *position += 1;
            }
            let id = ClauseId(outline.clauses.len() as u32);
            let mut clause = clause(child, parent, *position, number, appearance, outline);
            if clause.anchor.len() > MOST_ANCHOR {
                context.report(long_path(child));
                clause.anchor = format!("#{}", id.0);
                clause.name = clause.name.map(|_| clause.anchor.clone());
            }
            // A made-up anchor gives way to a name that happens to look like it.
            while child.name.is_none() && taken.contains_key(&*key(&clause.anchor)) {
                clause.anchor.push('_');
            }
            if let Some(first) = taken.insert(key(&clause.anchor).into_owned(), child.place()) {
                duplicate(child, first, context);
            }
            outline.of.insert(child.head, id);
            outline.clauses.push(clause);
            outline.statements.push(child);
            inside = Some(id);
        }
        // Deeper levels begin anew inside a numbered heading, and go on through a block that has no number.
        if matches!(appearance, Appearance::Numbered(_)) {
            let level = level_of(appearance);
            counters.retain(|counted, _| *counted <= level);
        }
        walk(child, inside, counters, taken, outline, context);
    }
}

/// The longest path of a clause, chapters included, in bytes. It is written again in every name declared below it.
const MOST_ANCHOR: usize = 600;

fn long_path(statement: &Statement) -> Diagnostic {
    Diagnostic::new(Code::H0906, said::path_too_long())
        .label(statement.place(), Text::empty())
        .help(said::shorten_the_path())
}

fn level_of(appearance: Appearance) -> OutlineLevel {
    match appearance {
        Appearance::Numbered(level) => level,
        _ => OutlineLevel::Subsection,
    }
}

fn count(
    level: OutlineLevel,
    parent: Option<ClauseId>,
    counters: &mut BTreeMap<OutlineLevel, usize>,
    outline: &Outline<'_>,
) -> Number {
    let counter = counters.entry(level).or_insert(0);
    *counter += 1;
    let mut above = parent;
    let mut parent_number = None;
    while let Some(id) = above {
        let clause = outline.clause(id);
        if let Some(number) = &clause.number {
            parent_number = Some(number.bare.clone());
            break;
        }
        above = clause.parent;
    }
    let pattern = outline
        .style
        .get(&level)
        .map(|style| style.pattern.clone())
        .unwrap_or_default();
    let bare = pattern.bare(*counter, parent_number.as_deref());
    Number {
        level,
        full: pattern.full(&bare),
        bare,
    }
}

fn clause(
    statement: &Statement,
    parent: Option<ClauseId>,
    position: usize,
    number: Option<Number>,
    appearance: Appearance,
    outline: &Outline<'_>,
) -> Clause {
    let own = match &statement.name {
        Some(name) => name.text.clone(),
        None => format!("{}{position}", keyword_of(statement)),
    };
    let anchor = match parent {
        Some(parent) => format!("{}.{own}", outline.clause(parent).anchor),
        None => own,
    };
    Clause {
        keyword: keyword_of(statement),
        kind: statement.kind.english(),
        name: statement.name.is_some().then(|| anchor.clone()),
        anchor,
        number,
        title: Vec::new(),
        headed: matches!(appearance, Appearance::Numbered(_) | Appearance::Group),
        retired: is_retired(statement),
        parent,
        span: statement.head,
    }
}

fn keyword_of(statement: &Statement) -> &'static str {
    match statement.kind {
        Keyword::Prose => "段落",
        kind => kind.word(),
    }
}

fn duplicate(statement: &Statement, first: Span, context: &mut Context<'_>) {
    let Some(name) = &statement.name else { return };
    context.report(
        Diagnostic::new(Code::H0202, declarations::clause_named_twice(&Name(name.text.clone())))
            .label(name.span, declarations::second())
            .label(first, declarations::first())
            .help(declarations::rename_one()),
    );
}
