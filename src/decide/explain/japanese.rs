//! Decisions in Japanese, as one lawyer would tell another.

use super::super::answer::{Answer, ConditionSet, Decision, Miss, Missed, Point, Verdict, Way};
use super::super::request::Request;
use super::citation::cite;
use super::words::{self, is_narrow};
use crate::norm::{Act, ActSet, Effect, Norm, NormId, Processing, Scope};
use crate::policy::Policy;
use crate::vocabulary::{ConceptId, Graph, LeafSet};

/// The decision in Japanese: a sentence, then a line for each reason and each way to change it. The request and the decision
/// must be about this policy.
#[must_use]
pub fn japanese(policy: &Policy, request: &Request, decision: &Decision) -> String {
    let telling = Telling { policy };
    let mut lines = vec![telling.answer(request, decision)];
    lines.extend(telling.place(request, decision));
    lines.extend(telling.reasons(request, decision));
    lines.extend(telling.ways(request, decision));
    lines.extend(telling.not_enough(request, decision));
    lines.join("\n")
}

/// A norm in Japanese, in one line: its clause, what it does and what it speaks of.
#[must_use]
pub fn norm_in_japanese(policy: &Policy, id: NormId) -> String {
    let telling = Telling { policy };
    let vocabulary = &policy.vocabulary;
    let norm = &policy.norms[id.0 as usize];
    let acts = match norm.acts {
        ActSet::ALL => "すべての行為".to_owned(),
        acts => acts.iter().map(Act::word).collect::<Vec<_>>().join("・"),
    };
    let effect = match norm.effect {
        Effect::Permit => "許可",
        Effect::Forbid => "禁止",
        Effect::Limit => "目的の限定",
    };
    let mut told = vec![
        format!("{acts}の{effect}"),
        format!("情報は{}", scope(&vocabulary.data, &norm.data)),
    ];
    if is_narrow(&norm.parties) && norm.acts.iter().any(Act::has_other_party) {
        told.push(format!("相手方は{}", scope(&vocabulary.parties, &norm.parties)));
    }
    if norm.effect == Effect::Limit {
        let kept = words::named(&vocabulary.purposes, &norm.purposes).except;
        told.push(format!("目的は{}に限る", quoted(kept)));
    } else if is_narrow(&norm.purposes) {
        told.push(format!("目的は{}", scope(&vocabulary.purposes, &norm.purposes)));
    }
    told.extend(telling.routes(norm));
    if norm.effect == Effect::Permit && norm.processing != Processing::Raw {
        told.push(format!("「{}」の状態に加工した情報に限る", norm.processing.word()));
    }
    let terms = telling.terms(norm);
    if !terms.is_empty() {
        told.push(terms);
    }
    format!("{}: {}", telling.clauses(&[id]).concat(), told.join("、"))
}

struct Telling<'p> {
    policy: &'p Policy,
}

