//! How a table of codes is declared: a row a code, of which everything that knows the codes is made.
//!
//! There are two: [`Code`](super::Code) for what is wrong with a policy, and that of the command line. A row names the
//! number, its English name, its level, the release that introduced it and its Japanese title; its page is
//! `docs/diagnostics/NUMBER.md`. A number is never used again: what is taken out of a table is retired in it, with the
//! reason, and a number that stands there twice does not compile.

use crate::diagnostic::level::Level;

/// What is known of a code.
#[derive(Debug)]
pub(crate) struct Row {
    /// The code as shown: `H0201`.
    pub(crate) name: &'static str,
    /// The fault's name in kebab case: `unresolved-name`.
    pub(crate) slug: &'static str,
    /// The level it has unless a run raises it.
    pub(crate) level: Level,
    /// The release that introduced it.
    #[cfg_attr(
        not(any(test, feature = "internals")),
        expect(dead_code, reason = "for docs/codes.md, which a test writes")
    )]
    pub(crate) since: &'static str,
    /// The fault in a few Japanese words.
    pub(crate) title: &'static str,
    /// Its documented page, in Markdown.
    pub(crate) page: &'static str,
}

/// Declares a table. Where all codes are of one level, it stands behind the name of the table: `enum CliCode: Error`.
macro_rules! declare_codes {
    (
        $(#[$doc:meta])*
        pub enum $table:ident: $level:ident {
            $($code:ident = $slug:literal, since $since:literal, $title:literal;)+
        }
        retired { $($retired:ident = $why:literal,)* }
    ) => {
        $crate::diagnostic::code::declare::declare_codes! {
            $(#[$doc])*
            pub enum $table {
                $($code = $slug, $level, since $since, $title;)+
            }
            retired { $($retired = $why,)* }
        }
    };
    (
        $(#[$doc:meta])*
        pub enum $table:ident {
            $($code:ident = $slug:literal, $level:ident, since $since:literal, $title:literal;)+
        }
        retired { $($retired:ident = $why:literal,)* }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $table {
            $(#[doc = $title] $code,)+
        }

        /// Every number that was ever given: one that is given again does not compile.
        const _: () = {
            #[expect(dead_code, reason = "only its names matter")]
            enum Numbers {
                $($code,)+
                $($retired,)*
            }
        };

        impl $table {
            /// Every code, in order.
            pub const ALL: &'static [Self] = &[$(Self::$code),+];

            /// Every number that stands for nothing any more, and why.
            #[cfg(any(test, feature = "internals"))]
            pub const RETIRED: &'static [(&'static str, &'static str)] = &[$((stringify!($retired), $why)),*];

            /// What is known of it.
            pub(crate) fn row(self) -> &'static $crate::diagnostic::code::declare::Row {
                match self {
                    $(Self::$code => &$crate::diagnostic::code::declare::Row {
                        name: stringify!($code),
                        slug: $slug,
                        level: $crate::diagnostic::Level::$level,
                        since: $since,
                        title: $title,
                        page: include_str!(concat!(
                            env!("CARGO_MANIFEST_DIR"), "/docs/diagnostics/", stringify!($code), ".md"
                        )),
                    },)+
                }
            }

            /// The code as shown: `H0201`.
            #[must_use]
            pub fn name(self) -> &'static str {
                self.row().name
            }

            /// The fault's name in kebab case: `unresolved-name`.
            #[must_use]
            pub fn slug(self) -> &'static str {
                self.row().slug
            }

            /// The level it has unless a run raises it.
            #[must_use]
            pub fn level(self) -> $crate::diagnostic::Level {
                self.row().level
            }

            /// The release that introduced it.
            #[cfg(any(test, feature = "internals"))]
            #[must_use]
            pub fn since(self) -> &'static str {
                self.row().since
            }

            /// The fault in a few Japanese words.
            #[must_use]
            pub fn title(self) -> &'static str {
                self.row().title
            }

            /// Its documented page, in Markdown.
            #[must_use]
            pub fn page(self) -> &'static str {
                self.row().page
            }
        }

        impl std::fmt::Display for $table {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(self.name())
            }
        }
    };
}

pub(crate) use declare_codes;

/// The code that is called so: by its number in any case (`h0201`) or by its English name.
pub(crate) fn find<C>(mut rows: impl Iterator<Item = (C, &'static Row)>, wanted: &str) -> Option<C> {
    let wanted = wanted.trim();
    let is_called = |row: &Row| row.name.eq_ignore_ascii_case(wanted) || row.slug == wanted;
    rows.find(|(_, row)| is_called(row)).map(|(code, _)| code)
}

/// The code whose number or English name is nearest to what was asked for, if one is near.
pub(crate) fn nearest<C>(rows: impl Iterator<Item = (C, &'static Row)>, wanted: &str) -> Option<C> {
    /// Slips further off are guesses at random.
    const FURTHEST: usize = 3;
    let wanted = wanted.trim();
    // No code is half as long.
    if wanted.len() > 100 {
        return None;
    }
    let upper = wanted.to_ascii_uppercase();
    let distance = |row: &Row| {
        let by_name = strsim::osa_distance(row.name, &upper);
        by_name.min(strsim::osa_distance(row.slug, wanted))
    };
    let near = rows.map(|(code, row)| (distance(row), row.name, code));
    let near = near.filter(|(distance, ..)| *distance <= FURTHEST);
    near.min_by_key(|(distance, name, _)| (*distance, *name))
        .map(|(.., code)| code)
}
