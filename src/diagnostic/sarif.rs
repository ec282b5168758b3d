//! Diagnostics in SARIF 2.1.0, the exchange format for results of static analysis (OASIS), as code scanning reads it.
//!
//! GitHub's table of supported properties decides what is written: a result has at least one place, a fingerprint and a
//! rule with a full description.

mod log;

use std::collections::BTreeMap;

use sha2::{Digest as _, Sha256};

use super::annotation::{Annotated, Annotation, AnnotationRule};
use super::code::Code;
use super::finding::{Diagnostic, Fix};
use super::findings::Findings;
use super::level::Level;
use super::places::Places;
use super::text::Lang;
use super::{bounds, page};
use crate::characters::escaped_json;
use crate::span::{SourceId, Span};
use log::{
    ArtifactChange, ArtifactLocation, AutomationDetails, Configuration, Content, Driver, Fingerprints, Help,
    Invocation, Location, Log, Message, Notification, PhysicalLocation, Region, Replacement, Rule, SarifFix,
    SarifResult, Tool,
};

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// What was found in one policy.
#[derive(Debug, Clone, Copy)]
pub struct Run<'a> {
    /// Its `automationDetails.id`: what tells it from the other policies of an upload.
    pub id: Option<&'a str>,
    /// Its diagnostics, and the sources that everything points into; none where it was not compiled from its sources.
    pub findings: Option<Findings<'a>>,
    /// What else is said of it.
    pub annotations: &'a [Annotation<'a>],
}

