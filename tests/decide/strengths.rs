//! How far data is processed: what meets what, what a refusal reaches, and what is offered as a way.

use hoshin::internals::diagnostic::Code;
use hoshin::internals::norm::Processing;
use hoshin::internals::policy::Expected;

use super::lowering::{answer, ways};
use crate::support::compiled::compiled;

fn source(lines: &str) -> String {
    format!(
        "情報 個人情報 {{ ・氏名［直接識別］ ・履歴 ・病歴［要配慮］ }}
主体 第三者 {{ ・加盟店 ・研究所 }}
条件 {{ ・申込み［本人選択］ }}
目的 配送「商品の配送」
目的 広告「広告の配信」
方針「個人情報の取扱い」{{
章 定め「個人情報の取扱い」{{
{lines}
}}
}}
"
    )
}

use Expected::{Forbidden, NotStated, Permitted, PermittedIfProcessed};

#[test]
fn the_states_are_five_strengths() {
    let strengths: Vec<u8> = Processing::ALL.iter().map(|state| state.strength()).collect();
    assert_eq!(strengths, [0, 1, 2, 3, 4]);
    assert_eq!(strengths.last(), Some(&Processing::STRONGEST));
}

/// M12. 個人非識別 is the company's own word, 匿名加工 the law's.
#[test]
fn what_is_only_deidentified_does_not_meet_what_asks_for_anonymous_data() {
    let case = compiled(&source(
        "提供「履歴を加工して提供します。」{ 提供先［研究所］
  加工 {
    項目［履歴］
    水準［匿名加工］
  }
}",
    ));
    assert_eq!(
        answer(&case, "提供 履歴 先=研究所 状態=個人非識別"),
        PermittedIfProcessed
    );
    assert_eq!(answer(&case, "提供 履歴 先=研究所 状態=匿名加工"), Permitted);
    assert_eq!(answer(&case, "提供 履歴 先=研究所 状態=統計"), Permitted);
    assert_eq!(ways(&case, "提供 履歴 先=研究所"), ["匿名加工"]);
}

/// To process a little is no way round a promise.
#[test]
fn a_refusal_without_a_state_reaches_what_the_company_can_still_match() {
    let case = compiled(&source(
        "利用「病歴を利用します。」{ 項目［病歴］ }
特約 限り「病歴は、商品の配送のためにのみ利用します。」{ 対象［病歴］
  限定［配送］
}",
    ));
    assert_eq!(answer(&case, "利用 病歴 目的=広告 状態=仮名加工"), Forbidden);
    assert_eq!(answer(&case, "利用 病歴 目的=広告 状態=個人非識別"), Forbidden);
    assert_eq!(answer(&case, "利用 病歴 目的=広告 状態=匿名加工"), Permitted);
    assert_eq!(ways(&case, "利用 病歴 目的=広告"), ["匿名加工"]);
    // What comes in from others was never the company's to match.
    let case = compiled(&source(
        "取得［個人情報］「個人情報を取得します。」
取得しない［病歴］「病歴は取得しません。」
提供しない「病歴は第三者に提供しません。」{ 提供先［第三者］
  項目［病歴］
}
提供しない「履歴はどのような形でも第三者に提供しません。」{ 提供先［第三者］
  項目［履歴］
  水準［統計］
}",
    ));
    assert_eq!(answer(&case, "取得 病歴 状態=仮名加工"), Forbidden);
    assert_eq!(answer(&case, "取得 病歴 状態=個人非識別"), Permitted);
    assert_eq!(answer(&case, "提供 病歴 先=研究所 状態=個人非識別"), Forbidden);
    assert_eq!(answer(&case, "提供 病歴 先=研究所 状態=匿名加工"), NotStated);
    assert_eq!(answer(&case, "提供 履歴 先=研究所 状態=統計"), Forbidden);
}

const PROMISE: &str = "提供しない 原則「個人情報を第三者に提供しません。」{ 提供先［第三者］
  項目［個人情報］
}
";
const PROCESSED: &str =
    "提供 報告「履歴は、誰のものか分からない情報に加工した上で研究所に提供します。」{ 提供先［研究所］
  加工 {
    項目［履歴］
    水準［個人非識別］
  }
}
";

