//! Files of the docs that are made from the program: they are what it says, and `HOSHIN_UPDATE=1 cargo test` writes them.

/// Compares a file of the docs with what it is made from; writes it where the update is asked for.
#[track_caller]
pub(crate) fn published(name: &str, wanted: &str) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    if std::env::var_os("HOSHIN_UPDATE").is_some() {
        std::fs::write(&path, wanted).expect("the docs can be written");
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    if found == wanted {
        return;
    }
    let lines = found.lines().map(Some).chain(std::iter::repeat(None));
    let differing = (1..).zip(lines.zip(wanted.lines().map(Some).chain([None])));
    let (line, (before, after)) = differing
        .into_iter()
        .find(|(_, (before, after))| before != after)
        .expect("texts that are not equal differ somewhere");
    panic!(
        "{name} is out of date from line {line} on: run HOSHIN_UPDATE=1 cargo test, and read the difference\n- {}\n+ {}",
        before.unwrap_or("(the end)"),
        after.unwrap_or("(the end)"),
    );
}
