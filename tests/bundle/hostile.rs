//! Documents that are wrong, by accident or on purpose: each has its error, none does harm.

use hoshin::internals::bundle::v1::FORMAT;
use hoshin::internals::bundle::{Bundle, BundleError, Excess, NameKind, Shape, Wanted};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::{sample_bundle, sample_value, sealed};

fn refused(text: &str) -> BundleError {
    match Bundle::from_json(text) {
        Ok(_) => panic!("a bundle: {}", text.chars().take(200).collect::<String>()),
        Err(error) => error,
    }
}

/// The error of the sample with other values in some places; a member that it leaves out is put in.
fn changed(changes: &[(&str, Value)]) -> BundleError {
    let mut document = sample_value();
    for (pointer, value) in changes {
        if let Some(place) = document.pointer_mut(pointer) {
            *place = value.clone();
            continue;
        }
        let (object, member) = pointer.rsplit_once('/').expect("a pointer");
        match document.pointer_mut(object).and_then(Value::as_object_mut) {
            Some(object) => drop(object.insert(member.to_owned(), value.clone())),
            None => panic!("the sample has no {pointer}"),
        }
    }
    refused(&sealed(document))
}

/// The index of the element with this member.
fn index(document: &Value, array: &str, member: &str, value: &str) -> usize {
    let items = document.pointer(array).and_then(Value::as_array).expect("an array");
    items.iter().position(|item| item[member] == value).expect("an element")
}

#[test]
fn text_that_is_no_json_is_refused_with_its_place() {
    let error = refused("{\n  \"format\": hoshin\n}");
    assert!(matches!(&error, BundleError::NotJson { at, truncated: false, .. } if (at.line, at.column) == (2, 13)));
    assert_eq!(error.code(), "B0001");
    for text in [
        "",
        "方針 「個人情報」",
        "{\"format\":\"hoshin.bundle/1\"}}",
        "\u{feff}{}",
        "{'format':1}",
    ] {
        assert!(matches!(refused(text), BundleError::NotJson { .. }), "{text}");
    }
}

#[test]
fn a_bundle_cut_short_is_refused_as_such() {
    let json = sample_bundle().to_json();
    for length in (1..json.len() - 2).step_by(997) {
        let Some(text) = json.get(..length) else { continue };
        assert!(
            matches!(refused(text), BundleError::NotJson { truncated: true, .. }),
            "{length}"
        );
    }
}

#[test]
fn other_json_is_no_bundle() {
    for text in [
        "{}",
        "[]",
        "3",
        "null",
        "\"hoshin.bundle/1\"",
        "{\"format\":1}",
        "{\"format\":\"spdx\"}",
        "{\"format\":[]}",
    ] {
        assert_eq!(refused(text), BundleError::NotABundle, "{text}");
    }
}

#[test]
fn another_version_is_named() {
    let mut document = sample_value();
    document["format"] = json!("hoshin.bundle/2");
    document["norms"] = json!("in a form of its own");
    let error = refused(&document.to_string());
    assert_eq!(
        error,
        BundleError::OtherVersion {
            found: "hoshin.bundle/2".to_owned()
        }
    );
    assert_eq!(
        error.message().ja,
        "このバージョンの hoshin では読めない形式です（`hoshin.bundle/2`）"
    );
    document["format"] = json!("hoshin.bundle/1-draft.99");
    assert_eq!(
        refused(&document.to_string()).message().ja,
        "この hoshin では読めない下書きの形式です（`hoshin.bundle/1-draft.99`）"
    );
    // What was written before drafts had numbers.
    document["format"] = json!("hoshin.bundle/1");
    assert_eq!(refused(&document.to_string()).code(), "B0003");
}

