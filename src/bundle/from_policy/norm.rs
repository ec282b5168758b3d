//! The norms as they stand in the document.

use std::collections::BTreeMap;

use super::sets::withheld;
use super::vocabulary::any_of;
use super::{Writer, map};
use crate::bundle::v1;
use crate::norm::{Norm, Period, Processing, Scope, Transform};
use crate::policy::TransferAbroad;
use crate::span::Span;
use crate::vocabulary::Dimension;

pub(in crate::bundle) fn norm(writer: &Writer<'_>, norm: &Norm) -> v1::Norm {
    v1::Norm {
        key: norm.key.clone(),
        effect: norm.effect.into(),
        acts: norm.acts.iter().map(v1::Act::from).collect(),
        data: scope(writer, Dimension::Data, norm, &norm.data),
        parties: scope(writer, Dimension::Party, norm, &norm.parties),
        purposes: scope(writer, Dimension::Purpose, norm, &norm.purposes),
        excluded_data: writer.set(Dimension::Data, &norm.excepted_data(&writer.policy.vocabulary.data)),
        routes: match &norm.routes {
            Some(routes) => v1::Routes::These(map(routes, |route| writer.route(*route))),
            None => v1::Routes::Any(v1::Everything::Everything),
        },
        processing: norm.processing.into(),
        requires: map(&norm.requires, |one| any_of(writer, one)),
        unless: v1::Unless {
            conditions: any_of(writer, &norm.unless.conditions),
            clauses: writer.anchors(&norm.unless.clauses),
        },
        rank: norm.rank.into(),
        priority_over: writer.anchors(&norm.priority_over),
        transform: match &norm.transform {
            Some(one) => v1::Demand::Transform(transform(writer, one)),
            None => v1::Demand::Nothing(v1::Nothing::Nothing),
        },
        exception: norm.exception,
        clause_path: writer.anchors(&writer.policy.document.path(norm.provenance.clause)),
        legal_basis: if writer.is_whole() {
            norm.basis.clone()
        } else {
            Vec::new()
        },
        retention_period: norm
            .period
            .as_ref()
            .filter(|_| writer.is_whole())
            .map(|one| period(writer, one)),
        provenance: writer.location(norm.provenance.span).map(|location| v1::Provenance {
            location,
            wording: norm.provenance.wording.clone(),
        }),
    }
}

fn period(writer: &Writer<'_>, period: &Period) -> v1::Period {
    v1::Period {
        written: period.written.clone(),
        ends: writer.names(Dimension::Condition, &period.ends),
        at_least: writer.names(Dimension::Condition, &period.at_least),
    }
}

/// A scope, and what its names stand for and it does not cover.
fn scope(writer: &Writer<'_>, dimension: Dimension, norm: &Norm, scope: &Scope) -> v1::Scope {
    let withheld = withheld(writer.policy, dimension, norm);
    v1::Scope {
        named: writer.names(dimension, &scope.named),
        except: writer.names(dimension, &scope.except),
        withheld: (!withheld.is_empty()).then(|| writer.set(dimension, &withheld)),
        inferred: writer.is_whole() && scope.inferred,
        open: writer.is_whole() && scope.open,
        leaves: writer.set(dimension, &scope.leaves),
    }
}

fn transform(writer: &Writer<'_>, transform: &Transform) -> v1::Transform {
    v1::Transform {
        drop: writer.names(Dimension::Data, &transform.drop),
        keep: writer.names(Dimension::Data, &transform.keep),
        generalise: map(&transform.generalise, |(from, to)| v1::Replacement {
            from: writer.name(Dimension::Data, *from),
            to: writer.name(Dimension::Data, *to),
        }),
        removes: writer.set(Dimension::Data, &transform.removes(&writer.policy.vocabulary.data)),
        location: writer.location(transform.span),
    }
}

/// The transforms of all norms, one entry for each 加工 and state, in the order of the first norm that demands it.
pub(in crate::bundle) fn processing_requirements(writer: &Writer<'_>) -> Vec<v1::ProcessingRequirement> {
    let mut requirements: Vec<v1::ProcessingRequirement> = Vec::new();
    let mut found: BTreeMap<(Span, Processing), usize> = BTreeMap::new();
    for norm in &writer.policy.norms {
        let Some(own) = &norm.transform else { continue };
        let key = (own.span, norm.processing);
        let index = *found.entry(key).or_insert_with(|| {
            requirements.push(v1::ProcessingRequirement {
                processing: norm.processing.into(),
                transform: transform(writer, own),
                norms: Vec::new(),
            });
            requirements.len() - 1
        });
        requirements[index].norms.push(norm.key.clone());
    }
    requirements
}

pub(in crate::bundle) fn transfer_abroad(writer: &Writer<'_>, transfer: &TransferAbroad) -> v1::TransferAbroad {
    v1::TransferAbroad {
        clause: writer.anchor(transfer.clause),
        covers: writer.anchors(&transfer.covers),
        location: writer.location(transfer.span),
    }
}
