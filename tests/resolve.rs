//! From statements to vocabulary, norms and document: what each construct comes to mean.

mod countries;
mod kinds;
mod lists;
mod marked;
mod occurrences;
mod periods;
mod polarity;
mod promised;
mod rights;
mod unheld;
mod unsaid;

use hoshin::internals::diagnostic::Code;
use hoshin::internals::document::{Block, Part};
use hoshin::internals::norm::{Act, Effect, Processing, Rank};
use hoshin::internals::policy::{Expected, Policy};
use hoshin::internals::vocabulary::{Attribute, ConceptId, LeafSet};

use crate::support::compiled::{findings, names, norm, policy};

/// A vocabulary that the tests share.
const VOCABULARY: &str = "\
情報 利用者情報 {
  情報 個人情報 {
    ・氏名［直接識別］
    ・住所［直接識別］
    ・生年月日［準識別］
    ・要配慮個人情報［要配慮］
  }
  情報 閲覧情報 {
    ・Cookie
    ・閲覧履歴
  }
  ・年代［準識別］
}
主体 第三者 {
  ・加盟店「全国の加盟店」
  ・海外配信社「Example Ads Inc.」［国名＝\"アメリカ合衆国\"］
}
";

fn with(body: &str) -> Policy {
    policy(&source(body))
}

fn source(body: &str) -> String {
    format!("{VOCABULARY}方針「個人情報の取扱い」{{\n事業者 当社「株式会社見本」\n{body}\n}}\n")
}

fn data(policy: &Policy, key: &str) -> Vec<String> {
    names(&policy.vocabulary.data, &norm(policy, key).data.named)
}

fn parties(policy: &Policy, key: &str) -> Vec<String> {
    let leaves = &norm(policy, key).parties.leaves;
    leaves
        .iter()
        .map(|leaf| policy.vocabulary.parties.leaf_label(leaf))
        .collect()
}

fn purposes(policy: &Policy, key: &str) -> Vec<String> {
    names(&policy.vocabulary.purposes, &norm(policy, key).purposes.named)
}

fn conditions(policy: &Policy, ids: &[hoshin::internals::vocabulary::ConceptId]) -> Vec<String> {
    names(&policy.vocabulary.conditions, ids)
}

#[test]
fn a_provision_clause_is_a_permit_with_all_its_parts() {
    let policy = with(
        "章 提供「第三者提供」{
  目的 配送「商品の配送」
  提供 加盟店への提供「全国の加盟店への提供」{
    提供先［加盟店］
    場合「提供する場合」{ ・注文［本人選択］「商品を注文された場合」 ・予約［本人選択］「商品を予約された場合」 }
    場合［法令］
    項目「項目」{ ・「氏名・住所」 }
    目的「目的」{ ・発送［配送］「加盟店による商品の発送」 ・「商品の配送」 }
    根拠［同意］
    期間［1年］
  }
}",
    );
    let key = "提供.加盟店への提供";
    let norm = norm(&policy, key);
    assert_eq!(
        (norm.effect, norm.processing, norm.rank),
        (Effect::Permit, Processing::Raw, Rank::Ordinary)
    );
    assert_eq!(norm.acts.iter().collect::<Vec<_>>(), [Act::Provide]);
    assert_eq!(data(&policy, key), ["氏名", "住所"]);
    assert!(norm.data.inferred);
    assert_eq!(parties(&policy, key), ["全国の加盟店"]);
    assert_eq!(purposes(&policy, key), ["提供.加盟店への提供.発送", "配送"]);
    let requires: Vec<_> = norm
        .requires
        .iter()
        .map(|any| conditions(&policy, &any.conditions))
        .collect();
    assert_eq!(
        requires,
        [
            vec!["提供.加盟店への提供.注文", "提供.加盟店への提供.予約"],
            vec!["法令"]
        ]
    );
    assert_eq!(
        (
            norm.basis.as_slice(),
            norm.period.as_ref().map(|period| period.written.as_str())
        ),
        (&["同意".to_owned()][..], Some("1年"))
    );
    assert_eq!(norm.provenance.wording, "全国の加盟店への提供");
}