#[test]
fn a_wrong_shape_is_refused_with_its_place() {
    let sample = sample_bundle().to_pretty_json();
    for (old, new) in [
        ("\"rank\": \"ordinary\",", ""),
        ("\"rank\": \"ordinary\",", "\"rank\": \"ordinary\", \"weight\": 3,"),
        (
            "\"rank\": \"ordinary\",",
            "\"rank\": \"ordinary\", \"rank\": \"rider\",",
        ),
        ("\"routes\": \"*\",", "\"routes\": \"すべて\","),
        ("\"routes\": \"*\",", ""),
        ("\"transform\": \"none\",", "\"transform\": null,"),
        (
            "\"rank\": \"ordinary\",",
            "\"rank\": \"ordinary\", \"retention_period\": null,",
        ),
        (
            "\"rank\": \"ordinary\",",
            "\"rank\": \"ordinary\", \"legal_basis\": [],",
        ),
        ("\"line\": 1,", "\"line\": 1.5,"),
    ] {
        let text = sample.replacen(old, new, 1);
        assert_ne!(text, sample);
        let error = refused(&text);
        assert!(
            matches!(&error, BundleError::WrongShape { at, .. } if at.line > 2),
            "{new}: {error}"
        );
    }
}

#[test]
fn arrays_for_objects_and_objects_for_words_are_refused() {
    // Serde reads both; no other reader would, and the digest would be that of another text.
    for (pointer, value) in [
        ("/norms/0/provenance/location", json!(["見本.policy", 1, 1, 0, 0])),
        ("/norms/0/effect", json!({"permit": null})),
        ("/generator", json!(["hoshin", "0.1.0"])),
        ("/document/blocks/0", json!(["date", 0, "effective", "2026-04-01"])),
    ] {
        assert_eq!(changed(&[(pointer, value)]).code(), "B0004", "{pointer}");
    }
}

#[test]
fn unknown_words_are_named() {
    for (pointer, word) in [
        ("/norms/0/acts/0", "sell"),
        ("/norms/0/effect", "oblige"),
        ("/norms/0/rank", "supreme"),
        ("/norms/0/processing", "encrypted"),
        ("/vocabulary/parties/3/attributes/0", "friendly"),
        ("/notices/0/kind", "apology"),
        ("/tests/0/expected", "maybe"),
        ("/policy/dates/0/kind", "repealed"),
        ("/numbering/0/level", "paragraph"),
        ("/document/blocks/0/block", "video"),
    ] {
        let error = changed(&[(pointer, json!(word))]);
        assert!(
            matches!(&error, BundleError::UnknownWord { word: found, .. } if found == word),
            "{pointer}: {error}"
        );
    }
}

#[test]
fn numbers_out_of_range_are_refused() {
    let sample = sample_bundle().to_pretty_json();
    for number in [
        "-1",
        "4294967296",
        "9007199254740993",
        "18446744073709551616",
        "1e999",
        "123456789012345678901234567890",
    ] {
        let text = sample.replacen("\"start_byte\": ", &format!("\"start_byte\": {number}, \"x\": "), 1);
        let error = refused(&text);
        assert!(matches!(error, BundleError::OutOfRange { .. }), "{number}: {error}");
    }
    assert_eq!(
        changed(&[("/norms/0/provenance/location/line", json!(0))]).code(),
        "B0006"
    );
}

#[test]
fn one_name_for_two_things_is_refused() {
    let cases = [
        ("/vocabulary/data_categories/1/name", "氏名", NameKind::Data),
        ("/vocabulary/parties/1/name", "加盟店", NameKind::Party),
        ("/vocabulary/purposes/0/name", "改善", NameKind::Purpose),
        ("/vocabulary/conditions/0/name", "注文", NameKind::Condition),
        ("/outline/0/anchor", "特約", NameKind::Clause),
        ("/norms/0/key", "利用目的.配送", NameKind::Norm),
    ];
    for (pointer, name, kind) in cases {
        let error = changed(&[(pointer, json!(name))]);
        assert!(
            matches!(&error, BundleError::DuplicateName { kind: found, name: twice, .. } if *found == kind && twice == name),
            "{pointer}: {error}"
        );
    }
    for (array, kind) in [("/sources", NameKind::Source), ("/vocabulary/routes", NameKind::Route)] {
        let mut document = sample_value();
        let items = document
            .pointer_mut(array)
            .and_then(Value::as_array_mut)
            .expect("an array");
        items.push(items[0].clone());
        let error = refused(&sealed(document));
        assert!(
            matches!(&error, BundleError::DuplicateName { kind: found, .. } if *found == kind),
            "{array}: {error}"
        );
    }
    // The name of the top element is taken.
    assert_eq!(changed(&[("/vocabulary/parties/1/name", json!("*"))]).code(), "B0008");
}

