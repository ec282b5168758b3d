//! `hoshin ci` on repositories as CI finds them: whatever is asked, a policy is compared, or the run ends with 2.

use super::project::{Project, Ran, SHOP, VOCABULARY};
use super::repository::{git_in, with_git};

/// The shop's policy in canonical form.
fn shop() -> String {
    formatted(SHOP)
}

/// The shop's policy, with names provided alone.
fn narrow() -> String {
    let narrow = SHOP.replace("「氏名・住所」［氏名、住所］", "「氏名」［氏名］");
    assert_ne!(narrow, SHOP);
    formatted(&narrow)
}

fn formatted(text: &str) -> String {
    Project::new().pipe(&["fmt", "-"], text).exits(0).out.clone()
}

/// A repository with these files on `main`, as a pull request finds it: on a branch of its own.
fn repository(files: &[(&str, &str)]) -> Project {
    let project = files
        .iter()
        .fold(Project::new(), |project, (name, text)| project.file(name, text));
    let project = project.repository().commit("published");
    project.git(&["update-ref", "refs/remotes/origin/main", "HEAD"]);
    project.git(&["checkout", "--quiet", "-b", "revision"]);
    project
}

/// The shop's narrow policy on `main`.
fn published() -> Project {
    repository(&[("shop.policy", &narrow()), ("vocabulary.policy", VOCABULARY)])
}

fn ci(project: &Project, more: &[&str]) -> Ran {
    project.run_with_git(&[&["ci", "--base", "origin/main"], more].concat())
}

/// The run ends with 2 and says why, by this code.
#[track_caller]
fn refused(ran: &Ran, code: &str) {
    ran.exits(2);
    assert!(ran.err.contains(&format!("エラー[{code}]")), "{code}: {ran:#?}");
    assert!(ran.out.contains("通してはいけません"), "{ran:#?}");
}

#[test]
fn what_changes_nothing_passes() {
    let ran = ci(&published(), &[]);
    assert!(ran.exits(0).out.contains("shop.policy（変更なし）"), "{ran:#?}");
    assert!(ran.out.ends_with("ファイル 2 個: 通してよい\n"), "{ran:#?}");
}

#[test]
fn a_widening_is_stopped_and_an_acknowledged_one_passes_once() {
    let project = published().file("shop.policy", shop());
    let ran = ci(&project, &[]);
    assert!(ran.exits(1).out.contains("承認のない広がりが 1 件あります"), "{ran:#?}");
    let acknowledged = SHOP.replace(
        "  最終改定［2026-04-01］\n",
        "  最終改定［2026-04-01］{\n    承認［加盟店への提供、2026-03-15］\"お客様に通知し、承認した\"\n  }\n",
    );
    let project = project.file("shop.policy", formatted(&acknowledged)).commit("wider");
    ci(&project, &[]).exits(0);
    ci(&project, &["--fail-on", "wider"]).exits(1);
    // Merged, it lets nothing pass again.
    project.git(&["update-ref", "refs/remotes/origin/main", "HEAD"]);
    let again = acknowledged.replace("［氏名、住所］", "［個人情報］");
    let project = project.file("shop.policy", formatted(&again));
    ci(&project, &["--fail-on", "any"]).exits(1);
}

#[test]
fn a_base_that_is_not_there_is_no_base() {
    let project = published();
    for base in [
        "origin/mian",
        "",
        "origin/",
        "0000000000000000000000000000000000000000",
        "a\nb",
        "HEAD:shop.policy",
    ] {
        let ran = project.run_with_git(&["ci", &format!("--base={base}")]);
        refused(&ran, "C0022");
    }
    let ran = project.run_with_git(&["ci", "--base=--output=made"]);
    refused(&ran, "C0022");
    assert!(!project.path("made").exists());
    // Without the option nothing is guessed.
    assert!(project.run_with_git(&["ci"]).exits(2).err.contains("--base"));
}

