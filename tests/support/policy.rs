//! Policies put together by hand, for tests of what comes after `resolve`.
//!
//! First the vocabulary, then the clauses with their norms:
//!
//! ```ignore
//! let mut words = Words::new();
//! let personal = words.data("個人情報", &[]);
//! words.data("氏名", &[personal]);
//! let mut draft = Draft::new(words);
//! let chapter = draft.chapter("第三者提供", "第三者への提供");
//! draft.permit(chapter, Act::Provide).data(&["氏名"]).parties(&["加盟店"]);
//! let (policy, sources) = draft.finish();
//! ```
//!
//! Every thing declared is a line of an invented source, so that spans, lines and columns are real.

use std::collections::BTreeMap;

use hoshin::internals::document::{
    Binding, Block, Clause, ClauseId, Document, ListItem, Number, OutlineLevel, Run, TableRow, default_style,
};
use hoshin::internals::norm::{
    Act, ActSet, AnyOf, Effect, Norm, NormId, Processing, Provenance, Rank, Scope, Transform, Unless,
};
use hoshin::internals::policy::{Metadata, Operator, Policy};
use hoshin::internals::source::SourceMap;
use hoshin::internals::span::{SourceId, Span};
use hoshin::internals::vocabulary::{
    Attribute, BUILT_IN_CONDITIONS, Concept, ConceptId, Dimension, Graph, LeafSet, Linking, Origin, Route, Vocabulary,
};

/// The source that everything is declared in.
pub(crate) const SOURCE: &str = "見本.policy";

/// A vocabulary in the making: four lists of concepts.
#[derive(Debug, Clone)]
pub(crate) struct Words {
    text: String,
    concepts: BTreeMap<Dimension, Vec<Concept>>,
    routes: Vec<Route>,
}

impl Words {
    /// The built-in conditions and nothing else.
    pub(crate) fn new() -> Self {
        let built_in = BUILT_IN_CONDITIONS.iter().map(|condition| Concept {
            labels: condition.aliases.iter().map(|alias| (*alias).to_owned()).collect(),
            parents: (BUILT_IN_CONDITIONS.iter())
                .position(|outer| condition.kind_of == Some(outer.name))
                .map(|outer| ConceptId(outer as u32 + 1))
                .into_iter()
                .collect(),
            ..Concept::new(condition.name, Origin::BuiltIn)
        });
        let mut concepts: BTreeMap<Dimension, Vec<Concept>> = Dimension::ALL
            .into_iter()
            .map(|dimension| (dimension, Vec::new()))
            .collect();
        concepts.insert(Dimension::Condition, built_in.collect());
        Self {
            text: String::new(),
            concepts,
            routes: Vec::new(),
        }
    }

    /// Declares a concept below others of its dimension.
    pub(crate) fn concept(&mut self, dimension: Dimension, name: &str, parents: &[ConceptId]) -> ConceptId {
        let span = line(&mut self.text, dimension.word(), name);
        let concepts = self.concepts.entry(dimension).or_default();
        concepts.push(Concept {
            parents: parents.to_vec(),
            ..Concept::new(name, Origin::Declared(span))
        });
        ConceptId(concepts.len() as u32)
    }

    pub(crate) fn data(&mut self, name: &str, parents: &[ConceptId]) -> ConceptId {
        self.concept(Dimension::Data, name, parents)
    }

    pub(crate) fn party(&mut self, name: &str, parents: &[ConceptId]) -> ConceptId {
        self.concept(Dimension::Party, name, parents)
    }

    pub(crate) fn purpose(&mut self, name: &str, parents: &[ConceptId]) -> ConceptId {
        self.concept(Dimension::Purpose, name, parents)
    }

    /// Declares a condition below a built-in or declared one.
    pub(crate) fn condition(&mut self, name: &str, below: &str) -> ConceptId {
        let conditions = &self.concepts[&Dimension::Condition];
        let parent = conditions.iter().position(|concept| concept.name == below);
        let parent = ConceptId(parent.expect("a condition declared before") as u32 + 1);
        self.concept(Dimension::Condition, name, &[parent])
    }

    pub(crate) fn route(&mut self, name: &str) -> u32 {
        let span = line(&mut self.text, "経路", name);
        self.routes.push(Route {
            name: name.to_owned(),
            label: format!("{name}により取得する方法"),
            span,
        });
        self.routes.len() as u32 - 1
    }

