//! The rules of `docs/semantics.md` one by one, on sources as an editor writes them.

use hoshin::internals::decide::{Answer, Decider, Decision, Question, Request, Verdict, explain};
use hoshin::internals::policy::Policy;

use crate::support::compiled::policy;

/// What every scenario speaks about.
const WORDS: &str = "
情報 個人情報 {
  ・氏名［直接識別］
  ・生年月日［準識別］
  ・病歴［要配慮］
  ・相談内容
}
情報 端末情報 { ・Cookie ・閲覧履歴 }
情報 年代［準識別］
主体 第三者 { ・販売店 ・広告会社 ・海外広告会社［外国］ }
主体 配送業者［委託先］
条件 { ・書面の同意［同意］ ・申込み［本人選択］ ・会員登録 ・社内規程 }
";

/// A policy with these statements in its 方針.
fn with(statements: &str) -> Policy {
    policy(&format!(
        "{WORDS}\n方針「個人情報の取扱い」{{\n事業者 当社「株式会社あかり文具」\n{statements}\n}}\n"
    ))
}

/// Reads `提供 氏名、病歴 先=販売店 目的=発送 条件=同意、申込み 状態=統計 経路=店頭`.
fn ask(policy: &Policy, words: &str) -> Decision {
    let mut parts = words.split(' ');
    let act = parts.next().expect("an act");
    let data: Vec<&str> = parts.next().expect("data").split('、').collect();
    let mut conditions: Vec<&str> = Vec::new();
    let mut question = Question {
        act,
        data: &data,
        ..Question::default()
    };
    for part in parts {
        match part.split_once('=').expect("a named part") {
            ("先", name) => question.party = Some(name),
            ("目的", name) => question.purpose = Some(name),
            ("状態", name) => question.processing = Some(name),
            ("経路", name) => question.route = Some(name),
            ("条件", names) => conditions.extend(names.split('、')),
            (other, _) => panic!("{other}"),
        }
    }
    question.conditions = &conditions;
    let decider = Decider::new(policy);
    let request = decider.request(&question).expect("known words");
    let decision = decider.decide(&request);
    assert_eq!(decider.answer(&question), Ok(decision.answer.kind()), "{words}");
    decision
}

/// The word of the answer, and every way to a permission: `条件付き許可: 申込み | 同意`.
fn answer(policy: &Policy, words: &str) -> String {
    let decision = ask(policy, words);
    let ways: Vec<String> = decision
        .ways
        .iter()
        .map(|way| {
            let states = way.states.iter().map(|state| state.word().to_owned());
            let conditions = way.conditions.all_of.iter().map(|any| {
                let graph = &policy.vocabulary.conditions;
                let names = graph.describe(any).into_iter().map(|leaf| match leaf {
                    hoshin::internals::vocabulary::Leaf::Concept(id) => graph.get(id).name.clone(),
                    hoshin::internals::vocabulary::Leaf::Rest(id) => format!("その他の{}", graph.get(id).name),
                });
                names.collect::<Vec<_>>().join("／")
            });
            let parts = [
                states.collect::<Vec<_>>().join("／"),
                conditions.collect::<Vec<_>>().join("＋"),
            ];
            parts
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join("＋")
        })
        .collect();
    let word = decision.answer.kind().word();
    if ways.is_empty() {
        word.to_owned()
    } else {
        format!("{word}: {}", ways.join(" | "))
    }
}

fn clauses(policy: &Policy, norms: &[hoshin::internals::norm::NormId]) -> Vec<String> {
    let clause = |norm: &hoshin::internals::norm::NormId| policy.norms[norm.0 as usize].provenance.clause;
    norms
        .iter()
        .map(|norm| policy.document.clause(clause(norm)).anchor.clone())
        .collect()
}

#[test]
fn a_category_is_permitted_when_all_it_contains_is() {
    let policy = with(
        "章 提供「提供」{
             提供 発送「発送」{
               提供先［販売店］
               項目［氏名、生年月日］
               目的 { ・発送「発送」 }
             }
             提供 残り「残り」{
               提供先［販売店］
               項目［病歴］
               目的［発送.発送］
               場合［同意］
             }
           }",
    );
    assert_eq!(answer(&policy, "提供 氏名、生年月日 先=販売店 目的=発送"), "許可");
    assert_eq!(
        answer(&policy, "提供 氏名、病歴 先=販売店 目的=発送"),
        "条件付き許可: 同意"
    );
    // 相談内容 and その他の個人情報 are parts that nothing speaks of.
    assert_eq!(
        answer(&policy, "提供 個人情報 先=販売店 目的=発送 条件=同意"),
        "定めなし"
    );
    let decision = ask(&policy, "提供 個人情報 先=販売店 目的=発送 条件=同意");
    let place = decision.place.expect("a leaf");
    assert_eq!(policy.vocabulary.data.leaf_label(place.data), "相談内容");
    assert!(!decision.uniform);
}

#[test]
fn a_kind_of_condition_meets_the_condition_and_not_the_reverse() {
    let policy = with(
        "章 提供「提供」{
             提供 甲「甲」{
               提供先［販売店］
               項目［氏名］
               目的 { ・発送「発送」 }
               場合［同意］
             }
             提供 乙「乙」{
               提供先［販売店］
               項目［病歴］
               目的［甲.発送］
               場合［書面の同意］
             }
           }",
    );
    assert_eq!(answer(&policy, "提供 氏名 先=販売店 目的=発送"), "条件付き許可: 同意");
    assert_eq!(answer(&policy, "提供 氏名 先=販売店 目的=発送 条件=書面の同意"), "許可");
    assert_eq!(
        answer(&policy, "提供 病歴 先=販売店 目的=発送 条件=同意"),
        "条件付き許可: 書面の同意"
    );
}

