//! Properties over generated statements, each laid out in many ways: however a policy is typed, its form is one.

mod layout;

use proptest::prelude::*;

use hoshin::internals::format::{Refused, format};

use super::{assert_faithful, comments, formatted};
use layout::lay_out;

/// A statement with what may stand around it.
#[derive(Debug, Clone)]
pub(super) struct Stmt {
    mark: Option<&'static str>,
    keyword: Option<&'static str>,
    name: Option<&'static str>,
    meanings: Vec<Vec<Part>>,
    wordings: Vec<&'static str>,
    strings: Vec<&'static str>,
    body: Option<Block>,
    /// Comments in its head, in order.
    inside: Vec<String>,
    /// Comments after it on its line; the last may be a `//`.
    trailing: Vec<String>,
}

impl Stmt {
    /// Bare wording, which is known by the 「 that it begins with.
    fn is_paragraph(&self) -> bool {
        self.mark.is_none() && self.keyword.is_none()
    }

    /// Drops the comments that its head has no room for: `//` ends a line, and only in ［］ may a head go on behind it.
    fn with_room_for_comments(mut self) -> Self {
        let line = self.inside.iter().any(|comment| comment.starts_with("//"));
        let named = usize::from(self.keyword.is_some()) + usize::from(self.name.is_some());
        let parts = named + self.meanings.len() + self.wordings.len() + self.strings.len();
        let gap = self.mark.is_some() || self.body.is_some() || parts > 1;
        if self.meanings.is_empty() && (line || !gap) {
            self.inside.clear();
        }
        self
    }
}

/// One thing in ［…］, in canonical form: what may be typed for it is up to the layout.
pub(super) type Part = &'static str;

#[derive(Debug, Clone)]
pub(super) struct Block {
    /// Comments after the brace on its line.
    opening: Vec<String>,
    items: Vec<Piece>,
    /// Whether its writer wants it on one line.
    on_one_line: bool,
}

#[derive(Debug, Clone)]
pub(super) enum Piece {
    Stmt(Stmt),
    Comment(String),
    Blank,
}

const KEYWORDS: &[&str] = &[
    "情報",
    "目的",
    "章",
    "提供",
    "提供しない",
    "場合",
    "項目",
    "特約",
    "加工",
    "除外",
    "最終改定",
    "概要",
    "承認",
    "旧版",
    "番号",
    "行",
];
const NAMES: &[&str] = &[
    "宛名",
    "Cookie",
    "目的",
    "情報",
    "提供先",
    "第３者",
    "dアカウント",
    "_仮",
    "長い名前の付いた情報の項目",
];
const PARTS: &[&str] = &[
    "宛名",
    "目的",
    "運送会社への提供.注文",
    "生年月日 → 年代",
    "国名＝アメリカ合衆国",
    "章＝\"第1条\"",
    "期限＝2026-04-01",
    "2026-04-01",
    "令和8年4月1日",
    "２０２６年４月１日",
    "利用の停止または消去の請求にかかる本人確認書類の情報",
];
const WORDINGS: &[&str] = &[
    "「」",
    "「宛名・電話番号」",
    "「（以下「当社」といいます）」",
    "「{当社}は[こちら](https://example.com/#a)と<https://example.com/>に**明記**します。」",
    "「\\{波かっこ\\}と\\「かぎ\\」と // と /* と ［ と \" と ・」",
    "「一行目  \n    二行目\n\n  次の段落」",
    "「Example\nAds」",
    "「　全角の空白で始まり終わる　」",
];
const STRINGS: &[&str] = &["\"2025-04-01.policy\"", "\"https://example.com/a//b\"", "\"\""];

fn some_of(pool: &'static [&'static str], least: usize, most: usize) -> impl Strategy<Value = Vec<&'static str>> {
    prop::collection::vec(prop::sample::select(pool), least..=most)
}

fn line_comment() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["//", "// 一行", "/// 「", "// ・x  ", "// /* 「 { 一"]).prop_map(str::to_owned)
}

fn block_comment() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["/**/", "/* 一 */", "/* // } */", "/* 複数\n   行 」 */"]).prop_map(str::to_owned)
}

fn ending_comments() -> impl Strategy<Value = Vec<String>> {
    let some = (
        prop::collection::vec(block_comment(), 0..2),
        prop::option::of(line_comment()),
    );
    prop_oneof![
        4 => Just(Vec::new()),
        1 => some.prop_map(|(mut comments, last)| {
            comments.extend(last);
            comments
        }),
    ]
}

