//! H0514, H0517, H0521: what still identifies a person after the 加工.

use super::super::sentences::processing as say;
use super::super::subject::Subject;
use super::super::words;
use super::generalisation;
use super::processed::Processed;
use crate::diagnostic::{Code, Diagnostic};
use crate::norm::Processing;
use crate::region::Witness;
use crate::text::sentence::Items;
use crate::vocabulary::{Attribute, LeafSet};

/// How many quasi-identifiers together are worth a word.
const TOGETHER: usize = 3;

/// Date of birth, sex and postal code identify most people (L. Sweeney, Simple Demographics Often Identify People Uniquely,
/// 2000).
const TRIPLE: [&str; 3] = ["生年月日", "性別", "郵便番号"];

pub(super) fn check(subject: &Subject<'_>, processed: &Processed<'_>) -> Vec<Diagnostic> {
    let graph = subject.data();
    let survivors = processed.survivors(subject);
    let survivors = survivors.difference(&generalisation::faulty_results(subject, processed));
    let mut diagnostics = Vec::new();
    let state = processed.norm.processing;
    let direct = survivors.intersection(graph.leaves_with(Attribute::DirectIdentifier));
    // Statistics hold no item of one person, whatever they were made from.
    if !direct.is_empty() && !matches!(state, Processing::Raw | Processing::Aggregate) {
        diagnostics.push(identifier(subject, processed, &direct));
    }
    let quasi = survivors.intersection(graph.leaves_with(Attribute::QuasiIdentifier));
    if matches!(state, Processing::Deidentified | Processing::Anonymised) && quasi.len() >= TOGETHER {
        let names: Vec<String> = quasi.iter().map(|leaf| words::leaf(graph, leaf)).collect();
        let triple = TRIPLE.iter().all(|name| names.iter().any(|found| found == name));
        diagnostics.push(match triple {
            true => identifying_triple(subject, processed),
            false => together(subject, processed, &names),
        });
    }
    diagnostics
}

fn identifier(subject: &Subject<'_>, processed: &Processed<'_>, direct: &LeafSet) -> Diagnostic {
    let clause = subject.cited(processed.id);
    let survivors = Items(words::quoted(&words::described(subject.data(), direct)));
    let state = processed.norm.processing;
    let witness = Witness {
        data: direct.first().unwrap_or_default(),
        ..Witness::under(processed.norm)
    };
    let request = witness.told(subject, &[processed.norm]);
    let note = match state {
        Processing::Pseudonymised => say::still_pseudonymised(&request),
        Processing::Anonymised => say::still_anonymised(&request),
        _ => say::still_identified(&request),
    };
    Diagnostic::new(Code::H0514, say::identifier_survives(&state, &survivors))
        .label(processed.transform.span, say::processing_of(&clause))
        .note(note)
        .help(say::drop_them(&survivors))
}

fn together(subject: &Subject<'_>, processed: &Processed<'_>, names: &[String]) -> Diagnostic {
    let clause = subject.cited(processed.id);
    Diagnostic::new(Code::H0517, say::survive_together(&Items(words::quoted(names))))
        .label(processed.transform.span, say::processing_of(&clause))
        .note(say::three_may_identify())
        .help(say::drop_or_generalise())
}

fn identifying_triple(subject: &Subject<'_>, processed: &Processed<'_>) -> Diagnostic {
    let clause = subject.cited(processed.id);
    Diagnostic::new(Code::H0521, say::triple_survives())
        .label(processed.transform.span, say::processing_of(&clause))
        .note(say::triple_identifies())
        .help(say::drop_one_of_three())
}
