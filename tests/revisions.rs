//! What an editor writes about a revision: summaries, acknowledgements, clauses that were taken out.

use hoshin::internals::diagnostic::{Code, Level};
use hoshin::internals::document::DateKind;
use hoshin::internals::format::format;
use hoshin::internals::policy::{Covered, Policy};
use hoshin::internals::render;
use hoshin::internals::vocabulary::Dimension;
use jiff::civil::date;

use crate::support::compiled::{compiled, findings, policy};

/// A policy with a place for a revision and one for a chapter that was taken out.
fn source(revision: &str, third_chapter: &str) -> String {
    format!(
        "\
情報 個人情報 {{
  ・氏名［直接識別］
  ・年代［準識別］
}}
主体 第三者 {{ ・加盟店 }}

方針「個人情報の取扱い」{{
  {revision}
  「株式会社見本商店（以下「当社」といいます）は、情報を大切に扱います。当社の方針は次のとおりです。」
  目次
  章 利用目的「利用目的」{{
    目的 分析「販売の分析」
  }}
  章 第三者提供「第三者への提供」{{
    提供 加盟店への提供「加盟店への提供」{{
      提供先［加盟店］
      項目「分析のために提供する情報」{{ ・「氏名・年代」［氏名、年代］ }}
      目的［分析］
    }}
  }}
  {third_chapter}
  章 お問い合わせ「お問い合わせ」{{
    窓口 お客様係「お客様係までお問い合わせください。」
  }}
}}
"
    )
}

fn revised(block: &str) -> String {
    source(&format!("最終改定［2026-04-01］{{\n{block}\n}}"), "")
}

fn text(source: &str) -> String {
    render::text(&policy(source))
}

/// What the codes of this chapter point at.
fn marked(source: &str, code: Code) -> Vec<String> {
    let found = findings(source).into_iter();
    found
        .filter(|(found, _)| *found == code)
        .map(|(_, place)| place)
        .collect()
}

fn anchors(policy: &Policy, covered: &Covered) -> Vec<String> {
    let clauses = covered.clauses.iter().map(|id| policy.document.clause(*id));
    clauses.map(|clause| clause.anchor.clone()).collect()
}

fn concepts(policy: &Policy, covered: &Covered) -> Vec<(Dimension, String)> {
    let names = covered.concepts.iter();
    names
        .map(|(dimension, id)| (*dimension, policy.vocabulary.graph(*dimension).get(*id).name.clone()))
        .collect()
}

// ── 概要 ──

#[test]
fn a_line_of_the_summary_says_where_the_change_is() {
    let source = revised(
        "概要「改定の概要」{
           ・「提供する情報に年代を加えました。」［加盟店への提供、年代］
           ・「お客様係の受付時間を変更しました。」［お客様係］
           ・「{利用目的}に販売の分析を加えました。」
           ・「全体の表現を改めました。」
           ※「2025年までの改定は、別に掲げます。」
         }",
    );
    assert_eq!(findings(&source), []);
    let page = text(&source);
    let (_, summary) = page.split_once("2026年4月1日最終改定\n\n").expect("the date line");
    let (summary, _) = summary.split_once("\n\n株式会社").expect("the first paragraph");
    // What a line refers to itself, it does not say twice; a clause without a heading is found under the one around it.
    assert_eq!(
        summary,
        "\
[改定の概要]
・提供する情報に年代を加えました。（2 (1) 加盟店への提供）
・お客様係の受付時間を変更しました。（3. お問い合わせ）
・1. 利用目的に販売の分析を加えました。
・全体の表現を改めました。

※2025年までの改定は、別に掲げます。"
    );
}

