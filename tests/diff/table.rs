//! Edits of known effect: the rows they give, and no others.

use hoshin::internals::diff::pairing::{self, pair};
use hoshin::internals::diff::table::{Cell, Line, Row, RowKind, Table, TableOptions};
use hoshin::internals::diff::wording::WordingOptions;
use hoshin::internals::document::Document;
use hoshin::internals::policy::Policy;
use proptest::prelude::*;

use super::documents::{documents, revisions};
use super::revisions::{SHOP, policy, with};

pub(super) fn table(old: &Policy, new: &Policy, options: &TableOptions) -> Table {
    Table::new(&old.document, &new.document, &pair(old, new), options)
}

/// A cell as one line: ［…］ around what is marked, ／ between lines.
fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Lines(lines) => {
            let line = |line: &Line| -> String {
                let pieces = line.pieces.iter();
                pieces
                    .map(|piece| {
                        if piece.marked {
                            format!("［{}］", piece.words)
                        } else {
                            piece.words.clone()
                        }
                    })
                    .collect()
            };
            lines.iter().map(line).collect::<Vec<_>>().join("／")
        }
        Cell::NewlyMade => "（新設）".to_owned(),
        Cell::Deleted => "（削る）".to_owned(),
        Cell::Omitted(series) => {
            let series = series.iter().map(|numbers| format!("{numbers}（略）"));
            series.collect::<Vec<_>>().join("／")
        }
        Cell::Blank => String::new(),
    }
}

fn told(row: &Row) -> String {
    format!("{} | {}", cell(&row.new), cell(&row.old))
}

/// All rows of the table of two bodies.
fn rows(old: &str, new: &str) -> Vec<String> {
    let table = table(&policy(old), &policy(new), &TableOptions::default());
    table.rows.iter().map(told).collect()
}

#[test]
fn the_same_policy_gives_no_rows() {
    assert_eq!(rows(SHOP, SHOP), Vec::<String>::new());
    assert!(table(&policy(SHOP), &policy(SHOP), &TableOptions::default()).is_empty());
}

#[test]
fn a_changed_word_shows_its_heading_and_what_is_left_out() {
    let new = with(&[("最後のご注文から3年間", "最後のご注文から5年間")]);
    assert_eq!(
        rows(SHOP, &new),
        [
            "1.（略） | 1.（略）",
            "2. 情報の保管 | 2. 情報の保管",
            "お預かりした情報は、店主だけが開くことのできる棚に保管します。保管の期間は、最後のご注文から［5年間］です。 | \
             お預かりした情報は、店主だけが開くことのできる棚に保管します。保管の期間は、最後のご注文から［3年間］です。",
            "（略）／3.（略） | （略）／3.（略）",
        ]
    );
}

/// The rows that show a change, each with its kind.
fn changes(old: &str, new: &str) -> Vec<String> {
    let table = table(&policy(old), &policy(new), &TableOptions::default());
    table
        .changes()
        .map(|row| {
            let remarks: Vec<String> = row.remarks.iter().map(|remark| format!(" {remark:?}")).collect();
            format!("{:?}: {}{}", row.kind, told(row), remarks.concat())
        })
        .collect()
}

fn chapters() -> [&'static str; 3] {
    let (first, rest) = SHOP.split_once("章 保管").expect("a second chapter");
    let (second, third) = rest.split_once("章 問合せ").expect("a third chapter");
    [first, second, third]
}

/// Fails unless the edit gives these changed rows and no others.
#[track_caller]
fn gives(new: &str, expected: &[&str]) {
    assert_eq!(changes(SHOP, new), expected);
}

#[test]
fn a_paragraph_that_came_is_one_row() {
    gives(
        &with(&[(
            "  ※「お届け先",
            "  「贈り物のときは、お相手のお名前もお知らせください。」\n  ※「お届け先",
        )]),
        &["Added: ［贈り物のときは、お相手のお名前もお知らせください。］ | （新設）"],
    );
}

#[test]
fn a_paragraph_that_went_is_one_row() {
    gives(
        &with(&[("  「ご注文の際には、次の情報もお知らせいただきます。」\n", "")]),
        &["Removed: （削る） | ［ご注文の際には、次の情報もお知らせいただきます。］"],
    );
}

