//! The four vocabularies of a policy as graphs under "contains": data categories, parties, purposes, conditions.
//!
//! A name denotes the set of leaves below it ([`LeafSet`]). A category that declares children has, besides them, an
//! implicit leaf その他の X for what it contains and nobody named, so it is wider than the union of its named parts.

mod graph;
mod leaf_index;
mod leaf_set;

pub use graph::{Concept, ConceptId, Cycle, Graph, Leaf, Origin};
pub(crate) use leaf_index::LeafIndex;
pub use leaf_set::LeafSet;

/// Which of the four vocabularies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dimension {
    /// 情報: data categories.
    Data,
    /// 主体: parties.
    Party,
    /// 目的: purposes.
    Purpose,
    /// 条件: conditions.
    Condition,
}

impl Dimension {
    /// All four, in the order in which a request states them.
    pub const ALL: [Self; 4] = [Self::Data, Self::Party, Self::Purpose, Self::Condition];

    /// The Japanese word for a member of the vocabulary.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Data => "情報",
            Self::Party => "主体",
            Self::Purpose => "目的",
            Self::Condition => "条件",
        }
    }

    /// The English term.
    #[must_use]
    pub fn english(self) -> &'static str {
        match self {
            Self::Data => "data category",
            Self::Party => "party",
            Self::Purpose => "purpose",
            Self::Condition => "condition",
        }
    }
}

macro_rules! attributes {
    ($($variant:ident = $word:literal, $english:literal, $dimension:ident, $doc:literal;)+) => {
        /// A fixed property that a declaration gives its concept in ［］.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Attribute {
            $(#[doc = $doc] $variant,)+
        }

        impl Attribute {
            /// Every attribute.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// As written in a source.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            /// The key used in the bundle.
            #[must_use]
            pub fn english(self) -> &'static str {
                match self { $(Self::$variant => $english,)+ }
            }

            /// The vocabulary it belongs to.
            #[must_use]
            pub fn dimension(self) -> Dimension {
                match self { $(Self::$variant => Dimension::$dimension,)+ }
            }
        }
    };
}

attributes! {
    DirectIdentifier = "直接識別", "direct_identifier", Data, "Identifies a person by itself.";
    QuasiIdentifier = "準識別", "quasi_identifier", Data, "Identifies a person together with other items.";
    Sensitive = "要配慮", "special_care_required", Data, "要配慮個人情報, APPI article 2(3).";
    PersonallyReferable = "個人関連", "personally_referable", Data, "個人関連情報, APPI article 2(7).";
    Foreign = "外国", "foreign", Party, "In a foreign country, APPI article 28.";
    Group = "グループ", "group_company", Party, "A company of the operator's group.";
    Processor = "委託先", "processor", Party, "Handles data on the operator's behalf, APPI article 27(5)(i).";
    AcademicInstitution = "学術研究機関", "academic_institution", Party, "学術研究機関等, APPI article 16(8).";
    PublicBody = "行政機関", "public_body", Party, "A body of the state or a local government.";
}

/// A condition that the language knows by itself, and that a declared condition may be a kind of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BuiltInCondition {
    /// As written.
    pub name: &'static str,
    /// Other wordings the label scan knows it by.
    pub aliases: &'static [&'static str],
    /// The key used in the bundle.
    pub english: &'static str,
    /// The article of the Act on the Protection of Personal Information (個人情報の保護に関する法律) behind it.
    pub article: &'static str,
}

/// The exceptions as the law names them (APPI articles 18(3), 20(2), 27(1), 27(5)), and the acts of will of a person.
pub const BUILT_IN_CONDITIONS: &[BuiltInCondition] = &[
    BuiltInCondition {
        name: "同意",
        aliases: &[],
        english: "consent",
        article: "27(1)",
    },
    BuiltInCondition {
        name: "本人選択",
        aliases: &[],
        english: "data_subject_choice",
        article: "",
    },
    BuiltInCondition {
        name: "契約",
        aliases: &[],
        english: "contract",
        article: "",
    },
    BuiltInCondition {
        name: "法令",
        aliases: &["法令に基づく場合"],
        english: "legal_obligation",
        article: "27(1)(i)",
    },
    BuiltInCondition {
        name: "生命身体財産の保護",
        aliases: &["人の生命、身体または財産の保護"],
        english: "protection_of_life_body_property",
        article: "27(1)(ii)",
    },
    BuiltInCondition {
        name: "公衆衛生",
        aliases: &[],
        english: "public_health",
        article: "27(1)(iii)",
    },
    BuiltInCondition {
        name: "国等への協力",
        aliases: &[],
        english: "cooperation_with_state",
        article: "27(1)(iv)",
    },
    BuiltInCondition {
        name: "学術研究",
        aliases: &[],
        english: "academic_research",
        article: "27(1)(v)-(vii)",
    },
    BuiltInCondition {
        name: "オプトアウト",
        aliases: &[],
        english: "opt_out",
        article: "27(2)",
    },
    BuiltInCondition {
        name: "事業承継",
        aliases: &[],
        english: "business_succession",
        article: "27(5)(ii)",
    },
];

/// A linking (紐付け): while one of the conditions holds, `from` counts as lying below `to`.
#[derive(Debug, Clone, PartialEq)]
pub struct Linking {
    /// The category that is linked.
    pub from: ConceptId,
    /// The category that it then counts as.
    pub to: ConceptId,
    /// Each must hold, as in a norm's `requires`; empty: always.
    pub when: Vec<crate::norm::AnyOf>,
    /// Where it is stated.
    pub span: crate::span::Span,
}

/// A way in which data is collected (経路): a caller may name it in a request to collect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    /// Its name; unique among routes.
    pub name: String,
    /// Its wording.
    pub label: String,
    /// Where it is declared.
    pub span: crate::span::Span,
}

/// The four graphs and what hangs on them.
#[derive(Debug, Clone, PartialEq)]
pub struct Vocabulary {
    /// Data categories.
    pub data: Graph,
    /// Parties; the operator is one of them.
    pub parties: Graph,
    /// Purposes.
    pub purposes: Graph,
    /// Conditions, the built-in ones first.
    pub conditions: Graph,
    /// Linkings of data categories.
    pub linkings: Vec<Linking>,
    /// Ways of collection, in order of declaration.
    pub routes: Vec<Route>,
}

impl Vocabulary {
    /// The graph of one dimension.
    #[must_use]
    pub fn graph(&self, dimension: Dimension) -> &Graph {
        match dimension {
            Dimension::Data => &self.data,
            Dimension::Party => &self.parties,
            Dimension::Purpose => &self.purposes,
            Dimension::Condition => &self.conditions,
        }
    }
}
