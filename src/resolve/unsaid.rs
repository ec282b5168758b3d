//! Rules without words: what ［］ says of a clause and no words of it tell the reader of the page.
//!
//! The words of a clause are its own and those it stands in: titles, paragraphs and bullets of the blocks around it, the cells of
//! its row and the heads of its table. A block with ［］ and wording of its own is compared where it is read (`meaning`); here
//! stands what is said in one statement and meant in another. What may be told elsewhere is not missed.

mod abroad;
mod heard;

use std::cell::OnceCell;

use self::heard::Heard;
use super::clauses::Scope as Where;
use super::meaning::Resolver;
use super::norms::Norms;
use super::turned::{stated, verbs};
use super::words_of::Words;
use crate::diagnostic::{Diagnostic, Level};
use crate::keyword::Keyword;
use crate::norm::Act;
use crate::span::Span;
use crate::syntax::ast::{MeaningItem, Statement};
use crate::vocabulary::{ConceptId, Dimension};
use crate::wording::polarity::Polarity;
use crate::wording::report;

/// Words that speak of the conditions that the language knows, however they are put.
const CONDITIONS: [(&str, &[&str]); 10] = [
    ("同意", &["同意", "承諾", "許諾", "了承", "了解"]),
    ("法令", &["法令", "法律", "法に", "条例", "令状", "条"]),
    (
        "法令上の義務",
        &["義務", "法令", "法律", "法に", "条例", "令状", "命令"],
    ),
    ("生命身体財産の保護", &["生命", "身体", "財産"]),
    ("公衆衛生", &["公衆衛生", "児童"]),
    ("国等への協力", &["国の機関", "地方公共団体", "協力"]),
    ("学術研究", &["学術"]),
    ("事業承継", &["承継", "合併", "譲渡", "分割"]),
    ("契約", &["契約", "規約", "取引"]),
    ("オプトアウト届出", &["オプトアウト", "停止", "求め", "23条", "27条"]),
];

/// Every permission of which its words tell nothing, and every part of a clause that its words do not tell or take out.
pub(super) fn find(root: &Statement, norms: &Norms<'_>, resolver: &Resolver<'_, '_, '_, '_>) -> Vec<Diagnostic> {
    let mut unsaid = abroad::untold(root, resolver);
    visit(Block::new(root), &mut Vec::new(), None, norms, &mut unsaid, resolver);
    unsaid
}

/// Reports them, of a policy with errors only its errors: what seems unsaid may be what could not be read.
pub(super) fn report(unsaid: Vec<Diagnostic>, broken: bool, resolver: &mut Resolver<'_, '_, '_, '_>) {
    let faulty = resolver.context.has_errors();
    for diagnostic in unsaid {
        if !broken && (!faulty || diagnostic.level == Level::Error) {
            resolver.context.report(diagnostic);
        }
    }
}

/// A block around clauses, with what was heard in it. Each is read once, however many clauses it holds.
struct Block<'a> {
    statement: &'a Statement,
    /// What it says by itself.
    says: OnceCell<Heard>,
    /// All that stands in it.
    whole: OnceCell<Heard>,
}

impl<'a> Block<'a> {
    fn new(statement: &'a Statement) -> Self {
        Self {
            statement,
            says: OnceCell::new(),
            whole: OnceCell::new(),
        }
    }

    fn says(&self, resolver: &Resolver<'_, '_, '_, '_>) -> &Heard {
        self.says.get_or_init(|| {
            let mut words = Words::default();
            words.say(self.statement);
            Heard::of(&words, resolver)
        })
    }

    fn whole(&self, resolver: &Resolver<'_, '_, '_, '_>) -> &Heard {
        self.whole.get_or_init(|| {
            let mut words = Words::default();
            words.whole(self.statement);
            Heard::of(&words, resolver)
        })
    }
}

