//! What came of a run as Markdown, for the summary of a job: the verdict first, then each policy with its 新旧対照表.

use super::examined::{Against, Form};
use super::gathered::Run;
use super::judged::{Judged, verdict};
use super::state::state;
use crate::characters;
use crate::cli::outcome::Outcome;
use crate::cli::sentences::ci::report;
use crate::cli::sentences::ci::summary::{self as say, Base};
use crate::cli::sentences::commits::Rev;
use crate::diagnostic::{Counts, Lang, Level, Text};
use crate::diff::sections;
use crate::render::comparison::{self, ComparisonOptions, ComparisonSection};
use crate::render::markdown_line;

/// As many bytes as GitHub takes from one step, with room for what others write.
const LONGEST: usize = 900 << 10;

/// Draws a run, beginning and ending with a blank line: it is added to what others wrote.
pub(super) fn markdown(run: &Run<'_>, lang: Lang) -> String {
    let verdict = match run.outcome() {
        Outcome::Clean => say::may_pass(),
        Outcome::Problems => say::does_not_pass(),
        Outcome::CouldNotRun => report::could_not_run(),
    };
    let mut out = format!("\n## {}: {}\n\n", say::policy_check().get(lang), verdict.get(lang));
    for error in run.errors() {
        out += &format!("- **{}** {}\n", error.code, markdown_line(error.message.get(lang)));
    }
    for note in run.notes() {
        out += &format!("- {}\n", markdown_line(note.get(lang)));
    }
    if let Some(commit) = &run.gathered.commit {
        let base = Base(markdown_line(run.base));
        out += &format!("\n{}\n", say::compared_with(&base, &Rev(commit.clone())).get(lang));
    }
    if !run.judged.is_empty() {
        out += &table(run, lang);
    }
    let parts = run.judged.iter().filter_map(|one| policy(one, lang));
    let left_out = fill(&mut out, parts, LONGEST);
    if left_out > 0 {
        out += &format!("\n{}\n", say::left_out(&left_out).get(lang));
    }
    out.push('\n');
    while out.contains("\n\n\n") {
        out = out.replace("\n\n\n", "\n\n");
    }
    characters::shown(&out).into_owned()
}

/// Adds those parts that there is room for, and counts the others.
fn fill(out: &mut String, parts: impl Iterator<Item = String>, longest: usize) -> usize {
    let mut left_out = 0;
    for part in parts {
        match out.len() + part.len() <= longest {
            true => out.push_str(&part),
            false => left_out += 1,
        }
    }
    left_out
}

fn table(run: &Run<'_>, lang: Lang) -> String {
    let head = Text::new(
        "| ファイル | 結果 | 比較 | 検査 | 整形 | 検証 |",
        "| File | Result | Comparison | Check | Format | Tests |",
    );
    let mut out = format!("\n{}\n|---|---|---|---|---|---|\n", head.get(lang));
    for one in &run.judged {
        let path = markdown_line(&one.examined.path);
        let counts = Counts::of(&[one.examined.findings()]);
        let check = match (one.examined.faulty, counts.warnings) {
            (true, _) => say::errors(&counts.errors),
            (false, 0) => say::fine(),
            (false, warnings) => say::warnings(&warnings),
        };
        let format = match one.examined.form {
            Form::Other(_) => say::not_formatted(),
            Form::Canonical => say::formatted(),
            Form::Unknown => Text::new("—", "—"),
        };
        let failed = one.failed_tests().count();
        let tests = match one.tests.len() {
            0 => "—".to_owned(),
            all => format!("{}/{all}", all - failed),
        };
        let result = match one.fails() || one.is_not_done() {
            true => say::cannot_pass(),
            false => say::may_pass(),
        };
        out += &format!(
            "| {path} | {} | {} | {} | {} | {tests} |\n",
            result.get(lang),
            markdown_line(state(one).get(lang)),
            check.get(lang),
            format.get(lang)
        );
    }
    out
}

/// What is to be said of a policy beyond its row.
fn policy(one: &Judged<'_>, lang: Lang) -> Option<String> {
    let mut out = format!("\n### {}\n\n", markdown_line(&one.examined.path));
    let before = out.len();
    let findings = one.examined.findings();
    for found in findings.diagnostics.iter().filter(|found| found.level == Level::Error) {
        let line = found.span().map_or_else(String::new, |span| {
            let line = findings.sources.position(span).line;
            format!("{}:{line}: ", markdown_line(&findings.path(span.source)))
        });
        out += &format!(
            "- {line}**{}** {}\n",
            found.code,
            markdown_line(found.message.get(lang))
        );
    }
    for tested in one.failed_tests() {
        out += &format!("- {}\n", markdown_line(verdict(tested).get(lang)));
    }
    if let (Some(compared), Against::Other(_)) = (&one.compared, &one.examined.against) {
        let reasons = compared.reasons();
        let mut drawn = Vec::new();
        if !reasons.is_empty() {
            drawn.push(ComparisonSection {
                heading: say::why_not().get(lang).to_owned(),
                items: reasons.iter().map(|reason| reason.told(lang)).collect(),
            });
        }
        let told = sections::decisions(&compared.comparison, lang).into_iter();
        drawn.extend(told.map(|sections::Section { heading, items }| ComparisonSection { heading, items }));
        let options = ComparisonOptions {
            sections: drawn,
            ..ComparisonOptions::default()
        };
        out.push('\n');
        out += &comparison::markdown(&compared.comparison.table, &options);
    }
    (out.len() > before).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn what_does_not_fit_is_counted() {
        let mut out = "頭".to_owned();
        let parts = ["あ", "長い部分", "い"].map(str::to_owned).into_iter();
        assert_eq!((fill(&mut out, parts, 9), out.as_str()), (1, "頭あい"));
    }
}
