//! Pass 1: which statement may stand where, and which parts each takes. The table of the language.

mod revision;

use std::collections::HashSet;

pub(super) use self::revision::is_retired;
use super::Context;
use crate::diagnostic::{Code, Diagnostic, Text};
use crate::norm::Act;
use crate::syntax::ast::{Statement, statements};
use crate::syntax::keyword::Keyword::{self, *};

/// Whether a part may stand in a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Need {
    No,
    May,
    Must,
}

/// The parts a statement takes.
#[derive(Debug, Clone, Copy)]
struct Shape {
    name: Need,
    meaning: Need,
    wording: Need,
    string: Need,
    body: Need,
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
fn shape(kind: Keyword, parent: Option<Keyword>) -> Shape {
    use Need::{May, Must, No};
    let in_test = parent == Some(Test);
    match kind {
        Condition | Processing if in_test => shape_of(No, Must, No, No, No),
        Purpose | Route if in_test => shape_of(No, Must, No, No, No),
        act if in_test && act_of(act).is_some() => shape_of(No, Must, No, No, No),
        Policy => shape_of(No, No, Must, No, Must),
        Import | PreviousRevision => shape_of(No, No, No, Must, No),
        Operator => shape_of(Must, No, Must, No, May),
        Address | Representative => shape_of(No, No, Must, No, No),
        Established | Effective => shape_of(No, Must, No, No, No),
        Revised | LastRevised => shape_of(No, Must, No, No, May),
        Summary => shape_of(No, No, May, No, Must),
        // What an acknowledgement lacks is told at once, in `revisions`.
        Acknowledgement => shape_of(No, May, No, May, No),
        Numbering | LevelWords => shape_of(No, Must, No, No, No),
        Contents => shape_of(No, No, No, No, No),
        Chapter | Section | Subsection => shape_of(May, No, Must, No, May),
        GroupHeading => shape_of(May, No, Must, No, May),
        Table => shape_of(May, No, May, No, Must),
        Columns => shape_of(No, No, Must, No, No),
        Row => shape_of(May, No, Must, No, May),
        DefinedTerm => shape_of(May, No, May, No, May),
        Data | Party | Condition | Purpose | Route => shape_of(May, May, May, No, May),
        Examples => shape_of(No, No, May, No, Must),
        Cases | Items | Recipient | Provider | Destination => shape_of(No, May, May, No, May),
        Drop | Keep | Generalise | State | LegalBasis | Unless | Target | Limit | Priority | Expected => {
            shape_of(No, Must, No, No, No)
        }
        Forbid | Permit => shape_of(No, Must, May, No, No),
        Period => shape_of(No, May, May, No, No),
        Processing => shape_of(No, May, May, No, May),
        Rider => shape_of(May, No, May, No, Must),
        Linking => shape_of(May, Must, May, No, May),
        Rights | Fees | PersonInCharge | SecurityMeasures | Contact | Voluntariness | AccreditedBody => {
            shape_of(May, May, May, No, May)
        }
        Test => shape_of(May, No, May, No, Must),
        Prose if parent == Some(Summary) => shape_of(No, May, Must, No, No),
        Prose => shape_of(May, No, Must, No, No),
        Entry => shape_of(May, May, May, No, No),
        Unknown => shape_of(May, May, May, May, May),
        // What is left are acts and their prohibitions.
        _ => shape_of(May, May, May, No, May),
    }
}

/// The act a keyword states.
pub(super) fn act_of(kind: Keyword) -> Option<Act> {
    Act::from_word(kind.word())
}

/// The act a keyword forbids: 提供しない.
pub(super) fn forbidden_act_of(kind: Keyword) -> Option<Act> {
    kind.word().strip_suffix("しない").and_then(Act::from_word)
}

/// Whether a statement of this kind is an act or a prohibition.
pub(super) fn is_clause_of_acts(kind: Keyword) -> bool {
    act_of(kind).is_some() || forbidden_act_of(kind).is_some()
}

fn is_level(kind: Keyword) -> bool {
    matches!(kind, Chapter | Section | Subsection)
}

fn is_notice(kind: Keyword) -> bool {
    matches!(
        kind,
        Rights | Fees | PersonInCharge | SecurityMeasures | Contact | Voluntariness | AccreditedBody
    )
}

/// Whether `child` may stand in the block of `parent` (`None`: at the top of a file).
fn may_hold(parent: Option<Keyword>, child: Keyword) -> bool {
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
    let prose_place = parent == Policy || is_level(parent) || matches!(parent, GroupHeading) || is_notice(parent);
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
        Established | Revised | LastRevised | Effective => prose_place,
        Summary | Acknowledgement => matches!(parent, Revised | LastRevised),
        Section => matches!(parent, Policy | Chapter),
        Subsection => matches!(parent, Chapter | Section),
        GroupHeading | Table => prose_place && parent != GroupHeading || clause || parent == Rider,
        Columns | Row => parent == Table,
        Purpose => prose_place || states || matches!(parent, Purpose | Examples | Processing),
        Examples => parent == Purpose,
        Route => prose_place || matches!(parent, Route | Collect),
        Cases => states || matches!(parent, Rider | Linking | Purpose | Processing),
        // Who the data comes from is told by 経路; who acts alone has no other party to receive from or send to.
        Recipient => states && !receives && act != Some(Act::Collect) || matches!(parent, Processing | Rider),
        Provider => receives || matches!(parent, Processing | Rider),
        Destination => act == Some(Act::Transmit) || matches!(parent, Processing | Rider),
        Items => states || matches!(parent, Processing | Purpose),
        Processing => permits || parent == Purpose,
        Drop => states || parent == Processing,
        Keep | Generalise => parent == Processing,
        // A prohibition says up to which state it bites; what a permit asks for is said in its 加工.
        State => clause && !permits && parent != TransferAbroad || parent == Processing,
        LegalBasis => states || parent == Purpose,
        Period => permits || parent == Purpose,
        Unless => states || matches!(parent, Rider | Processing | Purpose),
        Rider => prose_place,
        Target | Limit | Forbid | Permit => parent == Rider,
        Priority => states || parent == Rider,
        Linking => prose_place || clause,
        Rights | Fees | PersonInCharge | SecurityMeasures | Contact | Voluntariness | AccreditedBody => {
            prose_place || clause
        }
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
        // Acts and prohibitions.
        _ => prose_place || matches!(parent, Rider | Row),
    }
}

