//! The countries that words name, against 国名: 「ドイツのAcme Inc.」 of a party in 米国, a country in a row or under 越境 in which no party
//! of the rule is, a 国名 that no words of the page say (個人情報保護法28条2項).

mod report;
mod told;

use std::collections::BTreeSet;
use std::ops::Range;

use self::told::{beside, list, said_to_be_in};
use super::labels::Read;
use super::meaning::Resolver;
use super::norms::Norms;
use super::words_of::Words;
use crate::document::ClauseId;
use crate::keyword::Keyword;
use crate::norm::{Act, Norm};
use crate::span::Span;
use crate::syntax::ast::Statement;
use crate::vocabulary::{
    Attribute, ConceptId, Country, Dimension, LeafSet, Mention, Named, Origin, Place, UNKNOWN_COUNTRY, country_key,
    country_names, mentioned,
};

/// Reports each country that the words and 国名 do not have alike.
pub(super) fn check(root: &Statement, norms: &Norms<'_>, resolver: &mut Resolver<'_, '_, '_, '_>) {
    let parties = &resolver.names.declared.parties;
    if parties.leaves_with(Attribute::Foreign).is_empty() {
        return;
    }
    let mut checking = Checking {
        norms,
        resolver,
        seen: BTreeSet::new(),
    };
    checking.labels();
    checking.visit(root, None);
    checking.unsaid(root);
}

struct Checking<'c, 'r, 'n, 'a, 'b, 'd, 'e> {
    norms: &'c Norms<'n>,
    resolver: &'r mut Resolver<'a, 'b, 'd, 'e>,
    /// Where a country was held against 国名.
    seen: BTreeSet<Span>,
}

/// Who is meant where words name a country, and where these are.
struct Meant {
    leaves: LeafSet,
    /// None: they may be anywhere.
    countries: Option<BTreeSet<String>>,
}

