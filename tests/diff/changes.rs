//! Changes by clause and word, the draft of a 改定概要, what a revision calls for, and what is said of it at its source.

use hoshin::internals::diagnostic::{Code, Diagnostic, Lang, Level};
use hoshin::internals::diff::changes::{Duty, Subject};
use hoshin::internals::diff::decisions::Class;
use hoshin::internals::diff::{ChangedLines, Comparison, Options, annotations, compare, findings, sections, summary};
use hoshin::internals::policy::Policy;

use crate::support::compiled::policy;

/// A shop that gives names to its partners when something is ordered.
const SHOP: &str = "\
情報 個人情報 {
  ・氏名［直接識別］
  ・生年［準識別］
  ・病歴［要配慮］
}
情報 閲覧履歴［個人関連］
主体 第三者 {
  ・加盟店
  ・海外の配信社［外国］
}
目的 配送「商品の配送」
目的 広告「広告の配信」
条件 { ・注文［契約］ }
方針「個人情報の取扱い」{
  事業者 当社「株式会社あかり文具」
  最終改定［2025-04-01］
  章 利用「利用」{
    利用「当社は、個人情報を配送のために利用します。」{
      項目［個人情報］
      目的［配送］
    }
  }
  章 提供「提供」{
    提供 加盟店へ「加盟店への提供」{
      提供先［加盟店］
      項目「項目」{ ・「氏名」 }
      目的［配送］
      場合「場合」{ ・「注文」［注文］ }
    }
  }
  章 窓口「お問い合わせ」{
    「お客様係までお問い合わせください。」
  }
}
";

/// The shop after some edits.
fn edited(edits: &[(&str, &str)]) -> Policy {
    let mut source = SHOP.to_owned();
    for (before, after) in edits {
        assert!(source.contains(before), "{before}");
        source = source.replacen(before, after, 1);
    }
    policy(&source)
}

fn with<T>(edits: &[(&str, &str)], look: impl FnOnce(&Comparison<'_>) -> T) -> T {
    let (old, new) = (policy(SHOP), edited(edits));
    look(&compare(&old, &new, &Options::default()))
}

/// Class, line and duties of every change.
fn told(edits: &[(&str, &str)]) -> Vec<(Class, String, Vec<Duty>)> {
    with(edits, |comparison| {
        let changes = comparison.changes();
        let lines = summary::draft(comparison);
        assert_eq!(changes.len(), lines.len());
        let both = changes.iter().zip(lines);
        both.map(|(change, line)| {
            assert_eq!(change.class, line.class);
            let duties = change.consequences.iter().map(|one| one.duty).collect();
            (change.class, line.text.ja, duties)
        })
        .collect()
    })
}

fn codes(found: &[Diagnostic]) -> Vec<Code> {
    found.iter().map(|diagnostic| diagnostic.code).collect()
}

const REVISED: (&str, &str) = ("  最終改定［2025-04-01］", "  最終改定［2026-04-01］");
const RECIPIENT: (&str, &str) = (
    "  章 窓口",
    "  章 配信「海外への提供」{
    提供 配信社へ「海外の配信社への提供」{
      提供先［海外の配信社］
      項目「項目」{ ・「氏名・閲覧履歴」 }
      目的［広告］
    }
    越境「外国にある場合」［配信社へ］{ ・「海外の配信社は、外国にあります。」 }
  }
  章 窓口",
);

#[test]
fn the_same_policy_has_no_change_and_calls_for_nothing() {
    assert!(told(&[]).is_empty());
    with(&[], |comparison| {
        assert!(summary::to_do(comparison).is_empty());
        assert!(findings::findings(comparison).is_empty());
    });
}

