//! The JSON Schema in `docs/` is the current one, describes everything, and an independent validator agrees with it.

use hoshin::internals::bundle::v1::FORMAT;
use hoshin::internals::bundle::{Bundle, schema};
use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::sample_value;
use crate::support::arbitrary::policies;

const SHIPPED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/bundle.schema.json");

fn validator() -> Validator {
    let schema: Value = serde_json::from_str(&schema()).expect("JSON");
    jsonschema::draft202012::meta::validate(&schema).expect("a schema of draft 2020-12");
    jsonschema::draft202012::options()
        .should_validate_formats(true)
        .build(&schema)
        .expect("a schema")
}

#[test]
fn the_shipped_schema_is_current() {
    if std::env::var_os("HOSHIN_UPDATE").is_some() {
        std::fs::write(SHIPPED, schema()).expect("docs/ can be written");
    }
    let shipped = std::fs::read_to_string(SHIPPED).unwrap_or_default();
    assert!(
        shipped == schema(),
        "docs/bundle.schema.json is out of date; run HOSHIN_UPDATE=1 cargo test"
    );
}

#[test]
fn the_sample_is_valid() {
    let errors: Vec<String> = validator()
        .iter_errors(&sample_value())
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert_eq!(errors, [] as [String; 0]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn any_bundle_is_valid((policy, sources) in policies()) {
        let document: Value = serde_json::from_str(&Bundle::from_policy(&policy, &sources).to_json()).expect("JSON");
        let error = validator().validate(&document).err().map(|error| error.to_string());
        prop_assert_eq!(error, None);
    }
}

#[test]
fn the_validator_refuses_what_the_reader_refuses() {
    let validator = validator();
    let changes: &[(&str, Value)] = &[
        ("/format", json!("hoshin.bundle/2")),
        ("/digest", json!("sha256:0")),
        ("/norms/0/effect", json!("allow")),
        ("/norms/0/acts/0", json!("sell")),
        ("/norms/0/acts", json!(["use", "use"])),
        ("/norms/0/provenance/location/line", json!(0)),
        ("/norms/0/provenance/location/line", json!(4_294_967_296_u64)),
        ("/norms/0/provenance/location/line", json!(1.5)),
        (
            "/leaf_sets/data_categories/2/0",
            json!({"rest_of": "利用者情報", "of": 1}),
        ),
        ("/norms/0/data/leaves", json!("all")),
        ("/norms/0/data/leaves", json!(-1)),
        ("/vocabulary/parties/0/name", json!(1)),
        ("/policy/dates/0/date", json!("2026-13-01")),
        ("/sources/0/sha256", json!("ABC")),
        ("/outline/0/kind", json!("paragraphs")),
        ("/document/blocks/0", json!({"block": "video", "depth": 0})),
        ("/document/blocks/1/runs/0", json!({"run": "strong"})),
    ];
    for (pointer, value) in changes {
        let mut document = sample_value();
        *document.pointer_mut(pointer).expect("a place in the sample") = value.clone();
        assert!(!validator.is_valid(&document), "{pointer}: {value}");
        let text = match *pointer {
            "/digest" => document.to_string(),
            _ => super::sealed(document),
        };
        assert!(Bundle::from_json(&text).is_err(), "{pointer}: {value}");
    }
}

#[test]
fn a_member_always_stands_or_is_left_out_and_no_other_is_allowed() {
    let validator = validator();
    let mut objects = Vec::new();
    collect_objects(&sample_value(), String::new(), &mut objects);
    assert!(objects.len() > 250);
    // One object of each shape is enough.
    let mut seen = std::collections::BTreeSet::new();
    for (pointer, keys) in objects {
        if !seen.insert(keys.clone()) {
            continue;
        }
        let mut more = sample_value();
        more.pointer_mut(&pointer).expect("an object")["その他"] = Value::Null;
        assert!(!validator.is_valid(&more), "{pointer} takes any member");
        for key in keys {
            let changed = |change: &dyn Fn(&mut serde_json::Map<String, Value>)| {
                let mut document = sample_value();
                change(
                    document
                        .pointer_mut(&pointer)
                        .and_then(Value::as_object_mut)
                        .expect("an object"),
                );
                validator.is_valid(&document)
            };
            let nothing = changed(&|object| drop(object.insert(key.clone(), Value::Null)));
            assert!(!nothing, "{pointer}/{key} may be null");
            if changed(&|object| drop(object.remove(&key))) {
                for nothing in [json!([]), json!(false)] {
                    let stands = changed(&|object| drop(object.insert(key.clone(), nothing.clone())));
                    assert!(!stands, "{pointer}/{key} may be {nothing}");
                }
            }
        }
    }
}

/// Dropping what decides gives no bundle: neither to the validator nor to the reader.
#[test]
fn what_decides_always_stands() {
    let validator = validator();
    let norm = [
        "key",
        "effect",
        "acts",
        "data",
        "parties",
        "purposes",
        "excluded_data",
        "routes",
        "processing",
        "requires",
        "unless",
        "rank",
        "priority_over",
        "transform",
        "clause_path",
    ];
    let norm = norm.map(|member| format!("/norms/4/{member}"));
    let others = [
        "/extent",
        "/leaf_sets",
        "/vocabulary/linkings",
        "/vocabulary/routes",
        "/vocabulary/parties",
        "/norms",
        "/outline",
        "/leaf_sets/parties",
        "/norms/4/data/leaves",
        "/norms/4/unless/clauses",
        "/norms/4/unless/conditions",
        "/norms/4/unless/conditions/leaves",
        "/norms/3/requires/0/leaves",
        "/norms/4/transform/removes",
        "/vocabulary/linkings/0/from",
        "/vocabulary/linkings/0/to",
        "/vocabulary/linkings/0/when",
        "/vocabulary/linkings/0/when/0/leaves",
        "/vocabulary/data_categories/1/parents",
        "/vocabulary/routes/0/name",
    ];
    for pointer in norm.iter().map(String::as_str).chain(others) {
        let mut document = sample_value();
        let (parent, member) = pointer.rsplit_once('/').expect("a pointer");
        let object = document
            .pointer_mut(parent)
            .and_then(Value::as_object_mut)
            .expect("an object");
        assert!(object.remove(member).is_some(), "{pointer}");
        assert!(!validator.is_valid(&document), "{pointer}");
        let error = Bundle::from_json(&super::sealed(document)).expect_err(pointer);
        assert_eq!(error.code(), "B0004", "{pointer}: {error}");
    }
}

/// The shape of every draft that was ever written, by its number: the schema without its words. A draft that was given out
/// keeps its shape: a line is never changed, another is added. Whoever changes the shape raises the number in
/// `src/bundle/v1.rs`, adds a line here, and says so in docs/bundle.md and CHANGELOG.md.
const SHAPES: [(&str, &str); 7] = [
    (
        "hoshin.bundle/1-draft.1",
        "sha256:f1e9b43dfcd16172d93aab89db1b0e4fed44eca89d078a7b027fa432f535d6cc",
    ),
    (
        "hoshin.bundle/1-draft.2",
        "sha256:5fff003d3feca73dedc353224fad1f6c7a52d16a3fdc663e04c8173f63d915fc",
    ),
    (
        "hoshin.bundle/1-draft.3",
        "sha256:b049e6a65ca2bb494c70c3368f6b3511e763f066ad43a28b1735dc1c351a76f4",
    ),
    (
        "hoshin.bundle/1-draft.4",
        "sha256:b37c2f951b80536b54bae63391a7e7fd57e45fe15b8c80638737920a4944924d",
    ),
    (
        "hoshin.bundle/1-draft.5",
        "sha256:106354a029aee63f626affa5024d23c0783c63be6d4583c1ff8e83ed0dc55307",
    ),
    (
        "hoshin.bundle/1-draft.6",
        "sha256:16f097fd6461b4c08466486020188cc4f85ef0fbc5ec0098371303415c6f6bdc",
    ),
    (
        "hoshin.bundle/1-draft.7",
        "sha256:546a330d0e5df93be612dc3f8858b2b96424fb6f117a26a0a3a99365fbb66d73",
    ),
];

#[test]
fn a_draft_keeps_its_shape() {
    let schema: Value = serde_json::from_str(&schema()).expect("JSON");
    let found = super::independent_digest(&without_words(schema));
    let mut faults = faults_of_shapes(&SHAPES, FORMAT, &found);
    for page in ["docs/bundle.md", "CHANGELOG.md"] {
        let text = std::fs::read_to_string(page).expect("the page is readable");
        if !text.contains(&format!("`{FORMAT}`")) {
            faults.push(format!(
                "{page} does not mention `{FORMAT}`: say there what this draft changes"
            ));
        }
    }
    for page in std::fs::read_dir("docs").expect("the folder is readable") {
        let page = page.expect("the folder is readable").path();
        let text = match page.extension().is_some_and(|end| end == "md") {
            true => std::fs::read_to_string(&page).expect("the page is readable"),
            false => continue,
        };
        let named = text
            .split("hoshin.bundle/")
            .skip(1)
            .filter_map(|rest| rest.split('`').next());
        for other in named.filter(|name| FORMAT != format!("hoshin.bundle/{name}")) {
            faults.push(format!(
                "{}: hoshin.bundle/{other} is not what hoshin writes: write {FORMAT}",
                page.display()
            ));
        }
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

/// What is wrong with the record of shapes, for a program that writes `format` in the shape `found`.
fn faults_of_shapes(shapes: &[(&str, &str)], format: &str, found: &str) -> Vec<String> {
    const HERE: &str = "tests/bundle/schema.rs, SHAPES";
    let mut faults = Vec::new();
    for (number, (draft, shape)) in (1..).zip(shapes) {
        let wanted = format!("hoshin.bundle/1-draft.{number}");
        if *draft != wanted {
            faults.push(format!(
                "{HERE}: line {number} is {draft}, and should be {wanted}: drafts count from 1 on, each once; raise the number in \
                 src/bundle/v1.rs for a new one"
            ));
        }
        for (same, _) in shapes.iter().take(number - 1).filter(|(_, one)| one == shape) {
            faults.push(format!(
                "{HERE}: {same} and {draft} have one shape: take the number in src/bundle/v1.rs back, or write down the shape of {draft}"
            ));
        }
    }
    let (last, shape) = shapes.last().copied().unwrap_or_default();
    if format != last {
        faults.push(format!(
            "{HERE}: the last line is {last:?}, and src/bundle/v1.rs writes {format}: add a line for it with {found:?}"
        ));
    } else if shape != found {
        faults.push(format!(
            "the shape of {format} changed: raise the number of the draft in src/bundle/v1.rs; this test then says which line to \
             add to {HERE}. The lines before it stay as they are"
        ));
    }
    faults
}

#[test]
fn a_draft_is_recorded_once_and_with_a_shape_of_its_own() {
    let faults = |shapes: &[(&str, &str)], format: &str, found: &str| faults_of_shapes(shapes, format, found).len();
    let [one, two, three] = [1, 2, 3].map(|number| format!("hoshin.bundle/1-draft.{number}"));
    let (one, two, three) = (one.as_str(), two.as_str(), three.as_str());
    assert_eq!(faults(&[(one, "a")], one, "a"), 0);
    assert_eq!(faults(&[(one, "a"), (two, "b")], two, "b"), 0);
    assert_eq!(faults(&[(one, "a")], one, "b"), 1, "the number was not raised");
    assert_eq!(faults(&[(one, "a")], two, "b"), 1, "no line was added");
    assert_eq!(faults(&[(one, "a"), (one, "b")], one, "b"), 1, "two lines of one draft");
    assert_eq!(
        faults(&[(one, "a"), (three, "b")], three, "b"),
        1,
        "a draft is left out"
    );
    assert_eq!(faults(&[(two, "b")], two, "b"), 1, "an earlier draft was taken out");
    assert_eq!(
        faults(&[(one, "a"), (two, "a")], two, "a"),
        1,
        "two drafts of one shape"
    );
    assert_eq!(
        faults(&[(one, "a"), (two, "b")], one, "a"),
        1,
        "the last line is not written"
    );
}

/// What the branch `main` has recorded was given out: a line that was changed instead of one added is found by it. Where there
/// is no such branch (an archive of the sources, a shallow clone) nobody can tell.
#[test]
fn a_shape_that_was_given_out_is_not_changed() {
    let given_out = ["main", "origin/main"].into_iter().find_map(|branch| {
        let mut git = std::process::Command::new("git");
        git.args(["show", &format!("{branch}:tests/bundle/schema.rs")])
            .current_dir(env!("CARGO_MANIFEST_DIR"));
        let output = git.output().ok().filter(|output| output.status.success())?;
        String::from_utf8(output.stdout).ok()
    });
    let recorded = recorded(&given_out.unwrap_or_default());
    assert_eq!(changed(&SHAPES, &recorded), [] as [String; 0]);
}

/// The lines that stand in the source of this file.
fn recorded(source: &str) -> Vec<(String, String)> {
    let table = source.split_once("\nconst SHAPES: ").map(|(_, rest)| rest);
    let table = table.and_then(|rest| rest.split("];\n").next()).unwrap_or_default();
    let words: Vec<&str> = table.split('"').skip(1).step_by(2).collect();
    words
        .chunks_exact(2)
        .map(|line| (line[0].to_owned(), line[1].to_owned()))
        .collect()
}

fn changed(shapes: &[(&str, &str)], given_out: &[(String, String)]) -> Vec<String> {
    let other = given_out
        .iter()
        .filter(|(draft, shape)| shapes.iter().any(|(one, own)| one == draft && own != shape));
    other
        .map(|(draft, shape)| {
            format!(
                "tests/bundle/schema.rs, SHAPES: {draft} is {shape} on the branch main: put that back, raise the number in \
                 src/bundle/v1.rs and add a line for the new shape"
            )
        })
        .collect()
}

#[test]
fn a_changed_line_is_seen() {
    let source = "a\nconst SHAPES: [(&str, &str); 2] = [\n    (\"1\", \"a\"),\n    (\"2\", \"b\"),\n];\nconst B: [u8; 1] = [\"1\"];\n";
    let given_out = recorded(source);
    assert_eq!(given_out.len(), 2);
    assert_eq!(
        changed(&[("1", "a"), ("2", "b"), ("3", "c")], &given_out),
        [] as [String; 0]
    );
    assert_eq!(changed(&[("1", "c")], &given_out).len(), 1);
    let this = std::fs::read_to_string("tests/bundle/schema.rs").expect("this file is readable");
    let own = recorded(&this);
    assert!(
        own.iter()
            .map(|(draft, shape)| (draft.as_str(), shape.as_str()))
            .eq(SHAPES)
    );
}

/// The schema without titles and descriptions, which may be mended without a new draft.
fn without_words(schema: Value) -> Value {
    match schema {
        Value::Object(members) => members
            .into_iter()
            .filter(|(key, value)| !(matches!(key.as_str(), "title" | "description") && value.is_string()))
            .map(|(key, value)| (key, without_words(value)))
            .collect(),
        Value::Array(items) => items.into_iter().map(without_words).collect(),
        value => value,
    }
}

#[test]
fn every_member_and_every_word_is_described() {
    let schema: Value = serde_json::from_str(&schema()).expect("JSON");
    let mut missing = Vec::new();
    let definitions = schema["$defs"].as_object().expect("definitions");
    for (name, definition) in
        std::iter::once(("", &schema)).chain(definitions.iter().map(|(name, one)| (name.as_str(), one)))
    {
        if definition["title"].as_str().is_none_or(str::is_empty) {
            missing.push(format!("{name}: title"));
        }
        if definition["description"].as_str().is_none_or(str::is_empty) {
            missing.push(format!("{name}: description"));
        }
        for alternative in definition["oneOf"].as_array().into_iter().flatten() {
            if alternative["description"].as_str().is_none_or(str::is_empty) {
                missing.push(format!("{name}: {alternative}"));
            }
            describe_members(name, alternative, &mut missing);
        }
        describe_members(name, definition, &mut missing);
    }
    assert_eq!(missing, [] as [String; 0]);
}

#[test]
fn keys_are_plain_words() {
    // The digest relies on it: the order of such keys is that of their bytes.
    let schema = schema();
    let keys: Vec<&str> = schema
        .lines()
        .skip_while(|line| !line.contains("\"properties\""))
        .filter_map(|line| line.trim().strip_suffix("\": {")?.strip_prefix('"'))
        .filter(|key| !key.starts_with('$') && !key.starts_with(|c: char| c.is_ascii_uppercase()))
        .filter(|key| !["additionalProperties"].contains(key))
        .collect();
    assert!(keys.len() > 100);
    for key in keys {
        assert!(
            key.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_')),
            "{key}"
        );
    }
}

fn describe_members(name: &str, object: &Value, missing: &mut Vec<String>) {
    for (key, member) in object["properties"].as_object().into_iter().flatten() {
        // The tag of a block says what its alternative describes.
        if member["description"].as_str().is_none_or(str::is_empty) && member.get("const").is_none() {
            missing.push(format!("{name}.{key}"));
        }
    }
}

fn collect_objects(value: &Value, pointer: String, objects: &mut Vec<(String, Vec<String>)>) {
    match value {
        Value::Object(members) => {
            for (key, member) in members {
                collect_objects(member, format!("{pointer}/{key}"), objects);
            }
            objects.push((pointer, members.keys().cloned().collect()));
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                collect_objects(item, format!("{pointer}/{index}"), objects);
            }
        }
        _ => {}
    }
}
