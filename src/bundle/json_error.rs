//! What the JSON reader refuses, in our words. Its errors carry their kind only in their words; the tests hold those still.

use super::error::{BundleError, Excess, JsonKind, JsonPlace, Shape};
use super::{path, v1};

/// Sorts what the JSON reader refused of a text.
pub(super) fn sorted(text: &str, error: &serde_json::Error) -> BundleError {
    let at = JsonPlace {
        line: error.line(),
        column: error.column(),
    };
    let words = error.to_string();
    let suffix = format!(" at line {} column {}", at.line, at.column);
    let reason = words.strip_suffix(&suffix).unwrap_or(&words);
    if reason.starts_with("recursion limit exceeded") {
        return BundleError::TooLarge {
            path: String::new(),
            what: Excess::Nesting,
        };
    }
    if !error.is_data() && !is_out_of_range(reason) {
        return BundleError::NotJson {
            at,
            truncated: error.is_eof(),
        };
    }
    let path = path::before(text, offset(text, at));
    if is_out_of_range(reason) {
        return BundleError::OutOfRange { at, path };
    }
    if let Some(word) = quoted(reason, "unknown variant `") {
        return BundleError::UnknownWord { at, path, word };
    }
    let problem = problem(reason);
    let path = match &problem {
        // The reader stopped behind the name of the member; the place is that of the object.
        Shape::Unknown(member) | Shape::Twice(member) => parent(&path, member).to_owned(),
        _ => path,
    };
    BundleError::WrongShape { at, path, problem }
}

fn problem(reason: &str) -> Shape {
    if let Some(member) = quoted(reason, "missing field `") {
        return Shape::Missing(member);
    }
    if let Some(member) = quoted(reason, "unknown field `") {
        return Shape::Unknown(member);
    }
    if let Some(member) = quoted(reason, "duplicate field `") {
        return Shape::Twice(member);
    }
    if reason == v1::LEFT_OUT {
        return Shape::SaysNothing;
    }
    other_kind(reason).unwrap_or(Shape::OtherValue)
}

fn other_kind(reason: &str) -> Option<Shape> {
    let (found, wanted) = reason.strip_prefix("invalid type: ")?.rsplit_once(", expected ")?;
    Some(Shape::OtherKind {
        found: found_kind(found)?,
        wanted: wanted_kind(wanted)?,
    })
}

fn found_kind(words: &str) -> Option<JsonKind> {
    let kinds = [
        ("null", JsonKind::Null),
        ("unit value", JsonKind::Null),
        ("boolean", JsonKind::Boolean),
        ("integer", JsonKind::Number),
        ("floating point", JsonKind::Number),
        ("number", JsonKind::Number),
        ("string", JsonKind::Text),
        ("sequence", JsonKind::Array),
        ("map", JsonKind::Object),
    ];
    kinds
        .iter()
        .find(|(word, _)| words.starts_with(word))
        .map(|(_, kind)| *kind)
}

fn wanted_kind(words: &str) -> Option<JsonKind> {
    let kinds = [
        ("a string", JsonKind::Text),
        ("string or map", JsonKind::Text),
        ("enum", JsonKind::Text),
        ("variant", JsonKind::Text),
        ("a sequence", JsonKind::Array),
        ("struct", JsonKind::Object),
        ("a map", JsonKind::Object),
        ("internally tagged", JsonKind::Object),
        ("a boolean", JsonKind::Boolean),
        ("u32", JsonKind::Integer),
        ("a nonzero u32", JsonKind::Integer),
    ];
    kinds
        .iter()
        .find(|(word, _)| words.starts_with(word))
        .map(|(_, kind)| *kind)
}

/// The first word in back quotes, where the reason begins so.
fn quoted(reason: &str, beginning: &str) -> Option<String> {
    let rest = reason.strip_prefix(beginning)?;
    Some(rest.split('`').next().unwrap_or(rest).to_owned())
}

/// The path of the object whose member it ends with.
fn parent<'p>(path: &'p str, member: &str) -> &'p str {
    match path.strip_suffix(member) {
        Some(parent) => parent.strip_suffix('.').unwrap_or(parent),
        None => path,
    }
}

