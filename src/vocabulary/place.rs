//! Where parties are: the places of a party in several countries, and where each leaf is.

use std::collections::BTreeSet;

use super::attribute::Attribute;
use super::concept::{Concept, ConceptId, Origin};
use super::country::country_key;
use super::dimension::Dimension;
use super::graph::Graph;

/// Where a leaf of the parties is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// Where the operator is, as far as the policy says.
    Home,
    /// In one of these countries; abroad somewhere, where there is none.
    Abroad(BTreeSet<String>),
}

/// What a party in one of its countries is called: 海外配信社：アメリカ合衆国.
#[must_use]
pub fn place_name(party: &str, country: &str) -> String {
    format!("{party}：{country}")
}

/// What a party in one of its countries is to readers of the page.
#[must_use]
pub fn place_label(party: &str, country: &str) -> String {
    format!("{party}（{country}）")
}

/// A party in one of its countries.
#[must_use]
pub fn place(party: ConceptId, concept: &Concept, country: &str) -> Concept {
    Concept {
        labels: vec![place_label(concept.label(), country)],
        countries: vec![country.to_owned()],
        parents: vec![party],
        ..Concept::new(place_name(&concept.name, country), Origin::BuiltIn)
    }
}

impl Graph {
    /// The party that a concept is the place of, in one of several countries.
    #[must_use]
    pub fn party_of(&self, id: ConceptId) -> Option<ConceptId> {
        let concept = self.get(id);
        let ([country], [party]) = (concept.countries.as_slice(), concept.parents.as_slice()) else {
            return None;
        };
        let of = self.get(*party);
        (of.countries.len() > 1 && concept.name == place_name(&of.name, country)).then_some(*party)
    }

    /// Where a leaf is: where its concept is said to be, else where what contains it is.
    #[must_use]
    pub fn place(&self, leaf: u32) -> Place {
        if self.dimension() != Dimension::Party {
            return Place::Home;
        }
        let mut open = vec![self.leaf_concept(leaf)];
        let mut seen = BTreeSet::new();
        let mut countries = BTreeSet::new();
        while let Some(id) = open.pop() {
            let concept = self.get(id);
            match seen.insert(id) && !concept.countries.is_empty() {
                true => countries.extend(concept.countries.iter().map(|country| country_key(country))),
                false => open.extend(concept.parents.iter().filter(|parent| !seen.contains(parent))),
            }
        }
        match countries.is_empty() && !self.leaves_with(Attribute::Foreign).contains(leaf) {
            true => Place::Home,
            false => Place::Abroad(countries),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn party(name: &str, countries: &[&str], parents: &[u32]) -> Concept {
        let mut party = Concept::new(name, Origin::BuiltIn);
        party.countries = countries.iter().map(|country| (*country).to_owned()).collect();
        party.parents = parents.iter().map(|id| ConceptId(*id)).collect();
        if !countries.is_empty() {
            party.attributes.insert(Attribute::Foreign);
        }
        party
    }

    fn abroad(countries: &[&str]) -> Place {
        Place::Abroad(countries.iter().map(|country| country_key(country)).collect())
    }

    #[test]
    fn a_leaf_is_where_it_or_what_contains_it_is_said_to_be() {
        let both = party("配信社", &["米国", "英国"], &[]);
        let places = ["米国", "英国"].map(|country| place(ConceptId(1), &both, country));
        let mut somewhere = party("海外社", &[], &[]);
        somewhere.attributes.insert(Attribute::Foreign);
        let rest = [
            party("グループ", &["韓国"], &[]),
            party("子会社", &[], &[4]),
            somewhere,
            party("加盟店", &[], &[]),
        ];
        let concepts = [both].into_iter().chain(places).chain(rest).collect();
        let graph = Graph::build(Dimension::Party, concepts).expect("no cycle");
        let of = |name: &str| graph.place(graph.own_leaf(graph.find(name).expect(name)).first().expect("a leaf"));
        assert_eq!(of("配信社：米国"), abroad(&["米国"]));
        assert_eq!(of("配信社：英国"), abroad(&["英国"]));
        assert_eq!(of("グループ"), abroad(&["韓国"]));
        assert_eq!(of("子会社"), abroad(&["韓国"]));
        assert_eq!(of("海外社"), abroad(&[]));
        assert_eq!(of("加盟店"), Place::Home);
        let party_of = |name: &str| graph.party_of(graph.find(name).expect(name));
        assert_eq!(party_of("配信社：米国"), Some(ConceptId(1)));
        assert_eq!(party_of("子会社"), None);
        assert_eq!(party_of("配信社"), None);
    }
}
