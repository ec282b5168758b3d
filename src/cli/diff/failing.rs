//! `--fail-on`: whether a difference was found that the caller does not let pass, and what to say then.

use std::collections::BTreeSet;

use super::compared::Compared;
use crate::cli::arguments::FailOn;
use crate::cli::sentences::failing::{self as say, Names, Rule};
use crate::diagnostic::{Annotation, Code, Lang, Level, Text, neutral};
use crate::diff::annotations::{Unacknowledged, annotations};
use crate::diff::decisions::{Class, Requests, Statement, describe};
use crate::diff::sections::example;
use crate::diff::unread::Unread;
use crate::diff::vocabulary::Side;
use crate::diff::widenings::further_statements;
use crate::diff::{ChangedLines, Comparison, Widening, gate};
use crate::vocabulary::{Concept, LeafSet, place_name};

/// How grave it is that nobody has answered for what becomes wider, and for wording that the machine has not checked: an error
/// where it makes the run fail.
fn levels(fail_on: &[FailOn]) -> Unacknowledged {
    let level = |fails: &dyn Fn(FailOn) -> bool| match fail_on.iter().any(|wanted| fails(*wanted)) {
        true => Level::Error,
        false => Level::Warning,
    };
    Unacknowledged {
        widening: level(&|wanted| wanted != FailOn::Narrower),
        unread: level(&|wanted| matches!(wanted, FailOn::Unacknowledged | FailOn::Any)),
    }
}

/// What is told where the run fails; nothing where it does not.
pub(super) fn message(compared: &[Compared<'_>], fail_on: &[FailOn], allow_unseen: bool, lang: Lang) -> Option<String> {
    let mut out = String::new();
    for one in compared {
        let name = (compared.len() > 1).then_some(one.new.subject.name.as_str());
        for reason in reasons(&one.comparison, fail_on, allow_unseen) {
            reason.write(name, lang, &mut out);
        }
    }
    (!out.is_empty()).then_some(out)
}

/// Why a comparison does not pass; empty where it does.
///
/// Whatever is asked for, what was not compared to the end does not pass, and neither does a widening that readers of the
/// page cannot see and nobody answers for, unless `allow_unseen`. Where acknowledgements are asked for, wording that the machine
/// has not checked needs one as well.
pub(in crate::cli) fn reasons<'c>(
    comparison: &'c Comparison<'_>,
    fail_on: &[FailOn],
    allow_unseen: bool,
) -> Vec<Reason<'c>> {
    let asked = fail_on.iter().find_map(|wanted| Reason::of(comparison, *wanted));
    let unread = fail_on
        .contains(&FailOn::Unacknowledged)
        .then(|| Reason::unread(comparison))
        .flatten();
    let unseen = || (!allow_unseen).then(|| Reason::unseen(comparison)).flatten();
    let incomplete = (!comparison.decisions.complete).then(Reason::not_known);
    incomplete
        .into_iter()
        .chain(asked.or_else(unseen))
        .chain(unread)
        .collect()
}

/// The same at the places of the new revision: what is remarkable in any case, and what `--fail-on` makes an error.
pub(in crate::cli) fn remarks(
    comparison: &Comparison<'_>,
    fail_on: &[FailOn],
    changed: &ChangedLines,
) -> Vec<Annotation<'static>> {
    let mut remarks = annotations(comparison, levels(fail_on), changed);
    if fail_on.contains(&FailOn::Wider) {
        // An acknowledgement does not help here.
        let wider = remarks.iter_mut().filter(|one| one.rule.id == "acknowledged-widening");
        wider.for_each(|one| one.level = Level::Error);
    }
    if fail_on.contains(&FailOn::Narrower) {
        remarks.extend(gate::narrowings(comparison, changed));
    }
    if fail_on.contains(&FailOn::Any) {
        remarks.extend(gate::difference(comparison, changed));
    }
    remarks
}

/// As many as a reader of a log takes in.
const MOST: usize = 10;

/// Why a run fails.
pub(in crate::cli) struct Reason<'c> {
    head: Text,
    items: Vec<Item<'c>>,
    help: Text,
}

/// What a reason is about.
enum Item<'c> {
    /// A change of decisions by its first statement, and how many more statements belong to it.
    Decided(&'c Statement, usize),
    /// Wording, by what it is called.
    Worded(Text),
}

impl<'c> Reason<'c> {
    fn of(comparison: &'c Comparison<'_>, wanted: FailOn) -> Option<Self> {
        let statements = || comparison.decisions.statements.iter();
        let narrower = || statements().filter(|one| one.class == Class::Narrower);
        let alone = |one| Item::Decided(one, 0);
        match wanted {
            FailOn::Unacknowledged => {
                let widenings: Vec<Widening<'_>> = comparison.unacknowledged().collect();
                let help = say::mend_or_acknowledge(&to_name(comparison, &widenings));
                Self::if_any(widenings.into_iter().map(item), say::unacknowledged, help)
            }
            FailOn::Wider => {
                let widenings = comparison.widenings().into_iter();
                Self::if_any(widenings.map(item), say::wider, Text::empty())
            }
            FailOn::Narrower => Self::if_any(narrower().map(alone), say::narrower, Text::empty()),
            FailOn::Any => (!comparison.is_empty()).then(|| Self {
                head: say::different(),
                items: statements().map(alone).collect(),
                help: Text::empty(),
            }),
        }
    }

