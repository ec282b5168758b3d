//! Policies made at random: any vocabulary, any norms, any page that the model allows.

use std::collections::BTreeSet;

use hoshin::internals::document::{Binding, Block, ClauseId, DateKind, ListItem, OutlineLevel, Part, Run, TableRow};
use hoshin::internals::norm::{Act, AnyOf, Effect, NormId, Period, Processing, Rank, Scope, Transform, Unless};
use hoshin::internals::policy::{
    Acknowledgement, ChapterCoverage, Covered, DefinedTerm, Expected, Notice, NoticeKind, Policy, PolicyTest,
    RevisionEntry, SummaryLine, TransferAbroad,
};
use hoshin::internals::source::SourceMap;
use hoshin::internals::vocabulary::{Attribute, COLLECTED, ConceptId, Dimension, Lapse, LeafSet, Length};
use jiff::civil::Date;
use proptest::prelude::*;

use super::policy::{Draft, Words};

/// Policies with up to a dozen concepts in each dimension, a dozen clauses and a dozen norms.
pub(crate) fn policies() -> impl Strategy<Value = (Policy, SourceMap)> {
    proptest::collection::vec(any::<u16>(), 0..1200).prop_map(|numbers| policy(&mut Choices { numbers, next: 0 }))
}

/// A stream of choices. When it ends every further choice is the first, so a shorter stream makes a smaller policy.
struct Choices {
    numbers: Vec<u16>,
    next: usize,
}

impl Choices {
    /// A number below the bound; 0 when the bound is 0.
    fn below(&mut self, bound: usize) -> usize {
        let number = self.numbers.get(self.next).copied().unwrap_or(0);
        self.next += 1;
        usize::from(number) % bound.max(1)
    }

    fn yes(&mut self) -> bool {
        self.below(2) == 1
    }

    /// True one time in four.
    fn seldom(&mut self) -> bool {
        self.below(4) == 3
    }

    fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    fn many<T>(&mut self, most: usize, mut one: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.below(most + 1)).map(|_| one(self)).collect()
    }

    fn maybe<T>(&mut self, one: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.seldom().then(|| one(self))
    }

    /// Words with everything that JSON has to escape, and what it need not.
    fn words(&mut self) -> String {
        const PIECES: &[&str] = &[
            "情報",
            "「引用」",
            "\"",
            "\\",
            "\n",
            "\t",
            "\u{2028}",
            "\u{200B}",
            "\u{202E}",
            "葛\u{E0100}",
            "𠮷",
            "か\u{3099}",
            "/",
            "é",
        ];
        self.many(4, |choices| choices.one_of(PIECES)).concat()
    }
}

fn policy(choices: &mut Choices) -> (Policy, SourceMap) {
    let mut draft = Draft::new(vocabulary(choices));
    for _ in 0..=choices.below(11) {
        clause(choices, &mut draft);
    }
    for _ in 0..choices.below(4) {
        link(choices, &mut draft);
    }
    for _ in 0..choices.below(13) {
        norm(choices, &mut draft);
    }
    // Titles refer to clauses, so all clauses must be there.
    for index in 0..draft.policy.document.clauses.len() {
        let title = runs(choices, &draft);
        draft.policy.document.clauses[index].title = title;
    }
    metadata(choices, &mut draft);
    statements(choices, &mut draft);
    draft.policy.document.blocks = blocks(choices, &draft, 0);
    draft.finish()
}

fn vocabulary(choices: &mut Choices) -> Words {
    let mut words = Words::new();
    for dimension in Dimension::ALL {
        for index in 0..choices.below(13) {
            // Any earlier concepts may contain it, the built-in conditions too.
            let earlier = match dimension {
                Dimension::Condition => hoshin::internals::vocabulary::BUILT_IN_CONDITIONS.len() + index,
                _ => index,
            };
            let parents: BTreeSet<ConceptId> = match earlier {
                0 => BTreeSet::new(),
                count => choices
                    .many(2, |choices| ConceptId(choices.below(count) as u32 + 1))
                    .into_iter()
                    .collect(),
            };
            let parents: Vec<ConceptId> = parents.into_iter().collect();
            words.concept(dimension, &format!("{}{index}", dimension.word()), &parents);
            let labels = choices.many(2, Choices::words);
            let attributes: Vec<Attribute> = choices.many(2, |choices| choices.one_of(Attribute::ALL));
            let countries = choices.many(2, Choices::words);
            let is_party = dimension == Dimension::Party;
            let anonymous = choices.seldom();
            // One is in order with itself.
            let over = dimension == Dimension::Condition && index == 0;
            let lapse = choices.maybe(lapse).filter(|_| over);
            let concept = words.last(dimension);
            concept.lapse = lapse;
            concept.labels = labels;
            concept.attributes = attributes
                .into_iter()
                .filter(|attribute| attribute.dimension() == dimension)
                .collect();
            concept.countries = countries.into_iter().filter(|_| is_party).collect();
            concept.anonymous = anonymous;
        }
    }
    for index in 0..choices.below(4) {
        words.route(&format!("経路{index}"));
    }
    words
}

