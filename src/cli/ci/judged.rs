//! What is found in one policy: by itself, and beside what it is compared with.

use std::sync::LazyLock;

use super::allowed::Allowed;
use super::examined::{Against, Examined, Form, Old};
use crate::cli::arguments::FailOn;
use crate::cli::diff::failing::{self, Reason};
use crate::cli::error::CliError;
use crate::cli::error_code::CliCode;
use crate::decide::testing::{self, Tested};
use crate::diagnostic::{Annotation, AnnotationRule, Level, Text};
use crate::diff::{ChangedLines, Comparison, Options, compare};
use crate::span::{SourceId, Span};

static UNFORMATTED: LazyLock<AnnotationRule> = LazyLock::new(|| AnnotationRule {
    id: "not-formatted",
    level: Level::Error,
    title: Text::new("整形されていないファイル", "file that is not formatted"),
    help: Text::new("`hoshin fmt` で整えてください。", "Run `hoshin fmt`."),
});

static FAILED: LazyLock<AnnotationRule> = LazyLock::new(|| AnnotationRule {
    id: "failed-policy-test",
    level: Level::Error,
    title: Text::new("失敗した検証", "failed policy test"),
    help: Text::new(
        "方針か検証のどちらかを直してください。根拠は `hoshin test` で確かめられます。",
        "Mend the policy or the test; `hoshin test` tells the reasons.",
    ),
});

static NOT_COMPARED: LazyLock<AnnotationRule> = LazyLock::new(|| AnnotationRule {
    id: "not-compared",
    level: Level::Error,
    title: Text::new("比べていない方針", "policy that was not compared"),
    help: Text::new(
        "比べられない理由を除くか、人が確かめたうえで、それを許すオプションを付けてください。",
        "Remove what keeps it from being compared, or allow it by its option once somebody has read it.",
    ),
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
            let text = Text::new(
                format!("`{}` は標準の形に整っていません", self.examined.path),
                format!("`{}` is not in the canonical form", self.examined.path),
            );
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
    Text::new(
        format!(
            "検証「{title}」の結果は「{}」と書かれていますが、方針の答えは「{}」です",
            expected.word(),
            answer.word()
        ),
        format!(
            "the policy test `{title}` expects `{}`, and the policy answers `{}`",
            expected.english(),
            answer.english()
        ),
    )
}

fn start() -> Span {
    Span::new(SourceId(0), 0, 0)
}

fn new_policy(path: &str) -> CliError {
    CliError::new(
        CliCode::C0035,
        Text::new(
            format!("`{path}` は新しい方針なので、比べる版がありません"),
            format!("`{path}` is a new policy; there is nothing to compare it with"),
        ),
    )
    .help(
        "中身を確かめたうえで通すには --allow-new を付けてください。名前を変えたのなら、書き換えとは別のコミットで先に取り込むか、旧版を書いてください",
        "pass --allow-new once somebody has read it; if it was renamed, merge the renaming before the rewriting, or name its 旧版",
    )
}

/// A policy of the base that is gone.
pub(super) fn deleted(old: &Old) -> CliError {
    let path = &old.path;
    CliError::new(
        CliCode::C0036,
        Text::new(
            format!("方針 `{path}` がなくなりました"),
            format!("the policy `{path}` is gone"),
        ),
    )
    .help(
        "本当に廃止するなら --allow-deleted を付けてください。名前を変えたのなら、名前の変更だけを先に取り込んでください",
        "pass --allow-deleted if that is meant; if it was renamed, merge the renaming before the rewriting",
    )
}

fn faulty_base(name: &str) -> CliError {
    CliError::new(
        CliCode::C0037,
        Text::new(
            format!("比べる元の `{name}` に誤りがあるため、広がりがないかを調べられません"),
            format!("`{name}` of the base has errors, so it is not known what becomes wider"),
        ),
    )
    .help(
        "この変更が誤りを直すものなら、前後を人が見比べたうえで --allow-broken-base を付けてください",
        "if this change mends it, pass --allow-broken-base once somebody has compared the two",
    )
}
