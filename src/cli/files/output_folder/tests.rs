//! What a built binary cannot be brought to do: file systems without exchange, runs killed at a certain step.

use std::fs;

use super::exchange::in_two_steps;
use super::*;

struct Around(tempfile::TempDir);

impl Around {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn open(&self) -> Dir {
        Dir::open_ambient_dir(self.0.path(), ambient_authority()).expect("it can be opened")
    }

    fn build(&self, text: &str) -> Result<(), CliError> {
        let file = |name: &str| (name.to_owned(), text.as_bytes().to_vec());
        replace(&self.path("out"), &[file("a/changes.html"), file("index.html")])
    }

    fn fresh(&self, purpose: Use) -> String {
        Names::beside("out", &self.open())
            .and_then(|names| names.fresh(purpose))
            .expect("a name")
    }

    fn holds(&self, path: &str) -> Option<String> {
        fs::read_to_string(self.path(path)).ok()
    }

    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.0.path()).expect("it can be read");
        let mut names: Vec<String> = entries
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }
}

fn folder(path: &Path, text: &str) {
    fs::create_dir(path).expect("a folder");
    fs::write(path.join("file"), text).expect("a file");
}

#[test]
fn where_folders_cannot_be_exchanged_two_renames_do_it() {
    let around = Around::new();
    folder(&around.path("out"), "old");
    folder(&around.path("new"), "new");
    let step = in_two_steps(&around.open(), "new", "out", "aside").expect("it succeeds");
    assert_eq!(step, Step::Aside);
    assert_eq!(around.holds("out/file").as_deref(), Some("new"));
    assert_eq!(around.holds("aside/file").as_deref(), Some("old"));
}

#[test]
fn where_the_second_rename_fails_the_first_is_taken_back() {
    let around = Around::new();
    folder(&around.path("out"), "old");
    assert!(in_two_steps(&around.open(), "missing", "out", "aside").is_err());
    assert_eq!(around.holds("out/file").as_deref(), Some("old"));
    assert_eq!(around.names(), ["out"]);
}

#[test]
fn what_a_killed_run_set_aside_comes_back_and_what_it_half_wrote_goes() {
    let around = Around::new();
    around.build("old").expect("it is written");
    fs::rename(around.path("out"), around.path(&around.fresh(Use::Aside))).expect("set aside");
    let half = around.fresh(Use::New);
    fs::create_dir_all(around.path(&half).join("a")).expect("folders");
    let list = marker::of(&[
        ("a/changes.html".to_owned(), b"new".to_vec()),
        ("index.html".to_owned(), b"c".to_vec()),
    ]);
    fs::write(around.path(&half).join(UNFINISHED), marker::write(&list)).expect("a list");
    fs::write(around.path(&half).join("a/changes.html"), "n").expect("half a file");
    let empty = around.fresh(Use::New);
    fs::create_dir(around.path(&empty)).expect("a folder");
    let begun = around.fresh(Use::New);
    fs::create_dir(around.path(&begun)).expect("a folder");
    fs::write(around.path(&begun).join(UNFINISHED), "# hosh").expect("a list that was begun");
    around.build("new").expect("it is ours");
    assert_eq!(around.holds("out/a/changes.html").as_deref(), Some("new"));
    assert_eq!(around.names(), ["out"]);
}

/// An old output that lies aside is looked at before anything comes of it, as one in its place is.
#[test]
fn what_was_set_aside_and_changed_is_the_users() {
    let around = Around::new();
    around.build("old").expect("it is written");
    let aside = around.fresh(Use::Aside);
    fs::rename(around.path("out"), around.path(&aside)).expect("set aside");
    fs::write(around.path(&aside).join("index.html"), "mine").expect("an edit");
    assert!(around.build("new").is_err());
    assert_eq!(around.names(), std::slice::from_ref(&aside));
    assert_eq!(around.holds(&format!("{aside}/index.html")).as_deref(), Some("mine"));
}

/// Where a run was killed after the exchange, and somebody had changed the old output just before it.
#[test]
fn an_old_output_with_something_of_the_users_in_it_is_never_cleared_away() {
    for file in ["index.html", "memo.txt", "a/memo.txt"] {
        let around = Around::new();
        around.build("old").expect("it is written");
        let old = around.fresh(Use::New);
        fs::rename(around.path("out"), around.path(&old)).expect("moved");
        fs::write(around.path(&old).join(file), "mine").expect("an edit");
        around.build("new").expect("it is written");
        assert_eq!(around.holds(&format!("{old}/{file}")).as_deref(), Some("mine"));
        assert_eq!(
            around.holds(&format!("{old}/a/changes.html")).as_deref(),
            Some("old"),
            "{file}"
        );
    }
}

#[test]
fn what_is_put_into_an_unfinished_folder_stays() {
    let around = Around::new();
    let half = around.fresh(Use::New);
    fs::create_dir(around.path(&half)).expect("a folder");
    fs::write(around.path(&half).join(UNFINISHED), marker::write(&BTreeMap::new())).expect("a list");
    fs::write(around.path(&half).join("memo.txt"), "mine").expect("a file");
    around.build("new").expect("it is written");
    assert_eq!(around.holds(&format!("{half}/memo.txt")).as_deref(), Some("mine"));
}

/// Somebody writes into the old output between the look at it and the exchange.
#[test]
fn an_exchange_that_would_take_something_of_the_users_is_taken_back() {
    let around = Around::new();
    around.build("old").expect("it is written");
    let output = Output {
        given: &around.path("out"),
        name: "out",
        names: Names::beside("out", &around.open()).expect("names"),
        around: around.open(),
        digests: marker::of(&[]),
        files: &[],
    };
    output.refuse_what_is_not_ours().expect("it is ours");
    fs::write(around.path("out/index.html"), "mine").expect("an edit");
    assert!(output.write().is_err());
    assert_eq!(around.holds("out/index.html").as_deref(), Some("mine"));
    assert_eq!(around.names(), ["out"]);
}
