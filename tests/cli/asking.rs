//! `ask`: one question in the editor's words, and many in JSON.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::Stdio;

use hoshin::internals::bundle::v1::FORMAT;
use serde_json::{Value, json};

use super::project::{Project, Ran, SHOP};

/// A policy that gives every one of the five answers.
const POLICY: &str = "
情報 個人情報 {
  ・氏名［直接識別］
  ・生年月日［準識別］
  ・病歴［要配慮］
}
情報 年代［準識別］
主体 第三者 { ・加盟店 ・広告会社 }
条件 { ・広報の説明 }
方針「個人情報の取扱い」{
  事業者 当社「株式会社あかり文具」
  章 取得「取得」{
    経路 {
      ・申込み「お申込みの際にお知らせいただく方法」
      ・記録「ご利用の際に記録する方法」
    }
    取得［氏名］「当社は、氏名を取得します。」{ 経路［申込み］ }
  }
  章 利用目的「利用目的」{
    目的 発送「商品の発送」
    目的 改善「品ぞろえの改善」
  }
  章 第三者提供「第三者への提供」{
    提供 加盟店への提供「加盟店への提供」{
      提供先［加盟店］
      項目［氏名、生年月日］
      場合 { ・注文［本人選択］「お客様が加盟店の商品を注文された場合」 }
      目的 { ・受渡し［発送］「商品の受渡し」 }
      加工 {
        ※「次の目的では、氏名を除き、生年月日を年代に置き換えて提供します。」
        除外［氏名］
        一般化［生年月日 → 年代］
        但し［法令］
        目的 { ・販売分析［改善］「販売傾向の分析」 }
      }
    }
    提供しない 原則「当社は、上記のほか、法令に基づく場合を除き、個人情報を第三者に提供しません。」{
      提供先［第三者］
      項目［個人情報］
      但し［法令、加盟店への提供］
    }
  }
}
";

/// The policy as a source and, built from it, as a bundle.
fn project() -> Project {
    let project = Project::new().file("p.policy", POLICY);
    project.run(&["build", "p.policy", "-o", "out"]).exits(0);
    project
}

const QUESTIONS: [&[&str]; 9] = [
    &["提供", "氏名", "--先", "加盟店", "--目的", "受渡し", "--条件", "注文"],
    &["提供", "氏名", "--先", "加盟店", "--目的", "受渡し"],
    &["提供", "年代", "--先", "加盟店", "--目的", "販売分析", "--条件", "注文"],
    &["提供", "病歴", "--先", "広告会社"],
    &["取得", "氏名"],
    &["取得", "氏名", "--経路", "申込み"],
    &["掲載", "氏名、生年月日"],
    &["利用", "--目的", "改善", "--加工", "匿名加工"],
    &["利用", "氏名", "--目的", "改善", "--加工", "匿名加工"],
];

#[test]
fn an_answer_says_why_and_what_would_change_it() {
    let project = project();
    let mut report = String::new();
    for question in QUESTIONS {
        for lang in ["ja", "en"] {
            let ran = project.run(&[&["ask", "p.policy", "--lang", lang], question].concat());
            report += &format!("$ hoshin ask p.policy {} ({lang})\n{}", question.join(" "), ran.out);
            report += &format!("[exit {}]\n\n", ran.code.expect("it ends"));
            assert_eq!(ran.err, "");
        }
    }
    insta::assert_snapshot!(report);
}

/// A duty by law lifts what refuses, is offered to nobody, and was not examined.
#[test]
fn a_duty_by_law_is_answered_in_words_and_in_json() {
    let project = project();
    let ask = |words: &[&str]| {
        let question = ["ask", "p.policy", "提供", "病歴", "--先", "広告会社"];
        project.run(&[&question, words].concat())
    };
    let refused = ask(&[]).out;
    assert!(refused.starts_with("禁止") && !refused.contains("義務"), "{refused}");
    let by_duty = ask(&["--条件", "法令上の義務"]);
    assert_eq!(
        by_duty.code,
        Some(0),
        "the proviso permits what is done by law: {}",
        by_duty.out
    );
    assert!(
        by_duty.out.ends_with("義務があるとした場合の、この方針の答えです。\n"),
        "{}",
        by_duty.out
    );
    let json: Value = serde_json::from_str(&ask(&["--条件", "法令上の義務", "--json"]).out).expect("JSON");
    assert_eq!(json["permitted"], json!(true));
    assert_eq!(json["not_examined"], json!(["法令上の義務"]));
    // The bundle answers alike.
    let asked = [
        "ask",
        "out/bundle.json",
        "提供",
        "病歴",
        "--先",
        "広告会社",
        "--条件",
        "法令上の義務",
    ];
    assert_eq!(project.run(&asked).out, by_duty.out);
}

