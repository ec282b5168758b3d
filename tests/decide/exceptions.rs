//! What the 但し of a prohibition permits, and what it only lifts.

use hoshin::internals::bundle::Bundle;
use hoshin::internals::compile::Compilation;
use hoshin::internals::decide::{Decider, Question, explain};
use hoshin::internals::diagnostic::{Code, Level};
use hoshin::internals::policy::{Expected, Policy};

use crate::support::compiled::compiled;
use crate::support::naive::Naive;

/// A policy with these lines in one chapter.
fn source(operator: &str, lines: &str) -> String {
    format!(
        "情報 個人情報 {{ ・氏名［直接識別］ ・病歴［要配慮］ }}
主体 第三者 {{
  ・広告会社
  ・大学［学術研究機関］
  ・海外広告会社［外国］
}}
条件 {{
  ・書面の同意［同意］
  ・承継の同意［同意、事業承継］
  ・未成年
}}
条件 例外 {{ ・捜査［法令］ ・合併［事業承継］ ・共同研究［学術研究］ }}
目的 発送「商品の発送」
目的 広告「広告の配信」
方針「個人情報の取扱い」{{
  事業者 当社［{operator}］「株式会社あかり文具」
  章 定め「個人情報の取扱い」{{
{lines}
  }}
}}
"
    )
}

fn with(lines: &str) -> Compilation {
    of("グループ", lines)
}

/// The same of an operator with this attribute.
fn of(operator: &str, lines: &str) -> Compilation {
    compiled(&source(operator, lines))
}

fn policy(case: &Compilation) -> &Policy {
    case.policy
        .as_ref()
        .unwrap_or_else(|| panic!("no policy: {:#?}", case.diagnostics))
}

fn excepts(case: &Compilation) -> bool {
    policy(case).norms.iter().any(|norm| norm.exception)
}

/// Asks `提供 氏名 広告会社 同意、法令`: act, data, party, conditions. The naive evaluator and the bundle must say the same.
#[track_caller]
fn answer(case: &Compilation, words: &str) -> Expected {
    let policy = policy(case);
    let words: Vec<&str> = words.split(' ').collect();
    let [act, data, rest @ ..] = words.as_slice() else {
        panic!("{words:?}");
    };
    let data: Vec<&str> = data.split('、').collect();
    let conditions: Vec<&str> = rest.get(1).map_or(Vec::new(), |names| names.split('、').collect());
    let question = Question {
        act,
        data: &data,
        party: rest.first().copied().filter(|name| *name != "-"),
        conditions: &conditions,
        ..Question::default()
    };
    let decider = Decider::new(policy);
    let request = decider.request(&question).expect("known words");
    let decision = decider.decide(&request);
    let naive = Naive::new(policy);
    let verdict = naive.verdict(&request, 0, &naive.asserted(&request));
    assert_eq!(decision.verdict, verdict, "{words:?}");
    for bundle in [
        Bundle::from_policy(policy, &case.sources),
        Bundle::runtime(policy, &case.sources),
    ] {
        let read = Bundle::from_json(&bundle.to_json()).expect("a bundle");
        let read = read.to_decidable().expect("a policy");
        assert_eq!(
            Decider::new(&read).answer(&question),
            Ok(decision.answer.kind()),
            "{words:?}"
        );
    }
    decision.answer.kind()
}

#[track_caller]
fn answers(case: &Compilation, expected: &[(&str, Expected)]) {
    for (words, expected) in expected {
        assert_eq!(answer(case, words), *expected, "{words}");
    }
}

use Expected::{Forbidden, NotStated, Permitted, PermittedUnderConditions as OnConditions};

const USUAL: &str = "提供しない 原則「法令に基づく場合を除き、お客様の同意を得ずに個人情報を第三者に提供しません。」{
  提供先［第三者］
  項目［個人情報］
  但し［法令、同意］
}";

