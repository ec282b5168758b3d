//! What a run did, where nothing kept it from it.

use crate::text::sentence::{File, sentences};

sentences! {
    formatted(path: File) =
        "整えました: {path}",
        "formatted: {path}";

    no_contradiction_in_one_pair() =
        "1 組の条項を比較し、矛盾はありませんでした",
        "compared 1 pair of clauses and found no contradiction";
    no_contradiction(pairs: usize) =
        "{pairs} 組の条項を比較し、矛盾はありませんでした",
        "compared {pairs} pairs of clauses and found no contradiction";

    written_with_archive(folder: File) =
        "`{folder}` に書き出しました（ページは `{folder}/index.html`、改定履歴は `{folder}/history.html`）",
        "written to `{folder}`; the page is `{folder}/index.html`, the list of revisions `{folder}/history.html`";
    written_one(folder: File) =
        "`{folder}` に書き出しました（ページは `{folder}/index.html`）",
        "written to `{folder}`; the page is `{folder}/index.html`";
    written_several(folder: File) =
        "`{folder}` に書き出しました",
        "written to `{folder}`";
}
