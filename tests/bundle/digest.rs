//! The digest is the one that anybody computes who has the standard.

use hoshin::internals::bundle::v1::FORMAT;
use hoshin::internals::bundle::{Bundle, BundleError};
use proptest::prelude::*;
use serde_json::Value;

use super::{canonical, independent_digest, sample_bundle, sample_value};
use crate::support::arbitrary::policies;

#[test]
fn the_digest_is_the_one_of_the_standard() {
    assert_eq!(sample_bundle().digest(), independent_digest(&sample_value()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn any_digest_is_the_one_of_two_other_implementations((policy, sources) in policies()) {
        let bundle = Bundle::from_policy(&policy, &sources);
        let mut document: Value = serde_json::from_str(&bundle.to_json()).expect("JSON");
        prop_assert_eq!(bundle.digest(), independent_digest(&document));
        if let Some(members) = document.as_object_mut() {
            members.remove("digest");
        }
        let library = serde_json_canonicalizer::to_string(&document).expect("canonical JSON");
        prop_assert_eq!(library, canonical(&document));
    }
}

#[test]
fn the_canonicaliser_of_these_tests_does_the_example_of_the_standard() {
    // RFC 8785, section 3.2.3, the property names; without its numbers, which have fractions.
    let value: Value = serde_json::from_str(
        r#"{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew","1":"One","\ud83d\ude00":"Emoji","\u0080":"Control","\u00f6":"o"}"#,
    )
    .expect("JSON");
    assert_eq!(
        canonical(&value),
        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u{80}\":\"Control\",\"ö\":\"o\",\"€\":\"Euro Sign\",\"😀\":\"Emoji\",\"\u{fb33}\":\"Hebrew\"}"
    );
}

#[test]
fn a_bundle_sealed_by_another_program_is_read() {
    // Its digest was computed by tests/fixtures/bundle/seal.py.
    let text = include_str!("../fixtures/bundle/small.json");
    let document: Value = serde_json::from_str(text).expect("JSON");
    let digest = independent_digest(&document);
    assert_eq!(document["digest"], Value::String(digest.clone()));
    assert_eq!(
        digest,
        "sha256:0b8a387b2e1d53c5d171569e303f05777166e66fa78eb221e8eca15605a62deb"
    );
    // It may have been written for an earlier draft of the same shape: it is of this one, sealed as it was.
    let mut renewed = document.clone();
    renewed["format"] = FORMAT.into();
    let renewed_digest = independent_digest(&renewed);
    let format = document["format"].as_str().expect("a format");
    let text = text.replace(format, FORMAT).replace(&digest, &renewed_digest);
    let bundle = Bundle::from_json(&text).expect("a bundle");
    assert_eq!(bundle.digest(), renewed_digest);
    assert_eq!(bundle.to_pretty_json(), text);
}

#[test]
fn layout_and_order_of_members_do_not_matter() {
    let bundle = sample_bundle();
    // `Value` writes its members in alphabetical order.
    let other = sample_value().to_string();
    assert_ne!(other, bundle.to_json());
    assert_eq!(Bundle::from_json(&other).as_ref(), Ok(&bundle));
    assert_eq!(Bundle::from_json(&bundle.to_pretty_json()), Ok(bundle));
}

#[test]
fn a_changed_word_breaks_the_seal() {
    let json = sample_bundle().to_json();
    let changed = json.replace("\"effect\":\"forbid\"", "\"effect\":\"permit\"");
    assert_ne!(changed, json);
    assert!(matches!(
        Bundle::from_json(&changed),
        Err(BundleError::DigestMismatch { .. })
    ));
}