impl Checking<'_, '_, '_, '_, '_, '_, '_> {
    /// What parties are called, against where they are.
    fn labels(&mut self) {
        let parties = &self.resolver.names.declared.parties;
        let mut found = Vec::new();
        for (id, concept) in parties.iter() {
            let Origin::Declared(place) = concept.origin else {
                continue;
            };
            let Some(allowed) = self.meant(parties.leaves_of(id)).countries else {
                continue;
            };
            for label in &concept.labels {
                let called = mentioned(label).into_iter().filter(|told| is_part(label, &told.range));
                let wrong = called.filter(|told| !agrees(told.named, &allowed));
                found.extend(wrong.filter_map(|told| {
                    let country = label.get(told.range)?;
                    Some(report::called_otherwise(
                        &concept.name,
                        country,
                        &concept.countries,
                        place,
                    ))
                }));
            }
        }
        self.report(found);
    }

    fn visit(&mut self, block: &Statement, rule: Option<&LeafSet>) {
        for child in block.children().filter(|child| child.kind != Keyword::Test) {
            let own = self.parties_of(child);
            let rule = own.as_ref().or(rule);
            self.statement(child, rule);
            self.visit(child, rule);
        }
    }

    /// The parties that a statement is about, where it states a rule on passing data on, or a 越境.
    fn parties_of(&self, statement: &Statement) -> Option<LeafSet> {
        if statement.kind == Keyword::TransferAbroad {
            let clause = self.resolver.names.outline.clause_of(statement)?;
            return Some(self.reached(clause));
        }
        let ids = self.norms.of_statement.get(&statement.head)?;
        let norms = ids.iter().map(|id| &self.norms.norms[id.0 as usize]);
        let sets: Vec<&LeafSet> = norms
            .filter(|norm| passes_on(norm))
            .map(|norm| &norm.parties.leaves)
            .collect();
        (!sets.is_empty()).then(|| LeafSet::union_all(sets))
    }

    /// The parties abroad that a 越境 lets rules reach.
    fn reached(&self, clause: ClauseId) -> LeafSet {
        let foreign = self.resolver.names.declared.parties.leaves_with(Attribute::Foreign);
        LeafSet::union_all(self.covered(clause).map(|norm| &norm.parties.leaves)).intersection(foreign)
    }

    /// Those of them that the rules name as such, and not by a name for others as well.
    fn reached_by_name(&self, clause: ClauseId) -> LeafSet {
        let graph = &self.resolver.names.declared.parties;
        let foreign = graph.leaves_with(Attribute::Foreign);
        let named = self.covered(clause).flat_map(|norm| &norm.parties.named);
        let named = named.map(|id| graph.leaves_of(*id));
        LeafSet::union_all(named.filter(|leaves| leaves.is_subset(foreign))).intersection(&self.reached(clause))
    }

    /// The rules on passing data on that a 越境 is about.
    fn covered(&self, clause: ClauseId) -> impl Iterator<Item = &Norm> + '_ {
        let outline = self.resolver.names.outline;
        let transfers = self
            .norms
            .transfers_abroad
            .iter()
            .filter(move |one| one.clause == clause);
        let covers: BTreeSet<ClauseId> = transfers.flat_map(|one| &one.covers).copied().collect();
        let is_covered = move |norm: &&Norm| {
            let mut at = Some(norm.provenance.clause);
            while let Some(id) = at {
                if covers.contains(&id) {
                    return true;
                }
                at = outline.clause(id).parent;
            }
            false
        };
        self.norms
            .norms
            .iter()
            .filter(|norm| passes_on(norm))
            .filter(is_covered)
    }

    fn meant(&self, leaves: &LeafSet) -> Meant {
        let graph = &self.resolver.names.declared.parties;
        let mut found = BTreeSet::new();
        let mut anywhere = false;
        for leaf in leaves.iter() {
            match graph.place(leaf) {
                Place::Home => {}
                Place::Abroad(countries) => {
                    anywhere |= countries.is_empty() || countries.contains(UNKNOWN_COUNTRY);
                    found.extend(countries);
                }
            }
        }
        Meant {
            leaves: leaves.clone(),
            countries: (!anywhere && !found.is_empty()).then_some(found),
        }
    }

    fn statement(&mut self, statement: &Statement, rule: Option<&LeafSet>) {
        let reads: Vec<_> = (statement.wordings.iter())
            .map(|wording| self.resolver.labels.read(wording))
            .collect();
        if reads.iter().all(|read| mentioned(&read.passage.text).is_empty()) {
            return;
        }
        for read in &reads {
            self.beside_labels(read);
        }
        if statement.kind == Keyword::Row {
            let named = reads.iter().flat_map(|read| self.parties_in(read)).map(|(id, _)| id);
            let graph = &self.resolver.names.declared.parties;
            let sets: Vec<&LeafSet> = named.map(|id| graph.leaves_of(id)).collect();
            let inside = (statement.children()).find_map(|child| self.parties_of(child));
            let of_row = match sets.is_empty() {
                true => inside.or_else(|| rule.cloned()),
                false => Some(LeafSet::union_all(sets)),
            };
            if let Some(of_row) = of_row {
                let meant = self.meant(&of_row);
                for read in &reads {
                    let told = list(&read.passage.text).unwrap_or_default();
                    self.against(read, told, &meant);
                }
            }
            return;
        }
        if let Some(rule) = rule {
            let meant = self.meant(rule);
            for read in &reads {
                self.against(read, said_to_be_in(&read.passage.text), &meant);
            }
        }
    }

    /// The parties other than the operator that words name, and where.
    fn parties_in(&self, read: &Read) -> Vec<(ConceptId, Range<usize>)> {
        let operator = self.resolver.names.declared.operator;
        let text = &read.passage.text;
        let parties = read.found.iter().filter(|found| found.dimension == Dimension::Party);
        let parties = parties.filter_map(|found| {
            let [id] = found.concepts.as_slice() else { return None };
            let label = self.resolver.labels.text(found.span);
            let mut places = text.match_indices(label).map(|(at, _)| at..at + label.len());
            let place = places.find(|place| read.passage.span(place.clone()) == found.span)?;
            (Some(*id) != operator).then_some((*id, place))
        });
        parties.collect()
    }

    fn beside_labels(&mut self, read: &Read) {
        for (id, place) in self.parties_in(read) {
            let leaves = self.resolver.names.declared.parties.leaves_of(id).clone();
            let meant = self.meant(&leaves);
            self.against(read, beside(&read.passage.text, place), &meant);
        }
    }

    fn against(&mut self, read: &Read, told: Vec<Mention>, meant: &Meant) {
        let Some(allowed) = &meant.countries else { return };
        let mut found = Vec::new();
        for told in told {
            let place = read.passage.span(told.range.clone());
            if !self.seen.insert(place) || agrees(told.named, allowed) {
                continue;
            }
            let country = read.passage.text.get(told.range).unwrap_or_default();
            let parties = self.names_of(&meant.leaves);
            found.push(report::nobody_is_there(country, &parties, place));
        }
        self.report(found);
    }

    fn names_of(&self, leaves: &LeafSet) -> Vec<String> {
        let graph = &self.resolver.names.declared.parties;
        let abroad = leaves.intersection(graph.leaves_with(Attribute::Foreign));
        let names = abroad
            .iter()
            .map(|leaf| graph.get(graph.name_of_leaf(leaf)).name.clone());
        names.collect()
    }

    /// The 国名 of parties that a 越境 reaches, which no words of the page say.
    fn unsaid(&mut self, root: &Statement) {
        let mut page = Words::default();
        page.whole(root);
        let texts: Vec<String> = (page.all.iter())
            .map(|(wording, _)| self.resolver.labels.read(wording).passage.text.clone())
            .collect();
        // What is told when consent is asked for need not stand here.
        let is_told_later = |text: &String| TOLD_LATER.iter().any(|words| text.contains(words));
        if texts.iter().any(is_told_later) {
            return;
        }
        let is_said = |country: &str| {
            let names = country_names(country);
            texts
                .iter()
                .any(|text| names.iter().any(|name| text.contains(name.as_str())))
                || texts.iter().any(|text| {
                    mentioned(text)
                        .iter()
                        .any(|told| holds(told.named, &country_key(country)))
                })
        };
        let graph = &self.resolver.names.declared.parties;
        let mut found = Vec::new();
        let mut told = BTreeSet::new();
        for transfer in &self.norms.transfers_abroad {
            for leaf in self.reached_by_name(transfer.clause).iter() {
                let concept = graph.leaf_concept(leaf);
                let party = graph.party_of(concept).unwrap_or(concept);
                for country in &graph.get(concept).countries {
                    let said = match country == UNKNOWN_COUNTRY {
                        true => texts.iter().any(|text| text.contains("特定")),
                        false => is_said(country),
                    };
                    if !said && told.insert((party, country_key(country))) {
                        found.push(report::unsaid(&graph.get(party).name, country, transfer.span));
                    }
                }
            }
        }
        self.report(found);
    }

    fn report(&mut self, found: Vec<crate::diagnostic::Diagnostic>) {
        for one in found {
            self.resolver.context.report(one);
        }
    }
}