fn head() -> impl Strategy<Value = Stmt> {
    let mark = prop_oneof![3 => Just(None), 2 => Just(Some("・")), 1 => Just(Some("※"))];
    let parts = (
        prop::collection::vec(some_of(PARTS, 0, 6), 0..3),
        some_of(WORDINGS, 0, 2),
        some_of(STRINGS, 0, 1),
    );
    let keyword = prop::option::weighted(0.6, prop::sample::select(KEYWORDS));
    let name = prop::option::of(prop::sample::select(NAMES));
    let inside = prop_oneof![
        4 => Just(Vec::new()),
        1 => prop::collection::vec(prop_oneof![block_comment(), line_comment()], 1..3),
    ];
    (mark, keyword, name, parts, inside, ending_comments()).prop_map(
        |(mark, keyword, name, (meanings, mut wordings, strings), inside, trailing)| {
            // Without mark and keyword it is a paragraph, which begins with its wording.
            let paragraph = mark.is_none() && keyword.is_none();
            let name = name.filter(|_| !paragraph);
            let bare = paragraph || (keyword.is_none() && name.is_none());
            if bare && wordings.is_empty() {
                wordings.push("「段落」");
            }
            Stmt {
                mark,
                keyword,
                name,
                meanings,
                wordings,
                strings,
                body: None,
                inside,
                trailing,
            }
        },
    )
}

fn pieces(statement: impl Strategy<Value = Stmt>) -> impl Strategy<Value = Vec<Piece>> {
    let piece = prop_oneof![
        6 => statement.prop_map(Piece::Stmt),
        1 => prop_oneof![block_comment(), line_comment()].prop_map(Piece::Comment),
        1 => Just(Piece::Blank),
    ];
    prop::collection::vec(piece, 0..5)
}

fn statement() -> impl Strategy<Value = Stmt> {
    head()
        .prop_map(Stmt::with_room_for_comments)
        .prop_recursive(3, 24, 5, |inner| {
            let block =
                (ending_comments(), pieces(inner), any::<bool>()).prop_map(|(opening, items, on_one_line)| Block {
                    opening,
                    items,
                    on_one_line,
                });
            (head(), prop::option::of(block)).prop_map(|(head, body)| Stmt { body, ..head }.with_room_for_comments())
        })
}

/// Every comment of the generated statements.
fn all_comments(pieces: &[Piece]) -> Vec<String> {
    pieces
        .iter()
        .flat_map(|piece| match piece {
            Piece::Blank => Vec::new(),
            Piece::Comment(comment) => vec![comment.clone()],
            Piece::Stmt(stmt) => {
                let mut found = [stmt.inside.clone(), stmt.trailing.clone()].concat();
                if let Some(block) = &stmt.body {
                    found.extend(block.opening.clone());
                    found.extend(all_comments(&block.items));
                }
                found
            }
        })
        .collect()
}

/// Scraps of the language, most of which make no sense together.
const SCRAPS: &[&str] = &[
    "・",
    "※",
    "章",
    "目的",
    "情報",
    "例",
    "宛名",
    "２",
    "2026-04-01",
    "令和8年",
    "「",
    "」",
    "「一」",
    "「二\n三」",
    "［",
    "］",
    "[",
    "]",
    "［宛名］",
    "[]",
    "{",
    "}",
    "｛",
    "｝",
    "{}",
    "、",
    ",",
    "→",
    "->",
    "＝",
    ":",
    ".",
    "．",
    "\"",
    "\"a\"",
    "//",
    "/*",
    "*/",
    "/* 一 */",
    "// 二\n",
    "\n",
    "\n",
    "\n",
    "\r\n",
    "\r",
    " ",
    " ",
    "　",
    "\u{2028}",
    "\\",
    "**",
    "[こ](#a)",
    "<https://a>",
    "{宛名}",
    "（",
    "）",
    "。",
    "*",
    "-",
    "(1)",
    "第1条",
    "\u{FEFF}",
    "\u{0}",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_lost_however_it_is_laid_out(pieces in pieces(statement()), noise in prop::collection::vec(any::<u8>(), 1..80)) {
        let source = lay_out(&pieces, &noise);
        let out = assert_faithful(&source);
        let mut written: Vec<String> = all_comments(&pieces).iter().map(|c| c.split_whitespace().collect()).collect();
        written.sort();
        prop_assert_eq!(comments(&out), written);
    }

    #[test]
    fn two_layouts_of_the_same_statements_come_out_alike(
        pieces in pieces(statement()),
        one in prop::collection::vec(any::<u8>(), 1..80),
        other in prop::collection::vec(any::<u8>(), 1..80),
    ) {
        let one = lay_out(&pieces, &one);
        let other = lay_out(&pieces, &other);
        prop_assert_eq!(formatted(&one), formatted(&other), "from\n{}\nand\n{}", one, other);
    }

    #[test]
    fn any_scraps_are_refused_or_formatted_faithfully(scraps in prop::collection::vec(prop::sample::select(SCRAPS), 0..24)) {
        let source = scraps.concat();
        match format(&source) {
            Ok(_) => drop(assert_faithful(&source)),
            Err(Refused::SyntaxErrors(found)) => prop_assert!(!found.is_empty()),
            Err(refused) => prop_assert!(false, "{:?} of {:?}", refused, source),
        }
    }
}
