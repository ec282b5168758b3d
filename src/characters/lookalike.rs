//! Names that look like others (UTS 39).

use rustc_hash::FxHashMap;
use unicode_normalization::char::canonical_combining_class;
use unicode_security::mixed_script::AugmentedScriptSet;

use super::names::key;

/// What a name looks like: two names with one skeleton are hard to tell apart. It proves nothing of one name alone.
pub(crate) fn skeleton(name: &str) -> String {
    unicode_security::skeleton(&key(name)).collect()
}

/// The skeletons of many names, whose characters are mostly the same.
#[derive(Debug, Default)]
pub(crate) struct Skeletons {
    /// Per character: its own, where it stands by itself in that of every name.
    by_character: FxHashMap<char, Option<Box<str>>>,
}

impl Skeletons {
    /// The same as [`skeleton`].
    pub(crate) fn of(&mut self, name: &str) -> String {
        let mut whole = String::with_capacity(name.len() * 2);
        for c in key(name).chars() {
            match self.by_character.entry(c).or_insert_with(|| own_skeleton(c)) {
                Some(own) => whole.push_str(own),
                None => return skeleton(name),
            }
        }
        whole
    }
}

/// The skeleton of a character; `None` where it depends on the characters before it.
fn own_skeleton(c: char) -> Option<Box<str>> {
    let own: String = unicode_security::skeleton(c.encode_utf8(&mut [0; 4])).collect();
    let first = own.chars().next()?;
    // Marks of a name are sorted, but never across such a character.
    let stands_by_itself = |c| canonical_combining_class(c) == 0;
    (stands_by_itself(c) && stands_by_itself(first)).then(|| own.into())
}

/// A character of a script that does not belong with the rest of the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Foreign {
    pub(crate) character: char,
    /// The script, in Japanese and in English.
    pub(crate) script: (&'static str, &'static str),
}

/// The characters that put a name outside the level Highly Restrictive of UTS 39: neither of one script, nor of Latin
/// with the scripts of one of Japanese, Chinese and Korean. Each character once; empty for a name that is fine.
pub(crate) fn foreign_scripts(name: &str) -> Vec<Foreign> {
    let name = key(name);
    if name.chars().all(is_plain) {
        return Vec::new();
    }
    let mut all = AugmentedScriptSet::default();
    let mut beside_latin = AugmentedScriptSet::default();
    for c in name.chars() {
        let scripts = AugmentedScriptSet::for_char(c);
        all.intersect_with(scripts);
        if !is_latin(scripts) {
            beside_latin.intersect_with(scripts);
        }
    }
    if !all.is_empty() || beside_latin.jpan || beside_latin.hanb || beside_latin.kore {
        return Vec::new();
    }
    let mut found: Vec<Foreign> = Vec::new();
    let foreign = |c: &char| {
        let scripts = AugmentedScriptSet::for_char(*c);
        !is_latin(scripts) && !scripts.jpan && !scripts.is_all()
    };
    for character in name.chars().filter(foreign) {
        if found.iter().all(|known| known.character != character) {
            found.push(Foreign {
                character,
                script: script(character),
            });
        }
    }
    found
}

/// The characters of nearly all names, which go together.
fn is_plain(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, 'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー' | '一'..='鿿' | '_')
}

fn is_latin(scripts: AugmentedScriptSet) -> bool {
    !scripts.is_all() && scripts.base.iter().any(|script| script.short_name() == "Latn")
}

fn script(c: char) -> (&'static str, &'static str) {
    let script = AugmentedScriptSet::for_char(c).base.iter().next();
    let Some(script) = script else {
        return ("ほかの文字", "another script");
    };
    let english = script.full_name();
    let japanese = match script.short_name() {
        "Cyrl" => "キリル文字",
        "Grek" => "ギリシャ文字",
        "Hang" => "ハングル",
        "Bopo" => "注音符号",
        "Armn" => "アルメニア文字",
        "Hebr" => "ヘブライ文字",
        "Arab" => "アラビア文字",
        "Thai" => "タイ文字",
        "Deva" => "デーヴァナーガリー",
        "Geor" => "ジョージア文字",
        "Cher" => "チェロキー文字",
        "Lisu" => "リス文字",
        _ => "ほかの文字",
    };
    (japanese, english)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn look_alikes_have_one_skeleton() {
        for (one, other) in [
            ("一般情報", "ー般情報"),
            ("ロ座", "口座"),
            ("エ事", "工事"),
            ("二次利用", "ニ次利用"),
            ("ヘルプ", "へルプ"),
            ("カ", "力"),
            ("Cookie", "Сookie"),
            ("ID1", "IDl"),
            ("番号0", "番号O"),
            ("ペット", "ぺット"),
        ] {
            assert_eq!(skeleton(one), skeleton(other), "{one} {other}");
        }
    }

    proptest::proptest! {
        #[test]
        fn many_have_the_same_skeletons_as_each(
            names in proptest::collection::vec("[ぁ-ヿ一-三口力工二0OlI1cс\u{3099}\u{309A}\u{301}\u{323}ÅḍＡ가-깋ᄀ-ᇿ]{0,8}", 1..6)
        ) {
            let mut skeletons = Skeletons::default();
            for name in &names {
                proptest::prop_assert_eq!(skeletons.of(name), skeleton(name), "{}", name);
            }
        }

        #[test]
        fn plain_names_are_of_one_writing(name in "[ぁ-ゖァ-ヺー一-鿿a-zA-Z0-9_]{0,8}") {
            let mut beside_latin = AugmentedScriptSet::default();
            for c in name.chars() {
                let scripts = AugmentedScriptSet::for_char(c);
                if !is_latin(scripts) {
                    beside_latin.intersect_with(scripts);
                }
            }
            proptest::prop_assert!(beside_latin.jpan, "{}", name);
        }
    }

    #[test]
    fn ordinary_names_do_not() {
        for (one, other) in [
            ("氏名", "住所"),
            ("サーバー", "サーバ"),
            ("ID1", "ID2"),
            ("はなし", "ばなし"),
            ("ソ", "ン"),
        ] {
            assert_ne!(skeleton(one), skeleton(other), "{one} {other}");
        }
    }

    #[test]
    fn japanese_with_latin_is_fine_and_other_scripts_among_it_are_not() {
        for name in [
            "氏名",
            "Cookie情報",
            "ｶﾞｲﾄﾞ",
            "会員ＩＤ１",
            "サーバー",
            "〇〇々ヶ",
            "𠮷野家",
            "Übersicht情報",
            "пример",
            "고객",
            "髙﨑",
            "ㇰ",
            "第1_号",
            "",
        ] {
            assert_eq!(foreign_scripts(name), [], "{name}");
        }
        let found = |name: &str| -> Vec<(char, &str)> {
            let found = foreign_scripts(name).into_iter();
            found.map(|foreign| (foreign.character, foreign.script.0)).collect()
        };
        assert_eq!(found("Сookieооо"), [('С', "キリル文字"), ('о', "キリル文字")]);
        assert_eq!(found("氏名а"), [('а', "キリル文字")]);
        assert_eq!(found("ο氏"), [('ο', "ギリシャ文字")]);
        assert_eq!(found("かな고객"), [('고', "ハングル"), ('객', "ハングル")]);
    }
}
