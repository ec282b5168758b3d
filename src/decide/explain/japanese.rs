//! Decisions in Japanese, as one lawyer would tell another.

use super::super::answer::{Answer, ConditionSet, Decision, Miss, Missed, Place, Verdict, Way};
use super::super::request::Request;
use super::citation::cite;
use super::words;
use crate::norm::{Act, Norm, NormId, Processing};
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
    lines.extend(telling.ways(decision));
    lines.join("\n")
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
                    [one] if one.all_of.is_empty() => format!("{act}ことは、{states}に加工すれば許可されます。"),
                    [one] => format!(
                        "{act}ことは、{states}に加工し、{}に許可されます。",
                        self.conditions(one)
                    ),
                    _ => format!("{act}ことは、{states}に加工し、次のいずれかの場合に許可されます。"),
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
            let each = request
                .conditions
                .iter()
                .map(|id| words::name(&vocabulary.conditions, *id));
            let each: Vec<String> = each.map(|name| case(&[name.to_owned()])).collect();
            phrase += &format!("{}に、", each.join("かつ"));
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
        let processed = match request.processing {
            Processing::Raw => String::new(),
            state => format!("「{}」に加工した", state.word()),
        };
        phrase + &done(request.act, &format!("{processed}{data}"), party)
    }

    /// Which leaf made the answer what it is, where the request asked about several.
    fn place(&self, request: &Request, decision: &Decision) -> Option<String> {
        let place = decision.place.filter(|_| !decision.uniform)?;
        let found = self.place_in_words(request, &place);
        let verdict = match decision.verdict {
            Verdict::Forbidden => "禁止されている",
            Verdict::NotStated | Verdict::Permitted => "定めがない",
        };
        (!found.is_empty()).then(|| format!("そのままでは{verdict}もの: {}", found.join("、")))
    }

    fn place_in_words(&self, request: &Request, place: &Place) -> Vec<String> {
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
        if !decision.decided_by.is_empty() {
            lines.push(format!("根拠: {}", self.clauses(&decision.decided_by)));
        }
        let against = self.clauses(&decision.overridden);
        match &decision.answer {
            _ if against.is_empty() => {}
            Answer::Permitted => lines.push(format!("優先される定め: {against}")),
            Answer::Forbidden { .. } => lines.push(format!("及ばない許可: {against}")),
            _ => lines.push(format!("それまで禁止する定め: {against}")),
        }
        if let Answer::IfProcessed { transforms, .. } = &decision.answer {
            let transforms = transforms.iter().map(|id| &self.policy.norms[id.0 as usize]);
            let mut told: Vec<String> = transforms.filter_map(|norm| self.transform(norm)).collect();
            told.dedup();
            lines.extend(told);
        }
        if let Answer::NotStated { nearest } = &decision.answer {
            lines.extend(nearest.iter().map(|miss| self.miss(miss)));
            if nearest.is_empty() {
                lines.push(format!(
                    "「{}」を許可する定めは、この方針にありません。",
                    request.act.word()
                ));
            }
        }
        lines
    }

    /// What would change the answer, beyond what the answer itself says.
    fn ways(&self, decision: &Decision) -> Vec<String> {
        let told = |way: &&Way| match &decision.answer {
            Answer::UnderConditions { conditions } => conditions.len() == 1 && way.states.is_empty(),
            Answer::IfProcessed { states, conditions, .. } => conditions.len() == 1 && way.states == *states,
            _ => false,
        };
        let ways: Vec<&Way> = decision.ways.iter().filter(|way| !told(way)).collect();
        let mut lines = Vec::new();
        if ways.is_empty() {
            if matches!(decision.answer, Answer::Forbidden { .. }) && decision.complete {
                lines.push("どの条件を満たしても、どう加工しても、許可されません。".to_owned());
            }
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
        if !decision.complete {
            lines.push("条件の組合せが多いため、一部だけを示しています。".to_owned());
        }
        lines
    }

    fn way(&self, way: &Way) -> String {
        let states = states_in_words(&way.states);
        let how = match (way.states.is_empty(), way.conditions.all_of.is_empty()) {
            (true, _) => self.conditions(&way.conditions),
            (false, true) => format!("{states}に加工した場合"),
            (false, false) => format!("{states}に加工し、{}", self.conditions(&way.conditions)),
        };
        format!("{how}（{}）", self.clauses(&way.permits))
    }

    fn conditions(&self, set: &ConditionSet) -> String {
        let graph = &self.policy.vocabulary.conditions;
        let each = set
            .all_of
            .iter()
            .map(|any: &LeafSet| case(&words::conditions(graph, any)));
        each.collect::<Vec<_>>().join("で、かつ")
    }

    fn clauses(&self, norms: &[NormId]) -> String {
        let mut cited: Vec<String> = norms
            .iter()
            .map(|norm| {
                let citation = cite(self.policy, *norm);
                format!("{}（#{}）", citation.text(), citation.anchor)
            })
            .collect();
        cited.dedup();
        cited.join("、")
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
        (!steps.is_empty()).then(|| format!("加工: {}", steps.join("、")))
    }

    fn miss(&self, miss: &Miss) -> String {
        let vocabulary = &self.policy.vocabulary;
        let norm = &self.policy.norms[miss.norm.0 as usize];
        let scope = |graph: &Graph, scope| {
            let named = words::named(graph, scope);
            let names = if named.all {
                "すべて".to_owned()
            } else {
                quoted(named.names)
            };
            match named.except.is_empty() {
                true => names,
                false => format!("{names}（{}を除く）", quoted(named.except)),
            }
        };
        let told: Vec<String> = miss
            .on
            .iter()
            .map(|missed| match missed {
                Missed::Data => format!("情報は{}", scope(&vocabulary.data, &norm.data)),
                Missed::Party => format!("相手方は{}", scope(&vocabulary.parties, &norm.parties)),
                Missed::Purpose => format!("目的は{}", scope(&vocabulary.purposes, &norm.purposes)),
                Missed::Route => {
                    let routes = norm.routes.iter().flatten();
                    let names = routes.map(|route| vocabulary.routes[*route as usize].name.as_str());
                    format!("経路は{}", quoted(names))
                }
                Missed::Processing => format!("「{}」に加工した情報に限る", norm.processing.word()),
                Missed::Conditions => self.terms(norm),
            })
            .collect();
        format!("近い定め: {}（{}）", self.clauses(&[miss.norm]), told.join("、"))
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
            .map(|any| format!("{}に限る", case(&names(&any.conditions))))
            .collect();
        if !norm.unless.conditions.conditions.is_empty() {
            terms.push(format!("{}を除く", case(&names(&norm.unless.conditions.conditions))));
        }
        terms.join("、")
    }
}

/// 「A」の場合または「B」の場合.
pub(crate) fn case(names: &[String]) -> String {
    let each: Vec<String> = names
        .iter()
        .map(|name| match name.ends_with("場合") {
            // 「法令に基づく場合」 says it already.
            true => format!("「{name}」"),
            false => format!("「{name}」の場合"),
        })
        .collect();
    match each.is_empty() {
        true => "満たすことのできない場合".to_owned(),
        false => each.join("または"),
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