#[test]
fn a_history_that_is_cut_off_decides_nothing_unless_the_base_is_here_itself() {
    let project = published()
        .file("memo.txt", "")
        .commit("second")
        .file("shop.policy", shop());
    let project = project.commit("wider");
    let url = format!("file://{}", project.path("").display());
    let cloned = |depth: &str, folder: &str| {
        project.git(&[
            "clone",
            "--quiet",
            "--no-tags",
            depth,
            "--branch=revision",
            &url,
            folder,
        ]);
        let clone = project.path(folder);
        git_in(
            &clone,
            &[
                "fetch",
                "--quiet",
                "--no-tags",
                "--depth=1",
                "origin",
                "main:refs/remotes/origin/main",
            ],
        );
        let mut command = project.command(&["ci", "--base", "origin/main"]);
        Ran::of(with_git(command.current_dir(clone)))
    };
    let ran = cloned("--depth=1", "one");
    refused(&ran, "C0033");
    assert!(ran.err.contains("fetch-depth: 0"), "{ran:#?}");
    // The base is an ancestor that is here: nothing later could have been cut off.
    assert!(cloned("--depth=3", "three").exits(1).out.contains("承認のない広がり"));
}

#[test]
fn histories_that_share_nothing_or_too_much_have_no_base() {
    let project = published();
    project.git(&["checkout", "--quiet", "--orphan", "other"]);
    let project = project.commit("orphan");
    refused(&ci(&project, &[]), "C0033");
    // Merged into one another: two commits from which both have come.
    let project = published().file("a.txt", "").commit("ours");
    project.git(&["checkout", "--quiet", "main"]);
    let project = project.file("b.txt", "").commit("theirs");
    project.git(&["merge", "--quiet", "--no-ff", "--message=one", "ours"]);
    project.git(&["update-ref", "refs/remotes/origin/main", "HEAD"]);
    project.git(&["checkout", "--quiet", "revision"]);
    project.git(&["merge", "--quiet", "--no-ff", "--message=other", "theirs"]);
    let ran = ci(&project, &[]);
    refused(&ran, "C0033");
    assert!(ran.err.contains("2 つ"), "{ran:#?}");
}

/// Compared is what the change brings, not what others have merged since.
#[test]
fn a_base_that_went_on_is_compared_with_where_the_change_parted() {
    let project = repository(&[("shop.policy", &shop()), ("vocabulary.policy", VOCABULARY)]);
    project.git(&["checkout", "--quiet", "main"]);
    let project = project.file("shop.policy", narrow()).commit("narrower");
    project.git(&["update-ref", "refs/remotes/origin/main", "HEAD"]);
    project.git(&["checkout", "--quiet", "revision"]);
    ci(&project, &[]).exits(0);
    // Where it is merged in, it is compared with that.
    project.git(&["merge", "--quiet", "--no-ff", "--message=merged", "main"]);
    let project = project.file("shop.policy", shop());
    ci(&project, &[]).exits(1);
    // A HEAD without a branch is as good.
    project.git(&["checkout", "--quiet", "--detach"]);
    ci(&project, &[]).exits(1);
}

#[test]
fn a_folder_of_somebody_else_is_not_opened() {
    let project = published().file(
        "bin/git",
        "#!/bin/sh\nexport GIT_TEST_ASSUME_DIFFERENT_OWNER=1\nexec \"$REAL_GIT\" \"$@\"\n",
    );
    executable(&project, "bin/git");
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut folders = std::env::split_paths(&path).map(|folder| folder.join("git"));
    let real = folders.find(|file| file.is_file()).expect("git is installed");
    let mut command = project.command(&["ci", "--base", "origin/main"]);
    with_git(&mut command)
        .env("PATH", project.path("bin"))
        .env("REAL_GIT", real);
    let ran = Ran::of(&mut command);
    refused(&ran, "C0021");
    assert!(ran.err.contains("dubious ownership"), "{ran:#?}");
}

fn executable(project: &Project, name: &str) {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::set_permissions(project.path(name), std::fs::Permissions::from_mode(0o755)).expect("permissions");
}

