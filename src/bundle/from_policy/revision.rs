//! What the policy says of its revisions.

use super::{Writer, map};
use crate::bundle::v1;
use crate::policy::{Acknowledgement, Covered, RevisionEntry, SummaryLine};
use crate::vocabulary::{ConceptId, Dimension};

pub(in crate::bundle) fn revision(writer: &Writer<'_>, revision: &RevisionEntry) -> v1::Revision {
    v1::Revision {
        kind: revision.kind.into(),
        date: revision.date.to_string(),
        summary: map(&revision.summary, |one| line(writer, one)),
        acknowledgements: map(&revision.acknowledgements, |one| acknowledgement(writer, one)),
        location: writer.location(revision.span),
    }
}

fn line(writer: &Writer<'_>, line: &SummaryLine) -> v1::SummaryLine {
    v1::SummaryLine {
        wording: line.wording.clone(),
        covers: covered(writer, &line.covers),
        location: writer.location(line.span),
    }
}

fn acknowledgement(writer: &Writer<'_>, one: &Acknowledgement) -> v1::Acknowledgement {
    v1::Acknowledgement {
        covers: covered(writer, &one.covers),
        reason: one.reason.clone(),
        date: one.date.to_string(),
        location: writer.location(one.span),
    }
}

fn covered(writer: &Writer<'_>, covered: &Covered) -> v1::Covered {
    let names = |dimension: Dimension| {
        let ids = covered.concepts.iter().filter(|(of, _)| *of == dimension);
        let ids: Vec<ConceptId> = ids.map(|(_, id)| *id).collect();
        writer.names(dimension, &ids)
    };
    v1::Covered {
        clauses: writer.anchors(&covered.clauses),
        data_categories: names(Dimension::Data),
        parties: names(Dimension::Party),
        purposes: names(Dimension::Purpose),
        conditions: names(Dimension::Condition),
        removed: covered.removed.clone(),
        outside: covered.outside,
    }
}