#[test]
fn the_model_holds_the_editors_wording_and_what_it_is_about() {
    let policy = policy(&revised(
        "概要 {
           ・「提供する情報に年代を加えました。」［加盟店への提供、年代、分析］
           ・「{お問い合わせ.番号}を改めました。」
           ・「禁止を一つ削りました。」［旧版.第三者提供.原則］
           ・「表現を改めました。」
         }",
    ));
    let [revision] = policy.revisions.as_slice() else {
        panic!("one revision: {:?}", policy.revisions)
    };
    assert_eq!(
        (revision.kind, revision.date),
        (DateKind::LastRevised, date(2026, 4, 1))
    );
    let lines: Vec<&str> = revision.summary.iter().map(|line| line.wording.as_str()).collect();
    assert_eq!(
        lines,
        [
            "提供する情報に年代を加えました。",
            "3を改めました。",
            "禁止を一つ削りました。",
            "表現を改めました。"
        ]
    );
    let covers: Vec<&Covered> = revision.summary.iter().map(|line| &line.covers).collect();
    // 分析 is a clause and the purpose that the clause declares.
    assert_eq!(
        anchors(&policy, covers[0]),
        ["第三者提供.加盟店への提供", "利用目的.分析"]
    );
    assert_eq!(
        concepts(&policy, covers[0]),
        [
            (Dimension::Data, "年代".to_owned()),
            (Dimension::Purpose, "分析".to_owned())
        ]
    );
    assert_eq!(anchors(&policy, covers[1]), ["お問い合わせ"]);
    assert_eq!(covers[2].removed, ["第三者提供.原則"]);
    assert!(covers[3].is_empty());
}

#[test]
fn a_long_line_keeps_its_paragraphs() {
    let source = revised("概要 { ・「窓口を改めました。\n\n電話の受付を終えました。」［お客様係］ }");
    let policy = policy(&source);
    let line = &policy.revisions[0].summary[0];
    assert_eq!(line.wording, "窓口を改めました。\n電話の受付を終えました。");
    let page = render::text(&policy);
    assert!(page.contains("・窓口を改めました。（3. お問い合わせ）\n"), "{page}");
    assert!(page.contains("電話の受付を終えました。\n"), "{page}");
}

#[test]
fn several_revisions_make_a_record() {
    let source = source(
        "制定［2020-04-01］
         改定［令和4年4月1日］{ 概要 { ・「{利用目的}を加えました。」 } }
         改定［２０２４年４月１日］
         最終改定［2026-04-01］｛　概要　「概要」　｛　・「改めました。」［お問い合わせ］　｝　｝",
        "",
    );
    assert_eq!(findings(&source), []);
    let policy = policy(&source);
    let dates: Vec<_> = policy.revisions.iter().map(|one| (one.kind, one.date)).collect();
    assert_eq!(
        dates,
        [
            (DateKind::Revised, date(2022, 4, 1)),
            (DateKind::Revised, date(2024, 4, 1)),
            (DateKind::LastRevised, date(2026, 4, 1))
        ]
    );
    let page = render::text(&policy);
    let record = "\
2020年4月1日制定

2022年4月1日改定

・1. 利用目的を加えました。

2024年4月1日改定

2026年4月1日最終改定

[概要]
・改めました。（3. お問い合わせ）
";
    assert!(page.contains(record), "{page}");
}

#[test]
fn the_record_of_revisions_goes_one_way() {
    let dated = |dates: &str| source(dates, "");
    let falling = dated("改定［2024-04-01］\n改定［2023-04-01］\n改定［2022-04-01］");
    assert_eq!(findings(&falling), []);
    let cases = [
        (
            "改定［2022-04-01］\n改定［2021-04-01］\n改定［2023-04-01］",
            "2021-04-01",
        ),
        (
            "改定［2024-04-01］\n改定［2025-04-01］\n改定［2023-04-01］",
            "2025-04-01",
        ),
        ("改定［2024-04-01］\n改定［令和6年4月1日］", "令和6年4月1日"),
        ("制定［2024-04-01］\n施行［2023-10-01］", "2023-10-01"),
        // 制定 before and 最終改定 behind say that the oldest comes first.
        (
            "制定［2019-04-01］\n改定［2022-04-01］\n改定［2021-04-01］",
            "2021-04-01",
        ),
    ];
    for (dates, place) in cases {
        assert_eq!(marked(&dated(dates), Code::H0311), [place], "{dates}");
    }
}

#[test]
fn a_summary_speaks_of_the_policy_as_it_was() {
    // It uses a term before the policy defines it, and cites numbers that were right then.
    let source = revised("概要 { ・「当社は、旧第4条（2. 第三者提供）を改めました。」［第三者提供］ }");
    assert_eq!(findings(&source), []);
    // Its spelling is still the page's.
    let source = revised("概要 { ・「個人情報の取り扱いを改めました。」［第三者提供］ }");
    let source = source.replace("情報を大切に扱います", "個人情報の取扱いと情報の取扱いを改めます");
    assert_eq!(marked(&source, Code::H0609).len(), 1);
}