    /// Changes what was declared last in a dimension.
    pub(crate) fn last(&mut self, dimension: Dimension) -> &mut Concept {
        let concepts = self.concepts.entry(dimension).or_default();
        concepts.last_mut().expect("a concept of the dimension")
    }

    /// Gives the concept declared last in the attribute's dimension that attribute.
    pub(crate) fn attribute(&mut self, attribute: Attribute) {
        self.last(attribute.dimension()).attributes.insert(attribute);
    }
}

/// A policy in the making. Everything in it may be changed before [`Draft::finish`].
#[derive(Debug, Clone)]
pub(crate) struct Draft {
    text: String,
    pub(crate) policy: Policy,
}

impl Draft {
    pub(crate) fn new(mut words: Words) -> Self {
        let mut graph = |dimension| {
            let concepts = words.concepts.remove(&dimension).unwrap_or_default();
            Graph::build(dimension, concepts).expect("containment without cycles")
        };
        let vocabulary = Vocabulary {
            data: graph(Dimension::Data),
            parties: graph(Dimension::Party),
            purposes: graph(Dimension::Purpose),
            conditions: graph(Dimension::Condition),
            linkings: Vec::new(),
            routes: words.routes,
        };
        let title = "個人情報の取扱いについて";
        let policy = Policy {
            metadata: Metadata {
                title: title.to_owned(),
                ..Metadata::default()
            },
            vocabulary,
            document: Document {
                title: title.to_owned(),
                style: default_style(),
                ..Document::default()
            },
            norms: Vec::new(),
            notices: Vec::new(),
            terms: Vec::new(),
            tests: Vec::new(),
            transfers_abroad: Vec::new(),
            revisions: Vec::new(),
            sources: Vec::new(),
            coverage: Vec::new(),
        };
        Self {
            text: words.text,
            policy,
        }
    }

    /// Adds a line to the source and returns where the words stand.
    pub(crate) fn line(&mut self, keyword: &str, words: &str) -> Span {
        line(&mut self.text, keyword, words)
    }

    pub(crate) fn operator(&mut self, party: &str, official_name: &str) {
        let id = self.id(Dimension::Party, party);
        self.policy.metadata.operator = Some(Operator {
            party: id,
            name: party.to_owned(),
            official_name: official_name.to_owned(),
            address: None,
            representative: None,
        });
    }

    /// The concept of this name; `*` is the top element.
    pub(crate) fn id(&self, dimension: Dimension, name: &str) -> ConceptId {
        if name == "*" {
            return ConceptId::TOP;
        }
        let found = self.policy.vocabulary.graph(dimension).find(name);
        found.unwrap_or_else(|| panic!("{}{name} was not declared", dimension.word()))
    }

    pub(crate) fn ids(&self, dimension: Dimension, names: &[&str]) -> Vec<ConceptId> {
        names.iter().map(|name| self.id(dimension, name)).collect()
    }

    /// A numbered chapter.
    pub(crate) fn chapter(&mut self, name: &str, title: &str) -> ClauseId {
        let clauses = &self.policy.document.clauses;
        let count = clauses.iter().filter(|clause| clause.parent.is_none()).count() + 1;
        let clause = self.clause(None, ("章", "chapter"), name, title);
        self.number(clause, OutlineLevel::Chapter, count);
        clause
    }

    /// A numbered clause in a chapter.
    pub(crate) fn section(
        &mut self,
        parent: ClauseId,
        keyword: (&'static str, &'static str),
        name: &str,
        title: &str,
    ) -> ClauseId {
        let clauses = &self.policy.document.clauses;
        let siblings = clauses.iter().filter(|clause| clause.parent == Some(parent));
        let count = siblings.filter(|clause| clause.number.is_some()).count() + 1;
        let clause = self.clause(Some(parent), keyword, name, title);
        self.number(clause, OutlineLevel::Section, count);
        clause
    }

    /// A clause without a number. Its anchor is its name, below its parent's.
    pub(crate) fn clause(
        &mut self,
        parent: Option<ClauseId>,
        (keyword, kind): (&'static str, &'static str),
        name: &str,
        title: &str,
    ) -> ClauseId {
        let span = self.line(keyword, name);
        let anchor = match parent {
            Some(parent) => format!("{}.{name}", self.policy.document.clause(parent).anchor),
            None => name.to_owned(),
        };
        self.policy.document.clauses.push(Clause {
            keyword,
            kind,
            name: Some(name.to_owned()),
            anchor,
            number: None,
            title: vec![Run::Text(title.to_owned())],
            headed: true,
            retired: false,
            parent,
            span,
        });
        ClauseId(self.policy.document.clauses.len() as u32 - 1)
    }

