//! What annotations of `hoshin ci` are called, and what to do about them, as pages show it.

use crate::text::sentence::sentences;

sentences! {
    unformatted() =
        "整形されていないファイル",
        "file that is not formatted";
    format_it() =
        "`hoshin fmt` で整えてください。",
        "Run `hoshin fmt`.";

    failed_test() =
        "失敗した検証",
        "failed policy test";
    mend_one_of_them() =
        "方針か検証のどちらかを直してください。根拠は `hoshin test` で確かめられます。",
        "Mend the policy or the test; `hoshin test` tells the reasons.";

    not_compared() =
        "比べていない方針",
        "policy that was not compared";
    remove_or_allow() =
        "比べられない理由を除くか、人が確かめたうえで、それを許すオプションを付けてください。",
        "Remove what keeps it from being compared, or allow it by its option once somebody has read it.";
}
