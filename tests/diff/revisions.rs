//! A small policy and edits of it.

use hoshin::internals::policy::Policy;

use crate::support::compiled;

/// Compiles the body of a policy.
pub(super) fn policy(body: &str) -> Policy {
    compiled::policy(&format!("方針「個人情報の取扱いについて」{{\n{body}\n}}\n"))
}

/// Three chapters, with names; paragraphs, bullets, a note, a table.
pub(super) const SHOP: &str = "\
章 取得「取得する情報」{
  「当店は、会員登録の際に、お客様のお名前とご住所をお知らせいただきます。」
  「ご注文の際には、次の情報もお知らせいただきます。」
  ・「電話番号」
  ・「メールアドレス」
  ・「お届け先のご住所」
  ※「お届け先がご自宅のときは、お知らせいただく必要はありません。」
}
章 保管「情報の保管」{
  「お預かりした情報は、店主だけが開くことのできる棚に保管します。保管の期間は、最後のご注文から3年間です。」
  表「保管の期間」{
    列「情報」「期間」
    行「注文の控え」「3年」
    行「お問い合わせの記録」「1年」
  }
}
章 問合せ「お問い合わせ」{
  「ご不明な点は、{取得}に定める情報とともに、店主までお尋ねください。」
}";

/// The same with some words exchanged.
pub(super) fn with(edits: &[(&str, &str)]) -> String {
    let mut text = SHOP.to_owned();
    for (before, after) in edits {
        assert!(text.contains(before), "{before} stands in the policy");
        text = text.replacen(before, after, 1);
    }
    text
}
