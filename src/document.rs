//! The document as it will appear: chapters, lists, notes, references, numbers. Built by `resolve`, drawn by `render`.

mod block;
mod clause;
mod id;
mod level;
pub mod link;
mod numbering;
mod run;

pub use block::{Binding, Block, DateKind, ListItem, TableRow};
pub use clause::{Clause, RETIRED};
pub use id::ClauseId;
pub(crate) use level::number_in_reference;
pub use level::{LevelStyle, Number, OutlineLevel, Style, default_style};
pub use numbering::{InvalidPattern, NumberPattern, TitleStyle};
pub use run::{Part, Run};

/// The whole document.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Document {
    /// Its title.
    pub title: String,
    /// How its levels are numbered.
    pub style: Style,
    /// Its blocks.
    pub blocks: Vec<Block>,
    /// Its clauses, in the order in which they appear.
    pub clauses: Vec<Clause>,
}

impl Document {
    /// The clause with this id.
    #[must_use]
    pub fn clause(&self, id: ClauseId) -> &Clause {
        &self.clauses[id.0 as usize]
    }

    /// The clause of this qualified name.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<ClauseId> {
        self.clauses
            .iter()
            .position(|clause| clause.name.as_deref() == Some(name))
            .map(|index| ClauseId(index as u32))
    }

    /// The clauses from the outermost to this one.
    #[must_use]
    pub fn path(&self, id: ClauseId) -> Vec<ClauseId> {
        let mut path = vec![id];
        while let Some(parent) = self.clause(path[path.len() - 1]).parent {
            path.push(parent);
        }
        path.reverse();
        path
    }

    /// What a reference to the clause prints.
    #[must_use]
    pub fn reference(&self, id: ClauseId, part: Part) -> String {
        let clause = self.clause(id);
        let title = self.plain(&clause.title);
        let number = clause.number.as_ref();
        match part {
            Part::Title => title,
            Part::Number => number.map_or(title, |number| self.number_in_reference(number)),
            Part::Full => match number {
                Some(number) => self.title_style(clause).join(&number.full, &title),
                None => title,
            },
        }
    }

    fn number_in_reference(&self, number: &Number) -> String {
        number_in_reference(&self.style, number)
    }

    /// The style of one level.
    #[must_use]
    pub fn style(&self, level: OutlineLevel) -> LevelStyle {
        self.style.get(&level).cloned().unwrap_or_else(|| LevelStyle {
            pattern: NumberPattern::default(),
            word: None,
        })
    }

    /// How number and title of a clause are joined. The slot of a retired clause has no title to put in brackets:
    /// 第3条 削除.
    #[must_use]
    pub fn title_style(&self, clause: &Clause) -> TitleStyle {
        match &clause.number {
            Some(number) if !clause.retired => self.style(number.level).pattern.title_style(),
            _ => TitleStyle::Spaced,
        }
    }

    /// Runs as plain text, references spelt out.
    #[must_use]
    pub fn plain(&self, runs: &[Run]) -> String {
        let mut text = String::new();
        self.write_plain(runs, &mut text, 0);
        text
    }

    fn write_plain(&self, runs: &[Run], text: &mut String, depth: usize) {
        for run in runs {
            match run {
                Run::Text(words) | Run::Definition { words, .. } | Run::Term { words, .. } => text.push_str(words),
                Run::Strong(words) | Run::Link { words, .. } => self.write_plain(words, text, depth),
                // A title may refer to another clause, whose title refers back: shown without words the second time.
                Run::Reference { clause, part } if depth < 4 => {
                    let clause = self.clause(*clause);
                    let mut title = String::new();
                    self.write_plain(&clause.title, &mut title, depth + 1);
                    match (&clause.number, part) {
                        (None, _) | (_, Part::Title) => text.push_str(&title),
                        (Some(number), Part::Number) => text.push_str(&self.number_in_reference(number)),
                        (Some(number), Part::Full) => {
                            text.push_str(&self.title_style(clause).join(&number.full, &title));
                        }
                    }
                }
                Run::Reference { .. } => {}
            }
        }
    }
}
