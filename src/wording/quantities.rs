//! Terms, ages and fees in words: 3年間, ６か月, 1,000円.

use super::numeral;

/// What numbers count, each with the ways to write it.
const UNITS: [&[&str]; 10] = [
    &["年"],
    &["か月", "ヶ月", "カ月", "ヵ月", "箇月", "ケ月"],
    &["週"],
    &["日"],
    &["時間"],
    &["歳", "才"],
    &["円"],
    &["回"],
    &["件"],
    &["％", "%", "パーセント"],
];

/// How many of what a text speaks of, in its order: the number and which of the units. A date of the calendar is one of these as well.
#[must_use]
pub fn quantities(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut past = 0;
    for (at, _) in text.char_indices() {
        if at < past {
            continue;
        }
        let rest = text.get(at..).unwrap_or("");
        let Some((value, length)) = number(rest) else { continue };
        past = at + length;
        let behind = text.get(past..).unwrap_or("").trim_start();
        let unit = UNITS
            .iter()
            .position(|unit| unit.iter().any(|word| behind.starts_with(word)));
        found.extend(unit.map(|unit| (value, unit)));
    }
    found
}

/// A number with its length in bytes, its thousands parted by commas or counted by 万.
pub(super) fn number(text: &str) -> Option<(usize, usize)> {
    let (mut value, mut length) = numeral::leading(text)?;
    while let Some(rest) = text.get(length..).and_then(|rest| rest.strip_prefix([',', '，'])) {
        let comma = text.len() - length - rest.len();
        match numeral::leading(rest) {
            Some((thousands, digits)) if rest.chars().take_while(|c| numeral::arabic(*c).is_some()).count() == 3 => {
                value = value.checked_mul(1000)?.checked_add(thousands)?;
                length += comma + digits;
            }
            _ => break,
        }
    }
    if text.get(length..).is_some_and(|rest| rest.starts_with('万')) {
        return Some((value.checked_mul(10_000)?, length + '万'.len_utf8()));
    }
    Some((value, length))
}

#[cfg(test)]
mod tests {
    use super::quantities;

    #[test]
    fn a_quantity_is_the_same_however_it_is_written() {
        let terms = quantities("3年間、六か月または30日");
        assert_eq!(terms, [(3, 0), (6, 1), (30, 3)]);
        assert_eq!(quantities("３年間、6ヶ月または三十日"), terms);
        assert_eq!(quantities("1,000円"), quantities("千円"));
        assert_eq!(quantities("2万円"), [(20_000, 6)]);
        assert_eq!(quantities("18歳未満の方"), [(18, 5)]);
    }

    #[test]
    fn a_number_that_counts_nothing_is_none() {
        for text in ["第3条", "1. 取得", "二重の確認", "10、20", "一部の情報"] {
            assert_eq!(quantities(text), [], "{text}");
        }
    }
}
