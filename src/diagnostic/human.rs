//! Diagnostics for people: drawn under the source text, or one line each.
//!
//! codespan-reporting draws; this module decides what it is given (`view`) and how its header reads (`painter`).

mod clip;
mod options;
mod painter;
mod summary;
mod view;

use codespan_reporting::diagnostic as codespan;
use codespan_reporting::term;
use std::fmt::Write as _;

use super::finding::Diagnostic;
use super::findings::{Counts, Findings};
use super::places::Places;
use super::{bounds, neutral};
use crate::text::Lang;
pub use options::{Hints, Options};

use painter::Painter;
use view::View;

/// Draws a whole run: each finding under its source text, then where to read more, then the count.
#[must_use]
pub fn render(run: &[Findings<'_>], options: &Options) -> String {
    let chosen = bounds::chosen(run, options.most, options.hints == Hints::Shown);
    let mut out = Vec::new();
    let mut shown = Vec::new();
    for (findings, indices) in run.iter().zip(&chosen) {
        if indices.is_empty() {
            continue;
        }
        let places = Places::new(findings.sources);
        for &index in indices {
            let diagnostic = &findings.diagnostics[index];
            draw(&mut out, findings, &places, diagnostic, options);
            shown.push(diagnostic.code);
        }
    }
    let mut out = without_trailing_space(&String::from_utf8_lossy(&out));
    summary::write(&mut out, run, &shown, options);
    out
}

/// Writes one line for each finding: `path:line:column: level[code]: message`, and how many are not listed. Nothing when there
/// is none.
#[must_use]
pub fn render_short(run: &[Findings<'_>], options: &Options) -> String {
    let mut out = String::new();
    let hints = options.hints == Hints::Shown;
    let chosen = bounds::chosen(run, bounds::MOST_IN_A_RUN, hints);
    let mut shown = 0;
    for (findings, indices) in run.iter().zip(&chosen) {
        let places = Places::new(findings.sources);
        shown += indices.len();
        for diagnostic in indices.iter().map(|&index| &findings.diagnostics[index]) {
            if let Some(span) = diagnostic.span() {
                let place = places.at(span.source, span.range().start);
                let path = findings.path(span.source);
                let _ = write!(out, "{}:{}:{}: ", neutral::line(&path), place.line, place.column);
            }
            let style = painter::header_style(diagnostic.level, options.colour);
            let _ = writeln!(
                out,
                "{style}{}[{}]{style:#}: {}",
                diagnostic.level.word(options.lang),
                diagnostic.code,
                neutral::line(diagnostic.message.get(options.lang)),
            );
        }
    }
    let counts = Counts::of(run);
    let all = counts.errors + counts.warnings + if hints { counts.hints } else { 0 };
    if all > shown {
        let _ = writeln!(out, "{}", bounds::omission(all - shown, options.lang));
    }
    out
}

/// Codespan fills lines up with spaces.
fn without_trailing_space(drawn: &str) -> String {
    drawn
        .lines()
        .flat_map(|line| [line.trim_end_matches(' '), "\n"])
        .collect()
}

fn draw(out: &mut Vec<u8>, findings: &Findings<'_>, places: &Places<'_>, diagnostic: &Diagnostic, options: &Options) {
    let lang = options.lang;
    let (view, ranges) = View::of(findings, places, diagnostic, options.width);
    let labels = diagnostic
        .labels
        .iter()
        .zip(ranges)
        .enumerate()
        .map(|(index, (label, (file, range)))| {
            let style = match index {
                0 => codespan::LabelStyle::Primary,
                _ => codespan::LabelStyle::Secondary,
            };
            codespan::Label::new(style, file, range).with_message(neutral::line(label.text.get(lang)))
        });
    let drawn = codespan::Diagnostic::new(painter::severity(diagnostic.level))
        .with_message(neutral::line(diagnostic.message.get(lang)))
        .with_labels(labels.collect())
        .with_notes(notes(findings, diagnostic, options));
    let config = term::Config {
        // Box-drawing characters are as wide as kanji in some Japanese terminals, and would shift the marks.
        chars: term::Chars::ascii(),
        ..term::Config::default()
    };
    let mut painter = Painter::new(out, diagnostic, lang, options.colour);
    // INVARIANT: the view answers for every place that a label or a context line asks for, and a Vec takes all bytes.
    let result = term::emit_to_write_style(&mut painter, &config, &view, &drawn);
    debug_assert!(result.is_ok(), "{result:?}");
}

/// The lines under the source text: why, what to do, the correction.
fn notes(findings: &Findings<'_>, diagnostic: &Diagnostic, options: &Options) -> Vec<String> {
    let [why, what, correction] = match options.lang {
        Lang::Ja => ["理由", "対処", "修正案"],
        Lang::En => ["note", "help", "fix"],
    };
    let style = painter::bold(options.colour);
    let line = |head: &str, text: &str| format!("{style}{head}{style:#}: {}", neutral::lines(text));
    let left_out = diagnostic.left_out();
    let whys = (diagnostic.notes.iter().chain(&left_out)).map(|text| line(why, text.get(options.lang)));
    let whats = diagnostic.help.iter().map(|text| match text.get(options.lang) {
        // A guess says itself what it is: 「対処: もしかして: 」 would be one head too many.
        guess if guess.starts_with("もしかして") => neutral::lines(guess).into_owned(),
        text => line(what, text),
    });
    let fix = diagnostic.fix.as_ref().map(|fix| {
        let old = excerpt(findings.sources.text_of(fix.span));
        let new = excerpt(&fix.replacement);
        let sentence = match (options.lang, old.is_empty(), new.is_empty()) {
            (Lang::Ja, true, _) => format!("`{new}` を入れる"),
            (Lang::Ja, false, true) => format!("`{old}` を消す"),
            (Lang::Ja, false, false) => format!("`{old}` を `{new}` に置き換える"),
            (Lang::En, true, _) => format!("insert `{new}`"),
            (Lang::En, false, true) => format!("remove `{old}`"),
            (Lang::En, false, false) => format!("replace `{old}` with `{new}`"),
        };
        line(correction, &sentence)
    });
    whys.chain(whats).chain(fix).collect()
}

/// A text cut to what fits into a sentence.
fn excerpt(text: &str) -> String {
    const MOST: usize = 60;
    let shown = text.char_indices().nth(MOST);
    match shown.and_then(|(end, _)| text.get(..end)) {
        Some(start) => format!("{}...", neutral::line(start)),
        None => neutral::line(text).into_owned(),
    }
}
