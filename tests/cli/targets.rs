//! What hoshin writes over, and what it leaves alone: folders of output, files named by `-o`.

use std::process::{Command, Stdio};

use super::project::{Project, Ran, SHOP, tree};

fn build(project: &Project) -> Ran {
    project.run(&["build", "shop.policy", "-o", "out"])
}

/// A project whose output was built, and is to be built again for other words.
fn built() -> Project {
    let project = Project::shop();
    build(&project).exits(0);
    project.with("shop.policy", SHOP.replace("商品の発送", "商品の配送"));
    project
}

/// Everything in the project, hidden or not.
fn everything(project: &Project) -> Vec<(String, Vec<u8>)> {
    tree(&project.path(""))
}

/// Runs a build that is refused, and makes sure that nothing anywhere in the project was touched.
#[track_caller]
fn refused(project: &Project, code: &str, said: &str) -> Ran {
    let before = everything(project);
    let ran = build(project);
    ran.exits(2);
    assert!(
        ran.err.contains(&format!("エラー[{code}]")) && ran.err.contains(said),
        "{ran:#?}"
    );
    assert!(
        !ran.err.contains(&*project.path("").to_string_lossy()),
        "no absolute paths: {ran:#?}"
    );
    assert!(everything(project) == before, "something was touched");
    ran
}

#[cfg(unix)]
fn link(project: &Project, to: &str, name: &str) {
    std::os::unix::fs::symlink(to, project.path(name)).expect("a link");
}

/// Folders that are called as hoshin calls its own for a moment.
const BESIDE: [&str; 6] = [
    ".out.hoshin-new-backup/mine.txt",
    ".out.hoshin-new-aB3xY9/mine.txt",
    ".out.hoshin-old/mine.txt",
    ".out.hoshin-old-0123456789abcdef-0123456789abcdef/mine.txt",
    ".out.hoshin-new-0123456789abcdef-0123456789abcdef/mine.txt",
    ".hoshin-0123456789abcdef/mine.txt",
];

#[test]
fn nothing_beside_the_output_is_touched() {
    let marker = built().read("out/.hoshin-output");
    for output in ["", "out/memo.txt", "out/index.html"] {
        let project = BESIDE.into_iter().fold(Project::shop(), |project, name| {
            let folder = name.trim_end_matches("mine.txt");
            // What lies there claims to be hoshin's.
            project
                .file(name, "mine")
                .file(&format!("{folder}.hoshin-output"), &marker)
                .file(&format!("{folder}.hoshin-unfinished"), &marker)
        });
        std::fs::create_dir(project.path(".out.hoshin-new-empty")).expect("a folder");
        match output {
            "" => drop(build(&project).exits(0)),
            name => drop(refused(&project.file(name, "mine"), "C0008", "作ったものではない").exits(2)),
        }
    }
    let project = BESIDE
        .into_iter()
        .fold(built(), |project, name| project.file(name, "mine"));
    std::fs::create_dir(project.path(".out.hoshin-new-empty")).expect("a folder");
    for _ in 0..2 {
        build(&project).exits(0);
        assert!(BESIDE.iter().all(|name| project.read(name) == "mine"));
        assert!(project.path(".out.hoshin-new-empty").is_dir());
    }
    // An output that is gone is not made up for by what lies beside it.
    std::fs::remove_dir_all(project.path("out")).expect("it is there");
    build(&project).exits(0);
    assert!(BESIDE.iter().all(|name| project.read(name) == "mine"));
}

#[test]
fn an_output_that_somebody_has_edited_is_theirs() {
    for file in ["index.html", "policy.txt", "bundle.json"] {
        let project = built();
        let edited = project.read(&format!("out/{file}")) + "<!-- 追記 -->";
        project.with(&format!("out/{file}"), edited);
        let ran = refused(&project, "C0008", "書き出した後に変更されています");
        assert!(ran.err.contains(file), "{ran:#?}");
        // Moved away, it is in nobody's way.
        std::fs::rename(project.path(&format!("out/{file}")), project.path("kept")).expect("a file");
        build(&project).exits(0);
    }
}

/// Nothing is lost where a file holds just what is to be written.
#[test]
fn what_would_be_written_anyway_may_be_there() {
    let project = built();
    build(&project).exits(0);
    std::fs::remove_file(project.path("out/.hoshin-output")).expect("the list");
    build(&project).exits(0);
    assert!(project.path("out/.hoshin-output").exists());
}