#[test]
fn a_policy_that_was_renamed_and_edited_is_compared() {
    let project = published();
    std::fs::remove_file(project.path("shop.policy")).expect("it is there");
    let moved = |text: String| text.replace("\"vocabulary.policy\"", "\"../vocabulary.policy\"");
    let project = project.file("方針/新.policy", moved(shop())).commit("renamed");
    let ran = ci(&project, &[]);
    assert!(
        ran.exits(1)
            .out
            .contains("方針/新.policy（変更あり。もとは shop.policy）")
            && ran.out.contains("承認のない広がり"),
        "{ran:#?}"
    );
    // Looked at alone, the one that is gone is not passed over.
    refused(&ci(&project, &["shop.policy"]), "C0036");
    // The other way round it is known where it came from.
    ci(&project, &["方針"]).exits(1);
    // Rewritten, it is a new policy, and the other one is gone.
    let other = "情報 連絡先 { ・電話番号 }\n方針「会員規約」{\n  章 取得「取得」{\n    取得「当社は、電話番号を取得します。」\n  }\n}\n";
    let project = project.file("方針/新.policy", formatted(other)).commit("rewritten");
    let ran = ci(&project, &[]);
    refused(&ran, "C0035");
    refused(&ran, "C0036");
    assert!(
        ran.err.contains("`方針/新.policy`") && ran.err.contains("`shop.policy`"),
        "{ran:#?}"
    );
    refused(&ci(&project, &["--allow-new"]), "C0036");
    refused(&ci(&project, &["--allow-deleted"]), "C0035");
    ci(&project, &["--allow-new", "--allow-deleted"]).exits(0);
}

#[test]
fn a_new_policy_passes_only_where_that_is_allowed() {
    let project = published().file(
        ".hidden/b/shop.policy",
        shop().replace("\"vocabulary", "\"../../vocabulary"),
    );
    let ran = ci(&project, &[]);
    refused(&ran, "C0035");
    assert!(ran.err.contains(".hidden/b/shop.policy"), "{ran:#?}");
    let ran = ci(&project, &["--allow-new"]);
    assert!(ran.exits(0).out.contains("新しい方針。比べていません"), "{ran:#?}");
    // What is allowed is said before anything else.
    let note = ran.out.find("注意: `.hidden/b/shop.policy` は新しい方針");
    assert!(note < ran.out.find("shop.policy（変更なし）"), "{ran:#?}");
}

/// Each revision in a file of its own: a new file is compared with the one that it names.
#[test]
fn a_new_file_is_compared_with_the_revision_that_it_names() {
    let project = repository(&[("2025.policy", &narrow()), ("vocabulary.policy", VOCABULARY)]);
    let next = SHOP.replace("  最終改定", "  旧版 \"2025.policy\"\n  最終改定");
    let project = project.file("2026.policy", formatted(&next));
    let ran = ci(&project, &[]);
    assert!(
        ran.exits(1).out.contains("2026.policy（変更あり。もとは 2025.policy）"),
        "{ran:#?}"
    );
    // What the base does not have decides nothing.
    let project = project
        .file("2025.policy", shop())
        .file("2027.policy", formatted(&next.replace("2025", "2026")));
    refused(&ci(&project, &["2027.policy"]), "C0035");
}

#[test]
fn a_policy_that_is_gone_is_told() {
    let project = repository(&[
        ("shop.policy", &narrow()),
        ("other.policy", &shop()),
        ("vocabulary.policy", VOCABULARY),
    ]);
    project.git(&["rm", "--quiet", "other.policy"]);
    let project = project.commit("gone");
    refused(&ci(&project, &[]), "C0036");
    let ran = ci(&project, &["--allow-deleted"]);
    assert!(
        ran.exits(0).out.contains("注意: 方針 `other.policy` がなくなりました"),
        "{ran:#?}"
    );
    // A file that only declares now is no policy any more.
    let project = project.file(
        "shop.policy",
        VOCABULARY.replace("個人情報", "別の情報").replace("加盟店", "店"),
    );
    refused(&ci(&project, &["shop.policy"]), "C0036");
}

#[test]
fn what_is_not_checked_out_was_not_looked_at() {
    let project = published();
    std::fs::remove_file(project.path("shop.policy")).expect("it is there");
    refused(&ci(&project, &[]), "C0038");
    refused(&ci(&project, &["--allow-deleted"]), "C0038");
    // A folder that was replaced by a link.
    let project = repository(&[("a/shop.policy", &narrow()), ("a/vocabulary.policy", VOCABULARY)]);
    std::fs::rename(project.path("a"), project.path("b")).expect("a folder");
    std::os::unix::fs::symlink("b", project.path("a")).expect("a link");
    let project = project.commit("link");
    let ran = ci(&project, &["a"]);
    assert_eq!(
        ran.code,
        Some(0),
        "the folder it leads to is compared with what was there: {ran:#?}"
    );
    let project = project.file("b/shop.policy", shop());
    ci(&project, &[]).exits(1);
}

