//! How diagnostics look in every format. The findings are built by hand, so that the look does not depend on the checks.

use hoshin::internals::diagnostic::{Code, Diagnostic, Findings, Lang, Text, github, human, json, sarif, sort};
use hoshin::internals::source::SourceMap;
use hoshin::internals::span::{SourceId, Span};
use proptest::prelude::*;

/// A policy with something to say about it.
struct Case {
    sources: SourceMap,
    diagnostics: Vec<Diagnostic>,
}

impl Case {
    fn new(files: &[(&str, &str)]) -> Self {
        let mut sources = SourceMap::default();
        for (name, text) in files {
            sources.add(*name, (*text).to_owned());
        }
        Self {
            sources,
            diagnostics: Vec::new(),
        }
    }

    /// The first place where `text` stands in a source.
    fn at(&self, source: u32, text: &str) -> Span {
        let id = SourceId(source);
        let start = self
            .sources
            .get(id)
            .text()
            .find(text)
            .expect("the text is in the source");
        Span::new(id, start, start + text.len())
    }

    fn with(mut self, build: impl FnOnce(&Self) -> Diagnostic) -> Self {
        let diagnostic = build(&self);
        self.diagnostics.push(diagnostic);
        sort(&mut self.diagnostics);
        self
    }

    fn findings(&self) -> Findings<'_> {
        Findings {
            sources: &self.sources,
            diagnostics: &self.diagnostics,
            folder: "方針",
        }
    }

    fn human(&self, options: human::Options) -> String {
        human::render(&[self.findings()], &options)
    }
}

fn english() -> human::Options {
    human::Options {
        lang: Lang::En,
        ..human::Options::default()
    }
}

const SHOP: &str = "\
情報 個人情報 {
  ・氏名［直接識別］
  ・住所［直接識別］
}

方針「個人情報の取扱いについて」{
  章 第三者提供「第三者への提供」{
    提供 加盟店への提供「加盟店への提供」{
      提供先［加盟点］
      項目「提供する項目」{ ・「氏名・生年月日」［氏名、住所］ }
    }
  }
}
";

/// One finding of each kind: an unknown name with a correction, wording against meaning in two places, a hint.
fn shop() -> Case {
    Case::new(&[
        ("加盟店.policy", SHOP),
        ("語彙.policy", "主体 第三者 {\r\n  ・加盟店\r\n}\r\n"),
    ])
    .with(|case| {
        Diagnostic::new(
            Code::H0201,
            Text::new("`加盟点` という主体は宣言されていません", "no party is called `加盟点`"),
        )
        .label(
            case.at(0, "加盟点"),
            Text::new("この名前の主体がない", "no party has this name"),
        )
        .label(
            case.at(1, "加盟店"),
            Text::new("似た名前がここにある", "a similar name is declared here"),
        )
        .help(Text::new("もしかして: `加盟店`", "did you mean `加盟店`?"))
        .fix(case.at(0, "加盟点"), "加盟店")
    })
    .with(|case| {
        Diagnostic::new(
            Code::H0601,
            Text::new(
                "文言にある `生年月日` が［］にありません",
                "the wording names `生年月日`, the ［］ does not",
            ),
        )
        .label(
            case.at(0, "生年月日"),
            Text::new("文言はこれを挙げている", "named in the wording"),
        )
        .label(
            case.at(0, "［氏名、住所］"),
            Text::new("意味には入っていない", "not in the meaning"),
        )
        .note(Text::new(
            "公表される文言と、判定に使われる意味が食い違います",
            "what is published and what is decided by would differ",
        ))
        .help(Text::new(
            "［］に `生年月日` を加えるか、文言から外してください",
            "add `生年月日` to the ［］, or drop it from the wording",
        ))
    })
    .with(|case| {
        Diagnostic::new(
            Code::H0603,
            Text::new("意味を文言から読み取りました", "the meaning was read from the wording"),
        )
        .label(case.at(0, "「氏名・生年月日」"), Text::empty())
    })
}

#[test]
fn japanese_for_people() {
    insta::assert_snapshot!(shop().human(human::Options::default()));
}

#[test]
fn english_for_people_with_hints() {
    insta::assert_snapshot!(shop().human(human::Options {
        hints: human::Hints::Shown,
        ..english()
    }));
}

#[test]
fn coloured() {
    let drawn = shop().human(human::Options {
        colour: true,
        ..human::Options::default()
    });
    insta::assert_snapshot!(drawn.replace('\u{1B}', "␛"));
}

