//! How long something is kept, in words: 3年, 退会から3年, 90日以内, 解約まで, 2027-03-31まで.

use std::ops::Range;

use jiff::civil::Date;

use super::numeral;
use super::quantities::number;
use crate::vocabulary::Length;

/// Whether a period says how long at most, or how long at least.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// 以内, まで, and where neither is said.
    AtMost,
    /// 以上.
    AtLeast,
}

/// What a period says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stated {
    /// 無期限: it never ends.
    Unlimited,
    /// A length of time, from an event where one is named.
    Length(Bound, Option<String>, Length),
    /// Until an event.
    Until(String),
    /// To the end of a day.
    Day(Date),
}

/// Words for what has no end.
const UNLIMITED: [&str; 5] = ["無期限", "期限なし", "期間の定めなし", "永久", "永続"];

/// Words for what a statute sets.
const STATUTORY: [&str; 8] = [
    "法定の期間",
    "法定の保存期間",
    "法定保存期間",
    "法令で定める期間",
    "法令に定める期間",
    "法令の定める期間",
    "法令で定められた期間",
    "法令に定められた期間",
];

/// What may stand behind the name of an event.
const BEHIND_EVENTS: [&str; 21] = [
    "された時点",
    "した時点",
    "された場合",
    "した場合",
    "された日",
    "した日",
    "された時",
    "した時",
    "された後",
    "した後",
    "の時点",
    "の日",
    "の時",
    "の後",
    "時点",
    "日",
    "時",
    "後",
    "した",
    "の翌日",
    "翌日",
];

/// The units of lengths, and what one of each is.
const UNITS: [(&str, Length); 13] = [
    ("か年", YEAR),
    ("ヶ年", YEAR),
    ("カ年", YEAR),
    ("ヵ年", YEAR),
    ("年", YEAR),
    ("か月", MONTH),
    ("ヶ月", MONTH),
    ("カ月", MONTH),
    ("ヵ月", MONTH),
    ("箇月", MONTH),
    ("週", of(0, 7, 0)),
    ("日", of(0, 1, 0)),
    ("時間", of(0, 0, 1)),
];

const YEAR: Length = of(12, 0, 0);
const MONTH: Length = of(1, 0, 0);

const fn of(months: u32, days: u32, hours: u32) -> Length {
    Length { months, days, hours }
}

/// Reads a period as ［］ of 期間 states it. `None` of what says no period.
#[must_use]
pub fn stated(text: &str) -> Option<Stated> {
    let mut text = text.trim();
    for before in ["原則として", "原則", "最長", "最大"] {
        text = text.strip_prefix(before).unwrap_or(text).trim_start();
    }
    if UNLIMITED.contains(&text) {
        return Some(Stated::Unlimited);
    }
    let (text, at_least) = match ["少なくとも", "最低"].iter().find_map(|word| text.strip_prefix(word)) {
        Some(rest) => (rest, true),
        None => (text, false),
    };
    for (words, bound) in [
        ("以上", Bound::AtLeast),
        ("以内", Bound::AtMost),
        ("まで", Bound::AtMost),
        ("", Bound::AtMost),
    ] {
        let Some(text) = text.strip_suffix(words) else { continue };
        let text = text
            .strip_suffix('間')
            .filter(|text| !text.ends_with('時'))
            .unwrap_or(text);
        if let Some((event, length)) = from_event(text) {
            let bound = if at_least { Bound::AtLeast } else { bound };
            return Some(Stated::Length(bound, event, length));
        }
    }
    if at_least {
        return None;
    }
    if let Some(until) = text.strip_suffix("まで") {
        return match day(until) {
            Some(day) => Some(Stated::Day(day)),
            None => (!until.is_empty()).then(|| Stated::Until(until.to_owned())),
        };
    }
    if STATUTORY.contains(&text) {
        return Some(Stated::Until("法定の保存期間の満了".to_owned()));
    }
    // 「目的の達成に必要な期間」 ends with what it is needed for.
    let needed = text
        .strip_suffix("に必要な期間")
        .or_else(|| text.strip_suffix("に必要な範囲"))?;
    (!needed.is_empty()).then(|| Stated::Until(needed.to_owned()))
}

/// A length at the end of a text, and the event before it.
fn from_event(text: &str) -> Option<(Option<String>, Length)> {
    text.char_indices().find_map(|(at, _)| {
        let (length, end) = length_at(text.get(at..)?)?;
        if at + end != text.len() {
            return None;
        }
        let before = text.get(..at)?;
        // 3 is no length of which the 1 before it is the event.
        if before
            .chars()
            .next_back()
            .is_some_and(|last| numeral::arabic(last).is_some())
        {
            return None;
        }
        let event = ["からの", "から", "より", "以後", "後"]
            .iter()
            .find_map(|word| before.strip_suffix(word));
        match (event, before) {
            (_, "") => Some((None, length)),
            (Some(event), _) if !event.is_empty() => Some((Some(event.to_owned()), length)),
            _ => None,
        }
    })
}

