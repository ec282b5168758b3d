//! Bullets that show nothing, and elements of lists that nothing declares.

use hoshin::internals::diagnostic::Code;

use crate::support::compiled::{compiled, findings, names, norm, policy};

const VOCABULARY: &str =
    "情報 個人情報 { ・氏名［直接識別］ ・住所［直接識別］「ご住所」 ・電話番号［直接識別］ ・生年月日［準識別］ }
主体 第三者 { ・加盟店 ・配信社 }
";

fn source(lines: &str) -> String {
    format!("{VOCABULARY}方針「個人情報の取扱い」{{\n章 提供「第三者への提供」{{\n{lines}\n}}\n}}\n")
}

/// A 提供 with these parts.
fn provide(parts: &str) -> String {
    source(&format!("提供 甲「加盟店への提供」{{\n{parts}\n}}"))
}

#[track_caller]
fn marked(source: &str, code: Code) -> Vec<String> {
    let found = findings(source).into_iter().filter(|(found, _)| *found == code);
    found.map(|(_, text)| text).collect()
}

#[test]
fn a_bullet_with_only_a_name_shows_nothing() {
    let source = provide("提供先［加盟店］\n項目 { ・氏名 }\n目的 { ・内部の名前 }");
    assert_eq!(marked(&source, Code::H0618), ["氏名", "内部の名前"]);
    let policy = policy(&source);
    let shown = format!("{:?}", policy.document.blocks);
    assert!(!shown.contains("内部の名前") && !shown.contains("氏名"), "{shown}");
    let help = |source: &str| {
        let found = compiled(source).diagnostics.into_iter();
        let help = found.filter(|one| one.code == Code::H0618).flat_map(|one| one.help);
        help.map(|one| one.ja).collect::<String>()
    };
    assert!(help(&source).contains("`・「氏名」［氏名］`"), "{}", help(&source));
    // What has ［］ declares its name.
    let declared =
        provide("提供先［加盟店］\n項目［氏名］「氏名」\n目的 { ・見守り［案内］ }").replace("方針", "目的 案内\n方針");
    assert!(
        help(&declared).contains("`・見守り［…］「見守り」`"),
        "{}",
        help(&declared)
    );
    // It still means what it names.
    assert_eq!(
        names(&policy.vocabulary.data, &norm(&policy, "提供.甲").data.named),
        ["氏名"]
    );
}

#[test]
fn bullets_with_words_and_declarations_are_silent() {
    let told = provide("提供先［加盟店］\n項目 { ・「氏名」 }\n目的 { ・内部の名前「商品のお届け」 }");
    assert_eq!(marked(&told, Code::H0618), Vec::<String>::new());
    let declared = "条件 { ・会員登録 }\n目的 { ・配送 }\n方針「題」{ 「はじめに。」 }\n";
    assert!(!compiled(declared).diagnostics.iter().any(|one| one.code == Code::H0618));
}

#[test]
fn an_element_that_is_no_label_is_told() {
    let items = |words: &str| provide(&format!("提供先［加盟店］\n項目「提供する情報」{{ ・「{words}」 }}"));
    let told = |words: &str| marked(&items(words), Code::H0619);
    assert_eq!(told("お名前・ご住所・お電話番号・生年月日"), ["お名前"]);
    assert_eq!(told("氏名、趣味および電話番号"), ["趣味"]);
    assert_eq!(told("住所又は勤務先"), ["勤務先"]);
    for silent in [
        "氏名・住所",
        "氏名、趣味など",
        "氏名、その他の情報",
        "氏名（漢字・かな）と住所",
        "氏名、住所の記録",
    ] {
        assert_eq!(told(silent), Vec::<String>::new(), "{silent}");
    }
    let stated = provide("提供先［加盟店］\n項目［氏名］「氏名・趣味」");
    assert_eq!(marked(&stated, Code::H0619), ["趣味"]);
    let parties = provide("提供先「加盟店・銀行」\n項目［氏名］");
    assert_eq!(marked(&parties, Code::H0619), ["銀行"]);
}

#[test]
fn an_element_of_a_list_in_a_sentence_is_told_as_well() {
    let told = |act: &str| marked(&source(act), Code::H0619);
    assert_eq!(
        told("取得「当社は、お名前、ご住所、趣味および電話番号を取得します。」"),
        ["お名前", "趣味"]
    );
    for silent in [
        "取得「会員登録の際に、氏名、住所および電話番号を取得します。」",
        "取得「氏名、趣味などを取得します。」",
        "取得「氏名の全部または一部を取得します。」",
        "取得「氏名を取得します。ただし、年齢、性別、趣味は取得しません。」",
        "取得「ご注文の受付、商品の発送のために、氏名を取得します。」",
        "取得「氏名を取得し、品質、使いやすさを改めます。」",
        "取得「ご予約いただいた場合、氏名を取得します。」",
        "取得［氏名］「氏名を取得します。保管期間は、取得の目的、利用の頻度を考えて定めます。」",
    ] {
        assert_eq!(told(silent), Vec::<String>::new(), "{silent}");
    }
    // ［］ says what is meant, and the words say more.
    assert_eq!(
        told("取得［氏名、住所］「当社は、氏名、住所、職業を取得します。」"),
        ["職業"]
    );
}