    fn number(&mut self, clause: ClauseId, level: OutlineLevel, count: usize) {
        let pattern = self.policy.document.style(level).pattern;
        let bare = pattern.bare(count, None);
        let number = Number {
            level,
            full: pattern.full(&bare),
            bare,
        };
        self.policy.document.clauses[clause.0 as usize].number = Some(number);
    }

    /// A norm that permits the act with everything, to everybody, for every purpose.
    pub(crate) fn permit(&mut self, clause: ClauseId, act: Act) -> NormDraft<'_> {
        self.norm(clause, Effect::Permit, &[act])
    }

    /// A norm that forbids the act with everything, to everybody, for every purpose.
    pub(crate) fn forbid(&mut self, clause: ClauseId, act: Act) -> NormDraft<'_> {
        self.norm(clause, Effect::Forbid, &[act])
            .processing(Processing::Aggregate)
    }

    pub(crate) fn norm(&mut self, clause: ClauseId, effect: Effect, acts: &[Act]) -> NormDraft<'_> {
        let anchor = self.policy.document.clause(clause).anchor.clone();
        let norms = &self.policy.norms;
        let count = norms.iter().filter(|norm| norm.provenance.clause == clause).count();
        let key = match count {
            0 => anchor,
            count => format!("{anchor}~{}", count + 1),
        };
        let span = self.line("規則", &key);
        let everything = |graph: &Graph| Scope {
            named: vec![ConceptId::TOP],
            leaves: graph.leaves_of(ConceptId::TOP).clone(),
            ..Scope::default()
        };
        let vocabulary = &self.policy.vocabulary;
        let norm = Norm {
            effect,
            acts: acts.iter().copied().collect::<ActSet>(),
            data: everything(&vocabulary.data),
            parties: everything(&vocabulary.parties),
            purposes: everything(&vocabulary.purposes),
            routes: None,
            processing: Processing::Raw,
            requires: Vec::new(),
            unless: Unless::default(),
            rank: Rank::Ordinary,
            priority_over: Vec::new(),
            transform: None,
            basis: Vec::new(),
            period: None,
            exception: false,
            provenance: Provenance {
                clause,
                span,
                wording: format!("{key}についての文言"),
            },
            key,
        };
        self.policy.norms.push(norm);
        NormDraft { draft: self }
    }

    /// Any of the conditions.
    pub(crate) fn any_of(&self, names: &[&str]) -> AnyOf {
        let conditions = self.ids(Dimension::Condition, names);
        AnyOf {
            leaves: self.policy.vocabulary.conditions.leaves_of_all(&conditions),
            conditions,
        }
    }

    /// While one of the conditions holds, `from` counts as `to`.
    pub(crate) fn link(&mut self, from: &str, to: &str, when: &[&str]) {
        let linking = Linking {
            from: self.id(Dimension::Data, from),
            to: self.id(Dimension::Data, to),
            when: vec![self.any_of(when)],
            span: self.line("紐付け", from),
        };
        self.policy.vocabulary.linkings.push(linking);
    }

    /// The policy, and the source its places lie in.
    pub(crate) fn finish(mut self) -> (Policy, SourceMap) {
        let mut sources = SourceMap::default();
        self.policy.sources.push(SOURCE.to_owned());
        sources.add(SOURCE, self.text);
        (self.policy, sources)
    }
}

/// The norm added last.
#[derive(Debug)]
pub(crate) struct NormDraft<'a> {
    draft: &'a mut Draft,
}