fn lapse(choices: &mut Choices) -> Lapse {
    match choices.seldom() {
        true => Lapse::Day(jiff::civil::date(2027, 3, 31)),
        false => Lapse::Since {
            event: COLLECTED.to_owned(),
            length: Length {
                months: choices.below(40) as u32,
                days: choices.below(100) as u32,
                hours: choices.below(3) as u32,
            },
        },
    }
}

fn clause(choices: &mut Choices, draft: &mut Draft) {
    const KEYWORDS: &[(&str, &str)] = &[
        ("目的", "purpose"),
        ("提供", "provide"),
        ("提供しない", "prohibition to provide"),
        ("特約", "rider"),
        ("見出し", "group heading"),
        ("権利", "data-subject rights"),
        ("段落", "paragraph"),
    ];
    let count = draft.policy.document.clauses.len();
    let name = format!("条項{count}");
    let parent = ClauseId(choices.below(count) as u32);
    match choices.below(3) {
        0 => {
            draft.chapter(&name, "題");
        }
        1 if count > 0 => {
            draft.section(parent, choices.one_of(KEYWORDS), &name, "題");
        }
        _ => {
            let parent = (count > 0).then_some(parent);
            draft.clause(parent, choices.one_of(KEYWORDS), &name, "題");
        }
    }
    let named = choices.yes();
    let headed = choices.yes();
    let retired = choices.seldom();
    if let Some(clause) = draft.policy.document.clauses.last_mut() {
        clause.headed = headed;
        clause.retired = retired;
        if !named {
            clause.name = None;
        }
    }
}

fn link(choices: &mut Choices, draft: &mut Draft) {
    let (Some(from), Some(to)) = (
        concept(choices, draft, Dimension::Data),
        concept(choices, draft, Dimension::Data),
    ) else {
        return;
    };
    let when = choices.many(2, |choices| any_of(choices, draft));
    let span = draft.line("紐付け", "");
    draft
        .policy
        .vocabulary
        .linkings
        .push(hoshin::internals::vocabulary::Linking { from, to, when, span });
}

fn norm(choices: &mut Choices, draft: &mut Draft) {
    let clause = clause_id(choices, draft);
    let effect = choices.one_of(&[Effect::Permit, Effect::Forbid, Effect::Limit]);
    let acts = choices.many(3, |choices| choices.one_of(Act::ALL));
    let data = scope(choices, draft, Dimension::Data);
    let parties = scope(choices, draft, Dimension::Party);
    let purposes = scope(choices, draft, Dimension::Purpose);
    let routes = choices.maybe(|choices| route(choices, draft).into_iter().collect());
    let processing = choices.one_of(&Processing::ALL);
    let requires = choices.many(2, |choices| any_of(choices, draft));
    let unless = Unless {
        conditions: any_of(choices, draft),
        clauses: choices.many(2, |choices| clause_id(choices, draft)),
    };
    let rank = choices.one_of(&[Rank::Ordinary, Rank::Rider]);
    let priority_over = choices.many(1, |choices| clause_id(choices, draft));
    let span = draft.line("加工", "除外");
    let transform = choices.maybe(|choices| Transform {
        drop: concepts(choices, draft, Dimension::Data),
        keep: concepts(choices, draft, Dimension::Data),
        generalise: choices
            .many(2, |choices| {
                let from = concept(choices, draft, Dimension::Data);
                from.zip(concept(choices, draft, Dimension::Data))
            })
            .into_iter()
            .flatten()
            .collect(),
        span,
    });
    let basis = choices.many(2, Choices::words);
    let period = choices.maybe(|choices| Period {
        written: choices.words(),
        ends: concepts(choices, draft, Dimension::Condition),
        at_least: concepts(choices, draft, Dimension::Condition),
    });
    let wording = choices.words();
    let norm = draft.norm(clause, effect, &acts).with(|norm| {
        norm.data = data;
        norm.parties = parties;
        norm.purposes = purposes;
        norm.routes = routes;
        norm.processing = processing;
        norm.requires = requires;
        norm.unless = unless;
        norm.rank = rank;
        norm.priority_over = priority_over;
        norm.transform = transform;
        norm.basis = basis;
        norm.period = period;
        norm.provenance.wording = wording;
    });
    norm.processed();
}

