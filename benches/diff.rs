//! What comparing two revisions costs, in ratios to `similar`'s plain comparison by characters of the same two texts in the
//! same run: `cargo bench --bench diff`.
//!
//! Revisions of a generated policy: one word in fifty clauses, a clause in a hundred gone, a clause in a hundred new, one
//! chapter moved. "other" compares the policy with one that shares no sentence; the last lines are inputs that a comparison
//! of each with each would drown in. Then what the two decide differently (`benches/decisions.rs`); alone:
//! `cargo bench --bench diff -- decisions`.

#![expect(clippy::print_stdout, reason = "this program is its output")]
#![expect(clippy::disallowed_methods, reason = "a benchmark measures time")]
#![expect(clippy::unwrap_used, reason = "a benchmark may stop")]

mod decisions;
mod dense;
mod generate;
mod median;

use std::hint::black_box;

use hoshin::internals::diff::pairing::pair;
use hoshin::internals::diff::table::{Table, TableOptions};
use hoshin::internals::document::{
    Binding, Block, Clause, ClauseId, Document, Number, OutlineLevel, Run, default_style,
};
use hoshin::internals::policy::Policy;
use hoshin::internals::render::{comparison, text};
use hoshin::internals::span::{SourceId, Span};
use median::median;
use similar::{Algorithm, capture_diff_slices};

fn main() {
    if std::env::args().any(|argument| argument == "decisions") {
        return decisions::run();
    }
    println!(
        "paragraphs     bytes  changes |    pair    table     page |  similar | pair + table as a multiple of similar"
    );
    for paragraphs in [100, 1_000, 7_000] {
        let old = policy(paragraphs, 0, &|_| Edit::Keep);
        let new = policy(paragraphs, 0, &|index| match index % 100 {
            7 | 57 => Edit::Reword,
            31 => Edit::Drop,
            73 => Edit::Precede,
            _ => Edit::Keep,
        });
        measure("", paragraphs, &old, &new);
    }
    let old = policy(7_000, 0, &|_| Edit::Keep);
    measure("other", 7_000, &old, &policy(7_000, 40_000, &|_| Edit::Keep));
    // What an all-pairs comparison would drown in.
    let sentences: Vec<String> = (0..7_000).map(sentence).collect();
    let reversed: Vec<String> = sentences.iter().rev().cloned().collect();
    measure("reversed", 7_000, &flat(&sentences), &flat(&reversed));
    let reworded: Vec<String> = sentences
        .iter()
        .map(|words| words.replace("お預かり", "取得"))
        .collect();
    measure("all reworded", 7_000, &flat(&sentences), &flat(&reworded));
    measure(
        "one paragraph",
        7_000,
        &flat(&[sentences.concat()]),
        &flat(&[reworded.concat()]),
    );
    let alike = vec![sentence(7); 7_000];
    let fewer = vec![sentence(7).replace("お預かり", "取得"); 6_900];
    measure("all alike", 7_000, &flat(&alike), &flat(&fewer));
    decisions::run();
}

/// One chapter with these paragraphs.
fn flat(paragraphs: &[String]) -> Policy {
    let mut policy = policy(1, 0, &|_| Edit::Keep);
    if let Some(Block::Section { children, .. }) = policy.document.blocks.first_mut() {
        *children = paragraphs.iter().cloned().map(paragraph).collect();
    }
    policy
}

fn measure(name: &str, paragraphs: usize, old: &Policy, new: &Policy) {
    let options = TableOptions::default();
    let pairing = pair(old, new);
    let made = Table::new(&old.document, &new.document, &pairing, &options);
    let rounds = (20_000 / paragraphs).clamp(3, 31);
    let paired = median(rounds, || pair(black_box(old), black_box(new)));
    let table = median(rounds, || {
        Table::new(black_box(&old.document), &new.document, &pairing, &options)
    });
    let page = median(rounds, || {
        comparison::html(black_box(&made), &comparison::ComparisonOptions::default())
    });
    let (left, right) = (text(old), text(new));
    let (a, b): (Vec<char>, Vec<char>) = (left.chars().collect(), right.chars().collect());
    let plain = median(1, || {
        capture_diff_slices(Algorithm::Myers, black_box(&a), black_box(&b))
    });
    println!(
        "{paragraphs:>10} {:>9} {:>8} | {:>7} {:>8} {:>8} | {:>8} | {:.3} {name}",
        left.len(),
        made.changes().count(),
        format!("{paired:.1?}"),
        format!("{table:.1?}"),
        format!("{page:.1?}"),
        format!("{plain:.1?}"),
        (paired + table).as_secs_f64() / plain.as_secs_f64(),
    );
}

