//! Bundles of compiled sources.

use std::collections::BTreeMap;
use std::path::PathBuf;

use hoshin::internals::bundle::{Bundle, schema};
use hoshin::internals::compile::{Compilation, LoadError, Loaded, Loader, Options, compile};
use serde_json::Value;

const SHOP: &str = include_str!("../fixtures/bundle/見本商店.policy");

/// Sources by name.
struct Sources(BTreeMap<&'static str, &'static str>);

impl Loader for Sources {
    fn load(&mut self, _importer: &str, path: &str) -> Result<Loaded, LoadError> {
        let (name, text) = self.0.get_key_value(path).ok_or(LoadError::NotFound)?;
        Ok(Loaded {
            name: (*name).to_owned(),
            bytes: text.as_bytes().to_vec(),
        })
    }
}

fn compiled(name: &str, text: &str) -> Compilation {
    let mut imports = Sources(BTreeMap::from([
        ("語彙/情報.policy", "情報 個人情報 {\n  ・氏名\n}\n"),
        ("共通.policy", "主体 加盟店\n"),
    ]));
    let compilation = compile(name, text.as_bytes().to_vec(), &mut imports, &Options::default());
    let errors: Vec<&str> = compilation
        .diagnostics
        .iter()
        .filter(|one| one.level == hoshin::internals::diagnostic::Level::Error)
        .map(|one| one.message.ja.as_str())
        .collect();
    assert_eq!(errors, [] as [&str; 0]);
    compilation
}

fn bundle(name: &str, text: &str) -> Bundle {
    let compilation = compiled(name, text);
    Bundle::from_policy(compilation.policy.as_ref().expect("a policy"), &compilation.sources)
}

#[test]
fn a_compiled_policy_reads_back() {
    let compilation = compiled("見本商店.policy", SHOP);
    let policy = compilation.policy.expect("a policy");
    let bundle = Bundle::from_policy(&policy, &compilation.sources);
    assert_eq!(Bundle::from_json(&bundle.to_json()).as_ref(), Ok(&bundle));
    let again = bundle.to_policy();
    assert_eq!(again.as_ref(), Ok(&policy));
    assert_eq!(
        again.map(|again| Bundle::from_policy(&again, &bundle.places())),
        Ok(bundle)
    );
}

#[test]
fn a_compiled_bundle_is_valid() {
    let schema: Value = serde_json::from_str(&schema()).expect("JSON");
    let document: Value = serde_json::from_str(&bundle("見本商店.policy", SHOP).to_json()).expect("JSON");
    let error = jsonschema::validate(&schema, &document).err();
    assert_eq!(error.map(|error| error.to_string()), None);
}

#[test]
fn the_same_source_gives_the_same_bytes_wherever_it_lies() {
    let here = bundle("見本商店.policy", SHOP).to_json();
    for name in [
        "/srv/方針/見本商店.policy",
        "../見本商店.policy",
        "C:\\方針\\見本商店.policy",
    ] {
        let there = std::thread::spawn(move || bundle(name, SHOP).to_json())
            .join()
            .expect("a bundle");
        assert!(there == here, "{name}");
    }
}

#[test]
fn what_an_import_declares_lies_in_the_import() {
    let text = "取込 \"語彙/情報.policy\"\n取込 \"共通.policy\"\n目的 配送\n方針「題」{\n  事業者 当社「株式会社見本商店」\n  \
                章 提供「提供」{\n    提供 店「店への提供」{\n      提供先［加盟店］\n      項目［氏名］\n      目的［配送］\n    }\n  }\n}\n";
    let bundle = bundle("main.policy", text);
    let contents = bundle.contents();
    let names: Vec<&str> = contents.sources.iter().map(|source| source.name.as_str()).collect();
    assert_eq!(names, ["main.policy", "語彙/情報.policy", "共通.policy"]);
    let place = |concept: &hoshin::internals::bundle::v1::Concept| {
        let location = concept.location.as_ref().expect("a place");
        let file = location.file.clone().expect("not the main source");
        (file, location.line.get(), location.column.get())
    };
    let data: Vec<_> = contents.vocabulary.data_categories.iter().map(place).collect();
    assert_eq!(
        data,
        [
            ("語彙/情報.policy".to_owned(), 1, 4),
            ("語彙/情報.policy".to_owned(), 2, 4)
        ]
    );
    assert_eq!(Bundle::from_json(&bundle.to_json()).as_ref(), Ok(&bundle));
}