/// Checks places and parts of every statement of every file.
pub(super) fn check(context: &mut Context<'_>) {
    let files = context.files;
    let mut policies = 0;
    for (_, file) in files {
        for statement in statements(&file.items) {
            // Without its block, or with a brace too many, the policy's own statements stand at the top: that was reported.
            context.incomplete |= statement.kind == Policy && statement.body.is_none();
            context.incomplete |= statement.kind == Import && statement.strings.is_empty();
            if statement.kind == Policy {
                policies += 1;
                if policies > 1 {
                    repeated(statement, context);
                }
            }
            check_statement(statement, &mut Vec::new(), context);
        }
    }
}

/// Checks a statement in the blocks of `around`, the outermost first.
fn check_statement<'a>(statement: &'a Statement, around: &mut Vec<&'a Statement>, context: &mut Context<'_>) {
    let parent = around.last().map(|parent| parent.kind);
    if !may_hold(parent, statement.kind) {
        if parent.is_some() || !context.incomplete {
            misplaced(statement, parent, context);
        }
        return;
    }
    if parent == Some(Summary) && revision::is_bare_prose(statement) {
        revision::prose_in_summary(statement, context);
        return;
    }
    if let Some(reason) = without_effect(statement, around) {
        ineffective(statement, reason, context);
        return;
    }
    if statement.kind != Unknown {
        check_parts(statement, parent, context);
    }
    let mut once = HashSet::new();
    for child in statement.children() {
        // A request has one act and one other party, whatever the words for them.
        let kind = match child.kind {
            kind if statement.kind == Test && act_of(kind).is_some() => Use,
            Recipient | Provider | Destination if statement.kind == Test => Recipient,
            kind => kind,
        };
        let single = statement.kind == Test && matches!(kind, Use | Recipient);
        if (single || only_once(kind, statement.kind)) && !once.insert(kind) {
            repeated(child, context);
        }
        around.push(statement);
        check_statement(child, around, context);
        around.pop();
    }
    check_whole(statement, parent, context);
}

