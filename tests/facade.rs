//! The face of the library, as a program outside sees it: nothing here names a room.

use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::Command;

use hoshin::{
    AnswerKind, BundleError, Comparison, Compiled, Decider, Direction, Faulty, Lang, Level, LoadError, NoImports,
    Options, Policy, Request, RequestError, compile, compile_file, diff,
};

const SOURCE: &str = r#"情報 個人情報 { ・氏名 ・住所 }
主体 運送会社
主体 広告会社
目的 配送
方針「個人情報の取扱い」{
  章 取得「取得」{
    取得［個人情報］「当社は、氏名と住所を取得します。」
  }
  章 提供「提供」{
    提供 運送会社への提供「当社は、配送のため、氏名を運送会社に提供します。」{
      提供先［運送会社］
      項目［氏名］
      目的［配送］
    }
  }
}
"#;

/// What goes between threads and into `Box<dyn Error>`. It is the compiler that tests this.
const _: () = {
    const fn shared<T: Send + Sync + 'static>() {}
    const fn error<T: Error + Send + Sync + 'static>() {}
    shared::<Policy>();
    shared::<Decider>();
    shared::<Compiled>();
    shared::<Comparison<'static>>();
    error::<BundleError>();
    error::<RequestError>();
    error::<Faulty>();
    error::<LoadError>();
};

fn compiled(source: &str) -> Compiled {
    compile("privacy.policy", source, &mut NoImports, &Options::new())
}

fn policy(source: &str) -> Policy {
    compiled(source).into_policy().expect("it has no errors")
}

fn asking<'a>(data: &'a str, party: &'a str) -> Request<'a> {
    Request::new("提供").data(data).party(party).purpose("配送")
}

#[test]
fn a_policy_is_drawn_and_its_bundle_gives_it_back() {
    let policy = policy(SOURCE);
    assert_eq!(policy.title(), "個人情報の取扱い");
    assert!(policy.html().contains("氏名を運送会社に提供します"));
    assert!(policy.text().contains("氏名を運送会社に提供します"));
    assert!(policy.markdown().contains("# 個人情報の取扱い"));
    let read = Policy::from_bundle(&policy.bundle()).expect("a bundle");
    assert_eq!(read.html(), policy.html());
    assert_eq!(read.bundle(), policy.bundle());
    assert_eq!(read.runtime_bundle(), policy.runtime_bundle());
    assert_eq!(read.digest(), policy.digest());
    assert!(diff(&policy, &read).is_empty());
    assert!(policy.conformance().contains(&policy.digest()));
}

