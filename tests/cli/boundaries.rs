//! What hoshin must not read, whoever asks for it, and what it must not wait for.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::project::{Project, Ran, SHOP, VOCABULARY};

/// What stands in files that no run may show.
const SECRET: &str = "極秘の文言";

/// The shop's policy, which names a previous revision.
fn revised(previous: &str) -> String {
    SHOP.replace("  最終改定", &format!("  旧版 \"{previous}\"\n  最終改定"))
}

/// A policy that must not be read: it is sound, so that it would be shown.
fn secret() -> String {
    earlier().replace("商品の発送", SECRET)
}

fn earlier() -> String {
    let words = SHOP
        .replace("2026-04-01", "2025-04-01")
        .replace("取込 \"vocabulary.policy\"\n", "");
    format!("{VOCABULARY}\n{words}")
}

/// Runs a command that has to end by itself.
#[track_caller]
fn ends(command: &mut Command) -> Ran {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("hoshin starts");
    let started = Instant::now();
    while child.try_wait().expect("it can be asked").is_none() {
        if started.elapsed() > Duration::from_secs(30) {
            let _ = child.kill();
            panic!("it waits for something");
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    Ran::from(child.wait_with_output().expect("it has ended"))
}

#[track_caller]
fn refused(ran: &Ran, code: &str) {
    ran.exits(2);
    assert!(ran.err.contains(&format!("エラー[{code}]")), "{ran:#?}");
    assert!(!(ran.out.clone() + &ran.err).contains(SECRET), "{ran:#?}");
}

#[cfg(unix)]
fn link(project: &Project, to: &str, name: &str) {
    std::os::unix::fs::symlink(to, project.path(name)).expect("a link");
}

#[cfg(unix)]
fn pipe(project: &Project, name: &str) {
    let made = Command::new("mkfifo").arg(project.path(name)).status();
    assert!(made.expect("mkfifo is there").success());
}

/// `link/../old.policy` is `sub/old.policy`, since `link` leads into `sub`; as text it is `old.policy`, which leads out.
#[test]
#[cfg(unix)]
fn what_was_checked_is_what_is_opened() {
    let project = Project::new()
        .file("outside/old.policy", secret())
        .file("project/.git/HEAD", "")
        .file("project/vocabulary.policy", VOCABULARY)
        .file("project/sub/inner/keep", "")
        .file("project/sub/old.policy", earlier())
        .file("project/shop.policy", revised("link/../old.policy"));
    link(&project, "sub/inner", "project/link");
    link(&project, "../outside/old.policy", "project/old.policy");
    for arguments in [
        &["diff", "project/shop.policy"][..],
        &["check", "project/shop.policy"],
        &["build", "project/shop.policy", "-o", "out"],
    ] {
        let ran = project.run(arguments);
        ran.exits(0);
        assert!(!(ran.out + &ran.err).contains(SECRET), "{arguments:?}");
    }
    let past = project.read("out/revisions/2025-04-01/index.html");
    assert!(past.contains("商品の発送") && !past.contains(SECRET));
}

/// The same with the file outside and the checked one inside; and by every other way out.
#[test]
#[cfg(unix)]
fn no_previous_revision_outside_of_the_project_is_read() {
    let project = Project::new()
        .file("outside/old.policy", secret())
        .file("project/.git/HEAD", "")
        .file("project/vocabulary.policy", VOCABULARY)
        .file("project/sub/inner/keep", "");
    link(&project, "sub/inner", "project/link");
    link(&project, "../outside", "project/folder");
    link(&project, "../outside/old.policy", "project/file.policy");
    let absolute = project.path("outside/old.policy");
    let absolute = absolute.to_str().expect("a plain path");
    link(&project, absolute, "project/absolute.policy");
    for previous in [
        "../outside/old.policy",
        "sub/../../outside/old.policy",
        "link/../../../outside/old.policy",
        "folder/old.policy",
        "folder/../outside/old.policy",
        "file.policy",
        "absolute.policy",
        absolute,
    ] {
        let project = project.with("project/shop.policy", revised(previous));
        for arguments in [
            &["diff", "project/shop.policy"][..],
            &["build", "project/shop.policy", "-o", "out"],
        ] {
            refused(&project.run(arguments), "C0025");
        }
        assert!(!project.path("out").exists());
    }
}

/// A link that leads inside at one moment and outside at the next.
#[test]
#[cfg(unix)]
fn a_link_that_is_changed_while_hoshin_looks_leads_nowhere() {
    use std::sync::atomic::{AtomicBool, Ordering};
    let import = SHOP.replace("vocabulary.policy", "words/vocabulary.policy");
    let import = import.replace("  最終改定", "  旧版 \"words/old.policy\"\n  最終改定");
    let project = Project::new()
        .file("outside/vocabulary.policy", format!("{SECRET}\n"))
        .file("outside/old.policy", secret())
        .file("project/.git/HEAD", "")
        .file("project/inside/vocabulary.policy", VOCABULARY)
        .file("project/inside/old.policy", earlier())
        .file("project/shop.policy", import);
    link(&project, "inside", "project/words");
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let swap = scope.spawn(|| {
            let mut turns = 0_u32;
            while !done.load(Ordering::Relaxed) {
                for to in ["../outside", "inside"] {
                    link(&project, to, "project/next");
                    std::fs::rename(project.path("project/next"), project.path("project/words")).expect("a rename");
                }
                turns += 1;
            }
            turns
        });
        let runs: Vec<Ran> = (0..60).map(|_| project.run(&["diff", "project/shop.policy"])).collect();
        done.store(true, Ordering::Relaxed);
        assert!(swap.join().expect("it goes on") > 60);
        for ran in runs {
            assert!(!(ran.out.clone() + &ran.err).contains(SECRET), "{ran:#?}");
        }
    });
}

