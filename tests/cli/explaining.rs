//! `hoshin explain` and `hoshin codes`.

use hoshin::cli::CliCode;
use hoshin::internals::diagnostic::Code;

use super::project::Project;

#[test]
fn every_code_can_be_explained_by_number_and_by_name() {
    let project = Project::new();
    let policy = [Code::H0001, Code::H0201, Code::H0903].map(|code| (code.name(), code.slug(), code.page()));
    let command_line = CliCode::ALL.iter().map(|code| (code.name(), code.slug(), code.page()));
    for (name, slug, page) in policy.into_iter().chain(command_line) {
        for wanted in [name, &name.to_lowercase(), slug] {
            let ran = project.run(&["explain", wanted]);
            let shown: Vec<&str> = ran.exits(0).out.lines().collect();
            let marked = |line: &&str| line.starts_with("```") && line.contains(',');
            let page: Vec<&str> = page.trim_end().lines().collect();
            assert_eq!(shown.len(), page.len(), "{wanted}");
            for (shown, line) in shown.iter().zip(page) {
                assert!(
                    *shown == line || marked(&line) && line.starts_with(shown),
                    "{wanted}: {shown}"
                );
            }
        }
    }
}

#[test]
fn the_nearest_code_is_offered() {
    let project = Project::new();
    for (wanted, near) in [
        ("H0041", "H0001"),
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
