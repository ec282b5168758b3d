//! What is given to hoshin to read, and must not break it.

use super::project::{Project, SHOP};

#[test]
fn bytes_that_are_not_utf_8_are_named() {
    let project = Project::new().file("sjis.policy", b"\x8F\xEE\x95\xF1 \x82\xA0\x82\xA2\n");
    let ran = project.run(&["check", "sjis.policy"]);
    ran.exits(1);
    insta::assert_snapshot!(ran.out);
}

#[test]
fn a_file_with_bytes_of_two_encodings_is_told_once() {
    let (before, after) = SHOP.split_at(SHOP.rfind('「').expect("wording"));
    let mixed = [before.as_bytes(), b"\x8E\xE6", after.as_bytes()].concat();
    let project = Project::new().file("mixed.policy", &mixed);
    let ran = project.run(&["check", "mixed.policy", "--format", "short", "--hints"]);
    ran.exits(1);
    assert_eq!(ran.codes(), ["H0001"]);
}

#[test]
fn an_empty_file_is_an_error() {
    let ran = Project::new()
        .file("empty.policy", "")
        .run(&["check", "empty.policy", "--format", "short"]);
    ran.exits(1);
    assert_eq!(ran.codes(), ["H0003"]);
}

#[test]
fn what_is_no_file_is_said_and_exits_with_2() {
    let project = Project::new().file("folder/a.policy", SHOP);
    for (path, code) in [
        ("missing.policy", "C0002"),
        ("folder", "C0004"),
        ("folder/", "C0004"),
        ("", "C0001"),
    ] {
        for command in [
            &["check"][..],
            &["fmt"],
            &["render", "--format", "text"],
            &["build", "-o", "out"],
        ] {
            let ran = project.run(&[command, &[path]].concat());
            ran.exits(2);
            assert!(
                ran.err.contains(&format!("エラー[{code}]")),
                "{command:?} {path:?} {ran:#?}"
            );
            assert_eq!(ran.out, "");
        }
    }
    assert!(!project.path("out").exists());
}

#[test]
#[cfg(target_os = "linux")]
fn a_file_that_the_system_refuses_to_read_is_said() {
    // Readable by its permissions even for root, and yet no read of it succeeds.
    let ran = Project::new().run(&["check", "/proc/self/mem"]);
    ran.exits(2);
    insta::assert_snapshot!(ran.err);
}

#[test]
#[cfg(unix)]
fn a_file_without_permission_is_said() {
    use std::os::unix::fs::PermissionsExt as _;
    let project = Project::new().file("secret.policy", SHOP);
    let path = project.path("secret.policy");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o000)).expect("permissions can be set");
    let ran = project.run(&["check", "secret.policy"]);
    // Permissions do not bind root.
    if std::fs::read(&path).is_ok() {
        assert_eq!(ran.codes(), Project::new().file("a", SHOP).run(&["check", "a"]).codes());
    } else {
        assert!(ran.exits(2).err.contains("エラー[C0003]"), "{ran:#?}");
    }
}

#[test]
fn a_file_larger_than_a_source_may_be_is_not_read() {
    let project = Project::new().file("large.policy", "");
    let file = std::fs::File::options()
        .write(true)
        .open(project.path("large.policy"))
        .expect("it can be opened");
    let most = hoshin::internals::source::MAX_SOURCE_BYTES;
    let said = format!("{} MiB まで", most >> 20);
    for length in [most as u64 + 1, 1 << 40] {
        file.set_len(length).expect("the file can be sparse");
        for command in [&["check"][..], &["fmt"], &["diff", "large.policy"]] {
            let ran = project.run(&[command, &["large.policy"]].concat());
            assert!(
                ran.exits(2).err.contains("エラー[C0005]") && ran.err.contains(&said),
                "{ran:#?}"
            );
        }
    }
    let ran = project.pipe(&["check", "/dev/stdin"], vec![b' '; most + 1]);
    assert!(ran.exits(2).err.contains("エラー[C0005]"), "{ran:#?}");
    let importing = project.file("a.policy", "取込 \"large.policy\"\n");
    let ran = importing.run(&["check", "a.policy"]);
    assert!(
        ran.exits(1).out.contains("エラー[H0902]") && ran.out.contains(&said),
        "{ran:#?}"
    );
}

#[test]
fn standard_input_is_a_file_too() {
    let project = Project::shop();
    let wrong = SHOP.replace("［加盟店］", "［加盟点］");
    let ran = project.pipe(&["check", "-", "--format", "short"], &wrong);
    assert!(ran.exits(1).out.starts_with("<stdin>:14:11: エラー[H0201]"), "{ran:#?}");
    let ran = project.pipe(
        &["check", "-", "--stdin-name", "draft/new.policy", "--format", "short"],
        &wrong,
    );
    assert!(
        ran.exits(1).out.contains("draft/new.policy:1:4: エラー[H0004]"),
        "its imports count from there: {ran:#?}"
    );
    let sarif = project.pipe(&["check", "-", "--format", "sarif"], &wrong).json();
    let place = &sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
    assert_eq!(place, "%3Cstdin%3E");
}

/// So that what a shell's `<(…)` gives can be checked.
#[test]
#[cfg(unix)]
fn a_pipe_can_be_given_as_a_file() {
    let project = Project::shop();
    let path = project.path("pipe");
    let made = std::process::Command::new("mkfifo")
        .arg(&path)
        .status()
        .expect("mkfifo is there");
    assert!(made.success());
    let writer = std::thread::spawn(move || std::fs::write(path, SHOP));
    project.run(&["check", "pipe"]).exits(0);
    assert!(writer.join().is_ok_and(|written| written.is_ok()));
}

#[test]
fn the_same_input_twice_is_refused() {
    let project = Project::shop();
    for arguments in [
        ["check", "-", "-"],
        ["fmt", "-", "-"],
        ["check", "shop.policy", "shop.policy"],
    ] {
        let ran = project.run(&arguments);
        assert!(ran.exits(2).err.contains("エラー[C0006]"), "{ran:#?}");
    }
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_move_no_place() {
    let text = format!(
        "\u{FEFF}{}",
        SHOP.replace('\n', "\r\n").replace("［加盟店］", "［加盟点］")
    );
    let project = Project::shop().file("windows.policy", text);
    let ran = project.run(&["check", "windows.policy", "--format", "short"]);
    assert!(ran.exits(1).out.starts_with("windows.policy:14:11: "), "{ran:#?}");
    assert_eq!(ran.out.lines().count(), 1, "{ran:#?}");
}

#[test]
fn a_name_cannot_command_the_terminal() {
    let project = Project::new().file("a\u{1B}[31m.policy", "");
    for name in ["a\u{1B}[31m.policy", "b\u{1B}[31m.policy"] {
        let ran = project.run(&["check", name]);
        assert!(
            ran.code != Some(0) && !(ran.out + &ran.err).contains('\u{1B}'),
            "{name:?}"
        );
    }
}

#[test]
fn one_line_of_ten_megabytes_is_shown_in_part() {
    let text = format!("方針「{}」{{ 提供先［だれか］ }}", "長".repeat(10_000_000 / 3));
    let ran = Project::new().file("long.policy", text).run(&["check", "long.policy"]);
    ran.exits(1);
    assert!(
        ran.out.contains("だれか") && ran.out.len() < 10_000,
        "{} bytes",
        ran.out.len()
    );
}
