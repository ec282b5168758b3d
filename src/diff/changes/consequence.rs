//! What a change calls for under the law, as questions to check.
//!
//! The articles are those of the Act on the Protection of Personal Information (個人情報の保護に関する法律, "APPI") as in force
//! since April 2022, and one of the Telecommunications Business Act (電気通信事業法). The machine sees acts, data, parties and
//! purposes as the policy declares them, not the facts behind; so it says what must be looked at and why, and decides nothing.

use crate::decide::Verdict;
use crate::diagnostic::Text;
use crate::diff::decisions::{Class, Effect, Requests, Statement};
use crate::diff::sentences::facts::{Data, Parties, Purposes};
use crate::diff::sentences::reasons as say;
use crate::diff::vocabulary::{Joint, Side};
use crate::norm::{Act, Norm, Processing};
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
        "利用目的の変更が、変更前の利用目的と関連性を有すると合理的に認められる範囲にあることと、変更後の利用目的の通知または公表の確認が必要です",
        "check that the changed purpose is reasonably related to the former, and whether it must be notified or published",
        "A changed purpose of use, APPI articles 17(2) and 21(3).";
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
    OptOut = "opt_out_filing", "個人情報保護法27条2項",
        "オプトアウトの事項をあらかじめ通知し、または容易に知り得る状態に置くことと、個人情報保護委員会への届出の確認が必要です",
        "check whether the items of the opt-out are notified or readily accessible beforehand, and filed with the Personal Information Protection Commission",
        "Notice and filing of the items of an opt-out, APPI article 27(2).";
    OptOutChange = "opt_out_change", "個人情報保護法27条3項",
        "オプトアウトの事項の変更または提供の終了について、通知等と個人情報保護委員会への届出の確認が必要です",
        "check the notice and the filing of a change of the opt-out items, or of the end of the provision",
        "Notice and filing of changed items of an opt-out or of its end, APPI article 27(3).";
    JointUse = "joint_use_notice", "個人情報保護法27条5項3号",
        "共同利用の事項をあらかじめ通知し、または容易に知り得る状態に置くことの確認が必要です",
        "check whether the items of the joint use are notified or readily accessible beforehand",
        "The items of a joint use, APPI article 27(5)(iii).";
    JointUseChange = "joint_use_change", "個人情報保護法27条6項",
        "共同利用の利用目的または責任を有する者の変更を、あらかじめ通知し、または容易に知り得る状態に置くことの確認が必要です",
        "check whether the change of the purposes or of the person responsible is notified or readily accessible beforehand",
        "A change of the purposes of a joint use or of the person responsible, APPI article 27(6).";
    Supervision = "supervision_of_processor", "個人情報保護法25条・27条5項1号",
        "委託が利用目的の達成に必要な範囲にあることと、委託先の監督の確認が必要です",
        "check that the entrustment is within the purpose of use, and the supervision of the processor",
        "Entrustment, APPI articles 25 and 27(5)(i).";
    ConsentToForeign = "consent_to_foreign_third_party", "個人情報保護法28条1項・2項",
        "外国にある第三者への提供についての本人の同意と情報提供の確認が必要です",
        "check the consent to the provision to a third party abroad, and the information to be given before it",
        "Provision to a third party in a foreign country, APPI article 28(1) and (2).";
    OtherCountries = "recipient_in_other_countries", "個人情報保護法28条2項・3項、同法施行令10条1号",
        "提供先の所在国が変わるときは、28条2項（同意に際しての情報提供）・3項（相当措置）のどれか、または外的環境（施行令10条1号）として、伝える内容の確認が必要です",
        "where the country of a recipient changes, check what is to be told under article 28(2) (before consent) or 28(3) (equivalent measures), or of the external environment (Order article 10(i))",
        "A recipient in another country, APPI article 28(2) and (3), Order for Enforcement article 10(i).";
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
    EraseWhenNotNeeded = "erase_when_no_longer_needed", "個人情報保護法22条",
        "利用する必要がなくなった個人データを遅滞なく消去するよう努める定めに照らした、保管の期間の確認が必要です",
        "check the retention period against the duty to endeavour to erase without delay what is no longer needed",
        "Erasure of personal data that is no longer needed, APPI article 22.";
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

/// What the old revision did, in joint leaves: what a change is a change of.
#[derive(Debug)]
pub(super) struct Before {
    /// The data that it collected or used.
    handled: LeafSet,
    /// The data that it provided by opt-out.
    by_opt_out: LeafSet,
    /// The data that it used jointly, and with whom.
    shared: Vec<(LeafSet, LeafSet)>,
    /// The data that the new revision provides by opt-out.
    still_by_opt_out: LeafSet,
}

