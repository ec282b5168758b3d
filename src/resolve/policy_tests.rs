//! 検証: requests with the decision the editor expects.

mod elapsed;

use super::kinds::act_of;
use super::meaning::Resolver;
use super::occurrences::{Form, Thing};
use super::sentences::facts::{Called, Example, Kind};
use super::sentences::{parts as say, places};
use super::written::words_of;
use crate::diagnostic::{Code, Diagnostic, Text};
use crate::keyword::Keyword;
use crate::norm::Processing;
use crate::policy::{Expected, PolicyTest};
use crate::syntax::ast::{MeaningItem, Statement, statements};
use crate::text::sentence::Name;
use crate::vocabulary::{ConceptId, Dimension};

/// Reads the policy tests: those of the 方針, then those that stand outside it, file by file.
pub(super) fn tests(root: Option<&Statement>, resolver: &mut Resolver<'_, '_, '_, '_>) -> Vec<PolicyTest> {
    let files = resolver.context.files;
    let outside = files.iter().flat_map(|(_, file)| statements(&file.items));
    root.into_iter()
        .flat_map(Statement::children)
        .chain(outside)
        .filter(|statement| statement.kind == Keyword::Test)
        .filter_map(|statement| test(statement, resolver))
        .collect()
}

fn test(statement: &Statement, resolver: &mut Resolver<'_, '_, '_, '_>) -> Option<PolicyTest> {
    let act_statement = statement.children().find(|child| act_of(child.kind).is_some());
    let expected_statement = statement.children_of(Keyword::Expected).next();
    let (Some(act_statement), Some(expected_statement)) = (act_statement, expected_statement) else {
        incomplete(statement, act_statement.is_none(), resolver);
        return None;
    };
    let data = asked(act_statement, Dimension::Data, resolver);
    let party = statement
        .children()
        .filter(|child| {
            matches!(
                child.kind,
                Keyword::Recipient | Keyword::Provider | Keyword::Destination
            )
        })
        .find_map(|child| asked(child, Dimension::Party, resolver).first().copied());
    let purpose = statement
        .children_of(Keyword::Purpose)
        .find_map(|child| asked(child, Dimension::Purpose, resolver).first().copied());
    let mut conditions = Vec::new();
    for child in statement.children_of(Keyword::Condition) {
        conditions.extend(asserted(child, resolver));
    }
    let processing = statement
        .children_of(Keyword::Processing)
        .find_map(|child| resolver.state_in(child));
    let route = statement
        .children_of(Keyword::Route)
        .find_map(|child| resolver.routes_named(child).first().copied());
    let expected = expected(expected_statement, resolver)?;
    let act = act_of(act_statement.kind)?;
    let alone = !act.has_other_party();
    let operator = resolver.names.declared.operator.filter(|_| alone);
    let others = statement.children().find(|child| {
        matches!(
            child.kind,
            Keyword::Recipient | Keyword::Provider | Keyword::Destination
        )
    });
    if let Some(other) = others.filter(|_| alone && operator.is_none()) {
        resolver.context.report(
            Diagnostic::new(Code::H0208, places::without_effect(&Called(other.kind)))
                .label(other.place(), Text::empty())
                .help(places::nobody_else_does_it()),
        );
    }
    Some(PolicyTest {
        title: statement.wordings.first().map(words_of).unwrap_or_default(),
        act,
        data,
        party: party.or(operator),
        purpose,
        processing: processing.unwrap_or(Processing::Raw),
        conditions,
        route,
        expected,
        span: statement.head,
    })
}

/// What a test asks about: names, その他 for something that the policy does not know, その他の第三者 for a part of what it knows
/// that it does not name. A name of the policy's own goes before these.
fn asked(statement: &Statement, dimension: Dimension, resolver: &mut Resolver<'_, '_, '_, '_>) -> Vec<ConceptId> {
    let mut found = Vec::new();
    for item in statement.meaning_items() {
        let other = match item {
            MeaningItem::Name(path) => rest(&path.text(), dimension, resolver),
            _ => None,
        };
        found.extend(other.or_else(|| resolver.required(item, dimension, None)));
    }
    found
}

/// The conditions that a test asserts. Time that has gone is put as the end of a period, also of one that the policy does not have:
/// 退会から4年の経過 asserts every end of a period that is over by then, or that the event happened.
fn asserted(statement: &Statement, resolver: &mut Resolver<'_, '_, '_, '_>) -> Vec<ConceptId> {
    let mut found = Vec::new();
    for item in statement.meaning_items() {
        let Some(path) = resolver.expect_name(item, Kind::Of(Dimension::Condition)) else {
            continue;
        };
        let text = path.text();
        let known = resolver.names.find(Dimension::Condition, &text, None);
        match (known, elapsed::read(&text, resolver)) {
            (None, Some(elapsed)) => match elapsed::over(&elapsed, resolver) {
                Ok(over) => {
                    if let Some(id) = over.first() {
                        let thing = Thing::Concept(Dimension::Condition, *id);
                        resolver.names.use_path(thing, Form::Meaning, path);
                    }
                    found.extend(over);
                }
                Err(undecided) => resolver.context.report(
                    Diagnostic::new(Code::H0304, say::not_known_to_be_over(&Name(text), &Name(undecided)))
                        .label(path.span, Text::empty())
                        .help(say::say_it_in_the_same_unit()),
                ),
            },
            _ => found.extend((resolver.names).require(
                Dimension::Condition,
                path,
                Form::Meaning,
                None,
                resolver.context,
            )),
        }
    }
    found
}

fn rest(word: &str, dimension: Dimension, resolver: &Resolver<'_, '_, '_, '_>) -> Option<ConceptId> {
    let find = |name: &str| resolver.names.find(dimension, name, None);
    let graph = resolver.names.graph(dimension);
    match (find(word), word.strip_prefix("その他")?) {
        (Some(_), _) => None,
        (None, "") => graph.other(),
        (None, rest) => graph.rest(find(rest.strip_prefix('の')?)?),
    }
}

fn expected(statement: &Statement, resolver: &mut Resolver<'_, '_, '_, '_>) -> Option<Expected> {
    let item = statement.meaning_items().next()?;
    let path = resolver.expect_name(item, Kind::Decision)?;
    let text = path.text();
    let found = Expected::ALL.into_iter().find(|expected| expected.word() == text);
    if found.is_none() {
        let words = Expected::ALL.map(Expected::word);
        resolver.unknown_value(path, Kind::Decision, &words);
    }
    found
}

fn incomplete(statement: &Statement, no_act: bool, resolver: &mut Resolver<'_, '_, '_, '_>) {
    let (message, example) = match no_act {
        true => (say::test_without_act(), "利用［個人情報］"),
        false => (say::test_without_decision(), "結果［許可］"),
    };
    resolver.context.report(
        Diagnostic::new(Code::H0301, message)
            .label(statement.head, Text::empty())
            .help(say::write_for_example(&Example(example))),
    );
}