#[test]
fn short() {
    let case = shop();
    let options = human::Options {
        hints: human::Hints::Shown,
        ..human::Options::default()
    };
    insta::assert_snapshot!(human::render_short(&[case.findings()], &options));
}

#[test]
fn colours_add_nothing_but_escapes() {
    let options = human::Options {
        hints: human::Hints::Shown,
        ..human::Options::default()
    };
    let plain = shop().human(options);
    let coloured = shop().human(human::Options {
        colour: true,
        ..options
    });
    assert_ne!(plain, coloured);
    assert_eq!(anstream::adapter::strip_str(&coloured).to_string(), plain);
}

#[test]
fn a_label_over_many_lines_shows_its_ends() {
    let text = format!("方針「見本」{{\n{}}}\n終わり\n", "  「文」\n".repeat(5000));
    let case = Case::new(&[("a.policy", &text)]).with(|case| {
        let block = Span::new(SourceId(0), case.at(0, "{").range().start, case.at(0, "}").range().end);
        Diagnostic::new(Code::H0208, Text::new("ここには置けません", "not allowed here"))
            .label(block, Text::new("このかたまり", "this block"))
            .label(case.at(0, "終わり"), Text::new("ここまで", "up to here"))
    });
    insta::assert_snapshot!(case.human(human::Options::default()));
}

#[test]
fn a_long_line_is_cut_around_its_marks() {
    let text = format!(
        "「{}情報を提供{}加盟点{}」\n",
        "あ".repeat(4000),
        "い".repeat(4000),
        "う".repeat(3_000_000)
    );
    let case = Case::new(&[("a.policy", &text)]).with(|case| {
        Diagnostic::new(Code::H0201, Text::new("見つかりません", "not found"))
            .label(case.at(0, "加盟点"), Text::new("この名前", "this name"))
            .label(case.at(0, "提供"), Text::new("この提供で", "in this act"))
    });
    insta::assert_snapshot!(case.human(human::Options::default()));
}

#[test]
fn marks_stand_under_what_they_mark_whatever_its_width() {
    // Kanji, half-width kana with marks, a combining mark, an ideographic variation sequence, a tab, an ideographic space.
    for before in ["漢字", "ｶﾞｲﾄﾞ", "か\u{3099}", "葛\u{E0100}", "\t", "\u{3000}", "𠮷㈱①"] {
        let case = Case::new(&[("a.policy", &format!("{before}［印］"))])
            .with(|case| Diagnostic::new(Code::H0201, Text::new("文", "text")).label(case.at(0, "印"), Text::empty()));
        let drawn = case.human(human::Options::default());
        let line = drawn
            .lines()
            .find(|line| line.contains("［印］"))
            .expect("the source line is shown");
        let marks = drawn.lines().find(|line| line.contains('^')).expect("it is marked");
        let column = |text: &str| unicode_width::UnicodeWidthStr::width(text);
        let (before_mark, _) = line.split_once('印').expect("it holds the mark");
        let (before_caret, carets) = marks.split_once('^').expect("it holds a caret");
        assert_eq!(column(before_caret), column(before_mark), "after {before:?}\n{drawn}");
        assert_eq!(carets, "^");
    }
}

#[test]
fn the_end_of_a_text_can_be_marked() {
    for text in ["", "方針", "方針\n", "方針\r\n"] {
        let end = text.len();
        let case = Case::new(&[("a.policy", text)]).with(|_| {
            Diagnostic::new(Code::H0003, Text::new("文", "text"))
                .label(Span::new(SourceId(0), end, end), Text::new("ここ", "here"))
        });
        let drawn = case.human(human::Options::default());
        assert!(drawn.contains("^ ここ"), "{text:?}\n{drawn}");
    }
}

