//! Conditions that can never hold: H0513.

use crate::text::sentence::{Clause, Conditions, sentences};

sentences! {
    cancelled(clause: Clause) =
        "{clause}の場合と但しが打ち消し合い、条件が満たされることはありません",
        "the 場合 and the 但し of {clause} cancel out: its conditions can never be met";
    both(wanted: Conditions, lifted: Conditions) =
        "場合は{wanted}、但しは{lifted}",
        "only given {wanted}, and not given {lifted}";
    take_one_out() =
        "どちらかを外してください。例外を定めるつもりなら、但しにはより狭い条件を書きます",
        "take one of them out; an exception names a narrower condition";
}
