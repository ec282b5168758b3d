//! The labels of the vocabulary, looked for in wording: once per wording, all dimensions in one scan.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::names::Names;
use super::sentences::declarations as say;
use super::sentences::facts::Several;
use super::written;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::SourceMap;
use crate::span::Span;
use crate::syntax::ast::Wording;
use crate::text::sentence::Name;
use crate::vocabulary::{ConceptId, Dimension, Graph};
use crate::wording::fold::{Folded, fold};
use crate::wording::known_words::KnownWords;
use crate::wording::labels::Lexicon;
use crate::wording::open::{OpenPhrase, open_phrases};
use crate::wording::passage::Passage;
use crate::wording::polarity::{Claim, claims};
use crate::wording::removed::NONE_THERE;

/// A label found in a wording.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) dimension: Dimension,
    /// What has this label; several where it is shared.
    pub(super) concepts: Vec<ConceptId>,
    /// Where, in the source.
    pub(super) span: Span,
    /// 「加盟店以外」「氏名を除く」: the words are about what it is not.
    pub(super) excepted: bool,
}

/// A wording as shown, with what is named in it. What several passes ask of its words is found once.
#[derive(Debug)]
pub(super) struct Read {
    pub(super) passage: Passage,
    pub(super) found: Vec<Found>,
    /// Its text as compared, until the terms were looked for in it.
    folded: RefCell<Option<Folded>>,
    claims: OnceCell<Vec<Claim>>,
    open: OnceCell<Vec<OpenPhrase>>,
}

impl Read {
    /// Its text as compared. It is not kept: it is as long as the text.
    pub(super) fn take_folded(&self) -> Folded {
        self.folded.take().unwrap_or_else(|| fold(&self.passage.text))
    }

    /// What its main clauses say of acts.
    pub(super) fn claims(&self) -> &[Claim] {
        self.claims.get_or_init(|| claims(&self.passage.text))
    }

    /// The phrases that leave it open.
    pub(super) fn open_phrases(&self) -> &[OpenPhrase] {
        self.open.get_or_init(|| open_phrases(&self.passage.text))
    }

    /// Whether it leaves the list open that it gives.
    pub(super) fn leaves_list_open(&self) -> bool {
        self.open_phrases().iter().any(|phrase| phrase.opening.opens_list())
    }
}

/// All labels, and the wordings already read.
#[derive(Debug)]
pub(super) struct Labels<'s> {
    sources: &'s SourceMap,
    lexicon: Lexicon,
    read: RefCell<FxHashMap<Span, Rc<Read>>>,
}

/// ご住所 is called 住所 as well. (The reverse needs nothing: 住所 is in ご住所.)
fn without_politeness(label: &str) -> Option<&str> {
    let plain = ["お", "ご", "御"]
        .iter()
        .find_map(|polite| label.strip_prefix(polite))?;
    let noun = plain.chars().count() > 1 && plain.chars().next().is_some_and(crate::wording::fold::is_kanji);
    // お客様の氏名 is not 客様の氏名.
    (noun && !plain.contains(['様', '客'])).then_some(plain)
}

const SHIFT: u32 = 30;

fn encode(dimension: Dimension, id: ConceptId) -> u32 {
    (dimension as u32) << SHIFT | id.0
}

fn decode(code: u32) -> (Dimension, ConceptId) {
    let dimension = Dimension::ALL[(code >> SHIFT) as usize];
    (dimension, ConceptId(code & ((1 << SHIFT) - 1)))
}

impl<'s> Labels<'s> {
    /// Gathers the names and wordings of everything declared. Purposes are recognised by their whole wording only
    /// (`declare`), since their labels are sentences.
    pub(super) fn new(names: &Names<'_, '_>, sources: &'s SourceMap) -> Self {
        let dimensions = [Dimension::Data, Dimension::Party, Dimension::Condition];
        let labels = dimensions.into_iter().flat_map(|dimension| {
            names
                .graph(dimension)
                .iter()
                .filter(|(_, concept)| !concept.anonymous)
                // What stands in the words is the party; its country stands beside.
                .filter(move |(id, _)| names.graph(dimension).party_of(*id).is_none())
                .flat_map(move |(id, concept)| {
                    let name = concept.name.rsplit('.').next().unwrap_or(&concept.name);
                    // A label is what the declaration says; a name is one where it says none.
                    let name = concept.labels.is_empty().then_some(name);
                    let labels = name.into_iter().chain(concept.labels.iter().map(String::as_str));
                    let plain = labels
                        .clone()
                        .filter(move |_| dimension == Dimension::Data)
                        .filter_map(without_politeness);
                    labels.chain(plain).map(move |label| (label, encode(dimension, id)))
                })
        });
        Self {
            sources,
            lexicon: Lexicon::new(labels),
            read: RefCell::default(),
        }
    }

    /// Reads a wording.
    pub(super) fn read(&self, wording: &Wording) -> Rc<Read> {
        if let Some(read) = self.read.borrow().get(&wording.span) {
            return Rc::clone(read);
        }
        let source = self.sources.get(wording.span.source).text();
        let passage = written::passage(wording, source);
        let folded = fold(&passage.text);
        let read = Rc::new(Read {
            found: self.scan(&passage, &folded),
            passage,
            folded: RefCell::new(Some(folded)),
            claims: OnceCell::new(),
            open: OnceCell::new(),
        });
        self.read.borrow_mut().insert(wording.span, Rc::clone(&read));
        read
    }