const GENERAL_RULE: &str = "
章 提供「提供」{
  提供 申込時「お申込みのとき」{
    提供先［販売店］
    項目［氏名、生年月日］
    目的 { ・発送「発送」 }
    場合［申込み］
  }
  提供しない 原則「上記のほか、法令に基づく場合を除き、個人情報を第三者に提供しません。」{
    項目［個人情報］
    提供先［第三者］
    但し［法令、申込時］
  }
}";

#[test]
fn a_rule_that_gives_way_leaves_what_the_permit_asks_for() {
    let policy = with(GENERAL_RULE);
    assert_eq!(
        answer(&policy, "提供 氏名 先=販売店 目的=発送"),
        "条件付き許可: 申込み | 法令"
    );
    let decision = ask(&policy, "提供 氏名 先=販売店 目的=発送");
    assert_eq!(decision.verdict, Verdict::Forbidden);
    assert_eq!(clauses(&policy, &decision.decided_by), ["提供.申込時", "提供.原則"]);
    assert_eq!(clauses(&policy, &decision.overridden), ["提供.原則"]);

    let permitted = ask(&policy, "提供 氏名 先=販売店 目的=発送 条件=申込み");
    assert_eq!(permitted.answer, Answer::Permitted);
    assert_eq!(clauses(&policy, &permitted.decided_by), ["提供.申込時"]);
    assert_eq!(clauses(&policy, &permitted.overridden), ["提供.原則"]);
}

#[test]
fn what_the_law_excepts_leaves_a_prohibition_as_it_is_until_it_is_asserted() {
    let policy = with(GENERAL_RULE);
    assert_eq!(answer(&policy, "提供 病歴 先=販売店 目的=発送"), "禁止: 法令");
    assert_eq!(answer(&policy, "提供 病歴 先=販売店 目的=発送 条件=法令"), "許可");
}

#[test]
fn a_prohibition_speaks_of_personal_information_and_not_of_anonymised() {
    let policy = with(GENERAL_RULE);
    assert_eq!(
        answer(&policy, "提供 病歴 先=販売店 目的=発送 状態=仮名加工"),
        "禁止: 法令"
    );
    let verdict = |request| ask(&policy, request).verdict;
    for request in [
        "提供 病歴 先=販売店 目的=発送 状態=匿名加工",
        "提供 病歴 先=販売店 目的=発送 状態=統計",
    ] {
        assert_eq!(verdict(request), Verdict::NotStated);
        assert_eq!(answer(&policy, request), "条件付き許可: 法令");
    }
}

const RIDER: &str = "
章 利用目的「利用目的」{
  目的 発送「商品の発送」
  目的 広告「広告の配信」
}
章 特約「特約」{
  ・特約 病歴の制限「病歴は、商品の発送のためだけに利用します。」{
    対象［病歴］
    限定［発送］
    但し［同意］
  }
}";

#[test]
fn an_exception_of_a_rider_is_told_beside_the_refusal() {
    let policy = with(RIDER);
    assert_eq!(answer(&policy, "利用 病歴 目的=発送"), "許可");
    assert_eq!(answer(&policy, "利用 氏名 目的=広告"), "許可");
    assert_eq!(answer(&policy, "利用 病歴 目的=広告"), "禁止: 同意 | 匿名加工");
    assert_eq!(answer(&policy, "利用 病歴 目的=広告 条件=書面の同意"), "許可");
    let decision = ask(&policy, "利用 病歴 目的=広告");
    assert_eq!(clauses(&policy, &decision.decided_by), ["特約.病歴の制限"]);
    assert_eq!(clauses(&policy, &decision.overridden), ["利用目的.広告"]);
}

/// Findings O12: 「…のためだけに利用します」 is about use.
#[test]
fn a_limit_is_on_what_serves_a_purpose() {
    let kept = "章 管理「管理」{
        保管［病歴］「病歴を保管します。」
        消去［病歴］「病歴を消去します。」
        提供 販売「販売」{
            提供先［販売店］
            項目［病歴］
            目的［広告］
        }
    }";
    let policy = with(&format!("{RIDER}\n{kept}"));
    assert_eq!(answer(&policy, "保管 病歴"), "許可");
    assert_eq!(answer(&policy, "保管 病歴 目的=広告"), "許可");
    assert_eq!(answer(&policy, "消去 病歴"), "許可");
    let provided = "提供 病歴 先=販売店 目的=広告";
    assert_eq!(answer(&policy, provided), "禁止: 同意 | 匿名加工");

    let named = RIDER.replace("限定［発送］", "限定［発送］{ 行為［利用、保管］ }");
    let policy = with(&format!("{named}\n{kept}"));
    assert_eq!(answer(&policy, "保管 病歴 目的=広告"), "禁止: 同意 | 匿名加工");
    assert_eq!(answer(&policy, "保管 病歴 目的=発送"), "許可");
    assert_eq!(answer(&policy, provided), "許可");
}

#[test]
fn meeting_one_of_two_terms_leaves_the_other() {
    let policy = with(
        "章 提供「提供」{
             提供 販売「販売」{
               提供先［販売店］
               項目［病歴］
               目的 { ・発送「発送」 }
               場合［申込み］
             }
           }
           章 特約「特約」{
             ・特約 病歴「病歴は提供しません。」{
               対象［病歴］
               禁止［提供］
               但し［同意］
             }
           }",
    );
    let request = "提供 病歴 先=販売店 目的=発送";
    assert_eq!(answer(&policy, request), "禁止: 同意＋申込み | 匿名加工＋申込み");
    assert_eq!(
        answer(&policy, &format!("{request} 条件=申込み")),
        "禁止: 同意 | 匿名加工"
    );
    assert_eq!(answer(&policy, &format!("{request} 条件=同意")), "条件付き許可: 申込み");
    assert_eq!(answer(&policy, &format!("{request} 条件=同意、申込み")), "許可");
}

