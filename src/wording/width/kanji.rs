//! Kanji that only some machines show: those that IBM and NEC added to Shift_JIS, and forms of radicals that a copy from a PDF
//! leaves behind.

/// The 360 IBM extension kanji of code page 932, without those in the block of compatibility ideographs. None of them is in
/// JIS X 0208. Ascending.
const EXTENSION: [char; 326] = [
    '丨', '仡', '仼', '伀', '伃', '伹', '佖', '侊', '侒', '侔', '侚', '俉', '俍', '俿', '倞', '倢', '偀', '偂', '偆',
    '偰', '傔', '僘', '僴', '兊', '兤', '冝', '冾', '凬', '刕', '劜', '劦', '劯', '勀', '勛', '匀', '匇', '匤', '卲',
    '厓', '厲', '叝', '咊', '咜', '咩', '哿', '喆', '坙', '坥', '垬', '埇', '埈', '增', '墲', '夋', '奓', '奛', '奝',
    '奣', '妤', '妺', '孖', '寀', '寘', '寬', '尞', '岦', '岺', '峵', '崧', '嵂', '嵓', '嵭', '嶸', '嶹', '巐', '弡',
    '弴', '彅', '彧', '德', '忞', '恝', '悅', '悊', '惕', '惞', '惲', '愑', '愠', '愰', '愷', '憘', '戓', '抦', '揵',
    '摠', '撝', '擎', '敎', '昀', '昉', '昕', '昞', '昤', '昮', '昱', '昻', '晗', '晙', '晥', '晳', '暙', '暠', '暲',
    '暿', '曺', '曻', '朎', '杦', '枻', '柀', '栁', '桄', '桒', '棈', '棏', '楨', '榘', '槢', '樰', '橆', '橫', '橳',
    '橾', '櫢', '櫤', '毖', '氿', '汜', '汯', '沆', '泚', '洄', '浯', '涇', '涖', '涬', '淏', '淲', '淸', '淼', '渧',
    '渹', '渼', '湜', '溿', '澈', '澵', '濵', '瀅', '瀇', '瀨', '炅', '炫', '炻', '焄', '焏', '煆', '煇', '煜', '燁',
    '燾', '犱', '犾', '猤', '獷', '玽', '珉', '珒', '珖', '珣', '珵', '琇', '琦', '琩', '琪', '琮', '瑢', '璉', '璟',
    '甁', '甯', '畯', '皂', '皛', '皜', '皞', '皦', '睆', '砡', '硎', '硤', '硺', '礰', '禔', '禛', '竑', '竧', '竫',
    '箞', '絈', '絜', '綠', '綷', '緖', '繒', '纊', '罇', '羡', '茁', '荢', '荿', '菇', '菶', '葈', '蒴', '蓜', '蕓',
    '蕙', '蕫', '薰', '蠇', '裵', '褜', '訒', '訷', '詹', '誧', '誾', '諟', '諶', '譓', '譿', '賰', '賴', '贒', '赶',
    '軏', '遧', '郞', '鄕', '鄧', '釗', '釚', '釞', '釤', '釥', '釭', '釮', '鈆', '鈊', '鈐', '鈹', '鈺', '鈼', '鉀',
    '鉎', '鉑', '鉙', '鉧', '鉷', '鉸', '銈', '銧', '鋐', '鋓', '鋕', '鋗', '鋙', '鋠', '鋧', '鋹', '鋻', '鋿', '錂',
    '錝', '錞', '錡', '錥', '鍈', '鍗', '鍰', '鎤', '鏆', '鏞', '鏸', '鐱', '鑅', '鑈', '閒', '隝', '隯', '霳', '霻',
    '靃', '靍', '靏', '靑', '靕', '顗', '顥', '餧', '馞', '驎', '髙', '髜', '魲', '魵', '鮏', '鮱', '鮻', '鰀', '鵫',
    '鵰', '鸙', '黑',
];

/// Kanji in the block of compatibility ideographs that are no compatibility ideographs, as far as code page 932 has them.
const EXTENSION_APART: [char; 12] = ['﨎', '﨏', '﨑', '﨓', '﨔', '﨟', '﨡', '﨣', '﨤', '﨧', '﨨', '﨩'];

/// The ordinary form of old forms among them, as names have them.
const ORDINARY: &str =
    "髙高德徳瀨瀬濵浜敎教昻昂淸清閒間靑青黑黒增増寬寛橫横緖緒薰薫賴頼郞郎鄕郷曻昇冝宜凬風悅悦甁瓶曺曹綠緑﨑崎";

