//! How numbers are written: `1.` `(1)` `①` `第1条` `一` `ア` `イ` `a` `【1】` `1-1`.
//!
//! A pattern is the number of the first item as it should look, so an editor writes what she wants to see.

/// A numeral system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Numeral {
    /// 1 2 3
    Arabic,
    /// １ ２ ３
    FullWidth,
    /// 一 二 三
    Kanji,
    /// ① ② ③ up to ㊿, then (51)
    Circled,
    /// ア イ ウ, in the order of the fifty sounds
    Aiueo,
    /// イ ロ ハ, as statutes count
    Iroha,
    /// a b c
    LowerLatin,
    /// A B C
    UpperLatin,
    /// i ii iii
    LowerRoman,
    /// I II III
    UpperRoman,
}

/// How heading and number are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TitleStyle {
    /// `1. 題`
    Spaced,
    /// `第1条（題）`
    Parenthesised,
}

/// The form of the numbers of one level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberPattern {
    source: String,
    before: String,
    /// The separator after the parent's number, for `1-1`.
    parent: Option<String>,
    numeral: Numeral,
    after: String,
    title: TitleStyle,
}

/// The pattern holds no numeral, or several that are not parent and child.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvalidPattern;

const TITLE_MARK: &str = "（題）";
const AIUEO: &str = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";
const IROHA: &str = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス";

impl Default for NumberPattern {
    fn default() -> Self {
        Self {
            source: "1.".to_owned(),
            before: String::new(),
            parent: None,
            numeral: Numeral::Arabic,
            after: ".".to_owned(),
            title: TitleStyle::Spaced,
        }
    }
}

impl NumberPattern {
    /// Reads a pattern: the first number as it should look, optionally followed by `（題）` where the title goes in
    /// brackets.
    ///
    /// # Errors
    /// When it does not hold exactly one numeral (or `1-1`, parent and own).
    pub fn parse(source: &str) -> Result<Self, InvalidPattern> {
        let (body, title) = match source.strip_suffix(TITLE_MARK) {
            Some(body) => (body, TitleStyle::Parenthesised),
            None => (source, TitleStyle::Spaced),
        };
        let samples: Vec<(usize, char, Numeral)> = body
            .char_indices()
            .filter_map(|(at, c)| numeral_of_first(c).map(|numeral| (at, c, numeral)))
            .collect();
        let cut = |from: usize, to: usize| body.get(from..to).unwrap_or("").to_owned();
        let (before, parent, (at, c, numeral)) = match samples.as_slice() {
            [one] => (cut(0, one.0), None, *one),
            [outer, own] => {
                let after_outer = outer.0 + outer.1.len_utf8();
                (cut(0, outer.0), Some(cut(after_outer, own.0)), *own)
            }
            _ => return Err(InvalidPattern),
        };
        Ok(Self {
            source: source.to_owned(),
            before,
            parent,
            numeral,
            after: cut(at + c.len_utf8(), body.len()),
            title,
        })
    }

    /// As written.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The bare number: `3`, `三`, `ウ`, `2-3`.
    #[must_use]
    pub fn bare(&self, number: usize, parent: Option<&str>) -> String {
        let own = write(self.numeral, number);
        match (&self.parent, parent) {
            (Some(separator), Some(parent)) => format!("{parent}{separator}{own}"),
            _ => own,
        }
    }

    /// The number as it stands in the heading: `(3)`, `第3条`.
    #[must_use]
    pub fn full(&self, bare: &str) -> String {
        format!("{}{bare}{}", self.before, self.after)
    }

    /// Whether a number begins with that of the level above: `1-1`.
    #[must_use]
    pub fn holds_parent(&self) -> bool {
        self.parent.is_some()
    }

    /// How title and number are joined.
    #[must_use]
    pub fn title_style(&self) -> TitleStyle {
        self.title
    }

    /// Number and title as the heading shows them.
    #[must_use]
    #[cfg(any(test, feature = "internals"))]
    pub fn heading(&self, full: &str, title: &str) -> String {
        self.title.join(full, title)
    }
}

impl TitleStyle {
    /// Number and title as a heading of this style shows them.
    #[must_use]
    pub fn join(self, full: &str, title: &str) -> String {
        match self {
            _ if title.is_empty() => full.to_owned(),
            Self::Spaced => format!("{full} {title}"),
            Self::Parenthesised => format!("{full}（{title}）"),
        }
    }
}