#[test]
fn names_of_nothing_are_refused_with_their_path() {
    let cases = [
        (
            "/norms/0/provenance/location/file",
            NameKind::Source,
            "norms[0].provenance.location.file",
        ),
        (
            "/vocabulary/data_categories/1/parents/0",
            NameKind::Data,
            "vocabulary.data_categories[1].parents[0]",
        ),
        ("/norms/0/data/named/0", NameKind::Data, "norms[0].data.named[0]"),
        (
            "/leaf_sets/data_categories/2/0",
            NameKind::Data,
            "leaf_sets.data_categories[2][0]",
        ),
        (
            "/norms/4/transform/drop/0",
            NameKind::Data,
            "norms[4].transform.drop[0]",
        ),
        (
            "/norms/4/transform/generalise/0/to",
            NameKind::Data,
            "norms[4].transform.generalise[0].to",
        ),
        (
            "/vocabulary/linkings/0/from",
            NameKind::Data,
            "vocabulary.linkings[0].from",
        ),
        ("/policy/operator/party", NameKind::Party, "policy.operator.party"),
        ("/norms/0/parties/named/0", NameKind::Party, "norms[0].parties.named[0]"),
        (
            "/norms/8/purposes/except/0",
            NameKind::Purpose,
            "norms[8].purposes.except[0]",
        ),
        ("/tests/0/purpose", NameKind::Purpose, "tests[0].purpose"),
        (
            "/norms/3/requires/0/any_of/0",
            NameKind::Condition,
            "norms[3].requires[0].any_of[0]",
        ),
        (
            "/leaf_sets/conditions/0/0",
            NameKind::Condition,
            "leaf_sets.conditions[0][0]",
        ),
        ("/norms/3/clause_path/0", NameKind::Clause, "norms[3].clause_path[0]"),
        ("/norms/0/routes/0", NameKind::Route, "norms[0].routes[0]"),
        ("/tests/0/route", NameKind::Route, "tests[0].route"),
        (
            "/norms/6/unless/clauses/0",
            NameKind::Clause,
            "norms[6].unless.clauses[0]",
        ),
        (
            "/norms/8/priority_over/0",
            NameKind::Clause,
            "norms[8].priority_over[0]",
        ),
        ("/outline/2/parent", NameKind::Clause, "outline[2].parent"),
        (
            "/transfers_abroad/0/covers/0",
            NameKind::Clause,
            "transfers_abroad[0].covers[0]",
        ),
        (
            "/revisions/0/summary/0/covers/data_categories/0",
            NameKind::Data,
            "revisions[0].summary[0].covers.data_categories[0]",
        ),
        (
            "/revisions/0/acknowledgements/0/covers/clauses/0",
            NameKind::Clause,
            "revisions[0].acknowledgements[0].covers.clauses[0]",
        ),
        (
            "/document/blocks/1/runs/3/clause",
            NameKind::Clause,
            "document.blocks[1].runs[3].clause",
        ),
        (
            "/document/blocks/4/norms/0",
            NameKind::Norm,
            "document.blocks[4].norms[0]",
        ),
    ];
    for (pointer, kind, path) in cases {
        let error = changed(&[(pointer, json!("どこにもない"))]);
        let expected = BundleError::UnresolvedName {
            path: path.to_owned(),
            kind,
            name: "どこにもない".to_owned(),
        };
        assert_eq!(error, expected, "{pointer}");
    }
}

