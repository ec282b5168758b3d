//! H0515, H0516: what a 加工 names that is not there, and what it both keeps and drops.

use super::super::subject::Subject;
use super::super::words;
use super::processed::Processed;
use crate::diagnostic::{Code, Diagnostic, Text};
use crate::vocabulary::{ConceptId, LeafSet};

/// How a 加工 names something that the clause does not hold.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Named {
    Dropped,
    Kept,
    Replaced,
}

pub(super) fn check(subject: &Subject<'_>, processed: &Processed<'_>) -> Vec<Diagnostic> {
    let graph = subject.data();
    let transform = processed.transform;
    let had = subject.with_linked(&processed.before(subject));
    let results = LeafSet::union_all(transform.generalise.iter().map(|(_, to)| graph.leaves_of(*to)));
    let there = had.union(&results);
    let mut missing: Vec<(Named, ConceptId)> = Vec::new();
    let mut look = |named: Named, id: ConceptId, among: &LeafSet| {
        if !graph.leaves_of(id).intersects(among) {
            missing.push((named, id));
        }
    };
    for id in &transform.drop {
        look(Named::Dropped, *id, &there);
    }
    for id in &transform.keep {
        look(Named::Kept, *id, &there);
    }
    for (from, _) in &transform.generalise {
        look(Named::Replaced, *from, &there);
    }
    let mut diagnostics: Vec<Diagnostic> = [Named::Dropped, Named::Kept, Named::Replaced]
        .into_iter()
        .filter_map(|named| {
            let of_kind = missing.iter().filter(|(kind, _)| *kind == named);
            let ids: Vec<ConceptId> = of_kind.map(|(_, id)| *id).collect();
            (!ids.is_empty()).then(|| absent(subject, processed, named, &ids))
        })
        .collect();
    let dropped = graph.leaves_of_all(&transform.drop);
    let both: Vec<ConceptId> = transform
        .keep
        .iter()
        .copied()
        .filter(|id| graph.leaves_of(*id).is_subset(&dropped))
        .collect();
    if !both.is_empty() {
        diagnostics.push(kept_and_dropped(subject, processed, &both));
    }
    diagnostics
}

fn absent(subject: &Subject<'_>, processed: &Processed<'_>, named: Named, ids: &[ConceptId]) -> Diagnostic {
    let graph = subject.data();
    let clause = subject.cited(processed.id);
    let names = words::quoted(&words::names(graph, ids));
    let had = words::quoted(&words::names(graph, &processed.norm.data.named));
    let (message, help) = match named {
        Named::Dropped => (
            Text::new(
                format!("除外する{}は、項目にありません", names.ja),
                format!("{} is dropped and never was among the items", names.en),
            ),
            Text::new(
                "除外から外してください。項目に書き忘れたのなら、項目に加えます",
                "take it out of 除外, or add it to the items if it was forgotten",
            ),
        ),
        Named::Kept => (
            Text::new(
                format!("残す{}は、項目にありません", names.ja),
                format!("{} is kept and never was among the items", names.en),
            ),
            Text::new(
                "項目に加えてください。ほかの情報から作るのなら、`一般化［生年月日 → 年代］` のように書きます",
                "add it to the items; where it is made from something else write, for example, `一般化［生年月日 → 年代］`",
            ),
        ),
        Named::Replaced => (
            Text::new(
                format!("一般化する{}は、項目にありません", names.ja),
                format!("{} is generalised and never was among the items", names.en),
            ),
            Text::new(
                "一般化から外してください。項目に書き忘れたのなら、項目に加えます",
                "take it out of 一般化, or add it to the items if it was forgotten",
            ),
        ),
    };
    Diagnostic::new(Code::H0515, message)
        .label(
            processed.transform.span,
            Text::new(format!("{clause}の加工"), format!("the processing of {clause}")),
        )
        .label(
            subject.span(processed.id),
            Text::new(format!("項目は{}", had.ja), format!("its items: {}", had.en)),
        )
        .help(help)
}

fn kept_and_dropped(subject: &Subject<'_>, processed: &Processed<'_>, ids: &[ConceptId]) -> Diagnostic {
    let clause = subject.cited(processed.id);
    let names = words::quoted(&words::names(subject.data(), ids));
    Diagnostic::new(
        Code::H0516,
        Text::new(
            format!("{}を残すと書き、除外するとも書いています", names.ja),
            format!("{} is both kept and dropped", names.en),
        ),
    )
    .label(
        processed.transform.span,
        Text::new(format!("{clause}の加工"), format!("the processing of {clause}")),
    )
    .note(Text::new(
        "除外が優先されるので、残りません",
        "除外 goes first: it does not remain",
    ))
    .help(Text::new(
        "`残す` か `除外` のどちらかから外してください",
        "take it out of 残す or out of 除外",
    ))
}
