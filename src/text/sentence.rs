//! Sentences as tables: one line for each, Japanese and English side by side, apart from what finds the facts.
//!
//! A room keeps its sentences in tables ([`sentences!`]). Whoever finds a fault holds the facts in types that say what they are
//! ([`Clause`], [`Items`], …), chooses the sentence and hands them over. A sentence is whole: what a branch would join or
//! conjugate is a line of its own, so that a table can be read aloud. Tests read all of them with examples of the facts.

use std::borrow::Cow;

/// A fact that a sentence quotes, in both languages. It holds nothing that cannot be seen: what may come from a stranger stands
/// in it as code points.
pub(crate) trait Part {
    /// As it stands in Japanese.
    fn ja(&self) -> Cow<'_, str>;
    /// As it stands in English: as in Japanese, unless it says otherwise.
    fn en(&self) -> Cow<'_, str> {
        self.ja()
    }
    /// An example, to read sentences with: another for each place in a sentence.
    #[cfg(test)]
    fn sample(at: usize) -> Self
    where
        Self: Sized;
}

/// Declares a table of sentences. Each is a function of its facts; `samples` gives all of them with examples.
macro_rules! sentences {
    ($($name:ident($($part:ident: $kind:ty),* $(,)?) = $ja:literal, $en:literal;)+) => {
        $(
            #[doc = $ja]
            pub(crate) fn $name($($part: &$kind),*) -> $crate::text::Text {
                let ja = {
                    $(let $part = $crate::text::sentence::Part::ja($part); let _ = &$part;)*
                    std::fmt::format(format_args!($ja))
                };
                let en = {
                    $(let $part = $crate::text::sentence::Part::en($part); let _ = &$part;)*
                    std::fmt::format(format_args!($en))
                };
                $crate::text::Text::of_visible(ja, en)
            }
        )+

        /// Every sentence of the table by its name, with examples of its facts.
        #[cfg(test)]
        pub(crate) fn samples() -> Vec<(&'static str, $crate::text::Text)> {
            vec![$({
                let mut place = 0..;
                let mut next = || place.next().unwrap_or_default();
                let _ = &mut next;
                let text = $name($(&<$kind as $crate::text::sentence::Part>::sample(next())),*);
                (stringify!($name), text)
            }),+]
        }
    };
}

pub(crate) use sentences;

/// Declares kinds of facts that are the same words in both languages, each with examples.
macro_rules! alike {
    ($($(#[$doc:meta])* $kind:ident = [$($sample:literal),+];)+) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
            pub(crate) struct $kind(pub(crate) String);

            impl $crate::text::sentence::Part for $kind {
                fn ja(&self) -> std::borrow::Cow<'_, str> {
                    crate::characters::shown(&self.0)
                }

                #[cfg(test)]
                fn sample(at: usize) -> Self {
                    let samples = [$($sample),+];
                    Self(samples[at % samples.len()].to_owned())
                }
            }
        )+
    };
}

pub(crate) use alike;

/// Declares kinds of facts that each language puts in its own words, each with examples.
macro_rules! worded {
    ($($(#[$doc:meta])* $kind:ident = [$(($ja:literal, $en:literal)),+ $(,)?];)+) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, PartialEq, Eq)]
            pub(crate) struct $kind(pub(crate) $crate::text::Text);

            impl $crate::text::sentence::Part for $kind {
                fn ja(&self) -> std::borrow::Cow<'_, str> {
                    std::borrow::Cow::Borrowed(&self.0.ja)
                }

                fn en(&self) -> std::borrow::Cow<'_, str> {
                    std::borrow::Cow::Borrowed(&self.0.en)
                }

                #[cfg(test)]
                fn sample(at: usize) -> Self {
                    let samples = [$(($ja, $en)),+];
                    let (ja, en) = samples[at % samples.len()];
                    Self($crate::text::Text::new(ja, en))
                }
            }
        )+
    };
}

pub(crate) use worded;

alike! {
    /// The name of one thing, without quotation marks.
    Name = ["氏名", "個人情報"];
    /// Names of clauses as a source lists them.
    Listed = ["加盟店への提供、委託先への提供"];
    /// What stands in a source, as it is written there.
    Written = ["氏名", "個人情報", "第3条", "加盟店"];
    /// The name of a source, or what a source calls another.
    File = ["privacy.policy", "../vocabulary.policy"];
    /// The size that something may have.
    Size = ["64 MiB"];
}

worded! {
    /// A clause as it is cited, or the proviso of one.
    Clause = [
        ("3.(1)「加盟店への提供」", "3.(1)「加盟店への提供」"),
        ("5.(2)「第三者への提供の禁止」", "5.(2)「第三者への提供の禁止」"),
    ];
    /// Several clauses.
    Clauses = [("3.(1)「加盟店への提供」、3.(2)「委託先への提供」", "3.(1)「加盟店への提供」, 3.(2)「委託先への提供」")];
    /// Some data, each in quotation marks where the language has it so.
    Items = [("「氏名」「住所」", "氏名 and 住所"), ("「電話番号」", "電話番号")];
    /// Some parties, likewise.
    Parties = [("「加盟店」「運送会社」", "加盟店 and 運送会社")];
    /// Some purposes, likewise.
    Purposes = [("「配送」「案内」", "配送 and 案内"), ("「統計」", "統計")];
    /// Some conditions, likewise.
    Conditions = [("「同意」", "同意"), ("「法令」「公衆衛生」", "法令 and 公衆衛生")];
    /// The titles of some clauses, likewise.
    Titles = [("「加盟店への提供」「委託先への提供」", "加盟店への提供 and 委託先への提供")];
    /// A request up to its verb, which stands at its end in Japanese and at its head in English.
    Request = [("「配送」の目的で「氏名」を「加盟店」に提供する", "providing `氏名` to `加盟店` for `配送`")];
    /// An act as a noun.
    ActName = [("提供", "provide")];
    /// Dimensions of requests.
    Dimensions = [("情報・目的", "data, purpose"), ("相手", "party"), ("条件", "conditions")];
}

impl Part for usize {
    fn ja(&self) -> Cow<'_, str> {
        Cow::Owned(self.to_string())
    }

    #[cfg(test)]
    fn sample(at: usize) -> Self {
        12 + at
    }
}

#[cfg(test)]
mod tests;