#[test]
fn a_forged_list_gives_nothing_away() {
    let list = built().read("out/.hoshin-output");
    let (head, _) = list.split_once("bundle.json").expect("a line");
    let digest = head.rsplit_once('\n').expect("a line").1.trim_end();
    let claim = |name: &str| format!("{list}{digest}  {name}\n");
    let old = "# hoshin が作ったフォルダーです。次の hoshin build で丸ごと置き換わります。\n\
               bundle.json\nindex.html\nmemo.txt\npolicy.txt\n";
    for (marker, said) in [
        (claim("memo.txt"), "作ったものではない"),
        (claim("revisions/index.html"), "memo.txt"),
        (claim("../memo.txt"), "作ったものではない"),
        (old.to_owned(), "作ったものではない"),
        (format!("{list}memo.txt\n"), "作ったものではない"),
        (format!("{list}\nここに覚書\n"), "作ったものではない"),
    ] {
        let project = built();
        project.with("out/.hoshin-output", marker);
        let project = project.file("out/memo.txt", "mine").file("memo.txt", "mine");
        refused(&project, "C0008", said);
    }
    // Nor does one that tells the truth about a file that hoshin never wrote: the digest is that of "mine".
    let mine = "3fd30542fe3f61b14bd4a4b2dc0b6fb30fa6f63ebce52dd1778aaa8c4dc02cff";
    let project = built();
    project.with("out/.hoshin-output", format!("{list}{mine}  memo.txt\n"));
    refused(&project.file("out/memo.txt", "mine"), "C0008", "作ったものではない");
    // Nor does one that lies in a folder of the user's.
    let project = Project::shop()
        .file("out/memo.txt", "mine")
        .file("out/.hoshin-output", list);
    refused(&project, "C0008", "memo.txt");
}

/// An older hoshin wrote down names only: whether somebody has edited a file cannot be told.
#[test]
fn the_output_of_an_older_hoshin_is_replaced_only_if_nothing_is_lost() {
    let older = "# hoshin が作ったフォルダーです。次の hoshin build で丸ごと置き換わります。\n\
                 bundle.json\nindex.html\npolicy.txt\n";
    let project = built();
    project.with("out/.hoshin-output", older);
    refused(&project, "C0008", "フォルダーごと消すか移して");
    project.with("shop.policy", SHOP);
    build(&project).exits(0);
    assert_ne!(project.read("out/.hoshin-output"), older);
}

#[test]
fn the_list_in_the_output_can_be_checked() {
    let project = built();
    let checked = Command::new("sha256sum")
        .args(["--check", "--strict", "--quiet", ".hoshin-output"])
        .current_dir(project.path("out"))
        .output();
    // Where there is such a program.
    if let Ok(checked) = checked {
        let said = String::from_utf8_lossy(&checked.stderr).into_owned();
        assert!(
            checked.status.success() || said.contains("improperly formatted"),
            "{said}"
        );
    }
    let listed: Vec<String> = (project.read("out/.hoshin-output").lines())
        .filter_map(|line| line.split_once("  "))
        .map(|(_, name)| name.to_owned())
        .collect();
    assert_eq!(listed, ["bundle.json", "index.html", "policy.txt"]);
}

#[test]
#[cfg(unix)]
fn links_and_pipes_in_the_output_are_the_users() {
    for name in ["out/link", "out/index.html", "out/.hoshin-output", "out/revisions"] {
        for to in ["../kept", "../kept/index.html", "../kept/.hoshin-output", "nowhere"] {
            let project = built();
            let kept = tree(&project.path("out"));
            let project = kept.iter().fold(project, |project, (name, bytes)| {
                project.file(&format!("kept/{name}"), bytes)
            });
            let _ = std::fs::remove_file(project.path(name));
            link(&project, to, name);
            let ran = build(&project);
            ran.exits(2);
            assert!(ran.err.contains("エラー[C0008]"), "{name} {to} {ran:#?}");
            assert!(project.path(name).is_symlink(), "{name} {to}");
            assert_eq!(tree(&project.path("kept")), kept);
        }
    }
    let project = built();
    let made = Command::new("mkfifo").arg(project.path("out/pipe")).status();
    assert!(made.expect("mkfifo is there").success());
    let ran = build(&project);
    assert!(ran.exits(2).err.contains("`pipe`"), "{ran:#?}");
}

