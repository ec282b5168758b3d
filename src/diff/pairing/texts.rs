//! What a unit says, reduced to what identifies it: width, white space and printed numbers of references do not count.

use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization as _;

use crate::diff::units::{Class, Unit, UnitKind};
use crate::document::{DateKind, Document, Run};

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
    /// By unit: the number of its text together with its kind and everything under it.
    pub(super) trees: Vec<u32>,
    /// By unit: its characters and those of everything under it.
    pub(super) weights: Vec<u64>,
}

/// Gives every text a number.
#[derive(Debug, Default)]
pub(super) struct Interner {
    texts: FxHashMap<(Class, String), u32>,
    trees: FxHashMap<(UnitKind, u32, Vec<u32>), u32>,
}

impl Texts {
    pub(super) fn new(document: &Document, units: &[Unit<'_>], interner: &mut Interner) -> Self {
        let keys: Vec<String> = units.iter().map(|unit| key(document, unit)).collect();
        let mut ids = Vec::with_capacity(units.len());
        let mut weights: Vec<u64> = keys.iter().map(|key| key.chars().count() as u64).collect();
        for (unit, key) in units.iter().zip(&keys) {
            let next = interner.texts.len() as u32;
            let text = (unit.kind.class(), key.clone());
            ids.push(*interner.texts.entry(text).or_insert(next));
        }
        let mut trees = vec![0; units.len()];
        let mut under: Vec<Vec<u32>> = vec![Vec::new(); units.len()];
        for (index, unit) in units.iter().enumerate().rev() {
            let mut parts = std::mem::take(&mut under[index]);
            parts.reverse();
            let next = interner.trees.len() as u32;
            let tree = (unit.kind, ids[index], parts);
            trees[index] = *interner.trees.entry(tree).or_insert(next);
            if let Some(parent) = unit.parent {
                weights[parent] += weights[index];
                under[parent].push(trees[index]);
            }
        }
        Self {
            keys,
            ids,
            trees,
            weights,
        }
    }
}

fn key(document: &Document, unit: &Unit<'_>) -> String {
    let mut text = String::new();
    match (unit.kind, unit.date) {
        (UnitKind::Title, _) => text.push_str(&document.title),
        // Of the history each line is about its own day; the others stand once, and the day is what changes.
        (UnitKind::Date, Some((kind @ DateKind::Revised, date))) => {
            text.push_str(kind.word());
            text.push_str(&date.to_string());
        }
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
