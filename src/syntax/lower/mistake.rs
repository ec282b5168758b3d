//! What is said about each way of mistyping. Facts come in, one diagnostic goes out.

use crate::diagnostic::{Code, Collector, Diagnostic, Text};
use crate::keyword::Keyword;
use crate::span::Span;
use crate::syntax::ast::Name;

pub(super) fn junk(text: &str, span: Span, diagnostics: &mut Collector) {
    let shown: String = text.trim().chars().take(20).collect();
    let help = match text.chars().next() {
        Some('」' | '］' | ']' | '）' | ')') => Text::new(
            "対応する開き括弧があるか確かめてください",
            "check for the bracket that opens it",
        ),
        _ => Text::new(
            "ページに出す文言は 「 」 の中に、名前や日付は ［ ］ の中に書いてください",
            "write what appears on the page in 「 」, and names and dates in ［ ］",
        ),
    };
    diagnostics.push(
        Diagnostic::new(
            Code::H0107,
            Text::new(
                format!("`{shown}` は文として読めません"),
                format!("`{shown}` is no statement"),
            ),
        )
        .label(span, Text::new("読めない部分", "unreadable"))
        .help(help),
    );
}

/// More of what was found unreadable just before.
pub(super) fn more_junk(span: Span, last: &mut Diagnostic) {
    if last.code == Code::H0107
        && let Some(label) = last.labels.first_mut()
        && label.span.source == span.source
    {
        label.span = label.span.to(span);
    }
}

pub(super) fn typed_number(span: Span, diagnostics: &mut Collector) {
    diagnostics.push(
        Diagnostic::new(
            Code::H0107,
            Text::new("番号が手で書かれています", "a number is typed by hand"),
        )
        .label(span, Text::new("この番号は要りません", "not needed"))
        .help(Text::new(
            "番号は自動で付きます。書式は `番号［章＝\"第1条\"］` のように指定できます",
            "numbers are given by the compiler; their form is set with `番号［章＝\"第1条\"］`",
        ))
        .fix(span, ""),
    );
}

pub(super) fn detached_block(brace: Span, owner: Span, diagnostics: &mut Collector) {
    diagnostics.push(
        Diagnostic::new(
            Code::H0114,
            Text::new("{ が前の文から離れています", "{ stands apart from its statement"),
        )
        .label(brace, Text::new("このブロック", "this block"))
        .label(
            owner,
            Text::new("この文の内訳とみなしました", "taken to belong to this statement"),
        )
        .help(Text::new(
            "{ は文と同じ行の終わりに置いてください",
            "put { at the end of the statement's line",
        )),
    );
}

pub(super) fn block_without_statement(brace: Span, diagnostics: &mut Collector) {
    diagnostics.push(
        Diagnostic::new(
            Code::H0107,
            Text::new("{ の前に文がありません", "no statement stands before this {"),
        )
        .label(brace, Text::new("ここ", "here"))
        .help(Text::new(
            "{ } は `章 名前「題」{ }` のように、文に付けて書いてください",
            "a block belongs to a statement, as in `章 名前「題」{ }`",
        )),
    );
}

pub(super) fn same_line(head: Span, diagnostics: &mut Collector) {
    diagnostics.push(
        Diagnostic::new(
            Code::H0109,
            Text::new(
                "同じ行に別の文が続いています",
                "a second statement stands on the same line",
            ),
        )
        .label(head, Text::new("この文", "this statement"))
        .help(Text::new("次の行に書いてください", "put it on the next line")),
    );
}

pub(super) fn word_after_statement(word: &Name, diagnostics: &mut Collector) {
    let diagnostic = Diagnostic::new(
        Code::H0110,
        Text::new(
            format!("`{}` の位置が違います", word.text),
            format!("`{}` is out of place", word.text),
        ),
    )
    .label(word.span, Text::new("文の後ろにあります", "stands after the statement"));
    // As an amending act writes it: 第三条 削除.
    let retired = word.text == "削除";
    diagnostics.push(match retired {
        true => diagnostic
            .help(Text::new(
                "番号を残して中身をなくすなら、`章 名前［削除］` と書いてください",
                "to keep the number of a clause that is taken out, write `章 名前［削除］`",
            ))
            .fix(word.span, "［削除］"),
        false => diagnostic.help(Text::new(
            "名前はキーワードのすぐ後ろ、文言や ［ ］ の前に書いてください",
            "a name stands right after the keyword, before wording and ［ ］",
        )),
    });
}

pub(super) fn mark(written: &str, span: Span, diagnostics: &mut Collector) {
    diagnostics.push(look_alike(
        span,
        format!("`{written}` は印ではありません"),
        format!("`{written}` is not a mark"),
        "箇条書きの印は全角の ・ です",
        "bullets are marked with ・",
        "・",
    ));
}

pub(super) fn statement_end(written: &str, span: Span, diagnostics: &mut Collector) {
    diagnostics.push(look_alike(
        span,
        format!("文の終わりの `{written}` は要りません"),
        format!("`{written}` is not needed at the end of a statement"),
        "文は行の終わりで終わります",
        "a statement ends with its line",
        "",
    ));
}

