//! The words that are spelt in more than one way. The first spelling is the one preferred where both are as frequent: that of
//! 公用文作成の考え方 (Council for Cultural Affairs, 2022) for plain text, in kana where readers of a policy expect kana.
//!
//! Not here: words that differ in meaning (決済 and 決裁, 保証 and 補償), terms of law (個人情報 and 個人データ), and words that
//! one text rightly uses both of (時 and とき, 等 and など).

/// What decides whether a spelling found in the text is a use of the word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rule {
    /// It always is.
    Word,
    /// A spelling that begins with kanji is none behind another kanji: 更に in 変更に.
    Adverb,
    /// A noun made of a verb: the verb itself is spelt by other rules (取扱い, but 取り扱います), and so are compounds (取扱業務).
    Noun,
    /// A whole run of katakana or Latin letters that is no part of a name.
    Run,
    /// The same at the end of a run: コロナウイルス.
    End,
    /// Counts something: 3か月.
    AfterNumber,
}

/// One word in its spellings.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    pub(super) rule: Rule,
    /// The spellings; for inflected words their stems.
    pub(super) spellings: &'static [&'static str],
    /// What follows each stem; empty for words that do not change.
    pub(super) endings: &'static [&'static str],
    /// What completes a stem where the spelling is named.
    pub(super) dictionary: &'static str,
}

const fn word(rule: Rule, spellings: &'static [&'static str]) -> Word {
    Word {
        rule,
        spellings,
        endings: &[""],
        dictionary: "",
    }
}

const fn always(spellings: &'static [&'static str]) -> Word {
    word(Rule::Word, spellings)
}

const fn adverb(spellings: &'static [&'static str]) -> Word {
    word(Rule::Adverb, spellings)
}

const fn noun(spellings: &'static [&'static str]) -> Word {
    word(Rule::Noun, spellings)
}

const fn run(spellings: &'static [&'static str]) -> Word {
    word(Rule::Run, spellings)
}

const fn counter(spellings: &'static [&'static str]) -> Word {
    word(Rule::AfterNumber, spellings)
}

const fn inflected(
    spellings: &'static [&'static str],
    dictionary: &'static str,
    endings: &'static [&'static str],
) -> Word {
    Word {
        rule: Rule::Word,
        spellings,
        endings,
        dictionary,
    }
}

/// Verbs in む: 申し込む.
const MU: &[&str] = &["む", "まれ", "みます", "みまし", "みませ", "んだ", "んで"];
/// Verbs in す: 引き渡す.
const SU: &[&str] = &["す", "され", "さな", "します", "しまし", "しませ", "した", "して"];
/// Verbs in る that keep their stem: 受け付ける.
const RU: &[&str] = &["る", "ます", "まし", "ませ", "て", "た", "ない", "られ"];

/// Longer words that hold a spelling without being the word.
pub(super) const OTHER_WORDS: &[&str] = &[
    "一致し",
    "合致し",
    "誘致し",
    "招致し",
    "拉致し",
    "極致し",
    "かつて",
    "かつら",
    "せいかつ",
    "いかつ",
    "分かつ",
    "わかつ",
    "またはじ",
    "の通り道",
    "の通り抜",
    "の為替",
    "出来事",
    "出来高",
    "出来上",
    "みなさん",
    "但し書",
    "ただし書",
    "書き損",
    "引き損",
    "聞き損",
    "こども家庭庁",
    "こども園",
    "子ども・子育て",
    "子ども家庭",
    "手続法",
    "届出書",
    "銀行い",
    "実行な",
    "履行な",
    "代行な",
    "執行な",
    "施行な",
];

