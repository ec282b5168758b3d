//! The workflows that `docs/ci.md` and `action.yml` offer, read as YAML and their commands run in a repository.

use std::path::Path;
use std::process::Command;

use saphyr::{LoadableYamlNode as _, Yaml};
use serde_json::{Map, Value, json};

use super::project::{Project, SHOP, VOCABULARY};
use super::repository::with_git;

/// The YAML documents on the page: the workflow, the workflow with the action, and that of GitLab.
fn page() -> Vec<Value> {
    let page = std::fs::read_to_string("docs/ci.md").expect("the page is there");
    let blocks = page.split("```yaml\n").skip(1);
    blocks
        .map(|rest| yaml(rest.split("```").next().unwrap_or_default()))
        .collect()
}

/// The action at the top of the repository.
fn action() -> Value {
    yaml(&std::fs::read_to_string("action.yml").expect("the action is there"))
}

#[track_caller]
fn yaml(text: &str) -> Value {
    let documents = Yaml::load_from_str(text).expect("it is YAML");
    assert_eq!(documents.len(), 1, "one document");
    plain(&documents[0])
}

fn plain(node: &Yaml<'_>) -> Value {
    if let Some(map) = node.as_mapping() {
        let entries = map.iter().map(|(name, value)| {
            let name = name.as_str().expect("members have names").to_owned();
            (name, plain(value))
        });
        return Value::Object(entries.collect::<Map<_, _>>());
    }
    if let Some(list) = node.as_sequence() {
        return list.iter().map(plain).collect();
    }
    node.as_str()
        .map(Value::from)
        .or_else(|| node.as_bool().map(Value::from))
        .or_else(|| node.as_integer().map(Value::from))
        .unwrap_or(Value::Null)
}

/// Commands of a service, and what it sets for them.
#[derive(Debug, Default)]
struct Script {
    commands: Vec<String>,
    variables: Vec<(String, String)>,
}

/// What the service puts in the place of `${{ … }}`.
fn filled(text: &str, base_ref: &str, inputs: &Value) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("${{") {
        let (name, after) = after.split_once("}}").expect("it is closed");
        out += before;
        out += match name.trim() {
            "github.base_ref" => base_ref,
            name => {
                let input = name.strip_prefix("inputs.").expect("a known expression");
                inputs[input].as_str().expect("an input")
            }
        };
        rest = after;
    }
    out + rest
}

/// The steps of a workflow or an action that run something, in order.
fn steps(steps: &Value, base_ref: &str, inputs: &Value) -> Script {
    let mut script = Script::default();
    for step in steps.as_array().expect("steps") {
        let Some(run) = step["run"].as_str() else { continue };
        assert!(
            !run.contains("${{"),
            "what a stranger names is no part of a command: {run}"
        );
        script.commands.push(run.to_owned());
        for (name, value) in step["env"].as_object().into_iter().flatten() {
            let value = filled(value.as_str().expect("a text"), base_ref, inputs);
            script.variables.push((name.clone(), value));
        }
    }
    script
}

/// The workflow of GitHub.
fn workflow(base_ref: &str) -> Script {
    let page = page();
    let job = &page[0]["jobs"]["policy"];
    let mut script = steps(&job["steps"], base_ref, &Value::Null);
    for (name, value) in job["env"].as_object().expect("variables") {
        script
            .variables
            .push((name.clone(), value.as_str().expect("a text").to_owned()));
    }
    script
}

/// The action, with what the workflow on the page gives it.
fn composite(base_ref: &str) -> Script {
    let (page, action) = (page(), action());
    let used = page[1]["jobs"]["policy"]["steps"].as_array().expect("steps").iter();
    let given = used
        .map(|step| &step["with"])
        .find(|with| with["arguments"].is_string())
        .expect("the action is used");
    let mut inputs = json!({});
    for (name, input) in action["inputs"].as_object().expect("inputs") {
        let default = filled(input["default"].as_str().expect("a default"), base_ref, &Value::Null);
        inputs[name] = given[name].as_str().map_or(default.into(), Value::from);
    }
    for name in given.as_object().expect("inputs").keys() {
        assert!(inputs[name].is_string(), "the action has no input `{name}`");
    }
    steps(&action["runs"]["steps"], base_ref, &inputs)
}

