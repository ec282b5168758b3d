//! A few findings as a user reads them: input and output together, to be read aloud.

use hoshin::internals::diagnostic::human::{self, Hints, Options};
use hoshin::internals::diagnostic::{Findings, Lang};

use crate::support::compiled::compiled;

const SOURCE: &str = "情報 個人情報 {
  ・氏名［直接識別］
  ・会員番号［直接識別］
  ・生年月日［準識別］
  ・購入履歴
}
主体 第三者 {
  ・加盟店
  ・研究所
}
条件 { ・注文［本人選択］ }
方針「個人情報の取扱いについて」{
  章 取得「取得する情報」{
    取得［氏名、会員番号、生年月日］「当社は、氏名・会員番号・生年月日を取得します。」
  }
  章 利用目的「利用目的」{
    目的 発送「商品の発送」
  }
  章 提供「第三者への提供」{
    提供 加盟店への提供「加盟店への提供」{
      提供先［加盟店］
      項目［氏名］
      場合［注文］
      目的 { ・加盟店からの案内「加盟店からの商品のご案内」 }
    }
    提供 研究のための提供「研究所への提供」{
      提供先［研究所］
      項目［会員番号、購入履歴］
      加工 {
        ※「氏名を除いて提供します。」
        除外［氏名］
        水準［個人非識別］
      }
    }
    提供しない 原則「当社は、個人情報を第三者に提供しません。」{
      提供先［第三者］
      項目［個人情報］
    }
  }
}
";

/// The same faults between riders, in part, or in other states than above.
const OTHERS: &str = "情報 個人情報 {
  ・氏名［直接識別］
  ・生年月日［準識別］
  ・病歴［要配慮］
  ・購入履歴
}
情報 年代［準識別］
主体 第三者 {
  ・加盟店
  ・研究所
}
条件 {
  ・注文［本人選択］
  ・解約
}
方針「個人情報の取扱いについて」{
  章 利用目的「利用目的」{
    目的 発送「商品の発送」
    目的 改善「サービスの改善」
  }
  章 提供「第三者への提供」{
    提供 加盟店への提供「加盟店への提供」{
      提供先［加盟店］
      項目［個人情報］
    }
    提供しない 氏名の不提供「氏名は、加盟店に提供しません。」{
      提供先［加盟店］
      項目［氏名］
    }
    提供 研究所への提供「研究所への提供」{
      提供先［研究所］
      項目［氏名、生年月日］
      場合［注文］
    }
    提供しない 解約後「解約された場合は、生年月日・病歴を第三者に提供しません。」{
      提供先［第三者］
      項目［生年月日、病歴］
      場合［解約］
    }
    提供 仮名「仮名加工情報の提供」{
      提供先［研究所］
      加工 {
        項目［氏名、購入履歴］
        水準［仮名加工］
      }
    }
    提供 匿名「匿名加工情報の提供」{
      提供先［研究所］
      加工 {
        項目［購入履歴、氏名］
        一般化［購入履歴 → 年代］
        水準［匿名加工］
      }
    }
  }
  章 特約「特別な定め」{
    ・特約 注文の許可「ご注文の場合は、病歴をサービスの改善に利用します。」{
      対象［病歴］
      場合［注文］
      許可［利用、改善］
    }
    ・特約 病歴の限定「病歴は、商品の発送のためにのみ利用します。」{
      対象［病歴］
      限定［発送］
    }
  }
}
";

fn drawn(source: &str, lang: Lang) -> String {
    let compilation = compiled(source);
    let of_checks: Vec<_> = compilation
        .diagnostics
        .iter()
        .filter(|found| found.code.name().starts_with("H05"))
        .cloned()
        .collect();
    let findings = Findings {
        sources: &compilation.sources,
        diagnostics: &of_checks,
        folder: "",
    };
    let options = Options {
        lang,
        hints: Hints::Shown,
        ..Options::default()
    };
    human::render(&[findings], &options)
}

#[test]
fn findings_in_japanese() {
    insta::assert_snapshot!(format!("{SOURCE}----\n{}", drawn(SOURCE, Lang::Ja)));
}

#[test]
fn findings_in_english() {
    insta::assert_snapshot!(drawn(SOURCE, Lang::En));
}

#[test]
fn other_findings_in_japanese() {
    insta::assert_snapshot!(format!("{OTHERS}----\n{}", drawn(OTHERS, Lang::Ja)));
}

#[test]
fn other_findings_in_english() {
    insta::assert_snapshot!(drawn(OTHERS, Lang::En));
}
