//! What is said about each way of mistyping. Facts come in, one diagnostic goes out; its words stand in `syntax/sentences`.

use crate::diagnostic::{Code, Collector, Diagnostic, Text};
use crate::keyword::Keyword;
use crate::span::Span;
use crate::syntax::ast::Name;
use crate::syntax::sentences::kinds::{Date, Mark, Opener, Word};
use crate::syntax::sentences::{brackets, meaning, quotes, statements as say};
use crate::text::sentence::Written;

pub(super) fn junk(text: &str, span: Span, diagnostics: &mut Collector) {
    let shown: String = text.trim().chars().take(20).collect();
    let help = match text.chars().next() {
        Some('」' | '］' | ']' | '）' | ')') => say::look_for_the_opening_bracket(),
        _ => say::what_stands_where(),
    };
    diagnostics.push(
        Diagnostic::new(Code::H0107, say::no_statement(&Written(shown)))
            .label(span, say::unreadable())
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
        Diagnostic::new(Code::H0107, say::typed_number())
            .label(span, say::number_not_needed())
            .help(say::numbers_are_given())
            .fix(span, ""),
    );
}

pub(super) fn detached_block(brace: Span, owner: Span, diagnostics: &mut Collector) {
    diagnostics.push(
        Diagnostic::new(Code::H0114, say::detached_block())
            .label(brace, say::this_block())
            .label(owner, say::taken_to_belong_here())
            .help(say::put_it_at_the_end_of_the_line()),
    );
}

pub(super) fn block_without_statement(brace: Span, diagnostics: &mut Collector) {
    diagnostics.push(
        Diagnostic::new(Code::H0107, say::block_without_statement())
            .label(brace, brackets::here())
            .help(say::blocks_belong_to_statements()),
    );
}

pub(super) fn same_line(head: Span, diagnostics: &mut Collector) {
    diagnostics.push(
        Diagnostic::new(Code::H0109, say::second_on_the_line())
            .label(head, say::this_statement())
            .help(say::put_it_on_the_next_line()),
    );
}

pub(super) fn word_after_statement(word: &Name, diagnostics: &mut Collector) {
    let diagnostic =
        Diagnostic::new(Code::H0110, say::out_of_place(&written(word))).label(word.span, say::after_the_statement());
    // As an amending act writes it: 第三条 削除.
    let retired = word.text == "削除";
    diagnostics.push(match retired {
        true => diagnostic.help(say::write_retired()).fix(word.span, "［削除］"),
        false => diagnostic.help(say::names_follow_keywords()),
    });
}

pub(super) fn mark(mark: &str, span: Span, diagnostics: &mut Collector) {
    let message = say::no_mark(&Mark(mark.to_owned()));
    diagnostics.push(look_alike(span, message, say::mark_bullets(), "・"));
}

pub(super) fn statement_end(mark: &str, span: Span, diagnostics: &mut Collector) {
    let message = say::end_not_needed(&Mark(mark.to_owned()));
    diagnostics.push(look_alike(span, message, say::line_ends_it(), ""));
}

pub(super) fn open_string(span: Span, diagnostics: &mut Collector) {
    diagnostics.push(
        Diagnostic::new(Code::H0113, quotes::open_string())
            .label(span, brackets::begins_here())
            .help(quotes::close_string()),
    );
}

pub(super) fn separator(separator: &str, span: Span, diagnostics: &mut Collector) {
    let message = match separator.trim() {
        "" => meaning::parted_by_a_blank(),
        mark => meaning::parted_by(&Mark(mark.to_owned())),
    };
    diagnostics.push(look_alike(span, message, meaning::part_names(), "、"));
}

pub(super) fn meaning_brackets(open: &str, span: Span, inside: &str, diagnostics: &mut Collector) {
    let help = match open {
        "：" | ":" | "＝" | "=" => meaning::after_the_keyword(),
        _ => meaning::names_and_dates(),
    };
    let message = meaning::other_brackets(&Opener(open.to_owned()));
    diagnostics.push(look_alike(span, message, help, &format!("［{}］", inside.trim())));
}

pub(super) fn quote_marks(open: &str, span: Span, inside: &str, diagnostics: &mut Collector) {
    let message = quotes::other_quotes(&Opener(open.to_owned()));
    diagnostics.push(look_alike(
        span,
        message,
        quotes::quote_wording(),
        &format!("「{inside}」"),
    ));
}