const PROCESSED: &str = "
章 提供「提供」{
  提供 分析「分析」{
    提供先［販売店］
    項目［氏名、生年月日、相談内容］
    場合［申込み］
    加工 {
      ※「氏名を除き、生年月日を年代に置き換えます。」
      除外［氏名］
      一般化［生年月日 → 年代］
      目的 { ・傾向分析「販売傾向の分析」 }
    }
  }
}";

#[test]
fn processing_and_conditions_may_both_be_needed() {
    let policy = with(PROCESSED);
    let request = "提供 相談内容 先=販売店 目的=傾向分析";
    assert_eq!(answer(&policy, request), "加工すれば許可: 個人非識別＋申込み");
    assert_eq!(
        answer(&policy, &format!("{request} 条件=申込み")),
        "加工すれば許可: 個人非識別"
    );
    assert_eq!(answer(&policy, &format!("{request} 状態=統計")), "条件付き許可: 申込み");
    assert_eq!(answer(&policy, &format!("{request} 条件=申込み 状態=匿名加工")), "許可");
    let Answer::IfProcessed { transforms, .. } = ask(&policy, request).answer else {
        panic!("processing is needed");
    };
    assert_eq!(transforms.len(), 1);
}

#[test]
fn what_a_transform_drops_is_not_provided_and_what_it_makes_is() {
    let policy = with(PROCESSED);
    let terms = "先=販売店 目的=傾向分析 条件=申込み";
    assert_eq!(answer(&policy, &format!("提供 氏名 {terms}")), "定めなし");
    assert_eq!(
        answer(&policy, &format!("提供 生年月日 {terms}")),
        "加工すれば許可: 個人非識別"
    );
    assert_eq!(answer(&policy, &format!("提供 年代 {terms} 状態=個人非識別")), "許可");
}

#[test]
fn what_may_remain_bounds_identifiers_only() {
    let policy = with(
        "章 提供「提供」{
             提供 研究「研究」{
               提供先［販売店］
               項目［氏名、生年月日、相談内容、年代］
               加工 {
                 ※「個人を識別できないように加工します。」
                 残す［年代］
               }
               目的 { ・研究「研究」 }
             }
           }",
    );
    let terms = "先=販売店 目的=研究 状態=個人非識別";
    assert_eq!(answer(&policy, &format!("提供 生年月日 {terms}")), "定めなし");
    assert_eq!(answer(&policy, &format!("提供 年代 {terms}")), "許可");
    assert_eq!(answer(&policy, &format!("提供 相談内容 {terms}")), "許可");
}

#[test]
fn processing_alone_comes_before_conditions_alone() {
    let policy = with(
        "章 提供「提供」{
             提供 分析「分析」{
               提供先［販売店］
               項目［相談内容］
               加工 {
                 ※「個人を識別できないように加工します。」
                 除外［氏名］
                 目的 { ・分析「分析」 }
               }
             }
             提供 同意時「同意」{
               提供先［第三者］
               項目［個人情報］
               場合［同意］
             }
           }",
    );
    assert_eq!(
        answer(&policy, "提供 相談内容 先=販売店 目的=分析"),
        "加工すれば許可: 同意 | 個人非識別"
    );
    assert_eq!(answer(&policy, "提供 病歴 先=販売店 目的=分析"), "条件付き許可: 同意");
}

const LINKED: &str = "
章 取得「取得」{
  取得［端末情報］「端末情報を取得します。会員の端末情報は個人情報として取り扱います。」
  紐付け［端末情報 → 個人情報］{ 場合［会員登録］ }
}
章 提供「提供」{
  提供 端末「端末情報の提供」{
    提供先［広告会社］
    項目［端末情報］
    目的 { ・広告「広告」 }
  }
  提供しない 原則「個人情報を第三者に提供しません。」{
    項目［個人情報］
    提供先［第三者］
  }
}";

#[test]
fn linked_data_counts_as_what_it_is_linked_to() {
    let policy = with(LINKED);
    assert_eq!(answer(&policy, "提供 Cookie 先=広告会社 目的=広告"), "許可");
    assert_eq!(
        answer(&policy, "提供 Cookie 先=広告会社 目的=広告 条件=会員登録"),
        "禁止: 匿名加工"
    );
}

#[test]
fn while_linked_data_is_among_what_the_category_contains() {
    let policy = with(
        "章 取得「取得」{
             取得［端末情報］「端末情報を取得します。」
             紐付け［端末情報 → 個人情報］{ 場合［会員登録］ }
           }
           章 提供「提供」{
             提供 全部「個人情報の提供」{
               提供先［販売店］
               項目［個人情報］
               目的 { ・発送「発送」 }
             }
             提供しない 端末「端末情報は提供しません。」{
               提供先［販売店］
               項目［端末情報］
             }
           }",
    );
    let request = "提供 個人情報 先=販売店 目的=発送";
    assert_eq!(answer(&policy, request), "許可");
    let decision = ask(&policy, &format!("{request} 条件=会員登録"));
    assert_eq!(decision.verdict, Verdict::Forbidden);
    let place = decision.place.expect("a leaf");
    assert_eq!(policy.vocabulary.data.leaf_label(place.data), "Cookie");
}

