//! What the page says is done or not done, and no rule holds (H0622): which sentences are about data and the operator, which
//! rules without words they state, and what the words of a rule say beside it.

use hoshin::internals::compile::Compilation;
use hoshin::internals::diagnostic::{Code, Diagnostic};

use crate::support::compiled::{compiled, policy};

const VOCABULARY: &str = "情報 個人情報 { ・氏名［直接識別］ ・住所［直接識別］ ・病歴［要配慮］ ・写真 ・購入履歴 }
主体 第三者 { ・加盟店 ・配信社 }
主体 配送業者［委託先］
目的 発送「商品の発送」
条件 退会
";

/// A policy with these lines in one chapter.
fn source(lines: &str) -> String {
    format!("{VOCABULARY}方針「個人情報の取扱い」{{\n章 定め「個人情報の取扱い」{{\n{lines}\n}}\n}}\n")
}

fn marked(compilation: &Compilation) -> Vec<String> {
    let found = compilation.diagnostics.iter().filter(|found| found.code == Code::H0622);
    let place = |found: &Diagnostic| found.span().expect("it has a place");
    found
        .map(|found| compilation.sources.text_of(place(found)).to_owned())
        .collect()
}

/// The words that no rule stands behind.
fn plain(lines: &str) -> Vec<String> {
    let compilation = compiled(&source(lines));
    let of = |unbound: &hoshin::internals::policy::Unbound| compilation.sources.text_of(unbound.span).to_owned();
    compilation.unbound.iter().map(of).collect()
}

#[track_caller]
fn unheld(lines: &str, expected: &[&str]) {
    assert_eq!(marked(&compiled(&source(lines))), expected, "{lines}");
}

#[test]
fn a_sentence_about_no_data_or_about_what_others_do_is_left_alone() {
    for silent in [
        "「お問い合わせフォームを利用してご連絡ください。」",
        "「当社は、お客様の同意を取得します。」",
        "「当社は、Cookieの利用同意を取得します。」",
        "「当社は、外部の予約システムを利用しています。」",
        "「当社は、他社の配信サービス（みほん配信等）を利用して広告を掲載しています。」",
        "「当社は、この仕組みの設計図を公開することがあります。」",
        "「ご利用及びお支払いの方法が変わることがあります。」",
        "「Cookieを無効にすると、本サイトを利用できなくなることがあります。」",
        "「お客様は、この方針に同意した上で、会員証を利用するものとします。」",
        "「当社は、義務のない場合は、開示を行わないことができます。」",
        "「広く使用される、機械に読める形にします。」",
        "「送信先の一覧を、別のページで開示します。」",
        "「加工した情報に含まれる項目を公表します。」",
        "「商品は、店頭でお渡しします。」",
        "「当社は、地図サービスを使っています。」",
        "「本サービスは、特定の地域の方を対象として提供されています。」",
        "「お知らせのメールを送ることがあります。」",
        "「手数料のお支払いに要る情報をお送りします。」",
        "「外部サービスとの連携機能を用意しています。」",
        "「お客様は、会員証を連携することができます。」",
        "「方針を変えたときは、通知を公開します。」",
        "安全管理「当社は、個人情報を金庫に保管し、利用する者を限ります。」",
        "・「催しに関する情報提供や、ご案内のため」",
    ] {
        unheld(silent, &[]);
    }
}