pub(super) fn open_string(span: Span, diagnostics: &mut Collector) {
    diagnostics.push(
        Diagnostic::new(Code::H0113, Text::new("\" が閉じられていません", "\" is never closed"))
            .label(span, Text::new("ここで始まっています", "opened here"))
            .help(Text::new(
                "同じ行の中で \" を閉じてください。文言なら 「 」 で囲んでください",
                "close it on the same line; wording stands in 「 」",
            )),
    );
}

pub(super) fn separator(written: &str, span: Span, diagnostics: &mut Collector) {
    let (shown_ja, shown_en) = match written.trim() {
        "" => ("空白".to_owned(), "a blank".to_owned()),
        mark => (format!("`{mark}`"), format!("`{mark}`")),
    };
    diagnostics.push(look_alike(
        span,
        format!("［ ］ の中の区切りに{shown_ja}が使われています"),
        format!("{shown_en} between names in ［ ］"),
        "名前と名前の間は 、 で区切ってください",
        "part names with 、",
        "、",
    ));
}

pub(super) fn meaning_brackets(open: &str, span: Span, inside: &str, diagnostics: &mut Collector) {
    let colon = matches!(open, "：" | ":" | "＝" | "=");
    diagnostics.push(look_alike(
        span,
        format!("`{open}` は ［ ］ の代わりになりません"),
        format!("`{open}` where ［ ］ is meant"),
        if colon {
            "キーワードの後ろの名前や日付は ［ ］ で囲んでください"
        } else {
            "名前や日付は ［ ］ で囲んでください"
        },
        "write names and dates in ［ ］",
        &format!("［{}］", inside.trim()),
    ));
}

pub(super) fn quote_marks(open: &str, span: Span, inside: &str, diagnostics: &mut Collector) {
    diagnostics.push(look_alike(
        span,
        format!("`{open}` は 「 」 の代わりになりません"),
        format!("`{open}` where 「 」 is meant"),
        "ページに出す文言は 「 」 で囲んでください",
        "write what appears on the page in 「 」",
        &format!("「{inside}」"),
    ));
}

fn look_alike(span: Span, ja: String, en: String, help_ja: &str, help_en: &str, replacement: &str) -> Diagnostic {
    Diagnostic::new(Code::H0108, Text::new(ja, en))
        .label(span, Text::empty())
        .help(Text::new(help_ja, help_en))
        .fix(span, replacement)
}

pub(super) fn unclosed_meaning(span: Span, diagnostics: &mut Collector) {
    diagnostics.push(
        Diagnostic::new(Code::H0103, Text::new("［ が閉じられていません", "［ is never closed"))
            .label(span, Text::new("ここで始まっています", "opened here"))
            .help(Text::new(
                "名前の並びの後ろに ］ を置いてください",
                "put ］ after the names",
            )),
    );
}

pub(super) fn bad_meaning_item(text: &str, span: Span, diagnostics: &mut Collector) {
    let shown = text.trim();
    diagnostics.push(
        Diagnostic::new(
            Code::H0107,
            Text::new(
                format!("［ ］ の中の `{shown}` は名前として読めません"),
                format!("`{shown}` in ［ ］ is no name"),
            ),
        )
        .label(span, Text::new("読めない部分", "unreadable"))
        .help(Text::new(
            "置き換えは `A → B` と書きます。［ ］ には、宣言した名前・属性・日付を 、 で区切って書きます。名前に使えるのは文字・数字・ー・々・_ です",
            "a replacement is written `A → B`; ［ ］ holds declared names, attributes and dates parted by 、; names are made of letters, digits, ー, 々 and _",
        )),
    );
}

pub(super) fn wording_in_meaning(text: &str, span: Span, diagnostics: &mut Collector) {
    diagnostics.push(
        Diagnostic::new(
            Code::H0107,
            Text::new("［ ］ の中に 「 」 があります", "「 」 inside ［ ］"),
        )
        .label(span, Text::new("ここ", "here"))
        .help(Text::new(
            format!("名前なら 「 」 を外して ［{text}］ としてください。文言なら ［ ］ の外に書いてください"),
            format!("for a name write ［{text}］; wording stands outside ［ ］"),
        )),
    );
}

pub(super) fn broken_reference(span: Span, diagnostics: &mut Collector) {
    diagnostics.push(
        Diagnostic::new(
            Code::H0112,
            Text::new(
                "文言の中の { } が参照として読めません",
                "this brace in the wording is no reference",
            ),
        )
        .label(span, Text::new("ここ", "here"))
        .help(Text::new(
            "参照は {名前} と書きます。波かっこをそのまま出すには \\{ と書いてください",
            "a reference is written {名前}; write \\{ to show a brace",
        )),
    );
}