#[test]
fn with_consent_or_where_the_law_wants_it_the_usual_sentence_permits() {
    let case = with(USUAL);
    answers(
        &case,
        &[
            ("提供 氏名 広告会社", OnConditions),
            ("提供 氏名 広告会社 同意", Permitted),
            ("提供 氏名 広告会社 書面の同意", Permitted),
            ("提供 氏名 広告会社 法令", Permitted),
            ("提供 氏名 広告会社 捜査", Permitted),
            ("提供 氏名 広告会社 公衆衛生", OnConditions),
            // A general name reaches nobody abroad with consent, and other acts are not spoken of.
            ("提供 氏名 海外広告会社 同意", OnConditions),
            // Article 28(1) leaves to article 27(1) what that excepts.
            ("提供 氏名 海外広告会社 法令", Permitted),
            ("提供 氏名 第三者 法令", Permitted),
            ("委託 氏名 広告会社 同意", NotStated),
            ("提供 氏名 当社 同意", NotStated),
        ],
    );
}

#[test]
fn what_only_the_law_excepts_leaves_a_prohibition_one_and_is_told_beside_it() {
    let case = with(&USUAL.replace("法令、同意", "法令、生命身体財産の保護"));
    answers(
        &case,
        &[
            ("提供 氏名 広告会社", Forbidden),
            ("提供 氏名 広告会社 未成年", Forbidden),
            ("提供 氏名 広告会社 法令", Permitted),
        ],
    );
    let policy = policy(&case);
    let decider = Decider::new(policy);
    let question = Question {
        act: "提供",
        data: &["氏名"],
        party: Some("広告会社"),
        ..Question::default()
    };
    let request = decider.request(&question).expect("known words");
    let decision = decider.decide(&request);
    assert_eq!(decision.ways.len(), 1);
    assert_eq!(
        explain::japanese(policy, &request, &decision),
        "目的を問わず、「氏名」を「広告会社」に提供することは、禁止されています。
根拠:
・1. 個人情報の取扱い「法令に基づく場合を除き、お客様の同意を得ずに個人…」（#定め.原則）
次の場合には許可されます:
・「法令」または「生命身体財産の保護」の場合: 1. 個人情報の取扱い「法令に基づく場合を除き、お客様の同意を得ずに個人…」のただし書（#定め.原則）"
    );
    assert!(
        explain::english(policy, &request, &decision).ends_with(
            "
It would be permitted:
- given 法令 or 生命身体財産の保護: the proviso of 1. 個人情報の取扱い「法令に基づく場合を除き、お客様の同意を得ずに個人…」 (#定め.原則)"
        ),
        "{}",
        explain::english(policy, &request, &decision)
    );
}

#[test]
fn an_exception_has_the_scopes_of_its_prohibition() {
    let case = with(
        "提供しない 広告「広告のために、病歴を除く個人情報を同意なく提供しません。」{
           提供先［広告会社］
           項目［個人情報］
           除外［病歴］
           目的［広告］
           場合［未成年］
           但し［同意］
         }",
    );
    let policy = policy(&case);
    let asked = |data, party, purpose, conditions: &[&str]| {
        let question = Question {
            act: "提供",
            data: &[data],
            party: Some(party),
            purpose,
            conditions,
            ..Question::default()
        };
        Decider::new(policy).answer(&question).expect("known words")
    };
    let both = ["未成年", "同意"];
    assert_eq!(asked("氏名", "広告会社", Some("広告"), &both), Permitted);
    assert_eq!(asked("氏名", "広告会社", Some("広告"), &["同意"]), OnConditions);
    assert_eq!(asked("病歴", "広告会社", Some("広告"), &both), NotStated);
    assert_eq!(asked("氏名", "大学", Some("広告"), &both), NotStated);
    assert_eq!(asked("氏名", "広告会社", Some("発送"), &both), NotStated);
    assert_eq!(asked("氏名", "広告会社", None, &both), NotStated);
}

#[test]
fn a_clause_that_is_named_only_makes_way() {
    let case = with(
        "提供 大学へ「大学への提供」{
           提供先［大学］
           項目［氏名］
         }
         提供しない「前項の場合を除き、個人情報を第三者に提供しません。」{
           提供先［第三者］
           項目［個人情報］
           但し［大学へ］
         }",
    );
    assert!(!excepts(&case));
    answers(
        &case,
        &[
            ("提供 氏名 大学", Permitted),
            ("提供 病歴 大学 同意", Forbidden),
            ("提供 氏名 広告会社 同意", Forbidden),
        ],
    );
}