#[test]
fn linked_data_leaves_what_excepts_the_category() {
    let policy = with(
        "章 取得「取得」{
             取得［端末情報］「端末情報を取得します。」
             紐付け［端末情報 → 個人情報］{ 場合［会員登録］ }
             紐付け［個人情報 → 年代］{ 場合［社内規程］ }
           }
           章 提供「提供」{
             提供 以外「個人情報以外の提供」{
               提供先［広告会社］
               項目［端末情報］
               除外［個人情報］
               目的 { ・広告「広告」 }
             }
             提供 年代「年代の提供」{
               提供先［広告会社］
               項目［年代］
               目的［以外.広告］
             }
           }",
    );
    assert_eq!(answer(&policy, "提供 Cookie 先=広告会社 目的=広告"), "許可");
    // 個人情報 in its turn counts as 年代: linkings go on from one another.
    assert_eq!(
        answer(&policy, "提供 Cookie 先=広告会社 目的=広告 条件=会員登録"),
        "条件付き許可: 社内規程"
    );
    assert_eq!(
        answer(&policy, "提供 氏名 先=広告会社 目的=広告"),
        "条件付き許可: 社内規程"
    );
}

#[test]
fn going_round_in_a_circle_the_refusal_stands() {
    let policy = with(
        "章 提供「提供」{
             提供 甲「甲」{
               提供先［販売店］
               項目［氏名］
               目的 { ・発送「発送」 }
               但し［乙］
             }
             提供しない 乙「乙」{
               提供先［販売店］
               項目［氏名］
               但し［甲］
             }
             提供 丙「丙」{
               提供先［販売店］
               項目［氏名］
               目的［甲.発送］
             }
           }",
    );
    let decision = ask(&policy, "提供 氏名 先=販売店 目的=発送");
    assert_eq!(decision.verdict, Verdict::Forbidden);
    assert_eq!(clauses(&policy, &decision.decided_by), ["提供.乙"]);
}

#[test]
fn declared_priority_holds_across_ranks() {
    let statements = |priority: &str| {
        format!(
            "章 提供「提供」{{
             提供 発送「発送」{{
               提供先［販売店］
               項目［病歴］
               目的 {{ ・発送「発送」 }}
               {priority}
             }}
           }}
           章 特約「特約」{{
             ・特約 病歴「病歴は提供しません。」{{
               対象［病歴］
               禁止［提供］
             }}
           }}"
        )
    };
    let request = "提供 病歴 先=販売店 目的=発送";
    let without = with(&statements(""));
    assert_eq!(ask(&without, request).verdict, Verdict::Forbidden);
    let ordered = with(&statements("優先［病歴］"));
    assert_eq!(answer(&ordered, request), "許可");
}

#[test]
fn a_general_name_reaches_parties_abroad_only_through_a_clause_about_them() {
    let clause = "章 提供「提供」{
             提供 広告「広告」{
               提供先［第三者］
               項目［氏名］
               目的 { ・広告「広告」 }
             }
           }";
    let without = with(clause);
    assert_eq!(answer(&without, "提供 氏名 先=広告会社 目的=広告"), "許可");
    assert_eq!(answer(&without, "提供 氏名 先=海外広告会社 目的=広告"), "定めなし");
    let through = with(&format!(
        "{clause}\n章 越境「外国への提供」{{ 越境「外国にある第三者に提供することがあります。」［提供］ }}"
    ));
    assert_eq!(answer(&through, "提供 氏名 先=海外広告会社 目的=広告"), "許可");
}

#[test]
fn a_request_that_names_no_route_asks_about_every_route() {
    let policy = with(
        "章 取得「取得」{
             経路 { ・店頭「店頭で氏名と病歴を伺う方法」［氏名、病歴］ ・通販「通信販売で氏名を伺う方法」［氏名］ }
           }",
    );
    assert_eq!(answer(&policy, "取得 氏名"), "許可");
    assert_eq!(answer(&policy, "取得 病歴 経路=店頭"), "許可");
    assert_eq!(answer(&policy, "取得 病歴"), "定めなし");
    let place = ask(&policy, "取得 病歴").place.expect("a route");
    assert_eq!(
        policy.vocabulary.routes[place.route.expect("a route") as usize].name,
        "通販"
    );
}

#[test]
fn the_nearest_permits_say_where_they_miss() {
    let policy = with(PROCESSED);
    let decision = ask(&policy, "提供 相談内容 先=広告会社 目的=傾向分析 条件=申込み 状態=統計");
    let Answer::NotStated { nearest } = decision.answer else {
        panic!("nothing is stated");
    };
    let on: Vec<Vec<&str>> = nearest
        .iter()
        .map(|miss| miss.on.iter().map(|missed| missed.word()).collect())
        .collect();
    assert_eq!(on, [["相手方"]]);
}

#[test]
fn words_that_name_nothing_or_several_things_are_told() {
    let policy = with(
        "章 提供「提供」{
             提供 甲「甲」{
               提供先［販売店］
               項目［氏名］
               目的 { ・調査「甲の調査」 }
             }
             提供 乙「乙」{
               提供先［広告会社］
               項目［氏名］
               目的 { ・調査「乙の調査」 }
             }
           }",
    );
    let decider = Decider::new(&policy);
    let question = Question {
        act: "提供",
        data: &["氏明"],
        party: Some("宇宙人"),
        purpose: Some("調査"),
        processing: Some("匿名"),
        conditions: &["同意", "同　意"],
        ..Question::default()
    };
    let errors = decider.request(&question).expect_err("four mistakes");
    let told: Vec<String> = errors.iter().map(|error| error.japanese()).collect();
    assert_eq!(
        told,
        [
            "「匿名」という加工の状態はありません（もしかして:「匿名加工」）",
            "情報「氏明」は宣言されていません（もしかして:「氏名」）",
            "主体「宇宙人」は宣言されていません",
            "目的「調査」は「提供.甲.調査」「提供.乙.調査」のどれを指すか決まりません",
        ]
    );
    let labelled = Question {
        act: "provide",
        purpose: Some("乙の調査"),
        ..question
    };
    let errors = decider.answer(&labelled).expect_err("three mistakes");
    assert_eq!(errors.len(), 3);
    assert_eq!(errors[2].to_string(), "party `宇宙人` is not declared");
}

