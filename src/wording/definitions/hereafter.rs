//! 以下「X」といいます, with and without brackets, marks and verb.

use super::naming::naming;
use super::reading::{COLLECTIVE, Definition, Form, Reading, Scope, can_be_term, is_collective, scope_in};

const HEREAFTER: &str = "以下";

/// How far from 以下 the term may stand, in characters.
const REACH: usize = 60;

pub(super) fn find(reading: &Reading<'_>, found: &mut Vec<Definition>) {
    for (at, _) in reading.text.match_indices(HEREAFTER) {
        let lead = Lead::before(reading, at);
        if !quoted(reading, &lead, found) {
            found.extend(bare(reading, &lead));
        }
    }
}

/// What stands around 以下.
struct Lead {
    /// The opening bracket before it, or the first of its words.
    start: usize,
    /// Just behind 以下.
    after: usize,
    /// Whether a bracket opens directly before it.
    bracketed: bool,
    /// Whether a new part begins here: a bracket, a comma, a full stop, the start.
    begins: bool,
    /// あわせて以下「X」
    collective: bool,
}

impl Lead {
    fn before(reading: &Reading<'_>, at: usize) -> Self {
        let mut before = reading.until(at).trim_end_matches(['、', '，']);
        let mut start = at;
        let mut collective = false;
        for word in COLLECTIVE.iter().chain(&["これらを", "これを"]) {
            if let Some(rest) = before.strip_suffix(word) {
                collective |= COLLECTIVE.contains(word);
                before = rest;
                start = rest.len();
            }
        }
        let bracket = before.chars().next_back().filter(|c| "（(".contains(*c));
        let begins = reading
            .until(at)
            .chars()
            .next_back()
            .is_none_or(|c| "（(、，。\n".contains(c));
        Self {
            start: bracket.map_or(start, |c| before.len() - c.len_utf8()),
            after: at + HEREAFTER.len(),
            bracketed: bracket.is_some(),
            begins: begins || bracket.is_some(),
            collective,
        }
    }

    /// The end of the definition whose last word ends at `end`: with the full stop and the bracket behind it.
    fn end(&self, reading: &Reading<'_>, end: usize) -> usize {
        let rest = reading.from(end);
        let inner = rest.strip_prefix('。').unwrap_or(rest);
        match inner.chars().next() {
            Some(c @ ('）' | ')')) if self.bracketed => end + (rest.len() - inner.len()) + c.len_utf8(),
            _ => end,
        }
    }
}

/// 以下「X」といいます. Whether something was found.
fn quoted(reading: &Reading<'_>, lead: &Lead, found: &mut Vec<Definition>) -> bool {
    let all = reading.quotes.all();
    let mut index = reading.quotes.next_from(lead.after);
    let mut words_from = lead.after;
    let mut first = index;
    // A chain like 以下「A」および「B」を併せて「C」といいます has few links.
    for _ in 0..8 {
        let Some(quote) = all.get(index) else {
            return false;
        };
        let between = reading.between(words_from, quote.whole.start);
        if !leads_to_term(between, words_from == lead.after) {
            return false;
        }
        let joined = words_from > lead.after && is_conjunction(between);
        if !joined {
            first = index;
        }
        let after = quote.whole.end;
        if let Some(len) = ends_definition(reading.from(after)) {
            let words = reading.between(lead.after, all[first].whole.start);
            let collective = lead.collective || is_collective(words);
            let form = if collective { Form::Collective } else { Form::Hereafter };
            let whole = lead.start..lead.end(reading, after + len);
            let scope = scope_in(words);
            let before = found.len();
            let outermost = all[first..=index].iter().filter(|q| q.depth == quote.depth);
            found.extend(outermost.filter_map(|quote| reading.define(quote, whole.clone(), form, &scope)));
            return found.len() > before;
        }
        words_from = after;
        index = reading.quotes.next_from(after);
    }
    false
}

