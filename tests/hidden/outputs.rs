//! Every output that the library makes of policies.

use hoshin::internals::bundle::Bundle;
use hoshin::internals::decide::Question;
use hoshin::internals::decide::json::{Identity, Responder};
use hoshin::internals::diagnostic::{Annotated, Findings, Lang, Level, github, human, json, sarif};
use hoshin::internals::diff::annotations::annotations;
use hoshin::internals::diff::{self, compare, sections, summary};
use hoshin::internals::opa;
use hoshin::internals::policy::Policy;
use hoshin::internals::render::comparison::{self, ComparisonOptions, ComparisonSection, TerminalOptions};
use hoshin::internals::render::{self, Entry, Link, Navigation, Neighbours, PageOptions};
use hoshin::internals::source::SourceMap;

/// What is made of one policy: what it is called, and the text.
pub(super) fn of_policy(policy: &Policy, bundle: &Bundle, words: &str) -> Vec<(&'static str, String)> {
    let neighbours = Neighbours {
        former: vec![(words.to_owned(), None)],
        navigation: Some(Navigation {
            past: Some(words.to_owned()),
            history: "history.html".to_owned(),
            previous: None,
            links: vec![Link {
                words: words.to_owned(),
                href: "x.html".to_owned(),
            }],
        }),
    };
    let entry = Entry {
        name: words.to_owned(),
        summary: vec![words.to_owned()],
        ..Entry::default()
    };
    let page = PageOptions::default();
    let mut outputs = vec![
        ("the page", render::html(policy, &page)),
        ("a page of the archive", render::html_among(policy, &page, &neighbours)),
        ("the list of revisions", render::history(policy, &[entry], &page)),
        ("the text", render::text(policy)),
        ("the Markdown", render::markdown(policy)),
        ("the bundle", bundle.to_json()),
    ];
    outputs.extend(
        opa::bundle(policy, bundle.digest())
            .into_iter()
            .map(|file| ("a file for OPA", file.text)),
    );
    outputs.extend(answers(policy));
    outputs
}

fn answers(policy: &Policy) -> Vec<(&'static str, String)> {
    let question = Question {
        act: "提供",
        data: &["氏名"],
        party: Some("加盟店"),
        ..Question::default()
    };
    let identity = Identity { digest: String::new() };
    let reply = Responder::new(policy, identity).question(&question);
    vec![
        ("an answer", reply.to_json()),
        ("an answer, laid out", reply.to_pretty_json()),
    ]
}

/// What is made of two revisions.
pub(super) fn of_revisions(old: &Policy, new: &Policy, words: &str) -> Vec<(&'static str, String)> {
    let comparison = compare(old, new, &diff::Options::default());
    let mut listed = sections::decisions(&comparison, Lang::Ja);
    listed.extend(sections::summary(&comparison, Lang::En));
    let options = ComparisonOptions {
        new_label: words.to_owned(),
        old_label: words.to_owned(),
        remarks: true,
        sections: listed
            .into_iter()
            .map(|section| ComparisonSection {
                heading: section.heading,
                items: section.items,
            })
            .collect(),
        ..ComparisonOptions::default()
    };
    let terminal = |width| TerminalOptions { width, colour: false };
    let annotated = [Annotated {
        annotations: annotations(
            &comparison,
            hoshin::internals::diff::annotations::Unacknowledged::both(Level::Warning),
            &diff::ChangedLines::default(),
        ),
        findings: None,
    }];
    vec![
        ("the comparison's page", comparison::html(&comparison.table, &options)),
        (
            "the comparison in Markdown",
            comparison::markdown(&comparison.table, &options),
        ),
        (
            "the comparison in a terminal",
            comparison::terminal(&comparison.table, &options, terminal(120)),
        ),
        (
            "the comparison in a narrow terminal",
            comparison::terminal(&comparison.table, &options, terminal(40)),
        ),
        (
            "the comparison in JSON",
            diff::json::render(&[diff::json::Compared {
                old: words,
                new: words,
                comparison: &comparison,
                fails: Vec::new(),
            }]),
        ),
        ("the draft of the summary", summary::source(&comparison)),
        (
            "the annotations in SARIF",
            sarif::render_annotations(&annotated, Lang::Ja),
        ),
        (
            "the annotations for GitHub",
            github::render_annotations(&annotated, Lang::En),
        ),
    ]
}

/// What is told of findings.
pub(super) fn of_findings(
    sources: &SourceMap,
    diagnostics: &[hoshin::internals::diagnostic::Diagnostic],
    folder: &str,
) -> Vec<(&'static str, String)> {
    let findings = [Findings {
        sources,
        diagnostics,
        folder,
    }];
    let english = human::Options {
        lang: Lang::En,
        hints: human::Hints::Shown,
        ..human::Options::default()
    };
    vec![
        ("the findings", human::render(&findings, &human::Options::default())),
        ("the findings in English", human::render(&findings, &english)),
        ("the findings, a line each", human::render_short(&findings, &english)),
        ("the findings in JSON", json::render(&findings, Lang::Ja)),
        ("the findings in SARIF", sarif::render(&findings, Lang::Ja)),
        ("the findings for GitHub", github::render(&findings, Lang::Ja)),
    ]
}