/// 「個人情報を提供しません」 beside 「加工した上で提供します」: the one is the exception of the other, and told.
#[test]
fn a_clause_on_processed_data_is_the_exception_of_a_promise() {
    let source_of = |lines: &str| source(&format!("{PROMISE}{lines}"));
    let both = source_of(PROCESSED);
    let case = compiled(&both);
    assert_eq!(answer(&case, "提供 履歴 先=研究所"), PermittedIfProcessed);
    assert_eq!(answer(&case, "提供 履歴 先=研究所 状態=仮名加工"), PermittedIfProcessed);
    assert_eq!(answer(&case, "提供 履歴 先=研究所 状態=個人非識別"), Permitted);
    assert_eq!(
        answer(&case, "提供 履歴 先=加盟店 状態=個人非識別"),
        Forbidden,
        "of the other nothing is said"
    );
    assert_eq!(answer(&case, "提供 氏名 先=研究所 状態=個人非識別"), Forbidden);
    let of_checks = |source: &str| -> Vec<Code> {
        let codes = compiled(source).diagnostics.into_iter().map(|found| found.code);
        codes.filter(|code| code.name().starts_with("H05")).collect()
    };
    assert_eq!(of_checks(&both), [Code::H0525]);
    // Named in the 但し, or made anonymous, there is nothing to judge.
    let named = both.replace("  項目［個人情報］\n}", "  項目［個人情報］\n  但し［報告］\n}");
    assert_eq!(of_checks(&named), []);
    assert_eq!(
        answer(&compiled(&named), "提供 履歴 先=研究所 状態=個人非識別"),
        Permitted
    );
    assert_eq!(of_checks(&both.replace("個人非識別", "匿名加工")), []);
    // Whoever says that the promise goes first is taken at his word.
    let first = both.replace("  項目［個人情報］\n}", "  項目［個人情報］\n  優先［報告］\n}");
    assert_eq!(
        answer(&compiled(&first), "提供 履歴 先=研究所 状態=個人非識別"),
        Forbidden
    );
    // A rider stands above it.
    let rider = source(&format!(
        "特約 禁止「個人情報を第三者に提供しません。」{{ 対象［個人情報］\n  禁止［提供］\n}}\n{PROCESSED}"
    ));
    assert_eq!(
        answer(&compiled(&rider), "提供 履歴 先=研究所 状態=個人非識別"),
        Forbidden
    );
    // An exception of the promise holds for raw data only where its condition is met.
    let on_terms = both.replace("    項目［履歴］\n", "    項目［履歴］\n    場合［申込み］\n");
    let case = compiled(&on_terms);
    assert_eq!(
        answer(&case, "提供 履歴 先=研究所 状態=個人非識別"),
        Expected::PermittedUnderConditions
    );
    assert_eq!(
        answer(&case, "提供 履歴 先=研究所 状態=個人非識別 条件=申込み"),
        Permitted
    );
}

/// Articles 41(6) and 42(1): no third party may have 仮名加工情報.
#[test]
fn pseudonymised_data_is_no_way_of_providing() {
    let act = |act: &str| {
        compiled(&source(&format!(
            "{act}「履歴を加工して渡します。」{{ 提供先［研究所］
  加工 {{
    項目［履歴］
    水準［仮名加工］
  }}
}}"
        )))
    };
    let provide = act("提供");
    assert_eq!(answer(&provide, "提供 履歴 先=研究所"), PermittedIfProcessed);
    assert_eq!(ways(&provide, "提供 履歴 先=研究所"), ["個人非識別"]);
    assert_eq!(ways(&provide, "提供 履歴 先=研究所 条件=法令"), ["仮名加工"]);
    assert_eq!(ways(&provide, "提供 履歴 先=研究所 条件=事業承継"), ["仮名加工"]);
    // It is a matter of ways, not of verdicts.
    assert_eq!(answer(&provide, "提供 履歴 先=研究所 状態=仮名加工"), Permitted);
    assert_eq!(ways(&act("共同利用"), "共同利用 履歴 先=研究所"), ["仮名加工"]);
    assert_eq!(ways(&act("委託"), "委託 履歴 先=研究所"), ["仮名加工"]);
}
