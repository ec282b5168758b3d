//! Retention periods: what may be kept, until when, and what must not be erased before, against a calendar of our own.

use hoshin::internals::decide::{Decider, Elapsed, Question, RequestPart, Unresolved, Why, explain};
use hoshin::internals::policy::{Expected, Policy};
use proptest::prelude::*;

use crate::support::calendar::{Day, Term, iso, later};
use crate::support::compiled::policy;
use crate::support::naive::Naive;

use Expected::{Forbidden, NotStated, Permitted, PermittedUnderConditions};

fn keeping(clauses: &[String]) -> Policy {
    policy(&format!(
        "情報 個人情報 {{ ・氏名［直接識別］ ・住所［直接識別］ }}
条件 分析の完了「分析を終えたとき」
方針「個人情報の取扱い」{{
  事業者 当社「株式会社あかり文具」
  章 保管「保管」{{
{}
    消去［個人情報］「個人情報を消去します。」
  }}
}}
",
        clauses.join("\n")
    ))
}

fn kept(period: &str) -> String {
    format!("    保管［個人情報］「個人情報を保管します。」{{ 期間［{period}］ }}")
}

#[track_caller]
fn ask(policy: &Policy, act: &str, elapsed: &[(&str, &str)], on: Option<&str>) -> Expected {
    let elapsed: Vec<Elapsed<'_>> = elapsed.iter().map(|(event, time)| Elapsed { event, time }).collect();
    let question = Question {
        act,
        data: &["氏名"],
        elapsed: &elapsed,
        on,
        ..Question::default()
    };
    let decider = Decider::new(policy);
    let request = decider.request(&question).unwrap_or_else(|error| panic!("{error:?}"));
    let kind = decider.decide(&request).answer.kind();
    assert_eq!(decider.answer(&question), Ok(kind));
    assert_eq!(Naive::new(policy).answer(&request).kind, kind, "the naive evaluator");
    kind
}

#[test]
fn a_permission_ends_with_its_period() {
    let policy = keeping(&[kept("退会から3年")]);
    let of = |time| ask(&policy, "保管", &[("退会", time)], None);
    assert_eq!(ask(&policy, "保管", &[], None), Permitted);
    assert_eq!([of("P1Y"), of("P3Y"), of("P36M"), of("P1095D")], [Permitted; 4]);
    assert_eq!([of("P4Y"), of("P37M"), of("P1097D"), of("P3Y1D")], [NotStated; 4]);
    // Of what nothing is counted from, nothing is over.
    assert_eq!(ask(&policy, "保管", &[("取得", "P99Y")], None), Permitted);
}

#[test]
fn of_several_periods_the_first_ends_it_and_of_several_clauses_the_last() {
    let one = keeping(&[kept("退会から3年、取得から10年")]);
    assert_eq!(ask(&one, "保管", &[("退会", "P1Y"), ("取得", "P11Y")], None), NotStated);
    let two = keeping(&[kept("退会から3年"), kept("取得から10年")]);
    assert_eq!(ask(&two, "保管", &[("退会", "P4Y"), ("取得", "P9Y")], None), Permitted);
    assert_eq!(ask(&two, "保管", &[("退会", "P4Y"), ("取得", "P11Y")], None), NotStated);
}

#[test]
fn a_period_may_end_with_an_event_or_a_day() {
    let until = keeping(&[kept("分析の完了まで")]);
    let decider = Decider::new(&until);
    let with = |conditions| Question {
        act: "保管",
        data: &["氏名"],
        conditions,
        ..Question::default()
    };
    assert_eq!(decider.answer(&with(&[])), Ok(Permitted));
    assert_eq!(decider.answer(&with(&["分析の完了"])), Ok(NotStated));
    let day = keeping(&[kept("2027-03-31まで")]);
    assert_eq!(ask(&day, "保管", &[], None), Permitted);
    assert_eq!(ask(&day, "保管", &[], Some("2027-03-31")), Permitted);
    assert_eq!(ask(&day, "保管", &[], Some("2027-04-01")), NotStated);
}

/// 「退会から30日の経過」 is a kind of 退会: whoever is told that it is over knows that somebody left.
#[test]
fn what_is_over_happened() {
    let policy = keeping(&[kept("分析の完了から30日"), kept("分析の完了から1年")]);
    let conditions = &policy.vocabulary.conditions;
    let id = |name| conditions.find(name).unwrap_or_else(|| panic!("no {name}"));
    let event = id("分析の完了");
    let (short, long) = (id("分析の完了から30日の経過"), id("分析の完了から1年の経過"));
    assert!(conditions.contains(event, short) && conditions.contains(short, long));
    assert!(!conditions.contains(long, short));
}

#[test]
fn what_must_be_kept_is_not_erased_before() {
    let policy = keeping(&[kept("3年以上")]);
    assert_eq!(ask(&policy, "消去", &[], None), Forbidden);
    assert_eq!(ask(&policy, "消去", &[("取得", "P3Y")], None), Forbidden);
    assert_eq!(ask(&policy, "消去", &[("取得", "P4Y")], None), Permitted);
    assert_eq!(ask(&policy, "保管", &[("取得", "P99Y")], None), Permitted);
    let both = keeping(&[kept("3年以上、5年以内")]);
    assert_eq!(ask(&both, "保管", &[("取得", "P6Y")], None), NotStated);
    assert_eq!(ask(&both, "消去", &[("取得", "P2Y")], None), Forbidden);
    assert_eq!(ask(&keeping(&[kept("無期限")]), "消去", &[], None), Permitted);
}

