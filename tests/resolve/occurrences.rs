//! Where names are given and used: nothing that a source names is missing, and what is recorded suffices to rename.

use std::collections::{BTreeMap, BTreeSet};

use hoshin::internals::compile::{Compilation, LoadError, Loaded, Loader, Options, compile};
use hoshin::internals::diagnostic::Level;
use hoshin::internals::keyword::Keyword;
use hoshin::internals::norm::{Act, Processing};
use hoshin::internals::policy::Expected;
use hoshin::internals::resolve::{Form, Thing};
use hoshin::internals::span::Span;
use hoshin::internals::syntax::ast::{Inline, MeaningItem, Path, Statement, statements};
use hoshin::internals::vocabulary::{Attribute, BUILT_IN_CONDITIONS, Dimension};

use crate::support::compiled::compiled;

const SOURCE: &str = "\
情報 個人情報 {
  ・氏名［直接識別］
  ・購入履歴
}
主体 { ・加盟店 ・出版社［加盟店］ }
方針「個人情報の取扱い」{
  事業者 当社「株式会社見本」
  最終改定［2026-04-01］{ 概要 { ・「提供先を改めました。」［提供］ } }
  章 利用「利用」{
    目的 発送「商品の発送」{ 項目［氏名］ }
  }
  章 提供「{利用.題}と提供」{
    提供 店への提供「会員（以下「会員」といいます）の氏名の提供」{
      提供先［加盟店］
      項目 { ・購入履歴 }
      場合 { ・申込み「お申込みがあった場合」 }
      目的 { ・発送 }
    }
    提供しない「会員の情報を{出版社}に提供しません。」{
      提供先［出版社］
      項目［個人情報］
      但し［同意、店への提供.申込み、提供.店への提供］
    }
  }
}
";

/// What a thing is called, for reading.
fn called(thing: Thing, compilation: &Compilation) -> String {
    let policy = compilation.policy.as_ref().expect("the source has no errors");
    match thing {
        Thing::Concept(dimension, id) => {
            format!(
                "{} {}",
                dimension.word(),
                policy.vocabulary.graph(dimension).get(id).name
            )
        }
        Thing::Clause(id) => format!("条項 {}", policy.document.clause(id).anchor),
        Thing::Route(index) => format!("経路 {}", policy.vocabulary.routes[index as usize].name),
        Thing::Term(index) => format!("用語 {}", policy.terms[index as usize].term),
    }
}

#[test]
fn declarations_and_uses_stand_where_the_source_has_them() {
    let compilation = compiled(SOURCE);
    let place = |span: Span| {
        let before = SOURCE.get(..span.start as usize).expect("on a character boundary");
        let line = before.matches('\n').count() + 1;
        format!(
            "{line:>2} {}",
            SOURCE.get(span.range()).expect("on character boundaries")
        )
    };
    let table = &compilation.occurrences;
    let declared = table.declarations.iter();
    let declared: Vec<String> = declared
        .map(|one| format!("{} = {}", place(one.span), called(one.thing, &compilation)))
        .collect();
    let used = table.uses.iter();
    let used: Vec<String> = used
        .map(|one| {
            format!(
                "{} → {} ({:?})",
                place(one.span),
                called(one.thing, &compilation),
                one.form
            )
        })
        .collect();
    insta::assert_snapshot!(format!(
        "{SOURCE}\n── declared\n{}\n\n── used\n{}",
        declared.join("\n"),
        used.join("\n")
    ));
}

#[test]
fn the_narrowest_place_tells_what_is_there() {
    let compilation = compiled(SOURCE);
    let at = |text: &str, within: &str| {
        let start = SOURCE.find(text).expect("it stands there") + text.find(within).expect("it stands in it");
        let place = Span::new(hoshin::internals::span::SourceId(0), start, start + within.len());
        compilation
            .occurrences
            .at(place)
            .map(|thing| called(thing, &compilation))
    };
    assert_eq!(
        at("但し［同意、店への提供.申込み", "申込み").as_deref(),
        Some("条件 提供.店への提供.申込み")
    );
    assert_eq!(
        at("但し［同意、店への提供.申込み", "店への提供").as_deref(),
        Some("条項 提供.店への提供")
    );
    assert_eq!(at("事業者 当社", "事業者"), None);
}

