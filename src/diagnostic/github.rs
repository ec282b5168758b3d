//! Diagnostics as workflow commands of GitHub Actions, which shows them on the changed lines of a pull request.

use std::fmt::Write as _;

use super::places::Places;
use super::{Diagnostic, Findings, Lang, Level, neutral};

/// Draws a run: one command a line, nothing when there is no finding.
#[must_use]
pub fn render(run: &[Findings<'_>], lang: Lang) -> String {
    let mut out = String::new();
    for findings in run {
        let places = Places::new(findings.sources);
        for diagnostic in findings.diagnostics {
            command(&mut out, findings, &places, diagnostic, lang);
        }
    }
    out
}

fn command(out: &mut String, findings: &Findings<'_>, places: &Places<'_>, diagnostic: &Diagnostic, lang: Lang) {
    out.push_str(match diagnostic.level {
        Level::Hint => "::notice ",
        Level::Warning => "::warning ",
        Level::Error => "::error ",
    });
    if let Some(span) = diagnostic.span() {
        let (start, end) = places.of(span);
        let file = property(&findings.path(span.source));
        let _ = write!(
            out,
            "file={file},line={},col={},endLine={},endColumn={},",
            start.line, start.column, end.line, end.column
        );
    }
    let code = diagnostic.code;
    let title = match lang {
        Lang::Ja => format!("{code} {}", code.title()),
        Lang::En => format!("{code} {}", code.slug()),
    };
    let _ = write!(
        out,
        "title={}::{}",
        property(&title),
        data(diagnostic.message.get(lang))
    );
    for text in diagnostic.help.iter().chain(&diagnostic.notes) {
        let _ = write!(out, "%0A{}", data(text.get(lang)));
    }
    out.push('\n');
}

/// The escapes of the runner's `escapeData` (actions/toolkit).
fn data(text: &str) -> String {
    neutral::lines(text).replace('%', "%25").replace('\n', "%0A")
}

/// The escapes of the runner's `escapeProperty`.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_cannot_end_a_command_or_begin_one() {
        assert_eq!(data("100%\r\n::error::x"), "100%25␍%0A::error::x");
        assert_eq!(property("a:b,c%\n"), "a%3Ab%2Cc%25%0A");
    }
}
