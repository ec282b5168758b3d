//! What `hoshin build` publishes of earlier revisions.

use scraper::{Html, Selector};

use super::project::{Project, Ran, SHOP, VOCABULARY, tree};

/// The shop's policy as it was: the clause about affiliated shops had another name, and there was a chapter on cookies.
fn first() -> String {
    SHOP.replace("2026-04-01", "2024-04-01")
        .replace("提供 加盟店への提供", "提供 店への提供")
        .replace(
            "  章 第三者提供",
            "  章 クッキー「Cookie」{\n    「当社は、Cookie を使います。」\n  }\n\n  章 第三者提供",
        )
}

/// A year later: renamed, and a chapter stands before the others.
fn second() -> String {
    SHOP.replace("2026-04-01", "2025-04-01")
        .replace(
            "  章 利用目的",
            "  章 基本「基本的な考え方」{\n    「当社は、法令を守ります。」\n  }\n\n  章 利用目的",
        )
        .replace(
            "  章 第三者提供",
            "  章 クッキー「Cookie」{\n    「当社は、Cookie を使います。」\n  }\n\n  章 第三者提供",
        )
        .replace("  最終改定", "  旧版 \"2024.policy\"\n  最終改定")
}

/// Today: without the chapter on cookies.
fn third() -> String {
    SHOP.replace("  最終改定", "  旧版 \"old/2025.policy\"\n  最終改定")
        .replace("「{当社}（", "「<script>{当社}（")
}

fn shop() -> Project {
    let inside = |text: String| text.replace("\"vocabulary", "\"../vocabulary");
    Project::new()
        .file("vocabulary.policy", VOCABULARY)
        .file("old/2024.policy", inside(first()))
        .file("old/2025.policy", inside(second()))
        .file("shop.policy", third())
}

fn names(project: &Project) -> Vec<String> {
    tree(&project.path("out")).into_iter().map(|(name, _)| name).collect()
}

/// The links of a page, and where each leads on the disk.
fn links(project: &Project, page: &str) -> Vec<(String, String)> {
    let html = Html::parse_document(&project.read(&format!("out/{page}")));
    let anchors = Selector::parse("a[href]").expect("a selector");
    let links = html.select(&anchors);
    let links = links.map(|link| {
        (
            link.text().collect::<String>(),
            link.attr("href").unwrap_or_default().to_owned(),
        )
    });
    links.filter(|(_, href)| !href.starts_with('#')).collect()
}

fn ids(project: &Project, page: &str) -> Vec<String> {
    let html = Html::parse_document(&project.read(&format!("out/{page}")));
    let all = Selector::parse("[id]").expect("a selector");
    html.select(&all)
        .filter_map(|element| element.attr("id").map(str::to_owned))
        .collect()
}

#[test]
fn earlier_revisions_are_published_with_what_each_changed() {
    let project = shop();
    let ran = project.run(&["build", "shop.policy", "-o", "out"]);
    ran.exits(0);
    assert_eq!(
        ran.err,
        "`out` に書き出しました（ページは `out/index.html`、改定履歴は `out/history.html`）\n"
    );
    let mut expected: Vec<String> = [
        ".hoshin-output",
        "bundle.json",
        "history.html",
        "index.html",
        "policy.txt",
    ]
    .map(str::to_owned)
    .to_vec();
    for date in ["2024-04-01", "2025-04-01", "2026-04-01"] {
        for file in ["bundle.json", "changes.html", "index.html", "policy.txt"] {
            if (date, file) != ("2024-04-01", "changes.html") {
                expected.push(format!("revisions/{date}/{file}"));
            }
        }
    }
    assert_eq!(names(&project), expected);
    assert!(project.read("out/revisions/2024-04-01/policy.txt").contains("Cookie"));
    assert!(!project.read("out/policy.txt").contains("Cookie"));
    assert_eq!(
        project.read("out/policy.txt"),
        project.run(&["render", "shop.policy", "--format", "text"]).out,
        "the words of the policy are what they are without an archive"
    );
}

