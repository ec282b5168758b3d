//! `hoshin diff`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::help::{TEMPLATE, values};
use super::shared::{FailOn, StdinName};

#[derive(Debug, Args)]
#[command(
    about = "二つの版を比べ、新旧対照表と、許可・禁止の変わるところを表示します",
    override_usage = "hoshin diff [オプション] <改定前> <改定後>\n        hoshin diff [オプション] <改定後>\n        hoshin diff [オプション] <フォルダー>",
    after_help = DIFF_NOTES,
    help_template = TEMPLATE,
    next_help_heading = "オプション"
)]
pub(in crate::cli) struct DiffArguments {
    #[arg(
        required = true,
        num_args = 1..=2,
        value_name = "版",
        help_heading = "引数",
        help = "改定前と改定後。改定後だけなら、その旧版と比べます"
    )]
    pub(in crate::cli) revisions: Vec<PathBuf>,

    #[arg(
        display_order = 10,
        long,
        value_name = "形式",
        value_enum,
        default_value_t = DiffFormat::Human,
        hide_possible_values = true,
        hide_default_value = true,
        help = format!("表示の形式: {}", values(Some(DiffFormat::Human)))
    )]
    pub(in crate::cli) format: DiffFormat,

    #[arg(
        display_order = 11,
        long,
        value_name = "部分",
        value_enum,
        hide_possible_values = true,
        help = format!("表示する部分: {}。繰り返せます", values::<DiffPart>(None))
    )]
    pub(in crate::cli) only: Vec<DiffPart>,

    #[arg(
        display_order = 12,
        short,
        long,
        value_name = "ファイル",
        help = "標準出力の代わりに、このファイルに書きます"
    )]
    pub(in crate::cli) output: Option<PathBuf>,

    #[arg(
        display_order = 13,
        long,
        value_name = "新,旧",
        help = "新旧対照表の欄の名前（省略時は 改定後,改定前）"
    )]
    pub(in crate::cli) labels: Option<String>,

    #[arg(
        display_order = 14,
        long,
        value_name = "順",
        value_enum,
        default_value_t = ColumnOrder::NewOld,
        hide_possible_values = true,
        hide_default_value = true,
        help = format!("欄の順: {}", values(Some(ColumnOrder::NewOld)))
    )]
    pub(in crate::cli) order: ColumnOrder,

    #[arg(display_order = 15, long, help = "全角と半角だけの違いを、違いとしません")]
    pub(in crate::cli) fold_width: bool,

    #[arg(display_order = 16, long, help = "変わらないところも略さずに表示します")]
    pub(in crate::cli) full: bool,

    #[arg(
        display_order = 20,
        long,
        value_name = "違い",
        value_enum,
        hide_possible_values = true,
        help = format!("この違いがあれば終了コードを 1 にします: {}。繰り返せます", values::<FailOn>(None))
    )]
    pub(in crate::cli) fail_on: Vec<FailOn>,

    #[arg(
        display_order = 21,
        long,
        help = "文言に表れない広がりがあっても、終了コードを 1 にしません"
    )]
    pub(in crate::cli) allow_unseen: bool,

    #[command(flatten)]
    pub(in crate::cli) stdin: StdinName,
}

/// How a comparison is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum DiffFormat {
    Human,
    Html,
    Markdown,
    Json,
    Sarif,
    Github,
    #[value(help = "改定概要の案を 概要 のソースで")]
    Draft,
}

/// What is drawn of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum DiffPart {
    #[value(help = "新旧対照表")]
    Table,
    #[value(help = "許可・禁止の変化")]
    Decisions,
    #[value(help = "改定概要の案と、確かめること")]
    Summary,
}

/// Which revision stands on the left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum ColumnOrder {
    #[value(help = "改定後が左")]
    NewOld,
    OldNew,
}

const DIFF_NOTES: &str = "\
版の指定:
  privacy.policy             方針のファイル（- は標準入力）
  bundle.json                hoshin build が書き出した規則
  git:v1.0:privacy.policy    git の版にあるファイル（パスはリポジトリのルートから。./ で始めれば今いるフォルダーから）
  revisions/                 版ごとのファイルを置いたフォルダー。改定前なら、最も新しい版
                             （改定後がその中にあれば、その一つ前の版）
  一つだけ指定したときは、その方針の旧版と比べます。フォルダーなら、中の版を順に比べます。

終了コード:
  0  比べた（違いがあってもなくても）
  1  文言に表れない広がりがあった。--fail-on に当たる違いがあった。または改定後の方針に誤りがある
  2  実行できなかった（引数の誤り、読めないファイル、誤りのある改定前など）";
