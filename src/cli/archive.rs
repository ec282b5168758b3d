//! What `hoshin build` publishes beside the current page: the earlier revisions, what each changed, and the list of them.
//!
//! ```text
//! index.html                       the current revision
//! history.html                     the list of revisions (改定履歴)
//! revisions/2026-04-01/index.html  a revision's own page, the current one's too: its address never changes
//! revisions/2026-04-01/changes.html  what it changed (新旧対照表)
//! ```
//!
//! Revisions are called by their dates and clauses by their names, so links outlive a renumbering. An id that the current
//! page no longer has leads to what its clause became.

mod former;

use std::collections::BTreeSet;
use std::path::Path;

use unicode_normalization::UnicodeNormalization as _;

use super::console::Console;
use super::diff;
use super::error::CliError;
use super::error_code::CliCode;
use super::revision::{self, Faulty, Measure, Origin, Revision};
use crate::characters;
use crate::diagnostic::Text;
use crate::diff::pairing;
use crate::diff::table::{Table, TableOptions};
use crate::document::{DateKind, link};
use crate::policy::Policy;
use crate::render::comparison::{self, ComparisonOptions};
use crate::render::{self, Entry, Link, Navigation, Neighbours, PageOptions};

/// The revision being built.
pub(super) struct Current<'a> {
    /// As the user names it.
    pub(super) name: &'a str,
    pub(super) policy: &'a Policy,
    pub(super) origin: &'a Origin,
    /// What `build` writes for it in any case: name and bytes; the page is not among them.
    pub(super) files: Vec<(&'static str, Vec<u8>)>,
}

/// The revisions before the current one, oldest first.
#[derive(Debug)]
pub(super) struct Archive {
    earlier: Vec<Revision>,
}

/// What the link to a comparison says.
const CHANGES: &str = "前の版からの変更";

impl Archive {
    /// Gathers the revisions of a folder, or those that 旧版 leads to.
    ///
    /// # Errors
    /// `C0025` where 旧版 cannot be followed, `C0027` for an earlier revision with errors, and what reading gives.
    pub(super) fn of(current: &Current<'_>, folder: Option<&Path>, console: &Console) -> Result<Self, CliError> {
        let gathered = match folder {
            Some(folder) => in_folder(current, folder)?,
            None => chain(current)?,
        };
        match gathered {
            Ok(earlier) => Ok(Self { earlier }),
            Err(faulty) => {
                let name = faulty.name.clone();
                diff::report(faulty, console)?;
                Err(faulty_earlier(&name))
            }
        }
    }

    /// Whether anybody asks for it: there are earlier revisions, or the page links to the list of them.
    pub(super) fn is_wanted(&self, current: &Current<'_>) -> bool {
        !self.earlier.is_empty() || render::links_to_history(current.policy)
    }

    /// Everything that is published for the policy: path and bytes.
    pub(super) fn files(&self, current: &Current<'_>, page: &PageOptions) -> Vec<(String, Vec<u8>)> {
        let ids = self.ids(current);
        let policies: Vec<&Policy> = self.earlier.iter().map(Revision::policy).collect();
        let newest = ids.last().map(String::as_str).unwrap_or_default();
        let mut files = Vec::new();
        let mut file = |name: String, text: String| files.push((name, text.into_bytes()));
        let neighbours = Neighbours {
            former: former::ids(&policies, current.policy),
            navigation: Some(Navigation {
                past: None,
                history: "history.html".to_owned(),
                previous: ids
                    .len()
                    .checked_sub(2)
                    .and_then(|index| ids.get(index))
                    .map(|id| format!("revisions/{}/index.html", encoded(id))),
                links: match self.earlier.is_empty() {
                    true => Vec::new(),
                    false => vec![way(CHANGES, format!("revisions/{}/changes.html", encoded(newest)))],
                },
            }),
        };
        file(
            "index.html".to_owned(),
            render::html_among(current.policy, page, &neighbours),
        );
        file(
            "history.html".to_owned(),
            render::history(current.policy, &self.entries(current, &ids), page),
        );
        let all = policies.iter().copied().chain([current.policy]);
        for (index, (policy, id)) in all.zip(&ids).enumerate() {
            let is_current = index == self.earlier.len();
            let mut links = vec![way("現在の版", "../../index.html".to_owned())];
            if index > 0 {
                links.push(way(CHANGES, "changes.html".to_owned()));
            }
            let neighbours = Neighbours {
                former: Vec::new(),
                navigation: Some(Navigation {
                    past: (!is_current).then(|| called(policy, id)),
                    history: "../../history.html".to_owned(),
                    previous: index
                        .checked_sub(1)
                        .and_then(|index| ids.get(index))
                        .map(|id| format!("../{}/index.html", encoded(id))),
                    links,
                }),
            };
            file(
                format!("revisions/{id}/index.html"),
                render::html_among(policy, page, &neighbours),
            );
        }
        let news = policies.iter().copied().skip(1).chain([current.policy]);
        for ((old, new), id) in policies.iter().zip(news).zip(ids.iter().skip(1)) {
            file(format!("revisions/{id}/changes.html"), changes(old, new, page));
        }
        for (revision, id) in self.earlier.iter().zip(&ids) {
            file(format!("revisions/{id}/policy.txt"), render::text(revision.policy()));
            file(
                format!("revisions/{id}/bundle.json"),
                revision.subject.bundle().to_json(),
            );
        }
        files.extend(current.files.iter().flat_map(|(name, bytes)| {
            let own = format!("revisions/{newest}/{name}");
            [((*name).to_owned(), bytes.clone()), (own, bytes.clone())]
        }));
        files
    }