/// Thirty-two clauses permit what is asked about every purpose: the words show some and count the rest, the JSON has all.
#[test]
fn many_clauses_are_listed_in_part_and_counted() {
    let clauses = |count: usize| -> String {
        let numerals = "一二三四五六七八九十".chars();
        let tens = ["", "甲", "乙", "丙"].iter();
        let names = tens.flat_map(|ten| numerals.clone().map(move |one| format!("{ten}{one}号")));
        let clause = |name: String| {
            format!("    利用 {name}「{name}の業務では、氏名を利用します。」{{\n      項目［氏名］\n    }}\n")
        };
        names.take(count).map(clause).collect()
    };
    let policy = |count| {
        format!(
            "情報 個人情報 {{ ・氏名 }}\n方針「個人情報」{{\n  章 目的「利用目的」{{\n{}  }}\n}}\n",
            clauses(count)
        )
    };
    let cited = |count| {
        let project = Project::new().file("p.policy", policy(count));
        let words = project.run(&["ask", "p.policy", "利用", "氏名"]).exits(0).out.clone();
        let json: Value =
            serde_json::from_str(&project.run(&["ask", "p.policy", "利用", "氏名", "--json"]).out).expect("JSON");
        assert_eq!(json["decided_by"].as_array().map(Vec::len), Some(count));
        words
            .lines()
            .filter(|line| line.starts_with('・'))
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let many = cited(32);
    assert_eq!(many.len(), 11);
    assert_eq!(
        many.last().map(String::as_str),
        Some("・ほか 22 件（--json ではすべて示します）")
    );
    assert_eq!(cited(11).len(), 11, "a line that counts one is the line that shows it");
}

#[test]
fn a_bundle_gives_the_answers_of_its_source() {
    let project = project();
    for question in QUESTIONS {
        for json in [&["--json"][..], &[]] {
            let ask = |file| project.run(&[&["ask", file], question, json].concat());
            let (source, bundle) = (ask("p.policy"), ask("out/bundle.json"));
            assert_eq!((source.code, source.out), (bundle.code, bundle.out), "{question:?}");
        }
    }
}

#[test]
fn only_a_permission_exits_with_0() {
    let project = project();
    for (question, code) in QUESTIONS.iter().zip([0, 1, 1, 1, 0, 0, 1, 1, 0]) {
        project.run(&[&["ask", "p.policy"], *question].concat()).exits(code);
    }
}

#[test]
fn every_option_has_a_name_for_who_types_no_japanese() {
    let project = project();
    let japanese: [&[&str]; 2] = [
        &[
            "提供",
            "生年月日",
            "--先",
            "加盟店",
            "--目的",
            "販売分析",
            "--加工",
            "個人非識別",
            "--条件",
            "注文",
            "--条件",
            "広報の説明",
        ],
        &["取得", "氏名", "--経路", "申込み"],
    ];
    let ascii: [&[&str]; 2] = [
        &[
            "provide",
            "生年月日",
            "--party",
            "加盟店",
            "--purpose",
            "販売分析",
            "--processing",
            "deidentified",
            "--condition",
            "注文",
            "--condition",
            "広報の説明",
        ],
        &["collect", "氏名", "--route", "申込み"],
    ];
    for (japanese, ascii) in japanese.iter().zip(ascii) {
        let ask = |question: &[&str]| project.run(&[&["ask", "p.policy"], question].concat());
        assert_eq!(ask(japanese).out, ask(ascii).out);
        assert!(!ask(japanese).out.is_empty());
    }
}

#[test]
fn every_word_that_is_not_understood_is_said_at_once() {
    let project = project();
    let wrong = [
        "提教",
        "指名",
        "--先",
        "加盟点",
        "--目的",
        "販売",
        "--加工",
        "匿名",
        "--条件",
        "注門",
        "--経路",
        "申込",
    ];
    let mut report = String::new();
    for lang in ["ja", "en"] {
        let ran = project.run(&[&["ask", "p.policy", "--lang", lang], &wrong[..]].concat());
        report += &ran.exits(2).err;
        assert_eq!(ran.out, "");
    }
    let ran = project.run(&["ask", "p.policy", "提供", "氏名", "ーー先", "加盟店"]);
    report += &ran.exits(2).err;
    let ran = project.run(&["ask", "p.policy", "売却", "氏名"]);
    report += &ran.exits(2).err;
    let ran = project.run(&["ask", "p.policy", "利用", "氏名・病歴"]);
    report += &ran.exits(2).err;
    insta::assert_snapshot!(report);
    let ran = project.run(&[&["ask", "p.policy", "--json"], &wrong[..]].concat());
    let reply = ran.exits(2).json();
    assert_eq!(reply["permitted"], false);
    assert_eq!(reply["error"]["code"], "C0014");
    assert_eq!(reply["error"]["unresolved"].as_array().map(Vec::len), Some(7));
    assert_eq!(reply["error"]["unresolved"][3]["nearest"], "氏名");
}

#[test]
fn what_keeps_a_policy_from_being_asked_is_said() {
    let project = project()
        .file("wrong.policy", POLICY.replace("［加盟店］", "［加盟点］"))
        .file("words.policy", "情報 個人情報 { ・氏名［直接識別］ }\n")
        .file("other.json", "{\"format\": \"hoshin.bundle/9\"}")
        .file("no.json", "\u{FEFF}\n{\"a\": 1}")
        .file("torn.json", format!("{{\"format\": \"{FORMAT}\", "))
        .file("sjis.json", b"{\"title\": \"\x8F\xEE\"}");
    let bundle = project.read("out/bundle.json");
    let project = project.file(
        "changed.json",
        bundle.replace("株式会社あかり文具", "株式会社ひかり文具"),
    );
    let mut report = String::new();
    for file in ["other.json", "no.json", "torn.json", "sjis.json", "changed.json"] {
        for lang in ["ja", "en"] {
            let ran = project.run(&["ask", file, "提供", "氏名", "--lang", lang]);
            ran.exits(2);
            assert_eq!(ran.out, "");
            report += &ran.err;
        }
    }
    // The number of the draft is none of this test.
    let digests = without_digests(&report).replace(FORMAT, "hoshin.bundle/1-draft.N");
    insta::assert_snapshot!(digests);
    for (file, code) in [("wrong.policy", "H0201"), ("words.policy", "H0310")] {
        let ran = project.run(&["ask", file, "提供", "氏名"]);
        assert!(ran.exits(1).err.contains(code) && ran.out.is_empty(), "{ran:#?}");
    }
    assert!(
        project
            .run(&["ask", "missing.json", "提供"])
            .exits(2)
            .err
            .contains("C0002")
    );
    assert!(project.run(&["ask", "out", "提供"]).exits(2).err.contains("C0004"));
}

/// The report with its digests shortened: they change with the version of hoshin.
fn without_digests(report: &str) -> String {
    let mut shown = String::new();
    for word in report.split_inclusive("sha256:") {
        let kept = word.trim_start_matches(|c: char| c.is_ascii_hexdigit());
        shown.push_str(if shown.ends_with("sha256:") { kept } else { word });
    }
    shown
}

#[test]
fn a_policy_can_come_from_standard_input() {
    let project = project();
    let question = ["ask", "-", "取得", "氏名", "--経路", "申込み"];
    let source = project.pipe(&question, POLICY);
    let bundle = project.pipe(&question, project.read("out/bundle.json"));
    assert_eq!(source.exits(0).out, bundle.exits(0).out);
    let ran = project.run(&["ask", "-", "--lines"]);
    assert!(ran.exits(2).err.contains("C0006"), "{ran:#?}");
    // Nothing at all is an empty policy.
    assert!(project.run(&["ask", "-", "取得"]).exits(1).err.contains("H0003"));
}

fn validator() -> jsonschema::Validator {
    let schema = Project::new().run(&["schema", "decision"]).exits(0).json();
    jsonschema::draft202012::meta::validate(&schema).expect("a schema of draft 2020-12");
    jsonschema::validator_for(&schema).expect("a schema")
}

fn requests_validator() -> jsonschema::Validator {
    let mut schema = Project::new().run(&["schema", "decision"]).exits(0).json();
    let definitions = schema["$defs"].take();
    let schema = json!({ "$ref": "#/$defs/Request", "$defs": definitions });
    jsonschema::validator_for(&schema).expect("a schema")
}

#[test]
fn json_answers_keep_to_the_schema_and_hold_what_the_words_say() {
    let project = project();
    let validator = validator();
    for question in QUESTIONS {
        let ran = project.run(&[&["ask", "p.policy", "--json"], question].concat());
        let reply = ran.json();
        let error = validator.validate(&reply).err().map(|error| error.to_string());
        assert_eq!(error, None, "{reply:#}");
        assert_eq!(reply["permitted"], ran.code == Some(0));
        assert_eq!(reply["permitted"], reply["answer"] == "permitted");
        let words = project.run(&[&["ask", "p.policy"], question].concat()).out;
        let told = reply["explanation"]["ja"].as_str().expect("words");
        assert!(words.trim_end().ends_with(told), "{words}\n{told}");
    }
    let reply = project.run(&[
        "ask",
        "p.policy",
        "--json",
        "提供",
        "生年月日",
        "--先",
        "加盟店",
        "--目的",
        "販売分析",
    ]);
    let mut reply = reply.json();
    reply["policy"]["digest"] = "sha256:…".into();
    insta::assert_snapshot!(format!("{reply:#}"));
    let mut turned = reply;
    turned["answer"] = "allowed".into();
    assert!(!validator.is_valid(&turned));
}

#[test]
fn a_json_answer_does_not_depend_on_the_language() {
    let project = project();
    for question in QUESTIONS {
        let ask = |lang| {
            project
                .run(&[&["ask", "p.policy", "--json", "--lang", lang], question].concat())
                .out
        };
        assert_eq!(ask("ja"), ask("en"));
    }
}

fn lines(out: &str) -> Vec<Value> {
    out.lines()
        .map(|line| serde_json::from_str(line).expect("every line is JSON"))
        .collect()
}

#[test]
fn every_line_is_answered_in_order_whatever_the_others_are_like() {
    let project = project();
    let long = format!("{{\"id\":\"long\",\"act\":\"{}\"}}", "長".repeat(10_000_000 / 3));
    let input: Vec<&[u8]> = vec![
        br#"{"id":1,"act":"collect","data":["\u6C0F\u540D"],"route":"\u7533\u8FBC\u307F"}"#,
        r#"{"id":"二","act":"提供","data":["氏名"],"party":"加盟店","purpose":"受渡し","conditions":["注文"]}"#
            .as_bytes(),
        b"",
        b"   \r",
        r#"{"id":3,"act":"提供","data":["氏明"],"party":"加盟点"}"#.as_bytes(),
        b"{\"id\":4,\"act\":\"provide\"",
        r#"{"id":5,"act":"提供","condtions":["注文"]}"#.as_bytes(),
        br#"{"id":6,"act":"provide","data":"everything"}"#,
        br#"{"id":7,"act":"provide","act":"use"}"#,
        br#"{"id":8}"#,
        b"\xFF\xFE",
        long.as_bytes(),
        r#"[1,"提供",["氏名"]]"#.as_bytes(),
        br#"{"id":null,"act":"provide","party":null,"processing":null}"#,
        r#"{"id":-1,"act":"取得","data":["氏名"],"route":"申込み"}"#.as_bytes(),
    ];
    let ran = project.pipe(&["ask", "p.policy", "--lines"], input.join(&b'\n'));
    ran.exits(1);
    assert_eq!(ran.err, "");
    let replies = lines(&ran.out);
    let told: Vec<(Value, Value, Value, Value)> = replies
        .iter()
        .map(|reply| {
            (
                reply["id"].clone(),
                reply["permitted"].clone(),
                reply["error"]["code"].clone(),
                reply["error"]["line"].clone(),
            )
        })
        .collect();
    let said = |id: Value, permitted: bool, code: Value, line: Value| (id, Value::Bool(permitted), code, line);
    let no = Value::Null;
    assert_eq!(
        told,
        [
            said(1.into(), true, no.clone(), no.clone()),
            said("二".into(), true, no.clone(), no.clone()),
            said(3.into(), false, "C0014".into(), 5.into()),
            said(no.clone(), false, "C0015".into(), 6.into()),
            said(5.into(), false, "C0015".into(), 7.into()),
            said(6.into(), false, "C0015".into(), 8.into()),
            said(7.into(), false, "C0015".into(), 9.into()),
            said(8.into(), false, "C0015".into(), 10.into()),
            said(no.clone(), false, "C0015".into(), 11.into()),
            said(no.clone(), false, "C0015".into(), 12.into()),
            said(no.clone(), false, "C0015".into(), 13.into()),
            said(no.clone(), false, no.clone(), no.clone()),
            said((-1).into(), true, no.clone(), no),
        ]
    );
    let validator = validator();
    let wrong: Vec<&Value> = replies.iter().filter(|reply| !validator.is_valid(reply)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    let messages: Vec<String> = replies
        .iter()
        .filter(|reply| reply.get("error").is_some())
        .map(|reply| {
            let message = &reply["error"]["message"];
            format!(
                "{}\n{}\n",
                message["ja"].as_str().unwrap_or(""),
                message["en"].as_str().unwrap_or("")
            )
        })
        .collect();
    insta::assert_snapshot!(messages.concat());
    let from_bundle = project.pipe(&["ask", "out/bundle.json", "--lines"], input.join(&b'\n'));
    assert_eq!(from_bundle.out, ran.out);
}

#[test]
fn the_schema_of_requests_refuses_what_the_reader_refuses() {
    let validator = requests_validator();
    for good in [
        json!({"act": "provide"}),
        json!({"id": "a", "act": "提供", "data": [], "party": null, "processing": "統計", "conditions": ["注文"]}),
    ] {
        assert!(validator.is_valid(&good), "{good}");
    }
    for bad in [
        json!({}),
        json!({"act": "sell"}),
        json!({"act": "use", "condtions": []}),
        json!({"act": "use", "data": "氏名"}),
        json!({"act": "use", "id": 1.5}),
        json!({"act": "use", "processing": "cooked"}),
    ] {
        assert!(!validator.is_valid(&bad), "{bad}");
    }
}

#[test]
fn all_lines_answered_is_0_and_so_is_none_asked() {
    let project = project();
    let line = "{\"act\":\"掲載\",\"data\":[\"氏名\"]}";
    let ran = project.pipe(&["ask", "p.policy", "--lines"], line);
    assert_eq!(lines(&ran.exits(0).out)[0]["answer"], "not_stated");
    assert_eq!(project.run(&["ask", "p.policy", "--lines"]).exits(0).out, "");
}

#[test]
#[cfg(unix)]
fn standard_input_may_be_closed() {
    let project = project();
    let hoshin = env!("CARGO_BIN_EXE_hoshin");
    let mut command = std::process::Command::new("sh");
    command
        .args(["-c", &format!("{hoshin} ask p.policy --lines <&-")])
        .current_dir(project.path(""));
    let ran = Ran::of(&mut command);
    assert_eq!((ran.exits(0).out.as_str(), ran.err.as_str()), ("", ""));
}

#[test]
fn a_program_may_wait_for_each_answer() {
    let project = project();
    let mut command = project.command(&["ask", "out/bundle.json", "--lines"]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().expect("hoshin starts");
    let mut requests = child.stdin.take().expect("a pipe");
    let mut answers = BufReader::new(child.stdout.take().expect("a pipe")).lines();
    for id in 0..20 {
        writeln!(requests, "{{\"id\":{id},\"act\":\"collect\"}}").expect("hoshin reads");
        let answer = answers.next().expect("an answer").expect("text");
        let answer: Value = serde_json::from_str(&answer).expect("JSON");
        assert_eq!(answer["id"], id);
    }
    drop(requests);
    assert!(child.wait().expect("hoshin ends").success());
}

#[test]
fn who_stops_reading_the_answers_stops_the_run() {
    let project = project();
    let mut command = project.command(&["ask", "p.policy", "--lines"]);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().expect("hoshin starts");
    drop(child.stdout.take());
    let mut requests = child.stdin.take().expect("a pipe");
    // Writes until hoshin has gone away: without end if it did not.
    while requests.write_all(b"{\"act\":\"collect\"}\n").is_ok() {}
    drop(requests);
    let ran = Ran::from(child.wait_with_output().expect("hoshin ends"));
    assert_eq!(ran.exits(0).err, "");
}

#[test]
fn a_policy_cannot_command_the_terminal_by_its_words() {
    let hostile = SHOP.replace("配送「商品の発送」", "配送「商品\u{200B}の発送」");
    let project = Project::shop().file("shop.policy", hostile);
    let ran = project.run(&["ask", "shop.policy", "利用", "氏名", "--目的", "配送"]);
    assert!(ran.exits(0).out.contains("商品［U+200B］の発送"), "{ran:#?}");
}

#[test]
fn the_answer_is_coloured_for_terminals_only() {
    let project = project();
    let question = ["ask", "p.policy", "掲載", "氏名"];
    assert!(!project.run(&question).out.contains('\u{1B}'));
    let ran = project.run(&[&question[..], &["--color", "always"]].concat());
    assert!(ran.out.starts_with("\u{1B}[1m\u{1B}[31m定めなし"), "{ran:#?}");
    let ran = project.run(&[&question[..], &["--color", "always", "--json"]].concat());
    assert!(!ran.out.contains('\u{1B}'));
}

#[test]
fn a_name_goes_by_its_last_parts_as_in_a_source() {
    let project = project();
    let answers: Vec<String> = ["第三者提供.加盟店への提供.受渡し", "加盟店への提供.受渡し", "受渡し"]
        .into_iter()
        .map(|purpose| {
            let ran = project.run(&[
                "ask",
                "p.policy",
                "提供",
                "氏名",
                "--先",
                "加盟店",
                "--目的",
                purpose,
                "--条件",
                "加盟店への提供.注文",
            ]);
            ran.exits(0).out.clone()
        })
        .collect();
    assert!(answers[0].starts_with("許可"), "{}", answers[0]);
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:#?}");
}

#[test]
fn what_is_asserted_and_denied_is_no_request() {
    let project = project();
    let asked = |conditions: &[&str]| {
        let question = ["ask", "p.policy", "提供", "氏名", "--先", "加盟店", "--目的", "受渡し"];
        project.run(&[&question[..], conditions].concat())
    };
    let ran = asked(&["--条件", "注文", "--否定", "本人選択"]);
    ran.exits(2);
    assert!(ran.err.contains("C0040"), "{}", ran.err);
    let told = "条件「本人選択」を満たされていないと言い、その一種の「注文」を満たされていると言っています";
    assert!(ran.err.contains(told), "{}", ran.err);
    // A category may hold where one of its kinds does not.
    asked(&["--条件", "本人選択", "--否定", "注文"]).exits(1);
    asked(&["--条件", "注文", "--否定", "法令"]).exits(0);

    let line = json!({"act": "provide", "data": ["氏名"], "conditions": ["法令"], "denied": ["法令"]});
    let ran = project.pipe(&["ask", "p.policy", "--lines"], line.to_string());
    ran.exits(1);
    let reply: Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!(reply["error"]["code"], "C0040");
    assert_eq!(reply["error"]["unresolved"][0]["word"], "法令");
    assert_eq!(reply["error"]["unresolved"][0]["member"], "denied");
}

/// Whoever leaves out what ends a permission is told so, where he says that he does not know.
#[test]
fn a_closed_question_is_permitted_only_by_what_is_sure() {
    let project = Project::new().file(
        "p.policy",
        "情報 個人情報 { ・氏名［直接識別］ }
条件 { ・停止の申出「停止のお申出」 }
方針「個人情報の取扱い」{
  章 利用目的「利用目的」{
    目的 案内「新しい商品のご案内」
    特約「停止のお申出があれば、新しい商品のご案内には、氏名を利用しません。」{
      対象［氏名］
      場合［停止の申出］
      禁止［利用、案内］
    }
  }
}
",
    );
    let ask = |options: &[&str], code: i32| {
        let question = ["ask", "p.policy", "利用", "氏名", "--目的", "案内"];
        project.run(&[&question[..], options].concat()).exits(code).out.clone()
    };
    assert!(ask(&[], 0).starts_with("許可\n"));
    assert_eq!(
        ask(&["--closed"], 1),
        "条件付き許可
挙げていない条件の有無が分からないとき、「案内」の目的で「氏名」を利用することは、「停止の申出」に当たらないことが確かな場合に許可されます。
根拠:
・1.(1) 新しい商品のご案内（#利用目的.案内）
それまで禁止する定め:
・1. 利用目的「停止のお申出があれば、新しい商品のご案内には、氏…」（#利用目的.特約1）
ほかに許可される場合:
・「匿名加工」の状態に加工した場合: 1.(1) 新しい商品のご案内（#利用目的.案内）
"
    );
    let denied = ask(&["--ほかは不明", "--否定", "停止の申出"], 0);
    assert!(
        denied.starts_with(
            "許可\n「停止の申出」に当たらない場合に、挙げていない条件の有無が分からないとき、「案内」の目的で"
        ),
        "{denied}"
    );
}

#[test]
fn a_refusal_that_rests_on_what_is_not_known_says_so() {
    let project = Project::new().file(
        "p.policy",
        "情報 個人情報 { ・氏名［直接識別］ }
主体 加盟店
条件 { ・停止の申出「停止のお申出」 }
方針「個人情報の取扱い」{
  章 提供「提供」{
    提供しない「停止のお申出があれば、氏名を加盟店に提供しません。」{
      提供先［加盟店］
      項目［氏名］
      場合［停止の申出］
    }
  }
}
",
    );
    let ask = |options: &[&str]| {
        let question = ["ask", "p.policy", "提供", "氏名", "--先", "加盟店"];
        project.run(&[&question[..], options].concat()).exits(1).out.clone()
    };
    assert!(ask(&[]).starts_with("定めなし\n"));
    let closed = ask(&["--ほかは不明"]);
    assert!(
        closed.starts_with(
            "禁止\n挙げていない条件の有無が分からないとき、目的を問わず、「氏名」を「加盟店」に提供することは、挙げていない条件によっては禁止されるので、許可されているとは言えません。\n条件によっては禁止する定め:\n"
        ),
        "{closed}"
    );
    let sure = ask(&["--ほかは不明", "--条件", "停止の申出"]);
    assert!(sure.contains("提供することは、禁止されています。"), "{sure}");
}

/// 撤回 takes out of what is sure, with all kinds, and does no more.
#[test]
fn what_was_withdrawn_permits_no_longer_and_forbids_still() {
    let project = Project::new().file(
        "p.policy",
        "情報 個人情報 { ・氏名［直接識別］ ・住所［直接識別］ }
主体 加盟店
条件 { ・書面の同意［同意］ }
方針「個人情報の取扱い」{
  章 提供「提供」{
    提供しない「お客様の同意なく、氏名を加盟店に提供しません。」{
      提供先［加盟店］
      項目［氏名］
      但し［同意］
    }
    提供しない「書面の同意をいただいた方の住所は、加盟店に提供しません。」{
      提供先［加盟店］
      項目［住所］
      場合［書面の同意］
    }
  }
}
",
    );
    let ask = |data: &str, options: &[&str], code: i32| {
        let question = [
            "ask",
            "p.policy",
            "提供",
            data,
            "--先",
            "加盟店",
            "--条件",
            "書面の同意",
        ];
        project.run(&[&question[..], options].concat()).exits(code).out.clone()
    };
    assert!(ask("氏名", &[], 0).starts_with("許可\n"));
    let withdrawn = ask("氏名", &["--撤回", "同意"], 1);
    assert!(
        withdrawn.starts_with("禁止\n「同意」が撤回された後に、目的を問わず、"),
        "{withdrawn}"
    );
    assert!(withdrawn.contains("提供することは、禁止されています。"), "{withdrawn}");
    // Nobody is told to assert again what was withdrawn.
    assert!(!withdrawn.contains("次の場合には許可されます"), "{withdrawn}");
    assert!(ask("氏名", &["--withdrawn", "法令"], 0).starts_with("許可\n"));
    assert!(ask("住所", &["--撤回", "同意"], 1).contains("提供することは、禁止されています。"));
}

/// Time is what the request says: no clock is read.
#[test]
fn how_much_time_has_gone_may_be_said_in_lengths_and_in_days() {
    let project = Project::new().file(
        "p.policy",
        "情報 個人情報 { ・氏名［直接識別］ }
方針「個人情報の取扱い」{
  事業者 当店「あかり文具店」
  章 保管「保管」{
    取得［氏名］「氏名を取得します。」
    保管［氏名］「氏名は、退会の日から3年間保管します。」{ 期間［退会から3年］ }
  }
}
",
    );
    let ask = |further: &[&str]| project.run(&[&["ask", "p.policy", "保管", "氏名"][..], further].concat());
    let permitted = ask(&[]);
    permitted.exits(0);
    assert!(
        permitted
            .out
            .contains("次の場合には許可されなくなります:\n・「退会から3年の経過」の後:"),
        "{}",
        permitted.out
    );
    ask(&["--経過", "退会=3年"]).exits(0);
    ask(&["--経過", "退会＝１０００日"]).exits(0);
    ask(&["--経過", "退会=2021-02-28", "--日", "2024-02-29"]).exits(0);
    ask(&["--経過", "退会=2021年2月28日", "--日", "2024年3月1日"]).exits(1);
    let over = ask(&["--elapsed", "退会=P4Y"]);
    over.exits(1);
    assert!(
        over.out
            .starts_with("定めなし\n「退会から3年の経過」の後に、目的を問わず、「氏名」を保管すること"),
        "{}",
        over.out
    );
    assert!(over.out.contains("保管の期間を過ぎています。"), "{}", over.out);
    let closed = ask(&["--ほかは不明"]);
    closed.exits(1);
    ask(&["--ほかは不明", "--経過", "退会=1年"]).exits(0);

    for (wrong, told) in [
        (
            &["--経過", "入会=1年"][..],
            "起点「入会」は宣言されていません（もしかして:「退会」）",
        ),
        (&["--経過", "退会=ずっと前"], "経過「ずっと前」は、長さ"),
        (
            &["--経過", "退会=2021-02-28"],
            "「2021-02-28」から数えるには、いつのことを尋ねるのかが要ります",
        ),
        (&["--経過", "退会=1096日"], "期間「3年」を過ぎたかどうか決まりません"),
        (&["--経過", "退会"], "経過「」は、長さ"),
    ] {
        let ran = ask(wrong);
        ran.exits(2);
        let words: String = ran.err.split_whitespace().filter(|word| *word != "│").collect();
        let told: String = told.split_whitespace().collect();
        assert!(
            ran.err.contains("C0014") && words.contains(&told),
            "{wrong:?}: {}",
            ran.err
        );
    }

    let lines = [
        json!({"act": "retain", "data": ["氏名"], "elapsed": {"退会": "P4Y"}}),
        json!({"act": "retain", "data": ["氏名"], "elapsed": {"退会": "2021-02-28"}, "on": "2024-02-29"}),
        json!({"act": "retain", "data": ["氏名"], "elapsed": {"退会": "4年"}}),
    ];
    let ran = project.pipe(
        &["ask", "p.policy", "--lines"],
        lines.map(|line| line.to_string()).join("\n"),
    );
    let replies: Vec<Value> = ran
        .out
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    assert_eq!(replies[0]["answer"], "not_stated");
    assert_eq!(replies[0]["not_examined"], json!(["法令の保存義務"]));
    assert_eq!(replies[1]["answer"], "permitted");
    assert_eq!(replies[1]["ended_by"], json!([]));
    assert_eq!(replies[2]["error"]["unresolved"][0]["member"], "elapsed");
}