#[test]
fn text_cannot_command_the_terminal() {
    let case = Case::new(&[("a\u{1B}[2J.policy", "「許可\u{1B}[31m\u{202E}止禁\u{7}」")]).with(|case| {
        Diagnostic::new(
            Code::H0002,
            Text::new("`\u{1B}]0;x\u{7}` は使えません", "`\u{1B}` is not allowed"),
        )
        .label(case.at(0, "\u{202E}"), Text::new("\u{9B}31m", "\u{9B}31m"))
        .help(Text::new("消す\u{1B}c\nか直す", "remove\u{1B}c"))
        .fix(case.at(0, "\u{1B}[31m"), "\u{1B}[0m")
    });
    let findings = [case.findings()];
    let drawn = case.human(human::Options::default());
    insta::assert_snapshot!(drawn);
    let short = human::render_short(&findings, &human::Options::default());
    let workflow = github::render(&findings, Lang::Ja);
    for out in [
        drawn,
        short,
        workflow,
        json::render(&findings, Lang::Ja),
        sarif::render(&findings, Lang::Ja),
    ] {
        let commands = |c: char| c != '\n' && (c.is_ascii_control() || ('\u{80}'..='\u{9F}').contains(&c));
        assert!(!out.contains("\u{1B}") && !out.contains("\u{7}"), "{out}");
        if !out.starts_with('{') {
            assert!(!out.contains(commands) && !out.contains('\u{202E}'), "{out}");
        }
    }
}

#[test]
fn of_very_many_findings_the_errors_are_drawn_first() {
    let mut case = Case::new(&[("a.policy", "あ\n")]);
    let finding = |code, number: usize| {
        Diagnostic::new(code, Text::new(format!("第{number:06}"), "x"))
            .label(Span::new(SourceId(0), 0, 3), Text::empty())
    };
    case.diagnostics = (0..100_000).map(|number| finding(Code::H0206, number)).collect();
    case.diagnostics.push(finding(Code::H0201, 100_000));
    let drawn = case.human(human::Options::default());
    assert!(drawn.contains("エラー[H0201]: 第100000"), "{drawn}");
    assert_eq!(drawn.matches("警告[H0206]").count(), 99);
    assert!(drawn.contains("ほかに 99901 件あります"), "{drawn}");
    assert!(drawn.ends_with("エラー 1 件、警告 100000 件\n"), "{drawn}");
    let short = human::render_short(&[case.findings()], &human::Options::default());
    assert_eq!(short.lines().count(), 5001);
    assert!(short.contains("a.policy:1:1: エラー[H0201]: 第100000\n"));
    assert!(
        short.ends_with("ほか 95001 件の指摘は、多すぎるため示していません（件数には数えています）\n"),
        "{}",
        short.len()
    );
}

#[test]
fn nothing_found_is_said() {
    let case = Case::new(&[("a.policy", "あ\n")]);
    assert_eq!(case.human(human::Options::default()), "問題は見つかりませんでした\n");
    assert_eq!(human::render_short(&[case.findings()], &human::Options::default()), "");
    assert_eq!(github::render(&[case.findings()], Lang::Ja), "");
}

#[test]
fn a_finding_without_a_place_is_shown_in_every_format() {
    let case = Case::new(&[]).with(|_| Diagnostic::new(Code::H0310, Text::new("方針がありません", "no policy")));
    let run = [case.findings()];
    assert_eq!(
        case.human(human::Options::default()),
        "エラー[H0310]: 方針がありません\n\n詳しくは: hoshin explain H0310\nエラー 1 件\n"
    );
    assert_eq!(human::render_short(&run, &english()), "error[H0310]: no policy\n");
    assert_eq!(
        github::render(&run, Lang::En),
        "::error title=H0310 missing-policy::no policy\n"
    );
    assert!(json::render(&run, Lang::Ja).contains("\"labels\": []"));
    assert!(sarif::render(&run, Lang::Ja).contains("\"locations\": []"));
}

#[test]
fn workflow_commands() {
    insta::assert_snapshot!(github::render(&[shop().findings()], Lang::Ja));
}

#[test]
fn json_document() {
    let document = json::render(&[shop().findings()], Lang::Ja);
    insta::assert_snapshot!(document);
}

#[test]
fn json_follows_its_own_schema() {
    let schema = serde_json::from_str(&json::schema()).expect("the schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is a schema");
    for lang in [Lang::Ja, Lang::En] {
        let document = json::render(&[shop().findings(), shop().findings()], lang);
        let document = serde_json::from_str(&document).expect("it is JSON");
        assert_valid(&validator, &document);
    }
    assert!(!validator.is_valid(&serde_json::json!({ "format": "hoshin.diagnostics/1" })));
}

#[test]
fn sarif_log() {
    let mut log: serde_json::Value =
        serde_json::from_str(&sarif::render(&[shop().findings()], Lang::Ja)).expect("it is JSON");
    for rule in log["runs"][0]["tool"]["driver"]["rules"]
        .as_array_mut()
        .expect("there are rules")
    {
        assert!(
            rule["help"]["markdown"]
                .as_str()
                .is_some_and(|page| page.starts_with("# H"))
        );
        rule["help"]["markdown"] = "…".into();
    }
    log["runs"][0]["tool"]["driver"]["version"] = "…".into();
    insta::assert_snapshot!(serde_json::to_string_pretty(&log).expect("it is JSON"));
}

