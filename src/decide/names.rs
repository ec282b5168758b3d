//! Requests in words: what an editor or a program calls things, and what the policy knows them as.

use std::fmt;

use super::bare::bare;
use super::index::{Asking, Decider};
use super::request::{Request, default_party};
use crate::characters::key;
use crate::norm::{Act, Processing};
use crate::policy::{Expected, Policy};
use crate::vocabulary::{ConceptId, Graph};
use rustc_hash::FxHashMap;

/// A request in words, as in `ask p.policy 提供 氏名 --先 加盟店`. Acts and states may also be given by their keys in the
/// bundle (`provide`, `raw`).
#[derive(Debug, Clone, Copy, Default)]
pub struct Question<'a> {
    /// The act.
    pub act: &'a str,
    /// The data categories; all data where none is named.
    pub data: &'a [&'a str],
    /// The other party; the operator where none is named and the act needs no other.
    pub party: Option<&'a str>,
    /// The purpose.
    pub purpose: Option<&'a str>,
    /// The state of the data; raw where none is named.
    pub processing: Option<&'a str>,
    /// The conditions asserted.
    pub conditions: &'a [&'a str],
    /// The route of collection.
    pub route: Option<&'a str>,
}

/// Which part of a request a word stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RequestPart {
    /// 行為
    Act,
    /// 情報
    Data,
    /// 主体
    Party,
    /// 目的
    Purpose,
    /// 加工の状態
    Processing,
    /// 条件
    Condition,
    /// 経路
    Route,
}

impl RequestPart {
    /// The Japanese word for what is named there.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Act => "行為",
            Self::Data => "情報",
            Self::Party => "主体",
            Self::Purpose => "目的",
            Self::Processing => "加工の状態",
            Self::Condition => "条件",
            Self::Route => "経路",
        }
    }

    /// The English term.
    #[must_use]
    pub fn english(self) -> &'static str {
        match self {
            Self::Act => "act",
            Self::Data => "data category",
            Self::Party => "party",
            Self::Purpose => "purpose",
            Self::Processing => "processing state",
            Self::Condition => "condition",
            Self::Route => "route",
        }
    }

    /// Whether the words for it are the language's and not the policy's.
    #[must_use]
    pub fn is_fixed(self) -> bool {
        matches!(self, Self::Act | Self::Processing)
    }

    /// The member of a request in JSON.
    #[must_use]
    pub fn member(self) -> &'static str {
        match self {
            Self::Act => "act",
            Self::Data => "data",
            Self::Party => "party",
            Self::Purpose => "purpose",
            Self::Processing => "processing",
            Self::Condition => "conditions",
            Self::Route => "route",
        }
    }
}

/// A word of a request that names nothing, or several things.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unresolved {
    /// Where it stands.
    pub part: RequestPart,
    /// The word.
    pub word: String,
    /// The qualified names of what it may mean, where it may mean several things.
    pub several: Vec<String>,
    /// The nearest word that would be understood.
    pub nearest: Option<String>,
}

impl Unresolved {
    /// What is wrong and what to do, in Japanese.
    #[must_use]
    pub fn japanese(&self) -> String {
        let (part, word) = (self.part.word(), &self.word);
        if !self.several.is_empty() {
            return format!("{part}「{word}」は{}のどれを指すか決まりません", quoted(&self.several));
        }
        let nearest = match &self.nearest {
            Some(nearest) => format!("（もしかして:「{nearest}」）"),
            None => String::new(),
        };
        match self.part.is_fixed() {
            true => format!("「{word}」という{part}はありません{nearest}"),
            false => format!("{part}「{word}」は宣言されていません{nearest}"),
        }
    }
}

