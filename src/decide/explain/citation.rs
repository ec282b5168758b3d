//! Clauses as a lawyer cites them.

use super::kinds::Citing;
use super::sentences::reasons as say;
use crate::document::{Clause, ClauseId, Document};
use crate::norm::NormId;
use crate::policy::Policy;
use crate::text::Text;

/// How a clause is cited.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Citation {
    /// Its number with those of the clauses it stands in, as rendered: `3.(1)`, 第3条第1項. Of a clause without a number,
    /// that of the clause it stands in.
    pub number: Option<String>,
    /// The title that goes with the number.
    pub title: Option<String>,
    /// The beginning of its wording, where it has no number of its own.
    pub wording: Option<String>,
    /// Its anchor on the page.
    pub anchor: String,
    /// It is the proviso of the clause that is cited: what its 但し permits.
    pub exception: bool,
}

/// The citation of the clause that states a norm.
#[must_use]
pub fn cite(policy: &Policy, norm: NormId) -> Citation {
    let norm = &policy.norms[norm.0 as usize];
    let stated = &norm.provenance;
    Citation {
        exception: norm.exception,
        ..cite_clause(&policy.document, stated.clause, &stated.wording)
    }
}

/// The citation of a clause. `wording` is what is quoted where it has neither number nor title; its own title where that is
/// empty.
#[must_use]
pub fn cite_clause(document: &Document, clause: ClauseId, wording: &str) -> Citation {
    let path = document.path(clause);
    let numbered: Vec<ClauseId> = path
        .into_iter()
        .filter(|id| document.clause(*id).number.is_some())
        .collect();
    let number: String = numbered
        .iter()
        .map(|id| number(document, document.clause(*id)))
        .collect();
    let own = document.clause(clause);
    let wording = || {
        // A clause without a heading is known on the page by its wording; its title is only a name.
        let title = document.plain(&own.title);
        let wording = wording.to_owned();
        let words = if own.headed { [title, wording] } else { [wording, title] };
        let words = words.into_iter().find(|words| !words.is_empty());
        words.map(|words| shortened(&words, 24))
    };
    Citation {
        title: numbered.last().map(|id| document.plain(&document.clause(*id).title)),
        number: (!number.is_empty()).then_some(number),
        wording: if own.number.is_none() { wording() } else { None },
        anchor: own.anchor.clone(),
        exception: false,
    }
}

impl Citation {
    /// `3.(1) 加盟店への提供`, `3. 第三者への提供「当社は、上記のほか…」`, `第5条 第三者への提供のただし書`; long titles are cut.
    #[must_use]
    pub fn text(&self) -> Text {
        let clause = Text::new(self.clause(), self.clause());
        match self.exception {
            true => say::proviso(&Citing(clause)),
            false => clause,
        }
    }

    /// The clause, whichever part of it is meant.
    fn clause(&self) -> String {
        let head = [
            self.number.clone(),
            self.title.as_ref().map(|title| shortened(title, 40)),
        ];
        let head: Vec<String> = head.into_iter().flatten().filter(|part| !part.is_empty()).collect();
        match &self.wording {
            Some(wording) => format!("{}「{wording}」", head.join(" ")),
            None => head.join(" "),
        }
    }
}

fn number(document: &Document, clause: &Clause) -> String {
    let Some(number) = &clause.number else {
        return String::new();
    };
    match &document.style(number.level).word {
        Some(word) => format!("第{}{word}", number.bare),
        None => number.full.clone(),
    }
}

/// The first letters of a long text.
fn shortened(text: &str, letters: usize) -> String {
    let short: String = text.chars().take(letters).collect();
    if short.len() < text.len() {
        format!("{short}…")
    } else {
        short
    }
}
