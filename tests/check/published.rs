//! One pair of a bad and a good policy for each case that the literature names.
//!
//! Cases and numbers are those of PolicyLint and PoliCheck (C1–C12, N1–N4), PoliCond (n1–n9, c1–c9), Eddy, ODRL, Cedar and
//! Catala; see `src/check/relation.rs` and `src/check/dead.rs`.

use hoshin::internals::check::conflicts::conflicts;
use hoshin::internals::diagnostic::Code;

use super::{codes, faults, found, words};
use crate::support::compiled::compiled;

const VOCABULARY: &str = "
情報 個人情報 {
  ・氏名［直接識別］
  ・電話番号［直接識別］
  ・メールアドレス［直接識別］
}
主体 広告会社 {
  ・みほん広告
  ・たかね広告
  ・いずみ広告
}
条件 { ・会員登録［契約］ ・未成年 }
";

/// A clause about data and parties, with what else stands in its block.
struct Clause<'a> {
    data: &'a [&'a str],
    parties: &'a [&'a str],
    rest: &'a str,
}

/// A chapter that provides by one clause and refuses by the next.
fn policy(permit: &Clause<'_>, refusal: Option<&Clause<'_>>) -> String {
    let clause = |keyword: &str, end: &str, clause: &Clause<'_>| {
        let (data, parties) = (clause.data.join("・"), clause.parties.join("または"));
        let (of, to) = (clause.data.join("、"), clause.parties.join("、"));
        format!(
            "{keyword}「当社は、{data}を{parties}に{end}。」{{\n      提供先［{to}］\n      項目［{of}］\n      {}\n    }}\n",
            clause.rest
        )
    };
    let refusal = refusal.map(|refusal| clause("提供しない 不提供", "提供しません", refusal));
    format!(
        "{VOCABULARY}方針「個人情報の取扱いについて」{{\n  章 提供「第三者への提供」{{\n    {}    {}  }}\n}}\n",
        clause("提供 広告のための提供", "提供します", permit),
        refusal.unwrap_or_default(),
    )
}

/// A case: its name, and what permit and refusal are about.
type Case = (
    &'static str,
    &'static [&'static str],
    &'static [&'static str],
    &'static [&'static str],
    &'static [&'static str],
    Code,
);

const MAIL: &[&str] = &["メールアドレス"];
const ALL: &[&str] = &["個人情報"];
const NAME_AND_MAIL: &[&str] = &["氏名", "メールアドレス"];
const MAIL_AND_PHONE: &[&str] = &["メールアドレス", "電話番号"];
const ONE: &[&str] = &["みほん広告"];
const ANY: &[&str] = &["広告会社"];
const FIRST: &[&str] = &["みほん広告", "たかね広告"];
const LAST: &[&str] = &["たかね広告", "いずみ広告"];

/// The sixteen cells of data × entity.
const CELLS: [Case; 16] = [
    ("C1", MAIL, ONE, MAIL, ONE, Code::H0501),
    ("C2", MAIL, ONE, ALL, ONE, Code::H0501),
    ("C3", MAIL, ONE, MAIL, ANY, Code::H0501),
    ("C4", MAIL, ONE, ALL, ANY, Code::H0501),
    ("C5", MAIL, ANY, ALL, ONE, Code::H0503),
    ("C6", NAME_AND_MAIL, ONE, MAIL_AND_PHONE, ONE, Code::H0503),
    ("C7", NAME_AND_MAIL, ONE, MAIL_AND_PHONE, ANY, Code::H0503),
    ("C8", NAME_AND_MAIL, ANY, MAIL_AND_PHONE, ONE, Code::H0503),
    ("C9", MAIL, FIRST, MAIL, LAST, Code::H0503),
    ("C10", MAIL, FIRST, ALL, LAST, Code::H0503),
    ("C11", ALL, FIRST, MAIL, LAST, Code::H0503),
    ("C12", NAME_AND_MAIL, FIRST, MAIL_AND_PHONE, LAST, Code::H0503),
    ("N1", ALL, ONE, MAIL, ONE, Code::H0502),
    ("N2", ALL, ONE, MAIL, ANY, Code::H0503),
    ("N3", MAIL, ANY, MAIL, ONE, Code::H0502),
    ("N4", ALL, ANY, MAIL, ONE, Code::H0502),
];

fn sides<'a>(case: &Case, permit: &'a str, refusal: &'a str) -> (Clause<'a>, Clause<'a>) {
    let (_, data, parties, refused_data, refused_parties, _) = *case;
    (
        Clause {
            data,
            parties,
            rest: permit,
        },
        Clause {
            data: refused_data,
            parties: refused_parties,
            rest: refusal,
        },
    )
}