#[test]
fn a_local_purpose_lies_below_the_purpose_it_names() {
    let policy = with(
        "章 目的章「目的」{
  目的 配送「商品の配送」
  提供 甲「提供」{ 提供先［加盟店］ \n 項目［氏名］\n 目的 { ・発送［配送］「発送」 } }
}",
    );
    let graph = &policy.vocabulary.purposes;
    let (wide, narrow) = (
        graph.find("配送").expect("declared"),
        graph.find("目的章.甲.発送").expect("declared"),
    );
    assert!(graph.contains(wide, narrow) && !graph.contains(narrow, wide));
}

#[test]
fn a_purpose_that_refers_to_a_chapter_contains_its_purposes() {
    let policy = with(
        "章 目的章「目的」{ 目的 第三者への提供「{提供章}に定める提供」 }
章 提供章「提供」{ 提供 甲「提供」{ 提供先［加盟店］ \n 項目［氏名］\n 目的 { ・発送「発送」 } } }",
    );
    let graph = &policy.vocabulary.purposes;
    let (wide, narrow) = (
        graph.find("第三者への提供").expect("it"),
        graph.find("提供章.甲.発送").expect("it"),
    );
    assert!(graph.contains(wide, narrow));
}

#[test]
fn processing_inside_a_clause_makes_a_second_norm() {
    let policy = with(
        "章 提供「提供」{ 提供 甲「提供」{
    提供先［加盟店］
    項目［個人情報］
    目的 { ・発送「発送」 }
    加工 {
      ※「氏名を除き提供します」
      除外［氏名、住所］
      一般化［生年月日 → 年代］
      目的 { ・分析「分析」 }
    }
  } }",
    );
    assert_eq!(purposes(&policy, "提供.甲"), ["提供.甲.発送"]);
    let processed = norm(&policy, "提供.甲#2");
    assert_eq!(processed.processing, Processing::Deidentified);
    assert_eq!(purposes(&policy, "提供.甲#2"), ["提供.甲.分析"]);
    let transform = processed.transform.as_ref().expect("a transform");
    assert_eq!(names(&policy.vocabulary.data, &transform.drop), ["氏名", "住所"]);
    assert_eq!(transform.generalise.len(), 1);
}

#[test]
fn processing_of_the_whole_clause_leaves_no_raw_norm() {
    let whole = with(
        "章 提供「提供」{ 提供 甲「提供」{\n提供先［加盟店］\n項目［氏名］\n加工 {\n除外［氏名］\n水準［統計］\n}\n} }",
    );
    assert_eq!(whole.norms.len(), 1);
    assert_eq!(whole.norms[0].processing, Processing::Aggregate);
    let inside = with(
        "章 提供「提供」{ 提供 甲「提供」{\n提供先［加盟店］\n加工 {\n項目［氏名］\n除外［氏名］\n目的 { ・研究「研究」 }\n}\n} }",
    );
    assert_eq!(inside.norms.len(), 1);
}

#[test]
fn processing_that_a_condition_lifts_leaves_the_raw_norm_under_it() {
    let policy =
        with("条件 説明「説明」\n章 目的章「目的」{ 目的 掲載「掲載」{\n加工 {\n除外［氏名］\n但し［説明］\n}\n} }");
    let raw = norm(&policy, "目的章.掲載");
    assert_eq!(
        (raw.processing, conditions(&policy, &raw.requires[0].conditions)),
        (Processing::Raw, vec!["説明".to_owned()])
    );
    assert_eq!(norm(&policy, "目的章.掲載#2").processing, Processing::Deidentified);
}

#[test]
fn stated_purposes_permit_the_use_of_what_is_collected() {
    let policy = with(
        "章 取得章「取得」{ 取得［氏名］「氏名を取得します」\n経路 { ・直接「閲覧情報を直接取得する方法」 } }
章 目的章「目的」{ 目的 配送「配送」{ 例「例」{ ・発送「発送」 } } }",
    );
    let stated = norm(&policy, "目的章.配送");
    assert_eq!(stated.acts.iter().collect::<Vec<_>>(), [Act::Use]);
    assert_eq!(data(&policy, "目的章.配送"), ["氏名", "閲覧情報"]);
    assert_eq!(parties(&policy, "目的章.配送"), ["株式会社見本"]);
    let graph = &policy.vocabulary.purposes;
    assert!(graph.contains(graph.find("配送").expect("it"), graph.find("発送").expect("it")));
    assert_eq!(norm(&policy, "取得章.経路1").routes, Some(vec![0]));
}

