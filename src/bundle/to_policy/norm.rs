//! The norms read back. Their leaves are worked out from their names, and must be stated so.

use super::{Reader, budget, each, vocabulary};
use crate::bundle::error::{BundleError, Within};
use crate::bundle::v1;
use crate::norm::{AnyOf, Norm, Period, Processing, Provenance, Rank, Scope, Transform, Unless};
use crate::policy::TransferAbroad;
use crate::vocabulary::{Dimension, Graph, Vocabulary};

pub(super) fn norm(reader: &Reader<'_>, vocabulary: &Vocabulary, norm: &v1::Norm) -> Result<Norm, BundleError> {
    let conditions = &vocabulary.conditions;
    let unless = Unless {
        conditions: any_of(reader, conditions, &norm.unless.conditions).within(|| ".unless.conditions".to_owned())?,
        clauses: reader.clause_list(&norm.unless.clauses, ".unless.clauses")?,
    };
    let routes = match &norm.routes {
        v1::Routes::Any(_) => None,
        v1::Routes::These(routes) => Some(each(routes, ".routes", |name| reader.names.route(name))?),
    };
    let transform = match &norm.transform {
        v1::Demand::Nothing(_) => None,
        v1::Demand::Transform(one) => {
            Some(transform(reader, &vocabulary.data, one).within(|| ".transform".to_owned())?)
        }
    };
    let mut read = Norm {
        key: norm.key.clone(),
        effect: norm.effect.into(),
        acts: norm.acts.iter().map(|act| (*act).into()).collect(),
        data: named(reader, &vocabulary.data, &norm.data).within(|| ".data".to_owned())?,
        parties: scope(reader, &vocabulary.parties, &norm.parties).within(|| ".parties".to_owned())?,
        purposes: scope(reader, &vocabulary.purposes, &norm.purposes).within(|| ".purposes".to_owned())?,
        routes,
        processing: norm.processing.into(),
        requires: each(&norm.requires, ".requires", |one| any_of(reader, conditions, one))?,
        unless,
        rank: norm.rank.into(),
        priority_over: reader.clause_list(&norm.priority_over, ".priority_over")?,
        transform,
        basis: norm.legal_basis.clone(),
        period: match &norm.retention_period {
            Some(one) => Some(period(reader, one).within(|| ".retention_period".to_owned())?),
            None => None,
        },
        exception: norm.exception,
        provenance: provenance(reader, norm)?,
    };
    if read.exception && !may_be_an_exception(&read) {
        return Err(BundleError::Inconsistent {
            path: ".exception".to_owned(),
        });
    }
    // With a transform the data are the processed data.
    read.data.leaves = read.covered_data(&vocabulary.data);
    read.data = restricted(reader, &vocabulary.data, read.data, &norm.data).within(|| ".data".to_owned())?;
    let excluded = read.excepted_data(&vocabulary.data);
    let sets = &reader.sets;
    sets.expect(
        &reader.budget,
        &vocabulary.data,
        norm.excluded_data,
        &excluded,
        ".excluded_data",
    )?;
    Ok(read)
}

fn period(reader: &Reader<'_>, period: &v1::Period) -> Result<Period, BundleError> {
    let named = |names: &[String], step| each(names, step, |name| reader.names.concept(Dimension::Condition, name));
    Ok(Period {
        written: period.written.clone(),
        ends: named(&period.ends, ".ends")?,
        at_least: named(&period.at_least, ".at_least")?,
    })
}

/// Whether a norm is as what a 但し permits always is: the mark takes it out of what is checked.
fn may_be_an_exception(norm: &Norm) -> bool {
    !norm.effect.refuses()
        && norm.rank == Rank::Ordinary
        && norm.processing == Processing::Raw
        && norm.transform.is_none()
        && !norm.requires.is_empty()
        && norm.unless == Unless::default()
}

fn any_of(reader: &Reader<'_>, conditions: &Graph, choice: &v1::AnyOf) -> Result<AnyOf, BundleError> {
    vocabulary::any_of(&reader.names, &reader.sets, &reader.budget, conditions, choice)
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
    let (sets, budget) = (&reader.sets, &reader.budget);
    let leaves = match stated.withheld {
        Some(withheld) => whole
            .leaves
            .difference(&sets.get(budget, graph, withheld, ".withheld")?),
        None => whole.leaves,
    };
    sets.expect(budget, graph, stated.leaves, &leaves, ".leaves")?;
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
    let read = Transform {
        drop,
        keep,
        generalise,
        span: reader.span(&transform.location)?,
    };
    let sets = &reader.sets;
    sets.expect(&reader.budget, data, transform.removes, &read.removes(data), ".removes")?;
    Ok(read)
}

/// Where a norm comes from. The last clause of its path states it.
fn provenance(reader: &Reader<'_>, norm: &v1::Norm) -> Result<Provenance, BundleError> {
    let path = reader.clause_list(&norm.clause_path, ".clause_path")?;
    let clause = path.last().ok_or_else(|| BundleError::Inconsistent {
        path: ".clause_path".to_owned(),
    })?;
    let stated = norm.provenance.as_ref();
    let span =
        super::parts::span(&reader.files, stated.map(|one| &one.location)).within(|| ".provenance".to_owned())?;
    Ok(Provenance {
        clause: *clause,
        span,
        wording: stated.map_or_else(String::new, |one| one.wording.clone()),
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
