//! Pass 6: what the wording itself says, over the whole page: references to retired clauses or typed by
//! hand, spelling, width, consent that is deemed.

mod retired;

use std::rc::Rc;

use super::labels::Read;
use super::meaning::Resolver;
use super::shown::Built;
use crate::document::Document;
use crate::wording::deemed::deemed;
use crate::wording::passage::Passage;
use crate::wording::references::{References, Target};
use crate::wording::report;

/// Checks the wording of the whole page.
pub(super) fn check(built: &Built<'_>, resolver: &mut Resolver<'_, '_, '_, '_>) {
    retired::check(built, resolver);
    let read: Vec<Rc<Read>> = built
        .shown
        .iter()
        .chain(&built.recorded)
        .map(|shown| resolver.labels.read(shown.wording))
        .collect();
    let passages: Vec<&Passage> = read.iter().map(|read| &read.passage).collect();
    for diagnostic in report::writing(&passages) {
        resolver.context.report(diagnostic);
    }
    let titles: Vec<String> = built
        .document
        .clauses
        .iter()
        .map(|clause| built.document.plain(&clause.title))
        .collect();
    let targets = targets(&built.document, &titles);
    let references = References::new(&targets);
    for (shown, passage) in built.shown.iter().zip(&passages) {
        for place in deemed(&passage.text) {
            resolver.context.report(report::deemed_consent(passage.span(place)));
        }
        let here = shown.clause.map(|clause| clause.0 as usize);
        for mention in references.find(passage, here) {
            let clause = mention.clause.map(|clause| built.document.clauses[clause].span);
            if let Some(diagnostic) = report::typed_reference(&mention, passage, &targets, clause) {
                resolver.context.report(diagnostic);
            }
        }
    }
}

/// The clauses as typed references may name them.
fn targets<'d>(document: &'d Document, titles: &'d [String]) -> Vec<Target<'d>> {
    document
        .clauses
        .iter()
        .zip(titles)
        .map(|(clause, title)| {
            let number = clause.number.as_ref();
            Target {
                name: clause.name.as_deref(),
                level: number.map(|number| number.level),
                parent: clause.parent.map(|parent| parent.0 as usize),
                full: number.map_or("", |number| number.full.as_str()),
                bare: number.map_or("", |number| number.bare.as_str()),
                word: number
                    .and_then(|number| document.style.get(&number.level))
                    .and_then(|style| style.word.as_deref()),
                title: if clause.headed { title } else { "" },
            }
        })
        .collect()
}
