//! How long compiling takes, per phase and against the size of the source, in ratios to validating the same bytes as UTF-8.
//!
//! `cargo bench --bench compile` measures 20 KB to 2 MB; `-- large` goes on to 20 MB. Below stands how the time of a clause grows
//! with their number, where each has a party and a purpose of its own: 1 where compiling is linear. Only the ratios carry over from
//! one machine to another. The peers (Cedar, regorus) are in a crate of their own: `benches/peers`.
#![allow(
    clippy::print_stdout,
    clippy::disallowed_methods,
    missing_docs,
    reason = "a benchmark measures time and prints"
)]

mod generate;
mod median;

use std::hint::black_box;

use hoshin::internals::bundle::Bundle;
use hoshin::internals::compile::{NoImports, Options, compile};
use hoshin::internals::render::{self, PageOptions};
use hoshin::internals::span::SourceId;
use hoshin::internals::syntax;
use median::median;

fn main() {
    let large = std::env::args().any(|argument| argument == "large");
    println!("clauses     bytes |   UTF-8    parse  compile     page   bundle | as multiples of UTF-8 validation");
    for clauses in [30, 300, 3_000].into_iter().chain(large.then_some(30_000)) {
        measure(clauses);
    }
    let of_clause = |clauses: usize| {
        let bytes = generate::own(clauses).into_bytes();
        let whole = median(5, || {
            let bytes = black_box(bytes.clone());
            compile("p.policy", bytes, &mut NoImports, &Options::default())
        });
        whole.as_secs_f64() / clauses as f64
    };
    let few = of_clause(500);
    println!("a clause with a party and a purpose of its own:");
    for clauses in [2_000, 8_000].into_iter().chain(large.then_some(20_000)) {
        let many = of_clause(clauses);
        println!(
            "{clauses:>7} {:>6.1} µs, {:.2} times that of 500",
            many * 1e6,
            many / few
        );
    }
}

fn measure(clauses: usize) {
    let source = generate::policy(clauses);
    let bytes = source.clone().into_bytes();
    let rounds = (2_000_000 / bytes.len()).clamp(3, 41);
    let compilation = compile("p.policy", bytes.clone(), &mut NoImports, &Options::default());
    let Some(policy) = &compilation.policy else {
        panic!("the generated policy has errors: {:?}", compilation.diagnostics.first());
    };
    let utf8 = median(rounds, || black_box(std::str::from_utf8(black_box(&bytes))).is_ok());
    let parse = median(rounds, || syntax::parse(SourceId(0), black_box(&source)));
    let whole = median(rounds, || {
        compile(
            "p.policy",
            black_box(bytes.clone()),
            &mut NoImports,
            &Options::default(),
        )
    });
    let page = median(rounds, || render::html(black_box(policy), &PageOptions::default()));
    let bundle = median(rounds, || {
        Bundle::from_policy(black_box(policy), &compilation.sources).to_json()
    });
    let phases = [utf8, parse, whole, page, bundle];
    print!("{clauses:>7} {:>9} |", bytes.len());
    for phase in phases {
        print!(" {:>8}", format!("{:.2?}", phase));
    }
    print!(" |");
    for phase in phases {
        print!(" {:>6.1}", phase.as_secs_f64() / utf8.as_secs_f64());
    }
    println!();
}
