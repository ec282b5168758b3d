//! How much of each chapter the machine vouches for: `check --report`.

use std::fmt::Write as _;

use super::findings::Findings;
use super::neutral;
use super::places::Places;
use crate::span::Span;
use crate::text::Lang;

/// One chapter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chapter {
    /// Its number and title.
    pub heading: String,
    /// Its anchor on the page.
    pub anchor: String,
    /// Characters of wording bound to a norm or a notice.
    pub bound: usize,
    /// Characters of wording in all.
    pub total: usize,
    /// Lists and phrases left open: その他, 等, 必要な範囲.
    pub open_phrases: usize,
    /// The wordings that are plain prose.
    pub plain: Vec<Span>,
    /// The sentences that leave a list or an extent open.
    pub open: Vec<Span>,
}

/// How much of a prose paragraph is quoted.
const LETTERS: usize = 30;

/// Draws the chapters of the policies of a run, each with its plain prose. Nothing where no policy could be compiled.
#[must_use]
pub fn render(run: &[(Findings<'_>, Vec<Chapter>)], lang: Lang) -> String {
    let mut out = String::new();
    if run.iter().all(|(_, chapters)| chapters.is_empty()) {
        return out;
    }
    let head = match lang {
        Lang::Ja => "規則に結び付いている文言の割合（文言と規則が一致している割合ではありません）:",
        Lang::En => "wording bound to rules (not: agreeing with them):",
    };
    let _ = writeln!(out, "{head}");
    for (findings, chapters) in run {
        let places = Places::new(findings.sources);
        for chapter in chapters {
            let _ = writeln!(out, "{}: {}", neutral::line(&chapter.heading), figures(chapter, lang));
            let open = match lang {
                Lang::Ja => "開いた書き方: ",
                Lang::En => "left open: ",
            };
            let plain = chapter.plain.iter().map(|span| ("", span));
            for (what, span) in plain.chain(chapter.open.iter().map(|span| (open, span))) {
                let place = places.at(span.source, span.range().start);
                let path = findings.path(span.source);
                let words = excerpt(findings.sources.text_of(*span));
                let _ = writeln!(
                    out,
                    "    {}:{}:{}: {what}{words}",
                    neutral::line(&path),
                    place.line,
                    place.column
                );
            }
        }
    }
    let _ = writeln!(
        out,
        "{}",
        match lang {
            Lang::Ja => NOT_COMPARED.0,
            Lang::En => NOT_COMPARED.1,
        }
    );
    out
}

/// What is bound is compared in these ways alone.
const NOT_COMPARED: (&str, &str) = (
    "結び付いた文言のうち比べているのは、情報・相手・目的の呼び方と、する・しないの別です。開いた書き方の並びでは、規則のほうが多くても違いとしません。条件の言葉は場合の並びだけを比べ、期間の言葉と公表事項の中身は比べていません",
    "of bound wording, the names of data, parties and purposes are compared, and whether a thing is done or not. Where a list is left open, what rules have beyond it is no difference. Words for conditions are compared in lists of cases alone; periods, and what notices say, are not compared",
);

fn figures(chapter: &Chapter, lang: Lang) -> String {
    let Chapter {
        bound,
        total,
        open_phrases,
        plain,
        ..
    } = chapter;
    if *total == 0 {
        return match lang {
            Lang::Ja => "文言なし".to_owned(),
            Lang::En => "no wording".to_owned(),
        };
    }
    let percent = bound * 100 / total;
    let mut parts = vec![match lang {
        Lang::Ja => format!("{percent}%（{bound} / {total} 字）"),
        Lang::En => format!("{percent}% ({bound} of {total} characters)"),
    }];
    if !plain.is_empty() {
        parts.push(match lang {
            Lang::Ja => format!("規則のない文 {} 件", plain.len()),
            Lang::En => format!("{} without a rule", plain.len()),
        });
    }
    if *open_phrases > 0 {
        parts.push(match lang {
            Lang::Ja => format!("「その他」「等」などの開いた書き方 {open_phrases} か所"),
            Lang::En => format!("{open_phrases} left open"),
        });
    }
    parts.join(if lang == Lang::Ja { "、" } else { ", " })
}

/// The beginning of a text on one line.
fn excerpt(text: &str) -> String {
    let joined: String = text.split_whitespace().collect();
    let short: String = joined.chars().take(LETTERS).collect();
    let more = if short.len() < joined.len() { "…" } else { "" };
    format!("{}{more}", neutral::line(&short))
}
