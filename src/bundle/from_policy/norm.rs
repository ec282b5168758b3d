//! The norms as they stand in the document.

use std::collections::BTreeMap;

use super::vocabulary::any_of;
use super::{Writer, map};
use crate::bundle::v1;
use crate::norm::{Norm, Processing, Provenance, Scope, Transform};
use crate::policy::TransferAbroad;
use crate::span::Span;
use crate::vocabulary::{Dimension, Graph, LeafSet};

pub(in crate::bundle) fn norm(writer: &Writer<'_>, norm: &Norm) -> v1::Norm {
    v1::Norm {
        key: norm.key.clone(),
        effect: norm.effect.into(),
        acts: norm.acts.iter().map(v1::Act::from).collect(),
        data: data(writer, norm),
        parties: scope(writer, Dimension::Party, &norm.parties, None),
        purposes: scope(writer, Dimension::Purpose, &norm.purposes, None),
        routes: norm
            .routes
            .as_ref()
            .map(|routes| map(routes, |route| writer.route(*route))),
        processing: norm.processing.into(),
        requires: map(&norm.requires, |one| any_of(writer, one)),
        unless: v1::Unless {
            conditions: any_of(writer, &norm.unless.conditions),
            clauses: writer.anchors(&norm.unless.clauses),
        },
        rank: norm.rank.into(),
        priority_over: writer.anchors(&norm.priority_over),
        transform: norm.transform.as_ref().map(|one| transform(writer, one)),
        legal_basis: norm.basis.clone(),
        retention_period: norm.period.clone(),
        provenance: provenance(writer, &norm.provenance),
    }
}

/// The data of a norm: processed, where it has a transform.
fn data(writer: &Writer<'_>, norm: &Norm) -> v1::Scope {
    let graph = &writer.policy.vocabulary.data;
    let processed = norm
        .transform
        .is_some()
        .then(|| named_data(norm, graph).covered_data(graph));
    scope(writer, Dimension::Data, &norm.data, processed)
}

/// The norm with all data that its names stand for, nothing withheld.
pub(in crate::bundle) fn named_data(norm: &Norm, graph: &Graph) -> Norm {
    let mut norm = norm.clone();
    norm.data.leaves = named(&norm.data, graph);
    norm
}

fn named(scope: &Scope, graph: &Graph) -> LeafSet {
    let named = graph.leaves_of_all(&scope.named);
    named.difference(&graph.leaves_of_all(&scope.except))
}

/// A scope. `whole` is what it would cover with nothing withheld, where that is not what its names stand for.
fn scope(writer: &Writer<'_>, dimension: Dimension, scope: &Scope, whole: Option<LeafSet>) -> v1::Scope {
    let whole = whole.unwrap_or_else(|| named(scope, writer.policy.vocabulary.graph(dimension)));
    v1::Scope {
        named: writer.names(dimension, &scope.named),
        except: writer.names(dimension, &scope.except),
        withheld: writer.leaves(dimension, &whole.difference(&scope.leaves)),
        inferred: scope.inferred,
        open: scope.open,
        leaves: writer.leaves(dimension, &scope.leaves),
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
        removes: writer.leaves(Dimension::Data, &transform.removes(&writer.policy.vocabulary.data)),
        location: writer.location(transform.span),
    }
}

fn provenance(writer: &Writer<'_>, provenance: &Provenance) -> v1::Provenance {
    let document = &writer.policy.document;
    let path = document.path(provenance.clause);
    let numbered = path.iter().rev().find_map(|id| document.clause(*id).number.as_ref());
    v1::Provenance {
        anchor: writer.anchor(provenance.clause),
        number: numbered.map(super::document::number),
        clause_path: map(&path, |id| {
            let clause = document.clause(*id);
            v1::ClauseStep {
                anchor: clause.anchor.clone(),
                number: clause.number.as_ref().map(|number| number.full.clone()),
                title: writer.title(*id),
            }
        }),
        location: writer.location(provenance.span),
        wording: provenance.wording.clone(),
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
