//! What came of policy tests, on a terminal and in the results of tests.

use crate::policy::Expected;
use crate::text::Text;
use crate::text::sentence::{sentences, worded};

worded! {
    /// What a policy answers, or a test says that it does.
    Answer = [("許可", "permitted"), ("条件付き許可", "permitted under conditions")];
}

impl Answer {
    /// An answer in words.
    pub(in crate::cli) fn of(answer: Expected) -> Self {
        Self(Text::new(answer.word(), answer.english().replace('_', " ")))
    }
}

sentences! {
    expected_otherwise(expected: Answer, answer: Answer) =
        "結果は「{expected}」と書かれていますが、方針の答えは「{answer}」です",
        "the test expects `{expected}`; the policy answers `{answer}`";
    expected_otherwise_in_full(expected: Answer, answer: Answer) =
        "結果は「{expected}」と書かれていますが、方針の答えは「{answer}」です。",
        "The test expects `{expected}`; the policy answers `{answer}`.";
    not_run() =
        "方針に誤りがあるため、検証を行っていません",
        "not run, because the policy has errors";

    none_matches() =
        "--filter に合う検証はありません",
        "no test matches --filter";
    no_tests() =
        "検証は書かれていません",
        "there are no policy tests (検証)";
    all_succeeded(tests: usize) =
        "検証 {tests} 件: すべて成功",
        "{tests} tests, all succeeded";
    some_failed(tests: usize, succeeded: usize, failed: usize) =
        "検証 {tests} 件: 成功 {succeeded}、失敗 {failed}",
        "{tests} tests: {succeeded} succeeded, {failed} failed";

    decide_no_test() =
        "どの検証でも答えを決めていない規則:",
        "Norms that decide no test:";
    covered(total: usize, covered: usize, percent: usize) =
        "検証した規則: {total} のうち {covered}（{percent} %）",
        "norms covered: {covered} of {total} ({percent} %)";
    covered_see_the_others(total: usize, covered: usize, percent: usize) =
        "検証した規則: {total} のうち {covered}（{percent} %）。残りは --coverage で表示",
        "norms covered: {covered} of {total} ({percent} %); --coverage lists the others";
}
