//! `hoshin render`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::help::{EXIT_CODES, TEMPLATE, values};
use super::shared::{Levels, PageArguments, StdinName};

#[derive(Debug, Args)]
#[command(
    about = "方針を一つの形式に変換し、標準出力に書きます",
    override_usage = "hoshin render [オプション] <ファイル> --format <形式>",
    after_help = EXIT_CODES,
    help_template = TEMPLATE,
    next_help_heading = "オプション"
)]
pub(in crate::cli) struct RenderArguments {
    #[arg(
        required = true,
        value_name = "ファイル",
        help_heading = "引数",
        help = "方針のファイル（- は標準入力）"
    )]
    pub(in crate::cli) file: PathBuf,

    #[arg(
        display_order = 10,
        long,
        value_name = "形式",
        value_enum,
        hide_possible_values = true,
        help = format!("変換する形式（必須）: {}", values::<RenderFormat>(None))
    )]
    pub(in crate::cli) format: RenderFormat,

    #[command(flatten)]
    pub(in crate::cli) page: PageArguments,

    #[command(flatten)]
    pub(in crate::cli) levels: Levels,

    #[command(flatten)]
    pub(in crate::cli) stdin: StdinName,
}

/// What a policy is turned into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum RenderFormat {
    Html,
    Text,
    Markdown,
}
