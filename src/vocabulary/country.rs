//! Countries, however a policy writes them: 米国 and アメリカ合衆国 are one.

#[cfg(feature = "compile")]
mod mentioned;
mod table;

use std::collections::HashMap;
use std::sync::LazyLock;

use self::table::{COUNTRIES, REGIONS};
use crate::characters;
#[cfg(feature = "compile")]
pub use mentioned::{Mention, mentioned};

/// 国名 of a party whose country cannot be told (個人情報保護法施行規則17条3項).
pub const UNKNOWN_COUNTRY: &str = "特定不能";

/// Where the operator is.
const HOME: &str = "JP";

/// A country or territory.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country {
    /// ISO 3166-1 alpha-2.
    pub code: &'static str,
    /// Its names in Japanese, the one to show first.
    pub names: &'static [&'static str],
}

impl Country {
    /// Whether it is no foreign country.
    #[must_use]
    pub fn is_home(self) -> bool {
        self.code == HOME
    }
}

/// What a name of a place on earth stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Named {
    /// A country.
    Country(Country),
    /// Several: EU.
    Region(Vec<Country>),
}

static NAMES: LazyLock<HashMap<String, Named>> = LazyLock::new(|| {
    let all = countries().flat_map(|country| country.names.iter().map(move |name| (*name, Named::Country(country))));
    let regions = REGIONS.iter().flat_map(|(names, groups)| {
        let codes: Vec<&str> = groups.iter().flat_map(|group| group.iter().copied()).collect();
        let members: Vec<Country> = countries().filter(|country| codes.contains(&country.code)).collect();
        names.iter().map(move |name| (*name, Named::Region(members.clone())))
    });
    all.chain(regions).map(|(name, named)| (fold(name), named)).collect()
});

/// All countries, in the order of their codes.
pub fn countries() -> impl Iterator<Item = Country> {
    COUNTRIES.iter().map(|(code, names)| Country { code, names })
}

/// What a name stands for. Width and the marks between its parts do not count.
#[must_use]
pub fn named(name: &str) -> Option<&'static Named> {
    NAMES.get(&fold(name))
}

/// The country of this name.
#[must_use]
pub fn country(name: &str) -> Option<Country> {
    match named(name) {
        Some(Named::Country(country)) => Some(*country),
        _ => None,
    }
}

/// By what a country is known, however it is written: its first name; what is no country's by itself.
#[must_use]
pub fn country_key(name: &str) -> String {
    country(name).map_or_else(|| fold(name), |country| country.names[0].to_owned())
}

/// All that a country may be called; what is no country's name, by itself.
#[must_use]
pub fn country_names(name: &str) -> Vec<String> {
    let known = country(name).map_or(&[][..], |country| country.names);
    let mut names = vec![name.to_owned()];
    names.extend(
        known
            .iter()
            .filter(|known| **known != name)
            .map(|known| (*known).to_owned()),
    );
    names
}

fn fold(name: &str) -> String {
    let marks = ['・', '･', '＝', '=', ' ', '　'];
    characters::key(name).chars().filter(|c| !marks.contains(c)).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_name_is_that_of_two() {
        let mut seen = BTreeSet::new();
        let mut codes = BTreeSet::new();
        for country in countries() {
            assert!(codes.insert(country.code), "{}", country.code);
            assert!(country.code.len() == 2 && country.code.chars().all(|c| c.is_ascii_uppercase()));
            for name in country.names {
                assert!(seen.insert(fold(name)), "{name}");
            }
        }
        for (names, groups) in REGIONS {
            assert!(names.iter().all(|name| seen.insert(fold(name))), "{names:?}");
            assert!(
                groups
                    .iter()
                    .flat_map(|group| group.iter())
                    .all(|code| codes.contains(code)),
                "{names:?}"
            );
        }
        // ISO 3166-1, and コソボ.
        assert_eq!(codes.len(), 249 + 1);
    }

    #[test]
    fn one_country_has_many_names() {
        for (one, other) in [
            ("米国", "アメリカ合衆国"),
            ("アメリカ", "米国"),
            ("英国", "イギリス"),
            ("韓国", "大韓民国"),
            ("シンガポール", "シンガポール共和国"),
            ("ボスニアヘルツェゴビナ", "ボスニア・ヘルツェゴビナ"),
            ("ビルマ", "ミャンマー"),
            ("ＵＡＥ", "アラブ首長国連邦"),
        ] {
            assert!(country(one).is_some(), "{one}");
            assert_eq!(country_key(one), country_key(other));
        }
        for (one, other) in [
            ("コンゴ共和国", "コンゴ民主共和国"),
            ("ドミニカ国", "ドミニカ共和国"),
            ("ギニア", "赤道ギニア"),
            ("中国", "台湾"),
            ("サモア", "米領サモア"),
        ] {
            assert_ne!(country_key(one), country_key(other));
        }
        assert_eq!(country("見本国"), None);
        assert!(country("日本").is_some_and(Country::is_home));
    }

    #[test]
    fn a_region_has_members() {
        let Some(Named::Region(members)) = named("ＥＵ") else {
            panic!("EU is a region")
        };
        assert_eq!(members.len(), 27);
        let Some(Named::Region(members)) = named("欧州経済領域") else {
            panic!("EEA is a region")
        };
        assert_eq!(members.len(), 30);
        assert_eq!(country("EU"), None);
    }
}
