//! The tests of one policy, run.

use crate::cli::arguments::TestArguments;
use crate::cli::subject::Subject;
use crate::decide::testing::json::Written;
use crate::decide::testing::{self, Coverage, Tested};

/// The tests of one policy.
pub(super) struct Run<'s> {
    pub(super) subject: &'s Subject,
    pub(super) tests: Vec<Tested<'s>>,
    /// `None` where only some of the tests were wanted: what the others cover is not known.
    pub(super) coverage: Option<Coverage>,
}

impl<'s> Run<'s> {
    pub(super) fn of(subject: &'s Subject, arguments: &TestArguments) -> Self {
        let filter = &arguments.filter;
        let tests = testing::run(&subject.policy, |test| {
            filter.is_empty() || filter.iter().any(|word| test.title.contains(word.as_str()))
        });
        let coverage = filter.is_empty().then(|| Coverage::of(&subject.policy, &tests));
        Self {
            subject,
            tests,
            coverage,
        }
    }

    pub(super) fn place(&self, tested: &Tested<'_>) -> Written {
        let (file, position) = self.subject.place(tested.test.span);
        Written {
            file,
            line: position.line,
            column: position.column,
        }
    }
}