/// The length of what closes a definition behind its term: a naming verb, or nothing before a closing bracket.
fn ends_definition(rest: &str) -> Option<usize> {
    naming(rest)
        .map(|(len, _)| len)
        .or_else(|| rest.trim_start_matches('。').starts_with(['）', ')']).then_some(0))
}

/// Whether the words between 以下, or a quotation, and the next quotation lead on to the term.
fn leads_to_term(between: &str, after_hereafter: bool) -> bool {
    let words = between.trim_matches(['、', '，', ',', ' ', '\u{3000}']);
    if words.chars().nth(REACH).is_some() || words.contains(['。', '\n', '（', '）', '(', ')']) {
        return false;
    }
    if words.is_empty() || (!after_hereafter && is_conjunction(words)) {
        return true;
    }
    // 以下に定める「X」, 以下の「X」 point at what follows.
    if after_hereafter && words.starts_with(['に', 'の']) && !words.starts_with("において") {
        return false;
    }
    const ENDINGS: [&str; 16] = [
        "して",
        "せて",
        "単に",
        "これを",
        "これらを",
        "を",
        "において",
        "おいては",
        "では",
        "は",
        "ともに",
        "共に",
        "について",
        "限り",
        "それぞれ",
        "各々",
    ];
    ENDINGS.iter().any(|ending| words.ends_with(ending))
}

fn is_conjunction(words: &str) -> bool {
    let words = words.trim_matches(['、', '，', ',', ' ', '\u{3000}', '・', '/', '／']);
    [
        "",
        "又は",
        "または",
        "及び",
        "および",
        "若しくは",
        "もしくは",
        "並びに",
        "ならびに",
        "と",
        "、",
    ]
    .contains(&words)
}

/// （以下、本ポリシー） and （以下本サービスという）.
fn bare(reading: &Reading<'_>, lead: &Lead) -> Option<Definition> {
    if !lead.begins {
        return None;
    }
    let words = near(reading.from(lead.after));
    let close = words.find(['）', ')', '\n', '「', '『', '（', '('])?;
    if !words.get(close..)?.starts_with(['）', ')']) {
        return None;
    }
    let inner = words.get(..close)?.trim_end_matches(['。', ' ']);
    let mut from = inner.len() - inner.trim_start_matches(['、', '，', ',', ' ', '\u{3000}']).len();
    for word in COLLECTIVE
        .iter()
        .chain(&["これを", "これらを", "単に", "において", "では"])
    {
        if let Some((qualifier, _)) = inner.get(from..)?.split_once(word) {
            from += qualifier.len() + word.len();
        }
    }
    let rest = inner.get(from..)?;
    let verb = rest.match_indices('と').find(|(at, _)| {
        rest.get(*at..)
            .and_then(naming)
            .is_some_and(|(len, _)| at + len == rest.len())
    });
    let term = verb.map_or(rest, |(at, _)| rest.get(..at).unwrap_or("")).trim();
    if !can_be_term(term) || (verb.is_none() && NO_TERMS.iter().any(|word| term.contains(word))) {
        return None;
    }
    let qualifier = inner.get(..from)?;
    let start = lead.after + from;
    let collective = lead.collective || is_collective(qualifier);
    Some(Definition {
        term: term.to_owned(),
        term_range: start..start + term.len(),
        whole_range: lead.start..lead.end(reading, lead.after + inner.len()),
        form: if collective { Form::Collective } else { Form::Hereafter },
        quoted: false,
        scope: if qualifier.is_empty() {
            Scope::Document
        } else {
            scope_in(qualifier)
        },
    })
}

/// What may follow 以下 in brackets and is no name.
const NO_TERMS: [&str; 9] = ["同じ", "同様", "同文", "略", "参照", "余白", "未満", "記載", "抜粋"];

/// The next characters, as far as a term may stand away.
fn near(text: &str) -> &str {
    let end = text.char_indices().nth(REACH).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or(text)
}
