//! `hoshin check`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::help::{EXIT_CODES, TEMPLATE, values};
use super::shared::{Levels, StdinName};

#[derive(Debug, Args)]
#[command(
    about = "方針を検査し、見つかった問題をすべて表示します",
    override_usage = "hoshin check [オプション] <ファイル>...",
    after_help = EXIT_CODES,
    help_template = TEMPLATE,
    next_help_heading = "オプション"
)]
pub(in crate::cli) struct CheckArguments {
    #[arg(
        required = true,
        value_name = "ファイル",
        help_heading = "引数",
        help = "検査するファイル（- は標準入力）"
    )]
    pub(in crate::cli) files: Vec<PathBuf>,

    #[arg(
        display_order = 10,
        long,
        value_name = "形式",
        value_enum,
        default_value_t = CheckFormat::Human,
        hide_possible_values = true,
        hide_default_value = true,
        help = format!("表示の形式: {}", values(Some(CheckFormat::Human)))
    )]
    pub(in crate::cli) format: CheckFormat,

    #[command(flatten)]
    pub(in crate::cli) levels: Levels,

    #[arg(
        display_order = 23,
        long,
        help = "human と short で、参考（文言から読み取った意味など）も表示します"
    )]
    pub(in crate::cli) hints: bool,

    #[arg(
        display_order = 24,
        long,
        help = "章ごとに、文言のどれだけが規則に結び付いているかも表示します（human と json）"
    )]
    pub(in crate::cli) report: bool,

    #[arg(display_order = 25, long, help = "旧版 と比べません")]
    pub(in crate::cli) no_previous: bool,

    #[command(flatten)]
    pub(in crate::cli) stdin: StdinName,
}

/// How findings are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum CheckFormat {
    Human,
    #[value(help = "1 行ずつ")]
    Short,
    Json,
    Sarif,
    Github,
}