/// Words for what is told of a country where consent is asked for.
const TOLD_LATER: [&str; 3] = ["国の名称", "国の名前", "国名"];

/// Whether a rule lets data pass to others.
fn passes_on(norm: &Norm) -> bool {
    let acts = [
        Act::Provide,
        Act::Entrust,
        Act::Share,
        Act::Transmit,
        Act::TransferAbroad,
    ];
    !norm.effect.refuses() && acts.into_iter().any(|act| norm.acts.contains(act))
}

/// Whether somebody may be meant who is in one of these countries.
fn agrees(told: &Named, allowed: &BTreeSet<String>) -> bool {
    match told {
        Named::Country(country) => country.is_home() || allowed.contains(country.names[0]),
        Named::Region(_) => allowed.iter().any(|country| holds(told, country)),
    }
}

/// Whether a country, by its key, is one of those that are named at once.
fn holds(region: &Named, country: &str) -> bool {
    let is_it = |one: &Country| one.names[0] == country;
    matches!(region, Named::Region(members) if members.iter().any(is_it))
}

/// Whether a country in a label says where its bearer is: 「ドイツのAcme」「Acme（ドイツ）」.
fn is_part(label: &str, range: &Range<usize>) -> bool {
    let (before, after) = (label.get(..range.start), label.get(range.end..));
    let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
    let first =
        before.is_empty() && (after.starts_with('の') || after.starts_with("にある") || after.starts_with("所在"));
    first || before.ends_with(['（', '(']) && after.starts_with(['）', ')'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::named;

    #[test]
    fn a_region_agrees_with_its_members() {
        let allowed = |names: &[&str]| names.iter().map(|name| country_key(name)).collect::<BTreeSet<_>>();
        let told = |name: &str| named(name).expect("a name");
        assert!(agrees(told("EU"), &allowed(&["ドイツ連邦共和国"])));
        assert!(!agrees(told("EU"), &allowed(&["英国"])));
        assert!(agrees(told("アメリカ"), &allowed(&["米国"])));
        assert!(!agrees(told("アメリカ"), &allowed(&["英国"])));
        assert!(agrees(told("日本"), &allowed(&["英国"])));
    }
}