/// Findings M18: what says what is done, and no rule was read with, is not called no change.
#[test]
fn changed_prose_that_says_what_is_done_is_to_be_read() {
    let said = |words: &str| {
        [(
            "「お客様係までお問い合わせください。」".to_owned(),
            format!("「{words}」"),
        )]
    };
    let (old, new) = (
        "当社は、お客様の情報を第三者に提供しません。",
        "当社は、お客様の情報を広告会社に販売します。",
    );
    let revision = |words: &str| {
        let edits = said(words);
        edited(&[(edits[0].0.as_str(), edits[0].1.as_str())])
    };
    let (old, new) = (revision(old), revision(new));
    let comparison = compare(&old, &new, &Options::default());
    assert_eq!(comparison.class(), Some(Class::WordingOnly));
    let told: Vec<_> = summary::draft(&comparison)
        .into_iter()
        .map(|line| line.text.ja)
        .collect();
    assert_eq!(told, ["3.「お問い合わせ」の文言を改めます。"]);
    let to_do: Vec<Duty> = summary::to_do(&comparison).into_iter().map(|one| one.duty).collect();
    assert_eq!(to_do, [Duty::ReadWording]);
    let sections = sections::decisions(&comparison, Lang::Ja);
    assert_eq!(
        sections[0].heading,
        "機械が意味を確かめていない文言の変更（人が読んで確かめてください）"
    );
    assert_eq!(sections[0].items, ["3.「お問い合わせ」"]);
    assert_eq!(
        sections[1].items,
        ["規則の上では、許可・禁止に変わるところはありません。"]
    );
}

/// A clause that states a rule and loses its case in words only: the rule still asks for it, and the page no longer says so.
#[test]
fn bounds_that_change_in_words_only_are_to_be_read() {
    let duties = |edits: &[(&str, &str)]| {
        let told = told(edits);
        assert_eq!(told.len(), 1, "{told:?}");
        told[0].2.clone()
    };
    let case = ("・「注文」［注文］", "・「注文を希望された場合を除く注文」［注文］");
    assert_eq!(duties(&[case]), [Duty::ReadWording]);
    assert_eq!(
        duties(&[("・「注文」［注文］", "・「ご注文」［注文］")]),
        [Duty::Nothing]
    );
}

#[test]
fn a_paragraph_in_other_words_is_a_change_of_wording_that_calls_for_nothing() {
    let told = told(&[("お客様係まで", "お客様相談室まで")]);
    assert_eq!(
        told,
        [(
            Class::WordingOnly,
            "3.「お問い合わせ」の文言を改めます。許可・禁止は変わりません。".to_owned(),
            vec![Duty::Nothing]
        )]
    );
}

#[test]
fn a_chapter_at_another_place_is_rearranged() {
    let chapter = "  章 窓口「お問い合わせ」{\n    「お客様係までお問い合わせください。」\n  }\n";
    let told = told(&[(chapter, ""), ("  章 利用", &format!("{chapter}  章 利用"))]);
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(told[0].0, Class::Rearranged);
    assert!(
        told[0].1.contains("「お問い合わせ」の置き場所を改めます"),
        "{}",
        told[0].1
    );
}

#[test]
fn a_new_recipient_abroad_calls_for_consent_and_for_what_the_recipient_makes_of_it() {
    let told = told(&[RECIPIENT]);
    let clause = told
        .iter()
        .find(|(_, line, _)| line.contains("「海外の配信社への提供」を新設します"));
    let (class, line, duties) = clause.expect("the clause is among the changes");
    assert_eq!(*class, Class::Wider);
    assert!(
        line.contains("「海外の配信社」に「広告」の目的で提供できるようになります"),
        "{line}"
    );
    for duty in [Duty::ConsentToProvision, Duty::ConsentToForeign, Duty::ConfirmReferable] {
        assert!(duties.contains(&duty), "{duty:?} in {duties:?}");
    }
    assert!(!duties.contains(&Duty::PublishPurpose), "{duties:?}");
}

#[test]
fn a_clause_that_is_gone_is_called_by_its_former_place() {
    let clause = "    提供 加盟店へ「加盟店への提供」{
      提供先［加盟店］
      項目「項目」{ ・「氏名」 }
      目的［配送］
      場合「場合」{ ・「注文」［注文］ }
    }
";
    let told = told(&[(clause, "    「提供しません。」\n")]);
    let gone = told
        .iter()
        .find(|(_, line, _)| line.starts_with("改定前の2.(1)「加盟店への提供」を削ります"));
    assert_eq!(
        gone.map(|(class, _, duties)| (*class, duties.clone())),
        Some((Class::Narrower, vec![Duty::Nothing]))
    );
}

