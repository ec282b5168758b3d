//! What a decision says in words.

use hoshin::internals::decide::{Decider, Question, explain};
use hoshin::internals::policy::Policy;

use crate::support::compiled::policy;

fn source() -> Policy {
    policy(
        "
情報 個人情報 {
  ・氏名［直接識別］
  ・生年月日［準識別］
  ・病歴［要配慮］
}
情報 年代［準識別］
主体 第三者 { ・販売店 ・広告会社 }
方針「個人情報の取扱い」{
  事業者 当社「株式会社あかり文具」
  章 利用目的「利用目的」{
    目的 発送「商品の発送」
    目的 改善「品ぞろえの改善」
  }
  章 第三者提供「第三者への提供」{
    提供 販売店への提供「販売店への提供」{
      提供先［販売店］
      項目［氏名、生年月日］
      場合 { ・店頭受取［本人選択］「お客様が店頭での受取りを選ばれた場合」 }
      目的 { ・受渡し［発送］「商品の受渡し」 }
      加工 {
        ※「次の目的では、氏名を除き、生年月日を年代に置き換えて提供します。」
        除外［氏名］
        一般化［生年月日 → 年代］
        目的 { ・販売分析［改善］「販売傾向の分析」 }
      }
    }
    提供しない 原則「当社は、上記のほか、個人情報を第三者に提供しません。」{
      提供先［第三者］
      項目［個人情報］
      但し［販売店への提供］
    }
  }
  章 特約「特約」{
    ・特約 病歴の制限「病歴は、商品の発送に必要な範囲に限って利用します。」{
      対象［病歴］
      限定［発送］
      但し［同意］
    }
  }
}
",
    )
}

fn explained(question: &Question<'_>) -> (String, String) {
    let policy = source();
    let decider = Decider::new(&policy);
    let request = decider.request(question).expect("known words");
    let decision = decider.decide(&request);
    (
        explain::japanese(&policy, &request, &decision),
        explain::english(&policy, &request, &decision),
    )
}

fn providing<'a>(data: &'a [&'a str], purpose: &'a str, conditions: &'a [&'a str]) -> Question<'a> {
    Question {
        act: "提供",
        data,
        party: Some("販売店"),
        purpose: Some(purpose),
        conditions,
        ..Question::default()
    }
}