impl fmt::Display for Unresolved {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (part, word) = (self.part.english(), &self.word);
        if !self.several.is_empty() {
            return write!(formatter, "{part} `{word}` may mean any of {}", self.several.join(", "));
        }
        match self.part.is_fixed() {
            true => write!(formatter, "there is no {part} `{word}`")?,
            false => write!(formatter, "{part} `{word}` is not declared")?,
        }
        match &self.nearest {
            Some(nearest) => write!(formatter, " (did you mean `{nearest}`?)"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Unresolved {}

fn quoted(names: &[String]) -> String {
    names.iter().map(|name| format!("「{name}」")).collect()
}

/// What every word means.
#[derive(Debug, Clone)]
pub(super) struct Names {
    data: Dictionary,
    parties: Dictionary,
    purposes: Dictionary,
    conditions: Dictionary,
    routes: FxHashMap<String, u32>,
    /// The routes as declared, sorted.
    route_names: Vec<String>,
}

/// What the words of one vocabulary mean, by their keys: qualified names first, then their last parts, as a source may write them, then
/// labels.
#[derive(Debug, Clone, Default)]
struct Dictionary {
    entries: FxHashMap<Box<str>, Entry>,
    /// What is written otherwise than its key.
    spelt: FxHashMap<Box<str>, Box<str>>,
    /// The qualified names of what words may mean that mean several things.
    several: Vec<Vec<String>>,
}

/// Kept small, so that a look-up touches little memory.
#[derive(Debug, Clone, Copy)]
enum Entry {
    One(ConceptId),
    /// An index into the lists of several.
    Several(u32),
}

impl Names {
    pub(super) fn of(policy: &Policy) -> Self {
        let vocabulary = &policy.vocabulary;
        Self {
            data: Dictionary::of(&vocabulary.data),
            parties: Dictionary::of(&vocabulary.parties),
            purposes: Dictionary::of(&vocabulary.purposes),
            conditions: Dictionary::of(&vocabulary.conditions),
            routes: vocabulary
                .routes
                .iter()
                .enumerate()
                .map(|(index, route)| (key(&route.name).into_owned(), index as u32))
                .collect(),
            route_names: sorted(vocabulary.routes.iter().map(|route| route.name.clone())),
        }
    }
}

fn sorted(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut names: Vec<String> = names.collect();
    names.sort_unstable();
    names
}

impl Dictionary {
    fn of(graph: &Graph) -> Self {
        let mut dictionary = Self::default();
        dictionary.add(graph, |id| vec![graph.get(id).name.clone()]);
        dictionary.add(graph, |id| last_parts(&graph.get(id).name));
        dictionary.add(graph, |id| graph.get(id).labels.clone());
        dictionary
    }

    /// Adds words that are not yet known.
    fn add(&mut self, graph: &Graph, words: impl Fn(ConceptId) -> Vec<String>) {
        let mut new: FxHashMap<Box<str>, Entry> = FxHashMap::default();
        for (id, concept) in graph.iter() {
            for word in words(id) {
                let written = word;
                let word = key(&written).into_owned();
                if self.entries.contains_key(word.as_str()) {
                    continue;
                }
                match new.get(word.as_str()).copied() {
                    None => {
                        if word != written {
                            self.spelt.insert(word.as_str().into(), written.into());
                        }
                        new.insert(word.into(), Entry::One(id));
                    }
                    Some(Entry::One(known)) if known == id => {}
                    Some(Entry::One(known)) => {
                        let names = vec![graph.get(known).name.clone(), concept.name.clone()];
                        new.insert(word.into(), Entry::Several(self.several.len() as u32));
                        self.several.push(names);
                    }
                    Some(Entry::Several(index)) => {
                        let names = &mut self.several[index as usize];
                        names.push(concept.name.clone());
                        names.dedup();
                    }
                }
            }
        }
        self.entries.extend(new);
    }

    #[inline]
    fn find(&self, part: RequestPart, word: &str) -> Result<ConceptId, Box<Unresolved>> {
        match self.entries.get(&*key(word)) {
            Some(Entry::One(id)) => Ok(*id),
            other => self.find_otherwise(part, word, other.copied()),
        }
    }

    #[cold]
    fn find_otherwise(
        &self,
        part: RequestPart,
        word: &str,
        entry: Option<Entry>,
    ) -> Result<ConceptId, Box<Unresolved>> {
        match entry {
            Some(Entry::One(id)) => Ok(id),
            Some(Entry::Several(index)) => Err(Box::new(Unresolved {
                part,
                word: word.to_owned(),
                several: self.several[index as usize].clone(),
                nearest: None,
            })),
            None => self.find_folded(part, word).map_err(Box::new),
        }
    }

    /// Looks again with white space dropped: what an IME leaves behind.
    fn find_folded(&self, part: RequestPart, word: &str) -> Result<ConceptId, Unresolved> {
        let wanted = fold(word);
        let mut found: Option<ConceptId> = None;
        let mut sorted: Vec<(&str, &Entry)> = self.entries.iter().map(|(known, entry)| (&**known, entry)).collect();
        sorted.sort_unstable_by_key(|(known, _)| *known);
        for (known, entry) in &sorted {
            if let Entry::One(id) = entry
                && fold(known) == wanted
            {
                if found.is_some_and(|found| found != *id) {
                    found = None;
                    break;
                }
                found = Some(*id);
            }
        }
        found.ok_or_else(|| {
            let known = sorted.into_iter().map(|(known, _)| known);
            unknown(
                part,
                word,
                known.map(|known| self.spelt.get(known).map_or(known, |spelt| spelt)),
            )
        })
    }
}

/// What a source may call it by: 提供.研究.目的 also as 研究.目的 and 目的.
fn last_parts(name: &str) -> Vec<String> {
    let dots = name.match_indices('.');
    dots.filter_map(|(dot, _)| name.get(dot + 1..).map(str::to_owned))
        .collect()
}

fn fold(word: &str) -> String {
    key(word).chars().filter(|letter| !letter.is_whitespace()).collect()
}

fn unknown<'k>(part: RequestPart, word: &str, known: impl Iterator<Item = &'k str>) -> Unresolved {
    let length = word.chars().count().max(3);
    // What is longer than this is not misspelt in one place only, and dear to compare.
    let comparable = move |known: &&str| length <= 64 && known.len() <= 64 * 4;
    let nearest = known
        .filter(comparable)
        .map(|known| (strsim::osa_distance(known, word), known))
        .filter(|(distance, known)| *distance <= length / 3 || known.contains(word))
        .min();
    Unresolved {
        part,
        word: word.to_owned(),
        several: Vec::new(),
        nearest: nearest.map(|(_, known)| known.to_owned()),
    }
}

impl Decider {
    /// Puts a question into the terms of the policy.
    ///
    /// # Errors
    /// Every word that names nothing or several things.
    pub fn request(&self, question: &Question<'_>) -> Result<Request, Vec<Unresolved>> {
        let mut data = vec![ConceptId::TOP; question.data.len()];
        let mut conditions = vec![ConceptId::TOP; question.conditions.len()];
        let found = self.resolve(question, &mut data, &mut conditions)?;
        Ok(Request {
            act: found.act,
            party: found.party,
            purpose: found.purpose,
            processing: found.processing,
            route: found.route,
            data,
            conditions,
        })
    }

    /// Answers a question with one of the five answers and nothing else: [`Self::request`], then
    /// [`Self::decide_bare`], without allocation in most cases.
    ///
    /// # Errors
    /// Every word that names nothing or several things.
    pub fn answer(&self, question: &Question<'_>) -> Result<Expected, Vec<Unresolved>> {
        const FEW: usize = 8;
        if question.data.len() > FEW || question.conditions.len() > FEW {
            return self.request(question).map(|request| self.decide_bare(&request));
        }
        let mut data = [ConceptId::TOP; FEW];
        let mut conditions = [ConceptId::TOP; FEW];
        let data = &mut data[..question.data.len()];
        let conditions = &mut conditions[..question.conditions.len()];
        let found = self.resolve(question, data, conditions)?;
        let asking = Asking {
            data,
            conditions,
            ..found
        };
        Ok(self.with_ask(&asking, |ask| bare(self, ask)))
    }

    /// Looks every word up; data and conditions into the places given, of which there are as many.
    fn resolve(
        &self,
        question: &Question<'_>,
        data: &mut [ConceptId],
        conditions: &mut [ConceptId],
    ) -> Result<Asking<'static>, Vec<Unresolved>> {
        let names = &self.names;
        let mut errors = Vec::new();
        let word = question.act;
        let act = Act::from_word(word)
            .or_else(|| Act::from_english(word))
            .unwrap_or_else(|| {
                let known = Act::ALL.iter().flat_map(|act| [act.word(), act.english()]);
                errors.push(unknown(RequestPart::Act, word, known));
                Act::Use
            });
        let processing = question.processing.map_or(Processing::Raw, |word| {
            let state = Processing::from_word(word).or_else(|| Processing::from_english(word));
            state.unwrap_or_else(|| {
                let known = Processing::ALL.iter().flat_map(|state| [state.word(), state.english()]);
                errors.push(unknown(RequestPart::Processing, word, known));
                Processing::Raw
            })
        });
        let route = question.route.and_then(|word| {
            let found = names.routes.get(&*key(word)).copied();
            if found.is_none() {
                let known = names.route_names.iter().map(String::as_str);
                errors.push(unknown(RequestPart::Route, word, known));
            }
            found
        });
        let mut find = |dictionary: &Dictionary, part, word: &str| match dictionary.find(part, word) {
            Ok(id) => id,
            Err(error) => {
                errors.push(*error);
                ConceptId::TOP
            }
        };
        for (place, word) in data.iter_mut().zip(question.data) {
            *place = find(&names.data, RequestPart::Data, word);
        }
        let party = match question.party {
            Some(word) => find(&names.parties, RequestPart::Party, word),
            None => default_party(act, self.operator),
        };
        let purpose = match question.purpose {
            Some(word) => find(&names.purposes, RequestPart::Purpose, word),
            None => ConceptId::TOP,
        };
        for (place, word) in conditions.iter_mut().zip(question.conditions) {
            *place = find(&names.conditions, RequestPart::Condition, word);
        }
        if !errors.is_empty() {
            return Err(errors);
        }
        Ok(Asking {
            act,
            data: &[],
            party,
            purpose,
            processing,
            conditions: &[],
            route,
        })
    }
}
