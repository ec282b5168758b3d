//! The policies under `examples/`, compiled and drawn.

use std::path::Path;

use hoshin::internals::compile::{LoadError, Loaded, Loader, Options, compile};
use hoshin::internals::policy::Policy;
use hoshin::internals::render::{markdown, text};

use super::generated::markdown_words;
use super::page::{Page, bare};

/// Reads from `examples/`.
struct Examples;

impl Loader for Examples {
    fn load(&mut self, _importer: &str, path: &str) -> Result<Loaded, LoadError> {
        let name = path.trim_start_matches("../");
        let bytes = std::fs::read(Path::new("examples").join(name)).map_err(|_| LoadError::NotFound)?;
        Ok(Loaded {
            name: name.to_owned(),
            bytes,
        })
    }
}

/// A policy under `examples/`, which must be without errors.
pub(crate) fn example(name: &str) -> Policy {
    revised(name, &[])
}

/// The same with some of its source exchanged.
pub(crate) fn revised(name: &str, edits: &[(&str, &str)]) -> Policy {
    let mut source = std::fs::read_to_string(Path::new("examples").join(name)).expect("an example");
    for (before, after) in edits {
        assert!(source.contains(before), "{before} stands in {name}");
        source = source.replacen(before, after, 1);
    }
    let bytes = source.into_bytes();
    let compilation = compile(name, bytes, &mut Examples, &Options::default());
    match compilation.policy {
        Some(policy) => policy,
        None => panic!("{name}: {:#?}", compilation.diagnostics),
    }
}

#[test]
fn the_examples_read_alike_in_every_rendering() {
    for name in ["shop/privacy.policy", "group/privacy.policy"] {
        let policy = example(name);
        let page = Page::of(&policy);
        page.assert_sound();
        assert_eq!(bare(&page.words()), bare(&text(&policy)));
        assert_eq!(bare(&markdown_words(&markdown(&policy))), bare(&text(&policy)));
    }
}

#[test]
fn every_clause_of_the_examples_can_be_pointed_at_and_every_norm_found() {
    for name in ["shop/privacy.policy", "group/privacy.policy"] {
        let policy = example(name);
        let page = Page::of(&policy);
        let ids = page.attributes("[id]", "id");
        for clause in &policy.document.clauses {
            assert!(ids.contains(&clause.anchor.as_str()), "{}", clause.anchor);
        }
        for term in &policy.terms {
            assert!(ids.contains(&term.anchor.as_str()), "{}", term.anchor);
        }
        let rules = page.attributes("[data-rule]", "data-rule").join(" ");
        assert!(!policy.norms.is_empty());
        for norm in &policy.norms {
            let stated = rules.split(' ').filter(|key| *key == norm.key).count();
            assert!(stated > 0, "{}", norm.key);
        }
    }
}
