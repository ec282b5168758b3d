//! Documents of every shape: whatever is in them, the three renderings agree and the page is sound.

use hoshin::internals::document::{Binding, Block, ClauseId, DateKind, ListItem, OutlineLevel, Part, Run, TableRow};
use hoshin::internals::policy::Policy;
use hoshin::internals::render::{markdown, text};
use jiff::civil::date;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use pulldown_cmark::{Event, Options, Parser, Tag};

use super::blocks::{definition, draft, link, norm, note, term};
use super::hostile::{TARGETS, TEXTS};
use super::page::{Page, bare};
use crate::support::policy::Draft;

/// A block before clauses are given out.
#[derive(Debug, Clone)]
enum Sketch {
    Section(Vec<Piece>, Vec<Sketch>),
    Group(bool, Vec<Piece>, Vec<Sketch>),
    Plain(bool, Vec<Sketch>),
    Paragraph(bool, Vec<Piece>),
    Note(Vec<Piece>),
    List(Vec<(bool, Vec<Piece>, Vec<Sketch>)>),
    Table(Vec<Piece>, usize, Vec<Vec<Piece>>),
    Date,
    Contents,
}

#[derive(Debug, Clone)]
enum Piece {
    Text(String),
    Strong(Vec<Piece>),
    Link(String, &'static str),
    Reference(u32, Part),
    Definition(String),
    Term(String),
}

fn words() -> impl Strategy<Value = String> {
    let mild = select(vec![
        "氏名・住所",
        "「同意」",
        "IPアドレス",
        "（以下",
        "お客様は、",
        "2.5",
        " ",
        "a_b",
        "。",
        "*",
    ]);
    let hostile = select(TEXTS.to_vec());
    let parts = vec(prop_oneof![3 => mild, 1 => hostile], 1..4);
    // One character at least that can be seen.
    (parts, any::<bool>()).prop_map(|(parts, first)| {
        let parts = parts.concat();
        if first {
            format!("字{parts}")
        } else {
            format!("{parts}字")
        }
    })
}

fn piece() -> impl Strategy<Value = Piece> {
    let targets = [
        &TARGETS[..],
        &[
            "#",
            "#章",
            "https://mihon.example/?a=1&copy;b",
            "mailto:a@mihon.example",
        ],
    ]
    .concat();
    let flat = prop_oneof![
        4 => words().prop_map(Piece::Text),
        1 => (words(), select(targets)).prop_map(|(words, target)| Piece::Link(words, target)),
        1 => (any::<u32>(), select(vec![Part::Full, Part::Number, Part::Title])).prop_map(|(at, part)| Piece::Reference(at, part)),
        1 => words().prop_map(Piece::Definition),
        1 => words().prop_map(Piece::Term),
    ];
    flat.prop_recursive(2, 4, 2, |inner| vec(inner, 1..3).prop_map(Piece::Strong))
}

fn pieces() -> impl Strategy<Value = Vec<Piece>> {
    vec(piece(), 1..4)
}

fn sketch() -> impl Strategy<Value = Sketch> {
    let leaf = prop_oneof![
        4 => (any::<bool>(), pieces()).prop_map(|(bound, pieces)| Sketch::Paragraph(bound, pieces)),
        1 => pieces().prop_map(Sketch::Note),
        1 => (pieces(), 0..4usize, vec(pieces(), 0..6)).prop_map(|(caption, width, cells)| Sketch::Table(caption, width, cells)),
        1 => Just(Sketch::Date),
        1 => Just(Sketch::Contents),
    ];
    leaf.prop_recursive(5, 24, 4, |inner| {
        let children = || vec(inner.clone(), 0..4);
        prop_oneof![
            (pieces(), children()).prop_map(|(title, children)| Sketch::Section(title, children)),
            (any::<bool>(), pieces(), children())
                .prop_map(|(bound, title, children)| Sketch::Group(bound, title, children)),
            (any::<bool>(), children()).prop_map(|(bound, children)| Sketch::Plain(bound, children)),
            vec((any::<bool>(), pieces(), children()), 1..4).prop_map(Sketch::List),
        ]
    })
}

/// Makes a policy of sketches. Every third clause states a norm that no block carries.
fn policy(title: &str, sketches: &[Sketch]) -> Policy {
    let mut maker = Maker {
        draft: draft(title, "株式会社見本商店"),
        clauses: sketches.iter().map(count).sum(),
        made: 0,
    };
    maker.draft.policy.document.blocks = maker.blocks(sketches, None);
    maker.draft.finish().0
}

/// How many clauses a sketch becomes.
fn count(sketch: &Sketch) -> u32 {
    match sketch {
        Sketch::Section(_, children) => 1 + children.iter().map(count).sum::<u32>(),
        Sketch::Group(bound, _, children) | Sketch::Plain(bound, children) => {
            u32::from(*bound) + children.iter().map(count).sum::<u32>()
        }
        Sketch::Paragraph(bound, _) => u32::from(*bound),
        Sketch::List(items) => {
            let item = |(bound, _, children): &(bool, Vec<Piece>, Vec<Sketch>)| {
                u32::from(*bound) + children.iter().map(count).sum::<u32>()
            };
            items.iter().map(item).sum()
        }
        Sketch::Note(_) | Sketch::Table(..) | Sketch::Date | Sketch::Contents => 0,
    }
}

struct Maker {
    draft: Draft,
    clauses: u32,
    made: u32,
}

impl Maker {
    fn block(&mut self, sketch: &Sketch, parent: Option<ClauseId>) -> Block {
        match sketch {
            Sketch::Section(title, children) => {
                let title = self.runs(title);
                let clause = self.clause(parent, title, true);
                Block::Section {
                    clause,
                    level: OutlineLevel::Section,
                    norms: vec![norm(&mut self.draft, clause)],
                    children: self.blocks(children, Some(clause)),
                }
            }
            Sketch::Group(bound, title, children) => {
                let title = self.runs(title);
                let (binding, inside) = self.bind(*bound, parent);
                Block::Group {
                    binding,
                    title,
                    children: self.blocks(children, inside),
                }
            }
            Sketch::Plain(bound, children) => {
                let (binding, inside) = self.bind(*bound, parent);
                Block::Plain {
                    binding,
                    children: self.blocks(children, inside),
                }
            }
            Sketch::Paragraph(bound, pieces) => Block::Paragraph {
                binding: self.bind(*bound, parent).0,
                runs: self.runs(pieces),
            },
            Sketch::Note(pieces) => note(self.runs(pieces)),
            Sketch::List(items) => Block::List(
                items
                    .iter()
                    .map(|(bound, pieces, children)| {
                        let (binding, inside) = self.bind(*bound, parent);
                        ListItem {
                            binding,
                            runs: self.runs(pieces),
                            children: self.blocks(children, inside),
                        }
                    })
                    .collect(),
            ),
            Sketch::Table(caption, width, cells) => Block::Table {
                caption: self.runs(caption),
                columns: cells.iter().take(*width).map(|cell| self.runs(cell)).collect(),
                rows: cells
                    .chunks((*width).max(1))
                    .map(|cells| TableRow {
                        binding: Binding::default(),
                        cells: cells.iter().map(|cell| self.runs(cell)).collect(),
                    })
                    .collect(),
            },
            Sketch::Date => Block::Date {
                kind: DateKind::Effective,
                date: date(2026, 11, 3),
            },
            Sketch::Contents => Block::Contents,
        }
    }

