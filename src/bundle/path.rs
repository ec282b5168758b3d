//! Where in a document something is: `norms[3].data` while it is found, the JSON Pointer `/norms/3/data` where it is told.

use serde_json::Value;

/// The path as a JSON Pointer (RFC 6901).
pub(super) fn pointer(path: &str) -> String {
    let mut pointer = String::with_capacity(path.len() + 1);
    for c in path.chars() {
        match c {
            '.' | '[' => pointer.push('/'),
            ']' => {}
            c => pointer.push(c),
        }
    }
    match pointer.starts_with('/') || pointer.is_empty() {
        true => pointer,
        false => format!("/{pointer}"),
    }
}

/// An array or object that is open, and how far in it one is.
enum Open<'t> {
    Array(usize),
    Object(&'t str),
}

/// The path of what stands before a byte of a JSON text: of the value that was begun or ended there last, or of the member
/// whose name was read last.
pub(super) fn before(text: &str, byte: usize) -> String {
    let mut open: Vec<Open<'_>> = Vec::new();
    let mut at = 0;
    // Whether a string would be the name of a member.
    let mut name_comes = false;
    while let Some(&next) = text.as_bytes().get(at).filter(|_| at < byte) {
        let start = at;
        at += 1;
        match next {
            b'"' => {
                at = end_of_string(text, at);
                if let (true, Some(Open::Object(name))) = (name_comes, open.last_mut()) {
                    *name = text.get(start + 1..at - 1).unwrap_or_default();
                    name_comes = false;
                }
            }
            b'{' => {
                open.push(Open::Object(""));
                name_comes = true;
            }
            b'[' => {
                open.push(Open::Array(0));
                name_comes = false;
            }
            b'}' | b']' => {
                open.pop();
                name_comes = false;
            }
            b',' => match open.last_mut() {
                Some(Open::Array(index)) => *index += 1,
                Some(Open::Object(_)) => name_comes = true,
                None => {}
            },
            _ => {}
        }
    }
    told(&open)
}

/// One past the closing quote of a string whose first character is at `at`.
fn end_of_string(text: &str, mut at: usize) -> usize {
    let bytes = text.as_bytes();
    while at < bytes.len() && bytes[at] != b'"' {
        at += if bytes[at] == b'\\' { 2 } else { 1 };
    }
    (at + 1).min(bytes.len())
}

fn told(open: &[Open<'_>]) -> String {
    let mut path = String::new();
    for step in open {
        match step {
            Open::Array(index) => path += &format!("[{index}]"),
            Open::Object("") => {}
            Open::Object(name) if path.is_empty() => path += name,
            Open::Object(name) => path += &format!(".{name}"),
        }
    }
    path
}

/// Where two values first differ, in the order of the document.
pub(super) fn first_difference(stated: &Value, written: &Value) -> String {
    match (stated, written) {
        (Value::Object(stated), Value::Object(written)) => stated
            .iter()
            .find_map(|(key, value)| match written.get(key) {
                Some(other) => (value != other).then(|| format!(".{key}{}", first_difference(value, other))),
                None => Some(format!(".{key}")),
            })
            .or_else(|| {
                let left_out = written.keys().find(|key| !stated.contains_key(*key))?;
                Some(format!(".{left_out}"))
            })
            .unwrap_or_default(),
        (Value::Array(stated), Value::Array(written)) => stated
            .iter()
            .zip(written)
            .enumerate()
            .find(|(_, (value, other))| value != other)
            .map(|(index, (value, other))| format!("[{index}]{}", first_difference(value, other)))
            .unwrap_or_default(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_told_as_a_pointer() {
        assert_eq!(pointer("norms[3].data.leaves[0]"), "/norms/3/data/leaves/0");
        assert_eq!(pointer(".norms"), "/norms");
        assert_eq!(pointer(""), "");
    }

    #[test]
    fn the_path_before_a_byte_is_that_of_what_ended_there() {
        let text = r#"{"a": 1, "b\"}": [{"c": "],{"}, {"d": [2, 3]}], "e": {}}"#;
        let path = |piece: &str| before(text, text.find(piece).expect("a piece") + piece.len());
        assert_eq!(path("1"), "a");
        assert_eq!(path("\"],{\""), "b\\\"}[0].c");
        assert_eq!(path("],{\"}"), "b\\\"}[0]");
        assert_eq!(path("3"), "b\\\"}[1].d[1]");
        assert_eq!(path("[2, 3]}"), "b\\\"}[1]");
        assert_eq!(path("{}"), "e");
        assert_eq!(before(text, text.len()), "");
    }
}