#[test]
fn the_tests_of_the_worked_sample_pass() {
    let policy = policy(include_str!("../fixtures/bundle/見本商店.policy"));
    assert!(!policy.tests.is_empty());
    let decider = Decider::new(&policy);
    for test in &policy.tests {
        let answer = decider.decide_bare(&Request::of_test(test, &policy));
        assert_eq!(answer, test.expected, "{}", test.title);
    }
}

#[test]
fn a_condition_that_forbids_what_it_would_permit_is_no_way() {
    let policy = with(
        "章 提供「提供」{
             提供 許可「許可」{ 提供先［販売店］
               項目［氏名］
               場合［同意］
             }
             提供しない 禁止「禁止」{ 提供先［販売店］
               項目［氏名］
               場合［同意］
               水準［統計］
             }
           }",
    );
    assert_eq!(answer(&policy, "提供 氏名 先=販売店"), "定めなし");
    assert_eq!(answer(&policy, "提供 氏名 先=販売店 条件=同意"), "禁止");
}

#[test]
fn a_case_that_its_own_exception_covers_is_never_met() {
    let permit = |case: &str, unless: &str| {
        with(&format!(
            "章 提供「提供」{{
               提供 許可「許可」{{ 提供先［販売店］
                 項目［氏名］
                 場合［{case}］
                 但し［{unless}］
               }}
             }}"
        ))
    };
    let unasked = "提供 氏名 先=販売店";
    assert_eq!(answer(&permit("書面の同意", "同意"), unasked), "定めなし");
    assert_eq!(answer(&permit("同意", "同意"), unasked), "定めなし");
    assert_eq!(
        answer(&permit("同意", "書面の同意"), unasked),
        "条件付き許可: その他の同意"
    );
    assert_eq!(answer(&permit("同意、申込み", "同意"), unasked), "条件付き許可: 申込み");
    assert_eq!(answer(&permit("同意", "法令"), unasked), "条件付き許可: 同意");
}

#[test]
fn a_condition_alone_is_told_before_processing_and_a_condition() {
    let policy = with(
        "章 提供「提供」{
             提供 そのまま「そのまま」{ 提供先［販売店］
               項目［相談内容］
               場合［同意］
             }
             提供 加工後「加工後」{ 提供先［販売店］
               加工 {
                 項目［相談内容］
                 水準［統計］
               }
               場合［申込み］
             }
           }",
    );
    assert_eq!(
        answer(&policy, "提供 相談内容 先=販売店"),
        "条件付き許可: 同意 | 統計＋申込み"
    );
    assert_eq!(
        answer(&policy, "提供 相談内容 先=販売店 条件=申込み"),
        "加工すれば許可: 同意 | 統計"
    );
}

#[test]
fn any_number_of_conditions_may_be_asserted() {
    let names: Vec<String> = (1..=12).map(|index| format!("条件その{index}")).collect();
    let declared: String = names.iter().map(|name| format!("条件 {name}「{name}」\n")).collect();
    let source = format!(
        "情報 氏名［直接識別］
主体 販売店
{declared}方針「個人情報の取扱い」{{
  章 提供「提供」{{
    提供 許可「許可」{{ 提供先［販売店］
      項目［氏名］
      場合［条件その12］
    }}
  }}
}}
"
    );
    let policy = crate::support::compiled::policy(&source);
    for count in 0..=12 {
        let asserted = names.get(..count).expect("so many").join("、");
        let question = format!(
            "提供 氏名 先=販売店{}{asserted}",
            if count == 0 { "" } else { " 条件=" }
        );
        let expected = if count == 12 {
            "許可"
        } else {
            "条件付き許可: 条件その12"
        };
        assert_eq!(answer(&policy, &question), expected, "{count}");
    }
}

#[test]
fn the_own_way_counts_before_processing_that_only_escapes_the_prohibition() {
    let policy = with(
        "章 提供「提供」{
             提供 一般「一般」{ 提供先［販売店］
               項目［相談内容］
             }
             提供 申込時「申込時」{ 提供先［販売店］
               項目［相談内容］
               場合［申込み］
             }
             提供しない 原則「原則」{ 提供先［販売店］
               項目［個人情報］
               但し［申込時］
             }
           }",
    );
    assert_eq!(
        answer(&policy, "提供 相談内容 先=販売店"),
        "条件付き許可: 申込み | 匿名加工"
    );
}

/// A permit under so many cases of two conditions each, and one under the second condition of each, which tells the two apart.
fn pairs_of_cases(pairs: usize) -> Policy {
    let declared: String = (1..=pairs)
        .map(|pair| format!("条件 甲{pair}「甲{pair}」\n条件 乙{pair}「乙{pair}」\n"))
        .collect();
    let cases = |case: fn(usize) -> String| (1..=pairs).map(case).collect::<String>();
    crate::support::compiled::policy(&format!(
        "情報 氏名［直接識別］
主体 販売店
{declared}方針「個人情報の取扱い」{{
  章 提供「提供」{{
    提供 一方「一方」{{ 提供先［販売店］
      項目［氏名］
      {}
    }}
    提供 乙のみ「乙のみ」{{ 提供先［販売店］
      項目［氏名］
      {}
    }}
  }}
}}
",
        cases(|pair| format!("場合［甲{pair}、乙{pair}］\n")),
        cases(|pair| format!("場合［乙{pair}］\n")),
    ))
}

