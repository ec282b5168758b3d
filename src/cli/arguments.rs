//! The arguments, as clap reads them. What a user sees here is Japanese; clap's own headings are replaced.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};

const TEMPLATE: &str = "\
{about-with-newline}
使い方: {usage}

{all-args}{after-help}";

const EXIT_CODES: &str = "\
終了コード:
  0  問題なし
  1  実行したところ問題が見つかった（方針の誤り、整形されていないファイルなど）
  2  実行できなかった（引数の誤り、読めないファイルなど）";

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

/// What every command takes.
#[derive(Debug, Args)]
pub(super) struct Global {
    #[arg(
        display_order = 100,
        long,
        global = true,
        value_name = "言語",
        value_enum,
        hide_possible_values = true,
        help = "メッセージの言語: ja、en（省略時は環境の設定に従う。説明は日本語のみ）"
    )]
    pub(super) lang: Option<LangArgument>,

    #[arg(
        display_order = 101,
        long,
        global = true,
        value_name = "とき",
        value_enum,
        default_value = "auto",
        hide_possible_values = true,
        hide_default_value = true,
        help = "色を付けるとき: auto（省略時。端末なら付ける）、always、never"
    )]
    pub(super) color: ColorArgument,

    #[arg(display_order = 102, short, long, global = true, action = ArgAction::Help, help = "この説明を表示します")]
    help: Option<bool>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum LangArgument {
    Ja,
    En,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ColorArgument {
    Auto,
    Always,
    Never,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    #[command(
        about = "方針を検査し、見つかった問題をすべて表示します",
        override_usage = "hoshin check [オプション] <ファイル>...",
        after_help = EXIT_CODES,
        help_template = TEMPLATE,
        next_help_heading = "オプション"
    )]
    Check(CheckArguments),
    #[command(
        about = "方針を検査し、ページ（index.html）、本文（policy.txt）、規則（bundle.json）を書き出します",
        override_usage = "hoshin build [オプション] <ファイル>... -o <フォルダー>",
        after_help = BUILD_NOTES,
        help_template = TEMPLATE,
        next_help_heading = "オプション"
    )]
    Build(BuildArguments),
    #[command(
        about = "二つの版を比べ、新旧対照表と、許可・禁止の変わるところを表示します",
        override_usage = "hoshin diff [オプション] <改正前> <改正後>\n        hoshin diff [オプション] <改正後>\n        hoshin diff [オプション] <フォルダー>",
        after_help = DIFF_NOTES,
        help_template = TEMPLATE,
        next_help_heading = "オプション"
    )]
    Diff(DiffArguments),
    #[command(
        about = "変更を、分かれる前の版と比べて検査します。CI で、取り込む前に実行します",
        override_usage = "hoshin ci [オプション] --base <版> [パス]...",
        after_help = CI_NOTES,
        help_template = TEMPLATE,
        next_help_heading = "オプション"
    )]
    Ci(CiArguments),
    #[command(
        about = "方針を一つの形式に変換し、標準出力に書きます",
        override_usage = "hoshin render [オプション] <ファイル> --format <形式>",
        after_help = EXIT_CODES,
        help_template = TEMPLATE,
        next_help_heading = "オプション"
    )]
    Render(RenderArguments),
    #[command(
        about = "ある取扱いが許されるかを方針に尋ね、根拠の条項とともに答えます",
        override_usage = "hoshin ask [オプション] <ファイル> <行為> [情報]...\n        hoshin ask [オプション] <ファイル> --lines",
        after_help = ASK_NOTES,
        help_template = TEMPLATE,
        next_help_heading = "オプション"
    )]
    Ask(AskArguments),
    #[command(
        about = "方針に書かれた検証の答え合わせをし、どの規則を検証したかを数えます",
        override_usage = "hoshin test [オプション] <ファイル>...",
        after_help = TEST_NOTES,
        help_template = TEMPLATE,
        next_help_heading = "オプション"
    )]
    Test(TestArguments),
    #[command(
        about = "メッセージの番号について、意味と直し方を説明します",
        override_usage = "hoshin explain [オプション] <番号>",
        after_help = "例: hoshin explain H0201",
        help_template = TEMPLATE,
        next_help_heading = "オプション"
    )]
    Explain(ExplainArguments),
    #[command(
        about = "方針の書き方を標準の形に整えます。意味や文言は変えません",
        override_usage = "hoshin fmt [オプション] <ファイル>...",
        after_help = EXIT_CODES,
        help_template = TEMPLATE,
        next_help_heading = "オプション"
    )]
    Fmt(FmtArguments),
    #[command(
        about = "メッセージの番号を一覧します",
        override_usage = "hoshin codes [オプション]",
        help_template = TEMPLATE,
        next_help_heading = "オプション"
    )]
    Codes,
    #[command(
        about = "出力の JSON Schema を表示します",
        override_usage = "hoshin schema [オプション] [対象]",
        help_template = TEMPLATE,
        next_help_heading = "オプション"
    )]
    Schema(SchemaArguments),
    #[command(
        about = "シェルの補完の設定を表示します",
        override_usage = "hoshin completions [オプション] <シェル>",
        after_help = "例: hoshin completions bash > ~/.local/share/bash-completion/completions/hoshin",
        help_template = TEMPLATE,
        next_help_heading = "オプション"
    )]
    Completions(CompletionsArguments),
    #[command(
        about = "マニュアル（man ページ）を表示するか、フォルダーに書き出します",
        override_usage = "hoshin man [オプション] [フォルダー]",
        help_template = TEMPLATE,
        next_help_heading = "オプション"
    )]
    Man(ManArguments),
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

