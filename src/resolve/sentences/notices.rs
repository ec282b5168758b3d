//! Requests and fees: H0304.

use super::facts::Choices;
use crate::text::sentence::{Name, sentences};

sentences! {
    not_a_fee() =
        "`手数料` の ［ ］ には、請求と金額を書きます",
        "［ ］ of 手数料 gives a request and its fee";
    write_request_and_fee() =
        "`手数料［開示＝500円］` `手数料［開示＝無料］` のように書いてください",
        "write `手数料［開示＝500円］` or `手数料［開示＝無料］`";
    no_amount(amount: Name) =
        "`{amount}` は金額として読めません",
        "`{amount}` is no amount";
    fee_for_nothing(request: Name) =
        "`{request}` の手数料ですが、どの `権利` にもその請求がありません",
        "a fee for `{request}`, which no 権利 offers";
    name_what_is_offered(words: Choices) =
        "`権利` にある請求: {words}",
        "権利 offers {words}";
}
