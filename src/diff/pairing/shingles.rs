//! How alike two texts are, by the pairs of neighbouring characters they share (Dice's coefficient over bigrams), and
//! which texts are worth comparing (those that share a rare run of four characters).

use rustc_hash::FxHashMap;

/// A run of characters that more texts hold tells them apart too little to be looked up.
const COMMON: usize = 8;
/// As many texts are compared with one.
const CANDIDATES: usize = 8;
const RUN: usize = 4;

/// The bigrams of a text, sorted, each once.
#[derive(Debug, Clone, Default)]
pub(super) struct Bigrams(Vec<u64>);

impl Bigrams {
    pub(super) fn new(text: &str) -> Self {
        let mut found: Vec<u64> = Vec::new();
        // The edges count too, so that texts of one character can be compared.
        let mut before = '\u{2}';
        for c in text.chars().chain(['\u{3}']) {
            found.push(u64::from(u32::from(before)) << 32 | u64::from(u32::from(c)));
            before = c;
        }
        found.sort_unstable();
        found.dedup();
        Self(found)
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn shared(&self, other: &Self) -> usize {
        let (mut left, mut right, mut count) = (0, 0, 0);
        while let (Some(a), Some(b)) = (self.0.get(left), other.0.get(right)) {
            count += usize::from(a == b);
            left += usize::from(a <= b);
            right += usize::from(b <= a);
        }
        count
    }

    /// How alike: 0 nothing shared, 1000 everything.
    pub(super) fn alike(&self, other: &Self) -> u32 {
        per_mille(2 * self.shared(other), self.len() + other.len())
    }

    /// How much of it stands in the other.
    pub(super) fn within(&self, other: &Self) -> u32 {
        per_mille(self.shared(other), self.len())
    }

    /// What stands in it and not in the other.
    pub(super) fn without(&self, other: &Self) -> Self {
        let kept = self.0.iter().filter(|gram| other.0.binary_search(gram).is_err());
        Self(kept.copied().collect())
    }
}

fn per_mille(part: usize, whole: usize) -> u32 {
    (part * 1000).checked_div(whole).unwrap_or(0) as u32
}

/// Finds texts by rare runs of characters.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// Texts by run, in the order they were added; at most one more than [`COMMON`].
    postings: FxHashMap<[char; RUN], Vec<u32>>,
}

impl Index {
    pub(super) fn add(&mut self, id: usize, text: &str) {
        each_run(text, |run| {
            let postings = self.postings.entry(run).or_default();
            if postings.len() <= COMMON && postings.last() != Some(&(id as u32)) {
                postings.push(id as u32);
            }
        });
    }

    /// The texts that share the most rare runs with this one; those added first first among equals.
    pub(super) fn candidates(&self, text: &str) -> Vec<usize> {
        let mut hits: Vec<u32> = Vec::new();
        each_run(text, |run| {
            if let Some(postings) = self.postings.get(&run)
                && postings.len() <= COMMON
            {
                hits.extend(postings);
            }
        });
        hits.sort_unstable();
        let mut counted: Vec<(usize, usize)> = hits
            .chunk_by(|a, b| a == b)
            .map(|same| (same.len(), same[0] as usize))
            .collect();
        counted.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        counted.truncate(CANDIDATES);
        counted.into_iter().map(|(_, id)| id).collect()
    }
}

fn each_run(text: &str, mut see: impl FnMut([char; RUN])) {
    let mut run = ['\0'; RUN];
    for (count, c) in text.chars().enumerate() {
        run.rotate_left(1);
        run[RUN - 1] = c;
        if count + 1 >= RUN {
            see(run);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alike_is_symmetric_and_full_for_the_same() {
        let (a, b) = (Bigrams::new("氏名および住所"), Bigrams::new("氏名および電話番号"));
        assert_eq!(a.alike(&a), 1000);
        assert_eq!(a.alike(&b), b.alike(&a));
        assert!(a.alike(&b) > 400, "{}", a.alike(&b));
        assert_eq!(a.alike(&Bigrams::new("xyz")), 0);
    }

    #[test]
    fn common_runs_find_nothing_and_rare_ones_find_the_nearest() {
        let mut index = Index::default();
        for id in 0..20 {
            index.add(id, &format!("お客様の個人情報を{id}{id}{id}番に渡します"));
        }
        assert!(index.candidates("お客様の個人情報を").is_empty());
        assert_eq!(index.candidates("個人情報を171717番に").first(), Some(&17));
    }
}
