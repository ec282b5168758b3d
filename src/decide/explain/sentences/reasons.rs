//! Why: the clauses that decide, those that do not prevail, those that come near.

use super::super::kinds::{Cited, Citing, Told};
use crate::text::sentence::{ActName, Items, Name, sentences};

sentences! {
    by() =
        "根拠:",
        "By:";
    prohibitions_that_do_not_prevail() =
        "及ばない禁止:",
        "Prohibitions that do not prevail:";
    make_way_for_a_duty() =
        "法令上の義務には及ばない禁止:",
        "Prohibitions that make way for a duty by law:";
    permissions_that_do_not_prevail() =
        "及ばない許可:",
        "Permissions that do not prevail:";
    until_then_forbidden_by() =
        "それまで禁止する定め:",
        "Until then forbidden by:";
    perhaps_forbidden_by() =
        "条件によっては禁止する定め:",
        "Forbidden, on conditions, by:";
    not_abroad(party: Name) =
        "「{party}」は外国にあります。広い名前による許可は、越境の定めがないので及びません:",
        "{party} is abroad. Permissions by a general name do not reach it, since no clause about transfers abroad lets them:";
    nearest() =
        "近い定め:",
        "Nearest:";
    nothing_permits(act: ActName) =
        "行為「{act}」を許可する定めは、この方針にありません。",
        "Nothing in this policy permits the act `{act}`.";

    proviso(clause: Citing) =
        "{clause}のただし書",
        "the proviso of {clause}";
    clause(citation: Citing, anchor: Name) =
        "{citation}（#{anchor}）",
        "{citation} (#{anchor})";
    item(clause: Cited) =
        "・{clause}",
        "- {clause}";
    more(count: usize) =
        "・ほか {count} 件（--json ではすべて示します）",
        "- and {count} more; --json lists all";
    item_told(clause: Cited, told: Told) =
        "・{clause}: {told}",
        "- {clause}: {told}";

    processing(steps: Told) =
        "加工の内容: {steps}",
        "Processing: {steps}";
    drop(items: Items) =
        "{items}を除く",
        "drop {items}";
    replace(from: Name, to: Name) =
        "「{from}」を「{to}」に置き換える",
        "replace {from} by {to}";
    keep_only(items: Items) =
        "個人の識別につながる情報は{items}だけを残す",
        "of what identifies a person keep only {items}";
}