#[test]
fn a_route_that_names_no_data_is_one_of_what_is_collected() {
    let policy =
        with("章 取得章「取得」{ 取得［氏名］「氏名を取得します」\n経路 { ・直接「直接お知らせいただく方法」 } }");
    assert_eq!(data(&policy, "取得章.経路1"), ["氏名"]);
    let alone = with("章 取得章「取得」{ 経路 { ・直接「直接お知らせいただく方法」 } }");
    let route = norm(&alone, "取得章.経路1");
    assert_eq!(
        route.data.named,
        [ConceptId::TOP],
        "where nothing else says what, everything"
    );
}

#[test]
fn a_prohibition_gives_way_to_conditions_and_clauses() {
    let policy = with(
        "章 提供「提供」{
  提供 甲「加盟店への提供」{ 提供先［加盟店］\n項目［氏名］ }
  提供しない 原則「個人情報を第三者に提供しません」{ 但し［法令、同意、甲］ }
}",
    );
    let forbid = norm(&policy, "提供.原則");
    assert_eq!(
        (forbid.effect, forbid.processing),
        (Effect::Forbid, Processing::Deidentified)
    );
    assert_eq!(data(&policy, "提供.原則"), ["個人情報"]);
    assert_eq!(
        conditions(&policy, &forbid.unless.conditions.conditions),
        ["法令", "同意"]
    );
    let clause = policy.document.clause(forbid.unless.clauses[0]);
    assert_eq!(clause.anchor, "提供.甲");
}

#[test]
fn a_rider_limits_the_purposes_outside_those_it_names() {
    let policy = with(
        "章 目的章「目的」{ 目的 配送「配送」\n目的 広告「広告」 }
章 特約章「特約」{
  ・特約 制限「要配慮個人情報の制限」{ 対象［要配慮個人情報］\n限定［配送］\n但し［同意］ }
  ・特約 広告なし「氏名の制限」{ 対象［氏名］\n禁止［広告、提供］ }
  特約 連携「連携」{ 対象［氏名］\n場合［本人選択］\n取得「取得」 }
}",
    );
    let limit = norm(&policy, "特約章.制限");
    assert_eq!((limit.effect, limit.rank), (Effect::Limit, Rank::Rider));
    let graph = &policy.vocabulary.purposes;
    assert!(
        !limit
            .purposes
            .leaves
            .intersects(graph.leaves_of(graph.find("配送").expect("it")))
    );
    assert!(
        limit
            .purposes
            .leaves
            .intersects(graph.leaves_of(graph.find("広告").expect("it")))
    );
    let forbid = norm(&policy, "特約章.広告なし");
    assert_eq!(forbid.acts.iter().collect::<Vec<_>>(), [Act::Provide]);
    assert_eq!(purposes(&policy, "特約章.広告なし"), ["広告"]);
    let inside = norm(&policy, "特約章.連携.取得1");
    assert_eq!((inside.rank, inside.requires.len()), (Rank::Rider, 1));
}

#[test]
fn a_general_name_covers_nobody_abroad_without_a_clause_that_says_so() {
    let body = "章 提供「提供」{ 提供 甲「第三者への提供」{ 提供先［第三者］\n項目［氏名］ }\n提供 乙「配信」{ 提供先［海外配信社］\n項目［氏名］ } }";
    let without = with(body);
    assert_eq!(parties(&without, "提供.甲"), ["全国の加盟店", "その他の第三者"]);
    assert_eq!(parties(&without, "提供.乙"), ["Example Ads Inc."]);
    let with_clause = with(&format!(
        "{body}\n章 外国「外国」{{ 越境「外国にある第三者への提供」［提供］{{ ・「本文」 }} }}"
    ));
    assert_eq!(parties(&with_clause, "提供.甲").len(), 3);
    let graph = &without.vocabulary.parties;
    let abroad = graph.get(graph.find("海外配信社").expect("it"));
    assert!(abroad.attributes.contains(&Attribute::Foreign));
    assert_eq!(abroad.countries, ["アメリカ合衆国"]);
}