    /// Widenings that the wording does not show.
    fn unseen(comparison: &'c Comparison<'_>) -> Option<Self> {
        let unseen: Vec<Widening<'_>> = comparison.unacknowledged().filter(|one| !one.visible).collect();
        let help = say::show_acknowledge_or_undo(&to_name(comparison, &unseen));
        Self::if_any(unseen.into_iter().map(item), say::unseen, help)
    }

    /// Wording that the machine has not checked and that nobody answers for.
    fn unread(comparison: &'c Comparison<'_>) -> Option<Self> {
        let unread: Vec<Unread<'_>> = comparison.unanswered().collect();
        let names: Option<Vec<String>> = unread.iter().map(|one| comparison.name_of(one.subject)).collect();
        let names = names.map_or_else(
            || Names(Text::new("条項の名前", "NAMES")),
            |names| Names(Text::new(names.join("、"), names.join("、"))),
        );
        let help = say::read_and_acknowledge(&names);
        Self::if_any(
            unread.into_iter().map(|one| Item::Worded(one.called)),
            say::unread,
            help,
        )
    }

    /// That there are some; nothing where there are none.
    fn if_any(items: impl Iterator<Item = Item<'c>>, head: fn(&usize) -> Text, help: Text) -> Option<Self> {
        let items: Vec<_> = items.collect();
        (!items.is_empty()).then(|| Self {
            head: head(&items.len()),
            items,
            help,
        })
    }

    /// What was not looked at cannot pass.
    fn not_known() -> Self {
        Self {
            head: say::not_compared_to_the_end(&Rule(Code::H0708.to_string())),
            items: Vec::new(),
            help: say::revise_in_smaller_steps(),
        }
    }

    /// In a sentence or two, for a page.
    pub(in crate::cli) fn told(&self, lang: Lang) -> String {
        let end = match lang {
            Lang::Ja => "。",
            Lang::En => ". ",
        };
        let texts = [self.head.get(lang), self.help.get(lang)].into_iter();
        let texts = texts.filter(|text| !text.is_empty());
        texts
            .flat_map(|text| [text, end])
            .collect::<String>()
            .trim_end()
            .to_owned()
    }

    /// In one sentence, and what to do; plain text.
    pub(in crate::cli) fn text(&self) -> (&Text, &Text) {
        (&self.head, &self.help)
    }

    pub(in crate::cli) fn write(&self, name: Option<&str>, lang: Lang, out: &mut String) {
        let name = name
            .map(|name| format!("{}: ", neutral::line(name)))
            .unwrap_or_default();
        let head = self.head.get(lang);
        out.push_str(&format!("{}: {name}{head}\n", Level::Error.word(lang)));
        for item in self.items.iter().take(MOST) {
            let (statement, further) = match item {
                Item::Decided(statement, further) => (*statement, further),
                Item::Worded(called) => {
                    out.push_str(&format!("  ・{}\n", called.get(lang)));
                    continue;
                }
            };
            let text = statement.text.get(lang);
            out.push_str(&format!("  ・{text}\n    {}\n", example(statement).get(lang)));
            if *further > 0 {
                let further = further_statements(*further);
                out.push_str(&format!("    {}\n", further.get(lang)));
            }
        }
        let more = self.items.len().saturating_sub(MOST);
        if more > 0 {
            let more = say::and_more(&more);
            out.push_str(&format!("  ・{}\n", more.get(lang)));
        }
        let help = self.help.get(lang);
        if !help.is_empty() {
            let head = match lang {
                Lang::Ja => "対処",
                Lang::En => "help",
            };
            out.push_str(&format!("  {head}: {help}\n"));
        }
    }
}

fn item(widening: Widening<'_>) -> Item<'_> {
    Item::Decided(widening.first(), widening.more())
}

/// What an acknowledgement of these would name: words that are new, else the clauses that are responsible.
fn to_name(comparison: &Comparison<'_>, widenings: &[Widening<'_>]) -> Names {
    let mut names = BTreeSet::new();
    let unnamed = || Names(Text::new("条項や語彙の名前", "NAMES"));
    for widening in widenings {
        if let Some(words) = new_words(comparison, widening) {
            names.extend(words);
            continue;
        }
        for statement in &widening.statements {
            match responsible(comparison, statement) {
                Some(more) => names.extend(more),
                None => return unnamed(),
            }
        }
    }
    let names: Vec<String> = names.into_iter().collect();
    Names(Text::new(names.join("、"), names.join("、")))
}

