//! Diagnostics as workflow commands of GitHub Actions, which shows them on the changed lines of a pull request.

use std::fmt::Write as _;

use super::annotation::Annotated;
use super::finding::Diagnostic;
use super::findings::Findings;
use super::level::Level;
use super::places::{Place, Places};
use super::{bounds, neutral};
use crate::text::Lang;

/// Draws a run: one command a line, nothing when there is no finding; the last one counts what is not listed.
#[must_use]
pub fn render(run: &[Findings<'_>], lang: Lang) -> String {
    let mut out = String::new();
    let listed = bounds::listed(run);
    for (findings, listed) in &listed {
        let places = Places::new(findings.sources);
        for diagnostic in listed {
            command(&mut out, findings, &places, diagnostic, lang);
        }
    }
    let omitted = bounds::omitted(run, &listed);
    if omitted > 0 {
        let title = match lang {
            Lang::Ja => "示していない指摘",
            Lang::En => "findings not listed",
        };
        let told = bounds::omission(omitted, lang);
        write_command(&mut out, Level::Warning, None, title, std::iter::once(told.as_str()));
    }
    out
}

fn command(out: &mut String, findings: &Findings<'_>, places: &Places<'_>, diagnostic: &Diagnostic, lang: Lang) {
    let code = diagnostic.code;
    let title = match lang {
        Lang::Ja => format!("{code} {}", code.title()),
        Lang::En => format!("{code} {}", code.slug()),
    };
    let left_out = diagnostic.left_out();
    let rest = diagnostic.help.iter().chain(&diagnostic.notes).chain(&left_out);
    let lines = std::iter::once(&diagnostic.message).chain(rest);
    let place = diagnostic
        .span()
        .map(|span| (findings.path(span.source), places.of(span)));
    write_command(out, diagnostic.level, place, &title, lines.map(|line| line.get(lang)));
}

/// Draws annotations, a command a line.
#[must_use]
pub fn render_annotations(run: &[Annotated<'_>], lang: Lang) -> String {
    let mut out = String::new();
    for annotated in run {
        let findings = annotated.findings.as_ref();
        let places = findings.map(|findings| (findings, Places::new(findings.sources)));
        for annotation in &annotated.annotations {
            let place = annotation.span.zip(places.as_ref());
            let place = place.map(|(span, (findings, places))| (findings.path(span.source), places.of(span)));
            write_command(
                &mut out,
                annotation.level,
                place,
                annotation.rule.title.get(lang),
                annotation.lines.iter().map(|line| line.get(lang)),
            );
        }
    }
    out
}

/// Draws a command without a place, ending in a line break.
#[must_use]
pub fn message<'l>(level: Level, title: &str, lines: impl Iterator<Item = &'l str>) -> String {
    let mut out = String::new();
    write_command(&mut out, level, None, title, lines);
    out
}

fn write_command<'l>(
    out: &mut String,
    level: Level,
    place: Option<(String, (Place, Place))>,
    title: &str,
    lines: impl Iterator<Item = &'l str>,
) {
    out.push_str(match level {
        Level::Hint => "::notice ",
        Level::Warning => "::warning ",
        Level::Error => "::error ",
    });
    if let Some((path, (start, end))) = place {
        let file = property(&path);
        let _ = write!(
            out,
            "file={file},line={},col={},endLine={},endColumn={},",
            start.line, start.column, end.line, end.column
        );
    }
    let _ = write!(out, "title={}::", property(title));
    let lines: Vec<String> = lines.map(data).collect();
    out.push_str(&lines.join("%0A"));
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
        assert_eq!(data("100%\r\n::error::x"), "100%25［U+000D］%0A::error::x");
        assert_eq!(property("a:b,c%\n"), "a%3Ab%2Cc%25%0A");
    }
}