#[test]
fn a_bullet_that_came_is_one_row() {
    gives(
        &with(&[("  ・「お届け先", "  ・「お支払いの方法」\n  ・「お届け先")]),
        &["Added: ［・お支払いの方法］ | （新設）"],
    );
}

#[test]
fn a_chapter_that_moved_is_its_heading_with_both_numbers_marked() {
    let [first, second, third] = chapters();
    let new = format!("章 保管{second}{first}章 問合せ{third}");
    assert_eq!(
        rows(SHOP, &new),
        [
            "［1.］ 情報の保管 | ［2.］ 情報の保管",
            "（略）／2.、3.（略） | （略）／1.、3.（略）",
        ]
    );
    gives(
        &new,
        &["Changed: ［1.］ 情報の保管 | ［2.］ 情報の保管 Moved { from: None, number: Some(\"2.\") }"],
    );
}

#[test]
fn numbers_that_count_on_are_no_change() {
    let new = format!("章 序「はじめに」{{「この店は、お客様の情報を大切に預かります。」}}\n{SHOP}");
    assert_eq!(
        rows(SHOP, &new),
        [
            "［1. はじめに］／［この店は、お客様の情報を大切に預かります。］ | （新設）",
            "2.～4.（略） | 1.～3.（略）",
        ]
    );
}

#[test]
fn a_chapter_that_went_is_one_row_with_all_its_wording() {
    let [first, _, third] = chapters();
    gives(
        &format!("{first}章 問合せ{third}"),
        &[
            "Removed: （削る） | ［2. 情報の保管］／［お預かりした情報は、店主だけが開くことのできる棚に保管します。\
             保管の期間は、最後のご注文から3年間です。］／［保管の期間］／［情報 ｜ 期間］／［注文の控え ｜ 3年］／\
             ［お問い合わせの記録 ｜ 1年］",
        ],
    );
}

#[test]
fn an_emptied_slot_is_told_from_a_chapter_that_went() {
    let [first, _, third] = chapters();
    gives(
        &format!("{first}章 保管「削除」{{}}\n章 問合せ{third}"),
        &[
            "Retired: 2. ［削除］ | 2. ［情報の保管］／［お預かりした情報は、店主だけが開くことのできる棚に保管します。\
             保管の期間は、最後のご注文から3年間です。］／［保管の期間］／［情報 ｜ 期間］／［注文の控え ｜ 3年］／\
             ［お問い合わせの記録 ｜ 1年］ Retired",
        ],
    );
}

#[test]
fn another_name_is_no_change_of_wording() {
    gives(&with(&[("章 取得「", "章 収集「"), ("{取得}", "{収集}")]), &[]);
}

#[test]
fn another_title_shows_where_it_is_quoted_as_well() {
    gives(
        &with(&[("章 取得「取得する情報」", "章 取得「お預かりする情報」")]),
        &[
            "Changed: 1. ［お預かりする］情報 | 1. ［取得する］情報",
            "Changed: ご不明な点は、［1. お預かりする情報］に定める情報とともに、店主までお尋ねください。 | \
             ご不明な点は、［1. 取得する情報］に定める情報とともに、店主までお尋ねください。",
        ],
    );
}

#[test]
fn a_paragraph_split_in_two_is_one_row_with_nothing_marked() {
    let new = with(&[("保管します。保管の", "保管します。」\n  「保管の")]);
    let [one, two] = [
        "お預かりした情報は、店主だけが開くことのできる棚に保管します。",
        "保管の期間は、最後のご注文から3年間です。",
    ];
    gives(&new, &[&format!("Changed: {one}／{two} | {one}{two} Divided")]);
    assert_eq!(
        changes(&new, SHOP),
        [format!("Changed: {one}{two} | {one}／{two} United")]
    );
}

#[test]
fn a_split_paragraph_shows_what_else_changed_in_it() {
    let new = with(&[(
        "保管します。保管の期間は、最後のご注文から3年",
        "保管します。」\n  「保管の期間は、最後のご注文から5年",
    )]);
    let found = changes(SHOP, &new);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains("ご注文から［5年間］です"), "{found:?}");
}

