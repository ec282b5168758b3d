//! What follows an act word: its endings, up to where its clause closes.

use super::bounds::asks;
use crate::wording::known_words::Starts;

/// What the words behind an act word make of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tail {
    /// A noun, a condition, a relative clause: nothing is claimed.
    Nothing,
    /// A main clause.
    Claim {
        /// Whether it negates the act.
        negated: bool,
        /// How long its words are, in bytes.
        length: usize,
    },
    /// As the next act says: 取得および利用, 取得し、または利用, 取得して利用.
    Joined,
    /// 提供は、…: as the verb at the end of the sentence says.
    Topic,
}

impl Tail {
    pub(super) fn length(self) -> usize {
        match self {
            Self::Claim { length, .. } => length,
            Self::Nothing | Self::Joined | Self::Topic => 0,
        }
    }
}

/// What an ending does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ending {
    /// The predicate goes on.
    On,
    /// It is turned round.
    Not,
    /// It may be so: with a negation before it nothing is claimed.
    May,
    /// It can be done: with a negation before it nothing is claimed.
    Can,
    /// The clause closes here, whatever follows; turned round.
    NotAndClose,
    /// Nothing is claimed.
    Nothing,
}

use Ending::{Can, May, Not, NotAndClose, Nothing, On};

/// The endings; of several the longest counts.
const ENDINGS: &[(&str, Ending); 165] = &[
    // Of the verb.
    ("する", On),
    ("します", On),
    ("しました", On),
    ("した", On),
    ("し", On),
    ("せ", On),
    ("さ", On),
    ("して", On),
    ("いたし", On),
    ("いたす", On),
    ("致し", On),
    ("致す", On),
    ("ます", On),
    ("まし", On),
    ("た", On),
    ("て", On),
    ("れ", On),
    ("れる", On),
    ("られ", On),
    ("られる", On),
    ("せて", On),
    ("させていただ", On),
    ("させて頂", On),
    ("き", On),
    ("く", On),
    ("おり", On),
    ("おる", On),
    ("い", On),
    ("いる", On),
    ("でき", On),
    ("できる", On),
    ("出来", On),
    ("る", On),
    ("行い", On),
    ("行う", On),
    ("行わ", On),
    ("行っ", On),
    ("行なわ", On),
    ("行ない", On),
    ("行なう", On),
    ("行え", On),
    ("おこない", On),
    ("おこなう", On),
    ("おこなわ", On),
    ("実施し", On),
    ("実施いたし", On),
    ("実施する", On),
    ("得", On),
    ("う", On),
    ("ては", On),
    ("とは", On),
    ("に", Nothing),
    // 受け
    ("受け", On),
    ("受ける", On),
    // A negation.
    ("ません", Not),
    ("ませんでした", Not),
    ("ない", Not),
    ("なかった", Not),
    ("かね", Not),
    ("ざる", Not),
    ("を", On),
    ("ず", NotAndClose),
    ("ずに", NotAndClose),
    ("ことなく", NotAndClose),
    ("なくなり", Not),
    ("なくなる", Not),
    ("なく", NotAndClose),
    ("ないで", NotAndClose),
    ("なくて", Nothing),
    ("なくとも", Nothing),
    ("ないでくだ", Nothing),
    ("ないでほし", Nothing),
    ("なければ", Nothing),
    ("なければな", On),
    ("なくてはな", On),
    ("らない", On),
    ("りません", On),
    ("てはなりません", Not),
    ("てはならない", Not),
    ("してはなりません", Not),
    ("してはならない", Not),
    ("ずにはい", On),
    // The clause made a noun and said something of.
    ("ことは", On),
    ("ことも", On),
    ("ことを", On),
    ("ことが", On),
    ("ことに", Nothing),
    ("こととし", On),
    ("こととなり", On),
    ("こととなる", On),
    ("ことはし", On),
    ("ことはいたし", On),
    ("ものとし", On),
    ("ものとする", On),
    ("こととする", On),
    ("ものでは", On),
    ("ものでも", On),
    ("ものです", On),
    ("のでは", On),
    ("わけでは", On),
    ("つもりは", On),
    ("予定は", On),
    ("予定です", On),
    ("方針です", On),
    ("方針とし", On),
    ("方針はあり", On),
    ("あり", On),
    ("ある", On),
    ("ござい", On),
    ("有り", On),
    ("は", On),
    ("も", On),
    ("一切", On),
    ("いっさい", On),
    ("決して", On),
    ("絶対に", On),
    ("断じて", On),
    ("、一切", On),
    ("、決して", On),
    ("です", On),
    ("であり", On),
    ("である", On),
    // Somebody forbids it or has nothing against it.
    ("禁じ", Not),
    ("禁止", Not),
    ("控え", Not),
    ("差し控え", Not),
    ("妨げ", Not),
    ("拒み", Not),
    ("拒む", Not),
    // It may be.
    ("ことがあり", May),
    ("ことがある", May),
    ("こともあり", May),
    ("こともある", May),
    ("ことがござい", May),
    ("こともござい", May),
    ("場合があり", May),
    ("場合がある", May),
    ("場合もあり", May),
    ("場合もある", May),
    ("場合がござい", May),
    ("場合もござい", May),
    ("可能性があり", May),
    ("可能性がある", May),
    ("可能性がござい", May),
    ("可能性もあり", May),
    ("おそれがあり", May),
    ("おそれがある", May),
    ("恐れがあり", May),
    ("かもしれません", May),
    ("かも知れません", May),
    ("ことがあ", May),
    ("ことができます", Can),
    ("ことができる", Can),
    ("ことが出来ます", Can),
    ("ことが出来る", Can),
    // What others do, or are asked to.
    ("していただ", Nothing),
    ("して頂", Nothing),
    ("してもら", Nothing),
    ("してくだ", Nothing),
    ("して下さ", Nothing),
    ("しても", Nothing),
    ("してから", Nothing),
    ("してほし", Nothing),
    ("せよ", Nothing),
    ("されたく", Nothing),
];

