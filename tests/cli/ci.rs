//! The workflow that `docs/ci.md` offers, its steps taken from the page and run in a repository.

use std::path::Path;
use std::process::{Command, Output};

use super::project::{Project, SHOP};
use super::repository::with_git;

/// A step that runs something.
#[derive(Debug)]
struct Step {
    name: String,
    script: String,
}

/// The `run` steps of the workflows on the page, in order.
fn steps() -> Vec<Step> {
    let mut steps = Vec::new();
    for block in blocks() {
        let mut name = String::new();
        let mut lines = block.lines().peekable();
        while let Some(line) = lines.next() {
            let indent = line.len() - line.trim_start().len();
            let words = line.trim_start();
            if let Some(words) = words.strip_prefix("- name: ") {
                name = words.to_owned();
            } else if words == "run: |" {
                let mut script = String::new();
                while let Some(line) =
                    lines.next_if(|line| line.trim().is_empty() || line.starts_with(&" ".repeat(indent + 1)))
                {
                    script += line.trim_start();
                    script.push('\n');
                }
                steps.push(Step {
                    name: name.clone(),
                    script,
                });
            } else if let Some(script) = words.strip_prefix("run: ") {
                steps.push(Step {
                    name: name.clone(),
                    script: script.to_owned(),
                });
            }
        }
    }
    steps
}

/// The YAML on the page.
fn blocks() -> Vec<String> {
    let page = std::fs::read_to_string("docs/ci.md").expect("the page is there");
    let blocks = page.split("```yaml\n").skip(1);
    blocks
        .map(|rest| rest.split("```").next().unwrap_or_default().to_owned())
        .collect()
}

/// A value from the `env` of the workflow.
fn value(name: &str) -> String {
    let head = format!("{name}: ");
    let found = blocks().iter().flat_map(|block| block.lines()).find_map(|line| {
        let value = line.trim_start().strip_prefix(&head)?;
        Some(value.replace("${{ github.base_ref }}", "main"))
    });
    found.unwrap_or_else(|| panic!("{name} is set in the workflow"))
}

/// What a step printed.
#[derive(Debug)]
struct Done {
    name: String,
    code: Option<i32>,
    out: String,
}

/// A repository with the policy on `main`, as a pull request finds it.
fn repository() -> Project {
    let project = Project::shop();
    let project = project
        .file(&value("POLICY"), published())
        .repository()
        .commit("published");
    project.git(&["update-ref", "refs/remotes/origin/main", "HEAD"]);
    project.git(&["checkout", "--quiet", "-b", "revision"]);
    project
}

/// Runs the steps as GitHub does, up to the first that fails.
fn run(project: &Project) -> Vec<Done> {
    let project_of = |name: &str| project.path(name);
    let bin = project_of("bin");
    std::fs::create_dir_all(&bin).expect("a folder");
    program(
        &bin,
        "hoshin",
        &format!("exec '{}' \"$@\"\n", env!("CARGO_BIN_EXE_hoshin")),
    );
    // What the runner has and this machine need not have.
    program(&bin, "cargo", "exit 0\n");
    program(
        &bin,
        "gh",
        "for last; do :; done; test -s \"$last\" && cp \"$last\" \"$0.sent\"\n",
    );
    let mut done = Vec::new();
    for step in steps() {
        let mut command = Command::new("bash");
        command.env_clear();
        with_git(&mut command);
        let path = std::env::var("PATH").unwrap_or_default();
        let output: Output = command
            .args(["-e", "-c", &step.script])
            .current_dir(project.path(""))
            .env("PATH", format!("{}:{path}", bin.display()))
            .env("POLICY", value("POLICY"))
            .env("BASE", value("BASE"))
            .env("NUMBER", "1")
            .env("GITHUB_STEP_SUMMARY", project.path("summary.md"))
            .output()
            .expect("bash starts");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        done.push(Done {
            name: step.name,
            code: output.status.code(),
            out: text(output.stdout) + &text(output.stderr),
        });
        if !output.status.success() {
            break;
        }
    }
    done
}

