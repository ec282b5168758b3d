//! The events that a retention period may be counted from, and end with, without a declaration.

use super::lapse::COLLECTED;

/// An event that the language knows by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BuiltInEvent {
    /// As written.
    pub name: &'static str,
    /// How else it is written.
    pub aliases: &'static [&'static str],
}

/// The events that published policies count from most often.
pub const BUILT_IN_EVENTS: &[BuiltInEvent] = &[
    event(COLLECTED, &["収集", "記録", "保管", "保存", "登録"]),
    event("退会", &["会員登録の抹消"]),
    event("解約", &[]),
    event("契約の終了", &["契約の満了", "契約期間の終了", "契約期間の満了"]),
    event(
        "利用の終了",
        &["サービスの利用の終了", "サービスの終了", "利用契約の終了"],
    ),
    event("最終利用", &["最後の利用", "最終の利用"]),
    event("最終取引", &["最後の取引", "最終の取引"]),
    event("取引の終了", &[]),
    event("目的の達成", &["利用目的の達成", "利用の目的の達成"]),
    event("同意の撤回", &[]),
    event("請求", &["申出", "お申出", "請求の受付"]),
    event("回答", &["対応の完了", "対応の終了"]),
    event("提供", &[]),
    event("選考の終了", &["選考の完了"]),
    event("退職", &[]),
    event(
        "法定の保存期間の満了",
        &[
            "法定保存期間の満了",
            "法令の定める保存期間の満了",
            "法令で定める保存期間の満了",
        ],
    ),
];

const fn event(name: &'static str, aliases: &'static [&'static str]) -> BuiltInEvent {
    BuiltInEvent { name, aliases }
}

impl BuiltInEvent {
    /// The event of this name, however its の is written.
    #[must_use]
    pub fn find(name: &str) -> Option<&'static Self> {
        let bare = |name: &str| name.replace('の', "");
        let wanted = bare(name);
        BUILT_IN_EVENTS.iter().find(|event| {
            std::iter::once(&event.name)
                .chain(event.aliases)
                .any(|known| bare(known) == wanted)
        })
    }
}
