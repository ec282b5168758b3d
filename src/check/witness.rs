//! A witness told in plain words, and that of a single norm.

use super::subject::Subject;
use super::words;
use crate::decide::explain::{english, japanese};
use crate::diagnostic::Text;
use crate::norm::{Act, Norm, Processing};
use crate::region::Witness;
use crate::text::sentence::Request;
use crate::vocabulary::{ConceptId, LeafSet};

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
        let data = words::leaf(&vocabulary.data, self.data);
        let party = self.act.has_other_party() && restricts(|norm| &norm.parties.named);
        let party = party.then(|| words::leaf(&vocabulary.parties, self.party));
        let purpose = restricts(|norm| &norm.purposes.named).then(|| words::leaf(&vocabulary.purposes, self.purpose));
        let by_route = norms.iter().any(|norm| norm.routes.is_some());
        let route = self
            .route
            .filter(|_| by_route)
            .map(|route| &vocabulary.routes[route as usize].name);
        let conditions: Vec<String> = (self.conditions.iter())
            .map(|leaf| words::name(&vocabulary.conditions, vocabulary.conditions.leaf_concept(leaf)).to_owned())
            .collect();

        let mut ja = String::new();
        if !conditions.is_empty() {
            ja += &format!("{}に、", japanese::case(&conditions, "かつ"));
        }
        if let Some(purpose) = &purpose {
            ja += &format!("「{purpose}」の目的で");
        }
        if let Some(route) = route {
            ja += &format!("「{route}」により");
        }
        let (processed, processed_en) = match self.processing {
            Processing::Raw => (String::new(), String::new()),
            state => (
                format!("「{}」に加工した", state.word()),
                format!("{} ", state.english()),
            ),
        };
        ja += &japanese::done(self.act, &format!("{processed}「{data}」"), party.as_deref());

        let mut en = format!("{} {processed_en}`{data}`", english::verb(self.act).to_lowercase());
        if let Some(party) = &party {
            en += &format!(" {} `{party}`", english::preposition(self.act));
        }
        if let Some(purpose) = &purpose {
            en += &format!(" for `{purpose}`");
        }
        if let Some(route) = route {
            en += &format!(" by `{route}`");
        }
        if !conditions.is_empty() {
            en += &format!(
                ", given {}",
                english::listed(conditions.iter().map(String::as_str), "and")
            );
        }
        Request(Text::new(ja, en))
    }
}
