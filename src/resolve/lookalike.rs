//! Names that a reader cannot tell apart, or that hold a character of another script (UTS 39).

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use super::context::Context;
use super::sentences::facts::{Letter, Letters, Point};
use super::sentences::lookalikes as say;
use crate::characters::{Skeletons, code_point, foreign_scripts, key, skeleton};
use crate::diagnostic::{Code, Diagnostic, Text};
use crate::keyword::Keyword;
use crate::span::Span;
use crate::syntax::ast::{Statement, statements};
use crate::text::sentence::Name;
use crate::vocabulary::{Attribute, BUILT_IN_CONDITIONS, FORMER_NAMES};

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
    let mut skeletons = Skeletons::default();
    for name in &names {
        match looks.entry(skeletons.of(name.text)) {
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
    let conditions = conditions.chain(FORMER_NAMES.iter().map(|former| former.name));
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
    let (one, two) = (Name(name.to_owned()), Name(other.to_owned()));
    let mut diagnostic = Diagnostic::new(Code::H0211, say::alike(&one, &two));
    diagnostic = match first.span {
        Some(first) => diagnostic.label(span, say::named(&one)).label(first, say::named(&two)),
        None => diagnostic.label(span, say::of_the_language(&two)),
    };
    if let Some(difference) = difference(name, other) {
        diagnostic = diagnostic.note(difference);
    }
    diagnostic.help(say::write_one_or_tell_apart())
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
    let (name, letters) = (Name(name.to_owned()), Letters(Text::new(ja, en)));
    let message = match foreign.len() > 3 {
        true => say::mixed_and_more(&name, &letters),
        false => say::mixed(&name, &letters),
    };
    Some(
        Diagnostic::new(Code::H0210, message)
            .label(span, say::this_name())
            .note(say::could_look_the_same())
            .help(say::type_it_again()),
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
    Some(say::differ(&(index + 1), &Letter(a), &Point(a), &Letter(b), &Point(b)))
}