fn scope(choices: &mut Choices, draft: &Draft, dimension: Dimension) -> Scope {
    let graph = draft.policy.vocabulary.graph(dimension);
    let mut named = concepts(choices, draft, dimension);
    if choices.seldom() {
        named = vec![ConceptId::TOP];
    }
    let except = match choices.seldom() {
        true => concepts(choices, draft, dimension),
        false => Vec::new(),
    };
    let withheld: LeafSet = match choices.seldom() {
        true => concept(choices, draft, dimension).map_or_else(LeafSet::empty, |id| graph.own_leaf(id)),
        false => LeafSet::empty(),
    };
    Scope {
        leaves: graph
            .leaves_of_all(&named)
            .difference(&graph.leaves_of_all(&except))
            .difference(&withheld),
        named,
        except,
        inferred: choices.yes(),
        open: choices.yes(),
    }
}

fn any_of(choices: &mut Choices, draft: &Draft) -> AnyOf {
    let conditions = concepts(choices, draft, Dimension::Condition);
    AnyOf {
        leaves: draft.policy.vocabulary.conditions.leaves_of_all(&conditions),
        conditions,
    }
}

fn concepts(choices: &mut Choices, draft: &Draft, dimension: Dimension) -> Vec<ConceptId> {
    let count = choices.below(4);
    (0..count).filter_map(|_| concept(choices, draft, dimension)).collect()
}

fn concept(choices: &mut Choices, draft: &Draft, dimension: Dimension) -> Option<ConceptId> {
    let count = draft.policy.vocabulary.graph(dimension).len();
    let id = ConceptId(choices.below(count) as u32 + 1);
    (count > 0).then_some(id)
}

fn clause_id(choices: &mut Choices, draft: &Draft) -> ClauseId {
    ClauseId(choices.below(draft.policy.document.clauses.len()) as u32)
}

fn norm_ids(choices: &mut Choices, draft: &Draft) -> Vec<NormId> {
    let count = draft.policy.norms.len();
    let ids = choices.many(2, |choices| NormId(choices.below(count) as u32));
    if count == 0 { Vec::new() } else { ids }
}

fn route(choices: &mut Choices, draft: &Draft) -> Option<u32> {
    let count = draft.policy.vocabulary.routes.len();
    let route = choices.below(count) as u32;
    (count > 0).then_some(route)
}

fn day(choices: &mut Choices) -> Date {
    let (year, month, day) = (choices.below(10_000), choices.below(12) + 1, choices.below(28) + 1);
    Date::new(year as i16, month as i8, day as i8).expect("a day of every month")
}

fn metadata(choices: &mut Choices, draft: &mut Draft) {
    let party = concept(choices, draft, Dimension::Party);
    let (address, representative) = (choices.maybe(Choices::words), choices.maybe(Choices::words));
    let metadata = &mut draft.policy.metadata;
    metadata.title = choices.words();
    metadata.operator = party.map(|party| hoshin::internals::policy::Operator {
        party,
        name: choices.words(),
        official_name: choices.words(),
        address,
        representative,
    });
    metadata.dates = choices.many(3, |choices| (date_kind(choices), day(choices)));
    metadata.previous = choices.maybe(Choices::words);
    draft.policy.document.title = choices.words();
}

fn date_kind(choices: &mut Choices) -> DateKind {
    choices.one_of(&[
        DateKind::Established,
        DateKind::Revised,
        DateKind::LastRevised,
        DateKind::Effective,
    ])
}

