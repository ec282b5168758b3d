//! 「個人情報を第三者に提供しません」 beside 「識別できない情報に加工した上で提供します」: what a refusal reaches whose source names no
//! state, and which permits of processed data are its exceptions.
//!
//! The company's own word 個人非識別 leaves open whether it could still tell whose the data is, so such a refusal reaches it: to
//! process a little is no way round it. But a clause that says that processed data is handed on says so beside the refusal, and
//! goes before it. Whether the data is still personal is for a person to judge, and told (H0525).

use super::drafts::Norms;
use crate::norm::{Act, ActSet, Norm, Processing};
use crate::resolve::meaning::Resolver;
use crate::vocabulary::LeafSet;

/// The greatest state that a refusal of some acts reaches, where its source names none. Who only receives cannot tell whose
/// the data is.
pub(super) fn reach(acts: ActSet) -> Processing {
    let incoming: ActSet = [Act::Collect, Act::Receive, Act::AcceptEntrustment]
        .into_iter()
        .collect();
    match acts.difference(incoming).is_empty() {
        true => Processing::Pseudonymised,
        false => Processing::Deidentified,
    }
}

impl Norms<'_> {
    /// Lets each permit of data made 個人非識別 go before the refusals of its rank that name no state.
    pub(super) fn settle_processed(&mut self, resolver: &Resolver<'_, '_, '_, '_>) {
        let refusals: Vec<usize> = self.without_state.clone();
        let of_processed = |norm: &Norm| !norm.effect.refuses() && norm.processing == Processing::Deidentified;
        for permit in 0..self.norms.len() {
            if !of_processed(&self.norms[permit]) {
                continue;
            }
            let own = self.norms[permit].provenance.clause;
            for refusal in &refusals {
                let refused = self.norms[*refusal].provenance.clause;
                if refused != own
                    && !self.norms[permit].priority_over.contains(&refused)
                    && goes_before(&self.norms[permit], &self.norms[*refusal], resolver)
                {
                    self.norms[permit].priority_over.push(refused);
                }
            }
        }
    }
}

/// Whether a permit of processed data meets a refusal of its rank, and neither declares an order between them.
fn goes_before(permit: &Norm, refusal: &Norm, resolver: &Resolver<'_, '_, '_, '_>) -> bool {
    let outline = resolver.names.outline;
    let within = |clause, outer| {
        let mut at = Some(clause);
        while let Some(id) = at {
            if id == outer {
                return true;
            }
            at = outline.clause(id).parent;
        }
        false
    };
    let (own, its) = (permit.provenance.clause, refusal.provenance.clause);
    let names = |named: &[_], clause| named.iter().any(|outer| within(clause, *outer));
    let declared = names(&permit.unless.clauses, its)
        || names(&refusal.unless.clauses, own)
        || names(&refusal.priority_over, own)
        || within(its, own);
    let meet = |one: &LeafSet, other: &LeafSet| one.intersects(other);
    !declared
        && permit.rank == refusal.rank
        && !permit.acts.intersection(refusal.acts).is_empty()
        && meet(&permit.parties.leaves, &refusal.parties.leaves)
        && meet(&permit.purposes.leaves, &refusal.purposes.leaves)
        && meet(
            &linked(&permit.data.leaves, resolver),
            &linked(&refusal.data.leaves, resolver),
        )
}

/// The data with what linkings may bring under it.
fn linked(data: &LeafSet, resolver: &Resolver<'_, '_, '_, '_>) -> LeafSet {
    let graph = &resolver.names.declared.data;
    let mut reached = data.clone();
    loop {
        let brought = resolver.names.linkings.iter();
        let brought = brought.filter(|linking| graph.own_leaf(linking.to).intersects(&reached));
        let wider = LeafSet::union_all(brought.map(|linking| graph.leaves_of(linking.from)).chain([&reached]));
        if wider == reached {
            return reached;
        }
        reached = wider;
    }
}
