//! The results of a SARIF run: each finding and annotation with its places.

use std::collections::BTreeMap;

use sha2::{Digest as _, Sha256};

use super::log::{Fingerprints, Location, Message, SarifResult};
use super::part::Run;
use super::place::Drawer;
use super::rules::{Rules, level};
use crate::diagnostic::bounds;
use crate::diagnostic::finding::Diagnostic;
use crate::diagnostic::places::Places;
use crate::span::Span;
use crate::text::Lang;

/// How often a rule has spoken of a line of that wording.
pub(super) type Seen = BTreeMap<String, usize>;

/// The results of one policy.
pub(super) fn results(part: &Run<'_>, rules: &Rules<'_>, lang: Lang, seen: &mut Seen) -> Vec<SarifResult> {
    let drawer = part.findings.map(|findings| Drawer {
        findings,
        places: Places::new(findings.sources),
    });
    let mut results = Vec::new();
    let listed = bounds::listed(part.findings.as_slice());
    for diagnostic in listed.into_iter().flat_map(|(_, listed)| listed) {
        let left_out = diagnostic.left_out();
        let rest = diagnostic.notes.iter().chain(&left_out).chain(&diagnostic.help);
        let lines = std::iter::once(&diagnostic.message).chain(rest);
        let related = diagnostic.labels.iter().skip(1);
        let related = related.map(|label| (label.span, label.text.get(lang)));
        results.push(SarifResult {
            rule_id: diagnostic.code.name(),
            rule_index: rules.of_code(diagnostic.code),
            level: level(diagnostic.level),
            // The message, then why and what to do, a line each: the only text that every viewer shows.
            message: Message {
                text: lines.map(|text| text.get(lang)).collect::<Vec<_>>().join("\n"),
            },
            occurrence_count: (diagnostic.more > 0).then_some(1 + diagnostic.more),
            locations: locations(drawer.as_ref(), diagnostic.span(), primary_text(diagnostic, lang)),
            partial_fingerprints: fingerprint(drawer.as_ref(), diagnostic.code.name(), diagnostic.span(), seen),
            related_locations: related_locations(drawer.as_ref(), related),
            fixes: (drawer.iter())
                .flat_map(|drawer| diagnostic.fix.iter().map(|fix| drawer.correction(fix)))
                .collect(),
        });
    }
    for annotation in part.annotations {
        let lines: Vec<&str> = annotation.lines.iter().map(|line| line.get(lang)).collect();
        let related = annotation.related.iter().map(|(span, text)| (*span, text.get(lang)));
        results.push(SarifResult {
            rule_id: annotation.rule.id,
            rule_index: rules.of_annotation(annotation.rule),
            level: level(annotation.level),
            message: Message { text: lines.join("\n") },
            occurrence_count: None,
            locations: locations(drawer.as_ref(), annotation.span, ""),
            partial_fingerprints: fingerprint(drawer.as_ref(), annotation.rule.id, annotation.span, seen),
            related_locations: related_locations(drawer.as_ref(), related),
            fixes: Vec::new(),
        });
    }
    results
}

fn primary_text(diagnostic: &Diagnostic, lang: Lang) -> &str {
    diagnostic.labels.first().map_or("", |label| label.text.get(lang))
}

/// One place. What has none stands at the beginning of the policy: a result without a place is not shown.
fn locations(drawer: Option<&Drawer<'_>>, span: Option<Span>, text: &str) -> Vec<Location> {
    let Some(drawer) = drawer else { return Vec::new() };
    let first = || drawer.findings.sources.iter().next();
    let span = span.or_else(|| first().map(|(id, _)| Span::new(id, 0, 0)));
    span.map(|span| drawer.location(None, span, text)).into_iter().collect()
}

fn related_locations<'t>(drawer: Option<&Drawer<'_>>, related: impl Iterator<Item = (Span, &'t str)>) -> Vec<Location> {
    let Some(drawer) = drawer else { return Vec::new() };
    let numbered = related.enumerate();
    numbered
        .map(|(index, (span, text))| drawer.location(Some(index + 1), span, text))
        .collect()
}

/// What a result is recognised by when lines come and go above it: its rule, the wording of its line, and which one of
/// several it is.
fn fingerprint(drawer: Option<&Drawer<'_>>, rule: &str, span: Option<Span>, seen: &mut Seen) -> Fingerprints {
    let line = drawer.zip(span).map_or("", |(drawer, span)| drawer.line(span));
    let digest = Sha256::digest(format!("{rule}\n{}", line.trim()));
    let hash: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let times = seen.entry(hash.clone()).or_default();
    *times += 1;
    Fingerprints {
        primary_location_line_hash: format!("{hash}:{times}"),
    }
}
