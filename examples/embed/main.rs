//! A program that stands on the library: publishes a policy, enforces it, and looks at a revision before it goes out.
//!
//! ```text
//! cargo run --example embed -- examples/shop/privacy.policy target/embed
//! ```
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a program reads files, and tells; the library does neither"
)]

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use hoshin::{
    Compiled, Decider, Direction, Lang, Level, LoadError, Loaded, Loader, Options, Policy, Request, compile,
    compile_file, diff,
};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args_os().skip(1).map(PathBuf::from);
    let (Some(source), Some(folder)) = (arguments.next(), arguments.next()) else {
        return Err("usage: embed POLICY FOLDER".into());
    };
    let policy = sound(compile_file(&source, &Options::new())?)?;
    publish(&policy, &folder)?;
    enforce(&folder)?;
    revise(&source, &policy)
}

/// Says what was found, and goes on only without errors.
fn sound(compiled: Compiled) -> Result<Policy, Box<dyn Error>> {
    for finding in compiled.findings().filter(|found| found.level() > Level::Hint) {
        let place = finding
            .place()
            .map(|place| format!("{}:{}: ", place.source, place.line));
        println!(
            "{}{} {}",
            place.unwrap_or_default(),
            finding.code(),
            finding.message(Lang::En)
        );
    }
    Ok(compiled.into_policy()?)
}

/// Writes what the company publishes, and what its programs enforce.
fn publish(policy: &Policy, folder: &Path) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(folder)?;
    fs::write(folder.join("index.html"), policy.html())?;
    fs::write(folder.join("runtime.json"), policy.runtime_bundle())?;
    println!("published: {}", policy.title());
    Ok(())
}

/// Asks before data is handed on: in the service, where only the bundle is.
fn enforce(folder: &Path) -> Result<(), Box<dyn Error>> {
    let decider = Decider::from_bundle(&fs::read_to_string(folder.join("runtime.json"))?)?;
    let request = Request::new("提供")
        .data("氏名")
        .party("産地")
        .purpose("産地からの発送");
    for request in [request.clone(), request.condition("産地直送の注文")] {
        let answer = decider.decide(&request)?;
        println!("{}: {}", answer.kind().word(Lang::En), answer.is_permitted());
    }
    match decider.kind(&Request::new("提供").data("しめい")) {
        Ok(_) => println!("decided"),
        Err(error) => println!("not decided, so refused: {error}"),
    }
    Ok(())
}

/// Looks at what a revision newly permits, before anyone publishes it.
fn revise(source: &Path, published: &Policy) -> Result<(), Box<dyn Error>> {
    let text = fs::read_to_string(source)?.replace(
        "項目「お渡しする情報」{ ・「氏名・住所・電話番号」 }",
        "項目「お渡しする情報」{ ・「氏名・住所・電話番号・メールアドレス」 }",
    );
    let revised = sound(compile("revised.policy", text, &mut Beside(source), &Options::new()))?;
    let comparison = diff(published, &revised);
    if !comparison.is_complete() || comparison.direction() == Some(Direction::NotCompared) {
        return Err("not compared to the end, so not published".into());
    }
    for widening in comparison.widenings().filter(|one| !one.is_acknowledged()) {
        for statement in widening.statements(Lang::En) {
            println!("wider: {statement}");
        }
    }
    Ok(())
}

/// Imports of a source that is made in the program: a loader of one's own may read from wherever it likes.
struct Beside<'s>(&'s Path);

impl Loader for Beside<'_> {
    fn load(&mut self, _importer: &str, path: &str) -> Result<Loaded, LoadError> {
        let folder = self.0.parent().unwrap_or(Path::new("."));
        match fs::read(folder.join(path)) {
            Ok(bytes) => Ok(Loaded::new(path, bytes)),
            Err(error) => Err(LoadError::Unreadable(error.to_string())),
        }
    }
}