#[test]
fn a_summary_that_names_nothing_is_only_hinted_at() {
    let source = revised("概要 { ・「全体の表現を改めました。」 }");
    let hints: Vec<_> = compiled(&source)
        .diagnostics
        .into_iter()
        .filter(|diagnostic| diagnostic.code == Code::H0316)
        .map(|diagnostic| diagnostic.level)
        .collect();
    assert_eq!(hints, [Level::Hint]);
    assert_eq!(findings(&source), []);
}

#[test]
fn a_summary_of_an_article_cites_its_number() {
    let source = format!(
        "{}\n",
        revised("概要 { ・「提供する情報を加えました。」［第三者提供］ ・「宛先を加えました。」［加盟店への提供］ }")
            .replace(
                "  目次\n",
                "  番号［章＝\"第1条（題）\"、節＝\"1-1\"］\n  呼び名［章＝条］\n  目次\n"
            )
    );
    let page = text(&source);
    assert!(page.contains("・提供する情報を加えました。（第2条）\n"), "{page}");
    // The number of the level says it all.
    assert!(page.contains("・宛先を加えました。（2-1 加盟店への提供）\n"), "{page}");
}

#[test]
fn what_no_summary_can_hold_is_refused() {
    let cases = [
        (
            "概要 { 「改めました。」［お客様係］ }",
            Code::H0208,
            "「改めました。」［お客様係］",
        ),
        ("概要 { ・要約「改めました。」 }", Code::H0302, "要約"),
        ("概要 { ・「改めました。」［お客様掛］ }", Code::H0201, "お客様掛"),
        ("概要 { ・「改めました。」［2026-03-01］ }", Code::H0304, "2026-03-01"),
        ("概要 { ※「ご覧ください。」［お客様係］ }", Code::H0302, "［お客様係］"),
        (
            "概要 { ・「甲」［お客様係］ }\n概要 { ・「乙」［お客様係］ }",
            Code::H0306,
            "概要",
        ),
        ("概要 { 章 甲「題」 }", Code::H0208, "甲"),
        ("概要「改定の概要」", Code::H0301, "概要「改定の概要」"),
        ("概用 { ・「改めました。」［お客様係］ }", Code::H0106, "概用"),
        ("改定概要 { ・「改めました。」［お客様係］ }", Code::H0106, "改定概要"),
    ];
    for (block, code, place) in cases {
        let found = findings(&revised(block));
        assert!(
            found.iter().any(|(found, at)| *found == code && at.starts_with(place)),
            "{block}: {found:?}"
        );
    }
    let outside = source(
        "概要 { ・「改めました。」［お客様係］ }\n制定［2020-04-01］{ 概要 { ・「甲」 } }",
        "",
    );
    assert_eq!(marked(&outside, Code::H0208), ["概要", "概要"]);
}

// ── 承認 ──

#[test]
fn an_acknowledgement_is_on_record_and_never_on_the_page() {
    let source = revised(
        "承認［加盟店への提供、年代、2026-03-15］\"個人情報保護委員会（社内）で承認した\"
         承認［令和8年3月20日、旧版.第三者提供.原則］ \"対象者に通知した\"",
    );
    assert_eq!(findings(&source), []);
    let policy = policy(&source);
    let acknowledged: Vec<_> = policy
        .acknowledgements()
        .map(|one| (one.date, one.reason.as_str(), anchors(&policy, &one.covers)))
        .collect();
    assert_eq!(
        acknowledged,
        [
            (
                date(2026, 3, 15),
                "個人情報保護委員会（社内）で承認した",
                vec!["第三者提供.加盟店への提供".to_owned()]
            ),
            (date(2026, 3, 20), "対象者に通知した", vec![])
        ]
    );
    for page in [render::text(&policy), render::markdown(&policy), html(&policy)] {
        assert!(!page.contains("委員会") && !page.contains("通知した"), "{page}");
    }
}

fn html(policy: &Policy) -> String {
    render::html(policy, &render::PageOptions::default())
}

#[test]
fn an_acknowledgement_says_what_when_and_why() {
    let cases = [
        ("承認［お客様係］", "日付と理由"),
        ("承認［お客様係、2026-03-15］", "理由"),
        ("承認［お客様係］\"承認した\"", "日付"),
        ("承認［2026-03-15］\"承認した\"", "条項の名前"),
        ("承認［お客様係、2026-03-15］\" 　\"", "理由"),
        ("承認", "条項の名前と日付と理由"),
    ];
    for (block, missing) in cases {
        let compilation = compiled(&revised(block));
        let messages: Vec<&str> = compilation
            .diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.code == Code::H0312)
            .map(|diagnostic| diagnostic.message.ja.as_str())
            .collect();
        assert_eq!(messages, [format!("`承認` に{missing}がありません")], "{block}");
        assert!(compilation.policy.is_none(), "{block}");
    }
}