static STARTS: Starts<{ ENDINGS.len() }> = Starts::of(ENDINGS);

/// Reads what follows an act word.
pub(super) fn read(rest: &str) -> Tail {
    let (noun, counted) = strip_any(rest, &["等", "など", "行為"]);
    // 「提供の対象外とします」
    for scope in ["の対象外と", "の対象から除外", "の対象から除き"] {
        if let Some(light) = noun.strip_prefix(scope) {
            return match endings(light, counted + scope.len()) {
                Tail::Claim { negated: false, length } => Tail::Claim { negated: true, length },
                _ => Tail::Nothing,
            };
        }
    }
    for scope in ["の対象と", "の対象には", "の対象に"] {
        if let Some(light) = noun.strip_prefix(scope) {
            return match endings(light, counted + scope.len()) {
                Tail::Claim { negated: true, length } => Tail::Claim { negated: true, length },
                _ => Tail::Nothing,
            };
        }
    }
    if is_list(noun) {
        return Tail::Joined;
    }
    if let Some(verb) = begins_verb(noun) {
        return endings(verb, counted);
    }
    for particle in [
        "については",
        "に関しては",
        "自体は",
        "することは",
        "をすることは",
        "は",
        "も",
        "を",
        "が",
    ] {
        let Some(light) = noun.strip_prefix(particle) else {
            continue;
        };
        let counted = counted + particle.len();
        let (light, adverb) = strip_any(light, &["、一切", "一切", "決して", "、決して", "絶対に", "いっさい"]);
        let light_verbs = [
            "行",
            "おこな",
            "いたし",
            "致し",
            "実施",
            "禁",
            "控え",
            "差し控え",
            "あり",
            "ござい",
            "しま",
            "しない",
            "妨げ",
            "拒",
        ];
        if light_verbs.iter().any(|verb| light.starts_with(verb)) {
            // 「提供があり」 tells that it happened.
            if particle == "が" {
                return Tail::Nothing;
            }
            return endings(light, counted + adverb);
        }
        if particle.ends_with('は') {
            return Tail::Topic;
        }
    }
    Tail::Nothing
}

/// The end of a sentence without a further act word: whether it negates.
pub(super) fn of_sentence_end(rest: &str) -> Option<bool> {
    let end = rest.trim_end();
    let ends = |words: &[&str]| words.iter().any(|word| end.ends_with(word));
    // A noun at its end, and what others are asked for, claim nothing.
    let is_predicate = end
        .chars()
        .next_back()
        .is_none_or(|c| "るすうくむぶつぐいんずた".contains(c));
    let negated = ends(&["ません", "ない", "ず", "禁じます", "禁止します"]);
    (is_predicate && !asks(end)).then_some(negated)
}

/// 「…行います」 at the end of a sentence whose topic is the act.
pub(super) fn of_light_verb(rest: &str) -> Option<bool> {
    let at = ["行い", "行う", "行わ", "いたし", "致し", "おこな", "実施"]
        .iter()
        .filter_map(|verb| rest.rfind(verb))
        .max()?;
    match endings(rest.get(at..)?, 0) {
        Tail::Claim { negated, .. } => Some(negated),
        Tail::Nothing | Tail::Joined | Tail::Topic => None,
    }
}

