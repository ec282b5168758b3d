//! Parties abroad under a general name, and what the answer says of them.

use hoshin::internals::decide::{Decider, Question, explain};
use hoshin::internals::policy::Expected;

use crate::support::compiled::policy;
use crate::support::naive::Naive;

/// The answer about giving 氏名 to this party, under a policy with these lines, and its words.
#[track_caller]
fn ask(lines: &str, party: &str, conditions: &[&str]) -> (Expected, String) {
    let policy = policy(&format!(
        "情報 個人情報 {{ ・氏名［直接識別］ ・写真 }}
主体 第三者 {{ ・加盟店 ・海外店［国名＝アメリカ合衆国］ }}
方針「個人情報の取扱い」{{
  事業者 当社「株式会社あかり文具」
  章 提供「提供」{{
{lines}
  }}
}}
"
    ));
    let decider = Decider::new(&policy);
    let question = Question {
        act: "提供",
        data: &["氏名"],
        party: Some(party),
        conditions,
        ..Question::default()
    };
    let request = decider.request(&question).expect("all names are declared");
    let decision = decider.decide(&request);
    let found = decision.answer.kind();
    assert_eq!(decider.decide_bare(&request), found);
    assert_eq!(Naive::new(&policy).answer(&request).kind, found);
    (found, explain::japanese(&policy, &request, &decision))
}

const IN_PROVISO: &str = "提供しない 原則「当店は、法令に基づく場合を除き、個人情報を第三者に提供しません。」{ 提供先［第三者］\n項目［個人情報］\n但し［法令］ }";
const IN_A_CLAUSE: &str = "提供しない 原則「当店は、次の場合を除き、個人情報を第三者に提供しません。」{ 提供先［第三者］\n項目［個人情報］\n但し［例外］ }
    提供 例外 { 提供先［第三者］\n項目［個人情報］\n場合 { ・［法令］「法令に基づく場合」 ・［同意］「本人の同意がある場合」 ・［事業承継］「事業を承継する場合」 ・［学術研究］「学術研究の目的による場合」 } }";

/// 「法令に基づく場合を除き」 says the same in the 但し and in a clause that the 但し names, of those abroad as well (article 28(1)).
#[test]
fn what_article_27_excepts_reaches_those_abroad() {
    for lines in [IN_PROVISO, IN_A_CLAUSE] {
        for party in ["加盟店", "海外店"] {
            assert_eq!(ask(lines, party, &["法令"]).0, Expected::Permitted, "{lines} {party}");
        }
        assert_eq!(ask(lines, "海外店", &[]).0, Expected::Forbidden, "{lines}");
    }
    assert_eq!(ask(IN_A_CLAUSE, "加盟店", &["同意"]).0, Expected::Permitted);
    // Consent, and succession, are another matter there (articles 27(5), 28).
    for condition in ["同意", "事業承継", "学術研究"] {
        assert_eq!(
            ask(IN_A_CLAUSE, "海外店", &[condition]).0,
            Expected::Forbidden,
            "{condition}"
        );
    }
}

/// That the party is abroad is why no permission reaches it, and said.
#[test]
fn being_abroad_is_told_where_it_is_the_reason() {
    const SAYS: &str = "「海外店」は外国にあります。広い名前による許可は、越境の定めがないので及びません:";
    let (found, told) = ask(IN_A_CLAUSE, "海外店", &["同意"]);
    assert_eq!(found, Expected::Forbidden);
    assert!(told.contains(SAYS), "{told}");
    let permitted = "提供「当店は、氏名を第三者に提供します。」{ 提供先［第三者］\n項目［氏名］ }";
    let (found, told) = ask(permitted, "海外店", &[]);
    assert_eq!(found, Expected::NotStated);
    assert!(told.contains(SAYS), "{told}");
    assert!(told.contains("相手方は「第三者」（外国にある者を除く）"), "{told}");
    let named = "提供「当店は、写真を海外店に提供します。」{ 提供先［海外店］\n項目［写真］ }";
    assert!(!ask(named, "海外店", &[]).1.contains("外国にあります"));
    assert!(!ask(permitted, "加盟店", &[]).1.contains("外国にあります"));
    // The same proviso reaches those abroad: that they are is no reason.
    let (found, told) = ask(IN_PROVISO, "海外店", &[]);
    assert_eq!(found, Expected::Forbidden);
    assert!(!told.contains("外国にあります"), "{told}");
}

/// A permission that reaches some of those that it names is told by these.
#[test]
fn a_permission_that_reaches_an_institution_alone_says_so() {
    let research = "提供しない 原則「学術研究の目的による場合を除き、個人情報を第三者に提供しません。」{ 提供先［第三者］\n項目［個人情報］\n但し［学術研究］ }";
    let (found, told) = ask(research, "加盟店", &["学術研究"]);
    assert_eq!(found, Expected::NotStated);
    assert!(!told.contains("相手方は「第三者」"), "{told}");
}

/// A rider's 但し only steps aside: that is not told as if the condition did not count.
#[test]
fn a_prohibition_that_steps_aside_for_nothing_says_so() {
    let rider =
        "特約「お客様の氏名は、お客様の同意がない限り提供しません。」{ 対象［氏名］\n禁止［提供］\n但し［同意］ }";
    let (found, told) = ask(rider, "加盟店", &[]);
    assert_eq!(found, Expected::Forbidden);
    assert!(
        told.contains("「同意」の場合には、この禁止は退きます。しかし、許可する定めがないので"),
        "{told}"
    );
    assert!(!told.contains("どの条件を満たしても"), "{told}");
    assert_eq!(ask(rider, "加盟店", &["同意"]).0, Expected::NotStated);
    let without = "特約「お客様の氏名は提供しません。」{ 対象［氏名］\n禁止［提供］ }";
    assert!(ask(without, "加盟店", &[]).1.contains("どの条件を満たしても"));
}