fn visit<'a>(
    block: Block<'a>,
    around: &mut Vec<Block<'a>>,
    clause: Where,
    norms: &Norms<'_>,
    unsaid: &mut Vec<Diagnostic>,
    resolver: &Resolver<'_, '_, '_, '_>,
) {
    let statement = block.statement;
    around.push(block);
    for child in statement.children() {
        if child.kind == Keyword::Test {
            continue;
        }
        let own = resolver.names.outline.clause_of(child).or(clause);
        let act = stated(child.kind).filter(|(act, _)| *act != Act::TransferAbroad);
        if act.is_some() || child.kind == Keyword::Rider {
            unsaid.extend(of_clause(child, act, around, own, resolver));
            unsaid.extend(excepted(child, norms, resolver));
            if let Some((act, false)) = act {
                unsaid.extend(refused_in_words(child, act, norms, resolver));
            }
        }
        visit(Block::new(child), around, own, norms, unsaid, resolver);
    }
    around.pop();
}

/// Whether a reader learns of something.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Telling {
    /// It is named.
    Told,
    /// It may stand elsewhere, or is what the act is about anyway.
    Presumed,
    Unsaid,
}

fn of_clause(
    statement: &Statement,
    act: Option<(Act, bool)>,
    around: &[Block<'_>],
    clause: Where,
    resolver: &Resolver<'_, '_, '_, '_>,
) -> Vec<Diagnostic> {
    let meant = meant(statement, clause, resolver);
    if meant.is_empty() {
        return Vec::new();
    }
    let told = Told::by(statement, act.map(|(act, _)| act), around, resolver);
    let tellings: Vec<Telling> = (meant.iter())
        .map(|(dimension, id, _)| told.telling(*dimension, *id, resolver))
        .collect();
    if !tellings.contains(&Telling::Unsaid) {
        return Vec::new();
    }
    if act.is_some_and(|(_, forbids)| !forbids) && told.silent && !tellings.contains(&Telling::Told) {
        let keyword = statement.kind.word();
        return vec![report::unworded(keyword, statement.place())];
    }
    let unsaid = meant
        .into_iter()
        .zip(tellings)
        .filter(|(_, telling)| *telling == Telling::Unsaid);
    let of = |(dimension, id, place): (Dimension, ConceptId, Span)| {
        report::unstated_in_wording(&resolver.names.graph(dimension).get(id).name, place, told.words)
    };
    unsaid.map(|(one, _)| of(one)).collect()
}

/// What the words take out of what is named, and the rules do not: 「氏名を除く個人情報」 without 除外, 「加盟店以外」.
fn excepted(statement: &Statement, norms: &Norms<'_>, resolver: &Resolver<'_, '_, '_, '_>) -> Vec<Diagnostic> {
    let stated = norms.of_statement.get(&statement.head).into_iter().flatten();
    let stated: Vec<_> = stated
        .map(|id| &norms.norms[id.0 as usize])
        .filter(|norm| !norm.exception)
        .collect();
    let words = Words::own(statement);
    let read: Vec<_> = words
        .all
        .iter()
        .map(|(wording, _)| resolver.labels.read(wording))
        .collect();
    let all = || read.iter().flat_map(|read| &read.found);
    let mut told: Vec<(Dimension, ConceptId)> = Vec::new();
    let mut found = Vec::new();
    // What a 加工 takes out is held, and dropped before the act.
    let processed = statement.children_of(Keyword::Processing).next().is_some();
    for one in all().filter(|one| one.excepted && !(processed && one.dimension == Dimension::Data)) {
        let graph = resolver.names.graph(one.dimension);
        let covers = |id: ConceptId| {
            stated.iter().any(|norm| match one.dimension {
                Dimension::Data => norm.data.leaves.intersects(graph.leaves_of(id)),
                Dimension::Party => norm.parties.leaves.intersects(graph.leaves_of(id)),
                Dimension::Purpose | Dimension::Condition => false,
            })
        };
        let [id] = one.concepts.as_slice() else { continue };
        let elsewhere =
            all().any(|other| other.dimension == one.dimension && !other.excepted && other.concepts.contains(id));
        if covers(*id) && !elsewhere && !told.contains(&(one.dimension, *id)) {
            told.push((one.dimension, *id));
            found.push(report::not_taken_out(
                &graph.get(*id).name,
                one.dimension == Dimension::Data,
                one.span,
                statement.place(),
            ));
        }
    }
    found
}

/// What the words of a permission say is not done, and its rule permits: 「氏名と病歴を提供します。ただし、病歴は提供しません」. Silent where
/// another rule refuses it.
fn refused_in_words(
    statement: &Statement,
    act: Act,
    norms: &Norms<'_>,
    resolver: &Resolver<'_, '_, '_, '_>,
) -> Vec<Diagnostic> {
    let of_act = |refuses: bool| {
        (norms.norms.iter()).filter(move |norm| norm.effect.refuses() == refuses && norm.acts.contains(act))
    };
    let own = norms.of_statement.get(&statement.head).into_iter().flatten();
    let own: Vec<_> = own.map(|id| &norms.norms[id.0 as usize]).collect();
    let graph = resolver.names.graph(Dimension::Data);
    let words = Words::own(statement);
    let mut told: Vec<ConceptId> = Vec::new();
    let mut found = Vec::new();
    for (wording, _) in &words.all {
        let read = resolver.labels.read(wording);
        let said: Vec<_> = (read.claims().iter())
            .filter(|claim| verbs(act).contains(&claim.verb))
            .collect();
        if said.iter().all(|claim| claim.polarity == Polarity::Negated) {
            continue;
        }
        for claim in said.iter().filter(|claim| claim.polarity == Polarity::Negated) {
            let place = read.passage.span(claim.clause.clone());
            let named = (read.found.iter()).filter(|one| one.dimension == Dimension::Data && !one.excepted);
            for one in named.filter(|one| place.contains(one.span)) {
                let [id] = one.concepts.as_slice() else { continue };
                let leaves = graph.leaves_of(*id);
                let permitted =
                    graph.children(*id).is_empty() && own.iter().any(|norm| norm.data.leaves.intersects(leaves));
                let refused = || of_act(true).any(|norm| leaves.is_subset(&norm.data.leaves));
                if permitted && !refused() && !told.contains(id) {
                    told.push(*id);
                    found.push(report::not_taken_out(
                        &graph.get(*id).name,
                        true,
                        one.span,
                        statement.place(),
                    ));
                }
            }
        }
    }
    found
}

/// What ［］ names in a clause and in its blocks without words, each with its place.
fn meant(
    statement: &Statement,
    clause: Where,
    resolver: &Resolver<'_, '_, '_, '_>,
) -> Vec<(Dimension, ConceptId, Span)> {
    let mut meant = Vec::new();
    let mut add = |dimension, statement: &Statement| {
        for item in statement.meaning_items() {
            let paths = match item {
                MeaningItem::Name(path) => std::slice::from_ref(path),
                MeaningItem::Together(paths) => paths,
                _ => continue,
            };
            for path in paths {
                let found = resolver.names.find(dimension, &path.text(), clause);
                meant.extend(found.map(|id| (dimension, id, path.span)));
            }
        }
    };
    add(Dimension::Data, statement);
    for block in statement.children() {
        let dimension = match block.kind {
            Keyword::Items | Keyword::Target => Dimension::Data,
            Keyword::Unless | Keyword::Cases => Dimension::Condition,
            Keyword::Recipient | Keyword::Provider | Keyword::Destination => Dimension::Party,
            Keyword::Purpose => Dimension::Purpose,
            _ => continue,
        };
        if Words::own(block).all.is_empty() {
            add(dimension, block);
        }
    }
    meant
}

/// The words that tell of a clause.
struct Told<'b, 'a> {
    act: Option<Act>,
    own: Heard,
    around: &'b [Block<'a>],
    /// The clause has no words of its own.
    silent: bool,
    /// It has a 加工, whose words tell what is taken out and what stays.
    processed: bool,
    /// Where they begin; where the clause stands, if there are none.
    words: Span,
}

