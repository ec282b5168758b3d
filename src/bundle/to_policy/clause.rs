//! The outline and its words read back.

use super::{Reader, each, invalid};
use crate::bundle::error::{BundleError, Wanted, Within};
use crate::bundle::{keywords, v1};
use crate::document::{Clause, ClauseId, LevelStyle, Number, NumberPattern, Run, Style};

pub(super) fn style(levels: &[v1::LevelStyle]) -> Result<Style, BundleError> {
    let levels = each(levels, "", |one| {
        let pattern =
            NumberPattern::parse(&one.pattern).map_err(|_| invalid(".pattern", &one.pattern, Wanted::NumberPattern))?;
        let word = one.reference_word.clone();
        Ok((one.level.into(), LevelStyle { pattern, word }))
    })?;
    Ok(levels.into_iter().collect())
}

pub(super) fn clauses(reader: &Reader<'_>, outline: &[v1::Clause]) -> Result<Vec<Clause>, BundleError> {
    outline
        .iter()
        .enumerate()
        .map(|(index, one)| clause(reader, ClauseId(index as u32), one).within(|| format!("[{index}]")))
        .collect()
}

fn clause(reader: &Reader<'_>, own: ClauseId, clause: &v1::Clause) -> Result<Clause, BundleError> {
    let parent = clause.parent.as_ref().map(|anchor| reader.clause(anchor));
    let parent = parent.transpose().within(|| ".parent".to_owned())?;
    // A clause comes after the one it stands in, so no clause can stand in itself.
    if parent.is_some_and(|parent| parent >= own) {
        return Err(BundleError::Misplaced {
            path: ".parent".to_owned(),
        });
    }
    let (keyword, kind) = keywords::clause_keywords()
        .find(|(word, english)| *word == clause.keyword && keywords::key(english) == clause.kind)
        .ok_or_else(|| invalid(".keyword", &clause.keyword, Wanted::Keyword))?;
    Ok(Clause {
        keyword,
        kind,
        name: clause.name.clone(),
        anchor: clause.anchor.clone(),
        number: clause.number.as_ref().map(|number| Number {
            level: number.level.into(),
            full: number.full.clone(),
            bare: number.bare.clone(),
        }),
        title: match clause.title_runs.is_empty() {
            true => plain(&clause.title),
            false => runs(reader, &clause.title_runs, ".title_runs")?,
        },
        headed: clause.headed,
        retired: clause.retired,
        parent,
        span: reader.span(&clause.location)?,
    })
}

/// A title that is nothing but words.
fn plain(title: &str) -> Vec<Run> {
    match title.is_empty() {
        true => Vec::new(),
        false => vec![Run::Text(title.to_owned())],
    }
}

/// Runs read back. The JSON reader allows no nesting that could be too deep here.
pub(super) fn runs(reader: &Reader<'_>, runs_of: &[v1::Run], step: &str) -> Result<Vec<Run>, BundleError> {
    each(runs_of, step, |run| {
        Ok(match run {
            v1::Run::Text(words) => Run::Text(words.clone()),
            v1::Run::Marked(v1::MarkedRun::Strong { words }) => Run::Strong(runs(reader, words, ".words")?),
            v1::Run::Marked(v1::MarkedRun::Link { words, target }) => Run::Link {
                words: runs(reader, words, ".words")?,
                target: target.clone(),
            },
            v1::Run::Marked(v1::MarkedRun::Reference { clause, part }) => Run::Reference {
                clause: reader.clause(clause).within(|| ".clause".to_owned())?,
                part: (*part).into(),
            },
            v1::Run::Marked(v1::MarkedRun::Definition { words, anchor }) => Run::Definition {
                words: words.clone(),
                anchor: anchor.clone(),
            },
            v1::Run::Marked(v1::MarkedRun::Term { words, anchor }) => Run::Term {
                words: words.clone(),
                anchor: anchor.clone(),
            },
        })
    })
}
