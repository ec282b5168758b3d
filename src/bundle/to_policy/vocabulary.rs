//! The vocabulary read back: graphs with the same ids and the same numbers of leaves.

use jiff::civil::Date;

use super::budget;
use super::budget::Budget;
use super::concept_names::{ConceptNames, concept_id, own_leaves};
use super::leaf_set::Sets;
use super::name::Names;
use super::parts::{each, span};
use crate::bundle::error::{BundleError, NameKind, Within};
use crate::bundle::from_policy::TOP;
use crate::bundle::v1;
use crate::norm::AnyOf;
use crate::vocabulary::{
    COLLECTED, Concept, ConceptId, Dimension, Graph, Lapse, Length, Linking, MOST_LAPSES, Origin, Route, Vocabulary,
};

/// Rebuilds the vocabulary and the sets of its leaves.
pub(super) fn vocabulary<'a>(
    files: &Names<'_>,
    budget: &Budget,
    bundle: &'a v1::Bundle,
) -> Result<(ConceptNames<'a>, Sets, Vocabulary), BundleError> {
    let stated = &bundle.vocabulary;
    let (names, graphs) = graphs(files, stated).within(|| "vocabulary".to_owned())?;
    let sets = Sets::read(&names, graphs.each_ref(), &bundle.leaf_sets).within(|| "leaf_sets".to_owned())?;
    let [data, parties, purposes, conditions] = graphs;
    let linkings = each(&stated.linkings, "vocabulary.linkings", |one| {
        linking(files, &names, &sets, budget, &conditions, one)
    })?;
    let routes = each(&stated.routes, "vocabulary.routes", |one| {
        Ok(Route {
            name: one.name.clone(),
            label: one.label.clone(),
            span: span(files, one.location.as_ref())?,
        })
    })?;
    let vocabulary = Vocabulary {
        data,
        parties,
        purposes,
        conditions,
        linkings,
        routes,
    };
    Ok((names, sets, vocabulary))
}

/// Rebuilds the four graphs.
fn graphs<'a>(
    files: &Names<'_>,
    vocabulary: &'a v1::Vocabulary,
) -> Result<(ConceptNames<'a>, [Graph; 4]), BundleError> {
    let lists = [
        (Dimension::Data, &vocabulary.data_categories),
        (Dimension::Party, &vocabulary.parties),
        (Dimension::Purpose, &vocabulary.purposes),
        (Dimension::Condition, &vocabulary.conditions),
    ];
    let mut dimensions = Vec::new();
    let mut graphs = Vec::new();
    for (dimension, concepts) in lists {
        let (names, graph) = graph(files, dimension, concepts)?;
        dimensions.push(names);
        graphs.push(graph);
    }
    let names = ConceptNames {
        own_leaves: graphs.iter().map(own_leaves).collect(),
        rests: (graphs.iter())
            .map(|graph| graph.rests().map(|(rest, of)| (of, rest)).collect())
            .collect(),
        routes: Names::new(
            NameKind::Route,
            ".routes",
            vocabulary.routes.iter().map(|one| &one.name),
        )?,
        dimensions,
    };
    let graphs = <[Graph; 4]>::try_from(graphs).expect("four graphs");
    Ok((names, graphs))
}

fn graph<'a>(
    files: &Names<'_>,
    dimension: Dimension,
    concepts: &'a [v1::Concept],
) -> Result<(Names<'a>, Graph), BundleError> {
    let (kind, path) = match dimension {
        Dimension::Data => (NameKind::Data, ".data_categories"),
        Dimension::Party => (NameKind::Party, ".parties"),
        Dimension::Purpose => (NameKind::Purpose, ".purposes"),
        Dimension::Condition => (NameKind::Condition, ".conditions"),
    };
    if let Some(index) = concepts.iter().position(|concept| concept.name == TOP) {
        return Err(BundleError::DuplicateName {
            path: format!("{path}[{index}]"),
            kind,
            name: TOP.to_owned(),
        });
    }
    let names = Names::new(kind, path, concepts.iter().map(|concept| &concept.name))?;
    let built = each(concepts, path, |one| concept(files, &names, one))?;
    budget::containment(&built).within(|| path.to_owned())?;
    let graph = Graph::build(dimension, built).map_err(|cycle| BundleError::CyclicContainment {
        path: path.to_owned(),
        // The first concept given is number 1.
        names: cycle.0.iter().map(|id| concepts[id.index() - 1].name.clone()).collect(),
    })?;
    if dimension == Dimension::Condition && !lapses_lie_in_order(&graph) {
        return Err(BundleError::Inconsistent { path: path.to_owned() });
    }
    Ok((names, graph))
}

