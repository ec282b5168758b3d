//! The tree of a source as written: statements with their parts and places, comments and blank lines. No meaning.

use jiff::civil::Date;

use crate::keyword::Keyword;
use crate::span::Span;

/// A parsed source.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct File {
    /// Everything at the top, in order.
    pub items: Vec<Item>,
}

/// What stands between two braces, or at the top of a file.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// A statement.
    Statement(Box<Statement>),
    /// A comment.
    Comment(Comment),
    /// One or more blank lines.
    Blank,
}

/// A comment, with its marks: `// …` or `/* … */`.
#[derive(Debug, Clone, PartialEq)]
pub struct Comment {
    /// The comment as written, with its marks, without the line end.
    pub text: String,
    /// Whether something stands before it on its line.
    pub trailing: bool,
    /// Where.
    pub span: Span,
}

/// How an element is marked on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// `・`
    Bullet,
    /// `※`
    Note,
}

/// One statement: `[mark] keyword [name] [［meaning］] [「wording」…] ["string"] [{ body }]`.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// The mark before it.
    pub mark: Option<(Mark, Span)>,
    /// What it is: the keyword written, or the kind that its block holds.
    pub kind: Keyword,
    /// Where the keyword is written; `None` where the block decides.
    pub keyword: Option<Span>,
    /// The name it declares.
    pub name: Option<Name>,
    /// Its ［］, in order.
    pub meanings: Vec<Meaning>,
    /// Its 「」, in order.
    pub wordings: Vec<Wording>,
    /// Its "…", in order.
    pub strings: Vec<Quoted>,
    /// Its block.
    pub body: Option<Body>,
    /// Comments inside the head, which the formatter puts before the statement.
    pub comments: Vec<Comment>,
    /// From the mark to the end of the head or of the block.
    pub span: Span,
    /// From the mark to the end of the head, without the block.
    pub head: Span,
}

/// A name or keyword-like word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// As written, marks joined to their letters. Two names are compared by `characters::key`.
    pub text: String,
    /// Where.
    pub span: Span,
}

/// A name, possibly qualified: `加盟店への提供.加盟店発送`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Path {
    /// From the clause to the thing; never empty.
    pub segments: Vec<Name>,
    /// Where.
    pub span: Span,
}

impl Path {
    /// The path as written, joined with `.`.
    #[must_use]
    pub fn text(&self) -> String {
        let parts: Vec<&str> = self.segments.iter().map(|s| s.text.as_str()).collect();
        parts.join(".")
    }
}

/// One ［…］.
#[derive(Debug, Clone, PartialEq)]
pub struct Meaning {
    /// What stands in it.
    pub items: Vec<MeaningItem>,
    /// With its brackets.
    pub span: Span,
}

/// The attributes that have a value. What else stands before one is a party, and the value a country that it is in.
pub const VALUED: [&str; 6] = ["国名", "理由", "範囲", "章", "節", "項"];

/// One thing in ［…］.
#[derive(Debug, Clone, PartialEq)]
pub enum MeaningItem {
    /// A reference or an attribute.
    Name(Path),
    /// A date.
    Date(WrittenDate),
    /// `A → B`.
    Arrow(Path, Path),
    /// `key＝value`, `party：country`.
    Pair(Name, Value),
    /// `A＋B`: all of them together; never fewer than two.
    Together(Vec<Path>),
}

impl MeaningItem {
    /// Where it stands.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Self::Name(path) => path.span,
            Self::Date(date) => date.span,
            Self::Arrow(from, to) => from.span.to(to.span),
            Self::Pair(key, value) => key.span.to(value.span()),
            Self::Together(paths) => paths.iter().map(|path| path.span).reduce(Span::to).unwrap_or_default(),
        }
    }
}

/// The right-hand side of `key＝value`.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A name.
    Name(Path),
    /// A string in "…".
    Quoted(Quoted),
    /// A date.
    Date(WrittenDate),
}

impl Value {
    /// Where it stands.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Self::Name(path) => path.span,
            Self::Quoted(quoted) => quoted.span,
            Self::Date(date) => date.span,
        }
    }

    /// As written.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Name(path) => path.text(),
            Self::Quoted(quoted) => quoted.text.clone(),
            Self::Date(date) => date.text.clone(),
        }
    }
}

/// A date as written: `2021-11-09`, `2021年11月9日` or `令和3年11月9日`.
#[derive(Debug, Clone, PartialEq)]
pub struct WrittenDate {
    /// The day; `None` for a day that does not exist (a diagnostic was given).
    pub date: Option<Date>,
    /// As written.
    pub text: String,
    /// Where.
    pub span: Span,
}

/// A string in "…": a path or a URL, never shown on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quoted {
    /// Without the quotes.
    pub text: String,
    /// With the quotes.
    pub span: Span,
}

/// A block.
#[derive(Debug, Clone, PartialEq)]
pub struct Body {
    /// What stands in it.
    pub items: Vec<Item>,
    /// The opening brace.
    pub open: Span,
    /// The closing brace.
    pub close: Span,
}

/// One 「…」: the only thing that appears on the page.
#[derive(Debug, Clone, PartialEq)]
pub struct Wording {
    /// Its paragraphs; a blank line inside the text parts them. Never empty.
    pub paragraphs: Vec<Vec<Inline>>,
    /// With its brackets.
    pub span: Span,
}

/// A piece of wording.
#[derive(Debug, Clone, PartialEq)]
pub enum Inline {
    /// Words. Line breaks are already joined.
    Text(Words),
    /// `{名前}`, `{名前.番号}`, `{名前.題}`.
    Reference(Path),
    /// `[words](target)`.
    Link {
        /// What is shown.
        words: Vec<Inline>,
        /// Where it leads, as written.
        target: Quoted,
        /// All of it.
        span: Span,
    },
    /// `<https://…>`
    Url(Quoted),
    /// `**words**`
    Strong {
        /// What is stressed.
        words: Vec<Inline>,
        /// All of it.
        span: Span,
    },
}

/// A run of words that stands in one piece in the source, except for what escapes and line ends do to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Words {
    /// The words as shown.
    pub text: String,
    /// Where.
    pub span: Span,
}

impl Statement {
    /// The statements in its block.
    pub fn children(&self) -> impl Iterator<Item = &Statement> {
        self.body.iter().flat_map(|body| statements(&body.items))
    }

    /// The children of one kind.
    pub fn children_of(&self, kind: Keyword) -> impl Iterator<Item = &Statement> {
        self.children().filter(move |child| child.kind == kind)
    }

    /// All things in all its ［］.
    pub fn meaning_items(&self) -> impl Iterator<Item = &MeaningItem> {
        self.meanings.iter().flat_map(|meaning| meaning.items.iter())
    }

    /// The place that stands for the statement in a message: its name, else its keyword, else its head.
    #[must_use]
    pub fn place(&self) -> Span {
        self.name
            .as_ref()
            .map(|name| name.span)
            .or(self.keyword)
            .unwrap_or(self.head)
    }
}

/// The statements among items.
pub fn statements(items: &[Item]) -> impl Iterator<Item = &Statement> {
    items.iter().filter_map(|item| match item {
        Item::Statement(statement) => Some(statement.as_ref()),
        Item::Comment(_) | Item::Blank => None,
    })
}
