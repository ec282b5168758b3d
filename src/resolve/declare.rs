//! Pass 3: what is declared. Gathers the concepts of the four vocabularies, then builds the graphs.
//!
//! A statement declares by its name. Inside a clause, a purpose or condition without a name and without ［］ is a
//! reference where its wording is exactly that of a declared one, and declares an anonymous one otherwise.

use std::collections::HashMap;

use super::context::Context;
use super::kinds::is_clause_of_acts;
use super::names::{Scope, choose_clause, ends_in};
use super::outline::Outline;
use crate::characters;
use crate::diagnostic::{Code, Diagnostic, Text, bounds};
use crate::document::ClauseId;
use crate::span::Span;
use crate::syntax::ast::{Inline, MeaningItem, Path, Statement, Value, Wording, statements};
use crate::syntax::keyword::Keyword;
use crate::vocabulary::{Attribute, BUILT_IN_CONDITIONS, Concept, ConceptId, Dimension, Graph, Origin, Route};
use crate::wording::fold::{fold, key};
use crate::wording::labels::Lexicon;

/// What was declared.
#[derive(Debug)]
pub(super) struct Declared {
    pub(super) data: Graph,
    pub(super) parties: Graph,
    pub(super) purposes: Graph,
    pub(super) conditions: Graph,
    pub(super) routes: Vec<Route>,
    /// By dimension, scope and the key of the name.
    pub(super) tables: HashMap<(Dimension, Scope, String), ConceptId>,
    /// The concept a statement declares, or (an unnamed purpose or condition) refers to by its wording.
    pub(super) of_statement: HashMap<Span, ConceptId>,
    /// The conditions that an unnamed bullet of 場合 names in its wording.
    pub(super) conditions_of: HashMap<Span, Vec<ConceptId>>,
    pub(super) route_of: HashMap<Span, u32>,
    pub(super) operator: Option<ConceptId>,
}

/// A concept before its parents are known.
struct Pending<'a> {
    concept: Concept,
    dimension: Dimension,
    scope: Scope,
    /// Index among all pending of the concept it stands in.
    inside: Option<usize>,
    statement: Option<&'a Statement>,
}

struct Gathering<'a, 'o> {
    outline: &'o Outline<'a>,
    pending: Vec<Pending<'a>>,
    /// Purposes and conditions without a name, to be matched or declared once all names are known.
    unnamed: Vec<(Dimension, Scope, Option<usize>, &'a Statement)>,
    tables: HashMap<(Dimension, Scope, String), usize>,
    of_statement: HashMap<Span, usize>,
    conditions_of: HashMap<Span, Vec<usize>>,
    routes: Vec<Route>,
    route_of: HashMap<Span, u32>,
    operator: Option<usize>,
    clauses: HashMap<String, Vec<ClauseId>>,
    /// The first concept of a clause that has this name there, once all are gathered.
    first_local: HashMap<(Dimension, String), usize>,
    /// How many anonymous concepts each home has.
    anonymous: HashMap<(Dimension, String), usize>,
}

/// Where a walk stands.
#[derive(Clone, Copy)]
struct Place {
    parent: Keyword,
    scope: Scope,
    /// The concept of the same dimension it stands in.
    inside: Option<usize>,
}

/// Gathers all declarations. `None` when a containment is cyclic: nothing after can be judged.
pub(super) fn declare<'a>(outline: &Outline<'a>, context: &mut Context<'a>) -> Option<Declared> {
    let mut gathering = Gathering {
        outline,
        pending: Vec::new(),
        unnamed: Vec::new(),
        tables: HashMap::new(),
        of_statement: HashMap::new(),
        conditions_of: HashMap::new(),
        routes: Vec::new(),
        route_of: HashMap::new(),
        operator: None,
        clauses: HashMap::new(),
        first_local: HashMap::new(),
        anonymous: HashMap::new(),
    };
    gathering.built_in();
    let files = context.files;
    for statement in files.iter().flat_map(|(_, file)| statements(&file.items)) {
        let place = Place {
            parent: Keyword::Unknown,
            scope: None,
            inside: None,
        };
        gathering.walk(statement, place, context);
    }
    gathering.settle_unnamed(context);
    gathering.implied_parties();
    gathering.finish(context)
}

