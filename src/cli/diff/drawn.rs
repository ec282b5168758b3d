//! What was compared, in the form that was asked for.

use super::compared::Compared;
use super::failing::{self, Reason};
use crate::cli::arguments::{ColumnOrder, DiffArguments, DiffFormat, DiffPart};
use crate::cli::console::{Console, Stream};
use crate::cli::environment;
use crate::cli::error::CliError;
use crate::cli::error_code::CliCode;
use crate::cli::sentences::options::{self as say, Labels};
use crate::diagnostic::{Annotated, Lang, github, neutral, sarif};
use crate::diff::{ChangedLines, json, sections, summary};
use crate::render::comparison::{self, ComparisonOptions, ComparisonSection, TerminalOptions};

/// How a comparison is laid out for people.
#[derive(Debug)]
pub(super) struct Layout {
    new_label: String,
    old_label: String,
    old_first: bool,
    parts: Vec<DiffPart>,
}

impl Layout {
    /// Reads what the user asked for.
    ///
    /// # Errors
    /// `C0001` for labels that are not two.
    pub(super) fn read(arguments: &DiffArguments) -> Result<Self, CliError> {
        let mut parts = arguments.only.clone();
        if parts.is_empty() {
            parts = vec![DiffPart::Decisions, DiffPart::Summary, DiffPart::Table];
        }
        let usual = ComparisonOptions::default();
        let (new_label, old_label) = match &arguments.labels {
            None => (usual.new_label, usual.old_label),
            Some(labels) => labels_of(labels).ok_or_else(|| not_two_labels(labels))?,
        };
        Ok(Self {
            new_label,
            old_label,
            old_first: arguments.order == ColumnOrder::OldNew,
            parts,
        })
    }

    /// Draws all comparisons.
    ///
    /// # Errors
    /// `C0001` for several comparisons in a form that holds one.
    pub(super) fn draw(
        &self,
        compared: &[Compared<'_>],
        arguments: &DiffArguments,
        console: &Console,
    ) -> Result<String, CliError> {
        let annotated = || -> Vec<Annotated<'_>> {
            let annotated = compared.iter().map(|one| Annotated {
                annotations: failing::remarks(&one.comparison, &arguments.fail_on, &changed(one)),
                findings: one.new.findings(),
            });
            annotated.collect()
        };
        Ok(match arguments.format {
            DiffFormat::Human => self.human(compared, arguments, console),
            DiffFormat::Html => match compared {
                [one] => comparison::html(&one.comparison.table, &self.page(one, arguments)),
                _ => return Err(several()),
            },
            DiffFormat::Markdown => {
                let drawn = compared.iter();
                let drawn = drawn.map(|one| comparison::markdown(&one.comparison.table, &self.page(one, arguments)));
                drawn.collect::<Vec<_>>().join("\n")
            }
            DiffFormat::Json => json::render(
                &compared
                    .iter()
                    .map(|one| json::Compared {
                        old: &one.old.subject.name,
                        new: &one.new.subject.name,
                        comparison: &one.comparison,
                        fails: reasons(one, arguments).map(|reason| reason.text().0.clone()).collect(),
                    })
                    .collect::<Vec<_>>(),
            ),
            DiffFormat::Draft => {
                let drafts = compared.iter().map(|one| summary::source(&one.comparison));
                drafts.collect::<Vec<_>>().join("\n")
            }
            DiffFormat::Sarif => sarif::render_annotations(&annotated(), console.lang),
            DiffFormat::Github => github::render_annotations(&annotated(), console.lang),
        })
    }

    fn human(&self, compared: &[Compared<'_>], arguments: &DiffArguments, console: &Console) -> String {
        let terminal = TerminalOptions {
            width: environment::width(),
            colour: arguments.output.is_none() && console.colour(Stream::Out),
        };
        let mut out = String::new();
        for one in compared {
            if compared.len() > 1 {
                if !out.is_empty() {
                    out.push('\n');
                }
                let (old, new) = (&one.old.subject.name, &one.new.subject.name);
                out.push_str(&format!("{} → {}\n\n", neutral::line(old), neutral::line(new)));
            }
            let options = self.options(one, console.lang);
            out.push_str(&comparison::terminal(&one.comparison.table, &options, terminal));
        }
        out
    }

    /// The options of a form that is passed on: it says itself why the run failed.
    fn page(&self, one: &Compared<'_>, arguments: &DiffArguments) -> ComparisonOptions {
        let mut options = self.options(one, Lang::Ja);
        let items: Vec<String> = reasons(one, arguments).map(|reason| reason.told(Lang::Ja)).collect();
        if !items.is_empty() {
            let heading = "この改定を通さない理由".to_owned();
            options.sections.insert(0, ComparisonSection { heading, items });
        }
        options
    }

    fn options(&self, one: &Compared<'_>, lang: Lang) -> ComparisonOptions {
        let mut drawn = Vec::new();
        if self.parts.contains(&DiffPart::Decisions) {
            drawn.extend(sections::decisions(&one.comparison, lang));
        }
        if self.parts.contains(&DiffPart::Summary) {
            drawn.extend(sections::summary(&one.comparison, lang));
        }
        let drawn = drawn.into_iter();
        let drawn = drawn.map(|sections::Section { heading, items }| ComparisonSection { heading, items });
        ComparisonOptions {
            new_label: self.new_label.clone(),
            old_label: self.old_label.clone(),
            old_first: self.old_first,
            sections: drawn.collect(),
            sections_only: !self.parts.contains(&DiffPart::Table),
            ..ComparisonOptions::default()
        }
    }
}

/// Why the run does not let a comparison pass.
fn reasons<'c>(one: &'c Compared<'_>, arguments: &DiffArguments) -> impl Iterator<Item = Reason<'c>> {
    failing::reasons(&one.comparison, &arguments.fail_on, arguments.allow_unseen).into_iter()
}

/// The lines of the new revision that the old one does not have; none where one of them is a bundle.
fn changed(one: &Compared<'_>) -> ChangedLines {
    let (old, new) = (one.old.subject.sources(), one.new.subject.sources());
    match (old, new) {
        (Some((old, _)), Some((new, _))) => ChangedLines::between(old, new),
        _ => ChangedLines::default(),
    }
}

/// The two labels, that of the new revision first.
fn labels_of(labels: &str) -> Option<(String, String)> {
    let parts: Vec<&str> = labels.split([',', '、', '，']).map(str::trim).collect();
    match parts.as_slice() {
        [new, old] if !new.is_empty() && !old.is_empty() => Some(((*new).to_owned(), (*old).to_owned())),
        _ => None,
    }
}

fn not_two_labels(labels: &str) -> CliError {
    CliError::new(CliCode::C0001, say::not_two_labels(&Labels(labels.to_owned()))).advise(say::new_label_first())
}

fn several() -> CliError {
    CliError::new(CliCode::C0001, say::one_pair_in_html()).advise(say::name_two_or_build())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_may_be_parted_as_a_japanese_text_is() {
        let labels = |text| labels_of(text).map(|(new, old)| format!("{new}|{old}"));
        assert_eq!(labels("改定後,改定前").as_deref(), Some("改定後|改定前"));
        assert_eq!(labels("新、旧").as_deref(), Some("新|旧"));
        assert_eq!(labels("新"), None);
        assert_eq!(labels("新,"), None);
        assert_eq!(labels("a,b,c"), None);
    }
}