#[test]
fn a_succession_only_lifts() {
    let case = with(&USUAL.replace("法令、同意", "事業承継"));
    answers(
        &case,
        &[
            ("提供 氏名 広告会社", Forbidden),
            ("提供 氏名 広告会社 事業承継", NotStated),
            ("提供 氏名 広告会社 合併", NotStated),
        ],
    );
}

#[test]
fn research_is_done_by_or_with_an_institution() {
    let lines = USUAL.replace("法令、同意", "学術研究");
    answers(
        &with(&lines),
        &[
            ("提供 氏名 大学 学術研究", Permitted),
            ("提供 氏名 大学 共同研究", Permitted),
            ("提供 氏名 広告会社 学術研究", NotStated),
            ("提供 氏名 大学", Forbidden),
        ],
    );
    let of_university = of("学術研究機関", &lines);
    answers(&of_university, &[("提供 氏名 広告会社 学術研究", Permitted)]);
    let using = "利用しない「学術研究の場合を除き、病歴を利用しません。」{\n項目［病歴］\n但し［学術研究］\n}";
    answers(&with(using), &[("利用 病歴 - 学術研究", NotStated)]);
    let using = of("学術研究機関", using);
    answers(&using, &[("利用 病歴 - 学術研究", Permitted)]);
}

#[test]
fn a_category_of_several_kinds_is_taken_by_its_parts() {
    // 捜査 would still permit where the others only lift.
    let case = with(&USUAL.replace("法令、同意", "例外"));
    answers(
        &case,
        &[
            ("提供 氏名 広告会社 捜査", Permitted),
            ("提供 氏名 広告会社 合併", OnConditions),
            ("提供 氏名 広告会社 共同研究", OnConditions),
            ("提供 氏名 大学 共同研究", Permitted),
            ("提供 氏名 広告会社 例外", OnConditions),
        ],
    );
    // A consent stays one, whatever it is for.
    answers(
        &with(&USUAL.replace("法令、同意", "同意")),
        &[
            ("提供 氏名 広告会社 同意", Permitted),
            ("提供 氏名 広告会社 承継の同意", Permitted),
        ],
    );
}

#[test]
fn a_rider_and_a_transfer_abroad_only_admit() {
    let case = with(
        "提供 広告会社へ「広告会社への提供」{
           提供先［広告会社］
           項目［氏名］
         }
         ・特約 病歴の制限「病歴は、お客様の同意がない限り提供しません。」{
           対象［病歴］
           提供しない { 提供先［第三者］
             但し［同意］ }
         }
         越境しない「お客様の同意なく、外国にある第三者に個人情報を提供しません。」{
           項目［個人情報］
           但し［同意］
         }",
    );
    assert!(!excepts(&case));
    answers(
        &case,
        &[
            ("提供 病歴 広告会社 同意", NotStated),
            ("提供 氏名 海外広告会社 同意", NotStated),
            ("提供 氏名 海外広告会社", Forbidden),
        ],
    );
}

#[test]
fn what_can_never_hold_permits_nothing() {
    for lines in [
        "提供しない「氏名を提供しません。」{\n提供先［第三者］\n項目［氏名］\n場合［書面の同意］\n但し［同意］\n}",
        "提供しない「同意なく提供しません。」{\n提供先［第三者］\n項目［氏名］\n除外［氏名］\n但し［同意］\n}",
        "提供しない「同意なく提供しません。」{\n提供先［第三者］\n項目［氏名］\n但し［合併］\n}",
    ] {
        let case = with(lines);
        assert!(!excepts(&case), "{lines}");
    }
}

#[test]
fn an_exception_is_of_its_clause_for_what_gives_way_and_goes_before() {
    let case = with(
        "提供しない 原則「同意なく、個人情報を第三者に提供しません。」{
           提供先［第三者］
           項目［個人情報］
           但し［同意］
         }
         提供しない 病歴「病歴は、前項の場合を除き提供しません。」{
           提供先［第三者］
           項目［病歴］
           但し［原則］
         }
         提供しない 氏名「氏名は提供しません。」{
           提供先［第三者］
           項目［氏名］
         }",
    );
    answers(
        &case,
        &[
            ("提供 病歴 広告会社 同意", Permitted),
            ("提供 氏名 広告会社 同意", Forbidden),
        ],
    );
}

