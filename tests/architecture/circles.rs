//! Which file names what which other file defines, and where that goes round in a circle.
//!
//! `mod x;` names nothing, nor does `pub use`, which only hands a name on: whoever uses the name depends on the file
//! that defines it. A function of an `impl` block belongs to the file of the block. A call of a method counts within a
//! room, where one file alone has a method of that name, and neither a trait nor std has: which type is called `syn` cannot
//! tell.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use petgraph::algo::tarjan_scc;
use petgraph::graphmap::DiGraphMap;

use super::sources::{Module, Names};

/// What a path leads to.
enum Found {
    /// A module.
    Module(Names),
    /// An item, by the file that defines it and its name.
    Item(PathBuf, String),
}

/// Which file names what of which: for each pair, the names.
pub(crate) type Uses = BTreeMap<(PathBuf, PathBuf), BTreeSet<String>>;

struct Crate<'a> {
    modules: &'a BTreeMap<Names, Module>,
    /// The functions of `impl` blocks, by the type's file and name and their own name: the file they stand in.
    methods: BTreeMap<(PathBuf, String, String), PathBuf>,
    /// The files that have a method of a name.
    by_name: BTreeMap<&'a str, BTreeSet<&'a PathBuf>>,
}

/// All uses between files of the crate.
pub(crate) fn uses(modules: &BTreeMap<Names, Module>) -> Uses {
    let mut all = Crate {
        modules,
        methods: BTreeMap::new(),
        by_name: BTreeMap::new(),
    };
    let mut of_traits = BTreeSet::new();
    for (path, module) in modules {
        of_traits.extend(module.of_traits.iter().map(String::as_str));
        for (of, name) in &module.methods {
            all.by_name.entry(name).or_default().insert(&module.file);
            if let Some(Found::Item(file, of)) = all.find(path, of, false, 0) {
                all.methods.insert((file, of, name.clone()), module.file.clone());
            }
        }
    }
    all.by_name
        .retain(|name, files| files.len() == 1 && !of_traits.contains(name) && !OF_STD.contains(name));
    let mut uses = Uses::new();
    for (path, module) in modules {
        let mut used = |file: &PathBuf, name: &str| {
            if *file != module.file {
                let pair = (module.file.clone(), file.clone());
                uses.entry(pair).or_default().insert(name.to_owned());
            }
        };
        let imported = module.imports.values().filter(|(_, on)| !on).map(|(names, _)| names);
        for (names, import) in imported
            .map(|n| (n, true))
            .chain(module.mentions.iter().map(|n| (n, false)))
        {
            for file in all.files(path, names, import) {
                used(&file, &names.join("::"));
            }
        }
        for call in &module.calls {
            let files = all.by_name.get(call.as_str()).into_iter().flatten();
            for file in files.filter(|file| room(file) == room(&module.file)) {
                used(file, &format!(".{call}()"));
            }
        }
    }
    uses
}

/// The module at the top of the crate that a file belongs to.
fn room(file: &Path) -> Option<&str> {
    let first = file.components().nth(1)?.as_os_str().to_str()?;
    Some(first.trim_end_matches(".rs"))
}

impl Crate<'_> {
    /// The files that define what a path names: the item, and the function of an `impl` block behind it.
    fn files(&self, from: &Names, names: &Names, import: bool) -> Vec<PathBuf> {
        let mut files = Vec::new();
        match self.find(from, names, import, 0) {
            Some(Found::Item(file, item)) => {
                if let Some(last) = names.last()
                    && let Some(method) = self.methods.get(&(file.clone(), item, last.clone()))
                {
                    files.push(method.clone());
                }
                files.push(file);
            }
            // A module brought in names nothing of it yet.
            Some(Found::Module(_)) | None => {}
        }
        files
    }

    /// Follows a path from a module. A single word may be a module only in `use`: elsewhere it is a variable.
    fn find(&self, from: &Names, names: &Names, import: bool, depth: usize) -> Option<Found> {
        if depth > 20 {
            return None;
        }
        let (first, rest) = names.split_first()?;
        let mut at = match first.as_str() {
            "crate" => Found::Module(Vec::new()),
            "self" => Found::Module(from.clone()),
            "super" => Found::Module(from.split_last()?.1.to_vec()),
            name => match self.step(from, name, depth)? {
                Found::Module(_) if rest.is_empty() && !import => return None,
                found => found,
            },
        };
        for name in rest {
            at = match at {
                Found::Module(module) if name == "super" => Found::Module(module.split_last()?.1.to_vec()),
                // A name that nothing shows is one that a derive makes.
                Found::Module(module) => match self.step(&module, name, depth) {
                    Some(found) => found,
                    None => Found::Item(self.modules.get(&module)?.file.clone(), name.clone()),
                },
                item @ Found::Item(..) => return Some(item),
            };
        }
        Some(at)
    }

    /// What one name means in a module.
    fn step(&self, at: &Names, name: &str, depth: usize) -> Option<Found> {
        let module = self.modules.get(at)?;
        if module.items.contains(name) {
            return Some(Found::Item(module.file.clone(), name.to_owned()));
        }
        let child: Names = at.iter().cloned().chain([name.to_owned()]).collect();
        if self.modules.contains_key(&child) {
            return Some(Found::Module(child));
        }
        if let Some((path, _)) = module.imports.get(name) {
            // `use serde::Serialize` must not be looked for under its own name again.
            return if path.len() == 1 {
                None
            } else {
                self.find(at, path, true, depth + 1)
            };
        }
        for glob in &module.globs {
            if let Some(Found::Module(of)) = self.find(at, glob, true, depth + 1)
                && of != *at
                && let Some(found) = self.step(&of, name, depth + 1)
            {
                return Some(found);
            }
        }
        None
    }
}

/// The circles: files that name each other, directly or through others. Each with what they name of each other.
pub(crate) fn circles(uses: &Uses) -> Vec<Vec<String>> {
    let graph: DiGraphMap<&PathBuf, ()> = uses.keys().map(|(from, to)| (from, to, ())).collect();
    let mut circles: Vec<Vec<String>> = tarjan_scc(&graph)
        .into_iter()
        .filter(|files| files.len() > 1)
        .map(|files| {
            let inside: BTreeSet<&PathBuf> = files.into_iter().collect();
            uses.iter()
                .filter(|((from, to), _)| inside.contains(from) && inside.contains(to))
                .map(|((from, to), names)| {
                    let names: Vec<&str> = names.iter().map(String::as_str).collect();
                    format!("{} -> {}: {}", from.display(), to.display(), names.join(", "))
                })
                .collect()
        })
        .collect();
    circles.sort();
    circles
}

/// Methods of ours that std has as well, and that are called on its types in the same room.
const OF_STD: [&str; 3] = ["expect", "keys", "take"];
