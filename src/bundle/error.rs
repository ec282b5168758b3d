//! Why a document is no bundle that can be relied on.

use std::fmt;

use super::path::pointer;
use super::v1::FORMAT;
use crate::characters::code_point;
use crate::text::{Lang, Text};

/// Why a bundle was refused. Each variant has a code of its own that never changes.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum BundleError {
    /// The text is no JSON.
    NotJson {
        /// Where reading stopped.
        at: JsonPlace,
        /// Whether the text ends too early.
        truncated: bool,
    },
    /// It is JSON and does not say that it is a bundle.
    NotABundle,
    /// It is a bundle of a version that this program does not know.
    OtherVersion {
        /// The format it names.
        found: String,
    },
    /// A member is missing, unknown, given twice or of the wrong type.
    WrongShape {
        /// Where in the text.
        at: JsonPlace,
        /// Where in the document; empty for the whole.
        path: String,
        /// What is wrong there.
        problem: Shape,
    },
    /// A word that is none of the fixed list for its place: an act, an effect, an attribute.
    UnknownWord {
        /// Where in the text.
        at: JsonPlace,
        /// Where in the document.
        path: String,
        /// The word.
        word: String,
    },
    /// A number that its member cannot hold.
    OutOfRange {
        /// Where in the text.
        at: JsonPlace,
        /// Where in the document.
        path: String,
    },
    /// The document was changed after its digest was computed.
    DigestMismatch {
        /// What it states.
        stated: String,
        /// What its contents have.
        computed: String,
    },
    /// Two things of one kind have one name.
    DuplicateName {
        /// Where the second is.
        path: String,
        /// What kind of thing.
        kind: NameKind,
        /// The name.
        name: String,
    },
    /// A name refers to nothing.
    UnresolvedName {
        /// Where.
        path: String,
        /// What kind of thing was looked for.
        kind: NameKind,
        /// The name.
        name: String,
    },
    /// A concept contains itself.
    CyclicContainment {
        /// Which graph.
        path: String,
        /// The concepts on the way, each contained in the next.
        names: Vec<String>,
    },
    /// A value that is written as it may be and means nothing.
    InvalidValue {
        /// Where.
        path: String,
        /// The value.
        value: String,
        /// What should stand there.
        expected: Wanted,
    },
    /// A clause that stands before the one that holds it, or a block where none can stand.
    Misplaced {
        /// Where.
        path: String,
    },
    /// Two parts of the document disagree: one of them follows from others, and something else follows.
    Inconsistent {
        /// The part that does not follow.
        path: String,
    },
    /// A character that no source can put there: a control character anywhere, or in a name one that cannot be seen.
    HiddenCharacter {
        /// Where.
        path: String,
        /// The character.
        character: char,
    },
    /// It is a runtime bundle, and the whole policy is needed.
    OnlyRuntime,
    /// More, deeper or more entangled than a reader takes on.
    TooLarge {
        /// Where; empty for the whole document.
        path: String,
        /// What there is too much of.
        what: Excess,
    },
}

/// Line and column in the JSON text; both from 1, the column in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct JsonPlace {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// How a place differs from what the schema says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Shape {
    /// A member is missing.
    Missing(String),
    /// There is a member that the format does not have.
    Unknown(String),
    /// A member is given twice.
    Twice(String),
    /// A member says what leaving it out says.
    SaysNothing,
    /// A value of one kind stands where one of another kind is needed.
    OtherKind {
        /// What stands there.
        found: JsonKind,
        /// What is needed.
        wanted: JsonKind,
    },
    /// A value stands there that is none of those that may.
    OtherValue,
}

macro_rules! phrases {
    ($(#[$meta:meta])* $name:ident { $($variant:ident = $ja:literal, $en:literal;)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum $name { $(#[doc = $en] $variant,)+ }

        impl $name {
            fn phrase(self) -> Phrase {
                match self { $(Self::$variant => Phrase { ja: $ja, en: $en },)+ }
            }
        }
    };
}

struct Phrase {
    ja: &'static str,
    en: &'static str,
}

phrases! {
    /// The kinds of JSON values.
    JsonKind {
        Null = "null", "null";
        Boolean = "真偽値", "a boolean";
        Number = "数値", "a number";
        Integer = "整数", "an integer";
        Text = "文字列", "a string";
        Array = "配列", "an array";
        Object = "オブジェクト", "an object";
    }
}

phrases! {
    /// What a name names.
    NameKind {
        Source = "ファイル", "source";
        Data = "情報", "data category";
        Party = "主体", "party";
        Purpose = "目的", "purpose";
        Condition = "条件", "condition";
        Route = "経路", "route of collection";
        Clause = "条項", "clause";
        Norm = "規則", "norm";
        LeafSet = "葉の集まり", "set of leaves";
    }
}

phrases! {
    /// What should have stood in a place.
    Wanted {
        Date = "実在する日付（例: 2026-04-01）", "a date that exists, such as 2026-04-01";
        Sha256 = "SHA-256 の値（16 進小文字 64 桁）", "a SHA-256 in 64 lower-case hexadecimal digits";
        NumberPattern = "番号の書式（例: 第1条）", "a number pattern, such as 第1条";
        Leaf = "下位をもたない名前", "the name of a concept without children";
        RestLeaf = "下位をもつ名前", "the name of a concept with children";
        Range = "始まりが終わりより後にならない範囲", "a range that does not end before it starts";
        RevisionKind = "revised か last_revised", "revised or last_revised";
        Keyword = "条項のキーワードとその英語名", "a clause's keyword with its English kind";
    }
}

phrases! {
    /// What there is too much of.
    Excess {
        Text = "文書の長さ", "text";
        Nesting = "入れ子の深さ", "nesting";
        Containment = "包含関係", "containment";
        References = "題名どうしの参照", "reference from title to title";
    }
}

impl BundleError {
    /// The code, as stable as a diagnostic's: `B0007`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotJson { .. } => "B0001",
            Self::NotABundle => "B0002",
            Self::OtherVersion { .. } => "B0003",
            Self::WrongShape { .. } => "B0004",
            Self::UnknownWord { .. } => "B0005",
            Self::OutOfRange { .. } => "B0006",
            Self::DigestMismatch { .. } => "B0007",
            Self::DuplicateName { .. } => "B0008",
            Self::UnresolvedName { .. } => "B0009",
            Self::CyclicContainment { .. } => "B0010",
            Self::InvalidValue { .. } => "B0011",
            Self::Misplaced { .. } => "B0012",
            Self::Inconsistent { .. } => "B0013",
            Self::TooLarge { .. } => "B0014",
            Self::HiddenCharacter { .. } => "B0015",
            Self::OnlyRuntime => "B0016",
        }
    }

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

/// Tells an error on its way up where it came from: `norms` + `[3]` + `.data`.
pub(super) trait Within<T> {
    fn within(self, step: impl FnOnce() -> String) -> Result<T, BundleError>;
}

impl<T> Within<T> for Result<T, BundleError> {
    fn within(self, step: impl FnOnce() -> String) -> Self {
        self.map_err(|error| error.within(&step()))
    }
}

impl fmt::Display for BundleError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.code(), self.message().get(Lang::En))
    }
}

impl std::error::Error for BundleError {}

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

#[cfg(test)]
mod tests {
    use super::*;

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