/// Why a statement would be read by nobody here, though its keyword fits the block: what to do instead.
///
/// INVARIANT: what is accepted has an effect. A condition that nobody reads would widen what is permitted.
fn without_effect(statement: &Statement, around: &[&Statement]) -> Option<Text> {
    let (parent, above) = around.split_last()?;
    let child = statement.kind;
    let untitled = statement.name.is_none() && statement.wordings.is_empty();
    let in_clause = above
        .iter()
        .any(|outer| is_clause_of_acts(outer.kind) || outer.kind == Rider);
    let rule = is_clause_of_acts(child) || matches!(child, Purpose | Route | Rider | Linking);
    let bound = matches!(child, Items | Cases | Unless | Processing | LegalBasis | Period);
    let whole = above.last().is_some_and(|outer| outer.kind == Purpose);
    let part = matches!(child, Items | Recipient | Provider | Destination | Purpose);
    match parent.kind {
        Purpose if bound && in_clause => Some(Text::new(
            "条項の中では、目的ごとに分けられません。目的ごとに条項を分けてください",
            "inside a clause it cannot be said of one purpose; write a clause for each",
        )),
        Purpose if bound && !is_stated(around) => Some(Text::new(
            "下位の目的には付けられません。章の直下の目的に書いてください",
            "it cannot be said of a sub-purpose; say it of the purpose in the chapter",
        )),
        Processing if whole && part => Some(Text::new(
            "利用目的の加工は、その目的の全体に掛かります。分けるときは目的を分けてください",
            "the processing of a stated purpose is of all of it; write two purposes",
        )),
        kind if in_clause && rule && (kind == GroupHeading || is_notice(kind)) => Some(Text::new(
            "条項の中の見出しには、文言だけを書けます。条項の直下に書いてください",
            "a heading inside a clause holds wording alone; write it in the clause itself",
        )),
        Policy if child == Purpose && untitled => Some(Text::new(
            "見出しのない目的は、章の中に書いてください",
            "a purpose without a title stands in a chapter",
        )),
        Row if around.iter().any(|outer| outer.kind == Rider) => Some(Text::new(
            "特約の中の表には、文言だけを書けます。特約の直下に書いてください",
            "a table inside a rider holds wording alone; write it in the rider itself",
        )),
        _ => None,
    }
}

/// Whether the last of these blocks is a purpose that the policy states: one in a chapter, or in a mere group there.
fn is_stated(around: &[&Statement]) -> bool {
    let mut blocks = around.iter().rev();
    blocks.next();
    blocks
        .find(|outer| outer.kind != Purpose || outer.name.is_some() || !outer.wordings.is_empty())
        .is_none_or(|outer| !matches!(outer.kind, Purpose | Examples))
}

/// What a block as a whole must or must not hold.
fn check_whole(statement: &Statement, parent: Option<Keyword>, context: &mut Context<'_>) {
    let one_value = matches!(
        statement.kind,
        State | Expected | Period | Established | Revised | LastRevised | Effective
    ) || parent == Some(Test)
        && matches!(
            statement.kind,
            Recipient | Provider | Destination | Purpose | Processing | Route
        );
    if let (true, Some(second)) = (one_value, statement.meaning_items().nth(1)) {
        let kind = called(statement.kind);
        context.report(
            Diagnostic::new(
                Code::H0302,
                Text::new(
                    format!("{}に書けるのは一つだけです", kind.ja),
                    format!("{} takes one value only", kind.en),
                ),
            )
            .label(second.span(), Text::new("二つ目", "the second"))
            .help(Text::new(
                "一つにするか、文を分けてください",
                "keep one, or write a statement for each",
            )),
        );
    }
    let holds = |wanted: fn(Keyword) -> bool| statement.children().any(|child| wanted(child.kind));
    if statement.kind == Rider
        && holds(|kind| {
            matches!(
                kind,
                Target | Cases | Unless | Priority | Recipient | Provider | Destination
            )
        })
        && !holds(|kind| matches!(kind, Limit | Forbid | Permit | Unknown) || is_clause_of_acts(kind))
    {
        context.report(
            Diagnostic::new(
                Code::H0301,
                Text::new(
                    "`特約`に限定・禁止・許可・行為のどれもありません",
                    "`特約` holds none of 限定, 禁止, 許可 and acts",
                ),
            )
            .label(statement.place(), Text::empty())
            .help(Text::new(
                "`限定［発送］` のように、特約が定めることを書いてください",
                "write what the rider rules, for example `限定［発送］`",
            )),
        );
    }
}

/// What may stand only once in a block.
fn only_once(child: Keyword, parent: Keyword) -> bool {
    match child {
        Operator | PreviousRevision | Contents | Address | Representative | Columns | Expected | LastRevised
        | Established | Effective | Numbering | LevelWords | Summary => true,
        State => parent == Processing || is_clause_of_acts(parent),
        Purpose | Processing | Route => parent == Test,
        _ => false,
    }
}

