//! A program that knows the schema and nothing else decides requests: the steps of `docs/bundle.md` over bare JSON, with
//! no type of the library. Slow and plain on purpose.

use std::collections::BTreeSet;

use serde_json::Value;

/// A request in the names of the bundle. What asks about a rest leaf is the text of its JSON.
#[derive(Debug, Clone)]
pub(super) struct Request<'a> {
    pub(super) act: &'a str,
    pub(super) data: Vec<String>,
    pub(super) party: String,
    pub(super) purpose: String,
    pub(super) processing: &'a str,
    pub(super) conditions: Vec<&'a str>,
    pub(super) denied: Vec<&'a str>,
    pub(super) withdrawn: Vec<&'a str>,
    pub(super) closed: bool,
    pub(super) route: Option<&'a str>,
}

/// What the norms say, by strictness.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Verdict {
    Permitted,
    NotStated,
    Forbidden,
}

/// A leaf as it is written: the text of the JSON.
type Leaf = String;

/// The leaves of the conditions that surely hold, and of those that possibly do.
struct Held {
    surely: BTreeSet<Leaf>,
    possibly: BTreeSet<Leaf>,
    by_duty: bool,
}

/// The data leaves that a leaf counts as, itself among them.
struct CountsAs {
    surely: BTreeSet<Leaf>,
    possibly: BTreeSet<Leaf>,
}

pub(super) fn decide(bundle: &Value, request: &Request<'_>) -> Verdict {
    let vocabulary = &bundle["vocabulary"];
    let conditions = &vocabulary["conditions"];
    let surely: BTreeSet<Leaf> = (request.conditions.iter())
        .map(|name| own_leaf(conditions, name))
        .collect();
    let mut possibly = surely.clone();
    let withdrawn = request.withdrawn.iter().flat_map(|name| leaves(conditions, name));
    let withdrawn: BTreeSet<Leaf> = withdrawn.collect();
    let surely = &surely - &withdrawn;
    if request.closed {
        let denied = request.denied.iter().flat_map(|name| leaves(conditions, name));
        let denied: BTreeSet<Leaf> = denied.collect();
        // Of conditions there is no other: whatever holds has a name.
        let all: BTreeSet<Leaf> = names(conditions).map(|name| own_leaf(conditions, name)).collect();
        possibly.extend(all.difference(&denied).cloned());
    }
    // What a law makes somebody do, no refusal stands against.
    let duty = items(conditions)
        .iter()
        .find(|one| one["built_in"]["key"] == "statutory_duty");
    let duty = duty.and_then(|one| one["name"].as_str());
    let duty = duty.map(|name| leaves(conditions, name)).unwrap_or_default();
    let asserted = Held {
        by_duty: !surely.is_disjoint(&duty),
        surely,
        possibly,
    };
    let mut data = BTreeSet::new();
    for name in &request.data {
        data.extend(leaves(&vocabulary["data_categories"], name));
    }
    // What counts as something that the categories asked about contain is asked about too.
    let everything = match in_force(bundle, &asserted.possibly).is_empty() {
        true => BTreeSet::new(),
        false => leaves(&vocabulary["data_categories"], "*"),
    };
    for leaf in everything {
        if !linked(bundle, &leaf, &asserted.possibly).is_disjoint(&data) {
            data.insert(leaf);
        }
    }
    let routes: Vec<Option<&str>> = match (request.route, vocabulary["routes"].as_array()) {
        (None, Some(routes)) if !routes.is_empty() => routes.iter().map(|route| route["name"].as_str()).collect(),
        (route, _) => vec![route],
    };
    let mut strictest = Verdict::Permitted;
    for data in &data {
        let data = CountsAs {
            surely: linked(bundle, data, &asserted.surely),
            possibly: linked(bundle, data, &asserted.possibly),
        };
        for party in leaves(&vocabulary["parties"], &request.party) {
            for purpose in leaves(&vocabulary["purposes"], &request.purpose) {
                for route in &routes {
                    let place = Place {
                        data: &data,
                        party: &party,
                        purpose: &purpose,
                        route: *route,
                    };
                    strictest = strictest.max(verdict(bundle, request, &place, &asserted));
                }
            }
        }
    }
    strictest
}

/// One leaf in every dimension; in the data, with the leaves that it counts as.
struct Place<'a> {
    data: &'a CountsAs,
    party: &'a str,
    purpose: &'a str,
    route: Option<&'a str>,
}