pub(super) fn bad_date(text: &str, span: Span, outside_era: bool, diagnostics: &mut Collector) {
    let (ja, en) = if outside_era {
        (
            format!("`{text}` はその元号の期間にありません"),
            format!("`{text}` lies outside its era"),
        )
    } else {
        (
            format!("`{text}` という日はありません"),
            format!("there is no day `{text}`"),
        )
    };
    diagnostics.push(
        Diagnostic::new(Code::H0303, Text::new(ja, en))
            .label(span, Text::empty())
            .help(Text::new(
                "`2026-04-01`、`2026年4月1日`、`令和8年4月1日` のように書いてください",
                "write `2026-04-01`, `2026年4月1日` or `令和8年4月1日`",
            )),
    );
}

pub(super) fn unknown_keyword(word: &Name, meant: Option<Keyword>, diagnostics: &mut Collector) {
    let diagnostic = Diagnostic::new(
        Code::H0106,
        Text::new(
            format!("`{}` というキーワードはありません", word.text),
            format!("there is no keyword `{}`", word.text),
        ),
    )
    .label(word.span, Text::empty());
    diagnostics.push(match meant {
        Some(keyword) if word.text == "削除" => diagnostic.help(Text::new(
            format!("情報を消すことなら {}、条項の番号を残して中身をなくすなら `章 名前［削除］` と書いてください", keyword.word()),
            format!("write {} for erasing data, `章 名前［削除］` to keep the number of a clause that is taken out", keyword.word()),
        )),
        Some(keyword) => diagnostic
            .help(Text::new(
                format!("もしかして: {}", keyword.word()),
                format!("did you mean {}?", keyword.word()),
            ))
            .fix(word.span, keyword.word()),
        None => diagnostic.help(Text::new(
            "文はキーワード（章・目的・提供 など）で始めます。文言だけなら 「 」 で囲み、箇条書きなら ・ を付けてください",
            "a statement begins with a keyword (章, 目的, 提供 …); plain wording stands in 「 」, a bullet begins with ・",
        )),
    });
}

pub(super) fn missing_mark(word: &Name, element: Keyword, diagnostics: &mut Collector) {
    let kind = match element.word() {
        "" => "項目",
        word => word,
    };
    diagnostics.push(
        Diagnostic::new(
            Code::H0106,
            Text::new(
                format!("`{}` というキーワードはありません", word.text),
                format!("there is no keyword `{}`", word.text),
            ),
        )
        .label(word.span, Text::empty())
        .help(Text::new(
            format!("{kind}として並べるなら、前に ・ を付けてください"),
            "to list it here, put ・ before it",
        ))
        .fix(word.span, format!("・{}", word.text)),
    );
}

pub(super) fn glued_keyword(keyword: Keyword, rest: &Name, span: Span, diagnostics: &mut Collector) {
    let word = keyword.word();
    diagnostics.push(
        Diagnostic::new(
            Code::H0111,
            Text::new(
                format!("`{word}` と `{}` の間に空白がありません", rest.text),
                format!("no blank between `{word}` and `{}`", rest.text),
            ),
        )
        .label(span, Text::empty())
        .help(Text::new(
            "キーワードと名前の間に空白を入れてください",
            "put a blank between keyword and name",
        ))
        .fix(span, format!("{word} {}", rest.text)),
    );
}

/// A line of prose without 「」.
pub(super) fn bare_text(text: &str, span: Span, diagnostics: &mut Collector) {
    let diagnostic = Diagnostic::new(
        Code::H0107,
        Text::new(
            "文言が 「 」 で囲まれていません",
            "this wording does not stand in 「 」",
        ),
    )
    .label(span, Text::empty())
    .help(Text::new(
        "ページに出す文言は 「 」 で囲んでください",
        "write what appears on the page in 「 」",
    ));
    // Where a 」 was missing the text holds one that the source does not: first that is mended.
    let as_written = text.len() == span.range().len();
    let text = text.trim_end();
    let end = span.start + text.len() as u32;
    diagnostics.push(match as_written {
        true => diagnostic.fix(Span { end, ..span }, format!("「{text}」")),
        false => diagnostic,
    });
}

/// A name that holds ・ or the like: reported, and read without it.
pub(super) fn name_with_mark(name: Name, diagnostics: &mut Collector) -> Name {
    let plain: String = name.text.chars().filter(|c| !"・･／/－".contains(*c)).collect();
    diagnostics.push(
        Diagnostic::new(
            Code::H0107,
            Text::new(
                format!("名前 `{}` に使えない記号があります", name.text),
                format!("the name `{}` holds a mark that names cannot hold", name.text),
            ),
        )
        .label(name.span, Text::empty())
        .help(Text::new(
            "名前に使えるのは文字・数字・ー・々・_ です。ページに出す題は 「 」 に書きます",
            "names are made of letters, digits, ー, 々 and _; the title on the page stands in 「 」",
        ))
        .fix(name.span, plain.clone()),
    );
    Name {
        text: plain,
        span: name.span,
    }
}

pub(super) fn string_quotes(span: Span, text: &str, diagnostics: &mut Collector) {
    diagnostics.push(look_alike(
        span,
        "ページに出ない文字列を囲む引用符が違います".to_owned(),
        "these are not the quotes of a string that stays off the page".to_owned(),
        "半角の \" で囲んでください",
        "write it in \" \"",
        &format!("\"{text}\""),
    ));
}