/// A whole of which the words say the part is not meant: 「個人情報のうち氏名」 is 氏名.
#[test]
fn a_whole_of_which_a_part_is_named_is_not_read() {
    let data = |words: &str| {
        let policy = policy(&source(&format!("取得 甲「{words}」")));
        names(&policy.vocabulary.data, &norm(&policy, "提供.甲").data.named)
    };
    assert_eq!(data("個人情報のうち氏名と住所を取得します。"), ["氏名", "住所"]);
    assert_eq!(data("個人情報の中から氏名を取得します。"), ["氏名"]);
    assert_eq!(data("個人情報である氏名を取得します。"), ["氏名"]);
    assert_eq!(data("個人情報（氏名、住所）を取得します。"), ["氏名", "住所"]);
    assert_eq!(data("氏名と住所のうち氏名を取得します。"), ["氏名"]);
    // Nothing is named of it, or more than what is named is meant.
    assert_eq!(data("個人情報のうち必要なものを取得します。"), ["個人情報"]);
    assert_eq!(data("個人情報（氏名など）を取得します。"), ["個人情報", "氏名"]);
    assert_eq!(
        data("個人情報を、氏名のうち姓だけは除いて取得します。"),
        ["個人情報", "氏名"]
    );
    let party = policy(&source("提供 甲「氏名を、第三者である加盟店に提供します。」"));
    assert_eq!(
        names(&party.vocabulary.parties, &norm(&party, "提供.甲").parties.named),
        ["加盟店"]
    );
    // What a prohibition lists in brackets may be examples.
    let forbidden = policy(&source(
        "提供しない 甲「個人情報（氏名、住所）を第三者に提供しません。」",
    ));
    assert_eq!(
        names(&forbidden.vocabulary.data, &norm(&forbidden, "提供.甲").data.named),
        ["個人情報", "氏名", "住所"]
    );
    // ［］ that names the part agrees with such words.
    let stated = source("取得［氏名］「氏名と住所のうち氏名を取得します。」");
    assert_eq!(marked(&stated, Code::H0601), [""; 0]);
}

/// What words take out is not read from them, in whatever words they do it.
#[test]
fn what_words_take_out_is_not_read() {
    let told = |act: &str| {
        let policy = policy(&source(act));
        names(&policy.vocabulary.data, &norm(&policy, "提供.甲").data.named)
    };
    for words in [
        "氏名・住所（電話番号は含みません）",
        "氏名・住所（電話番号は含まれません）",
        "氏名・住所（電話番号・生年月日は除きます）",
        "氏名・住所（電話番号を含まない）",
        "電話番号ではなく氏名・住所",
    ] {
        let act = format!("提供 甲「加盟店への提供」{{\n提供先［加盟店］\n項目 {{ ・「{words}」 }}\n}}");
        assert_eq!(told(&act), ["氏名", "住所"], "{words}");
    }
    assert_eq!(told("提供 甲「氏名ではなく住所を、加盟店に提供します。」"), ["住所"]);
}

/// Who gave something is not whom it is given to.
#[test]
fn who_gave_it_is_no_recipient() {
    let told = |words: &str| {
        let policy = policy(&source(&format!("提供 甲「{words}」")));
        names(&policy.vocabulary.parties, &norm(&policy, "提供.甲").parties.named)
    };
    assert_eq!(told("加盟店から提供を受けた氏名を配信社に提供します。"), ["配信社"]);
    assert_eq!(told("加盟店より受け取った氏名を配信社に提供します。"), ["配信社"]);
    assert_eq!(told("氏名を加盟店と配信社に提供します。"), ["加盟店", "配信社"]);
}

/// 「送信先事業者名」 is no 送信先事業者.
#[test]
fn what_a_party_has_is_not_the_party() {
    let told = |words: &str| {
        let text = format!(
            "情報 個人情報 {{ ・氏名［直接識別］ }}\n主体 送信先事業者\n主体 甲社「株式会社甲」\n方針「題」{{\n章 送信「送信」{{\n外部送信 送信「氏名の送信」{{\n送信先「{words}」\n項目［氏名］\n}}\n}}\n}}\n"
        );
        let policy = policy(&text);
        names(&policy.vocabulary.parties, &norm(&policy, "送信.送信").parties.named)
    };
    assert_eq!(told("送信先事業者名: 株式会社甲"), ["甲社"]);
    assert_eq!(told("送信先事業者番号1の株式会社甲"), ["甲社"]);
    assert_eq!(told("送信先事業者である株式会社甲"), ["送信先事業者", "甲社"]);
}

#[test]
fn a_polite_label_is_the_label_without_politeness() {
    let plain = source("提供 甲「加盟店への提供」{\n提供先［加盟店］\n項目「情報」{ ・「住所・お電話番号」 }\n}");
    let policy = policy(&plain);
    assert_eq!(
        names(&policy.vocabulary.data, &norm(&policy, "提供.甲").data.named),
        ["住所", "電話番号"]
    );
    let declared = plain.replace("・住所［直接識別］「ご住所」", "・お届け先［直接識別］「ご住所」");
    let policy = self::policy(&declared);
    assert_eq!(
        names(&policy.vocabulary.data, &norm(&policy, "提供.甲").data.named),
        ["お届け先", "電話番号"]
    );
}

/// Findings M16: 主体 広告「株式会社甲」 is not meant by 「広告のために」.
#[test]
fn a_name_is_no_label_where_the_declaration_gives_one() {
    let source = |party: &str| {
        format!(
            "情報 個人情報 {{ ・氏名［直接識別］ }}\n主体 第三者 {{ ・広告{party} ・加盟店 }}\n方針「個人情報の取扱い」{{\n章 提供「第三者への提供」{{\n\
             提供 甲［氏名］「氏名を、広告のために加盟店に提供します。」\n}}\n}}\n"
        )
    };
    let parties = |source: &str| {
        let policy = policy(source);
        names(&policy.vocabulary.parties, &norm(&policy, "提供.甲").parties.named)
    };
    assert_eq!(parties(&source("「株式会社甲」")), ["加盟店"]);
    // Without a label the name is one.
    assert_eq!(parties(&source("")), ["広告", "加盟店"]);
}