#[test]
fn a_permission_cites_its_clause_and_what_it_goes_before() {
    let (japanese, english) = explained(&providing(&["氏名"], "受渡し", &["店頭受取"]));
    assert_eq!(
        japanese,
        "「店頭受取」の場合に、「受渡し」の目的で「氏名」を「販売店」に提供することは、許可されています。
根拠:
・2.(1) 販売店への提供（#第三者提供.販売店への提供）
及ばない禁止:
・2. 第三者への提供「当社は、上記のほか、個人情報を第三者に提供しませ…」（#第三者提供.原則）"
    );
    assert_eq!(
        english,
        "Providing 氏名 to 販売店 for the purpose 受渡し, given 店頭受取, is permitted.
By:
- 2.(1) 販売店への提供 (#第三者提供.販売店への提供)
Prohibitions that do not prevail:
- 2. 第三者への提供「当社は、上記のほか、個人情報を第三者に提供しませ…」 (#第三者提供.原則)"
    );
}

#[test]
fn a_conditional_permission_says_on_what_and_what_stands_against_it_until_then() {
    let (japanese, english) = explained(&providing(&["氏名"], "受渡し", &[]));
    assert_eq!(
        japanese,
        "「受渡し」の目的で「氏名」を「販売店」に提供することは、「店頭受取」の場合に許可されます。
根拠:
・2.(1) 販売店への提供（#第三者提供.販売店への提供）
それまで禁止する定め:
・2. 第三者への提供「当社は、上記のほか、個人情報を第三者に提供しませ…」（#第三者提供.原則）"
    );
    assert_eq!(
        english,
        "Providing 氏名 to 販売店 for the purpose 受渡し is permitted given 店頭受取.
By:
- 2.(1) 販売店への提供 (#第三者提供.販売店への提供)
Until then forbidden by:
- 2. 第三者への提供「当社は、上記のほか、個人情報を第三者に提供しませ…」 (#第三者提供.原則)"
    );
}

#[test]
fn a_permission_for_processed_data_says_what_to_do_with_it() {
    let (japanese, english) = explained(&providing(&["生年月日"], "販売分析", &[]));
    assert_eq!(
        japanese,
        "「販売分析」の目的で「生年月日」を「販売店」に提供することは、「個人非識別」の状態に加工し、「店頭受取」の場合に許可されます。
根拠:
・2.(1) 販売店への提供（#第三者提供.販売店への提供）
それまで禁止する定め:
・2. 第三者への提供「当社は、上記のほか、個人情報を第三者に提供しませ…」（#第三者提供.原則）
加工の内容: 「氏名」を除く、「生年月日」を「年代」に置き換える"
    );
    assert_eq!(
        english,
        "Providing 生年月日 to 販売店 for the purpose 販売分析 is permitted if the data is deidentified, given 店頭受取.
By:
- 2.(1) 販売店への提供 (#第三者提供.販売店への提供)
Until then forbidden by:
- 2. 第三者への提供「当社は、上記のほか、個人情報を第三者に提供しませ…」 (#第三者提供.原則)
Processing: drop 氏名; replace 生年月日 by 年代"
    );
}

#[test]
fn a_prohibition_says_what_would_lift_it() {
    let question = Question {
        act: "利用",
        data: &["個人情報"],
        purpose: Some("販売分析"),
        ..Question::default()
    };
    let (japanese, english) = explained(&question);
    assert_eq!(
        japanese,
        "「販売分析」の目的で「個人情報」を利用することの可否は、情報によって異なります。
・情報「その他の個人情報」「氏名」「生年月日」: 許可（1.(2) 品ぞろえの改善（#利用目的.改善））
・情報「病歴」: 禁止（3. 特約「病歴は、商品の発送に必要な範囲に限って利用します…」（#特約.病歴の制限））
まとめて尋ねたときの答えは、最も厳しい「禁止」です。
及ばない許可:
・1.(2) 品ぞろえの改善（#利用目的.改善）
次の場合には、そのすべてが許可されます:
・「同意」の場合: 1.(2) 品ぞろえの改善（#利用目的.改善）
・「匿名加工」の状態に加工した場合: 1.(2) 品ぞろえの改善（#利用目的.改善）"
    );
    assert_eq!(
        english,
        "Using 個人情報 for the purpose 販売分析 depends on the data.
- data その他の個人情報, 氏名 or 生年月日: permitted (1.(2) 品ぞろえの改善 (#利用目的.改善))
- data 病歴: forbidden (3. 特約「病歴は、商品の発送に必要な範囲に限って利用します…」 (#特約.病歴の制限))
Asked about all at once the answer is the strictest: forbidden.
Permissions that do not prevail:
- 1.(2) 品ぞろえの改善 (#利用目的.改善)
All of it would be permitted:
- given 同意: 1.(2) 品ぞろえの改善 (#利用目的.改善)
- if the data is anonymised: 1.(2) 品ぞろえの改善 (#利用目的.改善)"
    );
}

#[test]
fn a_prohibition_that_steps_aside_for_nothing_says_so() {
    let (japanese, english) = explained(&providing(&["病歴"], "販売分析", &[]));
    assert!(
        japanese.ends_with(
            "\n「同意」の場合には、この禁止は退きます。しかし、許可する定めがないので、許可されたことにはなりません。"
        ),
        "{japanese}"
    );
    assert!(
        english.ends_with(
            "\nGiven 同意 the prohibition steps aside. Nothing permits it then, so it is not permitted either."
        ),
        "{english}"
    );
}

#[test]
fn what_is_not_stated_points_at_what_is() {
    let (japanese, english) = explained(&Question {
        processing: Some("統計"),
        ..providing(&["病歴"], "販売分析", &["店頭受取"])
    });
    assert_eq!(
        japanese,
        "「店頭受取」の場合に、「販売分析」の目的で「統計」の状態に加工した「病歴」を「販売店」に提供することについて、この方針に定めはありません。定めのない取扱いは許可されません。
近い定め:
・2.(1) 販売店への提供（#第三者提供.販売店への提供）: 情報は「氏名」「生年月日」"
    );
    assert_eq!(
        english,
        "Providing aggregate 病歴 to 販売店 for the purpose 販売分析, given 店頭受取, is not provided for by this policy. \
         What is not provided for is not permitted.
Nearest:
- 2.(1) 販売店への提供 (#第三者提供.販売店への提供): data: 氏名 or 生年月日"
    );
    let (japanese, _) = explained(&Question {
        act: "掲載",
        data: &["氏名"],
        ..Question::default()
    });
    assert_eq!(
        japanese,
        "目的を問わず、「氏名」を掲載することについて、この方針に定めはありません。定めのない取扱いは許可されません。
行為「掲載」を許可する定めは、この方針にありません。"
    );
}

#[test]
fn a_category_of_conditions_is_told_not_to_stand_for_its_kinds() {
    let (japanese, english) = explained(&providing(&["氏名"], "受渡し", &["本人選択", "同意"]));
    assert_eq!(
        japanese.lines().next(),
        Some(
            "「本人選択」かつ「同意」の場合に、「受渡し」の目的で「氏名」を「販売店」に提供することは、「店頭受取」の場合に許可されます。"
        )
    );
    assert!(
        japanese.ends_with("\n「本人選択」があるというだけでは、「店頭受取」があることになりません。"),
        "{japanese}"
    );
    assert!(
        english.ends_with("\n本人選択 alone does not stand for 店頭受取."),
        "{english}"
    );
}

#[test]
fn a_request_refused_as_a_whole_is_told_in_parts() {
    let (japanese, english) = explained(&Question {
        purpose: None,
        ..providing(&["氏名"], "", &[])
    });
    assert_eq!(
        japanese,
        "「氏名」を「販売店」に提供することの可否は、目的によって異なります。
・目的「受渡し」以外: 禁止（2. 第三者への提供「当社は、上記のほか、個人情報を第三者に提供しませ…」（#第三者提供.原則））
・目的「受渡し」: 「店頭受取」の場合に許可（2.(1) 販売店への提供（#第三者提供.販売店への提供））
まとめて尋ねたときの答えは、最も厳しい「禁止」です。"
    );
    assert_eq!(
        english,
        "Providing 氏名 to 販売店 depends on the purpose.
- purpose other than 受渡し: forbidden (2. 第三者への提供「当社は、上記のほか、個人情報を第三者に提供しませ…」 (#第三者提供.原則))
- purpose 受渡し: permitted given 店頭受取 (2.(1) 販売店への提供 (#第三者提供.販売店への提供))
Asked about all at once the answer is the strictest: forbidden."
    );
}

#[test]
fn what_another_does_alone_is_told_of_that_other() {
    let using = |party| {
        explained(&Question {
            act: "利用",
            data: &["氏名"],
            party: Some(party),
            purpose: Some("発送"),
            ..Question::default()
        })
    };
    let (japanese, english) = using("販売店");
    assert!(
        japanese
            .starts_with("「発送」の目的で「販売店」が「氏名」を利用することについて、この方針に定めはありません。"),
        "{japanese}"
    );
    assert!(
        english.starts_with("Using 氏名 by 販売店 for the purpose 発送 is not provided for"),
        "{english}"
    );
    let (japanese, english) = using("当社");
    assert!(
        japanese.starts_with("「発送」の目的で「氏名」を利用することは、許可"),
        "{japanese}"
    );
    assert!(english.starts_with("Using 氏名 for the purpose 発送 is"), "{english}");
}
