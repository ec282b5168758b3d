//! Policies whose clauses all speak of the same: what a search over pairs, or over sets of conditions, would drown in.

use std::fmt::Write as _;

/// Clauses that permit and clauses that forbid one and the same provision, all at odds with each other; `own`: each under a
/// condition of its own, those of `series` apart from those of any other.
pub(crate) fn policy(permits: usize, refusals: usize, own: Option<&str>, rider: bool) -> String {
    let series = own.unwrap_or("件");
    let mut text =
        String::from("情報 個人情報 {\n  ・氏名\n  ・住所\n}\n主体 第三者 {\n  ・加盟店\n  ・配信社\n}\n条件 {\n");
    for at in 0..permits + refusals {
        let _ = writeln!(text, "  ・{series}{at}［本人選択］");
    }
    text.push_str(
        "}\n方針「個人情報の取扱いについて」{\n  章 提供「提供」{\n    取得［個人情報］「個人情報を取得します。」\n",
    );
    for (keyword, from, to) in [("提供", 0, permits), ("提供しない", permits, permits + refusals)] {
        for at in from..to {
            let case = match own {
                Some(_) => format!("\n      場合［{series}{at}］"),
                None => String::new(),
            };
            let _ = write!(
                text,
                "    {keyword} 規{at}［個人情報］「第{at}の条項です。」{{\n      提供先［第三者］{case}\n    }}\n"
            );
        }
    }
    if rider {
        text.push_str("    特約 停止「法令に基づく場合には、提供を停止します。」{\n      対象［個人情報］\n      場合［法令］\n      禁止［提供］\n    }\n");
    }
    text.push_str("  }\n}\n");
    text
}