#[test]
fn the_operator_does_what_it_does_alone() {
    let case = with("利用しない「同意なく、病歴を利用しません。」{\n項目［病歴］\n但し［同意］\n}");
    answers(
        &case,
        &[("利用 病歴 - 同意", Permitted), ("利用 病歴 広告会社 同意", NotStated)],
    );
}

#[test]
fn checks_hold_an_exception_against_nobody() {
    let findings = |lines: &str| -> Vec<String> {
        let found = compiled(&source("グループ", lines)).diagnostics;
        let told = found.iter().map(|found| format!("{:?}", found.code));
        told.filter(|code| code.starts_with("H05")).collect()
    };
    // Two prohibitions, one of which knows no exception.
    let stricter =
        format!("{USUAL}\n提供しない「広告会社には、氏名を提供しません。」{{\n提供先［広告会社］\n項目［氏名］\n}}");
    assert_eq!(findings(&stricter), [] as [&str; 0]);
    // A permit that the exception says already.
    let twin = format!(
        "提供「法令に基づく場合とお客様の同意がある場合に、個人情報を第三者に提供します。」{{\n提供先［第三者］\n項目［個人情報］\n場合［法令、同意］\n}}\n{USUAL}"
    );
    assert_eq!(findings(&twin), ["H0520"]);
    // A clause that says which part of it is done.
    let part = twin.replacen("提供先［第三者］\n項目［個人情報］", "提供先［大学］\n項目［氏名］", 1);
    assert_eq!(findings(&part), [] as [&str; 0]);
    // Nobody forgot to state a transfer: it is kept out, but for the exception.
    let abroad = "提供しない「同意なく、海外広告会社に氏名を提供しません。」{\n提供先［海外広告会社］\n項目［氏名］\n但し［同意］\n}";
    assert_eq!(findings(abroad), [] as [&str; 0]);
    // It states no purpose of use, and does not say what is collected.
    let uses = "利用しない「同意なく、個人情報を利用しません。」{\n項目［個人情報］\n但し［同意］\n}
        利用「病歴を発送に利用します。」{\n項目［病歴］\n目的［発送］\n}
        取得「氏名を取得します。」{\n項目［氏名］\n}";
    let found = findings(uses);
    assert!(found.contains(&"H0509".to_owned()), "{found:?}");
}

/// 但し［同意＋未成年］: neither alone lifts or permits.
#[test]
fn conditions_joined_by_a_plus_lift_and_permit_only_together() {
    let case = with(&USUAL.replace("法令、同意", "法令、同意＋未成年"));
    answers(
        &case,
        &[
            ("提供 氏名 広告会社", OnConditions),
            ("提供 氏名 広告会社 同意", OnConditions),
            ("提供 氏名 広告会社 未成年", OnConditions),
            ("提供 氏名 広告会社 同意、未成年", Permitted),
            ("提供 氏名 広告会社 書面の同意、未成年", Permitted),
            ("提供 氏名 広告会社 法令", Permitted),
            ("提供 氏名 海外広告会社 同意、未成年", OnConditions),
        ],
    );
    // What is left to have is told, and all of it where nothing is there.
    let told = |conditions: &[&str]| {
        let policy = policy(&case);
        let question = Question {
            act: "提供",
            data: &["氏名"],
            party: Some("広告会社"),
            conditions,
            ..Question::default()
        };
        let decider = Decider::new(policy);
        let request = decider.request(&question).expect("known words");
        explain::japanese(policy, &request, &decider.decide(&request))
    };
    let nothing = told(&[]);
    assert!(
        nothing.contains("・「法令」の場合: ") && nothing.contains("・「同意」の場合で、かつ「未成年」の場合: "),
        "{nothing}"
    );
    let consent = told(&["同意"]);
    assert!(
        consent.contains("「法令」または「未成年」の場合に許可されます。"),
        "{consent}"
    );
}

#[test]
fn what_is_joined_permits_only_where_each_part_would() {
    let only_lifts = with(&USUAL.replace("法令、同意", "未成年＋事業承継"));
    assert!(!excepts(&only_lifts));
    answers(
        &only_lifts,
        &[
            ("提供 氏名 広告会社 未成年", Forbidden),
            ("提供 氏名 広告会社 未成年、合併", NotStated),
        ],
    );
    let research = with(&USUAL.replace("法令、同意", "未成年＋学術研究"));
    answers(
        &research,
        &[
            ("提供 氏名 大学 未成年、学術研究", Permitted),
            // What the law excepts, however narrowed, softens no prohibition.
            ("提供 氏名 大学 未成年", Forbidden),
            ("提供 氏名 広告会社 未成年、学術研究", NotStated),
        ],
    );
    // A category is not taken by its parts here: it only lifts.
    assert!(!excepts(&with(&USUAL.replace("法令、同意", "未成年＋例外"))));
}

