//! 「X」とは、…をいいます; 「X」は、…を意味します; Xとは、…を指します.

use super::reading::{Definition, Form, Reading, can_be_term, scope_before, tail};
use crate::wording::quotes::Quote;

/// How far a sentence is read, in bytes. Longer ones exist only by mistake.
const SENTENCE: usize = 4096;

/// What a sentence ends with that says what a word means.
const ENDINGS: [&str; 13] = [
    "をいいます",
    "をいう",
    "を言います",
    "を言う",
    "を指します",
    "を指す",
    "を意味します",
    "を意味する",
    "のことです",
    "を意味するものとします",
    "を指すものとします",
    "をいうものとします",
    "と定義します",
];

/// The same, where the sentence goes on.
const WITHIN: [&str; 8] = [
    "をいい、",
    "を指し、",
    "を意味し、",
    "をいいます",
    "を言います",
    "を指します",
    "を意味します",
    "をいう",
];

/// What may follow とは that compares rather than defines.
const COMPARED: [&str; 22] = [
    "限",
    "異",
    "別",
    "関係",
    "無関係",
    "関わり",
    "独立",
    "違",
    "言え",
    "いえ",
    "言わ",
    "いわ",
    "思",
    "考え",
    "認め",
    "みな",
    "なり",
    "ならな",
    "しま",
    "しな",
    "区別",
    "何",
];

pub(super) fn find(reading: &Reading<'_>, found: &mut Vec<Definition>) {
    for (index, quote) in reading.quotes.all().iter().enumerate() {
        let after = quote.whole.end;
        let rest = reading.from(after);
        let particles = ["とは", "は、", "は，"];
        let Some(particle) = particles.into_iter().find(|particle| rest.starts_with(particle)) else {
            continue;
        };
        let sentence = sentence(reading, after + particle.len());
        let says = match particle {
            "とは" => explains(sentence),
            _ => ENDINGS.iter().any(|ending| sentence.ends_with(ending)),
        };
        if says {
            let terms = joined_before(reading, index);
            let end = after + particle.len() + sentence.len();
            let scope = scope_before(reading, terms[0].whole.start);
            let whole = terms[0].whole.start..end;
            let defined = terms
                .iter()
                .filter(|term| term.depth == quote.depth)
                .filter_map(|term| reading.define(term, whole.clone(), Form::Means, &scope));
            found.extend(defined);
        }
    }
    bare(reading, found);
}

/// Whether what follows とは explains the word before it.
fn explains(sentence: &str) -> bool {
    let words = sentence.trim_start_matches(['、', '，']);
    if COMPARED.iter().any(|word| words.starts_with(word)) {
        return false;
    }
    let means = WITHIN.iter().chain(&ENDINGS).any(|word| sentence.contains(word));
    let comma = words.len() < sentence.len();
    means || (comma && sentence.chars().nth(5).is_some())
}

/// Xとは、…をいいます without quotation marks: only where the sentence says so.
fn bare(reading: &Reading<'_>, found: &mut Vec<Definition>) {
    for (at, _) in reading.text.match_indices("とは") {
        let after = at + "とは".len();
        if !reading.from(after).starts_with(['、', '，']) || reading.quotes.contain(at) {
            continue;
        }
        let words = tail(reading.until(at), 32);
        let words = words
            .rsplit([
                '。', '、', '，', '\n', '（', '）', '(', ')', '「', '」', '『', '』', '：',
            ])
            .next()
            .unwrap_or(words);
        let term = ["において", "における"]
            .iter()
            .find_map(|word| words.rsplit_once(word))
            .map_or(words, |(_, term)| term)
            .trim();
        let sentence = sentence(reading, after);
        let means = WITHIN.iter().chain(&ENDINGS).any(|word| sentence.contains(word));
        if !means || !can_be_term(term) {
            continue;
        }
        let end = reading.until(at).trim_end().len();
        let start = end - term.len();
        found.push(Definition {
            term: term.to_owned(),
            term_range: start..end,
            whole_range: start..after + sentence.len(),
            form: Form::Means,
            quoted: false,
            scope: scope_before(reading, start),
        });
    }
}

/// The quotations that are defined together, the last being `index`: 「A」および「B」とは.
fn joined_before<'a>(reading: &'a Reading<'_>, index: usize) -> &'a [Quote] {
    let all = reading.quotes.all();
    let mut first = index;
    while first > 0 {
        let between = reading.between(all[first - 1].whole.end, all[first].whole.start);
        if !["及び", "および", "又は", "または", "、", "並びに", "ならびに", "と"].contains(&between)
        {
            break;
        }
        first -= 1;
    }
    &all[first..=index]
}

/// The rest of the sentence from `at`, without its full stop. Full stops in brackets do not end it; a closing bracket
/// that opened before `at` does, and so does the next とは, so that no part of a text is read twice.
fn sentence<'a>(reading: &Reading<'a>, at: usize) -> &'a str {
    let rest = reading.text.get(at..).unwrap_or("");
    let mut depth = 0_usize;
    for (offset, c) in rest.char_indices() {
        match c {
            '（' | '(' | '「' | '『' => depth += 1,
            '）' | ')' | '」' | '』' => match depth.checked_sub(1) {
                Some(outer) => depth = outer,
                None => return rest.get(..offset).unwrap_or(rest),
            },
            '。' if depth == 0 => return rest.get(..offset).unwrap_or(rest),
            '\n' => return rest.get(..offset).unwrap_or(rest),
            'と' | 'は' if offset > 0 && goes_on_to_define(rest, offset) => {
                return rest.get(..offset).unwrap_or(rest);
            }
            _ if offset >= SENTENCE => return rest.get(..offset).unwrap_or(rest),
            _ => {}
        }
    }
    rest
}

/// Whether another word is defined here: とは、 or a quotation followed by とは or は、.
fn goes_on_to_define(rest: &str, offset: usize) -> bool {
    let (before, after) = rest.split_at_checked(offset).unwrap_or((rest, ""));
    let quoted = before.ends_with(['」', '』', '”', '"']);
    after.starts_with("とは、") || (quoted && (after.starts_with("とは") || after.starts_with("は、")))
}