const DIFF_NOTES: &str = "\
版の指定:
  privacy.policy             方針のファイル（- は標準入力）
  bundle.json                hoshin build が書き出した規則
  git:v1.0:privacy.policy    git の版にあるファイル（パスはリポジトリのルートから。./ で始めれば今いるフォルダーから）
  revisions/                 版ごとのファイルを置いたフォルダー。改正前なら、最も新しい版
                             （改正後がその中にあれば、その一つ前の版）
  一つだけ指定したときは、その方針の旧版と比べます。フォルダーなら、中の版を順に比べます。

終了コード:
  0  比べた（違いがあってもなくても）
  1  文言に表れない広がりがあった。--fail-on に当たる違いがあった。または改正後の方針に誤りがある
  2  実行できなかった（引数の誤り、読めないファイル、誤りのある改正前など）";

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

const ASK_NOTES: &str = "\
例:
  hoshin ask privacy.policy 提供 氏名 住所 --先 加盟店 --目的 販売分析 --条件 注文
  hoshin ask bundle.json 利用 要配慮個人情報 --目的 案内広告
  hoshin ask bundle.json --lines < 問い.jsonl

  名前は方針に書いたものです。行為と加工の状態は、規則のキー（provide、raw など）でも書けます。
  言わなかったことは、すべてについて尋ねます。条件は、挙げたものだけが満たされているとみなします。

終了コード:
  0  許可（--lines では、すべての行に答えた）
  1  許可ではない（--lines では、答えられない行があった）、または方針に誤りがある
  2  尋ねられなかった（方針にない言葉、引数の誤り、読めないファイル、使えない規則など）";

const TEST_NOTES: &str = "\
検証した規則:
  検証の問いに対し、そのまま、または答えの条件や加工がそろったときに、答えを決める規則です。

終了コード:
  0  すべて成功した（検証がないときを含む）
  1  失敗した検証がある、--filter に合う検証がない、または方針に誤りがある
  2  実行できなかった（引数の誤り、読めないファイル、使えない規則など）";

/// What decides how grave a finding is.
#[derive(Debug, Args)]
pub(super) struct Levels {
    #[arg(
        display_order = 20,
        long,
        help = "文言から読み取っただけの意味を認めず、［］に書くことを求めます"
    )]
    pub(super) strict: bool,

    #[arg(
        display_order = 21,
        long,
        value_name = "対象",
        help = "エラーとして扱います: warnings（すべての警告）か、番号。繰り返せます"
    )]
    pub(super) deny: Vec<String>,

    #[arg(
        display_order = 22,
        long,
        value_name = "番号",
        help = "この番号の警告や参考を表示しません。繰り返せます"
    )]
    pub(super) allow: Vec<String>,
}

