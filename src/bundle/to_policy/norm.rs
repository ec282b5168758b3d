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
    Ok(Norm {
        key: norm.key.clone(),
        effect: norm.effect.into(),
        acts: norm.acts.iter().map(|act| (*act).into()).collect(),
        data: scope(reader, &vocabulary.data, &norm.data).within(|| ".data".to_owned())?,
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
    })
}

fn scope(reader: &Reader<'_>, graph: &Graph, scope: &v1::Scope) -> Result<Scope, BundleError> {
    let concept = |name: &String| reader.names.concept(graph.dimension(), name);
    let named = each(&scope.named, ".named", concept)?;
    let except = each(&scope.except, ".except", concept)?;
    let withheld = reader.names.leaves(graph, &scope.withheld, ".withheld")?;
    reader.budget.spend(graph, &named)?;
    reader.budget.spend(graph, &except)?;
    let leaves = budget::union(graph, &named)
        .difference(&budget::union(graph, &except))
        .difference(&withheld);
    if reader.names.leaves(graph, &scope.leaves, ".leaves")? != leaves {
        return Err(BundleError::Inconsistent {
            path: ".leaves".to_owned(),
        });
    }
    Ok(Scope {
        named,
        except,
        leaves,
        inferred: scope.inferred,
        open: scope.open,
    })
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
    // What it removes, and what is then left, is worked out when the document is compared with the policy.
    reader.budget.spend(data, &drop)?;
    reader.budget.spend(data, &keep)?;
    for (from, to) in &generalise {
        reader.budget.spend(data, &[*from, *to])?;
    }
    if !keep.is_empty() {
        reader.budget.spend_look_at_all(data)?;
    }
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
