//! What no reader can see: every such character × every way into hoshin × every output. None leaves as it is.
//!
//! What the command line adds stands in `cli/hidden.rs`. The table of characters is Unicode's, read here once more and not through the library's own code.

mod bundles;
mod outputs;
mod sources;

use icu_properties::CodePointSetData;
use icu_properties::props::{BidiControl, DefaultIgnorableCodePoint};

/// Stands in a policy wherever a stranger's word may stand, always after a hiragana: there, no selector belongs.
const PLACE: char = '〓';

/// A policy whose every kind of wording holds [`PLACE`].
const POLICY: &str = "\
情報 個人情報 {
  ・氏名「お〓なまえ」「ご〓しめい」
  ・住所
}
主体 加盟店「か〓めい店」［国名＝特定不能、理由＝\"りゆ〓う\"］
条件 希望［本人選択］「ご〓きぼうの場合」
目的 配送「おとどけ〓の連絡」
方針「こじん〓情報の取扱い」{
  旧版 \"もと〓.policy\"
  事業者 当社「みほん〓商店」{
    住所「とう〓きょう」
    代表者「やま〓だ」
  }
  制定［2026-01-01］
  最終改定［2026-04-01］{
    概要「あらまし〓」{
      ・［提供］「かえました〓」
    }
    承認［提供、2026-03-01］\"りゆう〓です\"
  }
  目次
  経路 応募「おうぼ〓」
  章 提供「わたす〓こと」{
    「はじめに〓、**つよい〓ことば**と[ことば〓](https://www.example.jp/)と{提供}。以下「ほんけん〓」といいます。」
    ※「ちゅうき〓」
    ・「こうもく〓」
    取得 受付「うけつけ〓」{
      項目［個人情報］
      経路［応募］
    }
    提供 店へ「しめいを〓わたします。」{
      提供先［加盟店］
      項目［氏名］
      目的［配送］
      場合［希望］
    }
    越境「がいこくへ〓わたす場合」［店へ］{
      ・「か〓めい店に渡します。」
    }
    保管 控え「しばらく〓のこします。」{
      項目［氏名］
      期間［1年］「いち〓ねん」
    }
    表「ひょうだい〓」{
      列「れつ〓」「おつ」
      行「ぎょう〓」「おつ」
    }
  }
  検証「けんしょう〓」{
    提供［氏名］
    提供先［加盟店］
    目的［配送］
    条件［希望］
    結果［許可］
  }
}
";

/// Every character that cannot be seen, by kind, in pieces that one policy can hold. Of the 3,600 that Unicode only keeps
/// free for such characters (U+E0200–U+E0FFF), each sixty-fourth.
fn table() -> Vec<(Kind, Vec<String>)> {
    let bidi = CodePointSetData::new::<BidiControl>();
    let ignorable = CodePointSetData::new::<DefaultIgnorableCodePoint>();
    let all = || ('\0'..=char::MAX).filter(|c| !matches!(c, '\t' | '\n'));
    let kinds: [(Kind, Vec<char>); 3] = [
        (Kind::Control, all().filter(|c| c.is_control()).collect()),
        (Kind::Bidi, all().filter(|c| bidi.contains(*c)).collect()),
        (
            Kind::Invisible,
            all()
                .filter(|c| ignorable.contains(*c) && !bidi.contains(*c))
                .filter(|c| !('\u{E0200}'..='\u{E0FFF}').contains(c) || u32::from(*c) % 64 == 63)
                .chain("\u{2028}\u{2029}\u{FFF9}\u{FFFA}\u{FFFB}\u{2800}\u{13430}\u{13440}\u{1D159}".chars())
                .collect(),
        ),
    ];
    let pieces = |characters: Vec<char>| characters.chunks(100).map(|piece| piece.iter().collect()).collect();
    kinds.map(|(kind, characters)| (kind, pieces(characters))).into()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Control,
    Bidi,
    Invisible,
}

/// The characters that were put in and came out as they are.
#[track_caller]
pub(crate) fn assert_unseen(output: &str, piece: &str, what: &str) {
    // What the pages of the codes show, as SARIF quotes them.
    let shown = ["葛\u{E0100}", "辻\u{E0101}", "👨\u{200D}👩\u{200D}👧", "☎\u{FE0F}"];
    let output = shown
        .iter()
        .fold(output.to_owned(), |output, shown| output.replace(shown, ""));
    let raw = output.chars().find(|c| piece.contains(*c));
    assert_eq!(raw.map(|c| format!("U+{:04X}", u32::from(c))), None, "{what}");
}

#[test]
fn the_table_holds_what_attacks_are_made_of() {
    let all: String = table().into_iter().flat_map(|(_, pieces)| pieces).collect();
    let named = "\u{0}\u{1B}\r\u{7F}\u{9B}\u{AD}\u{34F}\u{61C}\u{115F}\u{1160}\u{17B4}\u{17B5}\u{180B}\u{180E}\u{180F}\u{200B}\u{200F}\
                 \u{2028}\u{202A}\u{202E}\u{2060}\u{2066}\u{2069}\u{206F}\u{3164}\u{FE00}\u{FE0F}\u{FEFF}\u{FFA0}\u{FFF9}\u{E0001}\u{E0041}\u{E0100}\u{E01EF}";
    for c in named.chars() {
        assert!(all.contains(c), "U+{:04X}", u32::from(c));
    }
    assert!(all.chars().count() > 600);
}