#[test]
fn taken_out_data_is_not_permitted() {
    let policy =
        with("章 提供「提供」{ 提供 甲「提供」{ 提供先［加盟店］\n項目［個人情報］\n除外［要配慮個人情報］ } }");
    let scope = &norm(&policy, "提供.甲").data;
    let graph = &policy.vocabulary.data;
    assert!(
        !scope
            .leaves
            .intersects(graph.leaves_of(graph.find("要配慮個人情報").expect("it")))
    );
    assert!(
        scope
            .leaves
            .intersects(graph.leaves_of(graph.find("氏名").expect("it")))
    );
}

#[test]
fn linking_entrustment_routes_notices_and_tests_are_there() {
    let policy = with(
        "条件 連携「アカウントを連携した場合」
章 取扱い「個人情報の取扱い」{
  紐付け［閲覧情報 → 個人情報］「連携した場合は個人情報として扱います」{ 場合［連携］ }
  委託「委託」{ ・「個人情報の取扱いを外部に委託します」 }
  権利［開示、訂正］
  窓口「お問い合わせ窓口」
}
検証「閲覧履歴は提供しない」{
  提供［閲覧履歴］
  提供先［加盟店］
  条件［連携］
  加工［個人非識別］
  結果［定めなし］
}",
    );
    assert_eq!(policy.vocabulary.linkings.len(), 1);
    assert_eq!(policy.vocabulary.linkings[0].when.len(), 1);
    assert_eq!(parties(&policy, "取扱い.委託1"), ["委託先"]);
    assert_eq!(policy.notices.len(), 2);
    assert_eq!(policy.notices[0].values, ["開示", "訂正"]);
    assert_eq!(policy.notices[1].wording, "お問い合わせ窓口");
    let test = &policy.tests[0];
    assert_eq!(
        (test.act, test.expected, test.processing),
        (Act::Provide, Expected::NotStated, Processing::Deidentified)
    );
}

#[test]
fn conditions_named_in_wording_are_recognised() {
    let policy = with(
        "章 提供「提供」{ 提供 甲「提供」{ 提供先［加盟店］\n項目［氏名］\n場合 { ・「ご本人の同意を得た場合」 ・「法令に基づく場合」 ・「雨が降った場合」 } } }",
    );
    let any = &norm(&policy, "提供.甲").requires[0];
    assert_eq!(conditions(&policy, &any.conditions), ["同意", "法令", "提供.甲.条件 1"]);
}

#[test]
fn a_declared_kind_of_consent_meets_consent_and_not_the_reverse() {
    let policy = with(
        "条件 別途同意［同意］\n章 甲「個人情報」{ 提供しない「個人情報」{ 但し［同意］ }\n利用しない「個人情報」{ 但し［別途同意］ } }",
    );
    let graph = &policy.vocabulary.conditions;
    let narrow = graph.own_leaf(graph.find("別途同意").expect("it"));
    let wide = graph.own_leaf(graph.find("同意").expect("it"));
    let lifts = |key: &str, asserted: &LeafSet| norm(&policy, key).unless.conditions.leaves.intersects(asserted);
    assert!(lifts("甲.提供しない1", &narrow) && lifts("甲.提供しない1", &wide));
    assert!(lifts("甲.利用しない1", &narrow) && !lifts("甲.利用しない1", &wide));
}

#[test]
fn numbers_follow_the_styles_that_are_set() {
    let policy = with(
        "番号［章＝\"第1条（題）\"、節＝\"1-1\"、項＝\"ア\"］
呼び名［章＝条］
章 甲「甲」{ 節「い」{ 項「ろ」{ 「本文」 }\n項 は「は」 }\n節 に「に」 }
章 乙「乙」{ 「{甲}、{甲.番号}、{甲.題}、{は}」 }",
    );
    let document = &policy.document;
    let id = |name| document.find(name).expect("a clause");
    assert_eq!(document.reference(id("甲"), Part::Full), "第1条（甲）");
    assert_eq!(document.reference(id("甲.に"), Part::Full), "1-2 に");
    assert_eq!(document.reference(id("乙"), Part::Number), "第2条");
    let Some(Block::Section { children, .. }) = document.blocks.last() else {
        panic!("a chapter")
    };
    let Block::Paragraph { runs, .. } = &children[0] else {
        panic!("a paragraph")
    };
    assert_eq!(document.plain(runs), "第1条（甲）、第1条、甲、イ は");
}

