//! What is said of declarations.

use crate::diagnostic::{Code, Diagnostic, Text, bounds};
use crate::resolve::context::Context;
use crate::resolve::sentences::facts::{Choices, Kind, One, Round};
use crate::resolve::sentences::{declarations as say, names as of_names};
use crate::span::Span;
use crate::text::sentence::Name;
use crate::vocabulary::{Attribute, BUILT_IN_CONDITIONS, BUILT_IN_EVENTS, ConceptId, Dimension, Origin};

/// Purposes that contain one another too often, by reference to clauses.
pub(super) fn too_much_contained(most: usize, span: Span) -> Diagnostic {
    Diagnostic::new(Code::H0906, say::too_much_contained(&most))
        .label(span, say::not_read_from_here())
        .help(say::refer_to_narrower())
}

/// What ［］ of a declaration may say.
pub(super) fn attribute_help(dimension: Dimension) -> Text {
    let attributes = Attribute::ALL
        .iter()
        .filter(|attribute| attribute.dimension() == dimension)
        .map(|attribute| attribute.word());
    let conditions = BUILT_IN_CONDITIONS.iter().map(|condition| condition.name);
    match dimension {
        Dimension::Condition => say::use_a_condition(&Choices::of(&conditions.collect::<Vec<_>>())),
        Dimension::Purpose => say::use_a_wider_purpose(),
        _ => say::use_an_attribute(&Choices::of(&attributes.collect::<Vec<_>>()), &Kind::Of(dimension)),
    }
}

/// A name declared twice.
pub(super) fn duplicate(name: &str, kind: Kind, second: Span, first: Span, context: &mut Context<'_>) {
    context.report(
        Diagnostic::new(Code::H0202, say::declared_twice(&Name(name.to_owned()), &kind))
            .label(second, say::second())
            .label(first, say::first())
            .help(say::rename_or_delete_one()),
    );
}

/// Containment that leads back to itself.
pub(super) fn cycle(cycle: &[ConceptId], names: &[(String, Origin)], context: &mut Context<'_>) {
    let concept = |id: &ConceptId| names.get(id.index() - 1);
    let names = cycle.iter().chain(cycle.first()).filter_map(concept);
    let path = bounds::names(names.map(|(name, _)| name.as_str()), [" ⊃ ", " ⊃ "]);
    let mut diagnostic = Diagnostic::new(Code::H0204, say::round(&Round(path)));
    for (name, origin) in cycle.iter().filter_map(concept) {
        if let Origin::Declared(span) = origin {
            diagnostic = diagnostic.label(*span, say::named(&Name(name.clone())));
        }
    }
    context.report(diagnostic.help(say::take_one_out()));
}

/// A name that the language itself has.
pub(super) fn built_in(name: &str, dimension: Dimension, place: Span, context: &mut Context<'_>) {
    let (name, kind) = (Name(name.to_owned()), Kind::Of(dimension));
    context.report(
        Diagnostic::new(Code::H0202, say::built_in(&name, &One(kind)))
            .label(place, Text::empty())
            .help(say::make_it_a_kind_of(&name)),
    );
}

/// ［］ of a declaration with what is no name.
pub(super) fn no_attribute(dimension: Dimension, place: Span, context: &mut Context<'_>) {
    context.report(
        Diagnostic::new(Code::H0207, say::not_an_attribute(&One(Kind::Of(dimension))))
            .label(place, Text::empty())
            .help(attribute_help(dimension)),
    );
}

/// 個人番号, which no general name reaches.
pub(super) fn number_set_apart(name: &str, place: Span, context: &mut Context<'_>) {
    let name = Name(name.to_owned());
    context.report(
        Diagnostic::new(Code::H0213, say::number_set_apart(&name))
            .label(place, Text::empty())
            .note(say::number_act_not_examined())
            .help(say::name_it_where_it_is_meant(&name)),
    );
}