enum Edit {
    Keep,
    Reword,
    Drop,
    Precede,
}

/// A policy of chapters with twenty paragraphs each; the third chapter stands last in a revision that edits anything.
fn policy(paragraphs: usize, shift: usize, edit: &dyn Fn(usize) -> Edit) -> Policy {
    let source = "方針「個人情報の取扱いについて」{\n「本文」\n}\n";
    let compiled = hoshin::internals::compile::compile(
        "p.policy",
        source.into(),
        &mut hoshin::internals::compile::NoImports,
        &hoshin::internals::compile::Options::default(),
    );
    let mut policy = compiled.policy.unwrap();
    let mut chapters: Vec<usize> = (0..paragraphs.div_ceil(20)).collect();
    if chapters.len() > 3 && matches!(edit(7), Edit::Reword) {
        let moved = chapters.remove(2);
        chapters.push(moved);
    }
    let mut document = Document {
        title: policy.document.title.clone(),
        style: default_style(),
        ..Document::default()
    };
    for chapter in chapters {
        let clause = ClauseId(document.clauses.len() as u32);
        let bare = (clause.0 + 1).to_string();
        document.clauses.push(Clause {
            keyword: "章",
            kind: "chapter",
            name: Some(format!("章{}", chapter + shift)),
            anchor: format!("章{}", chapter + shift),
            number: Some(Number {
                level: OutlineLevel::Chapter,
                full: format!("{bare}."),
                bare,
            }),
            title: vec![Run::Text(format!("第三者への提供その{}", chapter + shift))],
            headed: true,
            retired: false,
            parent: None,
            span: Span::new(SourceId(0), 0, 0),
        });
        let mut children = Vec::new();
        for index in chapter * 20..(chapter * 20 + 20).min(paragraphs) {
            match edit(index) {
                Edit::Keep => children.push(paragraph(sentence(index + shift))),
                Edit::Reword => children.push(paragraph(sentence(index + shift).replace("お預かり", "取得"))),
                Edit::Drop => {}
                Edit::Precede => {
                    children.push(paragraph(sentence(index + 900_000)));
                    children.push(paragraph(sentence(index + shift)));
                }
            }
        }
        document.blocks.push(Block::Section {
            clause,
            level: OutlineLevel::Chapter,
            norms: Vec::new(),
            children,
        });
    }
    policy.document = document;
    policy
}

fn paragraph(words: String) -> Block {
    Block::Paragraph {
        binding: Binding::default(),
        runs: vec![Run::Text(words)],
    }
}

/// A sentence that differs from others in more than its number.
fn sentence(index: usize) -> String {
    const DATA: [&str; 7] = [
        "氏名と住所",
        "電話番号",
        "購入履歴",
        "閲覧履歴",
        "生年月日",
        "お問い合わせの内容",
        "位置情報",
    ];
    const PARTIES: [&str; 5] = ["配送業者", "加盟店", "広告配信事業者", "決済代行業者", "地方公共団体"];
    const PURPOSES: [&str; 11] = [
        "商品の発送",
        "代金の決済",
        "品ぞろえの改善",
        "広告の配信",
        "不正の防止",
        "統計の作成",
        "会員証の発行",
        "催しの案内",
        "抽選と発送",
        "お問い合わせへの回答",
        "契約の履行",
    ];
    format!(
        "当店は、お客様からお預かりした{}（{index}番）を、{}の{}のために、{}に提供します。",
        DATA[index % 7],
        DATA[index / 7 % 7],
        PURPOSES[index / 3 % 11],
        PARTIES[index / 11 % 5]
    )
}