impl<'a> Gathering<'a, '_> {
    fn built_in(&mut self) {
        for condition in BUILT_IN_CONDITIONS {
            let mut concept = Concept::new(condition.name, Origin::BuiltIn);
            concept.labels = std::iter::once(condition.name)
                .chain(condition.aliases.iter().copied())
                .map(str::to_owned)
                .collect();
            self.add(Dimension::Condition, None, None, concept, None);
        }
    }

    fn add(
        &mut self,
        dimension: Dimension,
        scope: Scope,
        inside: Option<usize>,
        concept: Concept,
        statement: Option<&'a Statement>,
    ) -> usize {
        let index = self.pending.len();
        let bare = concept.name.rsplit('.').next().unwrap_or(&concept.name);
        let bare = characters::key(bare).into_owned();
        self.tables.insert((dimension, scope, bare), index);
        if let Some(statement) = statement {
            self.of_statement.insert(statement.head, index);
        }
        self.pending.push(Pending {
            concept,
            dimension,
            scope,
            inside,
            statement,
        });
        index
    }

    fn walk(&mut self, statement: &'a Statement, place: Place, context: &mut Context<'_>) {
        let mut inner = Place {
            parent: statement.kind,
            ..place
        };
        match statement.kind {
            Keyword::Test | Keyword::Unknown => return,
            Keyword::Data => inner.inside = self.named(Dimension::Data, None, place, statement, context),
            Keyword::Party => inner.inside = self.named(Dimension::Party, None, place, statement, context),
            Keyword::Condition => {
                let scope = if place.parent == Keyword::Cases {
                    place.scope
                } else {
                    None
                };
                inner.inside = self.condition(scope, place, statement, context);
            }
            Keyword::Purpose => inner.inside = self.purpose(place, statement, context),
            Keyword::Examples => {}
            Keyword::Route => {
                self.route(place, statement, context);
                inner.inside = None;
            }
            Keyword::Operator => self.operator(statement, context),
            kind => {
                inner.inside = None;
                if is_clause_of_acts(kind) || kind == Keyword::Rider {
                    inner.scope = self.outline.clause_of(statement).or(place.scope);
                }
            }
        }
        for child in statement.children() {
            let inside = if continues(statement.kind, child.kind) {
                inner.inside
            } else {
                None
            };
            self.walk(child, Place { inside, ..inner }, context);
        }
    }

    /// Declares a named statement; an unnamed one is a group and passes on what it stands in.
    fn named(
        &mut self,
        dimension: Dimension,
        scope: Scope,
        place: Place,
        statement: &'a Statement,
        context: &mut Context<'_>,
    ) -> Option<usize> {
        let Some(name) = &statement.name else {
            return place.inside;
        };
        let key = characters::key(&name.text).into_owned();
        if let Some(first) = self.tables.get(&(dimension, scope, key)) {
            self.duplicate(dimension, *first, statement, context);
            return Some(*first);
        }
        let concept = Concept {
            labels: self.labels(statement),
            ..Concept::new(self.qualified(scope, &name.text), Origin::Declared(name.span))
        };
        Some(self.add(dimension, scope, place.inside, concept, Some(statement)))
    }

    fn condition(
        &mut self,
        scope: Scope,
        place: Place,
        statement: &'a Statement,
        context: &mut Context<'_>,
    ) -> Option<usize> {
        let in_cases = place.parent == Keyword::Cases;
        if statement.name.is_none() || self.only_a_name(statement, in_cases) {
            let entry = in_cases && statement.meanings.is_empty();
            if entry {
                self.unnamed
                    .push((Dimension::Condition, scope, place.inside, statement));
            }
            return place.inside;
        }
        self.named(Dimension::Condition, scope, place, statement, context)
    }

    fn purpose(&mut self, place: Place, statement: &'a Statement, context: &mut Context<'_>) -> Option<usize> {
        let local = place.scope.is_some();
        if statement.name.is_some() && !self.only_a_name(statement, local) {
            return self.named(Dimension::Purpose, place.scope, place, statement, context);
        }
        let group = statement.wordings.is_empty() && statement.name.is_none();
        let heads_a_group = local && statement.body.is_some();
        if group || heads_a_group || !statement.meanings.is_empty() {
            return place.inside;
        }
        if local || statement.name.is_some() {
            self.unnamed
                .push((Dimension::Purpose, place.scope, place.inside, statement));
            return place.inside;
        }
        Some(self.anonymous(Dimension::Purpose, place.scope, place.inside, statement))
    }

    /// `・配送` inside a clause: a reference where 配送 is declared, a declaration otherwise.
    fn only_a_name(&self, statement: &Statement, local: bool) -> bool {
        local && statement.meanings.is_empty() && statement.wordings.is_empty() && statement.body.is_none()
    }

    fn anonymous(
        &mut self,
        dimension: Dimension,
        scope: Scope,
        inside: Option<usize>,
        statement: &'a Statement,
    ) -> usize {
        let home = match (inside, scope) {
            (Some(index), _) => self.pending[index].concept.name.clone(),
            (None, Some(clause)) => self.outline.clause(clause).anchor.clone(),
            (None, None) => String::new(),
        };
        let count = self.anonymous.entry((dimension, home.clone())).or_insert(0);
        *count += 1;
        let word = dimension.word();
        // A name cannot hold a blank, so a made-up name is never one that an editor gave.
        let name = match home.as_str() {
            "" => format!("{word} {count}"),
            home => format!("{home}.{word} {count}"),
        };
        let concept = Concept {
            labels: self.labels(statement),
            anonymous: true,
            ..Concept::new(name, Origin::Declared(statement.head))
        };
        let index = self.pending.len();
        self.of_statement.insert(statement.head, index);
        self.pending.push(Pending {
            concept,
            dimension,
            scope,
            inside,
            statement: Some(statement),
        });
        index
    }

    fn route(&mut self, place: Place, statement: &'a Statement, context: &mut Context<'_>) {
        let shown = !statement.wordings.is_empty() && (place.parent == Keyword::Route || statement.body.is_none());
        if statement.name.is_none() && !shown {
            return;
        }
        let name = match &statement.name {
            Some(name) => name.text.clone(),
            None => format!("経路 {}", self.routes.len() + 1),
        };
        let key = characters::key(&name);
        if let Some(first) = self.routes.iter().find(|route| characters::key(&route.name) == key) {
            let first = first.span;
            report_duplicate(&name, "経路", statement.place(), first, context);
            return;
        }
        self.route_of.insert(statement.head, self.routes.len() as u32);
        self.routes.push(Route {
            label: self
                .labels(statement)
                .into_iter()
                .next()
                .unwrap_or_else(|| name.clone()),
            name,
            span: statement.place(),
        });
    }

    fn operator(&mut self, statement: &'a Statement, context: &mut Context<'_>) {
        let place = Place {
            parent: Keyword::Policy,
            scope: None,
            inside: None,
        };
        if self.operator.is_none() {
            self.operator = self.named(Dimension::Party, None, place, statement, context);
        }
    }

    /// Unnamed purposes and conditions of clauses: references by exact wording, else anonymous declarations.
    fn settle_unnamed(&mut self, context: &mut Context<'_>) {
        let mut by_label: HashMap<(Dimension, String), usize> = HashMap::new();
        for (index, pending) in self.pending.iter().enumerate() {
            if pending.scope.is_none() {
                for label in &pending.concept.labels {
                    by_label.entry((pending.dimension, key(label))).or_insert(index);
                }
            }
        }
        let conditions = self.condition_lexicon();
        for (dimension, scope, inside, statement) in std::mem::take(&mut self.unnamed) {
            if let Some(name) = &statement.name {
                let key = characters::key(&name.text).into_owned();
                match self.tables.get(&(dimension, None, key)) {
                    Some(index) => {
                        self.of_statement.insert(statement.head, *index);
                    }
                    None => {
                        let place = Place {
                            parent: Keyword::Unknown,
                            scope,
                            inside,
                        };
                        self.named(dimension, scope, place, statement, context);
                    }
                }
                continue;
            }
            let label = self.labels(statement).into_iter().next().unwrap_or_default();
            if let Some(index) = by_label.get(&(dimension, key(&label))) {
                self.of_statement.insert(statement.head, *index);
                continue;
            }
            // 「ご本人の同意を得た場合」 names 同意; only wording that names no condition declares one.
            let named = match dimension {
                Dimension::Condition => named_in(&conditions, &label),
                _ => Vec::new(),
            };
            if named.is_empty() {
                self.anonymous(dimension, scope, inside, statement);
            } else {
                self.conditions_of.insert(statement.head, named);
            }
        }
    }

    fn condition_lexicon(&self) -> Lexicon {
        let conditions = self
            .pending
            .iter()
            .enumerate()
            .filter(|(_, pending)| pending.dimension == Dimension::Condition && pending.scope.is_none());
        Lexicon::new(conditions.flat_map(|(index, pending)| {
            let concept = &pending.concept;
            std::iter::once(concept.name.as_str())
                .chain(concept.labels.iter().map(String::as_str))
                .map(move |label| (label, index as u32))
        }))
    }

    /// 委託 and 受託 speak of 委託先 and 委託元 where no party is marked as one.
    fn implied_parties(&mut self) {
        for (keyword, name) in [(Keyword::Entrust, "委託先"), (Keyword::AcceptEntrustment, "委託元")] {
            let stated = self.outline.statements.iter().any(|statement| {
                statement.kind == keyword && statement.children_of(Keyword::Recipient).next().is_none()
            });
            let declared = self.tables.contains_key(&(Dimension::Party, None, name.to_owned()))
                || (keyword == Keyword::Entrust
                    && self.pending.iter().any(|pending| marks_processor(pending.statement)));
            if stated && !declared {
                let concept = Concept::new(name, Origin::BuiltIn);
                self.add(Dimension::Party, None, None, concept, None);
            }
        }
    }

    fn qualified(&self, scope: Scope, name: &str) -> String {
        match scope {
            Some(clause) => format!("{}.{name}", self.outline.clause(clause).anchor),
            None => name.to_owned(),
        }
    }

    fn labels(&self, statement: &Statement) -> Vec<String> {
        statement.wordings.iter().map(|wording| self.plain(wording)).collect()
    }

    /// The words of a label. References are printed by number and title of clauses, by name for the rest.
    fn plain(&self, wording: &Wording) -> String {
        let mut text = String::new();
        for inline in wording.paragraphs.iter().flatten() {
            self.write_plain(inline, &mut text);
        }
        text
    }

    fn write_plain(&self, inline: &Inline, text: &mut String) {
        match inline {
            Inline::Text(words) => text.push_str(&words.text),
            Inline::Reference(path) => text.push_str(&path.text()),
            Inline::Url(url) => text.push_str(&url.text),
            Inline::Link { words, .. } | Inline::Strong { words, .. } => {
                for inline in words {
                    self.write_plain(inline, text);
                }
            }
        }
    }

    fn duplicate(&self, dimension: Dimension, first: usize, statement: &Statement, context: &mut Context<'_>) {
        let Some(name) = &statement.name else { return };
        match self.pending[first].concept.origin {
            Origin::Declared(span) => report_duplicate(&name.text, dimension.word(), name.span, span, context),
            Origin::BuiltIn => context.report(
                Diagnostic::new(
                    Code::H0202,
                    Text::new(
                        format!("`{}` は言語に初めからある{}です", name.text, dimension.word()),
                        format!(
                            "`{}` is a {} the language already knows",
                            name.text,
                            dimension.english()
                        ),
                    ),
                )
                .label(name.span, Text::empty())
                .help(Text::new(
                    format!("別の名前を付け、`［{}］` でその一種としてください", name.text),
                    format!("give it another name and mark it `［{}］`", name.text),
                )),
            ),
        }
    }

    // ── Graphs ──

    fn finish(mut self, context: &mut Context<'_>) -> Option<Declared> {
        self.index_locals();
        let ids = self.ids();
        let mut parents: Vec<Vec<ConceptId>> = vec![Vec::new(); self.pending.len()];
        for (index, parents) in parents.iter_mut().enumerate() {
            let pending = &self.pending[index];
            if let Some(inside) = pending.inside
                && self.pending[inside].dimension == pending.dimension
            {
                parents.push(ids[inside]);
            }
            if let Some(statement) = pending.statement {
                let (attributes, country, more) = self.attributes(index, statement, &ids, context);
                parents.extend(more);
                self.pending[index].concept.attributes.extend(attributes);
                self.pending[index].concept.country = country;
            }
        }
        self.covered_purposes(&ids, &mut parents, context);
        let mut concepts: HashMap<Dimension, Vec<Concept>> = HashMap::new();
        for (pending, parents) in self.pending.iter().zip(parents) {
            let concept = Concept {
                parents,
                ..pending.concept.clone()
            };
            concepts.entry(pending.dimension).or_default().push(concept);
        }
        let mut graph = |dimension| {
            let concepts = concepts.remove(&dimension).unwrap_or_default();
            let names: Vec<(String, Origin)> = concepts.iter().map(|c| (c.name.clone(), c.origin)).collect();
            Graph::build(dimension, concepts)
                .map_err(|cycle| report_cycle(&cycle.0, &names, context))
                .ok()
        };
        let (data, parties) = (graph(Dimension::Data), graph(Dimension::Party));
        let (purposes, conditions) = (graph(Dimension::Purpose), graph(Dimension::Condition));
        let by_id = |index: &usize| ids[*index];
        Some(Declared {
            data: data?,
            parties: parties?,
            purposes: purposes?,
            conditions: conditions?,
            routes: self.routes,
            tables: self
                .tables
                .iter()
                .map(|(key, index)| (key.clone(), by_id(index)))
                .collect(),
            of_statement: self
                .of_statement
                .iter()
                .map(|(span, index)| (*span, by_id(index)))
                .collect(),
            conditions_of: self
                .conditions_of
                .iter()
                .map(|(span, indices)| (*span, indices.iter().map(by_id).collect()))
                .collect(),
            route_of: self.route_of,
            operator: self.operator.as_ref().map(by_id),
        })
    }

    /// The id each pending concept has in its graph.
    fn ids(&self) -> Vec<ConceptId> {
        let mut counts: HashMap<Dimension, u32> = HashMap::new();
        self.pending
            .iter()
            .map(|pending| {
                let count = counts.entry(pending.dimension).or_insert(0);
                *count += 1;
                ConceptId(*count)
            })
            .collect()
    }

    /// What ［］ of a declaration says: attributes, a country, further categories it lies below.
    fn attributes(
        &self,
        index: usize,
        statement: &Statement,
        ids: &[ConceptId],
        context: &mut Context<'_>,
    ) -> (Vec<Attribute>, Option<String>, Vec<ConceptId>) {
        let (mut attributes, mut country, mut parents) = (Vec::new(), None, Vec::new());
        let dimension = self.pending[index].dimension;
        for item in statement.meaning_items() {
            match item {
                MeaningItem::Name(path) => {
                    let text = path.text();
                    let attribute = Attribute::ALL.iter().find(|attribute| {
                        attribute.word() == characters::key(&text) && attribute.dimension() == dimension
                    });
                    if let Some(attribute) = attribute {
                        attributes.push(*attribute);
                    } else if let Some(parent) = self.find(dimension, path, self.pending[index].scope) {
                        parents.push(ids[parent]);
                    } else if !context.is_excused(&text) {
                        self.unknown_attribute(dimension, path, context);
                    }
                }
                MeaningItem::Pair(key, value) if dimension == Dimension::Party && key.text == "国名" => {
                    country = Some(match value {
                        Value::Quoted(quoted) => quoted.text.clone(),
                        Value::Name(path) => path.text(),
                        Value::Date(date) => date.text.clone(),
                    });
                    // A party whose country is named is a party abroad.
                    attributes.push(Attribute::Foreign);
                }
                item => context.report(
                    Diagnostic::new(
                        Code::H0207,
                        Text::new(
                            format!("{}の属性として読めません", dimension.word()),
                            format!("no attribute of a {}", dimension.english()),
                        ),
                    )
                    .label(item.span(), Text::empty())
                    .help(attribute_help(dimension)),
                ),
            }
        }
        (attributes, country, parents)
    }

    fn find(&self, dimension: Dimension, path: &Path, scope: Scope) -> Option<usize> {
        let text = path.text();
        let text = characters::key(&text).into_owned();
        let mut at = scope;
        while let Some(clause) = at {
            if let Some(index) = self.tables.get(&(dimension, Some(clause), text.clone())) {
                return Some(*index);
            }
            at = self.outline.clause(clause).parent;
        }
        if let Some(index) = self.tables.get(&(dimension, None, text.clone())) {
            return Some(*index);
        }
        // A name seen from outside its clause; the clause may be given without the chapters it stands in.
        let Some((clause, local)) = text.rsplit_once('.') else {
            return self.first_local.get(&(dimension, text)).copied();
        };
        let last = clause.rsplit('.').next().unwrap_or(clause);
        let homes = self.clauses.get(last).into_iter().flatten();
        let homes = homes.filter(|home| ends_in(&self.outline.clause(**home).anchor, clause));
        homes
            .filter_map(|home| self.tables.get(&(dimension, Some(*home), local.to_owned())))
            .min()
            .copied()
    }

    /// The clauses by the last part of their paths, and of the names declared in them, which concept comes first.
    fn index_locals(&mut self) {
        let outline = self.outline;
        for (index, clause) in outline.clauses.iter().enumerate() {
            let last = clause.anchor.rsplit('.').next().unwrap_or(&clause.anchor);
            let last = characters::key(last).into_owned();
            self.clauses.entry(last).or_default().push(ClauseId(index as u32));
        }
        for (index, pending) in self.pending.iter().enumerate() {
            if pending.scope.is_some() && !pending.concept.anonymous {
                let name = &pending.concept.name;
                let local = name.rsplit('.').next().unwrap_or(name);
                let key = (pending.dimension, characters::key(local).into_owned());
                self.first_local.entry(key).or_insert(index);
            }
        }
    }

    fn unknown_attribute(&self, dimension: Dimension, path: &Path, context: &mut Context<'_>) {
        let text = path.text();
        let attributes = Attribute::ALL
            .iter()
            .filter(|attribute| attribute.dimension() == dimension)
            .map(|attribute| attribute.word());
        let names = self
            .pending
            .iter()
            .filter(|pending| pending.dimension == dimension && pending.scope.is_none())
            .map(|pending| pending.concept.name.as_str());
        let mut diagnostic = Diagnostic::new(
            Code::H0207,
            Text::new(
                format!("`{text}` という属性も{}もありません", dimension.word()),
                format!("`{text}` is neither an attribute nor a {}", dimension.english()),
            ),
        )
        .label(path.span, Text::empty());
        diagnostic = match context.suggestions.nearest(&text, || attributes.chain(names)) {
            Some(meant) => diagnostic
                .help(Text::new(
                    format!("もしかして: {meant}"),
                    format!("did you mean {meant}?"),
                ))
                .fix(path.span, meant),
            None => diagnostic.help(attribute_help(dimension)),
        };
        context.report(diagnostic);
    }

    /// A purpose whose wording refers to a clause contains the purposes that clause declares:
    /// 「{提供章}に定める提供」.
    fn covered_purposes(&self, ids: &[ConceptId], parents: &mut [Vec<ConceptId>], context: &mut Context<'_>) {
        // The purposes declared in each clause, its parts included.
        let mut declared: HashMap<ClauseId, Vec<usize>> = HashMap::new();
        for (index, local) in self.pending.iter().enumerate() {
            if local.dimension != Dimension::Purpose || local.inside.is_some() {
                continue;
            }
            let mut at = local.scope;
            while let Some(clause) = at {
                declared.entry(clause).or_default().push(index);
                at = self.outline.clause(clause).parent;
            }
        }
        let mut contained = 0;
        for (index, pending) in self.pending.iter().enumerate() {
            let Some(statement) = pending.statement.filter(|_| pending.dimension == Dimension::Purpose) else {
                continue;
            };
            let references = statement.wordings.iter().flat_map(|w| w.paragraphs.iter().flatten());
            for inline in references {
                let Inline::Reference(path) = inline else { continue };
                let text = characters::key(&path.text()).into_owned();
                let last = text.rsplit('.').next().unwrap_or(&text);
                let named = |id: &&ClauseId| self.outline.clause(**id).name.is_some();
                let candidates = self.clauses.get(last).into_iter().flatten().filter(named);
                let candidates: Vec<ClauseId> = candidates.copied().collect();
                let Ok(covered) = choose_clause(self.outline, &candidates, &text, None) else {
                    continue;
                };
                let inside = declared.get(&covered).map_or(&[][..], Vec::as_slice);
                contained += inside.len();
                if contained > MOST_CONTAINED {
                    context.report(too_much_contained(path.span));
                    return;
                }
                for &other in inside.iter().filter(|other| **other != index) {
                    parents[other].push(ids[index]);
                }
            }
        }
    }
}