#[test]
fn source_and_both_bundles_decide_alike() {
    let policy = policy(SOURCE);
    let deciders = [
        policy.decider(),
        Decider::from_bundle(&policy.bundle()).expect("a bundle"),
        Decider::from_bundle(&policy.runtime_bundle()).expect("a bundle"),
    ];
    assert_eq!(deciders[0].digest(), policy.digest());
    assert_ne!(deciders[2].digest(), policy.digest());
    for decider in deciders {
        let kind = |data, party| decider.kind(&asking(data, party)).expect("all words are known");
        assert_eq!(kind("氏名", "運送会社"), AnswerKind::Permitted);
        assert_eq!(kind("住所", "運送会社"), AnswerKind::NotStated);
        let answer = decider
            .decide(&asking("氏名", "広告会社"))
            .expect("all words are known");
        assert_eq!((answer.kind(), answer.is_permitted()), (AnswerKind::NotStated, false));
        assert!(
            answer.reasons(Lang::Ja).contains("広告会社"),
            "{}",
            answer.reasons(Lang::Ja)
        );
        let line = decider.answer_json(
            r#"{"act": "提供", "data": ["氏名"], "party": "運送会社", "purpose": "配送"}"#,
            1,
        );
        assert!(line.contains(r#""permitted":true"#), "{line}");
        assert!(decider.answer_json("{", 7).contains(r#""permitted":false"#));
    }
}

#[test]
fn words_that_are_not_known_are_told_all_at_once() {
    let error = policy(SOURCE)
        .decider()
        .decide(&asking("しめい", "運送会杜"))
        .expect_err("two words are unknown");
    assert_eq!(error.words().collect::<Vec<_>>(), ["しめい", "運送会杜"]);
    assert!(error.told(Lang::Ja).contains("運送会社"), "{}", error.told(Lang::Ja));
    assert_eq!(error.to_string(), error.told(Lang::En));
}

#[test]
fn errors_leave_no_policy() {
    let faulty = compiled(&SOURCE.replace("提供先［運送会社］", "提供先［運送会杜］"));
    assert!(faulty.has_errors());
    assert!(faulty.report(Lang::Ja).contains("運送会杜"));
    assert!(faulty.to_json(Lang::En).contains("hoshin.diagnostics/1"));
    let error = faulty.into_policy().expect_err("a party is unknown");
    let finding = error
        .compiled()
        .findings()
        .find(|found| found.level() == Level::Error)
        .expect("an error");
    let place = finding.place().expect("it stands in the text");
    assert_eq!(finding.code(), "H0201");
    assert_eq!(
        (place.source.as_str(), place.line, place.column),
        ("privacy.policy", 11, 11)
    );
    assert!(finding.message(Lang::Ja).contains("運送会杜"));
    assert!(finding.help(Lang::Ja).any(|help| help.contains("運送会社")));
    assert!(
        error.to_string().starts_with("errors: 1, the first: H0201: "),
        "{error}"
    );
    assert!(error.into_compiled().has_errors());
    assert!(compiled("").into_policy().is_err(), "nothing is no policy");
}

#[test]
fn what_a_revision_newly_permits_is_told() {
    let (old, new) = (
        policy(SOURCE),
        policy(&SOURCE.replace("項目［氏名］", "項目［氏名、住所］")),
    );
    let comparison = diff(&old, &new);
    assert!(comparison.is_complete() && !comparison.is_empty());
    assert_eq!(comparison.direction(), Some(Direction::Wider));
    let [widening] = &comparison.widenings().collect::<Vec<_>>()[..] else {
        panic!("one thing becomes wider");
    };
    assert!(!widening.is_visible() && !widening.is_acknowledged());
    assert!(widening.statements(Lang::Ja).all(|told| told.contains("住所")));
    assert!(widening.example(Lang::Ja).contains("住所"));
    assert!(comparison.to_json("old", "new").contains("hoshin.diff/1"));
    assert!(comparison.html().contains("新旧対照表"));
    assert!(comparison.draft().contains("改定"));
    assert_eq!(diff(&old, &old).direction(), None);
    assert_eq!(diff(&new, &old).widenings().count(), 0);
}

#[test]
fn a_file_is_compiled_with_what_its_project_holds_and_no_more() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let project = folder.path().join("project");
    fs::create_dir_all(project.join(".git"))?;
    fs::write(project.join("words.policy"), "情報 個人情報 { ・氏名 }\n")?;
    fs::write(folder.path().join("outside.policy"), "情報 個人情報 { ・氏名 }\n")?;
    let text = |import: &str| {
        format!(
            "取込 \"{import}\"\n方針「個人情報」{{\n  章 取得「取得」{{\n    取得［氏名］「当社は、氏名を取得します。」\n  }}\n}}\n"
        )
    };
    let path = project.join("privacy.policy");
    fs::write(&path, text("words.policy"))?;
    assert_eq!(compile_file(&path, &Options::new())?.into_policy()?.title(), "個人情報");
    fs::write(&path, text("../outside.policy"))?;
    let compiled = compile_file(&path, &Options::new())?;
    assert!(
        compiled.findings().any(|found| found.code() == "H0006"),
        "{}",
        compiled.report(Lang::Ja)
    );
    assert!(compile_file(project.join("none.policy"), &Options::new()).is_err());
    assert!(compile_file(&project, &Options::new()).is_err());
    Ok(())
}

/// As `hoshin check` does not either: whoever wrote the repository made the link, not whoever names it.
#[cfg(unix)]
#[test]
fn a_link_that_leads_out_of_a_repository_is_not_read() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let repository = folder.path().join("repository");
    fs::create_dir_all(repository.join(".git"))?;
    fs::write(folder.path().join("outside.policy"), SOURCE)?;
    fs::write(repository.join("inside.policy"), SOURCE)?;
    std::os::unix::fs::symlink(folder.path().join("outside.policy"), repository.join("out.policy"))?;
    std::os::unix::fs::symlink("inside.policy", repository.join("in.policy"))?;
    assert!(
        compile_file(repository.join("in.policy"), &Options::new())?
            .into_policy()
            .is_ok()
    );
    let refused = compile_file(repository.join("out.policy"), &Options::new()).expect_err("it leads out");
    assert_eq!(refused.to_string(), LoadError::OutsideProject.to_string());
    Ok(())
}

/// The program in `examples/embed` as a reader of it would run it.
#[test]
fn the_embedding_example_runs() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = Command::new(env!("CARGO"))
        .args([
            "run",
            "--locked",
            "--quiet",
            "--example",
            "embed",
            "--",
            "examples/shop/privacy.policy",
        ])
        .arg(folder.path())
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")))
        .output()
        .expect("cargo runs");
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    insta::assert_snapshot!(String::from_utf8_lossy(&out.stdout));
    assert!(fs::read_to_string(folder.path().join("index.html")).is_ok_and(|page| page.contains("小さな商店")));
}

#[test]
fn the_embedding_example_uses_nothing_but_the_face() {
    let source =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/embed/main.rs")).expect("the example");
    assert!(source.contains("use hoshin::{") && !source.contains("internals"));
}

#[test]
fn the_package_holds_what_it_takes_and_no_tests() {
    let out = Command::new(env!("CARGO"))
        .args(["package", "--list", "--locked", "--offline", "--allow-dirty"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    let listed = String::from_utf8_lossy(&out.stdout).into_owned();
    let listed: Vec<&str> = listed.lines().collect();
    for wanted in [
        "Cargo.lock",
        "LICENSE-APACHE",
        "LICENSE-MIT",
        "README.md",
        "docs/decision.md",
        "docs/diagnostics/H0501.md",
        "examples/embed/main.rs",
        "grammar/policy.pest",
        "src/lib.rs",
        "src/main.rs",
    ] {
        assert!(listed.contains(&wanted), "{wanted} is not packaged: {listed:#?}");
    }
    let unwanted: Vec<&&str> = listed
        .iter()
        .filter(|path| path.starts_with("tests/") || path.starts_with("fuzz/"))
        .collect();
    assert!(unwanted.is_empty(), "{unwanted:#?}");
}

/// pest is built without its guard of the stack, so this is what keeps a hostile source from ending the process.
#[test]
fn the_deepest_nesting_fits_a_small_stack() {
    // One level less than is refused: the policy's own block is one.
    let depth = hoshin::internals::syntax::MAX_NESTING - 1;
    let nested = |open: &str| format!("方針「あ」{{\n{}{}}}\n", open.repeat(depth), "}\n".repeat(depth));
    let blocks = [
        "節「あ」{\n",
        "・「あ」{\n",
        "※「あ」{\n",
        "提供［あ］「あ」{\n",
        "あ{\n",
        "｛\n",
    ]
    .map(nested);
    let quotes = format!(
        "方針「あ」{{\n本文「{}{}」\n}}\n",
        "「あ".repeat(depth),
        "」".repeat(depth)
    );
    let values = format!("情報 氏名［あ＝{}{}］\n", "「あ".repeat(depth), "」".repeat(depth));
    for source in blocks.into_iter().chain([quotes, values]) {
        let small = std::thread::Builder::new().stack_size(1 << 20);
        let codes = small.spawn(move || {
            let compiled = compiled(&source);
            compiled
                .findings()
                .map(|finding| finding.code().to_owned())
                .collect::<Vec<_>>()
        });
        let codes = codes.expect("a thread").join().expect("it ends");
        assert!(
            !codes.iter().any(|code| code == "H0901"),
            "{codes:?}: not the deepest that is read"
        );
    }
}
