//! What a careful lawyer would not complain of, and the checks do not either.

use hoshin::internals::diagnostic::Code;

use super::codes;

#[test]
fn what_is_collected_and_how_may_cover_one_another() {
    let source = "情報 個人情報 { ・氏名［直接識別］ }
方針「個人情報の取扱いについて」{
  章 取得「個人情報の取得」{
    「次の方法で個人情報を取得します。」
    経路 {
      ・直接「お客様から直接お知らせいただく方法」
      ・自動「自動的に記録する方法」
    }
    取得［個人情報］「氏名その他の個人情報を取得します。」
  }
}
";
    assert_eq!(codes(source), []);
}

#[test]
fn how_things_are_collected_does_not_say_that_anything_is() {
    let source = "情報 個人情報 { ・氏名［直接識別］ ・病歴 }
主体 加盟店
方針「個人情報の取扱いについて」{
  章 取得「情報の取得」{
    経路 { ・直接「お客様から直接お知らせいただく方法」 }
    取得［氏名］「氏名を取得します。」
  }
  章 提供「第三者への提供」{
    提供「加盟店への提供」{ 提供先［加盟店］
      項目［病歴］
    }
  }
}
";
    assert_eq!(codes(source), [Code::H0509], "病歴 is provided and nothing collects it");
}

#[test]
fn what_a_linking_brings_under_collected_data_is_collected() {
    let source = |linking: &str| {
        format!(
            "情報 個人情報 {{ ・氏名［直接識別］ }}
情報 閲覧情報［個人関連］ {{ ・閲覧履歴 }}
主体 加盟店
条件 {{ ・会員登録 }}
方針「個人情報の取扱いについて」{{
  章 取得「個人情報の取得」{{
    取得［個人情報］「氏名その他の個人情報を取得します。」
    {linking}
  }}
  章 提供「第三者への提供」{{
    提供「加盟店への提供」{{ 提供先［加盟店］
      項目［閲覧履歴］
    }}
  }}
}}
"
        )
    };
    assert_eq!(codes(&source("紐付け［閲覧情報 → 個人情報］{ 場合［会員登録］ }")), []);
    assert_eq!(codes(&source("")), [Code::H0509]);
}

#[test]
fn what_the_readers_device_sends_abroad_is_no_transfer_by_itself() {
    let source = |act: &str| {
        format!(
            "情報 個人情報 {{ ・氏名［直接識別］ }}
主体 計測会社［外国、国名＝シンガポール共和国］
方針「個人情報の取扱いについて」{{
  章 外部送信「外部への送信」{{
    {act}［計測会社］
      項目［氏名］
    }}
  }}
}}
"
        )
    };
    assert_eq!(codes(&source("外部送信「計測会社への送信」{ 送信先")), []);
    assert_eq!(codes(&source("提供「計測会社への提供」{ 提供先")), [Code::H0511]);
}

#[test]
fn anonymous_data_is_bound_to_no_stated_purpose() {
    let source = |state: &str| {
        format!(
            "情報 個人情報 {{ ・氏名［直接識別］ ・購入履歴 }}
主体 研究所
方針「個人情報の取扱いについて」{{
  章 利用目的「利用目的」{{
    目的 発送「商品の発送」
  }}
  章 提供「第三者への提供」{{
    提供「研究所への提供」{{
      提供先［研究所］
      加工 {{
        項目［氏名、購入履歴］
        除外［氏名］
        水準［{state}］
        目的 {{ ・研究「市場の研究」 }}
      }}
    }}
  }}
}}
"
        )
    };
    assert_eq!(codes(&source("匿名加工")), []);
    assert_eq!(codes(&source("統計")), []);
    assert_eq!(codes(&source("個人非識別")), [Code::H0508]);
}

#[test]
fn raw_for_those_who_agreed_and_processed_for_the_rest_is_one_or_the_other() {
    let source = "情報 個人情報 { ・氏名［直接識別］ ・購入履歴 }
主体 研究所
方針「個人情報の取扱いについて」{
  章 提供「第三者への提供」{
    提供「研究所への提供」{
      提供先［研究所］
      項目［氏名、購入履歴］
      加工 {
        ※「同意がある場合を除き、氏名を取り除いて提供します。」
        除外［氏名］
        水準［個人非識別］
        但し［同意］
      }
    }
  }
}
";
    assert_eq!(codes(source), []);
}

#[test]
fn a_clause_for_every_case_of_the_law_concerns_no_recipient_in_particular() {
    let source = "情報 個人情報 { ・氏名［直接識別］ ・購入履歴 }
主体 第三者 { ・研究所 }
方針「個人情報の取扱いについて」{
  章 提供「第三者への提供」{
    提供「研究所への提供」{
      提供先［研究所］
      加工 {
        項目［氏名、購入履歴］
        除外［氏名］
        水準［個人非識別］
      }
    }
    提供 {
      「法令に基づく場合は、個人情報を第三者に提供します。」
      提供先［第三者］
      項目［個人情報］
      場合［法令］
    }
  }
}
";
    assert_eq!(codes(source), []);
}

#[test]
fn a_permit_that_says_nothing_of_purposes_is_what_a_limit_limits() {
    let source = "情報 個人情報 { ・氏名［直接識別］ ・写真［直接識別］ }
条件 { ・外部の許諾［本人選択］ ・個別の約束［契約］ }
方針「個人情報の取扱いについて」{
  章 取得「個人情報の取得」{
    取得［個人情報］「氏名その他の個人情報を取得します。」
  }
  章 利用目的「利用目的」{
    目的 運営「サービスの運営」
    目的 改善「サービスの改善」
  }
  章 特約「特別な定め」{
    ・特約 約束の限定「個別に約束した場合は、サービスの運営のためにのみ利用します。」{
      対象［個人情報］
      場合［個別の約束］
      限定［運営］
    }
    特約 外部の認証「外部の認証で許諾をいただいた場合、写真を取得します。」{
      取得［写真］
      場合［外部の許諾］
    }
  }
}
";
    let found: Vec<Code> = codes(source).into_iter().filter(|code| *code != Code::H0520).collect();
    assert_eq!(found, []);
}