/// Imports as the command line finds them, without its checks.
struct Folder;

impl Loader for Folder {
    fn load(&mut self, importer: &str, path: &str) -> Result<Loaded, LoadError> {
        let mut name = PathBuf::from(importer);
        name.set_file_name(path);
        Ok(Loaded {
            name: name.to_string_lossy().into_owned(),
            bytes: std::fs::read(&name).map_err(|_| LoadError::NotFound)?,
        })
    }
}

/// A policy of this repository, with its imports.
pub(super) fn compiled_from_disk(name: &str) -> Compilation {
    let text = std::fs::read(name).expect("the example is there");
    compile(name, text, &mut Folder, &Options::default())
}

#[test]
fn the_examples_read_back() {
    for name in ["examples/shop/privacy.policy", "examples/group/privacy.policy"] {
        let compilation = compiled_from_disk(name);
        let policy = compilation.policy.expect("the example compiles");
        let bundle = Bundle::from_policy(&policy, &compilation.sources);
        let files: Vec<&str> = bundle.contents().sources.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(files, ["privacy.policy", "../vocabulary.policy"]);
        assert_eq!(Bundle::from_json(&bundle.to_json()).as_ref(), Ok(&bundle));
        // The names of the sources are told from the main one's folder, everything else is as it was.
        let mut expected = policy;
        for (source, name) in expected.sources.iter_mut().zip(files) {
            *source = name.to_owned();
        }
        assert_eq!(bundle.to_policy(), Ok(expected), "{name}");
    }
}

#[test]
fn what_the_shop_says_is_in_its_bundle() {
    let document: Value = serde_json::from_str(&bundle("見本商店.policy", SHOP).to_json()).expect("JSON");
    let norms = document["norms"].as_array().expect("norms");
    let find = |key: &str| norms.iter().find(|norm| norm["key"] == key).expect("the norm");
    let principle = find("第三者提供.原則");
    assert_eq!(principle["effect"], "forbid");
    assert_eq!(
        principle["unless"]["clauses"],
        serde_json::json!(["第三者提供.加盟店への提供"])
    );
    assert_eq!(
        principle["unless"]["conditions"]["any_of"],
        serde_json::json!(["法令", "同意"])
    );
    assert_eq!(
        principle["provenance"]["wording"],
        "当社は、上記のほか、法令に基づく場合または同意がある場合を除き、個人情報を第三者に提供しません。"
    );
    let raw = find("第三者提供.加盟店への提供");
    assert_eq!(raw["data"]["inferred"], true);
    let leaves = raw["data"]["leaves"].as_u64().expect("a number") as usize;
    assert_eq!(
        document["leaf_sets"]["data_categories"][leaves],
        serde_json::json!(["氏名", "住所"])
    );
    let processed = find("第三者提供.加盟店への提供#2");
    assert_eq!(processed["processing"], "deidentified");
    assert_eq!(
        processed["transform"]["generalise"],
        serde_json::json!([{"from": "生年月日", "to": "年代"}])
    );
    let rider = find("特約.要配慮の制限");
    assert_eq!((&rider["effect"], &rider["rank"]), (&"limit".into(), &"rider".into()));
    assert_eq!(rider["purposes"]["except"], serde_json::json!(["配送"]));
    assert_eq!(document["policy"]["operator"]["official_name"], "株式会社見本商店");
    assert_eq!(
        document["policy"]["dates"][1],
        serde_json::json!({"kind": "last_revised", "date": "2026-04-01"})
    );
    let kinds: Vec<&Value> = document["notices"]
        .as_array()
        .map(|notices| notices.iter().map(|notice| &notice["kind"]).collect())
        .unwrap_or_default();
    assert_eq!(kinds, ["data_subject_rights", "contact"]);
    let paragraph = document["outline"]
        .as_array()
        .and_then(|clauses| clauses.iter().find(|clause| clause["anchor"] == "請求.請求の方法"))
        .expect("the named paragraph");
    assert_eq!(
        (&paragraph["kind"], &paragraph["keyword"]),
        (&"paragraph".into(), &"段落".into())
    );
    let linking = &document["vocabulary"]["linkings"][0];
    assert_eq!(
        (&linking["from"], &linking["to"]),
        (&"閲覧履歴".into(), &"個人情報".into())
    );
}
