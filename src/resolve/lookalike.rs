//! Names that a reader cannot tell apart, or that hold a character of another script (UTS 39).

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use super::context::Context;
use crate::characters::{code_point, foreign_scripts, key, skeleton};
use crate::diagnostic::{Code, Diagnostic, Text};
use crate::keyword::Keyword;
use crate::span::Span;
use crate::syntax::ast::{Statement, statements};
use crate::vocabulary::{Attribute, BUILT_IN_CONDITIONS};

/// A name and where it is given first; `None` for a word of the language.
#[derive(Clone, Copy)]
struct Given<'a> {
    text: &'a str,
    span: Option<Span>,
}

/// Looks at every name that is given in the policy and what it imports.
///
/// A skeleton proves nothing of one name: only two names that share one are reported. A name that is part of such a pair is
/// not reported again for its scripts.
pub(super) fn check(context: &mut Context<'_>) {
    let mut names: Vec<Given<'_>> = language().collect();
    let mut known: HashSet<String> = names.iter().map(|name| name.text.to_owned()).collect();
    let files = context.files;
    for statement in files.iter().flat_map(|(_, file)| statements(&file.items)) {
        gather(statement, &mut names, &mut known);
    }
    let mut looks: HashMap<String, Given<'_>> = HashMap::new();
    let mut paired: HashSet<&str> = HashSet::new();
    for name in &names {
        match looks.entry(skeleton(name.text)) {
            Entry::Occupied(first) => {
                if let Some(span) = name.span {
                    paired.extend([first.get().text, name.text]);
                    context.report(alike(name.text, span, first.get()));
                }
            }
            Entry::Vacant(free) => {
                free.insert(*name);
            }
        }
    }
    for name in names.iter().filter(|name| !paired.contains(name.text)) {
        if let Some(span) = name.span
            && let Some(diagnostic) = mixed(name.text, span)
        {
            context.report(diagnostic);
        }
    }
}

/// The words that stand in ［］ beside names.
fn language() -> impl Iterator<Item = Given<'static>> {
    let conditions = BUILT_IN_CONDITIONS.iter().map(|condition| condition.name);
    let attributes = Attribute::ALL.iter().map(|attribute| attribute.word());
    conditions.chain(attributes).map(|text| Given { text, span: None })
}

fn gather<'a>(statement: &'a Statement, names: &mut Vec<Given<'a>>, known: &mut HashSet<String>) {
    if statement.kind == Keyword::Unknown {
        return;
    }
    if let Some(name) = &statement.name
        && known.insert(key(&name.text).into_owned())
    {
        names.push(Given {
            text: &name.text,
            span: Some(name.span),
        });
    }
    for child in statement.children() {
        gather(child, names, known);
    }
}

fn alike(name: &str, span: Span, first: &Given<'_>) -> Diagnostic {
    let other = first.text;
    let mut diagnostic = Diagnostic::new(
        Code::H0211,
        Text::new(
            format!("`{name}` と `{other}` は、見た目は同じでも別の名前です"),
            format!("`{name}` and `{other}` look alike and are two names"),
        ),
    );
    diagnostic = match first.span {
        Some(first) => diagnostic
            .label(span, Text::new(format!("`{name}`"), format!("`{name}`")))
            .label(first, Text::new(format!("`{other}`"), format!("`{other}`"))),
        None => diagnostic.label(
            span,
            Text::new(
                format!("`{other}` は言語に初めからある言葉です"),
                format!("`{other}` is a word of the language"),
            ),
        ),
    };
    if let Some(difference) = difference(name, other) {
        diagnostic = diagnostic.note(difference);
    }
    diagnostic.help(Text::new(
        "同じものなら一つに揃え、別のものなら見分けの付く名前に変えてください",
        "write one of them where one thing is meant; otherwise choose names that can be told apart",
    ))
}

fn mixed(name: &str, span: Span) -> Option<Diagnostic> {
    let foreign = foreign_scripts(name);
    if foreign.is_empty() {
        return None;
    }
    let each = |say: fn(&str, &str) -> String, of: fn(&(&'static str, &'static str)) -> &'static str| -> Vec<String> {
        let told = foreign.iter().take(3);
        told.map(|one| {
            format!(
                "`{}`{}",
                one.character,
                say(&code_point(one.character), of(&one.script))
            )
        })
        .collect()
    };
    let ja = each(|point, script| format!("（{point}、{script}）"), |script| script.0).join("と");
    let en = each(|point, script| format!(" ({point}, {script})"), |script| script.1).join(" and ");
    let more = if foreign.len() > 3 {
        ("など", ", …")
    } else {
        ("", "")
    };
    Some(
        Diagnostic::new(
            Code::H0210,
            Text::new(
                format!("名前`{name}`に、種類の違う文字 {ja}{}が混ざっています", more.0),
                format!("the name `{name}` mixes scripts: {en}{}", more.1),
            ),
        )
        .label(span, Text::new("この名前", "this name"))
        .note(Text::new(
            "英字やかな・漢字と見分けの付かない文字があり、見た目が同じで別の名前ができてしまいます",
            "some letters of other scripts cannot be told from Latin letters or kana: names could look the same and differ",
        ))
        .help(Text::new(
            "かな・漢字・英字・数字で打ち直してください",
            "type it again in kana, kanji, Latin letters and digits",
        )),
    )
}

/// What to say of a name that is not declared where the one that was meant looks the same.
pub(super) fn note(written: &str, meant: &str) -> Option<Text> {
    (skeleton(written) == skeleton(meant)).then(|| difference(written, meant))?
}

/// The first character in which two names differ.
fn difference(one: &str, other: &str) -> Option<Text> {
    let (one, other) = (key(one), key(other));
    let pairs = one.chars().zip(other.chars()).enumerate();
    let (index, (a, b)) = pairs.into_iter().find(|(_, (a, b))| a != b)?;
    let (at, point, other_point) = (index + 1, code_point(a), code_point(b));
    Some(Text::new(
        format!("{at} 文字目の `{a}`（{point}）は、`{b}`（{other_point}）とは別の文字です"),
        format!("character {at}, `{a}` ({point}), is not `{b}` ({other_point})"),
    ))
}