/// The job of GitLab.
fn gitlab(base: &str) -> Script {
    let page = page();
    let job = &page[2]["方針の検査"];
    let lines = ["before_script", "script"]
        .into_iter()
        .flat_map(|part| job[part].as_array().expect("commands"));
    let variables = job["variables"].as_object().expect("variables").iter();
    let variables = variables.map(|(name, value)| (name.clone(), value.as_str().expect("a text").to_owned()));
    Script {
        commands: lines.map(|line| line.as_str().expect("a command").to_owned()).collect(),
        variables: variables
            .chain([("CI_MERGE_REQUEST_DIFF_BASE_SHA".to_owned(), base.to_owned())])
            .collect(),
    }
}

/// A repository with the policy on `main`, as a pull request finds it, and the programs of a runner.
fn repository() -> Project {
    let project = Project::new()
        .file("policies/privacy.policy", published())
        .file("policies/vocabulary.policy", VOCABULARY)
        .repository()
        .commit("published");
    project.git(&["update-ref", "refs/remotes/origin/main", "HEAD"]);
    project.git(&["checkout", "--quiet", "-b", "revision"]);
    std::fs::create_dir_all(project.path(".git/bin")).expect("a folder");
    let hoshin = env!("CARGO_BIN_EXE_hoshin");
    program(&project.path(".git/bin/hoshin"), &format!("exec '{hoshin}' \"$@\"\n"));
    // Installs what was built here, and only as the page says: locked, and from where it is told.
    let install = format!(
        "echo \"$@\" >> '{}'\ncase \"$1 $2 $3\" in 'install --locked --git'|'install --locked --path') ;; *) exit 9 ;; esac\n\
         if [ \"$5\" = --root ]; then mkdir -p \"$6/bin\"; cp \"$(dirname \"$0\")/hoshin\" \"$6/bin/hoshin\"; fi\n",
        project.path(".git/cargo").display()
    );
    program(&project.path(".git/bin/cargo"), &install);
    project
}

fn program(path: &Path, script: &str) {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::write(path, format!("#!/bin/bash\n{script}")).expect("a file");
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755)).expect("permissions");
}

/// What the commands end with and print, up to the first that fails.
fn run(project: &Project, script: &Script) -> (Option<i32>, String) {
    let mut printed = String::new();
    for line in &script.commands {
        let mut command = Command::new("bash");
        command.env_clear();
        with_git(&mut command);
        let path = std::env::var("PATH").unwrap_or_default();
        command
            .args(["-e", "-o", "pipefail", "-c", line])
            .current_dir(project.path(""))
            .env("PATH", format!("{}:{path}", project.path(".git/bin").display()))
            .env("GITHUB_ACTION_PATH", env!("CARGO_MANIFEST_DIR"))
            .env("RUNNER_TEMP", project.path(".git/temp"))
            .env("GITHUB_STEP_SUMMARY", project.path(".git/summary.md"))
            .envs(script.variables.iter().map(|(name, value)| (name, value)));
        let output = command.output().expect("bash starts");
        printed += &String::from_utf8(output.stdout).expect("UTF-8");
        printed += &String::from_utf8(output.stderr).expect("UTF-8");
        if !output.status.success() {
            return (output.status.code(), printed);
        }
    }
    (Some(0), printed)
}

