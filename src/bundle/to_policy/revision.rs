//! What the policy says of its revisions, read back.

use super::{Reader, date, each, invalid};
use crate::bundle::error::{BundleError, Wanted, Within};
use crate::bundle::v1;
use crate::policy::{Acknowledgement, Covered, RevisionEntry, SummaryLine};
use crate::vocabulary::Dimension;

pub(super) fn revision(reader: &Reader<'_>, revision: &v1::Revision) -> Result<RevisionEntry, BundleError> {
    if !matches!(revision.kind, v1::DateKind::Revised | v1::DateKind::LastRevised) {
        return Err(invalid(".kind", revision.kind.word(), Wanted::RevisionKind));
    }
    Ok(RevisionEntry {
        kind: revision.kind.into(),
        date: date(&revision.date)?,
        summary: each(&revision.summary, ".summary", |one| line(reader, one))?,
        acknowledgements: each(&revision.acknowledgements, ".acknowledgements", |one| {
            acknowledgement(reader, one)
        })?,
        span: reader.span(&revision.location)?,
    })
}

fn line(reader: &Reader<'_>, line: &v1::SummaryLine) -> Result<SummaryLine, BundleError> {
    Ok(SummaryLine {
        wording: line.wording.clone(),
        covers: covered(reader, &line.covers).within(|| ".covers".to_owned())?,
        span: reader.span(&line.location)?,
    })
}

fn acknowledgement(reader: &Reader<'_>, one: &v1::Acknowledgement) -> Result<Acknowledgement, BundleError> {
    Ok(Acknowledgement {
        covers: covered(reader, &one.covers).within(|| ".covers".to_owned())?,
        reason: one.reason.clone(),
        date: date(&one.date)?,
        span: reader.span(&one.location)?,
    })
}

fn covered(reader: &Reader<'_>, covered: &v1::Covered) -> Result<Covered, BundleError> {
    let mut concepts = Vec::new();
    for (dimension, names, step) in [
        (Dimension::Data, &covered.data_categories, ".data_categories"),
        (Dimension::Party, &covered.parties, ".parties"),
        (Dimension::Purpose, &covered.purposes, ".purposes"),
        (Dimension::Condition, &covered.conditions, ".conditions"),
    ] {
        concepts.extend(each(names, step, |name| {
            Ok((dimension, reader.names.concept(dimension, name)?))
        })?);
    }
    Ok(Covered {
        clauses: reader.clause_list(&covered.clauses, ".clauses")?,
        concepts,
        removed: covered.removed.clone(),
        outside: covered.outside,
    })
}
