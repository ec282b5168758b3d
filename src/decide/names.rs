//! What the words of a request mean: what an editor or a program calls things, and what the policy knows them as.

use super::question::{Question, RequestPart, Unresolved, Why};
use super::request::{Asking, default_party};
use crate::characters::key;
use crate::norm::{Act, Processing};
use crate::policy::Policy;
use crate::vocabulary::{ConceptId, Dimension, Graph, country_names, place_name};
use rustc_hash::FxHashMap;

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
    /// The operator, as a party.
    operator: Option<ConceptId>,
}

/// What the words of one vocabulary mean, by their keys: qualified names first, then their last parts, as a source may write them, then
/// labels.
#[derive(Debug, Clone, Default)]
struct Dictionary {
    meanings: FxHashMap<Box<str>, Meaning>,
    /// What is written otherwise than its key.
    spelt: FxHashMap<Box<str>, Box<str>>,
    /// The qualified names of what words may mean that mean several things.
    several: Vec<Vec<String>>,
    /// What asks about something that the policy does not know.
    other: Option<ConceptId>,
}

/// Kept small, so that a look-up touches little memory.
#[derive(Debug, Clone, Copy)]
enum Meaning {
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
            operator: policy.metadata.operator.as_ref().map(|operator| operator.party),
        }
    }

    /// A condition by what it is called.
    pub(super) fn condition(&self, part: RequestPart, word: &str) -> Result<ConceptId, Box<Unresolved>> {
        self.conditions.find(part, word)
    }

    /// Looks every word up; data, conditions, and what is denied and withdrawn, into the places given, of which there are as many.
    pub(super) fn resolve(
        &self,
        question: &Question<'_>,
        data: &mut [ConceptId],
        conditions: &mut [ConceptId],
        [denied, withdrawn]: [&mut [ConceptId]; 2],
    ) -> Result<Asking<'static>, Vec<Unresolved>> {
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
            let found = self.routes.get(word).or_else(|| self.routes.get(&*key(word))).copied();
            if found.is_none() {
                let known = self.route_names.iter().map(String::as_str);
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
            *place = find(&self.data, RequestPart::Data, word);
        }
        let party = match question.party {
            Some(word) => find(&self.parties, RequestPart::Party, word),
            None => default_party(act, self.operator),
        };
        let purpose = match question.purpose {
            Some(word) => find(&self.purposes, RequestPart::Purpose, word),
            None => ConceptId::TOP,
        };
        for (place, word) in conditions.iter_mut().zip(question.conditions) {
            *place = find(&self.conditions, RequestPart::Condition, word);
        }
        for (place, word) in denied.iter_mut().zip(question.denied) {
            *place = find(&self.conditions, RequestPart::Denied, word);
        }
        for (place, word) in withdrawn.iter_mut().zip(question.withdrawn) {
            *place = find(&self.conditions, RequestPart::Withdrawn, word);
        }
        // Nobody else collects, uses, publishes, keeps or erases for the operator. Where it is declared, the answer says whom it
        // is about.
        if let Some(word) = question.party
            && !act.has_other_party()
            && self.operator.is_none()
            && errors.is_empty()
        {
            errors.push(Unresolved {
                part: RequestPart::Party,
                word: word.to_owned(),
                why: Why::DoneAlone,
            });
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
            denied: &[],
            withdrawn: &[],
            closed: question.closed,
            route,
        })
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
        dictionary.add(graph, |id| places(graph, id));
        if graph.dimension() != Dimension::Condition {
            dictionary.add_rests(graph);
            dictionary.other = graph.other();
        }
        dictionary
    }

    /// Adds その他の X of each X that has one, by its name and what is shown for it, where the policy has no such name itself.
    fn add_rests(&mut self, graph: &Graph) {
        for (rest, of) in graph.rests() {
            let concept = graph.get(of);
            let shown = (of != ConceptId::TOP).then(|| format!("その他の{}", concept.label()));
            for word in [Some(graph.get(rest).name.clone()), shown].into_iter().flatten() {
                let word = key(&word).into_owned();
                self.meanings.entry(word.into()).or_insert(Meaning::One(rest));
            }
        }
    }

    /// Adds words that are not yet known.
    fn add(&mut self, graph: &Graph, words: impl Fn(ConceptId) -> Vec<String>) {
        let mut new: FxHashMap<Box<str>, Meaning> = FxHashMap::default();
        for (id, concept) in graph.iter() {
            for word in words(id) {
                let written = word;
                let word = key(&written).into_owned();
                if self.meanings.contains_key(word.as_str()) {
                    continue;
                }
                match new.get(word.as_str()).copied() {
                    None => {
                        if word != written {
                            self.spelt.insert(word.as_str().into(), written.into());
                        }
                        new.insert(word.into(), Meaning::One(id));
                    }
                    Some(Meaning::One(known)) if known == id => {}
                    Some(Meaning::One(known)) => {
                        let names = vec![graph.get(known).name.clone(), concept.name.clone()];
                        new.insert(word.into(), Meaning::Several(self.several.len() as u32));
                        self.several.push(names);
                    }
                    Some(Meaning::Several(index)) => {
                        let names = &mut self.several[index as usize];
                        names.push(concept.name.clone());
                        names.dedup();
                    }
                }
            }
        }
        self.meanings.extend(new);
    }

    #[inline]
    fn find(&self, part: RequestPart, word: &str) -> Result<ConceptId, Box<Unresolved>> {
        // What is there as it is written is its own key.
        match self.meanings.get(word) {
            Some(Meaning::One(id)) => Ok(*id),
            _ => self.find_otherwise(part, word),
        }
    }

    #[cold]
    fn find_otherwise(&self, part: RequestPart, word: &str) -> Result<ConceptId, Box<Unresolved>> {
        match self.meanings.get(&*key(word)) {
            Some(Meaning::One(id)) => Ok(*id),
            Some(Meaning::Several(index)) => Err(Box::new(Unresolved {
                part,
                word: word.to_owned(),
                why: Why::Several(self.several[*index as usize].clone()),
            })),
            None => match (self.other, about_another(word)) {
                // What the policy has a name for is no other.
                (Some(_), Some(known)) if self.meanings.contains_key(&*known) => Err(Box::new(Unresolved {
                    part,
                    word: word.to_owned(),
                    why: Why::Known(known),
                })),
                (Some(other), Some(_)) => Ok(other),
                _ => self.find_folded(part, word).map_err(Box::new),
            },
        }
    }

    /// Looks again with white space dropped: what an IME leaves behind.
    fn find_folded(&self, part: RequestPart, word: &str) -> Result<ConceptId, Unresolved> {
        let wanted = fold(word);
        let mut found: Option<ConceptId> = None;
        let mut sorted: Vec<(&str, &Meaning)> = self
            .meanings
            .iter()
            .map(|(known, meaning)| (&**known, meaning))
            .collect();
        sorted.sort_unstable_by_key(|(known, _)| *known);
        for (known, meaning) in &sorted {
            if let Meaning::One(id) = meaning
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

/// What it is, as far as it is said, of a word that says of itself that the policy does not know it: その他, その他：転売. A name that
/// was only misspelt does not.
fn about_another(word: &str) -> Option<String> {
    let word = key(word);
    let said = word.trim().strip_prefix("その他")?.trim_start();
    match said.strip_prefix([':', '：']) {
        Some(what) => Some(what.trim().to_owned()),
        None => said.is_empty().then(String::new),
    }
}

/// What a party in one country is called: by its name, and by the words of the page, there.
fn places(graph: &Graph, id: ConceptId) -> Vec<String> {
    let party = graph.get(graph.party_of(id).unwrap_or(id));
    let words = || std::iter::once(&party.name).chain(&party.labels);
    match graph.get(id).countries.as_slice() {
        [country] => country_names(country)
            .iter()
            .flat_map(|country| words().map(move |word| place_name(word, country)))
            .collect(),
        _ => Vec::new(),
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
        why: Why::Unknown {
            nearest: nearest.map(|(_, known)| known.to_owned()),
        },
    }
}
