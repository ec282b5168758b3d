//! Conditions: those that the language knows, and sets of which any one suffices.

use super::concept::ConceptId;
use super::duty_by_law::DUTY_BY_LAW;
use super::graph::Graph;
use super::leaf_set::LeafSet;

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
    /// The law excepts it by itself, whatever the person wants.
    pub by_law: bool,
    /// The condition that it is a kind of, which stands before it.
    pub kind_of: Option<&'static str>,
}

/// A built-in condition by the name that it had. A policy may declare a condition of its own by such a name: it then means that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FormerName {
    /// As it was written.
    pub name: &'static str,
    /// The name of the condition.
    pub now: &'static str,
}

/// The names that conditions had. オプトアウト reads as what a person does; the condition is what the operator filed.
pub const FORMER_NAMES: &[FormerName] = &[FormerName {
    name: "オプトアウト",
    now: "オプトアウト届出",
}];

/// The exceptions as the law names them (APPI articles 18(3), 20(2), 27(1), 27(5)), and the acts of will of a person.
pub const BUILT_IN_CONDITIONS: &[BuiltInCondition] = &[
    BuiltInCondition {
        name: "同意",
        aliases: &[],
        english: "consent",
        article: "27(1)",
        by_law: false,
        kind_of: None,
    },
    BuiltInCondition {
        name: "本人選択",
        aliases: &[],
        english: "data_subject_choice",
        article: "",
        by_law: false,
        kind_of: None,
    },
    BuiltInCondition {
        name: "契約",
        aliases: &[],
        english: "contract",
        article: "",
        by_law: false,
        kind_of: None,
    },
    BuiltInCondition {
        name: "法令",
        aliases: &["法令に基づく場合"],
        english: "legal_obligation",
        article: "27(1)(i)",
        by_law: true,
        kind_of: None,
    },
    BuiltInCondition {
        name: DUTY_BY_LAW,
        aliases: &[],
        english: "statutory_duty",
        article: "27(1)(i)",
        by_law: true,
        kind_of: Some("法令"),
    },
    BuiltInCondition {
        name: "生命身体財産の保護",
        aliases: &["人の生命、身体または財産の保護"],
        english: "protection_of_life_body_property",
        article: "27(1)(ii)",
        by_law: true,
        kind_of: None,
    },
    BuiltInCondition {
        name: "公衆衛生",
        aliases: &[],
        english: "public_health",
        article: "27(1)(iii)",
        by_law: true,
        kind_of: None,
    },
    BuiltInCondition {
        name: "国等への協力",
        aliases: &[],
        english: "cooperation_with_state",
        article: "27(1)(iv)",
        by_law: true,
        kind_of: None,
    },
    BuiltInCondition {
        name: "学術研究",
        aliases: &[],
        english: "academic_research",
        article: "27(1)(v)-(vii)",
        by_law: true,
        kind_of: None,
    },
    BuiltInCondition {
        name: "オプトアウト届出",
        aliases: &["オプトアウト"],
        english: "opt_out_filing",
        article: "27(2)",
        by_law: false,
        kind_of: None,
    },
    BuiltInCondition {
        name: "事業承継",
        aliases: &[],
        english: "business_succession",
        article: "27(5)(ii)",
        by_law: true,
        kind_of: None,
    },
];

/// The leaves of the conditions that the law excepts by itself.
#[must_use]
pub fn excepted_by_law(conditions: &Graph) -> LeafSet {
    let by_law = BUILT_IN_CONDITIONS.iter().filter(|condition| condition.by_law);
    let ids: Vec<ConceptId> = by_law.filter_map(|condition| conditions.find(condition.name)).collect();
    conditions.leaves_of_all(&ids)
}

/// The leaves of the conditions under which article 27(1) excepts a provision, and article 28(1) one abroad: those of
/// [`excepted_by_law`] but succession, which is of article 27(5).
#[must_use]
pub fn excepted_by_article_27(conditions: &Graph) -> LeafSet {
    let succession = conditions.find("事業承継").map(|id| conditions.leaves_of(id).clone());
    excepted_by_law(conditions).difference(&succession.unwrap_or_default())
}

/// The leaves of the conditions under which 仮名加工情報 may go to a third party (APPI articles 41(6), 42(1)): a statute, and
/// succession to the business.
#[must_use]
pub fn by_statute(conditions: &Graph) -> LeafSet {
    let ids: Vec<ConceptId> = ["法令", "事業承継"]
        .into_iter()
        .filter_map(|name| conditions.find(name))
        .collect();
    conditions.leaves_of_all(&ids)
}

/// Any one of these conditions suffices.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AnyOf {
    /// The conditions named.
    pub conditions: Vec<ConceptId>,
    /// The leaves below them: it holds when a caller asserts one of these.
    pub leaves: LeafSet,
}
