//! `hoshin fmt`.

use std::path::PathBuf;

use clap::Args;

use super::help::{EXIT_CODES, TEMPLATE};

#[derive(Debug, Args)]
#[command(
    about = "方針の書き方を標準の形に整えます。意味や文言は変えません",
    override_usage = "hoshin fmt [オプション] <ファイル>...",
    after_help = EXIT_CODES,
    help_template = TEMPLATE,
    next_help_heading = "オプション"
)]
pub(in crate::cli) struct FmtArguments {
    #[arg(
        required = true,
        value_name = "ファイル",
        help_heading = "引数",
        help = "整えるファイル（- は標準入力を読み、標準出力に書きます）"
    )]
    pub(in crate::cli) files: Vec<PathBuf>,

    #[arg(
        display_order = 10,
        long,
        help = "書き換えずに、整えたときの差分を表示します。差分があれば終了コードは 1 です"
    )]
    pub(in crate::cli) check: bool,
}