/// What the literature calls the first conflict of a policy.
fn names(source: &str) -> Vec<String> {
    let policy = compiled(source).policy.expect("it compiles");
    let relation = conflicts(&policy).found[0].relation;
    let poli_cond = relation.poli_cond().map(|name| format!("PoliCond {name}"));
    let others = [relation.policy_lint().to_owned(), format!("Eddy {}", relation.eddy())];
    others.into_iter().chain(poli_cond).collect()
}

/// The policy of a case has one finding, with this code, and its conflict this name; declared either way it has none.
fn holds(case: &Case, name: &str, permit: &str, refusal: &str, code: Code) {
    let (permitting, refusing) = sides(case, permit, refusal);
    let findings = found(&policy(&permitting, Some(&refusing)));
    assert_eq!(
        findings.iter().map(|found| found.code).collect::<Vec<_>>(),
        [code],
        "{name}: {findings:#?}"
    );
    assert!(
        names(&policy(&permitting, Some(&refusing))).contains(&name.to_owned()),
        "{name}"
    );
    let told = words(&findings[0]);
    assert!(told.contains("ことを、1.「当社は、"), "{name} has no witness: {told}");

    let (exception, priority) = match code {
        // The prohibition is the wider one: it makes room for the permit.
        Code::H0501 => (Some("但し［広告のための提供］"), None),
        // It is the exception: it goes before the permit.
        Code::H0502 => (None, Some("優先［広告のための提供］")),
        _ => (Some("但し［広告のための提供］"), Some("優先［広告のための提供］")),
    };
    for declared in exception.into_iter().chain(priority) {
        let rest = format!("{refusal}\n      {declared}");
        let (permitting, refusing) = sides(case, permit, &rest);
        // Of two equal ones nothing would be left: the only cure is to delete one.
        let equal = name == "C1";
        let good = policy(&permitting, Some(&refusing).filter(|_| !equal));
        assert_eq!(codes(&good), [], "{name}, {declared}");
    }
}

#[test]
fn the_sixteen_cases_of_data_and_entity_are_named() {
    for case in &CELLS {
        holds(case, case.0, "", "", case.5);
    }
}

#[test]
fn the_eighteen_cases_with_conditions_are_named() {
    let grid = ["C1", "N1", "C2", "N3", "N4", "C5", "C3", "N2", "C4"];
    for (at, cell) in grid.iter().enumerate() {
        let case = CELLS.iter().find(|case| case.0 == *cell).expect("a cell");
        let n = match at + 1 {
            1 | 2 | 4 | 5 => Code::H0502,
            _ => Code::H0503,
        };
        holds(case, &format!("PoliCond n{}", at + 1), "", "場合［未成年］", n);
        let c = match at + 1 {
            1 | 3 | 7 | 9 => Code::H0501,
            _ => Code::H0503,
        };
        holds(case, &format!("PoliCond c{}", at + 1), "場合［会員登録］", "", c);
    }
}

#[test]
fn conditions_that_exclude_one_another_keep_clauses_apart() {
    let permit = Clause {
        data: MAIL,
        parties: ONE,
        rest: "場合［会員登録］",
    };
    let refusal = Clause {
        data: MAIL,
        parties: ONE,
        rest: "但し［会員登録］",
    };
    // No conflict; but what the permit says the prohibition permits as its exception.
    assert_eq!(codes(&policy(&permit, Some(&refusal))), [Code::H0520]);
}

#[test]
fn eddy_names_a_conflict_over_all_dimensions() {
    let eddy = |cell: &str| {
        let case = CELLS.iter().find(|case| case.0 == cell).expect("a cell");
        let (permit, refusal) = sides(case, "", "");
        names(&policy(&permit, Some(&refusal)))
    };
    for (cell, name) in [
        ("C1", "equivalent"),
        ("C4", "subsumed by"),
        ("N4", "subsumes"),
        ("C12", "shared"),
    ] {
        assert!(eddy(cell).contains(&format!("Eddy {name}")), "{:?}", eddy(cell));
    }
}

/// ODRL: a direct conflict is about one action, an explicit one about an action that includes the other.
#[test]
fn odrl_a_prohibition_of_transfers_abroad_includes_providing_abroad() {
    let source = |rest: &str| {
        format!(
            "情報 個人情報 {{ ・氏名［直接識別］ }}
主体 海外広告［外国、国名＝シンガポール共和国］
方針「個人情報の取扱いについて」{{
  章 提供「第三者への提供」{{
    提供 広告のための提供「当社は、氏名を海外広告に提供します。」{{ 提供先［海外広告］ 
      項目［氏名］
    }}
  }}
  章 国外「国外への提供」{{
    越境［提供］「提供先には、国外の事業者を含みます。」
    越境しない 不越境「当社は、個人情報を国外に提供しません。」{{
      項目［個人情報］
      {rest}
    }}
  }}
}}
"
        )
    };
    assert_eq!(faults(&source("")), [Code::H0501]);
    assert_eq!(faults(&source("但し［広告のための提供、法令］")), []);
}

