//! The countries of parties (国名), and the places of a party in several.

use super::gathering::Gathering;
use crate::characters;
use crate::resolve::clauses::Scope;
use crate::syntax::ast::{MeaningItem, Statement, Value};
use crate::vocabulary::{Concept, ConceptId, Dimension, country_key, place, place_name};

/// In ［］ of a party: a country that it is in.
pub(super) const COUNTRY: &str = "国名";

/// The names of the places of parties: keys of their table, and what they stand for.
pub(super) type Names = Vec<((Dimension, Scope, String), ConceptId)>;

impl Gathering<'_, '_> {
    /// The countries that the ［］ of a party names, each once.
    pub(super) fn countries(&self, statement: &Statement) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        for item in statement.meaning_items() {
            let MeaningItem::Pair(key, value) = item else { continue };
            if key.text != COUNTRY {
                continue;
            }
            let country = match value {
                Value::Quoted(quoted) => quoted.text.clone(),
                Value::Name(path) => path.text(),
                Value::Date(date) => date.text.clone(),
            };
            if !found.iter().any(|known| country_key(known) == country_key(&country)) {
                found.push(country);
            }
        }
        found
    }
}

/// Adds to the parties a place for each country of those in several, and gives what each party in a country is called there.
pub(super) fn add(parties: &mut Vec<Concept>) -> Names {
    let mut names = Names::new();
    for index in 0..parties.len() {
        let party = parties[index].clone();
        let id = ConceptId(index as u32 + 1);
        for country in &party.countries {
            let mut here = id;
            if party.countries.len() > 1 {
                parties.push(place(id, &party, country));
                here = ConceptId(parties.len() as u32);
            }
            let name = place_name(&party.name, country);
            names.push(((Dimension::Party, None, characters::key(&name).into_owned()), here));
        }
    }
    names
}
