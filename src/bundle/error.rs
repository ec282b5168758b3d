//! Why a document is no bundle that can be relied on.

use std::fmt;

use crate::characters::code_point;
use crate::diagnostic::{Lang, Text};

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
        /// The reason in the words of the JSON reader.
        reason: String,
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
        /// Where.
        at: JsonPlace,
        /// The reason in the words of the JSON reader.
        reason: String,
    },
    /// A word that is none of the fixed list for its place: an act, an effect, an attribute.
    UnknownWord {
        /// Where.
        at: JsonPlace,
        /// The word.
        word: String,
    },
    /// A number that its member cannot hold.
    OutOfRange {
        /// Where.
        at: JsonPlace,
        /// The reason in the words of the JSON reader.
        reason: String,
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
            Self::NotJson { at, reason, .. } => Text::new(
                format!("JSON として読めません（{}: {reason}）", at.ja()),
                format!("this is not JSON ({}: {reason})", at.en()),
            ),
            Self::NotABundle => Text::new(
                "hoshin の規則ではありません（`format` が `hoshin.bundle/1` の JSON が必要です）",
                "this is not a rule bundle (JSON with `format` `hoshin.bundle/1` is needed)",
            ),
            Self::OtherVersion { found } => Text::new(
                format!("このバージョンの hoshin では読めない形式です（`{}`）", excerpt(found)),
                format!("this version of hoshin cannot read the format `{}`", excerpt(found)),
            ),
            Self::WrongShape { at, reason } => Text::new(
                format!("規則の形式に合っていません（{}: {reason}）", at.ja()),
                format!("this does not have the shape of a rule bundle ({}: {reason})", at.en()),
            ),
            Self::UnknownWord { at, word } => Text::new(
                format!("`{}` という値は定められていません（{}）", excerpt(word), at.ja()),
                format!("`{}` is no value that may stand here ({})", excerpt(word), at.en()),
            ),
            Self::OutOfRange { at, reason } => Text::new(
                format!("数値が範囲を超えています（{}: {reason}）", at.ja()),
                format!("a number is out of range ({}: {reason})", at.en()),
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
                let (kind, name) = (kind.phrase(), excerpt(name));
                Text::new(
                    format!("{}`{name}` が二つあります（`{path}`）", kind.ja),
                    format!("there are two {} named `{name}` (`{path}`)", plural(kind.en)),
                )
            }
            Self::UnresolvedName { path, kind, name } => {
                let (kind, name) = (kind.phrase(), excerpt(name));
                Text::new(
                    format!("{}`{name}` が規則のファイルにありません（`{path}`）", kind.ja),
                    format!("the bundle holds no {} `{name}` (`{path}`)", kind.en),
                )
            }
            Self::CyclicContainment { path, names } => {
                let names = excerpt(&names.join(" → "));
                Text::new(
                    format!("包含関係が循環しています（`{path}`: {names}）"),
                    format!("containment is cyclic (`{path}`: {names})"),
                )
            }
            Self::InvalidValue { path, value, expected } => {
                let (expected, value) = (expected.phrase(), excerpt(value));
                Text::new(
                    format!("`{value}` の位置には{}が必要です（`{path}`）", expected.ja),
                    format!("`{value}` stands where {} is needed (`{path}`)", expected.en),
                )
            }
            Self::Misplaced { path } => Text::new(
                format!("並び順または入れ子が正しくありません（`{path}`）"),
                format!("this is out of order or wrongly nested (`{path}`)"),
            ),
            Self::Inconsistent { path } => Text::new(
                format!("`{path}` が規則のファイルのほかの部分と食い違っています"),
                format!("`{path}` disagrees with the rest of the bundle"),
            ),
            Self::HiddenCharacter { path, character } => {
                let point = code_point(*character);
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

impl From<serde_json::Error> for BundleError {
    /// Sorts what the JSON reader refuses. Its errors carry their kind only in their words; the tests hold those still.
    fn from(error: serde_json::Error) -> Self {
        let at = JsonPlace {
            line: error.line(),
            column: error.column(),
        };
        let text = error.to_string();
        let suffix = format!(" at line {} column {}", at.line, at.column);
        let reason = text.strip_suffix(&suffix).unwrap_or(&text);
        let reason = excerpt(reason);
        if reason.starts_with("recursion limit exceeded") {
            return Self::TooLarge {
                path: String::new(),
                what: Excess::Nesting,
            };
        }
        if is_out_of_range(&reason) {
            return Self::OutOfRange { at, reason };
        }
        if let Some(rest) = text.strip_prefix("unknown variant `") {
            let word = rest.split('`').next().unwrap_or(rest).to_owned();
            return Self::UnknownWord { at, word };
        }
        if error.is_data() {
            Self::WrongShape { at, reason }
        } else {
            Self::NotJson {
                at,
                truncated: error.is_eof(),
                reason,
            }
        }
    }
}

/// `1e999`, `-1` and, which the JSON reader takes for a fraction, a number with too many digits.
fn is_out_of_range(reason: &str) -> bool {
    if let Some(rest) = reason.strip_prefix("invalid type: floating point `") {
        let number = rest.split('`').next().and_then(|number| number.parse::<f64>().ok());
        return number.is_some_and(|number| number.abs() > f64::from(u32::MAX));
    }
    reason.starts_with("number out of range") || reason.starts_with("invalid value: integer")
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
}

fn place_of(path: &str) -> (String, String) {
    if path.is_empty() {
        (String::new(), String::new())
    } else {
        (format!("（`{path}`）"), format!(" (`{path}`)"))
    }
}

fn plural(noun: &str) -> String {
    match noun {
        "data category" => "data categories".to_owned(),
        "party" => "parties".to_owned(),
        "route of collection" => "routes of collection".to_owned(),
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
    use serde::Deserialize;

    use super::*;
    use crate::bundle::v1::{Act, Replacement};

    fn read<'a, T: Deserialize<'a>>(text: &'a str) -> BundleError {
        match serde_json::from_str::<T>(text) {
            Ok(_) => panic!("read: {text}"),
            Err(error) => error.into(),
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
            matches!(read::<Act>("\n\"sell\""), BundleError::UnknownWord { at, word } if word == "sell" && at.line == 2)
        );
        for shape in [
            "{}",
            r#"{"from":"a","to":"b","via":"c"}"#,
            r#"{"from":"a","from":"a"}"#,
            "3",
        ] {
            assert_eq!(read::<Replacement>(shape).code(), "B0004", "{shape}");
        }
        for number in ["1e999", "-1", "4294967296", "99999999999999999999"] {
            assert_eq!(read::<u32>(number).code(), "B0006", "{number}");
        }
        assert_eq!(read::<u32>("1.5").code(), "B0004");
        let deep = "[".repeat(200);
        assert_eq!(read::<serde_json::Value>(&deep).code(), "B0014");
    }

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
