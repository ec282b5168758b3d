//! What two revisions decide differently, as lists for people to read.

use super::facts::{Acts, Asked, Cited, Date, Judged, Names, Reason, Told};
use crate::decide::Verdict;
use crate::diff::decisions::Class;
use crate::text::sentence::{Name, sentences};

sentences! {
    nothing_differs() =
        "許可・禁止に変わるところはありません。",
        "Nothing is decided differently.";
    no_rule_differs() =
        "規則の上では、許可・禁止に変わるところはありません。",
        "No rule decides anything differently.";
    heading_unchecked() =
        "機械が意味を確かめていない文言の変更（人が読んで確かめてください）",
        "Wording changed that the machine has not checked (read it)";
    heading_not_compared() =
        "最後まで比べていません",
        "Not compared to the end";
    heading_differences() =
        "許可・禁止の変化",
        "What is decided differently";
    heading_named() =
        "名前が付いたこと、なくなったことによる変化（もう一方の版では、より広い名前で同じく定めている）",
        "What a new name, or the loss of one, brings (the other revision says the same under a wider name)";
    not_compared() =
        "条件の組合せが多すぎて、許可・禁止の変化をすべては調べられませんでした。ほかにも変わるところがあるかもしれないので、広がりがないとは言えません。",
        "There are too many combinations of conditions to find all changes of decisions. More may have changed than is told here.";
    unrelated() =
        "二つの版には、共通の条項も文言もほとんどありません。同じ方針の版か確かめてください",
        "the two have hardly a clause or a wording in common; check that they are revisions of one policy";

    difference(class: Class, told: Told) =
        "【{class}】{told}。",
        "[{class}] {told}.";
    further_narrower(more: usize, acts: Acts) =
        "同じ条項により、ほかに{acts}を含む {more} 件の取扱いが狭くなります（`--format json` にすべてあります）。",
        "The same clause narrows {more} more, among them: {acts}; `--format json` has all of them.";
    example(asked: Asked, before: Judged, after: Judged) =
        "例: {asked}。改定前は{before}、改定後は{after}",
        "Example: {asked}; before: {before}, after: {after}";
    judged(verdict: Verdict) =
        "{verdict}",
        "{verdict}";
    judged_by(verdict: Verdict, clauses: Cited) =
        "{verdict}（{clauses}）",
        "{verdict} ({clauses})";
    acknowledged(date: Date, reason: Reason) =
        "承認（{date}）: {reason}",
        "acknowledged on {date}: {reason}";
    not_in_the_wording() =
        "この変化は文言に表れていません。",
        "The wording does not show it.";

    new_name(name: Name, wider: Names, clauses: Cited) =
        "{name}: 改定後に付いた名前です。改定前は{wider}に含めて定めていたので、{clauses} の許可・禁止は変わりません。",
        "{name}: a new name. It was treated as a part of {wider} before, so that nothing is decided differently by {clauses}.";
    new_name_at_the_top(name: Name, clauses: Cited) =
        "{name}: 改定後に付いた名前です。改定前は名前を挙げずに定めていたので、{clauses} の許可・禁止は変わりません。",
        "{name}: a new name. It was covered without being named before, so that nothing is decided differently by {clauses}.";
    new_name_of_the_unstated(name: Name) =
        "{name}: 改定後に付いた名前です。改定前も、より広い名前で同じように定めていたので、許可・禁止は変わりません。",
        "{name}: a new name. It was treated alike under a wider name before, so that nothing is decided differently.";
    named_otherwise(name: Name) =
        "{name}: 名前の付け方が変わりました。もう一方の版でも、より広い名前で同じように定めているので、許可・禁止は変わりません。",
        "{name}: it is named otherwise. The other revision treats it alike under a wider name, so that nothing is decided differently.";
    lost_name(name: Name, wider: Names, clauses: Cited) =
        "{name}: 改定後にはない名前です。改定後は{wider}に含めて定めるので、改定前の {clauses} による許可・禁止は変わりません。",
        "{name}: a name no more. It is treated as a part of {wider} now, so that what {clauses} decided before stays the same.";
    lost_name_at_the_top(name: Name, clauses: Cited) =
        "{name}: 改定後にはない名前です。改定後は名前を挙げずに定めるので、改定前の {clauses} による許可・禁止は変わりません。",
        "{name}: a name no more. It is covered without being named now, so that what {clauses} decided before stays the same.";
    lost_name_of_the_unstated(name: Name) =
        "{name}: 改定後にはない名前です。改定後も、より広い名前で同じように定めるので、許可・禁止は変わりません。",
        "{name}: a name no more. It is treated alike under a wider name now, so that nothing is decided differently.";
}
