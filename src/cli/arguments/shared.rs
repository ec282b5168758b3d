//! What several commands take.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// What decides how grave a finding is.
#[derive(Debug, Args)]
pub(in crate::cli) struct Levels {
    #[arg(
        display_order = 20,
        long,
        help = "文言から読み取っただけの意味を認めず、［］に書くことを求めます"
    )]
    pub(in crate::cli) strict: bool,

    #[arg(
        display_order = 21,
        long,
        value_name = "対象",
        help = "エラーとして扱います: warnings（すべての警告）か、番号。繰り返せます"
    )]
    pub(in crate::cli) deny: Vec<String>,

    #[arg(
        display_order = 22,
        long,
        value_name = "番号",
        help = "この番号の警告や参考を表示しません。繰り返せます"
    )]
    pub(in crate::cli) allow: Vec<String>,
}

/// What a company may change about the page.
#[derive(Debug, Args)]
pub(in crate::cli) struct PageArguments {
    #[arg(
        display_order = 11,
        long,
        value_name = "CSS",
        help = "HTML の見た目を変える CSS のファイル"
    )]
    pub(in crate::cli) theme: Option<PathBuf>,

    #[arg(
        display_order = 12,
        long,
        value_name = "HTML",
        help = "HTML のひな形。{{page}} のところに方針が入ります"
    )]
    pub(in crate::cli) template: Option<PathBuf>,
}

/// The name that standard input goes by.
#[derive(Debug, Args)]
pub(in crate::cli) struct StdinName {
    #[arg(
        display_order = 30,
        long,
        value_name = "パス",
        help = "標準入力をこのパスのファイルとして扱います（取込もここから探します）"
    )]
    pub(in crate::cli) stdin_name: Option<PathBuf>,
}

/// What a comparison must not bring.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum FailOn {
    #[value(help = "承認のない広がり")]
    Unacknowledged,
    Wider,
    Narrower,
    Any,
}