#[test]
fn names_are_judged() {
    let cases = [
        (
            "章 甲「題」{ 提供「提供」{ 提供先［加盟点］\n項目［氏名］ } }",
            Code::H0201,
            "加盟点",
        ),
        (
            "章 甲「題」{ 提供「提供」{ 提供先［氏名］\n項目［氏名］ } }",
            Code::H0203,
            "氏名",
        ),
        ("章 甲「題」\n章 甲「題二」", Code::H0202, "甲"),
        ("章 甲「{存在しない章}」", Code::H0201, "存在しない章"),
        ("主体 乙［外人］\n「乙」", Code::H0207, "外人"),
        ("章 甲「題」{ 提供先［加盟店］ }", Code::H0208, "提供先"),
        ("章 甲「題」{ 提供「提供」{ 項目［氏名］ } }", Code::H0305, "提供"),
        (
            "章 甲「題」{ 提供「提供」{ 提供先［加盟店］\n項目 { ・「お申し込みの控え」 } } }",
            Code::H0305,
            "・「お申し込みの控え」",
        ),
        ("章 甲", Code::H0301, "章 甲"),
        ("章 甲「題」\"x\"", Code::H0302, "\"x\""),
        ("番号［章＝\"条\"］", Code::H0307, "章＝\"条\""),
        ("「[悪](javascript:alert(1)」", Code::H0309, "javascript:alert(1"),
        ("「[先](#どこか)」", Code::H0612, "#どこか"),
        ("条件 使わない「使わない条件」", Code::H0206, "使わない"),
        (
            "「見本（以下「甲」といいます）と見本（以下「甲」といいます）と甲」",
            Code::H0605,
            "甲",
        ),
        ("「見本（以下「甲」といいます）」", Code::H0606, "甲"),
        ("「甲は」\n「見本（以下「甲」といいます）」", Code::H0614, "甲"),
        ("用語 乙", Code::H0604, "乙"),
    ];
    for (body, code, place) in cases {
        let found = findings(&source(body));
        // The shared vocabulary is not used by every case.
        let found: Vec<_> = found
            .into_iter()
            .filter(|(found, _)| *found != Code::H0206 || code == Code::H0206)
            .collect();
        assert!(found.contains(&(code, place.to_owned())), "{body}: {found:?}");
    }
}

#[test]
fn meaning_and_wording_are_held_together() {
    let clause = |items: &str| {
        source(&format!(
            "章 甲「題」{{ 提供「全国の加盟店」{{ 提供先［加盟店］\n項目 {{ {items} }} }} }}"
        ))
    };
    let drift = |items: &str| -> Vec<_> {
        findings(&clause(items))
            .into_iter()
            .filter(|(code, _)| *code != Code::H0206)
            .collect()
    };
    assert_eq!(drift("・［氏名、住所］「氏名・住所」"), vec![]);
    assert_eq!(
        drift("・［氏名］「氏名・住所」"),
        vec![(Code::H0601, "住所".to_owned())]
    );
    assert_eq!(
        drift("・［氏名、住所］「氏名」"),
        vec![(Code::H0602, "住所".to_owned())]
    );
    assert_eq!(drift("・［個人情報］「氏名その他の登録情報」"), vec![]);
    assert_eq!(drift("・［個人情報、閲覧情報］「氏名その他の登録情報」"), vec![]);
    assert_eq!(drift("・［要配慮個人情報］「要配慮個人情報」"), vec![]);
}

#[test]
fn strict_refuses_what_was_only_inferred() {
    let text = source("章 甲「題」{ 提供「全国の加盟店」{ 提供先［加盟店］\n項目 { ・「氏名」 } } }");
    let strict = hoshin::internals::compile::Options {
        strict: true,
        ..Default::default()
    };
    let compilation = hoshin::internals::compile::compile(
        "x",
        text.clone().into_bytes(),
        &mut hoshin::internals::compile::NoImports,
        &strict,
    );
    // It is read, and everything else is looked at as without; an error keeps it from being published.
    assert!(compilation.policy.is_some() && compilation.has_errors());
    assert!(
        compilation
            .diagnostics
            .iter()
            .any(|d| d.code == Code::H0603 && d.level == hoshin::internals::diagnostic::Level::Error)
    );
    assert_eq!(policy(&text).norms.len(), 1);
}

