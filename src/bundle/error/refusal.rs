//! Each reason to refuse a document, with its code and its place.

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
            pub(super) fn phrase(self) -> Phrase {
                match self { $(Self::$variant => Phrase { ja: $ja, en: $en },)+ }
            }
        }
    };
}

pub(super) struct Phrase {
    pub(super) ja: &'static str,
    pub(super) en: &'static str,
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

/// Tells an error on its way up where it came from: `norms` + `[3]` + `.data`.
pub(in crate::bundle) trait Within<T> {
    fn within(self, step: impl FnOnce() -> String) -> Result<T, BundleError>;
}

impl<T> Within<T> for Result<T, BundleError> {
    fn within(self, step: impl FnOnce() -> String) -> Self {
        self.map_err(|error| error.within(&step()))
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
}
