//! What the words of the page say already: the checks do not ask for it again.

use hoshin::internals::diagnostic::Code;

use super::codes;

fn source(chapters: &str) -> String {
    format!(
        "情報 個人情報 {{ ・氏名［直接識別］ ・写真 ・統計図「写真の枚数から作成した統計図」 }}
主体 第三者 {{ ・加盟店 }}
条件 解除
目的 抽選「抽選の実施」
方針「個人情報の取扱い」{{
  章 取得「取得」{{ 取得［氏名、写真］「氏名と写真を取得します。」 }}
{chapters}
}}
"
    )
}

fn only(chapters: &str, of: &[Code]) -> Vec<Code> {
    let mut found = codes(&source(chapters));
    found.retain(|code| of.contains(code));
    found
}

#[test]
fn a_clause_that_publishes_its_purpose_of_use_need_not_state_it_elsewhere() {
    let purpose = "章 利用目的「利用目的」{\n目的「商品の発送」\n";
    let provide = |words: &str| {
        format!("章 提供「第三者への提供」{{\n提供 渡す［氏名］「{words}」{{\n提供先［加盟店］\n目的［抽選］\n}}\n}}")
    };
    let plain = provide("抽選の実施のため、氏名を加盟店に提供します。");
    let of = [Code::H0508];
    assert_eq!(only(&format!("{purpose}}}\n{plain}"), &of), of);
    let published = provide("次に記載する利用目的（抽選の実施）の範囲内で、氏名を加盟店に提供します。");
    assert_eq!(only(&format!("{purpose}}}\n{published}"), &of), []);
    let referred =
        format!("{purpose}「利用目的のうち第三者提供については、{{提供.番号}}で定めるとおりとします。」\n}}\n{plain}");
    assert_eq!(only(&referred, &of), []);
    let unrelated = format!("{purpose}「詳しくは{{提供.番号}}をご覧ください。」\n}}\n{plain}");
    assert_eq!(only(&unrelated, &of), of);
}

#[test]
fn what_the_operator_makes_is_not_collected() {
    let publish = |data: &str, words: &str| format!("章 公表「公表」{{ 掲載［{data}］「{words}を公表します。」 }}");
    let of = [Code::H0509];
    assert_eq!(only(&publish("統計図", "写真の枚数から作成した統計図"), &of), []);
    let elsewhere = source(&publish("統計図", "統計図")).replace("「写真の枚数から作成した統計図」", "");
    assert!(codes(&elsewhere).contains(&Code::H0509));
}

#[test]
fn what_the_words_take_out_may_stand_in_the_processing() {
    let publish = |words: &str| {
        format!(
            "章 公表「公表」{{\n掲載 写真の公表［写真］「{words}」{{\n加工 {{\n除外［氏名］\n水準［統計］\n}}\n}}\n}}"
        )
    };
    let of = [Code::H0515];
    assert_eq!(
        only(&publish("写真から氏名を削除した上で、写真を公表します。"), &of),
        []
    );
    assert_eq!(only(&publish("写真を、統計にして公表します。"), &of), of);
}

#[test]
fn a_clause_that_limits_in_words_does_not_say_the_same() {
    let again = |words: &str| {
        format!("章 再「取得の範囲」{{ 取得［氏名、写真］「{words}」 }}\n章 目的「利用目的」{{ 目的「商品の発送」 }}")
    };
    let of = [Code::H0504];
    assert_eq!(only(&again("氏名と写真を取得します。"), &of), of);
    let limited = again("氏名と写真を取得し、次の利用目的の範囲でのみ取り扱います。");
    assert_eq!(only(&limited, &of), []);
}
