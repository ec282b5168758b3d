//! Wrong arguments: C0001.

use crate::text::sentence::{alike, sentences, worded};

alike! {
    /// What was given for a command.
    Command = ["chekc"];
    /// An option or an argument, as it was given.
    Argument = ["--format", "--strict"];
    /// What was given as the value of one.
    Value = ["xml"];
    /// A word that can be given instead.
    Near = ["check"];
    /// What clap says of the rest, in its own words.
    Said = ["unexpected value"];
}

worded! {
    /// What can be given, or is missing.
    Choices = [("human、json、sarif", "human, json, sarif")];
}

sentences! {
    no_such_command(name: Command) =
        "`{name}` というコマンドはありません",
        "there is no command `{name}`";
    no_command() =
        "コマンドを指定してください",
        "a command is needed";
    no_such_option(option: Argument) =
        "`{option}` というオプションはここでは使えません",
        "there is no option `{option}` here";
    too_many_arguments(argument: Argument) =
        "`{argument}` は余分な引数です",
        "`{argument}` is one argument too many";
    no_value(argument: Argument) =
        "`{argument}` に値がありません",
        "`{argument}` needs a value";
    wrong_value(argument: Argument, value: Value) =
        "`{argument}` に `{value}` は指定できません",
        "`{value}` is no value for `{argument}`";
    missing(arguments: Choices) =
        "必要な引数がありません: {arguments}",
        "required but missing: {arguments}";
    given_twice(argument: Argument) =
        "`{argument}` は一度しか指定できません",
        "`{argument}` can be given only once";
    exclude_each_other(argument: Argument, other: Argument) =
        "`{argument}` と `{other}` は同時に指定できません",
        "`{argument}` and `{other}` exclude each other";
    too_many_values(argument: Argument, value: Value) =
        "`{argument}` に `{value}` は余分です",
        "`{value}` is one value too many for `{argument}`";
    not_utf8() =
        "引数に読めない文字（UTF-8 でない文字）があります",
        "an argument is not UTF-8";
    wrong(said: Said) =
        "引数に誤りがあります（{said}）",
        "{said}";

    did_you_mean(near: Near) =
        "もしかして: `{near}`",
        "did you mean `{near}`?";
    one_of(choices: Choices) =
        "次のどれかを指定してください: {choices}",
        "one of {choices}";
    see_help() =
        "使い方は --help で確かめられます",
        "--help shows the usage (in Japanese)";
}
