//! Countries that words name, and 国名 (H0633).

use hoshin::internals::diagnostic::Code;

use crate::support::compiled::findings;

/// A provision to parties so declared, in these words, and a 越境 for it in those.
fn source(parties: &str, clause: &str, abroad: &str) -> String {
    format!(
        "情報 個人情報 {{ ・氏名［直接識別］ }}
主体 第三者 {{ {parties} ・加盟店 }}
方針「個人情報の取扱い」{{
  事業者 当社「株式会社あかり文具」
  章 提供「提供」{{
    {clause}
  }}
  章 外国「外国」{{ 越境「外国にある第三者への提供」［提供］{{ {abroad} }} }}
}}
"
    )
}

const IN_US: &str = "・配信社［国名＝米国］「Example Ads Inc.」";
const PROVIDED: &str = "提供「氏名をExample Ads Inc.に提供します。」{ 提供先［配信社］ }";
const TOLD: &str = "・「Example Ads Inc.は、米国にあります。」";

/// Where a country is said otherwise.
fn told(source: &str) -> Vec<String> {
    let found = findings(source).into_iter();
    found
        .filter(|(code, _)| *code == Code::H0633)
        .map(|(_, text)| text)
        .collect()
}

#[test]
fn a_country_in_which_nobody_is_who_is_meant_is_told() {
    for (clause, abroad, marked) in [
        (
            "提供「氏名をドイツのExample Ads Inc.に提供します。」{ 提供先［配信社］ }",
            TOLD,
            "ドイツ",
        ),
        (
            "提供「氏名をExample Ads Inc.（ドイツ）に提供します。」{ 提供先［配信社］ }",
            TOLD,
            "ドイツ",
        ),
        (
            "提供「氏名をExample Ads Inc.（米国、英国）に提供します。」{ 提供先［配信社］ }",
            TOLD,
            "英国",
        ),
        (
            "提供「氏名をEUに所在するExample Ads Inc.に提供します。」{ 提供先［配信社］ }",
            TOLD,
            "EU",
        ),
        (
            "提供「氏名を英国の会社に提供します。」{ 提供先［配信社］ }",
            TOLD,
            "英国",
        ),
        (
            PROVIDED,
            "・「提供先は、米国およびシンガポールにあります。」",
            "シンガポール",
        ),
        (PROVIDED, "・「国：ドイツ、米国」", "ドイツ"),
        (
            PROVIDED,
            "表「提供先」{ 列「名称」「所在国」\n行「Example Ads Inc.」「ドイツ」 }\n・「米国」",
            "ドイツ",
        ),
    ] {
        assert_eq!(told(&source(IN_US, clause, abroad)), [marked], "{clause} {abroad}");
    }
}

#[test]
fn a_row_of_an_act_is_held_against_its_party() {
    let row = |country: &str| {
        let clause = format!(
            "表「提供先」{{ 列「名称」「所在国」「情報」\n行「Example Ads Inc.」「{country}」「氏名」{{ 提供 {{ 提供先［配信社］\n項目［氏名］ }} }} }}"
        );
        told(&source(IN_US, &clause, "・「前章の表のとおり、米国に提供します。」"))
    };
    assert_eq!(row("アメリカ合衆国"), [] as [&str; 0]);
    assert_eq!(row("カナダ"), ["カナダ"]);
    assert_eq!(row("米国（運営法人）／シンガポール（データの保管）"), [] as [&str; 0]);
}

#[test]
fn a_party_is_called_by_its_own_country() {
    let called = |label: &str| {
        told(&source(
            &format!("・配信社［国名＝米国］「{label}」"),
            "提供「氏名を提供します。」{ 提供先［配信社］ }",
            "・「米国」",
        ))
    };
    assert_eq!(called("ドイツのAcme Inc."), ["配信社"]);
    assert_eq!(called("Acme Inc.（ドイツ）"), ["配信社"]);
    for label in [
        "アメリカのAcme Inc.",
        "Acme Inc.（米国）",
        "ドイツ語学院",
        "インドネシア料理のAcme",
    ] {
        assert_eq!(called(label), [] as [&str; 0], "{label}");
    }
}

#[test]
fn a_country_that_no_words_say_is_told_where_a_rule_reaches_it() {
    let reached = ["越境「外国にある第三者への提供」［提供］"];
    assert_eq!(
        told(&source(IN_US, PROVIDED, "・「提供先は、外国にあります。」")),
        reached
    );
    let both = "・配信社［国名＝米国、国名＝シンガポール］「Example Ads Inc.」";
    assert_eq!(told(&source(both, PROVIDED, TOLD)).len(), 1);
    for said in [
        "・「提供先は、アメリカにあります。」",
        // It is told when consent is asked for.
        "・「同意をいただく前に、提供先のある外国の名称をお知らせします。」",
    ] {
        assert_eq!(told(&source(IN_US, PROVIDED, said)), [] as [&str; 0], "{said}");
    }
    let unknown = "・配信社［国名＝特定不能、理由＝\"拠点がその都度選ばれるため\"］「Example Ads Inc.」";
    assert_eq!(
        told(&source(unknown, PROVIDED, "・「提供先は、外国にあります。」")).len(),
        1
    );
    let said = "・「拠点がその都度選ばれるため、提供先のある国は特定できません。」";
    assert_eq!(told(&source(unknown, PROVIDED, said)), [] as [&str; 0]);
}

/// Words about laws, readers and servers are not about who gets the data.
#[test]
fn words_of_other_things_are_let_be() {
    for words in [
        "「英国法に基づき対応します。」",
        "「EU域内の利用者の権利は、次のとおりです。」",
        "「当社は、シンガポールにあるサーバに氏名を保管します。」",
        "安全管理「外的環境の把握: ドイツにおける個人情報の保護に関する制度を把握しています。」",
        "「日本の加盟店に提供します。」",
        "「ウインドウのサイズを記録するタイミングは、次のとおりです。」",
        "「英国の利用者からのお問い合わせは、窓口で承ります。」",
        "「インド料理のレシピを配信します。」",
    ] {
        let found = told(&source(IN_US, &format!("{PROVIDED}\n{words}"), TOLD));
        assert_eq!(found, [] as [&str; 0], "{words}");
    }
    // Of these nobody says where they are.
    for parties in ["・配信社［外国］「Example Ads Inc.」", "・配信社「Example Ads Inc.」"] {
        let german = "提供「氏名をドイツのExample Ads Inc.に提供します。」{ 提供先［配信社］ }";
        assert_eq!(
            told(&source(parties, german, "・「本文」")),
            [] as [&str; 0],
            "{parties}"
        );
    }
}
