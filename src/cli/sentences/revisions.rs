//! Why revisions are not found, or cannot be used: C0025, C0026, C0027, C0031.

use crate::text::sentence::{File, Size, alike, sentences};

alike! {
    /// What the system says.
    Reason = ["permission denied"];
}

sentences! {
    previous_is_itself(name: File, path: File) =
        "`{name}` の旧版 `{path}` は、この方針そのものです",
        "the 旧版 `{path}` of `{name}` is this policy itself";
    name_the_one_before() =
        "一つ前の版のファイルか、`git:版:パス` を書いてください",
        "name the file of the revision before, or `git:REV:PATH`";

    previous_not_found(name: File, path: File) =
        "`{name}` の旧版 `{path}` は見つかりません",
        "the 旧版 `{path}` of `{name}` is not there";
    previous_outside(name: File, path: File) =
        "`{name}` の旧版 `{path}` はプロジェクトのフォルダーの外にあります",
        "the 旧版 `{path}` of `{name}` lies outside the project's folder";
    previous_not_a_file(name: File, path: File) =
        "`{name}` の旧版 `{path}` は通常のファイルではありません",
        "the 旧版 `{path}` of `{name}` is not a regular file";
    previous_too_large(name: File, path: File, limit: Size) =
        "`{name}` の旧版 `{path}` は大きすぎます（{limit} まで）",
        "the 旧版 `{path}` of `{name}` is larger than {limit}";
    previous_unreadable(name: File, path: File, reason: Reason) =
        "`{name}` の旧版 `{path}` は読めません: {reason}",
        "the 旧版 `{path}` of `{name}` cannot be read: {reason}";
    where_the_previous_is() =
        "旧版には、このファイルから見た場所か `git:版:パス` を書いてください",
        "write where it is as seen from this file, or `git:REV:PATH`";

    leads_back(name: File) =
        "旧版をたどると `{name}` に戻り、終わりがありません",
        "following 旧版 leads back to `{name}` and does not end";
    let_the_oldest_name_none() =
        "それぞれの版の旧版に、その一つ前の版を書いてください。いちばん古い版には旧版を書きません",
        "let each revision name the one before it; the oldest names none";

    nothing_named(name: File) =
        "`{name}` には、比べる相手の旧版が書かれていません",
        "`{name}` names no previous revision (旧版) to compare with";
    name_two() =
        "`hoshin diff 改定前 改定後` のように二つ指定するか、方針に `旧版 \"…\"` を書いてください",
        "name two, as in `hoshin diff OLD NEW`, or write `旧版 \"…\"` into the policy";

    too_few(folder: File, needed: usize) =
        "`{folder}` に、比べる版が足りません（{needed} 個以上が必要）",
        "`{folder}` holds too few revisions to compare ({needed} or more are needed)";

    none_in(folder: File) =
        "`{folder}` に方針の版がありません",
        "`{folder}` holds no revision of a policy";
    name_a_folder_of_revisions() =
        "版ごとのファイル（2025-04-01.policy など）を置いたフォルダーを指定してください",
        "name a folder with a file for each revision, such as 2025-04-01.policy";

    too_many(place: File, most: usize, size: Size) =
        "`{place}` の版が多すぎます（{most} 版、合わせて {size} まで）",
        "`{place}` has too many revisions (at most {most}, and {size} in all)";
    keep_what_was_published() =
        "公表した版だけを残すか、古い版を別のフォルダーに分けてください",
        "keep only what was published, or put older revisions into another folder";

    old_is_faulty(path: File) =
        "改定前の `{path}` に誤りがあるため、比べられません",
        "the old revision `{path}` has errors and cannot be compared with";
    name_a_mended_one() =
        "直した版か、公表したときに hoshin build が書き出した bundle.json を指定してください",
        "name a mended revision, or the bundle.json that hoshin build wrote when it was published";

    earlier_is_faulty(name: File) =
        "過去の版 `{name}` に誤りがあるため、書き出せません",
        "the earlier revision `{name}` has errors and cannot be published";
    mend_it_or_put_its_bundle() =
        "過去の版を直すか、公表したときの bundle.json を --archive のフォルダーに置いてください。過去の版なしで書き出すには --no-archive を付けます",
        "mend it, or put the bundle.json of its publication into the folder of --archive; --no-archive builds without earlier revisions";
}
