//! What is shown of very many findings, of very long names and of very long lists: in every format little, and said.

use hoshin::internals::compile::MAX_IMPORTS;
use hoshin::internals::compile::{Compilation, LoadError, Loaded, Loader, Options, compile};
use hoshin::internals::diagnostic::bounds::{MOST_IN_A_RUN, MOST_OF_A_CODE};
use hoshin::internals::diagnostic::findings::Counts;
use hoshin::internals::diagnostic::{Code, Findings, Lang, github, human, json, sarif};
use serde_json::Value;

use super::compiled;

/// How many lines are wrong: more than are listed of one code, and of all.
const WRONG: usize = 7000;

fn codes(compilation: &Compilation) -> Vec<Code> {
    let mut codes: Vec<Code> = compilation.diagnostics.iter().map(|found| found.code).collect();
    codes.dedup();
    codes
}

fn wrong_lines() -> Compilation {
    compiled(&"目敵 甲甲甲甲\n".repeat(WRONG))
}

fn findings(compilation: &Compilation) -> [Findings<'_>; 1] {
    [Findings {
        sources: &compilation.sources,
        diagnostics: &compilation.diagnostics,
        folder: "",
    }]
}

#[test]
fn what_is_not_listed_is_counted_exactly() {
    let compilation = wrong_lines();
    assert_eq!(compilation.diagnostics.len(), MOST_OF_A_CODE + 1);
    let mut found = codes(&compilation);
    found.sort_unstable();
    assert_eq!(
        found,
        [Code::H0106, Code::H0904],
        "the words, and that no more was looked into"
    );
    let counts = Counts::of(&findings(&compilation));
    assert_eq!((counts.errors, counts.warnings), (WRONG + 1, 0));
    assert!(compilation.has_errors() && compilation.policy.is_none());
}

#[test]
fn every_format_says_how_many_are_not_listed() {
    let compilation = wrong_lines();
    let run = findings(&compilation);
    let rest = WRONG - MOST_OF_A_CODE;

    let drawn = human::render(&run, &human::Options::default());
    assert!(
        drawn.contains(&format!("ほかに {} 件あります", WRONG + 1 - 100)),
        "{}",
        drawn.lines().rev().take(4).collect::<Vec<_>>().join("\n")
    );
    assert!(drawn.ends_with(&format!("エラー {} 件\n", WRONG + 1)));

    let short = human::render_short(&run, &human::Options::default());
    assert_eq!(short.lines().count(), MOST_OF_A_CODE + 2);
    assert!(short.ends_with(&format!(
        "ほか {rest} 件の指摘は、多すぎるため示していません（件数には数えています）\n"
    )));

    let written: Value = serde_json::from_str(&json::render(&run, Lang::Ja)).expect("JSON");
    assert_eq!(written["counts"]["errors"], WRONG + 1);
    assert_eq!(written["omitted"], rest);
    let more = written["diagnostics"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|found| found["more"].as_u64());
    assert_eq!(more.collect::<Vec<_>>(), [rest as u64]);

    let log: Value = serde_json::from_str(&sarif::render(&run, Lang::Ja)).expect("JSON");
    let run_of_log = &log["runs"][0];
    let counts = run_of_log["results"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|found| found["occurrenceCount"].as_u64());
    assert_eq!(counts.collect::<Vec<_>>(), [rest as u64 + 1]);
    let told = &run_of_log["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"];
    assert!(
        told.as_str()
            .is_some_and(|told| told.contains(&format!("ほか {rest} 件"))),
        "{told}"
    );

    let commands = github::render(&run, Lang::Ja);
    assert!(
        commands
            .lines()
            .last()
            .is_some_and(|last| last.contains(&format!("ほか {rest} 件")))
    );
}

#[test]
fn a_run_lists_the_gravest_first() {
    let compilation = wrong_lines();
    let run = [findings(&compilation)[0]; 7];
    let written: Value = serde_json::from_str(&json::render(&run, Lang::Ja)).expect("JSON");
    let listed = written["diagnostics"].as_array().expect("a list").len();
    assert_eq!(listed, MOST_IN_A_RUN);
    assert_eq!(written["omitted"], 7 * (WRONG + 1) - MOST_IN_A_RUN);
}