impl Before {
    pub(super) fn of(words: Teller<'_>) -> Self {
        let joint = &words.vocabulary.data;
        let permits = |policy: &'_ Policy, is: &dyn Fn(&Norm) -> bool, side: Side| -> LeafSet {
            let norms = policy.norms.iter().filter(|norm| !norm.effect.refuses() && is(norm));
            let sets: Vec<LeafSet> = norms.map(|norm| joint.joint_set(side, &norm.data.leaves)).collect();
            LeafSet::union_all(&sets)
        };
        let opts_out = |policy: &Policy, norm: &Norm| {
            let conditions = &policy.vocabulary.conditions;
            let opt_out = conditions.find(OPT_OUT).map(|id| conditions.leaves_of(id));
            let asks = |set: &LeafSet| norm.requires.iter().any(|any| any.leaves.intersects(set));
            norm.acts.contains(Act::Provide) && opt_out.is_some_and(asks)
        };
        let does = |norm: &Norm, acts: &[Act]| acts.iter().any(|act| norm.acts.contains(*act));
        let shares = words.old.norms.iter().filter(|norm| !norm.effect.refuses());
        let shares = shares.filter(|norm| norm.acts.contains(Act::Share)).map(|norm| {
            let parties = &words.vocabulary.parties;
            (
                joint.joint_set(Side::Old, &norm.data.leaves),
                parties.joint_set(Side::Old, &norm.parties.leaves),
            )
        });
        Self {
            handled: permits(
                words.old,
                &|norm| does(norm, &[Act::Collect, Act::Use, Act::Receive]),
                Side::Old,
            ),
            by_opt_out: permits(words.old, &|norm| opts_out(words.old, norm), Side::Old),
            still_by_opt_out: permits(words.new, &|norm| opts_out(words.new, norm), Side::New),
            shared: shares.collect(),
        }
    }

    /// Whether some of the data was used jointly with one of the parties.
    fn shares(&self, requests: &Requests) -> bool {
        let mut shared = self.shared.iter();
        shared.any(|(data, parties)| data.intersects(&requests.data) && parties.intersects(&requests.parties))
    }
}

/// The condition that a provision by opt-out asks for.
const OPT_OUT: &str = "オプトアウト届出";

/// What one statement calls for.
pub(super) fn of_statement(words: Teller<'_>, before: &Before, statement: &Statement) -> Vec<Consequence> {
    if statement.only_named {
        return Vec::new();
    }
    let facts = || Facts {
        loosened: statement.loosened,
        ..Facts::of(words, before, &statement.requests)
    };
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
        Effect::Withdraws => {
            let facts = facts();
            facts.ended().into_iter().chain(facts.elsewhere()).collect()
        }
        Effect::Forbids => Vec::new(),
    }
}

/// What a change calls for, whose statements call for these; never empty. `class`: which way they go. `unchecked`: its words say
/// what is done, and no rule was read with them.
pub(super) fn of<'c>(
    consequences: impl Iterator<Item = &'c Consequence>,
    class: Option<Class>,
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
        let reason = match class {
            None => say::nothing_permitted_otherwise(),
            Some(Class::Narrower) => say::nothing_further_permitted(),
            Some(_) => say::no_article_speaks_of_it(),
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
    /// Recipients that one of the revisions has elsewhere.
    elsewhere: Option<Parties>,
    sensitive: Option<Data>,
    referable: Option<Data>,
    purposes: Purposes,
    data: Data,
    /// The data that was handled before, for other purposes.
    handled: Option<Data>,
    /// The data that was provided by opt-out before, and is no more.
    no_longer_by_opt_out: Option<Data>,
    /// Some data was provided by opt-out before, and other data is now.
    opted_out_before: bool,
    /// The same data was used jointly with the same parties before.
    shared_before: bool,
    /// Some of the data is in a state in which it is still personal information.
    personal: bool,
    anonymised: bool,
    /// Only with consent.
    with_consent: bool,
    opt_out: bool,
    /// Only in cases for which the law asks for no consent.
    excepted: bool,
    /// After a period that one of the revisions sets.
    after_a_period: bool,
    /// It was permitted under a condition, and is without it.
    loosened: bool,
}

