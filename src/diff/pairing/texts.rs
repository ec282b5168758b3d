//! What a unit says, reduced to what identifies it: width, white space and printed numbers of references do not count.

use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization as _;

use crate::diff::units::{Class, Unit, UnitKind};
use crate::document::{Document, Run};

/// Stands for a reference, whatever it prints.
const REFERENCE: char = '\u{FFFC}';
/// Parts the cells of a row.
const CELL: char = '\u{1F}';

/// The reduced text of every unit of one side.
#[derive(Debug)]
pub(super) struct Texts {
    /// By unit.
    pub(super) keys: Vec<String>,
    /// By unit: the number of the text among all texts of both sides, alike for alike texts of one class.
    pub(super) ids: Vec<u32>,
    /// By unit: its characters and those of everything under it.
    pub(super) weights: Vec<u64>,
}

/// Gives every text a number.
#[derive(Debug, Default)]
pub(super) struct Interner(FxHashMap<(Class, String), u32>);

impl Texts {
    pub(super) fn new(document: &Document, units: &[Unit<'_>], interner: &mut Interner) -> Self {
        let keys: Vec<String> = units.iter().map(|unit| key(document, unit)).collect();
        let mut ids = Vec::with_capacity(units.len());
        let mut weights: Vec<u64> = keys.iter().map(|key| key.chars().count() as u64).collect();
        for (unit, key) in units.iter().zip(&keys) {
            let next = interner.0.len() as u32;
            ids.push(*interner.0.entry((unit.kind.class(), key.clone())).or_insert(next));
        }
        for (index, unit) in units.iter().enumerate().rev() {
            if let Some(parent) = unit.parent {
                weights[parent] += weights[index];
            }
        }
        Self { keys, ids, weights }
    }
}

fn key(document: &Document, unit: &Unit<'_>) -> String {
    let mut text = String::new();
    match (unit.kind, unit.date) {
        (UnitKind::Title, _) => text.push_str(&document.title),
        // The day is what changes; the line is the same.
        (UnitKind::Date, Some((kind, _))) => text.push_str(kind.word()),
        _ => {}
    }
    for (index, cell) in unit.cells.iter().enumerate() {
        if index > 0 {
            text.push(CELL);
        }
        write(cell, &mut text);
    }
    text.nfkc().filter(|c| !c.is_whitespace()).collect()
}

fn write(runs: &[Run], text: &mut String) {
    for run in runs {
        match run {
            Run::Text(words) | Run::Definition { words, .. } | Run::Term { words, .. } => text.push_str(words),
            Run::Strong(words) | Run::Link { words, .. } => write(words, text),
            Run::Reference { .. } => text.push(REFERENCE),
        }
    }
}