#[test]
fn containment_in_a_circle_is_named() {
    let error = changed(&[("/vocabulary/data_categories/0/parents", json!(["氏名"]))]);
    assert_eq!(
        error.message().ja,
        "包含関係が循環しています（`/vocabulary/data_categories`: 利用者情報 → 個人情報 → 氏名）"
    );
    let error = changed(&[("/vocabulary/purposes/0/parents", json!(["配送"]))]);
    assert!(matches!(error, BundleError::CyclicContainment { names, .. } if names == ["配送"]));
}

#[test]
fn values_that_mean_nothing_are_refused() {
    for (pointer, value, expected) in [
        ("/policy/dates/0/date", "2026-02-30", Wanted::Date),
        ("/policy/dates/0/date", "きのう", Wanted::Date),
        ("/document/blocks/0/date", "", Wanted::Date),
        ("/revisions/0/date", "2026-13-01", Wanted::Date),
        ("/revisions/0/acknowledgements/0/date", "先月", Wanted::Date),
        ("/revisions/0/kind", "established", Wanted::RevisionKind),
        ("/sources/0/sha256", "e3b0c4", Wanted::Sha256),
        ("/numbering/0/pattern", "条", Wanted::NumberPattern),
        ("/leaf_sets/data_categories/2/0", "個人情報", Wanted::Leaf),
        ("/outline/0/keyword", "編", Wanted::Keyword),
        ("/outline/0/kind", "section", Wanted::Keyword),
    ] {
        let error = changed(&[(pointer, json!(value))]);
        assert!(
            matches!(&error, BundleError::InvalidValue { expected: found, .. } if *found == expected),
            "{pointer}: {error}"
        );
    }
    let error = changed(&[("/norms/0/provenance/location/end_byte", json!(0))]);
    assert!(
        matches!(error, BundleError::InvalidValue { path, expected: Wanted::Range, .. }
        if path == "norms[0].provenance.location")
    );
    let error = changed(&[("/leaf_sets/data_categories/2/0", json!({"rest_of": "氏名"}))]);
    assert!(matches!(
        error,
        BundleError::InvalidValue {
            expected: Wanted::RestLeaf,
            ..
        }
    ));
}

#[test]
fn clauses_and_blocks_out_of_order_are_refused() {
    let document = sample_value();
    let item = index(&document, "/document/blocks", "block", "item");
    for (pointer, value) in [
        ("/outline/0/parent".to_owned(), json!("特約")),
        ("/outline/0/parent".to_owned(), json!("取得")),
        ("/document/blocks/1/depth".to_owned(), json!(1)),
        (format!("/document/blocks/{item}/depth"), json!(1)),
        (format!("/document/blocks/{item}/depth"), json!(9)),
        ("/document/blocks/2".to_owned(), json!({"block": "item", "depth": 0})),
        (
            format!("/document/blocks/{item}"),
            json!({"block": "contents", "depth": 2}),
        ),
    ] {
        let error = changed(&[(pointer.as_str(), value)]);
        assert!(matches!(error, BundleError::Misplaced { .. }), "{pointer}: {error}");
    }
}

