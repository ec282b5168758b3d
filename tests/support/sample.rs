//! One policy of a fictional company with everything a policy can hold. The example of `docs/bundle.md`.

use hoshin::internals::document::{Binding, Block, ClauseId, DateKind, ListItem, Part, Run};
use hoshin::internals::norm::{Act, Effect, NormId, Period, Processing};
use hoshin::internals::policy::{
    Acknowledgement, ChapterCoverage, Covered, DefinedTerm, Expected, Notice, NoticeKind, Policy, PolicyTest,
    RevisionEntry, SummaryLine, TransferAbroad,
};
use hoshin::internals::source::SourceMap;
use hoshin::internals::vocabulary::{Attribute, Dimension};
use jiff::civil::date;

use super::policy::{Draft, Words, bullets, paragraph, table, words};

/// 株式会社見本商店: it delivers goods, provides names and addresses to member shops, and sends browsing histories to an
/// advertiser abroad.
pub(crate) fn sample() -> (Policy, SourceMap) {
    let mut draft = Draft::new(vocabulary());
    draft.operator("当社", "株式会社見本商店");
    if let Some(operator) = &mut draft.policy.metadata.operator {
        operator.address = Some("東京都見本区見本一丁目1番1号".to_owned());
        operator.representative = Some("代表取締役 見本太郎".to_owned());
    }
    draft.policy.metadata.dates = vec![
        (DateKind::Established, date(2024, 4, 1)),
        (DateKind::LastRevised, date(2026, 4, 1)),
    ];
    draft.policy.metadata.previous = Some("旧版/2024-04-01.policy".to_owned());
    draft.link("閲覧履歴", "個人情報", &["会員登録"]);

    let collection = draft.chapter("取得", "個人情報の取得");
    draft
        .permit(collection, Act::Collect)
        .data(&["利用者情報"])
        .parties(&["*"])
        .with(|norm| norm.routes = Some(vec![0]));
    let purposes = draft.chapter("利用目的", "利用目的");
    for (purpose, title) in [
        ("配送", "商品の発送およびそれに伴うご連絡"),
        ("改善", "サービスの改善および新規開発"),
    ] {
        let clause = draft.section(purposes, ("目的", "purpose"), purpose, title);
        draft
            .permit(clause, Act::Use)
            .data(&["利用者情報"])
            .parties(&["当社"])
            .purposes(&[purpose]);
    }
    let provision = draft.chapter("第三者提供", "第三者への提供");
    let shops = provide_to_shops(&mut draft, provision);
    let abroad = draft.section(provision, ("外部送信", "transmit externally"), "広告配信", "広告の配信");
    draft
        .permit(abroad, Act::Transmit)
        .data(&["個人関連情報"])
        .parties(&["海外配信社"])
        .with(|norm| {
            norm.basis = vec!["同意".to_owned()];
            norm.period = Some(Period {
                written: "13か月".to_owned(),
                ..Period::default()
            });
            norm.data.open = true;
        })
        .requires(&["同意"]);
    let transfer = draft.section(
        provision,
        ("越境", "transfer abroad"),
        "外国",
        "外国にある第三者への提供",
    );
    let principle = draft.clause(
        Some(provision),
        ("提供しない", "prohibition to provide"),
        "原則",
        "原則",
    );
    draft
        .forbid(principle, Act::Provide)
        .data(&["個人情報"])
        .parties(&["第三者"])
        .unless(&["法令", "同意"], &[shops]);
    draft
        .permit(provision, Act::Entrust)
        .data(&["個人情報"])
        .parties(&["第三者"])
        .withhold(Attribute::Foreign);
    let rider = draft.chapter("特約", "特約");
    let limit = draft.clause(
        Some(rider),
        ("特約", "rider"),
        "要配慮の制限",
        "要配慮個人情報は、配送の目的に限って利用します。",
    );
    draft
        .norm(limit, Effect::Limit, &[Act::Use, Act::Provide])
        .data(&["要配慮個人情報"])
        .purposes_except(&["配送"])
        .processing(Processing::Aggregate)
        .rider()
        .unless(&["同意"], &[])
        .with(|norm| norm.priority_over = vec![shops]);
    let span = draft.line("越境", "外国");
    draft.policy.transfers_abroad.push(TransferAbroad {
        clause: transfer,
        covers: vec![abroad],
        span,
    });
    revision(&mut draft, shops);
    statements(&mut draft, rider);
    page(&mut draft, [collection, purposes, provision, shops, rider, limit]);
    draft.finish()
}