#[test]
fn a_chapter_split_in_two_is_the_new_heading() {
    let new = with(&[(
        "  表「保管の期間」",
        "}\n章 期間「保管の期間について」{\n  表「保管の期間」",
    )]);
    gives(
        &new,
        &["Added: ［3. 保管の期間について］ | （新設） SplitOff(\"2. 情報の保管\")"],
    );
    assert_eq!(
        changes(&new, SHOP),
        ["Removed: （削る） | ［3. 保管の期間について］ MergedInto(\"2. 情報の保管\")"]
    );
}

#[test]
fn a_heading_set_over_some_paragraphs_moves_none_of_them() {
    gives(
        &with(&[("  表「", "  節「期間」{\n 表「"), ("「1年」\n  }", "「1年」\n  }}")]),
        &["Added: ［(1) 期間］ | （新設）"],
    );
}

#[test]
fn a_paragraph_written_anew_stands_beside_the_one_it_replaces() {
    let new = with(&[(
        "当店は、会員登録の際に、お客様のお名前とご住所をお知らせいただきます。",
        "会員になられるときは、登録の画面でお名前と連絡先をご記入ください。",
    )]);
    let found = changes(SHOP, &new);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("Changed: "), "{found:?}");
}

#[test]
fn a_table_row_shows_the_head_of_its_table() {
    let new = with(&[("「お問い合わせの記録」「1年」", "「お問い合わせの記録」「2年」")]);
    assert_eq!(
        rows(SHOP, &new)[3..=6],
        [
            "保管の期間 | 保管の期間",
            "情報 ｜ 期間 | 情報 ｜ 期間",
            "（略） | （略）",
            "お問い合わせの記録 ｜ ［2年］ | お問い合わせの記録 ｜ ［1年］",
        ]
    );
    assert_eq!(changes(SHOP, &new).len(), 1);
}

#[test]
fn bullets_in_another_order_are_the_one_that_moved() {
    gives(
        &with(&[(
            "  ・「電話番号」\n  ・「メールアドレス」",
            "  ・「メールアドレス」\n  ・「電話番号」",
        )]),
        &["Changed: ・電話番号 | ・電話番号 Moved { from: None, number: None }"],
    );
}

#[test]
fn a_paragraph_that_moved_says_where_it_stood() {
    let sentence = "ご注文の際には、次の情報もお知らせいただきます。";
    let paragraph = format!("  「{sentence}」\n");
    let new = with(&[
        (&paragraph, ""),
        (
            "章 問合せ「お問い合わせ」{\n",
            &format!("章 問合せ「お問い合わせ」{{\n{paragraph}"),
        ),
    ]);
    gives(
        &new,
        &[&format!(
            "Changed: {sentence} | {sentence} Moved {{ from: Some(\"1. 取得する情報\"), number: None }}"
        )],
    );
}

#[test]
fn a_bullet_made_a_paragraph_shows_its_mark() {
    gives(
        &with(&[("  ・「お届け先のご住所」", "  「お届け先のご住所」")]),
        &["Changed: お届け先のご住所 | ［・］お届け先のご住所"],
    );
}

#[test]
fn layout_is_no_change() {
    let new = SHOP.replace("店主だけが", "\n    店主だけが\n    ").replace("  ", "\t");
    gives(&new, &[]);
}

#[test]
fn widths_are_a_change_unless_they_are_folded() {
    let new = with(&[("3年間", "３年間")]);
    assert_eq!(changes(SHOP, &new).len(), 1);
    let options = TableOptions {
        wording: WordingOptions { fold_width: true },
        ..TableOptions::default()
    };
    assert!(table(&policy(SHOP), &policy(&new), &options).is_empty());
}

#[test]
fn an_address_behind_the_same_words_is_a_change() {
    let body = |address: &str| format!("「お問い合わせは[窓口]({address})まで。」");
    assert_eq!(
        changes(&body("https://shop.example/a"), &body("https://shop.example/b")).len(),
        1
    );
}