    fn scan(&self, passage: &Passage, folded: &Folded) -> Vec<Found> {
        let mut found = Vec::new();
        for matched in self.lexicon.scan(folded) {
            let Range { start, end } = matched.range;
            let rest = passage.text.get(end..).unwrap_or("");
            let excepted = is_excepted(rest);
            let mut by_dimension: Vec<(Dimension, Vec<ConceptId>)> = Vec::new();
            for (dimension, id) in matched.ids.iter().map(|code| decode(*code)) {
                match by_dimension.last_mut() {
                    Some((last, ids)) if *last == dimension => ids.push(id),
                    _ => by_dimension.push((dimension, vec![id])),
                }
            }
            by_dimension.retain(|(dimension, _)| *dimension != Dimension::Party || !is_of_a_party(rest));
            for (dimension, concepts) in by_dimension {
                found.push(Found {
                    dimension,
                    concepts,
                    span: passage.span(start..end),
                    // 「法令に基づく場合を除き」 takes no condition out: it names one.
                    excepted: excepted && matches!(dimension, Dimension::Data | Dimension::Party),
                });
            }
        }
        found
    }

    /// Whether one of some words comes right after a place in a source.
    pub(super) fn is_followed_by(&self, span: Span, words: &[&str]) -> bool {
        let source = self.sources.get(span.source).text();
        let rest = source.get(span.end as usize..).unwrap_or("");
        words.iter().any(|word| rest.starts_with(word))
    }

    /// What comes behind a place in its source.
    pub(super) fn behind(&self, span: Span) -> &str {
        let source = self.sources.get(span.source).text();
        source.get(span.end as usize..).unwrap_or("")
    }

    /// What comes before a place in its source.
    pub(super) fn before(&self, span: Span) -> &str {
        let source = self.sources.get(span.source).text();
        source.get(..span.start as usize).unwrap_or("")
    }

    /// The text of a place in a source.
    pub(super) fn text(&self, span: Span) -> &str {
        self.sources.text_of(span)
    }
}

/// Whether what follows the name of a party makes it the name of something that it has: 送信先事業者名, 会員番号.
fn is_of_a_party(rest: &str) -> bool {
    ["名", "番号", "コード"].iter().any(|word| rest.starts_with(word))
}

/// Whether what follows a name takes it out: 加盟店以外の, 氏名を除く, 氏名・住所を除き. 「…の場合を除き」 takes a case out, not a name.
fn is_excepted(rest: &str) -> bool {
    // The other names of the same list are taken out with it.
    let mut rest = rest;
    for _ in 0..MOST_IN_A_LIST {
        let after = rest.trim_start_matches(['等', '」', '）']);
        if TAKEN_OUT.beginning(after).is_some() || NONE_THERE.beginning(after).is_some() {
            return true;
        }
        let next = LISTED.beginning(after).and_then(|mark| after.strip_prefix(mark));
        let Some(list) = next else {
            return false;
        };
        let end = list.find(|c: char| !crate::wording::fold::is_kanji(c) && !crate::wording::fold::is_katakana(c));
        match end {
            Some(end) if end > 0 => rest = list.get(end..).unwrap_or(""),
            _ => return false,
        }
    }
    false
}

/// What takes out the name before it, beside what says that it is not there.
static TAKEN_OUT: KnownWords<11> = KnownWords::new([
    "以外",
    "を除く",
    "を除き",
    "を除いた",
    "を除いて",
    "は除く",
    "は除き",
    "は除外",
    "は対象外",
    "ではなく",
    "に代えて",
]);

/// What stands between the names of a list.
static LISTED: KnownWords<6> = KnownWords::new(["・", "、", "および", "及び", "又は", "または"]);

/// How many names further on a list is followed.
const MOST_IN_A_LIST: usize = 12;

/// Two concepts with one label, neither of which contains the other: the scan could not tell them apart.
pub(super) fn shared(names: &Names<'_, '_>) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for dimension in [Dimension::Data, Dimension::Party] {
        let graph = names.graph(dimension);
        let mut first: HashMap<String, ConceptId> = HashMap::new();
        for (id, concept) in graph.iter().filter(|(_, concept)| !concept.anonymous) {
            for label in &concept.labels {
                let other = *first.entry(crate::wording::fold::key(label)).or_insert(id);
                if other != id && !graph.contains(other, id) && !graph.contains(id, other) {
                    diagnostics.push(shared_label(graph, label, id, other));
                }
            }
        }
    }
    diagnostics
}

fn shared_label(graph: &Graph, label: &str, second: ConceptId, first: ConceptId) -> Diagnostic {
    let message = say::label_of_two(&Name(label.to_owned()), &Several(graph.dimension()));
    let mut diagnostic = Diagnostic::new(Code::H0209, message);
    for id in [second, first] {
        if let Some(span) = super::declared::declared_at(graph, id) {
            diagnostic = diagnostic.label(span, say::named(&Name(graph.get(id).name.clone())));
        }
    }
    diagnostic
        .note(say::either_may_be_meant())
        .help(say::change_one_label())
}
