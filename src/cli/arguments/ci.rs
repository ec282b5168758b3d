//! `hoshin ci`.

use std::path::PathBuf;

use clap::Args;

use super::help::{TEMPLATE, values};
use super::shared::{FailOn, Levels};

#[derive(Debug, Args)]
#[command(
    about = "変更を、分かれる前の版と比べて検査します。CI で、取り込む前に実行します",
    override_usage = "hoshin ci [オプション] --base <版> [パス]...",
    after_help = CI_NOTES,
    help_template = TEMPLATE,
    next_help_heading = "オプション"
)]
pub(in crate::cli) struct CiArguments {
    #[arg(
        value_name = "パス",
        help_heading = "引数",
        help = "調べる方針か、方針のあるフォルダー（省略時は今いるフォルダー）"
    )]
    pub(in crate::cli) paths: Vec<PathBuf>,

    #[arg(
        display_order = 10,
        long,
        value_name = "版",
        help = "取り込む先のブランチ（必須）。例: origin/main"
    )]
    pub(in crate::cli) base: String,

    #[arg(
        display_order = 11,
        long,
        value_name = "違い",
        value_enum,
        hide_possible_values = true,
        help = format!("通さない違い: {}。繰り返せます", values(Some(FailOn::Unacknowledged)))
    )]
    pub(in crate::cli) fail_on: Vec<FailOn>,

    #[arg(display_order = 12, long, help = "比べる版のない新しい方針を、比べずに通します")]
    pub(in crate::cli) allow_new: bool,

    #[arg(display_order = 13, long, help = "方針がなくなることを許します")]
    pub(in crate::cli) allow_deleted: bool,

    #[arg(display_order = 14, long, help = "比べる元の方針に誤りがあるとき、比べずに通します")]
    pub(in crate::cli) allow_broken_base: bool,

    #[arg(display_order = 15, long, help = "GitHub Actions の注釈も標準出力に書きます")]
    pub(in crate::cli) github: bool,

    #[arg(
        display_order = 16,
        long,
        value_name = "ファイル",
        help = "SARIF 2.1.0 をこのファイルに書きます"
    )]
    pub(in crate::cli) sarif: Option<PathBuf>,

    #[arg(
        display_order = 17,
        long,
        value_name = "ファイル",
        help = "JUnit の XML をこのファイルに書きます"
    )]
    pub(in crate::cli) junit: Option<PathBuf>,

    #[arg(
        display_order = 18,
        long,
        value_name = "ファイル",
        help = "まとめ（Markdown）をこのファイルの終わりに加えます"
    )]
    pub(in crate::cli) summary: Option<PathBuf>,

    #[arg(
        display_order = 19,
        long,
        value_name = "ファイル",
        help = "結果を JSON（hoshin.ci/1）でこのファイルに書きます"
    )]
    pub(in crate::cli) json: Option<PathBuf>,

    #[command(flatten)]
    pub(in crate::cli) levels: Levels,
}

const CI_NOTES: &str = "\
すること:
  パス（省略時は今いるフォルダー）から下のすべての .policy について、検査（check）、
  整形の確認（fmt --check）、検証（test）を行い、分かれたところの同じ方針と比べます（diff）。
  取り込む語彙が変わった方針も、名前を変えた方針も比べます。
  調べられないもの（比べる元が決まらない、比べる版がないなど）が一つでもあれば、
  それを初めに示して 2 で終わります。

終了コード:
  0  通してよい
  1  方針に誤りがある、整形されていない、検証に合わない、または --fail-on に当たる変更がある
  2  調べられなかったものがある（版が見つからない、新しい方針、なくなった方針など）";