/// A permit under one condition, and one of processed data under so many cases of two conditions each.
fn raw_or_processed(pairs: usize, declared_last: bool) -> Policy {
    let single = "条件 会員「会員」\n";
    let declared: String = (1..=pairs)
        .map(|pair| format!("条件 甲{pair}「甲{pair}」\n条件 乙{pair}「乙{pair}」\n"))
        .collect();
    let declared = match declared_last {
        true => declared + single,
        false => single.to_owned() + &declared,
    };
    let clause = |name: &str, case: fn(usize) -> String| {
        let cases: String = (1..=pairs).map(case).collect();
        format!("提供 {name}「{name}」{{ 提供先［販売店］\n{cases}加工 {{\n項目［購入履歴］\n水準［統計］\n}}\n}}\n")
    };
    let both = clause("一方", |pair| format!("場合［甲{pair}、乙{pair}］\n"));
    let second = clause("乙のみ", |pair| format!("場合［乙{pair}］\n"));
    crate::support::compiled::policy(&format!(
        "情報 購入履歴
主体 販売店
{declared}方針「個人情報の取扱い」{{
  章 提供「提供」{{
    提供 会員分「会員分」{{ 提供先［販売店］
      項目［購入履歴］
      場合［会員］
    }}
    {both}{second}
  }}
}}
"
    ))
}

#[test]
fn what_is_found_after_a_search_was_cut_off_is_no_longer_than_it_need_be() {
    let levels = |declared_last: bool| -> Vec<(usize, usize)> {
        let decision = ask(&raw_or_processed(14, declared_last), "提供 購入履歴 先=販売店");
        assert!(!decision.complete);
        assert_eq!(decision.answer.kind().word(), "条件付き許可");
        let ways = decision.ways.iter();
        ways.map(|way| (way.states.len(), way.conditions.all_of.len()))
            .collect()
    };
    // Processing and the condition that is enough without it are no way of their own.
    assert_eq!(levels(false), [(0, 1)]);
    assert_eq!(levels(true), [(0, 1), (1, 14)]);
}

#[test]
fn cases_that_must_all_be_met_are_one_way_however_many() {
    let policy = pairs_of_cases(40);
    let all = |word: &str, count: usize| {
        (1..=count)
            .map(|pair| format!("{word}{pair}"))
            .collect::<Vec<_>>()
            .join("、")
    };
    let near = ask(&policy, &format!("提供 氏名 先=販売店 条件={}", all("甲", 39)));
    assert!(near.complete);
    assert_eq!(near.answer.kind().word(), "条件付き許可");
    assert_eq!(
        answer(&policy, &format!("提供 氏名 先=販売店 条件={}", all("甲", 40))),
        "許可"
    );
    assert_eq!(
        answer(&policy, &format!("提供 氏名 先=販売店 条件={}", all("乙", 40))),
        "許可"
    );
}