/// A length at the start of a text, with its extent in bytes.
fn length_at(text: &str) -> Option<(Length, usize)> {
    if text.starts_with("半年") {
        return Some((of(6, 0, 0), "半年".len()));
    }
    let mut length = Length::default();
    let mut at = 0;
    let mut last = 0;
    while let Some((value, digits)) = number(text.get(at..)?) {
        let behind = text.get(at + digits..)?;
        let Some((place, (unit, one))) = (UNITS.iter().enumerate()).find(|(_, (unit, _))| behind.starts_with(unit))
        else {
            break;
        };
        // Units go down: 1年6か月.
        if at > 0 && place <= last || behind.starts_with("年度") {
            break;
        }
        last = place;
        let times = u32::try_from(value).ok()?;
        length.months = length.months.checked_add(one.months.checked_mul(times)?)?;
        length.days = length.days.checked_add(one.days.checked_mul(times)?)?;
        length.hours = length.hours.checked_add(one.hours.checked_mul(times)?)?;
        at += digits + unit.len();
    }
    (at > 0).then_some((length, at))
}

/// The eras in which a period may end, and the year before the first of each.
const ERAS: [(&str, i16); 1] = [("令和", 2018)];

/// A day: 2027-03-31, 2027年3月31日, 令和9年3月31日.
fn day(text: &str) -> Option<Date> {
    let (text, since) = match ERAS
        .iter()
        .find_map(|(era, since)| Some((text.strip_prefix(era)?, since)))
    {
        Some((text, since)) => (text.replacen('元', "1", 1), *since),
        None => (text.to_owned(), 0),
    };
    let text = text.strip_suffix('日').unwrap_or(&text);
    let mut parts = text.split(['-', '－', '年', '月', '/']);
    let mut next = || {
        let part = parts.next()?;
        numeral::value(part).and_then(|value| i16::try_from(value).ok())
    };
    let (year, month, day) = (next()?.checked_add(since)?, next()?, next()?);
    match parts.next() {
        None => Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok(),
        Some(_) => None,
    }
}

/// What an event may be called by: 退会した日 is 退会した日 or 退会.
pub fn names_of_event(written: &str) -> impl Iterator<Item = &str> {
    let shorter = BEHIND_EVENTS.iter().filter_map(|behind| written.strip_suffix(behind));
    std::iter::once(written).chain(shorter).filter(|name| !name.is_empty())
}

/// The lengths of time that running text speaks of, and where. Days of the calendar and years of an era are none.
#[must_use]
pub fn lengths(text: &str) -> Vec<(Range<usize>, Length)> {
    let mut found = Vec::new();
    let mut past = 0;
    let mut before = None;
    for (at, c) in text.char_indices() {
        let starts = at >= past && before.is_none_or(|before| numeral::arabic(before).is_none());
        if starts && let Some((length, bytes)) = text.get(at..).and_then(length_at) {
            past = at + bytes;
            let of_calendar =
                before.is_some_and(|before| "月第成和正治".contains(before)) || length.months >= 12 * 1000;
            let dated = text.get(past..).is_some_and(is_month);
            if !of_calendar && !dated {
                found.push((at..past, length));
            }
        }
        before = Some(c);
    }
    found
}

/// Words that tie a length to the event before it.
const TIES: [&str; 7] = ["からの", "から", "より", "以後", "以降", "後の", "後"];

/// What stands before words that tie a length to it: 「退会の日」 of 「会員情報は、退会の日から」. `None` where nothing is tied.
#[must_use]
pub fn before_length(before: &str) -> Option<&str> {
    let mut before = before.trim_end_matches(['、', ' ', '　', '「', '（']);
    for filler in [
        "原則として",
        "最長",
        "最大",
        "少なくとも",
        "最低",
        "約",
        "さらに",
        "起算して",
        "経過後",
    ] {
        before = before
            .strip_suffix(filler)
            .unwrap_or(before)
            .trim_end_matches(['、', ' ', '　']);
    }
    let words = TIES.iter().find_map(|tie| before.strip_suffix(tie))?;
    let start = words
        .rfind(['、', '。', '，', '）', '（', '「', '：', ':'])
        .map_or(0, |at| {
            at + words
                .get(at..)
                .and_then(|rest| rest.chars().next())
                .map_or(0, char::len_utf8)
        });
    words.get(start..).filter(|words| !words.is_empty())
}

/// What an event may be called of which words speak at their end, the longest first: 会員が退会した日 is 退会.
pub fn tail_events(words: &str) -> impl Iterator<Item = &str> {
    let starts = words.char_indices().map(|(at, _)| at);
    starts.filter_map(|at| words.get(at..)).flat_map(names_of_event)
}

/// Whether the words around a length say that it is at least so long.
#[must_use]
pub fn says_at_least(before: &str, behind: &str) -> bool {
    let before = before.trim_end_matches(['、', ' ', '　']);
    let behind = behind.strip_prefix('間').unwrap_or(behind);
    behind.starts_with("以上") || before.ends_with("少なくとも") || before.ends_with("最低")
}

