//! Links that lead nowhere: H0612, H0613.

use crate::text::sentence::{alike, sentences};

alike! {
    /// Where a link leads.
    Target = ["#問い合せ", "#"];
    /// An anchor of the page.
    Anchor = ["問い合わせ"];
    /// The words of a link.
    Words = ["お客様窓口"];
}

sentences! {
    no_such_anchor(target: Target) =
        "リンク先の`{target}`がこのページにありません",
        "this page has no `{target}` to link to";
    perhaps(anchor: Anchor) =
        "もしかして: `#{anchor}`",
        "did you mean `#{anchor}`?";
    use_a_reference() =
        "ページ内の条項には`{{名前}}`の参照を使うと、題や番号が変わってもつながります",
        "use a `{{name}}` reference for a clause of this page; it survives new titles and numbers";

    still_a_placeholder(words: Words, target: Target) =
        "リンク`{words}`のリンク先が仮の`{target}`のままです",
        "the link `{words}` still has the placeholder target `{target}`";
    write_the_address() =
        "公開するページの URL を書いてください",
        "write the URL of the page it leads to";

    this_target() =
        "このリンク先",
        "this target";
}