#[test]
fn a_policy_of_another_repository_is_not_passed_over() {
    let other = Project::new()
        .file("terms.policy", shop())
        .file("vocabulary.policy", VOCABULARY)
        .repository()
        .commit("x");
    let outside = other.path("terms.policy");
    let project = published();
    refused(&ci(&project, &[outside.to_str().expect("plain")]), "C0034");
    refused(&ci(&project, &["..", "shop.policy"]), "C0034");
    let url = other.path("").display().to_string();
    project.git(&[
        "-c",
        "protocol.file.allow=always",
        "submodule",
        "--quiet",
        "add",
        &url,
        "規約",
    ]);
    let project = project.commit("submodule");
    refused(&ci(&project, &[]), "C0034");
    refused(&ci(&project, &["規約"]), "C0034");
    refused(&ci(&project, &["規約/terms.policy"]), "C0034");
    ci(&project, &["shop.policy"]).exits(0);
    // One without policies, or one that is not here, is said to be unseen.
    project.git(&["submodule", "--quiet", "deinit", "--force", "規約"]);
    let ran = ci(&project, &[]);
    assert!(ran.exits(0).out.contains("注意: `規約` は別のリポジトリ"), "{ran:#?}");
}

#[test]
fn where_nothing_is_found_nothing_is_fine() {
    let project = published().file("docs/memo.txt", "");
    refused(&ci(&project, &["docs"]), "C0032");
    refused(&ci(&project, &["vocabulary.policy"]), "C0032");
    refused(&ci(&project, &["shopp.policy"]), "C0002");
    let outside = Project::shop();
    refused(&ci(&outside, &[]), "C0021");
    let mut command = project.command(&["ci", "--base", "origin/main"]);
    refused(&Ran::of(command.env("PATH", project.path("docs"))), "C0020");
}

/// The change that mends a broken `main` can pass, but not unseen.
#[test]
fn a_broken_base_is_told_and_may_be_mended() {
    let broken = narrow().replace("［加盟店］", "［加盟点］");
    let project = repository(&[("shop.policy", &broken), ("vocabulary.policy", VOCABULARY)]);
    let mended = |answer: &str| {
        let test = format!(
            "  検証「渡せる」{{\n    提供［氏名］\n    提供先［加盟店］\n    目的［配送］\n    結果［{answer}］\n  }}\n}}\n"
        );
        formatted(&(narrow().trim_end().trim_end_matches('}').to_owned() + &test))
    };
    let project = project.file("shop.policy", mended("許可"));
    let ran = ci(&project, &[]);
    refused(&ran, "C0037");
    assert!(ran.out.contains("検証 1 件: すべて成功"), "the rest is done: {ran:#?}");
    let ran = ci(&project, &["--allow-broken-base"]);
    assert!(ran.exits(0).out.contains("注意: 比べる元の"), "{ran:#?}");
    let project = project.file("shop.policy", mended("禁止"));
    let ran = ci(&project, &["--allow-broken-base"]);
    assert!(ran.exits(1).out.contains("検証「渡せる」の結果は「禁止」"), "{ran:#?}");
    // What an import of the base lacks breaks it as well.
    let project = repository(&[("shop.policy", &narrow())]).file("vocabulary.policy", VOCABULARY);
    refused(&ci(&project, &[]), "C0037");
}

/// The shop's policy with a prohibition beside its permit.
fn forbidding(data: &str) -> String {
    let clause = format!(
        "    提供しない 不提供「当社は、{data}を加盟店に提供しません。」{{\n      提供先［加盟店］\n      項目［{data}］\n    }}\n"
    );
    formatted(&SHOP.replace("    提供 加盟店への提供", &(clause + "    提供 加盟店への提供")))
}

/// A base whose clauses contradict one another can be read, so it is compared.
#[test]
fn a_base_that_contradicts_itself_is_compared() {
    let files = [
        ("shop.policy", &*forbidding("個人情報")),
        ("vocabulary.policy", VOCABULARY),
    ];
    let project = repository(&files);
    let ran = ci(&project, &[]);
    assert!(ran.exits(1).out.contains("エラー[H0501]"), "{ran:#?}");
    let project = project.file("shop.policy", shop());
    let ran = ci(&project, &[]);
    assert!(ran.exits(1).out.contains("承認のない広がり"), "{ran:#?}");
}

