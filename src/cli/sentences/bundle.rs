//! Why a file cannot be used as a bundle: C0016.

use crate::text::sentence::{File, sentences, worded};

worded! {
    /// What is wrong with it, by its code.
    Why = [("B0004: メンバー `data` がありません", "B0004: the member `data` is missing")];
}

sentences! {
    is_no_bundle(name: File, why: Why) =
        "`{name}` を規則として使えません（{why}）",
        "`{name}` cannot be used as a bundle ({why})";
    is_not_utf8(name: File) =
        "`{name}` を規則として使えません（文字コードが UTF-8 ではありません）",
        "`{name}` cannot be used as a bundle (it is not UTF-8)";

    build_it_or_use_another_hoshin() =
        "もとの .policy から hoshin build で作り直すか、この形式を読める hoshin を使ってください",
        "build the bundle again from its .policy, or use a hoshin that reads this format";
    a_runtime_serves_asking() =
        "比べるときや検証には、同じ方針の bundle.json か .policy を指定してください。runtime.json で使えるのは hoshin ask です",
        "to compare or test, name the bundle.json of the policy or its .policy; what a runtime.json serves is hoshin ask";
    name_a_bundle() =
        "hoshin build が書き出した bundle.json か、.policy を指定してください",
        "name a bundle.json that hoshin build wrote, or a .policy";
    build_it_again() =
        "手を加えずに渡されたか確かめ、hoshin build で作り直してください",
        "check that it arrived as it was sent, and build it again from its .policy";
}