#[test]
fn strict_hides_no_other_finding() {
    let text = source(
        "章 甲「題」{\n提供 渡す「氏名を全国の加盟店に提供します。」\n提供しない 渡さない［氏名］「氏名を提供しません。」{ 提供先［第三者］ }\n}",
    );
    let codes = |strict: bool| -> Vec<Code> {
        let options = hoshin::internals::compile::Options {
            strict,
            ..Default::default()
        };
        let mut none = hoshin::internals::compile::NoImports;
        let compilation = hoshin::internals::compile::compile("x", text.clone().into_bytes(), &mut none, &options);
        compilation.diagnostics.iter().map(|found| found.code).collect()
    };
    assert!(codes(true).contains(&Code::H0501), "{:?}", codes(true));
    let (mut with, mut without) = (codes(true), codes(false));
    with.sort_unstable();
    without.sort_unstable();
    assert_eq!(with, without);
}

#[test]
fn one_fault_gives_one_report() {
    let text = source("章 甲「題」{ 提供「提供」{ 提供先［加盟点］\n項目［氏命］\n目的［配想］\n但し［同異］ } }");
    let codes: Vec<Code> = findings(&text).into_iter().map(|(code, _)| code).collect();
    assert_eq!(codes, [Code::H0201; 4]);
    let unknown = source("目手 配送「配送」{\n}\n章 甲「題」{ 利用［氏名］「氏名」{ 目的［配送］ } }");
    let codes: Vec<Code> = findings(&unknown).into_iter().map(|(code, _)| code).collect();
    assert_eq!(codes, [Code::H0106]);
}

#[test]
fn policy_tests_may_stand_outside_the_policy() {
    let inside = "検証「中」{\n利用［氏名］\n結果［禁止］\n}";
    let outside = "検証「外」{\n利用［住所］\n結果［許可］\n}\n";
    let policy = policy(&format!("{outside}{}", source(inside)));
    let titles: Vec<&str> = policy.tests.iter().map(|test| test.title.as_str()).collect();
    assert_eq!(titles, ["中", "外"]);
}

#[test]
fn a_vocabulary_alone_is_not_called_unused() {
    assert_eq!(findings(VOCABULARY), []);
}

#[test]
fn an_entrustment_that_shows_nothing_more_is_a_paragraph() {
    let policy = with(
        "章 甲「甲」{ 委託「個人情報の取扱いを委託します」{ 提供先［加盟店］ } }\n表 名簿「名簿」{ 列「名称」\n行「甲」 }\n「<mailto:a@example.jp>」",
    );
    let Some(Block::Section { children, .. }) = policy.document.blocks.first() else {
        panic!("a chapter")
    };
    assert!(matches!(&children[0], Block::Paragraph { .. }));
    assert!(matches!(&policy.document.blocks[1], Block::Plain { binding, .. } if binding.clause.is_some()));
    let Some(Block::Paragraph { runs, .. }) = policy.document.blocks.last() else {
        panic!("a paragraph")
    };
    assert_eq!(policy.document.plain(runs), "a@example.jp");
}

#[test]
fn items_in_brackets_are_compared_with_the_clauses_own_prose() {
    let clause = |body: &str| {
        let text = source(&format!(
            "章 甲「題」{{ 提供 乙「全国の加盟店への提供」{{ 提供先［加盟店］\n{body} }} }}"
        ));
        findings(&text)
            .into_iter()
            .filter(|(code, _)| *code != Code::H0206)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        clause("「氏名・住所を提供します。」\n項目［氏名］"),
        [(Code::H0601, "住所".to_owned())]
    );
    assert_eq!(
        clause("「氏名を提供します。」\n※「住所は提供しません。」\n項目［氏名］"),
        []
    );
}

#[test]
fn one_missing_thing_does_not_make_many_reports() {
    let codes = |text: &str| findings(text).into_iter().map(|(code, _)| code).collect::<Vec<_>>();
    let body = "章 甲「題」{\n「{乙}」\n提供「提供」{ 提供先［加盟店］\n項目［氏名］ }\n}\n章 乙「題」\n";
    assert_eq!(codes(&format!("方針「題」\n{body}")), [Code::H0301]);
    assert_eq!(
        codes(&format!("取込 \"ない.policy\"\n方針「題」{{\n{body}}}\n")),
        [Code::H0004]
    );
    let brace_too_many = source("章 甲「題」{\n}\n}\n章 乙「{甲}」{\n「本文」\n}");
    assert_eq!(codes(&brace_too_many), [Code::H0105]);
}

