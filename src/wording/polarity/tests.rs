//! Sentences with what each says of its acts.

use super::{Polarity, claims};

/// The act words with what is said of each: + affirmed, ± limited, ∓ excepted, − negated.
fn read(text: &str) -> String {
    let sign = |polarity| match polarity {
        Polarity::Affirmed => '+',
        Polarity::Limited => '±',
        Polarity::Excepted => '∓',
        Polarity::Negated => '−',
    };
    let shown: Vec<String> = claims(text)
        .iter()
        .map(|claim| format!("{}{:?}", sign(claim.polarity), claim.verb))
        .collect();
    shown.join(" ")
}

#[test]
fn each_sentence_says_what_it_says() {
    let table = [
        // Negated.
        ("当店は、氏名を広告会社に提供しません。", "−Provide"),
        ("位置情報は取得いたしません。", "−Collect"),
        ("顔写真を保管することはありません。", "−Retain"),
        ("顔写真を保管することは一切ございません。", "−Retain"),
        ("名簿の販売を禁じます。", "−Provide"),
        ("名簿の第三者への開示を禁止します。", "−Provide"),
        ("音声の取得は行いません。", "−Collect"),
        ("音声の取得は、一切行いません。", "−Collect"),
        ("購入履歴は広告に利用していません。", "−Use"),
        ("購入履歴は広告に利用しておりません。", "−Use"),
        ("会員番号を外部に送信しない。", "−Transmit"),
        ("会員番号を外部に送信しないものとします。", "−Transmit"),
        ("会員番号を外部に送信しないこととします。", "−Transmit"),
        ("通話の内容が公開されることはありません。", "−Publish"),
        ("住所を名簿業者に販売できません。", "−Provide"),
        ("住所を名簿業者に提供いたしかねます。", "−Provide"),
        ("従業員は顧客の名簿を使用してはなりません。", "−Use"),
        ("名簿を使用することは禁じられています。", "−Use"),
        ("名簿を譲渡するつもりはありません。", "−Provide"),
        ("名簿を譲渡する予定はございません。", "−Provide"),
        ("連絡先を提供せず、店内でのみ扱います。", "−Provide"),
        ("録音を保存することなく、直ちに消去します。", "−Retain +Erase"),
        ("録音は保存しませんが、要約は保存します。", "−Retain +Retain"),
        ("録音は取得しませんので、ご安心ください。", "−Collect"),
        ("氏名を取得、利用または提供しません。", "−Collect −Use −Provide"),
        ("氏名を利用し、または他社に提供することはありません。", "−Use −Provide"),
        ("氏名を外部に提供等いたしません。", "−Provide"),
        ("連絡先の利用は差し控えます。", "−Use"),
        ("連絡先を第三者に提供するものではありません。", "−Provide"),
        ("受信した情報を転送しておりません", "−Transmit"),
        // Negated, but for something.
        ("ご本人の同意なく提供しません。", "∓Provide"),
        ("ご本人の同意を得ずに提供することはありません。", "∓Provide"),
        ("法律が求める場合を除き、提供しません。", "∓Provide"),
        ("法律が求める場合を除いては、開示いたしません。", "∓Provide"),
        ("ご本人が承諾しない限り、提供しません。", "∓Provide"),
        ("目的の範囲を超えて利用しません。", "∓Use"),
        ("発送以外の目的で利用しません。", "∓Use"),
        (
            "提供しません。ただし、警察の照会があるときはこの限りではありません。",
            "∓Provide",
        ),
        ("提供しません。ただし、次の場合は除きます。", "∓Provide"),
        ("提供しません（法律が求める場合を除きます）。", "∓Provide"),
        ("偽りその他不正の手段で取得しません。", "∓Collect"),
        ("原則として外部には保存しません。", "∓Retain"),
        ("第三者への提供は、法令による場合を除き、行いません。", "∓Provide"),
        ("端末に氏名は記録されません。", "−Record"),
        // Affirmed.
        ("ご本人の同意を得た上で提供します。", "+Provide"),
        ("氏名を取得し、配送に利用します。", "+Collect +Use"),
        ("氏名を取得して利用いたします。", "+Collect +Use"),
        ("氏名および住所を取得いたします。", "+Collect"),
        ("氏名の取得および利用を行います。", "+Collect +Use"),
        ("連絡先を取引先に提供することがあります。", "+Provide"),
        ("連絡先を取引先に提供する場合がございます。", "+Provide"),
        ("統計を公表できるものとします。", "+Publish"),
        ("取扱いを外部に委託させていただきます。", "+Entrust"),
        ("求めがない限り、毎月提供します。", "±Provide"),
        ("求めに応じて開示しなければなりません。", "+Provide"),
        ("求めに応じて開示せざるを得ません。", "+Provide"),
        ("ご家族に開示しないわけではありません。", "+Provide"),
        ("ご家族に開示しないことはありません。", "+Provide"),
        ("この定めは、警察に提供することを妨げるものではありません。", "+Provide"),
        ("警察への提供を妨げるものではありません。", "+Provide"),
        ("氏名を取得しますが、住所は取得しません。", "+Collect −Collect"),
        ("氏名を取得します。住所は取得しません。", "+Collect −Collect"),
        ("氏名を共同で利用します。", "+Share"),
        ("販売店から氏名の提供を受けます。", "+Receive"),
        ("発送を外部に委託する。", "+Entrust"),
        // Affirmed within bounds.
        ("法律が求める場合に限り提供します。", "±Provide"),
        ("配送のためにのみ利用いたします。", "±Use"),
        ("目的の範囲内で利用します。", "±Use"),
        ("第三者への提供は、同意がある場合に限り行います。", "±Provide"),
        // Nothing is claimed.
        ("ただし、急を要するときはこの限りではありません。", ""),
        ("お答えのない項目があると、提供しないことがあります。", ""),
        ("返金の情報を提供できない場合があります。", ""),
        ("提供する情報の項目", ""),
        ("取得した情報の取扱い", ""),
        ("加盟店への提供", ""),
        ("提供先と委託先の一覧", ""),
        ("利用目的を次に示します。", ""),
        ("氏名を提供しないでください。", ""),
        ("お客様には、氏名をご提供いただきます。", ""),
        ("提供しない場合は、お届けできません。", ""),
        ("提供の停止を求めることができます。", ""),
        ("「提供しません」と書かれた欄をご覧ください。", ""),
        ("氏名（第三者に提供しません）を伺います。", ""),
        ("サービスを提供するため", ""),
        ("個人情報を提供しないよう求めます。", ""),
    ];
    let wrong: Vec<String> = table
        .iter()
        .filter(|(text, expected)| read(text) != *expected)
        .map(|(text, expected)| format!("{text}\n    is `{expected}`, read as `{}`", read(text)))
        .collect();
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        table.len(),
        wrong.join("\n")
    );
}

#[test]
fn a_claim_knows_its_clause() {
    let text = "氏名を取得し、位置情報は取得しません。声は保存します。";
    let clauses: Vec<&str> = claims(text)
        .into_iter()
        .map(|claim| text.get(claim.clause).expect("on boundaries"))
        .collect();
    assert_eq!(clauses, ["氏名を取得し", "、位置情報は取得しません", "声は保存します"]);
}
