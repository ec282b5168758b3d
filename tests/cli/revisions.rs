//! Where the revisions that are compared come from: files, git, bundles, folders; and what they must not break.

use super::project::{Project, Ran, SHOP, VOCABULARY};
use super::repository::with_git;

/// The shop's policy on another day.
fn dated(date: &str) -> String {
    SHOP.replace("2026-04-01", date)
}

/// The code of the error that a run ends with.
#[track_caller]
fn refused(ran: &Ran) -> &str {
    ran.exits(2);
    assert_eq!(ran.out, "", "{ran:#?}");
    let code = ran.err.lines().rev().find_map(|line| line.strip_prefix("エラー["));
    code.map(|code| code.trim_end_matches(']'))
        .unwrap_or_else(|| panic!("{ran:#?}"))
}

/// A repository with the shop's policy in it, changed since `v1`.
fn shop_in_git() -> Project {
    Project::shop()
        .repository()
        .commit("v1")
        .file("shop.policy", SHOP.replace("［氏名、住所］", "［氏名］"))
}

#[test]
fn a_revision_in_git_is_what_the_file_was_there() {
    let project = shop_in_git();
    project.run(&["render", "shop.policy", "--format", "text"]).exits(0);
    for place in [
        "git:v1:shop.policy",
        "git:HEAD:./shop.policy",
        "git:main:a/../shop.policy",
    ] {
        let same = project.run_with_git(&["diff", place, "git:v1:shop.policy"]);
        same.exits(0);
        let other = project.run_with_git(&["diff", place, "shop.policy"]);
        other.exits(0);
        assert_ne!(same.out, other.out, "{place}");
    }
}

/// What the policy imported then, not what lies there now.
#[test]
fn imports_are_those_of_the_same_commit() {
    let project = Project::new()
        .file(
            "方針/shop.policy",
            SHOP.replace("\"vocabulary.policy\"", "\"../語彙/v.policy\""),
        )
        .file("語彙/v.policy", VOCABULARY)
        .repository()
        .commit("v1")
        .file("方針/shop.policy", "空")
        .file("語彙/v.policy", "空");
    let ran = project.run_with_git(&["diff", "git:v1:方針/shop.policy", "git:HEAD:方針/shop.policy"]);
    ran.exits(0);
    let mut inside = project.command(&["diff", "git:v1:./shop.policy", "git:v1:方針/shop.policy"]);
    Ran::of(with_git(inside.current_dir(project.path("方針")))).exits(0);
}

#[test]
fn an_import_cannot_leave_the_repository() {
    let secret = Project::new().file("secret.policy", VOCABULARY);
    let outside = secret.path("secret.policy");
    for import in [
        "../secret.policy",
        outside.to_str().expect("a plain path"),
        "a/../../secret.policy",
    ] {
        let project = Project::new()
            .file("shop.policy", SHOP.replace("vocabulary.policy", import))
            .repository()
            .commit("v1");
        let ran = project.run_with_git(&["diff", "git:v1:shop.policy", "git:v1:shop.policy"]);
        ran.exits(1);
        assert!(ran.err.contains("エラー[H0006]"), "{import}: {ran:#?}");
        assert!(
            ran.err.contains("git:v1:shop.policy:1:4"),
            "the place is told: {ran:#?}"
        );
    }
}

#[test]
#[cfg(unix)]
fn links_lead_within_the_commit_only() {
    let project = Project::shop();
    std::os::unix::fs::symlink("shop.policy", project.path("link.policy")).expect("a link");
    std::os::unix::fs::symlink("/etc/passwd", project.path("out.policy")).expect("a link");
    std::os::unix::fs::symlink("loop.policy", project.path("loop.policy")).expect("a link");
    let project = project.repository().commit("v1");
    project
        .run_with_git(&["diff", "git:v1:link.policy", "git:v1:shop.policy"])
        .exits(0);
    for place in ["git:v1:out.policy", "git:v1:loop.policy"] {
        let ran = project.run_with_git(&["diff", place, "shop.policy"]);
        assert_eq!(refused(&ran), "C0023", "{ran:#?}");
        assert!(!ran.err.contains("root:"), "{ran:#?}");
    }
}