#[test]
fn a_word_that_widens_a_clause_by_itself_is_the_change() {
    let edits = [("項目「項目」{ ・「氏名」 }", "項目［個人情報］「個人情報」")];
    let old = edited(&edits);
    let new = edited(&[edits[0], ("  ・生年［準識別］", "  ・生年月日［準識別］"), REVISED]);
    let comparison = compare(&old, &new, &Options::default());
    let changes = comparison.changes();
    assert!(
        changes.iter().all(|change| matches!(change.subject, Subject::Word(_))),
        "{changes:?}"
    );
    let lines: Vec<String> = summary::draft(&comparison)
        .into_iter()
        .map(|line| line.text.ja)
        .collect();
    assert!(
        lines
            .iter()
            .any(|line| line.starts_with("「生年」を「生年月日」に改めます。")),
        "{lines:?}"
    );
    assert!(codes(&findings::findings(&comparison)).contains(&Code::H0701));
}

#[test]
fn the_draft_pasted_into_the_source_tells_every_change() {
    let edits = [
        RECIPIENT,
        ("お客様係まで", "お客様相談室まで"),
        ("場合「場合」{ ・「注文」［注文］ }\n", ""),
    ];
    let draft = with(&edits, summary::source);
    let block = format!("  最終改定［2026-04-01］{{\n{draft}}}");
    let pasted = [edits[0], edits[1], edits[2], (REVISED.0, block.as_str())];
    let found = with(&pasted, findings::findings);
    let found = codes(&found);
    assert!(!found.contains(&Code::H0704), "{found:?}\n{draft}");
    assert!(!found.contains(&Code::H0705), "{found:?}\n{draft}");
}

#[test]
fn a_draft_without_one_of_its_lines_is_reported_for_that_change() {
    let edits = [RECIPIENT, ("場合「場合」{ ・「注文」［注文］ }\n", "")];
    let draft = with(&edits, summary::source);
    let shorter: String = draft
        .lines()
        .filter(|line| !line.contains("［提供.加盟店へ］"))
        .map(|line| format!("{line}\n"))
        .collect();
    assert_ne!(draft, shorter);
    let block = format!("  最終改定［2026-04-01］{{\n{shorter}}}");
    let found = with(&[edits[0], edits[1], (REVISED.0, block.as_str())], findings::findings);
    let missing: Vec<&str> = (found.iter())
        .filter(|one| one.code == Code::H0704)
        .map(|one| one.message.ja.as_str())
        .collect();
    assert_eq!(missing, ["「加盟店への提供」の変更が概要にありません"]);
}

#[test]
fn wording_with_marks_of_the_language_is_escaped_in_the_draft() {
    let title = "加盟店（［A］と\\{B\\}と\\*C）への提供";
    let edits = [
        ("提供 加盟店へ「加盟店への提供」", &*format!("提供 加盟店へ「{title}」")),
        ("場合「場合」{ ・「注文」［注文］ }\n", ""),
    ];
    let draft = with(&edits, summary::source);
    let block = format!("  最終改定［2026-04-01］{{\n{draft}}}");
    let new = edited(&[edits[0], edits[1], (REVISED.0, block.as_str())]);
    let line = &new.revisions[0].summary[0].wording;
    assert!(line.contains("加盟店（［A］と{B}と*C）への提供"), "{line}");
}

#[test]
fn an_acknowledgement_that_names_part_of_a_widening_is_not_called_needless() {
    let block = "  最終改定［2026-04-01］{\n    承認［配信社へ、2026-03-01］\"法務部長が確認した\"\n  }";
    let found = codes(&with(&[RECIPIENT, (REVISED.0, block)], findings::findings));
    assert!(!found.contains(&Code::H0706), "{found:?}");
    assert!(!found.contains(&Code::H0707), "{found:?}");
}

