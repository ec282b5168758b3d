//! What is found in one policy: by itself, and beside what it is compared with.

use std::sync::LazyLock;

use super::allowed::Allowed;
use super::examined::{Against, Examined, Form, Old};
use crate::cli::arguments::FailOn;
use crate::cli::diff::failing::{self, Reason};
use crate::cli::error::CliError;
use crate::cli::error_code::CliCode;
use crate::cli::sentences::ci::judged::{self as say, Answer};
use crate::cli::sentences::ci::rules;
use crate::decide::testing::{self, Tested};
use crate::diagnostic::{Annotation, AnnotationRule, Level, Text};
use crate::diff::{ChangedLines, Comparison, Options, compare};
use crate::policy::Expected;
use crate::span::{SourceId, Span};
use crate::text::sentence::{File, Name};

static UNFORMATTED: LazyLock<AnnotationRule> = LazyLock::new(|| AnnotationRule {
    id: "not-formatted",
    level: Level::Error,
    title: rules::unformatted(),
    help: rules::format_it(),
});

static FAILED: LazyLock<AnnotationRule> = LazyLock::new(|| AnnotationRule {
    id: "failed-policy-test",
    level: Level::Error,
    title: rules::failed_test(),
    help: rules::mend_one_of_them(),
});

static NOT_COMPARED: LazyLock<AnnotationRule> = LazyLock::new(|| AnnotationRule {
    id: "not-compared",
    level: Level::Error,
    title: rules::not_compared(),
    help: rules::remove_or_allow(),
});

/// A policy with everything that is said of it.
pub(super) struct Judged<'e> {
    pub(super) examined: &'e Examined,
    pub(super) tests: Vec<Tested<'e>>,
    pub(super) compared: Option<Compared<'e>>,
    /// What is said beside the diagnostics, at its place.
    pub(super) annotations: Vec<Annotation<'static>>,
    /// Why it was not compared, where that lets nothing pass.
    pub(super) refused: Option<CliError>,
    /// Why it was not compared, where the user allows it.
    pub(super) allowed: Option<Text>,
}

/// A policy beside that of the base.
pub(super) struct Compared<'e> {
    pub(super) old: &'e Old,
    pub(super) comparison: Comparison<'e>,
    /// What `--fail-on` asks for.
    fail_on: &'e [FailOn],
}

impl Compared<'_> {
    /// Why it does not pass.
    pub(super) fn reasons(&self) -> Vec<Reason<'_>> {
        failing::reasons(&self.comparison, self.fail_on, false)
    }
}

impl<'e> Judged<'e> {
    /// Runs the tests of a policy and compares it.
    pub(super) fn of(examined: &'e Examined, fail_on: &'e [FailOn], allowed: Allowed) -> Self {
        let policy = examined.policy();
        let tests = policy.map_or_else(Vec::new, |policy| testing::run(policy, |_| true));
        let mut judged = Self {
            examined,
            tests,
            compared: None,
            annotations: Vec::new(),
            refused: None,
            allowed: None,
        };
        judged.compare(fail_on, allowed);
        judged.remark_upon_itself();
        judged
    }

    /// Whether it was found to be wrong.
    pub(super) fn fails(&self) -> bool {
        let compared = self.compared.as_ref();
        !self.examined.is_sound()
            || self.failed_tests().next().is_some()
            || self.annotations.iter().any(|one| one.level == Level::Error)
            || compared.is_some_and(|compared| !compared.reasons().is_empty())
    }

    /// Whether something could not be done.
    pub(super) fn is_not_done(&self) -> bool {
        self.refused.is_some() || !self.examined.errors.is_empty()
    }

    pub(super) fn failed_tests(&self) -> impl Iterator<Item = &Tested<'e>> {
        self.tests.iter().filter(|tested| !tested.succeeded())
    }

    fn compare(&mut self, fail_on: &'e [FailOn], allowed: Allowed) {
        let path = &self.examined.path;
        let (error, is_allowed) = match &self.examined.against {
            Against::Declares | Against::Faulty | Against::Same => return,
            Against::Other(old) => {
                self.compare_with(old, fail_on);
                return;
            }
            Against::New => (new_policy(path), allowed.new),
            Against::FaultyBase(name) => (faulty_base(name), allowed.broken_base),
        };
        if is_allowed {
            self.allowed = Some(error.message);
            return;
        }
        let mut lines = vec![error.message.clone()];
        lines.extend(error.help.as_deref().cloned());
        self.remark(&NOT_COMPARED, NOT_COMPARED.level, lines, Some(start()));
        self.refused = Some(error);
    }

    fn compare_with(&mut self, old: &'e Old, fail_on: &'e [FailOn]) {
        // INVARIANT: only policies are compared.
        let (Some(before), Some(now)) = (old.policy(), self.examined.policy()) else {
            return;
        };
        let sources = &self.examined.compiled.compilation.sources;
        let changed = ChangedLines::between(&old.compiled.compilation.sources, sources);
        let comparison = compare(before, now, &Options::default());
        self.annotations
            .extend(failing::remarks(&comparison, fail_on, &changed));
        self.compared = Some(Compared {
            old,
            comparison,
            fail_on,
        });
    }

    fn remark_upon_itself(&mut self) {
        if let Form::Other(span) = self.examined.form {
            let text = say::not_in_canonical_form(&File(self.examined.path.clone()));
            self.remark(
                &UNFORMATTED,
                UNFORMATTED.level,
                vec![text, UNFORMATTED.help.clone()],
                Some(span),
            );
        }
        let failed: Vec<(Text, Span)> = self
            .failed_tests()
            .map(|tested| (verdict(tested), tested.test.span))
            .collect();
        for (text, span) in failed {
            self.remark(&FAILED, FAILED.level, vec![text, FAILED.help.clone()], Some(span));
        }
    }

    fn remark(&mut self, rule: &'static AnnotationRule, level: Level, lines: Vec<Text>, span: Option<Span>) {
        self.annotations.push(Annotation {
            rule,
            level,
            lines,
            span,
            related: Vec::new(),
        });
    }
}

/// What came of a test that failed.
pub(super) fn verdict(tested: &Tested<'_>) -> Text {
    let (title, expected, answer) = (&tested.test.title, tested.test.expected, tested.decision.answer.kind());
    say::other_answer(&Name(title.clone()), &word(expected), &word(answer))
}

fn word(answer: Expected) -> Answer {
    Answer(Text::new(answer.word(), answer.english()))
}

fn start() -> Span {
    Span::new(SourceId(0), 0, 0)
}

fn new_policy(path: &str) -> CliError {
    CliError::new(CliCode::C0035, say::new_policy(&File(path.to_owned()))).advise(say::allow_a_new_one())
}

/// A policy of the base that is gone.
pub(super) fn deleted(old: &Old) -> CliError {
    CliError::new(CliCode::C0036, say::is_gone(&File(old.path.clone()))).advise(say::allow_deleting())
}

fn faulty_base(name: &str) -> CliError {
    CliError::new(CliCode::C0037, say::base_is_faulty(&File(name.to_owned()))).advise(say::allow_a_faulty_base())
}
