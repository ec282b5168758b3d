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

/// The kinds of JSON values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum JsonKind {
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean,
    /// A number.
    Number,
    /// A whole number.
    Integer,
    /// A string.
    Text,
    /// An array.
    Array,
    /// An object.
    Object,
}

/// What a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum NameKind {
    /// A source.
    Source,
    /// A category of data.
    Data,
    /// A party.
    Party,
    /// A purpose.
    Purpose,
    /// A condition.
    Condition,
    /// A route of collection.
    Route,
    /// A clause.
    Clause,
    /// A norm.
    Norm,
    /// A set of leaves.
    LeafSet,
}

/// What should have stood in a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Wanted {
    /// A date that exists.
    Date,
    /// A SHA-256 in lower-case hexadecimal digits.
    Sha256,
    /// A pattern of numbers.
    NumberPattern,
    /// The name of a concept without children.
    Leaf,
    /// The name of a concept with children.
    RestLeaf,
    /// A range that does not end before it starts.
    Range,
    /// A kind of revision.
    RevisionKind,
    /// The keyword of a clause with its English kind.
    Keyword,
}

/// What there is too much of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Excess {
    /// The text.
    Text,
    /// How deep it is nested.
    Nesting,
    /// How much contains what.
    Containment,
    /// How titles refer to one another.
    References,
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
