//! What a change calls for under the law, as questions to check.
//!
//! The articles are those of the Act on the Protection of Personal Information (個人情報の保護に関する法律, "APPI") as in force
//! since April 2022, and one of the Telecommunications Business Act (電気通信事業法). The machine sees acts, data, parties and
//! purposes as the policy declares them, not the facts behind; so it says what must be looked at and why, and decides nothing.

use crate::decide::Verdict;
use crate::diagnostic::Text;
use crate::diff::decisions::{Effect, Requests, Statement};
use crate::diff::sentences::facts::{Data, Parties, Purposes};
use crate::diff::sentences::reasons as say;
use crate::diff::vocabulary::{Joint, Side};
use crate::norm::{Act, Processing};
use crate::policy::Policy;
use crate::vocabulary::{Attribute, LeafSet};

use super::super::decisions::Teller;

macro_rules! duties {
    ($($variant:ident = $english:literal, $article:literal, $ja:literal, $en:literal, $doc:literal;)+) => {
        /// Something that a change may call for.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Duty {
            $(#[doc = $doc] $variant,)+
        }

        impl Duty {
            /// Every duty.
            #[cfg(any(test, feature = "internals"))]
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The key used in JSON.
            #[must_use]
            pub fn english(self) -> &'static str {
                match self { $(Self::$variant => $english,)+ }
            }

            /// The articles of law, as cited; empty where none asks for it.
            #[must_use]
            pub fn article(self) -> &'static str {
                match self { $(Self::$variant => $article,)+ }
            }

            /// What is to be checked.
            #[must_use]
            pub fn text(self) -> Text {
                match self { $(Self::$variant => Text::new($ja, $en),)+ }
            }
        }
    };
}

