//! `--経過 退会=4年`: an event and the time gone since, as a request has them.

use crate::wording::periods::{Bound, Stated, stated};

/// The event and the time of an argument, the time as ISO 8601 writes it where it can be read as a length or a day. What has no `=`
/// has no time.
pub(super) fn split(written: &str) -> (String, String) {
    let (event, time) = written.split_once(['=', '＝']).unwrap_or((written, ""));
    let read = match stated(time) {
        Some(Stated::Length(Bound::AtMost, None, length)) => Some(length.iso()),
        _ => None,
    };
    let time = read.or_else(|| day(time)).unwrap_or_else(|| time.trim().to_owned());
    (event.trim().to_owned(), time)
}

/// A day as ISO 8601 writes it, where it is written as a policy writes one.
pub(super) fn day(written: &str) -> Option<String> {
    match stated(&format!("{}まで", written.trim())) {
        Some(Stated::Day(day)) => Some(day.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_argument_is_an_event_and_a_time() {
        for (written, event, time) in [
            ("退会=4年", "退会", "P4Y"),
            ("退会＝９０日", "退会", "P90D"),
            ("取得=P1Y6M", "取得", "P1Y6M"),
            ("契約の終了=2021年2月28日", "契約の終了", "2021-02-28"),
            ("退会=2021-02-28", "退会", "2021-02-28"),
            ("退会=ずっと前", "退会", "ずっと前"),
            ("退会", "退会", ""),
        ] {
            assert_eq!(split(written), (event.to_owned(), time.to_owned()), "{written}");
        }
    }
}
