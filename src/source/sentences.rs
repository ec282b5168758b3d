//! Sources that cannot be decoded: H0001, H0902.

use crate::text::sentence::{File, Size, sentences};

sentences! {
    too_large(name: File, limit: Size) =
        "`{name}` は大きすぎます（{limit} まで）",
        "`{name}` is larger than {limit}";
    split_it() =
        "方針のファイルか確かめてください。本当に大きいときは、分けて取込でつないでください",
        "check that it is a policy; if it really is that large, split it and join the parts with 取込";

    not_utf8(name: File) =
        "`{name}` は UTF-8 で保存されていません",
        "`{name}` is not UTF-8";
    unreadable_from_here(line: usize) =
        "{line} 行目のここから読めません",
        "unreadable from here, line {line}";
    save_utf16_as_utf8() =
        "UTF-16 のようです。エディタの「名前を付けて保存」で文字コードを UTF-8 にしてください",
        "this looks like UTF-16; save it again as UTF-8";
    save_shift_jis_as_utf8() =
        "Shift_JIS のようです。エディタの「名前を付けて保存」で文字コードを UTF-8 にしてください",
        "this looks like Shift_JIS; save it again as UTF-8";
    save_as_utf8() =
        "エディタの「名前を付けて保存」で文字コードを UTF-8 にしてください",
        "save it again as UTF-8";
}
