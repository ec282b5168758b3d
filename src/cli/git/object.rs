//! What lies at a path of a commit.

use crate::source::MAX_SOURCE_BYTES;

/// What lies at a path of a commit.
#[derive(Debug)]
pub(in crate::cli) enum Object {
    File(Vec<u8>),
    Folder,
    TooLarge,
    /// A link out of the repository.
    LeadsOutside,
    Missing,
}

/// Reads what `git cat-file --batch --follow-symlinks` says (git-cat-file(1), "BATCH OUTPUT").
pub(super) fn object(mut answer: Vec<u8>) -> Object {
    let Some(end) = answer.iter().position(|byte| *byte == b'\n') else {
        return Object::Missing;
    };
    let head = String::from_utf8_lossy(&answer[..end]).into_owned();
    let words: Vec<&str> = head.split(' ').collect();
    match *words.as_slice() {
        ["symlink", _] => Object::LeadsOutside,
        [_, "blob", size] => match size.parse::<usize>() {
            Ok(size) if size > MAX_SOURCE_BYTES => Object::TooLarge,
            Ok(size) if answer.len() > end + size => {
                answer.drain(..=end);
                answer.truncate(size);
                Object::File(answer)
            }
            _ => Object::Missing,
        },
        [_, "tree", _] => Object::Folder,
        // `… missing`, `dangling …`, `loop …`, `notdir …`, and a submodule whose commit is here.
        _ => Object::Missing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_of_git_are_read_as_its_manual_says() {
        let file = |answer: &[u8]| match object(answer.to_vec()) {
            Object::File(bytes) => Some(bytes),
            _ => None,
        };
        assert_eq!(file(b"0123 blob 4\na\nb\n\n"), Some(b"a\nb\n".to_vec()));
        assert_eq!(file(b"0123 blob 0\n\n"), Some(Vec::new()));
        assert_eq!(file(b"0123 blob 9\nabc"), None, "cut off");
        assert_eq!(file(b""), None);
        assert!(matches!(object(b"main:a b.policy missing\n".to_vec()), Object::Missing));
        assert!(matches!(object(b"loop 3\na:b\n".to_vec()), Object::Missing));
        assert!(matches!(
            object(b"symlink 11\n/etc/passwd\n".to_vec()),
            Object::LeadsOutside
        ));
        assert!(matches!(object(b"0123 tree 30\n".to_vec()), Object::Folder));
        assert!(matches!(object(b"0123 blob 99999999999\n".to_vec()), Object::TooLarge));
    }
}