duties! {
    PublishPurpose = "publish_changed_purpose", "個人情報保護法17条2項・21条3項",
        "変更後の利用目的の通知または公表の確認が必要です",
        "check whether the changed purpose must be notified or published",
        "Notice or publication of a changed purpose of use, APPI articles 17(2) and 21(3).";
    ConsentToPurpose = "consent_to_purpose", "個人情報保護法18条1項",
        "本人の同意を改めて得る必要がないかの確認が必要です",
        "check whether the data subjects must consent anew",
        "Consent to a purpose beyond what is reasonably related to the former, APPI article 18(1).";
    NoticeOnCollection = "notice_on_collection", "個人情報保護法21条1項・2項",
        "取得に際しての利用目的の通知または公表の確認が必要です",
        "check whether the purpose of use must be notified or published on collection",
        "Notice or publication of the purpose on collection, APPI article 21(1) and (2).";
    ConsentToSensitive = "consent_to_collect_sensitive_data", "個人情報保護法20条2項",
        "要配慮個人情報の取得についての本人の同意の確認が必要です",
        "check whether the data subjects consent to the collection of sensitive data",
        "Consent to the collection of 要配慮個人情報, APPI article 20(2).";
    ConsentToProvision = "consent_to_provision", "個人情報保護法27条1項",
        "第三者への提供についての本人の同意の確認が必要です",
        "check whether the data subjects consent to the provision to a third party",
        "Consent to the provision of personal data to a third party, APPI article 27(1).";
    OptOut = "opt_out_filing", "個人情報保護法27条2項・3項",
        "オプトアウトの事項の通知等と個人情報保護委員会への届出の確認が必要です",
        "check the notice of the opt-out items and their filing with the Personal Information Protection Commission",
        "Notice and filing of the items of an opt-out, APPI article 27(2) and (3).";
    JointUse = "joint_use_notice", "個人情報保護法27条5項3号・6項",
        "共同利用の事項をあらかじめ通知し、または容易に知り得る状態に置くことの確認が必要です",
        "check whether the items of the joint use are notified or readily accessible beforehand",
        "The items of a joint use, APPI article 27(5)(iii) and (6).";
    Supervision = "supervision_of_processor", "個人情報保護法25条・27条5項1号",
        "委託が利用目的の達成に必要な範囲にあることと、委託先の監督の確認が必要です",
        "check that the entrustment is within the purpose of use, and the supervision of the processor",
        "Entrustment, APPI articles 25 and 27(5)(i).";
    ConsentToForeign = "consent_to_foreign_third_party", "個人情報保護法28条1項・2項",
        "外国にある第三者への提供についての本人の同意と情報提供の確認が必要です",
        "check the consent to the provision to a third party abroad, and the information to be given before it",
        "Provision to a third party in a foreign country, APPI article 28(1) and (2).";
    ConfirmReferable = "confirm_consent_for_personally_referable_data", "個人情報保護法31条1項",
        "提供先が個人データとして取得することについての本人の同意の確認が必要です",
        "check whether the recipient obtains it as personal data, with the data subjects' consent",
        "Provision of 個人関連情報, APPI article 31(1).";
    AnonymisedNotice = "publish_anonymised_items", "個人情報保護法43条4項",
        "匿名加工情報の項目と提供の方法の公表の確認が必要です",
        "check the publication of the items of the anonymised information and of the way of providing it",
        "Publication before anonymously processed information is provided, APPI article 43(4).";
    ExternalTransmission = "external_transmission_notice", "電気通信事業法27条の12",
        "外部送信の内容・送信先・目的の通知または公表の確認が必要です",
        "check the notice or publication of what is transmitted, to whom and what for",
        "Transmission of information from a user's device, Telecommunications Business Act article 27-12.";
    DroppedPromise = "dropped_prohibition", "",
        "禁止の定めがなくなるか、狭くなります。約束の撤回に当たらないか、確かめてください",
        "a prohibition is dropped or narrowed; check whether a promise is taken back",
        "Something that was promised not to be done is no longer.";
    ReadWording = "read_unchecked_wording", "",
        "機械が意味を確かめていない文言の変更です。許すことと禁じることが変わらないか、人が読んで確かめてください",
        "the machine has not checked what this wording says; read whether it permits or forbids anything else",
        "Wording changed that says what is done, and no rule with it.";
    Nothing = "nothing", "",
        "特に必要な手続は見当たりません",
        "nothing was found that it calls for",
        "Nothing was found.";
}

/// What one change calls for, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consequence {
    /// What.
    pub duty: Duty,
    /// Why: what of the change the article speaks of.
    pub reason: Text,
}

/// What one statement calls for.
pub(super) fn of_statement(words: Teller<'_>, statement: &Statement) -> Vec<Consequence> {
    if statement.only_named {
        return Vec::new();
    }
    let facts = || Facts::of(words, &statement.requests);
    let dropped = |facts: &Facts| Consequence {
        duty: Duty::DroppedPromise,
        reason: say::no_longer_forbidden(&facts.data),
    };
    match statement.effect {
        Effect::Lifts => vec![dropped(&facts())],
        Effect::Permits => {
            let facts = facts();
            let mut found = facts.consequences();
            if found.is_empty() && statement.from.contains(&Verdict::Forbidden) {
                found.push(dropped(&facts));
            }
            found
        }
        Effect::Withdraws | Effect::Forbids => Vec::new(),
    }
}

/// What a change calls for, whose statements call for these; never empty. `narrower`: some of them is. `unchecked`: its words say
/// what is done, and no rule was read with them.
pub(super) fn of<'c>(
    consequences: impl Iterator<Item = &'c Consequence>,
    narrower: bool,
    unchecked: bool,
) -> Vec<Consequence> {
    let mut found: Vec<Consequence> = consequences.cloned().collect();
    found.extend(unchecked.then(|| Consequence {
        duty: Duty::ReadWording,
        reason: say::no_rule_says_it(),
    }));
    found.sort_by(|one, two| (one.duty, &one.reason.ja).cmp(&(two.duty, &two.reason.ja)));
    found.dedup();
    if found.is_empty() {
        let reason = match narrower {
            true => say::nothing_further_permitted(),
            false => say::nothing_permitted_otherwise(),
        };
        let duty = Duty::Nothing;
        found.push(Consequence { duty, reason });
    }
    found
}

