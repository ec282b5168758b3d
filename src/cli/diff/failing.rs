//! `--fail-on`: whether a difference was found that the caller does not let pass, and what to say then.

use std::collections::BTreeSet;

use super::Compared;
use crate::cli::arguments::FailOn;
use crate::diagnostic::{Lang, Level, Text};
use crate::diff::Comparison;
use crate::diff::decisions::{Class, Statement};
use crate::diff::sections::example;
use crate::diff::vocabulary::Side;

/// How grave a widening is that nobody has answered for: an error where it makes the run fail.
pub(super) fn level(comparison: &Comparison<'_>, fail_on: &[FailOn]) -> Level {
    let fails = fail_on.iter().any(|wanted| *wanted != FailOn::Narrower);
    match fails && comparison.has(Class::Wider) {
        true => Level::Error,
        false => Level::Warning,
    }
}

/// What is told where the run fails; nothing where it does not.
pub(super) fn message(compared: &[Compared<'_>], fail_on: &[FailOn], lang: Lang) -> Option<String> {
    let mut out = String::new();
    for one in compared {
        let reason = fail_on.iter().find_map(|wanted| Reason::of(&one.comparison, *wanted));
        if let Some(reason) = reason {
            let name = (compared.len() > 1).then_some(one.new.subject.name.as_str());
            reason.write(name, lang, &mut out);
        }
    }
    (!out.is_empty()).then_some(out)
}

/// Why a run fails.
struct Reason<'c> {
    head: Text,
    statements: Vec<&'c Statement>,
    help: Text,
}

impl<'c> Reason<'c> {
    fn of(comparison: &'c Comparison<'_>, wanted: FailOn) -> Option<Self> {
        let of = |class| -> Vec<&Statement> {
            let statements = comparison.decisions.statements.iter();
            statements.filter(|statement| statement.class == class).collect()
        };
        let (statements, ja, en): (Vec<&Statement>, _, _) = match wanted {
            FailOn::Unacknowledged => (
                comparison.unacknowledged().collect(),
                "承認のない広がりが",
                "widenings without an acknowledgement",
            ),
            FailOn::Wider => (of(Class::Wider), "広がりが", "widenings"),
            FailOn::Narrower => (of(Class::Narrower), "狭くなる変更が", "narrowings"),
            FailOn::Any if comparison.is_empty() => return None,
            FailOn::Any => {
                return Some(Self {
                    head: Text::new("二つの版に違いがあります", "the two revisions differ"),
                    statements: comparison.decisions.statements.iter().collect(),
                    help: Text::empty(),
                });
            }
        };
        if statements.is_empty() {
            return (!comparison.decisions.complete).then(Self::not_known);
        }
        let count = statements.len();
        let names = to_name(comparison, &statements);
        Some(Self {
            head: Text::new(format!("{ja} {count} 件あります"), format!("there are {en}: {count}")),
            statements,
            help: match wanted {
                FailOn::Unacknowledged => Text::new(
                    format!(
                        "意図した変更でなければ、文言と［］を直してください。意図した変更なら、法務の確認を経て、\
                         改定（最終改定）の中に 承認［{}、日付］\"理由\" を書いてください",
                        names.ja
                    ),
                    format!(
                        "if it is not meant, mend the wording and what stands in ［］; if it is, have it reviewed and \
                         write 承認［{}、DATE］\"REASON\" into the 改定 (最終改定)",
                        names.en
                    ),
                ),
                _ => Text::empty(),
            },
        })
    }

    /// What was not looked at cannot pass.
    fn not_known() -> Self {
        Self {
            head: Text::new(
                "条件の組合せが多く、許可・禁止の変化をすべては調べられませんでした",
                "there are so many combinations of conditions that not all changes of decisions could be found",
            ),
            statements: Vec::new(),
            help: Text::new(
                "一つの条項に並べる条件を減らすか、改定を小さく分けてください",
                "use fewer conditions in one clause, or revise in smaller steps",
            ),
        }
    }

    fn write(&self, name: Option<&str>, lang: Lang, out: &mut String) {
        let name = name.map(|name| format!("{name}: ")).unwrap_or_default();
        let head = self.head.get(lang);
        out.push_str(&format!("{}: {name}{head}\n", Level::Error.word(lang)));
        for statement in &self.statements {
            let text = statement.text.get(lang);
            out.push_str(&format!("  ・{text}\n    {}\n", example(statement).get(lang)));
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

/// What an acknowledgement of these would name: the clauses that are responsible, if all of them have names.
fn to_name(comparison: &Comparison<'_>, statements: &[&Statement]) -> Text {
    let responsible = statements
        .iter()
        .flat_map(|statement| comparison.responsible(statement));
    let names: Option<BTreeSet<String>> = responsible
        .map(|(side, clause)| match side {
            Side::New => comparison.new.document.clause(clause).name.clone(),
            Side::Old => match comparison.pairing.new_of(clause) {
                Some(kept) => comparison.new.document.clause(kept).name.clone(),
                None => {
                    let name = comparison.old.document.clause(clause).name.as_ref();
                    name.map(|name| format!("旧版.{name}"))
                }
            },
        })
        .collect();
    match names {
        Some(names) if !names.is_empty() => {
            let names: Vec<String> = names.into_iter().collect();
            Text::new(names.join("、"), names.join("、"))
        }
        _ => Text::new("条項や語彙の名前", "NAMES"),
    }
}
