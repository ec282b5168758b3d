//! ```` ```policy ```` blocks: compiled as they are marked.
//!
//! | mark | what it means |
//! |---|---|
//! | none | a whole source: no error, no warning |
//! | `fragment` | stands inside a 方針; the page's `語彙.policy`, if it has one, is imported |
//! | `expect=H0201` | gives that code and no other error or warning; several in order of their numbers |
//! | `file=店.policy` | a file that later blocks of the page may import or check |
//! | `fails` | a 検証 of it does not come out as it says; without the mark all do |
//! | `strict`, `build` | compiled as with `--strict`, as by `build` |
//! | `utf16` | saved as UTF-16 |
//! | `nul` | ␀ stands for the character U+0000 |
//! | `hidden` | ［U+202E］ stands for the character U+202E, and so on |
//! | `nest=300` | … stands for the block itself, 300 times |

use std::collections::BTreeMap;

use hoshin::internals::compile::{LoadError, Loaded, Loader, Options};
use hoshin::internals::decide::Request;
use hoshin::internals::diagnostic::Level;
use hoshin::internals::policy::Policy;

use super::block::Block;

/// The files that a page's blocks define, in their latest state.
pub(super) type Files = BTreeMap<String, String>;

/// What is imported into fragments.
const VOCABULARY: &str = "語彙.policy";

/// Compiles a block and says what is wrong with it, if anything is.
pub(super) fn fault(block: &Block, files: &Files) -> Option<String> {
    let name = block.value("file").unwrap_or("見本.policy");
    let options = Options {
        strict: block.is("strict"),
        require_policy: block.is("build"),
    };
    let compilation = hoshin::internals::compile::compile(name, bytes(block, files), &mut Page(files), &options);
    let wanted: Vec<&str> = block.values("expect").collect();
    let shown: Vec<String> = compilation
        .diagnostics
        .iter()
        .map(|found| format!("  {} {:?}: {}", found.code, found.level, found.message.ja))
        .collect();
    let shown = shown.join("\n");
    let mut codes: Vec<&str> = compilation
        .diagnostics
        .iter()
        .filter(|found| found.level > Level::Hint || wanted.contains(&found.code.name()))
        .map(|found| found.code.name())
        .collect();
    codes.sort_unstable();
    codes.dedup();
    if codes != wanted {
        return Some(format!("wanted {wanted:?}, found\n{shown}"));
    }
    let failed = compilation.policy.as_ref().and_then(failed_test);
    match block.is("fails") {
        true if failed.is_none() => Some("every 検証 of it comes out as it says".to_owned()),
        true => None,
        false => failed,
    }
}

/// A 検証 of the policy that does not come out as it says.
fn failed_test(policy: &Policy) -> Option<String> {
    policy.tests.iter().find_map(|test| {
        let answer = policy.decide(&Request::of_test(test, policy)).answer.kind();
        let words = format!(
            "検証「{}」: {}, not {}",
            test.title,
            answer.word(),
            test.expected.word()
        );
        (answer != test.expected).then_some(words)
    })
}

fn bytes(block: &Block, files: &Files) -> Vec<u8> {
    let text = match block.value("nest") {
        Some(times) => nested(&block.text, times.parse().expect("nest=NUMBER")),
        None => block.text.clone(),
    };
    let text = match block.is("nul") {
        true => text.replace('␀', "\0"),
        false => text,
    };
    let text = match block.is("hidden") {
        true => with_hidden(&text),
        false => text,
    };
    let text = match block.is("fragment") {
        true => fragment(&text, files.contains_key(VOCABULARY)),
        false => text,
    };
    match block.is("utf16") {
        true => [0xFEFF]
            .into_iter()
            .chain(text.encode_utf16())
            .flat_map(u16::to_le_bytes)
            .collect(),
        false => text.into_bytes(),
    }
}

/// What cannot be seen, in the place of its code point.
fn with_hidden(text: &str) -> String {
    let mut parts = text.split("［U+");
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (point, rest) = part.split_once('］').expect("［U+…］ is closed");
        let code = u32::from_str_radix(point, 16).expect("a code point");
        whole.push(char::from_u32(code).expect("a character"));
        whole.push_str(rest);
    }
    whole
}

fn fragment(text: &str, with_vocabulary: bool) -> String {
    let import = match with_vocabulary {
        true => format!("取込 \"{VOCABULARY}\"\n"),
        false => String::new(),
    };
    format!("{import}方針「見本」{{\n{text}}}\n")
}

fn nested(text: &str, times: usize) -> String {
    let (before, after) = text.split_once('…').expect("… marks where the block repeats");
    format!("{}{}", before.repeat(times), after.repeat(times))
}

/// Loads what the page itself defines.
struct Page<'a>(&'a Files);

impl Loader for Page<'_> {
    fn load(&mut self, _importer: &str, path: &str) -> Result<Loaded, LoadError> {
        if path.starts_with("../") || path.starts_with('/') {
            return Err(LoadError::OutsideProject);
        }
        let text = self.0.get(path).ok_or(LoadError::NotFound)?;
        Ok(Loaded {
            name: path.to_owned(),
            bytes: text.clone().into_bytes(),
        })
    }
}
