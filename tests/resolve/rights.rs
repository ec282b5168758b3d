//! 権利 and 手数料: requests that the law knows, and fees for what is offered (H0304, H0602).

use hoshin::internals::diagnostic::Code;

use crate::support::compiled::{findings, policy};

fn source(lines: &str) -> String {
    format!("方針「個人情報の取扱い」{{\n章 請求「開示等のご請求」{{\n{lines}\n}}\n}}\n")
}

const OFFERED: &str = "権利［開示、訂正、利用停止］「お客様は、開示、訂正および利用の停止を請求できます。」";

#[test]
fn a_request_that_nobody_knows_is_an_error() {
    assert_eq!(findings(&source(OFFERED)), []);
    let found = findings(&source(&OFFERED.replace("訂正、利", "犬の散歩、利")));
    assert_eq!(found, [(Code::H0304, "犬の散歩".to_owned())]);
}

#[test]
fn a_request_that_the_words_do_not_tell_is_told() {
    let words = |right: &str| format!("権利［開示、{right}］「お客様は、開示と{right}を請求できます。」");
    for right in [
        "訂正",
        "消去",
        "第三者提供の停止",
        "第三者提供記録の開示",
        "利用目的の通知",
        "移転",
        "異議",
        "苦情",
    ] {
        let said = words(right).replace("移転を", "別の会社への移行を");
        assert_eq!(findings(&source(&said)), [], "{right}");
    }
    let unsaid = "権利［開示、利用目的の通知］「お客様は、開示を請求できます。」";
    assert_eq!(findings(&source(unsaid)), [(Code::H0602, "利用目的の通知".to_owned())]);
    // The bullets of its chapter are its words as well.
    assert_eq!(findings(&source(&format!("{unsaid}\n・「利用目的の通知」"))), []);
}

#[test]
fn a_fee_is_of_a_request_that_is_offered() {
    let fees = |fees: &str| {
        source(&format!(
            "{OFFERED}\n手数料［{fees}］「開示は、1件につき500円をいただきます。」"
        ))
    };
    let codes = |text: &str| findings(&fees(text)).into_iter().collect::<Vec<_>>();
    assert_eq!(codes("開示＝500円"), []);
    assert_eq!(codes("開示＝５００円、訂正＝無料"), []);
    assert_eq!(codes("開示＝800円"), [(Code::H0602, "800円".to_owned())]);
    assert_eq!(codes("追加＝500円"), [(Code::H0304, "追加".to_owned())]);
    assert_eq!(codes("開示＝応相談"), [(Code::H0304, "応相談".to_owned())]);
    assert_eq!(codes("猫の散歩＝500円"), [(Code::H0304, "猫の散歩".to_owned())]);
    assert_eq!(codes("500円").first().map(|(code, _)| *code), Some(Code::H0304));
    let policy = policy(&fees("開示＝500円"));
    assert!(policy.notices.iter().any(|notice| notice.values == ["開示＝500円"]));
}