#[test]
fn what_follows_from_other_parts_must_follow() {
    for (pointer, value, path) in [
        ("/norms/0/data/leaves", json!(1), "norms[0].data.leaves"),
        ("/norms/0/excluded_data", json!("*"), "norms[0].excluded_data"),
        ("/norms/7/parties/withheld", json!("*"), "norms[7].parties.leaves"),
        ("/norms/3/requires/0/leaves", json!("*"), "norms[3].requires[0].leaves"),
        (
            "/norms/3/clause_path",
            json!(["第三者提供.加盟店への提供"]),
            "norms[3].clause_path[0]",
        ),
        ("/norms/3/clause_path", json!([]), "norms[3].clause_path"),
        ("/norms/3/acts", json!(["provide", "provide"]), "norms[3].acts"),
        ("/outline/3/title_runs", json!(["題"]), "outline[3].title"),
        (
            "/processing_requirements/0/processing",
            json!("anonymised"),
            "processing_requirements[0].processing",
        ),
        (
            "/vocabulary/conditions/0/built_in/key",
            json!("legal_obligation"),
            "vocabulary.conditions[0].built_in.key",
        ),
        (
            "/vocabulary/parties/3/built_in",
            json!({}),
            "vocabulary.parties[3].location",
        ),
        ("/norms/4/transform/removes", json!("*"), "norms[4].transform.removes"),
        ("/policy/dates/0/date", json!("20240401"), "policy.dates[0].date"),
    ] {
        match changed(&[(pointer, value)]) {
            BundleError::Inconsistent { path: found } => assert_eq!(found, path, "{pointer}"),
            other => assert!(path.is_empty() && other.code() == "B0009", "{pointer}: {other}"),
        }
    }
    // A place cannot be in two lines.
    let location = sample_value()["norms"][3]["provenance"]["location"].clone();
    let mut elsewhere = location.clone();
    elsewhere["line"] = json!(1);
    let error = changed(&[
        ("/norms/0/provenance/location", location),
        ("/norms/3/provenance/location", elsewhere),
    ]);
    assert_eq!(error.code(), "B0013");
}

/// Two documents that say the same are the same: what a member says by standing is never what leaving it out says.
#[test]
fn there_is_one_way_to_say_a_thing() {
    let sample = sample_value();
    let set = |name: &str| sample["leaf_sets"][name].clone();
    let with = |name: &str, more: Value| {
        let mut sets = set(name);
        sets.as_array_mut().expect("sets").push(more);
        sets
    };
    for (pointer, value, path) in [
        (
            "/norms/3/provenance/location/file",
            json!("見本.policy"),
            "norms[3].provenance.location.file",
        ),
        (
            "/outline/3/title_runs",
            json!(["サービスの改善および新規開発"]),
            "outline[3].title_runs",
        ),
        // A set that nothing refers to, one that is there already, all leaves, and the longer of two ways.
        (
            "/leaf_sets/parties",
            with("parties", json!([{"rest_of": "第三者"}])),
            "leaf_sets.parties",
        ),
        (
            "/leaf_sets/parties",
            with("parties", set("parties")[0].clone()),
            "leaf_sets.parties",
        ),
        (
            "/leaf_sets/parties",
            with("parties", json!({"all_but": []})),
            "leaf_sets.parties",
        ),
        (
            "/leaf_sets/parties/0",
            json!({"all_but": ["加盟店", "海外配信社", {"rest_of": "第三者"}]}),
            "leaf_sets.parties[0]",
        ),
        ("/norms/3/data/withheld", json!(1), "norms[3].data.withheld"),
    ] {
        let error = changed(&[(pointer, value)]);
        assert!(
            matches!(&error, BundleError::Inconsistent { path: found } if found == path),
            "{pointer}: {error}"
        );
    }
    for (pointer, value) in [
        ("/norms/3/legal_basis", json!([])),
        ("/norms/3/data/open", json!(false)),
        ("/norms/3/retention_period", Value::Null),
        ("/outline/3/name", Value::Null),
        ("/notices", Value::Null),
        ("/document/blocks/0/clause", Value::Null),
        ("/policy/operator/address", Value::Null),
    ] {
        let error = changed(&[(pointer, value)]);
        assert!(matches!(&error, BundleError::WrongShape { .. }), "{pointer}: {error}");
    }
}

#[test]
fn a_set_of_another_graph_or_of_no_number_is_refused() {
    for number in [7, 4_294_967_295_u32] {
        let error = changed(&[("/norms/3/data/leaves", json!(number))]);
        let expected = BundleError::UnresolvedName {
            path: "norms[3].data.leaves".to_owned(),
            kind: NameKind::LeafSet,
            name: number.to_string(),
        };
        assert_eq!(error, expected);
    }
    for other in [json!("なし"), json!([0]), json!(1.5)] {
        assert_eq!(changed(&[("/norms/3/data/leaves", other)]).code(), "B0004");
    }
}

