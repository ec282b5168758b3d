//! What came of the tests, drawn for people.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};

use super::tested::Run;
use crate::cli::sentences::tested::{self as say, Answer};
use crate::decide::explain;
use crate::decide::testing::{Coverage, Tested};
use crate::diagnostic::{Lang, neutral};
use crate::policy::Policy;

/// How much is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Detail {
    /// Failures and the summary.
    Failures,
    /// A line for each test.
    Tests,
    /// The reasons of each test.
    Everything,
}

/// How a run is drawn.
#[derive(Debug)]
pub(super) struct Report {
    pub(super) lang: Lang,
    pub(super) colour: bool,
    pub(super) detail: Detail,
    /// Whether the norms that no test covers are listed.
    pub(super) uncovered: bool,
    /// Whether only some of the tests were wanted.
    pub(super) filtered: bool,
}

const SUCCESS: Style = AnsiColor::Green.on_default();
const FAILURE: Style = AnsiColor::Red.on_default().bold();

impl Report {
    /// Draws the policies one after the other, then what failed, then the summary.
    pub(super) fn draw(&self, run: &[Run<'_>]) -> String {
        let mut out = String::new();
        if self.detail != Detail::Failures {
            for one in run {
                self.policy(one, run.len() > 1, &mut out);
            }
        }
        for one in run {
            for tested in one.tests.iter().filter(|tested| !tested.succeeded()) {
                self.failure(one, tested, &mut out);
            }
        }
        if self.uncovered {
            for one in run {
                self.uncovered(one, run.len() > 1, &mut out);
            }
        }
        self.summary(run, &mut out);
        out
    }

    fn text(&self, ja: impl Into<String>, en: impl Into<String>) -> String {
        match self.lang {
            Lang::Ja => ja.into(),
            Lang::En => en.into(),
        }
    }

    fn styled(&self, style: Style, text: &str) -> String {
        match self.colour {
            true => format!("{style}{text}{style:#}"),
            false => text.to_owned(),
        }
    }

    /// A line for each test, under the name of the file where there are several.
    fn policy(&self, run: &Run<'_>, several: bool, out: &mut String) {
        if several {
            let _ = writeln!(out, "{}", neutral::line(&run.subject.name));
        }
        for tested in &run.tests {
            let mark = match tested.succeeded() {
                true => self.styled(SUCCESS, "ok  "),
                false => self.styled(FAILURE, &self.text("失敗", "FAIL")),
            };
            let _ = writeln!(out, "{mark}  {}", neutral::line(&tested.test.title));
            if self.detail == Detail::Everything && tested.succeeded() {
                self.reasons(&run.subject.policy, tested, out);
            }
        }
        if !run.tests.is_empty() {
            out.push('\n');
        }
    }

    fn failure(&self, run: &Run<'_>, tested: &Tested<'_>, out: &mut String) {
        let place = run.place(tested);
        let head = self.styled(FAILURE, &self.text("失敗", "FAIL"));
        let _ = writeln!(
            out,
            "{head}  {}\n      {}:{}:{}",
            neutral::line(&tested.test.title),
            neutral::line(&place.file),
            place.line,
            place.column
        );
        let (expected, answer) = (
            Answer::of(tested.test.expected),
            Answer::of(tested.decision.answer.kind()),
        );
        let verdict = say::expected_otherwise_in_full(&expected, &answer);
        let verdict = verdict.get(self.lang);
        let _ = writeln!(out, "      {verdict}");
        self.reasons(&run.subject.policy, tested, out);
        out.push('\n');
    }

    fn reasons(&self, policy: &Policy, tested: &Tested<'_>, out: &mut String) {
        let told = match self.lang {
            Lang::Ja => explain::japanese(policy, &tested.request, &tested.decision),
            Lang::En => explain::english(policy, &tested.request, &tested.decision),
        };
        for line in neutral::lines(&told).lines() {
            let _ = writeln!(out, "      {line}");
        }
    }

    fn uncovered(&self, run: &Run<'_>, several: bool, out: &mut String) {
        let Some(coverage) = &run.coverage else { return };
        if coverage.covered() == coverage.total() {
            return;
        }
        let mut heading = say::decide_no_test().get(self.lang).to_owned();
        if several {
            heading = format!("{}: {heading}", neutral::line(&run.subject.name));
        }
        let _ = writeln!(out, "{heading}");
        for norm in coverage.uncovered() {
            let told = match self.lang {
                Lang::Ja => explain::norm_in_japanese(&run.subject.policy, norm),
                Lang::En => explain::norm_in_english(&run.subject.policy, norm),
            };
            let _ = writeln!(out, "{}{}", self.text("・", "- "), neutral::line(&told));
        }
        out.push('\n');
    }

    fn summary(&self, run: &[Run<'_>], out: &mut String) {
        if run.is_empty() {
            return;
        }
        let tests = run.iter().map(|run| run.tests.len()).sum::<usize>();
        let failed = run.iter().flat_map(|run| &run.tests);
        let failed = failed.filter(|tested| !tested.succeeded()).count();
        let (style, line) = match (tests, failed) {
            (0, _) if self.filtered => (Some(FAILURE), say::none_matches()),
            (0, _) => (None, say::no_tests()),
            (_, 0) => (Some(SUCCESS), say::all_succeeded(&tests)),
            _ => (Some(FAILURE), say::some_failed(&tests, &(tests - failed), &failed)),
        };
        let line = line.get(self.lang);
        let _ = match style {
            Some(style) => writeln!(out, "{}", self.styled(style, line)),
            None => writeln!(out, "{line}"),
        };
        let coverages: Vec<&Coverage> = run.iter().filter_map(|run| run.coverage.as_ref()).collect();
        let total: usize = coverages.iter().map(|coverage| coverage.total()).sum();
        if total == 0 {
            return;
        }
        let covered: usize = coverages.iter().map(|coverage| coverage.covered()).sum();
        let percent = covered * 100 / total;
        let line = match covered < total && !self.uncovered {
            true => say::covered_see_the_others(&total, &covered, &percent),
            false => say::covered(&total, &covered, &percent),
        };
        let _ = writeln!(out, "{}", line.get(self.lang));
    }
}
