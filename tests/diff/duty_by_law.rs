//! A duty by law (法令上の義務) is in no statement and no finding, but of what a clause says of it.

use hoshin::internals::check::check;
use hoshin::internals::diagnostic::Code;
use hoshin::internals::diff::decisions::Effect;
use hoshin::internals::diff::{Options, compare};

use crate::support::compiled::policy;

const HEAD: &str = "情報 個人情報 { ・氏名［直接識別］ ・住所［直接識別］ }
主体 第三者 { ・警察 ・広告会社 }
方針「個人情報の取扱い」{
  事業者 当社「株式会社あかり文具」
  章 提供「第三者への提供」{
";
const PROMISE: &str = "    提供しない 原則「上記のほか、個人情報を第三者に提供しません。」{ 提供先［第三者］
      項目［個人情報］
    }
";
const BY_DUTY: &str = "    提供 令状による「令状がある場合に、氏名を警察に提供します。」{ 提供先［警察］
      項目［氏名］
      場合［法令上の義務］
    }
";

fn source(clauses: &[&str]) -> String {
    format!("{HEAD}{}  }}\n}}\n", clauses.concat())
}

/// The effects of the statements, and what they say, a line each.
fn between(old: &[&str], new: &[&str]) -> (Vec<Effect>, String) {
    let (old, new) = (policy(&source(old)), policy(&source(new)));
    let compared = compare(&old, &new, &Options::default());
    assert!(compared.decisions.complete);
    let statements = compared.decisions.statements.iter();
    let told: Vec<&str> = statements.clone().map(|one| one.text.ja.as_str()).collect();
    (statements.map(|one| one.effect).collect(), told.join("\n"))
}

#[test]
fn a_new_prohibition_forbids_and_nothing_is_said_of_a_duty() {
    let (effects, told) = between(&[], &[PROMISE]);
    assert_eq!(effects, [Effect::Forbids]);
    assert!(!told.contains("義務"), "{told}");
    let excepted = PROMISE.replace("上記のほか、", "法令に基づく場合を除き、");
    let excepted = excepted.replace("項目［個人情報］\n", "項目［個人情報］\n      但し［法令］\n");
    let (_, told) = between(&[PROMISE], &[&excepted]);
    assert!(
        told.contains("法令") && !told.contains("義務") && !told.contains("その他の法令"),
        "{told}"
    );
}

#[test]
fn a_clause_that_names_a_duty_is_told() {
    let (effects, told) = between(&[PROMISE], &[BY_DUTY, PROMISE]);
    assert_eq!(effects, [Effect::Permits]);
    assert!(told.contains("「法令上の義務」"), "{told}");
    let (effects, _) = between(&[BY_DUTY, PROMISE], &[PROMISE]);
    assert_eq!(effects, [Effect::Withdraws]);
}

/// Of what the clause is not about nothing is said of a duty.
#[test]
fn only_what_the_clause_is_about_is_told_of_a_duty() {
    let (_, told) = between(&[BY_DUTY], &[BY_DUTY, PROMISE]);
    let others: Vec<&str> = told.lines().filter(|line| line.contains("広告会社")).collect();
    assert!(others.iter().all(|line| !line.contains("義務")), "{told}");
}

#[test]
fn no_finding_speaks_of_a_duty_that_no_clause_names() {
    let by_law = BY_DUTY
        .replace("法令上の義務", "法令")
        .replace("令状がある", "法令に基づく");
    let report = check(&policy(&source(&[&by_law, PROMISE])));
    assert!(!report.diagnostics.is_empty(), "a permit beside a prohibition");
    for found in &report.diagnostics {
        assert!(!format!("{found:?}").contains("義務"), "{found:?}");
    }
}

/// The prohibition makes way for it: there is no conflict, and the clause is not dead.
#[test]
fn a_permission_by_duty_is_at_odds_with_no_prohibition() {
    let report = check(&policy(&source(&[BY_DUTY, PROMISE])));
    let codes: Vec<Code> = report.diagnostics.iter().map(|found| found.code).collect();
    let at_odds = [Code::H0501, Code::H0502, Code::H0503, Code::H0504];
    assert!(!codes.iter().any(|code| at_odds.contains(code)), "{codes:?}");
}