/// One big set and many references to it: the text is small, and what it describes is not.
#[test]
fn many_references_to_one_big_set_end_in_an_error() {
    let mut document = sample_value();
    let data = document["vocabulary"]["data_categories"]
        .as_array_mut()
        .expect("concepts");
    // Every second leaf has a second parent, so that what this contains is no range of leaves.
    data.push(json!({"name": "散在", "parents": [], "location": data[0]["location"]}));
    for leaf in 0..4_000 {
        let parents = if leaf % 2 == 0 {
            json!(["利用者情報"])
        } else {
            json!(["利用者情報", "散在"])
        };
        data.push(json!({"name": format!("葉{leaf}"), "parents": parents, "location": data[0]["location"]}));
    }
    let odd: Vec<Value> = (0..4_000)
        .filter(|leaf| leaf % 2 == 1)
        .map(|leaf| json!(format!("葉{leaf}")))
        .collect();
    let mut set = odd;
    set.push(json!({"rest_of": "散在"}));
    document["leaf_sets"]["data_categories"]
        .as_array_mut()
        .expect("sets")
        .push(json!(set));
    let mut norm = document["norms"][0].clone();
    norm["data"] = json!({"named": ["散在"], "leaves": 7});
    let named = |number: u32| {
        let mut more = norm.clone();
        more["key"] = json!(format!("規則{number}"));
        more
    };
    document["norms"] = (0..20_000).map(named).collect();
    document["document"] = json!({"title": "題"});
    let text = sealed(document);
    assert!(text.len() < 16 << 20, "{}", text.len());
    let error = refused(&text);
    assert!(
        matches!(
            error,
            BundleError::TooLarge {
                what: Excess::Containment,
                ..
            }
        ),
        "{error}"
    );
}

#[test]
fn an_absolute_path_is_refused() {
    let text = sample_bundle()
        .to_json()
        .replace("\"見本.policy\"", "\"/etc/見本.policy\"");
    let document: Value = serde_json::from_str(&text).expect("JSON");
    let error = refused(&sealed(document));
    assert!(matches!(error, BundleError::Inconsistent { path } if path == "sources[0].name"));
}

#[test]
fn deep_nesting_ends_in_an_error() {
    let deep = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    for depth in [100, 10_000, 1_000_000] {
        let text = format!("{{\"format\":{},\"norms\":[]}}", deep(depth));
        assert!(matches!(refused(&text).code(), "B0002" | "B0014"), "{depth}");
        let text = format!("{{\"format\":\"{FORMAT}\",\"norms\":{}}}", deep(depth));
        assert!(matches!(refused(&text).code(), "B0004" | "B0014"), "{depth}");
        let text = format!("{{\"format\":\"{FORMAT}\",\"other\":{}}}", deep(depth));
        assert_eq!(refused(&text).code(), "B0004", "{depth}");
        // Where the shape itself nests: stress in stress.
        let strong = "{\"run\":\"strong\",\"words\":[".repeat(depth);
        let text = sample_bundle()
            .to_json()
            .replacen("\"runs\":[", &format!("\"runs\":[{strong}"), 1);
        assert!(matches!(refused(&text).code(), "B0001" | "B0014"), "{depth}");
    }
}

#[test]
fn a_page_nested_too_deep_is_refused() {
    let plain = |depth: u32| json!({"block": "plain", "depth": depth});
    let nested = |count: u32| {
        let mut document = sample_value();
        document["document"]["blocks"] = (0..count).map(plain).collect();
        Bundle::from_json(&sealed(document))
    };
    assert!(nested(200).is_ok());
    for count in [300, 10_000] {
        let Err(BundleError::TooLarge {
            what: Excess::Nesting,
            path,
        }) = nested(count)
        else {
            panic!("{count} levels were read");
        };
        assert_eq!(path, "document.blocks[257]");
    }
}