#[test]
fn what_is_not_in_git_is_said_with_what_was_probably_meant() {
    let project = Project::new()
        .file("方針/shop.policy", SHOP)
        .file("方針/vocabulary.policy", VOCABULARY)
        .repository()
        .commit("v1.0");
    let ran = |place: &str| project.run_with_git(&["diff", place, "方針/shop.policy"]);
    for (place, code, meant) in [
        ("git:v1.1:方針/shop.policy", "C0022", "もしかして: v1.0"),
        ("git:全然別:方針/shop.policy", "C0022", "新しいタグ: v1.0"),
        (
            "git:v1.0:方針/shopp.policy",
            "C0023",
            "もしかして: git:v1.0:方針/shop.policy",
        ),
        ("git:v1.0:shop.policy", "C0023", "もしかして: git:v1.0:方針/shop.policy"),
        ("git:v1.0:全然別", "C0023", "リポジトリのルートから"),
        ("git:v1.0:方針", "C0023", "フォルダーです"),
        ("git:v1.0:../shop.policy", "C0023", "リポジトリの外"),
        ("git:v1.0:/etc/passwd", "C0023", "リポジトリの外"),
    ] {
        let ran = ran(place);
        assert_eq!(refused(&ran), code, "{place}");
        assert!(ran.err.contains(meant), "{place}: {}", ran.err);
    }
}

/// Nothing that git could take for an option, another range or another command reaches it.
#[test]
fn hostile_revisions_and_paths_run_nothing() {
    let project = shop_in_git();
    for place in [
        "git:",
        "git:v1",
        "git::shop.policy",
        "git:v1:",
        "git:--output=made:shop.policy",
        "git:-h:shop.policy",
        "git:v1:--output=made",
        "git:v1;touch made:shop.policy",
        "git:$(touch made):shop.policy",
        "git:v1:$(touch made)",
        "git:v1:`touch made`",
        "git:^v1:shop.policy",
        "git:v1..main:shop.policy",
        "git:v1\nHEAD:shop.policy",
        "git:v1:shop.policy\nHEAD:vocabulary.policy",
        "git:@{upstream}:shop.policy",
        "git::/v1:shop.policy",
        "git:v1::(top)shop.policy",
    ] {
        let ran = project.run_with_git(&["diff", place, "shop.policy"]);
        let code = refused(&ran);
        assert!(["C0001", "C0022", "C0023"].contains(&code), "{place:?}: {ran:#?}");
        assert!(!project.path("made").exists(), "{place:?}");
    }
}

/// Hooks run with these set; they must not lead to another repository, nor make git run or write anything.
#[test]
fn the_environment_tells_git_nothing() {
    let other = Project::shop().repository().commit("other");
    let project = shop_in_git();
    let trace = project.path("trace");
    let mut command = project.command(&["diff", "git:v1:shop.policy", "git:v1:shop.policy"]);
    with_git(&mut command)
        .env("GIT_DIR", other.path(".git"))
        .env("GIT_WORK_TREE", other.path(""))
        .env("GIT_OBJECT_DIRECTORY", other.path(".git/objects"))
        .env("GIT_CONFIG_COUNT", "1")
        .env("GIT_CONFIG_KEY_0", "alias.cat-file")
        .env("GIT_CONFIG_VALUE_0", "!touch made")
        .env("GIT_TRACE", &trace);
    Ran::of(&mut command).exits(0);
    assert!(!trace.exists() && !project.path("made").exists());
}

#[test]
fn without_git_or_a_repository_that_is_said() {
    let project = Project::shop();
    let outside = project.run_with_git(&["diff", "git:v1:shop.policy", "shop.policy"]);
    assert_eq!(refused(&outside), "C0021");
    assert!(outside.err.contains("not a git repository"), "{outside:#?}");
    let mut command = project.command(&["diff", "git:v1:shop.policy", "shop.policy"]);
    let ran = Ran::of(command.env("PATH", project.path("")));
    assert_eq!(refused(&ran), "C0020");
}

#[test]
fn a_shallow_clone_is_told_how_to_get_the_rest() {
    let project = shop_in_git().commit("v2");
    let url = format!("file://{}", project.path("").display());
    project.git(&["clone", "--quiet", "--depth=1", "--no-tags", &url, "clone"]);
    let mut command = project.command(&["diff", "git:0123abc:shop.policy", "shop.policy"]);
    let ran = Ran::of(with_git(command.current_dir(project.path("clone"))));
    assert_eq!(refused(&ran), "C0022");
    assert!(ran.err.contains("fetch-depth: 0"), "{ran:#?}");
}

#[test]
fn a_pointer_of_git_lfs_is_no_policy() {
    const POINTER: &str = "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12\n";
    let project = Project::shop()
        .file("lfs.policy", POINTER)
        .file("importer.policy", SHOP.replace("vocabulary", "lfs"))
        .repository()
        .commit("v1");
    for place in ["git:v1:lfs.policy", "lfs.policy"] {
        assert_eq!(refused(&project.run_with_git(&["diff", place, "shop.policy"])), "C0024");
    }
    let ran = project.run_with_git(&["diff", "git:v1:importer.policy", "shop.policy"]);
    assert!(ran.exits(2).err.contains("Git LFS"), "{ran:#?}");
}