#[test]
fn a_reference_to_another_clause_is_a_change_even_under_the_same_number() {
    let body = |first: &str, second: &str| {
        format!(
            "章 {first}「甲の件」{{「甲について定めます。」}}\n章 {second}「乙の件」{{「{{甲.番号}}のとおりです。」}}"
        )
    };
    let old = body("甲", "乙");
    let new = "章 丙「保存期間」{「まったく別の文をここに置きます。」}\n章 乙「乙の件」{「{丙.番号}のとおりです。」}";
    assert!(
        changes(&old, new).contains(&"Changed: ［1］のとおりです。 | ［1］のとおりです。".to_owned()),
        "{:?}",
        changes(&old, new)
    );
}

#[test]
fn documents_about_different_things_are_all_gone_and_all_new() {
    let other =
        "章 送料「送料について」{「送料は全国一律です。」}\n章 返品「返品と交換」{「未開封の品に限り承ります。」}";
    let table = table(&policy(SHOP), &policy(other), &TableOptions::default());
    let kinds: Vec<RowKind> = table.rows.iter().map(|row| row.kind).collect();
    use RowKind::{Added, Removed};
    assert_eq!(kinds, [Removed, Removed, Removed, Added, Added]);
}

#[test]
fn without_omission_every_row_is_there_once() {
    let options = TableOptions {
        omit_same: false,
        ..TableOptions::default()
    };
    let table = table(&policy(SHOP), &policy(SHOP), &options);
    assert!(
        table
            .rows
            .iter()
            .all(|row| row.kind == RowKind::Same && row.old == row.new)
    );
    // Title, three headings, four paragraphs, three bullets, a note; a table with caption, heads and two rows.
    assert_eq!(table.rows.len(), 1 + 3 + 4 + 3 + 1 + 4);
}

/// The words of one side, in no order.
fn words(rows: &[Row], side: fn(&Row) -> &Cell) -> Vec<String> {
    let lines = rows.iter().filter_map(|row| match side(row) {
        Cell::Lines(lines) => Some(lines),
        _ => None,
    });
    let mut words: Vec<String> = lines.flatten().map(Line::text).collect();
    words.sort();
    words
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn a_document_beside_itself_gives_no_rows(document in documents()) {
        prop_assert_eq!(beside(&document, &document, true).rows, Vec::<Row>::new());
    }

    #[test]
    fn nothing_is_lost_and_the_other_direction_says_the_same((old, new) in revisions()) {
        let there = beside(&old, &new, false);
        // What a side shows is what it shows beside itself.
        let (of_old, of_new) = (beside(&old, &old, false), beside(&new, &new, false));
        prop_assert_eq!(words(&there.rows, |row| &row.old), words(&of_old.rows, |row| &row.old));
        prop_assert_eq!(words(&there.rows, |row| &row.new), words(&of_new.rows, |row| &row.new));
        let back = beside(&new, &old, false);
        let changed = |table: &Table, side: fn(&Row) -> &Cell| {
            words(&table.changes().cloned().collect::<Vec<_>>(), side)
        };
        prop_assert_eq!(changed(&back, |row| &row.old), changed(&there, |row| &row.new));
        prop_assert_eq!(changed(&back, |row| &row.new), changed(&there, |row| &row.old));
    }

    #[test]
    fn with_omission_the_changes_are_the_same((old, new) in revisions()) {
        let (short, long) = (beside(&old, &new, true), beside(&old, &new, false));
        let told = |table: &Table| table.changes().map(told).collect::<Vec<_>>();
        prop_assert_eq!(told(&short), told(&long));
        prop_assert!(short.rows.iter().all(|row| row.kind != RowKind::Same));
        let omitted = |row: &Row| row.kind == RowKind::Omitted;
        prop_assert!(!short.rows.windows(2).any(|pair| omitted(&pair[0]) && omitted(&pair[1])));
    }
}

pub(super) fn beside(old: &Document, new: &Document, omit_same: bool) -> Table {
    let options = TableOptions {
        omit_same,
        ..TableOptions::default()
    };
    Table::new(old, new, &pairing::documents(old, new), &options)
}
