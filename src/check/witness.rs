//! A witness told in plain words, and that of a single norm.

use super::sentences::witness as say;
use super::subject::Subject;
use super::words;
use crate::decide::explain::kinds::{What, Who};
use crate::decide::explain::phrases::{self, Of};
use crate::diagnostic::Text;
use crate::norm::{Act, Norm, Processing};
use crate::region::Witness;
use crate::text::sentence::{Name, Request};
use crate::vocabulary::{ConceptId, Graph, Leaf, LeafSet};

impl Witness {
    /// The first request that a norm covers, its conditions met.
    pub(super) fn under(norm: &Norm) -> Self {
        let first = |leaves: &LeafSet| leaves.first().unwrap_or_default();
        let lifted = &norm.unless.conditions.leaves;
        Self {
            act: norm.acts.iter().next().unwrap_or(Act::Use),
            data: first(&norm.data.leaves),
            party: first(&norm.parties.leaves),
            purpose: first(&norm.purposes.leaves),
            route: norm.routes.as_ref().and_then(|routes| routes.first().copied()),
            processing: norm.processing,
            conditions: (norm.requires.iter())
                .filter_map(|any| any.leaves.difference(lifted).first())
                .collect(),
        }
    }

    /// The act with all that the norms in question tell apart, up to its verb: 「注文」の場合に、「配送」の目的で「氏名」を「加盟店」に
    /// 提供する; and in English, from its verb on.
    pub(super) fn told(&self, subject: &Subject<'_>, norms: &[&Norm]) -> Request {
        let vocabulary = &subject.policy.vocabulary;
        let restricts = |named: fn(&Norm) -> &Vec<ConceptId>| norms.iter().any(|norm| *named(norm) != [ConceptId::TOP]);
        let leaf = |graph: &Graph, leaf: u32| Name(words::leaf(graph, leaf));
        let data = leaf(&vocabulary.data, self.data);
        let data = What(match self.processing {
            Processing::Raw => say::named(&data),
            state => say::processed(&state, &data),
        });
        let party = self.act.has_other_party() && restricts(|norm| &norm.parties.named);
        let party = party.then(|| Who(say::named(&leaf(&vocabulary.parties, self.party))));
        // What it gives way to may be of some purposes.
        let gives_way = norms.iter().any(|norm| !norm.unless.clauses.is_empty());
        let purpose = gives_way || restricts(|norm| &norm.purposes.named);
        let purpose = purpose.then(|| match vocabulary.purposes.leaf(self.purpose) {
            Leaf::Rest(ConceptId::TOP) => say::for_another_purpose(),
            _ => say::for_purpose(&leaf(&vocabulary.purposes, self.purpose)),
        });
        let by_route = norms.iter().any(|norm| norm.routes.is_some());
        let route = self.route.filter(|_| by_route);
        let route = route.map(|route| say::by_route(&Name(vocabulary.routes[route as usize].name.clone())));
        let conditions: Vec<&str> = (self.conditions.iter())
            .map(|leaf| words::name(&vocabulary.conditions, vocabulary.conditions.leaf_concept(leaf)))
            .collect();
        let given = (!conditions.is_empty()).then(|| say::given(&phrases::case(&conditions, Of::All)));
        let done = phrases::done(self.act, &data, party.as_ref());

        let empty = Text::empty();
        let [given, purpose, route] = [&given, &purpose, &route].map(|phrase| phrase.as_ref().unwrap_or(&empty));
        let ja = [given, purpose, route, &done].map(|text| text.ja.as_str()).concat();
        let en = [&done, purpose, route, given].map(|text| text.en.as_str()).concat();
        Request(Text::of_visible(ja, in_a_sentence(&en)))
    }
}

/// What begins with a verb, as it stands inside a sentence.
fn in_a_sentence(phrase: &str) -> String {
    let mut letters = phrase.chars();
    let first = letters.next().map(|first| first.to_ascii_lowercase());
    first.into_iter().chain(letters).collect()
}
