//! The policies under `examples/` compile without a finding, as a user runs them.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use hoshin::internals::compile::{LoadError, Loaded, Loader, Options};
use hoshin::internals::decide::Request;
use hoshin::internals::decide::testing::{self, Coverage};

fn hoshin(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_hoshin"))
        .args(arguments)
        .env("LC_ALL", "ja_JP.UTF-8")
        .env("NO_COLOR", "1")
        .output()
        .expect("the binary was built")
}

/// Every `.policy` file under `examples/`.
fn examples() -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::from("examples")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("the folder is readable") {
            let path = entry.expect("the folder is readable").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "policy") {
                found.push(path.to_string_lossy().into_owned());
            }
        }
    }
    found.sort();
    found
}

fn expect_success(arguments: &[&str]) {
    let output = hoshin(arguments);
    assert!(
        output.status.success(),
        "hoshin {arguments:?}: {}\n{}{}",
        output.status,
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
}

#[test]
fn every_example_compiles_without_a_warning() {
    let examples = examples();
    assert_eq!(examples.len(), 5, "{examples:?}");
    for example in &examples {
        expect_success(&["check", "--deny", "warnings", example]);
    }
}

#[test]
fn every_example_is_formatted() {
    for example in &examples() {
        expect_success(&["fmt", "--check", example]);
    }
}

/// Loads beside the importing file.
struct Examples;

impl Loader for Examples {
    fn load(&mut self, importer: &str, path: &str) -> Result<Loaded, LoadError> {
        let beside = Path::new(importer).parent().unwrap_or(Path::new(""));
        let path = match path.strip_prefix("../") {
            Some(above) => beside.parent().unwrap_or(Path::new("")).join(above),
            None => beside.join(path),
        };
        let bytes = std::fs::read(&path).map_err(|_| LoadError::NotFound)?;
        Ok(Loaded {
            name: path.to_string_lossy().into_owned(),
            bytes,
        })
    }
}

#[test]
fn every_policy_test_of_the_examples_comes_out_as_it_says() {
    let mut held = 0;
    for example in examples() {
        let bytes = std::fs::read(&example).expect("the example is readable");
        let compilation = hoshin::internals::compile::compile(&example, bytes, &mut Examples, &Options::default());
        let Some(policy) = compilation.policy else { continue };
        for test in &policy.tests {
            let answer = policy.decide(&Request::of_test(test, &policy)).answer.kind();
            assert_eq!(answer.word(), test.expected.word(), "{example}: {}", test.title);
            held += 1;
        }
    }
    assert!(held >= 40, "{held}");
}

/// The company's promises speak for every norm of its policy.
#[test]
fn the_tests_of_the_group_cover_every_norm() {
    let example = "examples/group/privacy.policy";
    let bytes = std::fs::read(example).expect("the example is readable");
    let compilation = hoshin::internals::compile::compile(example, bytes, &mut Examples, &Options::default());
    let policy = compilation.policy.expect("the example compiles");
    let coverage = Coverage::of(&policy, &testing::run(&policy, |_| true));
    let uncovered: Vec<&str> = coverage
        .uncovered()
        .map(|norm| policy.norms[norm.0 as usize].key.as_str())
        .collect();
    assert_eq!(uncovered, [] as [&str; 0]);
    assert_eq!(coverage.percent(), 100);
}

/// Three revisions of the group's policy, each naming the one before: every widening is answered for, and what `diff` calls
/// changed are the clauses that the record of revisions tells of.
#[test]
fn the_revisions_of_the_group_are_on_record() {
    let changed = |policy: &str| {
        expect_success(&["diff", policy, "--fail-on", "unacknowledged", "-o", "/dev/null"]);
        let output = hoshin(&["diff", policy, "--only", "table", "--format", "json"]);
        let document: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let comparison = &document["comparisons"][0];
        let rows = comparison["table"]["rows"].as_array().expect("rows").iter();
        let shown = rows.filter(|row| !matches!(row["kind"].as_str(), Some("place" | "omitted" | "same")));
        let mut clauses: Vec<String> = shown
            .filter_map(|row| row["new_clause"].as_str().or(row["old_clause"].as_str()))
            .map(|anchor| anchor.split('.').next().unwrap_or_default().to_owned())
            .collect();
        clauses.dedup();
        clauses
    };
    let third = changed("examples/group/privacy.policy");
    assert_eq!(third, ["第三者提供", "共同利用", "保管", "改定"]);
    let second = changed("examples/group/revisions/2024-04-01.policy");
    assert_eq!(second, ["第三者提供", "越境", "改定"]);
}

/// Five years that become three are told as a narrowing, not as wording.
#[test]
fn the_group_keeps_member_data_for_less_than_before() {
    let output = hoshin(&["diff", "examples/group/privacy.policy", "--only", "decisions"]);
    let told: String = String::from_utf8_lossy(&output.stdout).split_whitespace().collect();
    let narrower = "【狭くなる】「会員情報」を目的を問わず保管できなくなります（「退会から3年の経過」の後。「退会から5年の経過」の後は、これまでもできませんでした）";
    assert!(told.contains(narrower), "{told}");
}

#[test]
fn the_shop_fits_one_screen() {
    let text = std::fs::read_to_string("examples/shop/privacy.policy").expect("the example is readable");
    assert!(
        (40..=80).contains(&text.lines().count()),
        "{} lines",
        text.lines().count()
    );
}

#[test]
fn the_group_states_everything_the_law_wants_on_the_page() {
    let output = hoshin(&["render", "examples/group/privacy.policy", "--format", "text"]);
    assert!(output.status.success());
    let text = String::from_utf8_lossy(&output.stdout);
    for words in [
        "株式会社ほしみ台",
        "長野県ほしみ市星見台一丁目1番1号",
        "代表取締役社長 星野見晴",
        "共同して利用する者の範囲",
        "個人データの管理について責任を有する者",
        "アメリカ合衆国",
        "手数料",
        "認定個人情報保護団体",
        "2019年4月1日制定",
        "2026年10月1日最終改定",
    ] {
        assert!(text.contains(words), "{words} is not on the page");
    }
}
