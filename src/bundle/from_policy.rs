//! From the policy to the document: every id becomes a name, every span a place.
//!
//! Each part is made by a function of its own, so that reading can make it again and compare.

mod document;
mod leaf_set;
mod norm;
mod revision;
mod sets;
mod source;
mod vocabulary;
mod writer;

pub(super) use document::{blocks, clause, numbering, outline};
pub(super) use leaf_set::leaf_sets;
pub(super) use norm::{norm, processing_requirements, transfer_abroad};
pub(super) use revision::revision;
pub(super) use vocabulary::{concept, linking, route};
use writer::map;
pub(super) use writer::{TOP, Writer};

use super::places::Places;
use super::v1;
use crate::policy::{ChapterCoverage, DefinedTerm, Metadata, Notice, Policy, PolicyTest};
use crate::span::SourceId;
use crate::vocabulary::Dimension;

/// The document of a policy, without its digest.
pub(super) fn bundle(policy: &Policy, places: &dyn Places, extent: v1::Extent) -> v1::Bundle {
    let writer = Writer::new(policy, places, extent);
    let mut bundle = whole(&writer);
    if extent == v1::Extent::Runtime {
        keep_what_decides(&mut bundle);
    }
    bundle
}

/// Every part, in what extent the writer gives it.
fn whole(writer: &Writer<'_>) -> v1::Bundle {
    let policy = writer.policy;
    v1::Bundle {
        format: v1::Format::V1,
        digest: String::new(),
        extent: writer.extent,
        generator: v1::Generator {
            name: env!("CARGO_PKG_NAME").to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
        },
        policy: metadata(writer, &policy.metadata),
        sources: sources(writer),
        vocabulary: vocabulary::vocabulary(writer),
        leaf_sets: leaf_sets(writer),
        norms: policy.norms.iter().map(|norm| norm::norm(writer, norm)).collect(),
        processing_requirements: processing_requirements(writer),
        transfers_abroad: map(&policy.transfers_abroad, |transfer| transfer_abroad(writer, transfer)),
        revisions: map(&policy.revisions, |one| revision(writer, one)),
        notices: map(&policy.notices, |one| notice(writer, one)),
        terms: map(&policy.terms, |one| term(writer, one)),
        tests: map(&policy.tests, |one| test(writer, one)),
        outline: outline(writer),
        numbering: numbering(&policy.document),
        document: Some(v1::Document {
            title: policy.document.title.clone(),
            blocks: blocks(writer),
        }),
        coverage: map(&policy.coverage, |one| coverage(writer, one)),
    }
}

/// Takes out the parts that no decision reads. What of the other parts stands in a runtime bundle, these know themselves.
fn keep_what_decides(bundle: &mut v1::Bundle) {
    bundle.processing_requirements.clear();
    bundle.transfers_abroad.clear();
    bundle.revisions.clear();
    bundle.notices.clear();
    bundle.terms.clear();
    bundle.tests.clear();
    bundle.document = None;
    bundle.coverage.clear();
}

pub(super) fn metadata(writer: &Writer<'_>, metadata: &Metadata) -> v1::Metadata {
    v1::Metadata {
        title: metadata.title.clone(),
        operator: metadata.operator.as_ref().map(|operator| v1::Operator {
            party: writer.name(Dimension::Party, operator.party),
            name: operator.name.clone(),
            official_name: operator.official_name.clone(),
            address: operator.address.clone(),
            representative: operator.representative.clone(),
        }),
        dates: map(&metadata.dates, |(kind, date)| v1::PolicyDate {
            kind: (*kind).into(),
            date: date.to_string(),
        }),
        previous_revision: metadata.previous.clone(),
    }
}

pub(super) fn sources(writer: &Writer<'_>) -> Vec<v1::Source> {
    (writer.files.iter().zip(0..))
        .map(|(name, source)| v1::Source {
            name: name.clone(),
            sha256: writer.places.sha256(SourceId(source)),
        })
        .collect()
}

pub(super) fn notice(writer: &Writer<'_>, notice: &Notice) -> v1::Notice {
    v1::Notice {
        kind: notice.kind.into(),
        values: notice.values.clone(),
        wording: notice.wording.clone(),
        clause: writer.anchor(notice.clause),
        location: writer.location(notice.span),
    }
}

pub(super) fn term(writer: &Writer<'_>, term: &DefinedTerm) -> v1::DefinedTerm {
    v1::DefinedTerm {
        term: term.term.clone(),
        aliases: term.aliases.clone(),
        anchor: term.anchor.clone(),
        location: writer.location(term.span),
    }
}

pub(super) fn test(writer: &Writer<'_>, test: &PolicyTest) -> v1::PolicyTest {
    v1::PolicyTest {
        title: test.title.clone(),
        act: test.act.into(),
        data: map(&test.data, |id| writer.asked(Dimension::Data, *id)),
        party: test.party.map(|party| writer.asked(Dimension::Party, party)),
        purpose: test.purpose.map(|purpose| writer.asked(Dimension::Purpose, purpose)),
        processing: test.processing.into(),
        conditions: writer.names(Dimension::Condition, &test.conditions),
        route: test.route.map(|route| writer.route(route)),
        expected: test.expected.into(),
        location: writer.location(test.span),
    }
}

pub(super) fn coverage(writer: &Writer<'_>, coverage: &ChapterCoverage) -> v1::ChapterCoverage {
    // A source is at most `MAX_SOURCE_BYTES` long, so counts of its characters fit.
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    v1::ChapterCoverage {
        clause: writer.anchor(coverage.clause),
        bound_characters: count(coverage.bound),
        total_characters: count(coverage.total),
        plain_paragraphs: count(coverage.plain_paragraphs),
        open_phrases: count(coverage.open_phrases),
    }
}
