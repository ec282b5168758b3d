//! `hoshin explain` and `hoshin codes`.

use hoshin::cli::CliCode;
use hoshin::diagnostic::Code;

use super::project::Project;

#[test]
fn every_code_can_be_explained_by_number_and_by_name() {
    let project = Project::new();
    let policy = [Code::H0001, Code::H0201, Code::H0903].map(|code| (code.name(), code.slug(), code.page()));
    let command_line = CliCode::ALL.iter().map(|code| (code.name(), code.slug(), code.page()));
    for (name, slug, page) in policy.into_iter().chain(command_line) {
        for wanted in [name, &name.to_lowercase(), slug] {
            let ran = project.run(&["explain", wanted]);
            assert_eq!(ran.exits(0).out.trim_end(), page.trim_end(), "{wanted}");
        }
    }
}

#[test]
fn the_nearest_code_is_offered() {
    let project = Project::new();
    for (wanted, near) in [
        ("H0021", "H0001"),
        ("unresolved-nam", "H0201"),
        ("file-notfound", "C0002"),
    ] {
        let ran = project.run(&["explain", wanted]);
        ran.exits(2);
        assert!(
            ran.err.contains("エラー[C0011]") && ran.err.contains(&format!("もしかして: {near}")),
            "{ran:#?}"
        );
    }
    let ran = project.run(&["explain", "まったく別のもの"]);
    assert!(ran.exits(2).err.contains("hoshin codes"), "{ran:#?}");
}

#[test]
fn the_list_holds_every_code_once() {
    let ran = Project::new().run(&["codes"]);
    let listed: Vec<&str> = ran
        .exits(0)
        .out
        .lines()
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    let policy = Code::ALL.iter().map(|code| code.name());
    let all: Vec<&str> = policy.chain(CliCode::ALL.iter().map(|code| code.name())).collect();
    assert_eq!(listed, all);
    for code in Code::ALL {
        assert!(
            ran.out.contains(code.slug()) && ran.out.contains(code.title()),
            "{code}"
        );
    }
}

#[test]
fn pages_of_the_command_line_have_the_agreed_headings() {
    for code in CliCode::ALL {
        let page = code.page();
        assert!(page.starts_with(&format!("# {code} {}\n", code.slug())), "{code}");
        let headings: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix("## ")).collect();
        assert_eq!(headings, ["何が起きているか", "なぜ", "例", "直し方", "参照"], "{code}");
    }
}

#[test]
fn messages_in_the_pages_are_what_hoshin_says() {
    let page = CliCode::C0004.page();
    let ran = Project::new().file("policies/a.policy", "").run(&["check", "policies"]);
    assert!(page.contains(ran.exits(2).err.trim_end()), "{ran:#?}");
    let page = CliCode::C0011.page();
    let ran = Project::new().run(&["explain", "H0021"]);
    assert!(page.contains(ran.exits(2).err.trim_end()), "{ran:#?}");
}