#[test]
fn names_and_lists_of_names_are_cut() {
    let name = "長".repeat(100_000);
    let twice = compiled(&format!("情報 {name}\n情報 {name}\n"));
    let cycle: String = (0..5000)
        .map(|i| format!("情報 甲{i}［甲{}］\n", (i + 1) % 5000))
        .collect();
    let cycle = compiled(&cycle);
    assert_eq!(codes(&twice), [Code::H0202]);
    assert_eq!(codes(&cycle), [Code::H0204]);
    assert!(
        cycle.diagnostics[0].message.ja.contains("ほか 4991 件"),
        "{}",
        cycle.diagnostics[0].message.ja
    );
    assert_eq!(
        cycle.diagnostics[0].left_out()[0].ja,
        "関係する箇所は、ほか 4980 か所あります"
    );
    for compilation in [twice, cycle] {
        let run = findings(&compilation);
        for drawn in [
            human::render(&run, &human::Options::default()),
            human::render_short(&run, &human::Options::default()),
            json::render(&run, Lang::Ja),
            sarif::render(&run, Lang::Ja),
            github::render(&run, Lang::En),
        ] {
            assert!(drawn.len() < 30_000, "{} bytes", drawn.len());
        }
    }
}

#[test]
fn unreadable_lines_that_follow_one_another_are_one_fault() {
    let compilation = compiled("？？\n？！\n方針「題」{\n}\n？？\n\n？？\n");
    assert_eq!(compilation.diagnostics.len(), 3);
    let first = compilation.diagnostics[0].span().expect("a place");
    assert_eq!(compilation.sources.text_of(first), "？？\n？！");
}

#[test]
fn marks_without_words_are_not_looked_into() {
    for rubbish in [
        "{}".repeat(30_000),
        "・\n".repeat(30_000),
        "a\n".repeat(30_000),
        "-\n".repeat(30_000),
    ] {
        let compilation = compiled(&(rubbish + "方針「題」{\n}\n"));
        assert!(codes(&compilation).contains(&Code::H0905), "{:?}", codes(&compilation));
        assert!(compilation.policy.is_none());
    }
    // As short as names get, and as many as nobody has.
    let entries: String = (0..12_000).map(|i| format!("・氏{i}\n")).collect();
    assert_eq!(codes(&compiled(&format!("情報 甲 {{\n{entries}}}\n"))), []);
}

/// Gives every import the same one line, or a file that imports the next.
struct Endless {
    asked: usize,
    chained: bool,
}

impl Loader for Endless {
    fn load(&mut self, _importer: &str, path: &str) -> Result<Loaded, LoadError> {
        self.asked += 1;
        let next = if self.chained {
            format!("取込 \"{}.policy\"\n", self.asked)
        } else {
            String::new()
        };
        Ok(Loaded {
            name: path.to_owned(),
            bytes: (next + "情報 氏名\n").into_bytes(),
        })
    }
}

#[test]
fn imports_end() {
    let mut loader = Endless {
        asked: 0,
        chained: false,
    };
    let many: String = (0..5000).map(|i| format!("取込 \"{i}.policy\"\n")).collect();
    let compilation = compile("例.policy", many.into_bytes(), &mut loader, &Options::default());
    assert_eq!(loader.asked, MAX_IMPORTS);
    assert!(codes(&compilation).contains(&Code::H0902));

    let mut loader = Endless {
        asked: 0,
        chained: false,
    };
    let same = "取込 \"語彙.policy\"\n".repeat(5000);
    compile("例.policy", same.into_bytes(), &mut loader, &Options::default());
    assert_eq!(loader.asked, 1, "a file that is imported twice is loaded once");

    let mut loader = Endless {
        asked: 0,
        chained: true,
    };
    let compilation = compile(
        "例.policy",
        b"\xE5\x8F\x96\xE8\xBE\xBC \"0.policy\"\n".to_vec(),
        &mut loader,
        &Options::default(),
    );
    assert_eq!(loader.asked, 64);
    assert!(codes(&compilation).contains(&Code::H0902));
}

#[test]
fn a_path_of_long_names_is_refused() {
    let open: String = (0..10)
        .map(|i| format!("章 {}{i}「題」{{\n", "長".repeat(30)))
        .collect();
    let compilation = compiled(&format!("方針「題」{{\n{open}{}}}\n", "}\n".repeat(10)));
    assert!(codes(&compilation).contains(&Code::H0906), "{:?}", codes(&compilation));
}