#[test]
fn every_link_between_the_pages_leads_to_a_page() {
    let project = shop();
    project.run(&["build", "shop.policy", "-o", "out"]).exits(0);
    let pages: Vec<String> = names(&project)
        .into_iter()
        .filter(|name| name.ends_with(".html"))
        .collect();
    let mut reached = std::collections::BTreeSet::new();
    for page in &pages {
        let folder = project.path("out").join(page);
        let folder = folder.parent().expect("a folder");
        for (words, href) in links(&project, page) {
            let (href, fragment) = href.split_once('#').unwrap_or((&href, ""));
            let target = folder.join(href).canonicalize();
            let target = target.unwrap_or_else(|_| panic!("{page}: {words} leads to {href}, where nothing is"));
            let root = project.path("out").canonicalize().expect("it is there");
            let target = target
                .strip_prefix(&root)
                .expect("a page of the archive")
                .to_string_lossy()
                .into_owned();
            assert!(pages.contains(&target), "{page}: {words} → {target}");
            assert!(fragment.is_empty() || !ids(&project, &target).is_empty());
            reached.insert(target);
        }
    }
    assert_eq!(reached.into_iter().collect::<Vec<_>>(), pages, "no page is left out");
}

#[test]
fn the_list_has_every_revision_the_newest_first() {
    let project = shop();
    project.run(&["build", "shop.policy", "-o", "out"]).exits(0);
    let html = Html::parse_document(&project.read("out/history.html"));
    let headings = Selector::parse("h2").expect("a selector");
    let headings: Vec<String> = html.select(&headings).map(|heading| heading.text().collect()).collect();
    assert_eq!(
        headings,
        [
            "2026年4月1日最終改定（現在の版）",
            "2025年4月1日最終改定",
            "2024年4月1日最終改定"
        ]
    );
    let entries: Vec<(String, String)> = links(&project, "history.html").into_iter().skip(1).collect();
    let wanted = [
        ("この版を読む", "revisions/2026-04-01/index.html"),
        ("前の版からの変更", "revisions/2026-04-01/changes.html"),
        ("この版を読む", "revisions/2025-04-01/index.html"),
        ("前の版からの変更", "revisions/2025-04-01/changes.html"),
        ("この版を読む", "revisions/2024-04-01/index.html"),
    ];
    assert_eq!(entries, wanted.map(|(words, href)| (words.to_owned(), href.to_owned())));
}

/// Links that others made to an earlier page lead to what the clause became, or to what it stood in.
#[test]
fn ids_of_earlier_pages_still_lead_somewhere() {
    let project = shop();
    project.run(&["build", "shop.policy", "-o", "out"]).exits(0);
    let now = ids(&project, "index.html");
    for page in ["revisions/2024-04-01/index.html", "revisions/2025-04-01/index.html"] {
        let lost: Vec<String> = ids(&project, page)
            .into_iter()
            .filter(|id| !now.contains(id) && !id.ends_with("-title") && !id.starts_with("page-"))
            .collect();
        assert_eq!(lost, [""; 0], "{page}");
    }
    let unique: std::collections::BTreeSet<&String> = now.iter().collect();
    assert_eq!(unique.len(), now.len(), "no id stands twice");
    let html = Html::parse_document(&project.read("out/index.html"));
    let renamed =
        Selector::parse("[id='第三者提供.加盟店への提供'] > [id='第三者提供.店への提供']").expect("a selector");
    assert_eq!(
        html.select(&renamed).count(),
        1,
        "the old name leads to the renamed clause"
    );
    let gone = Selector::parse("main > [id='クッキー']").expect("a selector");
    assert_eq!(
        html.select(&gone).count(),
        1,
        "the chapter that is gone leads to the top"
    );
    // Of the new chapter nobody has a link.
    assert!(!now.contains(&"基本".to_owned()) || second().contains("基本"));
}