#[test]
fn a_sentence_stays_a_paragraph_when_meaning_is_added() {
    let policy = with(
        "章 甲「甲」{ 経路 直接「直接」\n取得「氏名を取得します。」{ 経路［直接］ }\n取得「氏名の取得」{ 期間［1年］ } }",
    );
    let Some(Block::Section { children, .. }) = policy.document.blocks.first() else {
        panic!("a chapter")
    };
    assert!(matches!(&children[1], Block::Paragraph { .. }), "{children:?}");
    assert!(matches!(&children[2], Block::Section { .. }));
}

#[test]
fn a_correction_never_turns_a_word_into_its_opposite() {
    let text =
        source("検証「題」{ 利用［氏名］\n結果［不可］ }\n章 甲「題」{ 提供しない「氏名」{ 但し［消した条項］ } }");
    let compilation = crate::support::compiled::compiled(&text);
    let of = |code: Code| compilation.diagnostics.iter().find(|d| d.code == code).expect("it");
    assert_eq!(of(Code::H0304).fix, None);
    assert!(of(Code::H0201).message.ja.contains("条件も条項も"));
}

#[test]
fn what_nobody_would_read_is_refused() {
    let clause = |part: &str| {
        format!("章「題」{{\n提供 甲 {{\n「氏名を加盟店に提供します。」\n提供先［加盟店］\n{part}\n}}\n}}")
    };
    let purpose = |part: &str| format!("取得「氏名を取得します。」\n目的 配送「商品の発送」{{\n{part}\n}}");
    let cases = [
        (clause("場合［同意］{\n場合［法令］\n}"), "場合"),
        (
            clause("目的「次の目的」{\n・発送「商品の発送」\n場合［同意］\n}"),
            "場合",
        ),
        (
            clause("目的「次の目的」{\n・発送「商品の発送」\n加工 {\n除外［住所］\n}\n}"),
            "加工",
        ),
        (clause("見出し「目的」{\n目的 発送「商品の発送」\n}"), "発送"),
        (clause("項目［個人情報］{\n除外［住所］\n}"), "除外"),
        (clause("水準［個人非識別］"), "水準"),
        (clause("提供元［加盟店］"), "提供元"),
        ("目的 { ・配送「商品の発送」 }".to_owned(), "目的"),
        (purpose("例 {\n・「ご連絡」{\n場合［同意］\n}\n}"), "場合"),
        (purpose("加工 {\n項目［氏名］\n除外［住所］\n}"), "項目"),
        (
            "章 提供「氏名の提供」{\n越境［提供］「外国へ」{\n場合［同意］\n}\n}".to_owned(),
            "場合",
        ),
        (
            "提供しない「氏名は加盟店に提供しません。」{\n提供先［加盟店］\n加工 {\n除外［住所］\n}\n}".to_owned(),
            "加工",
        ),
        ("取得「氏名を取得します。」{\n提供元［加盟店］\n}".to_owned(), "提供元"),
    ];
    for (body, place) in cases {
        assert_eq!(findings(&source(&body)), [(Code::H0208, place.to_owned())], "{body}");
    }
}

#[test]
fn one_question_asks_one_thing() {
    let cases = [
        ("提供［氏名］\n利用［氏名］\n結果［禁止］", Code::H0306, "利用"),
        (
            "提供［氏名］\n提供先［加盟店、海外配信社］\n結果［禁止］",
            Code::H0302,
            "海外配信社",
        ),
        ("提供［氏名］\n結果［禁止、許可］", Code::H0302, "許可"),
    ];
    for (body, code, place) in cases {
        let body = format!("取得「氏名を取得します。」\n検証「問い」{{\n{body}\n}}");
        assert_eq!(findings(&source(&body)), [(code, place.to_owned())], "{body}");
    }
}

#[test]
fn a_rider_has_to_rule_something() {
    let body = "章「題」{\n特約 甲「氏名について」{\n対象［氏名］\n}\n}";
    assert_eq!(findings(&source(body)), [(Code::H0301, "甲".to_owned())]);
}

