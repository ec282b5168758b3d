//! Norms and answers of every shape as they are told: input and output together, to be read aloud.

use hoshin::internals::decide::{Decider, Question, explain};
use hoshin::internals::norm::NormId;

use crate::support::compiled::policy;

const SOURCE: &str = "情報 個人情報 {
  ・氏名［直接識別］
  ・病歴［要配慮］
  ・購入履歴
}
主体 第三者 { ・販売店 ・広告会社 }
主体 仕入先
条件 {
  ・申込み［本人選択］
  ・会員登録
  ・解約
}
方針「個人情報の取扱い」{
  事業者 当社「株式会社あかり文具」
  章 取得「取得」{
    経路 {
      ・店頭「店頭で氏名を伺う方法」［氏名］
      ・通販「通信販売で氏名を伺う方法」［氏名］
    }
    取得 履歴「購入履歴を記録します。」{
      項目［購入履歴］
      経路［店頭、通販］
    }
    受領 受領「仕入先からの受領」{
      提供元［仕入先］
      項目［氏名］
    }
  }
  章 利用目的「利用目的」{
    目的 発送「商品の発送」
    目的 改善「品ぞろえの改善」
  }
  章 提供「第三者への提供」{
    提供 販売店へ「販売店への提供」{
      提供先［販売店］
      項目［氏名］
      場合［申込み、会員登録］
      場合［同意］
      但し［解約］
    }
    提供 共に「同意のある提供」{
      提供先［販売店］
      項目［氏名］
      場合［法令］
    }
    提供 集計「集計した情報の提供」{
      提供先［広告会社］
      目的［改善］
      加工 {
        項目［購入履歴］
        水準［統計］
      }
    }
    提供 集計の別法「集計した情報の提供（会員）」{
      提供先［広告会社］
      場合［会員登録］
      加工 {
        項目［購入履歴］
        水準［個人非識別］
      }
    }
    提供 解約者の分「解約されたお客様の分の提供」{
      提供先［販売店、広告会社］
      項目［購入履歴］
      場合［解約］
    }
    共同利用 共同利用「販売店との共同利用」{
      提供先［販売店］
      項目［氏名］
      場合［申込み］
    }
  }
  章 特約「特約」{
    ・特約 病歴の限定「病歴は、商品の発送のためだけに利用します。」{
      対象［病歴］
      限定［発送］
      但し［同意］
    }
    ・特約 病歴の禁止「病歴は提供しません。」{
      対象［病歴］
      禁止［提供、共同利用］
    }
  }
}
";

#[test]
fn norms_in_one_line() {
    let policy = policy(SOURCE);
    let lines: Vec<String> = (0..policy.norms.len() as u32)
        .map(NormId)
        .flat_map(|id| {
            [
                explain::norm_in_japanese(&policy, id),
                explain::norm_in_english(&policy, id),
            ]
        })
        .collect();
    insta::assert_snapshot!(format!("{SOURCE}----\n{}", lines.join("\n")));
}

#[test]
fn answers_in_words() {
    let policy = policy(SOURCE);
    let decider = Decider::new(&policy);
    let ask = |act, data, party, conditions| Question {
        act,
        data,
        party,
        conditions,
        ..Question::default()
    };
    let for_improvement = |question| Question {
        purpose: Some("改善"),
        ..question
    };
    let questions: [Question<'_>; 11] = [
        ask("提供", &["氏名"], Some("販売店"), &[]),
        ask("提供", &["氏名"], Some("販売店"), &["同意"]),
        ask("提供", &["氏名"], Some("第三者"), &["法令"]),
        ask("提供", &["購入履歴"], Some("広告会社"), &[]),
        for_improvement(ask("提供", &["購入履歴"], Some("広告会社"), &[])),
        ask("提供", &["購入履歴"], Some("第三者"), &["解約"]),
        ask("共同利用", &["氏名"], Some("販売店"), &[]),
        ask("受領", &["氏名"], None, &[]),
        ask("取得", &["購入履歴", "病歴"], None, &[]),
        for_improvement(ask("利用", &["病歴"], None, &[])),
        ask("提供", &[], Some("販売店"), &[]),
    ];
    let mut told = String::new();
    for question in questions {
        let request = decider.request(&question).expect("known words");
        let decision = decider.decide(&request);
        told += &explain::japanese(&policy, &request, &decision);
        told += "\n";
        told += &explain::english(&policy, &request, &decision);
        told += "\n\n";
    }
    insta::assert_snapshot!(told);
}
