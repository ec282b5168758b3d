//! H0514, H0517, H0521: what still identifies a person after the 加工.

use super::super::subject::Subject;
use super::super::words;
use super::generalisation;
use super::processed::Processed;
use crate::diagnostic::{Code, Diagnostic, Text};
use crate::norm::Processing;
use crate::region::Witness;
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
    let direct = survivors.intersection(&graph.leaves_with(Attribute::DirectIdentifier));
    // Statistics hold no item of one person, whatever they were made from.
    if !direct.is_empty() && !matches!(state, Processing::Raw | Processing::Aggregate) {
        diagnostics.push(identifier(subject, processed, &direct));
    }
    let quasi = survivors.intersection(&graph.leaves_with(Attribute::QuasiIdentifier));
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
    let survivors = words::quoted(&words::described(subject.data(), direct));
    let state = processed.norm.processing;
    let witness = Witness {
        data: direct.first().unwrap_or_default(),
        ..Witness::under(processed.norm)
    };
    let request = witness.told(subject, &[processed.norm]);
    let (article, article_en) = match state {
        Processing::Pseudonymised => (
            "仮名加工情報では、個人を識別できる記述を削除します（個人情報保護法41条1項）",
            "pseudonymising removes what identifies a person (APPI article 41(1))",
        ),
        Processing::Anonymised => (
            "匿名加工情報では、個人を識別できる記述を削除します（個人情報保護法43条1項）",
            "anonymising removes what identifies a person (APPI article 43(1))",
        ),
        _ => (
            "それだけで個人が分かる情報が残っていれば、個人を識別できない状態とはいえません",
            "data that holds what identifies a person by itself is not de-identified",
        ),
    };
    Diagnostic::new(
        Code::H0514,
        Text::new(
            format!("「{}」に加工しても{}が残ります", state.word(), survivors.ja),
            format!("{} survives the processing to `{}`", survivors.en, state.english()),
        ),
    )
    .label(
        processed.transform.span,
        Text::new(format!("{clause}の加工"), format!("the processing of {clause}")),
    )
    .note(Text::new(
        format!("例えば、{}ことになります。{article}", request.ja),
        format!("it still permits {}; {article_en}", request.en),
    ))
    .help(Text::new(
        format!("`除外` に{}を加えるか、`残す` で残すものを限ってください", survivors.ja),
        format!("add {} to 除外, or say with 残す what may remain", survivors.en),
    ))
}

fn together(subject: &Subject<'_>, processed: &Processed<'_>, names: &[String]) -> Diagnostic {
    let clause = subject.cited(processed.id);
    let names = words::quoted(names);
    Diagnostic::new(
        Code::H0517,
        Text::new(
            format!("加工の後に{}がそろって残ります", names.ja),
            format!("{} survive the processing together", names.en),
        ),
    )
    .label(
        processed.transform.span,
        Text::new(format!("{clause}の加工"), format!("the processing of {clause}")),
    )
    .note(Text::new(
        "一つでは個人が分からなくても、三つ以上を組み合わせると特定されることがあります",
        "none identifies a person by itself; three or more together may",
    ))
    .help(Text::new(
        "必要のないものを除外するか、年代や都道府県のような粗いものに一般化してください。十分に粗ければ、このままで構いません",
        "drop what is not needed, or generalise it; where each is coarse enough, leave it as it is",
    ))
}

fn identifying_triple(subject: &Subject<'_>, processed: &Processed<'_>) -> Diagnostic {
    let clause = subject.cited(processed.id);
    Diagnostic::new(
        Code::H0521,
        Text::new(
            "加工の後に「生年月日」「性別」「郵便番号」がそろって残ります",
            "生年月日, 性別 and 郵便番号 survive the processing together",
        ),
    )
    .label(
        processed.transform.span,
        Text::new(format!("{clause}の加工"), format!("the processing of {clause}")),
    )
    .note(Text::new(
        "この三つがそろうと、ほとんどの人を特定できることが知られています",
        "these three together are known to identify most people",
    ))
    .help(Text::new(
        "少なくとも一つを除外するか、`一般化［生年月日 → 年代］` のように粗くしてください",
        "drop one of them, or generalise it: `一般化［生年月日 → 年代］`",
    ))
}
