//! Short ways to a compiled source, for tests that look at one thing of it.

use hoshin::diagnostic::{Code, Level};
use hoshin::norm::Norm;
use hoshin::policy::Policy;
use hoshin::vocabulary::{ConceptId, Graph};
use hoshin::{Compilation, NoImports, Options, compile};

/// Compiles a source that imports nothing.
pub(crate) fn compiled(source: &str) -> Compilation {
    compile(
        "例.policy",
        source.as_bytes().to_vec(),
        &mut NoImports,
        &Options::default(),
    )
}

/// The policy of a source without errors.
pub(crate) fn policy(source: &str) -> Policy {
    let compilation = compiled(source);
    match compilation.policy {
        Some(policy) => policy,
        None => panic!("no policy: {:#?}", compilation.diagnostics),
    }
}

/// The codes of errors and warnings with the text each points at.
pub(crate) fn findings(source: &str) -> Vec<(Code, String)> {
    let compilation = compiled(source);
    compilation
        .diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.level > Level::Hint)
        .map(|diagnostic| {
            let span = diagnostic.span().expect("every finding has a place");
            (diagnostic.code, compilation.sources.text_of(span).to_owned())
        })
        .collect()
}

/// The names of concepts.
pub(crate) fn names(graph: &Graph, ids: &[ConceptId]) -> Vec<String> {
    ids.iter().map(|id| graph.get(*id).name.clone()).collect()
}

/// The norm of this key.
pub(crate) fn norm<'p>(policy: &'p Policy, key: &str) -> &'p Norm {
    let keys: Vec<&str> = policy.norms.iter().map(|norm| norm.key.as_str()).collect();
    policy
        .norms
        .iter()
        .find(|norm| norm.key == key)
        .unwrap_or_else(|| panic!("no norm {key} among {keys:?}"))
}
