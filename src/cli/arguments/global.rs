//! What every command takes.

use clap::{ArgAction, Args, ValueEnum};

use super::help::values;

/// What every command takes.
#[derive(Debug, Args)]
pub(in crate::cli) struct Global {
    #[arg(
        display_order = 100,
        long,
        global = true,
        value_name = "言語",
        value_enum,
        hide_possible_values = true,
        help = format!(
            "メッセージの言語: {}（省略時は環境の設定に従う。説明は日本語のみ）",
            values::<LangArgument>(None)
        )
    )]
    pub(in crate::cli) lang: Option<LangArgument>,

    #[arg(
        display_order = 101,
        long,
        global = true,
        value_name = "とき",
        value_enum,
        default_value_t = ColorArgument::Auto,
        hide_possible_values = true,
        hide_default_value = true,
        help = format!("色を付けるとき: {}", values(Some(ColorArgument::Auto)))
    )]
    pub(in crate::cli) color: ColorArgument,

    #[arg(display_order = 102, short, long, global = true, action = ArgAction::Help, help = "この説明を表示します")]
    help: Option<bool>,
}

/// The language of messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum LangArgument {
    Ja,
    En,
}

/// When colours are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum ColorArgument {
    #[value(help = "端末なら付ける")]
    Auto,
    Always,
    Never,
}