/// Whether a month of the calendar follows: 4月.
fn is_month(text: &str) -> bool {
    number(text).is_some_and(|(_, digits)| text.get(digits..).is_some_and(|rest| rest.starts_with('月')))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_period_is_read() {
        let length = |event: Option<&str>, months, days, hours| {
            Some(Stated::Length(
                Bound::AtMost,
                event.map(str::to_owned),
                of(months, days, hours),
            ))
        };
        for (text, expected) in [
            ("3年", length(None, 36, 0, 0)),
            ("３年間", length(None, 36, 0, 0)),
            ("三年以内", length(None, 36, 0, 0)),
            ("最長5年", length(None, 60, 0, 0)),
            ("1年6か月", length(None, 18, 0, 0)),
            ("半年", length(None, 6, 0, 0)),
            ("2週間", length(None, 0, 14, 0)),
            ("90日", length(None, 0, 90, 0)),
            ("24時間", length(None, 0, 0, 24)),
            ("退会から3年", length(Some("退会"), 36, 0, 0)),
            ("退会の日から3ヶ月間", length(Some("退会の日"), 3, 0, 0)),
            ("退会後3年", length(Some("退会"), 36, 0, 0)),
            ("契約の終了から10年以内", length(Some("契約の終了"), 120, 0, 0)),
            ("原則として取得日から7年まで", length(Some("取得日"), 84, 0, 0)),
            ("5年以上", Some(Stated::Length(Bound::AtLeast, None, of(60, 0, 0)))),
            (
                "少なくとも提供から3年間",
                Some(Stated::Length(Bound::AtLeast, Some("提供".to_owned()), of(36, 0, 0))),
            ),
            ("退会まで", Some(Stated::Until("退会".to_owned()))),
            (
                "利用目的の達成に必要な期間",
                Some(Stated::Until("利用目的の達成".to_owned())),
            ),
            ("2024-10-31まで", Some(Stated::Day(date(2024, 10, 31)))),
            ("2024年10月31日まで", Some(Stated::Day(date(2024, 10, 31)))),
            ("令和9年3月31日まで", Some(Stated::Day(date(2027, 3, 31)))),
            (
                "法令で定める期間",
                Some(Stated::Until("法定の保存期間の満了".to_owned())),
            ),
            ("無期限", Some(Stated::Unlimited)),
            ("ばなな", None),
            ("必要な期間", None),
            ("3", None),
            ("数年", None),
            ("13年度", None),
            ("2024-13-31まで", Some(Stated::Until("2024-13-31".to_owned()))),
            ("約束の3年", None),
            ("まで", None),
            ("少なくとも退会まで", None),
        ] {
            assert_eq!(stated(text), expected, "{text}");
        }
    }

    #[test]
    fn an_event_is_known_by_what_it_is() {
        let names = |written| names_of_event(written).collect::<Vec<_>>();
        assert!(names("退会した日").contains(&"退会"));
        assert!(names("契約の終了の日").contains(&"契約の終了"));
        assert!(names("取得日").contains(&"取得"));
        // The day of the event is not counted: it makes no difference.
        assert!(names("退会の翌日").contains(&"退会"));
        assert_eq!(names("日"), ["日"]);
    }

    #[test]
    fn words_tell_from_when_they_count() {
        for (before, words) in [
            ("会員情報は、退会の日から", Some("退会の日")),
            ("ご契約の終了後、原則として", Some("ご契約の終了")),
            ("会員が退会した日より", Some("会員が退会した日")),
            ("個人情報は、", None),
            ("取得した日から少なくとも", Some("取得した日")),
            ("後", None),
        ] {
            assert_eq!(before_length(before), words, "{before}");
        }
        assert!(tail_events("会員が退会した日").any(|name| name == "退会"));
        assert!(tail_events("ご契約の終了").any(|name| name == "契約の終了"));
        assert!(says_at_least("少なくとも", "間") && says_at_least("", "間以上") && !says_at_least("", "以内"));
    }

    #[test]
    fn running_text_speaks_of_lengths() {
        let read = |text| lengths(text).into_iter().map(|(_, length)| length).collect::<Vec<_>>();
        assert_eq!(
            read("退会の日から3年間、または１年６か月保管します。"),
            [of(36, 0, 0), of(18, 0, 0)]
        );
        assert_eq!(
            read("九十日以内、24時間以内、2週間後"),
            [of(0, 90, 0), of(0, 0, 24), of(0, 14, 0)]
        );
        for none in [
            "2024年4月1日に改定",
            "平成15年法律第57号",
            "令和6年",
            "第3日",
            "4月1日から",
            "18歳",
            "三者",
        ] {
            assert_eq!(read(none), [], "{none}");
        }
        assert_eq!(lengths("は3年間").first().map(|(place, _)| place.clone()), Some(3..7));
    }
}