#[test]
fn one_revision_alone_is_compared_with_the_one_it_names() {
    let naming = |previous: &str| SHOP.replace("最終改定", &format!("旧版 \"{previous}\"\n  最終改定"));
    let project = Project::shop()
        .file(
            "old/2025.policy",
            dated("2025-04-01").replace("\"vocabulary", "\"../vocabulary"),
        )
        .file("new.policy", naming("old/2025.policy"))
        .repository()
        .commit("v1")
        .file("tagged.policy", naming("git:v1:old/2025.policy"))
        .file("missing.policy", naming("old/2024.policy"))
        .file("outside.policy", naming("../../../../../../../etc/hostname"));
    let two = project.run_with_git(&["diff", "old/2025.policy", "new.policy"]);
    for place in ["new.policy", "git:v1:new.policy", "tagged.policy"] {
        let one = project.run_with_git(&["diff", place]);
        assert_eq!(one.exits(0).out.is_empty(), two.exits(0).out.is_empty(), "{place}");
    }
    for (file, said) in [
        ("shop.policy", "旧版が書かれていません"),
        ("missing.policy", "見つかりません"),
        ("outside.policy", "プロジェクトのフォルダーの外"),
    ] {
        let ran = project.run_with_git(&["diff", file]);
        assert_eq!(refused(&ran), "C0025", "{file}");
        assert!(ran.err.contains(said), "{file}: {ran:#?}");
    }
}

#[test]
fn a_folder_without_enough_revisions_is_said() {
    let project = Project::shop()
        .file("empty/memo.txt", "")
        .file("one/a.policy", dated("2025-04-01"));
    let project = project.file("one/vocabulary.policy", VOCABULARY);
    for arguments in [
        &["diff", "empty"][..],
        &["diff", "one"],
        &["diff", "empty", "shop.policy"],
        &["diff", "one", "one/a.policy"],
    ] {
        let ran = project.run(arguments);
        assert_eq!(refused(&ran), "C0026", "{arguments:?}");
    }
}

#[test]
fn what_is_wrong_with_either_side_is_told_apart() {
    let wrong = SHOP.replace("［加盟店］", "［加盟点］");
    let project = Project::shop()
        .file("wrong.policy", wrong)
        .file("memo.txt", "会議の覚え書き");
    let ran = project.run(&["diff", "wrong.policy", "shop.policy"]);
    assert_eq!(refused(&ran), "C0027");
    assert!(
        ran.err.contains("エラー[H0201]") && ran.err.contains("改定前の `wrong.policy`"),
        "{ran:#?}"
    );
    let ran = project.run(&["diff", "shop.policy", "wrong.policy"]);
    assert!(
        ran.exits(1).err.contains("エラー[H0201]") && !ran.err.contains("C0027"),
        "{ran:#?}"
    );
    assert_eq!(refused(&project.run(&["diff", "memo.txt", "shop.policy"])), "C0027");
    assert_eq!(
        refused(&project.run(&["diff", "missing.policy", "shop.policy"])),
        "C0002"
    );
    assert_eq!(refused(&project.run(&["diff", "-", "-"])), "C0006");
}

#[test]
fn bundles_are_revisions_unless_they_cannot_be_relied_on() {
    let project = Project::shop();
    project.run(&["build", "shop.policy", "-o", "out"]).exits(0);
    let bundle = project.read("out/bundle.json");
    let project = project
        .file("changed.json", bundle.replace("商品の発送", "商品の販売"))
        .file(
            "newer.json",
            bundle.replace("hoshin.bundle/1-draft.2", "hoshin.bundle/1-draft.9"),
        )
        .file("other.json", "{\"name\": \"x\"}")
        .file("half.json", bundle.get(..200).expect("it is longer"));
    project.run(&["diff", "out/bundle.json", "shop.policy"]).exits(0);
    for file in ["changed.json", "newer.json", "other.json", "half.json"] {
        assert_eq!(refused(&project.run(&["diff", file, "shop.policy"])), "C0016", "{file}");
    }
}

/// A policy compared with itself is the same; that says nothing of what it was before.
#[test]
fn a_policy_is_no_earlier_revision_of_itself() {
    let own = |path: &str| SHOP.replace("  最終改定", &format!("  旧版 \"{path}\"\n  最終改定"));
    for path in ["shop.policy", "./shop.policy", "sub/../shop.policy"] {
        let project = Project::shop().file("sub/keep.txt", "");
        project.with("shop.policy", own(path));
        for arguments in [
            &["check", "shop.policy"][..],
            &["diff", "shop.policy"],
            &["build", "shop.policy", "-o", "out"],
        ] {
            let ran = project.run(arguments);
            assert!(ran.exits(2).err.contains("エラー[C0025]"), "{ran:#?}");
            assert!(!ran.out.contains("見つかりませんでした"), "{ran:#?}");
        }
        assert!(!project.path("out").exists());
    }
}