fn begins_verb(text: &str) -> Option<&str> {
    let starts = [
        "す",
        "し",
        "せ",
        "さ",
        "いた",
        "致",
        "でき",
        "出来",
        "ま",
        "ず",
        "な",
        "る",
        "て",
        "こと",
        "場合があ",
        "場合もあ",
        "ものと",
        "ものでは",
    ];
    // 「ご提供いただく」 is done by others.
    let others = ["いただ", "なさ", "した方", "すべ", "すぎ", "しや"];
    let verb = starts.iter().any(|start| text.starts_with(start));
    (verb && !others.iter().any(|other| text.starts_with(other))).then_some(text)
}

/// Whether a noun is followed by another: 取得、利用 · 取得および利用.
fn is_list(rest: &str) -> bool {
    let joins = [
        "および",
        "及び",
        "または",
        "又は",
        "もしくは",
        "若しくは",
        "ならびに",
        "並びに",
        "や",
        "・",
    ];
    let rest = rest.strip_prefix('、').unwrap_or(rest);
    if joins.iter().any(|join| rest.starts_with(join)) {
        return true;
    }
    // 取得、利用します
    super::verbs::begins(rest)
}

fn endings(text: &str, counted: usize) -> Tail {
    let mut at = 0;
    let (mut negated, mut may, mut last) = (false, false, "");
    loop {
        let rest = text.get(at..).unwrap_or("");
        let known = (rest.chars().next().into_iter()).flat_map(|first| STARTS.with(first));
        let found = known
            .map(|number| &ENDINGS[number])
            .filter(|(word, _)| rest.starts_with(word));
        let Some((word, ending)) = found.max_by_key(|(word, _)| word.len()) else {
            break;
        };
        at += word.len();
        last = word;
        match ending {
            Ending::On => {}
            Ending::Not => negated = !negated,
            Ending::May | Ending::Can if negated => return Tail::Nothing,
            Ending::Can => {}
            Ending::May => may = true,
            Ending::NotAndClose => {
                return Tail::Claim {
                    negated: !negated,
                    length: counted + at,
                };
            }
            Ending::Nothing => return Tail::Nothing,
        }
    }
    let rest = text.get(at..).unwrap_or("");
    let claim = Tail::Claim {
        negated: negated && !may,
        length: counted + at,
    };
    if matches!(last, "し" | "いたし" | "致し" | "実施し") {
        let behind = rest.strip_prefix('、').unwrap_or(rest);
        let alternative = [
            "または",
            "又は",
            "もしくは",
            "若しくは",
            "あるいは",
            "かつ",
            "及び",
            "および",
        ];
        return match rest.starts_with('、') && !alternative.iter().any(|join| behind.starts_with(join)) {
            true => claim,
            false => Tail::Joined,
        };
    }
    if matches!(last, "て" | "して") {
        return if rest.starts_with('、') { claim } else { Tail::Joined };
    }
    // 「使用される、…形式で渡します」: what stands before a comma and is not polite goes with what follows in a polite sentence.
    let attribute = !negated && rest.starts_with('、') && PLAIN.contains(&last) && is_polite(rest);
    if closes(rest, last) && !attribute {
        claim
    } else {
        Tail::Nothing
    }
}

/// Endings of a predicate that is not polite.
const PLAIN: &[&str] = &["する", "した", "る", "れる", "られる", "いる", "できる", "た"];

/// Whether a sentence ends politely.
fn is_polite(rest: &str) -> bool {
    let end = rest.trim_end();
    ["ます", "ません", "です", "ました"]
        .iter()
        .any(|word| end.ends_with(word))
}

/// Whether the words behind a predicate show that its clause is a main one.
fn closes(rest: &str, last: &str) -> bool {
    let polite = last.ends_with("ます") || last.ends_with("ません") || last == "です" || last == "た";
    let plain = [
        "",
        "、",
        "が、",
        "けれど",
        "とともに",
        "（",
        "(",
        ")",
        "）",
        "し、",
        "が ",
    ];
    let after_polite = ["が", "ので", "から", "し", "けれ", "の", "：", ":", "と"];
    let first = plain.iter().any(|end| {
        if end.is_empty() {
            rest.trim().is_empty()
        } else {
            rest.starts_with(end)
        }
    });
    first || (polite && last != "た" && after_polite.iter().any(|end| rest.starts_with(end)))
}

/// The text without the first of the prefixes it has, and how long that is.
fn strip_any<'a>(text: &'a str, prefixes: &[&str]) -> (&'a str, usize) {
    prefixes
        .iter()
        .find_map(|prefix| text.strip_prefix(prefix).map(|rest| (rest, prefix.len())))
        .unwrap_or((text, 0))
}