#[test]
fn a_search_with_too_many_ways_says_that_it_was_cut_off() {
    assert!(ask(&pairs_of_cases(4), "提供 氏名 先=販売店").complete);
    let policy = pairs_of_cases(14);
    let open = ask(&policy, "提供 氏名 先=販売店");
    assert!(!open.complete);
    assert_eq!(
        open.answer.kind().word(),
        "条件付き許可",
        "it is not taken for 定めなし"
    );
    let decider = Decider::new(&policy);
    let question = Question {
        act: "提供",
        data: &["氏名"],
        party: Some("販売店"),
        ..Question::default()
    };
    let request = decider.request(&question).expect("known words");
    let (ja, en) = (
        explain::japanese(&policy, &request, &open),
        explain::english(&policy, &request, &open),
    );
    assert!(
        ja.contains("条件の組合せが多いため、許可される場合のすべては示していません。"),
        "{ja}"
    );
    assert!(
        en.contains("There are many combinations of conditions; not every way is shown."),
        "{en}"
    );
    // One way is told all the same, and nothing in it that is not needed.
    assert_eq!(open.ways.len(), 1);
    let graph = &policy.vocabulary.conditions;
    let names = open.ways[0].conditions.all_of.iter().map(|any| graph.describe(any));
    let names: Vec<String> = names
        .map(|leaves| match leaves.first() {
            Some(hoshin::internals::vocabulary::Leaf::Concept(id)) => graph.get(*id).name.clone(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(names.len(), 14);
    let asked = |names: &[&String]| {
        let names: Vec<&str> = names.iter().map(|name| name.as_str()).collect();
        ask(&policy, &format!("提供 氏名 先=販売店 条件={}", names.join("、"))).verdict
    };
    assert_eq!(asked(&names.iter().collect::<Vec<_>>()), Verdict::Permitted);
    for left_out in &names {
        let rest: Vec<&String> = names.iter().filter(|name| *name != left_out).collect();
        assert_eq!(asked(&rest), Verdict::NotStated, "{left_out} is needed");
    }
}

/// The states and the conditions of a 加工すれば許可.
fn if_processed(policy: &Policy, words: &str) -> (Vec<&'static str>, usize) {
    match ask(policy, words).answer {
        Answer::IfProcessed { states, conditions, .. } => (
            states.iter().map(|state| state.word()).collect(),
            conditions.iter().filter(|way| !way.all_of.is_empty()).count(),
        ),
        other => panic!("{other:?}"),
    }
}

#[test]
fn processing_alone_is_the_answer_before_less_processing_under_a_condition() {
    let policy = with(
        "章 提供「提供」{
             提供 申込者分「申込者分」{ 提供先［販売店］
               場合［申込み］
               加工 {
                 項目［相談内容］
                 水準［個人非識別］
               }
             }
             提供 集計「集計」{ 提供先［販売店］
               加工 {
                 項目［相談内容］
                 水準［統計］
               }
             }
           }",
    );
    let request = "提供 相談内容 先=販売店";
    assert_eq!(answer(&policy, request), "加工すれば許可: 個人非識別＋申込み | 統計");
    assert_eq!(if_processed(&policy, request), (vec!["統計"], 0));
}

#[test]
fn processing_that_only_escapes_a_prohibition_is_beside_the_answer() {
    let policy = with(
        "章 提供「提供」{
             提供 会員「会員」{ 提供先［販売店］
               項目［相談内容］
               場合［会員登録］
             }
             提供 集計「集計」{ 提供先［販売店］
               場合［申込み］
               加工 {
                 項目［相談内容］
                 水準［統計］
               }
             }
             提供しない 原則「原則」{ 提供先［販売店］
               項目［個人情報］
             }
           }",
    );
    let request = "提供 相談内容 先=販売店";
    assert_eq!(
        answer(&policy, request),
        "加工すれば許可: 匿名加工＋会員登録 | 統計＋申込み"
    );
    assert_eq!(if_processed(&policy, request), (vec!["統計"], 1));
}

#[test]
fn what_a_linking_brings_under_a_category_is_asked_about_with_it() {
    let source = "情報 会員情報
情報 履歴 { ・閲覧履歴 ・検索履歴 }
主体 販売店
条件 会員登録「会員登録」
方針「個人情報の取扱い」{
  章 提供「提供」{
    紐付け［閲覧履歴 → 会員情報］{ 場合［会員登録］ }
    提供 会員「会員情報」{ 提供先［販売店］
      項目［会員情報］
    }
    提供しない 履歴「閲覧履歴」{ 提供先［販売店］
      項目［閲覧履歴］
      水準［統計］
    }
  }
}
";
    let policy = crate::support::compiled::policy(source);
    assert_eq!(answer(&policy, "提供 会員情報 先=販売店"), "許可");
    assert_eq!(answer(&policy, "提供 会員情報 先=販売店 条件=会員登録"), "禁止");
}

#[test]
fn a_word_typed_in_another_width_is_found() {
    let policy = crate::support::compiled::policy(
        "情報 氏名
情報 Cookie情報
主体 A社「エー社」
主体 Ｂ社「ビー社」
主体 ガイド社
方針「個人情報の取扱い」{
  章 提供「提供」{
    提供 甲「甲」{ 提供先［A社、B社、ガイド社］
      項目［氏名］
    }
  }
}
",
    );
    let decider = Decider::new(&policy);
    let asked = |party| Question {
        act: "提供",
        data: &["氏名"],
        party: Some(party),
        ..Question::default()
    };
    let told = |party| match decider.request(&asked(party)) {
        Ok(_) => "found".to_owned(),
        Err(errors) => errors.iter().map(|error| error.japanese()).collect(),
    };
    for known in [
        "A社",
        "Ａ社",
        "A 社",
        "エー　社",
        "Ｂ社",
        "B社",
        "Ｂ 社",
        "ガイド社",
        "カ\u{3099}イト\u{3099}社",
        "ｶﾞｲﾄﾞ社",
        "ﾋﾞｰ社",
    ] {
        assert_eq!(told(known), "found", "{known}");
    }
    assert_eq!(told("Ｂ舎"), "主体「Ｂ舎」は宣言されていません（もしかして:「Ｂ社」）");
}

#[test]
fn any_number_of_data_may_be_asked_about() {
    let policy = with("章 提供「提供」{\n提供 甲「甲」{ 提供先［販売店］\n項目［氏名］ }\n}");
    for count in 1..12 {
        let data = vec!["氏名"; count].join("、");
        assert_eq!(answer(&policy, &format!("提供 {data} 先=販売店")), "許可", "{count}");
        assert_eq!(
            answer(&policy, &format!("提供 {data}、病歴 先=販売店")),
            "定めなし",
            "{count}"
        );
    }
}

#[test]
fn a_declared_order_holds_between_clauses_that_all_declare_one() {
    let policy = |permit: &str, refusal: &str| {
        with(&format!(
            "章 提供「提供」{{
             提供 許可「許可」{{ 提供先［販売店］
               項目［氏名］
               {permit}
             }}
             提供しない 禁止「禁止」{{ 提供先［販売店］
               項目［氏名］
               {refusal}
             }}
             提供しない 別の禁止「別の禁止」{{ 提供先［広告会社］
               項目［氏名］
             }}
             提供 別の許可「別の許可」{{ 提供先［広告会社］
               項目［病歴］
             }}
           }}"
        ))
    };
    let asked = |permit: &str, refusal: &str| {
        let decision = ask(&policy(permit, refusal), "提供 氏名 先=販売店");
        decision.verdict
    };
    assert_eq!(asked("但し［別の禁止］", "但し［許可］"), Verdict::Permitted);
    assert_eq!(asked("但し［別の禁止］", "但し［別の許可］"), Verdict::Forbidden);
    assert_eq!(asked("優先［禁止］", "優先［別の許可］"), Verdict::Permitted);
    assert_eq!(asked("優先［別の禁止］", "優先［別の許可］"), Verdict::Forbidden);
    assert_eq!(
        asked("但し［禁止］", "但し［許可］"),
        Verdict::Forbidden,
        "both give way"
    );
    assert_eq!(
        asked("優先［禁止］", "優先［許可］"),
        Verdict::Forbidden,
        "each goes before the other"
    );
}