#[test]
fn an_unformatted_file_and_a_denied_warning_are_problems() {
    let project = published().file("shop.policy", narrow().replace("  章 利用目的", "    章 利用目的"));
    let ran = ci(&project, &[]);
    assert!(ran.exits(1).out.contains("整形されていません"), "{ran:#?}");
    let files = [("shop.policy", &*forbidding("住所")), ("vocabulary.policy", VOCABULARY)];
    let project = repository(&files);
    let ran = ci(&project, &[]);
    assert!(ran.exits(0).out.contains("警告[H0503]"), "{ran:#?}");
    ci(&project, &["--deny", "warnings"]).exits(1);
    ci(&project, &["--deny", "H0503"]).exits(1);
    // A change beside the denied warning is compared all the same.
    let project = project.file("shop.policy", shop());
    assert!(
        ci(&project, &["--deny", "warnings"])
            .exits(1)
            .out
            .contains("承認のない広がり")
    );
}

/// A name that cannot be written down cannot be found in another revision.
#[test]
fn a_name_that_is_not_text_is_told() {
    use std::os::unix::ffi::OsStrExt as _;
    let project = published();
    let name = std::ffi::OsStr::from_bytes(b"\x82\xA0.policy");
    std::fs::write(project.path("").join(name), shop()).expect("a file");
    refused(&ci(&project, &[]), "C0039");
    // Nor can one of the base.
    let project = project.commit("bytes");
    project.git(&["update-ref", "refs/remotes/origin/main", "HEAD"]);
    std::fs::remove_file(project.path("").join(name)).expect("it is there");
    let project = project.commit("gone");
    refused(&ci(&project, &[]), "C0039");
}

/// A link that leads out of the repository is read by nobody.
#[test]
fn a_link_out_of_the_repository_is_not_followed() {
    let secret = Project::new().file("secret.policy", "秘密");
    let project = published();
    std::os::unix::fs::symlink(secret.path("secret.policy"), project.path("new.policy")).expect("a link");
    let ran = ci(&project, &["--allow-new"]);
    refused(&ran, "C0034");
    assert!(!ran.err.contains("秘密") && !ran.out.contains("秘密"), "{ran:#?}");
}

/// Somebody may have left a pipe: reading it would wait for ever.
#[test]
fn a_pipe_is_not_read() {
    let project = published();
    let made = std::process::Command::new("mkfifo")
        .arg(project.path("pipe.policy"))
        .status();
    assert!(made.expect("coreutils").success());
    let ran = ci(&project, &[]);
    refused(&ran, "C0003");
    assert!(ran.err.contains("通常のファイルではない"), "{ran:#?}");
}

/// Whoever may push a tag must not choose what is compared with: git takes the tag before the branch.
#[test]
fn a_base_of_two_meanings_is_no_base() {
    let project = published().file("shop.policy", shop()).commit("wider");
    ci(&project, &[]).exits(1);
    project.git(&["tag", "origin/main", "HEAD"]);
    refused(&ci(&project, &[]), "C0022");
    let full = project.run_with_git(&["ci", "--base=refs/remotes/origin/main"]);
    assert!(full.exits(1).out.contains("承認のない広がり"), "{full:#?}");
    // So for a revision of a file.
    let ran = project.run_with_git(&["diff", "git:origin/main:shop.policy", "shop.policy"]);
    assert!(ran.exits(2).err.contains("エラー[C0022]"), "{ran:#?}");
}

#[test]
#[cfg(unix)]
fn an_output_follows_no_link_and_takes_no_others_place() {
    let project = published();
    let victim = project
        .path("")
        .parent()
        .expect("a folder")
        .join("victim-of-summary.sh");
    std::fs::write(&victim, "echo\n").expect("a file");
    std::os::unix::fs::symlink(&victim, project.path("summary.md")).expect("a link");
    let ran = ci(&project, &["--summary", "summary.md"]);
    assert_eq!(std::fs::read_to_string(&victim).expect("it is there"), "echo\n");
    ran.exits(2);
    std::fs::remove_file(&victim).expect("it goes");
    for pair in [["--json", "--sarif"], ["--junit", "--summary"]] {
        let ran = ci(&project, &[pair[0], "same", pair[1], "./same"]);
        assert!(ran.exits(2).err.contains("エラー[C0006]"), "{ran:#?}");
        assert!(!project.path("same").exists());
    }
}
