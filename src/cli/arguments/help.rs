//! How the help is laid out, and how it tells the values of an option.

use clap::ValueEnum;

/// The help of every command.
pub(super) const TEMPLATE: &str = "\
{about-with-newline}
使い方: {usage}

{all-args}{after-help}";

/// What most commands end with.
pub(super) const EXIT_CODES: &str = "\
終了コード:
  0  問題なし
  1  実行したところ問題が見つかった（方針の誤り、整形されていないファイルなど）
  2  実行できなかった（引数の誤り、読めないファイルなど）";

/// All values of an option, each with its meaning: `human（省略時）、short（1 行ずつ）、json`. `left_out` is what holds where
/// the option is left out.
pub(super) fn values<T: ValueEnum + PartialEq>(left_out: Option<T>) -> String {
    let told = T::value_variants().iter().filter_map(|variant| {
        let value = variant.to_possible_value()?;
        let usual = (left_out.as_ref() == Some(variant)).then(|| "省略時".to_owned());
        let meaning = value.get_help().map(ToString::to_string);
        let remarks: Vec<String> = usual.into_iter().chain(meaning).collect();
        Some(match remarks.is_empty() {
            true => value.get_name().to_owned(),
            false => format!("{}（{}）", value.get_name(), remarks.join("。")),
        })
    });
    told.collect::<Vec<_>>().join("、")
}