    fn blocks(&mut self, sketches: &[Sketch], parent: Option<ClauseId>) -> Vec<Block> {
        sketches.iter().map(|sketch| self.block(sketch, parent)).collect()
    }

    fn bind(&mut self, bound: bool, parent: Option<ClauseId>) -> (Binding, Option<ClauseId>) {
        if !bound {
            return (Binding::default(), parent);
        }
        let clause = self.clause(parent, Vec::new(), false);
        (
            Binding {
                clause: Some(clause),
                norms: Vec::new(),
            },
            Some(clause),
        )
    }

    fn clause(&mut self, parent: Option<ClauseId>, title: Vec<Run>, numbered: bool) -> ClauseId {
        self.made += 1;
        let name = format!("条{}", self.made);
        let clause = match parent {
            Some(parent) if numbered => self.draft.section(parent, ("節", "section"), &name, ""),
            None if numbered => self.draft.chapter(&name, ""),
            parent => self.draft.clause(parent, ("段落", "paragraph"), &name, ""),
        };
        self.draft.policy.document.clauses[clause.0 as usize].title = title;
        if self.made.is_multiple_of(3) {
            norm(&mut self.draft, clause);
        }
        clause
    }

    fn runs(&mut self, pieces: &[Piece]) -> Vec<Run> {
        pieces.iter().map(|piece| self.run(piece)).collect()
    }