#[test]
fn a_plus_joins_in_cases_riders_and_linkings_too() {
    let case = with(
        "提供 甲「同意があり、未成年でないことが確かめられたときの広告会社への提供」{
  提供先［広告会社］
  項目［氏名］
  場合［法令、同意 ＋ 未成年］
}
提供 乙「広告会社への提供」{
  提供先［広告会社］
  項目［病歴］
  但し［同意+未成年］
}
特約 丙「同意と未成年の確認がともにない限り、病歴は広告に利用しません。」{
  対象［病歴］
  禁止［利用、広告］
  但し［同意＋未成年］
}",
    );
    answers(
        &case,
        &[
            ("提供 氏名 広告会社", OnConditions),
            ("提供 氏名 広告会社 同意", OnConditions),
            ("提供 氏名 広告会社 同意、未成年", Permitted),
            ("提供 氏名 広告会社 法令", Permitted),
            ("提供 病歴 広告会社", Permitted),
            ("提供 病歴 広告会社 同意", Permitted),
            ("提供 病歴 広告会社 未成年", Permitted),
            ("提供 病歴 広告会社 同意、未成年", NotStated),
        ],
    );
    let forbidden = |conditions: &str| {
        let policy = policy(&case);
        let conditions: Vec<&str> = conditions.split('、').filter(|name| !name.is_empty()).collect();
        let question = Question {
            act: "利用",
            data: &["病歴"],
            purpose: Some("広告"),
            conditions: &conditions,
            ..Question::default()
        };
        Decider::new(policy).answer(&question) == Ok(Forbidden)
    };
    assert!(forbidden("") && forbidden("同意") && forbidden("未成年") && !forbidden("同意、未成年"));
}

#[test]
fn a_plus_joins_conditions_and_nothing_else() {
    let told = |lines: &str| -> Vec<(Code, String)> {
        let case = with(lines);
        let text = source("グループ", lines);
        let marked = case
            .diagnostics
            .iter()
            .filter(|one| one.level == Level::Error)
            .map(|one| {
                let span = one.labels[0].span;
                (
                    one.code,
                    text.get(span.start as usize..span.end as usize)
                        .expect("a place")
                        .to_owned(),
                )
            });
        marked.collect()
    };
    let usual = |unless: &str| USUAL.replace("法令、同意", unless);
    // With or without blanks, in either width, over lines.
    for fine in [
        "同意＋未成年",
        "同意 ＋ 未成年",
        "同意+未成年、法令",
        "法令、同意\n　＋未成年",
        "同意＋未成年＋法令",
    ] {
        assert_eq!(told(&usual(fine)), [], "{fine}");
    }
    assert_eq!(told(&usual("同意＋成年")), [(Code::H0201, "成年".to_owned())]);
    let items = USUAL.replace("項目［個人情報］", "項目［氏名＋病歴］");
    assert_eq!(told(&items), [(Code::H0304, "氏名＋病歴".to_owned())]);
    assert!(!told(&usual("同意＋")).is_empty());
}

#[test]
fn too_many_combinations_are_an_error() {
    let names: Vec<String> = (0..14).map(|number| format!("条件{number:02}")).collect();
    let declared: String = names.iter().map(|name| format!("・{name} ")).collect();
    let of = |pairs: usize| {
        let pairs: Vec<String> = names.chunks(2).take(pairs).map(|pair| pair.join("＋")).collect();
        let lines = USUAL.replace("法令、同意", &pairs.join("、"));
        let text = source("グループ", &lines).replace("  ・未成年\n", &format!("  ・未成年\n  {declared}\n"));
        let case = compiled(&text);
        let codes = case.diagnostics.iter().filter(|one| one.level == Level::Error);
        codes.map(|one| one.code).collect::<Vec<_>>()
    };
    assert_eq!(of(6), []);
    assert_eq!(of(7), [Code::H0906]);
}
