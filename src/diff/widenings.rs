//! What a revision widens: the one list that `check`, `diff`, its gates, annotations and SARIF tell from and count.
//!
//! What one clause brings is one widening, however many statements it takes to say it. What only got a name is none, whether the
//! page shows the name or not: a wider name said it before.

use std::collections::BTreeMap;

use super::Comparison;
use super::changes::{self, Subject};
use super::decisions::{Class, Statement};
use super::sentences::findings;
use crate::diagnostic::Text;
use crate::policy::Acknowledgement;

/// What one clause widens, or one word, in one way: seen or not, answered for or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Widening<'c> {
    /// The statements that say it, in their order; never empty.
    pub statements: Vec<&'c Statement>,
    /// Whether readers of the page can see it.
    pub visible: bool,
    /// The acknowledgements that it passes by; empty where nobody answers for it.
    pub acknowledged_by: Vec<&'c Acknowledgement>,
}

impl<'c> Widening<'c> {
    /// The first of its statements.
    #[must_use]
    pub fn first(&self) -> &'c Statement {
        // INVARIANT: there is one.
        self.statements[0]
    }

    /// How many more there are.
    #[must_use]
    pub fn more(&self) -> usize {
        self.statements.len() - 1
    }
}

impl Comparison<'_> {
    /// All widenings, in the order of their first statements.
    #[must_use]
    pub fn widenings(&self) -> Vec<Widening<'_>> {
        let mut found: Vec<Widening<'_>> = Vec::new();
        let mut known: BTreeMap<(Option<Subject>, bool, bool), usize> = BTreeMap::new();
        let statements = self.decisions.statements.iter();
        for statement in statements.filter(|one| one.class == Class::Wider) {
            let visible = self.is_visible(statement);
            let acknowledged_by = self.acknowledged_by(statement);
            let subject = self
                .longer_word(statement)
                .or_else(|| changes::first_subject(self, statement));
            let key = (subject, visible, acknowledged_by.is_empty());
            let at = *known.entry(key).or_insert_with(|| {
                found.push(Widening {
                    statements: Vec::new(),
                    visible,
                    acknowledged_by: Vec::new(),
                });
                found.len() - 1
            });
            found[at].statements.push(statement);
            for one in acknowledged_by {
                if !found[at].acknowledged_by.contains(&one) {
                    found[at].acknowledged_by.push(one);
                }
            }
        }
        found
    }

    /// The longer word that took the place of a shorter one, of a widening about what it means beside and about nothing else:
    /// 生年月日 for 生年 is one widening, whatever permits it.
    fn longer_word(&self, statement: &Statement) -> Option<Subject> {
        let data = &statement.requests.data;
        let joint = &self.vocabulary.data;
        if !data.iter().all(|place| joint.is_rest_of_longer(place)) {
            return None;
        }
        match self.moved.about_data(data).as_slice() {
            [one] => Some(Subject::Word(*one)),
            _ => None,
        }
    }

    /// Those that nobody has answered for.
    pub fn unacknowledged(&self) -> impl Iterator<Item = Widening<'_>> {
        let all = self.widenings().into_iter();
        all.filter(|widening| widening.acknowledged_by.is_empty())
    }
}

/// That what brings a change brings more.
pub(crate) fn further_statements(more: usize) -> Text {
    findings::more_from_here(&more)
}
