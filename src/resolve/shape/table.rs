//! The table of the language: what may stand where, and which parts each statement takes.
//!
//! No `match` over what may be written ends in `_`: a keyword that no table answers does not compile.

use crate::keyword::Keyword::{self, *};
use crate::keyword::{Kind, acts, dates, levels, notices, prohibitions};
use crate::norm::Act;
use crate::resolve::kinds::{act_of, forbidden_act_of, is_clause_of_acts, is_level};

/// Whether a part may stand in a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Need {
    No,
    May,
    Must,
}

/// The parts a statement takes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shape {
    pub(super) name: Need,
    pub(super) meaning: Need,
    pub(super) wording: Need,
    pub(super) string: Need,
    pub(super) body: Need,
}

const fn shape_of(name: Need, meaning: Need, wording: Need, string: Need, body: Need) -> Shape {
    Shape {
        name,
        meaning,
        wording,
        string,
        body,
    }
}

/// The parts of each kind of statement; `parent` matters where a keyword means another thing inside 検証.
pub(super) fn shape(kind: Keyword, parent: Option<Keyword>) -> Shape {
    use Need::{May, Must, No};
    let in_test = parent == Some(Test);
    match kind {
        Condition | Processing if in_test => shape_of(No, Must, No, No, No),
        Purpose | Route if in_test => shape_of(No, Must, No, No, No),
        act if in_test && act_of(act).is_some() => shape_of(No, Must, No, No, No),
        Policy => shape_of(No, No, Must, No, Must),
        Import | PreviousRevision => shape_of(No, No, No, Must, No),
        Operator => shape_of(Must, May, Must, No, May),
        Address | Representative => shape_of(No, No, Must, No, No),
        Established | Effective => shape_of(No, Must, No, No, No),
        Revised | LastRevised => shape_of(No, Must, No, No, May),
        Summary => shape_of(No, No, May, No, Must),
        // What an acknowledgement lacks is told at once, in `revisions`.
        Acknowledgement => shape_of(No, May, No, May, No),
        Numbering | LevelWords => shape_of(No, Must, No, No, No),
        Contents => shape_of(No, No, No, No, No),
        levels!() => shape_of(May, No, Must, No, May),
        GroupHeading => shape_of(May, No, Must, No, May),
        Table => shape_of(May, No, May, No, Must),
        Columns => shape_of(No, No, Must, No, No),
        Row => shape_of(May, No, Must, No, May),
        DefinedTerm => shape_of(May, No, May, No, May),
        Data | Party | Condition | Purpose | Route => shape_of(May, May, May, No, May),
        Examples => shape_of(No, No, May, No, Must),
        Cases | Items | Recipient | Provider | Destination => shape_of(No, May, May, No, May),
        Drop | Keep | Generalise | State | LegalBasis | Unless | Target | Acts | Priority | Expected => {
            shape_of(No, Must, No, No, No)
        }
        Limit => shape_of(No, Must, No, No, May),
        Forbid | Permit => shape_of(No, Must, May, No, No),
        Period => shape_of(No, May, May, No, No),
        Processing => shape_of(No, May, May, No, May),
        Rider => shape_of(May, No, May, No, Must),
        Linking => shape_of(May, Must, May, No, May),
        notices!() => shape_of(May, May, May, No, May),
        Test => shape_of(May, No, May, No, Must),
        Prose if parent == Some(Summary) => shape_of(No, May, Must, No, No),
        Prose => shape_of(May, No, Must, No, No),
        Entry => shape_of(May, May, May, No, No),
        Unknown => shape_of(May, May, May, May, May),
        acts!() | prohibitions!() => shape_of(May, May, May, No, May),
    }
}