/// The words that a widening is about, if the old revision knows none of them.
fn new_words(comparison: &Comparison<'_>, widening: &Widening<'_>) -> Option<Vec<String>> {
    (0..Requests::DECLARED.len()).find_map(|at| {
        let sets = widening.statements.iter().map(|one| one.requests.declared()[at].1);
        let (dimension, set) = (Requests::DECLARED[at], LeafSet::union_all(sets));
        let joint = comparison.vocabulary.joint(dimension);
        if set.is_empty() || set.intersects(joint.known(Side::Old)) {
            return None;
        }
        let graph = comparison.new.vocabulary.graph(dimension);
        let described = describe(joint, comparison.old.vocabulary.graph(dimension), graph, &set);
        // その他の X is nobody's name.
        let own = |name: &str| name.rsplit('.').next().map(str::to_owned);
        // A party goes by its name, and by that with its country.
        let there = |concept: &Concept| match concept.countries.as_slice() {
            [country] => Some(place_name(&concept.name, country)),
            _ => None,
        };
        let known: BTreeSet<String> = graph
            .iter()
            .flat_map(|(_, concept)| [own(&concept.name), there(concept)])
            .flatten()
            .collect();
        let named = |name: &String| known.contains(name);
        let all = described.except.is_empty() && !described.names.is_empty() && described.names.iter().all(named);
        all.then_some(described.names)
    })
}

/// The names of the clauses that are responsible, if all of them have names.
fn responsible(comparison: &Comparison<'_>, statement: &Statement) -> Option<Vec<String>> {
    let (old, new) = (&comparison.old.document, &comparison.new.document);
    let responsible = comparison.responsible(statement).into_iter();
    let names: Option<Vec<String>> = responsible
        .map(|(side, clause)| {
            let kept = match side {
                Side::New => Some(clause),
                Side::Old => comparison.pairing.new_of(clause),
            };
            match kept {
                Some(kept) => new.clause(kept).name.clone(),
                None => old.clause(clause).name.as_ref().map(|name| format!("旧版.{name}")),
            }
        })
        .collect();
    names.filter(|names| !names.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compile::{NoImports, compile};
    use crate::diff::{Options, compare};

    const POLICY: &str = "情報 個人情報 { ・氏名 }\n方針「個人情報」{\n  章 取得「取得」{\n    取得「当社は、氏名を取得します。」\n  }\n}\n";

    /// Whatever was asked for, and though nothing was found: what was not compared does not pass, and is said first.
    #[test]
    fn what_was_not_compared_to_the_end_never_passes() {
        let compilation = compile(
            "a.policy",
            POLICY.into(),
            &mut NoImports,
            &crate::compile::Options::default(),
        );
        let policy = compilation.policy.expect("a policy");
        let mut comparison = compare(&policy, &policy, &Options::default());
        assert!(reasons(&comparison, &[FailOn::Any], false).is_empty());
        comparison.decisions.complete = false;
        for wanted in [&[][..], &[FailOn::Narrower], &[FailOn::Unacknowledged, FailOn::Any]] {
            let found = reasons(&comparison, wanted, true);
            let head = found.first().expect("a reason").text().0;
            assert_eq!(head.ja, "[H0708] 最後まで比べていません");
            let remarks = remarks(&comparison, wanted, &ChangedLines::default());
            assert_eq!(
                (remarks[0].rule.id, remarks[0].level),
                ("not-compared-to-the-end", Level::Error)
            );
        }
    }

    /// `--fail-on wider` fails exactly where the list of widenings holds something, answered for or not, seen or not.
    #[test]
    fn wider_fails_exactly_where_something_widens() {
        let policy = |data: &str, words: &str, items: &str| {
            let source = format!(
                "情報 個人情報 {{\n・氏名［直接識別］\n{data}\n}}\n方針「個人情報」{{\n  章 取得「取得」{{\n    取得「当社は、{words}を取得します。」{{\n項目［{items}］\n}}\n  }}\n}}\n"
            );
            let options = crate::compile::Options::default();
            let compilation = compile("a.policy", source.into(), &mut NoImports, &options);
            compilation.policy.expect("a policy")
        };
        let revisions = [
            policy("", "氏名", "氏名"),
            policy("・生年", "氏名", "氏名"),
            policy("・生年", "氏名と生年", "氏名、生年"),
            policy("・生年月日", "氏名と生年月日", "氏名、生年月日"),
            policy("・生年月日", "個人情報", "個人情報"),
            policy("・生年月日\n・住所", "個人情報", "個人情報"),
        ];
        let mut wider = 0;
        for (before, after) in revisions
            .iter()
            .flat_map(|one| revisions.iter().map(move |two| (one, two)))
        {
            let comparison = compare(before, after, &Options::default());
            let widens = !comparison.widenings().is_empty();
            assert_eq!(reasons(&comparison, &[FailOn::Wider], true).is_empty(), !widens);
            assert_eq!(comparison.has(Class::Wider), widens);
            wider += usize::from(widens);
        }
        assert!(wider > 5 && wider < 30, "{wider}");
    }
}