#[test]
fn a_past_page_says_that_it_is_one() {
    let project = shop();
    project.run(&["build", "shop.policy", "-o", "out"]).exits(0);
    let notice = |page: &str| {
        let html = Html::parse_document(&project.read(&format!("out/{page}")));
        let notice = Selector::parse("body > nav.past p").expect("a selector");
        html.select(&notice)
            .map(|notice| notice.text().collect())
            .collect::<Vec<String>>()
    };
    assert_eq!(
        notice("revisions/2024-04-01/index.html"),
        ["過去の版（2024年4月1日最終改定）です。"]
    );
    assert_eq!(notice("revisions/2026-04-01/index.html"), [""; 0]);
    assert_eq!(notice("index.html"), [""; 0]);
}

#[test]
fn a_folder_of_revisions_gives_the_same_archive_as_the_chain() {
    let project = shop();
    project.run(&["build", "shop.policy", "-o", "chain"]).exits(0);
    project
        .run(&["build", "shop.policy", "--archive", "old", "-o", "folder"])
        .exits(0);
    assert_eq!(tree(&project.path("chain")), tree(&project.path("folder")));
    // With a copy of what is being published in the folder, and built from the folder itself.
    let project = project.file(
        "old/2026.policy",
        third()
            .replace("\"vocabulary", "\"../vocabulary")
            .replace("\"old/", "\""),
    );
    project
        .run(&["build", "shop.policy", "--archive", "old", "-o", "copy"])
        .exits(0);
    let pages = |folder: &str| -> Vec<_> {
        let files = tree(&project.path(folder)).into_iter();
        files.filter(|(name, _)| name.ends_with(".html")).collect()
    };
    assert_eq!(pages("chain"), pages("copy"));
    project
        .run(&["build", "old/2026.policy", "--archive", "old", "-o", "inside"])
        .exits(0);
    assert_eq!(pages("chain"), pages("inside"));
}

/// An archive is a folder of revisions, so the next one can be made from it.
#[test]
fn an_archive_can_be_made_from_the_bundles_of_the_last() {
    let project = shop();
    project.run(&["build", "old/2025.policy", "-o", "published"]).exits(0);
    project.run(&["build", "shop.policy", "-o", "out"]).exits(0);
    project
        .run(&[
            "build",
            "shop.policy",
            "--archive",
            "published/revisions",
            "-o",
            "again",
        ])
        .exits(0);
    assert_eq!(tree(&project.path("out")), tree(&project.path("again")));
}

#[test]
fn without_an_archive_the_page_is_what_it_was() {
    let project = shop();
    project
        .run(&["build", "shop.policy", "--no-archive", "-o", "out"])
        .exits(0);
    assert_eq!(
        names(&project),
        [".hoshin-output", "bundle.json", "index.html", "policy.txt"]
    );
    assert_eq!(
        project.read("out/index.html"),
        project.run(&["render", "shop.policy", "--format", "html"]).out
    );
}

#[test]
fn nothing_is_written_where_an_earlier_revision_cannot_be() {
    let project = shop();
    project.run(&["build", "shop.policy", "-o", "out"]).exits(0);
    let before = tree(&project.path("out"));
    let wrong = |name: &str, text: String, code: &str| {
        let project = shop().file(name, text);
        let ran = project.run(&["build", "shop.policy", "-o", "out"]);
        ran.exits(2);
        assert!(ran.err.contains(&format!("エラー[{code}]")), "{ran:#?}");
        assert!(!project.path("out").exists());
    };
    wrong("old/2024.policy", first().replace("［加盟店］", "［加盟点］"), "C0027");
    wrong(
        "old/2025.policy",
        second()
            .replace("2024.policy", "2023.policy")
            .replace("\"vocab", "\"../vocab"),
        "C0025",
    );
    wrong(
        "old/2025.policy",
        second()
            .replace("2024.policy", "../shop.policy")
            .replace("\"vocab", "\"../vocab"),
        "C0025",
    );
    wrong(
        "old/2025.policy",
        second()
            .replace("2024.policy", "2025.policy")
            .replace("\"vocab", "\"../vocab"),
        "C0025",
    );
    let ran = project.run(&[
        "build",
        "shop.policy",
        "old/2025.policy",
        "--archive",
        "old",
        "-o",
        "out",
    ]);
    assert!(ran.exits(2).err.contains("エラー[C0001]"), "{ran:#?}");
    assert_eq!(tree(&project.path("out")), before);
}