/// What the articles ask about newly permitted requests.
struct Facts {
    acts: Vec<Act>,
    /// The recipients that are neither the operator nor a processor.
    third_parties: Option<Parties>,
    foreign: Option<Parties>,
    sensitive: Option<Data>,
    referable: Option<Data>,
    purposes: Purposes,
    data: Data,
    /// Some of the data is in a state in which it is still personal information.
    personal: bool,
    anonymised: bool,
    /// Only with consent.
    with_consent: bool,
    opt_out: bool,
    /// Only in cases for which the law asks for no consent.
    excepted: bool,
}

impl Facts {
    fn of(words: Teller<'_>, requests: &Requests) -> Self {
        let vocabulary = words.vocabulary;
        let marked = |joint: &Joint, attribute, set: &LeafSet| {
            let marked = with_attribute(words, joint, attribute).intersection(set);
            (!marked.is_empty()).then(|| listed(words, joint, &marked))
        };
        let personal_data =
            requests
                .data
                .difference(&with_attribute(words, &vocabulary.data, Attribute::PersonallyReferable));
        let recipients = requests
            .parties
            .difference(&with_attribute(words, &vocabulary.parties, Attribute::Processor))
            .difference(&operator(words));
        let only_under = |names: &[&str]| {
            let set = LeafSet::union_all(
                names
                    .iter()
                    .map(|name| condition(words, name))
                    .collect::<Vec<_>>()
                    .iter(),
            );
            let under =
                |set: &LeafSet, cube: &super::super::decisions::Cube| cube.all_of.iter().any(|any| any.is_subset(set));
            requests.all_conditions && requests.conditions.iter().all(|cube| under(&set, cube))
        };
        let state = |state| requests.states.contains(&state);
        Self {
            acts: requests.acts.iter().collect(),
            third_parties: (!recipients.is_empty() && !personal_data.is_empty())
                .then(|| Parties(listed(words, &vocabulary.parties, &recipients))),
            foreign: marked(&vocabulary.parties, Attribute::Foreign, &requests.parties).map(Parties),
            sensitive: marked(&vocabulary.data, Attribute::Sensitive, &requests.data).map(Data),
            referable: marked(&vocabulary.data, Attribute::PersonallyReferable, &requests.data).map(Data),
            purposes: Purposes(listed(words, &vocabulary.purposes, &requests.purposes)),
            data: Data(listed(words, &vocabulary.data, &requests.data)),
            personal: state(Processing::Raw) || state(Processing::Pseudonymised),
            anonymised: state(Processing::Anonymised),
            with_consent: only_under(&["同意"]),
            opt_out: !requests.all_conditions
                || requests.conditions.iter().any(|cube| {
                    let opt_out = condition(words, "オプトアウト届出");
                    cube.all_of.iter().any(|any| any.is_subset(&opt_out))
                }),
            excepted: only_under(&[
                "法令",
                "生命身体財産の保護",
                "公衆衛生",
                "国等への協力",
                "学術研究",
                "事業承継",
            ]),
        }
    }

