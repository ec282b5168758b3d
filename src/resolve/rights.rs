//! 権利 and 手数料: which requests a person may make, and what they cost (APPI articles 32 to 39; GDPR articles 13 to 22 and 77).

use std::collections::BTreeSet;

use super::meaning::Resolver;
use super::sentences::facts::{Choices, Kind};
use super::sentences::notices as say;
use super::words_of::Words;
use crate::characters;
use crate::diagnostic::{Code, Diagnostic, Text};
use crate::keyword::Keyword;
use crate::span::Span;
use crate::syntax::ast::{MeaningItem, Path, Statement};
use crate::text::sentence::Name;
use crate::wording::quantities::quantities;
use crate::wording::report;

/// A request that a person may make, and words of which one tells of it on a page.
struct Right {
    name: &'static str,
    words: &'static [&'static str],
}

const fn right(name: &'static str, words: &'static [&'static str]) -> Right {
    Right { name, words }
}

/// The requests of the Act, then those of the GDPR that it does not have.
const RIGHTS: [Right; 16] = [
    right(
        "利用目的の通知",
        &[
            "利用目的の通知",
            "利用目的の御通知",
            "利用目的のご通知",
            "利用目的を通知",
            "利用目的のお知らせ",
        ],
    ),
    right("開示", &["開示"]),
    right("訂正", &["訂正", "修正"]),
    right("追加", &["追加"]),
    right("削除", &["削除", "消去", "抹消"]),
    right("利用停止", &["停止", "利用をやめ", "利用の中止"]),
    right("消去", &["消去", "削除", "抹消"]),
    right("第三者提供の停止", &["停止", "提供をやめ", "提供の中止"]),
    right(
        "第三者提供記録の開示",
        &[
            "提供記録",
            "提供の記録",
            "提供に関する記録",
            "提供に係る記録",
            "記録の開示",
        ],
    ),
    right("アクセス", &["アクセス"]),
    right("移転", &["移転", "移行", "ポータビリティ", "持ち運"]),
    right("処理の制限", &["制限"]),
    right("異議", &["異議"]),
    right("同意の撤回", &["撤回", "取り消", "取消"]),
    right("苦情", &["苦情", "不服"]),
    right("自動化された決定", &["自動化", "自動的な"]),
];

/// Reads and reports what 権利 and 手数料 say in ［］.
pub(super) fn check(root: &Statement, resolver: &mut Resolver<'_, '_, '_, '_>) {
    let mut offered = BTreeSet::new();
    let mut fees = Vec::new();
    let mut open = vec![(root, Vec::new())];
    while let Some((block, around)) = open.pop() {
        match block.kind {
            Keyword::Test => continue,
            Keyword::DataSubjectRights => rights(block, &around, &mut offered, resolver),
            Keyword::Fees => fees.push((block, around.clone())),
            _ => {}
        }
        let inner: Vec<&Statement> = around.iter().copied().chain([block]).collect();
        open.extend(block.children().map(|child| (child, inner.clone())));
    }
    for (statement, around) in fees {
        fee(statement, &around, &offered, resolver);
    }
}

fn rights(
    statement: &Statement,
    around: &[&Statement],
    offered: &mut BTreeSet<&'static str>,
    resolver: &mut Resolver<'_, '_, '_, '_>,
) {
    let text = words(statement, around, resolver);
    for item in statement.meaning_items() {
        let Some(path) = resolver.expect_name(item, Kind::Request) else {
            continue;
        };
        let Some(right) = known(path, resolver) else { continue };
        offered.insert(right.name);
        unsaid(right.name, right.words, path.span, statement, &text, resolver);
    }
}

fn fee(
    statement: &Statement,
    around: &[&Statement],
    offered: &BTreeSet<&'static str>,
    resolver: &mut Resolver<'_, '_, '_, '_>,
) {
    let text = words(statement, around, resolver);
    for item in statement.meaning_items() {
        let MeaningItem::Pair(key, value) = item else {
            resolver.context.report(
                Diagnostic::new(Code::H0304, say::not_a_fee())
                    .label(item.span(), Text::empty())
                    .help(say::write_request_and_fee()),
            );
            continue;
        };
        let path = Path {
            segments: vec![key.clone()],
            span: key.span,
        };
        let Some(right) = known(&path, resolver) else { continue };
        let (amount, place) = (value.text(), value.span());
        let of_nothing = !offered.is_empty() && !offered.contains(right.name);
        let free = ["無料", "無償", "なし", "実費"].contains(&amount.as_str());
        let read = quantities(&characters::key(&amount));
        if !free && read.is_empty() {
            resolver.context.report(
                Diagnostic::new(Code::H0304, say::no_amount(&Name(amount)))
                    .label(place, Text::empty())
                    .help(say::write_request_and_fee()),
            );
        } else if of_nothing {
            resolver.context.report(
                Diagnostic::new(Code::H0304, say::fee_for_nothing(&Name(right.name.to_owned())))
                    .label(key.span, Text::empty())
                    .help(say::name_what_is_offered(&Choices::of(
                        &offered.iter().copied().collect::<Vec<_>>(),
                    ))),
            );
        } else if !free && !read.iter().all(|amount| quantities(&text).contains(amount)) {
            let found = report::unstated_in_wording(&amount, place, statement.place());
            resolver.context.report(found);
        }
    }
}

/// The request of a name; reports a name that is none.
fn known(path: &Path, resolver: &mut Resolver<'_, '_, '_, '_>) -> Option<&'static Right> {
    let text = path.text();
    let found = RIGHTS.iter().find(|right| right.name == characters::key(&text));
    if found.is_none() && !resolver.context.is_excused(&text) {
        let names: Vec<&str> = RIGHTS.iter().map(|right| right.name).collect();
        resolver.unknown_value(path, Kind::Request, &names);
    }
    found
}

/// What a notice says, or of a silent one what stands around it.
fn words(statement: &Statement, around: &[&Statement], resolver: &Resolver<'_, '_, '_, '_>) -> String {
    let mut all = Words::own(statement);
    let chapter = around.iter().rev().find(|block| {
        matches!(
            block.kind,
            Keyword::Chapter | Keyword::Section | Keyword::Subsection | Keyword::Policy
        )
    });
    if let Some(chapter) = chapter {
        all.whole(chapter);
    }
    let read = all
        .all
        .iter()
        .map(|(wording, _)| resolver.labels.read(wording).passage.text.clone());
    read.collect::<Vec<_>>().join("\n")
}

fn unsaid(
    name: &str,
    words: &[&str],
    place: Span,
    statement: &Statement,
    text: &str,
    resolver: &mut Resolver<'_, '_, '_, '_>,
) {
    if !words.iter().any(|word| text.contains(word)) {
        let found = report::unstated_in_wording(name, place, statement.place());
        resolver.context.report(found);
    }
}
