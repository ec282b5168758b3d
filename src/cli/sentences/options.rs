//! Options that do not go together, and values of theirs: C0001, C0006, C0011, C0012.

use crate::text::sentence::{File, alike, sentences};

alike! {
    /// What was given for `--labels`.
    Labels = ["改定後"];
    /// A code, as it was given or as it is.
    Number = ["H0201"];
    /// What was probably meant.
    Near = ["H0602（説明のない情報）"];
}

sentences! {
    report_goes_with_two_formats() =
        "`--report` は human と json でだけ使えます",
        "`--report` goes with human and json only";
    leave_out_the_format() =
        "`--format` を外すか、json にしてください",
        "leave out `--format`, or make it json";

    one_archive_for_many() =
        "--archive は、方針を一つだけ書き出すときに使えます",
        "--archive can be used when one policy is built";
    build_them_apart() =
        "方針ごとに build を分けるか、それぞれの方針に旧版を書いてください",
        "build the policies apart, or let each name its 旧版";

    not_two_labels(labels: Labels) =
        "`{labels}` は二つの欄の名前ではありません",
        "`{labels}` does not label two columns";
    new_label_first() =
        "新しい版、古い版の順に書いてください。例: --labels 改定後,改定前",
        "write that of the new revision first, as in --labels 改定後,改定前";

    one_pair_in_html() =
        "HTML では、一度に一組の版を比べます",
        "HTML shows one pair of revisions at a time";
    name_two_or_build() =
        "版を二つ指定してください。すべての版のページは `hoshin build --archive` で書き出せます",
        "name two revisions; `hoshin build --archive` writes pages for all of them";

    standard_input_holds_requests() =
        "標準入力（-）からは問いを読むので、方針は読めません",
        "standard input (-) holds the requests and cannot hold the policy as well";
    name_a_file_for_the_policy() =
        "方針はファイルで指定してください",
        "name a file for the policy";

    standard_input_twice() =
        "標準入力（-）が二度指定されています",
        "standard input (-) is given twice";
    file_twice(path: File) =
        "`{path}` が二度指定されています",
        "`{path}` is given twice";
    give_it_once() =
        "一度だけ指定してください",
        "give it once";

    no_such_code(code: Number) =
        "`{code}` という番号はありません",
        "there is no code `{code}`";
    did_you_mean(near: Near) =
        "もしかして: {near}",
        "did you mean {near}?";
    see_the_codes() =
        "番号の一覧は hoshin codes で確かめられます",
        "hoshin codes lists them";

    an_error_cannot_be_hidden(code: Number) =
        "`{code}` はエラーなので、--allow では隠せません",
        "`{code}` is an error and cannot be hidden by --allow";
    mend_the_policy(code: Number) =
        "方針を直してください。直し方は hoshin explain {code} で確かめられます",
        "mend the policy; hoshin explain {code} says how";
}