/// What a company may change about the page.
#[derive(Debug, Args)]
pub(super) struct PageArguments {
    #[arg(
        display_order = 11,
        long,
        value_name = "CSS",
        help = "HTML の見た目を変える CSS のファイル"
    )]
    pub(super) theme: Option<PathBuf>,

    #[arg(
        display_order = 12,
        long,
        value_name = "HTML",
        help = "HTML のひな形。{{page}} のところに方針が入ります"
    )]
    pub(super) template: Option<PathBuf>,
}

/// The name that standard input goes by.
#[derive(Debug, Args)]
pub(super) struct StdinName {
    #[arg(
        display_order = 30,
        long,
        value_name = "パス",
        help = "標準入力をこのパスのファイルとして扱います（取込もここから探します）"
    )]
    pub(super) stdin_name: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct CheckArguments {
    #[arg(
        required = true,
        value_name = "ファイル",
        help_heading = "引数",
        help = "検査するファイル（- は標準入力）"
    )]
    pub(super) files: Vec<PathBuf>,

    #[arg(
        display_order = 10,
        long,
        value_name = "形式",
        value_enum,
        default_value = "human",
        hide_possible_values = true,
        hide_default_value = true,
        help = "表示の形式: human（省略時）、short（1 行ずつ）、json、sarif、github"
    )]
    pub(super) format: CheckFormat,

    #[command(flatten)]
    pub(super) levels: Levels,

    #[arg(
        display_order = 23,
        long,
        help = "human と short で、参考（文言から読み取った意味など）も表示します"
    )]
    pub(super) hints: bool,

    #[arg(
        display_order = 24,
        long,
        help = "章ごとに、文言のどれだけが規則に結び付いているかも表示します（human と json）"
    )]
    pub(super) report: bool,

    #[arg(display_order = 25, long, help = "旧版 と比べません")]
    pub(super) no_previous: bool,

    #[command(flatten)]
    pub(super) stdin: StdinName,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum CheckFormat {
    Human,
    Short,
    Json,
    Sarif,
    Github,
}

#[derive(Debug, Args)]
pub(super) struct BuildArguments {
    #[arg(
        required = true,
        value_name = "ファイル",
        help_heading = "引数",
        help = "方針のファイル（- は標準入力）"
    )]
    pub(super) files: Vec<PathBuf>,

    #[arg(
        display_order = 10,
        short,
        long,
        value_name = "フォルダー",
        help = "書き出す先（必須）"
    )]
    pub(super) output: PathBuf,

    #[arg(
        display_order = 14,
        long,
        value_name = "フォルダー",
        conflicts_with = "no_archive",
        help = "過去の版を置いたフォルダー。過去の版のページと改定履歴も書き出します（省略時は旧版をたどる）"
    )]
    pub(super) archive: Option<PathBuf>,

    #[arg(
        display_order = 15,
        long,
        help = "旧版があっても、過去の版のページと改定履歴を書き出しません"
    )]
    pub(super) no_archive: bool,

    #[command(flatten)]
    pub(super) page: PageArguments,

    #[arg(
        display_order = 13,
        long,
        help = "Open Policy Agent で規則を使うためのフォルダー（opa/）も書き出します"
    )]
    pub(super) opa: bool,

    #[arg(
        display_order = 16,
        long,
        help = "判断に要るものだけの規則（runtime.json）も書き出します"
    )]
    pub(super) runtime: bool,

    #[arg(
        display_order = 17,
        long,
        help = "規則を使うプログラムを試すための、問いと答え（conformance.json）も書き出します"
    )]
    pub(super) conformance: bool,

    #[arg(
        display_order = 18,
        long,
        help = "規則などの JSON を、人が読めるように行を分けて書き出します"
    )]
    pub(super) pretty: bool,

    #[command(flatten)]
    pub(super) levels: Levels,

    #[command(flatten)]
    pub(super) stdin: StdinName,
}

