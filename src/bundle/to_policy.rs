//! From the document to the policy: every name becomes an id, and what follows from names is worked out anew.

mod block;
mod budget;
mod clause;
mod concept_names;
mod leaf_set;
mod name;
mod norm;
mod parts;
mod reader;
mod revision;
mod verify;
mod vocabulary;

use self::name::Names;
use self::parts::{date, each, invalid};
use self::reader::Reader;
use super::error::{BundleError, NameKind, Wanted, Within};
use super::v1;
use crate::document::Document;
use crate::policy::{ChapterCoverage, DefinedTerm, Metadata, Notice, Operator, Policy, PolicyTest};
use crate::vocabulary::Dimension;

/// Rebuilds the policy and makes sure that the document says nothing else.
pub(super) fn checked(bundle: &v1::Bundle) -> Result<Policy, BundleError> {
    let policy = policy(bundle)?;
    verify::verify(bundle, &policy)?;
    Ok(policy)
}

/// Rebuilds the policy.
pub(super) fn policy(bundle: &v1::Bundle) -> Result<Policy, BundleError> {
    let files = Names::new(NameKind::Source, "sources", bundle.sources.iter().map(|one| &one.name))?;
    let clauses = Names::new(
        NameKind::Clause,
        "outline",
        bundle.outline.iter().map(|one| &one.anchor),
    )?;
    let norms = Names::new(NameKind::Norm, "norms", bundle.norms.iter().map(|one| &one.key))?;
    let budget = budget::Budget::for_scopes();
    let (names, sets, vocabulary) = vocabulary::vocabulary(&files, &budget, bundle)?;
    let reader = Reader {
        files,
        clauses,
        norms,
        names,
        sets,
        budget,
    };
    let document = document(&reader, bundle)?;
    Ok(Policy {
        metadata: metadata(&reader, &bundle.policy).within(|| "policy".to_owned())?,
        norms: each(&bundle.norms, "norms", |one| norm::norm(&reader, &vocabulary, one))?,
        transfers_abroad: each(&bundle.transfers_abroad, "transfers_abroad", |one| {
            norm::transfer_abroad(&reader, one)
        })?,
        revisions: each(&bundle.revisions, "revisions", |one| revision::revision(&reader, one))?,
        notices: each(&bundle.notices, "notices", |one| notice(&reader, one))?,
        terms: each(&bundle.terms, "terms", |one| term(&reader, one))?,
        tests: each(&bundle.tests, "tests", |one| test(&reader, one))?,
        sources: each(&bundle.sources, "sources", source)?,
        coverage: each(&bundle.coverage, "coverage", |one| coverage(&reader, one))?,
        vocabulary,
        document,
    })
}

fn document(reader: &Reader<'_>, bundle: &v1::Bundle) -> Result<Document, BundleError> {
    let page = bundle.document.as_ref();
    let document = Document {
        // A runtime bundle has no page; what takes it for one is refused.
        title: page.map_or(&bundle.policy.title, |page| &page.title).clone(),
        style: clause::style(&bundle.numbering).within(|| "numbering".to_owned())?,
        blocks: block::blocks(reader, page.map_or(&[], |page| &page.blocks)).within(|| "document.blocks".to_owned())?,
        clauses: clause::clauses(reader, &bundle.outline).within(|| "outline".to_owned())?,
    };
    budget::titles(&document).within(|| "outline".to_owned())?;
    Ok(document)
}

fn metadata(reader: &Reader<'_>, metadata: &v1::Metadata) -> Result<Metadata, BundleError> {
    let operator = metadata.operator.as_ref().map(|one| operator(reader, one));
    Ok(Metadata {
        title: metadata.title.clone(),
        operator: operator.transpose().within(|| ".operator".to_owned())?,
        dates: each(&metadata.dates, ".dates", |one| Ok((one.kind.into(), date(&one.date)?)))?,
        previous: metadata.previous_revision.clone(),
    })
}

fn operator(reader: &Reader<'_>, operator: &v1::Operator) -> Result<Operator, BundleError> {
    let party = reader.names.concept(Dimension::Party, &operator.party);
    Ok(Operator {
        party: party.within(|| ".party".to_owned())?,
        name: operator.name.clone(),
        official_name: operator.official_name.clone(),
        address: operator.address.clone(),
        representative: operator.representative.clone(),
    })
}

fn source(source: &v1::Source) -> Result<String, BundleError> {
    let lower_hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    if source.sha256.len() != 64 || !source.sha256.bytes().all(lower_hex) {
        return Err(invalid(".sha256", &source.sha256, Wanted::Sha256));
    }
    Ok(source.name.clone())
}

fn notice(reader: &Reader<'_>, notice: &v1::Notice) -> Result<Notice, BundleError> {
    Ok(Notice {
        kind: notice.kind.into(),
        values: notice.values.clone(),
        wording: notice.wording.clone(),
        clause: reader.clause(&notice.clause).within(|| ".clause".to_owned())?,
        span: reader.span(&notice.location)?,
    })
}

fn term(reader: &Reader<'_>, term: &v1::DefinedTerm) -> Result<DefinedTerm, BundleError> {
    Ok(DefinedTerm {
        term: term.term.clone(),
        aliases: term.aliases.clone(),
        anchor: term.anchor.clone(),
        span: reader.span(&term.location)?,
    })
}

fn test(reader: &Reader<'_>, test: &v1::PolicyTest) -> Result<PolicyTest, BundleError> {
    let names = &reader.names;
    let concept = |dimension, asked: &Option<v1::Asked>, step: &str| {
        let found = asked.as_ref().map(|asked| names.asked(dimension, asked)).transpose();
        found.within(|| step.to_owned())
    };
    Ok(PolicyTest {
        title: test.title.clone(),
        act: test.act.into(),
        data: each(&test.data, ".data", |asked| names.asked(Dimension::Data, asked))?,
        party: concept(Dimension::Party, &test.party, ".party")?,
        purpose: concept(Dimension::Purpose, &test.purpose, ".purpose")?,
        processing: test.processing.into(),
        conditions: each(&test.conditions, ".conditions", |name| {
            names.concept(Dimension::Condition, name)
        })?,
        route: test
            .route
            .as_ref()
            .map(|name| names.route(name))
            .transpose()
            .within(|| ".route".to_owned())?,
        expected: test.expected.into(),
        span: reader.span(&test.location)?,
    })
}

fn coverage(reader: &Reader<'_>, coverage: &v1::ChapterCoverage) -> Result<ChapterCoverage, BundleError> {
    Ok(ChapterCoverage {
        clause: reader.clause(&coverage.clause).within(|| ".clause".to_owned())?,
        bound: coverage.bound_characters as usize,
        total: coverage.total_characters as usize,
        plain_paragraphs: coverage.plain_paragraphs as usize,
        open_phrases: coverage.open_phrases as usize,
    })
}
