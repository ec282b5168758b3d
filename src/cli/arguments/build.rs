//! `hoshin build`.

use std::path::PathBuf;

use clap::Args;

use super::help::TEMPLATE;
use super::shared::{Levels, PageArguments, StdinName};

#[derive(Debug, Args)]
#[command(
    about = "方針を検査し、ページ（index.html）、本文（policy.txt）、規則（bundle.json）を書き出します",
    override_usage = "hoshin build [オプション] <ファイル>... -o <フォルダー>",
    after_help = BUILD_NOTES,
    help_template = TEMPLATE,
    next_help_heading = "オプション"
)]
pub(in crate::cli) struct BuildArguments {
    #[arg(
        required = true,
        value_name = "ファイル",
        help_heading = "引数",
        help = "方針のファイル（- は標準入力）"
    )]
    pub(in crate::cli) files: Vec<PathBuf>,

    #[arg(
        display_order = 10,
        short,
        long,
        value_name = "フォルダー",
        help = "書き出す先（必須）"
    )]
    pub(in crate::cli) output: PathBuf,

    #[arg(
        display_order = 14,
        long,
        value_name = "フォルダー",
        conflicts_with = "no_archive",
        help = "過去の版を置いたフォルダー。過去の版のページと改定履歴も書き出します（省略時は旧版をたどる）"
    )]
    pub(in crate::cli) archive: Option<PathBuf>,

    #[arg(
        display_order = 15,
        long,
        help = "旧版があっても、過去の版のページと改定履歴を書き出しません"
    )]
    pub(in crate::cli) no_archive: bool,

    #[command(flatten)]
    pub(in crate::cli) page: PageArguments,

    #[arg(
        display_order = 13,
        long,
        help = "Open Policy Agent で規則を使うためのフォルダー（opa/）も書き出します"
    )]
    pub(in crate::cli) opa: bool,

    #[arg(
        display_order = 16,
        long,
        help = "判断に要るものだけの規則（runtime.json）も書き出します"
    )]
    pub(in crate::cli) runtime: bool,

    #[arg(
        display_order = 17,
        long,
        help = "規則を使うプログラムを試すための、問いと答え（conformance.json）も書き出します"
    )]
    pub(in crate::cli) conformance: bool,

    #[arg(
        display_order = 18,
        long,
        help = "規則などの JSON を、人が読めるように行を分けて書き出します"
    )]
    pub(in crate::cli) pretty: bool,

    #[command(flatten)]
    pub(in crate::cli) levels: Levels,

    #[command(flatten)]
    pub(in crate::cli) stdin: StdinName,
}

const BUILD_NOTES: &str = "\
出力先:
  一つの方針なら、ページなどを <フォルダー> に直接書きます。
  二つ以上なら、<フォルダー>/<ファイルの名前から .policy を除いたもの>/ に分けて書きます。
  エラーがあれば何も書きません。書くときは前の出力を丸ごと置き換え、途中の状態は残しません。
  方針に旧版があるか --archive を付けると、history.html（改定履歴）と、revisions/<日付>/ に各版の
  ページ（index.html）と前の版からの変更（changes.html）も書きます。
  hoshin が作ったものではないファイルや、書き出した後に変更されたファイルがあるフォルダーは
  置き換えません。

終了コード:
  0  書き出した
  1  方針に誤りがあるため書き出さなかった
  2  実行できなかった（引数の誤り、読めないファイル、書き込めない出力先など）";
