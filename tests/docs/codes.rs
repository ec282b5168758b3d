//! What a code has beside its page: a row in the list of codes, a line in the changelog, a test. Numbers are never used again.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};

use hoshin::cli::CliCode;
use hoshin::internals::diagnostic::{Code, Lang, Level};

use crate::support::published::published;

/// The hundreds, and what the list of codes calls them.
const HUNDREDS: [(&str, &str); 9] = [
    ("H00", "ファイルと文字"),
    ("H01", "書き方"),
    ("H02", "名前"),
    ("H03", "値と要素"),
    ("H05", "規則"),
    ("H06", "文言"),
    ("H07", "改定"),
    ("H09", "規模の限り"),
    ("C00", "コマンド"),
];

/// Codes that no test can bring about, and why.
const NEVER_SEEN: [(&str, &str); 2] = [
    (
        "H0903",
        "no source is known that reaches the parser's own limit before H0901 is reported",
    ),
    ("C0013", "it tells of a bug of the formatter, of which none is known"),
];

/// A code of either table.
struct Known {
    name: &'static str,
    slug: &'static str,
    title: &'static str,
    level: Level,
}

fn known() -> Vec<Known> {
    let policy = Code::ALL.iter().map(|code| Known {
        name: code.name(),
        slug: code.slug(),
        title: code.title(),
        level: code.level(),
    });
    let command_line = CliCode::ALL.iter().map(|code| Known {
        name: code.name(),
        slug: code.slug(),
        title: code.title(),
        level: code.level(),
    });
    policy.chain(command_line).collect()
}

fn retired() -> impl Iterator<Item = &'static (&'static str, &'static str)> {
    Code::RETIRED.iter().chain(CliCode::RETIRED)
}

/// `docs/codes.md` lists every code and every retired number.
#[test]
fn the_published_list_of_codes_is_the_tables() {
    let mut page = String::from(
        "# 番号の一覧\n\n<!-- 番号の表から作られています。書き換えるには HOSHIN_UPDATE=1 cargo test を実行します。 -->\n\n\
         意味と直し方は、それぞれのページと `hoshin explain 番号` にあります。重さは、`--strict` や `--deny` で変わることがあります。\n",
    );
    let mut listed = 0;
    for (hundred, heading) in HUNDREDS {
        page += &format!("\n## {heading}（{hundred}）\n\n| 番号 | 重さ | 題 | 英語名 |\n|---|---|---|---|\n");
        for code in known().iter().filter(|code| code.name.starts_with(hundred)) {
            listed += 1;
            let Known {
                name,
                slug,
                title,
                level,
            } = code;
            let level = level.word(Lang::Ja);
            page += &format!("| [{name}](diagnostics/{name}.md) | {level} | {title} | `{slug}` |\n");
        }
    }
    let numbers: Vec<&str> = retired().map(|(number, _)| *number).collect();
    page += &format!(
        "\n{} は欠番です。ほかの意味で使うことはありません。\n",
        numbers.join("、")
    );
    assert_eq!(
        listed,
        known().len(),
        "a code is of a hundred that tests/docs/codes.rs does not name: add its heading to HUNDREDS"
    );
    published("docs/codes.md", &page);
}