impl Telling<'_> {
    fn answer(&self, request: &Request, decision: &Decision) -> String {
        let act = self.act(request);
        match &decision.answer {
            Answer::Permitted => format!("{act}ことは、許可されています。"),
            Answer::UnderConditions { conditions } => match conditions.as_slice() {
                [one] => format!("{act}ことは、{}に許可されます。", self.conditions(one)),
                _ => format!("{act}ことは、次のいずれかの場合に許可されます。"),
            },
            Answer::IfProcessed { states, conditions, .. } => {
                let states = states_in_words(states);
                match conditions.as_slice() {
                    [one] if one.all_of.is_empty() => format!("{act}ことは、{states}の状態に加工すれば許可されます。"),
                    [one] => format!(
                        "{act}ことは、{states}の状態に加工し、{}に許可されます。",
                        self.conditions(one)
                    ),
                    _ => format!("{act}ことは、{states}の状態に加工し、次のいずれかの場合に許可されます。"),
                }
            }
            Answer::Forbidden { .. } => format!("{act}ことは、禁止されています。"),
            Answer::NotStated { .. } => {
                format!("{act}ことについて、この方針に定めはありません。定めのない取扱いは許可されません。")
            }
        }
    }

    /// The act with what it is done with, to whom and what for, up to its verb.
    fn act(&self, request: &Request) -> String {
        let vocabulary = &self.policy.vocabulary;
        let mut phrase = String::new();
        if !request.conditions.is_empty() {
            let each = request.conditions.iter();
            let each = each.map(|id| words::name(&vocabulary.conditions, *id).to_owned());
            phrase += &format!("{}に、", case(&each.collect::<Vec<_>>(), "かつ"));
        }
        phrase += &match request.purpose {
            ConceptId::TOP => "目的を問わず、".to_owned(),
            id => format!("「{}」の目的で", words::name(&vocabulary.purposes, id)),
        };
        if let Some(route) = request.route {
            phrase += &format!("「{}」により", vocabulary.routes[route as usize].name);
        }
        let data = match request.data.contains(&ConceptId::TOP) || request.data.is_empty() {
            true => "すべての情報".to_owned(),
            false => quoted(request.data.iter().map(|id| words::name(&vocabulary.data, *id))),
        };
        let party = (request.party != ConceptId::TOP).then(|| words::name(&vocabulary.parties, request.party));
        if party.is_none() && request.act.has_other_party() {
            phrase += "相手を問わず、";
        }
        if let Some(doer) = party.filter(|_| words::another_acts(self.policy, request)) {
            phrase += &format!("「{doer}」が");
        }
        let processed = match request.processing {
            Processing::Raw => String::new(),
            state => format!("「{}」の状態に加工した", state.word()),
        };
        phrase + &done(request.act, &format!("{processed}{data}"), party)
    }

    /// Which leaf made the answer what it is, where the request asked about several.
    fn place(&self, request: &Request, decision: &Decision) -> Option<String> {
        let place = decision.place.filter(|_| !decision.uniform)?;
        let found = self.place_in_words(request, &place);
        let label = match decision.verdict {
            Verdict::Forbidden => "禁止に当たる例",
            Verdict::NotStated | Verdict::Permitted => "定めのない例",
        };
        (!found.is_empty()).then(|| format!("{label}: {}", found.join("、")))
    }

    fn place_in_words(&self, request: &Request, place: &Point) -> Vec<String> {
        let vocabulary = &self.policy.vocabulary;
        let mut found = Vec::new();
        let mut add = |word: &str, graph: &Graph, asked: &[ConceptId], leaf: u32| {
            if asked != [graph.leaf_concept(leaf)] || graph.leaves_of(asked[0]).len() > 1 {
                found.push(format!("{word}「{}」", words::leaf(graph, leaf)));
            }
        };
        add("情報", &vocabulary.data, &request.data, place.data);
        if request.act.has_other_party() {
            add("相手方", &vocabulary.parties, &[request.party], place.party);
        }
        add("目的", &vocabulary.purposes, &[request.purpose], place.purpose);
        if let (None, Some(route)) = (request.route, place.route) {
            found.push(format!("経路「{}」", vocabulary.routes[route as usize].name));
        }
        found
    }

    fn reasons(&self, request: &Request, decision: &Decision) -> Vec<String> {
        let mut lines = Vec::new();
        lines.extend(self.listed("根拠", &decision.decided_by));
        let against = match &decision.answer {
            Answer::Permitted => "及ばない禁止",
            Answer::Forbidden { .. } => "及ばない許可",
            _ => "それまで禁止する定め",
        };
        lines.extend(self.listed(against, &decision.overridden));
        if let Answer::IfProcessed { transforms, .. } = &decision.answer {
            let transforms = transforms.iter().map(|id| &self.policy.norms[id.0 as usize]);
            let mut told: Vec<String> = transforms.filter_map(|norm| self.transform(norm)).collect();
            told.dedup();
            lines.extend(told);
        }
        if let Answer::NotStated { nearest } = &decision.answer {
            match nearest.is_empty() {
                true => lines.push(format!(
                    "行為「{}」を許可する定めは、この方針にありません。",
                    request.act.word()
                )),
                false => lines.push("近い定め:".to_owned()),
            }
            lines.extend(nearest.iter().map(|miss| self.miss(miss)));
        }
        lines
    }

    /// What would change the answer, beyond what the answer itself says.
    fn ways(&self, request: &Request, decision: &Decision) -> Vec<String> {
        let told = |way: &&Way| match &decision.answer {
            Answer::UnderConditions { conditions } => conditions.len() == 1 && way.states.is_empty(),
            Answer::IfProcessed { states, conditions, .. } => conditions.len() == 1 && way.states == *states,
            _ => false,
        };
        let ways: Vec<&Way> = decision.ways.iter().filter(|way| !told(way)).collect();
        let mut lines = Vec::new();
        if ways.is_empty() {
            if matches!(decision.answer, Answer::Forbidden { .. }) && decision.complete {
                let part = words::part(self.policy, request);
                lines.push(
                    match part.permits.is_empty() {
                        true => "どの条件を満たしても、どう加工しても、許可されません。",
                        false => "どの条件を満たしても、どう加工しても、そのすべてが許可されることはありません。",
                    }
                    .to_owned(),
                );
                let narrower = ["情報", "相手", "目的"].into_iter().zip(part.narrower_in);
                let narrower: Vec<&str> = narrower.filter(|(_, less)| *less).map(|(word, _)| word).collect();
                lines.extend(self.listed(&format!("{}を絞れば許可しうる定め", narrower.join("・")), &part.permits));
            }
            lines.extend(self.cut_off(decision));
            return lines;
        }
        lines.push(
            match &decision.answer {
                Answer::Forbidden { .. } | Answer::NotStated { .. } => "次の場合には許可されます:",
                Answer::UnderConditions { conditions } if conditions.len() > 1 => "許可される場合:",
                _ => "ほかに許可される場合:",
            }
            .to_owned(),
        );
        lines.extend(ways.into_iter().map(|way| format!("・{}", self.way(way))));
        lines.extend(self.cut_off(decision));
        lines
    }

    fn cut_off(&self, decision: &Decision) -> Option<String> {
        (!decision.complete).then(|| "条件の組合せが多いため、許可される場合のすべては示していません。".to_owned())
    }

    /// Asserted categories that do not stand for their kinds.
    fn not_enough(&self, request: &Request, decision: &Decision) -> Option<String> {
        let graph = &self.policy.vocabulary.conditions;
        let (category, kinds) = words::category_for_kind(graph, request, decision)?;
        let kinds = quoted(kinds.iter().map(String::as_str));
        Some(format!(
            "「{category}」があるというだけでは、{kinds}があることになりません。"
        ))
    }

    fn way(&self, way: &Way) -> String {
        let states = states_in_words(&way.states);
        let how = match (way.states.is_empty(), way.conditions.all_of.is_empty()) {
            (true, _) => self.conditions(&way.conditions),
            (false, true) => format!("{states}の状態に加工した場合"),
            (false, false) => format!("{states}の状態に加工し、{}", self.conditions(&way.conditions)),
        };
        format!("{how}: {}", self.clauses(&way.permits).join("、"))
    }

    fn conditions(&self, set: &ConditionSet) -> String {
        let graph = &self.policy.vocabulary.conditions;
        let each = set
            .all_of
            .iter()
            .map(|any: &LeafSet| case(&words::conditions(graph, any), "または"));
        each.collect::<Vec<_>>().join("で、かつ")
    }

    /// The clauses of some norms under a heading, one a line; nothing where there are none.
    fn listed(&self, heading: &str, norms: &[NormId]) -> Vec<String> {
        let clauses = self.clauses(norms).into_iter().map(|clause| format!("・{clause}"));
        let heading = (!norms.is_empty()).then(|| format!("{heading}:"));
        heading.into_iter().chain(clauses).collect()
    }

    fn clauses(&self, norms: &[NormId]) -> Vec<String> {
        let cited = norms.iter().map(|norm| {
            let citation = cite(self.policy, *norm);
            format!("{}（#{}）", citation.text(), citation.anchor)
        });
        let mut cited: Vec<String> = cited.collect();
        cited.dedup();
        cited
    }

    fn transform(&self, norm: &Norm) -> Option<String> {
        let graph = &self.policy.vocabulary.data;
        let transform = norm.transform.as_ref()?;
        let names = |ids: &[ConceptId]| quoted(ids.iter().map(|id| words::name(graph, *id)));
        let mut steps = Vec::new();
        if !transform.drop.is_empty() {
            steps.push(format!("{}を除く", names(&transform.drop)));
        }
        for (from, to) in &transform.generalise {
            let (from, to) = (words::name(graph, *from), words::name(graph, *to));
            steps.push(format!("「{from}」を「{to}」に置き換える"));
        }
        if !transform.keep.is_empty() {
            steps.push(format!(
                "個人の識別につながる情報は{}だけを残す",
                names(&transform.keep)
            ));
        }
        (!steps.is_empty()).then(|| format!("加工の内容: {}", steps.join("、")))
    }

    fn miss(&self, miss: &Miss) -> String {
        let vocabulary = &self.policy.vocabulary;
        let norm = &self.policy.norms[miss.norm.0 as usize];
        let told: Vec<String> = miss
            .on
            .iter()
            .map(|missed| match missed {
                Missed::Data => format!("情報は{}", scope(&vocabulary.data, &norm.data)),
                Missed::Party => format!("相手方は{}", scope(&vocabulary.parties, &norm.parties)),
                Missed::Purpose => format!("目的は{}", scope(&vocabulary.purposes, &norm.purposes)),
                Missed::Route => self.routes(norm).unwrap_or_default(),
                Missed::Processing => format!("「{}」の状態に加工した情報に限る", norm.processing.word()),
                Missed::Conditions => self.terms(norm),
            })
            .collect();
        format!("・{}: {}", self.clauses(&[miss.norm]).concat(), told.join("、"))
    }

    fn routes(&self, norm: &Norm) -> Option<String> {
        let routes = norm.routes.as_ref()?.iter();
        let names = routes.map(|route| self.policy.vocabulary.routes[*route as usize].name.as_str());
        Some(format!("経路は{}", quoted(names)))
    }

    /// The conditions of a norm.
    fn terms(&self, norm: &Norm) -> String {
        let graph = &self.policy.vocabulary.conditions;
        let names = |ids: &[ConceptId]| {
            ids.iter()
                .map(|id| words::name(graph, *id).to_owned())
                .collect::<Vec<_>>()
        };
        let mut terms: Vec<String> = norm
            .requires
            .iter()
            .map(|any| format!("{}に限る", case(&names(&any.conditions), "または")))
            .collect();
        if !norm.unless.conditions.conditions.is_empty() {
            terms.push(format!(
                "{}を除く",
                case(&names(&norm.unless.conditions.conditions), "または")
            ));
        }
        terms.join("、")
    }
}