pub(super) const WORDS: &[Word] = &[
    // Conjunctions and adverbs.
    always(&["および", "及び"]),
    always(&["または", "又は"]),
    always(&["ならびに", "並びに"]),
    always(&["もしくは", "若しくは"]),
    adverb(&["ただし", "但し"]),
    adverb(&["なお、", "尚、"]),
    always(&["かつ", "且つ"]),
    adverb(&["すべて", "全て", "総て"]),
    adverb(&["さまざま", "様々", "様様"]),
    adverb(&["あらかじめ", "予め"]),
    adverb(&["すでに", "既に"]),
    adverb(&["さらに", "更に"]),
    adverb(&["例えば", "たとえば"]),
    adverb(&["速やかに", "すみやかに"]),
    adverb(&["ほとんど", "殆ど"]),
    adverb(&["引き続き", "引続き", "ひきつづき"]),
    adverb(&["よろしく", "宜しく"]),
    adverb(&["ごとに", "毎に"]),
    always(&["とともに", "と共に"]),
    always(&["のとおり", "の通り"]),
    always(&["のため", "の為"]),
    always(&["するため", "する為"]),
    always(&["にあたって", "に当たって", "に当って"]),
    always(&["にあたり", "に当たり", "に当り"]),
    always(&["において", "に於いて", "に於て"]),
    always(&["における", "に於ける"]),
    always(&["に伴い", "にともない"]),
    always(&["に伴う", "にともなう"]),
    always(&["に従い", "にしたがい"]),
    always(&["に従って", "にしたがって"]),
    always(&["に基づき", "にもとづき", "に基き"]),
    always(&["に基づく", "にもとづく", "に基く"]),
    always(&["にかかわらず", "に関わらず", "に拘わらず", "に拘らず"]),
    always(&["にわたり", "に亘り"]),
    always(&["わかりやす", "分かりやす", "判りやす", "解りやす"]),
    // Verbs of courtesy and others.
    always(&["ください", "下さい"]),
    inflected(&["いただ", "頂"], "く", &["い", "き", "く", "け", "こ", "か"]),
    inflected(&["いた", "致"], "します", &["しま", "して", "し、"]),
    inflected(&["でき", "出来"], "る", &["る", "ま", "な", "ず", "れ", "た", "て"]),
    inflected(&["みな", "見な"], "す", &["し", "す", "さ"]),
    inflected(
        &["行", "行な", "おこな"],
        "う",
        &["う", "わ", "え", "っ", "いま", "い、"],
    ),
    inflected(
        &["取り扱", "取扱"],
        "う",
        &["う", "わ", "え", "お", "っ", "います", "いまし", "いませ"],
    ),
    inflected(&["申し込", "申込"], "む", MU),
    inflected(&["書き込", "書込"], "む", MU),
    inflected(&["振り込", "振込"], "む", MU),
    inflected(&["取り組", "取組"], "む", MU),
    inflected(&["引き渡", "引渡"], "す", SU),
    inflected(&["取り消", "取消"], "す", SU),
    inflected(&["払い戻", "払戻"], "す", SU),
    inflected(&["受け付け", "受付け"], "る", RU),
    inflected(&["申し出", "申出"], "る", RU),
    inflected(&["申し立て", "申立て"], "る", RU),
    inflected(&["問い合わせ", "問合せ", "問合わせ", "問い合せ"], "る", RU),
    inflected(&["組み合わせ", "組合せ", "組合わせ", "組み合せ"], "る", RU),
    inflected(&["受け取", "受取"], "る", &["る", "ら", "れ", "っ", "ります", "りまし"]),
    inflected(&["引き継", "引継"], "ぐ", &["ぐ", "が", "ぎます", "いだ", "いで"]),
    inflected(&["紐付", "紐づ", "ひも付", "ひもづ"], "ける", &["け", "き", "く"]),
    inflected(&["関連付", "関連づ"], "ける", &["け"]),
    inflected(&["義務付", "義務づ"], "ける", &["け"]),
    inflected(&["位置付", "位置づ"], "ける", &["け"]),
    inflected(
        &["ご", "御"],
        "利用",
        &[
            "利用", "確認", "連絡", "案内", "意見", "注意", "了承", "相談", "請求", "提供", "本人", "覧", "同意",
            "質問", "要望", "登録",
        ],
    ),
    // Nouns made of verbs.
    noun(&["問い合わせ", "問合せ", "問合わせ", "問い合せ"]),
    noun(&["取扱い", "取り扱い", "取扱"]),
    noun(&["申込み", "申し込み", "申込"]),
    noun(&["手続", "手続き"]),
    noun(&["届出", "届け出"]),
    noun(&["受付", "受け付け", "受付け"]),
    noun(&["組合せ", "組み合わせ", "組合わせ", "組み合せ"]),
    noun(&["打合せ", "打ち合わせ", "打合わせ", "打ち合せ"]),
    noun(&["突き合わせ", "突合せ"]),
    noun(&["見積り", "見積もり", "見積"]),
    noun(&["引渡し", "引き渡し", "引渡"]),
    noun(&["受渡し", "受け渡し", "受渡"]),
    noun(&["取消し", "取り消し", "取消"]),
    noun(&["払戻し", "払い戻し", "払戻"]),
    noun(&["払込み", "払い込み", "払込"]),
    noun(&["振込み", "振り込み", "振込"]),
    noun(&["振替え", "振り替え", "振替"]),
    noun(&["引落し", "引き落とし", "引落とし", "引き落し"]),
    noun(&["支払", "支払い"]),
    noun(&["売上げ", "売り上げ", "売上"]),
    noun(&["買取り", "買い取り", "買取"]),
    noun(&["貸出し", "貸し出し", "貸出"]),
    noun(&["受取り", "受け取り", "受取"]),
    noun(&["引継ぎ", "引き継ぎ", "引継"]),
    noun(&["切替え", "切り替え", "切替"]),
    noun(&["書換え", "書き換え", "書換"]),
    noun(&["書込み", "書き込み", "書込"]),
    noun(&["読込み", "読み込み", "読込"]),
    noun(&["読取り", "読み取り", "読取"]),
    noun(&["埋込み", "埋め込み"]),
    noun(&["組込み", "組み込み"]),
    noun(&["絞込み", "絞り込み"]),
    noun(&["繰返し", "繰り返し"]),
    noun(&["割当て", "割り当て", "割当"]),
    noun(&["割引", "割り引き", "割引き"]),
    noun(&["締切り", "締め切り", "締切"]),
    noun(&["申立て", "申し立て", "申立"]),
    noun(&["申出", "申し出"]),
    noun(&["差止め", "差し止め", "差止"]),
    noun(&["立入り", "立ち入り", "立入"]),
    noun(&["取決め", "取り決め"]),
    noun(&["取組", "取り組み", "取組み"]),
    noun(&["取りまとめ", "取り纏め", "取纏め"]),
    noun(&["取引", "取り引き"]),
    noun(&["持出し", "持ち出し"]),
    noun(&["持込み", "持ち込み"]),
    noun(&["立替え", "立て替え", "立替"]),
    noun(&["積立て", "積み立て", "積立"]),
    noun(&["引越し", "引っ越し", "引越"]),
    noun(&["呼出し", "呼び出し", "呼出"]),
    noun(&["預り", "預かり"]),
    noun(&["仕組み", "仕組"]),
    always(&["代わり", "代り"]),
    // Words with kana for a rare kanji, and others.
    always(&["漏えい", "漏洩"]),
    always(&["毀損", "き損", "棄損"]),
    always(&["改ざん", "改竄"]),
    always(&["隠蔽", "隠ぺい"]),
    always(&["補填", "補てん"]),
    always(&["あっせん", "斡旋", "あっ旋"]),
    always(&["附則", "付則"]),
    always(&["付随", "附随"]),
    always(&["年齢", "年令"]),
    always(&["第三者", "第3者", "第３者"]),
    always(&["一人ひとり", "一人一人", "ひとりひとり"]),
    always(&["お客様", "お客さま"]),
    always(&["皆様", "皆さま", "みなさま"]),
    always(&["子ども", "子供", "こども"]),
    counter(&["か月", "ヶ月", "カ月", "ヵ月", "ケ月", "箇月"]),
    counter(&["か所", "ヶ所", "カ所", "ヵ所", "ケ所", "箇所"]),
    counter(&["か国", "ヶ国", "カ国", "ヵ国", "ケ国"]),
    // Katakana and Latin.
    run(&["Cookie", "クッキー", "cookie", "COOKIE"]),
    run(&["ウェブサイト", "Webサイト", "WEBサイト", "webサイト", "ウエブサイト"]),
    run(&["ウェブ", "Web", "WEB", "web", "ウエブ"]),
    run(&["Eメール", "eメール", "E-mail", "e-mail", "E-Mail", "Email", "email"]),
    run(&["メールアドレス", "メール・アドレス"]),
    run(&["メールマガジン", "メール・マガジン"]),
    run(&["ダイレクトメール", "ダイレクト・メール"]),
    run(&["プライバシーポリシー", "プライバシー・ポリシー"]),
    run(&["パーソナルデータ", "パーソナル・データ"]),
    run(&["ソーシャルメディア", "ソーシャル・メディア"]),
    run(&["クレジットカード", "クレジット・カード"]),
    run(&["カスタマーサポート", "カスタマー・サポート"]),
    run(&["コールセンター", "コール・センター"]),
    run(&["データベース", "データ・ベース"]),
    run(&["ホームページ", "ホーム・ページ"]),
    run(&["オプトアウト", "オプト・アウト"]),
    run(&["オプトイン", "オプト・イン"]),
    run(&["ソフトウェア", "ソフトウエア"]),
    run(&["ハードウェア", "ハードウエア"]),
    word(Rule::End, &["ウイルス", "ウィルス"]),
    run(&["デジタル", "ディジタル"]),
    run(&[
        "インターフェース",
        "インターフェイス",
        "インタフェース",
        "インタフェイス",
    ]),
    run(&["スマートフォン", "スマートホン"]),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn no_spelling_belongs_to_two_words() {
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        for (index, word) in WORDS.iter().enumerate() {
            assert!(word.spellings.len() > 1, "{:?}", word.spellings);
            for spelling in word.spellings {
                for ending in word.endings {
                    let form = format!("{spelling}{ending}");
                    assert!(form.chars().nth(1).is_some(), "{form}");
                    assert_eq!(seen.insert(form.clone(), index), None, "{form}");
                }
            }
        }
        for other in OTHER_WORDS {
            assert!(!seen.contains_key(*other), "{other}");
        }
    }
}
