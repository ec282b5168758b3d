//! Wrong arguments.

use super::project::Project;

#[test]
fn wrong_arguments_are_said_in_the_users_language_and_exit_with_2() {
    let project = Project::shop();
    let cases: &[&[&str]] = &[
        &["chek", "shop.policy"],
        &["check"],
        &["check", "shop.policy", "--strct"],
        &["check", "shop.policy", "--format", "xml"],
        &["check", "shop.policy", "--format", "jsn"],
        &["check", "shop.policy", "--format"],
        &["check", "shop.policy", "--format", "json", "--format", "sarif"],
        &["check", "shop.policy", "--deny", "warning"],
        &["check", "shop.policy", "--strict=yes"],
        &["build", "shop.policy"],
        &["render", "shop.policy"],
        &["render", "shop.policy", "other.policy", "--format", "html"],
        &["explain"],
        &["--lang", "fr", "codes"],
        &["ask", "shop.policy"],
        &["ask", "shop.policy", "提供", "--さき", "加盟店"],
        &["ask", "shop.policy", "提供", "--先"],
        &["ask", "shop.policy", "提供", "--lines"],
        &["test"],
        &["test", "shop.policy", "-q", "-v"],
    ];
    let mut report = String::new();
    for arguments in cases {
        for lang in ["ja", "en"] {
            let ran = project.run(&[arguments, &["--lang", lang][..]].concat());
            ran.exits(2);
            assert_eq!(ran.out, "");
            report += &format!("$ hoshin {} ({lang})\n{}\n", arguments.join(" "), ran.err);
        }
    }
    insta::assert_snapshot!(report);
}

#[test]
fn without_arguments_the_help_goes_to_standard_error() {
    let project = Project::new();
    let ran = project.run(&[]);
    ran.exits(2);
    assert_eq!(ran.out, "");
    assert_eq!(ran.err, project.run(&["--help"]).exits(0).out);
}

#[test]
#[cfg(unix)]
fn arguments_need_not_be_utf_8() {
    use std::os::unix::ffi::OsStrExt as _;
    let project = Project::new();
    let mut command = project.command(&["check"]);
    command.arg(std::ffi::OsStr::from_bytes(b"\x82\xA0.policy"));
    let ran = super::project::Ran::of(&mut command);
    assert!(ran.exits(2).err.contains("エラー[C0002]"), "{ran:#?}");
    let mut command = project.command(&["explain"]);
    command.arg(std::ffi::OsStr::from_bytes(b"\x82\xA0"));
    let ran = super::project::Ran::of(&mut command);
    assert!(ran.exits(2).err.contains("エラー[C0001]"), "{ran:#?}");
}

#[test]
fn the_version_is_the_packages() {
    let ran = Project::new().run(&["-V"]);
    assert_eq!(ran.exits(0).out, format!("hoshin {}\n", env!("CARGO_PKG_VERSION")));
}
