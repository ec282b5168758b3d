//! From trees to a [`Policy`], in numbered passes. A pass reports all it finds; what an error leaves unresolved is
//! silent in the passes after it, so one fault gives one report.
//!
//! 1. `shape` — which statement may stand where, with which parts.
//! 2. `outline` — the clauses: paths, anchors, numbers.
//! 3. `declare` — the vocabulary: four graphs, linkings, routes.
//! 4. `meaning` — what ［］ and wording refer to; `norms` — the norms with their provenance.
//! 5. `revisions` — summaries and acknowledgements; `document` — the blocks of the page, `inline` — references, links
//!    and defined terms in running text.
//! 6. `prose` — what the wording itself says: drift, definitions, hard-typed references, spelling.
//! 7. `unused` — names that nothing refers to.

mod about;
mod bare_bullets;
mod clauses;
mod context;
mod countries;
mod coverage;
mod declare;
mod declared;
mod document;
mod elements;
mod fallen_short;
mod inline;
mod joined;
mod kept;
mod kinds;
mod labels;
mod limits;
mod listed;
mod lookalike;
mod meaning;
mod metadata;
mod names;
mod norms;
mod norms_wording;
mod notices;
mod occurrences;
mod options;
mod other_subject;
mod outline;
mod places;
mod polarity;
mod policy_tests;
mod prose;
mod recorded;
mod retired;
mod revisions;
mod rights;
mod said_around;
mod sentences;
mod shape;
mod shown;
mod style;
mod terms;
mod turned;
mod unbounded;
mod unexcepted;
mod unsaid;
mod unused;
mod voided;
mod wholes;
mod words_of;
mod written;

pub use self::occurrences::{Declaration, Form, Occurrences, Thing, Use};
pub use self::options::Options;
#[cfg(test)]
pub(crate) use self::sentences::samples;

use self::context::Context;
use self::labels::Labels;
use self::meaning::Resolver;
use self::names::Names;
use self::sentences::page as say;
use crate::diagnostic::{Code, Diagnostic, Level, Text};
use crate::keyword::Keyword;
use crate::policy::{Policy, Unbound};
use crate::source::SourceMap;
use crate::span::{SourceId, Span};
use crate::syntax::ast::{File, statements};