/// The three, for a pull request into `main`.
fn all(project: &Project) -> [(&'static str, Script); 3] {
    let base = project.git(&["merge-base", "HEAD", "origin/main"]);
    [
        ("workflow", workflow("main")),
        ("action", composite("main")),
        ("GitLab", gitlab(base.trim())),
    ]
}

#[track_caller]
fn ends(project: &Project, code: i32, said: &str) {
    for (name, script) in all(project) {
        let (found, printed) = run(project, &script);
        assert_eq!(found, Some(code), "{name}: {printed}");
        assert!(printed.contains(said), "{name}: {printed}");
    }
}

/// The policy as it was published: the affiliated shops get names alone.
fn published() -> String {
    let narrow = SHOP.replace("「氏名・住所」［氏名、住所］", "「氏名」［氏名］");
    assert_ne!(narrow, SHOP);
    formatted(&narrow)
}

fn formatted(text: &str) -> String {
    Project::new().pipe(&["fmt", "-"], text).exits(0).out.clone()
}

const POLICY: &str = "policies/privacy.policy";

/// What makes the gate a gate: the whole history, no filter on paths, reading alone, and nothing that a shell decides.
#[test]
fn the_workflows_are_as_the_page_says() {
    let page = page();
    assert_eq!(page.len(), 3);
    for workflow in &page[..2] {
        let checkout = &workflow["jobs"]["policy"]["steps"][0];
        assert!(
            checkout["uses"]
                .as_str()
                .is_some_and(|uses| uses.starts_with("actions/checkout@"))
        );
        assert_eq!(checkout["with"]["fetch-depth"], 0);
        assert_eq!(workflow["on"], json!({ "pull_request": null }));
        assert_eq!(workflow["permissions"]["contents"], "read");
    }
    assert_eq!(page[0]["permissions"], json!({ "contents": "read" }));
    assert_eq!(page[2]["方針の検査"]["variables"]["GIT_DEPTH"], "0");
    for step in action()["runs"]["steps"].as_array().expect("steps") {
        assert_eq!(step["shell"], "bash");
    }
    for (name, script) in all(&repository()) {
        for command in &script.commands {
            let shell = ["if ", "||", "2>", "&& ", "test ", "[ "];
            assert!(!shell.iter().any(|logic| command.contains(logic)), "{name}: {command}");
        }
    }
}

#[test]
fn a_revision_that_widens_nothing_passes() {
    let project = repository().file(
        POLICY,
        published().replace("次のとおり取り扱います", "次のように取り扱います"),
    );
    ends(&project, 0, "通してよい");
    let summary = project.read(".git/summary.md");
    assert!(summary.contains("新旧対照表") && summary.contains("<ins>"), "{summary}");
    // What is installed is pinned.
    let installed = project.read(".git/cargo");
    let lines: Vec<&str> = installed.lines().collect();
    assert!(
        lines.len() == 3 && lines.iter().all(|line| line.contains("--locked")),
        "{installed}"
    );
    assert!(lines[0].contains("--rev") && lines[2].contains("--rev"), "{installed}");
    assert!(lines[1].contains(env!("CARGO_MANIFEST_DIR")), "{installed}");
    // The action writes what it was asked for.
    assert!(project.read("hoshin.sarif").contains("hoshin/policies/privacy.policy/"));
    assert!(project.read("hoshin.xml").contains("<testsuites"));
}

#[test]
fn a_widening_is_stopped_with_words_that_a_lawyer_understands() {
    let project = repository().file(POLICY, formatted(SHOP));
    ends(&project, 1, "承認のない広がりが 1 件あります");
    let (_, printed) = run(&project, &workflow("main"));
    let words = printed.lines().filter(|line| !line.contains("hoshin-"));
    let printed: String = words.flat_map(|line| [line, "\n"]).collect();
    let commit = project.git(&["rev-parse", "origin/main"]);
    insta::assert_snapshot!(printed.replace(commit.get(..12).expect("an id"), "0123456789ab"));
}

#[test]
fn an_acknowledged_widening_passes_once() {
    let acknowledged = SHOP.replace(
        "  最終改定［2026-04-01］\n",
        "  最終改定［2026-04-01］{\n    承認［加盟店への提供、2026-03-15］\"お客様に通知し、個人情報保護責任者が承認した\"\n  }\n",
    );
    let project = repository().file(POLICY, formatted(&acknowledged));
    ends(&project, 0, "通してよい");
    // Merged, it lets nothing pass again: here that the shops may use the data for anything.
    let project = project.commit("merged");
    project.git(&["update-ref", "refs/remotes/origin/main", "HEAD"]);
    let again = project.read(POLICY).replace("［氏名、住所］", "［個人情報］");
    let project = project.file(POLICY, formatted(&again));
    ends(&project, 1, "広がり");
}

/// What the shell let pass before: nothing of it passes.
#[test]
fn what_cannot_be_compared_is_stopped() {
    // A new policy.
    let project = repository().file("policies/new.policy", formatted(SHOP));
    ends(&project, 2, "C0035");
    // A policy that was renamed, with what it widens.
    let project = repository().file("policies/renamed.policy", formatted(SHOP));
    project.git(&["rm", "--quiet", POLICY]);
    let project = project.commit("renamed");
    ends(&project, 1, "承認のない広がりが 1 件あります");
    // A push: there is no base.
    let project = repository().file(POLICY, formatted(SHOP));
    for script in [workflow(""), composite(""), gitlab("")] {
        let (code, printed) = run(&project, &script);
        assert_eq!(code, Some(2), "{printed}");
        assert!(printed.contains("C0022"), "{printed}");
    }
    // The base was not fetched.
    project.git(&["update-ref", "-d", "refs/remotes/origin/main"]);
    for script in [workflow("main"), composite("main")] {
        assert_eq!(run(&project, &script).0, Some(2));
    }
}

#[test]
fn a_faulty_policy_is_stopped() {
    let project = repository().file(POLICY, SHOP.replace("［加盟店］", "［加盟点］"));
    ends(&project, 1, "H0201");
    let (_, printed) = run(&project, &workflow("main"));
    assert!(printed.contains("::error file=policies/privacy.policy,"), "{printed}");
}
