//! What is said of findings and names that are not shown.

use std::borrow::Cow;

use super::code::Code;
use crate::text::sentence::{Part, sentences, worded};

worded! {
    /// The first of several names.
    FirstNames = [("氏名、住所", "氏名, 住所")];
}

impl Part for Code {
    fn ja(&self) -> Cow<'_, str> {
        Cow::Borrowed(self.name())
    }

    #[cfg(test)]
    fn sample(_at: usize) -> Self {
        Self::H0106
    }
}

sentences! {
    and_more(names: FirstNames, count: usize) =
        "{names} ほか {count} 件",
        "{names} and {count} more";
    one_place_unmarked() =
        "関係する箇所は、ほか 1 か所あります",
        "1 more place is not marked";
    places_unmarked(count: usize) =
        "関係する箇所は、ほか {count} か所あります",
        "{count} more places are not marked";
    one_finding_unlisted(code: Code) =
        "このファイルには、同じ {code} の指摘がほか 1 件あります",
        "1 more finding of {code} in this file is not listed";
    findings_unlisted(code: Code, count: usize) =
        "このファイルには、同じ {code} の指摘がほか {count} 件あります",
        "{count} more findings of {code} in this file are not listed";
    one_finding_too_many() =
        "ほか 1 件の指摘は、多すぎるため示していません（件数には数えています）",
        "1 more finding is too many to list; it is counted";
    findings_too_many(count: usize) =
        "ほか {count} 件の指摘は、多すぎるため示していません（件数には数えています）",
        "{count} more findings are too many to list; they are counted";
}