impl NormDraft<'_> {
    /// Changes the norm in any way.
    pub(crate) fn with(self, change: impl FnOnce(&mut Norm)) -> Self {
        change(self.draft.policy.norms.last_mut().expect("the norm was added"));
        self
    }

    pub(crate) fn data(self, named: &[&str]) -> Self {
        let scope = self.scope(Dimension::Data, named, &[]);
        self.with(|norm| norm.data = scope)
    }

    pub(crate) fn parties(self, named: &[&str]) -> Self {
        let scope = self.scope(Dimension::Party, named, &[]);
        self.with(|norm| norm.parties = scope)
    }

    pub(crate) fn purposes(self, named: &[&str]) -> Self {
        let scope = self.scope(Dimension::Purpose, named, &[]);
        self.with(|norm| norm.purposes = scope)
    }

    /// Every purpose but these: what a limit forbids.
    pub(crate) fn purposes_except(self, except: &[&str]) -> Self {
        let scope = self.scope(Dimension::Purpose, &["*"], except);
        self.with(|norm| norm.purposes = scope)
    }

    /// Takes the parties with the attribute out again, as `resolve` does with parties abroad.
    pub(crate) fn withhold(self, attribute: Attribute) -> Self {
        let withheld: LeafSet = self.draft.policy.vocabulary.parties.leaves_with(attribute).clone();
        self.with(|norm| norm.parties.leaves = norm.parties.leaves.difference(&withheld))
    }

    pub(crate) fn processing(self, state: Processing) -> Self {
        self.with(|norm| norm.processing = state)
    }

    pub(crate) fn rider(self) -> Self {
        self.with(|norm| norm.rank = Rank::Rider)
    }

    /// One more choice of conditions that must hold.
    pub(crate) fn requires(self, any_of: &[&str]) -> Self {
        let choice = self.draft.any_of(any_of);
        self.with(|norm| norm.requires.push(choice))
    }

    pub(crate) fn unless(self, any_of: &[&str], clauses: &[ClauseId]) -> Self {
        let unless = Unless {
            conditions: self.draft.any_of(any_of),
            clauses: clauses.to_vec(),
        };
        self.with(|norm| norm.unless = unless)
    }

    pub(crate) fn transform(self, drop: &[&str], generalise: &[(&str, &str)]) -> Self {
        let span = self.draft.line("加工", &drop.join("、"));
        let data = |name| self.draft.id(Dimension::Data, name);
        let transform = Transform {
            drop: self.draft.ids(Dimension::Data, drop),
            keep: Vec::new(),
            generalise: generalise.iter().map(|(from, to)| (data(from), data(to))).collect(),
            span,
        };
        self.with(|norm| norm.transform = Some(transform)).processed()
    }

    /// Makes the data of the norm the processed data, as `resolve` does.
    pub(crate) fn processed(self) -> Self {
        let policy = &mut self.draft.policy;
        let norm = policy.norms.last_mut().expect("the norm was added");
        norm.data.leaves = norm.covered_data(&policy.vocabulary.data);
        self
    }

    fn scope(&self, dimension: Dimension, named: &[&str], except: &[&str]) -> Scope {
        let graph = self.draft.policy.vocabulary.graph(dimension);
        let named = self.draft.ids(dimension, named);
        let except = self.draft.ids(dimension, except);
        Scope {
            leaves: graph.leaves_of_all(&named).difference(&graph.leaves_of_all(&except)),
            named,
            except,
            ..Scope::default()
        }
    }
}

/// Plain words.
pub(crate) fn words(text: &str) -> Vec<Run> {
    vec![Run::Text(text.to_owned())]
}

/// A paragraph that states the norms.
pub(crate) fn paragraph(runs: Vec<Run>, norms: &[NormId]) -> Block {
    Block::Paragraph {
        binding: Binding {
            clause: None,
            norms: norms.to_vec(),
        },
        runs,
    }
}

/// Bullets without norms.
pub(crate) fn bullets(texts: &[&str]) -> Block {
    Block::List(
        texts
            .iter()
            .map(|text| ListItem {
                binding: Binding::default(),
                runs: words(text),
                children: Vec::new(),
            })
            .collect(),
    )
}

/// A table without norms; the first row is its head.
pub(crate) fn table(caption: &str, rows: &[&[&str]]) -> Block {
    let row = |row: &&[&str]| row.iter().map(|cell| words(cell)).collect::<Vec<_>>();
    Block::Table {
        caption: words(caption),
        columns: rows.first().map(row).unwrap_or_default(),
        rows: rows
            .iter()
            .skip(1)
            .map(|cells| TableRow {
                binding: Binding::default(),
                cells: row(cells),
            })
            .collect(),
    }
}

fn line(text: &mut String, keyword: &str, words: &str) -> Span {
    text.push_str(keyword);
    text.push(' ');
    let start = text.len();
    text.push_str(words);
    let span = Span::new(SourceId(0), start, text.len());
    text.push('\n');
    span
}