pub(super) fn string_quotes(span: Span, text: &str, diagnostics: &mut Collector) {
    diagnostics.push(look_alike(
        span,
        quotes::string_in_other_quotes(),
        quotes::quote_string(),
        &format!("\"{text}\""),
    ));
}

fn look_alike(span: Span, message: Text, help: Text, replacement: &str) -> Diagnostic {
    Diagnostic::new(Code::H0108, message)
        .label(span, Text::empty())
        .help(help)
        .fix(span, replacement)
}

pub(super) fn unclosed_meaning(span: Span, diagnostics: &mut Collector) {
    diagnostics.push(
        Diagnostic::new(Code::H0103, meaning::never_closed())
            .label(span, brackets::begins_here())
            .help(meaning::close_it()),
    );
}

pub(super) fn bad_meaning_item(text: &str, span: Span, diagnostics: &mut Collector) {
    let shown = Written(text.trim().to_owned());
    diagnostics.push(
        Diagnostic::new(Code::H0107, meaning::no_name(&shown))
            .label(span, say::unreadable())
            .help(meaning::what_stands_in_it()),
    );
}

pub(super) fn wording_in_meaning(text: &str, span: Span, diagnostics: &mut Collector) {
    diagnostics.push(
        Diagnostic::new(Code::H0107, meaning::wording_in_it())
            .label(span, brackets::here())
            .help(meaning::name_or_wording(&Written(text.to_owned()))),
    );
}

pub(super) fn broken_reference(span: Span, diagnostics: &mut Collector) {
    diagnostics.push(
        Diagnostic::new(Code::H0112, quotes::no_reference())
            .label(span, brackets::here())
            .help(quotes::write_references()),
    );
}

pub(super) fn bad_date(text: &str, span: Span, outside_era: bool, diagnostics: &mut Collector) {
    let date = Date(text.to_owned());
    let message = match outside_era {
        true => meaning::outside_its_era(&date),
        false => meaning::no_such_day(&date),
    };
    diagnostics.push(
        Diagnostic::new(Code::H0303, message)
            .label(span, Text::empty())
            .help(meaning::write_dates()),
    );
}

pub(super) fn unknown_keyword(word: &Name, meant: Option<Keyword>, diagnostics: &mut Collector) {
    let diagnostic = no_keyword(word);
    diagnostics.push(match meant {
        Some(keyword) if word.text == "削除" => diagnostic.help(say::erase_or_retire(&called(keyword))),
        Some(keyword) => diagnostic
            .help(say::perhaps(&called(keyword)))
            .fix(word.span, keyword.word()),
        None => diagnostic.help(say::statements_begin_with_keywords()),
    });
}

pub(super) fn missing_mark(word: &Name, element: Keyword, diagnostics: &mut Collector) {
    let help = match element.word() {
        "" => say::mark_it_as_an_item(),
        _ => say::mark_it_as_an_element(&called(element)),
    };
    diagnostics.push(no_keyword(word).help(help).fix(word.span, format!("・{}", word.text)));
}

fn no_keyword(word: &Name) -> Diagnostic {
    Diagnostic::new(Code::H0106, say::no_keyword(&written(word))).label(word.span, Text::empty())
}

pub(super) fn glued_keyword(keyword: Keyword, rest: &Name, span: Span, diagnostics: &mut Collector) {
    diagnostics.push(
        Diagnostic::new(Code::H0111, say::no_blank(&called(keyword), &written(rest)))
            .label(span, Text::empty())
            .help(say::put_a_blank())
            .fix(span, format!("{} {}", keyword.word(), rest.text)),
    );
}

/// A line of prose without 「」.
pub(super) fn bare_text(text: &str, span: Span, diagnostics: &mut Collector) {
    let diagnostic = Diagnostic::new(Code::H0107, quotes::without_quotes())
        .label(span, Text::empty())
        .help(quotes::quote_wording());
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
        Diagnostic::new(Code::H0107, say::mark_in_name(&written(&name)))
            .label(name.span, Text::empty())
            .help(say::what_names_hold())
            .fix(name.span, plain.clone()),
    );
    Name {
        text: plain,
        span: name.span,
    }
}

fn written(name: &Name) -> Written {
    Written(name.text.clone())
}

fn called(keyword: Keyword) -> Word {
    Word(keyword.word().to_owned())
}
