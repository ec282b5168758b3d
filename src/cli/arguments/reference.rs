//! `hoshin explain`, `schema`, `completions` and `man`: what hoshin tells of itself.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::help::{TEMPLATE, values};

#[derive(Debug, Args)]
#[command(
    about = "メッセージの番号について、意味と直し方を説明します",
    override_usage = "hoshin explain [オプション] <番号>",
    after_help = "例: hoshin explain H0201",
    help_template = TEMPLATE,
    next_help_heading = "オプション"
)]
pub(in crate::cli) struct ExplainArguments {
    #[arg(
        required = true,
        value_name = "番号",
        help_heading = "引数",
        help = "番号（H0201、C0002）か、その英語名（unresolved-name）"
    )]
    pub(in crate::cli) code: String,
}

#[derive(Debug, Args)]
#[command(
    about = "出力の JSON Schema を表示します",
    override_usage = "hoshin schema [オプション] [対象]",
    help_template = TEMPLATE,
    next_help_heading = "オプション"
)]
pub(in crate::cli) struct SchemaArguments {
    #[arg(
        value_name = "対象",
        value_enum,
        default_value_t = SchemaOf::Bundle,
        hide_possible_values = true,
        hide_default_value = true,
        help_heading = "引数",
        help = values::<SchemaOf>(None)
    )]
    pub(in crate::cli) of: SchemaOf,
}

#[derive(Debug, Args)]
#[command(
    about = "シェルの補完の設定を表示します",
    override_usage = "hoshin completions [オプション] <シェル>",
    after_help = "例: hoshin completions bash > ~/.local/share/bash-completion/completions/hoshin",
    help_template = TEMPLATE,
    next_help_heading = "オプション"
)]
pub(in crate::cli) struct CompletionsArguments {
    #[arg(
        required = true,
        value_name = "シェル",
        value_enum,
        hide_possible_values = true,
        help_heading = "引数",
        help = "bash、zsh、fish、powershell、elvish のどれか"
    )]
    pub(in crate::cli) shell: clap_complete::Shell,
}

#[derive(Debug, Args)]
#[command(
    about = "マニュアル（man ページ）を表示するか、フォルダーに書き出します",
    override_usage = "hoshin man [オプション] [フォルダー]",
    help_template = TEMPLATE,
    next_help_heading = "オプション"
)]
pub(in crate::cli) struct ManArguments {
    #[arg(
        value_name = "フォルダー",
        help_heading = "引数",
        help = "すべてのコマンドのページを書き出す先（省略時は hoshin(1) を標準出力に書きます）"
    )]
    pub(in crate::cli) folder: Option<PathBuf>,
}

/// Whose JSON Schema is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum SchemaOf {
    #[value(help = "規則。省略時")]
    Bundle,
    #[value(help = "check --format json")]
    Diagnostics,
    #[value(help = "ask --json")]
    Decision,
    #[value(help = "test --format json")]
    Tests,
    #[value(help = "diff --format json")]
    Diff,
    #[value(help = "ci --json")]
    Ci,
    #[value(help = "build --conformance")]
    Conformance,
}
