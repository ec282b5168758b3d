//! What has an identity in a document.

use super::id::ClauseId;
use super::level::Number;
use super::run::Run;
use crate::span::Span;

/// The attribute that retires a clause (章 名前［削除］), and the word that is left of it on the page.
pub const RETIRED: &str = "削除";

/// A part of the document that has an identity: others can refer to it, and norms come from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// The keyword it was written with: 章, 提供, 特約.
    pub keyword: &'static str,
    /// The field's English term for it: chapter, provide, rider.
    pub kind: &'static str,
    /// Its qualified name, where it or an enclosing clause has one.
    pub name: Option<String>,
    /// Its anchor on the page: stable when it has a name.
    pub anchor: String,
    /// Its number, where it has one.
    pub number: Option<Number>,
    /// Its title, or its wording where it has no title.
    pub title: Vec<Run>,
    /// Whether `title` is shown as a heading.
    pub headed: bool,
    /// Whether it was retired (章 名前［削除］): its number stays, so that the later ones do not move, and it holds
    /// nothing. Its title is 削除, as a Japanese amending act leaves it (「第三条　削除」).
    pub retired: bool,
    /// The clause it stands in.
    pub parent: Option<ClauseId>,
    /// Its head in the source.
    pub span: Span,
}