struct Examples;

impl Loader for Examples {
    fn load(&mut self, importer: &str, path: &str) -> Result<Loaded, LoadError> {
        let folder = std::path::Path::new(importer).parent().ok_or(LoadError::NotFound)?;
        let mut name = folder.to_path_buf();
        for part in std::path::Path::new(path).components() {
            match part {
                std::path::Component::ParentDir => drop(name.pop()),
                part => name.push(part),
            }
        }
        let bytes = std::fs::read(&name).map_err(|_| LoadError::NotFound)?;
        Ok(Loaded {
            name: name.to_string_lossy().into_owned(),
            bytes,
        })
    }
}

/// The same files, some of them in another text.
struct Edited(BTreeMap<String, String>);

impl Loader for Edited {
    fn load(&mut self, importer: &str, path: &str) -> Result<Loaded, LoadError> {
        let mut loaded = Examples.load(importer, path)?;
        if let Some(text) = self.0.get(&loaded.name) {
            loaded.bytes = text.as_bytes().to_vec();
        }
        Ok(loaded)
    }
}

const EXAMPLES: [&str; 2] = ["examples/shop/privacy.policy", "examples/group/privacy.policy"];

fn example(name: &str) -> Compilation {
    let bytes = std::fs::read(name).expect("the example is readable");
    compile(name, bytes, &mut Examples, &Options::default())
}

/// Words that the language itself gives a meaning in ［］.
fn is_of_the_language(path: &Path) -> bool {
    let text = path.text();
    Attribute::ALL.iter().any(|one| one.word() == text)
        || Processing::ALL.iter().any(|one| one.word() == text)
        || Expected::ALL.iter().any(|one| one.word() == text)
        || Act::ALL.iter().any(|one| one.word() == text)
        || BUILT_IN_CONDITIONS
            .iter()
            .any(|one| one.name == text || one.aliases.contains(&text.as_str()))
}

/// Every path in ［］ and `{}`, with the keyword it stands under.
fn paths<'a>(statement: &'a Statement, found: &mut Vec<(Keyword, &'a Path)>) {
    for item in statement.meaning_items() {
        match item {
            MeaningItem::Name(path) => found.push((statement.kind, path)),
            MeaningItem::Arrow(from, to) => found.extend([(statement.kind, from), (statement.kind, to)]),
            MeaningItem::Together(paths) => found.extend(paths.iter().map(|path| (statement.kind, path))),
            MeaningItem::Pair(..) | MeaningItem::Date(_) => {}
        }
    }
    for inlines in statement.wordings.iter().flat_map(|wording| &wording.paragraphs) {
        references(statement.kind, inlines, found);
    }
    statement.children().for_each(|child| paths(child, found));
}

fn references<'a>(kind: Keyword, inlines: &'a [Inline], found: &mut Vec<(Keyword, &'a Path)>) {
    for inline in inlines {
        match inline {
            Inline::Reference(path) => found.push((kind, path)),
            Inline::Link { words, .. } | Inline::Strong { words, .. } => references(kind, words, found),
            Inline::Text(_) | Inline::Url(_) => {}
        }
    }
}

/// INVARIANT: whoever follows a name finds it in the table.
#[test]
fn no_name_in_the_examples_is_missing() {
    for name in EXAMPLES {
        let compilation = example(name);
        let recorded: BTreeSet<(Span, bool)> = compilation
            .occurrences
            .uses
            .iter()
            .map(|one| (one.span, one.form.is_by_name()))
            .collect();
        let mut found = Vec::new();
        for (_, file) in &compilation.files {
            statements(&file.items).for_each(|statement| paths(statement, &mut found));
        }
        assert!(found.len() > 25, "{name}: {} paths", found.len());
        let values = [
            Keyword::LegalBasis,
            Keyword::Period,
            Keyword::DataSubjectRights,
            Keyword::Numbering,
            Keyword::LevelWords,
        ];
        let missing: Vec<String> = found
            .into_iter()
            .filter(|(kind, path)| !values.contains(kind) && !is_of_the_language(path))
            .filter(|(_, path)| {
                !path
                    .segments
                    .iter()
                    .any(|segment| recorded.contains(&(segment.span, true)))
            })
            .map(|(kind, path)| format!("{kind:?}: {}", path.text()))
            .collect();
        assert!(missing.is_empty(), "{name}: {missing:#?}");
    }
}

