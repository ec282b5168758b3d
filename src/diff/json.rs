//! Comparisons as JSON, for programs: the format `hoshin.diff/1`.
//!
//! One document holds any number of comparisons, since a folder of revisions is compared each with the next. Texts are
//! there in both languages, so the document depends on the two revisions alone.

mod changes;
mod decisions;
mod schema;
mod table;
mod words;

pub use schema::schema;

use schemars::JsonSchema;
use serde::Serialize;

use super::Comparison;
use crate::characters::escaped_json;
use crate::diagnostic::Text;
use crate::document::{ClauseId, Document};
use changes::ChangeOut;
use decisions::DecisionsOut;
use table::TableOut;
use words::{ClassOut, WordsOut};

/// The name and version of the format.
pub const FORMAT: &str = "hoshin.diff/1";

/// Who compares what.
#[derive(Debug)]
pub struct Compared<'c> {
    /// How the user names the old revision.
    pub old: &'c str,
    /// How the user names the new revision.
    pub new: &'c str,
    /// What is different.
    pub comparison: &'c Comparison<'c>,
    /// Why the run does not let it pass.
    pub fails: Vec<Text>,
}

/// Draws comparisons as one JSON document, ending in a line break.
#[must_use]
pub fn render(compared: &[Compared<'_>]) -> String {
    let document = DocumentOut {
        format: FORMAT,
        generator: concat!("hoshin ", env!("CARGO_PKG_VERSION")),
        comparisons: compared.iter().map(comparison).collect(),
    };
    let mut out = escaped_json(serde_json::to_string_pretty(&document).expect("plain structs serialise"));
    out.push('\n');
    out
}

/// What tells revisions of a policy apart.
///
/// Every member is always there. A reader passes over members that it does not know: within this version of the format
/// some may be added.
#[derive(Serialize, JsonSchema)]
pub(super) struct DocumentOut {
    /// Name and version of the format.
    #[schemars(extend("const" = FORMAT))]
    format: &'static str,
    /// Name and version of the program that wrote the document.
    generator: &'static str,
    /// The comparisons, the oldest first.
    comparisons: Vec<ComparisonOut>,
}

/// What a revision changes.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Comparison")]
struct ComparisonOut {
    /// The earlier revision.
    old: RevisionOut,
    /// The later revision.
    new: RevisionOut,
    /// Whether the two seem to be revisions of one policy. If not, almost everything is new.
    related: bool,
    /// Which way the revision as a whole goes; null where the two say the same in the same order and decide alike.
    class: Option<ClassOut>,
    /// Why the run does not let it pass, by `--fail-on` or by itself; empty where it does.
    fails: Vec<WordsOut>,
    /// Which clause of the one is which of the other.
    clauses: Vec<PairOut>,
    /// The requests that are decided differently.
    decisions: DecisionsOut,
    /// What changed, clause by clause and word by word.
    changes: Vec<ChangeOut>,
    /// The 新旧対照表.
    table: TableOut,
}

/// A revision.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Revision")]
struct RevisionOut {
    /// How it was named: a path, `git:REV:PATH`.
    name: String,
    /// Its title.
    title: String,
    /// The dates it states, in its own order.
    dates: Vec<DateOut>,
}

/// A date that a revision states.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "RevisionDate")]
struct DateOut {
    /// `established`, `revised`, `last_revised` or `effective`.
    kind: &'static str,
    /// The day, as 2026-04-01.
    date: String,
}

/// A clause in both revisions, or in one.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ClausePair")]
struct PairOut {
    /// In the old revision; null if it was added.
    old: Option<ClauseOut>,
    /// In the new revision; null if it was removed.
    new: Option<ClauseOut>,
    /// Whether it stood under another clause, or in another order among those beside it. A number that changed because
    /// others came or went is no move.
    moved: bool,
}

/// A clause.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Clause")]
struct ClauseOut {
    /// Its anchor on the page, without `#`.
    anchor: String,
    /// Its qualified name; null if it has none.
    name: Option<String>,
    /// Its number as in the heading; null if it has none.
    number: Option<String>,
    /// Its title, or its wording where it has no title.
    title: String,
}

fn comparison(compared: &Compared<'_>) -> ComparisonOut {
    let comparison = compared.comparison;
    let (old, new) = (&comparison.old.document, &comparison.new.document);
    ComparisonOut {
        old: revision(compared.old, comparison.old),
        new: revision(compared.new, comparison.new),
        related: comparison.is_related(),
        class: comparison.class().map(ClassOut::from),
        fails: compared.fails.iter().map(WordsOut::from).collect(),
        clauses: clauses(comparison, old, new),
        decisions: decisions::write(comparison),
        changes: changes::write(comparison),
        table: table::write(&comparison.table, old, new),
    }
}

fn revision(name: &str, policy: &crate::policy::Policy) -> RevisionOut {
    let dates = policy.metadata.dates.iter().map(|(kind, date)| DateOut {
        kind: kind.english(),
        date: date.to_string(),
    });
    RevisionOut {
        name: name.to_owned(),
        title: policy.document.title.clone(),
        dates: dates.collect(),
    }
}

/// All clauses: those of the new revision in their order, then those that were removed.
fn clauses(comparison: &Comparison<'_>, old: &Document, new: &Document) -> Vec<PairOut> {
    let pairing = &comparison.pairing;
    let kept = (0..new.clauses.len()).map(|index| {
        let id = ClauseId(index as u32);
        PairOut {
            old: pairing.old_of(id).map(|id| clause(old, id)),
            new: Some(clause(new, id)),
            moved: pairing.is_moved(id),
        }
    });
    let removed = pairing.removed().map(|id| PairOut {
        old: Some(clause(old, id)),
        new: None,
        moved: false,
    });
    kept.chain(removed).collect()
}

fn clause(document: &Document, id: ClauseId) -> ClauseOut {
    let clause = document.clause(id);
    ClauseOut {
        anchor: clause.anchor.clone(),
        name: clause.name.clone(),
        number: clause.number.as_ref().map(|number| number.full.clone()),
        title: document.plain(&clause.title),
    }
}
