//! Into hoshin through a source.

use hoshin::internals::bundle::Bundle;
use hoshin::internals::compile::{Compilation, LoadError, Loaded, Loader, NoImports, Options, compile};
use hoshin::internals::diagnostic::{Code, Diagnostic, Level};

use super::{Kind, PLACE, POLICY, assert_unseen, outputs, table};

fn compiled(source: &str) -> Compilation {
    compile(
        "a.policy",
        source.as_bytes().to_vec(),
        &mut NoImports,
        &Options::default(),
    )
}

/// The source with the piece in its wording, and without what is no wording.
fn in_wording(piece: &str) -> String {
    let kept: Vec<String> = POLICY
        .lines()
        .map(|line| match line.contains('"') {
            true => line.replace(PLACE, ""),
            false => line.replace(PLACE, piece),
        })
        .collect();
    kept.join("\n")
}

fn codes(diagnostics: &[Diagnostic]) -> Vec<Code> {
    let grave = diagnostics.iter().filter(|found| found.level == Level::Error);
    let mut codes: Vec<Code> = grave.map(|found| found.code).collect();
    codes.dedup();
    codes
}

#[test]
fn in_wording_the_invisible_is_warned_of_and_shown() {
    let old = compiled(&in_wording("")).policy.expect("a policy");
    for (_, pieces) in table().into_iter().filter(|(kind, _)| *kind == Kind::Invisible) {
        for piece in pieces {
            let compilation = compiled(&in_wording(&piece));
            assert!(compilation.diagnostics.iter().any(|found| found.code == Code::H0616));
            let policy = compilation.policy.expect("a warning stands in no policy's way");
            let bundle = Bundle::from_policy(&policy, &compilation.sources);
            let mut all = outputs::of_policy(&policy, &bundle, &piece);
            all.extend(outputs::of_revisions(&old, &policy, &piece));
            all.extend(outputs::of_findings(
                &compilation.sources,
                &compilation.diagnostics,
                &piece,
            ));
            for (what, output) in &all {
                assert_unseen(output, &piece, what);
            }
        }
    }
}

#[test]
fn in_wording_nothing_turns_the_text_or_commands() {
    for (kind, pieces) in table() {
        let expected = match kind {
            Kind::Control => Code::H0002,
            Kind::Bidi => Code::H0008,
            Kind::Invisible => continue,
        };
        for c in pieces.iter().flat_map(|piece| piece.chars()) {
            let compilation = compiled(&in_wording(&c.to_string()));
            assert_eq!(codes(&compilation.diagnostics), [expected], "U+{:04X}", u32::from(c));
            assert!(compilation.policy.is_none());
            for (what, output) in outputs::of_findings(&compilation.sources, &compilation.diagnostics, "") {
                assert_unseen(&output, &c.to_string(), what);
            }
        }
    }
}

#[test]
fn outside_of_wording_everything_is_refused() {
    for (kind, pieces) in table() {
        let expected = match kind {
            Kind::Control => Code::H0002,
            Kind::Bidi => Code::H0008,
            Kind::Invisible => Code::H0007,
        };
        for piece in pieces {
            for source in [
                POLICY.replace("・氏名", &format!("・しめい{piece}")),
                POLICY.replace("主体 加盟店", &format!("主体 {piece}加盟店")),
                POLICY.replace("項目［氏名］", &format!("項目［しめい{piece}］")),
                POLICY.replace("理由＝\"り", &format!("理由＝\"り{piece}")),
                POLICY.replace("国名＝特定不能", &format!("国名＝特定不能、国名＝\"あ{piece}めりか\"")),
                POLICY.replace("{提供}", &format!("{{わたす{piece}}}")),
                POLICY.replace("https://www", &format!("https://w{piece}ww")),
                format!("// ちゅうしゃく{piece}\n{POLICY}"),
                format!("/* ちゅうしゃく{piece} */\n{POLICY}"),
            ] {
                let compilation = compiled(&source);
                let found = codes(&compilation.diagnostics);
                assert!(found.contains(&expected), "{kind:?} {found:?}");
                assert!(compilation.policy.is_none());
                for (what, output) in outputs::of_findings(&compilation.sources, &compilation.diagnostics, &piece) {
                    assert_unseen(&output, &piece, what);
                }
            }
        }
    }
}

/// One character costs one report: the name is read without it.
#[test]
fn nothing_else_is_reported_of_it() {
    let places = [
        ("・氏名", "・氏〓名"),
        ("項目［氏名］", "項目［氏名〓］"),
        ("章 提供", "章 提〓供"),
        ("{提供}", "{提供〓}"),
    ];
    for (from, to) in places {
        for (c, code) in [
            ('\u{3164}', Code::H0007),
            ('\u{200B}', Code::H0007),
            ('\u{E0100}', Code::H0007),
            ('\u{2066}', Code::H0008),
        ] {
            let source = in_wording("").replacen(from, &to.replace(PLACE, &c.to_string()), 1);
            let compilation = compiled(&source);
            assert_eq!(
                codes(&compilation.diagnostics),
                [code],
                "{to} {:#?}",
                compilation.diagnostics
            );
        }
    }
}

#[test]
fn kanji_variants_and_emoji_reach_every_page_as_they_are() {
    let written = "葛\u{E0100}飾と辻\u{E0101}と👨\u{200D}👩\u{200D}👧と❤\u{FE0F}と1\u{FE0F}\u{20E3}と🇯🇵と🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}です";
    let source = in_wording("").replace("ちゅうき", written);
    let compilation = compiled(&source);
    assert!(
        compilation
            .diagnostics
            .iter()
            .all(|found| found.code != Code::H0616 && found.code != Code::H0611),
        "{:#?}",
        compilation.diagnostics
    );
    let policy = compilation.policy.expect("a policy");
    let bundle = Bundle::from_policy(&policy, &compilation.sources);
    for (what, output) in outputs::of_policy(&policy, &bundle, "") {
        if ["the page", "the text", "the Markdown", "the bundle"].contains(&what) {
            assert!(output.contains(written), "{what}");
        }
    }
    let old = compiled(&in_wording("")).policy.expect("a policy");
    for (what, output) in outputs::of_revisions(&old, &policy, "") {
        if what.ends_with("page") || what.ends_with("Markdown") {
            assert!(output.contains("葛\u{E0100}飾"), "{what}");
        }
    }
}

struct Hostile;

impl Loader for Hostile {
    fn load(&mut self, _importer: &str, path: &str) -> Result<Loaded, LoadError> {
        match path {
            "語彙.policy" => Ok(Loaded {
                name: "語\u{202E}彙\u{1B}.policy".to_owned(),
                bytes: "情報 氏\u{3164}名「氏\u{200B}名」\n// \u{202E}\n".into(),
            }),
            _ => Err(LoadError::Unreadable("\u{1B}[2J\u{202E}".to_owned())),
        }
    }
}

#[test]
fn imports_and_their_names_are_no_way_in() {
    let source = "取込 \"語彙.policy\"\n取込 \"外.policy\"\n方針「題」{ 「本文です。」 }\n";
    let compilation = compile("a\u{9B}.policy", source.into(), &mut Hostile, &Options::default());
    assert!(codes(&compilation.diagnostics).contains(&Code::H0007));
    assert!(codes(&compilation.diagnostics).contains(&Code::H0008));
    for (what, output) in outputs::of_findings(&compilation.sources, &compilation.diagnostics, "夾\u{2066}") {
        assert_unseen(&output, "\u{1B}\u{9B}\u{202E}\u{2066}\u{3164}\u{200B}", what);
    }
}