#[test]
fn a_new_purpose_is_new_where_purposes_are_named_and_a_mere_name_where_they_are_open() {
    let collecting = (
        "  章 窓口",
        "  章 取得「取得」{\n    取得「当社は、個人情報を取得します。」{\n      項目［個人情報］\n    }\n  }\n  章 窓口",
    );
    let purpose = (
        "目的 広告「広告の配信」",
        "目的 広告「広告の配信」\n目的 分析「販売の分析」",
    );
    let old = edited(&[collecting]);
    let new = edited(&[
        collecting,
        purpose,
        ("配送のために利用", "配送と販売の分析のために利用"),
        ("目的［配送］", "目的［配送、分析］"),
    ]);
    let comparison = compare(&old, &new, &Options::default());
    let statements = |only_named| -> Vec<&str> {
        let statements = comparison.decisions.statements.iter();
        let wanted = statements.filter(|one| one.only_named == only_named);
        wanted.map(|one| one.text.ja.as_str()).collect()
    };
    assert_eq!(
        statements(false),
        ["「個人情報」を、新たに「分析」の目的で利用できるようになります"]
    );
    assert_eq!(
        statements(true),
        ["「個人情報」を、新たに「分析」の目的で取得できるようになります"]
    );
    // What only got a name is no line of its own.
    let changes = comparison.changes();
    assert!(
        changes
            .iter()
            .all(|change| matches!(change.subject, Subject::Clause { .. })),
        "{changes:?}"
    );
}

#[test]
fn a_word_below_an_excepted_one_is_excepted_whatever_else_contains_it() {
    let rider = "  章 特約「特約」{
    ・特約 限定「個人情報は、配送のためにのみ利用します。」{
      対象［個人情報］
      限定［配送］
    }
  }
  章 窓口";
    let purposes = "目的 広告「広告の配信」\n目的 全体「すべての仕事」";
    let base = [("  章 窓口", rider), ("目的 広告「広告の配信」", purposes)];
    let old = edited(&base);
    let new = edited(&[
        base[0],
        (
            "目的 広告「広告の配信」",
            &format!("{purposes}\n目的 宅配［配送、全体］「宅配便による配送」"),
        ),
    ]);
    let comparison = compare(&old, &new, &Options::default());
    let real: Vec<&str> = (comparison.decisions.statements.iter())
        .filter(|one| !one.only_named)
        .map(|one| one.text.ja.as_str())
        .collect();
    assert!(real.is_empty(), "{real:?}");
    assert!(!comparison.decisions.statements.is_empty());
}

const PARTY: &str = "情報 個人情報 {
  ・氏名［直接識別］
  ・住所［直接識別］
}
主体 第三者 {
  ・農家
}
目的 配送「商品の配送」
方針「個人情報の取扱い」{
  最終改定［2025-04-01］
  章 取得「取得」{
    取得「氏名と住所を取得します。」
  }
  章 利用「利用目的」{
    利用［個人情報］「お預かりした情報は、商品の配送のために利用します。」{
      目的［配送］
    }
  }
  章 提供「第三者への提供」{
    提供 農家への提供「商品の配送のために、氏名を農家に提供します。」{
      提供先［農家］
      項目［氏名］
      目的［配送］
    }
  }
}
";

/// A new party and a clause about it: what collecting and using go on to say of everybody is no widening, wherever it is told.
#[test]
fn a_new_party_widens_what_its_clause_says_and_nothing_else() {
    let second = "  提供 果樹園への提供「商品の配送のために、氏名を果樹園に提供します。」{
      提供先［果樹園］
      項目［氏名］
      目的［配送］
    }
  }
}
";
    let new = PARTY
        .replace("・農家\n", "・農家\n  ・果樹園\n")
        .replace("2025-04-01", "2026-04-01");
    let new = format!(
        "{}{second}",
        new.strip_suffix("  }\n}\n").expect("the end of the policy")
    );
    let (old, new) = (policy(PARTY), policy(&new));
    let comparison = compare(&old, &new, &Options::default());
    let wider = comparison
        .decisions
        .statements
        .iter()
        .filter(|one| one.class == Class::Wider);
    assert_eq!(wider.count(), 1);
    assert_eq!(comparison.unacknowledged().count(), 1);
    assert_eq!(comparison.class(), Some(Class::Wider));
    let found = codes(&findings::findings(&comparison));
    assert_eq!(found, [Code::H0707]);
    let marked = annotations::annotations(
        &comparison,
        annotations::Unacknowledged::both(Level::Warning),
        &ChangedLines::default(),
    );
    assert_eq!(marked.len(), 1);
}