/// `1e999`, `-1` and, which the JSON reader takes for a fraction, a number with too many digits.
fn is_out_of_range(reason: &str) -> bool {
    if let Some(number) = quoted(reason, "invalid type: floating point `") {
        return number
            .parse::<f64>()
            .is_ok_and(|number| number.abs() > f64::from(u32::MAX));
    }
    reason.starts_with("number out of range") || reason.starts_with("invalid value: integer")
}

/// The byte of the text at which a place lies: one past the last that was read.
fn offset(text: &str, at: JsonPlace) -> usize {
    let mut line_starts = text.match_indices('\n').map(|(newline, _)| newline + 1);
    let start = match at.line {
        0 | 1 => 0,
        line => line_starts.nth(line - 2).unwrap_or(text.len()),
    };
    (start + at.column).min(text.len())
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;
    use crate::bundle::v1::{Act, Concept, Replacement};

    fn read<'a, T: Deserialize<'a>>(text: &'a str) -> BundleError {
        match serde_json::from_str::<T>(text) {
            Ok(_) => panic!("read: {text}"),
            Err(error) => sorted(text, &error),
        }
    }

    #[test]
    fn what_the_json_reader_refuses_is_sorted() {
        assert_eq!(read::<Vec<u32>>("[1, x]").code(), "B0001");
        assert_eq!(read::<Vec<u32>>("[1]]").code(), "B0001");
        assert!(matches!(
            read::<Vec<u32>>("[1,"),
            BundleError::NotJson { truncated: true, .. }
        ));
        assert!(
            matches!(read::<Act>("\n\"sell\""), BundleError::UnknownWord { at, word, .. } if word == "sell" && at.line == 2)
        );
        for number in ["1e999", "-1", "4294967296", "99999999999999999999"] {
            assert_eq!(read::<u32>(number).code(), "B0006", "{number}");
        }
        assert_eq!(read::<u32>("1.5").code(), "B0004");
        let deep = "[".repeat(200);
        assert_eq!(read::<serde_json::Value>(&deep).code(), "B0014");
    }

    #[test]
    fn each_wrong_shape_has_its_problem_and_its_place() {
        let member = |name: &str| name.to_owned();
        let kinds = |found, wanted| Shape::OtherKind { found, wanted };
        let cases = [
            ("[{}]", "[0]", Shape::Missing(member("from"))),
            (
                r#"[{"from":"a","to":"b","via":"c"}]"#,
                "[0]",
                Shape::Unknown(member("via")),
            ),
            (r#"[{"from":"a","from":"a"}]"#, "[0]", Shape::Twice(member("from"))),
            ("[3]", "[0]", kinds(JsonKind::Number, JsonKind::Object)),
            (r#"[{"from":null}]"#, "[0].from", kinds(JsonKind::Null, JsonKind::Text)),
            (r#"[{"from":[]}]"#, "[0].from", kinds(JsonKind::Array, JsonKind::Text)),
            (
                r#"[{"from":true}]"#,
                "[0].from",
                kinds(JsonKind::Boolean, JsonKind::Text),
            ),
        ];
        for (text, place, expected) in cases {
            let error = read::<Vec<Replacement>>(text);
            assert!(
                matches!(&error, BundleError::WrongShape { path, problem, .. } if path == place && *problem == expected),
                "{text}: {error:?}"
            );
        }
    }

    #[test]
    fn what_says_nothing_is_told_so() {
        for (text, expected) in [
            (r#"{"name":"a","parents":[],"labels":[]}"#, Shape::SaysNothing),
            (r#"{"name":"a","parents":[],"anonymous":false}"#, Shape::SaysNothing),
            (
                r#"{"name":"a","parents":[],"location":null}"#,
                Shape::OtherKind {
                    found: JsonKind::Null,
                    wanted: JsonKind::Object,
                },
            ),
        ] {
            let error = read::<Concept>(text);
            assert!(
                matches!(&error, BundleError::WrongShape { problem, .. } if *problem == expected),
                "{text}: {error:?}"
            );
        }
    }
}
