//! Places in the sources of one policy, in the words of SARIF.

use super::log::{
    ArtifactChange, ArtifactLocation, Content, Location, Message, PhysicalLocation, Region, Replacement, SarifFix,
};
use crate::diagnostic::finding::Fix;
use crate::diagnostic::findings::Findings;
use crate::diagnostic::places::Places;
use crate::span::{SourceId, Span};

/// Draws places in the sources of one policy.
pub(super) struct Drawer<'a> {
    pub(super) findings: Findings<'a>,
    pub(super) places: Places<'a>,
}

impl Drawer<'_> {
    pub(super) fn location(&self, id: Option<usize>, span: Span, text: &str) -> Location {
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
    pub(super) fn line(&self, span: Span) -> &str {
        let source = self.findings.sources.get(span.source);
        let range = source.line_range_of(source.line_index(span.range().start.min(source.text().len())));
        source.text().get(range).unwrap_or_default()
    }

    pub(super) fn correction(&self, fix: &Fix) -> SarifFix {
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
    use super::uri;

    #[test]
    fn paths_become_references() {
        assert_eq!(uri("方針/a b.policy"), "%E6%96%B9%E9%87%9D/a%20b.policy");
        assert_eq!(uri("C:x"), "C%3Ax");
        assert_eq!(uri("/srv/a.policy"), "file:///srv/a.policy");
    }
}