#[test]
fn the_archive_does_not_depend_on_where_it_is_built() {
    let one = shop();
    one.run(&["build", "shop.policy", "-o", "out"]).exits(0);
    let two = shop();
    let mut command = two.command(&["build", "../shop.policy", "-o", "../out"]);
    Ran::of(command.current_dir(two.path("old"))).exits(0);
    assert_eq!(tree(&one.path("out")), tree(&two.path("out")));
}

#[test]
fn several_policies_have_an_archive_each() {
    let project = shop();
    project
        .run(&["build", "shop.policy", "old/2024.policy", "-o", "out"])
        .exits(0);
    assert!(project.path("out/shop/history.html").exists());
    assert!(project.path("out/2024/index.html").exists() && !project.path("out/2024/history.html").exists());
}

#[test]
fn revisions_without_dates_go_by_their_names() {
    let undated = |text: String| text.replace("  最終改定［2026-04-01］\n", "");
    let project = Project::shop()
        .file("old/第1版 a.policy", undated(SHOP.replace("\"vocab", "\"../vocab")))
        .file(
            "shop.policy",
            undated(SHOP.replace("  事業者", "  旧版 \"old/第1版 a.policy\"\n  事業者")),
        );
    project.run(&["build", "shop.policy", "-o", "out"]).exits(0);
    assert!(
        project.path("out/revisions/第1版_a/index.html").exists(),
        "{:?}",
        names(&project)
    );
    let list = project.read("out/history.html");
    assert!(list.contains("revisions/%E7%AC%AC1%E7%89%88_a/index.html"), "{list}");
}

/// 「改定履歴は[こちら](改定履歴)」: a link where there is a list, words where there is none.
#[test]
fn the_wording_can_link_to_the_list_of_revisions() {
    let linking = |text: String| {
        text.replace(
            "この方針を公表します。",
            "この方針を公表します。改定履歴は[こちら](改定履歴)です。",
        )
    };
    let project = shop()
        .file("shop.policy", linking(third()))
        .file("first.policy", linking(SHOP.to_owned()));
    project.run(&["check", "shop.policy", "first.policy"]).exits(0);
    project.run(&["build", "shop.policy", "-o", "out"]).exits(0);
    let to_list = |page: &str| {
        links(&project, page)
            .into_iter()
            .find(|(words, _)| words == "こちら")
            .map(|(_, href)| href)
    };
    assert_eq!(to_list("index.html").as_deref(), Some("history.html"));
    assert_eq!(
        to_list("revisions/2026-04-01/index.html").as_deref(),
        Some("../../history.html")
    );
    for format in ["html", "markdown", "text"] {
        let page = project
            .run(&["render", "shop.policy", "--format", format])
            .exits(0)
            .out
            .clone();
        assert!(page.contains("改定履歴はこちらです。"), "{format}: {page}");
    }
    // The first revision has a list of one.
    project.run(&["build", "first.policy", "-o", "out"]).exits(0);
    assert_eq!(to_list("index.html").as_deref(), Some("history.html"));
    let list = project.read("out/history.html");
    assert!(
        list.contains("（現在の版）") && !list.contains("changes.html"),
        "{list}"
    );
    assert!(!project.read("out/index.html").contains("changes.html"));
}

