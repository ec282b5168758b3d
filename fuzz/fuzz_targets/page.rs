//! Whatever a policy says, its page is sound and inert and holds the words of its text; and formatting its source
//! changes none of it.
#![no_main]

#[path = "../../tests/pages/page.rs"]
mod page;

use hoshin::internals::compile::{LoadError, Loaded, Loader, Options, compile};
use hoshin::internals::format;
use hoshin::internals::policy::Policy;
use hoshin::internals::render::text;
use libfuzzer_sys::fuzz_target;

use page::{Page, bare};

fuzz_target!(|text: &str| {
    // Few texts make a policy by chance; what makes none is tried as the inside of one.
    if !show(text) {
        show(&format!("方針「題」{{\n{text}\n}}\n"));
    }
});

/// Gives the vocabulary of the examples for whatever is imported.
struct Vocabulary;

impl Loader for Vocabulary {
    fn load(&mut self, _importer: &str, _path: &str) -> Result<Loaded, LoadError> {
        Ok(Loaded {
            name: "vocabulary.policy".to_owned(),
            bytes: include_bytes!("../../examples/vocabulary.policy").to_vec(),
        })
    }
}

/// Whether the source makes a policy; if so, everything that must hold of its page is checked.
fn show(source: &str) -> bool {
    let Some(policy) = policy(source) else { return false };
    let page = Page::of(&policy);
    page.assert_sound();
    assert!(!page.source.to_ascii_lowercase().contains("<script"), "{}", page.source);
    assert_eq!(bare(&page.words()), bare(&text(&policy)));
    if let Ok(canonical) = format::format(source) {
        let after = self::policy(&canonical).expect("canonical source makes a policy, as its original did");
        assert_eq!(Page::of(&after).source, page.source, "formatting changed the page");
    }
    true
}

fn policy(source: &str) -> Option<Policy> {
    let bytes = source.as_bytes().to_vec();
    let compilation = compile("例.policy", bytes, &mut Vocabulary, &Options::default());
    for diagnostic in &compilation.diagnostics {
        for label in &diagnostic.labels {
            let source = compilation.sources.get(label.span.source).text();
            assert!(source.get(label.span.range()).is_some(), "{diagnostic:?}");
        }
    }
    compilation.policy
}
