//! The policy of a company that does not exist, with one of everything that a page can hold.

use hoshin::document::{Block, DateKind, Level, Run};
use hoshin::policy::Policy;
use jiff::civil::date;

use super::draft::*;

pub(crate) const COMPANY: &str = "株式会社見本商店";

/// The policy, numbered as given: chapter, section, subsection.
pub(crate) fn policy(patterns: [&str; 3]) -> Policy {
    let mut draft = Draft::new("個人情報の取扱いについて", patterns);

    // Clauses first, in the order in which they appear: the opening refers to a later one.
    let collection = draft.numbered(Level::Chapter, None, "取得", "取得する情報");
    let collect = draft.clause(Some(collection), "取得1", "");
    let purposes = draft.numbered(Level::Chapter, None, "利用目的", "利用目的");
    let delivery = draft.numbered(
        Level::Section,
        Some(purposes),
        "配送",
        "ご注文いただいた商品の発送、代金の請求およびそれらに伴うお客様へのご連絡（ギフト配送における受取人様へのご連絡を含みます）",
    );
    let improvement = draft.numbered(
        Level::Section,
        Some(purposes),
        "改善",
        "サービスの改善および新しいサービスの開発",
    );
    let marketing = draft.numbered(Level::Section, Some(purposes), "案内", "商品・催事・会員特典のご案内");
    let provision = draft.numbered(Level::Chapter, None, "第三者提供", "第三者への提供");
    let to_shops = draft.numbered(
        Level::Section,
        Some(provision),
        "加盟店への提供",
        "見本商店街モールの加盟店への提供",
    );
    let processed = draft.clause(Some(to_shops), "加工1", "");
    let principle = draft.clause(Some(provision), "原則", "");
    let transmission = draft.numbered(Level::Chapter, None, "外部送信", "利用者情報の外部送信");
    let entrusting = draft.numbered(Level::Chapter, None, "委託", "取扱いの委託および外国における取扱い");
    let entrust = draft.clause(Some(entrusting), "委託1", "取扱いを委託する場合");
    let abroad = draft.clause(Some(entrusting), "越境1", "外国にある委託先が取り扱う場合");
    let security = draft.numbered(Level::Chapter, None, "安全管理", "安全管理のために講じている措置");
    let rights = draft.numbered(Level::Chapter, None, "開示等", "開示等のご請求");
    // Pure meaning, which shows nothing: its anchor must be on the page all the same.
    draft.clause(Some(rights), "権利1", "");
    let contact = draft.numbered(Level::Chapter, None, "窓口", "お問い合わせ窓口");
    let riders = draft.numbered(Level::Chapter, None, "特約", "サービスごとの特約");
    let health = draft.clause(Some(riders), "要配慮の制限", "要配慮個人情報は、…");
    let children = draft.clause(Some(riders), "未成年者", "十六歳未満のお客様の…");

    let collects = draft.norm(collect, 1);
    let delivers = draft.norm(delivery, 1);
    let improves = draft.norm(improvement, 1);
    let informs = draft.norm(marketing, 1);
    let provides = draft.norm(to_shops, 1);
    let provides_processed = draft.norm(processed, 1);
    let transmits = [
        draft.norm(transmission, 1),
        draft.norm(transmission, 2),
        draft.norm(transmission, 3),
    ];
    let forbids = draft.norm(principle, 1);
    let entrusts = draft.norm(entrust, 1);
    let limits = draft.norm(health, 1);
    // No block carries this one.
    draft.norm(children, 1);

    draft.date(DateKind::Established, date(2019, 4, 1));
    draft.date(DateKind::LastRevised, date(2026, 4, 1));
    draft.push(paragraph(vec![
        Run::Text("改定の概要は".into()),
        link(
            "2026年4月改定のお知らせ",
            "https://www.mihon-shoten.example/news/2026/privacy?from=policy&lang=ja",
        ),
        Run::Text("をご覧ください。".into()),
    ]));
    draft.push(paragraph(vec![
        Run::Text(format!("{COMPANY}（以下「")),
        definition("当社"),
        Run::Text("」といいます）は、お客様に安心してお買い物をお楽しみいただくため、お客様に関する情報の取扱いを次のとおり定め、これを守ります。なお、サービスごとの定めがある場合には、".into()),
        reference(riders),
        Run::Text("に記載しています。".into()),
    ]));
    draft.push(Block::Contents);

    draft.push(section(
        collection,
        Level::Chapter,
        &[],
        vec![
            words("当社は、次の方法によりお客様に関する情報を取得します。"),
            bullets([
                "お客様から、書面、Webサイトまたは店頭で直接ご提供いただく方法",
                "お客様が当社のWebサイトまたはアプリを利用された際に、自動的に記録する方法",
                "共同で催事を行う会社その他の第三者から、適法に提供を受ける方法",
            ]),
            Block::Paragraph {
                binding: bound(Some(collect), &[collects]),
                runs: vec![
                    term("当社"),
                    Run::Text("は、それだけでは個人を特定できない閲覧履歴、Cookie、IPアドレスおよび広告識別子（AAID・IDFA）（以下総称して「".into()),
                    definition("ご利用履歴"),
                    Run::Text("」といいます）も取得します。会員登録をされたお客様の".into()),
                    term("ご利用履歴"),
                    Run::Text("は、".into()),
                    Run::Strong(text("個人情報として")),
                    Run::Text("取り扱います。".into()),
                ],
            },
        ],
    ));

    draft.push(section(
        purposes,
        Level::Chapter,
        &[],
        vec![
            words("当社は、取得した情報を次の目的に限って利用します。"),
            section(
                delivery,
                Level::Section,
                &[delivers],
                vec![
                    words("例として以下の利用が含まれます。"),
                    bullets(["運送会社への配送の手配", "在庫切れ・遅延のご連絡、返品および交換の受付"]),
                ],
            ),
            section(
                improvement,
                Level::Section,
                &[improves],
                vec![Block::List(vec![
                    bullet(None, &[], "お問い合わせの内容の分析", vec![]),
                    bullet(
                        None,
                        &[],
                        "購入履歴の統計的な分析",
                        vec![
                            bullets(["品ぞろえの見直し", "店舗の混雑の予測"]),
                            note("分析の結果から個人を特定することはありません。"),
                        ],
                    ),
                ])],
            ),
            section(
                marketing,
                Level::Section,
                &[informs],
                vec![note(
                    "ご案内は、会員ページの「お知らせの設定」からいつでも停止できます。",
                )],
            ),
        ],
    ));

    draft.push(section(
        provision,
        Level::Chapter,
        &[],
        vec![
            section(
                to_shops,
                Level::Section,
                &[provides],
                vec![
                    part("提供する場合", vec![bullets(["お客様が加盟店の商品を注文された場合"])]),
                    part("提供する項目", vec![bullets(["氏名、住所、電話番号", "ご注文の内容および金額"])]),
                    part(
                        "提供の目的",
                        vec![bullets(["加盟店による商品の発送", "加盟店による商品に関するお問い合わせへの回答"])],
                    ),
                    Block::Plain {
                        binding: bound(Some(processed), &[provides_processed]),
                        children: vec![
                            words("次の目的では、氏名および住所を除き、生年月日を年代に置き換える等、それだけでは特定の個人を識別できない情報に加工したうえで提供します。"),
                            bullets(["販売傾向の分析", "品ぞろえのご提案"]),
                        ],
                    },
                ],
            ),
            Block::Paragraph {
                binding: bound(Some(principle), &[forbids]),
                runs: text("当社は、上記のほか、法令に基づく場合またはお客様の同意がある場合を除き、個人情報を第三者に提供しません。"),
            },
        ],
    ));

    draft.push(section(
        transmission,
        Level::Chapter,
        &[],
        vec![
            words("当社のWebサイトおよびアプリは、お客様の端末から次の送信先へ情報を送信します。"),
            Block::Table {
                caption: text("外部送信の一覧"),
                columns: [
                    "送信先",
                    "送信する情報",
                    "当社の利用目的",
                    "送信先の利用目的",
                    "停止の方法",
                ]
                .map(text)
                .into(),
                rows: vec![
                    row(
                        &[transmits[0]],
                        [
                            "Example Analytics Inc.",
                            "閲覧履歴、Cookie、IPアドレス",
                            "サイトの利用状況の把握",
                            "解析サービスの提供および改善",
                            "ブラウザーの設定でCookieを無効にしてください。",
                        ],
                    ),
                    row(
                        &[transmits[1]],
                        [
                            "見本広告株式会社",
                            "広告識別子、閲覧履歴",
                            "ご関心に応じた広告の表示",
                            "広告効果の測定",
                            "同社のオプトアウトページから停止できます。",
                        ],
                    ),
                    row(
                        &[transmits[2]],
                        [
                            "Sample Maps Ltd.",
                            "位置情報",
                            "最寄りの店舗のご案内",
                            "地図サービスの提供",
                            "端末の設定で位置情報の利用を許可しないでください。",
                        ],
                    ),
                ],
            },
        ],
    ));

    draft.push(section(
        entrusting,
        Level::Chapter,
        &[],
        vec![
            Block::Group {
                binding: bound(Some(entrust), &[entrusts]),
                title: text("取扱いを委託する場合"),
                children: vec![bullets(["当社は、利用目的の達成に必要な範囲で、取扱いの全部または一部を委託することがあります。この場合、委託先を適切に監督します。"])],
            },
            Block::Group {
                binding: bound(Some(abroad), &[]),
                title: text("外国にある委託先が取り扱う場合"),
                children: vec![
                    paragraph(vec![
                        Run::Text("委託先には外国にある会社が含まれます。国名および当該国の制度は".into()),
                        link("委託先の所在国", "https://www.mihon-shoten.example/privacy/countries"),
                        Run::Text("に掲載しています。".into()),
                    ]),
                ],
            },
        ],
    ));

    draft.push(section(
        security,
        Level::Chapter,
        &[],
        vec![
            part(
                "組織的安全管理措置",
                vec![words(
                    "個人データの取扱責任者を置き、取扱いの状況を定期に点検しています。",
                )],
            ),
            part(
                "技術的安全管理措置",
                vec![words(
                    "アクセスできる者を限定し、通信および保存時の暗号化を行っています。",
                )],
            ),
        ],
    ));

    draft.push(section(
        rights,
        Level::Chapter,
        &[],
        vec![
            words("お客様は、当社所定の手続により、保有個人データの開示、内容の訂正、利用の停止、消去および利用目的の通知を請求できます。"),
            paragraph(vec![
                Run::Text("ご請求は、".into()),
                reference(contact),
                Run::Text("で受け付けます。手数料はいただきません。".into()),
            ]),
        ],
    ));

    draft.push(section(
        contact,
        Level::Chapter,
        &[],
        vec![
            paragraph(vec![Run::Text(format!("{COMPANY} お客様情報相談室"))]),
            paragraph(vec![
                link(
                    "https://www.mihon-shoten.example/contact/",
                    "https://www.mihon-shoten.example/contact/",
                ),
                Run::Text(" または ".into()),
                link("privacy@mihon-shoten.example", "mailto:privacy@mihon-shoten.example"),
                Run::Text(" までご連絡ください。".into()),
            ]),
        ],
    ));

    draft.push(section(
        riders,
        Level::Chapter,
        &[],
        vec![
            words("次に該当する場合には、別途お客様の同意をいただかない限り、利用目的を制限します。"),
            Block::List(vec![
                bullet(
                    Some(health),
                    &[limits],
                    "要配慮個人情報は、お客様が利用を希望されたサービスを提供する目的に限って利用します。",
                    vec![],
                ),
                bullet(
                    Some(children),
                    &[],
                    "十六歳未満のお客様の情報は、広告の配信に利用しません。",
                    vec![],
                ),
            ]),
        ],
    ));
    draft.policy(COMPANY)
}