/// How often in all purposes may lie under other purposes by reference to a clause.
const MOST_CONTAINED: usize = 1_000_000;

fn too_much_contained(span: Span) -> Diagnostic {
    Diagnostic::new(
        Code::H0906,
        Text::new(
            format!("条項への参照による目的の包含が {MOST_CONTAINED} 組を超えています"),
            format!("purposes contain one another by reference in more than {MOST_CONTAINED} pairs"),
        ),
    )
    .label(span, Text::new("ここから先は読んでいません", "not read from here on"))
    .help(Text::new(
        "参照する条項を絞るか、目的をまとめてください",
        "refer to narrower clauses, or join purposes",
    ))
}

fn named_in(lexicon: &Lexicon, label: &str) -> Vec<usize> {
    let folded = fold(label);
    let mut found: Vec<usize> = lexicon
        .scan(&folded)
        .flat_map(|matched| matched.ids.iter().map(|id| *id as usize))
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// Whether what a child declares lies below what its parent statement declares.
fn continues(parent: Keyword, child: Keyword) -> bool {
    match parent {
        Keyword::Purpose | Keyword::Examples => matches!(child, Keyword::Purpose | Keyword::Examples),
        Keyword::Data | Keyword::Party | Keyword::Condition => child == parent,
        _ => false,
    }
}

fn marks_processor(statement: Option<&Statement>) -> bool {
    statement.is_some_and(|statement| {
        statement.kind == Keyword::Party
            && statement
                .meaning_items()
                .any(|item| matches!(item, MeaningItem::Name(path) if characters::key(&path.text()) == Attribute::Processor.word()))
    })
}

fn attribute_help(dimension: Dimension) -> Text {
    let words: Vec<&str> = Attribute::ALL
        .iter()
        .filter(|attribute| attribute.dimension() == dimension)
        .map(|attribute| attribute.word())
        .collect();
    match dimension {
        Dimension::Condition => {
            let words: Vec<&str> = BUILT_IN_CONDITIONS.iter().map(|condition| condition.name).collect();
            Text::new(
                format!("使えるもの: {}、または宣言した条件の名前", words.join("・")),
                format!("use {}, or the name of a declared condition", words.join(", ")),
            )
        }
        Dimension::Purpose => Text::new(
            "［ ］ には上位の目的の名前を書きます",
            "［ ］ of a purpose names the purpose it lies below",
        ),
        _ => Text::new(
            format!(
                "使えるもの: {}、または上位の{}の名前",
                words.join("・"),
                dimension.word()
            ),
            format!(
                "use {}, or the name of a wider {}",
                words.join(", "),
                dimension.english()
            ),
        ),
    }
}

fn report_duplicate(name: &str, kind: &str, second: Span, first: Span, context: &mut Context<'_>) {
    context.report(
        Diagnostic::new(
            Code::H0202,
            Text::new(
                format!("`{name}` という{kind}が二つあります"),
                format!("`{name}` is declared twice"),
            ),
        )
        .label(second, Text::new("二つ目", "the second"))
        .label(first, Text::new("一つ目", "the first"))
        .help(Text::new(
            "どちらかの名前を変えるか、同じものなら一方を削除してください",
            "rename one of them, or delete one if they are the same",
        )),
    );
}

fn report_cycle(cycle: &[ConceptId], names: &[(String, Origin)], context: &mut Context<'_>) {
    let concept = |id: &ConceptId| names.get(id.index() - 1);
    let names = cycle.iter().chain(cycle.first()).filter_map(concept);
    let path = bounds::names(names.map(|(name, _)| name.as_str()), [" ⊃ ", " ⊃ "]);
    let mut diagnostic = Diagnostic::new(
        Code::H0204,
        Text::new(
            format!("含む・含まれるの関係が一巡しています: {}", path.ja),
            format!("containment leads back to itself: {}", path.en),
        ),
    );
    for (name, origin) in cycle.iter().filter_map(concept) {
        if let Origin::Declared(span) = origin {
            diagnostic = diagnostic.label(*span, Text::new(format!("`{name}`"), format!("`{name}`")));
        }
    }
    context.report(diagnostic.help(Text::new(
        "どれか一つの宣言から上位の名前を外してください",
        "take the wider name out of one of these declarations",
    )));
}
