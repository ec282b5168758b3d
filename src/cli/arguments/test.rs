//! `hoshin test`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::help::{TEMPLATE, values};
use super::shared::StdinName;

#[derive(Debug, Args)]
#[command(
    about = "方針に書かれた検証の答え合わせをし、どの規則を検証したかを数えます",
    override_usage = "hoshin test [オプション] <ファイル>...",
    after_help = TEST_NOTES,
    help_template = TEMPLATE,
    next_help_heading = "オプション"
)]
pub(in crate::cli) struct TestArguments {
    #[arg(
        required = true,
        value_name = "ファイル",
        help_heading = "引数",
        help = "方針（.policy）か規則（bundle.json）。- は標準入力"
    )]
    pub(in crate::cli) files: Vec<PathBuf>,

    #[arg(
        display_order = 10,
        long,
        value_name = "語",
        help = "題にこの語を含む検証だけを行います。繰り返すと、どれかを含むもの"
    )]
    pub(in crate::cli) filter: Vec<String>,

    #[arg(
        display_order = 11,
        short,
        long,
        conflicts_with = "verbose",
        help = "失敗した検証とまとめだけを表示します"
    )]
    pub(in crate::cli) quiet: bool,

    #[arg(display_order = 12, short, long, help = "成功した検証にも、根拠の説明を付けます")]
    pub(in crate::cli) verbose: bool,

    #[arg(display_order = 13, long, help = "どの検証でも答えを決めていない規則を一覧します")]
    pub(in crate::cli) coverage: bool,

    #[arg(
        display_order = 14,
        long,
        value_name = "形式",
        value_enum,
        default_value_t = TestFormat::Human,
        hide_possible_values = true,
        hide_default_value = true,
        help = format!("表示の形式: {}", values(Some(TestFormat::Human)))
    )]
    pub(in crate::cli) format: TestFormat,

    #[command(flatten)]
    pub(in crate::cli) stdin: StdinName,
}

/// How the results are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum TestFormat {
    Human,
    #[value(help = "hoshin.tests/1")]
    Json,
    Junit,
}

const TEST_NOTES: &str = "\
検証した規則:
  検証の問いに対し、そのまま、または答えの条件や加工がそろったときに、答えを決める規則です。

終了コード:
  0  すべて成功した（検証がないときを含む）
  1  失敗した検証がある、--filter に合う検証がない、または方針に誤りがある
  2  実行できなかった（引数の誤り、読めないファイル、使えない規則など）";
