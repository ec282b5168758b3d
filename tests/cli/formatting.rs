//! `hoshin fmt`.

use super::project::{Project, SHOP, VOCABULARY};

/// The same policy, laid out carelessly.
fn careless() -> String {
    SHOP.replace("\n    ", "\n").replace("  章", "章")
}

/// The canonical form of a text.
fn canonical(text: &str) -> String {
    Project::new().pipe(&["fmt", "-"], text).exits(0).out.clone()
}

#[test]
fn a_file_is_rewritten_in_place_and_then_left_alone() {
    let project = Project::shop().file("shop.policy", careless());
    let ran = project.run(&["fmt", "shop.policy"]);
    ran.exits(0);
    assert_eq!((ran.out.as_str(), ran.err.as_str()), ("", "整えました: shop.policy\n"));
    assert_eq!(project.read("shop.policy"), canonical(SHOP));
    let written = || {
        std::fs::metadata(project.path("shop.policy"))
            .and_then(|data| data.modified())
            .expect("a time")
    };
    let before = written();
    let ran = project.run(&["fmt", "shop.policy"]);
    assert_eq!((ran.exits(0).err.as_str(), written()), ("", before));
}

#[test]
fn standard_input_goes_to_standard_output() {
    let ran = Project::new().pipe(&["fmt", "-"], careless());
    ran.exits(0);
    assert_ne!(ran.out, careless());
    assert_eq!(ran.out, canonical(&ran.out));
}

#[test]
fn check_shows_what_would_change_and_changes_nothing() {
    let project = Project::new()
        .file("a.policy", careless())
        .file("b.policy", canonical(VOCABULARY));
    let ran = project.run(&["fmt", "--check", "a.policy", "b.policy"]);
    ran.exits(1);
    assert!(ran.out.starts_with("--- a.policy\n+++ a.policy\n@@ "), "{ran:#?}");
    assert!(!ran.out.contains("b.policy"), "{ran:#?}");
    assert_eq!(project.read("a.policy"), careless());
    let ran = project.run(&["fmt", "--check", "b.policy"]);
    assert_eq!(ran.exits(0).out, "");
    // The difference is one that `patch` applies.
    let difference = project.run(&["fmt", "--check", "a.policy"]).out;
    let patched = patch(&project, "a.policy", &difference);
    assert_eq!(patched, canonical(&careless()));
}

/// What a file is after a unified diff with full context lines was applied by hand.
fn patch(project: &Project, file: &str, difference: &str) -> String {
    let before = project.read(file);
    let before: Vec<&str> = before.lines().collect();
    let mut after = String::new();
    let mut at = 0;
    for line in difference.lines().skip(2) {
        if let Some(hunk) = line.strip_prefix("@@ -") {
            let start: usize = hunk
                .split([',', ' '])
                .next()
                .and_then(|start| start.parse().ok())
                .expect("a line number");
            for kept in &before[at..start - 1] {
                after += &format!("{kept}\n");
            }
            at = start - 1;
        } else if let Some(added) = line.strip_prefix('+') {
            after += &format!("{added}\n");
        } else {
            assert_eq!(line.get(1..), before.get(at).copied(), "the diff quotes the file");
            if line.starts_with(' ') {
                after += &format!("{}\n", before[at]);
            }
            at += 1;
        }
    }
    for kept in &before[at..] {
        after += &format!("{kept}\n");
    }
    after
}

#[test]
fn what_cannot_be_read_is_left_alone() {
    let broken = SHOP.replace("加盟店への提供「加盟店への提供」{", "加盟店への提供「加盟店への提供{");
    let project = Project::shop()
        .file("broken.policy", &broken)
        .file("shop.policy", careless());
    let ran = project.run(&["fmt", "broken.policy", "shop.policy"]);
    ran.exits(1);
    assert!(
        ran.err.contains("エラー[H0101]") && ran.err.contains("整えました: shop.policy"),
        "{ran:#?}"
    );
    assert_eq!(project.read("broken.policy"), broken);
    let ran = project.file("sjis.policy", b"\x82\xA0").run(&["fmt", "sjis.policy"]);
    assert!(ran.exits(1).err.contains("エラー[H0001]"), "{ran:#?}");
}

#[test]
#[cfg(unix)]
fn permissions_and_links_stay() {
    use std::os::unix::fs::PermissionsExt as _;
    let project = Project::new().file("real.policy", careless());
    let mode = || {
        std::fs::metadata(project.path("real.policy"))
            .expect("it is there")
            .permissions()
            .mode()
            & 0o777
    };
    std::fs::set_permissions(project.path("real.policy"), std::fs::Permissions::from_mode(0o640)).expect("set");
    std::os::unix::fs::symlink("real.policy", project.path("link.policy")).expect("a link");
    project.run(&["fmt", "link.policy"]).exits(0);
    assert_eq!((project.read("real.policy"), mode()), (canonical(SHOP), 0o640));
    assert!(project.path("link.policy").is_symlink());
    assert_eq!(
        std::fs::read_dir(project.path("")).expect("a folder").count(),
        2,
        "nothing is left behind"
    );
    let project = project.file("real.policy", careless());
    std::fs::set_permissions(project.path("real.policy"), std::fs::Permissions::from_mode(0o440)).expect("set");
    let ran = project.run(&["fmt", "real.policy"]);
    assert!(ran.exits(2).err.contains("エラー[C0007]"), "{ran:#?}");
    assert_eq!(project.read("real.policy"), careless());
}