/// Whether `child` may stand in the block of `parent` (`None`: at the top of a file).
pub(super) fn may_hold(parent: Option<Keyword>, child: Keyword) -> bool {
    let Some(parent) = parent else {
        return matches!(
            child,
            Policy | Import | Data | Party | Condition | Purpose | DefinedTerm | Test | Unknown
        );
    };
    // What cannot be made out was reported; what stands in it is judged when it can.
    if parent == Unknown {
        return true;
    }
    let prose_place =
        parent == Policy || is_level(parent) || matches!(parent, GroupHeading) || parent.kind() == Kind::Notice;
    let clause = is_clause_of_acts(parent);
    // 越境 lets other clauses reach abroad and states nothing of its own.
    let states = clause && parent != TransferAbroad;
    let permits = states && act_of(parent).is_some();
    let act = act_of(parent).or_else(|| forbidden_act_of(parent));
    let receives = matches!(act, Some(Act::Receive | Act::AcceptEntrustment));
    if parent == Test {
        return act_of(child).is_some()
            || matches!(
                child,
                Recipient | Provider | Destination | Purpose | Condition | Processing | Route | Expected | Unknown
            );
    }
    match child {
        Unknown => true,
        Policy | Import => false,
        Data | Party => parent == Policy || parent == child,
        Condition => matches!(parent, Policy | Condition | Cases),
        DefinedTerm => matches!(parent, Policy | DefinedTerm),
        Operator | PreviousRevision | Numbering | LevelWords | Contents | Chapter => parent == Policy,
        Address | Representative => parent == Operator,
        dates!() => prose_place,
        Summary | Acknowledgement => matches!(parent, Revised | LastRevised),
        Section => matches!(parent, Policy | Chapter),
        Subsection => matches!(parent, Chapter | Section),
        GroupHeading | Table => prose_place && parent != GroupHeading || clause || parent == Rider,
        Columns | Row => parent == Table,
        Purpose => prose_place || states || matches!(parent, Purpose | Examples | Processing),
        Examples => parent == Purpose,
        Route => prose_place || matches!(parent, Route | Collect),
        Cases => states || matches!(parent, Rider | Linking | Purpose | Processing),
        // Who the data comes from is told by 経路; who acts alone has no other party.
        Recipient => {
            states && !receives && act.is_some_and(Act::has_other_party) || matches!(parent, Processing | Rider)
        }
        Provider => receives || matches!(parent, Processing | Rider),
        Destination => act == Some(Act::Transmit) || matches!(parent, Processing | Rider),
        Items => states || matches!(parent, Processing | Purpose),
        Processing => permits || parent == Purpose,
        Drop => states || parent == Processing,
        Keep | Generalise => parent == Processing,
        // A prohibition says up to which state it bites; what a permit asks for is said in its 加工.
        State => clause && !permits && parent != TransferAbroad || parent == Processing,
        LegalBasis => states || parent == Purpose,
        // How soon something is erased is no period that it is kept for.
        Period => permits && act != Some(Act::Erase) || parent == Purpose,
        Unless => states || matches!(parent, Rider | Processing | Purpose),
        Rider => prose_place,
        Target | Limit | Forbid | Permit => parent == Rider,
        Acts => parent == Limit,
        Priority => states || parent == Rider,
        Linking => prose_place || clause,
        notices!() => prose_place || clause,
        Test => parent == Policy,
        Expected => false,
        Prose => {
            prose_place
                || clause
                || matches!(
                    parent,
                    Rider
                        | Purpose
                        | Examples
                        | Summary
                        | Items
                        | Cases
                        | Recipient
                        | Provider
                        | Destination
                        | Processing
                        | Route
                )
        }
        Entry => matches!(parent, Items | Recipient | Provider | Destination),
        acts!() | prohibitions!() => prose_place || matches!(parent, Rider | Row),
    }
}

/// What may stand only once in a block.
pub(super) fn only_once(child: Keyword, parent: Keyword) -> bool {
    match child {
        Operator | PreviousRevision | Contents | Address | Representative | Columns | Expected | LastRevised
        | Established | Effective | Numbering | LevelWords | Summary | Acts => true,
        State => parent == Processing || is_clause_of_acts(parent),
        Purpose | Processing | Route => parent == Test,
        _ => false,
    }
}

/// The blocks a statement may stand in, shortened to the first few.
pub(super) fn homes(kind: Keyword) -> Vec<&'static str> {
    let top = may_hold(None, kind).then_some("ファイルの一番外側");
    let blocks = Keyword::WORDS
        .iter()
        .filter(|parent| parent.kind() != Kind::Prohibition)
        .filter(|parent| may_hold(Some(**parent), kind))
        .map(|parent| parent.word());
    top.into_iter().chain(blocks).collect()
}

/// How a statement of this kind is written, where something of it is missing; empty where nothing can be.
pub(super) fn example(kind: Keyword) -> &'static str {
    match kind {
        Policy => "方針「個人情報の取扱いについて」{ … }",
        Import => "取込 \"vocabulary.policy\"",
        PreviousRevision => "旧版 \"2025.policy\"",
        Operator => "事業者 当社「株式会社○○」",
        Established | Revised | LastRevised | Effective => "最終改定［2026-04-01］",
        Summary => "概要「改定の概要」{ ・「○○を加えました。」［条項］ }",
        Acknowledgement => "承認［条項、2026-03-15］\"理由\"",
        Numbering => "番号［章＝\"第1条\"］",
        LevelWords => "呼び名［章＝条］",
        Chapter | Section | Subsection => "章 名前「題」{ … }",
        Data => "情報 氏名［直接識別］",
        Party => "主体 加盟店「○○の加盟店」",
        Condition => "条件 注文「商品を注文された場合」",
        DefinedTerm => "用語 当社",
        Row => "行「○○」「○○」",
        Columns => "列「送信先」「目的」",
        Table => "表「題」{ 列「○○」 … }",
        Rider => "特約 名前「文言」{ 対象［情報］ 限定［目的］ }",
        Test => "検証「題」{ 利用［情報］ … }",
        Linking => "紐付け［閲覧履歴 → 個人情報］",
        Generalise => "一般化［生年月日 → 年代］",
        State => "水準［個人非識別］",
        Recipient => "提供先［加盟店］",
        Items => "項目［氏名、住所］",
        Unless => "但し［同意、法令］",
        Expected => "結果［禁止］",
        Target => "対象［要配慮個人情報］",
        Limit => "限定［配送］",
        Acts => "行為［利用、保管］",
        _ => "",
    }
}