#[test]
#[cfg(unix)]
fn a_previous_revision_is_a_regular_file() {
    let project = Project::shop().file("folder/keep", "");
    pipe(&project, "pipe");
    let _socket = std::os::unix::net::UnixListener::bind(project.path("socket")).expect("a socket");
    link(&project, "/dev/zero", "zero");
    link(&project, "pipe", "to-pipe");
    for (previous, said) in [
        ("pipe", "通常のファイルではありません"),
        ("to-pipe", "通常のファイルではありません"),
        ("socket", "通常のファイルではありません"),
        ("folder", "通常のファイルではありません"),
        ("zero", "プロジェクトのフォルダーの外"),
    ] {
        let project = project.with("revised.policy", revised(previous));
        for arguments in [
            &["diff", "revised.policy"][..],
            &["build", "revised.policy", "-o", "out"],
        ] {
            let ran = ends(&mut project.command(arguments));
            refused(&ran, "C0025");
            assert!(ran.err.contains(said), "{ran:#?}");
        }
        // What was not compared with its 旧版 is not called free of problems.
        let ran = ends(&mut project.command(&["check", "revised.policy"]));
        refused(&ran, "C0025");
        assert!(ran.out.contains("問題がないとは言えません"), "{ran:#?}");
        assert!(
            !ran.out.contains("見つかりませんでした") && !ran.out.contains("矛盾はありません"),
            "{ran:#?}"
        );
    }
}

#[test]
#[cfg(unix)]
fn an_import_is_a_regular_file() {
    let project = Project::shop().file("folder/keep", "");
    pipe(&project, "pipe");
    let _socket = std::os::unix::net::UnixListener::bind(project.path("socket")).expect("a socket");
    link(&project, "/dev/zero", "zero");
    for (import, code) in [
        ("pipe", "H0004"),
        ("socket", "H0004"),
        ("folder", "H0004"),
        ("zero", "H0006"),
    ] {
        let project = project.with("a.policy", SHOP.replace("vocabulary.policy", import));
        let ran = ends(&mut project.command(&["check", "a.policy", "--format", "short"]));
        ran.exits(1);
        assert!(ran.codes().contains(&code), "{import}: {ran:#?}");
        assert!(!ran.out.contains("regular"), "no English in Japanese: {ran:#?}");
    }
}

#[test]
#[cfg(unix)]
fn a_folder_of_revisions_tells_what_it_cannot_read() {
    let dated = |date: &str| SHOP.replace("2026-04-01", date).replace("vocabulary", "../vocabulary");
    let project = || {
        Project::shop()
            .file("outside/old.policy", secret())
            .file("shop.policy", SHOP)
            .file("work/.git/HEAD", "")
            .file("work/vocabulary.policy", VOCABULARY)
            .file("work/elsewhere.policy", SHOP.replace("2026-04-01", "2023-04-01"))
            .file("work/all/a.policy", dated("2024-04-01"))
            .file("work/all/b.policy", dated("2025-04-01"))
    };
    type Put = fn(&Project);
    let cases: [(&str, Put); 6] = [
        ("C0028", |project| pipe(project, "work/all/c.policy")),
        ("C0028", |project| pipe(project, "work/all/c.json")),
        ("C0029", |project| {
            link(project, "../../outside/old.policy", "work/all/c.policy")
        }),
        ("C0029", |project| link(project, "../../outside", "work/all/c")),
        ("C0002", |project| link(project, "nowhere", "work/all/c.policy")),
        ("C0005", |project| {
            let file = std::fs::File::create(project.path("work/all/c.policy")).expect("a file");
            file.set_len(1 << 40).expect("it can be sparse");
        }),
    ];
    for (code, put) in cases {
        let project = project();
        put(&project);
        for arguments in [
            &["diff", "work/all"][..],
            &["build", "shop.policy", "--archive", "work/all", "-o", "out"],
        ] {
            let ran = ends(&mut project.command(arguments));
            refused(&ran, code);
            assert!(ran.err.contains("work/all/c"), "{ran:#?}");
        }
        assert!(!project.path("out").exists());
    }
    // What is called like no revision is passed over, and a link inside the project is followed.
    let project = project();
    pipe(&project, "work/all/README");
    link(&project, "../elsewhere.policy", "work/all/c.policy");
    let ran = ends(project.command(&["diff", "work/all"]).current_dir(project.path("")));
    ran.exits(0);
    assert!(ran.out.contains("work/elsewhere.policy"), "{ran:#?}");
}