    fn run(&mut self, piece: &Piece) -> Run {
        match piece {
            Piece::Text(words) => Run::Text(words.clone()),
            Piece::Strong(pieces) => Run::Strong(self.runs(pieces)),
            Piece::Link(words, target) => link(words, target),
            Piece::Reference(at, part) => match at.checked_rem(self.clauses) {
                Some(index) => Run::Reference {
                    clause: ClauseId(index),
                    part: *part,
                },
                None => Run::Text("条がない".to_owned()),
            },
            Piece::Definition(words) => definition(words),
            Piece::Term(words) => term(words),
        }
    }
}

/// The words that a Markdown reader shows. Panics on anything that must not be in it: HTML other than `<strong>`, code,
/// images, quotations.
pub(crate) fn markdown_words(markdown: &str) -> String {
    let mut words = String::new();
    for event in events(markdown) {
        match event {
            Event::Text(text) => words.push_str(&text),
            Event::InlineHtml(tag) => assert!(matches!(&*tag, "<strong>" | "</strong>"), "{tag}\n{markdown}"),
            Event::SoftBreak | Event::End(_) => {}
            Event::Start(tag) => assert!(
                !matches!(
                    tag,
                    Tag::BlockQuote(_)
                        | Tag::CodeBlock(_)
                        | Tag::HtmlBlock
                        | Tag::Image { .. }
                        | Tag::FootnoteDefinition(_)
                        | Tag::Strikethrough
                        | Tag::Superscript
                        | Tag::Subscript
                        | Tag::DefinitionList
                        | Tag::MetadataBlock(_)
                        | Tag::Emphasis
                        | Tag::List(Some(_))
                ),
                "{tag:?}\n{markdown}"
            ),
            other => panic!("{other:?}\n{markdown}"),
        }
    }
    words
}

/// Where the links of a Markdown text lead.
pub(crate) fn markdown_links(markdown: &str) -> Vec<String> {
    events(markdown)
        .filter_map(|event| match event {
            Event::Start(Tag::Link { dest_url, .. }) => Some(dest_url.to_string()),
            _ => None,
        })
        .collect()
}

/// All dialects at once: what is inert here is inert in each.
fn events(markdown: &str) -> Parser<'_> {
    Parser::new_ext(markdown, Options::all() - Options::ENABLE_SMART_PUNCTUATION)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn all_renderings_hold_the_same_words(title in words(), sketches in vec(sketch(), 0..5)) {
        let policy = policy(&title, &sketches);
        let page = Page::of(&policy);
        page.assert_sound();
        let text = text(&policy);
        prop_assert_eq!(bare(&page.words()), bare(&text));
        let markdown = markdown(&policy);
        prop_assert_eq!(bare(&markdown_words(&markdown)), bare(&text), "{}", markdown);
    }

    #[test]
    fn every_clause_and_every_norm_has_its_place(sketches in vec(sketch(), 1..5)) {
        let policy = policy("題", &sketches);
        let page = Page::of(&policy);
        let ids = page.attributes("[id]", "id");
        for clause in &policy.document.clauses {
            prop_assert!(ids.contains(&clause.anchor.as_str()), "{}", clause.anchor);
        }
        let rules = page.attributes("[data-rule]", "data-rule").join(" ");
        for norm in &policy.norms {
            prop_assert_eq!(rules.split(' ').filter(|key| *key == norm.key).count(), 1, "{}", norm.key);
        }
    }
}
