//! Diagnostics in SARIF 2.1.0, the exchange format for results of static analysis (OASIS), as code scanning reads it.

use serde::Serialize;

use super::places::Places;
use super::{Annotated, AnnotationRule, Code, Diagnostic, Findings, Fix, Lang, Level, bounds, page};
use crate::span::{SourceId, Span};

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Draws a run as one SARIF log, ending in a line break.
#[must_use]
pub fn render(run: &[Findings<'_>], lang: Lang) -> String {
    let mut codes: Vec<Code> = run.iter().flat_map(|f| f.diagnostics).map(|d| d.code).collect();
    codes.sort_unstable();
    codes.dedup();
    let listed = bounds::listed(run);
    let results = (listed.iter())
        .flat_map(|(findings, listed)| results(findings, listed, &codes, lang))
        .collect();
    let omitted = bounds::omitted(run, &listed);
    let invocations = match omitted {
        0 => Vec::new(),
        _ => vec![Invocation::told(bounds::omission(omitted, lang))],
    };
    log(
        codes.iter().map(|code| rule(*code, lang)).collect(),
        results,
        invocations,
        lang,
    )
}

/// Draws annotations as one SARIF log, ending in a line break.
#[must_use]
pub fn render_annotations(run: &[Annotated<'_>], lang: Lang) -> String {
    let mut rules: Vec<&AnnotationRule> = Vec::new();
    let mut results = Vec::new();
    for annotated in run {
        let findings = annotated.findings.as_ref();
        let places = findings.map(|findings| (findings, Places::new(findings.sources)));
        for annotation in &annotated.annotations {
            let known = rules.iter().position(|rule| rule.id == annotation.rule.id);
            let rule_index = known.unwrap_or_else(|| {
                rules.push(annotation.rule);
                rules.len() - 1
            });
            let lines: Vec<&str> = annotation.lines.iter().map(|line| line.get(lang)).collect();
            let place = annotation.span.zip(places.as_ref());
            let location = place.map(|(span, (findings, places))| Location {
                id: None,
                physical_location: PhysicalLocation {
                    artifact_location: artifact(findings, span.source),
                    region: region(places, span),
                },
                message: None,
            });
            results.push(SarifResult {
                rule_id: annotation.rule.id,
                rule_index,
                level: level(annotation.level),
                message: Message { text: lines.join("\n") },
                occurrence_count: None,
                locations: location.into_iter().collect(),
                related_locations: Vec::new(),
                fixes: Vec::new(),
            });
        }
    }
    let rules = rules.into_iter().map(|rule| annotation_rule(rule, lang)).collect();
    log(rules, results, Vec::new(), lang)
}

fn annotation_rule(rule: &AnnotationRule, lang: Lang) -> Rule {
    let help = rule.help.get(lang).to_owned();
    Rule {
        id: rule.id,
        name: rule.id,
        short_description: Message {
            text: rule.title.get(lang).to_owned(),
        },
        help: Help {
            text: help.clone(),
            markdown: help,
        },
        default_configuration: Configuration {
            level: level(rule.level),
        },
    }
}

fn log(rules: Vec<Rule>, results: Vec<SarifResult>, invocations: Vec<Invocation>, lang: Lang) -> String {
    let log = Log {
        schema: SCHEMA,
        version: "2.1.0",
        runs: [Run {
            tool: Tool {
                driver: Driver {
                    name: "hoshin",
                    version: env!("CARGO_PKG_VERSION"),
                    language: match lang {
                        Lang::Ja => "ja",
                        Lang::En => "en",
                    },
                    rules,
                },
            },
            column_kind: "unicodeCodePoints",
            results,
            invocations,
        }],
    };
    let mut out = serde_json::to_string_pretty(&log).unwrap_or_default();
    out.push('\n');
    out
}

#[derive(Serialize)]
struct Log {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    tool: Tool,
    column_kind: &'static str,
    results: Vec<SarifResult>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    invocations: Vec<Invocation>,
}

/// What there is to say of the run itself.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation {
    execution_successful: bool,
    tool_execution_notifications: [Notification; 1],
}

#[derive(Serialize)]
struct Notification {
    level: &'static str,
    message: Message,
}

impl Invocation {
    fn told(text: String) -> Self {
        Self {
            execution_successful: true,
            tool_execution_notifications: [Notification {
                level: level(Level::Warning),
                message: Message { text },
            }],
        }
    }
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
struct Driver {
    name: &'static str,
    version: &'static str,
    language: &'static str,
    rules: Vec<Rule>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule {
    id: &'static str,
    name: &'static str,
    short_description: Message,
    help: Help,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
struct Message {
    text: String,
}

#[derive(Serialize)]
struct Help {
    text: String,
    markdown: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifResult {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Message,
    /// How many findings it stands for, where that is more than itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    occurrence_count: Option<usize>,
    locations: Vec<Location>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<SarifFix>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    physical_location: PhysicalLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Message>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    region: Region,
}

#[derive(Serialize)]
struct ArtifactLocation {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
    char_offset: usize,
    char_length: usize,
    byte_offset: usize,
    byte_length: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifFix {
    artifact_changes: [ArtifactChange; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ArtifactChange {
    artifact_location: ArtifactLocation,
    replacements: [Replacement; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement {
    deleted_region: Region,
    inserted_content: Content,
}

#[derive(Serialize)]
struct Content {
    text: String,
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Hint => "note",
        Level::Warning => "warning",
        Level::Error => "error",
    }
}

fn rule(code: Code, lang: Lang) -> Rule {
    let title = match lang {
        Lang::Ja => code.title().to_owned(),
        Lang::En => code.slug().replace('-', " "),
    };
    Rule {
        id: code.name(),
        name: code.slug(),
        short_description: Message { text: title },
        help: Help {
            text: format!("hoshin explain {code}"),
            markdown: page::for_readers(code.page()),
        },
        default_configuration: Configuration {
            level: level(code.level()),
        },
    }
}

fn results(findings: &Findings<'_>, listed: &[&Diagnostic], codes: &[Code], lang: Lang) -> Vec<SarifResult> {
    let places = Places::new(findings.sources);
    let one = |diagnostic: &&Diagnostic| {
        let mut locations = diagnostic.labels.iter().enumerate().map(|(index, label)| {
            let text = label.text.get(lang);
            Location {
                id: (index > 0).then_some(index),
                physical_location: PhysicalLocation {
                    artifact_location: artifact(findings, label.span.source),
                    region: region(&places, label.span),
                },
                message: (!text.is_empty()).then(|| Message { text: text.to_owned() }),
            }
        });
        SarifResult {
            rule_id: diagnostic.code.name(),
            rule_index: codes.partition_point(|code| *code < diagnostic.code),
            level: level(diagnostic.level),
            message: message(diagnostic, lang),
            occurrence_count: (diagnostic.more > 0).then_some(1 + diagnostic.more),
            locations: locations.by_ref().take(1).collect(),
            related_locations: locations.collect(),
            fixes: diagnostic
                .fix
                .iter()
                .map(|fix| correction(findings, &places, fix))
                .collect(),
        }
    };
    listed.iter().map(one).collect()
}

/// The message, then why and what to do, a line each: the only text that every viewer shows.
fn message(diagnostic: &Diagnostic, lang: Lang) -> Message {
    let left_out = diagnostic.left_out();
    let rest = diagnostic.notes.iter().chain(&left_out).chain(&diagnostic.help);
    let lines: Vec<&str> = std::iter::once(&diagnostic.message)
        .chain(rest)
        .map(|text| text.get(lang))
        .collect();
    Message { text: lines.join("\n") }
}

fn correction(findings: &Findings<'_>, places: &Places<'_>, fix: &Fix) -> SarifFix {
    SarifFix {
        artifact_changes: [ArtifactChange {
            artifact_location: artifact(findings, fix.span.source),
            replacements: [Replacement {
                deleted_region: region(places, fix.span),
                inserted_content: Content {
                    text: fix.replacement.clone(),
                },
            }],
        }],
    }
}

fn region(places: &Places<'_>, span: Span) -> Region {
    let (start, end) = places.of(span);
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

fn artifact(findings: &Findings<'_>, source: SourceId) -> ArtifactLocation {
    ArtifactLocation {
        uri: uri(&findings.path(source)),
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
    use super::uri;

    #[test]
    fn paths_become_references() {
        assert_eq!(uri("方針/a b.policy"), "%E6%96%B9%E9%87%9D/a%20b.policy");
        assert_eq!(uri("C:x"), "C%3Ax");
        assert_eq!(uri("/srv/a.policy"), "file:///srv/a.policy");
    }
}
