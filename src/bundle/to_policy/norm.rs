//! The norms read back. Their leaves are worked out from their names, and must be stated so.

use super::vocabulary::any_of;
use super::{Reader, budget, each};
use crate::bundle::error::{BundleError, Within};
use crate::bundle::v1;
use crate::norm::{Norm, Provenance, Scope, Transform, Unless};
use crate::policy::TransferAbroad;
use crate::vocabulary::{Dimension, Graph, Vocabulary};

pub(super) fn norm(reader: &Reader<'_>, vocabulary: &Vocabulary, norm: &v1::Norm) -> Result<Norm, BundleError> {
    let conditions = &vocabulary.conditions;
    let unless = Unless {
        conditions: any_of(&reader.names, conditions, &norm.unless.conditions)
            .within(|| ".unless.conditions".to_owned())?,
        clauses: reader.clause_list(&norm.unless.clauses, ".unless.clauses")?,
    };
    let routes = norm
        .routes
        .as_ref()
        .map(|routes| each(routes, ".routes", |name| reader.names.route(name)));
    let transform = norm
        .transform
        .as_ref()
        .map(|one| transform(reader, &vocabulary.data, one));
    let mut read = Norm {
        key: norm.key.clone(),
        effect: norm.effect.into(),
        acts: norm.acts.iter().map(|act| (*act).into()).collect(),
        data: named(reader, &vocabulary.data, &norm.data).within(|| ".data".to_owned())?,
        parties: scope(reader, &vocabulary.parties, &norm.parties).within(|| ".parties".to_owned())?,
        purposes: scope(reader, &vocabulary.purposes, &norm.purposes).within(|| ".purposes".to_owned())?,
        routes: routes.transpose()?,
        processing: norm.processing.into(),
        requires: each(&norm.requires, ".requires", |one| {
            any_of(&reader.names, conditions, one)
        })?,
        unless,
        rank: norm.rank.into(),
        priority_over: reader.clause_list(&norm.priority_over, ".priority_over")?,
        transform: transform.transpose().within(|| ".transform".to_owned())?,
        basis: norm.legal_basis.clone(),
        period: norm.retention_period.clone(),
        provenance: provenance(reader, &norm.provenance).within(|| ".provenance".to_owned())?,
    };
    // With a transform the data are the processed data.
    read.data.leaves = read.covered_data(&vocabulary.data);
    read.data = restricted(reader, &vocabulary.data, read.data, &norm.data).within(|| ".data".to_owned())?;
    Ok(read)
}

fn scope(reader: &Reader<'_>, graph: &Graph, stated: &v1::Scope) -> Result<Scope, BundleError> {
    restricted(reader, graph, named(reader, graph, stated)?, stated)
}

/// The scope with all that its names stand for.
fn named(reader: &Reader<'_>, graph: &Graph, stated: &v1::Scope) -> Result<Scope, BundleError> {
    let concept = |name: &String| reader.names.concept(graph.dimension(), name);
    let named = each(&stated.named, ".named", concept)?;
    let except = each(&stated.except, ".except", concept)?;
    reader.budget.spend(graph, &named)?;
    reader.budget.spend(graph, &except)?;
    Ok(Scope {
        leaves: budget::union(graph, &named).difference(&budget::union(graph, &except)),
        named,
        except,
        inferred: stated.inferred,
        open: stated.open,
    })
}

/// The scope without what is withheld; what is left must be what is stated.
fn restricted(reader: &Reader<'_>, graph: &Graph, whole: Scope, stated: &v1::Scope) -> Result<Scope, BundleError> {
    let withheld = reader.names.leaves(graph, &stated.withheld, ".withheld")?;
    let leaves = whole.leaves.difference(&withheld);
    if reader.names.leaves(graph, &stated.leaves, ".leaves")? != leaves {
        return Err(BundleError::Inconsistent {
            path: ".leaves".to_owned(),
        });
    }
    Ok(Scope { leaves, ..whole })
}

fn transform(reader: &Reader<'_>, data: &Graph, transform: &v1::Transform) -> Result<Transform, BundleError> {
    let concept = |name: &String| reader.names.concept(Dimension::Data, name);
    let drop = each(&transform.drop, ".drop", concept)?;
    let keep = each(&transform.keep, ".keep", concept)?;
    let generalise = each(&transform.generalise, ".generalise", |one| {
        Ok((
            concept(&one.from).within(|| ".from".to_owned())?,
            concept(&one.to).within(|| ".to".to_owned())?,
        ))
    })?;
    reader.budget.spend_on_transform(data, &drop, &keep, &generalise)?;
    Ok(Transform {
        drop,
        keep,
        generalise,
        span: reader.span(&transform.location)?,
    })
}

fn provenance(reader: &Reader<'_>, provenance: &v1::Provenance) -> Result<Provenance, BundleError> {
    Ok(Provenance {
        clause: reader.clause(&provenance.anchor).within(|| ".anchor".to_owned())?,
        span: reader.span(&provenance.location)?,
        wording: provenance.wording.clone(),
    })
}

pub(super) fn transfer_abroad(
    reader: &Reader<'_>,
    transfer: &v1::TransferAbroad,
) -> Result<TransferAbroad, BundleError> {
    Ok(TransferAbroad {
        clause: reader.clause(&transfer.clause).within(|| ".clause".to_owned())?,
        covers: reader.clause_list(&transfer.covers, ".covers")?,
        span: reader.span(&transfer.location)?,
    })
}