fn vocabulary() -> Words {
    let mut words = Words::new();
    let user = words.data("利用者情報", &[]);
    let personal = words.data("個人情報", &[user]);
    words.data("氏名", &[personal]);
    words.attribute(Attribute::DirectIdentifier);
    words.data("住所", &[personal]);
    words.attribute(Attribute::DirectIdentifier);
    words.data("生年月日", &[personal]);
    words.attribute(Attribute::QuasiIdentifier);
    words.data("年代", &[personal]);
    words.data("要配慮個人情報", &[personal]);
    words.attribute(Attribute::Sensitive);
    words.data("お問い合わせ内容", &[personal]);
    words.last(Dimension::Data).labels = vec!["お問い合わせの内容".to_owned(), "問い合わせ内容".to_owned()];
    let referable = words.data("個人関連情報", &[user]);
    words.attribute(Attribute::PersonallyReferable);
    words.data("Cookie", &[referable]);
    words.data("閲覧履歴", &[referable]);
    words.party("当社", &[]);
    let third = words.party("第三者", &[]);
    words.party("加盟店", &[third]);
    words.party("海外配信社", &[third]);
    words.attribute(Attribute::Foreign);
    let advertiser = words.last(Dimension::Party);
    advertiser.countries = vec!["アメリカ合衆国".to_owned()];
    advertiser.labels = vec!["Example Ads Inc.".to_owned()];
    let delivery = words.purpose("配送", &[]);
    words.purpose("加盟店への提供.加盟店発送", &[delivery]);
    let improvement = words.purpose("改善", &[]);
    words.purpose("改善.例1", &[improvement]);
    let example = words.last(Dimension::Purpose);
    example.anonymous = true;
    example.labels = vec!["お問い合わせの内容の分析".to_owned()];
    words.condition("注文", "本人選択");
    words.condition("会員登録", "本人選択");
    words.route("本人からの直接取得");
    words
}

/// The clause with a permit for raw data and one that demands processing.
fn provide_to_shops(draft: &mut Draft, provision: ClauseId) -> ClauseId {
    let shops = draft.section(provision, ("提供", "provide"), "加盟店への提供", "加盟店への提供");
    draft
        .permit(shops, Act::Provide)
        .data(&["氏名", "住所"])
        .parties(&["加盟店"])
        .purposes(&["加盟店への提供.加盟店発送"])
        .requires(&["注文"])
        .with(|norm| {
            norm.data.inferred = true;
            norm.basis = vec!["本人選択".to_owned()];
        });
    draft
        .permit(shops, Act::Provide)
        .data(&["個人情報"])
        .parties(&["加盟店"])
        .purposes(&["改善"])
        .requires(&["注文"])
        .processing(Processing::Deidentified)
        .transform(&["氏名", "住所"], &[("生年月日", "年代")]);
    shops
}

/// A revision with a line of its summary and an acknowledgement.
fn revision(draft: &mut Draft, shops: ClauseId) {
    let span = draft.line("改定", "2026-04-01");
    let summary = SummaryLine {
        wording: "加盟店に提供する情報に年代を加えました。".to_owned(),
        covers: Covered {
            clauses: vec![shops],
            concepts: vec![(Dimension::Data, draft.id(Dimension::Data, "年代"))],
            removed: Vec::new(),
            outside: false,
        },
        span: draft.line("概要", "年代を加えました"),
    };
    let acknowledgement = Acknowledgement {
        covers: Covered {
            clauses: vec![shops],
            concepts: Vec::new(),
            removed: vec!["第三者提供.原則".to_owned()],
            outside: true,
        },
        reason: "個人情報保護委員会（社内）で承認し、対象者に通知した".to_owned(),
        date: date(2026, 3, 15),
        span: draft.line("承認", "2026-03-15"),
    };
    draft.policy.revisions.push(RevisionEntry {
        kind: DateKind::LastRevised,
        date: date(2026, 4, 1),
        summary: vec![summary],
        acknowledgements: vec![acknowledgement],
        span,
    });
}

