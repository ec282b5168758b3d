//! The arguments, as clap reads them: one file a command. What a user sees here is Japanese; clap's own headings are replaced.
//!
//! Help, completions and manual are made from these definitions; `docs/cli.md` is the help.

mod ask;
mod build;
mod check;
mod ci;
mod diff;
mod fmt;
mod global;
mod help;
mod reference;
mod render;
mod shared;
mod test;

use std::ffi::OsString;

use clap::{ArgAction, Parser, Subcommand};

pub(super) use ask::AskArguments;
pub(super) use build::BuildArguments;
pub(super) use check::{CheckArguments, CheckFormat};
pub(super) use ci::CiArguments;
pub(super) use diff::{ColumnOrder, DiffArguments, DiffFormat, DiffPart};
pub(super) use fmt::FmtArguments;
pub(super) use global::{ColorArgument, Global, LangArgument};
pub(super) use reference::{CompletionsArguments, ExplainArguments, ManArguments, SchemaArguments, SchemaOf};
pub(super) use render::{RenderArguments, RenderFormat};
pub(super) use shared::{FailOn, Levels, PageArguments};
pub(super) use test::{TestArguments, TestFormat};

use help::{EXIT_CODES, TEMPLATE};

/// Everything the user said.
#[derive(Debug, Parser)]
#[command(
    name = "hoshin",
    version,
    about = "方針: プライバシーポリシーを検査し、公表するページと、機械で扱える規則を作ります",
    override_usage = "hoshin <コマンド> [オプション]",
    after_help = EXIT_CODES,
    help_template = TEMPLATE,
    subcommand_help_heading = "コマンド",
    next_help_heading = "オプション",
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    subcommand_required = true,
    arg_required_else_help = true,
    infer_long_args = false
)]
pub(super) struct Arguments {
    #[command(flatten)]
    pub(super) global: Global,

    #[arg(display_order = 103, short = 'V', long, action = ArgAction::Version, help = "版を表示します")]
    version: Option<bool>,

    #[command(subcommand)]
    pub(super) command: Command,
}

/// What hoshin is asked to do.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Check(CheckArguments),
    Build(BuildArguments),
    Diff(DiffArguments),
    Ci(CiArguments),
    Render(RenderArguments),
    Ask(AskArguments),
    Test(TestArguments),
    Explain(ExplainArguments),
    Fmt(FmtArguments),
    #[command(
        about = "メッセージの番号を一覧します",
        override_usage = "hoshin codes [オプション]",
        help_template = TEMPLATE,
        next_help_heading = "オプション"
    )]
    Codes,
    Schema(SchemaArguments),
    Completions(CompletionsArguments),
    Man(ManArguments),
}

/// Reads the arguments, the program's own name first.
pub(super) fn parse(arguments: &[OsString]) -> Result<Arguments, clap::Error> {
    Arguments::try_parse_from(arguments)
}