#[test]
fn eddy_repurposing_is_use_for_more_than_was_stated() {
    let source = |purpose: &str| {
        format!(
            "{VOCABULARY}方針「個人情報の取扱いについて」{{
  章 利用目的「利用目的」{{
    目的 発送「商品の発送」
  }}
  章 提供「第三者への提供」{{
    提供 {{
      「当社は、氏名をみほん広告に提供します。」
      提供先［みほん広告］
      項目［氏名］
      目的 {{ ・{purpose}「商品の発送のご案内」 }}
    }}
  }}
}}
"
        )
    };
    let bad = found(&source("案内"));
    assert_eq!(bad.iter().map(|found| found.code).collect::<Vec<_>>(), [Code::H0508]);
    assert!(words(&bad[0]).contains("公表した利用目的の範囲を超えます"));
    assert_eq!(codes(&source("案内［発送］")), []);
}

#[test]
fn eddy_over_collection_is_what_nothing_uses() {
    let source = |used: &str| {
        format!(
            "{VOCABULARY}方針「個人情報の取扱いについて」{{
  章 取得「取得する情報」{{
    取得［氏名、電話番号］「当社は、氏名と電話番号を取得します。」
  }}
  章 利用目的「利用目的」{{
    目的 発送「商品の発送」{{ 項目［{used}］ }}
  }}
}}
"
        )
    };
    let bad = found(&source("氏名"));
    assert_eq!(bad.iter().map(|found| found.code).collect::<Vec<_>>(), [Code::H0510]);
    assert!(words(&bad[0]).contains("「電話番号」を取得しますが、使う定めがありません"));
    assert_eq!(codes(&source("氏名、電話番号")), []);
}

/// Two clauses about providing data, of one effect.
fn twins(keyword: &str, end: &str, first: (&str, &str), second: (&str, &str)) -> String {
    let clause = |name: &str, (data, party): (&str, &str)| {
        format!(
            "    {keyword} {name}「当社は、{data}を{party}に{end}。」{{\n      提供先［{party}］\n      項目［{data}］\n    }}\n"
        )
    };
    format!(
        "{VOCABULARY}方針「個人情報の取扱いについて」{{\n  章 提供「第三者への提供」{{\n{}{}  }}\n}}\n",
        clause("前の定め", first),
        clause("後の定め", second)
    )
}

#[test]
fn cedar_redundant_clauses_are_reported_once_at_the_later_one() {
    let bad = twins("提供", "提供します", ("氏名", "みほん広告"), ("氏名", "みほん広告"));
    let findings = found(&bad);
    assert_eq!(findings.len(), 1, "{findings:#?}");
    assert_eq!(findings[0].code, Code::H0504);
    assert!(words(&findings[0]).contains("は、規則としては"));
    let starts = |words: &str| bad.find(words).expect("a clause") as u32;
    let at = findings[0].span().expect("a place").start;
    assert!(at > starts("前の定め") && at.abs_diff(starts("後の定め")) < 20);
    assert_eq!(
        codes(&twins(
            "提供",
            "提供します",
            ("氏名", "みほん広告"),
            ("氏名", "たかね広告")
        )),
        []
    );
}

#[test]
fn cedar_a_permit_for_processed_data_is_shadowed_by_one_for_raw_data_and_no_twin_of_it() {
    let source = format!(
        "{VOCABULARY}方針「個人情報の取扱いについて」{{
  章 提供「第三者への提供」{{
    提供「みほん広告への提供」{{
      提供先［みほん広告］
      項目［電話番号］
    }}
    提供「みほん広告への集計の提供」{{
      提供先［みほん広告］
      加工 {{
        項目［電話番号］
        水準［統計］
      }}
    }}
  }}
}}
"
    );
    assert_eq!(codes(&source), [Code::H0520]);
}

#[test]
fn cedar_redundant_clauses_are_a_fault_of_their_own_beside_a_conflict() {
    let twins = twins("提供", "提供します", ("氏名", "みほん広告"), ("氏名", "みほん広告"));
    let refusal = "    提供しない「当社は、個人情報を広告会社に提供しません。」{
      提供先［広告会社］
      項目［個人情報］
    }
  }
}
";
    let source = format!("{}{refusal}", twins.trim_end().trim_end_matches("  }\n}"));
    assert_eq!(codes(&source), [Code::H0501, Code::H0504]);
}

