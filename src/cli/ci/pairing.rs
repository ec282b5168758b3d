//! Which policy of the base a policy is compared with: the one at its path, the one that it was before it was renamed, or the
//! one that its 旧版 names. A policy without any is new, and one of the base that nothing is compared with is gone.

use std::collections::{BTreeMap, BTreeSet};

use super::base::Base;
use super::examined::{Against, Examined, Old, same_sources};
use super::scope::Scope;
use crate::cli::error::CliError;
use crate::cli::files;
use crate::cli::revision::path;

/// Decides what each policy is compared with, and gives the policies of the base that are gone.
///
/// # Errors
/// What reading the base gives.
pub(super) fn pair(examined: &mut [Examined], scope: &Scope, base: &Base) -> Result<Vec<Old>, CliError> {
    for one in examined.iter_mut() {
        let found = at_path(one, base);
        take(one, found, base);
    }
    let mut gone = gone(examined, scope, base)?;
    renamed(examined, &mut gone);
    for one in examined.iter_mut() {
        let found = previous(one, base);
        take(one, found, base);
    }
    gone.retain(|old| scope.gone.contains(&old.path) || examined.iter().any(|one| one.path == old.path));
    Ok(gone)
}

/// Whether a policy still looks for what it is compared with.
fn is_open(one: &Examined) -> bool {
    matches!(one.against, Against::New)
}

/// Takes what was found. What is there and cannot be read is not compared, and is no new policy.
fn take(one: &mut Examined, found: Result<Option<Old>, CliError>, base: &Base) {
    match found {
        Ok(Some(old)) => settle(one, old),
        Ok(None) => {}
        Err(error) => {
            one.errors.push(error);
            one.against = Against::FaultyBase(base.shown(&one.path));
        }
    }
}

fn settle(one: &mut Examined, old: Old) {
    let (before, now) = (&old.compiled.compilation.sources, &one.compiled.compilation.sources);
    one.against = match old.policy() {
        None => Against::FaultyBase(old.name),
        Some(_) if same_sources(before, now) => Against::Same,
        Some(_) => Against::Other(Box::new(old)),
    };
}

/// The policy that the base has at the same path.
fn at_path(one: &Examined, base: &Base) -> Result<Option<Old>, CliError> {
    if !is_open(one) || !base.has(&one.path) {
        return Ok(None);
    }
    Ok(Some(Old::read(base, &one.path)?).filter(|old| !old.only_declares()))
}

/// The policies of the base that are at their path no longer: the file is not there, or only declares now.
fn gone(examined: &[Examined], scope: &Scope, base: &Base) -> Result<Vec<Old>, CliError> {
    let root = base.repository.root();
    let mut paths: BTreeSet<&String> = scope.gone.iter().collect();
    for one in examined {
        if matches!(one.against, Against::Declares) && base.has(&one.path) {
            paths.insert(&one.path);
        }
    }
    if examined.iter().any(is_open) {
        // A policy may have come from a folder that is not looked at.
        let elsewhere = base
            .files
            .keys()
            .filter(|path| path.ends_with(".policy") && base.has(path));
        paths.extend(elsewhere.filter(|path| !base.head.contains_key(*path) || !files::is_there(&root.join(path))));
    }
    let mut gone = Vec::new();
    for path in paths {
        let old = Old::read(base, path)?;
        if !old.only_declares() {
            gone.push(old);
        }
    }
    Ok(gone)
}

/// Of those with most in common first: a policy is the one that is gone, if at least half of the lines are the same.
fn renamed(examined: &mut [Examined], gone: &mut Vec<Old>) {
    let text = |compiled: &crate::cli::policies::Compiled| -> String {
        let mut sources = compiled.compilation.sources.iter();
        sources
            .next()
            .map_or_else(String::new, |(_, source)| source.text().to_owned())
    };
    let mut pairs = Vec::new();
    for (new, one) in examined.iter().enumerate().filter(|(_, one)| is_open(one)) {
        let now = text(&one.compiled);
        for old in gone.iter() {
            let alike = likeness(&text(&old.compiled), &now);
            if alike >= 50 {
                pairs.push((alike, new, old.path.clone()));
            }
        }
    }
    pairs.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| (a.1, &a.2).cmp(&(b.1, &b.2))));
    for (_, new, path) in pairs {
        let found = gone.iter().position(|old| old.path == path);
        if let (true, Some(found)) = (is_open(&examined[new]), found) {
            settle(&mut examined[new], gone.remove(found));
        }
    }
}

/// How many lines of a hundred two texts have in common, whatever their order; blank ones do not count.
fn likeness(old: &str, new: &str) -> usize {
    let lines = |text| str::lines(text).map(str::trim).filter(|line| !line.is_empty());
    let (before, after) = (lines(old).count(), lines(new).count());
    let mut known: BTreeMap<&str, usize> = BTreeMap::new();
    for line in lines(old) {
        *known.entry(line).or_default() += 1;
    }
    let mut shared = 0;
    for line in lines(new) {
        if let Some(left @ 1..) = known.get_mut(line) {
            *left -= 1;
            shared += 1;
        }
    }
    200 * shared / (before + after).max(1)
}

/// The policy of the base that the 旧版 names, if it names a file.
fn previous(one: &Examined, base: &Base) -> Result<Option<Old>, CliError> {
    if !is_open(one) {
        return Ok(None);
    }
    let named = one.policy().and_then(|policy| policy.metadata.previous.as_deref());
    let found = named.and_then(|named| path::from(path::parted(&one.path).0, named));
    match found.filter(|path| base.has(path)) {
        Some(path) => Ok(Some(Old::read(base, &path)?).filter(|old| !old.only_declares())),
        None => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use super::likeness;

    #[test]
    fn texts_are_alike_by_the_lines_that_they_share() {
        assert_eq!(likeness("あ\nい\n", "い\n\n  あ\n"), 100);
        assert_eq!(likeness("あ\nあ\nい\nう\n", "あ\nい\nえ\nお\n"), 50);
        assert_eq!(likeness("", ""), 0);
        assert_eq!(likeness("あ", "い"), 0);
    }
}
