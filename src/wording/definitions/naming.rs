//! The verbs that give a name: といいます, という, と総称します, とします.

/// How surely a verb names something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Force {
    /// It names: といいます.
    Names,
    /// It may as well set a value: 件名を「お知らせ」とします. It names after 以下.
    Sets,
}

const VERBS: [(&str, Force); 34] = [
    ("といいます", Force::Names),
    ("といい、", Force::Names),
    ("といい，", Force::Names),
    ("という", Force::Names),
    ("と言います", Force::Names),
    ("と言い、", Force::Names),
    ("と言う", Force::Names),
    ("と総称します", Force::Names),
    ("と総称いたします", Force::Names),
    ("と総称する", Force::Names),
    ("と総称し、", Force::Names),
    ("と呼びます", Force::Names),
    ("と呼び、", Force::Names),
    ("と呼ぶ", Force::Names),
    ("と呼称します", Force::Names),
    ("と呼称する", Force::Names),
    ("と称します", Force::Names),
    ("と称し、", Force::Names),
    ("と称する", Force::Names),
    ("と略称します", Force::Names),
    ("と略称する", Force::Names),
    ("と略します", Force::Names),
    ("と定義します", Force::Names),
    ("と定義する", Force::Names),
    ("と申します", Force::Names),
    ("とします", Force::Sets),
    ("とする", Force::Sets),
    ("とし、", Force::Sets),
    ("といたします", Force::Sets),
    ("と致します", Force::Sets),
    ("とさせていただきます", Force::Sets),
    ("と記載します", Force::Sets),
    ("と表記します", Force::Sets),
    ("と略記します", Force::Sets),
];

/// The naming verb at the start of a text: its length and force.
///
/// という before a noun names nothing: 「見本」というサービス.
pub(super) fn naming(text: &str) -> Option<(usize, Force)> {
    if !text.starts_with('と') {
        return None;
    }
    let (verb, force) = VERBS.iter().find(|(verb, _)| text.starts_with(verb))?;
    let plain = verb.ends_with(['う', 'る', 'ぶ']);
    let rest = text.get(verb.len()..)?;
    let ends = rest.chars().next().is_none_or(|c| "。、，．）)」』\n".contains(c));
    let goes_on = ["ものとし", "ものとする", "こととし", "ことがあ"]
        .iter()
        .any(|words| rest.starts_with(words));
    (!plain || ends || goes_on).then_some((verb.len(), *force))
}
