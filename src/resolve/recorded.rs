//! Gathers what the passes recorded of names into one table.

use std::collections::HashMap;

use super::declared::declared_at;
use super::kinds::dimension_of;
use super::meaning::Resolver;
use super::occurrences::{Declaration, Form, Occurrences, Thing, Use};
use super::shown::Built;
use crate::characters::key;
use crate::keyword::Keyword;
use crate::syntax::ast::{Statement, statements};

/// All declarations and uses: those that the passes recorded, and the words of the vocabulary and the defined terms in the
/// wordings that are shown.
pub(super) fn occurrences(built: &Built<'_>, resolver: &Resolver<'_, '_, '_, '_>) -> Occurrences {
    let mut table = Occurrences {
        declarations: Vec::new(),
        uses: resolver.names.uses.clone(),
    };
    let terms = &built.terms.terms;
    let mut term_of: HashMap<String, u32> = HashMap::new();
    for (index, term) in (0u32..).zip(terms) {
        term_of.insert(key(&term.term).into_owned(), index);
        table.declarations.push(Declaration {
            span: term.span,
            thing: Thing::Term(index),
        });
    }
    for (_, file) in resolver.context.files {
        for statement in statements(&file.items) {
            declarations(statement, &term_of, resolver, &mut table);
        }
    }
    for (index, span) in &built.terms.uses {
        table.uses.push(Use {
            span: *span,
            thing: Thing::Term(*index),
            form: Form::Wording,
        });
    }
    for shown in &built.shown {
        for found in &resolver.labels.read(shown.wording).found {
            table.uses.extend(found.concepts.iter().map(|id| Use {
                span: found.span,
                thing: Thing::Concept(found.dimension, *id),
                form: Form::Wording,
            }));
        }
    }
    table.settle();
    table
}

/// What the name of a statement, and those of the statements in it, are names of.
fn declarations(
    statement: &Statement,
    term_of: &HashMap<String, u32>,
    resolver: &Resolver<'_, '_, '_, '_>,
    table: &mut Occurrences,
) {
    if statement.kind == Keyword::Unknown {
        return;
    }
    if let Some(name) = &statement.name {
        let names = &resolver.names;
        let concept = dimension_of(statement.kind).and_then(|dimension| {
            let id = names.of_statement(statement)?;
            let here = declared_at(names.graph(dimension), id) == Some(name.span);
            here.then_some(Thing::Concept(dimension, id))
        });
        let clause = names.outline.clause_of(statement).map(Thing::Clause);
        let route = names.declared.route_of.get(&statement.head).copied().map(Thing::Route);
        let term = (statement.kind == Keyword::DefinedTerm)
            .then(|| term_of.get(&*key(&name.text)).copied().map(Thing::Term))
            .flatten();
        let things = [concept, clause, route, term].into_iter().flatten();
        table
            .declarations
            .extend(things.map(|thing| Declaration { span: name.span, thing }));
    }
    for child in statement.children() {
        declarations(child, term_of, resolver, table);
    }
}