fn verdict(bundle: &Value, request: &Request<'_>, place: &Place<'_>, asserted: &Held) -> Verdict {
    let applied: Vec<&Value> = items(&bundle["norms"])
        .iter()
        .filter(|norm| applies(bundle, norm, request, place, asserted))
        .collect();
    // Refusals are taken to count and permits not to, until nothing changes any more.
    let mut counts: Vec<bool> = applied.iter().map(|norm| refuses(norm)).collect();
    for _ in 0..=2 * applied.len() {
        for side in [false, true] {
            for at in 0..applied.len() {
                if refuses(applied[at]) == side {
                    counts[at] = !(0..applied.len()).any(|other| {
                        counts[other] && refuses(applied[other]) != side && gives_way(applied[at], applied[other])
                    });
                }
            }
        }
    }
    let counted = || {
        applied
            .iter()
            .zip(&counts)
            .filter(|(_, counts)| **counts)
            .map(|(norm, _)| *norm)
    };
    let rider = counted().any(|norm| norm["rank"] == "rider");
    let deciding: Vec<&Value> = counted().filter(|norm| (norm["rank"] == "rider") == rider).collect();
    match deciding.iter().any(|norm| refuses(norm)) {
        true => Verdict::Forbidden,
        false if deciding.is_empty() => Verdict::NotStated,
        false => Verdict::Permitted,
    }
}

fn refuses(norm: &Value) -> bool {
    norm["effect"] != "permit"
}

fn applies(bundle: &Value, norm: &Value, request: &Request<'_>, place: &Place<'_>, asserted: &Held) -> bool {
    let lists = |graph: &str, scope: &Value, leaf: &str| has(bundle, graph, &scope["leaves"], leaf);
    // Who permits reads what is sure, who refuses what is possible; of what takes the norm away the other.
    let (wanted, lifting, bringing, taking) = match refuses(norm) {
        true => (
            &asserted.possibly,
            &asserted.surely,
            &place.data.possibly,
            &place.data.surely,
        ),
        false => (
            &asserted.surely,
            &asserted.possibly,
            &place.data.surely,
            &place.data.possibly,
        ),
    };
    let holds =
        |any: &Value, held: &BTreeSet<Leaf>| held.iter().any(|leaf| has(bundle, "conditions", &any["leaves"], leaf));
    let strength = |state: &Value| match state.as_str() {
        Some("raw") => 0,
        Some("pseudonymised") => 1,
        Some("deidentified") => 2,
        Some("anonymised") => 3,
        Some("aggregate") => 4,
        other => panic!("a state: {other:?}"),
    };
    let (asked, own) = (strength(&request.processing.into()), strength(&norm["processing"]));
    items(&norm["acts"]).iter().any(|act| act == request.act)
        && covers(bundle, norm, bringing, taking)
        && lists("parties", &norm["parties"], place.party)
        && lists("purposes", &norm["purposes"], place.purpose)
        && match (&norm["routes"], place.route) {
            (Value::String(any), _) if any == "*" => true,
            (Value::Array(routes), Some(route)) => routes.iter().any(|one| one == route),
            (Value::Array(_), None) => false,
            (other, _) => panic!("routes: {other}"),
        }
        && if refuses(norm) { asked <= own } else { asked >= own }
        && items(&norm["requires"]).iter().all(|any| holds(any, wanted))
        && !holds(&norm["unless"]["conditions"], lifting)
        && !(refuses(norm) && asserted.by_duty)
}

/// Whether the norm covers a leaf that counts as all of these, and is not taken out of it by counting as those.
fn covers(bundle: &Value, norm: &Value, counts_as: &BTreeSet<Leaf>, taking: &BTreeSet<Leaf>) -> bool {
    let any_of = |leaves: &BTreeSet<Leaf>, set: &Value| {
        let mut leaves = leaves.iter();
        leaves.any(|leaf| has(bundle, "data_categories", set, leaf))
    };
    any_of(counts_as, &norm["data"]["leaves"]) && !any_of(taking, &norm["excluded_data"])
}

/// Whether a set of leaves, told by its number, has the leaf.
fn has(bundle: &Value, graph: &str, set: &Value, leaf: &str) -> bool {
    let lists = |leaves: &Value| items(leaves).iter().map(Value::to_string).any(|one| one == leaf);
    let Some(number) = set.as_u64() else {
        assert_eq!(set, "*", "a set");
        return true;
    };
    match &bundle["leaf_sets"][graph][number as usize] {
        Value::Array(_) => lists(&bundle["leaf_sets"][graph][number as usize]),
        Value::Object(set) => !lists(&set["all_but"]),
        other => panic!("a set: {other}"),
    }
}

