//! Lengths of time by the calendar: 3年, 1年6か月, 90日.

use std::fmt;

use jiff::civil::Date;

/// A length of time. A year is twelve months, a week seven days; a month has no fixed number of days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Length {
    /// Months, the first to be counted.
    pub months: u32,
    /// Days, counted behind the months.
    pub days: u32,
    /// Hours, counted behind the days.
    pub hours: u32,
}

/// The days that so many months within a year have at least and at most, from whatever day they are counted.
const DAYS_OF_MONTHS: [(i64, i64); 12] = [
    (0, 0),
    (28, 31),
    (59, 62),
    (89, 92),
    (120, 123),
    (150, 153),
    (181, 184),
    (212, 215),
    (242, 245),
    (273, 276),
    (303, 306),
    (334, 337),
];

impl Length {
    /// Whether it has no extent.
    #[must_use]
    pub fn is_zero(self) -> bool {
        self == Self::default()
    }

    /// Whether it is over no earlier than another, from whatever day both are counted. Of 90日 and 3か月 neither is.
    #[must_use]
    pub fn is_at_least(self, other: Self) -> bool {
        self.hours_beyond(other) >= 0
    }

    /// Whether it is over later than another, from whatever day both are counted.
    #[must_use]
    pub fn is_longer(self, other: Self) -> bool {
        self.hours_beyond(other) > 0
    }

    /// By how many hours it is over later than another, at least.
    fn hours_beyond(self, other: Self) -> i64 {
        let hours = |length: Self| i64::from(length.days) * 24 + i64::from(length.hours);
        let months = i64::from(self.months) - i64::from(other.months);
        let hours = hours(self) - hours(other);
        let (fewest, most) = days_of(months.unsigned_abs());
        match months >= 0 {
            true => fewest * 24 + hours,
            false => hours - most * 24,
        }
    }

    /// The last day on which it is not over, counted from the day of an event: that day is not counted (Civil Code, article 140), months
    /// end with the day before the one that corresponds to the first, or where there is none with the month (article 143(2)).
    /// `None` of lengths in hours, which no days decide, and where the calendar ends.
    #[must_use]
    pub fn last_day(self, event: Date) -> Option<Date> {
        if self.hours > 0 {
            return None;
        }
        let months_end = match self.months {
            0 => event,
            months => {
                let first = event.tomorrow().ok()?;
                let number = i64::from(first.year()) * 12 + i64::from(first.month()) - 1 + i64::from(months);
                let (year, month) = (number.div_euclid(12), number.rem_euclid(12) + 1);
                let of_month = Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, 1).ok()?;
                match first.day() <= of_month.days_in_month() {
                    true => of_month.with().day(first.day()).build().ok()?.yesterday().ok()?,
                    false => of_month.last_of_month(),
                }
            }
        };
        months_end
            .checked_add(jiff::Span::new().try_days(i64::from(self.days)).ok()?)
            .ok()
    }

    /// As ISO 8601 writes it: `P1Y6M`.
    #[must_use]
    pub fn iso(self) -> String {
        let mut text = "P".to_owned();
        // Days stand behind months alone (RFC 3339, appendix A).
        let years = if self.days > 0 { 0 } else { self.months / 12 };
        for (count, unit) in [(years, 'Y'), (self.months - years * 12, 'M'), (self.days, 'D')] {
            if count > 0 {
                text.push_str(&format!("{count}{unit}"));
            }
        }
        if self.hours > 0 {
            text.push_str(&format!("T{}H", self.hours));
        }
        if self.is_zero() {
            text.push_str("0D");
        }
        text
    }

    /// Reads what [`iso`](Self::iso) writes, weeks (`P2W`) as well. Units stand in order, each once.
    #[must_use]
    pub fn from_iso(text: &str) -> Option<Self> {
        let rest = text.strip_prefix('P')?;
        let (dates, times) = match rest.split_once('T') {
            Some((dates, times)) => (dates, Some(times)),
            None => (rest, None),
        };
        let mut length = Self::default();
        let mut past = None;
        for (count, unit) in counted(dates)? {
            let place = ['Y', 'M', 'W', 'D'].iter().position(|known| *known == unit)?;
            if past.is_some_and(|past| past >= place) {
                return None;
            }
            past = Some(place);
            match unit {
                'Y' => length.months = count.checked_mul(12)?,
                'M' => length.months = length.months.checked_add(count)?,
                'W' => length.days = count.checked_mul(7)?,
                _ => length.days = length.days.checked_add(count)?,
            }
        }
        if let Some(times) = times {
            let [(count, 'H')] = counted(times)?[..] else {
                return None;
            };
            length.hours = count;
        }
        (past.is_some() || times.is_some()).then_some(length)
    }
}