#[test]
fn sarif_follows_the_schema_of_oasis() {
    // The published schema's pattern for a language ends in `]?`, which strict regular expressions refuse.
    let schema = include_str!("fixtures/sarif/sarif-schema-2.1.0.json").replace("{2}]?$\"", "{2}$\"");
    let schema = serde_json::from_str(&schema).expect("it is JSON");
    let validator = jsonschema::options()
        .should_validate_formats(true)
        .build(&schema)
        .expect("the schema is a schema");
    let empty = Case::new(&[]);
    for run in [
        vec![],
        vec![empty.findings()],
        vec![shop().findings(), shop().findings()],
    ] {
        for lang in [Lang::Ja, Lang::En] {
            let log = serde_json::from_str(&sarif::render(&run, lang)).expect("it is JSON");
            assert_valid(&validator, &log);
        }
    }
    assert!(!validator.is_valid(&serde_json::json!({ "version": "2.1.0" })));
}

fn assert_valid(validator: &jsonschema::Validator, document: &serde_json::Value) {
    let errors: Vec<String> = validator
        .iter_errors(document)
        .map(|error| format!("{error} at {}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

#[test]
fn places_agree_in_all_machine_formats() {
    let case = Case::new(&[("a.policy", "一行目\r\n二𠮷「印」\n")])
        .with(|case| Diagnostic::new(Code::H0201, Text::new("文", "text")).label(case.at(0, "印"), Text::empty()));
    let run = [case.findings()];
    let json: serde_json::Value = serde_json::from_str(&json::render(&run, Lang::Ja)).expect("it is JSON");
    let label = &json["diagnostics"][0]["labels"][0];
    assert_eq!(
        label["start"],
        serde_json::json!({ "line": 2, "column": 4, "byte": 21 })
    );
    assert_eq!(label["end"], serde_json::json!({ "line": 2, "column": 5, "byte": 24 }));
    let log: serde_json::Value = serde_json::from_str(&sarif::render(&run, Lang::Ja)).expect("it is JSON");
    let region = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"];
    assert_eq!(
        region,
        &serde_json::json!({
            "startLine": 2, "startColumn": 4, "endLine": 2, "endColumn": 5,
            "charOffset": 8, "charLength": 1, "byteOffset": 21, "byteLength": 3,
        })
    );
    assert!(github::render(&run, Lang::Ja).contains(",line=2,col=4,endLine=2,endColumn=5,"));
}

proptest! {
    /// Whatever the text and the places, every format draws them, and the terminal gets no commands.
    #[test]
    fn any_text_and_any_place_can_be_drawn(
        text in "([ -~]|[ぁ-ん]|[\u{0}-\u{20}]|\n|\r\n|\t|𠮷|\u{202E}|\u{3099}|e\u{301}|👨\u{200D}👩){0,60}",
        repeat in prop_oneof![Just(1_usize), Just(40)],
        spans in prop::collection::vec((0_usize..3000, 0_usize..3000), 1..4),
        width in 0_usize..120,
    ) {
        let text = text.repeat(repeat);
        let mut case = Case::new(&[("a.policy", &text), ("b.policy", &text)]);
        let mut diagnostic = Diagnostic::new(Code::H0201, Text::new("文", "text"));
        for (index, (start, end)) in spans.iter().enumerate() {
            let (start, end) = (start.min(end) % (text.len() + 1), start.max(end) % (text.len() + 1));
            let source = SourceId(index as u32 % 2);
            diagnostic = diagnostic.label(Span::new(source, start.min(end), start.max(end)), Text::new("札", "label"));
        }
        case.diagnostics.push(diagnostic);
        let drawn = case.human(human::Options { width, ..human::Options::default() });
        prop_assert_eq!(drawn.matches('札').count(), spans.len(), "{}", drawn);
        prop_assert!(!drawn.contains(|c: char| c != '\n' && c.is_control()), "{}", drawn);
        let run = [case.findings()];
        for out in [json::render(&run, Lang::Ja), sarif::render(&run, Lang::Ja)] {
            prop_assert!(serde_json::from_str::<serde_json::Value>(&out).is_ok());
        }
        prop_assert_eq!(github::render(&run, Lang::Ja).lines().count(), 1);
    }
}