/// A link in a repository does not say where outside of it hoshin writes.
#[test]
#[cfg(unix)]
fn output_does_not_leave_a_repository_through_a_link() {
    let project = Project::shop().file(".git/HEAD", "");
    let outside = tempfile::tempdir().expect("a folder");
    let there = outside.path().to_str().expect("a plain path");
    link(&project, there, "out");
    link(&project, there, "folder");
    for output in ["out", "out/deeper", "folder/out"] {
        let ran = project.run(&["build", "shop.policy", "-o", output]);
        assert!(ran.exits(2).err.contains("エラー[C0029]"), "{ran:#?}");
    }
    let report = project.run(&[
        "diff",
        "shop.policy",
        "shop.policy",
        "-o",
        "folder/report.html",
        "--format",
        "html",
    ]);
    assert!(report.exits(2).err.contains("エラー[C0029]"), "{report:#?}");
    assert_eq!(tree(outside.path()), []);
    // Named for what it is, it is written to.
    let mut command = project.command(&["build", "shop.policy", "-o"]);
    Ran::of(command.arg(outside.path().join("out"))).exits(0);
}

/// What lies below the output folder may be on another disk, and all of that disk.
#[test]
#[cfg(target_os = "linux")]
fn a_mount_point_is_no_output_folder() {
    for mount in ["mount --bind kept out", "mount -t tmpfs none out"] {
        let project = Project::shop().file("kept/.keep", "");
        std::fs::remove_file(project.path("kept/.keep")).expect("it is there");
        std::fs::create_dir(project.path("out")).expect("a folder");
        let Some(ran) = mounted(
            &project,
            mount,
            "\"$0\" build shop.policy -o out; code=$?; ls -A out; exit $code",
        ) else {
            return;
        };
        ran.exits(2);
        assert!(
            ran.err.contains("エラー[C0030]") && ran.err.contains("out/privacy"),
            "{ran:#?}"
        );
        assert_eq!(ran.out, "", "nothing was put into it");
        let names: Vec<String> = everything(&project).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["shop.policy", "vocabulary.policy"], "nor beside it");
        let inside = mounted(
            &project,
            mount,
            "\"$0\" build shop.policy -o out/privacy && ls out/privacy",
        );
        assert!(inside.is_some_and(|ran| ran.exits(0).out.contains("index.html")));
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_disk_that_is_full_keeps_the_old_output() {
    let project = Project::shop();
    std::fs::create_dir(project.path("disk")).expect("a folder");
    // Room for one output, and not for two at once.
    let mount = "mount -t tmpfs -o size=96k none disk";
    let script = "\"$0\" build shop.policy -o disk/out || exit 9
        cp -r disk/out kept
        sed -i 's/商品の発送/商品の配送/' shop.policy
        head -c 1000000 /dev/zero > disk/filler 2>/dev/null
        \"$0\" build shop.policy -o disk/out; code=$?
        diff -r disk/out kept && ls -A disk
        rm disk/filler; \"$0\" build shop.policy -o disk/out || exit 8
        exit $code";
    let Some(ran) = mounted(&project, mount, script) else {
        return;
    };
    ran.exits(2);
    assert!(ran.err.contains("エラー[C0007]"), "{ran:#?}");
    assert_eq!(ran.out, "filler\nout\n", "the old output whole, and nothing beside it");
}

/// Runs a script, hoshin as `$0`, where something is mounted; none where this user may not.
#[cfg(target_os = "linux")]
fn mounted(project: &Project, mount: &str, script: &str) -> Option<Ran> {
    let hoshin = env!("CARGO_BIN_EXE_hoshin");
    let run = |script: &str| {
        let mut command = Command::new("unshare");
        command
            .args(["--mount", "sh", "-c", script, hoshin])
            .current_dir(project.path(""))
            .stdin(Stdio::null());
        command.output().ok().map(Ran::from)
    };
    let may = run(mount).is_some_and(|ran| ran.code == Some(0));
    may.then(|| run(&format!("{mount} && {script}")).expect("it ran before"))
}

fn diff(project: &Project, output: &str) -> Ran {
    project.run(&["diff", "old.policy", "shop.policy", "--format", "html", "-o", output])
}

fn two_revisions() -> Project {
    Project::shop().file("old.policy", SHOP.replace("商品の発送", "商品の配送"))
}

#[test]
fn a_comparison_replaces_no_policy() {
    let project = two_revisions();
    project.run(&["build", "old.policy", "-o", "out"]).exits(0);
    project.with("words.txt", project.read("vocabulary.policy"));
    let import = |text: String| text.replace("vocabulary.policy", "words.txt");
    project.with("old.policy", import(project.read("old.policy")));
    project.with("shop.policy", import(project.read("shop.policy")));
    let before = everything(&project);
    for output in [
        "old.policy",
        "./shop.policy",
        "vocabulary.policy",
        "new.policy",
        "out",
        "words.txt",
        "./words.txt",
    ] {
        let ran = diff(&project, output);
        assert!(ran.exits(2).err.contains("エラー[C0007]"), "{ran:#?}");
    }
    let bundle = ["diff", "out/bundle.json", "shop.policy", "-o", "out/bundle.json"];
    assert!(project.run(&bundle).exits(2).err.contains("エラー[C0007]"));
    assert!(everything(&project) == before);
    for _ in 0..2 {
        diff(&project, "report.html").exits(0);
    }
    assert!(project.read("report.html").contains("<table"));
}

#[test]
#[cfg(unix)]
fn a_file_is_not_written_through_a_link() {
    let project = two_revisions().file("mine.txt", "mine");
    for to in ["mine.txt", "nowhere", "/dev/null", "out"] {
        let _ = std::fs::remove_file(project.path("report.html"));
        link(&project, to, "report.html");
        let ran = diff(&project, "report.html");
        assert!(
            ran.exits(2).err.contains("エラー[C0007]") && ran.err.contains("リンク"),
            "{ran:#?}"
        );
        assert!(project.path("report.html").is_symlink());
    }
    assert_eq!(project.read("mine.txt"), "mine");
    assert!(!project.path("nowhere").exists());
}

/// What the user names as a stream is written to, and stays what it is.
#[test]
#[cfg(unix)]
fn a_stream_can_be_written_to() {
    let project = two_revisions();
    let ran = diff(&project, "/dev/stdout");
    assert!(ran.exits(0).out.contains("<table"), "{ran:#?}");
    let made = Command::new("mkfifo").arg(project.path("pipe")).status();
    assert!(made.expect("mkfifo is there").success());
    let path = project.path("pipe");
    let reader = std::thread::spawn(move || std::fs::read_to_string(path));
    diff(&project, "pipe").exits(0);
    let read = reader.join().expect("it reads").expect("it is text");
    assert!(read.contains("<table"));
    // A shell's redirection to a file is a stream as well.
    let file = std::fs::File::create(project.path("redirected")).expect("a file");
    let mut command = project.command(&[
        "diff",
        "old.policy",
        "shop.policy",
        "--format",
        "html",
        "-o",
        "/dev/stdout",
    ]);
    assert!(command.stdout(file).status().is_ok_and(|status| status.success()));
    assert!(project.read("redirected").contains("<table"));
}

#[test]
fn what_cannot_be_written_is_called_as_the_user_calls_it() {
    let project = two_revisions().file("file", "");
    for output in ["file/out", "missing/report.html", "."] {
        let ran = diff(&project, output);
        ran.exits(2);
        assert!(ran.err.contains(&format!("`{output}`")), "{ran:#?}");
        assert!(!ran.err.contains(&*project.path("").to_string_lossy()), "{ran:#?}");
    }
    let ran = project.run(&["build", "shop.policy", "-o", "file/out"]);
    ran.exits(2);
    assert!(!ran.err.contains(&*project.path("").to_string_lossy()), "{ran:#?}");
}

/// A pipe is no file to be put in order: it stays a pipe.
#[test]
#[cfg(unix)]
fn only_a_file_is_formatted_in_place() {
    use std::os::unix::fs::FileTypeExt as _;
    let project = Project::shop();
    let made = Command::new("mkfifo").arg(project.path("pipe")).status();
    assert!(made.expect("mkfifo is there").success());
    let path = project.path("pipe");
    let writer = std::thread::spawn(move || std::fs::write(path, SHOP.replace("  章", "章")));
    let ran = project.run(&["fmt", "pipe"]);
    assert!(writer.join().is_ok_and(|written| written.is_ok()));
    assert!(ran.exits(2).err.contains("エラー[C0007]"), "{ran:#?}");
    let kind = std::fs::symlink_metadata(project.path("pipe"))
        .expect("it is there")
        .file_type();
    assert!(kind.is_fifo());
    // A link stays a link, and what it leads to is put in order.
    link(&project, "careless.policy", "link.policy");
    project.with("careless.policy", SHOP.replace("  章", "章"));
    project.run(&["fmt", "link.policy"]).exits(0);
    assert!(project.path("link.policy").is_symlink());
    assert!(project.read("careless.policy").contains("\n  章"));
}