#[test]
fn a_slip_in_an_acknowledgement_is_understood() {
    let cases = [
        // Each with the correction that is offered for it.
        ("承認［お客様係、2026-03-15］「承認した」", Code::H0302, "\"承認した\""),
        ("承認［お客様係、2026-03-15］“承認した”", Code::H0108, "\"承認した\""),
        (
            "承認（お客様係、2026-03-15）\"承認した\"",
            Code::H0108,
            "［お客様係、2026-03-15］",
        ),
        ("承任［お客様係、2026-03-15］\"承認した\"", Code::H0106, "承認"),
        ("承諾［お客様係、2026-03-15］\"承認した\"", Code::H0106, "承認"),
        ("承認［お客様掛、2026-03-15］\"承認した\"", Code::H0201, "お客様係"),
    ];
    for (block, code, replacement) in cases {
        let compilation = compiled(&revised(block));
        let fixes: Vec<_> = compilation
            .diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.code == code)
            .filter_map(|diagnostic| diagnostic.fix.as_ref())
            .map(|fix| fix.replacement.as_str())
            .collect();
        assert_eq!(fixes, [replacement], "{block}");
        let errors = compilation.diagnostics.iter().filter(|one| one.level == Level::Error);
        assert_eq!(errors.count(), 1, "one fault, one report: {block}");
    }
}

#[test]
fn an_acknowledgement_comes_before_its_revision() {
    let late = revised("承認［お客様係、2026-04-02］\"承認した\"");
    assert_eq!(findings(&late), [(Code::H0314, "2026-04-02".to_owned())]);
    let same_day = revised("承認［お客様係、2026-04-01］\"承認した\"");
    assert_eq!(findings(&same_day), []);
}

#[test]
fn an_acknowledgement_takes_one_date_and_one_reason() {
    let source = revised("承認［お客様係、2026-03-15、2026-03-16］\"承認した\" \"通知した\"");
    assert_eq!(marked(&source, Code::H0302), ["2026-03-16", "\"通知した\""]);
    // It is an acknowledgement of something that is there.
    let source = revised("承認［2026-13-45、お客様係］\"承認した\"");
    assert_eq!(findings(&source), [(Code::H0303, "2026-13-45".to_owned())]);
}

#[test]
fn an_acknowledgement_is_used_up_by_its_revision() {
    let old = "承認［加盟店への提供、2026-03-15］\"承認した\"";
    let before = policy(&revised(old));
    let again = "承認［加盟店への提供、2026-03-16］\"承認した\"";
    let after = policy(&revised(&format!("{old}\n{again}")));
    let counts = |new: &Policy, old: &Policy| -> Vec<_> {
        let counted = new.new_acknowledgements(old).into_iter();
        counted.map(|one| one.date).collect()
    };
    assert_eq!(counts(&before, &policy(&source("", ""))), [date(2026, 3, 15)]);
    assert_eq!(counts(&before, &before), []);
    assert_eq!(counts(&after, &before), [date(2026, 3, 16)]);
    // Moving the line, or renumbering the clause, makes no new one of it.
    let moved = policy(&source(
        &format!("最終改定［2026-05-01］{{\n/* 移した */ {old}\n}}\n章 前書き「前書き」"),
        "",
    ));
    assert_eq!(counts(&moved, &before), []);
}

#[test]
fn what_is_covered_covers_what_is_inside() {
    let policy = policy(&revised(
        "承認［第三者提供、2026-03-15］\"承認した\"\n承認［旧版.原則、2026-03-15］\"承認した\"",
    ));
    let covers: Vec<&Covered> = policy.acknowledgements().map(|one| &one.covers).collect();
    let document = &policy.document;
    let clause = |name: &str| document.find(name).expect("a clause of the policy");
    assert!(covers[0].has_clause(document, clause("第三者提供")));
    assert!(covers[0].has_clause(document, clause("第三者提供.加盟店への提供")));
    assert!(!covers[0].has_clause(document, clause("利用目的")));
    let previous = self::policy(&source("", "章 甲「甲」{ 節 原則「原則」\n節 非原則「例外」 }"));
    let clause = |name: &str| previous.document.find(name).expect("a clause of the policy");
    assert!(covers[1].has_removed(&previous.document, clause("甲.原則")));
    assert!(!covers[1].has_removed(&previous.document, clause("甲")));
    // A name is matched by whole parts.
    assert!(!covers[1].has_removed(&previous.document, clause("甲.非原則")));
    assert!(covers[1].has_removed_name("原則") && !covers[1].has_removed_name("非原則"));
}