#[test]
fn a_small_text_cannot_describe_enormous_sets() {
    // Every second leaf lies below a chain, each link of which would have a range for each of them.
    let mut document = sample_value();
    let mut data = document["vocabulary"]["data_categories"]
        .as_array()
        .cloned()
        .expect("concepts");
    let concept = |name: String, parents: Vec<String>| json!({"name": name, "parents": parents, "built_in": {}});
    for link in 0..6_000 {
        data.push(concept(
            format!("鎖{link}"),
            (link > 0).then(|| format!("鎖{}", link - 1)).into_iter().collect(),
        ));
    }
    for leaf in 0..6_000 {
        let parents = match leaf % 2 {
            0 => vec!["利用者情報".to_owned()],
            _ => vec!["利用者情報".to_owned(), "鎖5999".to_owned()],
        };
        data.push(concept(format!("葉{leaf}"), parents));
    }
    document["vocabulary"]["data_categories"] = Value::Array(data);
    let error = refused(&sealed(document));
    assert!(
        matches!(
            error,
            BundleError::TooLarge {
                what: Excess::Containment,
                ..
            }
        ),
        "{error}"
    );
}

#[test]
fn titles_that_multiply_are_refused() {
    let mut document = sample_value();
    let reference = |clause: &str| json!({"run": "reference", "clause": clause, "part": "full"});
    let clauses = document["outline"].as_array_mut().expect("clauses");
    let anchors: Vec<String> = clauses
        .iter()
        .filter_map(|one| one["anchor"].as_str().map(str::to_owned))
        .collect();
    for clause in clauses {
        clause["title_runs"] = (0..200)
            .map(|index| reference(&anchors[index % anchors.len()]))
            .collect();
    }
    let error = refused(&sealed(document));
    assert!(
        matches!(
            error,
            BundleError::TooLarge {
                what: Excess::References,
                ..
            }
        ),
        "{error}"
    );
}

#[test]
fn a_hundred_megabytes_end_in_an_error() {
    const SIZE: usize = 100 << 20;
    assert_eq!(refused(&"[".repeat(SIZE)).code(), "B0014");
    assert_eq!(refused(&"1".repeat(SIZE)).code(), "B0006");
    let text = format!("{{\"format\":\"{FORMAT}\",\"digest\":\"{}\"}}", "情".repeat(SIZE / 3));
    assert_eq!(refused(&text).code(), "B0004");
    let text = format!("{{\"format\":\"{FORMAT}\",\"norms\":[{}0]}}", "0,".repeat(SIZE / 2));
    assert_eq!(refused(&text).code(), "B0004");
}

#[test]
fn every_error_has_a_code_of_its_own_and_words_in_both_languages() {
    let at = hoshin::internals::bundle::JsonPlace { line: 3, column: 7 };
    let path = || "norms[0]".to_owned();
    let word = || "値".to_owned();
    let errors = [
        BundleError::NotJson { at, truncated: false },
        BundleError::NotABundle,
        BundleError::OtherVersion { found: word() },
        BundleError::WrongShape {
            at,
            path: path(),
            problem: Shape::Missing(word()),
        },
        BundleError::UnknownWord {
            at,
            path: path(),
            word: word(),
        },
        BundleError::OutOfRange { at, path: path() },
        BundleError::OnlyRuntime,
        BundleError::DigestMismatch {
            stated: word(),
            computed: word(),
        },
        BundleError::DuplicateName {
            path: path(),
            kind: NameKind::Data,
            name: word(),
        },
        BundleError::UnresolvedName {
            path: path(),
            kind: NameKind::Party,
            name: word(),
        },
        BundleError::CyclicContainment {
            path: path(),
            names: vec![word()],
        },
        BundleError::InvalidValue {
            path: path(),
            value: word(),
            expected: Wanted::Date,
        },
        BundleError::Misplaced { path: path() },
        BundleError::Inconsistent { path: path() },
        BundleError::TooLarge {
            path: path(),
            what: Excess::Text,
        },
    ];
    let codes: std::collections::BTreeSet<&str> = errors.iter().map(BundleError::code).collect();
    assert_eq!(codes.len(), errors.len());
    for error in errors {
        let message = error.message();
        assert!(message.ja.chars().any(|c| ('ぁ'..='ん').contains(&c)), "{}", message.ja);
        // Names are Japanese in either language.
        assert!(
            !message.en.replace('値', "").chars().any(|c| c as u32 > 0x7f),
            "{}",
            message.en
        );
        assert!(!message.ja.ends_with('。') && !message.en.ends_with('.'));
        assert!(error.to_string().starts_with(error.code()));
    }
}

