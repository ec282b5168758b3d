//! Sources that were, or could be, expensive: each of about as many bytes as asked for.

/// A name and what it makes.
pub(crate) type Generator = (&'static str, fn(usize) -> String);

/// Text that is no policy. It takes no more room than a hundred times its size.
pub(crate) const RUBBISH: &[Generator] = &[
    ("letters, a line each", |n| "あ\n".repeat(n / 4)),
    ("ASCII letters, a line each", |n| "a\n".repeat(n / 2)),
    ("short words, a line each", |n| "ああ\n".repeat(n / 7)),
    ("words, a line each", |n| "あああああ\n".repeat(n / 16)),
    ("NUL", |n| "\0".repeat(n)),
    ("NUL between letters", |n| "\0a".repeat(n / 2)),
    ("NUL in a wording", |n| format!("方針「{}」", "\0".repeat(n))),
    ("{", |n| "{".repeat(n)),
    ("}", |n| "}".repeat(n)),
    ("} on lines", |n| "}\n".repeat(n / 2)),
    ("blanks before }", |n| " ".repeat(n / 2) + &"}".repeat(n / 2)),
    ("words between }", |n| "あああああ}".repeat(n / 16)),
    ("{}", |n| "{}".repeat(n / 2)),
    ("{} and words", |n| "あああああ{}\n".repeat(n / 18)),
    ("「", |n| "「".repeat(n / 3)),
    ("「 on lines", |n| "「\n".repeat(n / 4)),
    ("「 and words on lines", |n| "「あああああ\n".repeat(n / 19)),
    ("」", |n| "」".repeat(n / 3)),
    ("」 and words", |n| "あああああ」".repeat(n / 18)),
    ("｢ on lines", |n| "・｢x\n".repeat(n / 8)),
    ("「」", |n| "「」".repeat(n / 6)),
    ("・", |n| "・".repeat(n / 3)),
    ("・ and names", |n| "・ああああ\n".repeat(n / 16)),
    ("-", |n| "-".repeat(n)),
    ("- and names", |n| "-ああああ\n".repeat(n / 14)),
    ("/*", |n| "/*".repeat(n / 2)),
    ("/* on lines", |n| "/*\n".repeat(n / 3)),
    ("/* and words on lines", |n| "ああああ/*\n".repeat(n / 15)),
    ("/**/", |n| "/**/".repeat(n / 4)),
    ("//", |n| "//\n".repeat(n / 3)),
    ("\"", |n| "\"".repeat(n | 1)),
    ("\" on lines", |n| "\"\n".repeat(n / 2)),
    ("one word", |n| "あ".repeat(n / 3)),
    ("one line", |n| "情報 あああ ".repeat(n / 17)),
    ("［", |n| "［".repeat(n / 3)),
    ("［ on lines", |n| "情報 ああ［\n".repeat(n / 17)),
    ("numbers", |n| "第1条 ああああ\n".repeat(n / 21)),
    ("prose", |n| "当社は、お客様の情報を取り扱います。\n".repeat(n / 55)),
    ("keywords", |n| "章 甲甲甲 ".repeat(n / 14)),
    ("mistyped keywords", |n| lines(n / 17, |i| format!("目敵 甲{i}"))),
    ("mistyped keywords in a block", |n| {
        policy(&lines(n / 17, |i| format!("目敵 甲{i}")))
    }),
    ("rubbish in a chapter", |n| chapter(&"・ああああ\n".repeat(n / 16))),
    ("names in ［］", |n| format!("情報 a［{}b］", "ああ、".repeat(n / 9))),
    ("blanks in ［］", |n| format!("情報 a［{}b］", "ああ ".repeat(n / 7))),
    ("・ in ［］", |n| format!("情報 a［{}b］", "ああ・".repeat(n / 9))),
    ("→ in ［］", |n| {
        format!("情報 a［{}b］", "ああ→いい、".repeat(n / 18))
    }),
    ("a long path", |n| format!("情報 a［{}b］", "あああ.".repeat(n / 10))),
    ("unknown references", |n| {
        chapter(&format!("「{}」", "{無無無}".repeat(n / 11)))
    }),
    ("one name, thousands of times", |n| "情報 ああああ\n".repeat(n / 20)),
    ("imports of one file", |n| "取込 \"a.policy\"\n".repeat(n / 18)),
    ("imports of many files", |n| {
        lines(n / 24, |i| format!("取込 \"{i:06}.policy\""))
    }),
];

/// Policies whose norms meet one another: as many pairs as there can be.
pub(crate) const NORMS: &[Generator] = &[
    ("one permit, thousands of times", |n| {
        norms(n / 130, |i| format!("提供 条{i}「条{i}」"), |_| String::new())
    }),
    ("permits against prohibitions", |n| {
        norms(n / 130, alternating, |_| String::new())
    }),
    ("permits against prohibitions, each in a case of its own", |n| {
        norms(n / 170, alternating, |i| format!("場合［件{i}］\n"))
    }),
    ("each before the last", |n| norms((n / 160) | 1, alternating, before)),
    ("each behind the next", |n| {
        let count = (n / 160) | 1;
        norms(count, alternating, |i| match i + 1 < count {
            true => format!("但し［条{}］\n", i + 1),
            false => String::new(),
        })
    }),
    ("each before the last, in a case of its own", |n| {
        norms((n / 190) | 1, alternating, |i| format!("場合［件{i}］\n") + &before(i))
    }),
    ("each before the six last, in a case of its own", |n| {
        norms((n / 240) | 1, alternating, |i| {
            let before: Vec<String> = (i.saturating_sub(6)..i).map(|i| format!("条{i}")).collect();
            match before.is_empty() {
                true => format!("場合［件{i}］\n"),
                false => format!("場合［件{i}］\n優先［{}］\n", before.join("、")),
            }
        })
    }),
    ("each permit before all prohibitions", |n| {
        let half = n / 340;
        let kind = |i: usize| match i < half {
            true => format!("提供しない 条{i}「条{i}」"),
            false => format!("提供 条{i}「条{i}」"),
        };
        let all: Vec<String> = (0..half).map(|i| format!("条{i}")).collect();
        let last = format!("優先［{}］\n", all.join("、"));
        let more = |i: usize| match i + 1 == 2 * half {
            true => format!("場合［件{i}］\n{last}"),
            false => format!("場合［件{i}］\n"),
        };
        norms(2 * half, kind, more)
    }),
];

/// Two revisions of a policy of about as many bytes.
pub(crate) type Revisions = (&'static str, fn(usize) -> [String; 2]);

/// Revisions in which everything is another.
pub(crate) const REVISIONS: &[Revisions] = &[
    ("every name another", |n| {
        ["名", "称"].map(|word| {
            let names = lines(n / 12, |i| format!("・{word}{i}"));
            let act = "提供 条「条」{\n提供先［第三者］\n項目［個人情報］\n}\n";
            format!("情報 個人情報 {{\n{names}}}\n主体 第三者 {{ ・甲 }}\n{}", chapter(act))
        })
    }),
    ("every clause another", |n| {
        [0, 1].map(|shift| {
            let parties = lines(n / 150, |i| format!("・社{i}"));
            let data: String = (0..50).map(|i| format!(" ・項目{i}")).collect();
            let act = |i: usize| {
                let (verb, item) = (["提供", "開示"][shift], (i + shift) % 50);
                format!("提供 条{i}「社{i}に項目{item}を{verb}します。」{{\n提供先［社{i}］\n項目［項目{item}］\n}}")
            };
            let acts = lines(n / 150, act);
            format!(
                "情報 個人情報 {{{data} }}\n主体 第三者 {{\n{parties}}}\n{}",
                chapter(&acts)
            )
        })
    }),
    ("every party the next", |n| {
        [0, 1].map(|shift| {
            let parties = lines(n / 110 + 1, |i| format!("・社{i}"));
            let act = |i: usize| format!("提供 条{i}「条{i}」{{\n提供先［社{}］\n項目［氏名］\n}}", i + shift);
            let acts = lines(n / 110, act);
            format!(
                "情報 個人情報 {{ ・氏名 }}\n主体 第三者 {{\n{parties}}}\n{}",
                chapter(&acts)
            )
        })
    }),
];

fn alternating(i: usize) -> String {
    match i % 2 {
        0 => format!("提供 条{i}「条{i}」"),
        _ => format!("提供しない 条{i}「条{i}」"),
    }
}

fn before(i: usize) -> String {
    match i {
        0 => String::new(),
        _ => format!("優先［条{}］\n", i - 1),
    }
}

/// So many provisions of one thing to one party: each with its head, and what stands in it besides.
fn norms(count: usize, head: impl Fn(usize) -> String, more: impl Fn(usize) -> String) -> String {
    let act = |i: usize| format!("{} {{\n提供先［第三者］\n項目［個人情報］\n{}}}", head(i), more(i));
    let acts = lines(count, act);
    let cases = match acts.contains("場合") {
        true => lines(count, |i| format!("条件 件{i}「件の{i}」")),
        false => String::new(),
    };
    format!(
        "情報 個人情報 {{ ・氏名 }}\n主体 第三者 {{ ・甲 }}\n{cases}{}",
        chapter(&acts)
    )
}

/// Policies, right and wrong, that make much of little.
pub(crate) const POLICIES: &[Generator] = &[
    ("misspelt names", |n| {
        let n = n / 80;
        let names = lines(n, |i| format!("・利用者番号項目{i:06}あ「項目{i}」"));
        let wrong: Vec<String> = (0..n).map(|i| format!("利用者番号項目{i:06}い")).collect();
        let act = format!("提供 乙「乙」{{\n項目［{}］\n}}\n", wrong.join("、"));
        format!("情報 甲{{\n{names}}}\n{}", policy(&act))
    }),
    ("misspelt references", |n| {
        let one = |i: usize| format!("章 利用{i:06}「甲」{{\n「{{利用{i:06}あ}}」\n}}");
        policy(&lines(n / 65, one))
    }),
    ("misspelt attributes", |n| {
        lines(n / 32, |i| format!("情報 甲{i:05}［甲{:05}］", i + 50_000)) + &policy("")
    }),
    ("labels", |n| {
        format!("情報 甲{{\n{}}}\n", lines(n / 33, |i| format!("・項{i}「項目{i}」"))) + &policy("")
    }),
    ("conditions", |n| lines(n / 26, |i| format!("条件 甲{i}「甲{i}」"))),
    ("a cycle", |n| {
        let n = n / 42;
        lines(n, |i| format!("情報 甲{i}「甲{i}」［甲{}］", (i + 1) % n))
    }),
    ("a chain", |n| {
        lines(n / 42, |i| format!("情報 甲{}「甲{}」［甲{i}］", i + 1, i + 1)) + "情報 甲0\n"
    }),
    ("many parents", |n| {
        let n = n / 40;
        let all: Vec<String> = (0..n).map(|i| format!("甲{i:06}")).collect();
        lines(n, |i| format!("情報 甲{i:06}")) + &format!("情報 乙［{}］\n", all.join("、"))
    }),
    ("chapters", |n| {
        policy(&lines(n / 30, |i| format!("章 甲{i}「甲」{{\n}}")))
    }),
    ("chapters of one name", |n| policy(&"章 甲「甲」{\n}\n".repeat(n / 25))),
    ("references to chapters", |n| {
        chapter(&format!("「{}」", "{甲}を".repeat(n / 8)))
    }),
    ("links to chapters", |n| {
        let one = |i: usize| format!("章 甲{i:05}「甲」{{\n「[a](#甲{i:05})」\n}}");
        policy(&lines(n / 55, one))
    }),
    ("purposes", |n| {
        chapter(&lines(n / 40, |i| format!("目的 目{i}「商品{i}の発送」")))
    }),
    ("purposes that cover chapters", |n| {
        let purpose = |i: usize| format!("目的 丙{i}「{{甲}}に定める提供{i}」");
        let inner = lines(n / 90, |i| format!("目的 目{i}「商品{i}の発送」"));
        policy(&format!(
            "章 乙「乙」{{\n{}}}\n章 甲「甲」{{\n{inner}}}\n",
            lines(n / 90, purpose)
        ))
    }),
    ("names in deep clauses", |n| {
        let long = "長".repeat(n / 400);
        let open: String = (0..40).map(|i| format!("章 {long}{i}「甲」{{\n")).collect();
        policy(&format!(
            "{open}{}{}",
            lines(n / 30, |i| format!("目的 目{i}「甲」")),
            "}\n".repeat(40)
        ))
    }),
    ("rows", |n| {
        let rows = "行「ああ」「いい」\n".repeat(n / 30);
        chapter(&format!("表「表」{{\n列「あ」「い」\n{rows}}}\n"))
    }),
    ("a wide row", |n| {
        let cells = "「ああ」".repeat(n / 24);
        chapter(&format!("表「表」{{\n列{cells}\n行{cells}\n}}\n"))
    }),
    ("uneven rows", |n| {
        chapter(&format!(
            "表「表」{{\n列「あ」「い」\n{}}}\n",
            "行「ああ」\n".repeat(n / 16)
        ))
    }),
    ("a long wording", |n| {
        chapter(&format!("「{}」", "お客様の個人情報を取り扱います。".repeat(n / 48)))
    }),
    ("paragraphs", |n| {
        chapter(&"「お客様の個人情報を取り扱います。」\n".repeat(n / 55))
    }),
    ("definitions", |n| {
        chapter(&lines(n / 95, |i| {
            format!("「個人の情報{i}（以下「語{i}」といいます）を取り扱います。」")
        }))
    }),
    ("links", |n| {
        chapter(&format!("「{}」", "[こちら](#ああ)".repeat(n / 21)))
    }),
    ("hard-typed references", |n| {
        chapter(&format!("「{}」", "第1条、".repeat(n / 10)))
    }),
    ("riders", |n| {
        chapter(&lines(n / 50, |i| format!("特約 特{i}「特約{i}」{{\n対象［無］\n}}")))
    }),
    ("acknowledgements", |n| {
        policy(&format!(
            "改定［2020-01-01］{{\n{}}}\n",
            "承認［無無無］\n".repeat(n / 23)
        ))
    }),
    ("tests", |n| {
        policy(&lines(n / 60, |i| {
            format!("検証「試{i}」{{\n項目［無］\n結果［許可］\n}}")
        }))
    }),
];

fn lines(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).map(|i| line(i) + "\n").collect()
}

fn policy(inside: &str) -> String {
    format!("方針「題」{{\n{inside}}}\n")
}

fn chapter(inside: &str) -> String {
    policy(&format!("章 甲「甲」{{\n{inside}\n}}\n"))
}
