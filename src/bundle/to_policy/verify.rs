//! Makes sure that a document says what its policy says: each part is written again and compared.
//!
//! So numbers, titles, paths and leaves that a reader relies on cannot contradict the clauses and names they follow from.
//! Part by part, the first difference ends it: no document makes more be written than it holds.

use serde::Serialize;

use crate::bundle::error::{BundleError, Within};
use crate::bundle::from_policy::{self, Writer};
use crate::bundle::path::first_difference;
use crate::bundle::{places, v1};
use crate::document::ClauseId;
use crate::policy::Policy;
use crate::vocabulary::Dimension;

pub(super) fn verify(bundle: &v1::Bundle, policy: &Policy) -> Result<(), BundleError> {
    let places = places::places(bundle);
    let writer = Writer::new(policy, &places, bundle.extent);
    same(&bundle.policy, &from_policy::metadata(&writer, &policy.metadata)).within(|| "policy".to_owned())?;
    same(&bundle.sources, &from_policy::sources(&writer)).within(|| "sources".to_owned())?;
    vocabulary(&writer, &bundle.vocabulary, policy).within(|| "vocabulary".to_owned())?;
    same(&bundle.leaf_sets, &from_policy::leaf_sets(&writer)).within(|| "leaf_sets".to_owned())?;
    all("norms", &bundle.norms, &policy.norms, |one| {
        from_policy::norm(&writer, one)
    })?;
    let ids: Vec<ClauseId> = (0..bundle.outline.len()).map(|index| ClauseId(index as u32)).collect();
    all("outline", &bundle.outline, &ids, |id| from_policy::clause(&writer, *id))?;
    same(&bundle.numbering, &from_policy::numbering(&policy.document)).within(|| "numbering".to_owned())?;
    match bundle.extent {
        v1::Extent::Whole => what_does_not_decide(&writer, bundle, policy),
        v1::Extent::Runtime => nothing_else(bundle),
    }
}

/// Makes sure that a runtime bundle holds no other part.
fn nothing_else(bundle: &v1::Bundle) -> Result<(), BundleError> {
    let parts = [
        ("processing_requirements", bundle.processing_requirements.is_empty()),
        ("transfers_abroad", bundle.transfers_abroad.is_empty()),
        ("revisions", bundle.revisions.is_empty()),
        ("notices", bundle.notices.is_empty()),
        ("terms", bundle.terms.is_empty()),
        ("tests", bundle.tests.is_empty()),
        ("document", bundle.document.is_none()),
        ("coverage", bundle.coverage.is_empty()),
    ];
    match parts.iter().find(|(_, left_out)| !left_out) {
        Some((part, _)) => Err(BundleError::Inconsistent {
            path: (*part).to_owned(),
        }),
        None => Ok(()),
    }
}

fn what_does_not_decide(writer: &Writer<'_>, bundle: &v1::Bundle, policy: &Policy) -> Result<(), BundleError> {
    same(
        &bundle.processing_requirements,
        &from_policy::processing_requirements(writer),
    )
    .within(|| "processing_requirements".to_owned())?;
    all(
        "transfers_abroad",
        &bundle.transfers_abroad,
        &policy.transfers_abroad,
        |one| from_policy::transfer_abroad(writer, one),
    )?;
    all("revisions", &bundle.revisions, &policy.revisions, |one| {
        from_policy::revision(writer, one)
    })?;
    all("notices", &bundle.notices, &policy.notices, |one| {
        from_policy::notice(writer, one)
    })?;
    all("terms", &bundle.terms, &policy.terms, |one| {
        from_policy::term(writer, one)
    })?;
    all("tests", &bundle.tests, &policy.tests, |one| {
        from_policy::test(writer, one)
    })?;
    let Some(page) = &bundle.document else {
        return Err(BundleError::Inconsistent {
            path: "document".to_owned(),
        });
    };
    same(&page.blocks, &from_policy::blocks(writer)).within(|| "document.blocks".to_owned())?;
    all("coverage", &bundle.coverage, &policy.coverage, |one| {
        from_policy::coverage(writer, one)
    })
}

fn vocabulary(writer: &Writer<'_>, stated: &v1::Vocabulary, policy: &Policy) -> Result<(), BundleError> {
    for (step, dimension, stated) in [
        (".data_categories", Dimension::Data, &stated.data_categories),
        (".parties", Dimension::Party, &stated.parties),
        (".purposes", Dimension::Purpose, &stated.purposes),
        (".conditions", Dimension::Condition, &stated.conditions),
    ] {
        let concepts: Vec<_> = policy.vocabulary.graph(dimension).iter().map(|(_, one)| one).collect();
        all(step, stated, &concepts, |one| {
            from_policy::concept(writer, dimension, one)
        })?;
    }
    all(".linkings", &stated.linkings, &policy.vocabulary.linkings, |one| {
        from_policy::linking(writer, one)
    })?;
    all(".routes", &stated.routes, &policy.vocabulary.routes, |one| {
        from_policy::route(writer, one)
    })
}

/// Compares an array with what the policy gives, element by element.
fn all<W: PartialEq + Serialize, M>(
    step: &str,
    stated: &[W],
    model: &[M],
    write: impl Fn(&M) -> W,
) -> Result<(), BundleError> {
    // INVARIANT: the model was made from the array, one element from each.
    debug_assert_eq!(stated.len(), model.len());
    for (index, (stated, model)) in stated.iter().zip(model).enumerate() {
        same(stated, &write(model)).within(|| format!("{step}[{index}]"))?;
    }
    Ok(())
}

fn same<W: PartialEq + Serialize + ?Sized>(stated: &W, written: &W) -> Result<(), BundleError> {
    if stated == written {
        return Ok(());
    }
    let path = match (serde_json::to_value(stated), serde_json::to_value(written)) {
        (Ok(stated), Ok(written)) => first_difference(&stated, &written),
        _ => String::new(),
    };
    Err(BundleError::Inconsistent { path })
}