fn statements(choices: &mut Choices, draft: &mut Draft) {
    for _ in 0..choices.below(3) {
        let notice = Notice {
            kind: choices.one_of(NoticeKind::ALL),
            values: choices.many(2, Choices::words),
            wording: choices.words(),
            clause: clause_id(choices, draft),
            span: draft.line("表示", "文言"),
        };
        draft.policy.notices.push(notice);
        let term = DefinedTerm {
            term: choices.words(),
            aliases: choices.many(2, Choices::words),
            anchor: choices.words(),
            span: draft.line("用語", "文言"),
        };
        draft.policy.terms.push(term);
        let transfer = TransferAbroad {
            clause: clause_id(choices, draft),
            covers: choices.many(2, |choices| clause_id(choices, draft)),
            span: draft.line("越境", "文言"),
        };
        draft.policy.transfers_abroad.push(transfer);
        let revision = revision(choices, draft);
        draft.policy.revisions.push(revision);
        let test = PolicyTest {
            title: choices.words(),
            act: choices.one_of(Act::ALL),
            data: concepts(choices, draft, Dimension::Data),
            party: concept(choices, draft, Dimension::Party),
            purpose: concept(choices, draft, Dimension::Purpose),
            processing: choices.one_of(&Processing::ALL),
            conditions: concepts(choices, draft, Dimension::Condition),
            route: route(choices, draft),
            expected: choices.one_of(&Expected::ALL),
            span: draft.line("検証", "文言"),
        };
        draft.policy.tests.push(test);
        let coverage = ChapterCoverage {
            clause: clause_id(choices, draft),
            bound: choices.below(1000),
            total: choices.below(1000),
            plain_paragraphs: choices.below(10),
            open_phrases: choices.below(10),
        };
        draft.policy.coverage.push(coverage);
    }
}

fn revision(choices: &mut Choices, draft: &mut Draft) -> RevisionEntry {
    RevisionEntry {
        kind: choices.one_of(&[DateKind::Revised, DateKind::LastRevised]),
        date: day(choices),
        summary: choices.many(2, |choices| SummaryLine {
            wording: choices.words(),
            covers: covered(choices, draft),
            span: draft.line("概要", "文言"),
        }),
        acknowledgements: choices.many(2, |choices| Acknowledgement {
            covers: covered(choices, draft),
            reason: choices.words(),
            date: day(choices),
            span: draft.line("承認", "理由"),
        }),
        span: draft.line("改定", "日付"),
    }
}

fn covered(choices: &mut Choices, draft: &Draft) -> Covered {
    Covered {
        clauses: choices.many(2, |choices| clause_id(choices, draft)),
        concepts: Dimension::ALL
            .into_iter()
            .flat_map(|dimension| {
                concepts(choices, draft, dimension)
                    .into_iter()
                    .map(move |id| (dimension, id))
            })
            .collect(),
        removed: choices.many(2, Choices::words),
        outside: choices.below(4) == 0,
    }
}

fn runs(choices: &mut Choices, draft: &Draft) -> Vec<Run> {
    choices.many(3, |choices| match choices.below(6) {
        0 => Run::Text(choices.words()),
        1 => Run::Strong(vec![Run::Text(choices.words())]),
        2 => Run::Link {
            words: vec![Run::Text(choices.words())],
            target: choices.words(),
        },
        3 => Run::Reference {
            clause: clause_id(choices, draft),
            part: choices.one_of(&[Part::Full, Part::Number, Part::Title]),
        },
        4 => Run::Definition {
            words: choices.words(),
            anchor: choices.words(),
        },
        _ => Run::Term {
            words: choices.words(),
            anchor: choices.words(),
        },
    })
}

fn binding(choices: &mut Choices, draft: &Draft) -> Binding {
    Binding {
        clause: choices.maybe(|choices| clause_id(choices, draft)),
        norms: norm_ids(choices, draft),
    }
}

fn blocks(choices: &mut Choices, draft: &Draft, depth: usize) -> Vec<Block> {
    if depth > 4 {
        return Vec::new();
    }
    choices.many(3, |choices| match choices.below(9) {
        0 => Block::Paragraph {
            binding: binding(choices, draft),
            runs: runs(choices, draft),
        },
        1 => Block::Section {
            clause: clause_id(choices, draft),
            level: choices.one_of(&OutlineLevel::ALL),
            norms: norm_ids(choices, draft),
            children: blocks(choices, draft, depth + 1),
        },
        2 => Block::Group {
            binding: binding(choices, draft),
            title: runs(choices, draft),
            children: blocks(choices, draft, depth + 1),
        },
        3 => Block::Plain {
            binding: binding(choices, draft),
            children: blocks(choices, draft, depth + 1),
        },
        4 => Block::Note {
            binding: binding(choices, draft),
            runs: runs(choices, draft),
        },
        5 => Block::List(choices.many(3, |choices| ListItem {
            binding: binding(choices, draft),
            runs: runs(choices, draft),
            children: blocks(choices, draft, depth + 1),
        })),
        6 => Block::Table {
            caption: runs(choices, draft),
            columns: choices.many(2, |choices| runs(choices, draft)),
            rows: choices.many(2, |choices| TableRow {
                binding: binding(choices, draft),
                cells: choices.many(2, |choices| runs(choices, draft)),
            }),
        },
        7 => Block::Date {
            kind: date_kind(choices),
            date: day(choices),
        },
        _ => Block::Contents,
    })
}