#[test]
fn who_names_no_party_asks_about_every_party_but_for_what_the_operator_does_alone() {
    let policy = with(
        "章 利用「利用」{
             利用 改善「改善」{ 項目［氏名］ }
           }
           章 提供「提供」{
             提供 一般「一般」{ 提供先［第三者］
               項目［氏名］
             }
             提供しない 広告「広告」{ 提供先［広告会社］
               項目［氏名］
             }
           }",
    );
    assert_eq!(ask(&policy, "利用 氏名").verdict, Verdict::Permitted);
    assert_eq!(ask(&policy, "提供 氏名 先=販売店").verdict, Verdict::Permitted);
    assert_eq!(ask(&policy, "提供 氏名").verdict, Verdict::Forbidden);
}

#[test]
fn a_linking_that_brings_data_under_the_permit_is_one_of_its_own_terms() {
    let policy = with(
        "章 提供「提供」{
             紐付け［閲覧履歴 → 個人情報］{ 場合［会員登録］ }
             提供 許可「許可」{ 提供先［販売店］
               項目［個人情報］
             }
             提供しない 原則「原則」{ 提供先［第三者］
               項目［閲覧履歴］
               但し［許可］
               水準［統計］
             }
           }",
    );
    let request = "提供 閲覧履歴 先=販売店";
    assert_eq!(ask(&policy, request).verdict, Verdict::Forbidden);
    assert_eq!(answer(&policy, request), "条件付き許可: 会員登録");
    assert_eq!(answer(&policy, "提供 閲覧履歴 先=広告会社"), "禁止");
}

#[test]
fn a_linking_that_the_permit_does_not_need_is_none_of_its_own_terms() {
    let policy = with(
        "目的 配送「商品の配送」
         目的 広告「広告の配信」
         章 利用「利用」{
             利用 一「一」{ 項目［閲覧履歴］ }
             紐付け［閲覧履歴 → 個人情報］{ 場合［同意］ }
             特約 限り「限り」{ 対象［閲覧履歴］
               限定［配送］
               但し［同意］
             }
           }",
    );
    // 同意 lifts the rider and happens to switch on a linking that nothing asks for.
    assert_eq!(answer(&policy, "利用 閲覧履歴 目的=広告"), "禁止: 同意 | 匿名加工");
    assert_eq!(answer(&policy, "利用 閲覧履歴 目的=配送"), "許可");
}

/// Without a 事業者 as with one: what the operator does alone knows no borders and no other party.
#[test]
fn what_the_operator_does_alone_is_done_whoever_is_declared() {
    let source = "情報 個人情報 { ・氏名［直接識別］ }
主体 第三者 { ・海外社［外国］ }
方針「題」{
  章 取得「取得」{
    取得［氏名］「氏名を取得します。」
    保管［氏名］「氏名を保管します。」
  }
}
";
    let policy = crate::support::compiled::policy(source);
    assert_eq!(answer(&policy, "取得 氏名"), "許可");
    assert_eq!(answer(&policy, "保管 氏名"), "許可");
}

/// Who forgets to say what ends a permission is told, whatever ends it.
#[test]
fn a_permission_says_what_would_end_it() {
    let policy = with(
        "章 利用目的「利用目的」{
           目的 発送「商品の発送」
           目的 改善「改善」
         }
         章 提供「提供」{
           提供 甲「販売店への提供」{ 提供先［販売店］
             項目［氏名］
             但し［社内規程］
           }
           特約 約束「契約に定めがあれば、氏名は改善には利用しません。」{
             対象［氏名］
             場合［契約］
             禁止［利用、改善］
             但し［書面の同意］
           }
           特約 病歴の約束「病歴は、会員登録をされた方からお申込みがあれば、改善には利用しません。」{
             対象［病歴］
             場合［会員登録］
             場合［申込み］
             禁止［利用、改善］
           }
         }",
    );
    let endings = |words: &str| -> Vec<String> {
        let decision = ask(&policy, words);
        assert!(decision.ended_by_complete);
        let graph = &policy.vocabulary.conditions;
        let told = decision.ended_by.iter().map(|ending| {
            let all = ending.conditions.all_of.iter();
            let names = all.map(|any| {
                let ids = any.iter().map(|leaf| graph.get(graph.leaf_concept(leaf)).name.clone());
                ids.collect::<Vec<_>>().join("／")
            });
            let keys = ending.by.iter().map(|id| policy.norms[id.0 as usize].key.clone());
            let (names, keys): (Vec<_>, Vec<_>) = (names.collect(), keys.collect());
            format!("{} {:?} {}", names.join("＋"), ending.verdict, keys.join("、"))
        });
        told.collect()
    };
    // O13: a contract that promises otherwise.
    assert_eq!(endings("利用 氏名 目的=改善"), ["契約 Forbidden 提供.約束"]);
    assert_eq!(endings("利用 氏名 目的=発送"), [""; 0]);
    // What is excepted already ends nothing.
    assert_eq!(endings("利用 氏名 目的=改善 条件=書面の同意"), [""; 0]);
    // Two that are needed together, and the permit's own 但し.
    assert_eq!(
        endings("利用 病歴 目的=改善"),
        ["申込み＋会員登録 Forbidden 提供.病歴の約束"]
    );
    assert_eq!(
        endings("利用 病歴 目的=改善 条件=申込み"),
        ["会員登録 Forbidden 提供.病歴の約束"]
    );
    assert_eq!(endings("提供 氏名 先=販売店"), ["社内規程 NotStated 提供.甲"]);
    // What is refused has ways, and no endings.
    assert_eq!(endings("利用 氏名 目的=改善 条件=契約"), [""; 0]);
}