/// What is taken out of a table is retired in it: no number is missing without a word.
#[test]
fn every_number_is_a_code_or_retired() {
    let mut numbers: BTreeSet<&str> = known().iter().map(|code| code.name).collect();
    numbers.extend(retired().map(|(number, _)| *number));
    let mut faults = Vec::new();
    for (hundred, _) in HUNDREDS {
        let last = numbers
            .range(hundred..)
            .take_while(|name| name.starts_with(hundred))
            .last();
        let last: usize = last.and_then(|name| name.get(3..)?.parse().ok()).unwrap_or_default();
        let missing = (1..last).map(|index| format!("{hundred}{index:02}"));
        faults.extend(missing.filter(|name| !numbers.contains(name.as_str())).map(|name| {
            format!(
                "{name} is missing: use it, or add it to `retired` in {} with the reason",
                table(&name)
            )
        }));
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

/// The table that a number belongs to.
fn table(number: &str) -> &'static str {
    match number.starts_with('H') {
        true => "src/diagnostic/code.rs",
        false => "src/cli/error_code.rs",
    }
}

#[test]
fn every_code_stands_in_the_changelog_and_every_number_there_is_a_code() {
    let told = numbers_in(&std::fs::read_to_string("CHANGELOG.md").expect("the changelog is readable"));
    let known: BTreeSet<String> = known().iter().map(|code| code.name.to_owned()).collect();
    let retired: BTreeSet<String> = retired().map(|(number, _)| (*number).to_owned()).collect();
    let untold = known.difference(&told).map(|name| {
        format!("CHANGELOG.md does not mention {name}: add it behind **code** in the newest release, with what users will see")
    });
    let unknown = told
        .iter()
        .filter(|name| !known.contains(*name) && !retired.contains(*name))
        .map(|name| {
            format!(
                "CHANGELOG.md mentions {name}, which is no code: if it was one, add it to `retired` in {}",
                table(name)
            )
        });
    let faults: Vec<String> = untold.chain(unknown).collect();
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

/// The numbers in a text, those of a range `H0501–H0524` as well. A range over several hundreds would let new codes pass unseen.
fn numbers_in(text: &str) -> BTreeSet<String> {
    let mut found: BTreeSet<String> = BTreeSet::new();
    let mut before: Option<(String, usize)> = None;
    let starts: Vec<usize> = text.match_indices(['H', 'C']).map(|(at, _)| at).collect();
    for at in starts {
        let Some(name) = text
            .get(at..at + 5)
            .filter(|name| name.bytes().skip(1).all(|byte| byte.is_ascii_digit()))
        else {
            continue;
        };
        if let Some((first, end)) = &before
            && text.get(*end..at) == Some("–")
        {
            assert_eq!(
                first.get(..3),
                name.get(..3),
                "{first}–{name}: write a range for each hundred"
            );
            let number = |name: &str| {
                name.get(3..)
                    .and_then(|digits| digits.parse::<usize>().ok())
                    .expect("digits")
            };
            let hundred = name.get(..3).expect("five letters");
            found.extend((number(first)..=number(name)).map(|index| format!("{hundred}{index:02}")));
        }
        found.insert(name.to_owned());
        before = Some((name.to_owned(), at + 5));
    }
    found
}

/// The table of CONTRIBUTING.md says where the test of a code stands; the example of its page is not enough, which nobody
/// reads before a change.
#[test]
fn every_code_has_a_test_where_the_recipe_says() {
    let homes = homes();
    let tests = tests();
    let mut faults = Vec::new();
    for code in known() {
        if NEVER_SEEN.iter().any(|(name, _)| *name == code.name) {
            continue;
        }
        let hundred = code.name.get(..3).unwrap_or_default();
        let Some(homes) = homes.get(hundred) else {
            faults.push(format!(
                "CONTRIBUTING.md, \"Where the test of a code stands\", has no row for {hundred}: add one"
            ));
            continue;
        };
        let at_home = |path: &Path| {
            homes
                .iter()
                .any(|home| path.starts_with(home) || path == Path::new(home))
        };
        if !tests
            .iter()
            .any(|(path, expected)| at_home(path) && expected.contains(code.name))
        {
            faults.push(format!(
                "no test expects {} ({}): add one that says which text is marked, and one of what stays silent, in {}",
                code.name,
                code.slug,
                homes.join(" or ")
            ));
        }
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

/// The rows of the recipe: a hundred, and the files and folders of its tests.
fn homes() -> BTreeMap<String, Vec<String>> {
    let text = std::fs::read_to_string("CONTRIBUTING.md").expect("the page is readable");
    let after = text.split("## Where the test of a code stands").nth(1);
    let section = after
        .expect("CONTRIBUTING.md says where the test of a code stands")
        .split("\n## ")
        .next();
    let rows = section
        .unwrap_or_default()
        .lines()
        .filter_map(|line| line.strip_prefix("| "));
    let mut homes = BTreeMap::new();
    for row in rows {
        let mut cells = row.split(" | ");
        let (hundreds, tests) = (cells.next().unwrap_or_default(), cells.last().unwrap_or_default());
        let tests: Vec<String> = tests.split('`').skip(1).step_by(2).map(str::to_owned).collect();
        for hundred in hundreds.split('`').skip(1).step_by(2) {
            homes.insert(hundred.to_owned(), tests.clone());
        }
    }
    homes
}

/// What the code of all tests says: of this folder, and of the unit tests in the sources. A comment expects nothing.
fn tests() -> Vec<(PathBuf, BTreeSet<String>)> {
    let mut tests = Vec::new();
    let mut folders = vec![PathBuf::from("tests"), PathBuf::from("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("the folder is readable") {
            let path = entry.expect("the folder is readable").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let text = std::fs::read_to_string(&path).expect("the file is readable");
                let text: TokenStream = text.parse().expect("the file is Rust");
                let expected = match path.starts_with("tests") || path.ends_with("tests.rs") {
                    true => expected_in(text),
                    false => expected_in(unit_tests(text)),
                };
                tests.push((path, expected));
            }
        }
    }
    tests
}

/// The insides of what is marked `#[cfg(test)]` and is a module.
fn unit_tests(source: TokenStream) -> TokenStream {
    let tokens: Vec<TokenTree> = source.into_iter().collect();
    let modules = tokens.windows(5).filter_map(|tokens| match tokens {
        [
            TokenTree::Punct(_),
            TokenTree::Group(condition),
            TokenTree::Ident(word),
            _,
            TokenTree::Group(inside),
        ] if word == "mod" && condition.stream().to_string().replace(' ', "") == "cfg(test)" => Some(inside.stream()),
        _ => None,
    });
    modules.collect()
}

/// The codes that stand in the functions and tables of a file of tests, as names or within strings. What documents an item is
/// one of its attributes and is left out.
fn expected_in(code: TokenStream) -> BTreeSet<String> {
    fn read(tokens: TokenStream, found: &mut BTreeSet<String>) {
        let mut attribute = false;
        for token in tokens {
            let begins = matches!(&token, TokenTree::Punct(mark) if mark.as_char() == '#' || (attribute && mark.as_char() == '!'));
            match token {
                TokenTree::Group(_) if attribute => {}
                TokenTree::Group(group) => read(group.stream(), found),
                TokenTree::Ident(word) => found.extend(numbers_in(&word.to_string())),
                TokenTree::Literal(literal) => found.extend(numbers_in(&literal.to_string())),
                TokenTree::Punct(_) => {}
            }
            attribute = begins;
        }
    }
    let mut found = BTreeSet::new();
    read(code, &mut found);
    found
}

#[test]
fn a_comment_is_no_test_of_a_code() {
    let code = |text: &str| -> TokenStream { text.parse().expect("Rust") };
    let of = |code: TokenStream| expected_in(code).into_iter().collect::<Vec<_>>();
    let text = "//! H0101\n#![allow(H0102)]\n/// H0103\n#[doc = \"H0104\"] fn a() { /* H0105 */ b(Code::H0106, \"警告[H0107] …\"); // H0108\n }";
    assert_eq!(of(code(text)), ["H0106", "H0107"]);
    let source =
        format!("fn c() {{ Code::H0109 }} #[cfg(test)] const D: u8 = H0110; #[cfg(test)] mod tests {{ {text} }}");
    assert_eq!(of(unit_tests(code(&source))), ["H0106", "H0107"]);
}

#[test]
fn a_range_of_numbers_names_all_of_them() {
    let told = |text: &str| numbers_in(text).into_iter().collect::<Vec<_>>();
    assert_eq!(
        told("**code** H0501–H0503, C0002."),
        ["C0002", "H0501", "H0502", "H0503"]
    );
    assert_eq!(told("`hoshin.ci/1` Ctrl-C 0001 H05"), Vec::<String>::new());
}