/// Whether what is over later lies below what is over earlier, and both below their event, as whoever asserts the one relies on.
fn lapses_lie_in_order(conditions: &Graph) -> bool {
    let lapses: Vec<_> = conditions
        .iter()
        .filter_map(|(id, concept)| Some((id, concept.lapse.as_ref()?)))
        .collect();
    let below_event = lapses.iter().all(|(id, lapse)| match lapse {
        Lapse::Since { event, .. } if event != COLLECTED => {
            let event = conditions.find(event);
            event.is_some_and(|event| conditions.contains(event, *id))
        }
        Lapse::Since { .. } | Lapse::Day(_) => true,
    });
    let in_order = |(later, one): &(ConceptId, &Lapse)| {
        let mut earlier = lapses
            .iter()
            .filter(|(_, other)| one.implies(other) && !other.implies(one));
        earlier.all(|(id, _)| conditions.contains(*id, *later))
    };
    lapses.len() <= MOST_LAPSES && below_event && lapses.iter().all(in_order)
}

fn concept(files: &Names<'_>, names: &Names<'_>, concept: &v1::Concept) -> Result<Concept, BundleError> {
    let origin = match &concept.built_in {
        Some(_) => Origin::BuiltIn,
        None => Origin::Declared(span(files, concept.location.as_ref())?),
    };
    Ok(Concept {
        name: concept.name.clone(),
        labels: concept.labels.clone(),
        attributes: concept.attributes.iter().map(|attribute| (*attribute).into()).collect(),
        countries: concept.countries.clone(),
        lapse: match &concept.lapse {
            Some(one) => Some(lapse(one)?),
            None => None,
        },
        parents: each(&concept.parents, ".parents", |name| concept_id(names, name))?,
        origin,
        anonymous: concept.anonymous,
    })
}

fn lapse(lapse: &v1::Lapse) -> Result<Lapse, BundleError> {
    let unreadable = || BundleError::Inconsistent {
        path: ".lapse".to_owned(),
    };
    Ok(match lapse {
        v1::Lapse::Since(since) => Lapse::Since {
            event: since.event.clone(),
            length: Length::from_iso(&since.length)
                .filter(|length| length.iso() == since.length)
                .ok_or_else(unreadable)?,
        },
        v1::Lapse::Day(v1::Day { day }) => Lapse::Day(
            day.parse()
                .ok()
                .filter(|read: &Date| read.to_string() == *day)
                .ok_or_else(unreadable)?,
        ),
    })
}

fn linking(
    files: &Names<'_>,
    names: &ConceptNames<'_>,
    sets: &Sets,
    budget: &Budget,
    conditions: &Graph,
    linking: &v1::Linking,
) -> Result<Linking, BundleError> {
    let data = |name, step: &str| names.concept(Dimension::Data, name).within(|| step.to_owned());
    Ok(Linking {
        from: data(&linking.from, ".from")?,
        to: data(&linking.to, ".to")?,
        when: each(&linking.when, ".when", |one| {
            any_of(names, sets, budget, conditions, one)
        })?,
        span: span(files, linking.location.as_ref())?,
    })
}

/// A choice of conditions, here and in the norms. Its leaves are those below its names, and must be stated so.
pub(super) fn any_of(
    names: &ConceptNames<'_>,
    sets: &Sets,
    budget: &Budget,
    conditions: &Graph,
    choice: &v1::AnyOf,
) -> Result<AnyOf, BundleError> {
    let named = each(&choice.any_of, ".any_of", |asked| {
        names.asked(Dimension::Condition, asked)
    })?;
    budget.spend(conditions, &named)?;
    let leaves = budget::union(conditions, &named);
    sets.expect(budget, conditions, choice.leaves, &leaves, ".leaves")?;
    Ok(AnyOf {
        conditions: named,
        leaves,
    })
}
