//! Short ways to a compiled source, for tests that look at one thing of it.

use hoshin::internals::compile::{Compilation, NoImports, Options, compile};
use hoshin::internals::diagnostic::{Code, Level};
use hoshin::internals::norm::Norm;
use hoshin::internals::policy::Policy;
use hoshin::internals::vocabulary::{ConceptId, Graph};

/// Linkings, one of which goes on from the other, that lead what one norm excepts under it, and what another excepts as well.
pub(crate) const LINKED_AND_EXCEPTED: &str = "\
情報 個人情報 { ・氏名［直接識別］ ・相談内容 }
情報 端末情報 { ・Cookie ・閲覧履歴 }
情報 年代［準識別］
条件 { ・会員登録 ・社内規程 }
目的 分析「販売の分析」
方針「個人情報の取扱い」{
  事業者 当社「株式会社あかり文具」
  章 利用「利用」{
    利用「当社は、個人情報を分析に利用します。」{
      項目［個人情報］
      除外［Cookie］
      目的［分析］
    }
    利用しない「当社は、年代を利用しません。」{
      項目［年代］
      除外［氏名］
    }
  }
  紐付け［端末情報 → 個人情報］{ 場合［会員登録］ }
  紐付け［個人情報 → 年代］{ 場合［社内規程］ }
}
";

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