/// The vocabulary gives a name to what the page goes on to call by a wider one: that is naming, and nobody has to answer.
#[test]
fn a_name_for_what_a_wider_one_said_asks_for_no_acknowledgement() {
    let named = PARTY
        .replace("項目［氏名］", "項目［個人情報］")
        .replace("氏名を農家", "個人情報を農家");
    let new = named
        .replace("・住所［直接識別］", "・住所［直接識別］\n  ・生年月日［準識別］")
        .replace("2025-04-01", "2026-04-01");
    let (old, new) = (policy(&named), policy(&new));
    let comparison = compare(&old, &new, &Options::default());
    assert!(!comparison.has(Class::Wider));
    assert_eq!(comparison.class(), Some(Class::Named));
    assert_eq!(comparison.widenings(), []);
    assert_eq!(codes(&findings::findings(&comparison)), []);
    let marked = annotations::annotations(
        &comparison,
        annotations::Unacknowledged::both(Level::Warning),
        &ChangedLines::default(),
    );
    assert_eq!(marked.len(), 0);
}

/// What is reported beside a 旧版, what fails a run and what is marked are one list, whatever was edited.
#[test]
fn widenings_are_counted_alike_wherever_they_are_told() {
    let edits: [&[(&str, &str)]; 5] = [
        &[RECIPIENT],
        &[("場合「場合」{ ・「注文」［注文］ }\n", "")],
        &[RECIPIENT, ("場合「場合」{ ・「注文」［注文］ }\n", "")],
        &[("・生年［準識別］", "・生年［準識別］\n  ・住所［直接識別］")],
        &[("目的［配送］", "目的［配送、広告］")],
    ];
    let old = edited(&[]);
    let mut most = 0;
    for edits in edits {
        let new = edited(&[edits, &[REVISED]].concat());
        let comparison = compare(&old, &new, &Options::default());
        let widenings = comparison.unacknowledged().count();
        let reported = codes(&findings::findings(&comparison));
        let reported = reported
            .iter()
            .filter(|code| matches!(code, Code::H0701 | Code::H0707))
            .count();
        let marked = annotations::annotations(
            &comparison,
            annotations::Unacknowledged::both(Level::Warning),
            &ChangedLines::default(),
        );
        let unseen = |rule: &str| rule == "meaning-changed-wording-not" || rule == "unacknowledged-widening";
        let narrower = (comparison.decisions.statements.iter())
            .filter(|one| one.class == Class::Narrower && !comparison.is_visible(one))
            .count();
        let marked = marked.iter().filter(|one| unseen(one.rule.id)).count();
        assert_eq!((reported, marked - narrower), (widenings, widenings), "{edits:?}");
        most = most.max(widenings);
    }
    assert!(most > 1);
}

/// A policy with these lines in the chapter on provision.
fn providing(lines: &str) -> Policy {
    policy(&format!(
        "情報 個人情報 {{ ・氏名［直接識別］ }}
主体 第三者 {{ ・加盟店 ・広告会社 }}
条件 {{ ・申込み［本人選択］ ・会員登録 }}
方針「個人情報の取扱い」{{
  章 提供「第三者への提供」{{
    {lines}
  }}
}}
"
    ))
}

/// For each statement its class and whether it shows, and each line of the draft.
fn drafted(old: &str, new: &str) -> (Vec<(Class, bool)>, Vec<String>) {
    let (old, new) = (providing(old), providing(new));
    let comparison = compare(&old, &new, &Options::default());
    let statements = comparison.decisions.statements.iter();
    let shown = statements.map(|one| (one.class, comparison.is_visible(one))).collect();
    let lines = summary::draft(&comparison)
        .into_iter()
        .map(|line| line.text.ja)
        .collect();
    (shown, lines)
}

fn duties(old: &str, new: &str) -> Vec<Duty> {
    let (old, new) = (providing(old), providing(new));
    let to_do = summary::to_do(&compare(&old, &new, &Options::default()));
    to_do.into_iter().map(|one| one.duty).collect()
}

