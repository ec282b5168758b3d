//! Why a document is refused: B0001 to B0016.

use super::words::{Expected, Named, NamedOnes, Place, Pointer};
use crate::text::sentence::{Name, Written, alike, sentences, worded};

alike! {
    /// A format, as a document names it.
    Format = ["hoshin.bundle/1-draft.7"];
    /// A digest.
    Digest = ["sha256:1f3a…", "sha256:9c0e…"];
    /// Concepts, each of which is contained in the next.
    Way = ["氏名 → 個人情報 → 氏名"];
    /// The number of a control character.
    Control = ["U+0007"];
    /// The number of a character that shows nothing.
    Invisible = ["U+200B"];
}

worded! {
    /// What is wrong in a place.
    Problem = [("メンバー `data` がありません", "the member `data` is missing")];
}

sentences! {
    ends_early(at: Place) =
        "ファイルが途中で終わっています（{at}）",
        "the file ends too early ({at})";
    not_json(at: Place) =
        "JSON として読めません（{at}）",
        "this is not JSON ({at})";
    not_a_bundle(format: Format) =
        "hoshin の規則ではありません（`format` が `{format}` の JSON が必要です）",
        "this is not a rule bundle (JSON with `format` `{format}` is needed)";
    other_draft(format: Format) =
        "この hoshin では読めない下書きの形式です（`{format}`）",
        "this hoshin cannot read the draft format `{format}`";
    other_version(format: Format) =
        "このバージョンの hoshin では読めない形式です（`{format}`）",
        "this version of hoshin cannot read the format `{format}`";
    only_runtime() =
        "判断に要るものだけを書き出した規則で、文言や検証がありません",
        "this bundle holds only what decisions need: no wording, no tests";
    other_digest(stated: Digest, computed: Digest) =
        "内容とダイジェストが一致しません（記載は `{stated}`、内容からの計算は `{computed}`）",
        "contents and digest disagree (stated `{stated}`, computed `{computed}`)";

    wrong_shape(at: Place, problem: Problem) =
        "規則の形式に合っていません（{at}）: {problem}",
        "this does not have the shape of a rule bundle ({at}): {problem}";
    unknown_word(word: Written, at: Place) =
        "`{word}` という値は定められていません（{at}）",
        "`{word}` is no value that may stand here ({at})";
    out_of_range(at: Place) =
        "数値が範囲を超えています（{at}）",
        "a number is out of range ({at})";

    two_of_one_name(kind: NamedOnes, name: Name, path: Pointer) =
        "{kind}`{name}` が二つあります（`{path}`）",
        "there are two {kind} named `{name}` (`{path}`)";
    nothing_of_that_name(kind: Named, name: Name, path: Pointer) =
        "{kind}`{name}` が規則のファイルにありません（`{path}`）",
        "the bundle holds no {kind} `{name}` (`{path}`)";
    contains_itself(path: Pointer, way: Way) =
        "包含関係が循環しています（`{path}`: {way}）",
        "containment is cyclic (`{path}`: {way})";
    other_value_expected(value: Written, expected: Expected, path: Pointer) =
        "`{value}` の位置には{expected}が必要です（`{path}`）",
        "`{value}` stands where {expected} is needed (`{path}`)";
    misplaced(path: Pointer) =
        "並び順または入れ子が正しくありません（`{path}`）",
        "this is out of order or wrongly nested (`{path}`)";
    inconsistent(path: Pointer) =
        "`{path}` が規則のファイルのほかの部分と食い違っています",
        "`{path}` disagrees with the rest of the bundle";
    control_character(point: Control, path: Pointer) =
        "制御文字 {point} が混ざっています（`{path}`）",
        "the control character {point} stands in `{path}`";
    invisible_character(point: Invisible, path: Pointer) =
        "目に見えない文字 {point} が混ざっています（`{path}`）",
        "the invisible character {point} stands in `{path}`";

    too_long() =
        "文書の長さが読み取りの上限を超えています",
        "the text is longer than a reader takes on";
    too_long_there(path: Pointer) =
        "文書の長さが読み取りの上限を超えています（`{path}`）",
        "the text is longer than a reader takes on (`{path}`)";
    too_deep() =
        "入れ子の深さが読み取りの上限を超えています",
        "the nesting is deeper than a reader takes on";
    too_deep_there(path: Pointer) =
        "入れ子の深さが読み取りの上限を超えています（`{path}`）",
        "the nesting is deeper than a reader takes on (`{path}`)";
    too_entangled() =
        "包含関係が読み取りの上限を超えています",
        "there is more containment than a reader takes on";
    too_entangled_there(path: Pointer) =
        "包含関係が読み取りの上限を超えています（`{path}`）",
        "there is more containment than a reader takes on (`{path}`)";
    too_many_references() =
        "題名どうしの参照が読み取りの上限を超えています",
        "titles refer to one another more often than a reader takes on";
    too_many_references_there(path: Pointer) =
        "題名どうしの参照が読み取りの上限を超えています（`{path}`）",
        "titles refer to one another more often than a reader takes on (`{path}`)";
}
