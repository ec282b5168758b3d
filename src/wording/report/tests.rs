use super::super::references::{References, Target};
use super::*;
use crate::diagnostic::{Code, Lang, Level};
use crate::document;
use crate::span::{SourceId, Span};

fn passage(text: &str) -> Passage {
    let mut passage = Passage::new(Span::default());
    passage.push(text, Span::new(SourceId(0), 0, text.len()));
    passage
}

fn marked(text: &str, span: Span) -> &str {
    text.get(span.range()).expect("on character boundaries")
}

/// Code, message and marked texts of each finding.
fn said(text: &str) -> Vec<(Code, String, Vec<String>)> {
    let found = writing(&[&passage(text)]);
    found
        .into_iter()
        .map(|diagnostic| {
            let marked = diagnostic
                .labels
                .iter()
                .map(|label| marked(text, label.span).to_owned());
            (diagnostic.code, diagnostic.message.ja.clone(), marked.collect())
        })
        .collect()
}

#[test]
fn a_spelling_marks_the_minority_first_and_one_of_the_majority() {
    assert_eq!(
        said("お問い合わせの内容、お問合せの日、お問い合わせの方法"),
        [(
            Code::H0609,
            "`問い合わせ`が`問合せ`とも書かれています".to_owned(),
            vec!["問合せ".to_owned(), "問い合わせ".to_owned()]
        )]
    );
}

#[test]
fn many_places_are_counted_rather_than_marked() {
    let found = writing(&[&passage(&format!(
        "{}{}",
        "氏名又は住所、".repeat(20),
        "氏名または住所、".repeat(12)
    ))]);
    assert_eq!(found[0].labels.len(), MARKED + 1);
    assert_eq!(found[0].notes[0].ja, "ほかに 4 か所あります");
    assert_eq!(found[0].help[0].ja, "多いほうの`又は`に揃えてください");
}

#[test]
fn a_space_that_looks_like_another_is_shown_by_its_number() {
    let text = "個人\u{A0}情報";
    assert_eq!(
        said(text),
        [(
            Code::H0611,
            "普通の空白ではない空白`U+00A0`があります".to_owned(),
            vec!["\u{A0}".to_owned()]
        )]
    );
    let fix = writing(&[&passage(text)])
        .remove(0)
        .fix
        .expect("the correction is certain");
    assert_eq!((fix.replacement.as_str(), marked(text, fix.span)), (" ", "\u{A0}"));
}

#[test]
fn one_odd_character_is_one_finding_however_often_it_occurs() {
    let found = said("㈱見本と㈱例示、№1");
    let codes: Vec<_> = found.iter().map(|(code, _, marked)| (*code, marked.len())).collect();
    assert_eq!(codes, [(Code::H0611, 1), (Code::H0611, 2)]);
}

#[test]
fn a_kanji_of_names_is_only_a_hint() {
    let found = writing(&[&passage("代表取締役 髙橋")]);
    assert_eq!((found[0].level, found[0].fix.clone()), (Level::Hint, None));
}

#[test]
fn a_typed_reference_says_what_to_write() {
    let target = Target {
        name: Some("提供"),
        level: Some(document::OutlineLevel::Chapter),
        parent: None,
        full: "3.",
        bare: "3",
        word: None,
        title: "第三者への提供",
    };
    let say = |text: &str| {
        let passage = passage(text);
        let mention = References::new(&[target]).find(&passage, None).remove(0);
        typed_reference(&mention, &passage, &[target], None).expect("reported")
    };
    let right = say("これは3.第三者への提供に定めます");
    assert_eq!(right.code, Code::H0607);
    assert_eq!(right.help[0].ja, "`{提供}`と書けば、番号と題は自動で入ります");
    assert_eq!(right.fix.expect("certain").replacement, "{提供}");
    let stale = say("これは4. 第三者への提供に定めます");
    assert_eq!(stale.code, Code::H0608);
    assert_eq!(stale.labels[0].text.ja, "今は`3. 第三者への提供`です");
    assert_eq!(stale.fix, None);
}

#[test]
fn messages_stand_alone_and_end_without_a_full_stop() {
    let at = Span::default();
    let mut all = vec![
        unstated_in_meaning("氏名", at, at),
        unstated_in_wording("氏名", at, at),
        inferred_meaning(&["氏名", "住所"], at),
        undefined_term("会員", at),
        term_defined_twice("会員", at, at),
        unused_term("会員", at),
        term_before_definition("会員", at, at),
        broken_anchor("#会員", at, Some("会員情報")),
        placeholder_link("こちら", "#", at),
    ];
    all.extend(writing(&[&passage(
        "又はまたは、（氏名)ｱ㈱⼀\u{E000}\u{FFFD}か\u{3099}\u{A0}髙\u{202E}，“\"",
    )]));
    for diagnostic in all {
        assert!(
            !diagnostic.labels.is_empty() && !diagnostic.help.is_empty(),
            "{}",
            diagnostic.code
        );
        let labels = diagnostic.labels.iter().map(|label| &label.text);
        for text in [&diagnostic.message]
            .into_iter()
            .chain(labels)
            .chain(&diagnostic.notes)
            .chain(&diagnostic.help)
        {
            for lang in [Lang::Ja, Lang::En] {
                let words = text.get(lang);
                assert!(!words.is_empty() && !words.contains('\n'), "{}", diagnostic.code);
                assert!(!words.ends_with(['。', '.']), "{}: {words}", diagnostic.code);
            }
        }
    }
}
