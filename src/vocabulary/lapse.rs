//! When a retention period is over: a condition like others, that holds from then on.

use jiff::civil::Date;

use super::length::Length;

/// The event that a period is counted from where none is named: the data was obtained.
pub const COLLECTED: &str = "取得";

/// More ends of periods than these are not told apart in one policy: each is compared with every other.
pub const MOST_LAPSES: usize = 256;

/// What has to be over for a condition to hold. The lapse of a longer period is a kind of the lapse of a shorter one: whoever knows
/// that five years are over knows it of three.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lapse {
    /// A length of time after an event.
    Since {
        /// The event: a condition of the policy by its name, or one that the language knows.
        event: String,
        /// How long after it.
        length: Length,
    },
    /// A day of the calendar.
    Day(Date),
}

impl Lapse {
    /// The name of the condition.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Since { event, length } => format!("{event}から{length}の経過"),
            Self::Day(day) => format!("{}年{}月{}日の経過", day.year(), day.month(), day.day()),
        }
    }

    /// Whether another is over wherever this one is.
    #[must_use]
    pub fn implies(&self, other: &Self) -> bool {
        match (self, other) {
            (
                Self::Since { event, length },
                Self::Since {
                    event: other,
                    length: shorter,
                },
            ) => event == other && length.is_at_least(*shorter),
            (Self::Day(day), Self::Day(earlier)) => day >= earlier,
            _ => false,
        }
    }
}

/// Of some lapses, those that a lapse implies and that imply no other of these: the longest that are shorter, each with what it is
/// known by. None of another length of the same extent.
pub(crate) fn nearest_before<'l, T: Copy>(lapse: &Lapse, lapses: impl Iterator<Item = (&'l Lapse, T)>) -> Vec<T> {
    let shorter: Vec<(&Lapse, T)> = lapses
        .filter(|(other, _)| lapse.implies(other) && !other.implies(lapse))
        .collect();
    let between = |one: &Lapse| {
        let mut others = shorter.iter();
        others.any(|(other, _)| other.implies(one) && !one.implies(other))
    };
    let nearest = shorter.iter().filter(|(one, _)| !between(one));
    nearest.map(|(_, known)| *known).collect()
}
