//! What is said of each reason, in both languages.

use std::fmt;

use super::refusal::{BundleError, JsonKind, JsonPlace, Shape};
use crate::bundle::path::pointer;
use crate::bundle::v1::FORMAT;
use crate::characters::code_point;
use crate::text::{Lang, Text};

impl BundleError {
    /// What is wrong, in one sentence without a full stop.
    #[must_use]
    pub fn message(&self) -> Text {
        match self {
            Self::NotJson {
                at, truncated: true, ..
            } => Text::new(
                format!("ファイルが途中で終わっています（{}）", at.ja()),
                format!("the file ends too early ({})", at.en()),
            ),
            Self::NotJson { at, .. } => Text::new(
                format!("JSON として読めません（{}）", at.ja()),
                format!("this is not JSON ({})", at.en()),
            ),
            Self::NotABundle => Text::new(
                format!("hoshin の規則ではありません（`format` が `{FORMAT}` の JSON が必要です）"),
                format!("this is not a rule bundle (JSON with `format` `{FORMAT}` is needed)"),
            ),
            Self::OtherVersion { found } if is_draft(found) => Text::new(
                format!("この hoshin では読めない下書きの形式です（`{}`）", excerpt(found)),
                format!("this hoshin cannot read the draft format `{}`", excerpt(found)),
            ),
            Self::OtherVersion { found } => Text::new(
                format!("このバージョンの hoshin では読めない形式です（`{}`）", excerpt(found)),
                format!("this version of hoshin cannot read the format `{}`", excerpt(found)),
            ),
            Self::WrongShape { at, path, problem } => {
                let (problem, place) = (problem.told(), at.within(path));
                Text::new(
                    format!("規則の形式に合っていません（{}）: {}", place.ja, problem.ja),
                    format!(
                        "this does not have the shape of a rule bundle ({}): {}",
                        place.en, problem.en
                    ),
                )
            }
            Self::UnknownWord { at, path, word } => {
                let (word, place) = (excerpt(word), at.within(path));
                Text::new(
                    format!("`{word}` という値は定められていません（{}）", place.ja),
                    format!("`{word}` is no value that may stand here ({})", place.en),
                )
            }
            Self::OutOfRange { at, path } => {
                let place = at.within(path);
                Text::new(
                    format!("数値が範囲を超えています（{}）", place.ja),
                    format!("a number is out of range ({})", place.en),
                )
            }
            Self::OnlyRuntime => Text::new(
                "判断に要るものだけを書き出した規則で、文言や検証がありません",
                "this bundle holds only what decisions need: no wording, no tests",
            ),
            Self::DigestMismatch { stated, computed } => Text::new(
                format!(
                    "内容とダイジェストが一致しません（記載は `{}`、内容からの計算は `{computed}`）",
                    excerpt(stated)
                ),
                format!(
                    "contents and digest disagree (stated `{}`, computed `{computed}`)",
                    excerpt(stated)
                ),
            ),
            Self::DuplicateName { path, kind, name } => {
                let (path, kind, name) = (pointer(path), kind.phrase(), excerpt(name));
                Text::new(
                    format!("{}`{name}` が二つあります（`{path}`）", kind.ja),
                    format!("there are two {} named `{name}` (`{path}`)", plural(kind.en)),
                )
            }
            Self::UnresolvedName { path, kind, name } => {
                let (path, kind, name) = (pointer(path), kind.phrase(), excerpt(name));
                Text::new(
                    format!("{}`{name}` が規則のファイルにありません（`{path}`）", kind.ja),
                    format!("the bundle holds no {} `{name}` (`{path}`)", kind.en),
                )
            }
            Self::CyclicContainment { path, names } => {
                let (path, names) = (pointer(path), excerpt(&names.join(" → ")));
                Text::new(
                    format!("包含関係が循環しています（`{path}`: {names}）"),
                    format!("containment is cyclic (`{path}`: {names})"),
                )
            }
            Self::InvalidValue { path, value, expected } => {
                let (path, expected, value) = (pointer(path), expected.phrase(), excerpt(value));
                Text::new(
                    format!("`{value}` の位置には{}が必要です（`{path}`）", expected.ja),
                    format!("`{value}` stands where {} is needed (`{path}`)", expected.en),
                )
            }
            Self::Misplaced { path } => {
                let path = pointer(path);
                Text::new(
                    format!("並び順または入れ子が正しくありません（`{path}`）"),
                    format!("this is out of order or wrongly nested (`{path}`)"),
                )
            }
            Self::Inconsistent { path } => {
                let path = pointer(path);
                Text::new(
                    format!("`{path}` が規則のファイルのほかの部分と食い違っています"),
                    format!("`{path}` disagrees with the rest of the bundle"),
                )
            }
            Self::HiddenCharacter { path, character } => {
                let (path, point) = (pointer(path), code_point(*character));
                let (ja, en) = match character.is_control() {
                    true => ("制御文字", "the control character"),
                    false => ("目に見えない文字", "the invisible character"),
                };
                Text::new(
                    format!("{ja} {point} が混ざっています（`{path}`）"),
                    format!("{en} {point} stands in `{path}`"),
                )
            }
            Self::TooLarge { path, what } => {
                let (what, place) = (what.phrase(), place_of(path));
                Text::new(
                    format!("{}が読み取りの上限を超えています{}", what.ja, place.0),
                    format!("there is more {} than a reader takes on{}", what.en, place.1),
                )
            }
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
    fn ja(self) -> String {
        format!("{} 行 {} バイト目", self.line, self.column)
    }

    fn en(self) -> String {
        format!("line {}, byte {}", self.line, self.column)
    }

    /// The place with the way to it in the document.
    fn within(self, path: &str) -> Text {
        match path.is_empty() {
            true => Text::new(self.ja(), self.en()),
            false => {
                let pointer = pointer(path);
                Text::new(
                    format!("`{pointer}`、{}", self.ja()),
                    format!("`{pointer}`, {}", self.en()),
                )
            }
        }
    }
}

impl Shape {
    fn told(&self) -> Text {
        match self {
            Self::Missing(member) => Text::new(
                format!("メンバー `{}` がありません", excerpt(member)),
                format!("the member `{}` is missing", excerpt(member)),
            ),
            Self::Unknown(member) => Text::new(
                format!("`{}` というメンバーは定められていません", excerpt(member)),
                format!("there is no member `{}` in the format", excerpt(member)),
            ),
            Self::Twice(member) => Text::new(
                format!("メンバー `{}` が二つあります", excerpt(member)),
                format!("the member `{}` stands there twice", excerpt(member)),
            ),
            Self::SaysNothing => Text::new(
                "何も述べないメンバーは、書かずに省きます",
                "a member that says nothing is left out",
            ),
            Self::OtherKind {
                found: JsonKind::Null, ..
            } => Text::new(
                "`null` は書けません。述べることのないメンバーは、省きます",
                "`null` stands nowhere; a member that says nothing is left out",
            ),
            Self::OtherKind { found, wanted } => {
                let (found, wanted) = (found.phrase(), wanted.phrase());
                Text::new(
                    format!("{}が必要なところに{}があります", wanted.ja, found.ja),
                    format!("{} stands where {} is needed", found.en, wanted.en),
                )
            }
            Self::OtherValue => Text::new("ここに書けない値があります", "there is a value that may not stand here"),
        }
    }
}

fn place_of(path: &str) -> (String, String) {
    if path.is_empty() {
        (String::new(), String::new())
    } else {
        let path = pointer(path);
        (format!("（`{path}`）"), format!(" (`{path}`)"))
    }
}

/// Whether it is a draft of the first version.
fn is_draft(format: &str) -> bool {
    FORMAT.split_once("-draft.").is_some_and(|(version, _)| {
        format
            .strip_prefix(version)
            .is_some_and(|rest| rest.starts_with("-draft."))
    })
}

fn plural(noun: &str) -> String {
    match noun {
        "data category" => "data categories".to_owned(),
        "party" => "parties".to_owned(),
        "route of collection" => "routes of collection".to_owned(),
        "set of leaves" => "sets of leaves".to_owned(),
        _ => format!("{noun}s"),
    }
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