/// Renames one thing wherever its name stands, and compiles again.
fn renamed(name: &str, before: &Compilation, thing: Thing, to: &str) -> Compilation {
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    let mut places: Vec<Span> = before.occurrences.by_name(thing).collect();
    // A statement that is a clause and declares something has one name.
    let together: BTreeSet<Thing> = before
        .occurrences
        .declarations
        .iter()
        .filter(|one| places.contains(&one.span))
        .map(|one| one.thing)
        .collect();
    places.extend(together.iter().flat_map(|thing| before.occurrences.by_name(*thing)));
    places.sort_unstable();
    places.dedup();
    for span in places.iter().rev() {
        let source = before.sources.get(span.source);
        let text = texts
            .entry(source.name().to_owned())
            .or_insert_with(|| source.text().to_owned());
        text.replace_range(span.range(), to);
    }
    let entry = texts
        .remove(name)
        .unwrap_or_else(|| std::fs::read_to_string(name).expect("the example is readable"));
    compile(name, entry.into_bytes(), &mut Edited(texts), &Options::default())
}

/// INVARIANT: a name can be changed wherever it stands, and nothing else changes with it.
#[test]
fn every_name_of_the_examples_can_be_changed() {
    for name in EXAMPLES {
        let before = example(name);
        let policy = before.policy.as_ref().expect("the example has no errors");
        let things: BTreeSet<Thing> = before.occurrences.declarations.iter().map(|one| one.thing).collect();
        let named = |thing: &&Thing| matches!(thing, Thing::Concept(..) | Thing::Clause(_) | Thing::Route(_));
        let (mut changed, mut compared) = (0, 0);
        for thing in things.iter().filter(named) {
            let after = renamed(name, &before, *thing, "改名後の名前");
            let errors: Vec<_> = after
                .diagnostics
                .iter()
                .filter(|one| one.level == Level::Error)
                .collect();
            assert!(errors.is_empty(), "{name}: {}: {errors:#?}", called(*thing, &before));
            let renamed = after.policy.expect("nothing is wrong");
            let scopes = |policy: &hoshin::internals::policy::Policy| -> Vec<_> {
                let norms = policy.norms.iter();
                let data = norms.map(|norm| (norm.data.leaves.clone(), norm.parties.leaves.clone()));
                data.collect()
            };
            // A name is a label as well: wording that says it no longer says what is called otherwise.
            let is_said = before
                .occurrences
                .uses
                .iter()
                .any(|one| one.thing == *thing && one.form == Form::Wording);
            if !is_said {
                compared += 1;
                assert_eq!(scopes(policy), scopes(&renamed), "{name}: {}", called(*thing, &before));
            }
            changed += 1;
        }
        assert!(
            changed > 10 && compared > 5,
            "{name}: {changed} changed, {compared} compared"
        );
    }
}

/// What only describes a change, or says how things lie, uses nothing.
#[test]
fn a_container_and_a_revision_are_no_uses() {
    let table = compiled(SOURCE).occurrences;
    let forms = |form: Form| table.uses.iter().filter(move |one| one.form == form).count();
    assert_eq!((forms(Form::Container), forms(Form::Revision)), (1, 1));
    assert!(!Form::Container.is_use() && !Form::Revision.is_use());
    let of = |one: &hoshin::internals::resolve::Use| matches!(one.thing, Thing::Concept(Dimension::Condition, _));
    assert!(table.uses.iter().any(of));
}
