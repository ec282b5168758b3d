//! Norms in words: a whole one in a line, and the parts of it that decisions speak of.

use super::citation::cite;
use super::kinds::{Acts, Cited, Citing, Told};
use super::names::{is_narrow, name, named};
use super::phrases::{Of, any_one, case, extent, joined};
use super::sentences::{norm as say, reasons};
use crate::norm::{Act, ActSet, Effect, Norm, NormId, Processing};
use crate::policy::Policy;
use crate::text::Text;
use crate::text::sentence::Name;
use crate::vocabulary::ConceptId;

/// A norm: its clause, what it does and what it speaks of.
pub(super) fn told(policy: &Policy, id: NormId) -> Text {
    let vocabulary = &policy.vocabulary;
    let norm = &policy.norms[id.0 as usize];
    let mut told = vec![effect(norm), say::of_data(&extent(&vocabulary.data, &norm.data))];
    if is_narrow(&norm.parties) && norm.acts.iter().any(Act::has_other_party) {
        told.push(say::of_party(&extent(&vocabulary.parties, &norm.parties)));
    }
    if norm.effect == Effect::Limit {
        let kept = named(&vocabulary.purposes, &norm.purposes).except;
        told.push(say::only_for(&any_one(&kept)));
    } else if is_narrow(&norm.purposes) {
        told.push(say::of_purpose(&extent(&vocabulary.purposes, &norm.purposes)));
    }
    told.extend(routes(policy, norm));
    if norm.effect == Effect::Permit && norm.processing != Processing::Raw {
        told.push(say::only_processed(&norm.processing));
    }
    told.extend(terms(policy, norm));
    say::line(&cited_as_one(policy, &[id]), &Told(joined(&told, "、", "; ")))
}

fn effect(norm: &Norm) -> Text {
    let acts = Acts(match norm.acts {
        ActSet::ALL => say::all_acts(),
        acts => {
            let ja: Vec<&str> = acts.iter().map(Act::word).collect();
            let en: Vec<String> = acts.iter().map(|act| act.english().replace('_', " ")).collect();
            Text::new(ja.join("・"), en.join(", "))
        }
    });
    match norm.effect {
        Effect::Permit => say::permits(&acts),
        Effect::Forbid => say::forbids(&acts),
        Effect::Limit => say::limits(&acts),
    }
}

/// The routes it is bound to.
pub(super) fn routes(policy: &Policy, norm: &Norm) -> Option<Text> {
    let routes = norm.routes.as_ref()?.iter();
    let names = routes.map(|route| policy.vocabulary.routes[*route as usize].name.as_str());
    Some(say::on_route(&any_one(&names.collect::<Vec<_>>())))
}

/// Its conditions.
pub(super) fn terms(policy: &Policy, norm: &Norm) -> Vec<Text> {
    let graph = &policy.vocabulary.conditions;
    let names = |ids: &[ConceptId]| ids.iter().map(|id| name(graph, *id)).collect::<Vec<_>>();
    let requires = norm.requires.iter();
    let mut terms: Vec<Text> = requires
        .map(|any| say::only_given(&case(&names(&any.conditions), Of::Any)))
        .collect();
    let lifted = &norm.unless.conditions.conditions;
    if !lifted.is_empty() {
        terms.push(say::not_given(&case(&names(lifted), Of::Any)));
    }
    terms
}

/// The clauses of some norms, each with its anchor, those side by side once.
pub(super) fn cited(policy: &Policy, norms: &[NormId]) -> Vec<Cited> {
    let cited = norms.iter().map(|norm| {
        let citation = cite(policy, *norm);
        Cited(reasons::clause(&Citing(citation.text()), &Name(citation.anchor)))
    });
    let mut cited: Vec<Cited> = cited.collect();
    cited.dedup();
    cited
}

/// The same one after the other.
pub(super) fn cited_as_one(policy: &Policy, norms: &[NormId]) -> Cited {
    let each: Vec<Text> = cited(policy, norms).into_iter().map(|cited| cited.0).collect();
    Cited(joined(&each, "、", ", "))
}
