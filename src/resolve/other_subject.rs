//! Acts that the operator does alone, of which the words say that somebody else does them: 取得「提携会社が氏名を取得します。」

use super::kinds::act_of;
use super::labels::Read;
use super::meaning::Resolver;
use super::turned::verbs;
use super::words_of::Words;
use crate::keyword::Keyword;
use crate::norm::Act;
use crate::span::Span;
use crate::syntax::ast::Statement;
use crate::vocabulary::{ConceptId, Dimension};
use crate::wording::polarity::{Claim, Polarity};
use crate::wording::report;

/// What stands between a subject and a verb that is another's: 「提携会社が提供する情報を取得します」.
const OF_ANOTHER: [&str; 9] = ["する", "した", "して", "され", "った", "てい", "ない", "おり", "れる"];

/// Reports each such permission.
pub(super) fn check(block: &Statement, resolver: &mut Resolver<'_, '_, '_, '_>) {
    for child in block.children().filter(|child| child.kind != Keyword::Test) {
        if let Some(act) = act_of(child.kind).filter(|act| !act.has_other_party())
            && let Some((party, place)) = done_by(child, act, resolver)
        {
            let name = resolver.names.graph(Dimension::Party).get(party).name.clone();
            resolver
                .context
                .report(report::another_subject(&name, act.word(), place, child.place()));
        }
        check(child, resolver);
    }
}

/// Who does it, and where the words say so. Silent where anything else in the words affirms the act.
fn done_by(statement: &Statement, act: Act, resolver: &Resolver<'_, '_, '_, '_>) -> Option<(ConceptId, Span)> {
    let words = Words::own(statement);
    let mut found = None;
    for (wording, _) in words.all.iter().filter(|(_, note)| !note) {
        let read = resolver.labels.read(wording);
        for claim in read.claims() {
            let affirmed = matches!(claim.polarity, Polarity::Affirmed | Polarity::Limited);
            if affirmed && verbs(act).contains(&claim.verb) {
                let subject = subject(&read, claim, resolver)?;
                found.get_or_insert(subject);
            }
        }
    }
    found
}

/// The party other than the operator that a clause has as its only subject.
fn subject(read: &Read, claim: &Claim, resolver: &Resolver<'_, '_, '_, '_>) -> Option<(ConceptId, Span)> {
    let text = &read.passage.text;
    let clause = text.get(claim.clause.start..claim.words.start)?;
    let graph = resolver.names.graph(Dimension::Party);
    let operator = resolver.names.declared.operator;
    let place = read.passage.span(claim.clause.clone());
    let parties = (read.found.iter()).filter(|found| found.dimension == Dimension::Party && place.contains(found.span));
    for found in parties {
        let [id] = found.concepts.as_slice() else { continue };
        let label = resolver.labels.text(found.span);
        let Some((before, behind)) = clause.split_once(label) else {
            continue;
        };
        let others = operator == Some(*id) || before.contains('は') || before.contains('が');
        let rest = behind.strip_prefix('は').or_else(|| behind.strip_prefix('が'));
        let Some(rest) = rest.filter(|_| !others) else { continue };
        let of_another = OF_ANOTHER.iter().any(|word| rest.contains(word)) || rest.contains('は');
        if !of_another && graph.get(*id).name != "当社" {
            return Some((*id, found.span));
        }
    }
    None
}