/// Radical and the kanji it looks like: EquivalentUnifiedIdeograph.txt of Unicode 14, where NFKC gives nothing. Ascending.
const RADICALS: [(char, char); 97] = [
    ('⺁', '厂'),
    ('⺂', '乛'),
    ('⺃', '乚'),
    ('⺄', '乙'),
    ('⺅', '亻'),
    ('⺆', '冂'),
    ('⺈', '刀'),
    ('⺉', '刂'),
    ('⺊', '卜'),
    ('⺌', '小'),
    ('⺍', '小'),
    ('⺎', '兀'),
    ('⺏', '尣'),
    ('⺐', '尢'),
    ('⺒', '巳'),
    ('⺓', '幺'),
    ('⺔', '彑'),
    ('⺕', '彐'),
    ('⺖', '忄'),
    ('⺗', '心'),
    ('⺘', '扌'),
    ('⺙', '攵'),
    ('⺛', '旡'),
    ('⺜', '日'),
    ('⺝', '月'),
    ('⺞', '歺'),
    ('⺠', '民'),
    ('⺡', '氵'),
    ('⺢', '氺'),
    ('⺣', '灬'),
    ('⺤', '爫'),
    ('⺥', '爫'),
    ('⺦', '丬'),
    ('⺧', '牛'),
    ('⺨', '犭'),
    ('⺩', '王'),
    ('⺫', '目'),
    ('⺬', '示'),
    ('⺭', '礻'),
    ('⺯', '糹'),
    ('⺰', '纟'),
    ('⺱', '罓'),
    ('⺲', '罒'),
    ('⺴', '冗'),
    ('⺶', '羊'),
    ('⺹', '耂'),
    ('⺺', '肀'),
    ('⺻', '聿'),
    ('⺼', '肉'),
    ('⺾', '艹'),
    ('⺿', '艹'),
    ('⻀', '艹'),
    ('⻁', '虎'),
    ('⻂', '衤'),
    ('⻃', '覀'),
    ('⻄', '西'),
    ('⻅', '见'),
    ('⻆', '角'),
    ('⻈', '讠'),
    ('⻉', '贝'),
    ('⻋', '车'),
    ('⻌', '辶'),
    ('⻍', '辶'),
    ('⻎', '辶'),
    ('⻏', '邑'),
    ('⻐', '钅'),
    ('⻑', '長'),
    ('⻒', '镸'),
    ('⻓', '长'),
    ('⻔', '门'),
    ('⻖', '阝'),
    ('⻗', '雨'),
    ('⻘', '青'),
    ('⻙', '韦'),
    ('⻚', '页'),
    ('⻛', '风'),
    ('⻜', '飞'),
    ('⻝', '食'),
    ('⻟', '飠'),
    ('⻠', '饣'),
    ('⻢', '马'),
    ('⻣', '骨'),
    ('⻤', '鬼'),
    ('⻥', '鱼'),
    ('⻦', '鸟'),
    ('⻧', '卤'),
    ('⻨', '麦'),
    ('⻩', '黄'),
    ('⻪', '黾'),
    ('⻫', '斉'),
    ('⻬', '齐'),
    ('⻭', '歯'),
    ('⻮', '齿'),
    ('⻯', '竜'),
    ('⻰', '龙'),
    ('⻱', '龜'),
    ('⻲', '亀'),
];

/// The first kanji of the block of unified ideographs.
const FIRST: u32 = 0x4E00;

/// One bit for each unified ideograph, so that ordinary kanji cost one look.
const BITS: [u64; 328] = bits();

const fn bits() -> [u64; 328] {
    let mut bits = [0; 328];
    let mut index = 0;
    while index < EXTENSION.len() {
        let at = EXTENSION[index] as u32 - FIRST;
        bits[(at / 64) as usize] |= 1 << (at % 64);
        index += 1;
    }
    bits
}

/// Whether a kanji is one of those that were added to Shift_JIS.
pub(super) fn is_extension(c: char) -> bool {
    match c {
        '\u{4E00}'..='\u{9FFF}' => {
            let at = c as u32 - FIRST;
            BITS[(at / 64) as usize] >> (at % 64) & 1 == 1
        }
        _ => EXTENSION_APART.contains(&c),
    }
}

/// The form that is in every character set.
pub(super) fn ordinary(c: char) -> Option<char> {
    let (old, new) = (ORDINARY.chars().step_by(2), ORDINARY.chars().skip(1).step_by(2));
    old.zip(new).find(|(old, _)| *old == c).map(|(_, new)| new)
}

/// The kanji that a radical looks like.
pub(super) fn of_radical(c: char) -> Option<char> {
    let index = RADICALS.binary_search_by_key(&c, |(radical, _)| *radical).ok()?;
    Some(RADICALS[index].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_in_order() {
        assert!(EXTENSION.is_sorted() && EXTENSION_APART.is_sorted());
        assert!(RADICALS.is_sorted());
        assert_eq!(EXTENSION.iter().filter(|c| is_extension(**c)).count(), EXTENSION.len());
        let old_forms = ORDINARY.chars().step_by(2);
        assert_eq!(old_forms.filter(|c| !is_extension(*c)).collect::<String>(), "");
    }

    #[test]
    fn ordinary_kanji_are_not_extensions() {
        assert!("高崎徳個人情報取扱事業者".chars().all(|c| !is_extension(c)));
        assert_eq!(ordinary('髙'), Some('高'));
        assert_eq!(ordinary('高'), None);
        assert_eq!(of_radical('⻑'), Some('長'));
    }
}