/// A stranger's change can make a file of the repository a link: what the user named is then not what is read.
#[test]
#[cfg(unix)]
fn a_link_in_a_repository_is_not_followed_out_of_it() {
    let project = Project::shop()
        .file("outside/old.policy", secret())
        .file("outside/theme.css", format!("h1 {{ content: \"{SECRET}\" }}"))
        .file("project/.git/HEAD", "")
        .file("project/sound.policy", earlier());
    let absolute = project.path("project/sound.policy");
    link(&project, "../outside/old.policy", "project/out.policy");
    link(&project, "../outside", "project/folder");
    link(
        &project,
        absolute.to_str().expect("a plain path"),
        "project/absolute.policy",
    );
    link(&project, "sound.policy", "project/in.policy");
    link(&project, "../outside/theme.css", "project/theme.css");
    for file in ["out.policy", "folder/old.policy", "absolute.policy"] {
        let inside = || {
            let mut command = project.command(&[]);
            command.current_dir(project.path("project"));
            command
        };
        let file_from_here = format!("project/{file}");
        refused(&project.run(&["check", &file_from_here]), "C0029");
        refused(&Ran::of(inside().args(["check", file])), "C0029");
        refused(&Ran::of(inside().args(["fmt", file])), "C0029");
        refused(
            &Ran::of(inside().args(["render", "--format", "text", &format!("./{file}")])),
            "C0029",
        );
        refused(&Ran::of(inside().args(["diff", "sound.policy", file])), "C0029");
        refused(&Ran::of(inside().args(["ask", file, "利用", "氏名"])), "C0029");
        let whole = project.path("project").join(file);
        refused(&Ran::of(inside().arg("check").arg(whole)), "C0029");
    }
    for arguments in [
        &["diff", "project/folder"][..],
        &["diff", "project/folder", "shop.policy"],
        &["build", "shop.policy", "--archive", "project/folder", "-o", "out"],
    ] {
        refused(&project.run(arguments), "C0029");
    }
    for option in ["--theme", "--template"] {
        let css = "project/theme.css";
        let ran = project.run(&["render", "shop.policy", "--format", "html", option, css]);
        refused(&ran, "C0029");
    }
    // What the user names himself may lie anywhere, and so may links that are no repository's.
    project.run(&["check", "project/in.policy"]).exits(0);
    project.run(&["check", "outside/old.policy"]).exits(0);
    link(&project, "outside/old.policy", "link.policy");
    project.run(&["check", "link.policy"]).exits(0);
    let mut from_inside = project.command(&["check", "../outside/old.policy"]);
    Ran::of(from_inside.current_dir(project.path("project"))).exits(0);
}

#[test]
#[cfg(unix)]
fn a_pipe_that_the_user_names_is_read_in_a_repository_too() {
    let project = Project::shop().file(".git/HEAD", "");
    pipe(&project, "pipe");
    let path = project.path("pipe");
    let writer = std::thread::spawn(move || std::fs::write(path, SHOP));
    project.run(&["check", "pipe"]).exits(0);
    assert!(writer.join().is_ok_and(|written| written.is_ok()));
    project.pipe(&["check", "/dev/stdin"], earlier()).exits(0);
}

#[test]
fn more_revisions_than_anybody_has_are_not_begun() {
    let project = Project::new().file("all/a.policy", "情報 個人情報\n");
    for number in 0..1000 {
        project.with(&format!("all/{number}.policy"), "情報 個人情報\n");
    }
    refused(&project.run(&["diff", "all"]), "C0031");
    std::fs::remove_file(project.path("all/a.policy")).expect("a file");
    refused(&project.run(&["diff", "all"]), "C0026");
}

/// The root of the file system is nobody's project, even where hoshin is started there.
#[test]
fn started_at_the_root_hoshin_does_not_take_all_for_the_project() {
    let project = Project::new()
        .file("vocabulary.policy", VOCABULARY)
        .file("a/shop.policy", SHOP.replace("vocabulary", "../vocabulary"));
    let mut command = project.command(&["check", "--format", "short"]);
    let ran = Ran::of(command.arg(project.path("a/shop.policy")).current_dir("/"));
    ran.exits(1);
    assert!(ran.codes().contains(&"H0006"), "{ran:#?}");
}

/// Two files that look the same must not be taken for one.
#[test]
#[cfg(target_os = "linux")]
fn a_file_whose_name_is_no_text_is_not_taken_for_another() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;
    let project = Project::new().file("shop.policy", format!("取込 \"other.policy\"\n{SHOP}"));
    for (name, bytes, text) in [
        ("vocabulary.policy", &b"\xFE.policy"[..], VOCABULARY),
        ("other.policy", b"\xFF.policy", "主体 加盟店\n"),
    ] {
        let bytes = OsStr::from_bytes(bytes);
        std::fs::write(project.path("").join(bytes), text).expect("a file");
        std::os::unix::fs::symlink(bytes, project.path(name)).expect("a link");
    }
    let ran = project.run(&["check", "shop.policy", "--format", "short"]);
    ran.exits(1);
    assert!(ran.codes().contains(&"H0004"), "{ran:#?}");
}
