//! From a source to a policy.

use std::fmt;

use super::finding::Finding;
use super::policy::Policy;
use crate::compile::{self, Compilation, Loader};
use crate::diagnostic::{Counts, Findings, human, json};
use crate::text::Lang;

/// What a compilation is asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[must_use]
pub struct Options {
    strict: bool,
}

impl Options {
    /// What `hoshin check` asks for without options.
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether to refuse what would only be inferred from the wording.
    pub fn strict(mut self, strict: bool) -> Self {
        self.strict = strict;
        self
    }
}

/// What came of a source: what was found in it, and the policy, if nothing stands in its way.
pub struct Compiled {
    compilation: Compilation,
}

/// Compiles one policy and checks it. Never fails and does no IO: what is wrong is among the [findings](Compiled::findings).
///
/// `name` is what the findings call the source, and `source` its bytes, not yet decoded. What it imports comes from `loader`;
/// [`NoImports`](crate::NoImports) has nothing to import. The same input gives the same output on every machine.
/// What nests as deep as is read fits a stack of 1 MiB.
///
/// ```
/// use hoshin::{Lang, NoImports, Options, compile};
///
/// let source = "情報 個人情報 { ・氏名 }\n方針「個人情報の取扱い」{\n  章 取得「取得」{\n    取得［氏名］「当社は、氏名を取得します。」\n  }\n}\n";
/// let compiled = compile("privacy.policy", source, &mut NoImports, &Options::new());
/// for finding in compiled.findings() {
///     println!("{} {}", finding.code(), finding.message(Lang::Ja));
/// }
/// let policy = compiled.into_policy()?; // an error that tells how many were found
/// assert_eq!(policy.title(), "個人情報の取扱い");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn compile(name: &str, source: impl Into<Vec<u8>>, loader: &mut dyn Loader, options: &Options) -> Compiled {
    let options = compile::Options {
        strict: options.strict,
        require_policy: true,
    };
    Compiled {
        compilation: compile::compile(name, source.into(), loader, &options),
    }
}

impl Compiled {
    /// Everything found, by place.
    pub fn findings(&self) -> impl Iterator<Item = Finding<'_>> {
        let of = self.drawable();
        (self.compilation.diagnostics.iter()).map(move |found| Finding::new(found, of))
    }

    /// Whether an error was found, so that there is no policy.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.compilation.has_errors()
    }

    /// The findings as `hoshin check` draws them, without colours.
    #[must_use]
    pub fn report(&self, lang: Lang) -> String {
        let options = human::Options {
            lang,
            hints: human::Hints::Shown,
            ..human::Options::default()
        };
        human::render(&[self.drawable()], &options)
    }

    /// The findings as JSON, `hoshin.diagnostics/1`.
    #[must_use]
    pub fn to_json(&self, lang: Lang) -> String {
        json::render(&[self.drawable()], lang)
    }

    /// The policy.
    ///
    /// # Errors
    /// Where an error was found; the compilation comes back in it.
    pub fn into_policy(self) -> Result<Policy, Faulty> {
        if self.has_errors() {
            return Err(Faulty {
                compiled: Box::new(self),
            });
        }
        let Compilation { policy, sources, .. } = self.compilation;
        // INVARIANT: `require_policy` makes an error of what gives no policy.
        Ok(Policy::of_sources(policy.expect("no error, so a policy"), sources))
    }

    fn drawable(&self) -> Findings<'_> {
        Findings {
            sources: &self.compilation.sources,
            diagnostics: &self.compilation.diagnostics,
            folder: "",
        }
    }
}

impl fmt::Debug for Compiled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let found: Vec<String> = self.findings().map(|found| found.code()).collect();
        f.debug_struct("Compiled")
            .field("found", &found)
            .finish_non_exhaustive()
    }
}

/// A source in which errors were found: there is no policy to publish, to ask or to compare.
pub struct Faulty {
    compiled: Box<Compiled>,
}

impl Faulty {
    /// What was found.
    #[must_use]
    pub fn compiled(&self) -> &Compiled {
        &self.compiled
    }

    /// The same, to keep.
    #[must_use]
    pub fn into_compiled(self) -> Compiled {
        *self.compiled
    }
}

impl fmt::Display for Faulty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let errors = Counts::of(&[self.compiled.drawable()]).errors;
        let first = self
            .compiled
            .findings()
            .find(|found| found.level() == crate::Level::Error);
        match first {
            Some(first) => write!(
                f,
                "errors: {errors}, the first: {}: {}",
                first.code(),
                first.message(Lang::En)
            ),
            None => write!(f, "errors: {errors}"),
        }
    }
}

/// As shown: it is what a `main` that returns it prints.
impl fmt::Debug for Faulty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for Faulty {}
