//! What is said of each reason, in both languages.

use std::fmt;

use super::refusal::{BundleError, Excess, JsonKind, JsonPlace, Shape};
use super::sentences::refusals::{self as say, Control, Digest, Format, Invisible, Problem, Way};
use super::sentences::shapes::{self, Member};
use super::sentences::words::{self, Place, Pointer};
use crate::bundle::path::pointer;
use crate::bundle::v1::FORMAT;
use crate::characters::code_point;
use crate::text::sentence::{Name, Written};
use crate::text::{Lang, Text};

impl BundleError {
    /// What is wrong, in one sentence without a full stop.
    #[must_use]
    pub fn message(&self) -> Text {
        match self {
            Self::NotJson { at, truncated: true } => say::ends_early(&at.told()),
            Self::NotJson { at, .. } => say::not_json(&at.told()),
            Self::NotABundle => say::not_a_bundle(&Format(FORMAT.to_owned())),
            Self::OtherVersion { found } if is_draft(found) => say::other_draft(&Format(excerpt(found))),
            Self::OtherVersion { found } => say::other_version(&Format(excerpt(found))),
            Self::WrongShape { at, path, problem } => say::wrong_shape(&at.within(path), &Problem(problem.told())),
            Self::UnknownWord { at, path, word } => say::unknown_word(&Written(excerpt(word)), &at.within(path)),
            Self::OutOfRange { at, path } => say::out_of_range(&at.within(path)),
            Self::OnlyRuntime => say::only_runtime(),
            Self::DigestMismatch { stated, computed } => {
                say::other_digest(&Digest(excerpt(stated)), &Digest(computed.clone()))
            }
            Self::DuplicateName { path, kind, name } => {
                say::two_of_one_name(&kind.several(), &Name(excerpt(name)), &place(path))
            }
            Self::UnresolvedName { path, kind, name } => {
                say::nothing_of_that_name(&kind.one(), &Name(excerpt(name)), &place(path))
            }
            Self::CyclicContainment { path, names } => {
                say::contains_itself(&place(path), &Way(excerpt(&names.join(" → "))))
            }
            Self::InvalidValue { path, value, expected } => {
                say::other_value_expected(&Written(excerpt(value)), &expected.told(), &place(path))
            }
            Self::Misplaced { path } => say::misplaced(&place(path)),
            Self::Inconsistent { path } => say::inconsistent(&place(path)),
            Self::HiddenCharacter { path, character } => {
                let point = code_point(*character);
                match character.is_control() {
                    true => say::control_character(&Control(point), &place(path)),
                    false => say::invisible_character(&Invisible(point), &place(path)),
                }
            }
            Self::TooLarge { path, what } => what.told(path),
        }
    }

    /// Puts `step` before the path of the error, if it has one.
    pub(super) fn within(mut self, step: &str) -> Self {
        match &mut self {
            Self::NotJson { .. }
            | Self::NotABundle
            | Self::OtherVersion { .. }
            | Self::WrongShape { .. }
            | Self::UnknownWord { .. }
            | Self::OutOfRange { .. }
            | Self::OnlyRuntime
            | Self::DigestMismatch { .. } => {}
            Self::DuplicateName { path, .. }
            | Self::UnresolvedName { path, .. }
            | Self::CyclicContainment { path, .. }
            | Self::InvalidValue { path, .. }
            | Self::Misplaced { path }
            | Self::Inconsistent { path }
            | Self::HiddenCharacter { path, .. }
            | Self::TooLarge { path, .. } => path.insert_str(0, step),
        }
        self
    }
}

impl JsonPlace {
    fn told(self) -> Place {
        Place(words::in_text(&self.line, &self.column))
    }

    /// The place with the way to it in the document.
    fn within(self, path: &str) -> Place {
        match path.is_empty() {
            true => self.told(),
            false => Place(words::in_document(&place(path), &self.line, &self.column)),
        }
    }
}

impl Shape {
    fn told(&self) -> Text {
        match self {
            Self::Missing(member) => shapes::missing(&Member(excerpt(member))),
            Self::Unknown(member) => shapes::unknown(&Member(excerpt(member))),
            Self::Twice(member) => shapes::twice(&Member(excerpt(member))),
            Self::SaysNothing => shapes::says_nothing(),
            Self::OtherKind {
                found: JsonKind::Null, ..
            } => shapes::no_null(),
            Self::OtherKind { found, wanted } => shapes::other_kind(&found.told(), &wanted.told()),
            Self::OtherValue => shapes::other_value(),
        }
    }
}

impl Excess {
    fn told(self, path: &str) -> Text {
        match (self, path.is_empty()) {
            (Self::Text, true) => say::too_long(),
            (Self::Text, false) => say::too_long_there(&place(path)),
            (Self::Nesting, true) => say::too_deep(),
            (Self::Nesting, false) => say::too_deep_there(&place(path)),
            (Self::Containment, true) => say::too_entangled(),
            (Self::Containment, false) => say::too_entangled_there(&place(path)),
            (Self::References, true) => say::too_many_references(),
            (Self::References, false) => say::too_many_references_there(&place(path)),
        }
    }
}

fn place(path: &str) -> Pointer {
    Pointer(pointer(path))
}

/// Whether it is a draft of the first version.
fn is_draft(format: &str) -> bool {
    FORMAT.split_once("-draft.").is_some_and(|(version, _)| {
        format
            .strip_prefix(version)
            .is_some_and(|rest| rest.starts_with("-draft."))
    })
}

/// What a message shows of a text that a stranger wrote: one line, and not all of it when it is long.
fn excerpt(text: &str) -> String {
    const LONGEST: usize = 200;
    let mut shown: String = text
        .chars()
        .take(LONGEST)
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    if text.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    shown
}

impl fmt::Display for BundleError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.code(), self.message().get(Lang::En))
    }
}

impl std::error::Error for BundleError {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::error::Within;

    #[test]
    fn a_path_grows_from_the_inside() {
        let found: Result<(), BundleError> = Err(BundleError::Misplaced { path: String::new() });
        let found = found.within(|| ".data".to_owned()).within(|| "norms[3]".to_owned());
        assert_eq!(
            found,
            Err(BundleError::Misplaced {
                path: "norms[3].data".to_owned()
            })
        );
        let message = found.map_err(|error| error.message().en);
        assert_eq!(
            message,
            Err("this is out of order or wrongly nested (`/norms/3/data`)".to_owned())
        );
    }

    #[test]
    fn messages_stay_short_and_on_one_line() {
        let error = BundleError::OtherVersion {
            found: "x\n".repeat(10_000),
        };
        let message = error.message();
        assert!(message.ja.chars().count() < 300 && !message.ja.contains('\n'));
        assert!(message.en.chars().count() < 300 && !message.en.contains('\n'));
    }
}