    fn consequences(&self) -> Vec<Consequence> {
        let does = |act| self.acts.contains(&act);
        let mut found = Vec::new();
        let mut add = |duty, reason| found.push(Consequence { duty, reason });
        if does(Act::Use) && self.personal {
            add(Duty::PublishPurpose, say::used(&self.data, &self.purposes));
            if !self.with_consent {
                add(Duty::ConsentToPurpose, say::beyond_the_purpose(&self.purposes));
            }
        }
        if does(Act::Collect) {
            add(Duty::NoticeOnCollection, say::collected(&self.data));
            if let Some(sensitive) = self.sensitive.as_ref().filter(|_| !self.with_consent && !self.excepted) {
                add(Duty::ConsentToSensitive, say::sensitive(sensitive));
            }
        }
        if let Some(parties) = self.third_parties.as_ref().filter(|_| does(Act::Provide)) {
            if self.opt_out {
                add(Duty::OptOut, say::by_opt_out(parties));
            } else if self.personal && !self.excepted {
                let reason = match self.with_consent {
                    true => say::provided_with_consent(&self.data, parties),
                    false => say::provided(&self.data, parties),
                };
                add(Duty::ConsentToProvision, reason);
            }
            if self.anonymised && !self.personal {
                add(Duty::AnonymisedNotice, say::provided_anonymised(&self.data, parties));
            }
        }
        let passes_out = does(Act::Provide) || does(Act::Transmit);
        if let Some(referable) = self.referable.as_ref().filter(|_| passes_out) {
            add(Duty::ConfirmReferable, say::personally_referable(referable));
        }
        if does(Act::Transmit) {
            add(Duty::ExternalTransmission, say::transmitted(&self.data));
        }
        if does(Act::Share) {
            add(Duty::JointUse, say::shared(&self.data));
        }
        if does(Act::Entrust) {
            add(Duty::Supervision, say::entrusted(&self.data));
        }
        let passes_on = [Act::Provide, Act::Entrust, Act::Share, Act::TransferAbroad]
            .into_iter()
            .any(does);
        let concerned = passes_on && self.personal && !self.excepted;
        if let Some(foreign) = self.foreign.as_ref().filter(|_| concerned) {
            add(Duty::ConsentToForeign, say::third_parties_abroad(foreign));
        }
        found
    }
}

/// The joint leaves of what bears an attribute in either revision.
fn with_attribute(words: Teller<'_>, joint: &Joint, attribute: Attribute) -> LeafSet {
    let of = |side, policy: &Policy| {
        let graph = policy.vocabulary.graph(joint.dimension);
        joint.joint_set(side, graph.leaves_with(attribute))
    };
    of(Side::Old, words.old).union(&of(Side::New, words.new))
}

fn operator(words: Teller<'_>) -> LeafSet {
    let of = |side, policy: &Policy| match &policy.metadata.operator {
        Some(operator) => {
            let own = policy.vocabulary.parties.leaves_of(operator.party);
            words.vocabulary.parties.joint_set(side, own)
        }
        None => LeafSet::empty(),
    };
    of(Side::Old, words.old).union(&of(Side::New, words.new))
}

/// The joint leaves of a condition of this name.
fn condition(words: Teller<'_>, name: &str) -> LeafSet {
    let of = |side, policy: &Policy| {
        let graph = &policy.vocabulary.conditions;
        let found = graph.find(name).map(|id| graph.leaves_of(id).clone());
        words.vocabulary.conditions.joint_set(side, &found.unwrap_or_default())
    };
    of(Side::Old, words.old).union(&of(Side::New, words.new))
}

/// 「A」「B」; 「X」を除く「A」.
fn listed(words: Teller<'_>, joint: &Joint, set: &LeafSet) -> Text {
    let described = words.described(joint, set);
    let quoted = |names: &[String], between: &str| {
        let names: Vec<String> = names.iter().map(|name| format!("「{name}」")).collect();
        names.join(between)
    };
    let (ja, en) = match described.all {
        true => {
            let (ja, en) = (joint.dimension.word(), joint.dimension.english());
            (format!("すべての{ja}"), format!("every {en}"))
        }
        false => (quoted(&described.names, ""), quoted(&described.names, ", ")),
    };
    match described.except.is_empty() {
        true => Text::new(ja, en),
        false => Text::new(
            format!("{}を除く{ja}", quoted(&described.except, "")),
            format!("{en} except {}", quoted(&described.except, ", ")),
        ),
    }
}
