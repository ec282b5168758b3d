//! The countries of parties (国名), and the places of a party in several.

use super::report;
use crate::characters;
use crate::resolve::clauses::Scope;
use crate::resolve::context::Context;
use crate::span::Span;
use crate::syntax::ast::{MeaningItem, Statement, Value};
use crate::vocabulary::{
    Concept, ConceptId, Dimension, Named, UNKNOWN_COUNTRY, countries, country_key, country_names, named, place,
    place_name,
};

/// In ［］ of a party: a country that it is in.
const COUNTRY: &str = "国名";

/// In ［］ of a party: why its country cannot be told.
const REASON: &str = "理由";

/// The names of the places of parties: keys of their table, and what they stand for.
pub(super) type Names = Vec<((Dimension, Scope, String), ConceptId)>;

/// Whether an attribute says where a party is.
pub(super) fn is_about_country(item: &MeaningItem) -> bool {
    matches!(item, MeaningItem::Pair(key, _) if key.text == COUNTRY || key.text == REASON)
}

/// The countries that the ［］ of a party names, each once. What is none is reported.
pub(super) fn read(statement: &Statement, context: &mut Context<'_>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut unknown = None;
    let mut reason: Option<(&str, Span)> = None;
    for item in statement.meaning_items() {
        let MeaningItem::Pair(key, value) = item else { continue };
        let text = match value {
            Value::Quoted(quoted) => quoted.text.clone(),
            Value::Name(path) => path.text(),
            Value::Date(date) => date.text.clone(),
        };
        if let (REASON, Value::Quoted(quoted)) = (key.text.as_str(), value) {
            reason = Some((quoted.text.trim(), item.span()));
        } else if key.text == REASON {
            context.report(report::reason_wanted(value.span()));
            reason = Some(("", item.span()));
        } else if key.text == COUNTRY && is_country(&text, value.span(), context) {
            if text == UNKNOWN_COUNTRY {
                unknown = Some(item.span());
            }
            if !found.iter().any(|known| country_key(known) == country_key(&text)) {
                found.push(text);
            }
        }
    }
    match (unknown, reason) {
        (Some(place), None) => context.report(report::unknown_without_reason(place)),
        (Some(_), Some(("", place))) => context.report(report::reason_wanted(place)),
        (None, Some((_, place))) => context.report(report::reason_for_nothing(place)),
        _ => {}
    }
    found
}

/// Whether this is a foreign country, or says that it cannot be told.
fn is_country(name: &str, place: Span, context: &mut Context<'_>) -> bool {
    let diagnostic = match named(name) {
        _ if name == UNKNOWN_COUNTRY => return true,
        Some(Named::Country(country)) if !country.is_home() => return true,
        Some(Named::Country(_)) => report::home(name, place),
        Some(Named::Region(_)) => report::region(name, place),
        // What nobody can see in it was reported.
        None if characters::hidden_in(name).next().is_some() => return false,
        None => {
            let names = || countries().flat_map(|country| country.names.iter().copied());
            let meant = context.suggestions.nearest(name, names);
            report::no_country(name, meant, place)
        }
    };
    context.report(diagnostic);
    false
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
            names.extend(country_names(country).into_iter().map(|country| {
                let name = place_name(&party.name, &country);
                ((Dimension::Party, None, characters::key(&name).into_owned()), here)
            }));
        }
    }
    names
}
