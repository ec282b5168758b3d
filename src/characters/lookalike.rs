//! Names that look like others (UTS 39).

use unicode_security::mixed_script::AugmentedScriptSet;

use super::names::key;

/// What a name looks like: two names with one skeleton are hard to tell apart. It proves nothing of one name alone.
pub(crate) fn skeleton(name: &str) -> String {
    unicode_security::skeleton(&key(name)).collect()
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