impl<'b, 'a> Told<'b, 'a> {
    fn by(
        statement: &'a Statement,
        act: Option<Act>,
        around: &'b [Block<'a>],
        resolver: &Resolver<'_, '_, '_, '_>,
    ) -> Self {
        let words = Words::own(statement);
        let from = around
            .iter()
            .rposition(|block| block.statement.kind == Keyword::Chapter);
        // Outside all chapters it stands in the 方針 itself.
        let around = &around[from.unwrap_or(around.len().saturating_sub(1))..];
        let in_row = around.last().is_some_and(|block| block.statement.kind == Keyword::Row);
        let mut first = words.all.first().map(|(wording, _)| wording.span);
        for block in around.iter().rev() {
            first = first.or_else(|| block.statement.wordings.first().map(|wording| wording.span));
        }
        Self {
            act,
            own: Heard::of(&words, resolver),
            around,
            silent: words.all.is_empty() && !in_row,
            processed: statement.children_of(Keyword::Processing).next().is_some(),
            words: first.unwrap_or_else(|| statement.place()),
        }
    }

    fn telling(&self, dimension: Dimension, id: ConceptId, resolver: &Resolver<'_, '_, '_, '_>) -> Telling {
        let graph = resolver.names.graph(dimension);
        let concept = graph.get(id);
        let category = !graph.children(id).is_empty();
        let labels = || std::iter::once(&concept.name).chain(&concept.labels);
        let near = || std::iter::once(&self.own).chain(self.around.iter().map(|block| block.says(resolver)));
        // 「氏名を提供します」 beside ［個人情報］: the words tell a part and mean no more.
        if category && !self.processed && self.own.names_only_parts(dimension, id, graph) {
            return Telling::Unsaid;
        }
        // A table of the clause lists what it is about: a wide name before it tells of nothing else.
        if self.own.names_only_others(dimension, id, graph) && !near().any(|heard| heard.names_exactly(dimension, id)) {
            return Telling::Unsaid;
        }
        let chapter = || self.around.first().map(|block| block.whole(resolver));
        if near().any(|heard| heard.names(dimension, id, graph))
            || (self.silent || category) && chapter().is_some_and(|heard| heard.names(dimension, id, graph))
        {
            return Telling::Told;
        }
        let presumed = near().any(|heard| heard.leaves_open)
            || match dimension {
                Dimension::Purpose => {
                    chapter().is_some_and(|heard| heard.speaks_of_purpose())
                        || labels().any(|label| near().any(|heard| heard.contain(label)))
                }
                // Whom an act goes to is said by the act: 「第三者に提供しません」, and 共同利用者 by 「共同利用します」.
                Dimension::Party => {
                    category || labels().any(|label| self.act.is_some_and(|act| label.starts_with(act.word())))
                }
                Dimension::Data => category && chapter().is_some_and(|heard| heard.speaks_of_data()),
                Dimension::Condition => {
                    let text = |words: &[&str]| near().any(|heard| words.iter().any(|word| heard.contain(word)));
                    let is_a = |kind: &str| graph.find(kind).is_some_and(|kind| graph.contains(kind, id));
                    let kinds: Vec<_> = CONDITIONS.iter().filter(|(kind, _)| is_a(kind)).collect();
                    match kinds.is_empty() {
                        false => kinds.iter().any(|(_, words)| text(words)),
                        // 「法令に基づく場合を除き」 speaks of a case, and says which.
                        true => {
                            let general = ["場合", "とき", "時", "際", "限り", "除", "同意", "ほか"];
                            text(&general) && !near().any(Heard::names_conditions)
                        }
                    }
                }
            };
        if presumed { Telling::Presumed } else { Telling::Unsaid }
    }
}
