//! ［…］: names, dates, replacements and attributes with values.

use pest::iterators::Pair;

use super::lowering::{Lowering, unreachable_rule};
use super::mistake;
use crate::syntax::ast::{Comment, Meaning, MeaningItem, Path, Value, WrittenDate};
use crate::syntax::date::{self, DateFault};
use crate::syntax::grammar::Rule;

impl Lowering<'_> {
    /// Lowers ［…］, or what was typed for it. Comments inside go to the statement.
    pub(super) fn meaning(&mut self, pair: Pair<'_, Rule>, comments: &mut Vec<Comment>) -> Meaning {
        let span = self.span(&pair);
        let rule = pair.as_rule();
        let whole = pair.as_str();
        if rule == Rule::open_meaning {
            mistake::unclosed_meaning(span, self.diagnostics);
        }
        let mut items = Vec::with_capacity(1);
        for child in pair.into_inner() {
            let place = self.span(&child);
            match child.as_rule() {
                Rule::mistyped_open => {
                    let inside = whole.get(child.as_str().len()..).unwrap_or("");
                    let inside = inside.strip_suffix(|_: char| true).unwrap_or(inside);
                    mistake::meaning_brackets(child.as_str(), span, inside, self.diagnostics);
                }
                Rule::mistyped_colon => {
                    let inside = whole.get(child.as_str().len()..).unwrap_or("");
                    mistake::meaning_brackets(child.as_str(), span, inside, self.diagnostics);
                }
                Rule::mistyped_close => {}
                Rule::line_comment | Rule::block_comment => comments.push(self.comment(&child, false)),
                Rule::mistyped_separator | Rule::missing_comma => {
                    mistake::separator(child.as_str(), place, self.diagnostics)
                }
                Rule::date => items.push(MeaningItem::Date(self.date(&child))),
                Rule::until => items.push(MeaningItem::Name(self.until(&child))),
                Rule::entry => items.extend(self.entry(child, comments)),
                Rule::misplaced_wording => {
                    let text = child.as_str().trim_matches(['「', '」']).to_owned();
                    mistake::wording_in_meaning(&text, place, self.diagnostics);
                }
                // A string, or what is neither name nor date.
                _ => mistake::bad_meaning_item(child.as_str(), place, self.diagnostics),
            }
        }
        Meaning { items, span }
    }

    fn entry(&mut self, pair: Pair<'_, Rule>, comments: &mut Vec<Comment>) -> Option<MeaningItem> {
        let mut path = None;
        let mut second = None;
        let mut joined = Vec::new();
        for child in pair.into_inner() {
            match child.as_rule() {
                Rule::path => path = Some(self.path(child)),
                Rule::arrow_target | Rule::value => second = Some(child),
                Rule::joined => joined.extend(child.into_inner().map(|path| self.path(path))),
                Rule::line_comment | Rule::block_comment => comments.push(self.comment(&child, false)),
                rule => unreachable_rule(rule),
            }
        }
        let path = path?;
        let Some(second) = second else {
            return Some(match joined.is_empty() {
                true => MeaningItem::Name(path),
                false => MeaningItem::Together(std::iter::once(path).chain(joined).collect()),
            });
        };
        let is_arrow = second.as_rule() == Rule::arrow_target;
        let inner = second.into_inner().next()?;
        if is_arrow {
            return Some(MeaningItem::Arrow(path, self.path(inner)));
        }
        let key = path.segments.into_iter().next()?;
        let value = match inner.as_rule() {
            Rule::string => Value::Quoted(self.quoted(inner)),
            Rule::date => Value::Date(self.date(&inner)),
            Rule::path => Value::Name(self.path(inner)),
            _ => {
                let place = self.span(&inner);
                let text = inner.as_str().trim_matches(['「', '」']).to_owned();
                mistake::wording_in_meaning(&text, place, self.diagnostics);
                return None;
            }
        };
        Some(MeaningItem::Pair(key, value))
    }

    pub(super) fn path(&self, pair: Pair<'_, Rule>) -> Path {
        let span = self.span(&pair);
        let mut segments = Vec::with_capacity(1);
        segments.extend(pair.into_inner().map(|name| self.name(&name)));
        Path { segments, span }
    }

    /// The end of a period, which is read where periods are.
    fn until(&self, pair: &Pair<'_, Rule>) -> Path {
        Path {
            segments: vec![self.name(pair)],
            span: self.span(pair),
        }
    }

    fn date(&mut self, pair: &Pair<'_, Rule>) -> WrittenDate {
        let span = self.span(pair);
        let text = pair.as_str().to_owned();
        let date = match date::parse(&text) {
            Ok(date) => Some(date),
            Err(fault) => {
                mistake::bad_date(&text, span, fault == DateFault::OutsideEra, self.diagnostics);
                None
            }
        };
        WrittenDate { date, text, span }
    }
}