const PROMISE: &str = "提供しない 原則「次の場合を除き、個人情報を第三者に提供しません。」{ 提供先［第三者］
      項目［個人情報］
      但し［例外］
    }";
const EXCEPTION: &str = "提供 例外「お申込みの場合には、個人情報を第三者に提供します。」{ 提供先［第三者］
      項目［個人情報］
      場合［申込み］
    }";

#[test]
fn an_exception_that_goes_with_its_words_is_seen_to_go() {
    let both = format!("{PROMISE}\n{EXCEPTION}");
    let alone = PROMISE.replace("      但し［例外］\n", "");
    let (shown, lines) = drafted(&both, &alone);
    assert_eq!(shown, [(Class::Narrower, true)]);
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert!(
        lines[0].contains("お申込みの場合には、個人情報を第三者に提供します。」を削ります"),
        "{lines:?}"
    );
    // Where its words stay as a paragraph, nobody sees it.
    let (shown, _) = drafted(
        &both,
        &format!("{alone}\n「お申込みの場合には、個人情報を第三者に提供します。」"),
    );
    assert_eq!(shown, [(Class::Narrower, false)]);
}

#[test]
fn a_rule_without_words_is_stated_by_those_that_it_stands_in() {
    let listed = |cases: &str, unless: &str| {
        format!(
            "「次の場合を除き、個人情報を第三者に提供しません。」
    {cases}
    提供しない 原則 {{ 提供先［第三者］
      項目［個人情報］
      但し［{unless}］
    }}"
        )
    };
    let one = listed("・「同意がある場合」", "同意");
    let two = listed("・「同意がある場合」\n    ・「法令に基づく場合」", "同意、法令");
    let (shown, lines) = drafted(&one, &two);
    assert_eq!(shown, [(Class::Wider, true)]);
    assert!(
        lines.iter().all(|line| !line.contains("許可・禁止は変わりません")),
        "{lines:?}"
    );
    assert!(
        lines.iter().all(|line| !line.contains("文言は変わりません")),
        "{lines:?}"
    );
    // The rule alone: nobody sees it.
    let (shown, lines) = drafted(&one, &listed("・「同意がある場合」", "同意、法令"));
    assert_eq!(shown, [(Class::Wider, false)]);
    assert!(
        lines.iter().any(|line| line.contains("文言は変わりません")),
        "{lines:?}"
    );
    // Words that changed in a clause beside it are not its words.
    let beside = |words: &str| format!("{}\n    節「{words}」", listed("・「同意がある場合」", "同意"));
    let more = beside("お問い合わせ").replace("但し［同意］", "但し［同意、法令］");
    let (shown, _) = drafted(&beside("お知らせ"), &more);
    assert_eq!(shown, [(Class::Wider, false)]);
}

#[test]
fn a_promise_that_is_dropped_is_to_be_checked() {
    let alone = PROMISE.replace("      但し［例外］\n", "");
    let nothing = "「お問い合わせください。」";
    assert_eq!(duties(&alone, nothing), [Duty::DroppedPromise]);
    assert_eq!(duties(nothing, &alone), [Duty::Nothing]);
    let but = alone.replace("    }", "      但し［法令］\n    }");
    assert_eq!(
        duties(&alone, &but),
        [Duty::DroppedPromise],
        "what the law excepts asks for no consent"
    );
    let permitted = format!("{PROMISE}\n{EXCEPTION}");
    assert_eq!(duties(&alone, &permitted), [Duty::ConsentToProvision]);
}