#[test]
fn the_rows_of_a_table_in_a_clause_are_clauses() {
    let policy = with(
        "章 委託「委託」{\n委託 全体「氏名の取扱いを委託する場合」{\n提供先［加盟店］\n表 {\n列「名称」「情報」\n行「Example Ads Inc.」「住所」{\n\
         委託 海外 {\n提供先［海外配信社］\n項目［住所］\n}\n}\n}\n}\n}",
    );
    assert_eq!(data(&policy, "委託.全体.海外"), ["住所"]);
}

#[test]
fn an_exception_of_processing_for_some_purposes_leaves_these_as_they_are() {
    let policy = with(
        "章 提供「提供」{\n提供 甲「加盟店への提供」{\n提供先［加盟店］\n項目［個人情報］\n目的「目的」{ ・発送「商品の発送」 }\n加工 {\n除外［氏名］\n\
         目的 { ・報告「販売の報告」 }\n但し［同意］\n}\n}\n}",
    );
    let states: Vec<(Processing, Vec<String>, usize)> = policy
        .norms
        .iter()
        .map(|norm| {
            let purposes = names(&policy.vocabulary.purposes, &norm.purposes.named);
            (norm.processing, purposes, norm.requires.len())
        })
        .collect();
    let purpose = |name: &str| vec![format!("提供.甲.{name}")];
    assert_eq!(
        states,
        [
            (Processing::Raw, purpose("発送"), 0),
            (Processing::Raw, purpose("報告"), 1),
            (Processing::Deidentified, purpose("報告"), 0),
        ]
    );
}

#[test]
fn other_words_for_a_term_may_stand_outside_the_policy() {
    let policy = "方針「題」{\n「株式会社見本商店（以下「見本」といいます）です。」\n「弊社は法令を守ります。」\n}\n";
    assert_eq!(findings(policy), [(Code::H0606, "見本".to_owned())]);
    assert_eq!(findings(&format!("用語 見本「弊社」\n{policy}")), []);
}

#[test]
fn a_path_that_leads_nowhere_is_not_offered_as_a_name_to_declare() {
    let text =
        source("章 甲「題」{\n目的 発送「発送」\n}\n検証「題」{ 利用［氏名］\n目的［甲.なくした目的］\n結果［許可］ }");
    let compilation = crate::support::compiled::compiled(&text);
    let found = compilation.diagnostics.iter().find(|d| d.code == Code::H0201);
    let help = &found.expect("it").help[0];
    assert!(
        help.ja.contains("`.` の前の条項の中で、最後の名前を目的として"),
        "{}",
        help.ja
    );
    assert!(help.en.contains("declares the last part as a purpose"), "{}", help.en);
}

#[test]
fn half_width_marks_are_not_called_katakana() {
    let said = |wording: &str| {
        let source = format!("方針「題」{{\n章「章」{{\n「{wording}」\n}}\n}}\n");
        let compilation = crate::support::compiled::compiled(&source);
        let odd = compilation.diagnostics.iter().find(|found| found.code == Code::H0611);
        odd.expect("an odd character").message.ja.clone()
    };
    assert_eq!(said("氏名､住所を取得します。"), "半角の記号`､`があります");
    assert_eq!(said("ｶﾀﾛｸﾞをお送りします。"), "半角カタカナ`ｶﾀﾛｸﾞ`があります");
}

#[test]
fn a_preamble_and_a_list_of_definitions_may_run_ahead() {
    let early = |body: &str| -> Vec<String> {
        let found = findings(&source(body)).into_iter();
        found
            .filter(|(code, _)| *code == Code::H0614)
            .map(|(_, text)| text)
            .collect()
    };
    let silent: [String; 0] = [];
    let defined = "「「会員」とは、登録した方をいいます。」";
    assert_eq!(
        early(&format!("「会員の情報を守ります。」\n章 甲「定義」{{ {defined} }}")),
        silent
    );
    assert_eq!(
        early(&format!(
            "章 甲「定義」{{ 「「参加者」とは、会員をいいます。」\n{defined}\n「参加者は次のとおりです。」 }}"
        )),
        silent
    );
    assert_eq!(
        early(&format!(
            "章 甲「会員」{{ 「会員の情報を守ります。」 }}\n章 乙「定義」{{ {defined} }}"
        )),
        ["会員"]
    );
}