fn check_parts(statement: &Statement, parent: Option<Keyword>, context: &mut Context<'_>) {
    if is_retired(statement) {
        revision::check_retired(statement, context);
        return;
    }
    let shape = match shape(statement.kind, parent) {
        shape if revision::is_note(statement) && parent == Some(Summary) => Shape {
            meaning: Need::No,
            ..shape
        },
        shape => shape,
    };
    let parts = [
        (shape.name, statement.name.as_ref().map(|name| name.span), Part::Name),
        (
            shape.meaning,
            statement.meanings.first().map(|meaning| meaning.span),
            Part::Meaning,
        ),
        (
            shape.wording,
            statement.wordings.first().map(|wording| wording.span),
            Part::Wording,
        ),
        (
            shape.string,
            statement.strings.first().map(|quoted| quoted.span),
            Part::String,
        ),
        (shape.body, statement.body.as_ref().map(|body| body.open), Part::Body),
    ];
    for (need, found, part) in parts {
        match (need, found) {
            // The ［ ］ of a chapter was meant as 削除, and is reported.
            (Need::Must, None) if is_level(statement.kind) && !statement.meanings.is_empty() => {}
            (Need::Must, None) => missing(statement, part, context),
            (Need::No, Some(span)) if matches!(part, Part::Meaning) && is_level(statement.kind) => {
                revision::unexpected_in_level(statement, span, context);
            }
            (Need::No, Some(span)) => unexpected(statement, part, span, shape, context),
            _ => {}
        }
    }
    for wording in &statement.wordings {
        if wording.paragraphs.iter().all(Vec::is_empty) {
            context.report(
                Diagnostic::new(Code::H0301, Text::new("文言が空です", "the wording is empty"))
                    .label(wording.span, Text::new("ここ", "here"))
                    .help(Text::new(
                        "「 」 の中に文言を書くか、「」 を外してください",
                        "write the wording, or leave out 「」",
                    )),
            );
        }
    }
    let declares = matches!(statement.kind, Data | Party | DefinedTerm);
    if declares && statement.name.is_none() && statement.body.is_none() {
        missing(statement, Part::Name, context);
    }
    if statement.kind == Condition && parent.is_none_or(|parent| parent != Cases && parent != Test) {
        let empty = statement.name.is_none() && statement.body.is_none();
        if empty {
            missing(statement, Part::Name, context);
        }
    }
    let dimension = matches!(
        statement.kind,
        Cases | Items | Recipient | Provider | Destination | Processing
    );
    if dimension && statement.meanings.is_empty() && statement.wordings.is_empty() && statement.body.is_none() {
        missing(statement, Part::Meaning, context);
    }
}

#[derive(Clone, Copy)]
enum Part {
    Name,
    Meaning,
    Wording,
    String,
    Body,
}

impl Part {
    fn text(self) -> Text {
        match self {
            Self::Name => Text::new("名前", "name"),
            Self::Meaning => Text::new("［ ］", "［ ］"),
            Self::Wording => Text::new("「 」 の文言", "wording in 「 」"),
            Self::String => Text::new("\" \" の文字列", "string in \" \""),
            Self::Body => Text::new("{ } の内訳", "block in { }"),
        }
    }
}

/// How a statement is called in a message.
pub(super) fn called(kind: Keyword) -> Text {
    match kind {
        Prose => Text::new("段落", "a paragraph"),
        Entry => Text::new("項目", "an entry"),
        kind => Text::new(format!("`{}`", kind.word()), format!("`{}`", kind.word())),
    }
}

fn example(kind: Keyword) -> &'static str {
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
        _ => "",
    }
}

fn missing(statement: &Statement, part: Part, context: &mut Context<'_>) {
    let (kind, part) = (called(statement.kind), part.text());
    let mut diagnostic = Diagnostic::new(
        Code::H0301,
        Text::new(
            format!("{}に{}がありません", kind.ja, part.ja),
            format!("{} has no {}", kind.en, part.en),
        ),
    )
    .label(statement.head, Text::empty());
    let example = example(statement.kind);
    if !example.is_empty() {
        diagnostic = diagnostic.help(Text::new(
            format!("`{example}` のように書いてください"),
            format!("write, for example, `{example}`"),
        ));
    }
    context.report(diagnostic);
}

