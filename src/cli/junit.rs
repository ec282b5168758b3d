//! JUnit's XML, which CI services show as test results. Without times: the same run gives the same bytes.

use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};

use super::sentences::tested::{self as say, Answer};
use crate::characters;
use crate::decide::testing::Tested;
use crate::diagnostic::{Lang, neutral};

/// What came of one thing that was looked at.
#[derive(Debug)]
pub(super) enum Verdict {
    Passed,
    /// Something is wrong: what, in a line, and more.
    Failed(String, String),
    /// It could not be looked at: why.
    NotDone(String),
}

/// One thing that was looked at.
#[derive(Debug)]
pub(super) struct Case {
    pub(super) name: String,
    pub(super) verdict: Verdict,
}

impl Case {
    pub(super) fn new(name: impl Into<String>, verdict: Verdict) -> Self {
        Self {
            name: name.into(),
            verdict,
        }
    }
}

/// A policy test with what came of it. `reasons` are told of one that failed.
pub(super) fn of_test(tested: &Tested<'_>, reasons: impl FnOnce() -> String, lang: Lang) -> Case {
    let verdict = match tested.succeeded() {
        true => Verdict::Passed,
        false => Verdict::Failed(verdict_of(tested, lang), reasons()),
    };
    Case::new(tested.test.title.clone(), verdict)
}

fn verdict_of(tested: &Tested<'_>, lang: Lang) -> String {
    let (expected, answer) = (
        Answer::of(tested.test.expected),
        Answer::of(tested.decision.answer.kind()),
    );
    say::expected_otherwise(&expected, &answer).get(lang).to_owned()
}

/// Draws policies, each a suite, ending in a line break.
pub(super) fn render(suites: impl IntoIterator<Item = (String, Vec<Case>)>) -> String {
    let mut report = Report::new("hoshin");
    for (name, cases) in suites {
        let mut suite = TestSuite::new(neutral::line(&name).as_ref());
        for case in cases {
            let mut drawn = TestCase::new(neutral::line(&case.name).as_ref(), status(&case.verdict));
            drawn.set_classname(neutral::line(&name).as_ref());
            suite.add_test_case(drawn);
        }
        report.add_test_suite(suite);
    }
    // INVARIANT: a String takes all text.
    let mut out = characters::shown(&report.to_string().unwrap_or_default()).into_owned();
    if !out.ends_with('\n') {
        out.push('\n');
    }
    out
}

fn status(verdict: &Verdict) -> TestCaseStatus {
    match verdict {
        Verdict::Passed => TestCaseStatus::success(),
        Verdict::Failed(message, more) => {
            let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
            status.set_message(neutral::line(message).as_ref());
            if !more.is_empty() {
                status.set_description(neutral::lines(more).as_ref());
            }
            status
        }
        Verdict::NotDone(message) => {
            let mut status = TestCaseStatus::non_success(NonSuccessKind::Error);
            status.set_message(neutral::line(message).as_ref());
            status
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Nothing that a policy says can end an element, and the same run gives the same bytes.
    #[test]
    fn hostile_titles_stay_titles() {
        let suites = || {
            let failed = Verdict::Failed("<x>\"&\u{1B}[31m".to_owned(), "]]></failure>\u{0}\n次".to_owned());
            [("方針/a.policy".to_owned(), vec![Case::new("題\"><script>", failed)])]
        };
        let xml = render(suites());
        assert_eq!(xml, render(suites()));
        assert!(
            xml.contains("failures=\"1\"") && xml.contains("classname=\"方針/a.policy\""),
            "{xml}"
        );
        for raw in [
            "<script>",
            "<x>",
            "]]></failure>",
            "\u{1B}",
            "\u{0}",
            "timestamp",
            "time=",
        ] {
            assert!(!xml.contains(raw), "{raw}: {xml}");
        }
    }
}