/// Notices, terms, tests, coverage.
fn statements(draft: &mut Draft, clause: ClauseId) {
    for &kind in NoticeKind::ALL {
        let span = draft.line("表示", kind.keyword().english());
        draft.policy.notices.push(Notice {
            kind,
            values: vec!["開示".to_owned(), "訂正".to_owned()],
            wording: "お客様は、当社に対し、個人情報の開示・訂正を求めることができます。".to_owned(),
            clause,
            span,
        });
    }
    let span = draft.line("用語", "当社");
    draft.policy.terms.push(DefinedTerm {
        term: "当社".to_owned(),
        aliases: vec!["弊社".to_owned()],
        anchor: "用語.当社".to_owned(),
        span,
    });
    for expected in Expected::ALL {
        let test = PolicyTest {
            title: format!("{}となること", expected.word()),
            act: Act::Collect,
            data: draft.ids(Dimension::Data, &["氏名", "要配慮個人情報"]),
            party: Some(draft.id(Dimension::Party, "加盟店")),
            purpose: Some(draft.id(Dimension::Purpose, "配送")),
            processing: Processing::Raw,
            conditions: draft.ids(Dimension::Condition, &["同意", "注文"]),
            route: Some(0),
            expected,
            span: draft.line("検証", expected.word()),
        };
        draft.policy.tests.push(test);
    }
    let span = draft.line("検証", "既定");
    draft.policy.tests.push(PolicyTest {
        title: "既定の要求".to_owned(),
        act: Act::Use,
        data: draft.ids(Dimension::Data, &["*"]),
        party: None,
        purpose: None,
        processing: Processing::Anonymised,
        conditions: Vec::new(),
        route: None,
        expected: Expected::NotStated,
        span,
    });
    draft.policy.coverage.push(ChapterCoverage {
        clause,
        bound: 24,
        total: 30,
        plain_paragraphs: 1,
        open_phrases: 2,
    });
}

/// A page with every kind of block and run.
fn page(draft: &mut Draft, [collection, purposes, provision, shops, rider, limit]: [ClauseId; 6]) {
    let whole = |clause: ClauseId| Binding {
        clause: Some(clause),
        norms: Vec::new(),
    };
    let section = |clause, level, children| Block::Section {
        clause,
        level,
        norms: Vec::new(),
        children,
    };
    use hoshin::internals::document::OutlineLevel::{Chapter, Section};
    let opening = vec![
        Run::Text("株式会社見本商店（以下「".to_owned()),
        Run::Definition {
            words: "当社".to_owned(),
            anchor: "用語.当社".to_owned(),
        },
        Run::Text("」といいます）は、".to_owned()),
        Run::Reference {
            clause: provision,
            part: Part::Full,
        },
        Run::Text("に定めるほか、".to_owned()),
        Run::Strong(words("個人情報")),
        Run::Text("を適切に取り扱います。詳しくは".to_owned()),
        Run::Link {
            words: words("プライバシーセンター"),
            target: "https://mihon.example/privacy".to_owned(),
        },
        Run::Text("をご覧ください。".to_owned()),
    ];
    let term = vec![
        Run::Term {
            words: "当社".to_owned(),
            anchor: "用語.当社".to_owned(),
        },
        Run::Text("は、次の方法で個人情報を取得します。".to_owned()),
    ];
    let nested = Block::List(vec![ListItem {
        binding: whole(limit),
        runs: words("要配慮個人情報は、配送の目的に限って利用します。"),
        children: vec![bullets(&["病歴", "障害の有無"])],
    }]);
    draft.policy.document.blocks = vec![
        Block::Date {
            kind: DateKind::LastRevised,
            date: date(2026, 4, 1),
        },
        paragraph(opening, &[]),
        Block::Contents,
        section(collection, Chapter, vec![paragraph(term, &[NormId(0)])]),
        section(purposes, Chapter, vec![bullets(&["商品の発送", "サービスの改善"])]),
        section(
            provision,
            Chapter,
            vec![section(
                shops,
                Section,
                vec![
                    Block::Group {
                        binding: Binding::default(),
                        title: words("提供する項目"),
                        children: vec![bullets(&["氏名・住所"])],
                    },
                    Block::Note {
                        binding: Binding {
                            clause: None,
                            norms: vec![NormId(4)],
                        },
                        runs: words("次の目的では、氏名・住所を除いて提供します。"),
                    },
                ],
            )],
        ),
        section(
            rider,
            Chapter,
            vec![
                Block::Plain {
                    binding: whole(rider),
                    children: vec![nested],
                },
                table(
                    "提供先の一覧",
                    &[&["提供先", "所在国"], &["Example Ads Inc.", "アメリカ合衆国"]],
                ),
            ],
        ),
    ];
}
