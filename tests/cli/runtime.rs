//! What `build` writes for programs: `bundle.json`; `runtime.json`, which is asked like the whole and refused where the whole
//! is needed; and `conformance.json`.

use hoshin::internals::bundle::v1::FORMAT;
use serde_json::Value;

use super::project::Project;

const ASKED: [&[&str]; 4] = [
    &["提供", "氏名", "--先", "加盟店"],
    &["提供", "氏名"],
    &["利用", "氏名"],
    &["取得", "氏名", "--条件", "同意"],
];

fn built() -> Project {
    let project = Project::shop();
    project
        .run(&["build", "--runtime", "shop.policy", "-o", "out"])
        .exits(0);
    project
}

#[test]
fn the_bundle_is_one_line_and_may_be_written_for_people() {
    let project = built();
    let bundle = project.read("out/bundle.json");
    assert_eq!(bundle.matches('\n').count(), 1);
    assert!(project.read("out/runtime.json").len() < bundle.len() * 2 / 3);
    project
        .run(&["build", "--runtime", "--pretty", "shop.policy", "-o", "pretty"])
        .exits(0);
    for file in ["bundle.json", "runtime.json"] {
        let (line, pretty) = (
            project.read(&format!("out/{file}")),
            project.read(&format!("pretty/{file}")),
        );
        assert!(pretty.lines().count() > 50);
        let read = |text: &str| serde_json::from_str::<Value>(text).expect("JSON");
        assert_eq!(read(&line), read(&pretty));
    }
    // What is no longer asked for goes.
    project.run(&["build", "shop.policy", "-o", "out"]).exits(0);
    assert!(!project.path("out/runtime.json").exists());
}

#[test]
fn a_runtime_bundle_gives_the_answers_of_the_whole() {
    let project = built();
    for question in ASKED {
        let ask = |file| {
            let ran = project.run(&[&["ask", file, "--json"], question].concat());
            let mut answer: Value = serde_json::from_str(&ran.out).expect("JSON");
            // The whole quotes the wording of clauses without numbers, and each has its own digest.
            for citation in answer["decided_by"].as_array_mut().into_iter().flatten() {
                drop(citation.as_object_mut().map(|citation| citation.remove("wording")));
            }
            (ran.code, answer["decision"].clone(), answer["decided_by"].clone())
        };
        assert_eq!(ask("out/runtime.json"), ask("out/bundle.json"), "{question:?}");
        let told = project.run(&[&["ask", "out/runtime.json"], question].concat());
        assert!(told.err.is_empty() && !told.out.contains("「」"), "{told:#?}");
    }
}

#[test]
fn what_needs_the_whole_refuses_a_runtime_bundle() {
    let project = built();
    let text = project.read("out/runtime.json");
    let project = project.file("old/2020.json", text);
    for arguments in [
        &["diff", "out/runtime.json", "shop.policy"][..],
        &["diff", "shop.policy", "out/runtime.json"],
        &["test", "out/runtime.json"],
        &["build", "shop.policy", "-o", "again", "--archive", "old"],
    ] {
        let ran = project.run(arguments);
        assert!(ran.exits(2).err.contains("B0016") && ran.out.is_empty(), "{ran:#?}");
        let told = ran.err.replace("\n  ", "");
        assert!(told.contains("runtime.jsonで使えるのは hoshin ask です"), "{told}");
    }
}

#[test]
fn another_draft_is_to_be_built_again() {
    let project = built();
    let bundle = project
        .read("out/bundle.json")
        .replace(FORMAT, "hoshin.bundle/1-draft.1");
    let project = project.file("older.json", bundle);
    for command in [
        &["diff", "older.json", "shop.policy"][..],
        &["ask", "older.json", "利用"],
    ] {
        let ran = project.run(command);
        let told = ran.exits(2).err.replace("\n  │ ", "");
        assert!(
            told.contains("この hoshin では読めない下書きの形式です（`hoshin.bundle/1-draft.1`）"),
            "{told}"
        );
        assert!(told.contains("もとの .policy から hoshin build で作り直すか"), "{told}");
    }
    let told = project.run(&["ask", "older.json", "利用", "--lang", "en"]);
    assert!(told.exits(2).err.contains("from its .policy"), "{told:#?}");
}

#[test]
fn a_conformance_file_is_about_the_bundles_beside_it() {
    let project = Project::shop();
    let build = ["build", "--runtime", "--conformance", "shop.policy", "-o", "out"];
    project.run(&build).exits(0);
    let read = |file: &str| -> Value { serde_json::from_str(&project.read(file)).expect("JSON") };
    let file = read("out/conformance.json");
    assert_eq!(file["format"], hoshin::internals::conformance::FORMAT);
    assert_eq!(file["bundles"]["whole"], read("out/bundle.json")["digest"]);
    assert_eq!(file["bundles"]["runtime"], read("out/runtime.json")["digest"]);
    assert!(file["requests"].as_array().is_some_and(|requests| requests.len() > 10));
    // It is no revision of the policy, wherever it lies.
    project.run(&["diff", "out", "shop.policy"]).exits(0);
    let told = project.run(&["diff", "out/conformance.json", "shop.policy"]);
    assert!(told.exits(2).err.contains("B0002"), "{told:#?}");
    let before = project.read("out/conformance.json");
    project.run(&build).exits(0);
    assert_eq!(project.read("out/conformance.json"), before);
}
