//! `hoshin ask`.

use std::path::PathBuf;

use clap::Args;

use super::help::TEMPLATE;
use super::shared::StdinName;

#[derive(Debug, Args)]
#[command(
    about = "ある取扱いが許されるかを方針に尋ね、根拠の条項とともに答えます",
    override_usage = "hoshin ask [オプション] <ファイル> <行為> [情報]...\n        hoshin ask [オプション] <ファイル> --lines",
    after_help = ASK_NOTES,
    help_template = TEMPLATE,
    next_help_heading = "オプション"
)]
pub(in crate::cli) struct AskArguments {
    #[arg(
        display_order = 1,
        required = true,
        value_name = "ファイル",
        help_heading = "引数",
        help = "方針（.policy）か規則（bundle.json）。- は標準入力"
    )]
    pub(in crate::cli) file: PathBuf,

    #[arg(
        display_order = 2,
        required_unless_present = "lines",
        value_name = "行為",
        help_heading = "引数",
        help = "取得、利用、提供、受領、委託、受託、共同利用、外部送信、越境、掲載、保管、消去"
    )]
    pub(in crate::cli) act: Option<String>,

    #[arg(
        display_order = 3,
        value_name = "情報",
        help_heading = "引数",
        help = "情報の名前。いくつでも（すべてについて尋ねます）"
    )]
    pub(in crate::cli) data: Vec<String>,

    #[arg(
        display_order = 10,
        long = "先",
        aliases = ["party", "元", "相手"],
        value_name = "主体",
        help = "相手: 提供先、提供元、委託先など [--party]"
    )]
    pub(in crate::cli) party: Option<String>,

    #[arg(
        display_order = 11,
        long = "目的",
        alias = "purpose",
        value_name = "目的",
        help = "利用目的 [--purpose]"
    )]
    pub(in crate::cli) purpose: Option<String>,

    #[arg(
        display_order = 12,
        long = "条件",
        alias = "condition",
        value_name = "条件",
        help = "満たされている条件。繰り返せます [--condition]"
    )]
    pub(in crate::cli) conditions: Vec<String>,

    #[arg(
        display_order = 13,
        long = "否定",
        alias = "denied",
        value_name = "条件",
        help = "満たされていない条件。繰り返せます [--denied]"
    )]
    pub(in crate::cli) denied: Vec<String>,

    #[arg(
        display_order = 14,
        long = "撤回",
        alias = "withdrawn",
        value_name = "条件",
        help = "撤回された条件。繰り返せます [--withdrawn]"
    )]
    pub(in crate::cli) withdrawn: Vec<String>,

    #[arg(
        display_order = 15,
        long = "ほかは不明",
        alias = "closed",
        help = "挙げていない条件は、満たされているかもしれないとみなします [--closed]"
    )]
    pub(in crate::cli) closed: bool,

    #[arg(
        display_order = 16,
        long = "経過",
        alias = "elapsed",
        value_name = "起点=時間",
        help = "起点からの経過。退会=4年、取得=P90D、または起点の日付（退会=2021-02-28 と --日）。繰り返せます [--elapsed]"
    )]
    pub(in crate::cli) elapsed: Vec<String>,

    #[arg(
        display_order = 17,
        long = "日",
        alias = "on",
        value_name = "日付",
        help = "いつのことを尋ねるか（2026-04-01）。省けば、日付で終わる期間はどれも過ぎていないとみなします [--on]"
    )]
    pub(in crate::cli) on: Option<String>,

    #[arg(
        display_order = 18,
        long = "加工",
        alias = "processing",
        value_name = "状態",
        help = "情報の状態: 生データ（省略時）、仮名加工、個人非識別、匿名加工、統計 [--processing]"
    )]
    pub(in crate::cli) processing: Option<String>,

    #[arg(
        display_order = 19,
        long = "経路",
        alias = "route",
        value_name = "経路",
        help = "取得の経路 [--route]"
    )]
    pub(in crate::cli) route: Option<String>,

    #[arg(display_order = 20, long, help = "答えを JSON（hoshin.decision/1）で表示します")]
    pub(in crate::cli) json: bool,

    #[arg(
        display_order = 21,
        long,
        conflicts_with_all = ["act", "data", "party", "purpose", "conditions", "denied", "withdrawn", "closed", "elapsed", "on", "processing", "route"],
        help = "標準入力から問いを一行に一つの JSON で読み、一行に一つの JSON で順に答えます"
    )]
    pub(in crate::cli) lines: bool,

    #[command(flatten)]
    pub(in crate::cli) stdin: StdinName,
}

const ASK_NOTES: &str = "\
例:
  hoshin ask privacy.policy 提供 氏名 住所 --先 加盟店 --目的 販売分析 --条件 注文
  hoshin ask bundle.json 利用 要配慮個人情報 --目的 案内広告
  hoshin ask bundle.json 利用 氏名 --目的 その他：名簿の販売
  hoshin ask privacy.policy 保管 氏名 --経過 退会=4年
  hoshin ask bundle.json --lines < 問い.jsonl

  名前は方針に書いたものです。行為と加工の状態は、規則のキー（provide、raw など）でも書けます。
  言わなかったことは、すべてについて尋ねます。条件は、挙げたものだけが満たされているとみなします。
  --ほかは不明 では、挙げていない条件がどうであっても許されるときだけ、許可と答えます。

終了コード:
  0  許可（--lines では、すべての行に答えた）
  1  許可ではない（--lines では、答えられない行があった）、または方針に誤りがある
  2  尋ねられなかった（方針にない言葉、引数の誤り、読めないファイル、使えない規則など）";