fn gives_way(norm: &Value, other: &Value) -> bool {
    let reaches = |named: &Value, declaring: &Value, reached: &Value| {
        let path = items(&reached["clause_path"]);
        let own = items(&declaring["clause_path"]).last().expect("a clause");
        !path.contains(own) && items(named).iter().any(|clause| path.contains(clause))
    };
    reaches(&norm["unless"]["clauses"], norm, other) || reaches(&other["priority_over"], other, norm)
}

/// The leaf and every leaf that it counts as while its linkings are in force.
fn linked(bundle: &Value, leaf: &str, asserted: &BTreeSet<Leaf>) -> BTreeSet<Leaf> {
    let vocabulary = &bundle["vocabulary"];
    let data = &vocabulary["data_categories"];
    let mut found = BTreeSet::from([leaf.to_owned()]);
    let in_force = in_force(bundle, asserted);
    loop {
        let before = found.len();
        for linking in &in_force {
            let (Some(from), Some(to)) = (linking["from"].as_str(), linking["to"].as_str()) else {
                panic!("a linking: {linking}");
            };
            if !leaves(data, from).is_disjoint(&found) {
                found.insert(own_leaf(data, to));
            }
        }
        if found.len() == before {
            return found;
        }
    }
}

/// The linkings whose conditions hold.
fn in_force<'b>(bundle: &'b Value, asserted: &BTreeSet<Leaf>) -> Vec<&'b Value> {
    let holds = |any: &Value| {
        asserted
            .iter()
            .any(|leaf| has(bundle, "conditions", &any["leaves"], leaf))
    };
    let linkings = items(&bundle["vocabulary"]["linkings"]).iter();
    linkings
        .filter(|linking| items(&linking["when"]).iter().all(holds))
        .collect()
}

/// What a request says in JSON that it asks about.
pub(super) fn asked(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// The leaves of a concept: its own and those of its children; of `*`, all. A rest leaf is itself.
fn leaves(concepts: &Value, name: &str) -> BTreeSet<Leaf> {
    if name.starts_with('{') {
        return BTreeSet::from([name.to_owned()]);
    }
    if name == "*" {
        let mut all: BTreeSet<Leaf> = names(concepts).flat_map(|name| leaves(concepts, name)).collect();
        if all.is_empty() {
            // Of an empty vocabulary, what contains everything is the only leaf.
            all.insert(Value::from("*").to_string());
        } else if has_other(concepts) {
            all.insert(serde_json::json!({ "rest_of": "*" }).to_string());
        }
        return all;
    }
    let mut found = BTreeSet::new();
    if !is_its_places(concepts, name) {
        found.insert(own_leaf(concepts, name));
    }
    for child in names(concepts).filter(|child| is_parent(concepts, name, child)) {
        found.extend(leaves(concepts, child));
    }
    found
}

/// Whether there is more than what has a name: of data and purposes always, of parties unless 第三者 stands for whoever has
/// none. Of conditions there is not; these are never asked about as a whole.
fn has_other(concepts: &Value) -> bool {
    let mut all = items(concepts).iter();
    !all.any(|concept| items(&concept["parents"]).is_empty() && concept["name"] == "第三者")
}

/// The concept itself, or its rest leaf when it has children.
fn own_leaf(concepts: &Value, name: &str) -> Leaf {
    match names(concepts).any(|child| is_parent(concepts, name, child)) {
        true => serde_json::json!({ "rest_of": name }).to_string(),
        false => Value::from(name).to_string(),
    }
}

/// Whether it is a party in several countries: what it contains is all of it.
fn is_its_places(concepts: &Value, name: &str) -> bool {
    let is_it = |one: &&Value| one["name"] == name && items(&one["countries"]).len() > 1;
    items(concepts).iter().any(|one| is_it(&one)) && names(concepts).any(|child| is_parent(concepts, name, child))
}

fn is_parent(concepts: &Value, parent: &str, child: &str) -> bool {
    items(concepts)
        .iter()
        .any(|one| one["name"] == child && items(&one["parents"]).iter().any(|name| name == parent))
}

fn names(concepts: &Value) -> impl Iterator<Item = &str> {
    items(concepts).iter().filter_map(|one| one["name"].as_str())
}

fn items(array: &Value) -> &[Value] {
    array.as_array().map_or(&[], Vec::as_slice)
}