/// Draws a run as one SARIF log, ending in a line break.
#[must_use]
pub fn render(run: &[Findings<'_>], lang: Lang) -> String {
    let parts: Vec<Run<'_>> = (run.iter())
        .map(|findings| Run {
            id: None,
            findings: Some(*findings),
            annotations: &[],
        })
        .collect();
    written(vec![log_run(None, &parts, None, lang)])
}

/// Draws annotations as one SARIF log, ending in a line break.
#[must_use]
pub fn render_annotations(run: &[Annotated<'_>], lang: Lang) -> String {
    let parts: Vec<Run<'_>> = (run.iter())
        .map(|annotated| Run {
            id: None,
            findings: annotated.findings,
            annotations: &annotated.annotations,
        })
        .collect();
    written(vec![log_run(None, &parts, None, lang)])
}

/// Draws several policies as one SARIF log with a run for each, ending in a line break. `errors` say what could not be done.
#[must_use]
pub fn render_runs(runs: &[Run<'_>], errors: &[String], lang: Lang) -> String {
    let runs = runs.iter();
    let runs = runs.map(|run| log_run(run.id, std::slice::from_ref(run), Some(errors), lang));
    written(runs.collect())
}

/// Draws several policies, or none, as one SARIF log with one run.
#[must_use]
pub fn render_together(id: &str, parts: &[Run<'_>], errors: &[String], lang: Lang) -> String {
    written(vec![log_run(Some(id), parts, Some(errors), lang)])
}

/// What there is to say of the run itself: what could not be done, and how many findings are not listed.
fn invocation(errors: &[String], omitted: usize, lang: Lang) -> Invocation {
    let notification = |level, text| Notification {
        level,
        message: Message { text },
    };
    let errors_told = errors.iter().map(|text| notification("error", text.clone()));
    let omission = (omitted > 0).then(|| notification("warning", bounds::omission(omitted, lang)));
    Invocation {
        execution_successful: errors.is_empty(),
        tool_execution_notifications: errors_told.chain(omission).collect(),
    }
}

fn written(runs: Vec<log::Run>) -> String {
    let log = Log {
        schema: SCHEMA,
        version: "2.1.0",
        runs,
    };
    let mut out = escaped_json(serde_json::to_string_pretty(&log).unwrap_or_default());
    out.push('\n');
    out
}

/// `errors`: what could not be done, where a run may tell that something could not.
fn log_run(id: Option<&str>, parts: &[Run<'_>], errors: Option<&[String]>, lang: Lang) -> log::Run {
    let omitted: usize = (parts.iter())
        .map(|part| bounds::omitted(part.findings.as_slice(), &bounds::listed(part.findings.as_slice())))
        .sum();
    let rules = Rules::of(parts);
    let mut seen = BTreeMap::new();
    let results = parts
        .iter()
        .flat_map(|part| results(part, &rules, lang, &mut seen))
        .collect();
    log::Run {
        tool: Tool {
            driver: Driver {
                name: "hoshin",
                version: env!("CARGO_PKG_VERSION"),
                language: match lang {
                    Lang::Ja => "ja",
                    Lang::En => "en",
                },
                rules: rules.drawn(lang),
            },
        },
        automation_details: id.map(|id| AutomationDetails { id: id.to_owned() }),
        invocations: (errors.is_some() || omitted > 0).then(|| [invocation(errors.unwrap_or_default(), omitted, lang)]),
        column_kind: "unicodeCodePoints",
        results,
    }
}

/// The rules of a run: the codes in order, then the kinds of annotations as they come.
struct Rules<'a> {
    codes: Vec<Code>,
    others: Vec<&'a AnnotationRule>,
}

impl<'a> Rules<'a> {
    fn of(parts: &[Run<'a>]) -> Self {
        let findings = parts.iter().filter_map(|part| part.findings);
        let mut codes: Vec<Code> = findings.flat_map(|f| f.diagnostics).map(|d| d.code).collect();
        codes.sort_unstable();
        codes.dedup();
        let mut others: Vec<&AnnotationRule> = Vec::new();
        for annotation in parts.iter().flat_map(|part| part.annotations) {
            if !others.iter().any(|rule| rule.id == annotation.rule.id) {
                others.push(annotation.rule);
            }
        }
        Self { codes, others }
    }

    fn of_code(&self, code: Code) -> usize {
        self.codes.partition_point(|one| *one < code)
    }

    fn of_annotation(&self, rule: &AnnotationRule) -> usize {
        let known = self.others.iter().position(|one| one.id == rule.id);
        self.codes.len() + known.unwrap_or_default()
    }

    fn drawn(&self, lang: Lang) -> Vec<Rule> {
        let codes = self.codes.iter().map(|code| code_rule(*code, lang));
        codes
            .chain(self.others.iter().map(|rule| annotation_rule(rule, lang)))
            .collect()
    }
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Hint => "note",
        Level::Warning => "warning",
        Level::Error => "error",
    }
}

/// As many characters as GitHub reads of a description.
const LONGEST: usize = 1024;

fn code_rule(code: Code, lang: Lang) -> Rule {
    let (title, heading) = match lang {
        Lang::Ja => (code.title().to_owned(), "何が起きているか"),
        Lang::En => (code.slug().replace('-', " "), "In English"),
    };
    let full = page::first_paragraph(code.page(), heading).unwrap_or(&title);
    Rule {
        id: code.name(),
        name: code.slug(),
        full_description: Message {
            text: full.chars().take(LONGEST).collect(),
        },
        short_description: Message { text: title },
        help_uri: help_uri(env!("CARGO_PKG_REPOSITORY"), code.name()),
        help: Help {
            text: format!("hoshin explain {code}"),
            markdown: page::for_readers(code.page()),
        },
        default_configuration: Configuration {
            level: level(code.level()),
        },
    }
}

/// Where the page of a code is published; nowhere as long as the package names no repository.
fn help_uri(repository: &str, code: &str) -> Option<String> {
    let version = env!("CARGO_PKG_VERSION");
    let repository = repository.trim_end_matches('/');
    (!repository.is_empty()).then(|| format!("{repository}/blob/v{version}/docs/diagnostics/{code}.md"))
}

fn annotation_rule(rule: &AnnotationRule, lang: Lang) -> Rule {
    let help = rule.help.get(lang).to_owned();
    let title = rule.title.get(lang);
    Rule {
        id: rule.id,
        name: rule.id,
        short_description: Message { text: title.to_owned() },
        full_description: Message {
            text: match lang {
                Lang::Ja => format!("{title}。{help}"),
                Lang::En => format!("{title}. {help}"),
            },
        },
        help_uri: None,
        help: Help {
            text: help.clone(),
            markdown: help,
        },
        default_configuration: Configuration {
            level: level(rule.level),
        },
    }
}

/// How often a rule has spoken of a line of that wording.
type Seen = BTreeMap<String, usize>;

fn results(part: &Run<'_>, rules: &Rules<'_>, lang: Lang, seen: &mut Seen) -> Vec<SarifResult> {
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

/// Draws places in the sources of one policy.
struct Drawer<'a> {
    findings: Findings<'a>,
    places: Places<'a>,
}

impl Drawer<'_> {
    fn location(&self, id: Option<usize>, span: Span, text: &str) -> Location {
        Location {
            id,
            physical_location: PhysicalLocation {
                artifact_location: self.artifact(span.source),
                region: self.region(span),
            },
            message: (!text.is_empty()).then(|| Message { text: text.to_owned() }),
        }
    }

    /// The line that a span begins in.
    fn line(&self, span: Span) -> &str {
        let source = self.findings.sources.get(span.source);
        let range = source.line_range_of(source.line_index(span.range().start.min(source.text().len())));
        source.text().get(range).unwrap_or_default()
    }

    fn correction(&self, fix: &Fix) -> SarifFix {
        SarifFix {
            artifact_changes: [ArtifactChange {
                artifact_location: self.artifact(fix.span.source),
                replacements: [Replacement {
                    deleted_region: self.region(fix.span),
                    inserted_content: Content {
                        text: fix.replacement.clone(),
                    },
                }],
            }],
        }
    }

    fn region(&self, span: Span) -> Region {
        let (start, end) = self.places.of(span);
        Region {
            start_line: start.line,
            start_column: start.column,
            end_line: end.line,
            end_column: end.column,
            char_offset: start.character,
            char_length: end.character - start.character,
            byte_offset: start.byte,
            byte_length: end.byte - start.byte,
        }
    }

    fn artifact(&self, source: SourceId) -> ArtifactLocation {
        ArtifactLocation {
            uri: uri(&self.findings.path(source)),
        }
    }
}

/// A path as a relative reference (RFC 3986): everything but unreserved characters and `/` in percent escapes.
fn uri(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    if path.starts_with('/') {
        out.push_str("file://");
    }
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{help_uri, uri};

    #[test]
    fn pages_are_linked_as_soon_as_there_is_a_place_for_them() {
        assert_eq!(help_uri("", "H0201"), None);
        let version = env!("CARGO_PKG_VERSION");
        assert_eq!(
            help_uri("https://mihon.example/hoshin/", "H0201"),
            Some(format!(
                "https://mihon.example/hoshin/blob/v{version}/docs/diagnostics/H0201.md"
            ))
        );
    }

    #[test]
    fn paths_become_references() {
        assert_eq!(uri("方針/a b.policy"), "%E6%96%B9%E9%87%9D/a%20b.policy");
        assert_eq!(uri("C:x"), "C%3Ax");
        assert_eq!(uri("/srv/a.policy"), "file:///srv/a.policy");
    }
}