fn unexpected(statement: &Statement, part: Part, span: crate::span::Span, shape: Shape, context: &mut Context<'_>) {
    let (kind, words) = (called(statement.kind), part.text());
    let help = match part {
        Part::String if shape.wording != Need::No => Text::new(
            "ページに出す文言は \" \" ではなく 「 」 で囲んでください",
            "wording stands in 「 」, not in \" \"",
        ),
        Part::Wording if statement.kind == Acknowledgement => Text::new(
            "承認の理由はページに出ません。 「 」 ではなく \" \" で囲んでください",
            "the reason never appears on the page; write it in \" \", not in 「 」",
        ),
        Part::Wording if shape.string != Need::No => Text::new(
            "ファイルの場所は 「 」 ではなく \" \" で囲んでください",
            "a path stands in \" \", not in 「 」",
        ),
        Part::Wording if shape.meaning != Need::No => Text::new(
            "名前は ［ ］ で囲んでください。ページに出す文言は別の文に書いてください",
            "names stand in ［ ］; what appears on the page is a statement of its own",
        ),
        Part::Name if shape.meaning != Need::No => Text::new(
            "名前を指すときは ［ ］ で囲んでください",
            "to refer to a name, put it in ［ ］",
        ),
        _ => Text::new("削除してください", "leave it out"),
    };
    let mut diagnostic = Diagnostic::new(
        Code::H0302,
        Text::new(
            format!("{}に{}は置けません", kind.ja, words.ja),
            format!("{} takes no {}", kind.en, words.en),
        ),
    )
    .label(span, Text::empty())
    .help(help);
    if let (Part::Wording, Acknowledgement, Some(wording)) = (part, statement.kind, statement.wordings.first()) {
        let words = super::inline::words_of(wording);
        if !words.contains(['"', '\n']) {
            diagnostic = diagnostic.fix(wording.span, format!("\"{words}\""));
        }
    }
    if let (Part::String, Some(quoted)) = (part, statement.strings.first())
        && shape.wording != Need::No
    {
        diagnostic = diagnostic.fix(quoted.span, format!("「{}」", quoted.text));
    }
    context.report(diagnostic);
}

fn repeated(statement: &Statement, context: &mut Context<'_>) {
    let kind = called(statement.kind);
    context.report(
        Diagnostic::new(
            Code::H0306,
            Text::new(
                format!("{}が二度書かれています", kind.ja),
                format!("{} is stated twice", kind.en),
            ),
        )
        .label(statement.place(), Text::new("二度目", "the second time"))
        .help(Text::new("どちらかを削除してください", "delete one of them")),
    );
}

fn misplaced(statement: &Statement, parent: Option<Keyword>, context: &mut Context<'_>) {
    let kind = called(statement.kind);
    let place = match parent {
        Some(parent) => {
            let parent = called(parent);
            Text::new(format!("{}の中", parent.ja), format!("inside {}", parent.en))
        }
        None => Text::new("ファイルの一番外側", "at the top of a file"),
    };
    let mut homes = homes(statement.kind);
    if homes.len() > 8 {
        homes.truncate(7);
        homes.push("など");
    }
    let mut diagnostic = Diagnostic::new(
        Code::H0208,
        Text::new(
            format!("{}は{}には置けません", kind.ja, place.ja),
            format!("{} cannot stand {}", kind.en, place.en),
        ),
    )
    .label(statement.place(), Text::empty());
    if !homes.is_empty() {
        diagnostic = diagnostic.help(Text::new(
            format!("置ける場所: {}", homes.join("・")),
            format!("it may stand in {}", homes.join(", ")),
        ));
    }
    context.report(diagnostic);
}

fn ineffective(statement: &Statement, instead: Text, context: &mut Context<'_>) {
    let kind = called(statement.kind);
    context.report(
        Diagnostic::new(
            Code::H0208,
            Text::new(
                format!("{}は、ここに書いても効きません", kind.ja),
                format!("{} would have no effect here", kind.en),
            ),
        )
        .label(statement.place(), Text::empty())
        .help(instead),
    );
}

/// The blocks a statement may stand in, shortened to the first few.
fn homes(kind: Keyword) -> Vec<&'static str> {
    let top = may_hold(None, kind).then_some("ファイルの一番外側");
    let blocks = Keyword::WORDS
        .iter()
        .filter(|parent| forbidden_act_of(**parent).is_none())
        .filter(|parent| may_hold(Some(**parent), kind))
        .map(|parent| parent.word());
    top.into_iter().chain(blocks).collect()
}