/// 「旧プライバシーポリシーは[こちら](旧版)」: of each revision the one before it.
#[test]
fn the_wording_can_link_to_the_previous_revision() {
    let linking = |text: String| {
        text.replace(
            "この方針を公表します。",
            "この方針を公表します。前の方針は[こちら](旧版)です。",
        )
    };
    let inside = |text: String| linking(text).replace("\"vocabulary", "\"../vocabulary");
    let project = shop()
        .file("shop.policy", linking(third()))
        .file("old/2025.policy", inside(second()))
        .file("old/2024.policy", inside(first()));
    project.run(&["build", "shop.policy", "-o", "out"]).exits(0);
    let to_previous = |page: &str| {
        links(&project, page)
            .into_iter()
            .find(|(words, _)| words == "こちら")
            .map(|(_, href)| href)
    };
    assert_eq!(
        to_previous("index.html").as_deref(),
        Some("revisions/2025-04-01/index.html")
    );
    for (page, href) in [
        ("2026-04-01", Some("../2025-04-01/index.html")),
        ("2025-04-01", Some("../2024-04-01/index.html")),
        ("2024-04-01", None),
    ] {
        assert_eq!(
            to_previous(&format!("revisions/{page}/index.html")).as_deref(),
            href,
            "{page}"
        );
    }
    assert!(
        project
            .read("out/revisions/2024-04-01/policy.txt")
            .contains("前の方針はこちらです。")
    );
}

/// The usual way of a company that keeps its policy in git: one file, a tag for each revision.
#[test]
fn earlier_revisions_can_be_tags_of_the_same_file() {
    let tagged = |text: String, tag: &str| text.replace("\"old/2025.policy\"", tag).replace("\"2024.policy\"", tag);
    let project = Project::new()
        .file("vocabulary.policy", VOCABULARY)
        .file("shop.policy", first())
        .repository()
        .commit("2024年版")
        .file("shop.policy", tagged(second(), "\"git:2024年版:shop.policy\""))
        .commit("2025年版")
        .file("shop.policy", tagged(third(), "\"git:2025年版:shop.policy\""));
    project.run_with_git(&["build", "shop.policy", "-o", "out"]).exits(0);
    let files = shop();
    files.run(&["build", "shop.policy", "-o", "out"]).exits(0);
    let pages = |project: &Project| -> Vec<_> {
        let files = tree(&project.path("out")).into_iter();
        files.filter(|(name, _)| name.ends_with(".html")).collect()
    };
    assert_eq!(pages(&project), pages(&files), "the same pages as from files");
    // A chain that leads back to itself does not run for ever.
    let project = project
        .file("shop.policy", tagged(third(), "\"git:HEAD:shop.policy\""))
        .commit("back");
    let ran = project.run_with_git(&["build", "shop.policy", "-o", "back"]);
    assert!(
        ran.exits(2).err.contains("エラー[C0025]") && !project.path("back").exists(),
        "{ran:#?}"
    );
}

#[test]
fn what_comes_from_standard_input_has_earlier_revisions_too() {
    let project = shop();
    project.run(&["build", "shop.policy", "-o", "file"]).exits(0);
    let ran = project.pipe(&["build", "-", "--stdin-name", "shop.policy", "-o", "out"], third());
    ran.exits(0);
    assert_eq!(tree(&project.path("file")), tree(&project.path("out")));
}

#[test]
fn a_company_s_template_is_around_every_page() {
    let project = shop()
        .file(
            "t.html",
            "<html lang=ja><head>{{head}}</head><body><p>会社の枠</p>{{page}}</body></html>",
        )
        .file("t.css", "main { color: #123456; }");
    project
        .run(&[
            "build",
            "shop.policy",
            "-o",
            "out",
            "--template",
            "t.html",
            "--theme",
            "t.css",
        ])
        .exits(0);
    for page in ["index.html", "history.html", "revisions/2024-04-01/index.html"] {
        let text = project.read(&format!("out/{page}"));
        assert!(text.contains("会社の枠") && text.contains("#123456"), "{page}");
    }
    assert!(
        project
            .read("out/revisions/2025-04-01/changes.html")
            .contains("#123456")
    );
}