/// ［］ of a declaration with a name that is neither an attribute nor declared; `meant` is what is near it.
pub(super) fn unknown_attribute(
    name: &str,
    dimension: Dimension,
    place: Span,
    meant: Option<&str>,
    context: &mut Context<'_>,
) {
    let message = say::unknown_attribute(&Name(name.to_owned()), &One(Kind::Of(dimension)));
    let diagnostic = Diagnostic::new(Code::H0207, message).label(place, Text::empty());
    context.report(match meant {
        Some(meant) => diagnostic
            .help(of_names::did_you_mean(&Name(meant.to_owned())))
            .fix(place, meant),
        None => diagnostic.help(attribute_help(dimension)),
    });
}

/// 期間 with what says no period.
pub(super) fn no_period(written: &str, place: Span) -> Diagnostic {
    let message = match written {
        "" => say::not_a_period(),
        written => say::no_period(&Name(written.to_owned())),
    };
    Diagnostic::new(Code::H0304, message)
        .label(place, Text::empty())
        .help(say::write_a_period())
}

/// 期間 counted from what neither the policy nor the language knows; `meant` is what is near it.
pub(super) fn unknown_event(event: &str, meant: Option<&str>, place: Span) -> Diagnostic {
    let events: Vec<&str> = BUILT_IN_EVENTS.iter().map(|event| event.name).collect();
    let diagnostic =
        Diagnostic::new(Code::H0304, say::unknown_event(&Name(event.to_owned()))).label(place, Text::empty());
    let diagnostic = match meant {
        Some(meant) => diagnostic.help(of_names::did_you_mean(&Name(meant.to_owned()))),
        None => diagnostic,
    };
    diagnostic.help(say::declare_the_event(&Choices::of(&events)))
}

/// More periods than are told apart.
pub(super) fn too_many_periods(most: usize, span: Span) -> Diagnostic {
    Diagnostic::new(Code::H0906, say::too_many_periods(&most))
        .label(span, say::not_read_from_here())
        .help(say::use_the_same_periods())
}

/// 国名 with what is none; `meant` is what is near it.
pub(super) fn no_country(name: &str, meant: Option<&str>, place: Span) -> Diagnostic {
    let diagnostic = Diagnostic::new(Code::H0304, say::no_country(&Name(name.to_owned()))).label(place, Text::empty());
    match meant {
        Some(meant) => diagnostic
            .help(of_names::did_you_mean(&Name(meant.to_owned())))
            .fix(place, meant),
        None => diagnostic.help(say::write_a_country()),
    }
}

/// 国名 with several countries at once.
pub(super) fn region(name: &str, place: Span) -> Diagnostic {
    Diagnostic::new(Code::H0304, say::region(&Name(name.to_owned())))
        .label(place, Text::empty())
        .help(say::write_each_country())
}

/// 国名 with the operator's own.
pub(super) fn home(name: &str, place: Span) -> Diagnostic {
    Diagnostic::new(Code::H0304, say::home(&Name(name.to_owned())))
        .label(place, Text::empty())
        .help(say::leave_it_out())
}

/// 国名＝特定不能 that does not say why.
pub(super) fn unknown_without_reason(place: Span) -> Diagnostic {
    Diagnostic::new(Code::H0527, say::unknown_without_reason())
        .label(place, Text::empty())
        .note(say::reason_is_to_be_told())
        .help(say::write_the_reason())
}

/// 理由 that is no text.
pub(super) fn reason_wanted(place: Span) -> Diagnostic {
    Diagnostic::new(Code::H0527, say::reason_wanted())
        .label(place, Text::empty())
        .help(say::write_the_reason())
}

/// 理由 of a party whose countries are told.
pub(super) fn reason_for_nothing(place: Span) -> Diagnostic {
    Diagnostic::new(Code::H0207, say::reason_for_nothing())
        .label(place, Text::empty())
        .help(say::leave_the_reason_out())
}
