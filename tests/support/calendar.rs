//! A calendar that goes from day to day, and what the Civil Code says of periods, written without any library: what decides shares
//! no code with it.

/// A day: year, month, day of the month, from 1.
pub(crate) type Day = (i32, u32, u32);

fn days_in(year: i32, month: u32) -> u32 {
    let leap = year % 4 == 0 && year % 100 != 0 || year % 400 == 0;
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The day after.
pub(crate) fn next((year, month, day): Day) -> Day {
    match (month, day) {
        _ if day < days_in(year, month) => (year, month, day + 1),
        (12, _) => (year + 1, 1, 1),
        _ => (year, month + 1, 1),
    }
}

/// So many days later.
pub(crate) fn later(day: Day, days: u32) -> Day {
    (0..days).fold(day, |day, _| next(day))
}

/// As ISO 8601 writes it.
pub(crate) fn iso((year, month, day): Day) -> String {
    format!("{year:04}-{month:02}-{day:02}")
}

/// A period in months and days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Term {
    pub(crate) months: u32,
    pub(crate) days: u32,
}

impl Term {
    /// As a policy writes it.
    pub(crate) fn written(self) -> String {
        match (self.months, self.days) {
            (0, days) => format!("{days}日"),
            (months, 0) if months % 12 == 0 => format!("{}年", months / 12),
            (months, 0) => format!("{months}か月"),
            (months, days) => format!("{months}か月{days}日"),
        }
    }

    /// The last day on which it is not over, counted from that of an event. The months begin on the day after (article 140); they end
    /// before the day of that number comes again, or, where the last month has none, with that month (article 143(2)). Days follow.
    pub(crate) fn last(self, event: Day) -> Day {
        let (mut day, first) = (event, next(event));
        if self.months > 0 {
            let (mut year, mut month) = (first.0, first.1);
            for _ in 0..self.months {
                (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
            }
            // Go on while the month is not reached, or the number has not come.
            while (next(day).0, next(day).1) < (year, month)
                || (next(day).0, next(day).1) == (year, month) && next(day).2 < first.2
            {
                day = next(day);
            }
        }
        later(day, self.days)
    }

    /// Whether it is over on a day.
    pub(crate) fn is_over(self, event: Day, on: Day) -> bool {
        on > self.last(event)
    }
}

#[test]
fn the_naive_calendar_knows_the_ends_of_months() {
    let months = |months| Term { months, days: 0 };
    for (event, term, last) in [
        ((2024, 2, 29), months(12), (2025, 2, 28)),
        ((2023, 2, 28), months(12), (2024, 2, 29)),
        ((2024, 1, 30), months(1), (2024, 2, 29)),
        ((2023, 12, 31), months(2), (2024, 2, 29)),
        ((2024, 4, 30), months(1), (2024, 5, 31)),
    ] {
        assert!(
            !term.is_over(event, last) && term.is_over(event, next(last)),
            "{event:?} {term:?}"
        );
    }
}