#[test]
fn one_or_does_not_stand_in_another() {
    let told = |lines: &str| -> Vec<String> {
        let (old, new) = (providing("「お問い合わせください。」"), providing(lines));
        let comparison = compare(&old, &new, &Options::default());
        let statements = comparison.decisions.statements.iter();
        statements.map(|one| one.text.ja.clone()).collect()
    };
    let provide =
        |cases: &str| format!("提供「個人情報を提供します。」{{ 提供先［第三者］\n項目［個人情報］\n{cases} }}");
    let three = told(&provide("場合［申込み、会員登録、法令］"));
    assert!(
        three[0].contains("「申込み」「法令」または「会員登録」の場合"),
        "{three:#?}"
    );
    let several = format!(
        "{}\n{}",
        provide("場合［申込み、会員登録］\n場合［同意］"),
        provide("場合［法令］")
    );
    let several = told(&several);
    assert!(
        several[0].contains("「申込み」「会員登録」のいずれかの場合"),
        "{several:#?}"
    );
    let joined = several[0].matches("または").count();
    assert_eq!(joined, 1, "{several:#?}");
}

/// What a removed clause permitted and another forbids now went with it: the draft does not call it wording alone.
#[test]
fn a_removed_permission_that_is_forbidden_now_is_no_change_of_wording() {
    let clause = "提供 販売「当社は、氏名を加盟店に提供します。」{\n提供先［加盟店］\n項目［氏名］\n}\n";
    let refused = |words: &str, unless: &str| {
        format!(
            "提供しない 原則「{words}個人情報を第三者に提供しません。」{{\n提供先［第三者］\n項目［個人情報］\n{unless}}}"
        )
    };
    let old = format!("{clause}{}", refused("上記の場合を除き、", "但し［販売］\n"));
    let new = refused("", "");
    let (old, new) = (providing(&old), providing(&new));
    let comparison = compare(&old, &new, &Options::default());
    let classes: Vec<Class> = comparison.changes().iter().map(|change| change.class).collect();
    assert_eq!(classes, [Class::Narrower, Class::Narrower]);
    let asked = comparison.changes().iter().flat_map(|change| &change.consequences);
    assert!(asked.into_iter().all(|one| one.duty == Duty::Nothing));
    assert_eq!(codes(&findings::findings(&comparison)), []);
}

/// What needed consent so far is done without: nothing of it is new.
#[test]
fn a_consent_that_is_dropped_is_told_as_such_in_what_the_revision_calls_for() {
    let clause = |words: &str, case: &str| {
        format!("提供「{words}氏名を加盟店に提供します。」{{\n提供先［加盟店］\n項目［氏名］\n{case}}}")
    };
    let reasons = |old: &str, new: &str| -> Vec<String> {
        let (old, new) = (providing(old), providing(new));
        let comparison = compare(&old, &new, &Options::default());
        let asked = comparison.changes().iter().flat_map(|change| &change.consequences);
        asked.map(|one| one.reason.ja.clone()).collect()
    };
    let (with, without) = (clause("同意を得て、", "場合［同意］\n"), clause("", ""));
    let none = "「提供しません。」";
    assert!(
        reasons(&with, &without)
            .iter()
            .any(|reason| reason.contains("その条件なしで"))
    );
    assert!(reasons(none, &without).iter().any(|reason| reason.contains("新たに")));
    assert!(!reasons(&with, &without).iter().any(|reason| reason.contains("新たに")));
}

/// Of a purpose that is forbidden now it is not said that nothing of it is decided otherwise.
#[test]
fn a_word_of_which_something_is_decided_otherwise_is_told_once() {
    let of = |purposes: &str, unless: &str| {
        policy(&format!(
            "情報 個人情報 {{ ・氏名［直接識別］ }}
方針「個人情報の取扱い」{{
  章 取得「取得」{{
    取得［氏名］「氏名を取得します。」
  }}
  章 目的「利用目的」{{
    目的 運用「サービスの運用」
    {purposes}
    利用しない 目的外「本人の同意を得た場合を除き、上記の目的以外の目的のために個人情報を利用しません。」{{
      項目［個人情報］
      但し［{unless}］
    }}
  }}
}}
"
        ))
    };
    let old = of("目的 地図「地図の作成」", "運用、地図、同意");
    let new = of("", "運用、同意");
    let told = sections::decisions(&compare(&old, &new, &Options::default()), Lang::Ja);
    let items: Vec<String> = told.into_iter().flat_map(|section| section.items).collect();
    assert_eq!(items.len(), 1, "{items:#?}");
    assert!(items[0].contains("利用できなくなります"), "{items:#?}");
}
