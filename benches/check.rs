//! What the checks cost, by the number of norms, beside compiling the same source without them: `cargo bench --bench check`.
//!
//! Two kinds of policy: `provisions` are n clauses that provide, in chapters of twenty, with stated purposes; `contested` has
//! beside them a general prohibition that gives way to all of them, a tenth as many riders that limit, unless there is consent,
//! and a tenth as many prohibitions of single items that go before one clause. `at odds` are n clauses that permit or forbid one
//! and the same provision, each against all of the other kind; `in a chain` each goes before the one above it. In `with cases`
//! each has a condition of its own as well.
#![allow(
    clippy::print_stdout,
    clippy::disallowed_methods,
    missing_docs,
    reason = "a benchmark measures time and prints"
)]

mod dense;
mod generate;
mod median;

use std::fmt::Write as _;
use std::hint::black_box;

use hoshin::internals::check::check;
use hoshin::internals::compile::compile_unchecked;
use hoshin::internals::compile::{NoImports, Options};
use median::median;

fn main() {
    println!(
        "{:>12} {:>6} {:>10} {:>10} {:>8} {:>9}",
        "policy", "norms", "compile", "check", "ratio", "findings"
    );
    for clauses in [20, 200, 2_000] {
        measure("provisions", &generate::policy(clauses));
        measure("contested", &contested(clauses));
    }
    for clauses in [800, 2_000, 4_000] {
        measure("at odds", &dense::policy(clauses / 2, clauses / 2, None, false));
        measure(
            "with cases",
            &dense::policy(clauses / 2, clauses / 2, Some("件"), false),
        );
    }
    for clauses in [200, 400, 800] {
        measure("in a chain", &chain(clauses, false));
        measure("with cases", &chain(clauses, true));
    }
}

fn measure(kind: &str, source: &str) {
    let compile = || {
        compile_unchecked(
            "p.policy",
            source.as_bytes().to_vec(),
            &mut NoImports,
            &Options::default(),
        )
    };
    let compilation = compile();
    let Some(policy) = &compilation.policy else {
        panic!("the generated policy has errors: {:?}", compilation.diagnostics.first());
    };
    let rounds = (20_000 / policy.norms.len()).clamp(5, 41);
    let compiling = median(rounds, compile);
    let checking = median(rounds, || check(black_box(policy)));
    println!(
        "{kind:>12} {:>6} {:>10} {:>10} {:>8.2} {:>9}",
        policy.norms.len(),
        format!("{compiling:.2?}"),
        format!("{checking:.2?}"),
        checking.as_secs_f64() / compiling.as_secs_f64(),
        check(policy).diagnostics.len()
    );
}

/// The provisions, and what is at odds with them by declaration.
fn contested(clauses: usize) -> String {
    let clauses = clauses * 10 / 13;
    let (categories, parties, purposes) = generate::sizes(clauses);
    let mut text = generate::policy(clauses);
    text.truncate(text.trim_end().len() - 1);
    text.push_str("  章 禁止「提供の制限」{\n");
    let chapters: Vec<String> = (0..clauses)
        .step_by(20)
        .map(|chapter| format!("提供{chapter}章"))
        .collect();
    let _ = write!(
        text,
        "    提供しない 原則「上記のほか、提供しません。」{{
      提供先［第三者］
      項目［個人情報］
      但し［{}、同意］
    }}
",
        chapters.join("、")
    );
    for i in (0..clauses).step_by(10) {
        let (party, category) = (i % parties, i % categories);
        let _ = write!(
            text,
            "    提供しない 例外{i}「上記にかかわらず、提供しません。」{{
      提供先［会社{party}号］
      項目［項目{category}番］
      但し［同意］
      優先［条項{i}］
    }}
"
        );
    }
    text.push_str("  }\n  章 特約「特約」{\n");
    for i in (5..clauses).step_by(10) {
        let (purpose, category) = (i % purposes, i % categories);
        let _ = write!(
            text,
            "    ・特約 限定{i}「次の目的に限って利用します。」{{
      対象［項目{category}番］
      限定［目的{purpose}号］
      但し［同意］
    }}
"
        );
    }
    text.push_str("  }\n}\n");
    text
}

/// Clauses that permit and forbid the same in turn, each of which goes before the one above it; `own`: each under a condition of
/// its own. An odd number, so that the permits count.
fn chain(norms: usize, own: bool) -> String {
    let mut text = String::from("情報 個人情報 { ・氏名 }\n主体 第三者 { ・加盟店 }\n条件 {\n");
    for at in 0..norms | 1 {
        let _ = writeln!(text, "  ・件{at}");
    }
    text.push_str("}\n方針「個人情報の取扱いについて」{\n  章 提供「提供」{\n");
    for at in 0..norms | 1 {
        let keyword = ["提供", "提供しない"][at % 2];
        let _ = write!(
            text,
            "    {keyword} 規{at}［個人情報］「第{at}の条項です。」{{\n      提供先［第三者］\n"
        );
        if own {
            let _ = writeln!(text, "      場合［件{at}］");
        }
        if let Some(above) = at.checked_sub(1) {
            let _ = writeln!(text, "      優先［規{above}］");
        }
        text.push_str("    }\n");
    }
    text.push_str("  }\n}\n");
    text
}