fn numeral_of_first(c: char) -> Option<Numeral> {
    match c {
        '1' => Some(Numeral::Arabic),
        '１' => Some(Numeral::FullWidth),
        '一' => Some(Numeral::Kanji),
        '①' => Some(Numeral::Circled),
        'ア' => Some(Numeral::Aiueo),
        'イ' => Some(Numeral::Iroha),
        'a' => Some(Numeral::LowerLatin),
        'A' => Some(Numeral::UpperLatin),
        'i' => Some(Numeral::LowerRoman),
        'I' => Some(Numeral::UpperRoman),
        _ => None,
    }
}

fn write(numeral: Numeral, number: usize) -> String {
    match numeral {
        Numeral::Arabic => number.to_string(),
        Numeral::FullWidth => number.to_string().chars().map(full_width_digit).collect(),
        Numeral::Kanji => kanji(number),
        Numeral::Circled => circled(number),
        Numeral::Aiueo => letter(AIUEO, number),
        Numeral::Iroha => letter(IROHA, number),
        Numeral::LowerLatin => letter("abcdefghijklmnopqrstuvwxyz", number),
        Numeral::UpperLatin => letter("ABCDEFGHIJKLMNOPQRSTUVWXYZ", number),
        Numeral::LowerRoman => roman(number).to_lowercase(),
        Numeral::UpperRoman => roman(number),
    }
}

fn full_width_digit(c: char) -> char {
    char::from_u32(c as u32 + 0xFEE0).unwrap_or(c)
}

/// 1 is 一, 10 is 十, 21 is 二十一, 105 is 百五.
fn kanji(number: usize) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    const UNITS: [(usize, &str); 3] = [(1000, "千"), (100, "百"), (10, "十")];
    if number == 0 || number >= 10_000 {
        return number.to_string();
    }
    let mut text = String::new();
    let mut rest = number;
    for (unit, word) in UNITS {
        let count = rest / unit;
        if count > 1 {
            text.push_str(DIGITS[count]);
        }
        if count > 0 {
            text.push_str(word);
        }
        rest %= unit;
    }
    text.push_str(DIGITS[rest]);
    text
}

/// Unicode has circled numbers up to 50; beyond that brackets stand for the circle.
fn circled(number: usize) -> String {
    let code = match number {
        1..=20 => 0x2460 + number as u32 - 1,
        21..=35 => 0x3251 + number as u32 - 21,
        36..=50 => 0x32B1 + number as u32 - 36,
        _ => return format!("({number})"),
    };
    char::from_u32(code).map_or_else(|| format!("({number})"), String::from)
}

/// Letters like the columns of a spreadsheet: after the last single letter come two.
fn letter(alphabet: &str, number: usize) -> String {
    let letters: Vec<char> = alphabet.chars().collect();
    let mut rest = number;
    let mut text = Vec::new();
    while rest > 0 {
        rest -= 1;
        text.push(letters[rest % letters.len()]);
        rest /= letters.len();
    }
    text.iter().rev().collect()
}

fn roman(number: usize) -> String {
    const VALUES: [(usize, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut rest = number;
    let mut text = String::new();
    for (value, word) in VALUES {
        while rest >= value {
            text.push_str(word);
            rest -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn third(pattern: &str) -> String {
        let pattern = NumberPattern::parse(pattern).expect("a pattern");
        let full = pattern.full(&pattern.bare(3, Some("2")));
        pattern.heading(&full, "題名")
    }

    #[test]
    fn a_pattern_is_the_first_number_as_it_should_look() {
        let shown = [
            "1.",
            "(1)",
            "①",
            "第1条",
            "第1条（題）",
            "第一条",
            "ア",
            "イ",
            "【1】",
            "1-1",
            "１．",
            "(i)",
            "a)",
        ]
        .map(third);
        assert_eq!(
            shown,
            [
                "3. 題名",
                "(3) 題名",
                "③ 題名",
                "第3条 題名",
                "第3条（題名）",
                "第三条 題名",
                "ウ 題名",
                "ハ 題名",
                "【3】 題名",
                "2-3 題名",
                "３． 題名",
                "(iii) 題名",
                "c) 題名"
            ]
        );
    }

    #[test]
    fn a_pattern_without_a_numeral_is_refused() {
        assert_eq!(NumberPattern::parse("条"), Err(InvalidPattern));
        assert_eq!(NumberPattern::parse("1.1.1"), Err(InvalidPattern));
    }

    #[test]
    fn large_numbers_are_written() {
        assert_eq!(kanji(105), "百五");
        assert_eq!(kanji(21), "二十一");
        assert_eq!(circled(50), "㊿");
        assert_eq!(circled(51), "(51)");
        assert_eq!(letter("abc", 4), "aa");
        assert_eq!(roman(1994), "MCMXCIV");
    }
}