#[derive(Debug, Args)]
pub(super) struct DiffArguments {
    #[arg(
        required = true,
        num_args = 1..=2,
        value_name = "版",
        help_heading = "引数",
        help = "改正前と改正後。改正後だけなら、その旧版と比べます"
    )]
    pub(super) revisions: Vec<PathBuf>,

    #[arg(
        display_order = 10,
        long,
        value_name = "形式",
        value_enum,
        default_value = "human",
        hide_possible_values = true,
        hide_default_value = true,
        help = "表示の形式: human（省略時）、html、markdown、json、sarif、github、draft（改定概要の案を 概要 のソースで）"
    )]
    pub(super) format: DiffFormat,

    #[arg(
        display_order = 11,
        long,
        value_name = "部分",
        value_enum,
        hide_possible_values = true,
        help = "表示する部分: table（新旧対照表）、decisions（許可・禁止の変化）、summary（改定概要の案と、確かめること）。繰り返せます"
    )]
    pub(super) only: Vec<DiffPart>,

    #[arg(
        display_order = 12,
        short,
        long,
        value_name = "ファイル",
        help = "標準出力の代わりに、このファイルに書きます"
    )]
    pub(super) output: Option<PathBuf>,

    #[arg(
        display_order = 13,
        long,
        value_name = "新,旧",
        help = "新旧対照表の欄の名前（省略時は 改正後,改正前）"
    )]
    pub(super) labels: Option<String>,

    #[arg(
        display_order = 14,
        long,
        value_name = "順",
        value_enum,
        default_value = "new-old",
        hide_possible_values = true,
        hide_default_value = true,
        help = "欄の順: new-old（省略時。改正後が左）、old-new"
    )]
    pub(super) order: ColumnOrder,

    #[arg(display_order = 15, long, help = "全角と半角だけの違いを、違いとしません")]
    pub(super) fold_width: bool,

    #[arg(display_order = 16, long, help = "変わらないところも略さずに表示します")]
    pub(super) full: bool,

    #[arg(
        display_order = 20,
        long,
        value_name = "違い",
        value_enum,
        hide_possible_values = true,
        help = "この違いがあれば終了コードを 1 にします: unacknowledged（承認のない広がり）、wider、narrower、any。繰り返せます"
    )]
    pub(super) fail_on: Vec<FailOn>,

    #[arg(
        display_order = 21,
        long,
        help = "文言に表れない広がりがあっても、終了コードを 1 にしません"
    )]
    pub(super) allow_unseen: bool,

    #[command(flatten)]
    pub(super) stdin: StdinName,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum DiffFormat {
    Human,
    Html,
    Markdown,
    Json,
    Sarif,
    Github,
    Draft,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum DiffPart {
    Table,
    Decisions,
    Summary,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ColumnOrder {
    NewOld,
    OldNew,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum FailOn {
    Unacknowledged,
    Wider,
    Narrower,
    Any,
}

#[derive(Debug, Args)]
pub(super) struct CiArguments {
    #[arg(
        value_name = "パス",
        help_heading = "引数",
        help = "調べる方針か、方針のあるフォルダー（省略時は今いるフォルダー）"
    )]
    pub(super) paths: Vec<PathBuf>,

    #[arg(
        display_order = 10,
        long,
        value_name = "版",
        help = "取り込む先のブランチ（必須）。例: origin/main"
    )]
    pub(super) base: String,

    #[arg(
        display_order = 11,
        long,
        value_name = "違い",
        value_enum,
        hide_possible_values = true,
        help = "通さない違い: unacknowledged（省略時。承認のない広がり）、wider、narrower、any。繰り返せます"
    )]
    pub(super) fail_on: Vec<FailOn>,

    #[arg(display_order = 12, long, help = "比べる版のない新しい方針を、比べずに通します")]
    pub(super) allow_new: bool,

    #[arg(display_order = 13, long, help = "方針がなくなることを許します")]
    pub(super) allow_deleted: bool,

    #[arg(display_order = 14, long, help = "比べる元の方針に誤りがあるとき、比べずに通します")]
    pub(super) allow_broken_base: bool,

    #[arg(display_order = 15, long, help = "GitHub Actions の注釈も標準出力に書きます")]
    pub(super) github: bool,

    #[arg(
        display_order = 16,
        long,
        value_name = "ファイル",
        help = "SARIF 2.1.0 をこのファイルに書きます"
    )]
    pub(super) sarif: Option<PathBuf>,

    #[arg(
        display_order = 17,
        long,
        value_name = "ファイル",
        help = "JUnit の XML をこのファイルに書きます"
    )]
    pub(super) junit: Option<PathBuf>,

    #[arg(
        display_order = 18,
        long,
        value_name = "ファイル",
        help = "まとめ（Markdown）をこのファイルの終わりに加えます"
    )]
    pub(super) summary: Option<PathBuf>,

    #[arg(
        display_order = 19,
        long,
        value_name = "ファイル",
        help = "結果を JSON（hoshin.ci/1）でこのファイルに書きます"
    )]
    pub(super) json: Option<PathBuf>,

    #[command(flatten)]
    pub(super) levels: Levels,
}

