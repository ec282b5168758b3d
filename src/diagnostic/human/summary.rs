//! The last lines of a run: what was left out, where to read more, and the count.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::options::{Hints, Options};
use crate::diagnostic::bounds::MOST_OF_A_CODE;
use crate::diagnostic::findings::Counts;
use crate::diagnostic::{Code, Findings, Lang};

/// Codes named beside the first one in the line that says where to read more.
const MOST_CODES: usize = 5;

/// Writes the end of a run of which `shown` was drawn.
pub(super) fn write(out: &mut String, run: &[Findings<'_>], shown: &[Code], options: &Options) {
    let mut counts = Counts::of(run);
    if options.hints == Hints::PassedOver {
        counts.hints = 0;
    }
    let drawable = match options.hints {
        Hints::Shown => counts.errors + counts.warnings + counts.hints,
        Hints::Counted | Hints::PassedOver => counts.errors + counts.warnings,
    };
    if let Some(line) = left_out(drawable, drawable - shown.len(), options.lang) {
        out.push_str(&line);
    }
    if let Some(line) = read_more(shown, options.lang) {
        out.push_str(&line);
    }
    out.push_str(&count(counts, options));
    out.push('\n');
}

fn left_out(all: usize, number: usize, lang: Lang) -> Option<String> {
    (number > 0).then(|| match lang {
        Lang::Ja if all > MOST_OF_A_CODE => {
            format!("ほかに {number} 件あります。--format short を付けると、より多くを 1 行ずつ表示します\n\n")
        }
        Lang::En if all > MOST_OF_A_CODE => format!("{number} more not shown; --format short lists more of them\n\n"),
        Lang::Ja => format!("ほかに {number} 件あります。--format short を付けると、すべてを 1 行ずつ表示します\n\n"),
        Lang::En => format!("{number} more not shown; --format short lists them all\n\n"),
    })
}

fn read_more(shown: &[Code], lang: Lang) -> Option<String> {
    let codes: BTreeSet<Code> = shown.iter().copied().collect();
    let mut codes = codes.into_iter();
    let first = codes.next()?;
    let mut line = match lang {
        Lang::Ja => format!("詳しくは: hoshin explain {first}"),
        Lang::En => format!("read more: hoshin explain {first}"),
    };
    let others: Vec<&str> = codes.by_ref().take(MOST_CODES).map(Code::name).collect();
    let rest = codes.count();
    if !others.is_empty() {
        let names = others.join(if lang == Lang::Ja { "、" } else { ", " });
        let _ = match (lang, rest) {
            (Lang::Ja, 0) => write!(line, "（ほかに {names}）"),
            (Lang::Ja, _) => write!(line, "（ほかに {names} など {} 種類）", others.len() + rest),
            (Lang::En, 0) => write!(line, " (also {names})"),
            (Lang::En, _) => write!(line, " (also {names} and {rest} more)"),
        };
    }
    line.push('\n');
    Some(line)
}

fn count(counts: Counts, options: &Options) -> String {
    let Counts {
        errors,
        warnings,
        hints,
    } = counts;
    let mut parts = Vec::new();
    let mut part = |number: usize, ja: &str, en: &str| {
        if number > 0 {
            parts.push(match options.lang {
                Lang::Ja => format!("{ja} {number} 件"),
                Lang::En => format!("{number} {en}{}", if number == 1 { "" } else { "s" }),
            });
        }
    };
    part(errors, "エラー", "error");
    part(warnings, "警告", "warning");
    part(hints, "参考", "hint");
    let hidden = hints > 0 && options.hints == Hints::Counted;
    if options.in_part && errors + warnings == 0 {
        return match options.lang {
            Lang::Ja => "確かめられなかったものがあるため、問題がないとは言えません",
            Lang::En => "not everything could be looked at, so there may be problems",
        }
        .to_owned();
    }
    match options.lang {
        Lang::Ja if errors + warnings == 0 && hints == 0 => "問題は見つかりませんでした".to_owned(),
        Lang::En if errors + warnings == 0 && hints == 0 => "no problems found".to_owned(),
        Lang::Ja if errors + warnings == 0 && hidden => {
            format!("問題は見つかりませんでした（参考 {hints} 件。--hints で表示）")
        }
        Lang::En if errors + warnings == 0 && hidden => {
            format!("no problems found ({}; --hints shows them)", parts.join(", "))
        }
        Lang::Ja if hidden => format!("{}（--hints で表示）", parts.join("、")),
        Lang::En if hidden => format!("{} (--hints shows them)", parts.join(", ")),
        Lang::Ja => parts.join("、"),
        Lang::En => parts.join(", "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(errors: usize, warnings: usize, hints: usize, lang: Lang, mode: Hints) -> String {
        let options = Options {
            lang,
            hints: mode,
            ..Options::default()
        };
        count(
            Counts {
                errors,
                warnings,
                hints,
            },
            &options,
        )
    }

    #[test]
    fn the_count_names_what_there_is() {
        assert_eq!(counted(2, 1, 0, Lang::Ja, Hints::Counted), "エラー 2 件、警告 1 件");
        assert_eq!(counted(2, 1, 0, Lang::En, Hints::Counted), "2 errors, 1 warning");
        assert_eq!(counted(0, 0, 0, Lang::Ja, Hints::Counted), "問題は見つかりませんでした");
        assert_eq!(counted(0, 0, 0, Lang::En, Hints::Shown), "no problems found");
    }

    #[test]
    fn what_was_not_looked_at_is_not_called_free_of_problems() {
        for (lang, expected) in [
            (Lang::Ja, "確かめられなかったものがあるため、問題がないとは言えません"),
            (Lang::En, "not everything could be looked at, so there may be problems"),
        ] {
            let options = Options {
                lang,
                in_part: true,
                ..Options::default()
            };
            assert_eq!(count(Counts::default(), &options), expected);
        }
    }

    #[test]
    fn hints_not_drawn_are_counted() {
        assert_eq!(
            counted(0, 0, 3, Lang::Ja, Hints::Counted),
            "問題は見つかりませんでした（参考 3 件。--hints で表示）"
        );
        assert_eq!(
            counted(0, 1, 3, Lang::Ja, Hints::Counted),
            "警告 1 件、参考 3 件（--hints で表示）"
        );
        assert_eq!(counted(0, 0, 1, Lang::Ja, Hints::Shown), "参考 1 件");
        assert_eq!(
            counted(0, 0, 1, Lang::En, Hints::Counted),
            "no problems found (1 hint; --hints shows them)"
        );
    }

    #[test]
    fn the_codes_of_a_run_are_named_once() {
        let shown = [Code::H0305, Code::H0201, Code::H0305];
        assert_eq!(
            read_more(&shown, Lang::Ja).as_deref(),
            Some("詳しくは: hoshin explain H0201（ほかに H0305）\n")
        );
        let many = &Code::ALL[..9];
        assert!(read_more(many, Lang::Ja).is_some_and(|line| line.contains("など 8 種類")));
        assert_eq!(read_more(&[], Lang::Ja), None);
    }
}