/// Takes the document at random places to pieces: a value goes, comes twice, or becomes another value of the document.
fn mutate(document: &mut Value, places: &[String], (what, at, other): (u8, usize, usize)) {
    let pointer = &places[at % places.len()];
    let replacement = match what % 8 {
        0 => Value::Null,
        1 => json!("*"),
        2 => json!(0),
        3 => json!([]),
        4 => json!("個人情報"),
        _ => document
            .pointer(&places[other % places.len()])
            .cloned()
            .unwrap_or(Value::Null),
    };
    let Some((parent, last)) = pointer.rsplit_once('/') else {
        return;
    };
    match document.pointer_mut(parent) {
        Some(Value::Array(items)) if what % 3 == 0 && !items.is_empty() => {
            let index = last.parse::<usize>().unwrap_or(0) % items.len();
            match what % 2 {
                0 => drop(items.remove(index)),
                _ => items.insert(index, items[index].clone()),
            }
        }
        Some(_) => {
            if let Some(place) = document.pointer_mut(pointer) {
                *place = replacement;
            }
        }
        None => {}
    }
}

fn pointers(value: &Value, here: String, all: &mut Vec<String>) {
    match value {
        Value::Object(members) => members
            .iter()
            .for_each(|(key, one)| pointers(one, format!("{here}/{key}"), all)),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .for_each(|(index, one)| pointers(one, format!("{here}/{index}"), all)),
        _ => {}
    }
    all.push(here);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_document_taken_to_pieces_is_refused_or_sound(
        mutations in proptest::collection::vec((any::<u8>(), any::<usize>(), any::<usize>()), 1..4)
    ) {
        let mut document = sample_value();
        let mut places = Vec::new();
        pointers(&document, String::new(), &mut places);
        for mutation in mutations {
            mutate(&mut document, &places, mutation);
        }
        if !document.is_object() {
            return Ok(());
        }
        if let Ok(bundle) = Bundle::from_json(&sealed(document)) {
            // What was read stands for a policy that says the same.
            let read = Bundle::from_json(&bundle.to_json());
            prop_assert_eq!(read.as_ref(), Ok(&bundle));
            let policy = bundle.to_policy();
            prop_assert!(policy.is_ok());
            if let Ok(policy) = policy {
                let again = Bundle::from_policy(&policy, &bundle.places());
                prop_assert_eq!(&again.contents().norms, &bundle.contents().norms);
                prop_assert_eq!(&again.contents().vocabulary, &bundle.contents().vocabulary);
                prop_assert_eq!(&again.contents().document, &bundle.contents().document);
            }
        }
    }

    #[test]
    fn a_text_with_wrong_characters_is_refused(at in any::<prop::sample::Index>(), c in any::<char>()) {
        let json = sample_bundle().to_json();
        let mut characters: Vec<char> = json.chars().collect();
        let at = at.index(characters.len());
        characters[at] = c;
        let text: String = characters.into_iter().collect();
        // A blank for a blank leaves it the bundle it was.
        match Bundle::from_json(&text) {
            Ok(bundle) => prop_assert_eq!(bundle.to_json(), json),
            Err(error) => prop_assert!(!error.message().ja.is_empty()),
        }
    }
}
