//! Diagnostics for programs: one JSON document a run, in a format of our own that only grows within a version.

use schemars::JsonSchema;
use serde::Serialize;

use super::bounds;
use super::coverage::Chapter;
use super::finding::Diagnostic;
use super::findings::{Counts, Findings};
use super::level::Level;
use super::places::{Place, Places};
use crate::characters::escaped_json;
use crate::schema;
use crate::span::Span;
use crate::text::{Lang, Text};

/// The name and version of the format.
pub const FORMAT: &str = "hoshin.diagnostics/1";

/// Draws a run as one JSON document, ending in a line break.
#[must_use]
pub fn render(run: &[Findings<'_>], lang: Lang) -> String {
    write(run, None, lang)
}

/// Draws a run with the coverage of its policies as one JSON document, ending in a line break.
#[must_use]
pub fn render_with_coverage(run: &[(Findings<'_>, Vec<Chapter>)], lang: Lang) -> String {
    let chapters = run.iter().flat_map(|(findings, chapters)| {
        let places = Places::new(findings.sources);
        let ranges = move |spans: &[Span]| spans.iter().map(|span| range(findings, &places, *span)).collect();
        let one = move |chapter: &Chapter| ChapterOut {
            heading: chapter.heading.clone(),
            anchor: chapter.anchor.clone(),
            bound: chapter.bound,
            total: chapter.total,
            open_phrases: chapter.open_phrases,
            plain: ranges(&chapter.plain),
            open: ranges(&chapter.open),
        };
        chapters.iter().map(one)
    });
    let chapters = chapters.collect();
    let findings: Vec<Findings<'_>> = run.iter().map(|(findings, _)| *findings).collect();
    write(&findings, Some(chapters), lang)
}

fn write(run: &[Findings<'_>], coverage: Option<Vec<ChapterOut>>, lang: Lang) -> String {
    let counts = Counts::of(run);
    let listed = bounds::listed(run);
    let document = Document {
        format: FORMAT,
        lang: match lang {
            Lang::Ja => "ja",
            Lang::En => "en",
        },
        counts: CountsOut {
            errors: counts.errors,
            warnings: counts.warnings,
            hints: counts.hints,
        },
        omitted: bounds::omitted(run, &listed),
        diagnostics: (listed.iter())
            .flat_map(|(findings, listed)| diagnostics(findings, listed, lang))
            .collect(),
        coverage,
    };
    let mut out = escaped_json(serde_json::to_string_pretty(&document).unwrap_or_default());
    out.push('\n');
    out
}

/// The JSON Schema of [`render`]'s document, ending in a line break.
#[must_use]
pub fn schema() -> String {
    schema::written(schema::of::<Document>(
        "hoshin.diagnostics/1",
        "hoshin findings, version 1",
    ))
}

/// The findings of one run of hoshin.
#[derive(Serialize, JsonSchema)]
struct Document {
    /// Name and version of the format: `hoshin.diagnostics/1`.
    format: &'static str,
    /// The language of `message`, `labels`, `notes` and `help`: `ja` or `en`.
    lang: &'static str,
    /// How many findings there are of each level.
    counts: CountsOut,
    /// How many of them are not listed in `diagnostics`, where there are too many; left out when all are.
    #[serde(skip_serializing_if = "is_zero")]
    #[schemars(default)]
    omitted: usize,
    /// The findings: policy by policy, each in the order of the places.
    diagnostics: Vec<DiagnosticOut>,
    /// With `--report` only: how much of each chapter's wording is bound to a rule.
    #[serde(skip_serializing_if = "Option::is_none")]
    coverage: Option<Vec<ChapterOut>>,
}

/// How much of one chapter the machine vouches for.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Chapter")]
struct ChapterOut {
    /// Number and title.
    heading: String,
    /// Its anchor on the page.
    anchor: String,
    /// Characters of wording bound to a norm or a notice.
    bound: usize,
    /// Characters of wording in all.
    total: usize,
    /// Lists and phrases left open: その他, 等, 必要な範囲.
    open_phrases: usize,
    /// The wordings that are plain prose.
    plain: Vec<RangeOut>,
    /// The sentences that leave a list or an extent open.
    open: Vec<RangeOut>,
}

/// Findings of each level.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Counts")]
struct CountsOut {
    errors: usize,
    warnings: usize,
    hints: usize,
}

/// One finding.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Diagnostic")]
struct DiagnosticOut {
    /// Stable code, `H0201`. A number is never used for another fault.
    code: &'static str,
    /// The fault's name, `unresolved-name`.
    slug: &'static str,
    /// How grave it is in this run.
    level: LevelOut,
    /// What is wrong, in the language of the document.
    message: String,
    /// The same in both languages.
    messages: Messages,
    /// The places; the first is the primary one. Empty when no place is to blame.
    labels: Vec<LabelOut>,
    /// Why it matters.
    notes: Vec<String>,
    /// What to do.
    help: Vec<String>,
    /// A correction that is certain enough for a program to apply.
    fix: Option<FixOut>,
    /// How many further findings of this code in this file it stands for; left out when there are none.
    #[serde(skip_serializing_if = "is_zero")]
    #[schemars(default)]
    more: usize,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_zero(number: &usize) -> bool {
    *number == 0
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(rename = "Level")]
enum LevelOut {
    Hint,
    Warning,
    Error,
}

#[derive(Serialize, JsonSchema)]
struct Messages {
    ja: String,
    en: String,
}

/// A marked place.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Label")]
struct LabelOut {
    /// What is there; may be empty.
    text: String,
    #[serde(flatten)]
    place: RangeOut,
}

/// A correction.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Fix")]
struct FixOut {
    /// What stands there afterwards.
    replacement: String,
    #[serde(flatten)]
    place: RangeOut,
}

/// A range in a source.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Range")]
struct RangeOut {
    /// Path of the source as the user would write it, with `/`.
    file: String,
    /// Its first character.
    start: PointOut,
    /// The point after its last character.
    end: PointOut,
}

/// A point in a source.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Point")]
struct PointOut {
    /// Line, from 1.
    line: usize,
    /// Column in characters (Unicode scalar values), from 1.
    column: usize,
    /// Bytes from the start of the text in UTF-8, a byte order mark not counted.
    byte: usize,
}

fn diagnostics(findings: &Findings<'_>, listed: &[&Diagnostic], lang: Lang) -> Vec<DiagnosticOut> {
    let places = Places::new(findings.sources);
    let one = |diagnostic: &&Diagnostic| DiagnosticOut {
        code: diagnostic.code.name(),
        slug: diagnostic.code.slug(),
        level: match diagnostic.level {
            Level::Hint => LevelOut::Hint,
            Level::Warning => LevelOut::Warning,
            Level::Error => LevelOut::Error,
        },
        message: diagnostic.message.get(lang).to_owned(),
        messages: Messages {
            ja: diagnostic.message.ja.clone(),
            en: diagnostic.message.en.clone(),
        },
        labels: diagnostic
            .labels
            .iter()
            .map(|label| LabelOut {
                text: label.text.get(lang).to_owned(),
                place: range(findings, &places, label.span),
            })
            .collect(),
        notes: words(diagnostic.notes.iter().chain(&diagnostic.left_out()), lang),
        help: words(&diagnostic.help, lang),
        fix: diagnostic.fix.as_ref().map(|fix| FixOut {
            replacement: fix.replacement.clone(),
            place: range(findings, &places, fix.span),
        }),
        more: diagnostic.more,
    };
    listed.iter().map(one).collect()
}

fn words<'t>(texts: impl IntoIterator<Item = &'t Text>, lang: Lang) -> Vec<String> {
    texts.into_iter().map(|text| text.get(lang).to_owned()).collect()
}

fn range(findings: &Findings<'_>, places: &Places<'_>, span: Span) -> RangeOut {
    let point = |place: Place| PointOut {
        line: place.line,
        column: place.column,
        byte: place.byte,
    };
    let (start, end) = places.of(span);
    RangeOut {
        file: findings.path(span.source),
        start: point(start),
        end: point(end),
    }
}
