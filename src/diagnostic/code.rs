//! The one table of codes for what is wrong with a policy.
//!
//! `H00` source text · `H01` syntax · `H02` names · `H03` values and required parts · `H05` consistency · `H06` wording ·
//! `H07` revision · `H09` limits. The level is a default: it may change, the number may not.

pub(crate) mod declare;

use declare::declare_codes;

declare_codes! {
    /// The stable identity of a diagnostic.
    pub enum Code {
        H0001 = "not-utf8", Error, since "0.1.0", "UTF-8 でないファイル";
        H0002 = "control-character", Error, since "0.1.0", "制御文字";
        H0003 = "empty-source", Error, since "0.1.0", "何も書かれていないファイル";
        H0004 = "missing-import", Error, since "0.1.0", "取り込めないファイル";
        H0005 = "import-cycle", Error, since "0.1.0", "取込の循環";
        H0006 = "import-outside-project", Error, since "0.1.0", "フォルダーの外への取込";
        H0007 = "invisible-character", Error, since "0.1.0", "文言の外の見えない文字";
        H0008 = "bidirectional-control", Error, since "0.1.0", "文字の並ぶ向きを変える文字";

        H0101 = "unclosed-quote", Error, since "0.1.0", "閉じられていない「";
        H0102 = "unclosed-block", Error, since "0.1.0", "閉じられていない {";
        H0103 = "unclosed-meaning", Error, since "0.1.0", "閉じられていない ［";
        H0104 = "unclosed-comment", Error, since "0.1.0", "閉じられていない /*";
        H0105 = "stray-closer", Error, since "0.1.0", "対応のない閉じ括弧";
        H0106 = "unknown-keyword", Error, since "0.1.0", "知らないキーワード";
        H0107 = "unexpected-text", Error, since "0.1.0", "読めない書き方";
        H0108 = "look-alike-mark", Error, since "0.1.0", "似ているが違う記号";
        H0109 = "statement-on-same-line", Error, since "0.1.0", "同じ行に続く次の文";
        H0110 = "part-out-of-order", Error, since "0.1.0", "要素の順序";
        H0111 = "glued-keyword", Error, since "0.1.0", "キーワードと名前の間の空白";
        H0112 = "broken-reference", Error, since "0.1.0", "文言の中の { } の誤り";
        H0113 = "unclosed-string", Error, since "0.1.0", "閉じられていない \"";
        H0114 = "detached-block", Error, since "0.1.0", "次の行に離れた {";

        H0201 = "unresolved-name", Error, since "0.1.0", "宣言されていない名前";
        H0202 = "duplicate-name", Error, since "0.1.0", "名前の重複";
        H0203 = "wrong-kind", Error, since "0.1.0", "種類の違う名前";
        H0204 = "cyclic-containment", Error, since "0.1.0", "包含の循環";
        H0205 = "ambiguous-name", Error, since "0.1.0", "どれを指すか決まらない名前";
        H0206 = "unused-name", Warning, since "0.1.0", "使われていない名前";
        H0207 = "unknown-attribute", Error, since "0.1.0", "知らない属性";
        H0208 = "misplaced-statement", Error, since "0.1.0", "ここには置けない文";
        H0209 = "shared-label", Warning, since "0.1.0", "二つのものに同じ呼び方";
        H0210 = "mixed-script-name", Warning, since "0.1.0", "文字の種類の混ざった名前";
        H0211 = "look-alike-names", Warning, since "0.1.0", "見た目の同じ二つの名前";
        H0212 = "former-name", Warning, since "0.1.0", "前の名前で書かれた条件";
        H0213 = "individual-number", Hint, since "0.1.0", "広い名前に含まれない個人番号";

        H0301 = "missing-part", Error, since "0.1.0", "足りない要素";
        H0302 = "unexpected-part", Error, since "0.1.0", "置けない要素";
        H0303 = "invalid-date", Error, since "0.1.0", "日付の誤り";
        H0304 = "unknown-value", Error, since "0.1.0", "知らない値";
        H0305 = "missing-meaning", Error, since "0.1.0", "意味の決まらない文言";
        H0306 = "repeated-statement", Error, since "0.1.0", "一度しか置けない文の重複";
        H0307 = "invalid-number-style", Error, since "0.1.0", "番号の書式の誤り";
        H0308 = "uneven-table-row", Error, since "0.1.0", "表の列数の不一致";
        H0309 = "unsafe-link", Error, since "0.1.0", "使えないリンク先";
        H0310 = "missing-policy", Error, since "0.1.0", "方針の文がない";
        H0311 = "dates-out-of-order", Warning, since "0.1.0", "日付の前後関係";
        H0312 = "incomplete-acknowledgement", Error, since "0.1.0", "承認に足りないもの";
        H0313 = "retired-clause-with-content", Error, since "0.1.0", "削除した条項の中身";
        H0314 = "acknowledged-after-revision", Warning, since "0.1.0", "改定より後の承認";
        H0315 = "reference-to-retired-clause", Error, since "0.1.0", "削除した条項への参照";
        H0316 = "summary-of-nothing", Hint, since "0.1.0", "条項を挙げない概要";

        H0501 = "contradiction", Error, since "0.1.0", "許可と禁止の矛盾";
        H0502 = "undeclared-exception", Warning, since "0.1.0", "宣言のない例外";
        H0503 = "crossing-clauses", Warning, since "0.1.0", "一部が食い違う許可と禁止";
        H0504 = "dead-clause", Warning, since "0.1.0", "働くことのない条項";
        H0505 = "empty-clause", Warning, since "0.1.0", "対象が残らない条項";
        H0506 = "idle-rider", Warning, since "0.1.0", "及ぶ先のない特約";
        H0507 = "conflicting-riders", Warning, since "0.1.0", "特約どうしの食い違い";
        H0508 = "purpose-not-stated", Warning, since "0.1.0", "利用目的に含まれない目的";
        H0509 = "never-collected", Warning, since "0.1.0", "取得していない情報の取扱い";
        H0510 = "never-used", Warning, since "0.1.0", "取得しても使わない情報";
        H0511 = "transfer-not-stated", Warning, since "0.1.0", "越境の定めのない外国の相手方";
        H0512 = "idle-transfer", Warning, since "0.1.0", "及ぶ先のない越境";
        H0513 = "unsatisfiable-condition", Warning, since "0.1.0", "満たされることのない条件";
        H0514 = "identifier-survives", Warning, since "0.1.0", "加工の後に残る直接識別";
        H0515 = "nothing-to-process", Hint, since "0.1.0", "項目にないものの加工";
        H0516 = "kept-and-dropped", Warning, since "0.1.0", "残すものの除外";
        H0517 = "quasi-identifiers-survive", Hint, since "0.1.0", "加工の後に残る準識別の組";
        H0518 = "raw-and-processed", Hint, since "0.1.0", "同じ相手への加工前と加工後の提供";
        H0519 = "no-generalisation", Warning, since "0.1.0", "粗くならない一般化";
        H0520 = "covered-clause", Hint, since "0.1.0", "他の条項に含まれる条項";
        H0521 = "identifying-triple", Warning, since "0.1.0", "加工の後に残る生年月日・性別・郵便番号";
        H0522 = "undecided-clauses", Error, since "0.1.0", "比べきれなかった条項";
        H0523 = "mutual-order", Warning, since "0.1.0", "互いに譲り合う条項";
        H0524 = "idle-order", Hint, since "0.1.0", "何も除かない但し・優先";
        H0525 = "processed-exception", Hint, since "0.1.0", "加工した情報についての例外";
        H0526 = "consent-too-narrow", Error, since "0.1.0", "範囲の足りない同意";
        H0527 = "country-without-reason", Error, since "0.1.0", "理由のない特定不能";

        H0601 = "unstated-in-meaning", Warning, since "0.1.0", "文言にあって［］にないもの";
        H0602 = "unstated-in-wording", Warning, since "0.1.0", "［］にあって文言にないもの";
        H0603 = "inferred-meaning", Hint, since "0.1.0", "文言から読み取った意味";
        H0604 = "undefined-term", Warning, since "0.1.0", "定義のない用語";
        H0605 = "term-defined-twice", Warning, since "0.1.0", "用語の二重定義";
        H0606 = "unused-term", Warning, since "0.1.0", "定義したまま使われない用語";
        H0607 = "hard-typed-reference", Warning, since "0.1.0", "手で書かれた参照";
        H0608 = "stale-reference", Warning, since "0.1.0", "古くなった参照";
        H0609 = "spelling-variants", Warning, since "0.1.0", "表記ゆれ";
        H0610 = "mixed-width", Warning, since "0.1.0", "全角と半角の混在";
        H0611 = "platform-dependent-character", Warning, since "0.1.0", "環境依存文字";
        H0612 = "broken-anchor", Warning, since "0.1.0", "ページ内にないリンク先";
        H0613 = "placeholder-link", Warning, since "0.1.0", "仮のままのリンク";
        H0614 = "term-before-definition", Warning, since "0.1.0", "定義より前に使われた用語";
        H0615 = "mixed-punctuation", Warning, since "0.1.0", "句読点の混在";
        H0616 = "invisible-in-wording", Warning, since "0.1.0", "文言の中の見えない文字";
        H0617 = "wording-contradicts-keyword", Error, since "0.1.0", "許可と禁止が逆の文言";
        H0618 = "bullet-without-wording", Warning, since "0.1.0", "文言のない箇条書き";
        H0619 = "unread-element", Warning, since "0.1.0", "語彙にない並びの要素";
        H0620 = "inverted-condition", Error, since "0.1.0", "文言と逆の場合";
        H0621 = "unworded-permission", Error, since "0.1.0", "文言のない許可";
        H0622 = "unbound-claim", Hint, since "0.1.0", "規則と結び付いていない取扱いの文";
        H0623 = "not-taken-out", Error, since "0.1.0", "文言では除かれているもの";
        H0624 = "bound-in-words-only", Warning, since "0.1.0", "文言だけの限り";
        H0625 = "another-subject", Warning, since "0.1.0", "事業者でない主語";
        H0626 = "deemed-consent", Warning, since "0.1.0", "みなした同意";
        H0627 = "exception-in-words-only", Warning, since "0.1.0", "文言だけの例外";
        H0628 = "prohibition-falls-short", Warning, since "0.1.0", "文言より狭い禁止";
        H0629 = "conditions-joined-otherwise", Warning, since "0.1.0", "「かつ」と「または」の食い違い";
        H0630 = "limit-without-effect", Warning, since "0.1.0", "ほかの条項が許している限り";
        H0631 = "period-otherwise-in-words", Warning, since "0.1.0", "文言と異なる期間";
        H0632 = "period-over", Warning, since "0.1.0", "すでに過ぎた期間";
        H0633 = "country-otherwise-in-words", Warning, since "0.1.0", "文言と異なる国名";

        H0701 = "meaning-changed-wording-not", Error, since "0.1.0", "文言に表れない広がり";
        H0704 = "unlisted-change", Warning, since "0.1.0", "概要にない変更";
        H0705 = "stale-summary-line", Warning, since "0.1.0", "変わっていないものの概要";
        H0706 = "needless-acknowledgement", Warning, since "0.1.0", "当たる広がりのない承認";
        H0707 = "unacknowledged-widening", Warning, since "0.1.0", "承認のない広がり";
        H0708 = "not-compared-to-the-end", Error, since "0.1.0", "最後まで比べていない旧版";
        H0709 = "outdated-acknowledgement", Warning, since "0.1.0", "旧版より前の承認";
        H0710 = "blanket-acknowledgement", Warning, since "0.1.0", "広すぎる承認";
        H0711 = "revision-not-dated", Warning, since "0.1.0", "日付の新しくない改定";
        H0712 = "revision-date-dropped", Warning, since "0.1.0", "なくなった改定の日付";
        H0713 = "unchecked-wording", Warning, since "0.1.0", "だれも確かめていない文言の変更";

        H0901 = "nested-too-deep", Error, since "0.1.0", "深すぎる入れ子";
        H0902 = "source-too-large", Error, since "0.1.0", "大きすぎるファイル";
        H0903 = "parser-limit", Error, since "0.1.0", "読み取りの限界";
        H0904 = "too-many-errors", Error, since "0.1.0", "多すぎる誤り";
        H0905 = "no-statements", Error, since "0.1.0", "文になっていないファイル";
        H0906 = "beyond-limits", Error, since "0.1.0", "規模の限り";
    }
    retired {
        H0702 = "planned for 0.1.0, never in a release: a widening that a word of the vocabulary brings names the word as its subject",
        H0703 = "planned for 0.1.0, never in a release: it became a class of change, 文言のみ, which is no fault",
    }
}

impl Code {
    /// Whether it says that something was not looked at to the end. Then nothing else that is said, or not said, is the whole
    /// answer: it comes first, and is always an error.
    #[must_use]
    pub fn means_not_looked_at(self) -> bool {
        matches!(self, Self::H0522 | Self::H0708)
    }
}

/// What was asked for is no code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownCode {
    /// The nearest code or slug, if one is near.
    pub nearest: Option<Code>,
}

impl std::str::FromStr for Code {
    type Err = UnknownCode;

    /// Reads `H0201`, `h0201` or `unresolved-name`.
    fn from_str(text: &str) -> Result<Self, UnknownCode> {
        let rows = || Self::ALL.iter().map(|code| (*code, code.row()));
        declare::find(rows(), text).ok_or_else(|| UnknownCode {
            nearest: declare::nearest(rows(), text),
        })
    }
}