fn program(folder: &Path, name: &str, script: &str) {
    use std::os::unix::fs::PermissionsExt as _;
    let path = folder.join(name);
    std::fs::write(&path, format!("#!/bin/bash\n{script}")).expect("a file");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).expect("permissions");
}

/// The policy as it was published: the affiliated shops get names alone.
fn published() -> String {
    SHOP.replace("「氏名・住所」［氏名、住所］", "「氏名」［氏名］")
}

/// The policy, with addresses provided as well.
fn wider() -> String {
    assert_ne!(SHOP, published());
    SHOP.to_owned()
}

#[track_caller]
fn passes(project: &Project) {
    let done = run(project);
    assert!(done.iter().all(|step| step.code == Some(0)), "{done:#?}");
    assert_eq!(done.len(), steps().len(), "every step is run");
}

#[test]
fn the_page_has_the_steps_that_are_spoken_of() {
    let names: Vec<String> = steps().into_iter().map(|step| step.name).collect();
    assert_eq!(
        names,
        [
            "hoshin を入れる",
            "誤りを調べる",
            "検証を実行する",
            "新旧対照表をまとめに載せる",
            "承認のない広がりを止める",
            "新旧対照表をコメントする"
        ]
    );
}

#[test]
fn a_revision_that_widens_nothing_passes() {
    let project = repository().file(
        &value("POLICY"),
        published().replace("次のとおり取り扱います", "次のように取り扱います"),
    );
    passes(&project);
    let summary = project.read("summary.md");
    assert!(summary.contains("新旧対照表") && summary.contains("<ins>"), "{summary}");
    assert_eq!(project.read("bin/gh.sent"), summary);
}

#[test]
fn a_widening_is_stopped_with_words_that_a_lawyer_understands() {
    let project = repository().file(&value("POLICY"), wider());
    let done = run(&project);
    let last = done.last().expect("a step was run");
    assert_eq!(
        (last.name.as_str(), last.code),
        ("承認のない広がりを止める", Some(1)),
        "{done:#?}"
    );
    insta::assert_snapshot!(last.out);
}

#[test]
fn an_acknowledged_widening_passes_once() {
    let acknowledged = wider().replace(
        "  最終改定［2026-04-01］\n",
        "  最終改定［2026-04-01］{\n    承認［加盟店への提供、2026-03-15］\"お客様に通知し、個人情報保護責任者が承認した\"\n  }\n",
    );
    let project = repository().file(&value("POLICY"), acknowledged);
    passes(&project);
    // Merged, it lets nothing pass again: here that the shops may use the data for anything.
    let project = project.commit("merged");
    project.git(&["update-ref", "refs/remotes/origin/main", "HEAD"]);
    let again = project.read(&value("POLICY")).replace("［氏名、住所］", "［個人情報］");
    let project = project.file(&value("POLICY"), again);
    let done = run(&project);
    let last = done.last().expect("a step was run");
    assert_eq!(
        (last.name.as_str(), last.code),
        ("承認のない広がりを止める", Some(1)),
        "{done:#?}"
    );
}

#[test]
fn a_policy_that_the_base_does_not_have_passes() {
    let project = repository();
    project.git(&["rm", "--quiet", &value("POLICY")]);
    let project = project.commit("empty");
    project.git(&["update-ref", "refs/remotes/origin/main", "HEAD"]);
    let project = project.file(&value("POLICY"), SHOP);
    let done = run(&project);
    let stopped = done.iter().find(|step| step.code != Some(0));
    assert!(stopped.is_none_or(|step| step.name.contains("コメント")), "{done:#?}");
    assert!(project.read("summary.md").contains("新しい方針"));
}

#[test]
fn a_faulty_policy_does_not_come_so_far() {
    let project = repository().file(&value("POLICY"), SHOP.replace("［加盟店］", "［加盟点］"));
    let done = run(&project);
    let last = done.last().expect("a step was run");
    assert_eq!((last.name.as_str(), last.code), ("誤りを調べる", Some(1)), "{done:#?}");
    assert!(last.out.contains("::error file=privacy.policy"), "{}", last.out);
}