#[test]
fn to_be_named_in_a_revision_is_no_use() {
    let unused = "\n情報 購入履歴";
    let source = revised("承認［購入履歴、2026-03-15］\"承認した\"") + unused;
    assert_eq!(marked(&source, Code::H0206), ["購入履歴"]);
}

// ── 削除 ──

#[test]
fn a_retired_chapter_keeps_its_number_and_its_anchor() {
    let source = source("", "章 配信［削除］");
    assert_eq!(findings(&source), []);
    let policy = policy(&source);
    let id = policy.document.find("配信").expect("the slot has its name");
    let slot = policy.document.clause(id);
    assert!(slot.retired);
    assert_eq!(slot.anchor, "配信");
    assert_eq!(policy.norms_of(id).count(), 0);
    // There is nothing in it to vouch for.
    assert!(policy.coverage.iter().all(|chapter| chapter.clause != id));
    let page = render::text(&policy);
    assert!(page.contains("3. 削除\n4. お問い合わせ\n"), "the contents: {page}");
    assert!(page.contains("\n3. 削除\n\n4. お問い合わせ\n"), "the headings: {page}");
    let html = html(&policy);
    assert!(html.contains("<section id=\"配信\""), "{html}");
}

#[test]
fn the_slot_is_written_as_the_levels_are_numbered() {
    let level = |keyword: &str, around: [&str; 2]| {
        let [open, close] = around;
        format!(
            "方針「題」{{ \n番号［章＝\"第1条（題）\"、節＝\"1\"、項＝\"一\"］\n章 甲「甲」{{\n{open}\n{keyword}［削除］\n{close}\n}}\n章 乙［削除］\n章 丙［　削除　］\n}}"
        )
    };
    let page = text(&level("節 イ", ["節「前」", "節「後」"]));
    assert_eq!(
        page,
        "題\n\n第1条（甲）\n\n1 前\n\n2 削除\n\n3 後\n\n第2条 削除\n\n第3条 削除\n"
    );
    let page = text(&level("項 イ", ["節「節」{\n項「前」", "項「後」\n}"]));
    assert!(page.contains("一 前\n\n二 削除\n\n三 後\n"), "{page}");
    // A clause of acts that was numbered like a section leaves the slot of a section.
    let before = policy(&source("", "章 甲「甲」{ 目的 乙「乙」\n節「丙」 }"));
    let after = policy(&source("", "章 甲「甲」{ 節 乙［削除］\n節「丙」 }"));
    let anchored = |policy: &Policy| {
        let id = policy.document.find("甲.乙").expect("the clause");
        let clause = policy.document.clause(id);
        (clause.anchor.clone(), clause.number.clone())
    };
    assert_eq!(anchored(&before), anchored(&after));
}

#[test]
fn a_retired_clause_holds_nothing() {
    let cases = [
        ("章 配信［削除］「広告の配信」", "「広告の配信」"),
        ("章 配信［削除］{ 「広告を配信します。」 }", "「広告を配信します。」"),
        (
            "章 配信［削除］{ 提供 甲「甲」{ 提供先［加盟店］\n項目［氏名］ } }",
            "提供 甲「甲」",
        ),
        ("章 配信［削除、配信］", "配信"),
        ("章 配信［削除］\"配信\"", "\"配信\""),
    ];
    for (chapter, left) in cases {
        assert_eq!(marked(&source("", chapter), Code::H0313), [left], "{chapter}");
    }
    // A comment may tell why.
    assert_eq!(findings(&source("", "章 配信［削除］{\n// 2026年に廃止\n}")), []);
}