#[derive(Debug, Args)]
pub(super) struct RenderArguments {
    #[arg(
        required = true,
        value_name = "ファイル",
        help_heading = "引数",
        help = "方針のファイル（- は標準入力）"
    )]
    pub(super) file: PathBuf,

    #[arg(
        display_order = 10,
        long,
        value_name = "形式",
        value_enum,
        hide_possible_values = true,
        help = "変換する形式（必須）: html、text、markdown"
    )]
    pub(super) format: RenderFormat,

    #[command(flatten)]
    pub(super) page: PageArguments,

    #[command(flatten)]
    pub(super) levels: Levels,

    #[command(flatten)]
    pub(super) stdin: StdinName,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum RenderFormat {
    Html,
    Text,
    Markdown,
}

#[derive(Debug, Args)]
pub(super) struct AskArguments {
    #[arg(
        display_order = 1,
        required = true,
        value_name = "ファイル",
        help_heading = "引数",
        help = "方針（.policy）か規則（bundle.json）。- は標準入力"
    )]
    pub(super) file: PathBuf,

    #[arg(
        display_order = 2,
        required_unless_present = "lines",
        value_name = "行為",
        help_heading = "引数",
        help = "取得、利用、提供、受領、委託、受託、共同利用、外部送信、越境、掲載、保管、消去"
    )]
    pub(super) act: Option<String>,

    #[arg(
        display_order = 3,
        value_name = "情報",
        help_heading = "引数",
        help = "情報の名前。いくつでも（すべてについて尋ねます）"
    )]
    pub(super) data: Vec<String>,

    #[arg(
        display_order = 10,
        long = "先",
        aliases = ["party", "元", "相手"],
        value_name = "主体",
        help = "相手: 提供先、提供元、委託先など [--party]"
    )]
    pub(super) party: Option<String>,

    #[arg(
        display_order = 11,
        long = "目的",
        alias = "purpose",
        value_name = "目的",
        help = "利用目的 [--purpose]"
    )]
    pub(super) purpose: Option<String>,

    #[arg(
        display_order = 12,
        long = "条件",
        alias = "condition",
        value_name = "条件",
        help = "満たされている条件。繰り返せます [--condition]"
    )]
    pub(super) conditions: Vec<String>,

    #[arg(
        display_order = 13,
        long = "加工",
        alias = "processing",
        value_name = "状態",
        help = "情報の状態: 生データ（省略時）、仮名加工、個人非識別、匿名加工、統計 [--processing]"
    )]
    pub(super) processing: Option<String>,

    #[arg(
        display_order = 14,
        long = "経路",
        alias = "route",
        value_name = "経路",
        help = "取得の経路 [--route]"
    )]
    pub(super) route: Option<String>,

    #[arg(display_order = 20, long, help = "答えを JSON（hoshin.decision/1）で表示します")]
    pub(super) json: bool,

    #[arg(
        display_order = 21,
        long,
        conflicts_with_all = ["act", "data", "party", "purpose", "conditions", "processing", "route"],
        help = "標準入力から問いを一行に一つの JSON で読み、一行に一つの JSON で順に答えます"
    )]
    pub(super) lines: bool,

    #[command(flatten)]
    pub(super) stdin: StdinName,
}

