//! The words of a unit for comparison: references by the clause they mean, link targets as print shows them.

use crate::diff::pairing::Pairing;
use crate::diff::units::{Unit, UnitKind};
use crate::diff::wording::Atom;
use crate::document::link::{self, Target};
use crate::document::{ClauseId, Document, Part, Run};

/// Parts the cells of a table row in one line.
const CELL: &str = " ｜ ";

/// Which of the two sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    Old,
    New,
}

/// Reads the units of one side.
pub(super) struct Reader<'a> {
    pub(super) document: &'a Document,
    pub(super) pairing: &'a Pairing,
    pub(super) side: Of,
}

impl Reader<'_> {
    /// The words of a unit without number and mark.
    pub(super) fn atoms(&self, unit: &Unit<'_>) -> Vec<Atom> {
        let mut atoms = Vec::new();
        match (unit.kind, unit.date) {
            (UnitKind::Title, _) => push(&self.document.title, &mut atoms),
            (UnitKind::Date, Some((kind, date))) => push(
                &format!("{}年{}月{}日{}", date.year(), date.month(), date.day(), kind.word()),
                &mut atoms,
            ),
            (UnitKind::Contents, _) => push("目次", &mut atoms),
            _ => {}
        }
        for (index, cell) in unit.cells.iter().enumerate() {
            if index > 0 {
                atoms.push(Atom::Thing {
                    identity: "|".to_owned(),
                    words: CELL.to_owned(),
                });
            }
            self.runs(cell, &mut atoms);
        }
        atoms
    }

    fn runs(&self, runs: &[Run], atoms: &mut Vec<Atom>) {
        for run in runs {
            match run {
                Run::Text(words) | Run::Definition { words, .. } | Run::Term { words, .. } => push(words, atoms),
                Run::Strong(words) => self.runs(words, atoms),
                Run::Link { words, target } => {
                    self.runs(words, atoms);
                    let shown = self.document.plain(words);
                    let address = match link::parse(target) {
                        Some(Target::Web(address)) => address,
                        Some(Target::Mail(address)) => address.split_once(':').map_or("", |(_, rest)| rest),
                        Some(Target::Fragment(_) | Target::History | Target::Previous) | None => "",
                    };
                    if !address.is_empty() && shown != address {
                        push(&format!("（{address}）"), atoms);
                    }
                }
                Run::Reference { clause, part } => {
                    let words = self.document.plain(std::slice::from_ref(run));
                    if !words.is_empty() {
                        atoms.push(Atom::Thing {
                            identity: self.identity(*clause, *part),
                            words,
                        });
                    }
                }
            }
        }
    }

    /// Alike on both sides for the same clause, under whatever number, as long as its title is the same where it is shown.
    fn identity(&self, clause: ClauseId, part: Part) -> String {
        let common = match self.side {
            Of::New => self.pairing.old_of(clause).map(|_| clause),
            Of::Old => self.pairing.new_of(clause),
        };
        let who = match (common, self.side) {
            (Some(new), _) => format!("={}", new.0),
            (None, Of::Old) => format!("-{}", clause.0),
            (None, Of::New) => format!("+{}", clause.0),
        };
        let clause = self.document.clause(clause);
        let mut title = String::new();
        if part != Part::Number || clause.number.is_none() {
            title_words(&clause.title, &mut title);
        }
        format!("{who} {part:?} {title}")
    }
}

fn push(words: &str, atoms: &mut Vec<Atom>) {
    if !words.is_empty() {
        atoms.push(Atom::Words(words.to_owned()));
    }
}

/// The words of a title without the numbers it refers to.
fn title_words(runs: &[Run], title: &mut String) {
    for run in runs {
        match run {
            Run::Text(words) | Run::Definition { words, .. } | Run::Term { words, .. } => {
                title.extend(words.chars().filter(|c| !c.is_whitespace()));
            }
            Run::Strong(words) | Run::Link { words, .. } => title_words(words, title),
            Run::Reference { .. } => title.push('\u{FFFC}'),
        }
    }
}
