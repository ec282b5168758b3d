//! Why a folder of output is not replaced: C0007, C0008, C0030.

use crate::text::sentence::{File, sentences};

sentences! {
    is_a_file(folder: File) =
        "`{folder}` はファイルなので、出力のフォルダーにできません",
        "`{folder}` is a file and cannot be the output folder";
    name_another() =
        "ほかの名前を指定してください",
        "name another folder";

    is_a_mount_point(folder: File) =
        "`{folder}` はディスクのマウント先なので、丸ごと置き換えられません",
        "`{folder}` is a mount point and cannot be replaced as a whole";
    name_one_within(folder: File) =
        "何も書いていません。その中のフォルダーを指定してください。例: {folder}/privacy",
        "nothing was written; name a folder in it, such as {folder}/privacy";

    holds_another_file(folder: File, path: File) =
        "`{folder}` に、hoshin が作ったものではない `{path}` があります",
        "`{folder}` holds `{path}`, which hoshin did not make";
    name_another_or_move() =
        "何も書いていません。ほかのフォルダーを指定するか、中身を移してください",
        "nothing was written; name another folder, or move it away";

    was_edited(folder: File, path: File) =
        "`{folder}` の `{path}` は、hoshin が書き出した後に変更されています",
        "`{path}` in `{folder}` was changed after hoshin wrote it";
    keep_or_delete_the_change() =
        "何も書いていません。変更を残すならそのファイルをほかの場所に移し、残さないなら消してから、実行し直してください",
        "nothing was written; move the file away to keep the change, or delete it, and run again";

    may_have_been_edited(folder: File, path: File) =
        "`{folder}` は以前の hoshin が書き出したもので、`{path}` が変更されていないか確かめられません",
        "`{folder}` was written by an older hoshin: whether `{path}` was changed cannot be told";
    look_and_delete_or_move() =
        "何も書いていません。中身を確かめ、フォルダーごと消すか移してから、実行し直してください",
        "nothing was written; look at what it holds, delete or move the folder, and run again";
}
