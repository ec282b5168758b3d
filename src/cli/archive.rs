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

mod current;
mod earlier;
mod former;
mod names;

use std::path::Path;

use super::console::Console;
use super::diff;
use super::error::CliError;
use super::error_code::CliCode;
use super::revision::{self, Revision};
use super::sentences::revisions as say;
use crate::diff::pairing;
use crate::diff::table::{Table, TableOptions};
use crate::policy::Policy;
use crate::render::comparison::{self, ComparisonOptions};
use crate::render::{self, Entry, Link, Navigation, Neighbours, PageOptions};
use crate::text::sentence::File;

pub(super) use current::Current;

use earlier::{chain, in_folder};
use names::{called, dates, encoded, ids};

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
        let ids = ids(&self.earlier, current);
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

fn faulty_earlier(name: &str) -> CliError {
    CliError::new(CliCode::C0027, say::earlier_is_faulty(&File(name.to_owned())))
        .advise(say::mend_it_or_put_its_bundle())
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