    /// What the revisions are called in addresses, in their order: by their dates; where there are none, by their files.
    fn ids(&self, current: &Current<'_>) -> Vec<String> {
        let earlier = self
            .earlier
            .iter()
            .map(|revision| (revision.policy(), &revision.origin));
        let mut taken = BTreeSet::new();
        earlier
            .chain([(current.policy, current.origin)])
            .map(|(policy, origin)| {
                let id = match revision::date_of(policy) {
                    Some(date) => date.to_string(),
                    None => file_name(&origin.short_name()),
                };
                // Of two revisions of one day the later is the second.
                let candidates = (2..).map(|number| format!("{id}-{number}"));
                let free = std::iter::once(id.clone())
                    .chain(candidates)
                    .find(|candidate| taken.insert(candidate.nfc().collect::<String>().to_lowercase()));
                free.unwrap_or(id)
            })
            .collect()
    }

    /// The list of revisions, the newest first.
    fn entries(&self, current: &Current<'_>, ids: &[String]) -> Vec<Entry> {
        let policies = self.earlier.iter().map(Revision::policy).chain([current.policy]);
        let mut entries: Vec<Entry> = policies
            .zip(ids)
            .enumerate()
            .map(|(index, (policy, id))| {
                let is_current = index == self.earlier.len();
                let at = encoded(id);
                // Also the current one by the address that it keeps, so that whoever copies a link has that.
                let mut links = vec![way("この版を読む", format!("revisions/{at}/index.html"))];
                if index > 0 {
                    links.push(way(CHANGES, format!("revisions/{at}/changes.html")));
                }
                Entry {
                    dates: dates(policy),
                    name: id.clone(),
                    current: is_current,
                    links,
                    summary: summary(policy, current.policy),
                }
            })
            .collect();
        entries.reverse();
        entries
    }
}

/// The revisions of a folder that come before the current one.
fn in_folder(current: &Current<'_>, folder: &Path) -> Result<Result<Vec<Revision>, Faulty>, CliError> {
    let mut revisions = match revision::revisions_in(folder)? {
        Ok(revisions) => revisions,
        Err(faulty) => return Ok(Err(faulty)),
    };
    let identity = current.origin.identity();
    if let Some(index) = revisions.iter().position(|one| one.origin.identity() == identity) {
        revisions.truncate(index);
    }
    // The folder may hold a copy of what is being published.
    if let Some(today) = revision::date_of(current.policy) {
        revisions.retain(|one| revision::date_of(one.policy()).is_none_or(|date| date < today));
    }
    Ok(Ok(revisions))
}

/// The revisions that 旧版 leads to.
fn chain(current: &Current<'_>) -> Result<Result<Vec<Revision>, Faulty>, CliError> {
    let mut seen = BTreeSet::from([current.origin.identity()]);
    let mut newest_first: Vec<Revision> = Vec::new();
    let mut measure = Measure::default();
    loop {
        let previous = match newest_first.last() {
            None => revision::previous(current.name, current.policy, current.origin)?,
            Some(revision) => revision.previous()?,
        };
        match previous {
            None => break,
            Some(Err(faulty)) => return Ok(Err(faulty)),
            Some(Ok(revision)) if !seen.insert(revision.origin.identity()) => {
                return Err(leads_back(&revision.subject.name));
            }
            Some(Ok(revision)) => {
                measure.count(revision.bytes, current.name)?;
                newest_first.push(revision);
            }
        }
    }
    newest_first.reverse();
    Ok(Ok(newest_first))
}