#[test]
fn what_may_be_about_data_is_told() {
    for (lines, expected) in [
        ("「当社は、氏名を加盟店に連携します。」", "連携します"),
        ("「当社は、氏名を加盟店に送ります。」", "送ります"),
        (
            "「当社は、氏名を名簿の業者に売ることがあります。」",
            "売ることがあります",
        ),
        ("「当社は、氏名を渡すことはありません。」", "渡すことはありません"),
        ("「当社は、氏名を広告に使います。」", "使います"),
        ("「当社は、住所を使って、ご案内します。」", "使って"),
        ("「氏名を配送業者に預けます。」", "預けます"),
        (
            "「加盟店に個人情報を連携（第三者提供）することがあります。」",
            "連携（第三者提供）することがあります",
        ),
        (
            "安全管理「当社は、個人情報を金庫で守り、第三者に提供しません。」",
            "提供しません",
        ),
        (
            "提供［氏名］「氏名を加盟店に提供します。」{\n提供先［加盟店］\n※「住所も提供します。」\n}",
            "提供します",
        ),
        ("「システムの利用履歴を広告に利用します。」", "利用します"),
        ("「みほん解析を利用します。」", "利用します"),
        ("「フォームを利用して、氏名を取得します。」", "取得します"),
        (
            "「委託先は、承認を得たうえで、再委託を行うことができます。」",
            "委託を行うことができます",
        ),
        ("「お客様は当社の会員です。当社は、氏名を公開します。」", "公開します"),
        ("「お客様の情報は、広告に利用します。」", "利用します"),
        ("「病歴は、加盟店に渡しません。」", "渡しません"),
        ("「病歴は、提供の対象外とします。」", "提供の対象外とします"),
        ("「速やかに廃棄します。」", "廃棄します"),
    ] {
        unheld(lines, &[expected]);
    }
}

#[test]
fn requests_of_the_person_are_answered_by_the_rights_of_the_chapter() {
    let rights = "権利［開示］「開示をご請求いただけます。」";
    unheld(
        &format!("{rights}\n「開示のご請求には、電子ファイルを提供します。」"),
        &[],
    );
    unheld(&format!("{rights}\n「請求のない情報については、開示しません。」"), &[]);
    unheld(
        &format!("{rights}\n「請求の内容は、第三者に提供します。」"),
        &["提供します"],
    );
    unheld("「個人情報を電子ファイルにより提供します。」", &["提供します"]);
}

#[test]
fn a_rule_without_words_is_stated_by_the_sentences_of_its_chapter() {
    let limit = "特約 履歴の限定 { 対象［購入履歴］\n限定［発送］ }";
    let words = "節「購入履歴は、商品の発送に限定して利用します。」";
    for lines in [
        format!("{words}{{\n{limit}\n}}"),
        format!("{limit}\n{words}"),
        format!("{words}\n{limit}"),
        format!("節「定め」{{\n{limit}\n}}\n{words}"),
        "提供しない［病歴］{ 提供先［第三者］ }\n「当社は、病歴を第三者に提供しません。」".to_owned(),
        "節「委託を受けた個人情報を、定めに従い保管します。」{\n受託［個人情報］{ 提供元［加盟店］ }\n保管［個人情報］\n}".to_owned(),
        "提供 渡す［氏名］「氏名を加盟店に提供します。」{ 提供先［加盟店］ }\n節「外国にある加盟店に、氏名を提供します。」{\n越境［渡す］\n}".to_owned(),
        "節「退会された後、病歴を削除します。」{\n消去［病歴］{ 場合［退会］ }\n}".to_owned(),
    ] {
        unheld(&lines, &[]);
        let compilation = compiled(&source(&lines));
        let spans = compilation.unbound.iter().map(|unbound| compilation.sources.text_of(unbound.span));
        let plain: Vec<&str> = spans.collect();
        assert_eq!(plain, [""; 0], "{lines}");
    }
}

#[test]
fn the_elements_of_a_list_are_those_of_the_rule_without_words() {
    let lines = "取得［氏名、写真］\n節「店頭で取得する情報」{\n項「氏名」\n項「写真」\n項「会員証」\n}";
    assert_eq!(plain(lines), ["「会員証」"]);
}

/// A heading is no sentence without a rule; one that claims something is.
#[test]
fn a_heading_is_not_counted_as_a_sentence_without_a_rule() {
    let table = "表「情報と目的」{\n列「情報」「目的」\n行「写真」「本人の確認」\n}";
    assert_eq!(plain(table), ["「写真」", "「本人の確認」"]);
    assert_eq!(
        plain("節「お問い合わせ」{\n「電話で承ります。」\n}"),
        ["「電話で承ります。」"]
    );
    let claimed = "節「病歴は、第三者に提供しません」{\n「電話で承ります。」\n}";
    assert_eq!(
        plain(claimed),
        ["「病歴は、第三者に提供しません」", "「電話で承ります。」"]
    );
}

