//! The rules of a SARIF run: what its results are of.

use super::log::{Configuration, Help, Message, Rule};
use super::part::Run;
use crate::diagnostic::annotation::AnnotationRule;
use crate::diagnostic::code::Code;
use crate::diagnostic::level::Level;
use crate::diagnostic::page;
use crate::text::Lang;

/// The rules of a run: the codes in order, then the kinds of annotations as they come.
pub(super) struct Rules<'a> {
    codes: Vec<Code>,
    others: Vec<&'a AnnotationRule>,
}

impl<'a> Rules<'a> {
    pub(super) fn of(parts: &[Run<'a>]) -> Self {
        let findings = parts.iter().filter_map(|part| part.findings);
        let mut codes: Vec<Code> = findings.flat_map(|f| f.diagnostics).map(|d| d.code).collect();
        codes.sort_unstable();
        codes.dedup();
        let mut others: Vec<&AnnotationRule> = Vec::new();
        for annotation in parts.iter().flat_map(|part| part.annotations) {
            if !others.iter().any(|rule| rule.id == annotation.rule.id) {
                others.push(annotation.rule);
            }
        }
        Self { codes, others }
    }

    pub(super) fn of_code(&self, code: Code) -> usize {
        self.codes.partition_point(|one| *one < code)
    }

    pub(super) fn of_annotation(&self, rule: &AnnotationRule) -> usize {
        let known = self.others.iter().position(|one| one.id == rule.id);
        self.codes.len() + known.unwrap_or_default()
    }

    pub(super) fn drawn(&self, lang: Lang) -> Vec<Rule> {
        let codes = self.codes.iter().map(|code| code_rule(*code, lang));
        codes
            .chain(self.others.iter().map(|rule| annotation_rule(rule, lang)))
            .collect()
    }
}

/// The level in the words of SARIF.
pub(super) fn level(level: Level) -> &'static str {
    match level {
        Level::Hint => "note",
        Level::Warning => "warning",
        Level::Error => "error",
    }
}

/// As many characters as GitHub reads of a description.
const LONGEST: usize = 1024;

fn code_rule(code: Code, lang: Lang) -> Rule {
    let (title, heading) = match lang {
        Lang::Ja => (code.title().to_owned(), "何が起きているか"),
        Lang::En => (code.slug().replace('-', " "), "In English"),
    };
    let full = page::first_paragraph(code.page(), heading).unwrap_or(&title);
    Rule {
        id: code.name(),
        name: code.slug(),
        full_description: Message {
            text: full.chars().take(LONGEST).collect(),
        },
        short_description: Message { text: title },
        help_uri: help_uri(env!("CARGO_PKG_REPOSITORY"), code.name()),
        help: Help {
            text: format!("hoshin explain {code}"),
            markdown: page::for_readers(code.page()),
        },
        default_configuration: Configuration {
            level: level(code.level()),
        },
    }
}

/// Where the page of a code is published; nowhere as long as the package names no repository.
fn help_uri(repository: &str, code: &str) -> Option<String> {
    let version = env!("CARGO_PKG_VERSION");
    let repository = repository.trim_end_matches('/');
    (!repository.is_empty()).then(|| format!("{repository}/blob/v{version}/docs/diagnostics/{code}.md"))
}

fn annotation_rule(rule: &AnnotationRule, lang: Lang) -> Rule {
    let help = rule.help.get(lang).to_owned();
    let title = rule.title.get(lang);
    Rule {
        id: rule.id,
        name: rule.id,
        short_description: Message { text: title.to_owned() },
        full_description: Message {
            text: match lang {
                Lang::Ja => format!("{title}。{help}"),
                Lang::En => format!("{title}. {help}"),
            },
        },
        help_uri: None,
        help: Help {
            text: help.clone(),
            markdown: help,
        },
        default_configuration: Configuration {
            level: level(rule.level),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::help_uri;

    #[test]
    fn pages_are_linked_as_soon_as_there_is_a_place_for_them() {
        assert_eq!(help_uri("", "H0201"), None);
        let version = env!("CARGO_PKG_VERSION");
        assert_eq!(
            help_uri("https://mihon.example/hoshin/", "H0201"),
            Some(format!(
                "https://mihon.example/hoshin/blob/v{version}/docs/diagnostics/H0201.md"
            ))
        );
    }
}