fn faulty_earlier(name: &str) -> CliError {
    CliError::new(
        CliCode::C0027,
        Text::new(
            format!("過去の版 `{name}` に誤りがあるため、書き出せません"),
            format!("the earlier revision `{name}` has errors and cannot be published"),
        ),
    )
    .help(
        "過去の版を直すか、公表したときの bundle.json を --archive のフォルダーに置いてください。\
         過去の版なしで書き出すには --no-archive を付けます",
        "mend it, or put the bundle.json of its publication into the folder of --archive; \
         --no-archive builds without earlier revisions",
    )
}

fn leads_back(name: &str) -> CliError {
    CliError::new(
        CliCode::C0025,
        Text::new(
            format!("旧版をたどると `{name}` に戻り、終わりがありません"),
            format!("following 旧版 leads back to `{name}` and does not end"),
        ),
    )
    .help(
        "それぞれの版の旧版に、その一つ前の版を書いてください。いちばん古い版には旧版を書きません",
        "let each revision name the one before it; the oldest names none",
    )
}

/// What a revision changed: the wording alone. What it means is for those who revise.
fn changes(old: &Policy, new: &Policy, page: &PageOptions) -> String {
    let pairing = pairing::pair(old, new);
    let table = Table::new(&old.document, &new.document, &pairing, &TableOptions::default());
    let options = ComparisonOptions {
        new_label: "改定後".to_owned(),
        old_label: "改定前".to_owned(),
        links: vec![
            way("この版を読む", "index.html".to_owned()),
            way("現在の版", "../../index.html".to_owned()),
            way("改定履歴", "../../history.html".to_owned()),
        ],
        theme_css: page.theme_css.clone(),
        ..ComparisonOptions::default()
    };
    comparison::html(&table, &options)
}

/// The dates that tell a revision from others.
fn dates(policy: &Policy) -> Vec<(DateKind, jiff::civil::Date)> {
    let Some(day) = revision::date_of(policy) else {
        return Vec::new();
    };
    let mut dates: Vec<_> = policy
        .metadata
        .dates
        .iter()
        .copied()
        .filter(|(_, date)| *date == day)
        .collect();
    dates.extend(
        policy
            .metadata
            .dates
            .iter()
            .filter(|(kind, date)| *kind == DateKind::Effective && *date > day),
    );
    dates.dedup();
    dates
}

/// What a revision is called in a sentence: 2025年4月1日改定.
fn called(policy: &Policy, id: &str) -> String {
    match dates(policy).first() {
        Some((kind, date)) => format!("{}年{}月{}日{}", date.year(), date.month(), date.day(), kind.word()),
        None => id.to_owned(),
    }
}

/// The lines that the editor wrote about a revision (概要): in the revision itself, else in the current one.
fn summary(policy: &Policy, current: &Policy) -> Vec<String> {
    let Some(day) = revision::date_of(policy) else {
        return Vec::new();
    };
    let of = |policy: &Policy| -> Vec<String> {
        let revisions = policy.revisions.iter().filter(|revision| revision.date == day);
        let lines = revisions.flat_map(|revision| &revision.summary);
        lines.map(|line| line.wording.clone()).collect()
    };
    let own = of(policy);
    if own.is_empty() { of(current) } else { own }
}

fn way(words: &str, href: String) -> Link {
    Link {
        words: words.to_owned(),
        href,
    }
}

/// A name as part of an address.
fn encoded(id: &str) -> String {
    link::fragment(id).trim_start_matches('#').to_owned()
}

/// A name that every file system takes and that leads nowhere else.
fn file_name(text: &str) -> String {
    const LENGTH: usize = 60;
    let safe = |c: char| {
        if (c.is_alphanumeric() && characters::kind(c).is_none()) || matches!(c, '-' | '_' | '.') {
            c
        } else {
            '_'
        }
    };
    let name: String = text.nfc().map(safe).take(LENGTH).collect();
    let name = name.trim_start_matches('.').trim_end_matches('.');
    if name.is_empty() {
        "_".to_owned()
    } else {
        name.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_leaves_its_folder() {
        assert_eq!(file_name("../../etc/passwd"), "_.._etc_passwd");
        assert_eq!(file_name(".."), "_");
        assert_eq!(file_name("a b<c>"), "a_b_c_");
        assert_eq!(file_name("初版"), "初版");
        assert_eq!(file_name("初\u{3164}版\u{202E}"), "初_版_");
        assert_eq!(file_name("v1.0"), "v1.0");
    }
}
