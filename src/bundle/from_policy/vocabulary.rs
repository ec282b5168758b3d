//! The vocabulary as it stands in the document.

use super::{Writer, map};
use crate::bundle::v1;
use crate::norm::AnyOf;
use crate::vocabulary::{BUILT_IN_CONDITIONS, Concept, Dimension, Lapse, Linking, Origin, Route};

pub(super) fn vocabulary(writer: &Writer<'_>) -> v1::Vocabulary {
    let concepts = |dimension| {
        let graph = writer.policy.vocabulary.graph(dimension);
        graph.iter().map(|(_, one)| concept(writer, dimension, one)).collect()
    };
    v1::Vocabulary {
        data_categories: concepts(Dimension::Data),
        parties: concepts(Dimension::Party),
        purposes: concepts(Dimension::Purpose),
        conditions: concepts(Dimension::Condition),
        linkings: map(&writer.policy.vocabulary.linkings, |one| linking(writer, one)),
        routes: map(&writer.policy.vocabulary.routes, |one| route(writer, one)),
    }
}

pub(in crate::bundle) fn concept(writer: &Writer<'_>, dimension: Dimension, concept: &Concept) -> v1::Concept {
    let (built_in, location) = match concept.origin {
        Origin::BuiltIn => (Some(built_in(dimension, &concept.name)), None),
        Origin::Declared(span) => (None, writer.location(span)),
    };
    v1::Concept {
        name: concept.name.clone(),
        labels: concept.labels.clone(),
        attributes: concept.attributes.iter().map(|attribute| (*attribute).into()).collect(),
        countries: concept.countries.clone(),
        lapse: concept.lapse.as_ref().map(lapse),
        parents: writer.names(dimension, &concept.parents),
        anonymous: concept.anonymous,
        built_in,
        location,
    }
}

fn lapse(lapse: &Lapse) -> v1::Lapse {
    match lapse {
        Lapse::Since { event, length } => v1::Lapse::Since(v1::Since {
            event: event.clone(),
            length: length.iso(),
        }),
        Lapse::Day(day) => v1::Lapse::Day(v1::Day { day: day.to_string() }),
    }
}

fn built_in(dimension: Dimension, name: &str) -> v1::BuiltIn {
    let known = BUILT_IN_CONDITIONS
        .iter()
        .find(|condition| dimension == Dimension::Condition && condition.name == name);
    v1::BuiltIn {
        key: known.map(|condition| condition.english.to_owned()),
        appi_article: known
            .filter(|condition| !condition.article.is_empty())
            .map(|condition| condition.article.to_owned()),
    }
}

pub(in crate::bundle) fn linking(writer: &Writer<'_>, linking: &Linking) -> v1::Linking {
    v1::Linking {
        from: writer.name(Dimension::Data, linking.from),
        to: writer.name(Dimension::Data, linking.to),
        when: map(&linking.when, |one| any_of(writer, one)),
        location: writer.location(linking.span),
    }
}

pub(in crate::bundle) fn route(writer: &Writer<'_>, route: &Route) -> v1::Route {
    v1::Route {
        name: route.name.clone(),
        label: route.label.clone(),
        location: writer.location(route.span),
    }
}

/// A choice of conditions, here and in the norms.
pub(super) fn any_of(writer: &Writer<'_>, choice: &AnyOf) -> v1::AnyOf {
    v1::AnyOf {
        any_of: map(&choice.conditions, |id| writer.asked(Dimension::Condition, *id)),
        leaves: writer.set(Dimension::Condition, &choice.leaves),
    }
}
