//! What a file is, beside the base.

use super::examined::Against;
use super::judged::Judged;
use crate::diagnostic::Text;

/// What a file is, beside the base.
pub(super) fn state(one: &Judged<'_>) -> Text {
    match &one.examined.against {
        Against::Declares => Text::new("語彙だけのファイル", "declares only"),
        Against::Faulty => Text::new("誤りがあるため比べていません", "not compared, because it has errors"),
        Against::New => Text::new("新しい方針。比べていません", "new, not compared"),
        Against::FaultyBase(_) => Text::new(
            "比べる元に誤りがあるため、比べていません",
            "not compared, because that of the base has errors",
        ),
        Against::Same => Text::new("変更なし", "unchanged"),
        Against::Other(old) if old.path == one.examined.path => Text::new("変更あり", "changed"),
        Against::Other(old) => {
            let path = &old.path;
            Text::new(
                format!("変更あり。もとは {path}"),
                format!("changed, compared with {path}"),
            )
        }
    }
}