/// What became of some trees.
#[derive(Debug, Default)]
pub(crate) struct Resolved {
    /// The policy.
    pub(crate) policy: Option<Policy>,
    /// The wordings of its chapters that no norm and no notice stands behind.
    pub(crate) unbound: Vec<Unbound>,
    /// Its sentences that leave a list or an extent open.
    pub(crate) open: Vec<Unbound>,
    /// Where names are given and used.
    pub(crate) occurrences: Occurrences,
    /// What was found.
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// Resolves parsed files. The policy is there when a 方針 is and nothing is in its way.
pub(crate) fn resolve(
    files: &[(SourceId, File)],
    sources: &SourceMap,
    options: &Options,
    before: &[Diagnostic],
) -> Resolved {
    let mut context = Context::new(files, options, before);
    shape::check(&mut context);
    let broken = before.iter().filter(|d| d.level == Level::Error).map(|d| 1 + d.more);
    if broken.sum::<usize>() + context.diagnostics.errors() > MOST_ERRORS {
        context.report(too_many_errors(files, sources));
        return Resolved {
            diagnostics: context.into_found(),
            ..Resolved::default()
        };
    }
    let root = files
        .iter()
        .flat_map(|(_, file)| statements(&file.items))
        .find(|statement| statement.kind == Keyword::Policy);
    let outline = outline::outline(root, &mut context);
    let Some(declared) = declare::declare(&outline, &mut context) else {
        return Resolved {
            diagnostics: context.into_found(),
            ..Resolved::default()
        };
    };
    lookalike::check(&mut context);
    let names = Names::new(&outline, declared, context.suggestions.clone());
    for diagnostic in labels::shared(&names) {
        context.report(diagnostic);
    }
    let mut resolver = Resolver {
        labels: Labels::new(&names, sources),
        names,
        context: &mut context,
    };
    let norms = norms::norms(root, &outline, &mut resolver);
    if let Some(root) = root {
        polarity::check(root, &norms, &mut resolver);
        unbounded::check(root, &norms, &mut resolver);
        // What seems to be missing may be what could not be read.
        if !resolver.context.has_errors() {
            unexcepted::check(root, &norms, &mut resolver);
            fallen_short::check(root, &norms, &mut resolver);
            listed::check(root, &norms, &mut resolver);
            joined::check(root, &norms, &mut resolver);
            limits::check(root, &mut resolver);
            voided::check(root, &norms, &mut resolver);
            kept::check(root, &norms, &mut resolver);
            countries::check(root, &norms, &mut resolver);
        }
        other_subject::check(root, &mut resolver);
        rights::check(root, &mut resolver);
        bare_bullets::check(root, &mut resolver);
    }
    let unsaid = root.map(|root| unsaid::find(root, &norms, &resolver));
    let tests = policy_tests::tests(root, &mut resolver);
    let mut revisions = revisions::revisions(root, &outline, &mut resolver);
    let mut built = document::document(root, &outline, &norms, &mut revisions, &mut resolver);
    if let Some(root) = root {
        said_around::bind(root, &mut built.counted, &norms, &resolver);
        unbounded::check_stated_purposes(&built.counted, &norms, &mut resolver);
    }
    let reached = norms.purposes_reach().cloned();
    let norms = norms_wording::worded(norms, &built.document);
    let notices = notices::notices(&outline, &built.document);
    let metadata = metadata::metadata(root, &mut resolver);
    if let Some(root) = root {
        kept::check_days(root, &metadata.dates, &mut resolver);
    }
    let coverage = coverage::coverage(&built.document, &built.counted, &built.terms, &resolver.labels);
    let unbound = coverage::unbound(&built.counted, &resolver.labels);
    let open = coverage::open_sentences(&built.counted, &built.terms, &resolver.labels);
    for diagnostic in coverage::unbound_claims(&built.counted, &resolver.labels) {
        resolver.context.report(diagnostic);
    }
    prose::check(&built, &mut resolver);
    resolver.names.report_former(resolver.context);
    let occurrences = recorded::occurrences(&built, &resolver);
    let broken = before.iter().any(|d| d.level == Level::Error);
    unsaid::report(unsaid.unwrap_or_default(), broken, &mut resolver);
    let silent = broken || resolver.context.has_errors();
    if let Some(root) = root.filter(|_| !silent) {
        unused::check(root.head.source, &occurrences, reached.as_ref(), &mut resolver);
    }
    let vocabulary = resolver.names.into_vocabulary();
    let revisions = revisions.finish(&built.document);
    let policy = (root.is_some() && !silent).then(|| Policy {
        metadata,
        vocabulary,
        document: built.document,
        norms: norms.norms,
        notices,
        terms: built.terms.terms,
        tests,
        transfers_abroad: norms.transfers_abroad,
        revisions,
        sources: sources.iter().map(|(_, source)| source.name().to_owned()).collect(),
        coverage,
    });
    Resolved {
        policy,
        unbound,
        open,
        occurrences,
        diagnostics: context.into_found(),
    }
}

/// With more errors in the statements themselves than this, what they say together is not judged.
const MOST_ERRORS: usize = 1000;

fn too_many_errors(files: &[(SourceId, File)], sources: &SourceMap) -> Diagnostic {
    // The file that was named is read last: what it imports stands before it.
    let entry = files.last().map_or(SourceId(0), |(id, _)| *id);
    let first = sources.get(entry).text().chars().next().map_or(0, char::len_utf8);
    Diagnostic::new(Code::H0904, say::too_many_errors(&MOST_ERRORS))
        .label(Span::new(entry, 0, first), Text::empty())
        .help(say::mend_the_statements_first())
}
