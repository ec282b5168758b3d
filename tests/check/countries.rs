//! 国名: the countries that there are, however they are written (H0304), and one that cannot be told (H0527).

use hoshin::internals::diagnostic::Code;
use hoshin::internals::diff::{Options, compare};

use crate::support::compiled::{compiled, findings, policy};

fn source(attributes: &str) -> String {
    format!(
        "情報 個人情報 {{ ・氏名［直接識別］ }}
主体 第三者 {{ ・配信社［{attributes}］「Example Ads Inc.」 ・加盟店 }}
方針「個人情報の取扱い」{{
  事業者 当社「株式会社あかり文具」
  章 提供「提供」{{
    提供 配信「氏名をExample Ads Inc.に提供します。」{{ 提供先［配信社］ }}
    越境「Example Ads Inc.のある国は、お問い合わせください。」［配信］
  }}
}}
"
    )
}

fn of(attributes: &str) -> Vec<(Code, String)> {
    findings(&source(attributes))
}

#[test]
fn what_is_no_country_is_an_error_with_what_was_meant() {
    for (attributes, marked, told) in [
        ("国名＝シンガボール", "シンガボール", "シンガポール"),
        ("国名＝アメリカ合州国", "アメリカ合州国", "アメリカ合衆国"),
        ("国名＝見本国", "見本国", "特定不能"),
        ("国名＝日本", "日本", "日本にある主体"),
        ("国名＝EU", "EU", "国名＝ドイツ、国名＝フランス"),
        ("国名＝欧州経済領域", "欧州経済領域", "国ごとに"),
        ("国名＝2026-04-01", "2026-04-01", "アメリカ合衆国"),
    ] {
        assert_eq!(of(attributes), [(Code::H0304, marked.to_owned())], "{attributes}");
        let compilation = compiled(&source(attributes));
        let told_of = |one: &str| compilation.diagnostics.iter().any(|found| format!("{:?}", found.help).contains(one));
        assert!(told_of(told), "{attributes}: {:?}", compilation.diagnostics);
    }
}

#[test]
fn a_country_goes_by_many_names() {
    for name in [
        "アメリカ合衆国",
        "米国",
        "韓国",
        "大韓民国",
        "台湾",
        "香港",
        "\"ボスニア・ヘルツェゴビナ\"",
        "ボスニアヘルツェゴビナ",
        "ＵＫ",
    ] {
        let attributes = format!("国名＝{name}");
        let found: Vec<Code> = of(&attributes).into_iter().map(|(code, _)| code).collect();
        assert!(!found.contains(&Code::H0304), "{name}");
        policy(&source(&attributes));
    }
    let twice = policy(&source("国名＝米国、国名＝アメリカ合衆国"));
    let graph = &twice.vocabulary.parties;
    assert_eq!(graph.get(graph.find("配信社").expect("declared")).countries, ["米国"]);
    let (before, after) = (policy(&source("国名＝米国")), policy(&source("国名＝アメリカ合衆国")));
    assert_eq!(compare(&before, &after, &Options::default()).class(), None);
}

#[test]
fn a_country_that_cannot_be_told_says_why() {
    for (attributes, marked) in [
        ("国名＝特定不能", "国名＝特定不能"),
        ("国名＝特定不能、理由＝\" \"", "理由＝\" \""),
        ("国名＝特定不能、理由＝多国籍", "多国籍"),
    ] {
        let found = of(attributes);
        assert!(found.contains(&(Code::H0527, marked.to_owned())), "{attributes}: {found:?}");
    }
    let because = "国名＝特定不能、理由＝\"配信のたびに拠点が選ばれるため\"";
    let policy = policy(&source(because));
    assert_eq!(policy.vocabulary.parties.leaves_with(hoshin::internals::vocabulary::Attribute::Foreign).len(), 1);
    assert!(of("国名＝米国、理由＝\"近いため\"").iter().any(|(code, _)| *code == Code::H0207));
    assert!(of("グループ、理由＝\"近いため\"").iter().any(|(code, _)| *code == Code::H0207));
}