/// The days that so many months have at least and at most.
fn days_of(months: u64) -> (i64, i64) {
    // INVARIANT: months are counted in 32 bits.
    let (years, within) = ((months / 12) as i64, (months % 12) as usize);
    let (fewest, most) = DAYS_OF_MONTHS[within];
    // Of four years one has another day, but for one in a hundred years.
    let leap_days = (years / 4 - years / 100 - 1).max(0);
    (years * 365 + leap_days + fewest, years * 365 + (years + 3) / 4 + most)
}

fn counted(text: &str) -> Option<Vec<(u32, char)>> {
    let mut found = Vec::new();
    let mut number = String::new();
    for c in text.chars() {
        match c.is_ascii_digit() {
            true => number.push(c),
            false => found.push((std::mem::take(&mut number).parse().ok()?, c)),
        }
    }
    number.is_empty().then_some(found)
}

/// As it is written in Japanese: `1年6か月`.
impl fmt::Display for Length {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let units = [
            (self.months / 12, "年"),
            (self.months % 12, "か月"),
            (self.days, "日"),
            (self.hours, "時間"),
        ];
        for (count, unit) in units.into_iter().filter(|(count, _)| *count > 0) {
            write!(formatter, "{count}{unit}")?;
        }
        if self.is_zero() {
            write!(formatter, "0日")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn months(months: u32) -> Length {
        Length {
            months,
            ..Length::default()
        }
    }

    fn days(days: u32) -> Length {
        Length {
            days,
            ..Length::default()
        }
    }

    fn of(months: u32, days: u32) -> Length {
        Length { months, days, hours: 0 }
    }

    #[test]
    fn a_length_ends_as_the_civil_code_says() {
        // Article 140: the first day is not counted. Article 143(2): no corresponding day, the end of the month.
        let ends = [
            (date(2024, 2, 29), months(12), date(2025, 2, 28)),
            (date(2023, 2, 28), months(12), date(2024, 2, 29)),
            (date(2024, 1, 30), months(1), date(2024, 2, 29)),
            (date(2024, 1, 31), months(1), date(2024, 2, 29)),
            (date(2024, 3, 31), months(1), date(2024, 4, 30)),
            (date(2024, 4, 30), months(1), date(2024, 5, 31)),
            (date(2024, 4, 15), months(36), date(2027, 4, 15)),
            (date(2024, 4, 15), days(90), date(2024, 7, 14)),
            (date(2024, 12, 31), days(0), date(2024, 12, 31)),
        ];
        for (event, length, last) in ends {
            assert_eq!(length.last_day(event), Some(last), "{length} from {event}");
        }
        assert_eq!(months(12 * 9000).last_day(date(2024, 1, 1)), None);
    }

    #[test]
    fn what_is_at_least_as_long_is_so_from_every_day() {
        let lengths = (0..50).map(months).chain((0..1500).step_by(13).map(days));
        let mut lengths: Vec<Length> = lengths.collect();
        lengths.extend([30, 31, 59, 60, 89, 90, 91, 92, 365, 366, 1460, 1461].map(days));
        let starts: Vec<Date> = (0..1461)
            .step_by(7)
            .map(|day| days(day).last_day(date(2022, 12, 30)).expect("a day"))
            .collect();
        for one in &lengths {
            for other in &lengths {
                let always = starts
                    .iter()
                    .all(|start| one.last_day(*start) >= other.last_day(*start));
                // It may know less than these few years would say, never more.
                assert!(always || !one.is_at_least(*other), "{one} against {other}");
            }
        }
        for (longer, shorter) in [
            (months(12), days(365)),
            (days(366), months(12)),
            (months(36), months(6)),
            (months(3), days(89)),
            (days(92), months(3)),
            (days(7), days(7)),
        ] {
            assert!(longer.is_at_least(shorter), "{longer} {shorter}");
        }
        assert!(!months(3).is_at_least(days(90)) && !days(90).is_at_least(months(3)));
    }

    #[test]
    fn iso_8601_is_written_and_read() {
        for (length, iso, japanese) in [
            (months(36), "P3Y", "3年"),
            (months(18), "P1Y6M", "1年6か月"),
            (of(18, 10), "P18M10D", "1年6か月10日"),
            (days(90), "P90D", "90日"),
            (
                Length {
                    hours: 24,
                    ..Length::default()
                },
                "PT24H",
                "24時間",
            ),
            (Length::default(), "P0D", "0日"),
        ] {
            assert_eq!(length.iso(), iso);
            assert_eq!(Length::from_iso(iso), Some(length));
            assert_eq!(length.to_string(), japanese);
        }
        assert_eq!(Length::from_iso("P2W"), Some(days(14)));
        for wrong in [
            "",
            "P",
            "PT",
            "3Y",
            "P3",
            "P1D1Y",
            "P1Y1Y",
            "PT1M",
            "P99999999999Y",
            "P１Y",
            "P-1D",
        ] {
            assert_eq!(Length::from_iso(wrong), None, "{wrong}");
        }
    }
}
