//! The draft of a 改定概要, and what a revision calls for.

use super::facts::{Changed, Reasons, Subjects, ToCheck, Told, Word};
use crate::text::sentence::sentences;

sentences! {
    heading_draft() =
        "改定概要の案",
        "Draft of a summary";
    heading_to_check() =
        "この改定で確かめること（法律上の判断は人が行ってください）",
        "What to check (the legal judgement is yours)";
    to_check(what: ToCheck, reasons: Reasons, subjects: Subjects) =
        "{what}。理由: {reasons}。対象: {subjects}",
        "{what}: {reasons}. Concerns: {subjects}";

    added(clause: Changed) =
        "{clause}を新設します。",
        "{clause} is new.";
    removed(clause: Changed) =
        "{clause}を削ります。",
        "{clause} is removed.";
    retired(clause: Changed) =
        "{clause}を削除し、番号を残します。",
        "{clause} is emptied; its number stays.";
    reworded(clause: Changed) =
        "{clause}の文言を改めます。許可・禁止は変わりません。",
        "{clause} is reworded; nothing is decided differently.";
    reworded_not_compared(clause: Changed) =
        "{clause}の文言を改めます。",
        "{clause} is reworded.";
    moved(clause: Changed, before: Changed) =
        "{clause}の置き場所を改めます（改定前は{before}）。",
        "{clause} is moved (before: {before}).";
    changed(clause: Changed) =
        "{clause}を改めます。",
        "{clause} is changed.";
    changed_unseen(clause: Changed) =
        "{clause}の取扱いが変わります（文言は変わりません）。",
        "{clause} is handled otherwise (the wording stays).";
    retitled(before: Changed, after: Changed) =
        "題を{before}から{after}に改めます。",
        "The title {before} becomes {after}.";
    preamble() =
        "前文の文言を改めます。",
        "The preamble is reworded.";
    outside() =
        "章に入らない文の文言を改めます。",
        "What stands in no clause is reworded.";
    the_title() =
        "方針の題",
        "the title";
    the_preamble() =
        "前文",
        "the preamble";
    what_is_outside() =
        "章に入らない文",
        "what stands in no clause";
    former(clause: Changed) =
        "改定前の{clause}",
        "the former {clause}";
    new_word(word: Word) =
        "{word}という区分を新たに設けます。",
        "{word} is a new word.";
    lost_word(word: Word) =
        "{word}という区分をなくします。",
        "{word} is a word no more.";
    word_for_another(before: Word, after: Word) =
        "{before}を{after}に改めます。",
        "{before} becomes {after}.";
    relocated_word(word: Word) =
        "{word}の所在国を改めます。",
        "{word} is in another country.";
    reclassed_word(word: Word) =
        "{word}の位置付けを改めます。",
        "{word} is classed otherwise.";
    told(told: Told) =
        "{told}。",
        "{told}.";
    more() =
        "ほかにも取扱いが変わるところがあります。",
        "More is decided differently.";
    more_is_told(more: usize) =
        "ほかにも取扱いが変わるところがあります（{more}件）。",
        "More is decided differently ({more}).";
}