#[derive(Debug, Args)]
pub(super) struct TestArguments {
    #[arg(
        required = true,
        value_name = "ファイル",
        help_heading = "引数",
        help = "方針（.policy）か規則（bundle.json）。- は標準入力"
    )]
    pub(super) files: Vec<PathBuf>,

    #[arg(
        display_order = 10,
        long,
        value_name = "語",
        help = "題にこの語を含む検証だけを行います。繰り返すと、どれかを含むもの"
    )]
    pub(super) filter: Vec<String>,

    #[arg(
        display_order = 11,
        short,
        long,
        conflicts_with = "verbose",
        help = "失敗した検証とまとめだけを表示します"
    )]
    pub(super) quiet: bool,

    #[arg(display_order = 12, short, long, help = "成功した検証にも、根拠の説明を付けます")]
    pub(super) verbose: bool,

    #[arg(display_order = 13, long, help = "どの検証でも答えを決めていない規則を一覧します")]
    pub(super) coverage: bool,

    #[arg(
        display_order = 14,
        long,
        value_name = "形式",
        value_enum,
        default_value = "human",
        hide_possible_values = true,
        hide_default_value = true,
        help = "表示の形式: human（省略時）、json（hoshin.tests/1）、junit"
    )]
    pub(super) format: TestFormat,

    #[command(flatten)]
    pub(super) stdin: StdinName,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum TestFormat {
    Human,
    Json,
    Junit,
}

#[derive(Debug, Args)]
pub(super) struct ExplainArguments {
    #[arg(
        required = true,
        value_name = "番号",
        help_heading = "引数",
        help = "番号（H0201、C0002）か、その英語名（unresolved-name）"
    )]
    pub(super) code: String,
}

#[derive(Debug, Args)]
pub(super) struct FmtArguments {
    #[arg(
        required = true,
        value_name = "ファイル",
        help_heading = "引数",
        help = "整えるファイル（- は標準入力を読み、標準出力に書きます）"
    )]
    pub(super) files: Vec<PathBuf>,

    #[arg(
        display_order = 10,
        long,
        help = "書き換えずに、整えたときの差分を表示します。差分があれば終了コードは 1 です"
    )]
    pub(super) check: bool,
}

#[derive(Debug, Args)]
pub(super) struct SchemaArguments {
    #[arg(
        value_name = "対象",
        value_enum,
        default_value = "bundle",
        hide_possible_values = true,
        hide_default_value = true,
        help_heading = "引数",
        help = "bundle（規則。省略時）、diagnostics（check --format json）、decision（ask --json）、tests（test --format json）、diff（diff --format json）、ci（ci --json）、conformance（build --conformance）"
    )]
    pub(super) of: SchemaOf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum SchemaOf {
    Bundle,
    Diagnostics,
    Decision,
    Tests,
    Diff,
    Ci,
    Conformance,
}

#[derive(Debug, Args)]
pub(super) struct CompletionsArguments {
    #[arg(
        required = true,
        value_name = "シェル",
        value_enum,
        hide_possible_values = true,
        help_heading = "引数",
        help = "bash、zsh、fish、powershell、elvish のどれか"
    )]
    pub(super) shell: clap_complete::Shell,
}

#[derive(Debug, Args)]
pub(super) struct ManArguments {
    #[arg(
        value_name = "フォルダー",
        help_heading = "引数",
        help = "すべてのコマンドのページを書き出す先（省略時は hoshin(1) を標準出力に書きます）"
    )]
    pub(super) folder: Option<PathBuf>,
}

/// Reads the arguments, the program's own name first.
pub(super) fn parse(arguments: &[OsString]) -> Result<Arguments, clap::Error> {
    Arguments::try_parse_from(arguments)
}