#[test]
fn cedar_a_permit_shadowed_by_a_permit_is_worth_a_hint() {
    let bad = found(&twins(
        "提供",
        "提供します",
        ("個人情報", "広告会社"),
        ("氏名", "みほん広告"),
    ));
    assert_eq!(bad.iter().map(|found| found.code).collect::<Vec<_>>(), [Code::H0520]);
    assert!(words(&bad[0]).contains("がすでに許しています"));
    assert_eq!(
        codes(&twins(
            "提供",
            "提供します",
            ("電話番号", "広告会社"),
            ("氏名", "みほん広告")
        )),
        []
    );
}

#[test]
fn cedar_a_forbid_shadowed_by_a_forbid_is_worth_a_hint() {
    let bad = found(&twins(
        "提供しない",
        "提供しません",
        ("個人情報", "広告会社"),
        ("氏名", "みほん広告"),
    ));
    assert_eq!(bad.iter().map(|found| found.code).collect::<Vec<_>>(), [Code::H0520]);
    assert!(words(&bad[0]).contains("がすでに禁じています"));
    assert_eq!(
        codes(&twins(
            "提供しない",
            "提供しません",
            ("電話番号", "広告会社"),
            ("氏名", "みほん広告")
        )),
        []
    );
}

#[test]
fn cedar_a_permit_overridden_by_a_forbid_never_permits() {
    let source = |lifted: &str| {
        format!(
            "{VOCABULARY}方針「個人情報の取扱いについて」{{
  章 提供「第三者への提供」{{
    提供 広告のための提供「当社は、氏名をみほん広告に提供します。」{{
      提供先［みほん広告］
      項目［氏名］
    }}
  }}
  章 特約「特別な定め」{{
    特約 広告の禁止「個人情報は、統計にしたものを含めて、広告会社に提供しません。」{{
      提供しない {{
        提供先［広告会社］
        項目［個人情報］
        水準［統計］
        {lifted}
      }}
    }}
  }}
}}
"
        )
    };
    let bad = found(&source(""));
    assert_eq!(bad.iter().map(|found| found.code).collect::<Vec<_>>(), [Code::H0504]);
    assert!(
        words(&bad[0]).contains("の許可が働くことはありません"),
        "{}",
        words(&bad[0])
    );
    assert_eq!(codes(&source("但し［同意］")), []);
}

#[test]
fn a_prohibition_that_gives_way_wherever_it_applies_never_forbids() {
    let source = |refused: &str| {
        format!(
            "{VOCABULARY}方針「個人情報の取扱いについて」{{
  章 提供「第三者への提供」{{
    提供 広告のための提供「当社は、氏名と電話番号をみほん広告に提供します。」{{
      提供先［みほん広告］
      項目［氏名、電話番号］
    }}
    提供しない 不提供「当社は、上記の場合を除き、{refused}をみほん広告に提供しません。」{{
      提供先［みほん広告］
      項目［{refused}］
      但し［広告のための提供］
    }}
  }}
}}
"
        )
    };
    let bad = found(&source("氏名"));
    assert_eq!(bad.iter().map(|found| found.code).collect::<Vec<_>>(), [Code::H0504]);
    assert!(
        words(&bad[0]).contains("の禁止が働くことはありません"),
        "{}",
        words(&bad[0])
    );
    assert!(!words(&bad[0]).contains("Cedar"));
    assert_eq!(codes(&source("個人情報")), []);
}

#[test]
fn catala_overlapping_exceptions_leave_nothing_to_either() {
    let source = |second: &str| {
        format!(
            "情報 個人情報 {{ ・氏名［直接識別］ ・要配慮個人情報［要配慮］ }}
方針「個人情報の取扱いについて」{{
  章 利用目的「利用目的」{{
    目的 発送「商品の発送」
    目的 改善「サービスの改善」
  }}
  章 特約「特別な定め」{{
    ・特約 要配慮の限定「要配慮個人情報は、商品の発送のためにのみ利用します。」{{
      対象［要配慮個人情報］
      限定［発送］
    }}
    ・特約 全体の限定「個人情報は、サービスの改善のためにのみ利用します。」{{
      対象［個人情報］
      限定［{second}］
    }}
  }}
}}
"
        )
    };
    let bad = found(&source("改善"));
    let codes_found: Vec<Code> = bad.iter().map(|found| found.code).collect();
    assert!(codes_found.contains(&Code::H0507), "{bad:#?}");
    let overlap = bad.iter().find(|found| found.code == Code::H0507).expect("the finding");
    assert!(
        words(overlap).contains("例えば「要配慮個人情報」は"),
        "{}",
        words(overlap)
    );
    assert!(!codes(&source("改善、発送")).contains(&Code::H0507));
}
