//! Numbers as clauses carry them: 3, ３, 三, ③, 二十一.

/// The number at the start of a text: its value and its length in bytes.
pub(super) fn leading(text: &str) -> Option<(usize, usize)> {
    let first = text.chars().next()?;
    let same: fn(char) -> bool = match first {
        _ if arabic(first).is_some() => |c| arabic(c).is_some(),
        _ if is_kanji_numeral(first) => is_kanji_numeral,
        _ => return circled(first).map(|value| (value, first.len_utf8())),
    };
    let end = text.find(|c| !same(c)).unwrap_or(text.len());
    let digits = text.get(..end)?;
    Some((read(digits)?, end))
}

/// The value of a bare number; `None` for one that is no plain number (2-3, ア, a).
pub(super) fn value(bare: &str) -> Option<usize> {
    let (value, length) = leading(bare)?;
    (length == bare.len()).then_some(value)
}

pub(super) fn arabic(c: char) -> Option<usize> {
    match c {
        '0'..='9' => Some(c as usize - '0' as usize),
        '０'..='９' => Some(c as usize - '０' as usize),
        _ => None,
    }
}

pub(super) fn circled(c: char) -> Option<usize> {
    matches!(c, '①'..='⑳').then(|| c as usize - '①' as usize + 1)
}

fn is_kanji_numeral(c: char) -> bool {
    "〇一二三四五六七八九十百千".contains(c)
}

fn read(digits: &str) -> Option<usize> {
    if digits.chars().all(|c| arabic(c).is_some()) {
        return digits
            .chars()
            .try_fold(0_usize, |value, c| value.checked_mul(10)?.checked_add(arabic(c)?));
    }
    let mut total = 0_usize;
    let mut pending = 0_usize;
    for c in digits.chars() {
        let unit = match c {
            '十' => 10,
            '百' => 100,
            '千' => 1000,
            _ => {
                let digit = "〇一二三四五六七八九".chars().position(|known| known == c)?;
                pending = pending.checked_mul(10)?.checked_add(digit)?;
                continue;
            }
        };
        total = total.checked_add(pending.max(1).checked_mul(unit)?)?;
        pending = 0;
    }
    total.checked_add(pending)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_in_every_script() {
        let read = |text| leading(text).map(|(value, _)| value);
        assert_eq!(
            ["3条", "１２条", "二十一条", "百五", "③", "十", "二〇"].map(read),
            [3, 12, 21, 105, 3, 10, 20].map(Some)
        );
        assert_eq!(["条", "ア", "", "99999999999999999999999"].map(read), [None; 4]);
    }
}