#[test]
fn nothing_may_rely_on_a_retired_clause() {
    let retired = |rest: &str| source("", &format!("章 配信［削除］\n{rest}"));
    let cases = [
        ("章 甲「{配信}について」", "配信"),
        ("章 甲「甲」{ 「{配信.番号}を**ご覧**ください。」 }", "配信.番号"),
        ("章 甲「甲」{ 「[{配信.題}](https://example.com/)」 }", "配信.題"),
        (
            "章 甲「甲」{ 提供しない「提供しません。」{ 提供先［加盟店］\n項目［氏名］\n但し［配信］ } }",
            "配信",
        ),
        (
            "章 甲「甲」{ 提供しない「提供しません。」{ 提供先［加盟店］\n項目［氏名］\n優先［配信］ } }",
            "配信",
        ),
        ("章 甲「甲」{ 越境［配信］「外国にも及びます。」 }", "配信"),
    ];
    for (rest, place) in cases {
        assert_eq!(marked(&retired(rest), Code::H0315), [place], "{rest}");
    }
    // A link from the page itself still leads to the slot.
    assert_eq!(findings(&retired("「[以前の配信](#配信)」")), []);
}

#[test]
fn only_a_summary_cites_the_number_of_a_retired_clause() {
    let summary = |line: &str| {
        let block = format!("最終改定［2026-04-01］{{ 概要 {{ ・「{line}」 }} }}");
        source(&block, "章 配信［削除］")
    };
    let cited = summary("{配信.番号}を削除しました。");
    assert_eq!(findings(&cited), []);
    let covers = policy(&cited);
    assert_eq!(anchors(&covers, &covers.revisions[0].summary[0].covers), ["配信"]);
    assert_eq!(
        marked(&summary("{配信}を削除しました。"), Code::H0315),
        ["配信"],
        "「3. 削除を削除しました」"
    );
}

#[test]
fn other_ways_to_retire_a_clause_are_understood() {
    let cases = [
        ("章 配信［廃止］", Code::H0302, "削除"),
        ("章 配信［削徐］", Code::H0302, "削除"),
        ("章 配信（削除）", Code::H0108, "［削除］"),
        ("章 配信 削除", Code::H0110, "［削除］"),
    ];
    for (chapter, code, replacement) in cases {
        let compilation = compiled(&source("", chapter));
        let fixes: Vec<_> = compilation
            .diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.code == code)
            .filter_map(|diagnostic| diagnostic.fix.as_ref())
            .map(|fix| fix.replacement.as_str())
            .collect();
        assert_eq!(fixes, [replacement], "{chapter}");
        let errors = compilation.diagnostics.iter().filter(|one| one.level == Level::Error);
        assert_eq!(errors.count(), 1, "one fault, one report: {chapter}");
    }
    // Which of the two is meant cannot be told.
    let found = compiled(&source("", "削除 配信"));
    let help: String = found.diagnostics[0].help.iter().map(|help| help.ja.as_str()).collect();
    assert!(help.contains("消去") && help.contains("［削除］"), "{help}");
    assert_eq!(
        marked(&source("", "章 配信［第三者］「配信」"), Code::H0302),
        ["［第三者］"]
    );
}

// ── All of it ──

#[test]
fn the_words_of_revisions_are_names_as_well() {
    let source = source(
        "改定［2026-04-01］{ 概要 { ・「改めました。」［概要、承認、削除］ }\n承認［承認、2026-03-15］\"承認した\" }",
        "章 概要「概要」\n章 承認「承認」\n章 削除「削除」{ 「{概要}、{承認}、{削除}」 }",
    );
    assert_eq!(findings(&source), []);
    assert!(text(&source).contains("3. 概要、4. 承認、5. 削除\n"));
}

#[test]
fn revisions_are_formatted_and_mean_the_same() {
    let loose = "\
方針「題」{
最終改定[2026-04-01]{
概要「改定の概要」{・「窓口を改めました。」[窓口 ,旧版.甲]
※「注」}
承認「」
}
章  窓口「窓口」
章 配信[ 削除 ]
}
"
    .replace("承認「」", "承認[窓口,2026-03-15]\"承認した\"");
    let formatted = format(&loose).expect("no syntax errors");
    assert_eq!(
        formatted,
        "\
方針「題」{
  最終改定［2026-04-01］{
    概要「改定の概要」{
      ・［窓口、旧版.甲］「窓口を改めました。」
      ※「注」
    }
    承認［窓口、2026-03-15］\"承認した\"
  }
  章 窓口「窓口」
  章 配信［削除］
}
"
    );
    assert_eq!(format(&formatted).expect("no syntax errors"), formatted);
    let strip = |source: &str| {
        let mut policy = policy(source);
        policy.sources.clear();
        (render::text(&policy), policy.acknowledgements().count())
    };
    assert_eq!(strip(&loose), strip(&formatted));
}
