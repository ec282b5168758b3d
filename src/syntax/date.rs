//! Dates as editors write them: `2021-11-09`, `2021年11月9日`, `令和3年11月9日`, `令和元年5月1日`.

use jiff::civil::Date;

/// An era of the Japanese calendar.
struct Era {
    name: &'static str,
    /// Year before the era's first.
    offset: i16,
    /// First day, as year, month, day.
    first: (i16, i8, i8),
    /// Last day; `None` for the present era.
    last: Option<(i16, i8, i8)>,
}

/// From the orders (元号を改める政令) of each change. Meiji before 1873 used the lunar calendar and is not read.
const ERAS: [Era; 5] = [
    Era {
        name: "令和",
        offset: 2018,
        first: (2019, 5, 1),
        last: None,
    },
    Era {
        name: "平成",
        offset: 1988,
        first: (1989, 1, 8),
        last: Some((2019, 4, 30)),
    },
    Era {
        name: "昭和",
        offset: 1925,
        first: (1926, 12, 25),
        last: Some((1989, 1, 7)),
    },
    Era {
        name: "大正",
        offset: 1911,
        first: (1912, 7, 30),
        last: Some((1926, 12, 24)),
    },
    Era {
        name: "明治",
        offset: 1867,
        first: (1873, 1, 1),
        last: Some((1912, 7, 29)),
    },
];

/// Why a written date is no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DateFault {
    /// There is no such day in the calendar.
    NoSuchDay,
    /// The day exists and lies outside the era.
    OutsideEra,
}

/// Reads a date that matched the grammar's `date`.
pub(super) fn parse(text: &str) -> Result<Date, DateFault> {
    let era = ERAS.iter().find(|era| text.starts_with(era.name));
    let rest = era.and_then(|era| text.strip_prefix(era.name)).unwrap_or(text);
    let rest = rest.replace('元', "1");
    let mut numbers = rest
        .split(|c: char| digit(c).is_none())
        .filter(|part| !part.is_empty())
        .map(|part| part.chars().filter_map(digit).fold(0i32, |sum, digit| sum * 10 + digit));
    let (Some(year), Some(month), Some(day)) = (numbers.next(), numbers.next(), numbers.next()) else {
        return Err(DateFault::NoSuchDay);
    };
    let narrow = |number: i32| i8::try_from(number).map_err(|_| DateFault::NoSuchDay);
    let year = i16::try_from(year).map_err(|_| DateFault::NoSuchDay)? + era.map_or(0, |era| era.offset);
    let date = Date::new(year, narrow(month)?, narrow(day)?).map_err(|_| DateFault::NoSuchDay)?;
    match era {
        Some(era) if !within(era, date) => Err(DateFault::OutsideEra),
        _ => Ok(date),
    }
}

fn within(era: &Era, date: Date) -> bool {
    let parts = (date.year(), date.month(), date.day());
    era.first <= parts && era.last.is_none_or(|last| parts <= last)
}

fn digit(c: char) -> Option<i32> {
    match c {
        '0'..='9' => Some(c as i32 - '0' as i32),
        '０'..='９' => Some(c as i32 - '０' as i32),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn iso(text: &str) -> Result<String, DateFault> {
        parse(text).map(|date| date.to_string())
    }

    #[test]
    fn the_three_forms_name_one_day() {
        for text in ["2021-11-09", "2021年11月9日", "令和3年11月9日", "２０２１年１１月９日"] {
            assert_eq!(iso(text), Ok("2021-11-09".to_owned()), "{text}");
        }
        assert_eq!(iso("令和元年5月1日"), Ok("2019-05-01".to_owned()));
    }

    #[test]
    fn a_day_outside_its_era_is_told() {
        assert_eq!(iso("平成31年5月1日"), Err(DateFault::OutsideEra));
        assert_eq!(iso("令和1年4月30日"), Err(DateFault::OutsideEra));
    }

    #[test]
    fn a_day_that_does_not_exist_is_told() {
        assert_eq!(iso("2023-02-29"), Err(DateFault::NoSuchDay));
        assert_eq!(iso("2023-13-01"), Err(DateFault::NoSuchDay));
    }
}