impl Facts {
    fn of(words: Teller<'_>, before: &Before, requests: &Requests) -> Self {
        let some = |set: LeafSet| (!set.is_empty()).then(|| Data(listed(words, &words.vocabulary.data, &set)));
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
            elsewhere: {
                let elsewhere = requests.parties.intersection(vocabulary.parties.elsewhere());
                (!elsewhere.is_empty()).then(|| Parties(listed(words, &vocabulary.parties, &elsewhere)))
            },
            sensitive: marked(&vocabulary.data, Attribute::Sensitive, &requests.data).map(Data),
            referable: marked(&vocabulary.data, Attribute::PersonallyReferable, &requests.data).map(Data),
            purposes: Purposes(listed(words, &vocabulary.purposes, &requests.purposes)),
            data: Data(listed(words, &vocabulary.data, &requests.data)),
            handled: some(before.handled.intersection(&requests.data)),
            no_longer_by_opt_out: some(
                (before.by_opt_out.intersection(&requests.data)).difference(&before.still_by_opt_out),
            ),
            opted_out_before: !before.by_opt_out.is_empty() && !requests.data.intersects(&before.by_opt_out),
            shared_before: before.shares(requests),
            personal: state(Processing::Raw) || state(Processing::Pseudonymised),
            anonymised: state(Processing::Anonymised),
            with_consent: only_under(&["同意"]),
            opt_out: !requests.all_conditions
                || requests.conditions.iter().any(|cube| {
                    let opt_out = condition(words, OPT_OUT);
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
            after_a_period: {
                let ends = ends_of_periods(words);
                let mut asked = requests.conditions.iter().flat_map(|cube| &cube.all_of);
                asked.any(|any| any.is_subset(&ends))
            },
            loosened: false,
        }
    }

    /// The reason that something is done newly, where it is; else that it is done under fewer conditions.
    fn newly(&self, reason: Text) -> Text {
        match self.loosened {
            true => say::loosened(&self.data),
            false => reason,
        }
    }

    fn consequences(&self) -> Vec<Consequence> {
        let does = |act| self.acts.contains(&act);
        let mut found = Vec::new();
        let mut add = |duty, reason| found.push(Consequence { duty, reason });
        if does(Act::Use) && self.personal {
            match &self.handled {
                Some(handled) => {
                    add(Duty::PublishPurpose, say::used(handled, &self.purposes));
                    if !self.with_consent {
                        add(Duty::ConsentToPurpose, say::beyond_the_purpose(&self.purposes));
                    }
                }
                // No purpose changed: what was not handled before had none.
                None => add(Duty::NoticeOnCollection, say::used(&self.data, &self.purposes)),
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
                match self.opted_out_before {
                    true => add(Duty::OptOutChange, say::further_by_opt_out(&self.data)),
                    false => add(Duty::OptOut, say::by_opt_out(parties)),
                }
            } else if self.personal && !self.excepted {
                let reason = match self.with_consent {
                    true => say::provided_with_consent(&self.data, parties),
                    false => self.newly(say::provided(&self.data, parties)),
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
            add(Duty::ExternalTransmission, self.newly(say::transmitted(&self.data)));
        }
        if does(Act::Share) {
            match self.shared_before {
                true => add(Duty::JointUseChange, say::shared_for(&self.data, &self.purposes)),
                false => add(Duty::JointUse, self.newly(say::shared(&self.data))),
            }
        }
        if does(Act::Entrust) {
            add(Duty::Supervision, self.newly(say::entrusted(&self.data)));
        }
        if does(Act::Retain) && self.personal && self.after_a_period {
            add(Duty::EraseWhenNotNeeded, say::kept_longer(&self.data));
        }
        let passes_on = [Act::Provide, Act::Entrust, Act::Share, Act::TransferAbroad]
            .into_iter()
            .any(does);
        let concerned = passes_on && self.personal && !self.excepted;
        if let Some(foreign) = self.foreign.as_ref().filter(|_| concerned) {
            add(Duty::ConsentToForeign, say::third_parties_abroad(foreign));
        }
        found.extend(self.elsewhere());
        found
    }
}

impl Facts {
    /// What it calls for that recipients are in other countries.
    fn elsewhere(&self) -> Option<Consequence> {
        let passes_on = [Act::Provide, Act::Entrust, Act::Share, Act::TransferAbroad];
        let concerned = self.personal && passes_on.iter().any(|act| self.acts.contains(act));
        let elsewhere = self.elsewhere.as_ref().filter(|_| concerned)?;
        Some(Consequence {
            duty: Duty::OtherCountries,
            reason: say::in_other_countries(elsewhere),
        })
    }

    /// What the end of what was permitted calls for.
    fn ended(&self) -> Vec<Consequence> {
        let provided = self.acts.contains(&Act::Provide) && self.opt_out;
        let ended = self.no_longer_by_opt_out.as_ref().filter(|_| provided);
        let ended = ended.map(|data| Consequence {
            duty: Duty::OptOutChange,
            reason: say::no_longer_by_opt_out(data),
        });
        ended.into_iter().collect()
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

/// The joint leaves of the conditions that end the periods of either revision.
fn ends_of_periods(words: Teller<'_>) -> LeafSet {
    let of = |side, policy: &Policy| {
        let periods = policy.norms.iter().filter_map(|norm| norm.period.as_ref());
        let ends: Vec<_> = periods.flat_map(|period| period.ends.iter().copied()).collect();
        let leaves = policy.vocabulary.conditions.leaves_of_all(&ends);
        words.vocabulary.conditions.joint_set(side, &leaves)
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