#[test]
fn a_closed_request_is_refused_until_the_time_is_known() {
    let policy = keeping(&[kept("退会から3年")]);
    let decider = Decider::new(&policy);
    let known = [Elapsed {
        event: "退会",
        time: "P1Y",
    }];
    let closed = |elapsed| Question {
        act: "保管",
        data: &["氏名"],
        closed: true,
        elapsed,
        ..Question::default()
    };
    assert_eq!(decider.answer(&closed(&[])), Ok(PermittedUnderConditions));
    assert_eq!(decider.answer(&closed(&known)), Ok(Permitted));
}

#[test]
fn an_answer_says_when_it_ends() {
    let policy = keeping(&[kept("退会から3年")]);
    let decider = Decider::new(&policy);
    let question = Question {
        act: "保管",
        data: &["氏名"],
        ..Question::default()
    };
    let request = decider.request(&question).expect("all names are declared");
    let decision = decider.decide(&request);
    let told = explain::japanese(&policy, &request, &decision);
    assert!(
        told.contains("次の場合には許可されなくなります:\n・「退会から3年の経過」の後:"),
        "{told}"
    );
}

#[test]
fn times_that_say_nothing_are_refused() {
    let policy = keeping(&[kept("退会から3か月"), kept("取得から24時間")]);
    let decider = Decider::new(&policy);
    let why = |event, time, on, conditions| {
        let asked = decider.request(&Question {
            act: "保管",
            data: &["氏名"],
            elapsed: &[Elapsed { event, time }],
            on,
            conditions,
            ..Question::default()
        });
        let errors: Vec<(RequestPart, Why)> = (asked.expect_err("a refusal").into_iter())
            .map(|Unresolved { part, why, .. }| (part, why))
            .collect();
        errors
    };
    let undecided = |period: &str| vec![(RequestPart::Elapsed, Why::Undecided(period.to_owned()))];
    assert_eq!(why("退会", "P90D", None, &[]), undecided("3か月"));
    assert_eq!(why("取得", "2026-01-01", Some("2026-01-02"), &[]), undecided("24時間"));
    assert_eq!(
        why("退会", "ずっと前", None, &[]),
        [(RequestPart::Elapsed, Why::NoTime)]
    );
    assert_eq!(
        why("退会", "2026-01-01", None, &[]),
        [(RequestPart::Elapsed, Why::OnWhichDay)]
    );
    assert_eq!(
        why("退会", "2026-01-01", Some("昨日"), &[]),
        [(RequestPart::Day, Why::NoDay)]
    );
    assert_eq!(
        why("退会", "2026-01-02", Some("2026-01-01"), &[]),
        [(RequestPart::Elapsed, Why::NotYet)]
    );
    assert_eq!(
        why("退会", "P1D", None, &["退会から3か月の経過"]),
        [(RequestPart::Condition, Why::AgainstTimes)]
    );
    let nearest = Why::Unknown {
        nearest: Some("退会".to_owned()),
    };
    assert_eq!(why("退会日", "P1D", None, &[]), [(RequestPart::Event, nearest)]);
}

fn term() -> impl Strategy<Value = Term> {
    prop_oneof![
        (1_u32..30).prop_map(|months| Term { months, days: 0 }),
        (1_u32..500).prop_map(|days| Term { months: 0, days }),
        (1_u32..14, 1_u32..40).prop_map(|(months, days)| Term { months, days }),
    ]
}

fn day() -> impl Strategy<Value = Day> {
    (0_u32..1600).prop_map(|days| later((2023, 1, 1), days))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Days decide as a calendar does that goes from day to day.
    #[test]
    fn days_are_counted_as_the_civil_code_counts_them(
        terms in prop::collection::vec((term(), any::<bool>()), 1..4),
        since in [day(), day()],
        gone in 0_u32..1000,
    ) {
        let events = ["退会", "取得"];
        let clauses = terms.iter().map(|(term, which)| kept(&format!("{}から{}", events[usize::from(*which)], term.written())));
        let policy = keeping(&clauses.collect::<Vec<_>>());
        let on = later(since[0].max(since[1]), gone);
        let days = since.map(iso);
        let elapsed = [(events[0], days[0].as_str()), (events[1], days[1].as_str())];
        let over = |(term, which): &(Term, bool)| term.is_over(since[usize::from(*which)], on);
        let expected = if terms.iter().all(over) { NotStated } else { Permitted };
        prop_assert_eq!(ask(&policy, "保管", &elapsed, Some(&iso(on))), expected);
    }

    /// What a length of time decides every day on which it may be so decides alike.
    #[test]
    fn a_length_decides_what_every_day_would(terms in prop::collection::vec(term(), 1..4), gone in term(), since in day()) {
        let clauses: Vec<String> = terms.iter().map(|term| kept(&format!("退会から{}", term.written()))).collect();
        let policy = keeping(&clauses);
        let iso_length = format!("P{}M{}D", gone.months, gone.days);
        let question = Question {
            act: "保管",
            data: &["氏名"],
            elapsed: &[Elapsed { event: "退会", time: &iso_length }],
            ..Question::default()
        };
        let Ok(answer) = Decider::new(&policy).answer(&question) else {
            return Ok(());
        };
        let on = gone.last(since);
        let expected = if terms.iter().all(|term| term.is_over(since, on)) { NotStated } else { Permitted };
        prop_assert_eq!(answer, expected);
    }
}