/// 「A」、「B」または「C」の場合. What ends with 場合 itself says it already: 「法令に基づく場合」.
pub(crate) fn case(names: &[String], word: &str) -> String {
    let Some((last, others)) = names.split_last() else {
        return "満たすことのできない場合".to_owned();
    };
    let quoted = |name: &String| format!("「{name}」");
    let end = match last.ends_with("場合") {
        true => "",
        false => "の場合",
    };
    let others: Vec<String> = others.iter().map(quoted).collect();
    match others.is_empty() {
        true => format!("「{last}」{end}"),
        false => format!("{}{word}「{last}」{end}", others.join("、")),
    }
}

fn scope(graph: &Graph, scope: &Scope) -> String {
    let named = words::named(graph, scope);
    let names = match named.all {
        true => "すべて".to_owned(),
        false => quoted(named.names),
    };
    match named.except.is_empty() {
        true => names,
        false => format!("{names}（{}を除く）", quoted(named.except)),
    }
}

fn states_in_words(states: &[Processing]) -> String {
    let each: Vec<String> = states.iter().map(|state| format!("「{}」", state.word())).collect();
    each.join("または")
}

pub(crate) fn quoted<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    names.into_iter().map(|name| format!("「{name}」")).collect()
}

/// The act as a verb with its objects.
pub(crate) fn done(act: Act, data: &str, party: Option<&str>) -> String {
    let with = |particle: &str| party.map(|party| format!("「{party}」{particle}")).unwrap_or_default();
    match act {
        Act::Collect => format!("{data}を取得する"),
        Act::Use => format!("{data}を利用する"),
        Act::Provide => format!("{data}を{}提供する", with("に")),
        Act::Receive => format!("{data}を{}受領する", with("から")),
        Act::Entrust => format!("{data}の取扱いを{}委託する", with("に")),
        Act::AcceptEntrustment => format!("{data}の取扱いを{}受託する", with("から")),
        Act::Share => format!("{data}を{}共同して利用する", with("と")),
        Act::Transmit => format!("{data}を{}送信する", with("に")),
        Act::TransferAbroad => format!("{data}を外国にある{}移転する", with("に")),
        Act::Publish => format!("{data}を掲載する"),
        Act::Retain => format!("{data}を保管する"),
        Act::Erase => format!("{data}を消去する"),
    }
}
