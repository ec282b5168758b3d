//! What came of the tests, drawn for people.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};

use super::tested::Run;
use crate::decide::explain;
use crate::decide::testing::{Coverage, Tested};
use crate::diagnostic::{Lang, neutral};
use crate::policy::{Expected, Policy};

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
            self.answer(tested.test.expected),
            self.answer(tested.decision.answer.kind()),
        );
        let verdict = self.text(
            format!("結果は「{expected}」と書かれていますが、方針の答えは「{answer}」です。"),
            format!("The test expects `{expected}`; the policy answers `{answer}`."),
        );
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

    fn answer(&self, answer: Expected) -> String {
        self.text(answer.word(), answer.english().replace('_', " "))
    }

    fn uncovered(&self, run: &Run<'_>, several: bool, out: &mut String) {
        let Some(coverage) = &run.coverage else { return };
        if coverage.covered() == coverage.total() {
            return;
        }
        let mut heading = self.text("どの検証でも答えを決めていない規則:", "Norms that decide no test:");
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
        let line = match (tests, failed) {
            (0, _) if self.filtered => self.styled(
                FAILURE,
                &self.text("--filter に合う検証はありません", "no test matches --filter"),
            ),
            (0, _) => self.text("検証は書かれていません", "there are no policy tests (検証)"),
            (_, 0) => self.styled(
                SUCCESS,
                &self.text(
                    format!("検証 {tests} 件: すべて成功"),
                    format!("{tests} tests, all succeeded"),
                ),
            ),
            _ => self.styled(
                FAILURE,
                &self.text(
                    format!("検証 {tests} 件: 成功 {}、失敗 {failed}", tests - failed),
                    format!("{tests} tests: {} succeeded, {failed} failed", tests - failed),
                ),
            ),
        };
        let _ = writeln!(out, "{line}");
        let coverages: Vec<&Coverage> = run.iter().filter_map(|run| run.coverage.as_ref()).collect();
        let total: usize = coverages.iter().map(|coverage| coverage.total()).sum();
        if total == 0 {
            return;
        }
        let covered: usize = coverages.iter().map(|coverage| coverage.covered()).sum();
        let percent = covered * 100 / total;
        let mut line = self.text(
            format!("検証した規則: {total} のうち {covered}（{percent} %）"),
            format!("norms covered: {covered} of {total} ({percent} %)"),
        );
        if covered < total && !self.uncovered {
            line += &self.text("。残りは --coverage で表示", "; --coverage lists the others");
        }
        let _ = writeln!(out, "{line}");
    }
}