#[test]
fn a_sentence_of_other_data_or_of_the_contrary_states_no_such_rule() {
    let limit = "特約 履歴の限定 { 対象［購入履歴］\n限定［発送］ }\n";
    unheld(&format!("{limit}「写真は、広告に利用します。」"), &["利用します"]);
    let forbidden = "提供しない［病歴］{ 提供先［第三者］ }\n「病歴を第三者に提供しません。」\n";
    unheld(&format!("{forbidden}「病歴を加盟店に提供します。」"), &["提供します"]);
    unheld(
        &format!("{forbidden}「病歴の取扱いを委託しません。」"),
        &["委託しません"],
    );
    // A row states its own rules and no others.
    let row = "表 { 列「情報」「扱い」\n行「写真」「保管」{ 保管［写真］ } }\n";
    unheld(&format!("{row}「写真を保管します。」"), &["保管します"]);
}

#[test]
fn what_the_words_of_a_rule_say_beside_it_is_told() {
    for (lines, expected) in [
        (
            "取得しない［写真］「写真を取得しません。写真と分かった場合は、加盟店に提供します。」",
            "提供します",
        ),
        (
            "保管［個人情報］「個人情報は、3年間保管します。その後は、速やかに削除します。」{ 期間［3年］ }",
            "削除します",
        ),
        (
            "提供しない［写真］「写真を第三者に提供しません。ただし、住所は、番地を除いて公表することができます。」{ 提供先［第三者］ }",
            "公表することができます",
        ),
        ("取得［氏名］「氏名を取得します。住所は取得しません。」", "取得しません"),
        ("取得［氏名］「氏名を取得し、広告に利用します。」", "利用します"),
    ] {
        unheld(lines, &[expected]);
    }
    for silent in [
        "取得［氏名］「氏名を取得します。取得には、外部の予約システムを利用します。」",
        "取得［氏名］「氏名を取得します。なお、みほん解析を利用することがあります。」",
        "取得［氏名］「商品の発送のために氏名を取得し、利用します。」{ 目的［発送］ }",
        "取得［氏名］「氏名を取得します。住所は取得しません。」\n取得しない［住所］",
        "委託［氏名］「取扱いを配送業者に委託し、氏名を提供します。」",
        "保管［個人情報］「個人情報を3年間保管します。その後は、削除します。」{ 期間［3年］ }\n消去［個人情報］「個人情報を削除します。」",
        "提供しない［氏名］「氏名を第三者に提供しません。お客様は、会員証を利用することができます。」{ 提供先［第三者］ }",
    ] {
        unheld(silent, &[]);
    }
}

#[test]
fn what_a_sentence_says_beside_its_rule_is_not_counted_as_bound() {
    let text = source("保管［個人情報］「個人情報は、3年間保管します。その後は、速やかに削除します。」{ 期間［3年］ }");
    let coverage = &policy(&text).coverage[0];
    assert_eq!((coverage.bound, coverage.total), (16, 30));
    let compilation = compiled(&text);
    let plain: Vec<&str> = (compilation.unbound.iter())
        .map(|unbound| compilation.sources.text_of(unbound.span))
        .collect();
    assert_eq!(plain, ["その後は、速やかに削除します"]);
}

#[test]
fn what_stands_before_the_first_chapter_is_read_like_the_rest() {
    let before =
        |lines: &str| format!("{VOCABULARY}方針「個人情報の取扱い」{{\n{lines}\n章「窓口」{{ 「お客様係」 }}\n}}\n");
    for (lines, expected) in [
        ("「当社は、個人情報を親会社に提供します。」", &["提供します"][..]),
        ("節「個人情報の目的外利用を行いません。」", &["利用を行いません"]),
        (
            "「お客様は、この方針に同意した上で、本サービスを利用するものとします。」",
            &[],
        ),
        ("「当社は、個人情報を大切にします。」", &[]),
    ] {
        assert_eq!(marked(&compiled(&before(lines))), expected, "{lines}");
    }
}
