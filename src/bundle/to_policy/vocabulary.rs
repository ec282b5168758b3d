//! The vocabulary read back: graphs with the same ids and the same numbers of leaves.

use super::budget::Budget;
use super::leaf_set::Sets;
use super::name::Names;
use super::{budget, each, invalid, span};
use crate::bundle::error::{BundleError, NameKind, Wanted, Within};
use crate::bundle::from_policy::TOP;
use crate::bundle::v1;
use crate::norm::AnyOf;
use crate::vocabulary::{Concept, ConceptId, Dimension, Graph, Leaf, LeafSet, Linking, Origin, Route, Vocabulary};

/// What the names of the vocabulary refer to.
pub(super) struct ConceptNames<'a> {
    dimensions: Vec<Names<'a>>,
    routes: Names<'a>,
    /// For each dimension, the leaf that each concept is or has as its rest.
    own_leaves: Vec<Vec<Option<u32>>>,
}

impl ConceptNames<'_> {
    /// The concept of this name; the top element's is `*`.
    pub(super) fn concept(&self, dimension: Dimension, name: &str) -> Result<ConceptId, BundleError> {
        if name == TOP {
            return Ok(ConceptId::TOP);
        }
        concept_id(&self.dimensions[dimension as usize], name)
    }

    /// The route of this name.
    pub(super) fn route(&self, name: &str) -> Result<u32, BundleError> {
        self.routes.find(name)
    }

    /// The leaves listed.
    pub(super) fn leaves(&self, graph: &Graph, leaves: &[v1::Leaf], step: &str) -> Result<LeafSet, BundleError> {
        let numbers = each(leaves, step, |leaf| self.leaf(graph, leaf))?;
        Ok(numbers.into_iter().collect())
    }

    fn leaf(&self, graph: &Graph, leaf: &v1::Leaf) -> Result<u32, BundleError> {
        let (name, wanted) = match leaf {
            v1::Leaf::Concept(name) => (name, Wanted::Leaf),
            v1::Leaf::Rest(rest) => (&rest.rest_of, Wanted::RestLeaf),
        };
        let id = self.concept(graph.dimension(), name)?;
        self.own_leaves[graph.dimension() as usize][id.index()]
            .filter(|own| match graph.leaf(*own) {
                Leaf::Concept(_) => wanted == Wanted::Leaf,
                Leaf::Rest(_) => wanted == Wanted::RestLeaf,
            })
            .ok_or_else(|| invalid("", name, wanted))
    }
}

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
    Ok((names, graph))
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
        country: concept.country.clone(),
        parents: each(&concept.parents, ".parents", |name| concept_id(names, name))?,
        origin,
        anonymous: concept.anonymous,
    })
}

/// Number 0 is the top element, so the first concept declared is 1.
fn concept_id(names: &Names<'_>, name: &str) -> Result<ConceptId, BundleError> {
    names.find(name).map(|index| ConceptId(index + 1))
}

fn own_leaves(graph: &Graph) -> Vec<Option<u32>> {
    let mut own = vec![None; graph.len() + 1];
    for leaf in 0..graph.leaf_count() as u32 {
        own[graph.leaf_concept(leaf).index()] = Some(leaf);
    }
    own
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
    let named = each(&choice.any_of, ".any_of", |name| {
        names.concept(Dimension::Condition, name)
    })?;
    budget.spend(conditions, &named)?;
    let leaves = budget::union(conditions, &named);
    sets.expect(budget, conditions, choice.leaves, &leaves, ".leaves")?;
    Ok(AnyOf {
        conditions: named,
        leaves,
    })
}
